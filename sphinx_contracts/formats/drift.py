"""Documented fields held against the keys that code writes or reads.

Only keys are compared, at the places where both sides know all of them: what the documentation leaves open, and what
the code takes from elsewhere, is in agreement with everything.

Key Components:
    - Comparison: what one side has and the other lacks
    - compared: a documented format against the keys of a value
    - holders_of: which docstrings of a module hold formats
    - drift_of: a documented format against the code of its module

Usage:
    from sphinx_contracts.formats.drift import compared
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sphinx_contracts.formats._names import UNNAMED
from sphinx_contracts.model.files import Drift, FileUse, Shape
from sphinx_contracts.model.formats import Format

__all__ = ["Comparison", "compared", "drift_of", "holders_of"]

_DEEPEST = 12
# words in front of a block that shows one of many
_SOME = re.compile(r"\b(?:such as|for (?:example|instance)|something like|similar to|e\.g)[\s.,:]*$", re.IGNORECASE)


@dataclass(slots=True)
class Comparison:
    """What one side has and the other lacks."""

    undocumented: list[str] = field(default_factory=list)  # paths of keys that only the code has
    unwritten: list[str] = field(default_factory=list)  # paths of fields that only the documentation has
    shared: int = 0  # top-level keys that both have
    documented: int = 0  # top-level fields of the documentation
    known: int = 0  # top-level keys of the code


def compared(schema: Mapping[str, Any], shape: Shape) -> Comparison | None:
    """Hold a documented format against the keys of a value.

    Args:
        schema: The JSON Schema of the format
        shape: The keys, all of them known where the shape is an object

    Returns:
        What they lack; None where one is a list and the other an object, one of them is neither, or keys may be read
        in two ways

    Example:
        found = compared(item.schema, Shape("object", (("step", None),)))
    """
    if shape.kind == "list" and "properties" in schema and shape.items is not None:
        # one document on each line
        shape = shape.items
    while shape.kind == "list" and schema.get("type") == "array" and shape.items is not None:
        shape, schema = shape.items, _part(schema, "items")
    if shape.kind != "object" or not _part(schema, "properties"):
        return None
    found = Comparison()
    documented = set(schema["properties"])
    keys = {key for key, _ in shape.members}
    if any("." in key for key in keys):
        # whoever lists fields may mean a path by such a name
        return None
    found.shared, found.documented, found.known = len(documented & keys), len(documented), len(keys)
    _compare(schema, shape, "", found, 0)
    return found


def _part(schema: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = schema.get(name)
    return part if isinstance(part, Mapping) else {}


def _compare(schema: Mapping[str, Any], shape: Shape, path: str, found: Comparison, depth: int) -> None:
    if depth > _DEEPEST:
        return
    if shape.kind == "list" and shape.items is not None and "items" in schema:
        _compare(_part(schema, "items"), shape.items, f"{path}[]", found, depth + 1)
        return
    properties = _part(schema, "properties")
    if shape.kind != "object" or not properties:
        return
    members = dict(shape.members)
    prefix = f"{path}." if path else ""
    if schema.get("additionalProperties") is False:
        found.undocumented += [f"{prefix}{key}" for key in members if key not in properties]
    required = schema.get("required", ())
    found.unwritten += [f"{prefix}{key}" for key in properties if key not in members and key in required]
    for key, value in members.items():
        if value is not None and key in properties:
            _compare(properties[key], value, f"{prefix}{key}", found, depth + 1)


def holders_of(formats: Iterable[Format]) -> dict[str, int]:
    """Count the formats of files that each docstring holds.

    Args:
        formats: All formats of a module

    Returns:
        Qualified name of an object to the number of formats in its docstring

    Example:
        holders = holders_of(module.formats)
    """
    return dict(Counter(item.object for item in formats if item.schema is not None and not _is_elsewhere(item)))


def drift_of(item: Format, holders: Mapping[str, int], uses: Sequence[FileUse]) -> Drift | None:
    """Hold a documented format against the code that surely writes or reads it.

    The link is sure where the code names the file as the format is named, or where the docstring that holds the format
    belongs to the code, holds no other format, and that code writes (or reads) data of the language in one place. In
    the second case at least half of the keys must agree: else the data is more likely another file's.

    Args:
        item: The format
        holders: Objects of the module whose docstrings hold formats, with their number
        uses: The places of the module that read or write data files, their shapes settled

    Returns:
        Where they disagree; None where no link is sure

    Example:
        drift = drift_of(item, holders_of(module.formats), uses)
    """
    if item.schema is None or not item.fields or _SOME.search(item.description):
        return None
    written = _sides(item, holders, [use for use in uses if use.writes])
    read = _sides(item, holders, [use for use in uses if not use.writes])
    if not written and not read:
        return None
    missing = [set(found.unwritten) for _, found in written]
    everywhere = set.intersection(*missing) if missing else set()
    unwritten = [path for path in written[0][1].unwritten if path in everywhere] if written else []
    return Drift(_undocumented(written), _undocumented(read), tuple(unwritten), _lines_of(written), _lines_of(read))


_Side = tuple[FileUse, Comparison]


def _undocumented(sides: Sequence[_Side]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(path for _, found in sides for path in found.undocumented))


def _lines_of(sides: Sequence[_Side]) -> tuple[int, ...]:
    """The lines that have what is not documented."""
    return tuple(sorted({use.line for use, found in sides if found.undocumented}))


_LANGUAGES = {"json": {"json"}, "jsonl": {"json"}, "yaml": {"yaml"}, "toml": {"toml"}, "csv": set[str]()}
_ANY = {"json", "yaml", "toml", "pickle"}


def _sides(item: Format, holders: Mapping[str, int], uses: Sequence[FileUse]) -> list[_Side]:
    """The places that surely write (or read) a format, each with what is lacking."""
    fitting = [use for use in uses if _fits(item, use)]
    named = [use for use in fitting if use.file == item.name]
    if named:
        # one of them with unknown keys may write what the others do not
        return _compared(item, named, sure=True) if all(use.shape is not None for use in named) else []
    own = [use for use in fitting if _is_within(use.scope, item.object) and not _is_claimed(use, item, holders)]
    alone = _is_elsewhere(item) or holders.get(item.object) == 1
    if not own or not alone or any(use.shape is None or use.shape != own[0].shape for use in own):
        return []
    return _compared(item, own, sure=False)


def _fits(item: Format, use: FileUse) -> bool:
    if use.text == "return":
        return True
    if _is_elsewhere(item) or use.language not in _LANGUAGES.get(item.language, _ANY):
        return False
    named = "." in item.name and not item.name.startswith(f"{item.object}.{UNNAMED}")
    return not use.file or use.file == item.name or not named


def _is_elsewhere(item: Format) -> bool:
    """A format of a parameter or of what is returned is no file's."""
    return item.standing == "value"


def _is_within(scope: str, name: str) -> bool:
    return scope == name or scope.startswith(f"{name}.")


def _is_claimed(use: FileUse, item: Format, holders: Mapping[str, int]) -> bool:
    """A docstring nearer to the code documents a format."""
    name = use.scope
    while len(name) > len(item.object):
        if name in holders:
            return True
        name = name.rpartition(".")[0]
    return False


def _compared(item: Format, uses: Sequence[FileUse], *, sure: bool) -> list[_Side]:
    sides: list[_Side] = []
    for use in uses:
        found = compared(item.schema or {}, use.shape) if use.shape is not None else None
        if found is None or not found.shared or (not sure and not _agree(found, use)):
            return []
        sides.append((use, found))
    return sides


def _agree(found: Comparison, use: FileUse) -> bool:
    """Enough keys are the same: of what is read, most; of what is written, half on both sides."""
    if use.text == "return":
        return 2 * found.shared >= min(found.documented, found.known)
    if not use.writes:
        return 2 * found.shared > found.known
    return 2 * found.shared >= max(found.documented, found.known)
