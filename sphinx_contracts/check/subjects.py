"""The objects of a module that rules look at, with where their suppressions may stand.

Rules look at one object at a time. This module says which objects there are, in which order, and on which lines a
comment speaks of them.

Key Components:
    - Subject: one object
    - subjects_of: the objects of a module, parents first

Usage:
    from sphinx_contracts.check.subjects import subjects_of

    names = [subject.name for subject in subjects_of(module, context)]
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_contracts.model.contract import Callable, Class, Module
from sphinx_contracts.model.docstring import Docstring
from sphinx_contracts.model.fast_init import fast_init, replace
from sphinx_contracts.model.formats import Format
from sphinx_contracts.model.rows import Field
from sphinx_contracts.rules.rule import Context

__all__ = ["Lines", "Subject", "subjects_of"]

Lines = tuple[int, int]  # first and last source line


@fast_init
@dataclass(frozen=True, slots=True)
class Subject:
    """One object that rules look at."""

    kind: str  # "module", "class", "field", "callable" or "format"
    value: Module | Class | Field | Callable | Format  # its contract
    name: str  # qualified name, as findings show it
    line: int  # source line of its definition
    column: int  # 1-based column of its definition
    context: Context  # what surrounds it
    lines: tuple[Lines, ...] = ()  # where a comment may stand that suppresses findings on it
    parts: frozenset[int] = frozenset()  # lines of parameters, where a comment is not about another parameter
    parent: str | None = None  # name of the object whose missing docstring it shares


def subjects_of(module: Module, context: Context) -> Iterator[Subject]:
    """Go through the objects of a module.

    Args:
        module: The module
        context: What knows the project

    Yields:
        The module itself, its functions, its classes with their fields and methods, and the formats of all of them

    Example:
        names = [subject.name for subject in subjects_of(module, context)]
    """
    end = module.doc.end_line
    lines = ((end, end),) if module.doc.present else ()
    whole = Subject("module", module, module.name, 1, 1, replace(context, module=module, home=module), lines)
    yield whole
    within = _Within(module, context)
    holders = {item.object: whole for item in module.formats if item.object == module.name}
    wanted = {item.object for item in module.formats} - holders.keys()
    for subject in _members(module, within):
        yield subject
        if subject.name in wanted and subject.kind != "field":
            holders[subject.name] = subject
    for item in module.formats:
        holder = holders.get(item.object)
        if holder is not None:
            yield replace(holder, kind="format", value=item, line=item.line, column=1)


def _members(module: Module, within: "_Within") -> Iterator[Subject]:
    for function in module.functions:
        yield within.callable(function)
    pending: list[tuple[Class, Class | None]] = [(item, None) for item in reversed(module.classes)]
    while pending:
        contract, owner = pending.pop()
        yield within.of_class(contract, owner)
        for item in contract.fields:
            yield within.field(item, contract)
        for method in (*contract.methods, *contract.facts.accessors):
            yield within.callable(method, contract)
        pending.extend((item, contract) for item in reversed(contract.classes))


class _Within:
    """Makes the subjects of one module."""

    def __init__(self, module: Module, context: Context) -> None:
        self._module = module
        self._context = context
        self._known: dict[tuple[str, str], Context] = {}

    def _around(self, home: str, owner: Class | None) -> Context:
        """The context of an object; one for all members of a class."""
        key = (home, owner.qualname if owner is not None else "")
        found = self._known.get(key)
        if found is None:
            origin = self._context.modules.get(home, self._module)
            found = replace(self._context, module=self._module, home=origin, owner=owner)
            self._known[key] = found
        return found

    def of_class(self, contract: Class, owner: Class | None) -> Subject:
        return Subject(
            "class",
            contract,
            contract.qualname,
            contract.line,
            contract.facts.column,
            self._around(contract.facts.home, owner),
            (_header(contract.line, contract.facts.header_end, contract.doc),),
        )

    def field(self, item: Field, owner: Class) -> Subject:
        last = max(item.line, item.facts.end_line)
        return Subject(
            "field",
            item,
            f"{owner.qualname}.{item.name}",
            item.line,
            item.facts.column,
            self._around(owner.facts.home, owner),
            ((item.line, last), _header(owner.line, owner.facts.header_end, owner.doc)),
            parent=owner.qualname,
        )

    def callable(self, item: Callable, owner: Class | None = None) -> Subject:
        shared = owner is not None and item.facts.is_constructor and not item.doc.present
        return Subject(
            "callable",
            item,
            item.qualname,
            item.line,
            item.facts.column,
            self._around(item.facts.home, owner),
            (_header(item.line, item.facts.header_end, item.doc),),
            frozenset(parameter.line for parameter in item.inputs if parameter.line != item.line),
            parent=owner.qualname if owner is not None and shared else None,
        )


def _header(first: int, last: int, doc: Docstring) -> Lines:
    """From the ``def`` or ``class`` line to the docstring's closing quotes, else to the end of the header."""
    return first, max(first, last, doc.end_line if doc.present else 0)
