"""What a rule is, what it is given and what it gives back.

A rule is a record: its documentation, its default severity and a function that looks at one object. The text
of the record is what the rule reference and ``explain`` show, so it stands nowhere else.

Key Components:
    - Rule: one rule
    - Fault: one thing a rule found wrong
    - Place: a place in a file that is no source
    - Check: the function of a rule
    - KINDS: the kinds of objects that rules look at
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
from sphinx_contracts.model.data import Sample
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.finding import Item, Severity

__all__ = ["KINDS", "Check", "Context", "Fault", "Place", "Rule", "in_module"]

KINDS = ("module", "class", "field", "callable", "format")
"""The kinds of objects that rules look at."""


@fast_init
@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file that is no source."""

    path: str  # posix path, relative to the project
    line: int  # 1-based line
    column: int  # 1-based column


@fast_init
@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a rule found wrong with an object."""

    message: str  # one line, no trailing full stop, without the object's name
    line: int  # 1-based source line
    column: int = 1  # 1-based column
    elsewhere: Place | None = None  # what to look at and mend, where that is no line of the source
    lesser: bool = False  # a note by default, whatever the rule is
    about: str = ""  # what tells it from other faults of the rule in the object: a parameter, an exception, a field
    further: "tuple[Fault, ...]" = ()  # the same fault in other lines: it stands until a comment excuses all of them


@fast_init
@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds the object that a rule looks at."""

    module: Module  # the public module that shows the object
    home: Module  # the module whose source defines it
    owner: Class | None = None  # the class around a method, a field or a nested class
    classes: Mapping[str, Class] = field(default_factory=dict)  # the project's classes by every dotted name
    modules: Mapping[str, Module] = field(default_factory=dict)  # the project's modules by name
    class_names: frozenset[str] = frozenset()  # the project's classes by plain name
    samples: Mapping[str, Sequence[Sample]] = field(default_factory=dict)  # real files of formats, by ``module:name``


Check: TypeAlias = Callable[[Any, Context], Sequence[Fault] | None]
"""What a rule does with an object: None where it does not apply, else what is wrong, empty where it passes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way to miss an item of the checklist."""

    name: str  # the rule's name; it states the fault, so it reads as "allow NAME"
    item: Item | None  # the checklist item, None for rules of no item
    severity: Severity  # the default severity
    on: tuple[str, ...] = ()  # some of KINDS; empty for what ``check`` reports
    summary: str  # what the rule reports, one sentence
    why: str  # why it matters
    bad: str  # a whole module with exactly this fault, "" where no module can show it
    good: str  # the same module without it, likewise
    fix: str  # what to do
    options: tuple[str, ...] = ()  # names of the settings that change what the rule finds
    looks_at_docs: bool = False  # does not apply to callables whose documentation stands elsewhere (an override's)
    needs_docstring: bool = False  # fails without a finding of its own where the whole docstring is missing
    decides_missing: bool = False  # it is the rule that reports the missing docstring of its kind of object
    package: str = ""  # name and version of the package that adds it, "" for the rules of sphinx-contracts
    check: Check | None = None  # object, context -> faults, empty when it passes, None where it does not apply

    @property
    def lesser_name(self) -> str:
        """The name under which the severity of its lesser faults stands in tables of severities."""
        return f"{self.name}?"


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
