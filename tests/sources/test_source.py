"""Files of every kind: analysed, or one problem with a line (hostile.md)."""

import ast
import os
import sys
from pathlib import Path

import pytest

from sphinx_contracts.source import parse_source, read_source

GOOD = [
    pytest.param(b"", id="empty"),
    pytest.param(b"# nothing\n", id="comments-only"),
    pytest.param(b"x = 1", id="no-final-newline"),
    pytest.param(b"\xef\xbb\xbfx = 1\n", id="bom"),
    pytest.param(b"x = 1\r\ny = 2\r\n", id="crlf"),
    pytest.param(b"x = 1\ry = 2\r", id="lone-cr"),
    pytest.param(b"x = 1\n\x0cy = 2\n", id="form-feed"),
    pytest.param(b"if 1:\n\tx = 1\n", id="tab"),
    pytest.param(b"# -*- coding: latin-1 -*-\nx = '\xe9'\n", id="latin-1-cookie"),
    pytest.param(b"#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\nx = '\x80'\n", id="cookie-second-line"),
    pytest.param(b"# coding: utf-7\nx = '+AOk-'\n", id="utf-7"),
    pytest.param(b"# coding: utf8\n\xef\xbb\xbf".replace(b"\xef\xbb\xbf", b"") + b"x = 1\n", id="utf8-alias"),
    pytest.param(b"x = '\\d'\n", id="invalid-escape"),
    pytest.param("ﬁ = 1\n".encode(), id="nfkc"),
    pytest.param(b"x = '''\n# coding: rot13\n'''\n", id="cookie-in-string"),
]
BAD = [
    pytest.param(b"def f(:\n    pass\n", "source-unparsable", 1, id="syntax-error"),
    pytest.param(b"x = 1\nprint 'hello'\n", "source-unparsable", 2, id="python-2"),
    pytest.param(b"x = 1\\", "source-unparsable", 1, id="backslash-at-end"),
    pytest.param(b"x = 1\n\x00\n", "source-unparsable", 1, id="null-byte"),
    pytest.param("x = 1\n".encode("utf-16"), "source-unreadable", 1, id="utf-16"),
    pytest.param(b"x = 1\ny = '\xe9'\n", "source-unreadable", 2, id="latin-1-without-cookie"),
    pytest.param("x = 'é".encode()[:-1], "source-unreadable", 1, id="truncated-utf-8"),
    pytest.param(b"\xef\xbb\xbf# coding: latin-1\nx = 1\n", "source-unreadable", 1, id="bom-and-cookie"),
    pytest.param(b"\n# coding: no-such\nx = 1\n", "source-unreadable", 2, id="unknown-cookie"),
    pytest.param(b"# coding: rot13\nk = 1\n", "source-unreadable", 1, id="rot13"),
    pytest.param(b"# coding: zlib\nk = 1\n", "source-unreadable", 1, id="zlib"),
    pytest.param(b"# coding: undefined\nk = 1\n", "source-unreadable", 1, id="undefined"),
    pytest.param(b"x = " + b"(" * 201 + b")" * 201, "source-unparsable", 1, id="201-brackets"),
    pytest.param(
        b"if 1:\n" + b"".join(b" " * n + b"if 1:\n" for n in range(1, 101)), "source-unparsable", 101, id="100-indents"
    ),
]
EITHER = [
    pytest.param("x = " + "+".join("a" * 1 for _ in range(3000)), id="3000-terms"),
    pytest.param("x = " + "-" * 20_000 + "1", id="20000-minus"),
    pytest.param("x = " + "**".join("1" for _ in range(3000)), id="3000-powers"),
    pytest.param("if a: pass\n" + "elif b: pass\n" * 5000, id="5000-elif"),
    pytest.param("def f(x: " + "|".join("int" for _ in range(20_000)) + "): ...", id="20000-union"),
    pytest.param("x = " + "9" * 5000, id="5000-digits"),
    pytest.param("x = a" + ".b" * 900, id="900-attributes"),
]


@pytest.mark.parametrize("data", GOOD)
def test_readable_files_have_a_tree(data: bytes) -> None:
    source = parse_source(data)
    assert source.problem is None
    assert isinstance(source.tree, ast.Module)
    assert "\r" not in source.text


@pytest.mark.parametrize(("data", "rule", "line"), BAD)
def test_bad_files_are_one_problem(data: bytes, rule: str, line: int) -> None:
    source = parse_source(data)
    assert source.tree is None
    assert source.problem is not None
    assert (source.problem.rule, source.problem.line) == (rule, line)
    assert "\n" not in source.problem.message


@pytest.mark.parametrize("text", EITHER)
def test_what_some_interpreters_cannot_parse_never_crashes(text: str) -> None:
    source = parse_source(text.encode())
    assert (source.tree is None) != (source.problem is None)


def test_lines_are_those_of_the_parser() -> None:
    source = parse_source("a = '\x0b\x0c\u2028'\r\nb = 2\rc = 3".encode())
    assert source.tree is not None
    assert [node.lineno for node in source.tree.body] == [1, 2, 3]
    assert source.lines[1:] == ["b = 2", "c = 3"]


def test_missing_file_is_a_problem(tmp_path: Path) -> None:
    source = read_source(tmp_path / "gone.py")
    assert source.problem is not None
    assert source.problem.rule == "source-unreadable"
    assert "No such file" in source.problem.message


@pytest.mark.skipif(sys.platform == "win32", reason="FIFOs are a POSIX thing")
def test_a_fifo_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    source = read_source(tmp_path / "pipe.py")
    assert source.problem is not None
    assert "no regular file" in source.problem.message


def test_large_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.py"
    with path.open("wb") as file:
        file.truncate(20 * 2**20)
    source = read_source(path)
    assert source.problem is not None
    assert "20 MiB" in source.problem.message
