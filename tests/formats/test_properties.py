"""Any text gives formats, never an exception, in linear time."""

import json
from collections.abc import Callable
from functools import partial

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sphinx_contracts.docstrings.reader import parse_docstring
from sphinx_contracts.formats import find_formats
from sphinx_contracts.formats._words import meaning_of_comment
from sphinx_contracts.model.docstring import Docstring
from tests.formats.cases import Case, cases, formats_in
from tests.growth import FACTOR, is_linear

_PIECES = [
    "{", "}", "[", "]", "(", ")", ",", ":", '"', "'", '"a"', "'b'", "c", '"a": 1', '"b": {', "...", "…", "|",
    " or ", "null", "None", "//", "#", "/*", "*/", "←", "<int>", "int", "list[int]", "NaN", "1e999", "-", "\n",
    "\n", "\n    ", "  ", "\\", "\x00", "\ud800", "```json", "```yaml", "```", ".. code-block:: json",
    "Returns:", "Order format:", "Format\n------", "- ", "&a", "*a", "? ", "!!python/object", "|", ">", "%",
    "@", "\t",
]  # fmt: skip
_soup = st.lists(st.sampled_from(_PIECES), max_size=60).map("".join)
_text = st.text(max_size=200)
_relaxed = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _doc(text: str) -> Docstring:
    lines = tuple(text.split("\n"))
    return Docstring(present=True, line=1, end_line=len(lines), lines=lines, numbers=tuple(range(1, len(lines) + 1)))


@_relaxed
@given(_soup | _text)
def test_total(text: str) -> None:
    for prefix in ("", "Order format:\n\n", "```yaml\n", "```json\n", "Returns:\n    "):
        for item in find_formats(_doc(prefix + text), "a.b"):
            assert item.name
            assert 1 <= item.line <= text.count("\n") + 3
            assert all(1 <= field.line <= text.count("\n") + 3 for field in item.fields)
            json.dumps([item.text, item.schema, [field.example for field in item.fields]], allow_nan=False)
            if item.schema is not None:
                jsonschema.Draft202012Validator.check_schema(dict(item.schema))


_keys = st.text(st.characters(min_codepoint=32, max_codepoint=126, exclude_characters='"\\'), min_size=1, max_size=8)
_words = st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=3, max_size=8).filter(
    lambda text: meaning_of_comment(text).types == ()
)
_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(-1e9, 1e9) | _words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_keys, inner, max_size=3),
    max_leaves=12,
)


@_relaxed
@given(st.dictionaries(_keys.filter(lambda key: key != "..."), _values, min_size=1, max_size=4))
def test_strict_json_is_accepted_by_its_own_schema(data: dict[str, object]) -> None:
    (found,) = formats_in("Order format:\n\n" + json.dumps(data, indent=4))
    assert found.problems == ()
    assert found.schema is not None
    jsonschema.Draft202012Validator(dict(found.schema)).validate(data)


@_relaxed
@given(st.sampled_from([case for case in cases("read") if case.docstring.isascii()]), st.integers(1, 5))
def test_positions_move_with_the_block(case: Case, blanks: int) -> None:
    text = case.docstring
    before = formats_in(f"Text.\n\n{text}")
    after = formats_in("Text.\n\n" + "\n" * blanks + text)
    assert [item.line + blanks for item in before] == [item.line for item in after]
    assert [field.line + blanks for item in before for field in item.fields] == [
        field.line for item in after for field in item.fields
    ]


def test_deep_brackets_are_cut() -> None:
    for open_ in ("[", "{", '{"a":'):
        found = formats_in("Order format:\n\n" + open_ * 100_000)
        for item in found:
            assert item.fields == ()
            assert item.problems[0].rule == "too-complex"


def test_deep_array_is_cut_with_a_problem() -> None:
    (found,) = formats_in("Order format:\n\n" + "[" * 100_000)
    assert found.schema is None
    assert found.problems[0].rule == "too-complex"
    assert found.problems[0].line == 3
    assert found.text.endswith("…")
    assert len(found.text) < 30_000


@pytest.mark.parametrize(
    "frame", ["```json\n{}\n```", "Order format:\n\n{}", "Format\n------\n\n{}", "Returns:\n    {}"]
)
def test_large_block_is_cut(frame: str) -> None:
    rows = ",\n".join(f'"key_{number}": {number}' for number in range(60_000))
    (found,) = formats_in(frame.replace("{}", f"{{\n{rows}\n}}"))
    assert found.problems[0].rule == "too-complex"
    assert found.text.endswith("…")
    assert len(found.text) < 30_000


def test_block_of_many_lines_is_read() -> None:
    rows = ",\n".join(f'"key_{number}": {number}' for number in range(8_000))
    (found,) = formats_in(f"Order format:\n\n{{\n{rows}\n}}")
    assert len(found.fields) == 8_000


def test_yaml_aliases_do_not_multiply() -> None:
    rows = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    (found,) = formats_in("```yaml\n" + "\n".join(rows) + "\n```")
    assert len(found.fields) == 40


def test_yaml_makes_no_objects() -> None:
    (found,) = formats_in("```yaml\na: !!python/object/apply:os.system ['true']\n```")
    assert [field.path for field in found.fields] == ["a"]


@pytest.mark.parametrize(
    "block",
    [
        lambda n: "{\n" + ",\n".join(f'"k{i}": 1 // int: text' for i in range(n)) + "\n}",
        lambda n: "[\n" + ",\n".join('{"a": 1, "b": [1, 2]}' for _ in range(n)) + "\n]",
        lambda n: "\n".join('{"a": 1}' for _ in range(n)),
        lambda n: "\n\n".join('{\n"a": 1\n}' for _ in range(n)),
        lambda n: "\n".join("{" for _ in range(n)),
        lambda n: '{"a": "' + "x" * n,
        lambda n: '{"a": ' + "x | " * n,
        lambda n: '{"a": ' + "'" * n,
        lambda n: "{" + '"' * n,
        lambda n: "\n".join('{ "' for _ in range(n)),
        lambda n: "\n".join(f'"k{i}": {{' for i in range(n)),
        lambda n: "- a: int\n" * n,
        lambda n: "```json\n" * n,
        lambda n: "```yaml\n" + "- " * min(n, 2000) + "a\n```\n" * n,
        lambda n: "```yaml\n" + "".join(f"k{i}: [1, 2] # float: x\n" for i in range(n)) + "```",
        lambda n: "Format:\n{\n" * n,
        lambda n: '{"a": [' + "[1], " * n + "]}",
        lambda n: "/*" * n + '{"a": 1',
        lambda n: '{"a": 1,\n' + "// x\n" * n + "}",
    ],
)
def test_linear(block: Callable[[int], str]) -> None:
    docs = (_doc("Order Format\n------------\n\n" + block(size)) for size in (4000 // FACTOR, 4000))
    assert is_linear(*(partial(find_formats, doc, "a.b") for doc in docs))


def test_escapes_keep_their_lines() -> None:
    source = '"""Order format:\n\n    {\n        "a": "x\\ny",\n        "b": 1\n    }\n"""'
    doc = parse_docstring('Order format:\n\n    {\n        "a": "x\ny",\n        "b": 1\n    }\n', source, 10, 16)
    (found,) = find_formats(doc, "a.b")
    assert found.line == 12
    assert [(field.path, field.line) for field in found.fields] == [("a", 13), ("b", 14)]
    assert found.fields[0].example.split() == ["x", "y"]
