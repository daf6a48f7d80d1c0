"""Which exceptions leave a body of code: raised, and not caught around the place.

Handlers are matched by class hierarchy, builtins and the project's own classes included. What cannot be told is
never sure.

Key Components:
    - Exceptions: names and ancestors of exceptions
    - Escape: an exception that leaves a body
    - escapes_of: the exceptions that a body's own raise statements let out
    - is_caught: what handlers around a place do to an exception

Usage:
    from sphinx_contracts.raises import NEVER_ERRORS

    assert "builtins.NotImplementedError" in NEVER_ERRORS
"""

import builtins
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from sphinx_contracts.model.code import Body, Chain, Handler, RaiseSite

__all__ = ["NEVER_ERRORS", "Caught", "Escape", "Exceptions", "escapes_of", "is_caught"]

NEVER_ERRORS = frozenset(
    f"builtins.{name}"
    for name in (
        "NotImplementedError",
        "AssertionError",
        "StopIteration",
        "StopAsyncIteration",
        "SystemExit",
        "Exception",
        "BaseException",
    )
)
# dotted name of an exception of the standard library -> its nearest builtin ancestor
_STANDARD = {
    "json.JSONDecodeError": "ValueError",
    "json.decoder.JSONDecodeError": "ValueError",
    "tomllib.TOMLDecodeError": "ValueError",
    "configparser.Error": "Exception",
    "subprocess.SubprocessError": "Exception",
    "subprocess.CalledProcessError": "Exception",
    "subprocess.TimeoutExpired": "Exception",
    "socket.gaierror": "OSError",
    "socket.herror": "OSError",
    "ssl.SSLError": "OSError",
    "urllib.error.URLError": "OSError",
    "urllib.error.HTTPError": "OSError",
    "shutil.Error": "OSError",
    "zipfile.BadZipFile": "Exception",
    "tarfile.TarError": "Exception",
    "queue.Empty": "Exception",
    "queue.Full": "Exception",
    "asyncio.QueueFull": "Exception",
    "asyncio.QueueEmpty": "Exception",
    "asyncio.InvalidStateError": "Exception",
    "asyncio.CancelledError": "BaseException",
    "concurrent.futures.CancelledError": "Exception",
    "decimal.InvalidOperation": "ArithmeticError",
    "binascii.Error": "ValueError",
    "pickle.PickleError": "Exception",
    "pickle.PicklingError": "Exception",
    "pickle.UnpicklingError": "Exception",
    "sqlite3.Error": "Exception",
    "sqlite3.DatabaseError": "Exception",
    "sqlite3.OperationalError": "Exception",
    "sqlite3.IntegrityError": "Exception",
    "csv.Error": "Exception",
    "struct.error": "Exception",
    "xml.etree.ElementTree.ParseError": "SyntaxError",
    "argparse.ArgumentTypeError": "Exception",
    "argparse.ArgumentError": "Exception",
    "copy.Error": "Exception",
    "locale.Error": "Exception",
    "io.UnsupportedOperation": "OSError",
    "re.error": "Exception",
    "statistics.StatisticsError": "ValueError",
    "unittest.SkipTest": "Exception",
    "dataclasses.FrozenInstanceError": "AttributeError",
}


# other names of builtin exceptions
_ALIASES = {
    "socket.error": "builtins.OSError",
    "select.error": "builtins.OSError",
    "os.error": "builtins.OSError",
    "mmap.error": "builtins.OSError",
    "socket.timeout": "builtins.TimeoutError",
    "asyncio.TimeoutError": "builtins.TimeoutError",
    "asyncio.exceptions.TimeoutError": "builtins.TimeoutError",
    "concurrent.futures.TimeoutError": "builtins.TimeoutError",
}
_PASSED_ON = frozenset(
    {
        *(
            f"builtins.{name}"
            for name in ("Exception", "BaseException", "KeyboardInterrupt", "GeneratorExit", "SystemExit")
        ),
        "asyncio.CancelledError",
        "asyncio.exceptions.CancelledError",
    }
)


class Caught(Enum):
    """What handlers around a place do to an exception."""

    YES = "yes"  # it never leaves
    NO = "no"  # it leaves
    UNSURE = "unsure"  # it may leave, or leaves as it is after a handler saw it


@dataclass(frozen=True, slots=True)
class Escape:
    """An exception that leaves a body."""

    name: str  # dotted name, "" where it is not known
    written: str  # the exception as written
    line: int  # 1-based source line
    column: int  # 1-based column
    sure: bool  # False where the name or the way out is not sure
    asserted: bool = False  # it comes from an assert


class Exceptions:
    """Names and ancestors of exceptions, builtins and the project's own classes.

    Responsibilities:
        - Tell the ancestors of an exception
        - Tell whether one is known as far as its root

    Attributes:
        bases: Tells the bases of a project class: those in the project and those outside

    Example:
        exceptions = Exceptions(bases, classes)
    """

    def __init__(self, bases: Callable[[str], tuple[tuple[str, ...], tuple[str, ...]]], classes: Iterable[str]) -> None:
        """Take the project's classes.

        Args:
            bases: Class to its bases in the project and its bases outside, nearest first
            classes: Qualified names of the project's classes
        """
        self.bases = bases
        self._classes = frozenset(classes)
        self._known: dict[str, tuple[frozenset[str], bool]] = {}

    def ancestors(self, name: str) -> tuple[frozenset[str], bool]:
        """Collect what an exception is.

        Args:
            name: Its dotted name

        Returns:
            The exception and its ancestors, and whether that is all of them

        Example:
            names, complete = exceptions.ancestors("builtins.KeyError")
        """
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._collected(name)
        return known

    def _collected(self, name: str) -> tuple[frozenset[str], bool]:
        if name not in self._classes:
            return _outside(name)
        inside, outside = self.bases(name)
        found, complete = {name, *inside}, True
        for base in outside:
            names, known = _outside(base)
            found |= names
            complete = complete and known
        return frozenset(found), complete

    def canonical(self, name: str) -> str:
        """Give a builtin exception its full name.

        Args:
            name: A dotted name

        Returns:
            ``builtins.NAME`` for a builtin exception, its other names (``IOError``) included; other names as they are

        Example:
            assert exceptions.canonical("IOError") == "builtins.OSError"
        """
        if name in self._classes or "." in name.removeprefix("builtins."):
            return _ALIASES.get(name, name)
        kind = _builtin(name)
        return f"builtins.{kind.__name__}" if kind is not None else name

    def is_project(self, name: str) -> bool:
        """Tell whether an exception is a class of the project.

        Args:
            name: Its dotted name

        Returns:
            True for a class of the project

        Example:
            known = exceptions.is_project("core.errors.LoadError")
        """
        return name in self._classes

    def is_exception(self, name: str) -> bool:
        """Tell whether a dotted name is an exception class.

        Args:
            name: The dotted name

        Returns:
            True for builtin exceptions, for classes of the project, and for capitalised names from elsewhere

        Example:
            assert exceptions.is_exception("builtins.KeyError")
        """
        if name in self._classes:
            return True
        if name.startswith("builtins."):
            return _builtin(name) is not None
        last = name.rpartition(".")[2]
        return name in _STANDARD or (last[:1].isupper() and "." in name)


def _builtin(name: str) -> type[BaseException] | None:
    found = getattr(builtins, name.removeprefix("builtins."), None)
    return found if isinstance(found, type) and issubclass(found, BaseException) else None


def _outside(name: str) -> tuple[frozenset[str], bool]:
    kind = _builtin(name) if "." not in name.removeprefix("builtins.") else None
    if kind is None and name in _STANDARD:
        names, _ = _outside(f"builtins.{_STANDARD[name]}")
        return names | {name}, True
    if kind is None:
        return frozenset({name, "builtins.Exception", "builtins.BaseException"}), False
    return frozenset(f"builtins.{item.__name__}" for item in kind.__mro__ if item is not object), True


def is_caught(
    name: str,
    handlers: Iterable[tuple[Handler, ...]],
    exceptions: Exceptions,
    named: Callable[[Chain], str | None],
) -> Caught:
    """Tell what the handlers around a place do to an exception.

    Args:
        name: Dotted name of the exception
        handlers: The handlers of each statement around the place, innermost first
        exceptions: Names and ancestors
        named: Tells the dotted name that a chain stands for

    Returns:
        YES where one of them keeps it, NO where none can see it

    Example:
        caught = is_caught("builtins.KeyError", site.handlers, exceptions, evaluator.named)
    """
    ancestors, complete = exceptions.ancestors(name)
    unsure = False
    for group in handlers:
        for handler in group:
            caught = _handled(handler, ancestors, complete, exceptions, named)
            if caught is Caught.NO:
                continue
            if caught is Caught.UNSURE or handler.reraises:
                unsure = True
                if caught is Caught.YES:
                    break  # the handlers after it do not see the exception, the statements around do
                continue
            return Caught.YES
    return Caught.UNSURE if unsure else Caught.NO


def _handled(
    handler: Handler,
    ancestors: frozenset[str],
    complete: bool,
    exceptions: Exceptions,
    named: Callable[[Chain], str | None],
) -> Caught:
    if not handler.catches:
        return Caught.YES
    result = Caught.NO
    for chain in handler.catches:
        name = named(chain) if chain is not None else None
        if name is not None and exceptions.canonical(name) in ancestors:
            return Caught.YES
        if name is None or not exceptions.is_exception(name) or not complete or _may_be_alias(name, exceptions):
            result = Caught.UNSURE
    return result


def _may_be_alias(name: str, exceptions: Exceptions) -> bool:
    """The standard library gives other names to builtin exceptions, and not all of them are known here."""
    if exceptions.is_project(name) or name in _STANDARD or name.startswith("builtins."):
        return False
    return name.partition(".")[0] in sys.stdlib_module_names


def escapes_of(body: Body, exceptions: Exceptions, named: Callable[[Chain], str | None]) -> list[Escape]:
    """List the exceptions that a body's own raise statements let out.

    Args:
        body: The body
        exceptions: Names and ancestors
        named: Tells the dotted name that a chain stands for

    Returns:
        One record for each raise statement whose exception may leave

    Example:
        escapes = escapes_of(body, exceptions, evaluator.named)
    """
    found: list[Escape] = []
    for site in body.raises:
        name = named(site.exception) if site.exception is not None else None
        name = exceptions.canonical(name) if name is not None else None
        if name is None or not exceptions.is_exception(name):
            if site.kind == "raise" and not any(not handler.catches for group in site.handlers for handler in group):
                found.append(Escape("", site.written, site.line, site.column, sure=False))
            continue
        caught = is_caught(name, site.handlers, exceptions, named)
        if caught is not Caught.YES:
            found.append(_escape(site, name, caught))
    return found


def _escape(site: RaiseSite, name: str, caught: Caught) -> Escape:
    # a handler that lets pass what ends the program says nothing about the body
    dynamic = site.kind == "again" and name in _PASSED_ON
    sure = caught is Caught.NO and not dynamic
    return Escape(name, site.written, site.line, site.column, sure, asserted=site.kind == "assert")
