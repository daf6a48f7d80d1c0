"""Documented JSON that is deep, large, or no JSON."""

from collections.abc import Callable

from tests.hostile.inputs.record import Input, Outcome

__all__ = ["FORMATS"]

_HEAD = '"""Reads.\n\nState JSON Format\n-----------------\n\nThe state.json file has the following structure:\n\n'


def _block(make: Callable[[], str]) -> Callable[[], bytes]:
    return lambda: f'{_HEAD}{make()}\n"""\n'.encode()


_LARGE = ",\n".join(f'"key_{number}": {number}  // int: Number {number}' for number in range(30_000))

FORMATS = (
    Input("JSON", "[ × 100,000", Outcome.CUT, _block(lambda: "[" * 100_000), line=8),
    Input("JSON", "1 MB", Outcome.CUT, _block(lambda: f"{{\n{_LARGE}\n}}"), line=8, is_heavy=True),
    Input("JSON", "NaN", Outcome.LIT, _block(lambda: '{\n"loss": NaN  // float: Loss\n}')),
    Input("JSON", "1e999", Outcome.LIT, _block(lambda: '{\n"loss": 1e999  // float: Loss\n}')),
    Input(
        "JSON",
        "duplicate keys",
        Outcome.OK,
        _block(lambda: '{\n"a": 1,  // int: One\n"a": 2  // int: Two\n}'),
        line=10,
        rule="format-unparsed",
    ),
    Input("JSON", "// inside strings", Outcome.OK, _block(lambda: '{\n"url": "http://x//y"  // str: Where\n}')),
    Input(
        "JSON",
        "unterminated",
        Outcome.OK,
        _block(lambda: '{\n"a": 1,  // int: One\n"b": [1, 2  // list[int]: Two'),
        line=10,
        rule="format-unparsed",
    ),
)
