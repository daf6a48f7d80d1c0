"""Rules of the item "Side effects documented" that hold the code against its documentation.

Only what is sure is an error: an effect of the callable's own body. What comes through calls is a note.

Key Components:
    - RULES: the rules in order

Usage:
    from sphinx_contracts.rules.detected_effects import RULES

    names = [rule.name for rule in RULES]
"""

import re
from collections.abc import Iterable, Iterator

from sphinx_contracts.effects.catalogue import REQUIRED, TRAVELLING
from sphinx_contracts.effects.phrases import GENERAL, deed_of
from sphinx_contracts.effects.wording import categories_of, may_speak_of
from sphinx_contracts.model.contract import Callable, Module
from sphinx_contracts.model.docstring import DocSection, Docstring, SectionKind
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.model.rows import Evidence, SideEffect
from sphinx_contracts.rules.exemptions import is_exempt_module
from sphinx_contracts.rules.rule import Context, Fault, Rule, in_module

__all__ = ["RULES"]

_DENIABLE = REQUIRED | {"exit", "stdout", "stdin"}
_PURE = re.compile(
    r"\b(?:no|without(?: any)?|free of|has no|have no) side[- ]effects?\b|\bside[- ]effect[- ]free\b|\bpure function\b",
    re.IGNORECASE,
)
_NOT_PURE = re.compile(r"\b(?:not|n't|never|hardly)\b[^.]{0,20}$", re.IGNORECASE)
_DENIAL = re.compile(r"(?:no|never|does not|doesn't|do not)\b", re.IGNORECASE)
_CONDITIONAL = re.compile(
    r"\b(?:until|unless|except|if|when|while|before|after|other than|besides|but)\b", re.IGNORECASE
)


def _is_asked(subject: Callable | Module) -> bool:
    if isinstance(subject, Module):
        return not is_exempt_module(subject)
    return not subject.facts.is_abstract


def _docs(subject: Callable | Module, context: Context) -> Iterator[Docstring]:
    """The docstrings that may speak of effects; a constructor's may be that of its class."""
    yield subject.doc
    if isinstance(subject, Callable) and subject.facts.is_constructor and context.owner is not None:
        yield context.owner.doc


def _sections(subject: Callable | Module, context: Context) -> list[DocSection]:
    return [item for doc in _docs(subject, context) for item in doc.sections if item.kind is SectionKind.SIDE_EFFECTS]


def _direct(effects: Iterable[SideEffect]) -> dict[str, Evidence]:
    """The first sure effect of each category in the object's own body."""
    return {category: items[0] for category, items in _all_direct(effects).items()}


def _all_direct(effects: Iterable[SideEffect]) -> dict[str, list[Evidence]]:
    """The sure effects of each category in the object's own body."""
    found: dict[str, list[Evidence]] = {}
    for row in effects:
        for item in row.evidence:
            if item.sure and not item.via:
                found.setdefault(item.category, []).append(item)
    return found


def _undocumented(subject: Callable | Module, context: Context) -> list[Fault] | None:
    if not subject.side_effects or not _is_asked(subject):
        return None
    found = {name: items for name, items in _all_direct(subject.side_effects).items() if name in REQUIRED}
    if not found:
        return None
    if _sections(subject, context) or _denials(subject, context):
        return []
    when = "when imported " if isinstance(subject, Module) else ""
    faults: list[Fault] = []
    for name, items in found.items():
        but = _but(name, subject, context)
        first, *further = (
            Fault(
                f"{deed_of(name, item.call)} {when}({item.call}, line {item.line}) {but}",
                item.line,
                item.column,
                about=name,
            )
            for item in items
        )
        faults.append(replace(first, further=tuple(further)))
    return faults


def _but(category: str, subject: Callable | Module, context: Context) -> str:
    """What is missing, in words that stay true where the prose tells of the effect."""
    told = any(may_speak_of(category, "\n".join(doc.lines)) for doc in _docs(subject, context))
    return "but no Side Effects section says so" if told else "but documents no side effects"


def _denials(subject: Callable | Module, context: Context) -> list[tuple[int, frozenset[str]]]:
    """Where the documentation says that there is nothing, and of which categories."""
    found: list[tuple[int, frozenset[str]]] = []
    for section in _sections(subject, context):
        if section.explicit_none and not _CONDITIONAL.search(section.text):
            named = categories_of(section.text) & _DENIABLE
            whole = _PURE.search(section.text) or re.match(r"\W*(?:none|nothing|n/?a)\b", section.text, re.IGNORECASE)
            found.append((section.line, _DENIABLE if whole or not named else frozenset(named)))
            continue
        found += [
            (entry.line, frozenset(categories_of(entry.text) & _DENIABLE))
            for entry in section.entries
            if _DENIAL.match(entry.text) and not _CONDITIONAL.search(entry.text)
        ]
    doc = subject.doc
    prose = f"{doc.summary}\n{doc.description}"
    match = _PURE.search(prose)
    if match is not None and not _NOT_PURE.search(prose[: match.start()]) and not _CONDITIONAL.search(_sentence(prose)):
        line = next(
            (number for text, number in zip(doc.lines, doc.numbers, strict=False) if _PURE.search(text)), doc.line
        )
        found.append((line, frozenset(_DENIABLE)))
    return found


def _sentence(prose: str) -> str:
    return next((part for part in re.split(r"(?<=[.!?])\s+|\n\s*\n", prose) if _PURE.search(part)), "")


def _contradicted(subject: Callable | Module, context: Context) -> list[Fault] | None:
    if not _is_asked(subject):
        return None
    denials = _denials(subject, context)
    if not denials:
        return None
    direct = _direct(subject.side_effects)
    faults: list[Fault] = []
    for line, categories in denials:
        for name in sorted(categories & set(direct)):
            item = direct[name]
            faults.append(
                Fault(
                    f"the documentation denies it, but the code {deed_of(name, item.call)}"
                    f" ({item.call}, line {item.line})",
                    line,
                    subject.doc.margin + 1,
                    about=name,
                )
            )
    return faults


def _unmentioned(subject: Callable | Module, context: Context) -> list[Fault] | None:
    if not _is_asked(subject):
        return None
    sections = [item for item in _sections(subject, context) if not item.explicit_none]
    if not sections:
        return None
    spoken = frozenset[str]().union(*(categories_of(f"{item.title} {item.text}") for item in sections))
    return [
        Fault(
            f"{deed_of(name, item.call)} ({item.call}, line {item.line}), which its side effects do not mention",
            item.line,
            item.column,
            about=name,
        )
        for name, item in _direct(subject.side_effects).items()
        if name in REQUIRED and name not in spoken
    ]


def _propagated(subject: Callable | Module, context: Context) -> list[Fault] | None:
    if not _is_asked(subject):
        return None
    if not subject.side_effects:
        return []
    spoken = frozenset[str]().union(
        *(categories_of(f"{item.title} {item.text}") for item in _sections(subject, context))
    )
    direct = _direct(subject.side_effects)
    faults: list[Fault] = []
    for row in subject.side_effects:
        for item in row.evidence:
            if item.via and item.category in TRAVELLING and item.category not in spoken and item.category not in direct:
                path = " → ".join(f"{name.rpartition('.')[2]}()" for name in item.via)
                message = f"{GENERAL[item.category]} through {path}, which no Side Effects section mentions"
                faults.append(Fault(message, item.line, item.column, about=item.category))
    return faults


_WRITES = '''
def save(path: str) -> None:
    """Save a mark.

    Args:
        path: Where to

    {section}Example:
        save("mark.txt")
    """
    with open(path, "w") as file:
        file.write("done")
'''
_SECTION = "Side Effects:\n        - Writes the file at path\n\n    "


def _example(section: str) -> str:
    return in_module(_WRITES.replace("{section}", section), "save")


_THROUGH = '''
def _store(path: str) -> None:
    with open(path, "w") as file:
        file.write("done")


def save(path: str) -> None:
    """Save a mark.

    Args:
        path: Where to

    {section}Example:
        save("mark.txt")
    """
    _store(path)
'''

RULES = (
    Rule(
        name="side-effect-undocumented",
        item=Item.SIDE_EFFECTS,
        severity=Severity.ERROR,
        on=("module", "callable"),
        looks_at_docs=True,
        summary="Code that surely changes the world outside documents no side effects.",
        why="A caller who does not know that a function writes files, talks to the network or starts processes cannot"
        " use it safely, test it or run it twice.",
        bad=_example(""),
        good=_example(_SECTION),
        fix="Add a section ``Side Effects:`` that says what is done, to what and when.",
        needs_docstring=True,
        check=_undocumented,
    ),
    Rule(
        name="side-effect-contradicted",
        item=Item.SIDE_EFFECTS,
        severity=Severity.ERROR,
        on=("module", "callable"),
        looks_at_docs=True,
        summary="The documentation says that there is no such side effect, and the code has it.",
        why="A wrong promise is worse than none: callers rely on it.",
        bad=_example("Side Effects:\n        None\n\n    "),
        good=_example(_SECTION),
        fix="Say what the code does, or take the effect out of the code.",
        needs_docstring=True,
        check=_contradicted,
    ),
    Rule(
        name="side-effect-unmentioned",
        item=Item.SIDE_EFFECTS,
        severity=Severity.NOTE,
        on=("module", "callable"),
        looks_at_docs=True,
        summary="The side effects section does not speak of an effect that the code surely has.",
        why="A list that leaves one out reads as if it were complete.",
        bad=_example("Side Effects:\n        - Prints the path\n\n    "),
        good=_example(_SECTION),
        fix="Add an entry for the effect.",
        check=_unmentioned,
    ),
    Rule(
        name="side-effect-propagated",
        item=Item.SIDE_EFFECTS,
        severity=Severity.NOTE,
        on=("module", "callable"),
        looks_at_docs=True,
        summary="A side effect comes through calls and is not mentioned.",
        why="Callers see the whole effect, whichever function causes it.",
        bad=in_module(_THROUGH.replace("{section}", ""), "save"),
        good=in_module(_THROUGH.replace("{section}", _SECTION), "save"),
        fix="Mention it, or set the called function to ``none`` in the setting ``effects`` where it does not matter.",
        check=_propagated,
    ),
)
