"""What a build knows of the code base: the run, and what each directive shows of it.

The state hangs on the domain object, which is never pickled; workers inherit it when they are forked.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

import sphinx_contracts
from sphinx_contracts._version import __version__
from sphinx_contracts.analyse.hierarchy import Index
from sphinx_contracts.config import Settings
from sphinx_contracts.ext._names import docname_slugs
from sphinx_contracts.model.blocks import Block
from sphinx_contracts.model.contract import Callable, Class, Format, Module
from sphinx_contracts.project import Run
from sphinx_contracts.rules.registry import RULES
from sphinx_contracts.source import read_text
from sphinx_contracts.tables.callables import callable_entry
from sphinx_contracts.tables.classes import class_entry
from sphinx_contracts.tables.entry import Entry
from sphinx_contracts.tables.formats import format_entry
from sphinx_contracts.tables.modules import module_entry
from sphinx_contracts.tables.overview import Selection, checklist_table, index_table
from sphinx_contracts.tables.rulebook import rule_entry, rules_table
from sphinx_contracts.tables.view import View

__all__ = ["Shown", "State", "Use"]

Kind = Literal["module", "class", "function", "format", "index", "checklist", "rules"]


@dataclass(frozen=True, slots=True)
class Use:
    """What one directive asks for."""

    kind: Kind
    name: str = ""  # the object's name as the directive gives it
    selection: Selection = field(default_factory=Selection)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a directive shows."""

    blocks: tuple[Block, ...] = ()
    entries: tuple[Entry, ...] = ()


class State:
    """The code base as one build sees it."""

    def __init__(self, settings: Settings, run: Run) -> None:
        self.settings = settings
        self.run = run
        self.view = View(run.project, run.findings)
        names = [module.name for module in (*run.project.modules, *run.project.hidden)]
        self.slugs = docname_slugs(names)
        self._by_slug = {slug: name for name, slug in self.slugs.items()}
        self._index = Index((*run.project.hidden, *run.project.modules))
        self._classes = _unique_classes(self.view)
        self._public = dict(_public_names(self.view))
        self._short_formats: dict[str, list[str]] = {}
        for name, located in self.view.formats.items():
            if isinstance(located.contract, Format):
                self._short_formats.setdefault(located.contract.name, []).append(name)

    def module_named(self, name: str) -> Module | None:
        """A module by its name, or by the name of its page where its own name cannot be written in a document."""
        return self.view.modules.get(name) or self.view.modules.get(self._by_slug.get(name, ""))

    def format_names(self, name: str) -> list[str]:
        """The formats that a name may mean: itself, or those with that short name."""
        return [name] if name in self.view.formats else self._short_formats.get(name, [])

    def other_names(self, name: str) -> Iterator[str]:
        """Names under which an object may be documented that a module knows by this one."""
        canonical = self._index.canonical(name)
        # a docstring may name a class that its module does not import
        unique = self._classes.get(name) if "." not in name else None
        for candidate in (canonical, self._public.get(name), self._public.get(canonical), unique):
            if candidate is not None and candidate != name:
                yield candidate

    def page_of(self, module: str) -> str | None:
        """The docname of a module's generated page."""
        return f"{self.settings.pages}/{self.slugs[module]}" if self.settings.pages is not None else None

    def source_page_of(self, module: str) -> str:
        """The docname of the page that shows a module's source."""
        return f"{self.settings.pages or 'contracts'}/source/{self.slugs[module]}"

    def path_of(self, module: str) -> Path:
        """The file of a module."""
        return self.run.root / self.view.path_of(module)

    def shown(self, use: Use) -> Shown | None:
        """What a directive shows, None for an object that does not exist."""
        if use.kind == "index":
            return Shown((index_table(self.view, use.selection),))
        if use.kind == "checklist":
            return Shown((checklist_table(self.view, use.selection),))
        if use.kind == "rules":
            rules = RULES.values()
            return Shown((rules_table(rules),), tuple(rule_entry(rule) for rule in rules))
        entry = self._entry(use.kind, use.name)
        return Shown(entries=(entry,)) if entry is not None else None

    def _entry(self, kind: str, name: str) -> Entry | None:
        if kind == "module":
            module = self.module_named(name)
            return module_entry(module, self.view) if module is not None else None
        if kind == "format":
            names = self.format_names(name)
            located = self.view.formats[names[0]] if len(names) == 1 else None
        else:
            located = self.view.objects.get(name)
        if located is None:
            return None
        contract = located.contract
        if kind == "format" and isinstance(contract, Format):
            return format_entry(contract, located.module, self.view)
        if kind == "class" and isinstance(contract, Class):
            return class_entry(contract, self.view)
        if kind == "function" and isinstance(contract, Callable):
            return callable_entry(contract, self.view)
        return None

    def stamp(self) -> str:
        """A digest of everything that pages are made from: as long as it stays, no page changes."""
        digest = hashlib.blake2b(_code_stamp().encode(), digest_size=16)
        for module in (*self.run.project.modules, *self.run.project.hidden):
            text = read_text(self.path_of(module.name))
            line = f"{module.name}\0{module.path}\0{module.score}\0{module.phase}\0{text}"
            digest.update(line.encode("utf-8", "surrogatepass"))
        digest.update(repr(self.run.findings).encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def digest(self, shown: Shown | None) -> str:
        """A digest of everything that a directive shows; "" for an object that does not exist."""
        if shown is None:
            return ""
        text = f"{_code_stamp()}\n{shown!r}"
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@cache
def _code_stamp() -> str:
    """The version of this package, and the state of its files where it is being worked on."""
    files = sorted(Path(sphinx_contracts.__file__).parent.rglob("*.py"))
    states = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return f"{__version__} {states}"


def _public_names(view: View) -> Iterator[tuple[str, str]]:
    """Where an object is defined -> the public name of what a public module shows from a private one."""
    for name, located in view.objects.items():
        contract = located.contract
        if isinstance(contract, Class | Callable) and contract.facts.home not in ("", located.module.name):
            yield f"{contract.facts.home}{name.removeprefix(located.module.name)}", name


def _unique_classes(view: View) -> dict[str, str | None]:
    """The plain name of a public class -> its qualified name, None where several have that name."""
    found: dict[str, str | None] = {}
    for name, located in view.objects.items():
        if isinstance(located.contract, Class):
            plain = located.contract.name
            found[plain] = name if plain not in found else None
    return found
