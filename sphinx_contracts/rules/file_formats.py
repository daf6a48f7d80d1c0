"""Rules of the item "File formats documented (if I/O module)" about one documented format.

The standard asks for a name, the complete structure with types, descriptions with units and example values.

Key Components:
    - RULES: the rules in order

Usage:
    from sphinx_contracts.rules.file_formats import RULES

    names = [rule.name for rule in RULES]
"""

import re
from collections.abc import Iterator, Set

from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.model.formats import Format, FormatField
from sphinx_contracts.rules.drifted import drifted, listed
from sphinx_contracts.rules.rule import Context, Fault, Rule

__all__ = ["RULES"]

_UNNAMED = re.compile(r"\.format(?:-\d+)?$")
_CUT = re.compile(r"\[\]|\.")
# types whose values need no example
_PLAIN = frozenset({"dict", "bool", "boolean"})
_ASIDE = "the format is no file's: a value in memory, an example, or a block in a module that opens no data file."


def _is_aside(subject: Format, context: Context) -> bool:
    """It is no file's: a value in memory, an example, or a block in the prose of a module that opens no data file."""
    if subject.standing == "loose":
        return not context.home.facts.data_files
    return subject.standing != "claimed"


def _is_record(subject: Format, context: Context) -> bool:
    """Declared by a class, whose fields other rules look at."""
    return subject.declared_by in context.classes


def _unnamed(subject: Format, context: Context) -> list[Fault] | None:
    if subject.declared_by:
        return None
    if not (_UNNAMED.search(subject.name) and subject.name.startswith(_stem(subject.object))):
        return []
    lesser = _is_aside(subject, context)
    message = "the data format has no name; put a heading such as 'Status JSON Format', or its file's name, above it"
    return [Fault(message, subject.line, lesser=lesser, about=subject.name)]


def _stem(name: str) -> str:
    """What is re-exported keeps the name of the module where it is defined: the first part is the same."""
    return name.partition(".")[0]


def _unparsed(subject: Format, context: Context) -> list[Fault] | None:
    problems = [item for item in subject.problems if item.rule == "format-unparsed"]
    lesser = _is_aside(subject, context)
    return [
        Fault(f"{subject.name}: {item.message}", item.line, item.column, lesser=lesser, about=subject.name)
        for item in problems
    ]


def _untyped(subject: Format, context: Context) -> list[Fault] | None:
    if not subject.fields or _is_record(subject, context):
        return None
    lesser = _is_aside(subject, context)
    what = "has neither a type nor an example that shows it"
    return [
        Fault(
            f"the field '{item.path}' of {subject.name} {what}",
            item.line,
            lesser=lesser,
            about=f"{subject.name} {item.path}",
        )
        for item in subject.fields
        if not item.types and not item.enum
    ]


def _undescribed(subject: Format, context: Context) -> list[Fault] | None:
    if not subject.fields or _is_record(subject, context):
        return None
    aside = _is_aside(subject, context)
    described = {item.path for item in subject.fields if item.description}
    filled = {path for item in subject.fields if item.description or item.unit for path in _around(item.path)}
    return [
        Fault(
            f"the field '{item.path}' of {subject.name} is not described",
            item.line,
            lesser=aside or bool(item.types),
            about=f"{subject.name} {item.path}",
        )
        for item in subject.fields
        if not _is_described(item, described, filled)
    ]


def _is_described(item: FormatField, described: Set[str], filled: Set[str]) -> bool:
    """By words, by its unit, by the values that it may have, or by what is described inside it."""
    if item.description or item.unit or item.enum or item.map_key or item.path in filled:
        return True
    # as the standard's own example has it: the object is described, its members have types
    return item.stated and any(path in described for path in _around(item.path))


def _around(path: str) -> Iterator[str]:
    """The paths of the objects and lists around a field."""
    for match in _CUT.finditer(path):
        yield path[: match.start()]


def _without_example(subject: Format, context: Context) -> list[Fault] | None:
    if not subject.fields or subject.declared_by:
        return None
    # what has no type either is reported for that
    holders = {path for item in subject.fields for path in _around(item.path)}
    # what has no type either is reported for that
    lacking = [item for item in subject.fields if item.types and not _has_example(item, holders)]
    if not lacking:
        return []
    plural = "s" if len(lacking) > 1 else ""
    message = f"{subject.name} shows no example value of the field{plural} {listed([item.path for item in lacking])}"
    return [Fault(message, lacking[0].line, about=subject.name)]


def _has_example(item: FormatField, holders: Set[str]) -> bool:
    if item.example is not None or item.enum or item.nullable or item.map_key or item.open_ended:
        return True
    return item.path in holders or not _PLAIN.isdisjoint(item.types)


_MODULE = '''"""An example module.

It keeps the progress of a job in a file that dashboards read.

Key Components:
    - save: Writes the progress

Usage:
    import example

{heading}

{block}
"""

import json


def save(step: int, loss: float) -> None:
    """Write the progress.

    Args:
        step: Steps done
        loss: Loss of the last step

    Side Effects:
        - Writes the file progress.json

    Example:
        save(100, 0.45)
    """
    with open("progress.json", "w") as file:
        json.dump({{"step": step, "loss": loss}}, file)
'''
_STEP = '    "step": 100,  // int: Steps done'
_LOSS = '    "loss": 0.45  // float: Loss of the last step'


def _example(*lines: str, heading: str = "progress.json format:") -> str:
    return _MODULE.format(heading=heading, block="\n".join(("{", *lines, "}")))


_GOOD = _example(_STEP, _LOSS)

RULES = (
    Rule(
        name="format-unnamed",
        item=Item.FILE_FORMATS,
        severity=Severity.ERROR,
        on=("format",),
        summary="A documented data format has no name.",
        why=(
            "Without a name nobody can refer to it, validate a file against it or find it in the index. It is only a "
            f"note where {_ASIDE}"
        ),
        bad=_example(_STEP, _LOSS, heading="The file format:"),
        good=_GOOD,
        fix="Name the file in the heading or in the sentence after it, or say in the heading what the data is.",
        check=_unnamed,
    ),
    Rule(
        name="format-unparsed",
        item=Item.FILE_FORMATS,
        severity=Severity.ERROR,
        on=("format",),
        summary="A block that documents a data format cannot be read, or names one key twice.",
        why=(
            "It has no table, no schema and no checks; readers may stumble over the same place. It is only a "
            f"note where {_ASIDE}"
        ),
        bad=_example(_STEP, '    "loss" 0.45  // float: Loss of the last step'),
        good=_GOOD,
        fix="Correct the line; comments, bare types, unions and ellipses are understood.",
        check=_unparsed,
    ),
    Rule(
        name="format-field-untyped",
        item=Item.FILE_FORMATS,
        severity=Severity.ERROR,
        on=("format",),
        summary="A field of a documented format has no type, and no example value that shows it.",
        why=(
            "Who reads or writes the file must know whether a value is a number, a text or a list. It is only a "
            f"note where {_ASIDE}"
        ),
        bad=_example(_STEP, '    "loss": the loss of the last step'),
        good=_GOOD,
        fix="Give an example value, or the type in its place or in a comment: ``// float: Loss of the last step``.",
        check=_untyped,
    ),
    Rule(
        name="format-field-undescribed",
        item=Item.FILE_FORMATS,
        severity=Severity.ERROR,
        on=("format",),
        summary="A field of a documented format is not described; a note where its type is known.",
        why=(
            "A name rarely tells the unit, the range, or what it means that the value is missing. It is only a "
            "note where the type is known, from a comment or from an example value such as ``0.45``: with that one can "
            f"go on, and the standard's own example leaves some fields at a type. So it is where {_ASIDE}"
        ),
        bad=_example(_STEP, '    "loss": 0.45'),
        good=_GOOD,
        fix=(
            "Add a comment on the field's line: what it is, and its unit. Inside an object that is described, a "
            "comment with the type is enough."
        ),
        check=_undescribed,
    ),
    Rule(
        name="format-example-missing",
        item=Item.FILE_FORMATS,
        severity=Severity.NOTE,
        on=("format",),
        summary="A documented format shows no example value of a field.",
        why="An example settles at a glance how a date, a path or an identifier is written.",
        bad=_example(_STEP, '    "loss": float  // Loss of the last step'),
        good=_GOOD,
        fix="Write an example in place of the bare type, and the type into the comment.",
        check=_without_example,
    ),
    Rule(
        name="format-drift",
        item=Item.FILE_FORMATS,
        severity=Severity.ERROR,
        on=("format",),
        summary="A documented format lacks fields that the code writes or reads, or has some that it never writes.",
        why=(
            "Documentation that was true once misleads more than none. It is reported only where the link between the "
            "code and the format is sure: the code names the file as the format is named, or the docstring of that "
            "very code holds one format and the code writes (or reads) such data in one place; and where all keys are "
            "known. Of a document that is read, only the keys that the code takes from it are compared."
        ),
        bad=_example(_STEP),
        good=_GOOD,
        fix="Bring the documentation or the code up to date.",
        check=drifted,
    ),
)
