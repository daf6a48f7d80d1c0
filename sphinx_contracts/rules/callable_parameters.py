"""Rules on what docstrings say of parameters, part of the item on docstrings of callables.

They compare the parameters of the signature with those that the docstring names, in both directions.

Key Components:
    - RULES: the rules in order

Usage:
    from sphinx_contracts.rules.callable_parameters import RULES

    names = [rule.name for rule in RULES]
"""

from collections.abc import Iterator

from sphinx_contracts.model.contract import Callable
from sphinx_contracts.model.docstring import Docstring, Entry, SectionKind
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.model.rows import Input
from sphinx_contracts.rules.exemptions import documentable, takes_inputs
from sphinx_contracts.rules.naming import did_you_mean
from sphinx_contracts.rules.rule import Context, Fault, Rule, in_module

__all__ = ["RULES"]

# words that stand before a colon in a list of parameters without naming one
_REMARKS = frozenset(
    [
        "attention",
        "caution",
        "danger",
        "default",
        "defaults",
        "example",
        "examples",
        "hint",
        "important",
        "info",
        "note",
        "notes",
        "optional",
        "required",
        "returns",
        "see",
        "tip",
        "todo",
        "usage",
        "warning",
        "warnings",
    ]
)
_CATCHERS = ("var-positional", "var-keyword")


def _undocumented(subject: Callable, context: Context) -> list[Fault] | None:
    if not takes_inputs(subject):
        return None
    # "graph : NetworkX graph" describes in its own way; a name with nothing behind it does not
    described = {_plain(entry) for entry in _entries(subject, context) if entry.text or entry.type or entry.fields}
    in_class = subject.facts.is_constructor and context.owner is not None
    where = f"; add it under Args, in the docstring of the class or of {subject.name}" if in_class else ""
    return [
        Fault(
            f"the parameter '{_starred(item)}' has no entry that describes it{where}",
            item.line,
            item.column,
            about=item.name,
        )
        for item in subject.inputs
        # a description that stands at the parameter itself needs no entry
        if documentable(item) and item.name not in described and not item.fields and not item.description
    ]


def _starred(item: Input) -> str:
    return {"var-positional": "*", "var-keyword": "**"}.get(item.kind, "") + item.name


def _entries(subject: Callable, context: Context) -> Iterator[Entry]:
    """What the callable's docstring, and for a constructor its class's, says of parameters."""
    docs = [subject.doc]
    if subject.facts.is_constructor and context.owner is not None:
        docs.append(context.owner.doc)
    for doc in docs:
        yield from _named(doc)


def _named(doc: Docstring) -> Iterator[Entry]:
    for section in doc.sections:
        if section.kind is SectionKind.INPUTS:
            yield from (entry for entry in section.entries if entry.name)


def _plain(entry: Entry) -> str:
    return entry.name.lstrip("*\\")


def _unknown(subject: Callable, context: Context) -> list[Fault] | None:
    if subject.kind == "property":
        return None
    entries = list(_entries(subject, context))
    if not entries:
        return None
    if any(item.kind in _CATCHERS for item in subject.inputs):
        return []  # what *args and **kwargs take may be documented by name
    known = {item.name for item in subject.inputs}
    found: list[Fault] = []
    for entry in entries:
        name = _plain(entry)
        if name in known or name in ("self", "cls") or not name.isidentifier() or name.lower() in _REMARKS:
            continue
        hint = did_you_mean(name, known)
        message = f"the docstring documents '{name}', which is no parameter{hint}"
        found.append(Fault(message, entry.line, entry.column, about=name))
    return found


def _order(subject: Callable, context: Context) -> list[Fault] | None:
    if not takes_inputs(subject):
        return None
    # ``*args, **kwargs`` often share an entry, which cannot follow the signature
    places = {item.name: place for place, item in enumerate(subject.inputs) if not item.kind.startswith("var-")}
    listed = {_plain(entry): entry for entry in _named(subject.doc) if _plain(entry) in places}
    for name, expected in zip(listed, sorted(listed, key=lambda item: places[item]), strict=True):
        if name != expected:
            entry = listed[name]
            message = f"the docstring documents '{name}' where the signature has '{expected}'; keep its order"
            return [Fault(message, entry.line, entry.column)]
    return []


_HEAD = 'def repeat(text: str, times: int) -> str:\n    """Repeat a text.\n\n'
_TEXT = "        text: What to repeat\n"
_TIMES = "        times: How often\n"
_TAIL = (
    '\n    Returns:\n        The long text\n\n    Example:\n        assert repeat("a", 2) == "aa"\n    """\n'
    "    return text * times\n"
)


def _example(*entries: str) -> str:
    return in_module(_HEAD + "    Args:\n" + "".join(entries) + _TAIL, "repeat")


_GOOD = _example(_TEXT, _TIMES)

RULES = (
    Rule(
        name="param-undocumented",
        item=Item.CALLABLE_DOCSTRING,
        severity=Severity.ERROR,
        on=("callable",),
        looks_at_docs=True,
        summary="A parameter is not described in the docstring.",
        why="The name and the type do not tell units, allowed values or what a default stands for.",
        bad=_example(_TEXT),
        good=_GOOD,
        fix="Describe it under ``Args:``. A constructor's parameters may stand in the docstring of the class.",
        options=("sections",),
        needs_docstring=True,
        check=_undocumented,
    ),
    Rule(
        name="param-unknown",
        item=Item.CALLABLE_DOCSTRING,
        severity=Severity.ERROR,
        on=("callable",),
        looks_at_docs=True,
        summary="The docstring describes a parameter that the signature does not have.",
        why="It was renamed or removed, or its name is misspelt; whoever passes it gets a TypeError.",
        bad=_example(_TEXT, _TIMES, "        separator: What to put between\n"),
        good=_GOOD,
        fix="Correct the name, or take the entry out. Names that ``**kwargs`` takes may be listed.",
        check=_unknown,
    ),
    Rule(
        name="param-order",
        item=Item.CALLABLE_DOCSTRING,
        severity=Severity.NOTE,
        on=("callable",),
        looks_at_docs=True,
        summary="The docstring lists parameters in another order than the signature.",
        why="Readers compare the two from top to bottom.",
        bad=_example(_TIMES, _TEXT),
        good=_GOOD,
        fix="Bring the entries into the order of the signature.",
        check=_order,
    ),
)
