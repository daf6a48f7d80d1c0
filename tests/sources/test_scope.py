"""Expressions as text: the same as ``ast.unparse`` writes, and bounded."""

import argparse
import ast
import inspect
import typing
from pathlib import Path

import pytest

from sphinx_contracts.expressions import unparsed


@pytest.mark.parametrize(
    "text",
    [
        "int", "None", "...", "True", "-1", "1", "3.5", "'a'", '"it\'s"', "'a\\nb'", "b'x'", "a.b.c", "list[int]", "dict[str, list[int]]",
        "tuple[int, ...]", "tuple[()]", "Literal['a', 'b']", "x[1:2]", "int | None", "int | str | None", "(int | str) | None",
        "int | (str | None)", "a.b[c.d] | None", "Callable[[int, str], None]", "f(1, x=2)", "[1, 2]", "{'a': 1}", "lambda x: x",
        "x if y else z", "(yield)", "not x", "a and b", "'…'", "10**20", "f'{x}'", "x[(1, 2)]", "x[1,]", "('a' | b)", "1 .real", "x | -1",
        "'a'.b", "(a or b).c", "(a, b)", "*a", "a @ b", "-x | y",
    ],
)  # fmt: skip
def test_texts_are_those_of_the_parser(text: str) -> None:
    try:
        node = ast.parse(f"f({text})", mode="eval").body
    except SyntaxError:
        pytest.skip("no expression for this interpreter")
    assert isinstance(node, ast.Call)
    assert unparsed(node.args[0]) == ast.unparse(node.args[0])


def test_annotations_and_defaults_of_the_standard_library() -> None:
    count = 0
    for module in (typing, inspect, ast, argparse):
        for node in ast.walk(ast.parse(Path(inspect.getfile(module)).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Subscript | ast.Attribute | ast.BinOp | ast.Constant):
                text = unparsed(node)
                assert text in (ast.unparse(node), "…")
                count += text != "…"
    assert count > 4000
