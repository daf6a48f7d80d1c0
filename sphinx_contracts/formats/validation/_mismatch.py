"""What jsonschema says of a value, as one message for each thing that is wrong."""

import difflib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sphinx_contracts.config import ConfigurationError
from sphinx_contracts.formats.validation._document import Path, quoted
from sphinx_contracts.formats.validation._quick import Check, acceptance_of
from sphinx_contracts.model.fast_init import fast_init

__all__ = ["Mismatch", "Validator", "mismatches", "validator_for"]

_NAMES: tuple[tuple[type, str], ...] = (
    (bool, "boolean"),
    (int, "integer"),
    (float, "number"),
    (str, "string"),
    (list, "array"),
    (dict, "object"),
)
_MOST_HINTS = 20
_LONGEST = 200


@fast_init
@dataclass(frozen=True, slots=True)
class Validator:
    """A schema that is ready to be asked."""

    accepts: Check  # true only of values that the schema accepts, and not of all of them
    full: Any  # jsonschema's validator; the package is an extra, so nothing here may import it before it is needed


@fast_init
@dataclass(frozen=True, slots=True)
class Mismatch:
    """One thing that is wrong with a value."""

    path: Path  # where inside the document
    message: str  # what is wrong, one line
    at_key: bool = False  # the member's key is at fault, not its value


def validator_for(schema: Mapping[str, Any]) -> Validator:
    """Make a validator of a schema.

    Args:
        schema: A JSON Schema 2020-12

    Returns:
        The validator, which also looks at dates and times

    Raises:
        ConfigurationError: If jsonschema is not installed, or if the schema is none

    Example:
        validator = validator_for({"type": "object"})
    """
    try:
        import jsonschema
        from referencing import Registry
    except ImportError as error:
        raise ConfigurationError(
            'validating data files needs jsonschema; install it with: pip install "sphinx-contracts[validation]"'
        ) from error
    formats: dict[str, Check] = {"date-time": _is_time, "date": _is_date}
    checker = jsonschema.FormatChecker(formats=())
    for name, check in formats.items():
        checker.checks(name)(check)
    kind = jsonschema.validators.validator_for(dict(schema), default=jsonschema.Draft202012Validator)
    try:
        kind.check_schema(dict(schema))
    except jsonschema.SchemaError as error:
        raise ConfigurationError(
            f"'{schema.get('title', '')}' has no valid JSON Schema: {_cut(error.message)}"
        ) from error
    is_ours = kind is jsonschema.Draft202012Validator
    if is_ours:
        extend: Callable[..., Any] = jsonschema.validators.extend  # its stub has no types
        kind = extend(kind, {"items": _passing_over(kind.VALIDATORS["items"], formats)})
    # an empty registry: nothing is fetched from anywhere
    full = kind(dict(schema), format_checker=checker, registry=Registry())
    return Validator(acceptance_of(schema if is_ours else False, formats), full)


def _passing_over(items: Callable[..., Any], formats: Mapping[str, Check]) -> Callable[..., Any]:
    """The keyword ``items`` that looks at those elements only that are not surely right."""

    def look(validator: Any, inner: Any, elements: Any, schema: Mapping[str, Any]) -> Iterator[Any]:
        if not isinstance(elements, list) or not isinstance(inner, Mapping) or "prefixItems" in schema:
            yield from items(validator, inner, elements, schema)
            return
        accepts = acceptance_of(inner, formats)
        for index, element in enumerate(elements):
            if not accepts(element):
                yield from validator.descend(instance=element, schema=inner, path=index)

    return look


def _is_time(value: object) -> bool:
    """ISO 8601 as Python reads it; RFC 3339 would ask for a time zone, which status files seldom have."""
    return _is_read_by(datetime.fromisoformat, value)


def _is_date(value: object) -> bool:
    return _is_read_by(date.fromisoformat, value)


def _is_read_by(read: Callable[[str], object], value: object) -> bool:
    try:
        return not isinstance(value, str) or bool(read(value))
    except ValueError:
        return False


def mismatches(validator: Validator, value: Any) -> Iterator[Mismatch]:
    """Everything in a value that its schema does not allow.

    Raises:
        ConfigurationError: If the schema refers to something that is not in it
    """
    if validator.accepts(value):
        return
    from referencing.exceptions import Unresolvable

    try:
        yield from _explained(validator.full.iter_errors(value))
    except Unresolvable as error:
        raise ConfigurationError(
            f"the JSON Schema refers to '{_cut(str(error.ref))}', which it does not hold"
        ) from error


def _explained(errors: Iterable[Any]) -> Iterator[Mismatch]:
    told: set[tuple[Any, ...]] = set()
    for error in errors:
        path = tuple(error.absolute_path)
        if error.validator == "required":
            # one error for each key that is missing, none of which names its key
            place = (path, tuple(error.absolute_schema_path))
            if place not in told:
                told.add(place)
                for key in error.validator_value:
                    if key not in error.instance:
                        yield Mismatch(path, f"the key {quoted(key)} is missing")
        elif error.validator == "additionalProperties":
            yield from _unknown_keys(error, path)
        elif error.validator in ("anyOf", "oneOf") and error.context:
            yield from _of_alternatives(error, path)
        else:
            yield Mismatch(path, _message(error))


def _unknown_keys(error: Any, path: Path) -> Iterator[Mismatch]:
    known = error.schema.get("properties", {})
    patterns = error.schema.get("patternProperties", {})
    absent = [key for key in known if key not in error.instance]
    hints = _MOST_HINTS
    for key in error.instance:
        if key in known or any(re.search(pattern, key) for pattern in patterns):
            continue
        near = difflib.get_close_matches(key[:_LONGEST], absent, 1) if hints > 0 else []
        hints -= 1
        hint = f"; did you mean {quoted(near[0])}?" if near else ""
        yield Mismatch((*path, key), f"the key {quoted(key)} is not documented{hint}", at_key=True)


def _of_alternatives(error: Any, path: Path) -> Iterator[Mismatch]:
    """The errors of the one alternative that is meant, where the value's type tells it."""
    meant: dict[int, list[Any]] = {}
    for item in error.context:
        meant.setdefault(item.schema_path[0], []).append(item)
    of_type = [
        items
        for items in meant.values()
        if not any(item.validator in ("type", "enum", "const") and tuple(item.absolute_path) == path for item in items)
    ]
    if len(of_type) == 1:
        yield from _explained(of_type[0])
    elif of_type:
        yield Mismatch(path, f"the {_kind(error.instance)} is none of the documented alternatives")
    else:
        wanted = dict.fromkeys(name for item in error.context for name in _wanted(item))
        yield Mismatch(path, f"expected {' or '.join(wanted)}, found {_shown(error.instance)}")


def _message(error: Any) -> str:
    if error.validator in ("type", "enum", "const"):
        return f"expected {' or '.join(_wanted(error))}, found {_shown(error.instance)}"
    if error.validator == "format" and error.validator_value in ("date-time", "date"):
        kind = "a date and time" if error.validator_value == "date-time" else "a date"
        return f"expected {kind} in ISO 8601, found {_shown(error.instance)}"
    return _cut(str(error.message))


def _wanted(error: Any) -> list[str]:
    value = error.validator_value
    if error.validator == "type":
        return [value] if isinstance(value, str) else list(value)
    return [_literal(item) for item in (value if error.validator == "enum" else [value])]


def _kind(value: Any) -> str:
    return next((name for kind, name in _NAMES if isinstance(value, kind)), "null")


def _shown(value: Any) -> str:
    if isinstance(value, dict | list):
        return f"an {_kind(value)}"
    return "null" if value is None else f"{_kind(value)} {_literal(value)}"


def _literal(value: Any) -> str:
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict | list):
        return f"another {_kind(value)}"
    return _cut(json.dumps(value))


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
