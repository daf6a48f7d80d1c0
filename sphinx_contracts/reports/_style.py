"""Colours of reports on terminals: the few that are used, and the lack of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from sphinx_contracts.model.fast_init import fast_init

__all__ = ["PLAIN", "STYLED", "Style"]

_Mark: TypeAlias = Callable[[str], str]


@fast_init
@dataclass(frozen=True, slots=True)
class Style:
    """How the parts of a report are marked."""

    place: _Mark  # paths, positions and rules of tables
    error: _Mark  # what is an error
    note: _Mark  # what is a note
    title: _Mark  # headings


def _sgr(codes: str) -> _Mark:
    return lambda text: f"\x1b[{codes}m{text}\x1b[0m"


def _plain(text: str) -> str:
    return text


PLAIN = Style(_plain, _plain, _plain, _plain)
STYLED = Style(place=_sgr("36"), error=_sgr("1;31"), note=_sgr("1;33"), title=_sgr("1"))
