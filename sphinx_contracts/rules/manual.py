"""The documentation of a rule, part by part.

``explain``, the reference pages and the help in reports for code scanning all show these parts, in this order and
under these titles. The words are those of the rule's own record.

Key Components:
    - Part: a title with prose, an example or a list of settings below it
    - parts_of: the parts of a rule's documentation

Usage:
    from sphinx_contracts.rules.manual import parts_of
    from sphinx_contracts.rules.registry import RULES

    titles = [part.title for part in parts_of(RULES["param-untyped"])]
"""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_contracts.config import Settings
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.finding import CHECKLIST, Severity
from sphinx_contracts.rules.rule import Rule

__all__ = ["Part", "parts_of"]

_MEANING = {
    Severity.ERROR: "Error: it fails a build with ``-W``, and ``sphinx-contracts check``.",
    Severity.NOTE: "Note: it shows on pages and in reports, and fails nothing.",
    Severity.OFF: "Off: it reports nothing until a setting switches it on.",
}
# no comment in such a file is read, and a rule that failed says nothing about the code
_NEVER_IN_PLACE = frozenset({"source-unreadable", "source-unparsable", "internal-error"})
_WHERE = {
    "module": "behind the closing quotes of the module's docstring",
    "class": "on the line of the ``class``",
    "field": "on the field's line, or on that of the ``class`` for all its fields",
    "callable": "on the line of the ``def``",
    "format": "behind the closing quotes of the docstring",
}
# rules about single statements, and what bears a comment beside the object
_STATEMENTS = {
    "exception-undocumented": "on the line of the ``raise``",
    "side-effect-undocumented": "on the line of the call",
}
_PLACE = "In ``pyproject.toml``, or ``contracts_rules`` in ``conf.py``:"
_DOCS = {item.name: str(item.metadata["doc"]) for item in dataclasses.fields(Settings)}


@fast_init
@dataclass(frozen=True, slots=True)
class Part:
    """A part of a rule's documentation: a title with something below it."""

    title: str  # the heading
    text: str = ""  # prose, literals in double backquotes
    code: str = ""  # or source code
    language: str = "python"  # what the code is
    points: tuple[str, ...] = ()  # a list below the prose, each point one sentence


def parts_of(rule: Rule) -> tuple[Part, ...]:
    """Lay out the documentation of a rule.

    Args:
        rule: The rule

    Returns:
        The parts in the order of reading; those with nothing to say are left out

    Example:
        parts = parts_of(RULES["param-untyped"])
    """
    return tuple(_parts(rule))


def _parts(rule: Rule) -> Iterator[Part]:
    yield Part("What", rule.summary)
    yield Part("Why", rule.why)
    if rule.bad:
        yield Part("Bad", code=rule.bad.strip("\n"))
        yield Part("Good", code=rule.good.strip("\n"))
    yield Part("What to do", rule.fix)
    if rule.options:
        yield Part("Settings", points=tuple(f"``{name}``: {_DOCS[name]}" for name in rule.options))
    yield Part("Severity", f"{_MEANING[rule.severity]} {_line_of(rule)}{_origin(rule)}")
    if rule.severity is Severity.OFF:
        yield Part("How to switch it on", _PLACE, _setting(rule, "error"), "toml")
    else:
        yield Part("How to switch it off", _PLACE, _setting(rule, "off"), "toml")
        if rule.name not in _NEVER_IN_PLACE:
            yield Part("For one place", _in_place(rule), _comment(rule))


def _line_of(rule: Rule) -> str:
    return f"Checklist: {CHECKLIST[rule.item]} (``{rule.item}``)." if rule.item else "It belongs to no checklist item."


def _origin(rule: Rule) -> str:
    return f" The package {rule.package} adds the rule." if rule.package else ""


def _setting(rule: Rule, value: str) -> str:
    return f'[tool.sphinx-contracts]\nrules = {{ "{rule.name}" = "{value}" }}'


def _in_place(rule: Rule) -> str:
    if _is_about_file(rule):
        return "A comment in the first comment block of the file:"
    places = [_STATEMENTS[rule.name]] if rule.name in _STATEMENTS else []
    places += [_WHERE.get(kind, "beside the object") for kind in rule.on]
    return f"A comment {', '.join(places[:-1])}{' or ' if places[1:] else ''}{places[-1]}:"


def _comment(rule: Rule) -> str:
    return f"# contracts: ignore{'-file' if _is_about_file(rule) else ''}[{rule.name}]"


def _is_about_file(rule: Rule) -> bool:
    """Where the module's docstring is missing, no line of it can bear a comment."""
    return not rule.on or (rule.decides_missing and "module" in rule.on)
