"""Comments of a block: each belongs to the field on its line, or heads the group of fields below it."""

from dataclasses import dataclass

from sphinx_contracts.formats._nodes import Node
from sphinx_contracts.formats._tokens import ELLIPSIS

__all__ = ["Comments", "Frame"]


@dataclass(slots=True)
class Frame:
    """A bracket that is open."""

    node: int  # index of its node
    closer: str  # the bracket that closes it
    keys: dict[str, int]  # the keys read so far and their lines
    group: str | None = None  # heading of the group that is open


class Comments:
    """Knows what stands on the current line, and gives a comment to the node that it is about.

    Responsibilities:
        - Find the owner of a comment at the end of a line
        - Join a comment's second line to its first
        - Open and close groups of fields

    Attributes:
        started: Members that started on this line
        closed: The node closed on this line before any member started, -1 for none
        used: Something other than blanks and comments stands on this line

    Example:
        comments = Comments(nodes)
    """

    def __init__(self, nodes: list[Node]) -> None:
        self.started: list[int] = []
        self.closed = -1
        self.used = False
        self._nodes = nodes
        self._grouped = False  # the line is a comment on its own
        self._last: tuple[int, int] = (-1, -1)  # owner and column of the comment that another line may continue

    def end_line(self, frame: Frame | None) -> None:
        """Forget the line; a blank one ends the group of fields."""
        if self.used and not self.started and self.closed < 0:
            self._last = (-1, -1)
        if not self.used and not self._grouped:
            self._last = (-1, -1)
            if frame is not None:
                frame.group = None
        self._grouped = self.used = False
        self.started.clear()
        self.closed = -1

    def take(self, text: str, column: int, frame: Frame | None) -> None:
        """Give a comment to the node that it is about."""
        owner = self._owner()
        if owner >= 0:
            self._append(owner, text)
            self._last = (owner, column)
        elif self.used:
            return
        elif self._last[1] == column:
            # a second line under a comment continues it
            self._append(self._last[0], text)
            self._grouped = True
        elif frame is not None and ELLIPSIS.match(text):
            self._nodes[frame.node].open_ended = True
        elif frame is not None:
            frame.group = text.strip("-=# *").rstrip(":") or None
            self._grouped = True

    def _append(self, owner: int, text: str) -> None:
        node = self._nodes[owner]
        node.comment = f"{node.comment} {text}".strip()

    def _owner(self) -> int:
        """The outermost member of the line, the last one where several stand side by side."""
        if not self.started:
            return self.closed
        depth = min(self._depth(index) for index in self.started)
        return [index for index in self.started if self._depth(index) == depth][-1]

    def _depth(self, index: int) -> int:
        return self._nodes[index].path.count(".") + self._nodes[index].path.count("[]")
