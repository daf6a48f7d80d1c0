"""A pytest plugin that records what a package's own functions really do while its tests run.

An audit hook notes files opened for writing, connections, processes, changes of the environment and databases
opened, each with the functions of the package that were running; a monitor (a trace function before Python 3.12)
notes every exception that leaves a function of the package. Standard library only: it runs in the environment of
the package under observation, on its own.

Set OBSERVED_ROOTS (folders of the package's code, separated like PATH), OBSERVED_OUTPUT (where to write the record)
and OBSERVED_SECONDS (when to stop), and run pytest with ``-p observer``.

Key Components:
    - Recorder: collects the record
    - pytest_configure, pytest_runtest_logfinish, pytest_unconfigure: the plugin

Usage:
    OBSERVED_ROOTS=src/click OBSERVED_OUTPUT=record.json OBSERVED_SECONDS=300 python -m pytest -p observer
"""

import json
import os
import sys
import threading
import time
from collections import Counter
from opcode import opmap
from pathlib import Path
from types import CodeType, FrameType, TracebackType
from typing import Any

__all__ = ["Recorder", "pytest_configure", "pytest_runtest_logfinish", "pytest_unconfigure"]

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_EVENTS = {
    **{f"os.{name}": "file-write" for name in ("remove", "rename", "mkdir", "rmdir", "link", "symlink", "truncate")},
    **{f"os.{name}": "file-write" for name in ("chmod", "chown", "utime")},
    **{f"socket.{name}": "network" for name in ("connect", "bind", "sendto", "getaddrinfo", "gethostbyname")},
    **{f"os.{name}": "process" for name in ("system", "exec", "spawn", "posix_spawn", "fork", "kill", "killpg")},
    **{f"os.{name}": "environment" for name in ("putenv", "unsetenv", "chdir")},
    "subprocess.Popen": "process",
    "sqlite3.connect": "database",
}
_ENDS = frozenset(opmap[name] for name in ("RETURN_VALUE", "YIELD_VALUE", "RETURN_GENERATOR") if name in opmap)
_QUIET = (GeneratorExit, StopIteration, StopAsyncIteration, KeyboardInterrupt)
_DEEPEST = 400


class Recorder:
    """Collects what functions of a package do.

    Responsibilities:
        - Tell which frames belong to the package
        - Keep each distinct stack and exception once, with a count

    Attributes:
        effects: (category, event, stack) to count; a stack runs from the event outwards
        exceptions: (exception, ancestors, stack) to count; a stack runs from where it came from outwards

    Example:
        recorder = Recorder(["src/click"])
    """

    def __init__(self, roots: list[str]) -> None:
        """Take the package's folders.

        Args:
            roots: Folders that hold its code, by absolute path
        """
        self.effects: Counter[tuple[str, str, tuple[Any, ...]]] = Counter()
        self.exceptions: Counter[tuple[str, tuple[str, ...], tuple[Any, ...]]] = Counter()
        self._roots = tuple(f"{os.path.realpath(root)}{os.sep}" for root in roots)
        self._paths: dict[str, str | None] = {}
        self._busy = threading.local()
        self._over = False

    def path_of(self, code: CodeType) -> str | None:
        """Tell which file of the package a piece of code stands in.

        Args:
            code: The code

        Returns:
            The path relative to the package's folder, None for code of others

        Example:
            inside = recorder.path_of(frame.f_code) is not None
        """
        name = code.co_filename
        if name not in self._paths:
            real = os.path.realpath(name)
            self._paths[name] = next((real[len(root) :] for root in self._roots if real.startswith(root)), None)
        return self._paths[name]

    def audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Note an audit event that is an effect of the package.

        Args:
            event: Name of the event
            arguments: Its arguments

        Example:
            sys.addaudithook(recorder.audit)
        """
        if self._over:  # while the interpreter shuts down, even this module's names may be gone
            return
        category = "file-write" if event == "open" and _writes(arguments) else _EVENTS.get(event)
        if category is None or (event == "os.kill" and arguments[1] == 0) or getattr(self._busy, "on", False):
            return
        self._busy.on = True
        try:
            stack = self._stack(sys._getframe(1))
            if any(isinstance(item, tuple) for item in stack):
                self.effects[category, event, stack] += 1
        finally:
            self._busy.on = False

    def _stack(self, frame: FrameType | None) -> tuple[Any, ...]:
        """Frames of the package as (path, name, first line, line); of others only the one that was called."""
        found: list[Any] = []
        outside = ""
        for _ in range(_DEEPEST):
            if frame is None:
                break
            code = frame.f_code
            if code.co_name == "__del__" or code.co_qualname == "finalize.__call__":
                return ()  # whoever happens to run while garbage is collected is not to blame
            path = self.path_of(code)
            if path is None:
                outside = f"{frame.f_globals.get('__name__', '?')}.{code.co_qualname}"
            else:
                if outside:
                    found.append(outside)
                    outside = ""
                found.append((path, code.co_qualname, code.co_firstlineno, frame.f_lineno))
            frame = frame.f_back
        return tuple(found)

    def left(self, error: BaseException, traceback: TracebackType | None) -> None:
        """Note an exception that leaves a function of the package.

        Args:
            error: The exception
            traceback: The traceback that begins at the function left

        Example:
            recorder.left(error, error.__traceback__)
        """
        if self._over or isinstance(error, _QUIET) or getattr(self._busy, "on", False):
            return
        stack: list[Any] = []
        outside = ""
        while traceback is not None and len(stack) < _DEEPEST:
            code = traceback.tb_frame.f_code
            path = self.path_of(code)
            if path is not None:
                stack.append((path, code.co_qualname, code.co_firstlineno, traceback.tb_lineno))
                outside = ""
            elif not outside:
                outside = f"{traceback.tb_frame.f_globals.get('__name__', '?')}.{code.co_qualname}"
                stack.append(outside)
            traceback = traceback.tb_next
        names = tuple(f"{kind.__module__}.{kind.__qualname__}" for kind in type(error).__mro__[:-1])
        self.exceptions[names[0], names, tuple(reversed(stack))] += 1

    def watch(self) -> None:
        """Begin to note effects and exceptions, in all threads.

        Side Effects:
            - Adds an audit hook, which stays until the interpreter ends
            - Takes the interpreter's monitoring of exceptions, or its trace function
        """
        sys.addaudithook(self.audit)
        if sys.version_info >= (3, 12):
            monitoring = sys.monitoring
            monitoring.use_tool_id(monitoring.PROFILER_ID, "observer")
            monitoring.register_callback(monitoring.PROFILER_ID, monitoring.events.PY_UNWIND, self._unwound)
            monitoring.set_events(monitoring.PROFILER_ID, monitoring.events.PY_UNWIND)
        else:
            threading.settrace(self._called)
            sys.settrace(self._called)

    def _unwound(self, code: CodeType, offset: int, error: BaseException) -> None:
        if self.path_of(code) is not None:
            self.left(error, error.__traceback__)

    def _called(self, frame: FrameType, event: str, argument: Any) -> Any:
        if self.path_of(frame.f_code) is None:
            return None
        frame.f_trace_lines = False
        raised: list[Any] = []

        def inside(frame: FrameType, event: str, argument: Any) -> Any:
            if event == "exception":
                raised[:] = [argument]
            elif event == "return" and raised and frame.f_code.co_code[frame.f_lasti] not in _ENDS:
                _, error, traceback = raised.pop()
                if isinstance(error, BaseException):
                    self.left(error, traceback)
            return inside

        return inside

    def write(self, path: Path) -> None:
        """Write the record.

        Args:
            path: The file

        Side Effects:
            - Writes the record as JSON
        """
        self._over = True
        record = {
            "effects": [[*key, count] for key, count in self.effects.items()],
            "exceptions": [[*key, count] for key, count in self.exceptions.items()],
        }
        path.write_text(json.dumps(record), "utf-8")


def _writes(arguments: tuple[Any, ...]) -> bool:
    path, _, flags = arguments
    return isinstance(flags, int) and bool(flags & _WRITING) and path != os.devnull


_RECORDER = Recorder([root for root in os.environ.get("OBSERVED_ROOTS", "").split(os.pathsep) if root])
_STARTED = time.monotonic()


def pytest_configure() -> None:
    """Begin to record.

    Side Effects:
        - Adds an audit hook and a monitor to the interpreter
    """
    if "OBSERVED_OUTPUT" in os.environ:
        _RECORDER.watch()


def pytest_runtest_logfinish() -> None:
    """End the run when its time is over.

    Raises:
        pytest.exit.Exception: If the tests have taken OBSERVED_SECONDS
    """
    if time.monotonic() - _STARTED > float(os.environ.get("OBSERVED_SECONDS", "300")):
        import pytest

        pytest.exit("time is over", returncode=0)


def pytest_unconfigure() -> None:
    """Write the record.

    Side Effects:
        - Writes the file that OBSERVED_OUTPUT names
    """
    if "OBSERVED_OUTPUT" in os.environ:
        _RECORDER.write(Path(os.environ["OBSERVED_OUTPUT"]))
