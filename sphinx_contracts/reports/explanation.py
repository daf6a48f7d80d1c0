"""Rules explained, in plain text and in Markdown.

The words are those of the rules themselves; here they are only laid out.

Key Components:
    - rule_in_text: one rule, for a terminal
    - rule_in_markdown: one rule, for services that show Markdown
    - item_in_text: one item of the checklist with its rules
    - rules_in_text: all rules, a line each
    - rules_in_json: all rules with their documentation

Usage:
    from sphinx_contracts.reports.explanation import rule_in_text
    from sphinx_contracts.rules.registry import RULES

    print(rule_in_text(RULES["param-untyped"], 80))
"""

import json
import textwrap
from collections.abc import Iterable, Iterator

from sphinx_contracts.config import Settings
from sphinx_contracts.model.finding import CHECKLIST
from sphinx_contracts.reports._style import PLAIN, STYLED, Style
from sphinx_contracts.reports.in_project import part_in_project
from sphinx_contracts.rules.manual import Part, parts_of
from sphinx_contracts.rules.registry import ITEMS, RULES
from sphinx_contracts.rules.rule import Rule

__all__ = ["item_in_text", "rule_in_markdown", "rule_in_text", "rules_in_json", "rules_in_text"]

_INDENT = "  "
_NO_ITEM = "no checklist item"


def rule_in_text(rule: Rule, width: int, *, colours: bool = False, settings: Settings | None = None) -> str:
    """Explain a rule in plain text.

    Args:
        rule: The rule
        width: Columns that a line of prose may take; code is never broken
        colours: Mark titles with colours
        settings: Those of a project, to say how serious the rule is there

    Returns:
        The rule's name, and each part of its documentation with its title

    Raises:
        ConfigurationError: If the settings name a rule that is not known

    Example:
        print(rule_in_text(RULES["param-untyped"], 80))
    """
    style = STYLED if colours else PLAIN
    parts = [style.error(rule.name)]
    for part in _with_project(parts_of(rule), rule, settings):
        parts += ["", style.title(part.title), *_in_text(part, width)]
    return "\n".join(parts)


def _with_project(parts: Iterable[Part], rule: Rule, settings: Settings | None) -> Iterator[Part]:
    """The parts, and behind the default severity the one in the project."""
    for part in parts:
        yield part
        if part.title == "Severity" and settings is not None:
            yield part_in_project(rule, settings)


def _in_text(part: Part, width: int) -> Iterator[str]:
    if part.text:
        yield _wrapped(part.text, width, _INDENT)
    for point in part.points:
        yield _wrapped(f"- {point}", width, _INDENT, "  ")
    if part.code:
        if part.text:
            yield ""
        yield textwrap.indent(part.code, _INDENT * 2 if part.text else _INDENT)


def _wrapped(text: str, width: int, indent: str, hanging: str = "") -> str:
    return textwrap.fill(
        _single(text),
        max(width, 40),
        initial_indent=indent,
        subsequent_indent=indent + hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _single(text: str) -> str:
    """Literals as Markdown and terminals write them."""
    return text.replace("``", "`")


def rule_in_markdown(rule: Rule) -> str:
    """Explain a rule in Markdown.

    Args:
        rule: The rule

    Returns:
        Each part of the rule's documentation below a heading of the third level

    Example:
        text = rule_in_markdown(RULES["param-untyped"])
    """
    blocks: list[str] = []
    for part in parts_of(rule):
        blocks.append(f"### {part.title}")
        if part.text:
            blocks.append(_single(part.text))
        if part.points:
            blocks.append("\n".join(f"- {_single(point)}" for point in part.points))
        if part.code:
            blocks.append(f"```{part.language}\n{part.code}\n```")
    return "\n\n".join(blocks)


def item_in_text(item: str, width: int, *, colours: bool = False, settings: Settings | None = None) -> str:
    """Explain an item of the checklist: the line of the standard and the rules that check it.

    Args:
        item: The item's slug
        width: Columns that a line may take
        colours: Mark titles with colours
        settings: Those of a project, to say how serious the rules are there

    Returns:
        The item with one entry for each of its rules

    Raises:
        KeyError: If no item has the slug
        ConfigurationError: If the settings name a rule that is not known

    Example:
        print(item_in_text("param-types", 80))
    """
    style = STYLED if colours else PLAIN
    lines = [style.title(item), _wrapped(f"{CHECKLIST[item]}.", width, _INDENT), "", style.title("Rules")]
    for name in ITEMS[item]:
        rule = RULES[name]
        lines.append(f"{_INDENT}{style.error(name)} ({rule.severity})")
        lines.append(_wrapped(rule.summary, width, _INDENT * 2))
        if settings is not None:
            part = part_in_project(rule, settings)
            lines.append(_wrapped(" ".join((f"{part.title}:", part.text, *part.points)), width, _INDENT * 2))
    return "\n".join(lines)


def rules_in_text(*, colours: bool = False) -> str:
    """List all rules, item by item.

    Args:
        colours: Mark items with colours

    Returns:
        Below each item one line for each rule: its name, its severity and what it reports

    Example:
        print(rules_in_text())
    """
    style = STYLED if colours else PLAIN
    width = max(len(name) for name in RULES)
    groups: dict[str | None, list[Rule]] = {}
    for rule in RULES.values():
        groups.setdefault(rule.item, []).append(rule)
    blocks = [
        "\n".join((_title(item, style), *(_line(rule, width, style) for rule in found)))
        for item, found in groups.items()
    ]
    return "\n\n".join(blocks)


def _title(item: str | None, style: Style) -> str:
    return style.title(f"{item}: {CHECKLIST[item]}" if item is not None else _NO_ITEM)


def _line(rule: Rule, width: int, style: Style) -> str:
    return f"{_INDENT}{style.place(f'{rule.name:<{width}}')}  {rule.severity:<5}  {_single(rule.summary)}"


def rules_in_json() -> str:
    """Write all rules with their documentation as JSON.

    Returns:
        A document with the keys schema_version and rules; texts are those of the rules' records, literals in double
        backquotes

    Example:
        print(rules_in_json())
    """
    rules = [
        {
            "rule": rule.name,
            "item": rule.item,
            "severity": rule.severity,
            "summary": rule.summary,
            "why": rule.why,
            "bad": rule.bad,
            "good": rule.good,
            "fix": rule.fix,
            "settings": list(rule.options),
            "package": rule.package or None,
        }
        for rule in RULES.values()
    ]
    return json.dumps({"schema_version": 1, "rules": rules}, indent=2, ensure_ascii=False)
