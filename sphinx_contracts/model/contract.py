"""Modules, classes and callables: the contracts, with their rows.

The fields of these records are the exported model (``contracts.json``), name for name, except those marked
``INTERNAL`` in their metadata: facts about the code that rules need and readers do not.

Key Components:
    - Module: one module's contract
    - Class: one class's contract
    - Callable: one function's, method's or property's contract
    - ModuleFacts, ClassFacts, CallableFacts: what rules need to know of each
    - Suppression: a comment that silences rules
    - Project: all modules together

Usage:
    from sphinx_contracts.model.contract import Module

    module = Module(name="core.train", path="core/train.py")
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sphinx_contracts.model.code import Body, Chain
from sphinx_contracts.model.docstring import Docstring
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.files import FileFacts, FileUse
from sphinx_contracts.model.formats import Format
from sphinx_contracts.model.internal import INTERNAL
from sphinx_contracts.model.problem import Problem, Unusable
from sphinx_contracts.model.rows import Component, Evidence, Example, Field, Input, Output, Raise, Section, SideEffect

__all__ = ["Callable", "CallableFacts", "Class", "ClassFacts", "Module", "ModuleFacts", "Project", "Suppression"]


@fast_init
@dataclass(frozen=True, slots=True)
class CallableFacts:
    """What rules need to know of a callable beyond what is shown."""

    home: str = ""  # dotted name of the module that defines it
    column: int = 1  # 1-based column of the def keyword
    header_end: int = 0  # source line of the colon that ends its header
    decorators: tuple[str, ...] = ()  # dotted names of its decorators, resolved through imports
    is_abstract: bool = False  # carries @abstractmethod or stands in a protocol
    is_overload: bool = False  # an @overload stub
    is_override: bool = False  # carries @override, or a documented base method of the project has its name
    is_accessor: bool = False  # a property's setter or deleter
    is_constructor: bool = False  # __init__ (or __new__ where there is no __init__)
    returns_value: bool = False  # the body has a return statement with a value
    hands_on_nothing: bool = False  # these values are what it calls gives, and that is nothing
    yields: bool = False  # the body has a yield
    yields_value: bool = False  # one of them has a value
    stub_body: bool = False  # the body is only a docstring, pass, ... or raise NotImplementedError
    return_annotation: str | None = None  # the annotation alone
    owner: str | None = None  # qualified name of the class around it
    body: Body = field(default_factory=Body)  # what its body calls, raises and changes
    opaque: bool = True  # it may raise more than its rows say
    warnings: tuple[Evidence, ...] = ()  # its calls of ``warnings.warn``


@fast_init
@dataclass(frozen=True, slots=True)
class Callable:
    """The contract of a function, method or property."""

    name: str  # the plain name
    qualname: str  # dotted name from the module on: "core.train.Engine.run"
    line: int  # source line of the def keyword
    kind: str = "function"  # "function", "method", "classmethod", "staticmethod" or "property"
    is_async: bool = False  # defined with async def
    signature: str = "()"  # parameters and return annotation as source text, without self and cls
    summary: str = ""  # the docstring's summary
    description: str = ""  # the docstring's prose
    inputs: tuple[Input, ...] = ()  # the parameters, without self and cls
    outputs: tuple[Output, ...] = ()  # what it returns or yields
    raises: tuple[Raise, ...] = ()  # exceptions that leave it
    side_effects: tuple[SideEffect, ...] = ()  # what it does to the world
    guarantees: tuple[str, ...] = ()  # what callers may rely on
    precedence: tuple[str, ...] = ()  # which source of a value wins
    warns: tuple[Raise, ...] = ()  # warnings that it issues
    inherited_from: str | None = None  # qualified name of the base method whose contract it keeps
    examples: tuple[Example, ...] = ()  # examples of use
    sections: tuple[Section, ...] = ()  # other sections, verbatim
    doc: Docstring = field(default=Docstring(), metadata=INTERNAL)  # the docstring as read
    facts: CallableFacts = field(default=CallableFacts(), metadata=INTERNAL)  # facts for rules


@fast_init
@dataclass(frozen=True, slots=True)
class ClassFacts:
    """What rules need to know of a class beyond what is shown."""

    home: str = ""  # dotted name of the module that defines it
    column: int = 1  # 1-based column of the class keyword
    header_end: int = 0  # source line of the colon that ends its header
    decorators: tuple[str, ...] = ()  # dotted names of its decorators, resolved through imports
    bases: tuple[str, ...] = ()  # dotted names of its bases, resolved through imports
    has_init: bool = False  # it defines __init__, or the record kind makes one
    accessors: tuple[Callable, ...] = ()  # property setters and deleters, checked for types only
    mentioned: frozenset[str] = frozenset()  # documented attributes that the class's source sets or declares
    attributes: Mapping[str, Chain] = field(default_factory=dict)  # what the constructor assigns, as chains
    is_partial: bool = False  # a typed dictionary with ``total=False``, whose keys may be absent
    has_other_keys: bool = False  # a model that may write other keys than its fields


@fast_init
@dataclass(frozen=True, slots=True)
class Class:
    """The contract of a class."""

    name: str  # the plain name
    qualname: str  # dotted name from the module on
    line: int  # source line of the class keyword
    kind: str = "class"  # class, dataclass, enum, exception, protocol, abstract, typeddict, namedtuple or model
    bases: tuple[str, ...] = ()  # the bases as written
    summary: str = ""  # the docstring's summary
    description: str = ""  # the docstring's prose
    responsibilities: tuple[str, ...] = ()  # what the class is there for
    data_flow: tuple[str, ...] = ()  # the steps data takes
    guarantees: tuple[str, ...] = ()  # what users may rely on
    fields: tuple[Field, ...] = ()  # fields, members or attributes
    examples: tuple[Example, ...] = ()  # examples of use
    sections: tuple[Section, ...] = ()  # other sections, verbatim
    methods: tuple[Callable, ...] = ()  # public methods, __init__ and __call__ included
    classes: tuple["Class", ...] = ()  # public classes inside it
    doc: Docstring = field(default=Docstring(), metadata=INTERNAL)  # the docstring as read
    facts: ClassFacts = field(default=ClassFacts(), metadata=INTERNAL)  # facts for rules


@fast_init
@dataclass(frozen=True, slots=True)
class Suppression:
    """A ``# contracts: ignore[...]`` comment."""

    names: tuple[str, ...]  # rules and items it names
    line: int  # source line of the comment
    whole_file: bool = False  # True for ``ignore-file``
    misplaced: bool = False  # an ``ignore-file`` that is not in the file's first comment block
    idle: bool = False  # it stands in a branch that never runs, so there need be nothing to suppress


@fast_init
@dataclass(frozen=True, slots=True)
class ModuleFacts:
    """What rules need to know of a module beyond what is shown."""

    is_package: bool = False  # an __init__.py
    is_test: bool = False  # a test module, exempt from all rules
    has_code: bool = False  # holds a statement other than docstring, imports and __all__
    is_empty: bool = False  # holds no statement at all, or only re-exports without a docstring's need
    names: Mapping[str, str] = field(default_factory=dict)  # name in scope -> dotted name
    stars: tuple[str, ...] = ()  # modules that ``from x import *`` takes from
    reexported: frozenset[str] = frozenset()  # names bound by ``import x as x``
    defined: frozenset[str] = frozenset()  # names bound at module level, submodules of a package included
    exported: tuple[str, ...] | None = None  # the literal __all__, None when there is none
    exported_lists: tuple[str, ...] = ()  # modules whose __all__ is added to it
    suppressions: tuple[Suppression, ...] = ()  # suppressions in the file
    problems: tuple[Problem, ...] = ()  # why the file could not be analysed, or was cut
    body: Body = field(default_factory=Body)  # what importing it calls and changes
    given_docs: frozenset[str] = frozenset()  # what a statement gives a docstring: "read", "Reader.read", "" for itself
    variables: Mapping[str, Chain] = field(default_factory=dict)  # dotted names of its variables -> what they hold
    files: FileFacts = field(default_factory=FileFacts)  # what its file tells of data files
    data_files: tuple[FileUse, ...] = ()  # where it surely reads or writes data files of no other tool


@fast_init
@dataclass(frozen=True, slots=True)
class Module:
    """The contract of a module."""

    name: str  # dotted name
    path: str  # posix path of the source file, relative to the project
    line: int = 1  # always 1
    summary: str = ""  # the docstring's summary
    description: str = ""  # the docstring's prose
    components: tuple[Component, ...] = ()  # the key components its docstring lists
    examples: tuple[Example, ...] = ()  # usage and examples
    formats: tuple[Format, ...] = ()  # formats documented in any of its docstrings
    side_effects: tuple[SideEffect, ...] = ()  # what importing it does
    guarantees: tuple[str, ...] = ()  # what users may rely on
    data_flow: tuple[str, ...] = ()  # the steps data takes
    responsibilities: tuple[str, ...] = ()  # what the module is there for
    classes: tuple[Class, ...] = ()  # public classes, in source order
    functions: tuple[Callable, ...] = ()  # public functions, in source order
    sections: tuple[Section, ...] = ()  # other sections, verbatim
    phase: str | None = None  # name of the rollout phase it belongs to
    score: float = 10.0  # 0.0 to 10.0
    checklist: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # item -> passed, applicable
    doc: Docstring = field(default=Docstring(), metadata=INTERNAL)  # the docstring as read
    facts: ModuleFacts = field(default=ModuleFacts(), metadata=INTERNAL)  # facts for rules


@fast_init
@dataclass(frozen=True, slots=True)
class Project:
    """All modules of a run: those that are documented, and those behind them."""

    modules: tuple[Module, ...] = ()  # the documented modules, sorted by name
    hidden: tuple[Module, ...] = ()  # private modules, sorted by name; their re-exports stand in ``modules``
    unusable: tuple[Unusable, ...] = ()  # files that another module hides, sorted by path
    classes: Mapping[str, Class] = field(default_factory=dict)  # every class, private ones too, by dotted name
    calls: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # who calls what, by dotted names of definitions
