"""What the project says of every function of a package, by the place of the function's code.

Functions are known by their file and their qualified name in it, which is how the interpreter names running code.

Key Components:
    - Function: a function's place
    - Contracts: what is said of each
    - function_of: the function that a recorded frame belongs to

Usage:
    from benchmarks.contracts import Contracts
"""

import ast
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.packages import Package
from sphinx_contracts.config import settings_from
from sphinx_contracts.model.contract import Callable, Class, Module
from sphinx_contracts.model.rows import Raise
from sphinx_contracts.project import run

__all__ = ["Contracts", "Function", "function_of"]

# comprehensions run in frames of their own before Python 3.12, and generator expressions still do
_COMPREHENSION = re.compile(r"\.<locals>\.<(?:listcomp|setcomp|dictcomp|genexpr)>$")
_NEVER_NAMED = ("object", "BaseException", "Exception")


class Function(NamedTuple):
    """A function's place."""

    path: str  # its file, relative to the package's folder
    name: str  # its qualified name in the file

    def __str__(self) -> str:
        return f"{self.path}:{self.name}"


def function_of(frame: Sequence[Any]) -> Function:
    """Tell the function that a recorded frame belongs to.

    Args:
        frame: Path, qualified name, first line and line of running code

    Returns:
        The function; a comprehension belongs to the function around it

    Example:
        function = function_of(["core.py", "save.<locals>.<genexpr>", 3, 4])
    """
    name = frame[1]
    while _COMPREHENSION.search(name):
        name = _COMPREHENSION.sub("", name)
    return Function(frame[0], name)


class Contracts:
    """What the project says of every function of a package.

    Responsibilities:
        - Tell which functions are public
        - Tell how an effect or exception of a function is known

    Attributes:
        folder: The package's folder
        public: The public functions, with their qualified names

    Example:
        contracts = Contracts(Package("click", "8.1.8", "src/click"), root)
    """

    def __init__(self, package: Package, root: Path) -> None:
        """Analyse a package.

        Args:
            package: The package
            root: The folder that its source is relative to
        """
        self._package = package
        self._root = root
        self.folder = root / package.source
        self._trees: dict[str, ast.Module] = {}
        self.public = {place: item.qualname for place, item in self._callables(private=False)}

    @cached_property
    def all(self) -> dict[Function, Callable]:
        """Every function and method, private ones included."""
        known = dict(self._callables(private=True))
        return known | dict(self._callables(private=False))

    def _callables(self, private: bool) -> Iterator[tuple[Function, Callable]]:
        settings = settings_from({"sources": [self._package.source], "private": private}, "recall.py")
        project = run(settings, self._root, self._root).project
        homes = {module.name: module.path for module in (*project.modules, *project.hidden)}
        for module in project.modules:
            for item in _within(module):
                path = homes[item.facts.home].removeprefix(f"{self._package.source}/")
                name = self._names(path).get(item.line)
                if name is not None:
                    yield Function(path, name), item

    def tree(self, path: str) -> ast.Module:
        """Parse a file of the package.

        Args:
            path: The file, relative to the package's folder

        Returns:
            Its syntax tree

        Side Effects:
            - Reads the file
        """
        if path not in self._trees:
            self._trees[path] = ast.parse((self.folder / path).read_bytes())
        return self._trees[path]

    def _names(self, path: str) -> dict[int, str]:
        """Line of a ``def`` to the qualified name that the interpreter gives it."""
        found: dict[int, str] = {}
        pending: list[tuple[ast.AST, str]] = [(self.tree(path), "")]
        while pending:
            node, prefix = pending.pop()
            for child in ast.iter_child_nodes(node):
                inner = prefix
                if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                    found[child.lineno] = f"{prefix}{child.name}"
                    inner = f"{prefix}{child.name}.<locals>."
                elif isinstance(child, ast.ClassDef):
                    inner = f"{prefix}{child.name}."
                pending.append((child, inner))
        return found

    def effect(self, place: Function, category: str) -> str:
        """Tell how an effect of a function is known.

        Args:
            place: The function
            category: The effect category

        Returns:
            "here", "through calls", "likely" or "missed"
        """
        item = self.all.get(place)
        rows = item.side_effects if item is not None else ()
        evidence = [proof for row in rows for proof in row.evidence if proof.category == category]
        if any(proof.sure and not proof.via for proof in evidence):
            return "here"
        if any(proof.via for proof in evidence):
            return "through calls"
        return "likely" if evidence else "missed"

    def exception(self, place: Function, names: Sequence[str]) -> str:
        """Tell how an exception of a function is known.

        Args:
            place: The function
            names: The exception's name and those of its ancestors

        Returns:
            "here", "through calls", "likely" (a raise whose exception is not known, or an assert),
            "documented" (only there) or "missed"
        """
        item = self.all.get(place)
        rows = item.raises if item is not None else ()
        wanted = {name.rpartition(".")[2] for name in names[:1]}
        wanted |= {name.rpartition(".")[2] for name in names[1:]} - set(_NEVER_NAMED)
        matching = [row for row in rows if _name(row) in wanted]
        for origin, answer in (("raised", "here"), ("propagated", "through calls")):
            if any(row.origin == origin for row in matching):
                return answer
        if any(row.origin == "raised" and not row.sure for row in rows):
            return "likely"
        return "documented" if matching else "missed"


def _name(row: Raise) -> str:
    return (row.name or row.exception).rpartition(".")[2]


def _within(module: Module) -> Iterator[Callable]:
    yield from module.functions
    classes: list[Class] = list(module.classes)
    while classes:
        item = classes.pop()
        classes += item.classes
        yield from item.methods
