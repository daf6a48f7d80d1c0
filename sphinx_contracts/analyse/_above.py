"""Comments above fields, told apart into descriptions and group headings."""

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sphinx_contracts.analyse.comments import comment_block
from sphinx_contracts.model.fast_init import fast_init

__all__ = ["Above", "Definition"]

_DECORATION = re.compile(r"^[-=#~*─═\s]+|[-=#~*─═\s]+$")


@fast_init
@dataclass(frozen=True, slots=True)
class Definition:
    """One statement that defines fields, and what it tells."""

    node: ast.stmt
    targets: tuple[tuple[str, ast.expr], ...]  # names and the nodes that bear them
    annotation: ast.expr | None
    value: ast.expr | None
    origin: str


class Above:
    """The comments above fields, told apart into descriptions and group headings."""

    def __init__(
        self,
        statements: Sequence[ast.stmt],
        definitions: Sequence[Definition | None],
        lines: Sequence[str],
        start: int,
    ) -> None:
        self._lines = lines
        self._found: dict[int, tuple[str, str | None]] = {}
        for run, words, marked in self._runs(statements, definitions, start):
            label = _DECORATION.sub("", words).strip()
            describes = marked or (len(run) == 1 and len(label.split()) > 2 and label == words.strip())
            for position, index in enumerate(run):
                if describes and position == 0:
                    self._found[index] = (words, None)
                elif not describes and label:
                    self._found[index] = ("", label.rstrip(":").strip() or None)

    def of(self, index: int) -> tuple[str, str | None]:
        """The description and the group heading of a statement."""
        return self._found.get(index, ("", None))

    def _runs(
        self, statements: Sequence[ast.stmt], definitions: Sequence[Definition | None], start: int
    ) -> Iterator[tuple[list[int], str, bool]]:
        """Runs of definitions below one comment, up to a blank line or the next comment."""
        run: list[int] = []
        words, marked = "", False
        previous = start
        for index, statement in enumerate(statements):
            definition = definitions[index]
            if definition is None:
                if not isinstance(statement, ast.Expr):
                    if run:
                        yield run, words, marked
                    run, words = [], ""
                previous = max(previous, statement.end_lineno or statement.lineno)
                continue
            comment, first, is_marked = comment_block(self._lines, statement.lineno, previous)
            gap = any(not self._lines[line].strip() for line in range(previous, (first or statement.lineno) - 1))
            if first or gap:
                if run:
                    yield run, words, marked
                run, words, marked = [], comment, is_marked
            run.append(index)
            previous = statement.end_lineno or statement.lineno
        if run:
            yield run, words, marked
