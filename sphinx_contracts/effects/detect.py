"""The effect of one call, from the catalogue and the settings.

A call counts by the dotted name of what it calls; where the arguments decide, the catalogue names a condition that
is carried out here.

Key Components:
    - Detector: tells the effect of a call
    - INTEREST: the calls that matter, for the collection of bodies

Usage:
    from sphinx_contracts.effects.detect import Detector
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from sphinx_contracts.calls.collect import UNKNOWN, Interest
from sphinx_contracts.effects.catalogue import CATALOGUE, CONDITIONS, LIKELY, MUTATORS
from sphinx_contracts.model.code import CallSite, Chain
from sphinx_contracts.model.fast_init import fast_init

__all__ = ["INTEREST", "Detected", "Detector", "interest_of"]

_CATEGORY = {name: category for category, names in CATALOGUE.items() for name in names}
_NAMES = frozenset(name.rpartition(".")[2] for name in (*_CATEGORY, *CONDITIONS))
_STORES = re.compile(r"\s*(?:INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|REPLACE|TRUNCATE)\b", re.IGNORECASE)
_DEVICES = frozenset({"/dev/null", "/dev/tty", "/dev/console", "/dev/stdout", "/dev/stderr"})
_STREAMS = frozenset({"sys.stdout", "sys.stderr", "sys.__stdout__", "sys.__stderr__"})
_STREAM_TYPES = frozenset(
    {*(f"typing.{name}" for name in ("IO", "BinaryIO", "TextIO"))}
    | {f"io.{name}" for name in ("BytesIO", "StringIO", "BufferedIOBase", "RawIOBase", "IOBase", "TextIOBase")}
    | {"io.TextIOWrapper", "io.BufferedWriter", "gzip.GzipFile"}
)

INTEREST = Interest(_NAMES, frozenset(LIKELY), MUTATORS)


@fast_init
@dataclass(frozen=True, slots=True)
class Detected:
    """The effect of a call."""

    category: str  # an effect category
    sure: bool = True  # False where it is only likely


def interest_of(effects: Mapping[str, str]) -> Interest:
    """Tell which calls matter once the settings are known.

    Args:
        effects: The setting ``effects``

    Returns:
        The names of the catalogue and of the setting

    Example:
        interest = interest_of({"core.db.save": "database"})
    """
    extra = frozenset(name.rpartition(".")[2] for name in effects)
    return Interest(_NAMES | extra, frozenset(LIKELY), MUTATORS)


class Detector:
    """Tells the effect of a call.

    Responsibilities:
        - Look calls up in the settings and in the catalogue
        - Hold the conditions on arguments

    Attributes:
        effects: The setting ``effects``: qualified callable or glob to category or "none"

    Example:
        detector = Detector({}, evaluator.named)
    """

    def __init__(self, effects: Mapping[str, str], named: Callable[[Chain], str | None]) -> None:
        """Take the settings.

        Args:
            effects: Qualified callable or glob to category or "none"
            named: Tells the dotted name that a chain stands for
        """
        self.effects = dict(effects)
        self._globs = [(glob, value) for glob, value in effects.items() if any(char in glob for char in "*?[")]
        self._named = named

    def configured(self, name: str) -> str | None:
        """Tell what the settings say of a callable.

        Args:
            name: Its dotted name

        Returns:
            A category, "none", or None where the settings say nothing

        Example:
            category = detector.configured("core.db.save")
        """
        if not self.effects:
            return None
        known = self.effects.get(name)
        if known is not None:
            return known
        return next((value for glob, value in self._globs if fnmatchcase(name, glob)), None)

    def effect(self, call: CallSite, name: str | None) -> Detected | None:
        """Tell the effect of a call.

        Args:
            call: The call
            name: Dotted name of what is called, None where that is unknown

        Returns:
            The effect, None where there is none

        Example:
            found = detector.effect(call, "os.remove")
        """
        if name is None:
            return Detected(LIKELY[call.name], sure=False) if call.attribute and call.name in LIKELY else None
        configured = self.configured(name)
        if configured is not None:
            return Detected(configured) if configured != "none" else None
        condition = CONDITIONS.get(name)
        if condition is not None:
            return self._conditional(condition, call)
        category = _CATEGORY.get(name)
        return Detected(category) if category is not None else None

    def _conditional(self, condition: str, call: CallSite) -> Detected | None:
        kind, _, position = condition.partition(":")
        arguments = dict(call.arguments)
        if kind == "mode":
            return None if self._is_device(_first(arguments, "0", "file")) else _of_mode(arguments, position)
        if kind == "archive":
            if arguments.get("fileobj") is not None or self._is_stream(_first(arguments, "0", "file", "name")):
                return None
            found = _of_mode(arguments, position)
            return found if found is not None and found.category == "file-write" else None
        if kind == "print":
            target = arguments.get("file")
            shown = target is None or (isinstance(target, Chain) and self._named(target) in _STREAMS)
            return Detected("stdout") if shown else None
        if kind == "kill":
            return None if arguments.get("1", arguments.get("sig")) == 0 else Detected("process")
        if kind == "handler":
            return Detected("signal", sure=not _is_kept_handler(_first(arguments, "1", "handler")))
        if kind == "sql":
            statement = arguments.get("0", arguments.get("sql"))
            stores = isinstance(statement, str) and statement != UNKNOWN and _STORES.match(statement) is not None
            return Detected("database") if stores else None
        if kind == "locale":
            return Detected("environment") if _first(arguments, "1", "locale") is not None else None
        if kind == "likely":
            return Detected("file-write", sure=False)
        target = arguments.get(position)
        return None if self._is_stream(target) else Detected("file-write", sure=kind != "stream")

    def _is_device(self, target: Any) -> bool:
        """What is written to the null device is written nowhere, to a terminal on no disk."""
        named = isinstance(target, str) and target in _DEVICES
        return named or (isinstance(target, Chain) and self._named(target) == "os.devnull")

    def _is_stream(self, target: Any) -> bool:
        """An open file or a buffer: whoever opened it has the effect."""
        return isinstance(target, Chain) and self._named(target) in _STREAM_TYPES


def _is_kept_handler(target: Any) -> bool:
    """The handler that was there before: what is set again is no change for the caller."""
    return isinstance(target, Chain) and "".join((target.root, *target.steps)) == "signal.getsignal()"


def _first(arguments: Mapping[str, Any], *names: str) -> Any:
    return next((arguments[name] for name in names if name in arguments), None)


def _of_mode(arguments: Mapping[str, Any], position: str) -> Detected | None:
    if "mode" not in arguments and position not in arguments:
        unclear = "*" in arguments or "**" in arguments
        return Detected("file-write", sure=False) if unclear else Detected("file-read")
    mode = arguments.get("mode", arguments.get(position))
    if not isinstance(mode, str) or mode == UNKNOWN:
        return Detected("file-write", sure=False)
    return Detected("file-write" if set(mode) & set("wax+") else "file-read")
