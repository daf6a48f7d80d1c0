"""What keeps a source file, or a format in it, from being read.

A run goes on without the file or the format and reports the problem as a finding.

Key Components:
    - Problem: what is wrong, and where
    - Unusable: a file that is left out for it

Usage:
    from sphinx_contracts.model.problem import Problem

    problem = Problem("source-unreadable", "the file is no text in UTF-8")
"""

from dataclasses import dataclass

from sphinx_contracts.model.fast_init import fast_init

__all__ = ["Problem", "Unusable"]


@fast_init
@dataclass(frozen=True, slots=True)
class Problem:
    """Why a source file, or a documented format in it, could not be read."""

    rule: str  # "source-unreadable", "source-unparsable", "too-complex" or "format-unparsed"
    message: str  # what is wrong and what to do, one line
    line: int = 1  # 1-based source line
    column: int = 1  # 1-based column


@fast_init
@dataclass(frozen=True, slots=True)
class Unusable:
    """A source file that takes part in nothing, because another one has its module name."""

    module: str  # dotted name of the module that it would be
    path: str  # posix path of the file, relative to the project
    problem: Problem  # why it is left out
