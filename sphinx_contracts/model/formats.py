"""A data format that a docstring documents, and its fields.

Fields that are marked ``INTERNAL`` are not exported.

Key Components:
    - Format: one documented format
    - FormatField: one field of it

Usage:
    from sphinx_contracts.model.formats import Format

    plain = Format(name="status.json", object="core.status")
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.files import Drift
from sphinx_contracts.model.internal import INTERNAL
from sphinx_contracts.model.problem import Problem

__all__ = ["Format", "FormatField"]


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
    stated: bool = field(default=False, compare=False, metadata=INTERNAL)  # its type stands in words


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
    problems: tuple[Problem, ...] = field(default=(), metadata=INTERNAL)  # why it could not be read, or is doubtful
    drift: Drift | None = field(default=None, metadata=INTERNAL)  # where it and the code disagree, None: no sure link
    standing: str = field(default="claimed", metadata=INTERNAL)  # "claimed", "loose", "example", "value" (in memory)
    declared_by: str = field(default="", metadata=INTERNAL)  # dotted name of the class or schema that declares it
