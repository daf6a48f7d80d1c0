"""Which data files code reads and writes, and with which keys, as one source file alone can tell.

What a handle or a value is may stand in another file, so both are kept as chains until all files are known.

Key Components:
    - Shape: the keys of a value
    - FileUse: one place that reads or writes a data file
    - Declared: data declared in code as a JSON Schema
    - Mention: a docstring that names what declares its format
    - Drift: where the documentation of a format and the code disagree
    - FileFacts: all of it

Usage:
    from sphinx_contracts.model.files import Shape

    shape = Shape("object", (("step", None),))
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sphinx_contracts.model.code import Chain
from sphinx_contracts.model.fast_init import fast_init

__all__ = ["Declared", "Drift", "FileFacts", "FileUse", "Mention", "Shape"]


@fast_init
@dataclass(frozen=True, slots=True)
class Shape:
    """The keys of a value."""

    kind: str  # "object", "list", "fields" (asdict), "attributes" (vars), "call", "value" or "parameter"
    members: tuple[tuple[str, "Shape | None"], ...] = ()  # keys of an object with their shapes, None where unknown
    items: "Shape | None" = None  # shape of a list's elements, None where unknown
    source: Chain | None = None  # whose fields or attributes they are, what is called, or what the value is
    name: str = ""  # the parameter


@fast_init
@dataclass(frozen=True, slots=True)
class FileUse:
    """One place that reads or writes a data file, or hands data to a function that may."""

    scope: str  # qualified name of the function or method, else of the module
    writes: bool  # False where it reads
    language: str  # "json", "jsonl", "yaml", "csv", "toml", "pickle"; "" for a call of the project's own code
    line: int  # 1-based source line
    column: int  # 1-based column
    text: str  # the call as source text, cut where it is long
    place: Chain | None = None  # the open file, its text or its path; what is called, where language is ""
    paths: bool = False  # a path in the place of the open file is a file too
    file: str = ""  # name of the file, where the code has it as a literal
    folder: str = ""  # name of its folder, where the code has it as a literal and the file's name alone is too common
    shape: Shape | None = None  # the keys written or read, None where they are not all known
    arguments: tuple[tuple[str, Shape], ...] = ()  # position or keyword -> shape, where language is ""


@fast_init
@dataclass(frozen=True, slots=True)
class Declared:
    """Data declared in code as a JSON Schema."""

    schema: Mapping[str, Any]  # the schema
    line: int  # source line of its definition
    lines: Mapping[str, int] = field(default_factory=dict)  # path of a field -> source line
    text: str = ""  # the definition as source text


@fast_init
@dataclass(frozen=True, slots=True)
class Mention:
    """A docstring that names what declares its format."""

    object: str  # qualified name of the object whose docstring it is
    title: str  # the heading's words
    description: str  # the text below it
    names: tuple[str, ...]  # what may be the name of a declaration, as written
    line: int  # source line of the text


@fast_init
@dataclass(frozen=True, slots=True)
class Drift:
    """Where the documentation of a format and the code disagree; nothing in it where they agree."""

    written: tuple[str, ...] = ()  # fields that the code writes and the documentation lacks
    read: tuple[str, ...] = ()  # fields that the code reads and the documentation lacks
    unwritten: tuple[str, ...] = ()  # fields that are documented and that the code never writes
    writes: tuple[int, ...] = ()  # source lines that write such fields
    reads: tuple[int, ...] = ()  # source lines that read such fields


@fast_init
@dataclass(frozen=True, slots=True)
class FileFacts:
    """What one source file tells of data files."""

    uses: tuple[FileUse, ...] = ()  # in order of their lines
    returned: Mapping[str, Shape] = field(default_factory=dict)  # qualified name of a function -> what it returns
    declared: Mapping[str, Declared] = field(default_factory=dict)  # dotted name of a variable -> its schema
    mentions: tuple[Mention, ...] = ()  # docstrings that name what declares their format
