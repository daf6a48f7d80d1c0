"""Documented formats of a project, found by the names that people give them.

A format has a short name of its own, often a file's. Where several modules document one of that name, only the
qualified name ``module:name`` tells which is meant. Upper and lower case count only where names differ in nothing else.

Key Components:
    - formats_of: every format by its qualified name
    - format_named: the one that a name means
    - words_only: what to say of formats that are documented in words only
    - schema_file_name: what the file of its schema is called

Usage:
    from sphinx_contracts.formats.lookup import format_named

    qualified, documented = format_named("training_status.json", project)
"""

import difflib
import hashlib
import re
from collections.abc import Mapping

from sphinx_contracts.config import ConfigurationError
from sphinx_contracts.formats.in_words import InWords, formats_in_words
from sphinx_contracts.model.contract import Project
from sphinx_contracts.model.formats import Format

__all__ = ["format_named", "formats_of", "schema_file_name", "words_only"]

_MOST_LISTED = 8
_STRUCTURE = 'show it there, as in { "step": 100  // int: Steps done }'
_LONGEST = 120
_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]+")


def formats_of(project: Project) -> Mapping[str, Format]:
    """List the documented formats.

    Args:
        project: The project

    Returns:
        The formats by ``module:name``, sorted by module

    Example:
        names = list(formats_of(project))
    """
    return {f"{module.name}:{item.name}": item for module in project.modules for item in module.formats}


def format_named(name: str, project: Project) -> tuple[str, Format]:
    """Find the format that a name means.

    Args:
        name: A format's own name, or ``module:name``, in upper or lower case
        project: The project

    Returns:
        The qualified name and the format

    Raises:
        ConfigurationError: If there is none of that name, or several, or it is documented in words only

    Example:
        qualified, documented = format_named("training_status.json", project)
    """
    known = formats_of(project)
    found = _meant(name, known)
    if len(found) == 1:
        return found[0], known[found[0]]
    if found:
        raise ConfigurationError(f"several formats are named '{name}': name one of {_listed(found)}")
    spoken = formats_in_words(project)
    described = [spoken[key] for key in _meant(name, spoken)]
    if described:
        raise ConfigurationError(_told(described[0]))
    raise ConfigurationError(f"there is no documented format '{name[:_LONGEST]}'{_hint(name, known, spoken)}")


def _meant(name: str, known: Mapping[str, Format | InWords]) -> list[str]:
    """The qualified names that a name means: as it is written, else whatever its case."""
    if name in known:
        return [name]
    found = [key for key, item in known.items() if item.name == name]
    folded = name.casefold()
    return found or [key for key, item in known.items() if folded in (key.casefold(), item.name.casefold())]


def words_only(project: Project) -> list[str]:
    """Say which formats are documented in words only, so that they have no schema.

    Args:
        project: The project

    Returns:
        One line for each, with its place and what to write there

    Example:
        lines = words_only(project)
    """
    return [_told(item) for item in formats_in_words(project).values()]


def _told(item: InWords) -> str:
    place = f"({item.path}:{item.line})"
    return f"there is no structure to check: the format '{item.name}' is documented in words only {place}; {_STRUCTURE}"


def _hint(name: str, known: Mapping[str, Format], spoken: Mapping[str, InWords]) -> str:
    names: dict[str, Format | InWords] = {**known, **spoken}
    short = dict.fromkeys(item.name for item in names.values())
    near = difflib.get_close_matches(name[:_LONGEST], list(names) if ":" in name else list(short), 3)
    if near:
        return f"; did you mean {' or '.join(repr(item) for item in near)}?"
    if known:
        return f"; documented are {_listed(list(known))}"
    return f"; {_told(next(iter(spoken.values())))}" if spoken else "; the sources document none"


def _listed(names: list[str]) -> str:
    more = len(names) - _MOST_LISTED
    return ", ".join(names[:_MOST_LISTED]) + (f" and {more} more" if more > 0 else "")


def schema_file_name(qualified: str) -> str:
    """Name the file of a format's schema, in characters that every file system takes.

    Args:
        qualified: The format's name as ``module:name``

    Returns:
        The file's name; one that had to be changed or shortened holds a hash

    Example:
        assert schema_file_name("core.status:status.json") == "core.status.status.json.schema.json"
    """
    plain = qualified.replace(":", ".")
    if _PLAIN.fullmatch(plain) is None or len(plain) > _LONGEST:
        digest = hashlib.blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
        plain = f"{_UNSAFE.sub('_', plain)[: _LONGEST - 20].strip('._-') or 'format'}-{digest}"
    return f"{plain}.schema.json"
