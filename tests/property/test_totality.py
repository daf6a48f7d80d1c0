"""Properties 8 and 9: any bytes and any program give a result, and edits that change no meaning change positions only."""

import json
import re
from collections.abc import Callable
from typing import Any

import hypothesmith
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_contracts.model.contract import Project
from sphinx_contracts.reports.export import export_model
from sphinx_contracts.source import parse_source
from sphinx_contracts.tables.modules import module_entry
from sphinx_contracts.tables.view import View
from tests.property.history import TEXTS
from tests.property.profile import runs
from tests.rules.checking import checked
from tests.sites.everything import ENGINE

_PIECES = (
    *("def f(x, *, y=1) -> int:\n", "class A(B, metaclass=C):\n", "async def g():\n", "if x:\n", "else:\n", "try:\n"),
    *("except* E as e:\n", "match x:\n", "case {'a': [*_]}:\n", "with open(p) as f, q:\n", "for a, *b in c:\n"),
    *("    ", "        ", "\t", "return x\n", "raise E from e\n", "yield x\n", "x: 'int | None' = None\n", "pass\n"),
    *('"""Do.\n\n    Args:\n        x (int): y\n    """\n', '"""State JSON Format\n-----\n{"a": 1}\n"""\n', "x = y\n"),
    *("@property\n", "@overload\n", "@dataclass\n", "__all__ = ['f', *g]\n", "from . import *\n", "import a.b as c\n"),
    *("# contracts: ignore[x]\n", "#: doc\n", "f'{x!r:>{w}}'\n", "lambda: (yield)\n", "\\\n", "\x0c", "\r", "\0", "é"),
    *(
        "open('x', 'w').write(y)\n",
        "global x\n",
        "del x[0]\n",
        "self.a.b = 1\n",
        "os.environ['A'] = 'b'\n",
        "type X[T] = T\n",
    ),
)
_SOUP = st.lists(st.sampled_from(_PIECES), max_size=25).map("".join)


def _model(data: bytes) -> dict[str, Any]:
    """The exported model of a file, once tables were made of it."""
    result = checked({"example.py": data})
    assert "internal-error" not in {item.rule for item in result.findings}
    project: Project = result.project
    view = View(project, result.findings, "safe")
    for module in project.modules:
        module_entry(module, view)
    model = export_model(project, result.findings)
    json.dumps(model, allow_nan=False)
    return model


@runs(100)
@given(st.binary(max_size=300) | _SOUP.map(lambda text: text.encode()))
def test_any_bytes_give_a_result(data: bytes) -> None:
    _model(data)


@runs(10)
@given(hypothesmith.from_grammar())
def test_any_program_of_the_grammar_gives_a_result(program: str) -> None:
    _model(program.encode("utf-8", "surrogatepass"))


@runs(3)
@given(hypothesmith.from_node())
def test_any_tree_gives_a_result(program: str) -> None:
    _model(program.encode("utf-8", "surrogatepass"))


_READABLE = [text for text in (*TEXTS, ENGINE) if text and parse_source(text.encode()).problem is None]
_EDITS: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "BOM": lambda text: f"\ufeff{text}",
    "a cookie": lambda text: f"# coding: utf-8\n{text}",
    "no final newline": lambda text: text.rstrip("\n"),
    "blank lines": lambda text: f"\n\n{text}\n\n\n",
    "wider gaps": lambda text: text.replace("\n\n\n", "\n\n\n\n\n\n"),
    "comments in gaps": lambda text: text.replace("\n\n\n", "\n\n\n# an unrelated remark\n\n\n"),
    "a comment at the end": lambda text: f"{text}\n\n# an unrelated remark\n",
    "blanks behind lines": lambda text: re.sub(r"(?m)(?<=[:)\]])$", "  ", text),
    "a form feed": lambda text: text.replace("\n\n\n", "\n\n\x0c\n"),
}
_POSITIONS = re.compile(r"\bline \d+|:\d+\b")


def _without_positions(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_positions(item) for key, item in value.items() if key not in ("line", "column")}
    if isinstance(value, list):
        return [_without_positions(item) for item in value]
    return _POSITIONS.sub("", value) if isinstance(value, str) else value


@pytest.mark.parametrize("edit", _EDITS)
@pytest.mark.parametrize("text", _READABLE, ids=range(len(_READABLE)))
def test_neutral_edits_change_positions_only(text: str, edit: str) -> None:
    before, after = _model(text.encode()), _model(_EDITS[edit](text).encode())
    assert _without_positions(after) == _without_positions(before)
