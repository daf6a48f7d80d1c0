"""Rules on what docstrings say of results, part of the item on docstrings of callables.

They compare what a callable gives back, as its annotation and its body tell, with what its docstring says.

Key Components:
    - RULES: the rules in order

Usage:
    from sphinx_contracts.rules.callable_results import RULES

    names = [rule.name for rule in RULES]
"""

import re

from sphinx_contracts.model.contract import Callable
from sphinx_contracts.model.docstring import DocSection, SectionKind
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.rules.annotations import gives_nothing, never_none
from sphinx_contracts.rules.exemptions import is_context_manager, takes_returns
from sphinx_contracts.rules.rule import Context, Fault, Rule, in_module
from sphinx_contracts.rules.structure import shows_structure, telling_words

__all__ = ["RULES"]

_NOTHING = re.compile(
    r"\W*(?:none|nothing|void|n/?a|not applicable|no (?:return )?value|no return|no(?:thing)? is returned)\b"
    r"|.{0,60}\b(?:does not|doesn't|never) returns?\b|.{0,60}\bonly returns? (?:when|once|if|after|on)\b",
    re.IGNORECASE | re.DOTALL,
)

_PAUSE = re.compile(r"(?:Generator|Iterator|Iterable)\[None\b")


def _sections(subject: Callable, *kinds: SectionKind) -> list[DocSection]:
    return [section for section in subject.doc.sections if section.kind in kinds]


def _gives_value(subject: Callable, context: Context) -> bool:
    """The callable hands a value to its caller: by its annotation, else by its return statements."""
    annotation = subject.facts.return_annotation
    if annotation is None:
        return subject.facts.returns_value and not subject.facts.hands_on_nothing
    return not gives_nothing(annotation, context)


def _undocumented(subject: Callable, context: Context) -> list[Fault] | None:
    if not takes_returns(subject) or subject.facts.yields or not _gives_value(subject, context):
        return None
    annotation = subject.facts.return_annotation
    for section in _sections(subject, SectionKind.RETURNS, SectionKind.YIELDS):
        if not section.explicit_none or annotation is None or not never_none(annotation, context):
            return []
    what = f"returns {annotation}" if annotation is not None else "returns a value"
    message = f"{what}, but the docstring has no Returns section that describes it"
    return [Fault(message, subject.line, subject.facts.column)]


def _unyielded(subject: Callable, context: Context) -> list[Fault] | None:
    if not takes_returns(subject) or not _yields_value(subject):
        return None
    # reST has no field for what is yielded, so the iterator that the call returns may be described
    sections = _sections(subject, SectionKind.YIELDS, SectionKind.RETURNS)
    if any(not section.explicit_none for section in sections):
        return []
    return [Fault("yields values, but the docstring has no Yields section", subject.line, subject.facts.column)]


def _yields_value(subject: Callable) -> bool:
    """A generator that is only a pause, for a context manager mostly, has nothing to describe."""
    facts = subject.facts
    if facts.return_annotation is None:
        return facts.yields_value and not facts.decorators
    return facts.yields_value and _PAUSE.search(facts.return_annotation) is None


def _unstructured(subject: Callable, context: Context) -> list[Fault] | None:
    if not takes_returns(subject):
        return None
    sections = _sections(subject, SectionKind.RETURNS, SectionKind.YIELDS)
    annotation = subject.facts.return_annotation
    telling = telling_words(annotation, context) if sections and annotation is not None else None
    if telling is None:
        return None
    if any(section.explicit_none or shows_structure(section, telling) for section in sections):
        return []
    message = f"returns {annotation}, but the docstring does not say what it holds; list its parts"
    return [Fault(message, subject.line, subject.facts.column)]


def _unexpected(subject: Callable, context: Context) -> list[Fault] | None:
    sections = _sections(subject, SectionKind.RETURNS)
    if not sections or not takes_returns(subject):
        return None
    if not _returns_nothing(subject):
        return []
    return [
        Fault("describes a result, but nothing is returned; remove the section or return it", entry.line, entry.column)
        for section in sections
        if not section.explicit_none
        for entry in section.entries[:1]
        if entry.type != "None" and not _NOTHING.match(entry.text)
    ]


def _returns_nothing(subject: Callable) -> bool:
    """Surely: neither the annotation nor the body, nor what a subclass or a decorator may put in its place."""
    facts = subject.facts
    if facts.returns_value or facts.yields or facts.is_abstract or facts.stub_body or is_context_manager(subject):
        return False
    if facts.return_annotation is None:
        return subject.kind == "function" and not facts.decorators
    return facts.return_annotation == "None"


_ARGS = "    Args:\n        text: Any text\n\n"


def _example(head: str, summary: str, section: str, call: str, *body: str) -> str:
    text = f'{head}\n    """{summary}\n\n{_ARGS}{section}    Example:\n        {call}\n    """\n'
    return in_module(text + "".join(f"    {line}\n" for line in body), head.partition("(")[0].removeprefix("def "))


_WORDS = ("def words(text: str) -> list[str]:", "Split a text into words.")
_BODY = ('words("a b")', "return text.split()")
_RETURNS = "    Returns:\n        The words in order\n\n"
_LINES = ("from collections.abc import Iterator\n\n\ndef lines(text: str) -> Iterator[str]:", "Go through the lines.")
_YIELDS = "    Yields:\n        Each line without its end\n\n"
_LOOP = ('list(lines("a"))', "yield from text.splitlines()")
_COUNT = ("from typing import Any\n\n\ndef count(text: str) -> dict[str, Any]:", "Count what a text holds.")
_COUNTED = ('count("a b")', 'return {"words": len(text.split()), "text": text}')
_KEYS = (
    "    Returns:\n        Dict with:\n"
    "            - words: int (number of words)\n            - text: str (the text itself)\n\n"
)
_SHOW = ("def show(text: str) -> None:", "Print a text.")
_SHOWN = ('show("a")', "print(text)")


def _generated(parts: tuple[str, str], section: str, rest: tuple[str, ...], name: str) -> str:
    """As ``_example``, for a function below an import."""
    source = _example(parts[0], parts[1], section, *rest)
    return re.sub(r"- .*?: what", f"- {name}: what", source, count=1, flags=re.DOTALL)


RULES = (
    Rule(
        name="returns-undocumented",
        item=Item.CALLABLE_DOCSTRING,
        severity=Severity.ERROR,
        on=("callable",),
        looks_at_docs=True,
        summary="A callable returns a value that its docstring does not describe.",
        why="The type tells what comes back, not what it means, which values are special, or who owns it.",
        bad=_example(*_WORDS, "", *_BODY),
        good=_example(*_WORDS, _RETURNS, *_BODY),
        fix="Add ``Returns:``. For a property the summary is enough.",
        options=("sections",),
        needs_docstring=True,
        check=_undocumented,
    ),
    Rule(
        name="returns-structure-missing",
        item=Item.CALLABLE_DOCSTRING,
        severity=Severity.NOTE,
        on=("callable",),
        looks_at_docs=True,
        summary="A callable returns a dict or tuple, and the docstring does not say what it holds.",
        why="``dict[str, Any]`` says nothing about its keys; callers find them by trial.",
        bad=_generated(_COUNT, "    Returns:\n        What was counted\n\n", _COUNTED, "count"),
        good=_generated(_COUNT, _KEYS, _COUNTED, "count"),
        fix="List the keys under ``Returns:`` as ``- name: type (meaning)``, or return a dataclass.",
        check=_unstructured,
    ),
    Rule(
        name="returns-unexpected",
        item=Item.CALLABLE_DOCSTRING,
        severity=Severity.ERROR,
        on=("callable",),
        looks_at_docs=True,
        summary="The docstring describes a result, but the callable returns nothing.",
        why="Callers who trust it get None.",
        bad=_example(*_SHOW, "    Returns:\n        The text as printed\n\n", *_SHOWN),
        good=_example(*_SHOW, "", *_SHOWN),
        fix="Take the section out, or return what it promises. ``Returns: None`` is allowed.",
        check=_unexpected,
    ),
    Rule(
        name="yields-undocumented",
        item=Item.CALLABLE_DOCSTRING,
        severity=Severity.ERROR,
        on=("callable",),
        looks_at_docs=True,
        summary="A generator's docstring does not describe what it yields.",
        why="The values come one by one; what each of them is, and in which order, is the contract.",
        bad=_generated(_LINES, "", _LOOP, "lines"),
        good=_generated(_LINES, _YIELDS, _LOOP, "lines"),
        fix="Add ``Yields:``; a ``Returns:`` that describes the iterator counts too.",
        options=("sections",),
        needs_docstring=True,
        check=_unyielded,
    ),
)
