"""What a build knows of the code base: the run, and what each directive shows of it.

The state hangs on the domain object, which is never pickled; workers inherit it when they are forked.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from sphinx_contracts.analyse.hierarchy import Index
from sphinx_contracts.cache import code_stamp
from sphinx_contracts.config import Settings
from sphinx_contracts.discover import file_at
from sphinx_contracts.ext._collection import kept
from sphinx_contracts.ext._names import docname_slugs
from sphinx_contracts.model.blocks import Block
from sphinx_contracts.model.canonical import digest_of
from sphinx_contracts.model.contract import Callable, Class, Module
from sphinx_contracts.model.formats import Format
from sphinx_contracts.project import Overview, Run
from sphinx_contracts.rules.registry import RULES
from sphinx_contracts.tables.attached import attached_blocks
from sphinx_contracts.tables.callables import callable_entry
from sphinx_contracts.tables.classes import class_entry
from sphinx_contracts.tables.entry import Entry
from sphinx_contracts.tables.formats import format_entry
from sphinx_contracts.tables.index import index_table
from sphinx_contracts.tables.modules import module_entry
from sphinx_contracts.tables.origins import origins_of
from sphinx_contracts.tables.overview import Selection, checklist_table
from sphinx_contracts.tables.rollout import rollout_blocks
from sphinx_contracts.tables.rulebook import rule_entry, rules_table
from sphinx_contracts.tables.view import Located, View, tree_of

__all__ = ["Digests", "Shown", "State", "Use"]

Kind = Literal["module", "class", "function", "format", "index", "checklist", "rollout", "rules", "attached"]


_OF_OBJECTS = frozenset({"module", "class", "function", "format", "attached"})


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
    contents: tuple[str, ...] = ()  # the modules that its page leads to


class Digests(NamedTuple):
    """By what one tells whether a directive shows the same as before."""

    origins: str  # of what it is made from; "" where only laying it out can tell
    shown: str  # of what it shows


class State:
    """The code base as one build sees it."""

    def __init__(self, settings: Settings, overview: Overview) -> None:
        self.settings = settings
        self.outline = overview.outline
        self._overview = overview
        self._outlines = {item.name: item for item in (*self.outline.project.hidden, *self.outline.project.modules)}
        names = [item.name for item in (*self.outline.project.modules, *self.outline.project.hidden)]
        self.slugs = docname_slugs(names)
        self._by_slug = {slug: name for name, slug in self.slugs.items()}
        self._origins_known: dict[str, str] = {}
        self._origins_base = f"{code_stamp()} {settings!r}"
        self.written: frozenset[str] = frozenset()  # the documents that are ours

    @cached_property
    def run(self) -> Run:
        """The whole contracts; nothing needs them where no document is read and nothing has changed."""
        with kept():
            return self._overview.whole()

    @cached_property
    def view(self) -> View:
        return View(self.run.project, self.run.findings, self.settings.markup)

    @cached_property
    def modules(self) -> frozenset[str]:
        """The names of the documented modules."""
        return frozenset(item.name for item in self.outline.project.modules)

    @cached_property
    def _contents(self) -> dict[str, tuple[str, ...]]:
        """The tree of the pages: it branches at those that are ours."""
        names = [item.name for item in self.outline.project.modules]
        return tree_of(names, {name for name in names if self.page_of(name) in self.written})

    @cached_property
    def roots(self) -> frozenset[str]:
        """The first parts of the names of all modules."""
        return frozenset(name.partition(".")[0] for name in self._outlines)

    @cached_property
    def _index(self) -> Index:
        return Index((*self.run.project.hidden, *self.run.project.modules))

    @cached_property
    def _classes(self) -> dict[str, str | None]:
        return _unique_classes(self.view)

    @cached_property
    def _public(self) -> dict[str, str]:
        return dict(_public_names(self.view))

    @cached_property
    def _short_formats(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, located in self.view.formats.items():
            if isinstance(located.contract, Format):
                found.setdefault(located.contract.name, []).append(name)
        return found

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

    def located(self, name: str) -> Located | None:
        """An object by any of the names under which it may be described: its public one, or where it is defined."""
        for candidate in (name, *self.other_names(name)):
            found = self.view.objects.get(candidate)
            if found is not None:
                return found
        return None

    def page_of(self, module: str) -> str | None:
        """The docname of a module's generated page."""
        return f"{self.settings.pages}/{self.slugs[module]}" if self.settings.pages is not None else None

    @property
    def index(self) -> str | None:
        """The docname of the page that lists all modules."""
        return f"{self.settings.pages}/index" if self.settings.pages is not None else None

    def source_page_of(self, module: str) -> str:
        """The docname of the page that shows a module's source."""
        return f"{self.settings.pages or 'contracts'}/source/{self.slugs[module]}"

    def path_of(self, module: str) -> Path:
        """The file of a module."""
        return file_at(self.outline.root, self.shown_path_of(module))

    def shown_path_of(self, module: str) -> str:
        """The path of a module's file as findings show it, "" for a module that is not in the project."""
        found = self._outlines.get(module)
        return found.path if found is not None else ""

    def shown(self, use: Use) -> Shown | None:
        """What a directive shows, None for an object that does not exist."""
        if use.kind == "index":
            return Shown((index_table(self.view, use.selection),), contents=self._contents.get("", ()))
        if use.kind == "checklist":
            return Shown((checklist_table(self.view, use.selection),))
        if use.kind == "rollout":
            return Shown(rollout_blocks(self.view, self.settings.rollout, use.selection))
        if use.kind == "rules":
            rules = RULES.values()
            return Shown((rules_table(rules),), tuple(rule_entry(rule) for rule in rules))
        located = self._asked(use)
        if located is None:
            return None
        if use.kind == "attached":
            return Shown(attached_blocks(located, self.view, self.settings.attach))
        entry = self._entry(use.kind, located)
        return Shown(entries=(entry,), contents=self._contents_of(use)) if entry is not None else None

    def _contents_of(self, use: Use) -> tuple[str, ...]:
        module = self.module_named(use.name) if use.kind == "module" else None
        return self._contents.get(module.name, ()) if module is not None else ()

    def _asked(self, use: Use) -> Located | None:
        """The object that a directive asks for by its name."""
        if use.kind == "module":
            module = self.module_named(use.name)
            return Located(module, module) if module is not None else None
        if use.kind == "format":
            names = self.format_names(use.name)
            return self.view.formats[names[0]] if len(names) == 1 else None
        if use.kind == "attached":
            return self.located(use.name)
        return self.view.objects.get(use.name)

    def _entry(self, kind: str, located: Located) -> Entry | None:
        contract = located.contract
        if kind == "module" and isinstance(contract, Module):
            return module_entry(contract, self.view)
        if kind == "format" and isinstance(contract, Format):
            return format_entry(contract, located.module, self.view)
        if kind == "class" and isinstance(contract, Class):
            return class_entry(contract, self.view)
        if kind == "function" and isinstance(contract, Callable):
            return callable_entry(contract, self.view)
        return None

    def stamp(self) -> str:
        """A digest of everything that pages are made from: as long as it stays, no page changes."""
        held = [index for index, item in enumerate(self.outline.findings) if item.suppressed == "baseline"]
        text = f"{self.outline.digest} {held}"
        return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()

    def digests(self, use: Use, shown: Shown | None) -> Digests:
        """What to compare with later: of what a directive shows, and of what that is made from."""
        return Digests(self._origins(use), self._digest(shown))

    def still(self, use: Use, before: Digests) -> Digests | None:
        """What to compare with next, where a directive shows what it showed before; None where it shows something else.

        It is laid out only where what it is made from has changed.
        """
        origins = self._origins(use)
        if before.origins and before.origins == origins:
            return before
        return before._replace(origins=origins) if before.shown == self._digest(self.shown(use)) else None

    def _digest(self, shown: Shown | None) -> str:
        """A digest of everything that a directive shows; "" for an object that does not exist."""
        return digest_of((code_stamp(), shown)) if shown is not None else ""

    def _origins(self, use: Use) -> str:
        """A digest of what is shown of an object is made from; "" for overviews, which show a little of everything."""
        located = self._asked(use) if use.kind in _OF_OBJECTS else None
        if located is None:
            return ""
        name = located.contract.name if isinstance(located.contract, Module | Format) else located.contract.qualname
        return f"{self._module_origins(located.module.name)} {name} {self._contents_of(use)}"

    def _module_origins(self, name: str) -> str:
        found = self._origins_known.get(name)
        if found is None:
            found = digest_of((self._origins_base, origins_of(self.view.modules[name], self.view)))
            self._origins_known[name] = found
        return found


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
