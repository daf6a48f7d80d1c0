"""The reference of the rules, made from the rules themselves.

The text comes from the rules themselves and stands nowhere else.

Key Components:
    - rules_table: all rules in one table
    - rule_entry: one rule with its reasons and examples

Usage:
    from sphinx_contracts.tables.rulebook import rules_table

    block = rules_table(RULES.values())
"""

from collections.abc import Iterable, Iterator

from sphinx_contracts.model.blocks import Block, CodeBlock, ListBlock, Ref, Row, Table, Text
from sphinx_contracts.model.label import Label
from sphinx_contracts.rules.manual import parts_of
from sphinx_contracts.rules.rule import Rule
from sphinx_contracts.tables._cells import badge, cell, note, prose, prose_cell, rubric
from sphinx_contracts.tables.annotations import Scope
from sphinx_contracts.tables.entry import Entry, Signature
from sphinx_contracts.tables.overview import item_label
from sphinx_contracts.visible import visible

__all__ = ["rule_entry", "rules_table"]

_SCOPE = Scope("")
_COLUMNS = (Label("Rule"), Label("Severity"), Label("Item"), Label("What it reports"))


def rules_table(rules: Iterable[Rule]) -> Table:
    """Lay out rules in one table.

    Args:
        rules: The rules in order

    Returns:
        The table, each row linked to the rule's entry

    Example:
        block = rules_table(RULES.values())
    """
    rows = [
        Row(
            (
                cell(Ref(rule.name, rule.name, "contract:rule")),
                cell(badge(rule.severity, rule.severity)),
                cell(Text(rule.item or "–")),
                prose_cell(rule.summary, _SCOPE),
            )
        )
        for rule in rules
    ]
    return Table("rules", "", _COLUMNS, tuple(rows))


def rule_entry(rule: Rule) -> Entry:
    """Lay out one rule: what it reports, why, a bad and a good example, and what to do.

    Args:
        rule: The rule

    Returns:
        The entry

    Example:
        entry = rule_entry(RULES["param-untyped"])
    """
    return Entry(
        kind="rule",
        name=rule.name,
        label=rule.name,
        home="",
        line=0,
        signature=Signature("", "", rule.name),
        blocks=tuple(_blocks(rule)),
    )


def _blocks(rule: Rule) -> Iterator[Block]:
    item = Text(item_label(rule.item) if rule.item else Label("no item of the checklist"))
    package = Text(f", added by {visible(rule.package)}" if rule.package else "")
    yield note(badge(rule.severity, rule.severity), Text(" "), item, package)
    for part in parts_of(rule):
        if part.title == "Severity":
            continue  # the badge above says so
        if part.title != "What":
            yield rubric(part.title)
        yield from prose(part.text, _SCOPE)
        if part.points:
            yield ListBlock(tuple(prose(point, _SCOPE) for point in part.points))
        if part.code:
            yield CodeBlock(part.code, part.language)
