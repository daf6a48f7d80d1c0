"""What a body of code does, as one file alone can tell: calls, raises and changes of state.

Names are kept as chains from a known root, so that what they stand for can be settled once all files are known.

Key Components:
    - Chain: an expression as a root and steps from it
    - Handler: what is caught around a place
    - CallSite, RaiseSite, Change: what a body does
    - Body: all of it

Usage:
    from sphinx_contracts.model.code import Chain

    chain = Chain("pathlib.Path", steps=("()", ".write_text"))
"""

from dataclasses import dataclass
from typing import Any

from sphinx_contracts.model.fast_init import fast_init

__all__ = ["Body", "CallSite", "Chain", "Change", "Handler", "RaiseSite"]


@fast_init
@dataclass(frozen=True, slots=True)
class Chain:
    """An expression as a root and the steps from it."""

    root: str  # dotted name, or a type where ``instance`` is set
    instance: bool = False  # True where the root is the type of a value
    steps: tuple[str, ...] = ()  # ".name", "()" call, "[]" item, "[*]" element, "/" joined path, "with" entered


@fast_init
@dataclass(frozen=True, slots=True)
class Handler:
    """What is caught around a place in a body."""

    catches: tuple[Chain | None, ...]  # the exceptions named, None for what cannot be told; empty catches all
    reraises: bool = False  # its body raises again what it caught


@fast_init
@dataclass(frozen=True, slots=True)
class CallSite:
    """One call."""

    target: Chain | None  # what is called, None where that is unknown
    name: str  # the last part of what is called as written
    attribute: bool  # True for ``x.name()``
    line: int  # 1-based source line
    column: int  # 1-based column
    text: str  # the call as source text, cut where it is long
    arguments: tuple[tuple[str, Any], ...] = ()  # position or keyword -> literal, Chain or UNKNOWN
    handlers: tuple[tuple[Handler, ...], ...] = ()  # what is caught around it, innermost statement first


@fast_init
@dataclass(frozen=True, slots=True)
class RaiseSite:
    """One raise statement, or an assert."""

    exception: Chain | None  # the class or instance raised, None where that is unknown
    written: str  # the exception as written
    line: int  # 1-based source line
    column: int  # 1-based column
    kind: str = "raise"  # "raise", "again" (what a handler caught) or "assert"
    handlers: tuple[tuple[Handler, ...], ...] = ()  # what is caught around it, innermost statement first


@fast_init
@dataclass(frozen=True, slots=True)
class Change:
    """A change of state that is no call."""

    category: str  # "self-state", "argument-mutation", "global-state", "environment"
    target: Chain | None  # what is changed, where its nature must still be settled
    line: int  # 1-based source line
    column: int  # 1-based column
    text: str  # the statement as source text, cut where it is long
    sure: bool = True  # False where it is put back in the end


@fast_init
@dataclass(frozen=True, slots=True)
class Body:
    """What a function's body does, or what importing a module does."""

    calls: tuple[CallSite, ...] = ()  # the calls in order of their lines
    raises: tuple[RaiseSite, ...] = ()  # the raises in order of their lines
    changes: tuple[Change, ...] = ()  # the changes of state in order of their lines
    returns_value: bool = False  # a return statement has a value
    yields: bool = False  # it is a generator
    opaque: bool = False  # it runs code that is not known here: unknown calls, loops, contexts
    subscripts: bool = False  # it takes items of things
    operates: bool = False  # it calculates
    inner: tuple[tuple[str, "Body"], ...] = ()  # qualified names and bodies of the functions inside it
    yields_value: bool = False  # a yield has a value
    finals: tuple[tuple[int, int], ...] = ()  # first and last line of each ``finally``
    returned: tuple[Chain, ...] = ()  # what is called for each value that it returns; empty where one is no call
