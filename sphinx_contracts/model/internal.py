"""What the exported model leaves out: facts about the code that rules need and readers do not.

The export and its JSON Schema go by the metadata of the fields, so a field is marked where it is declared.

Key Components:
    - INTERNAL: the metadata of such a field

Usage:
    from dataclasses import dataclass, field

    from sphinx_contracts.model.internal import INTERNAL


    @dataclass(frozen=True)
    class Row:
        name: str
        column: int = field(default=1, metadata=INTERNAL)
"""

from collections.abc import Mapping

__all__ = ["INTERNAL"]

INTERNAL: Mapping[str, bool] = {"internal": True}
"""The metadata of a field that is not exported."""
