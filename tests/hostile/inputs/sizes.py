"""Code that is too deep or too large for a parser, for recursion, or for a cell of a table."""

from tests.hostile.inputs.record import Input, Outcome, encoded

__all__ = ["SIZES"]

_BAD, _OK, _CUT = Outcome.BAD, Outcome.OK, Outcome.CUT
_ANY = frozenset({_BAD, _OK, _CUT})
_SHOWN = frozenset({_OK, _CUT})
_UNPARSABLE = "source-unparsable"


def _nested_classes() -> str:
    return "\n".join(f"{'    ' * depth}class C{depth}:" for depth in range(90)) + f"\n{'    ' * 90}pass\n"


def _indents() -> str:
    return "if 1:\n" + "".join(" " * depth + "if 1:\n" for depth in range(1, 101))


def _functions() -> str:
    return '"""Many."""\n' + "".join(f'\n\ndef f{number}():\n    """F {number}."""\n' for number in range(5000))


def _docstring(text: str) -> str:
    return f'def f():\n    """Do.\n\n    {text}\n    """\n'


def _default(text: str) -> str:
    return f'def f(x={text}):\n    """Do.\n\n    Args:\n        x: It\n    """\n'


SIZES = (
    Input("depth", "201 brackets", _BAD, b"x = " + b"(" * 201 + b")" * 201, rule=_UNPARSABLE, others=_ANY),
    Input("depth", "100 indents", _BAD, encoded(_indents), line=101, rule=_UNPARSABLE, others=_ANY),
    Input("depth", "chain of 3,000 terms", _BAD, encoded(lambda: "x = " + "+".join("a" * 3000)), others=_ANY),
    Input("depth", "default of 3,000 terms", _CUT, encoded(lambda: _default("+".join("a" * 3000))), others=_ANY),
    Input("depth", "- × 20,000", _BAD, encoded(lambda: "x = " + "-" * 20_000 + "1"), others=_ANY),
    Input("depth", "** × 3,000", _BAD, encoded(lambda: "x = " + "**".join("1" * 3000)), others=_ANY),
    Input("depth", "elif × 5,000", _BAD, encoded(lambda: "if a: pass\n" + "elif b: pass\n" * 5000), others=_ANY),
    Input(
        "depth",
        "annotation of 20,000 terms",
        _BAD,
        encoded(lambda: f"def f(x: {'|'.join(['int'] * 20_000)}): ..."),
        others=_ANY,
    ),
    Input("depth", "integer of 5,000 digits", _BAD, b"x = " + b"9" * 5000, rule=_UNPARSABLE, others=_ANY),
    Input("depth", "file over the size limit", _BAD, lambda: b"#" * (10 * 2**20 + 1), rule="source-unreadable"),
    Input("depth", "elif × 600", _OK, encoded(lambda: "if a: pass\n" + "elif b: pass\n" * 600), others=_SHOWN),
    Input("depth", ".b × 900", _OK, encoded(lambda: "x = a" + ".b" * 900), others=_SHOWN),
    Input("depth", "default with .b × 900", _CUT, encoded(lambda: _default("a" + ".b" * 900)), others=_SHOWN),
    Input("depth", "90 nested classes", _OK, encoded(_nested_classes), others=_SHOWN),
    Input("size", "default of 5 MB", _CUT, encoded(lambda: _default(f"'{'x' * 5_000_000}'"))),
    Input("size", "default of 500,000 elements", _CUT, encoded(lambda: _default(f"[{'1,' * 500_000}]")), is_heavy=True),
    Input("size", "Union of 20,000 terms", _CUT, encoded(lambda: f"def f(x: Union[{'int, ' * 20_000}]): ...")),
    Input("size", "5,000 functions", _OK, encoded(_functions), is_heavy=True),
    Input("size", "( × 100,000 in a docstring", _OK, encoded(lambda: _docstring("(" * 100_000))),
    Input("size", "` × 50,000 in a docstring", _OK, encoded(lambda: _docstring("`" * 50_000))),
    Input(
        "size",
        "2,000 sections in a docstring",
        _OK,
        encoded(lambda: _docstring("".join(f"Section {n}:\n        x\n\n    " for n in range(2000)))),
    ),
)
