"""What a rule reports, and how serious it is.

A finding is plain data: position, names and a message. Whether it is hidden by a suppression, a baseline or a
rollout phase is recorded on it, never by leaving it out.

Key Components:
    - Severity: error or note
    - Item: the ten lines of the checklist
    - Finding: one report

Usage:
    from sphinx_contracts.model.finding import Severity

    assert Severity.ERROR == "error"
"""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Finding", "Item", "Severity"]


class Severity(StrEnum):
    """How serious a finding is."""

    ERROR = "error"  # fails ``sphinx-build -W`` and ``sphinx-contracts check``
    NOTE = "note"  # shown on pages and in reports only
    OFF = "off"  # not reported


class Item(StrEnum):
    """The ten lines of the checklist of the Module Contracts Standard."""

    MODULE_DOCSTRING = "module-docstring"  # Module docstring with purpose and usage
    CLASS_DOCSTRING = "class-docstring"  # All classes have comprehensive docstrings
    CALLABLE_DOCSTRING = "callable-docstring"  # All public methods have docstrings (Args/Returns/Raises)
    PARAM_TYPES = "param-types"  # All parameters have type hints
    RETURN_TYPES = "return-types"  # All return values have type hints
    DATACLASS_FIELDS = "dataclass-fields"  # Dataclasses have inline field comments
    FILE_FORMATS = "file-formats"  # File formats documented (if I/O module)
    SIDE_EFFECTS = "side-effects"  # Side effects documented
    EXAMPLE_USAGE = "example-usage"  # Example usage provided
    ERROR_CONDITIONS = "error-conditions"  # Error conditions explicit


@dataclass(frozen=True, slots=True)
class Finding:
    """One report of a rule about one place in the source."""

    rule: str  # the rule's name
    item: str | None  # the checklist item's slug, None for rules of no item
    severity: str  # "error" or "note"
    message: str  # one line, no trailing full stop, without the object's name
    path: str  # posix path of the source file, relative to the project
    line: int  # 1-based source line
    column: int  # 1-based column
    module: str  # dotted name of the public module
    object: str  # qualified name of the object at fault; the module's name for a module's finding
    suppressed: str | None = None  # None, "inline", "baseline" or "rollout"
