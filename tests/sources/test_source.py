"""Files of every kind: analysed, or one problem with a line (hostile.md)."""

import ast
import os
import sys
from pathlib import Path

import pytest

from sphinx_contracts.source import parse_source, read_source
from tests.hostile.inputs import INPUTS, Input, Outcome

_PLAIN = [item for item in INPUTS if item.make is None and item.row != "names" and not item.is_heavy]


@pytest.mark.parametrize("item", _PLAIN, ids=lambda item: item.title)
def test_a_file_has_a_tree_or_one_problem(item: Input) -> None:
    source = parse_source(item.content if isinstance(item.content, bytes) else item.content())
    assert "\r" not in source.text
    if source.problem is None:
        assert isinstance(source.tree, ast.Module)
        # a file that is too large is not read at all
        assert item.outcome is not Outcome.BAD or item.others or "size" in item.name
        return
    assert source.tree is None
    assert item.outcome is Outcome.BAD or Outcome.BAD in item.others
    assert not item.rule or (source.problem.rule, source.problem.line) == (item.rule, item.line)
    assert "\n" not in source.problem.message


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
