"""Names and ancestors of exceptions: builtins, the standard library and the project's own classes.

The tables hold what cannot be seen without importing: the ancestors of exceptions of the standard library, and other
names of builtin ones. To add one, add a row.

Key Components:
    - Exceptions: what an exception is
    - NEVER_ERRORS: exceptions that nobody has to document
    - STANDARD, ALIASES: exceptions of the standard library

Usage:
    from sphinx_contracts.raises.hierarchy import NEVER_ERRORS

    assert "builtins.NotImplementedError" in NEVER_ERRORS
"""

import builtins
from collections.abc import Callable, Iterable

__all__ = ["ALIASES", "NEVER_ERRORS", "STANDARD", "Exceptions"]

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
STANDARD = {
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
ALIASES = {
    "socket.error": "builtins.OSError",
    "select.error": "builtins.OSError",
    "os.error": "builtins.OSError",
    "mmap.error": "builtins.OSError",
    "socket.timeout": "builtins.TimeoutError",
    "asyncio.TimeoutError": "builtins.TimeoutError",
    "asyncio.exceptions.TimeoutError": "builtins.TimeoutError",
    "concurrent.futures.TimeoutError": "builtins.TimeoutError",
}


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
            return ALIASES.get(name, name)
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
        return name in STANDARD or (last[:1].isupper() and "." in name)


def _builtin(name: str) -> type[BaseException] | None:
    found = getattr(builtins, name.removeprefix("builtins."), None)
    return found if isinstance(found, type) and issubclass(found, BaseException) else None


def _outside(name: str) -> tuple[frozenset[str], bool]:
    kind = _builtin(name) if "." not in name.removeprefix("builtins.") else None
    if kind is None and name in STANDARD:
        names, _ = _outside(f"builtins.{STANDARD[name]}")
        return names | {name}, True
    if kind is None:
        return frozenset({name, "builtins.Exception", "builtins.BaseException"}), False
    return frozenset(f"builtins.{item.__name__}" for item in kind.__mro__ if item is not object), True
