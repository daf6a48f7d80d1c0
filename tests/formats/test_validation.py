"""Real files against a schema: every error at its own line and column, one for each thing that is wrong."""

import io
import json
import tracemalloc
from functools import partial
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sphinx_contracts.config import ConfigurationError
from sphinx_contracts.formats.validation import DataLanguage, language_of_file, limited, validated, validator_for
from sphinx_contracts.model.data import DataError
from tests.formats.cases import formats_in
from tests.formats.test_standard import DOCSTRING, FILE
from tests.growth import FACTOR, is_linear

ANY: dict[str, Any] = {}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "step": {"type": "integer"},
        "loss": {"type": ["number", "null"]},
        "state": {"enum": ["go", "stop"]},
        "when": {"type": "string", "format": "date-time"},
        "rows": {"type": "array", "items": {"type": "object", "properties": {"a b": {"type": "string"}}}},
        "shape": {"anyOf": [{"type": "object", "properties": {"x": {"type": "integer"}}}, {"type": "string"}]},
    },
    "required": ["step", "loss"],
    "additionalProperties": False,
}


def errors_of(data: str | bytes, language: DataLanguage = "json", schema: dict[str, Any] = SCHEMA) -> list[DataError]:
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    return list(validated(stream, language, validator_for(schema)))


def shown(data: str | bytes, language: DataLanguage = "json", schema: dict[str, Any] = SCHEMA) -> list[str]:
    return [f"{item.line}:{item.column}: {item.message} ({item.path})" for item in errors_of(data, language, schema)]


# ---- the standard's own block


def status_errors(data: str | bytes, language: DataLanguage = "json") -> list[str]:
    (documented,) = formats_in(DOCSTRING)
    assert documented.schema is not None
    return shown(data, language, dict(documented.schema))


def wrong_status() -> dict[str, Any]:
    wrong = {**FILE, "loss": "low", "extra": 1}
    del wrong["epoch"]
    return wrong


def test_the_standards_file_matches() -> None:
    assert status_errors(json.dumps(FILE, indent=2)) == []
    assert status_errors(yaml.safe_dump(FILE), "yaml") == []
    assert status_errors(json.dumps(FILE) + "\n", "jsonl") == []


def test_one_wrong_type_one_missing_and_one_unknown_key_are_three_errors() -> None:
    assert status_errors(json.dumps(wrong_status(), indent=2)) == [
        '1:1: the key "epoch" is missing ($)',
        '4:11: expected number, found string "low" ($.loss)',
        '19:3: the key "extra" is not documented ($.extra)',
    ]


def test_the_same_in_yaml() -> None:
    assert status_errors(yaml.safe_dump(wrong_status(), sort_keys=False), "yaml") == [
        '1:1: the key "epoch" is missing ($)',
        '3:7: expected number, found string "low" ($.loss)',
        '16:1: the key "extra" is not documented ($.extra)',
    ]


def test_the_same_on_the_third_line() -> None:
    good, wrong = json.dumps(FILE), json.dumps(wrong_status())
    assert [line.partition(" ")[0] for line in status_errors(f"{good}\n{good}\n{wrong}\n{good}\n", "jsonl")] == [
        "3:1:",
        f"3:{wrong.index('low')}:",
        f"3:{wrong.index('extra')}:",
    ]


def test_nested_errors_have_their_path() -> None:
    wrong = {**FILE, "recent_examples": [{"prompt": "x", "golden_answer": "y", "model_answer": 1, "correct": True}]}
    text = json.dumps(wrong, indent=1)
    line = text[: text.index('"model_answer"')].count("\n") + 1
    assert status_errors(text) == [f"{line}:20: expected string, found integer 1 ($.recent_examples[0].model_answer)"]


# ---- what is said of values


@pytest.mark.parametrize(
    ("member", "said"),
    [
        ('"loss": "x"', 'expected number or null, found string "x" ($.loss)'),
        ('"loss": [1]', "expected number or null, found an array ($.loss)"),
        ('"loss": true', "expected number or null, found boolean true ($.loss)"),
        ('"step": null', "expected integer, found null ($.step)"),
        ('"step": 1.5', "expected integer, found number 1.5 ($.step)"),
        ('"state": "halt"', 'expected "go" or "stop", found string "halt" ($.state)'),
        ('"when": "soon"', 'expected a date and time in ISO 8601, found string "soon" ($.when)'),
        ('"rows": [{}, {"a b": 1}]', 'expected string, found integer 1 ($.rows[1]["a b"])'),
        ('"rows": {}', "expected array, found an object ($.rows)"),
        ('"shape": {"x": "y"}', 'expected integer, found string "y" ($.shape.x)'),
        ('"shape": 1', "expected object or string, found integer 1 ($.shape)"),
        ('"stat": "go"', 'the key "stat" is not documented; did you mean "state"? ($.stat)'),
        (f'"step": "{"x" * 500}"', f'expected integer, found string "{"x" * 60}…" ($.step)'),
    ],
)
def test_message(member: str, said: str) -> None:
    rest = "" if '"loss"' in member else ', "loss": 1'
    rest += "" if '"step"' in member else ', "step": 1'
    (found,) = shown(f"{{{member}{rest}}}")
    assert found.partition(": ")[2] == said


@pytest.mark.parametrize(
    "value",
    [
        "2025-11-24T10:30:00",
        "2025-11-24 10:30:00",
        "2025-11-24T10:30:00Z",
        "2025-11-24T10:30:00.123456+02:00",
        "2025-11-24",
    ],
)
def test_iso_timestamps_need_no_time_zone(value: str) -> None:
    assert errors_of(json.dumps({"step": 1, "loss": 1, "when": value})) == []


def test_several_missing_keys_are_several_errors() -> None:
    assert [item.message for item in errors_of("{}")] == ['the key "step" is missing', 'the key "loss" is missing']


def test_errors_stand_in_the_order_of_the_file() -> None:
    found = errors_of('{"z": 1,\n"loss": "x",\n"a": 1,\n"step": "y"}')
    assert [item.line for item in found] == [1, 2, 3, 4]


# ---- texts that are no JSON: one error, never an exception


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "1:1: the file is empty ($)"),
        (b" \r\n\t", "1:1: the file is empty ($)"),
        (b"{", "1:2: the text ends inside an object ($)"),
        (b'{"a"', '1:5: a colon is missing behind the key "a" ($)'),
        (b'{"a":', "1:6: the text ends inside an object ($)"),
        (b"[1", "1:3: the text ends inside an array ($)"),
        (b'"abc', "1:5: the text ends inside a string ($)"),
        (b"{'a': 1}", '1:2: a key in double quotes is missing; "\'" stands there ($)'),
        (b"['a']", "1:2: a string of JSON stands in double quotes ($)"),
        (b'{"a": 1,}', "1:8: a comma stands before the closing brace ($)"),
        (b"[1,\n2,\n]", "2:2: a comma stands before the closing bracket ($)"),
        (b'{"a" 1}', '1:6: a colon is missing behind the key "a"; "1" stands there ($)'),
        (b'{"a": 1\n"b": 2}', "2:1: a comma or } is missing ($)"),
        (b"[1 2]", '1:4: a comma or ] is missing; "2" stands there ($)'),
        (b'{"a": None}', "1:7: None is no value of JSON; write null ($)"),
        (b'{"a": True}', "1:7: True is no value of JSON; write true ($)"),
        (b"[abc]", '1:2: "abc" is no value of JSON; a string stands in double quotes ($)'),
        (b'{\n  // words\n  "a": 1\n}', "2:3: JSON has no comments ($)"),
        (b'{"a": 1} // words', "1:10: something stands behind the end of the document ($)"),
        (
            b"{}\n{}",
            "2:1: something stands behind the end of the document; name a file with one value on each line .jsonl ($)",
        ),
        (b"[01]", '1:2: "01" is no number of JSON ($)'),
        (b"[1.]", '1:2: "1." is no number of JSON ($)'),
        (b"[.5]", '1:2: ".5" is no number of JSON ($)'),
        (b"[+1]", '1:2: "+1" is no number of JSON ($)'),
        (b'["a\nb"]', "1:4: the line ends inside a string ($)"),
        (b'["\x00"]', "1:3: the control character U+0000 stands in a string ($)"),
        (b'["\\q"]', "1:3: \\q is no escape of JSON ($)"),
        (b'["\\u12"]', "1:3: \\ is no escape of JSON ($)"),
        (b"\xff\xfe{\x00}\x00", "1:1: the byte 0xff is no valid UTF-8; it looks like UTF-16, save it as UTF-8 ($)"),
        (b'{\r\n"a": "\xe9"}', "2:7: the byte 0xe9 is no valid UTF-8 ($)"),
        (b'{\r\n"a": 1,\r\n"b": x}', '3:6: "x" is no value of JSON; a string stands in double quotes ($)'),
        (b"<html>", '1:1: a value is missing; "<" stands there ($)'),
        (b"\x89PNG\r\n", "1:1: the byte 0x89 is no valid UTF-8 ($)"),
        (b"1" * 5000, "1:1: the number has more than 4300 digits ($)"),
        (b"[" * 100_000, "1:201: the data is nested more than 200 levels deep"),
        (b'{"a":' * 100_000, "1:1001: the data is nested more than 200 levels deep"),
    ],
)
def test_no_json(data: bytes, said: str) -> None:
    found = shown(data, schema=ANY)
    assert len(found) == 1
    assert found[0].startswith(said)
    assert len(found[0]) < 400


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'\xef\xbb\xbf{"a": 1}', ["1:1: the file begins with a byte order mark; save it as UTF-8 without one ($)"]),
        (b'{"a": NaN}', ["1:7: NaN is no number in JSON; write null ($.a)"]),
        (b'{"a": [-Infinity]}', ["1:8: -Infinity is no number in JSON; write null ($.a[0])"]),
        (b'{"a": 1,\n"b": 2,\n"a": 3}', ['3:1: the key "a" stands twice in one object ($.a)']),
        (b'{"\\u0061": 1, "a": 3}', ['1:15: the key "a" stands twice in one object ($.a)']),
    ],
)
def test_what_decoders_take_and_json_does_not(data: bytes, said: list[str]) -> None:
    assert shown(data, schema=ANY) == said


def test_the_rest_of_such_a_file_is_checked() -> None:
    assert shown('{"loss": NaN, "step": 1, "step": "x"}') == [
        "1:10: NaN is no number in JSON; write null ($.loss)",
        '1:26: the key "step" stands twice in one object ($.step)',
        '1:34: expected integer, found string "x" ($.step)',
    ]
    assert shown('{"loss": 1, "step": NaN}') == ["1:21: NaN is no number in JSON; write null ($.step)"]


def test_any_line_ends() -> None:
    for end in ("\n", "\r\n", "\r"):
        (found,) = errors_of(f'{{{end}"loss": 1,{end}"step": "ü"{end}}}')
        assert (found.line, found.column) == (3, 9)


_pieces = st.sampled_from(
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        '"',
        '"a"',
        "1",
        "-",
        ".5",
        "1e9",
        "null",
        "true",
        "NaN",
        "//",
        "\\",
        "\n",
        " ",
        "é",
        "\x00",
    ]
)
_relaxed = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@_relaxed
@given(st.lists(_pieces, max_size=30).map("".join) | st.text(max_size=50))
def test_the_scanner_and_the_decoder_agree(text: str) -> None:
    try:
        json.loads(text, parse_constant=lambda name: 1 / 0)
        valid = True
    except (ValueError, ZeroDivisionError):
        valid = False
    found = errors_of(text.encode("utf-8", "replace"), schema=ANY)
    if not valid:
        assert found
    assert all("twice" in item.message for item in found) if valid else True
    lines = text.count("\n") + text.count("\r") + 1
    assert all(1 <= item.line <= lines and item.column >= 1 for item in found)


@_relaxed
@given(st.binary(max_size=60), st.sampled_from(["json", "jsonl", "yaml"]))
def test_any_bytes_give_errors_and_no_exception(data: bytes, language: DataLanguage) -> None:
    for item in errors_of(data, language, ANY):
        assert item.message
        assert "\n" not in item.message


_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(-1e9, 1e9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=15,
)


@_relaxed
@given(_values, st.sampled_from([None, 0, 2]))
def test_positions_are_those_of_the_values(value: Any, indent: int | None) -> None:
    """A schema that allows nothing but objects and arrays points at each scalar, which stands there in the text."""
    schema = {
        "$ref": "#/$defs/any",
        "$defs": {
            "any": {
                "type": ["object", "array"],
                "additionalProperties": {"$ref": "#/$defs/any"},
                "items": {"$ref": "#/$defs/any"},
            }
        },
    }
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    lines = text.split("\n")
    found = errors_of(text.encode("utf-8", "surrogatepass").decode("utf-8", "replace"), schema=schema)
    assert len(found) == len(list(jsonschema.Draft202012Validator(schema).iter_errors(value)))
    for item in found:
        decoded, _ = json.JSONDecoder().raw_decode("\n".join(lines[item.line - 1 :])[item.column - 1 :])
        assert not isinstance(decoded, dict | list)


# ---- schemas that code declares


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        (
            {"title": "x.json", "type": "strnig"},
            "'x.json' has no valid JSON Schema: 'strnig' is not valid under any of",
        ),
        (
            {"$ref": "https://example.invalid/x.json"},
            "refers to 'https://example.invalid/x.json', which it does not hold",
        ),
        ({"$ref": "#/$defs/x"}, "refers to '/$defs/x', which it does not hold"),
        ({"pattern": "("}, "'' has no valid JSON Schema: '(' is not a 'regex'"),
    ],
)
def test_schemas_that_cannot_be_used(schema: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        errors_of('"x"', schema=schema)
    assert said in str(error.value)


def test_other_keywords_and_drafts() -> None:
    (found,) = errors_of("1", schema={"minimum": 2})
    assert found.message == "1 is less than the minimum of 2"
    seven = {"$schema": "http://json-schema.org/draft-07/schema#", "items": [{"type": "string"}]}
    (found,) = errors_of("[1]", schema=seven)
    assert found.message == "expected string, found integer 1"


def test_a_schema_without_end() -> None:
    (found,) = errors_of("1", schema={"$ref": "#"})
    assert found.message == "the data is nested too deeply to be checked"


# ---- the quick check and jsonschema

_schemas = st.recursive(
    st.sampled_from(
        [
            {},
            True,
            False,
            {"type": "integer"},
            {"type": "number"},
            {"type": ["string", "null"]},
            {"type": "boolean"},
            {"enum": ["a", "", None]},
            {"enum": [1, False, "a"]},
            {"type": "string", "format": "date-time"},
            {"minimum": 2},
        ]
    ),
    lambda inner: (
        st.builds(lambda item: {"type": "array", "items": item}, inner)
        | st.builds(lambda items: {"anyOf": items}, st.lists(inner, min_size=1, max_size=3))
        | st.builds(
            lambda members, required, extra: {
                "properties": members,
                "required": required,
                "additionalProperties": extra,
            },
            st.dictionaries(st.sampled_from("ab"), inner),
            st.lists(st.sampled_from("ab"), unique=True),
            inner,
        )
    ),
    max_leaves=6,
)
_small = st.recursive(
    st.sampled_from([None, True, False, 0, 1, 1.0, 2.5, "", "a", "2025-11-24T10:30:00"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=1500, deadline=None)
@given(_schemas, _small)
def test_what_the_quick_check_accepts_is_accepted(schema: Any, value: Any) -> None:
    validator = validator_for(schema if isinstance(schema, dict) else {"anyOf": [schema]})
    if validator.accepts(value):
        assert validator.full.is_valid(value)


def test_the_quick_check_is_sure_of_what_formats_say() -> None:
    (documented,) = formats_in(DOCSTRING)
    assert documented.schema is not None
    validator = validator_for(documented.schema)
    assert validator.accepts(FILE)
    assert not validator.accepts(wrong_status())
    assert validator_for(SCHEMA).accepts({"step": 1, "loss": None, "state": "go", "shape": "x", "rows": [{"a b": ""}]})
    assert not validator_for({"minimum": 1}).accepts(2)


# ---- YAML


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "1:1: the file is empty ($)"),
        ("# words", "1:1: the file is empty ($)"),
        ("a: [", "1:5: the text is no YAML: while parsing a flow node, expected the node content"),
        ("a: b: c", "1:5: the text is no YAML: mapping values are not allowed here ($)"),
        ("a:\n\t- 1", "2:1: the text is no YAML: "),
        ("a: &x [*x]", "1:8: the value &x holds itself ($.a[0])"),
        ("a: *x", "1:4: there is no anchor &x ($.a)"),
        ("a: !foo 1", "1:4: the tag !foo makes it no plain data ($.a)"),
        ("a: !!python/object/apply:os.system [true]", "1:4: the tag !!python/object/apply:os.system makes it no plain"),
        ("a: 1\nb: 2\na: 3", '3:1: the key "a" stands twice in one mapping ($.a)'),
        ("? [1]\n: 2", "1:3: a key is no plain name ($)"),
        ("<<: 1", "1:5: << names something that is no mapping ($)"),
        ("a: \x00", "1:4: the character U+0000 may not stand in YAML ($)"),
        ("[" * 100_000, "1:201: the data is nested more than 200 levels deep"),
        ("- " * 5000, "1:401: the data is nested more than 200 levels deep"),
    ],
)
def test_no_yaml(data: str, said: str) -> None:
    found = shown(data, "yaml", ANY)
    assert len(found) == 1
    assert found[0].startswith(said)


def test_every_document_is_checked() -> None:
    text = "step: 1\nloss: 1\n---\nstep: x\nloss: 1\n---\nstep: 2\nloss: ~\n...\n"
    assert shown(text, "yaml") == ['4:7: expected integer, found string "x" ($.step)']


def test_yaml_values_are_those_of_the_safe_loader() -> None:
    for text in ("1", "1.5", "1e-5", "1.0e-5", "yes", "~", "0x10", "1:30", "'1'", "!!str 1", "2025-11-24", "a", "[]"):
        value = yaml.safe_load(text)
        value = value if not hasattr(value, "isoformat") else value.isoformat()
        assert errors_of(text, "yaml", {"const": value}) == [], text


def test_numbers_that_yaml_takes_for_text_are_explained() -> None:
    hint = "; YAML reads a number only with point and sign, as in 1.0e-5"
    (found,) = errors_of("step: 1\nloss: 1e-5\n", "yaml")
    assert found.message == f'expected number or null, found string "1e-5"{hint}'
    (found,) = errors_of("step: 1\nloss: '1e-5'\n", "yaml")
    assert found.message == 'expected number or null, found string "1e-5"'


def test_anchors_and_merges() -> None:
    text = "base: &b {step: 1, loss: x}\nrow:\n  <<: *b\n  step: 2\nother: *b\n"
    row = {"type": "object", "properties": {"loss": {"type": "number"}}}
    found = shown(text, "yaml", {"properties": {"row": row, "other": row}})
    assert found == [
        '1:26: expected number, found string "x" ($.row.loss)',
        '1:26: expected number, found string "x" ($.other.loss)',
    ]


def test_aliases_do_not_multiply() -> None:
    rows = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    (found,) = errors_of("\n".join(rows), "yaml", {"not": {}})
    assert "aliases add more than 1,000,000 values" in found.message


# ---- JSON Lines


def test_lines_are_checked_one_by_one() -> None:
    good = '{"step": 1, "loss": 1}'
    text = f'{good}\n\n{{"step": "x", "loss": 1}}\r\nnot json\n{good}\n\xff'.encode("latin-1")
    assert shown(text, "jsonl") == [
        '3:10: expected integer, found string "x" ($.step)',
        '4:1: "not" is no value of JSON; a string stands in double quotes ($)',
        "6:1: the byte 0xff is no valid UTF-8 ($)",
    ]


def test_a_file_that_is_one_document_has_one_error() -> None:
    assert shown(json.dumps({"step": 1, "loss": 1}, indent=2), "jsonl") == [
        "1:2: the line ends inside a value; JSON Lines have one whole value on each line ($)"
    ]


@pytest.mark.parametrize("data", [b"", b"\n\n"])
def test_no_line_at_all(data: bytes) -> None:
    assert shown(data, "jsonl") == ["1:1: the file is empty ($)"]


class Repeated(io.RawIOBase):
    """A file of one line many times, which is never in memory as a whole."""

    def __init__(self, line: bytes, count: int) -> None:
        super().__init__()
        self._line = line
        self._left = count
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._ready and self._left:
            count = min(self._left, 50)
            self._ready, self._left = self._line * count, self._left - count
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size


@pytest.mark.parametrize("step", [b"1", b'"x"'])
def test_many_lines_take_no_more_memory_than_one(step: bytes) -> None:
    line = (
        b'{"step": ' + step + b', "loss": 1, "state": "' + b"go" + b'", "rows": [{"a b": "' + b"x" * 20_000 + b'"}]}\n'
    )
    count = 2000
    stream = io.BufferedReader(Repeated(line, count))
    tracemalloc.start()
    try:
        found = sum(1 for _ in validated(stream, "jsonl", validator_for(SCHEMA)))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert found == (0 if step == b"1" else count)
    assert len(line) * count > 40_000_000
    assert peak < 4_000_000


@pytest.mark.parametrize("language", ["json", "yaml"])
def test_linear(language: DataLanguage) -> None:
    schema = {"items": {"properties": {"a": {"type": "string"}}}}

    def text(count: int) -> str:
        return "[" + ",\n".join(f'{{"a": {n}}}' for n in range(count)) + "]"

    large = 4000 if language == "yaml" else 32_000
    assert is_linear(*(partial(errors_of, text(count), language, schema) for count in (large // FACTOR, large)))


def test_errors_can_be_limited() -> None:
    text = '{"step": 1, "loss": "x"}\n' * 10
    stream = io.BytesIO(text.encode())
    found = list(limited(validated(stream, "jsonl", validator_for(SCHEMA)), 3))
    assert [item.line for item in found] == [1, 2, 3, 4]
    assert found[-1].message == "more is wrong from here on; only 3 errors are reported"
    assert len(list(limited(iter(found), 4))) == 4
    assert len(list(limited(iter(found), 0))) == 4


# ---- how a file is written


@pytest.mark.parametrize(
    ("path", "block", "language"),
    [
        ("a.json", '{"a": 1}', "json"),
        ("a.JSON", '{"a": 1}', "json"),
        ("a.jsonl", '{"a": 1}', "jsonl"),
        ("a.ndjson", '{"a": 1}', "jsonl"),
        ("a.yml", '{"a": 1}', "yaml"),
        ("a.txt", '{"a": 1}', "json"),
        ("noname", '{"a": 1}', "json"),
        ("a.json", '{"a": 1}\n{"a": 2}', "jsonl"),
        ("a.txt", '{"a": 1}\n{"a": 2}', "jsonl"),
        ("a.yaml", '{"a": 1}\n{"a": 2}', "yaml"),
    ],
)
def test_language(path: str, block: str, language: str) -> None:
    (documented,) = formats_in(f"Order format:\n\n{block}")
    assert language_of_file(path, documented) == language


def test_other_kinds_of_files_are_refused() -> None:
    (documented,) = formats_in('Order format:\n\n{"a": 1}')
    with pytest.raises(ConfigurationError, match=r"'a\.csv' is CSV; only JSON, JSON Lines and YAML files are checked"):
        language_of_file("a.csv", documented)
