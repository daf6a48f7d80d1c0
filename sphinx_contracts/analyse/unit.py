"""The file under analysis: what every part of it needs to know.

Parts of a file are read by different modules; they share this record instead of long lists of parameters.

Key Components:
    - Unit: one source file and what has been learnt of it

Usage:
    from sphinx_contracts.analyse.unit import Unit

    unit = Unit(module="core.train", is_package=False, lines=["x = 1"])
"""

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field

from sphinx_contracts.analyse._metadata import without_description, without_metadata
from sphinx_contracts.calls.collect import Interest
from sphinx_contracts.calls.frames import Frame
from sphinx_contracts.docstrings.types import is_annotation
from sphinx_contracts.effects.detect import INTEREST
from sphinx_contracts.expressions import is_huge, unparsed
from sphinx_contracts.model.docstring import SectionKind
from sphinx_contracts.model.formats import Format
from sphinx_contracts.model.problem import Problem
from sphinx_contracts.scope import column_of, dotted, resolved

__all__ = ["Unit"]


@dataclass
class Unit:
    """One source file, and what the analysis has collected from it."""

    module: str  # dotted name of the module
    is_package: bool  # True for an __init__.py
    lines: list[str]  # the lines of the file
    headings: Mapping[str, SectionKind] = field(default_factory=dict)  # further headings in lower case
    private: bool = False  # private objects are documented too
    exported: frozenset[str] = frozenset()  # the names in a literal __all__
    defined: frozenset[str] = frozenset()  # names bound at module level
    groups: Mapping[str, tuple[ast.expr, ...]] = field(default_factory=dict)  # module variables that hold tuples
    interest: Interest = INTEREST  # the calls that matter
    dead: tuple[tuple[int, int], ...] = ()  # first and last lines of branches that never run
    names: dict[str, str] = field(default_factory=dict)  # name in scope -> dotted name
    problems: list[Problem] = field(default_factory=list)  # what was cut
    formats: list[Format] = field(default_factory=list)  # data formats found in docstrings

    def shown(self, node: ast.expr | None, what: str) -> str | None:
        """Write an expression as text and report one that is too large to show.

        Args:
            node: The expression
            what: What it is, for the report

        Returns:
            The text, ``…`` where it is too long to show, None for None

        Side Effects:
            - Adds a problem to ``self.problems`` where the expression was cut

        Example:
            text = unit.shown(node.returns, "the return annotation")
        """
        text = unparsed(node)
        if text == "…" and node is not None and is_huge(node):
            self._report(node, what)
        return text

    def _report(self, node: ast.expr, what: str) -> None:
        message = f"{what} is too large to show and is cut to …; give it a name of its own"
        self.problems.append(Problem("too-complex", message, node.lineno, self.column(node)))

    def annotation(self, node: ast.expr | None, what: str) -> str | None:
        """Write an annotation as text, a quoted one without its quotes, and without the description it may hold.

        Args:
            node: The annotation
            what: What it is, for the report

        Returns:
            The text, None where there is no annotation

        Side Effects:
            - Adds a problem to ``self.problems`` where the annotation was cut

        Example:
            text = unit.annotation(argument.annotation, "the annotation of x")
        """
        if node is None:
            return None
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and is_annotation(node.value):
            return node.value.strip()
        text = unparsed(without_description(node))
        if text == "…":
            text = unparsed(without_metadata(node))  # what goes with a type may be long and is no part of it
        if text == "…":
            self._report(node, what)
        return text

    def column(self, node: ast.stmt | ast.expr | ast.arg) -> int:
        """Tell where a node starts.

        Args:
            node: The node

        Returns:
            The 1-based column in characters

        Example:
            column = unit.column(node)
        """
        return column_of(node, self.lines)

    def resolve(self, node: ast.expr) -> str | None:
        """Tell what a dotted expression stands for.

        Args:
            node: The expression; a call or subscript counts as what is called or subscripted

        Returns:
            The dotted name through the module's imports, None for anything else

        Example:
            name = unit.resolve(decorator)
        """
        while isinstance(node, ast.Call | ast.Subscript):
            node = node.func if isinstance(node, ast.Call) else node.value
        name = dotted(node)
        return None if name is None else resolved(name, self.names)

    def frame(
        self, owner: str | None = None, this: str | None = None, this_class: str | None = None, scope: str = ""
    ) -> Frame:
        """Describe the names around a body.

        Args:
            owner: Qualified name of the class around a method
            this: Name of a method's first parameter
            this_class: Name of a class method's first parameter
            scope: Qualified name of the function, "" where the functions inside it do not matter

        Returns:
            The names of the module with those of the method

        Example:
            frame = unit.frame("core.train.Engine", "self")
        """
        return Frame(
            self.module, self.names, self.defined, self.is_package, owner, this, this_class, self.groups, scope
        )

    def is_shown(self, name: str) -> bool:
        """Tell whether an object of this name may be documented.

        Args:
            name: A plain name

        Returns:
            False for private names that nothing exports

        Example:
            shown = unit.is_shown("_save")
        """
        return not name.startswith("_") or self.private or name in self.exported or _is_dunder(name)


def _is_dunder(name: str) -> bool:
    return len(name) > 4 and name.startswith("__") and name.endswith("__")
