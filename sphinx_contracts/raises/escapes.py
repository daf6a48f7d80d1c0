"""The exceptions that a body lets out, and what handlers around a place do to them.

A handler that raises again what it caught lets it out; then nothing is sure any more.

Key Components:
    - Escape: an exception that leaves a body
    - Caught: what handlers do to an exception
    - escapes_of: the exceptions that a body's own raise statements let out
    - is_caught: what handlers around a place do to an exception

Usage:
    from sphinx_contracts.raises.escapes import Caught

    assert Caught.YES.value == "yes"
"""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from sphinx_contracts.model.code import Body, Chain, Handler, RaiseSite
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.raises.hierarchy import STANDARD, Exceptions

__all__ = ["Caught", "Escape", "escapes_of", "is_caught"]

_PASSED_ON = frozenset(
    {
        *(
            f"builtins.{name}"
            for name in (
                *("Exception", "BaseException", "KeyboardInterrupt", "GeneratorExit", "SystemExit"),
                *("MemoryError", "RecursionError"),
            )
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


@fast_init
@dataclass(frozen=True, slots=True)
class Escape:
    """An exception that leaves a body."""

    name: str  # dotted name, "" where it is not known
    written: str  # the exception as written
    line: int  # 1-based source line
    column: int  # 1-based column
    sure: bool  # False where the name or the way out is not sure
    asserted: bool = False  # it comes from an assert


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
        named_so = name is not None and exceptions.is_exception(name) and not _is_attribute(chain, name, exceptions)
        if name is None or not named_so or not complete or _may_be_alias(name, exceptions):
            result = Caught.UNSURE
    return result


def _may_be_alias(name: str, exceptions: Exceptions) -> bool:
    """The standard library gives other names to builtin exceptions, and not all of them are known here."""
    if exceptions.is_project(name) or name in STANDARD or name.startswith("builtins."):
        return False
    return name.partition(".")[0] in sys.stdlib_module_names


def _is_attribute(chain: Chain | None, name: str, exceptions: Exceptions) -> bool:
    """What an object, or a class by way of a base outside, has under a name: nobody can tell what it is."""
    if chain is None or exceptions.is_project(name):
        return False
    held = chain.instance or exceptions.is_project(chain.root)
    attributes = [step for step in chain.steps if step.startswith(".")]
    return held and bool(attributes) and name.endswith(attributes[-1])


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
        if name is None or not exceptions.is_exception(name) or _is_attribute(site.exception, name, exceptions):
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
