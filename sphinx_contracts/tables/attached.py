"""The tables that join a description which somebody else has made of an object.

A page of autodoc, or one written by hand, tells already what the docstring says. What is added is what the page
lacks: what the code shows, and what is documented but not shown there.

Key Components:
    - attached_blocks: the tables for one object
    - words_of: a text reduced to its words, in which other texts are looked for

Usage:
    from sphinx_contracts.tables.attached import attached_blocks

    blocks = attached_blocks(view.objects["core.train.run"], view, ["side-effects", "raises"])
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from sphinx_contracts.model.blocks import Block, Details, ListBlock, Paragraph, Prose, Ref, Span, Table, Text
from sphinx_contracts.model.contract import Callable, Class, Module
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.formats import Format
from sphinx_contracts.model.label import Label
from sphinx_contracts.model.rows import Raise, SideEffect
from sphinx_contracts.tables._cells import example_blocks, prose, table
from sphinx_contracts.tables.annotations import Scope
from sphinx_contracts.tables.callables import callable_entry, raises_table, side_effects_table
from sphinx_contracts.tables.formats import format_entry, format_name
from sphinx_contracts.tables.view import Located, View
from sphinx_contracts.visible import visible

__all__ = ["attached_blocks", "words_of"]

_WORD = re.compile(r"[^\W_]+")
_WHOLE_TABLES = frozenset({"inputs", "outputs", "warns"})
_CONSTRUCTORS = ("__init__", "__new__")


def words_of(text: str) -> str:
    """Reduce a text to its words, so that markup, quotes and line breaks make no difference.

    Args:
        text: Any text

    Returns:
        The words in lower case, with one blank before and after each

    Example:
        assert words_of("If *times* < 1.") == " if times 1 "
    """
    return f" {' '.join(_WORD.findall(text.lower()))} "


def attached_blocks(
    located: Located, view: View, parts: Sequence[str], *, said: str = "", by_itself: bool = False
) -> tuple[Block, ...]:
    """Lay out what a description of an object lacks.

    Args:
        located: The object
        view: The project around it
        parts: What to add, in this order, each one of ``ATTACHABLE``
        said: The words that the description shows already, as ``words_of`` gives them
        by_itself: The constructor of a class has a description of its own

    Returns:
        The tables; empty where the description lacks nothing

    Example:
        blocks = attached_blocks(view.objects["core.train.run"], view, ["raises"], said=words_of(text))
    """
    contract = located.contract
    if isinstance(contract, Format):
        return ()
    attached = _Attached(located.module, view, said)
    return tuple(block for part in dict.fromkeys(parts) for block in attached.part(part, contract, by_itself))


class _Attached:
    """Makes the parts for one description."""

    def __init__(self, module: Module, view: View, said: str) -> None:
        self._module = module
        self._view = view
        self._said = said

    def part(self, name: str, contract: Module | Class | Callable, by_itself: bool) -> Iterator[Block]:
        """The blocks of one part."""
        if name == "formats":
            yield from self._formats(contract)
        elif name == "examples":
            yield from self._examples(contract)
        elif isinstance(contract, Module):
            if name == "side-effects":
                yield from self._at_import(contract)
        else:
            behaving = contract if isinstance(contract, Callable) else _constructor(contract, by_itself)
            if behaving is not None:
                yield from self._of_callable(name, behaving)

    def _of_callable(self, name: str, contract: Callable) -> Iterator[Block]:
        scope = self._view.scope(contract.facts.home)
        if name == "side-effects":
            yield from self._effects(contract.side_effects, scope)
        elif name == "raises":
            raises = [item for item in map(self._raise, contract.raises) if item is not None]
            if raises:
                full = raises_table(raises, scope)
                yield table(full.kind, full.title, full.columns, full.rows, optional=("Condition", "Origin"))
        elif name in _WHOLE_TABLES:
            blocks = callable_entry(contract, self._view).blocks
            yield from (block for block in blocks if isinstance(block, Table) and block.kind == name)

    def _effects(self, effects: Iterable[SideEffect], scope: Scope) -> Iterator[Table]:
        shown = [item for item in (self._effect(item) for item in effects) if item is not None]
        if shown:
            yield side_effects_table(shown, scope)

    def _at_import(self, module: Module) -> Iterator[Table]:
        for block in self._effects(module.side_effects, self._view.scope(module.name)):
            yield replace(block, title=Label("Side effects at import"))

    def _effect(self, item: SideEffect) -> SideEffect | None:
        """An effect without the words that are said already; None where nothing is left."""
        if not item.description or not self._is_said(item.description):
            return item
        return replace(item, description="") if item.evidence else None

    def _raise(self, item: Raise) -> Raise | None:
        """An exception without the condition that is said already; None where nothing is left."""
        name = words_of(item.exception.rpartition(".")[2])
        if name not in self._said or (item.condition and not self._is_said(item.condition)):
            return item
        return replace(item, condition="") if item.origin != "documented" or not item.documented else None

    def _formats(self, contract: Module | Class | Callable) -> Iterator[Block]:
        name = contract.name if isinstance(contract, Module) else contract.qualname
        for item in self._module.formats:
            if item.object != name or not item.fields:
                continue
            qualified = format_name(item, self._module)
            title = Ref(visible(item.name), qualified, "contract:format")
            yield Paragraph((Text(Label("Data format")), Text(" "), title), "rubric")
            for block in format_entry(item, self._module, self._view).blocks:
                if not isinstance(block, Details | Prose) and not self._is_shown(block):
                    yield block

    def _examples(self, contract: Module | Class | Callable) -> Iterator[Block]:
        examples = [item for item in contract.examples if words_of(item.code) not in self._said]
        home = contract.name if isinstance(contract, Module) else contract.facts.home
        yield from example_blocks(Label("Example"), examples, self._view.scope(home))

    def _is_said(self, text: str) -> bool:
        return words_of(_plain(prose(text, Scope("")))) in self._said

    def _is_shown(self, block: Block) -> bool:
        return isinstance(block, Paragraph) and block.style == "" and words_of(_plain((block,))) in self._said


def _constructor(contract: Class, by_itself: bool) -> Callable | None:
    """What calling the class runs, unless the page describes that too."""
    if by_itself:
        return None
    methods = {method.name: method for method in contract.methods}
    return next((methods[name] for name in _CONSTRUCTORS if name in methods), None)


def _plain(blocks: Iterable[Block]) -> str:
    return " ".join(_texts(blocks))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield "".join(map(_text, block.spans))
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _texts(item)
        elif isinstance(block, Details):
            yield from _texts(block.blocks)
        elif not isinstance(block, Table):
            yield block.code


def _text(span: Span) -> str:
    return span.text
