"""Files whose bytes are no source text of this interpreter, and odd ones that are."""

from tests.hostile.inputs.record import Input, Outcome

__all__ = ["ENCODINGS"]

_BAD, _OK = Outcome.BAD, Outcome.OK
_UNREADABLE, _UNPARSABLE = "source-unreadable", "source-unparsable"
_BOM = b"\xef\xbb\xbf"

ENCODINGS = (
    Input("syntax", "syntax error", _BAD, b"def f(:\n    pass\n", rule=_UNPARSABLE),
    Input("syntax", "Python 2", _BAD, b"x = 1\nprint 'hello'\n", line=2, rule=_UNPARSABLE),
    Input(
        "syntax", "newer syntax", _BAD, b'x = 1\ny = t"{x}"\n', line=2, rule=_UNPARSABLE, others=frozenset({Outcome.OK})
    ),
    Input("syntax", "backslash at the end", _BAD, b"x = 1\\", rule=_UNPARSABLE),
    Input("syntax", "null byte", _BAD, b"x = 1\n\x00\n", rule=_UNPARSABLE),
    Input("encoding", "UTF-16", _BAD, "x = 1\n".encode("utf-16"), rule=_UNREADABLE),
    Input("encoding", "latin-1 without a cookie", _BAD, b"x = 1\ny = '\xe9'\n", line=2, rule=_UNREADABLE),
    Input("encoding", "truncated UTF-8", _BAD, "x = 'é".encode()[:-1], rule=_UNREADABLE),
    Input("encoding", "BOM with another cookie", _BAD, _BOM + b"# coding: latin-1\nx = 1\n", rule=_UNREADABLE),
    Input("encoding", "unknown cookie", _BAD, b"\n# coding: no-such\nx = 1\n", line=2, rule=_UNREADABLE),
    Input("encoding", "rot13 cookie", _BAD, b"# coding: rot13\nk = 1\n", rule=_UNREADABLE),
    Input("encoding", "zlib cookie", _BAD, b"# coding: zlib\nk = 1\n", rule=_UNREADABLE),
    Input("encoding", "cookie 'undefined'", _BAD, b"# coding: undefined\nk = 1\n", rule=_UNREADABLE),
    Input("encoding", "idna cookie", _BAD, b"# coding: idna\nk = 1\n", rule=_UNREADABLE),
    Input("encoding", "latin-1 cookie", _OK, b"# -*- coding: latin-1 -*-\nx = '\xe9'\n"),
    Input(
        "encoding",
        "cookie in the second line",
        _OK,
        b"#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\nx = '\x80'\n",
    ),
    Input("encoding", "utf-7", _OK, b"# coding: utf-7\nx = '+AOk-'\n"),
    Input("encoding", "utf8 as a cookie", _OK, b"# coding: utf8\nx = 1\n"),
    Input("encoding", "BOM", _OK, _BOM + b"x = 1\n"),
    Input("encoding", "cookie inside a string", _OK, b"x = '''\n# coding: rot13\n'''\n"),
    Input("layout", "CRLF", _OK, b"x = 1\r\ny = 2\r\n"),
    Input("layout", "lone CR", _OK, b"x = 1\ry = 2\r"),
    Input("layout", "form feed", _OK, b"x = 1\n\x0cy = 2\n"),
    Input("layout", "mixed tabs", _OK, b"if 1:\n\tx = 1\nif 2:\n        y = 1\n"),
    Input("layout", "no final newline", _OK, b"x = 1"),
    Input("layout", "empty", _OK, b""),
    Input("layout", "comments only", _OK, b"# nothing\n"),
    Input("layout", "invalid escape under -W error", _OK, b"x = '\\d'\n\n\ndef f() -> None:\n    '''Match \\d.'''\n"),
    Input("layout", "NFKC identifiers", _OK, "ﬁ = 1\n\n\ndef ﬂow(ª: int) -> None:\n    '''Flow.'''\n".encode()),
)
