"""The tables of a module.

The page of a module begins with this: score, components, usage and formats, before its functions and classes.

Key Components:
    - module_entry: the whole contract of a module

Usage:
    from sphinx_contracts.tables.modules import module_entry
    from sphinx_contracts.tables.view import View

    entry = module_entry(project.modules[0], View(project, findings))
"""

import re
from collections.abc import Iterator, Sequence

from sphinx_contracts.model.blocks import Block, Cell, Details, Paragraph, Prose, Ref, Row, Span, Table, Text
from sphinx_contracts.model.contract import Module
from sphinx_contracts.model.finding import Finding, Severity
from sphinx_contracts.model.label import Label
from sphinx_contracts.model.rows import Component
from sphinx_contracts.rules.registry import RULES
from sphinx_contracts.tables._cells import (
    badge,
    cell,
    code,
    example_blocks,
    list_block,
    prose_cell,
    source_ref,
    table,
)
from sphinx_contracts.tables.annotations import Scope
from sphinx_contracts.tables.callables import callable_entry, side_effects_table
from sphinx_contracts.tables.classes import class_entry
from sphinx_contracts.tables.connections import module_table, references
from sphinx_contracts.tables.entry import Entry
from sphinx_contracts.tables.formats import format_entry
from sphinx_contracts.tables.glance import glance_tables
from sphinx_contracts.tables.overview import counted, findings_table, item_label, number_of, score_badge
from sphinx_contracts.tables.packages import package_tables
from sphinx_contracts.tables.told import blank_note, lead_blocks, section_blocks
from sphinx_contracts.tables.view import View
from sphinx_contracts.visible import visible

__all__ = ["module_entry"]

_WITHOUT_DOCSTRING = frozenset({"docstring-missing", "class-docstring-missing", "module-docstring-missing"})
_CHECKLIST_COLUMNS = (Label("Item"), Label("Checks passed"), Label("Missing in"))
_COMPONENT_COLUMNS = (Label("Name"), Label("Description"))
_NAME = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")


def module_entry(module: Module, view: View) -> Entry:
    """Lay out the contract of a module with everything in it.

    Args:
        module: The contract
        view: The project around it

    Returns:
        The entry; its children are the module's formats, classes and functions

    Example:
        entry = module_entry(module, view)
    """
    return Entry(
        kind="module",
        name=module.name,
        label=visible(module.name),
        home=module.name,
        line=module.line,
        blocks=tuple(_blocks(module, view)),
        children=(
            *(format_entry(item, module, view) for item in module.formats),
            *(class_entry(item, view) for item in module.classes),
            *(callable_entry(item, view) for item in module.functions),
        ),
    )


def _blocks(module: Module, view: View) -> Iterator[Block | Prose]:
    scope = view.scope(module.name)
    findings = view.findings.get(module.name, ())
    yield Paragraph(tuple(_standing(module, findings)), "meta")
    for problem in module.facts.problems:
        where = source_ref(f"{module.path}:{problem.line}", module.name, problem.line)
        yield Paragraph(
            (badge(Label("not analysed"), "error"), Text(" "), where, Text(f": {visible(problem.message)}"))
        )
    yield from blank_note(module, module)
    yield from lead_blocks(module, scope, style="lead")
    if module.checklist:
        yield Details(Label("Checklist: {score} of 10", score=f"{module.score:.1f}"), (_checklist(module, findings),))
    if findings:
        yield Details(Label("Findings: {numbers}", numbers=counted(findings)), (findings_table(findings, view),))
    yield from glance_tables(module)
    yield from list_block(Label("Responsibilities"), module.responsibilities, scope)
    if module.components:
        rows = [
            Row((_component(item, module, scope), prose_cell(item.description, scope))) for item in module.components
        ]
        yield table("components", Label("Key components"), _COMPONENT_COLUMNS, rows)
    yield from example_blocks(Label("Usage"), module.examples, scope)
    yield from list_block(Label("Data flow"), module.data_flow, scope, ordered=True)
    yield from list_block(Label("Guarantees"), module.guarantees, scope)
    if module.side_effects:
        effects = side_effects_table(module.side_effects, scope)
        yield Table(effects.kind, Label("Side effects at import"), effects.columns, effects.rows)
    yield from section_blocks(module, scope)
    yield from package_tables(module, view)
    yield from module_table(module, view.connections)


def _standing(module: Module, findings: Sequence[Finding]) -> Iterator[Span]:
    yield from (Text(Label("Contract score")), Text(" "))
    yield score_badge(module.score)
    standing = [item for item in findings if item.suppressed is None]
    for severity in ("error", "note"):
        number = sum(1 for item in standing if item.severity == severity)
        if number:
            yield Text(" ")
            yield badge(number_of(number, severity), severity)
    if module.phase is not None:
        yield Text(" ")
        yield badge(module.phase, "phase")
    yield Text(" ")
    yield source_ref(module.path, module.name, module.line)


def _checklist(module: Module, findings: Sequence[Finding]) -> Table:
    rows: list[Row] = []
    for item, counts in module.checklist.items():
        passed, applicable = counts["passed"], counts["applicable"]
        if not applicable:
            mark = badge(Label("nothing to check"), "none")
        elif passed == applicable:
            mark = badge(Label("{part} of {whole}", part=passed, whole=applicable), "pass")
        else:
            mark = badge(Label("{part} of {whole}", part=passed, whole=applicable), "fail")
        rows.append(Row((cell(Text(item_label(item))), cell(mark), cell(*_missing(item, module, findings)))))
    return table("checklist", "", _CHECKLIST_COLUMNS, rows, optional=("Missing in",))


def _missing(item: str, module: Module, findings: Sequence[Finding]) -> Iterator[Span]:
    """The objects at which a check of an item failed, each once."""
    counts = module.checklist[item]
    if counts["passed"] == counts["applicable"]:
        return
    # what a phase, a baseline or a setting makes a note is missing all the same
    failed = [
        found for found in findings if found.suppressed != "inline" and RULES[found.rule].severity == Severity.ERROR
    ]
    names = dict.fromkeys(found.object for found in failed if found.item == item)
    # an object without a docstring fails every check of it, and is one finding
    names = names or dict.fromkeys(found.object for found in failed if found.rule in _WITHOUT_DOCSTRING)
    yield from references(list(names), module.name)


def _component(item: Component, module: Module, scope: Scope) -> Cell:
    """The names of an entry as references: "Text, Ref, Link" are three."""
    spans: list[Span] = []
    done = 0
    text = visible(item.name.replace("`", ""))
    for match in _NAME.finditer(text):
        if match.start() > done:
            spans.append(Text(text[done : match.start()], "code" if text[done] in "()[]" else ""))
        spans.append(_component_ref(match[0], module, scope))
        done = match.end()
    if done < len(text):
        spans.append(Text(text[done:], "code" if text[done] in "()[]" else ""))
    return cell(*spans) if _is_names(text) else cell(code(text))


def _is_names(text: str) -> bool:
    return len(text) <= 200 and all(
        _NAME.fullmatch(part.strip().removesuffix("()")) is not None for part in re.split(r",| and | or |/", text)
    )


def _component_ref(name: str, module: Module, scope: Scope) -> Span:
    if name in ("and", "or"):
        return Text(name)
    target = scope.target(name)
    if target == name and not name.startswith(f"{module.name}."):
        # a submodule that is not imported, or an object of the module by its public name
        target = f"{module.name}.{name}"
    return Ref(name, target)
