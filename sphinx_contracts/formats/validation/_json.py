"""One document of JSON: decoded by the standard library, and looked at closely only where something is wrong."""

import json
from functools import partial
from typing import Any, NoReturn

from sphinx_contracts.formats.validation._document import BadDataError, Document
from sphinx_contracts.formats.validation._scan import locate, problems

__all__ = ["read_json"]


class _DoubtError(ValueError):
    """Something that the decoder takes and JSON does not."""


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _DoubtError
    return found


def _constant(_: str) -> NoReturn:
    raise _DoubtError


_STRICT = json.JSONDecoder(object_pairs_hook=_members, parse_constant=_constant)


def read_json(text: str) -> Document:
    """Read a text as one value.

    Raises:
        BadDataError: If it is no JSON, or nested too deeply
    """
    place = partial(locate, text)
    try:
        return Document(_STRICT.decode(text), place)
    except (ValueError, RecursionError):
        remarks = problems(text)
    try:
        return Document(json.loads(text), place, remarks)
    except (ValueError, RecursionError) as error:
        # what the decoder refuses and JSON allows
        raise BadDataError(0, "the data cannot be decoded") from error
