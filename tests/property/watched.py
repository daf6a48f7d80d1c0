"""Checks a code base and builds its site while every event of the interpreter is watched, and prints what it saw.

It runs in a process of its own, for an audit hook stays. What is imported when needed is imported by a first round.

Usage:
    python -m tests.property.watched GOOD HOSTILE
"""

import contextlib
import io
import json
import os
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from sphinx_contracts.cli import main as command

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGING = ("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.chmod", "os.truncate")
_LEAVING = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "ctypes.", "urllib.",
    "http.", "ftplib.", "smtplib.", "webbrowser.", "pty.", "os.kill", "code.", "sqlite3.",
)  # fmt: skip


def _full(path: str) -> str:
    """The whole path; nothing is followed, for that would be an event again."""
    return os.path.abspath(path)  # noqa: PTH100


class Watcher:
    """What has happened since it began to look."""

    def __init__(self) -> None:
        self.active = False
        self.seen: dict[str, set[str]] = {"read": set(), "written": set(), "executed": set(), "left": set()}

    def note(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Take an event of the interpreter."""
        if not self.active:
            return
        if event == "open":
            path, mode, flags = arguments
            if isinstance(path, str | bytes | os.PathLike):
                writes = bool(flags & _WRITING) or (isinstance(mode, str) and set(mode) & set("wax+"))
                self.seen["written" if writes else "read"].add(_full(os.fsdecode(path)))
        elif event in _CHANGING:
            self.seen["written"] |= {
                _full(os.fsdecode(item)) for item in arguments[:2] if isinstance(item, str | bytes)
            }
        elif event in ("os.scandir", "os.listdir"):
            if isinstance(arguments[0], str):
                self.seen["read"].add(_full(arguments[0]))
        elif event == "exec":
            self.seen["executed"].add(arguments[0].co_filename)
        elif event == "import":
            self.seen["executed"].add(f"import {arguments[0]}")
        elif event.startswith(_LEAVING):
            self.seen["left"].add(f"{event} {arguments!r}"[:200])


def _work(root: Path) -> None:
    from sphinx.cmd.build import build_main

    os.chdir(root)
    for arguments in (["check", "--notes"], ["check", "--no-cache", "-j", "1"], ["export", "-o", "out/model.json"]):
        result = CliRunner().invoke(command, arguments)
        assert result.exit_code in (0, 1), result.output
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        assert build_main(["-q", "-b", "html", "docs", "out/html"]) == 0


def main() -> None:
    """Look at the second code base, after the first has loaded everything."""
    first, second = map(Path, sys.argv[1:3])
    _work(first)
    watcher = Watcher()
    sys.addaudithook(watcher.note)
    watcher.active = True
    _work(second)
    watcher.active = False
    print(json.dumps({name: sorted(values) for name, values in watcher.seen.items()}))


if __name__ == "__main__":
    main()
