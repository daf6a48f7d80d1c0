"""What was measured of several tools, as tables of TOML.

Key Components:
    - toml_tables: one table for each thing that was tried

Usage:
    from benchmarks.recorded import toml_tables

    lines = list(toml_tables("faults", {"no docstring": {"ruff": "caught"}}))
"""

import json
from collections.abc import Iterator, Mapping

__all__ = ["toml_tables"]


def toml_tables(table: str, rows: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Write what tools made of several things.

    Args:
        table: Name of the table around
        rows: Title of what was tried to tool to outcome

    Yields:
        The lines, a blank one before each table

    Example:
        lines = list(toml_tables("outcomes", outcomes))
    """
    for title, found in rows.items():
        yield from ("", f"[{table}.{json.dumps(title, ensure_ascii=False)}]")
        yield from (f"{json.dumps(tool)} = {json.dumps(outcome)}" for tool, outcome in found.items())
