"""Contracts made by Hypothesis, and how each dialect writes them.

Usage:
    @given(contracts())
    def test(contract): ...
"""

from dataclasses import dataclass
from textwrap import indent

from hypothesis import strategies as st

from tests.docstrings.oracles import Read

_WORDS = [
    "the",
    "a",
    "value",
    "of",
    "file",
    "that",
    "this",
    "reads",
    "writes",
    "never",
    "always",
    "number",
    "path",
    "key",
    "two",
    "blue",
    "queue",
    "done",
    "first",
    "last",
]
_TYPES = (
    "int",
    "str",
    "bool",
    "Path",
    "list[int]",
    "dict[str, int]",
    "tuple[int, str]",
    "Callable[[int], str]",
    "int | None",
    "core.Result",
    "Optional[dict[str, list[int]]]",
)
_EXCEPTIONS = ("ValueError", "OSError", "KeyError", "core.errors.QueueError", "TypeError")


@dataclass(frozen=True, slots=True)
class Item:
    """A parameter, an exception or a returned value."""

    name: str  # "" for a returned value
    type: str  # "" where none is given
    lines: tuple[str, ...]  # the text's lines


@dataclass(frozen=True, slots=True)
class Contract:
    """What a docstring says."""

    summary: str  # one line
    inputs: tuple[Item, ...]  # names are unique
    returned: Item | None  # always with a type
    raises: tuple[Item, ...]  # names are unique

    def read(self) -> Read:
        """What every reader should make of it."""
        returned = self.returned
        return Read(
            inputs={item.name: (item.type, " ".join(item.lines)) for item in self.inputs},
            raises=[(item.name, " ".join(item.lines)) for item in self.raises],
            returns=(returned.type, " ".join(returned.lines)) if returned is not None else ("", ""),
        )


def _lines() -> st.SearchStrategy[tuple[str, ...]]:
    """Sentences over one to three lines; no line can be taken for the head of an entry."""
    line = st.lists(st.sampled_from(_WORDS), min_size=3, max_size=7).map(" ".join)
    return st.lists(line, min_size=1, max_size=3).map(
        lambda lines: (*lines[:-1], f"{lines[-1]}.") if len(lines) > 1 else (f"{lines[0].capitalize()}.",)
    )


@st.composite
def contracts(draw: st.DrawFn) -> Contract:
    """Contracts that all three dialects can write."""
    names = draw(st.lists(st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True), max_size=5, unique=True))
    types = st.sampled_from(_TYPES)
    inputs = tuple(Item(name, draw(st.sampled_from(["", draw(types)])), draw(_lines())) for name in names)
    returned = Item("", draw(types), draw(_lines())) if draw(st.booleans()) else None
    exceptions = draw(st.lists(st.sampled_from(_EXCEPTIONS), max_size=3, unique=True))
    raises = tuple(Item(name, "", draw(_lines())) for name in exceptions)
    return Contract("Do what has to be done.", inputs, returned, raises)


def _text(item: Item) -> str:
    first, *more = item.lines
    return "\n    ".join([first, *more])


def as_google(contract: Contract) -> str:
    """Write a contract in the Google style."""
    parts = [contract.summary]
    if contract.inputs:
        heads = ((f"{item.name} ({item.type})" if item.type else item.name, item) for item in contract.inputs)
        parts.append("Args:\n" + indent("\n".join(f"{head}: {_text(item)}" for head, item in heads), "    "))
    if contract.returned is not None:
        parts.append("Returns:\n" + indent(f"{contract.returned.type}: {_text(contract.returned)}", "    "))
    if contract.raises:
        entries = "\n".join(f"{item.name}: {_text(item)}" for item in contract.raises)
        parts.append("Raises:\n" + indent(entries, "    "))
    return "\n\n".join(parts)


def as_numpy(contract: Contract) -> str:
    """Write a contract in the NumPy style."""
    parts = [contract.summary]
    if contract.inputs:
        heads = ((f"{item.name} : {item.type}" if item.type else item.name, item) for item in contract.inputs)
        entries = "\n".join(f"{head}\n{_below(item)}" for head, item in heads)
        parts.append(f"Parameters\n----------\n{entries}")
    if contract.returned is not None:
        parts.append(f"Returns\n-------\n{contract.returned.type}\n{_below(contract.returned)}")
    if contract.raises:
        entries = "\n".join(f"{item.name}\n{_below(item)}" for item in contract.raises)
        parts.append(f"Raises\n------\n{entries}")
    return "\n\n".join(parts)


def _below(item: Item) -> str:
    return indent("\n".join(item.lines), "    ")


def as_rest(contract: Contract) -> str:
    """Write a contract as reST fields."""
    lines: list[str] = []
    for item in contract.inputs:
        lines.append(f":param {item.name}: {_text(item)}")
        lines += [f":type {item.name}: {item.type}"] if item.type else []
    if contract.returned is not None:
        lines += [f":returns: {_text(contract.returned)}", f":rtype: {contract.returned.type}"]
    lines += [f":raises {item.name}: {_text(item)}" for item in contract.raises]
    return "\n\n".join(filter(None, [contract.summary, "\n".join(lines)]))
