"""Data files of a project: which modules read and write them, and where documentation and code disagree.

The places were found file by file; here they are followed into other files: what opens a file, which fields a class
has that is written, which function of the project writes what it is given.

Key Components:
    - file_facts: what one source file tells
    - DataFiles: settles it across files

Usage:
    from sphinx_contracts.analyse.data_files import DataFiles
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sphinx_contracts.analyse._declared import Declarations, schemas_of
from sphinx_contracts.analyse._keys import Keys
from sphinx_contracts.analyse._replaced import replaces
from sphinx_contracts.analyse.hierarchy import Index, all_classes
from sphinx_contracts.analyse.unit import Unit
from sphinx_contracts.calls.evaluate import Evaluator
from sphinx_contracts.files import file_uses, is_file, is_foreign, may_return_data, may_use_files, returned_shapes
from sphinx_contracts.formats import find_mentions
from sphinx_contracts.formats.drift import drift_of, holders_of
from sphinx_contracts.model.contract import Callable, Module
from sphinx_contracts.model.docstring import Docstring
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.files import FileFacts, FileUse
from sphinx_contracts.model.formats import Format
from sphinx_contracts.source import Source

__all__ = ["DataFiles", "file_facts"]

_SCHEMA = re.compile(r"""["'](?:\$schema|properties)["']""")


def file_facts(source: Source, unit: Unit, docs: Iterable[tuple[str, Docstring]]) -> FileFacts:
    """Collect what a source file tells of data files.

    Args:
        source: The file's text and tree
        unit: What has been learnt of it, its formats included
        docs: Qualified names and docstrings of all its objects

    Returns:
        The places that read or write data files, what functions return, and data that is declared

    Example:
        facts = file_facts(source, unit, docs)
    """
    if source.tree is None:
        return FileFacts()
    # most files hold nothing of the kind, and a look at the text tells; plain words are looked for before patterns
    text = source.text
    lower = text.lower()
    mentioned = "format" in lower or "schema" in lower
    mentions = tuple(item for name, doc in docs for item in find_mentions(doc, name)) if mentioned else ()
    documented = bool(unit.formats or mentions)
    uses: tuple[FileUse, ...] = ()
    if documented or may_use_files(lower):
        uses = file_uses(source.tree, unit.frame(), unit.lines, keys=documented)
    returns = documented or may_return_data(lower)
    declares = ("$schema" in text or "properties" in text) and _SCHEMA.search(text)
    return FileFacts(
        uses=uses,
        returned=returned_shapes(source.tree, unit.frame(), every=documented) if returns else {},
        declared=schemas_of(source.tree, unit.module, unit.lines) if declares else {},
        mentions=mentions,
    )


class DataFiles:
    """Settles, once all files are known, what each module reads and writes.

    Responsibilities:
        - Tell which places are surely files
        - Hold documented formats against the code
        - Show declared data as formats where a docstring names it

    Attributes:
        index: The modules by name

    Example:
        modules = [data_files.of(module) for module in modules]
    """

    def __init__(self, modules: Sequence[Module], index: Index, evaluator: Evaluator) -> None:
        """Take the files.

        Args:
            modules: The modules
            index: The same modules by name
            evaluator: Follows names across files
        """
        self.index = index
        self._evaluator = evaluator
        self._callables = {item.qualname: item for module in modules for item in _callables(module)}
        returned = (item for module in modules for item in module.facts.files.returned.items())
        self._keys = Keys(index, evaluator, {name: shape for name, shape in returned if self._is_plain(name)})
        self._writers = dict(self._given_away(modules))
        declarations = Declarations(index.modules, index, evaluator)
        self._formats = {item.name: declarations.of(item) for item in modules if item.facts.files.mentions}
        shown = (form for item in modules for form in self._formats.get(item.name, item.formats))
        # what the project documents is its own, whoever else has a file of that name
        self._own_files = {form.name.lower() for form in shown if form.standing in ("claimed", "loose")}

    def _is_plain(self, name: str) -> bool:
        """What calls it gets what its own body returns."""
        known = self._callables.get(name)
        return known is not None and not known.facts.yields and not any(map(replaces, known.facts.decorators))

    def _given_away(self, modules: Iterable[Module]) -> Iterator[tuple[str, FileUse]]:
        """Functions that write one of their parameters to a file."""
        for module in modules:
            for use in module.facts.files.uses:
                given = use.shape is not None and use.shape.kind == "parameter" and use.scope in self._callables
                if given and use.writes and self._is_file(use):
                    yield use.scope, use

    def _is_file(self, use: FileUse) -> bool:
        return is_file(use, self._evaluator.called, self._evaluator.value)

    def _is_foreign(self, use: FileUse) -> bool:
        return is_foreign(use) and use.file.lower() not in self._own_files

    def of(self, module: Module) -> Module:
        """Settle a module.

        Args:
            module: The module as its own file tells

        Returns:
            The module with its data files, and with each format's drift where the link to the code is sure

        Example:
            module = data_files.of(module)
        """
        uses = module.facts.files.uses
        if module.name in self._formats:
            module = replace(module, formats=self._formats[module.name])
        if not uses and not module.formats:
            return module
        direct = [use for use in uses if use.language and not self._is_foreign(use) and self._is_file(use)]
        facts = replace(module.facts, data_files=tuple(direct))
        if not module.formats:
            return replace(module, facts=facts)
        # what a private function is given comes from those who call it
        own = [use for use in direct if use.scope not in self._writers or not _is_private(use.scope)]
        known = [replace(use, shape=self._keys.settled(use.shape)) for use in own]
        known += [use for item in uses if not item.language for use in self._through(item)]
        holders = holders_of(module.formats)
        formats = tuple(self._with_drift(item, module, holders, known) for item in module.formats)
        return replace(module, formats=formats, facts=facts)

    def _through(self, use: FileUse) -> Iterator[FileUse]:
        """A call of a function of the project that writes what it is given."""
        called = self._evaluator.called(use.place) if use.place is not None else None
        writer = self._writers.get(called or "")
        if writer is None or writer.shape is None or called is None:
            return
        inputs = [item.name for item in self._callables[called].inputs]
        for position, shape in use.arguments:
            name = inputs[int(position)] if position.isdigit() and int(position) < len(inputs) else position
            if name == writer.shape.name:
                yield replace(use, language=writer.language, shape=self._keys.settled(shape))

    def _with_drift(self, item: Format, module: Module, holders: Mapping[str, int], uses: Sequence[FileUse]) -> Format:
        returned = module.facts.files.returned.get(item.object) if item.name == f"{item.object}.returns" else None
        if returned is not None:
            shape = self._keys.settled(returned)
            line = self._callables[item.object].line
            uses = [FileUse(item.object, True, item.language, line, 1, "return", shape=shape)]
        return replace(item, drift=drift_of(item, holders, uses))


def _is_private(name: str) -> bool:
    return name.rpartition(".")[2].startswith("_")


def _callables(module: Module) -> Iterator[Callable]:
    yield from module.functions
    for contract in all_classes(module.classes):
        yield from contract.methods
