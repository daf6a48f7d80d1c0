"""Who uses what: objects and modules through calls, formats through the files that code reads and writes.

Private functions are looked through: what a public function calls by way of a private one, it uses. Only public
objects and modules are shown.

Key Components:
    - Connections: who uses what in a project
    - callable_lines: both directions of one object
    - module_table: both directions of a module
    - format_lines: who reads and writes a format

Usage:
    from sphinx_contracts.tables.connections import Connections

    connections = Connections(project, objects)
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sphinx_contracts.model.blocks import Paragraph, Ref, Row, Span, Table, Text
from sphinx_contracts.model.contract import Callable, Class, Module, Project
from sphinx_contracts.model.formats import Format
from sphinx_contracts.model.label import Label
from sphinx_contracts.tables._cells import cell
from sphinx_contracts.visible import visible

__all__ = ["Connections", "callable_lines", "format_lines", "module_table", "references"]

_CONSTRUCTORS = ("__init__", "__new__", "__post_init__")
_MOST = 12
_USES, _USED_BY = Label("Uses"), Label("Used by")


class Connections:
    """Who uses what in a project.

    Responsibilities:
        - Look through private functions
        - Turn the relation around

    Attributes:
        uses: Qualified name of a public object, or of a module for its import, to what it uses
        used_by: Qualified name of a public object to what uses it
        modules_used: Name of a module to the modules that it uses
        modules_using: Name of a module to the modules that use it
        writers: Plain name of a data file to the objects that surely write it
        readers: Plain name of a data file to the objects that surely read it

    Example:
        callers = Connections(project, {}).used_by.get("core.train.run", ())
    """

    def __init__(self, project: Project, objects: Mapping[str, tuple[str, Class | Callable]]) -> None:
        """Settle everything once.

        Args:
            project: The project with its calls
            objects: Public name of each class and callable to the module that shows it, and its contract
        """
        self._calls = project.calls
        self._public = {
            f"{item.facts.home}{name.removeprefix(module)}": name for name, (module, item) in objects.items()
        }
        self._public.update({module.name: module.name for module in project.modules})
        self._modules = {name: module for name, (module, _) in objects.items()}
        self._modules.update({module.name: module.name for module in project.modules})
        self.uses: dict[str, tuple[str, ...]] = {}
        for home, name in self._public.items():
            found = self._used(home) - {name}
            if found:
                self.uses[name] = tuple(sorted(found))
        self.used_by = _turned(self.uses)
        self.modules_used = self._between_modules()
        self.modules_using = _turned(self.modules_used)
        self.writers: dict[str, tuple[str, ...]] = {}
        self.readers: dict[str, tuple[str, ...]] = {}
        for module in (*project.modules, *project.hidden):
            self._note_files(module)

    def _used(self, home: str) -> set[str]:
        """The public objects that a body calls, by way of private ones too."""
        found: set[str] = set()
        seen = {home}
        pending = list(self._called_by(home))
        while pending:
            name = pending.pop()
            if name in seen:
                continue
            seen.add(name)
            public = self._public.get(name)
            if public is not None:
                found.add(public)
            else:
                pending += self._called_by(name)
        return found

    def _called_by(self, name: str) -> Iterator[str]:
        yield from self._calls.get(name, ())
        for constructor in _CONSTRUCTORS:
            yield from self._calls.get(f"{name}.{constructor}", ())

    def _between_modules(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, set[str]] = {}
        for name, used in self.uses.items():
            module = self._modules[name]
            found.setdefault(module, set()).update(self._modules[item] for item in used)
        return {name: tuple(sorted(used - {name})) for name, used in found.items() if used - {name}}

    def _note_files(self, module: Module) -> None:
        for use in module.facts.data_files:
            public = self._public.get(use.scope) or self._public.get(module.name)
            if use.file and public is not None:
                held = self.writers if use.writes else self.readers
                name = use.file.replace("\\", "/").rpartition("/")[2]
                held[name] = tuple(sorted({*held.get(name, ()), public}))


def _turned(relation: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in sorted(relation):
        for item in relation[name]:
            found.setdefault(item, []).append(name)
    return {name: tuple(users) for name, users in found.items()}


def references(names: Sequence[str], holder: str, most: int = _MOST) -> Iterator[Span]:
    """Write objects as links, the first ones where there are many.

    Args:
        names: Qualified names
        holder: The module whose name need not be said
        most: How many at most

    Yields:
        The pieces of the line

    Example:
        spans = list(references(["core.train.run"], "core.train"))
    """
    for index, name in enumerate(names[:most]):
        if index:
            yield Text(", ")
        yield Ref(visible(name.removeprefix(f"{holder}.")), name, "contract:object")
    if len(names) > most:
        yield Text(" ")
        yield Text(Label("and {number} more", number=len(names) - most))


def callable_lines(name: str, module: str, connections: Connections) -> Iterator[Paragraph]:
    """Lay out what a class or callable uses and what uses it.

    Args:
        name: Qualified name
        module: The module that shows it
        connections: Who uses what

    Yields:
        A line for each direction in which there is something

    Example:
        lines = list(callable_lines("core.train.run", "core.train", connections))
    """
    for label, names in ((_USES, connections.uses.get(name, ())), (_USED_BY, connections.used_by.get(name, ()))):
        if names:
            yield Paragraph((Text(label), Text(": "), *references(names, module)), "connections")


def module_table(module: Module, connections: Connections) -> Iterator[Table]:
    """Lay out which modules a module uses, and which use it.

    Args:
        module: The module
        connections: Who uses what

    Yields:
        A table, where there is anything to show

    Example:
        blocks = list(module_table(module, connections))
    """
    directions = (
        (_USES, connections.modules_used.get(module.name, ())),
        (_USED_BY, connections.modules_using.get(module.name, ())),
    )
    rows = [Row((cell(Text(label)), cell(*references(names, "", 60)))) for label, names in directions if names]
    if rows:
        yield Table("connections", Label("Connections"), (Label("Direction"), Label("Modules")), tuple(rows))


def format_lines(item: Format, module: Module, connections: Connections) -> Iterator[Paragraph]:
    """Lay out who surely reads and writes the file of a format.

    Args:
        item: The format
        module: The module that shows it
        connections: Who uses what

    Yields:
        A line for each direction in which there is somebody

    Example:
        lines = list(format_lines(module.formats[0], module, connections))
    """
    for label, names in (
        (Label("Written by"), connections.writers.get(item.name, ())),
        (Label("Read by"), connections.readers.get(item.name, ())),
    ):
        if names:
            yield Paragraph((Text(label), Text(": "), *references(names, module.name)), "connections")
