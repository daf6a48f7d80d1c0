"""Modules, classes, callables and the rows of their contracts.

The fields of these records are the exported model (``contracts.json``), name for name, except those marked
``internal`` in their metadata: facts about the code that rules need and readers do not.

Key Components:
    - Module: one module's contract
    - Class: one class's contract
    - Callable: one function's, method's or property's contract
    - Input, Output, Raise, SideEffect, Field: the rows of the tables
    - Format, FormatField: a documented data format
    - Project: all modules together

Usage:
    from sphinx_contracts.model.contract import Module

    module = Module(name="core.train", path="core/train.py")
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sphinx_contracts.model.code import Body, Chain
from sphinx_contracts.model.docstring import Docstring
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.files import Drift, FileFacts, FileUse

__all__ = [
    "Callable",
    "CallableFacts",
    "Class",
    "ClassFacts",
    "Component",
    "EffectCategory",
    "Evidence",
    "Example",
    "Field",
    "FieldFacts",
    "Format",
    "FormatField",
    "Input",
    "Module",
    "ModuleFacts",
    "Output",
    "Problem",
    "Project",
    "Raise",
    "Section",
    "SideEffect",
    "Suppression",
    "Unusable",
]

_INTERNAL = {"internal": True}


class EffectCategory(StrEnum):
    """The kinds of side effects."""

    FILE_WRITE = "file-write"  # creates, changes, moves or deletes files and folders
    FILE_READ = "file-read"  # reads files, lists folders
    NETWORK = "network"  # talks to other machines
    PROCESS = "process"  # starts, signals or ends processes
    DATABASE = "database"  # opens or changes a database
    ENVIRONMENT = "environment"  # changes environment variables, the working directory or the umask
    STDOUT = "stdout"  # prints to standard output or standard error
    STDIN = "stdin"  # asks for input
    LOG = "log"  # writes log records
    SIGNAL = "signal"  # installs handlers of signals or of the interpreter's exit
    EXIT = "exit"  # ends the program
    THREAD = "thread"  # starts threads or tasks
    RANDOM = "random"  # seeds a global generator
    TIME = "time"  # waits
    GLOBAL_STATE = "global-state"  # changes variables of a module
    SELF_STATE = "self-state"  # changes the object's attributes outside its constructor
    ARGUMENT_MUTATION = "argument-mutation"  # changes an argument in place
    IMPORT_STATE = "import-state"  # changes how imports, warnings or logging work for the whole program
    OTHER = "other"  # anything else that the docstring speaks of


@fast_init
@dataclass(frozen=True, slots=True)
class Section:
    """A section of a docstring whose heading has no meaning of its own here."""

    title: str  # the heading as written
    text: str  # the body, verbatim
    line: int  # source line of the heading


@fast_init
@dataclass(frozen=True, slots=True)
class Example:
    """One example block of a docstring."""

    language: str  # "python", "pycon", "shell", "json" or "text"
    code: str  # the block, dedented
    line: int  # source line of the block's first line
    marked: bool = field(default=False, metadata=_INTERNAL)  # True where fence, directive or >>> names the language


@fast_init
@dataclass(frozen=True, slots=True)
class FieldFacts:
    """What rules need to know of a field beyond what is shown."""

    in_code: bool = True  # the code defines it
    in_docs: bool = False  # a docstring section names it
    documented: bool = False  # a comment, string, section entry or metadata describes it
    annotated: bool = False  # it carries a type annotation
    exempt: bool = False  # never reported: private, inherited, or a constructor parameter that is documented
    column: int = 1  # 1-based column of its definition
    end_line: int = 0  # last source line of its definition, 0 when there is none
    doc_line: int = 0  # source line of the docstring entry, 0 when there is none
    origin: str = ""  # "annotated", "assigned" (both in the class body), "self" (in the constructor), "" in docs only
    class_level: bool = False  # declared a class variable: ClassVar, Final with a value, or no field of its record
    maker: str = ""  # what is called to make it: "field", "attr.ib", "mapped_column"
    documented_parameter: str | None = None  # the constructor parameter that it is assigned from


@fast_init
@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record, a member of an enum, an attribute of a class."""

    name: str  # the field's name
    type: str | None = None  # its annotation, else the type its docstring entry gives
    default: str | None = None  # its default as source text
    description: str = ""  # what it means
    group: str | None = None  # heading of the group it stands in
    line: int = 0  # source line of its definition, else of its docstring entry
    facts: FieldFacts = field(default=FieldFacts(), metadata=_INTERNAL)  # facts for rules


@fast_init
@dataclass(frozen=True, slots=True)
class Input:
    """One parameter."""

    name: str  # without stars
    kind: str  # "positional-only", "positional", "var-positional", "keyword-only" or "var-keyword"
    type: str | None = None  # the annotation, else the type the docstring gives
    default: str | None = None  # the default as source text
    description: str = ""  # what the docstring says
    fields: tuple[Field, ...] = ()  # what nested items say of its fields
    annotation: str | None = field(default=None, metadata=_INTERNAL)  # the annotation alone
    line: int = field(default=0, metadata=_INTERNAL)  # source line of the parameter
    column: int = field(default=1, metadata=_INTERNAL)  # 1-based column of the parameter


@fast_init
@dataclass(frozen=True, slots=True)
class Output:
    """What a callable returns or yields."""

    kind: str  # "return" or "yield"
    type: str | None = None  # the annotation, else the type the docstring gives
    description: str = ""  # what the docstring says
    fields: tuple[Field, ...] = ()  # what nested items say of its parts


@fast_init
@dataclass(frozen=True, slots=True)
class Raise:
    """An exception that leaves a callable, or a warning that it issues."""

    exception: str  # the name as written
    condition: str = ""  # when it happens
    documented: bool = False  # a docstring says so
    origin: str = "documented"  # "documented", "raised" or "propagated"
    line: int = 0  # source line of the raise or of the call it comes through, else of the docstring entry
    via: tuple[str, ...] = ()  # qualified names of the calls it comes through
    doc_line: int = field(default=0, metadata=_INTERNAL)  # source line of the docstring entry, 0 when there is none
    column: int = field(default=1, metadata=_INTERNAL)  # 1-based column of what ``line`` names
    sure: bool = field(default=False, metadata=_INTERNAL)  # the code surely raises it
    name: str = field(default="", metadata=_INTERNAL)  # dotted name of the exception, "" when it is not known
    asserted: bool = field(default=False, metadata=_INTERNAL)  # it comes from an assert
    covers: bool = field(default=False, metadata=_INTERNAL)  # the code raises a descendant of it
    # lines and columns of the other raise statements that surely let it out
    further: tuple[tuple[int, int], ...] = field(default=(), metadata=_INTERNAL)


@fast_init
@dataclass(frozen=True, slots=True)
class Evidence:
    """One place in the code that shows an effect."""

    line: int  # source line of the call
    call: str  # the call as source text
    via: tuple[str, ...] = ()  # qualified names of the calls it comes through
    column: int = field(default=1, metadata=_INTERNAL)  # 1-based column of the call
    sure: bool = field(default=True, metadata=_INTERNAL)  # False where it is only likely
    category: str = field(default="", metadata=_INTERNAL)  # the effect category that it shows


@fast_init
@dataclass(frozen=True, slots=True)
class SideEffect:
    """Something a callable or an import does to the world."""

    category: str  # an effect category, "other" when the text tells none
    description: str = ""  # what the docstring says
    documented: bool = False  # a docstring says so
    detected: bool = False  # the code shows it
    evidence: tuple[Evidence, ...] = ()  # where the code shows it
    line: int = field(default=0, metadata=_INTERNAL)  # source line of the docstring entry


@fast_init
@dataclass(frozen=True, slots=True)
class FormatField:
    """One field of a documented data format."""

    path: str  # "recent_examples[].step"
    types: tuple[str, ...] = ()  # type names as documented or seen in the example
    nullable: bool = False  # null is allowed
    enum: tuple[Any, ...] = ()  # the values allowed, when they are listed
    optional: bool = False  # the field may be absent
    open_ended: bool = False  # an ellipsis says that there may be more
    map_key: bool = False  # the name is an example key of a map
    group: str | None = None  # heading of the group it stands in
    unit: str | None = None  # unit of the value
    description: str = ""  # what it means
    example: Any = None  # the example value
    line: int = 0  # source line
    stated: bool = field(default=False, compare=False, metadata=_INTERNAL)  # its type stands in words


@fast_init
@dataclass(frozen=True, slots=True)
class Format:
    """A data format documented in a docstring."""

    name: str  # file name or slug
    object: str  # qualified name of the object whose docstring holds it
    version: str | None = None  # version of the format, when the docstring gives one
    description: str = ""  # prose beside the block
    language: str = "json"  # "json", "jsonl", "yaml", "csv", "toml", "python" or "other"
    line: int = 0  # source line of the block's first line
    text: str = ""  # the block as written
    fields: tuple[FormatField, ...] = ()  # its fields in order; empty when the block could not be read
    schema: Mapping[str, Any] | None = None  # JSON Schema 2020-12, None when the block could not be read
    problems: tuple["Problem", ...] = field(default=(), metadata=_INTERNAL)  # why it could not be read, or is doubtful
    drift: Drift | None = field(default=None, metadata=_INTERNAL)  # where it and the code part, None: no sure link
    standing: str = field(default="claimed", metadata=_INTERNAL)  # "claimed", "loose", "example", "value" (in memory)
    declared_by: str = field(default="", metadata=_INTERNAL)  # dotted name of the class or schema that declares it


@fast_init
@dataclass(frozen=True, slots=True)
class Component:
    """A key component that a module's docstring lists."""

    name: str  # the name as written
    description: str = ""  # what the docstring says
    line: int = field(default=0, metadata=_INTERNAL)  # source line of the entry


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
    doc: Docstring = field(default=Docstring(), metadata=_INTERNAL)  # the docstring as read
    facts: CallableFacts = field(default=CallableFacts(), metadata=_INTERNAL)  # facts for rules


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
    doc: Docstring = field(default=Docstring(), metadata=_INTERNAL)  # the docstring as read
    facts: ClassFacts = field(default=ClassFacts(), metadata=_INTERNAL)  # facts for rules


@fast_init
@dataclass(frozen=True, slots=True)
class Problem:
    """Why a source file could not be read or parsed."""

    rule: str  # "source-unreadable", "source-unparsable" or "too-complex"
    message: str  # what is wrong and what to do, one line
    line: int = 1  # 1-based source line
    column: int = 1  # 1-based column


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
    doc: Docstring = field(default=Docstring(), metadata=_INTERNAL)  # the docstring as read
    facts: ModuleFacts = field(default=ModuleFacts(), metadata=_INTERNAL)  # facts for rules


@fast_init
@dataclass(frozen=True, slots=True)
class Unusable:
    """A source file that takes part in nothing, because another one has its module name."""

    module: str  # dotted name of the module that it would be
    path: str  # posix path of the file, relative to the project
    problem: Problem  # why it is left out


@fast_init
@dataclass(frozen=True, slots=True)
class Project:
    """All modules of a run: those that are documented, and those behind them."""

    modules: tuple[Module, ...] = ()  # the documented modules, sorted by name
    hidden: tuple[Module, ...] = ()  # private modules, sorted by name; their re-exports stand in ``modules``
    unusable: tuple[Unusable, ...] = ()  # files that another module hides, sorted by path
    classes: Mapping[str, Class] = field(default_factory=dict)  # every class, private ones too, by dotted name
    calls: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # who calls what, by dotted names of definitions
