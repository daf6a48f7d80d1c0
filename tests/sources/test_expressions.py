"""Expressions as text: one line, of bounded length, with the quotes that formatters write."""

import ast

import pytest

from sphinx_contracts.expressions import shown


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("open(path,'w')", 'open(path, "w")'),
        ('open(path, "w")', 'open(path, "w")'),
        ("f('')", 'f("")'),
        ("f(b'x', r'\\d')", 'f(b"x", "\\\\d")'),
        ("f(\"it's\", 'w')", 'f("it\'s", "w")'),
        ("f('say \"x\"', 'w')", 'f(\'say "x"\', "w")'),
        ("f('it\\'s \"x\"', 'w')", 'f(\'it\\\'s "x"\', "w")'),
        ("f('a\\\\', 'b')", 'f("a\\\\", "b")'),
        ("f(f'{x} y')", 'f(f"{x} y")'),
    ],
)
def test_strings_stand_in_double_quotes(code: str, text: str) -> None:
    found = shown(ast.parse(code, mode="eval").body)
    assert found == text
    assert ast.dump(ast.parse(found)) == ast.dump(ast.parse(code))
