"""What the files of a project tell about names: all that chains are settled by.

Whoever knows all files fills these records once; nothing in them changes while chains are settled.

Key Components:
    - Known: modules, classes, functions, variables and attributes
    - Signature: what calling a function gives

Usage:
    from sphinx_contracts.calls.known import Signature

    signature = Signature("core.paths", "pathlib.Path")
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sphinx_contracts.calls.frames import Frame
from sphinx_contracts.model.code import Chain
from sphinx_contracts.model.fast_init import fast_init

__all__ = ["Known", "Signature"]


@fast_init
@dataclass(frozen=True, slots=True)
class Signature:
    """What calling a function of the project gives."""

    module: str  # dotted name of the module that defines it
    returns: str | None = None  # the return annotation as text
    kind: str = "function"  # "function", "method", "classmethod", "staticmethod" or "property"
    owner: str | None = None  # qualified name of the class around it


@fast_init
@dataclass(frozen=True, slots=True)
class Known:
    """What the files of a project tell about names."""

    canonical: Callable[[str], str]  # follows a dotted name through re-exports
    frames: Mapping[str, Frame]  # module -> its names
    classes: frozenset[str]  # qualified names of the project's classes
    bases: Callable[[str], tuple[tuple[str, ...], tuple[str, ...]]]  # class -> bases in the project, bases outside
    signatures: Mapping[str, Signature]  # functions and methods by qualified name
    variables: Mapping[str, Chain] = field(default_factory=dict)  # module variables by dotted name
    annotations: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # attribute -> module, annotation text
    attributes: Mapping[str, Chain] = field(default_factory=dict)  # attributes set in constructors
