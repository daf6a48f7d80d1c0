"""What a rule reports, and how serious it is.

A finding is plain data: position, names and a message. Whether it is hidden by a suppression, a baseline or a
rollout phase is recorded on it, never by leaving it out.

Key Components:
    - Severity: error or note
    - Item: the ten items of the checklist
    - CHECKLIST: the line of the standard for each item
    - Finding: one report

Usage:
    from sphinx_contracts.model.finding import Severity

    assert Severity.ERROR == "error"
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.internal import INTERNAL
from sphinx_contracts.model.label import Label

__all__ = ["CHECKLIST", "Finding", "Item", "Severity"]


class Severity(StrEnum):
    """How serious a finding is."""

    ERROR = "error"  # fails ``sphinx-build -W`` and ``sphinx-contracts check``
    NOTE = "note"  # shown on pages and in reports only
    OFF = "off"  # not reported


class Item(StrEnum):
    """The ten items of the checklist of the Module Contracts Standard."""

    MODULE_DOCSTRING = "module-docstring"  # what a module's docstring holds
    CLASS_DOCSTRING = "class-docstring"  # what a class's docstring holds
    CALLABLE_DOCSTRING = "callable-docstring"  # what the docstring of a function or method holds
    PARAM_TYPES = "param-types"  # type annotations of parameters
    RETURN_TYPES = "return-types"  # type annotations of results
    DATACLASS_FIELDS = "dataclass-fields"  # what records say of their fields
    FILE_FORMATS = "file-formats"  # data formats of modules that read or write files
    SIDE_EFFECTS = "side-effects"  # what a call does besides returning a value
    EXAMPLE_USAGE = "example-usage"  # examples in docstrings
    ERROR_CONDITIONS = "error-conditions"  # exceptions and when they are raised


CHECKLIST: Mapping[str, str] = {
    Item.MODULE_DOCSTRING: Label("Module docstring with purpose and usage"),
    Item.CLASS_DOCSTRING: Label("All classes have comprehensive docstrings"),
    Item.CALLABLE_DOCSTRING: Label("All public methods have docstrings (Args/Returns/Raises)"),
    Item.PARAM_TYPES: Label("All parameters have type hints"),
    Item.RETURN_TYPES: Label("All return values have type hints"),
    Item.DATACLASS_FIELDS: Label("Dataclasses have inline field comments"),
    Item.FILE_FORMATS: Label("File formats documented (if I/O module)"),
    Item.SIDE_EFFECTS: Label("Side effects documented"),
    Item.EXAMPLE_USAGE: Label("Example usage provided"),
    Item.ERROR_CONDITIONS: Label("Error conditions explicit"),
}
"""The lines of the standard's checklist, word for word, by the slugs of their items."""


@fast_init
@dataclass(frozen=True, slots=True)
class Finding:
    """One report of a rule about one place in the source."""

    rule: str  # the rule's name
    item: str | None  # the checklist item's slug, None for rules of no item
    severity: str  # "error" or "note"
    message: str  # one line, no trailing full stop, without the object's name
    path: str  # posix path of the source file, or of the data file at fault, relative to the project
    line: int  # 1-based line of that file
    column: int  # 1-based column
    module: str  # dotted name of the public module
    object: str  # qualified name of the object at fault; the module's name for a module's finding
    suppressed: str | None = None  # None, "inline", "baseline" or "rollout"
    about: str = field(default="", metadata=INTERNAL)  # what tells it from others of its rule in the object
