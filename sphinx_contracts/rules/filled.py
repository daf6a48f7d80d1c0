"""Documentation that a decorator writes or completes: nobody can tell from the source what it lacks.

A docstring may hold places that are filled when the module is imported (``%(verbose)s`` on a line of its own), and a
function without one may get that of another (``@copy_docstring(read)``, ``load.__doc__ = read.__doc__``).

Key Components:
    - is_filled: whether a fault may be mended by what is filled in
    - gets_docstring: whether an object gets a docstring that way

Usage:
    from sphinx_contracts.rules.filled import is_filled

    silent = is_filled(rule, function, context)
"""

import re
from collections.abc import Iterable

from sphinx_contracts.model.contract import Callable, Class, Module
from sphinx_contracts.model.docstring import Docstring, SectionKind
from sphinx_contracts.model.rows import Field
from sphinx_contracts.rules.rule import Context, Rule

__all__ = ["gets_docstring", "is_filled"]

_PLACE = re.compile(r"(?:%\(\w+\)s|\{\w+\}|\{\{ ?\w+ ?\}\}|\$\{\w+\})[.,]?")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_WRITERS = frozenset(
    {"doc", "docs", "docstring", "docstrings", "docstr", "copydoc", "inheritdoc", "appender", "docfill"}
)
_FIELDS = frozenset({"class-attribute-undocumented", "field-undocumented"})
_LISTS = frozenset({SectionKind.INPUTS, SectionKind.ATTRIBUTES})


def is_filled(rule: Rule, subject: Module | Class | Field | Callable, context: Context) -> bool:
    """Tell whether a fault of a docstring may be mended by what is filled in.

    Args:
        rule: The rule that found it
        subject: What it is about
        context: What surrounds that

    Returns:
        True where nobody can tell

    Example:
        silent = is_filled(rule, function, context)
    """
    if isinstance(subject, Field):
        return rule.name in _FIELDS and context.owner is not None and bool(_places(context.owner.doc))
    if not (rule.needs_docstring or rule.decides_missing) or rule.name.endswith("-contradicted"):
        return False
    if gets_docstring(subject, context.home):
        return True
    if isinstance(subject, Module):
        return False
    places = _places(subject.doc)
    if isinstance(subject, Callable) and subject.facts.is_constructor and context.owner is not None:
        places |= _places(context.owner.doc)
    return not places <= _LISTS or (rule.name == "param-undocumented" and SectionKind.INPUTS in places)


def gets_docstring(subject: Module | Class | Callable, home: Module) -> bool:
    """Tell whether a docstring comes when the module is imported.

    Args:
        subject: The object
        home: The module whose source defines it

    Returns:
        True where a statement gives the object a docstring, or completes the one that it has, and where a decorator
        writes one for a callable that has none

    Example:
        silent = gets_docstring(function, module)
    """
    given = home.facts.given_docs
    if isinstance(subject, Module):
        return "" in given
    if given and subject.qualname.removeprefix(f"{home.name}.") in given:
        return True
    return isinstance(subject, Callable) and not subject.doc.present and any(map(_writes, subject.facts.decorators))


def _places(doc: Docstring) -> frozenset[SectionKind]:
    """The kinds of the sections that have places to fill, OTHER for the prose around."""
    total = _count(doc.lines) if doc.present else 0
    if not total:
        return frozenset()
    found = {section.kind: _count(section.text.split("\n")) for section in doc.sections}
    rest = {SectionKind.OTHER} if total > sum(_count(section.text.split("\n")) for section in doc.sections) else set()
    return frozenset({kind for kind, count in found.items() if count} | rest)


def _count(lines: Iterable[str]) -> int:
    # every such place ends like one of these
    return sum(_PLACE.fullmatch(line.strip()) is not None for line in lines if "}" in line or ")s" in line)


def _writes(decorator: str) -> bool:
    """``copy_docstring``, ``inheritDoc``, ``docstring.copy``: the last name, or the name of its module, says so."""
    holder, _, last = decorator.rpartition(".")
    words = {word.lower() for word in _WORD.findall(last)}
    return bool(words & _WRITERS) or holder.rpartition(".")[2].strip("_").lower() in ("docstring", "docstrings")
