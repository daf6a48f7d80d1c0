"""What a rule is, what it is given and what it gives back.

A rule is a record: its documentation, its default severity and a function that looks at one object. The text
of the record is what the rule reference and ``explain`` show, so it stands nowhere else.

Key Components:
    - Rule: one rule
    - Fault: one thing a rule found wrong
    - Context: what surrounds the object that a rule looks at
    - in_module: a short example as a whole module

Usage:
    from sphinx_contracts.rules.rule import Fault

    fault = Fault("the docstring has no summary", 12)
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sphinx_contracts.model.contract import Class, Module
from sphinx_contracts.model.finding import Item, Severity

__all__ = ["Context", "Fault", "Rule", "in_module"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a rule found wrong with an object."""

    message: str  # one line, no trailing full stop, without the object's name
    line: int  # 1-based source line
    column: int = 1  # 1-based column


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds the object that a rule looks at."""

    module: Module  # the public module that shows the object
    home: Module  # the module whose source defines it
    owner: Class | None = None  # the class around a method, a field or a nested class
    classes: Mapping[str, Class] = field(default_factory=dict)  # the project's classes by every dotted name
    modules: Mapping[str, Module] = field(default_factory=dict)  # the project's modules by name
    class_names: frozenset[str] = frozenset()  # the project's classes by plain name


_Check: TypeAlias = Callable[[Any, Context], Sequence[Fault] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way to miss an item of the checklist."""

    name: str  # the rule's name; it states the fault, so it reads as "allow NAME"
    item: Item | None  # the checklist item, None for rules of no item
    severity: Severity  # the default severity
    on: tuple[str, ...] = ()  # "module", "class", "field", "callable"; empty for what ``check`` itself reports
    summary: str  # what the rule reports, one sentence
    why: str  # why it matters
    bad: str  # a whole module with exactly this fault, "" where no module can show it
    good: str  # the same module without it, likewise
    fix: str  # what to do
    needs_docstring: bool = False  # fails without a finding of its own where the whole docstring is missing
    decides_missing: bool = False  # it is the rule that reports the missing docstring of its kind of object
    check: _Check | None = None  # object, context -> faults, empty when it passes, None where it does not apply


def in_module(body: str, *names: str) -> str:
    """Make a whole, well documented module of a short example.

    Args:
        body: The example's classes and functions
        names: What the module's docstring lists as key components

    Returns:
        The source of the module

    Example:
        source = in_module("def double(x): ...", "double")
    """
    listed = "".join(f"    - {name}: what this example is about\n" for name in names)
    return (
        '"""An example module.\n\nIt shows one contract and nothing else.\n\n'
        f'Key Components:\n{listed}\nUsage:\n    import example\n"""\n\n{body.strip()}\n'
    )
