"""Names across modules: re-exports followed to their definition, and the bases of classes.

It answers the two questions that need more than one file: where a name is defined, and what a class descends from.

Key Components:
    - Index: every module and class of a project by name

Usage:
    from sphinx_contracts.analyse.hierarchy import Index

    index = Index([])
    assert index.canonical("core.train.Engine") == "core.train.Engine"
"""

import builtins
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sphinx_contracts.model.contract import Class, Module
from sphinx_contracts.model.fast_init import fast_init

__all__ = ["Bases", "Index"]

_FURTHEST = 20
_MOST_BASES = 200
_NEUTRAL = frozenset(
    {
        "object",
        "abc.ABC",
        "typing.Generic",
        "typing.Protocol",
        "typing.NamedTuple",
        "typing.TypedDict",
        "typing_extensions.Generic",
        "typing_extensions.Protocol",
        "typing_extensions.NamedTuple",
        "typing_extensions.TypedDict",
        "enum.Enum",
        "enum.IntEnum",
        "enum.StrEnum",
        "enum.Flag",
        "enum.IntFlag",
        "pydantic.BaseModel",
    }
)


@fast_init
@dataclass(frozen=True, slots=True)
class Bases:
    """The bases of a class."""

    classes: tuple[Class, ...] = ()  # all bases in the project, nearest first
    outside: tuple[str, ...] = ()  # dotted names of bases that are not in the project and may bring anything
    names: frozenset[str] = field(default_factory=frozenset)  # dotted names of all bases


class Index:
    """Every module and class of a project by its dotted name.

    Responsibilities:
        - Follow imports and re-exports to where a name is defined
        - Collect the bases of a class

    Attributes:
        modules: Modules by name
        classes: Classes by qualified name, nested and private ones too

    Example:
        index = Index(modules)
        bases = index.bases(index.classes["core.train.Engine"])
    """

    def __init__(self, modules: Iterable[Module]) -> None:
        """Build the index.

        Args:
            modules: The modules as analysed
        """
        self.modules: dict[str, Module] = {module.name: module for module in modules}
        self.classes: dict[str, Class] = {}
        for module in self.modules.values():
            for item in all_classes(module.classes):
                self.classes.setdefault(item.qualname, item)
        self._known: dict[str, str] = {}
        self._base_names: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}

    def canonical(self, name: str) -> str:
        """Follow a dotted name through re-exports.

        Args:
            name: A dotted name

        Returns:
            The name under which it is defined; the furthest name reached where its module is not in the project

        Example:
            name = index.canonical("core.Engine")
        """
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._followed(name)
        return known

    def _followed(self, name: str) -> str:
        seen = {name}
        for _ in range(_FURTHEST):
            further = self._step(name)
            if further is None or further in seen:
                break
            seen.add(further)
            name = further
        return name

    def _step(self, name: str) -> str | None:
        """One step towards the definition, None where the name is defined or leads out of the project."""
        if name in self.classes or name in self.modules:
            return None
        holder, dot, rest = name, "", ""
        while holder and holder not in self.modules:
            holder, _, last = holder.rpartition(".")
            rest = f"{last}.{rest}" if rest else last
        if not holder:
            return None
        head, dot, tail = rest.partition(".")
        facts = self.modules[holder].facts
        if head in facts.names:
            return f"{facts.names[head]}{dot}{tail}"
        if head in facts.defined:
            return None
        for star in facts.stars:
            origin = self.modules.get(star)
            if origin is not None and (
                head in origin.facts.defined or head in origin.facts.names or origin.facts.stars
            ):
                return f"{star}.{rest}"
        return None

    def base_names(self, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Name the bases of a class.

        Args:
            name: Qualified name of a class of the project

        Returns:
            Qualified names of those in the project, nearest first, and dotted names of those that are not

        Raises:
            KeyError: If the project has no such class

        Example:
            own, outside = index.base_names("core.train.Engine")
        """
        known = self._base_names.get(name)
        if known is None:
            bases = self.bases(self.classes[name])
            outside = (item for item in (*bases.outside, *sorted(bases.names)) if item not in self.classes)
            known = tuple(item.qualname for item in bases.classes), tuple(dict.fromkeys(outside))
            self._base_names[name] = known
        return known

    def exported(self, module: Module) -> tuple[str, ...] | None:
        """List what a module exports, the lists of other modules that it adds included.

        Args:
            module: The module

        Returns:
            The names of its ``__all__``; None where that is not known

        Example:
            names = index.exported(module)
        """
        if module.facts.exported is None:
            return None
        found: dict[str, None] = {}
        pending, seen = [module], {module.name}
        while pending:
            facts = pending.pop().facts
            if facts.exported is None:
                return None
            found.update(dict.fromkeys(facts.exported))
            for name in facts.exported_lists:
                target = self.canonical(name)
                # a list from outside the project only adds names of objects from there
                if target in self.modules and target not in seen:
                    seen.add(target)
                    pending.append(self.modules[target])
        return tuple(found)

    def resolve(self, name: str, module: Module) -> str:
        """Find the definition of a name that a module's source uses.

        Args:
            name: A dotted name as the analysis of the module's imports left it
            module: The module

        Returns:
            The canonical dotted name

        Example:
            name = index.resolve("Base", module)
        """
        head = name.partition(".")[0]
        if head in module.facts.defined and head not in module.facts.names:
            return self.canonical(f"{module.name}.{name}")
        if "." not in name and module.facts.stars and not hasattr(builtins, name):
            return self.canonical(f"{module.name}.{name}")
        return self.canonical(name)

    def bases(self, contract: Class) -> Bases:
        """Collect the bases of a class, theirs included.

        Args:
            contract: The class

        Returns:
            The bases, nearest first

        Example:
            bases = index.bases(contract)
        """
        found: list[Class] = []
        outside: list[str] = []
        names: set[str] = set()
        pending: list[tuple[Class, str]] = [(contract, base) for base in contract.facts.bases]
        while pending and len(names) < _MOST_BASES:
            owner, written = pending.pop(0)
            module = self.modules.get(owner.facts.home)
            name = self._base(written, owner, module) if module is not None else written
            if name in names or name == contract.qualname:
                continue
            names.add(name)
            base = self.classes.get(name)
            if base is not None:
                found.append(base)
                pending += [(base, item) for item in base.facts.bases]
            elif name not in _NEUTRAL and not _is_plain_exception(name):
                outside.append(name)
        return Bases(tuple(found), tuple(outside), frozenset(names))

    def _base(self, written: str, owner: Class, module: Module) -> str:
        """A base is looked up in the classes around the class first, then in the module."""
        around = owner.qualname.rpartition(".")[0]
        while around != module.name and around.startswith(module.name):
            if f"{around}.{written}" in self.classes:
                return f"{around}.{written}"
            around = around.rpartition(".")[0]
        return self.resolve(written, module)


def _is_plain_exception(name: str) -> bool:
    found = getattr(builtins, name.removeprefix("builtins."), None)
    return isinstance(found, type) and issubclass(found, BaseException)


def all_classes(classes: Sequence[Class]) -> Iterator[Class]:
    """Go through classes and the classes inside them.

    Args:
        classes: The classes

    Yields:
        Each class before those inside it

    Example:
        names = [item.qualname for item in all_classes(module.classes)]
    """
    pending = list(classes)[::-1]
    while pending:
        item = pending.pop()
        yield item
        pending.extend(reversed(item.classes))
