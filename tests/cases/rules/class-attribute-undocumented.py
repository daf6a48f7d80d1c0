"""Public attributes of classes are described."""

import abc
from dataclasses import dataclass

from elsewhere import Framework


class Counter:
    """Counts.

    Attributes:
        total: Events so far
    """

    step: int = 1  # how far it counts
    #! Counter.start
    start = 0
    _hidden = 0

    def __init__(self, name: str, path: str, size: int) -> None:
        """Start.

        Args:
            name: What is counted
            path: Where
        """
        self.total = 0
        self.name = name
        #! Counter.size
        self.size = size
        self.path = str(path)
        #! Counter.last
        self.last: int | None = None
        self.seen = 0  # events that were looked at
        self._private = 0
        local = 1


class Child(Counter):
    """Counts more."""

    start = 1

    def __init__(self) -> None:
        """Start."""
        self.total = 1
        #! Child.more
        self.more = 1


class Plugin(Framework):
    """A plugin."""

    name = "plugin"

    def __init__(self) -> None:
        """Start."""
        #! Plugin.count
        self.count = 0


class WrongError(Exception):
    """Something is wrong."""

    def __init__(self, code: int, hint: str) -> None:
        """Start.

        Args:
            code: What is wrong
        """
        self.code = code
        #! WrongError.hint
        self.hint = hint


class Undocumented:
    def __init__(self) -> None:
        self.total = 0


class Abstract(abc.ABC):
    """An interface."""

    #! Abstract.limit
    limit: int


@dataclass
class Record:
    """A record."""

    x: int


class ByName:
    """Counts.

    Args:
        step: How far it counts
    """

    step: int

    def __init__(self, step: int, limit: int) -> None:
        self.step = step
        #! ByName.limit
        self.limit = limit


class ByType:
    """Counts.

    Parameters
    ----------
    graph : NetworkX graph

    Attributes
    ----------
    size : number of nodes
    """

    def __init__(self, graph):
        self.graph = graph
        self.size = len(graph)


class ByTypeInConstructor:
    """Counts."""

    def __init__(self, side: str) -> None:
        """Start.

        Parameters
        ----------
        side : 'left' or 'right'
        """
        self.side = side
