"""A whole project with its findings, looked up by name.

Findings and links of one project, looked up once and used by every table.

Key Components:
    - tree_of: names of modules by package
    - Located: an object and the public module that shows it
    - View: the project

Usage:
    from sphinx_contracts.model.contract import Project
    from sphinx_contracts.tables.view import View

    view = View(Project(), [])
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sphinx_contracts.model.contract import Callable, Class, Module, Project
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.finding import Finding
from sphinx_contracts.model.formats import Format
from sphinx_contracts.tables.annotations import Scope
from sphinx_contracts.tables.connections import Connections

__all__ = ["Located", "View", "tree_of"]


_MOST_IMPORTS = 10  # a name that leads through more of them leads in a circle


@fast_init
@dataclass(frozen=True, slots=True)
class Located:
    """An object and the public module that shows it."""

    contract: Module | Class | Callable | Format  # the object
    module: Module  # the public module


class View:
    """A whole project with its findings, looked up by name.

    Responsibilities:
        - Find modules, objects, formats and findings by name
        - Tell what names mean in a module's source

    Attributes:
        project: The project
        modules: Public modules by name
        objects: Modules, classes and callables by qualified name
        formats: Formats by ``module:name``
        findings: Findings by public module, suppressed ones included

    Example:
        view = View(project, findings)
        function = view.objects["core.train.run"].contract
    """

    def __init__(self, project: Project, findings: Sequence[Finding], markup: str = "safe") -> None:
        """Look everything up once.

        Args:
            project: The project
            findings: All findings, suppressed ones included
            markup: How the prose of docstrings is read: "safe", or by somebody else
        """
        self._keeps_prose = markup != "safe"
        self.project = project
        self.modules: Mapping[str, Module] = {module.name: module for module in project.modules}
        self.objects: Mapping[str, Located] = dict(_located(project))
        self.formats: Mapping[str, Located] = {
            f"{module.name}:{item.name}": Located(item, module) for module in project.modules for item in module.formats
        }
        grouped: dict[str, list[Finding]] = {}
        for finding in findings:
            grouped.setdefault(finding.module, []).append(finding)
        self.findings: Mapping[str, Sequence[Finding]] = grouped
        self._homes = {module.name: module for module in (*project.hidden, *project.modules)}
        self._scopes: dict[str, Scope] = {}

    def scope(self, home: str) -> Scope:
        """Tell what names mean in a module's source.

        Args:
            home: Dotted name of the module, private ones included

        Returns:
            The scope; an empty one for a module that is not in the project

        Example:
            scope = view.scope("core.train")
        """
        scope = self._scopes.get(home)
        if scope is None:
            module = self._homes.get(home)
            facts = module.facts if module is not None else None
            names, defined = ({}, frozenset[str]()) if facts is None else (facts.names, facts.defined)
            scope = Scope(home, names, defined, self._keeps_prose)
            self._scopes[home] = scope
        return scope

    @cached_property
    def tree(self) -> Mapping[str, Sequence[str]]:
        """Each documented package to the modules in it, "" to those in none."""
        return tree_of(self.modules, self.modules)

    @cached_property
    def connections(self) -> Connections:
        """Who uses what, settled when it is first asked for."""
        return Connections(
            self.project,
            {
                name: (located.module.name, located.contract)
                for name, located in self.objects.items()
                if isinstance(located.contract, Class | Callable)
            },
        )

    def home(self, name: str) -> Module | None:
        """Find a module by name, private ones included.

        Args:
            name: Dotted name

        Returns:
            The module, None for one that is not in the project

        Example:
            module = view.home("core._train")
        """
        return self._homes.get(name)

    def public_name(self, name: str) -> str | None:
        """Follow a name through imports to the object that is shown.

        Args:
            name: Dotted name

        Returns:
            The name under which the object is shown, None where nothing is

        Example:
            name = view.public_name("core.Engine")  # "core.engine.Engine"
        """
        for _ in range(_MOST_IMPORTS):
            if name in self.objects:
                return name
            if name in self._moved:
                return self._moved[name]
            holder, _dot, last = name.rpartition(".")
            module = self._homes.get(holder)
            if module is None:
                return None
            following = module.facts.names.get(last) or self._starred(module, last)
            if following is None or following == name:
                return None
            name = following
        return None

    def _starred(self, module: Module, name: str) -> str | None:
        candidates = (f"{star}.{name}" for star in module.facts.stars)
        return next((item for item in candidates if item in self.objects or item in self._moved), None)

    @cached_property
    def _moved(self) -> Mapping[str, str]:
        """Where an object is defined -> the public name of what a public module shows from a private one."""
        return {
            f"{item.contract.facts.home}{name.removeprefix(item.module.name)}": name
            for name, item in self.objects.items()
            if isinstance(item.contract, Class | Callable) and item.contract.facts.home not in ("", item.module.name)
        }

    def home_of(self, name: str, module: Module) -> str:
        """Find the module whose source defines an object.

        Args:
            name: Qualified name of the object
            module: The public module that shows it

        Returns:
            Dotted name of the module, private ones included

        Example:
            home = view.home_of("core.Engine", module)
        """
        located = self.objects.get(name)
        if located is None or isinstance(located.contract, Module | Format):
            return module.name
        return located.contract.facts.home or module.name

    def path_of(self, home: str) -> str:
        """Find a module's source file.

        Args:
            home: Dotted name of the module, private ones included

        Returns:
            The posix path relative to the project, "" for a module that is not in the project

        Example:
            path = view.path_of("core.train")
        """
        module = self._homes.get(home)
        return module.path if module is not None else ""


def tree_of(names: Iterable[str], packages: Container[str]) -> dict[str, tuple[str, ...]]:
    """Sort names of modules by the nearest package around each.

    Args:
        names: Dotted names
        packages: Names of the packages that count

    Returns:
        Name of a package to the names in it, in their order; "" to those in none

    Example:
        tree = tree_of(["core", "core.train"], {"core"})  # {"": ("core",), "core": ("core.train",)}
    """
    found: dict[str, list[str]] = {}
    for name in names:
        package = name.rpartition(".")[0]
        while package and package not in packages:
            package = package.rpartition(".")[0]
        found.setdefault(package, []).append(name)
    return {package: tuple(inside) for package, inside in found.items()}


def _located(project: Project) -> Iterator[tuple[str, Located]]:
    for module in reversed(project.modules):
        pending = list(module.classes)
        while pending:
            item = pending.pop()
            yield item.qualname, Located(item, module)
            yield from ((method.qualname, Located(method, module)) for method in item.methods)
            pending += item.classes
        yield from ((item.qualname, Located(item, module)) for item in module.functions)
    # a module wins over an object of the same name
    yield from ((module.name, Located(module, module)) for module in project.modules)
