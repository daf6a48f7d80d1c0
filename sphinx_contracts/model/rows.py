"""The rows of a contract: what each of its tables lists.

Fields that are marked ``INTERNAL`` are not exported.

Key Components:
    - Input, Output, Raise, SideEffect: the rows of a callable's tables
    - Field, Component: those of a class and of a module
    - Evidence: where the code shows an effect
    - EffectCategory: the kinds of side effects
    - Example, Section: parts of a docstring that are shown as they stand
    - FieldFacts: what rules need to know of a field

Usage:
    from sphinx_contracts.model.rows import Input

    row = Input("path", "positional", "Path", description="The file")
"""

from dataclasses import dataclass, field
from enum import StrEnum

from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.internal import INTERNAL

__all__ = [
    "Component",
    "EffectCategory",
    "Evidence",
    "Example",
    "Field",
    "FieldFacts",
    "Input",
    "Output",
    "Raise",
    "Section",
    "SideEffect",
]


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
    marked: bool = field(default=False, metadata=INTERNAL)  # True where fence, directive or >>> names the language


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
    facts: FieldFacts = field(default=FieldFacts(), metadata=INTERNAL)  # facts for rules


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
    annotation: str | None = field(default=None, metadata=INTERNAL)  # the annotation alone
    line: int = field(default=0, metadata=INTERNAL)  # source line of the parameter
    column: int = field(default=1, metadata=INTERNAL)  # 1-based column of the parameter


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
    doc_line: int = field(default=0, metadata=INTERNAL)  # source line of the docstring entry, 0 when there is none
    column: int = field(default=1, metadata=INTERNAL)  # 1-based column of what ``line`` names
    sure: bool = field(default=False, metadata=INTERNAL)  # the code surely raises it
    name: str = field(default="", metadata=INTERNAL)  # dotted name of the exception, "" when it is not known
    asserted: bool = field(default=False, metadata=INTERNAL)  # it comes from an assert
    covers: bool = field(default=False, metadata=INTERNAL)  # the code raises a descendant of it
    # lines and columns of the other raise statements that surely let it out
    further: tuple[tuple[int, int], ...] = field(default=(), metadata=INTERNAL)


@fast_init
@dataclass(frozen=True, slots=True)
class Evidence:
    """One place in the code that shows an effect."""

    line: int  # source line of the call
    call: str  # the call as source text
    via: tuple[str, ...] = ()  # qualified names of the calls it comes through
    column: int = field(default=1, metadata=INTERNAL)  # 1-based column of the call
    sure: bool = field(default=True, metadata=INTERNAL)  # False where it is only likely
    category: str = field(default="", metadata=INTERNAL)  # the effect category that it shows


@fast_init
@dataclass(frozen=True, slots=True)
class SideEffect:
    """Something a callable or an import does to the world."""

    category: str  # an effect category, "other" when the text tells none
    description: str = ""  # what the docstring says
    documented: bool = False  # a docstring says so
    detected: bool = False  # the code shows it
    evidence: tuple[Evidence, ...] = ()  # where the code shows it
    line: int = field(default=0, metadata=INTERNAL)  # source line of the docstring entry


@fast_init
@dataclass(frozen=True, slots=True)
class Component:
    """A key component that a module's docstring lists."""

    name: str  # the name as written
    description: str = ""  # what the docstring says
    line: int = field(default=0, metadata=INTERNAL)  # source line of the entry
