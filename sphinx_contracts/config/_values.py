"""What the values of settings may be, beyond their types: the content of lists, tables and templates.

Whatever is wrong is one line that names the setting, its place and what to write instead.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sphinx_contracts.model.docstring import SectionKind
from sphinx_contracts.model.finding import Severity
from sphinx_contracts.model.rows import EffectCategory

__all__ = ["ATTACHABLE", "ConfigurationError", "check_content", "nearest"]

ATTACHABLE = ("inputs", "outputs", "side-effects", "raises", "warns", "formats", "examples")
"""What the setting ``attach`` may name."""

_ENTRIES = {
    "overrides": (frozenset({"modules", "rules"}), ("modules", "rules")),
    "rollout": (frozenset({"name", "modules"}), ("name", "modules", "enforce")),
}
_MARKUPS = ("safe", "rst", "myst")
_SEVERITIES = tuple(severity.value for severity in Severity)
_VALUES: dict[str, tuple[str, ...]] = {
    "rules": _SEVERITIES,
    "overrides.rules": _SEVERITIES,
    "sections": tuple(kind.value for kind in SectionKind),
    "effects": (*(category.value for category in EffectCategory), "none"),
}
_PREFIX = "contracts."  # as Sphinx names the subtype of a warning
_PLACEHOLDERS = re.compile(r"\{path\}|\{line\}")


class ConfigurationError(Exception):
    """The configuration cannot be used: one line that names the setting, its place and the nearest valid name."""


def nearest(name: str, known: Iterable[str]) -> str:
    """The end of a line about an unknown name."""
    near = _close(name, known)
    return f"; did you mean '{near}'?" if near is not None else f"; known are {', '.join(known)}"


def _close(name: str, known: Iterable[str]) -> str | None:
    import difflib  # for mistakes only, and it takes a tenth of what a command takes to start

    return next(iter(difflib.get_close_matches(name, list(known), 1)), None)


def check_content(name: str, value: Any, place: str) -> None:
    """Refuse a value of the right type that cannot be used."""
    if value is not None and name in _CHECKS:
        _CHECKS[name](name, value, place)


def _check_sources(name: str, value: Any, place: str) -> None:
    for item in value:
        if not isinstance(item, str) or not item:
            raise ConfigurationError(f"{place}: setting '{name}' holds {item!r}, expected a path as a string")


def _check_exclude(name: str, value: Any, place: str) -> None:
    _check_globs(value, f"{place}: setting '{name}'", "a glob as a string")


def _check_globs(patterns: Iterable[Any], what: str, wanted: str) -> None:
    for pattern in patterns:
        if not isinstance(pattern, str) or not pattern:
            raise ConfigurationError(f"{what} holds {pattern!r}, expected {wanted}")
        _check_glob(pattern, what)


def _check_glob(pattern: str, what: str) -> None:
    """Refuse a glob that cannot mean what it says; with an open bracket it matches itself and nothing else."""
    start = pattern.find("[")
    while start >= 0:
        # a bracket that comes first in a set is a member of it
        first = start + 1 + (pattern[start + 1 : start + 2] == "!")
        end = pattern.find("]", first + 1)
        if end < 0:
            raise ConfigurationError(
                f"{what} holds the glob '{pattern}', whose '[' is never closed; write '[[]' for the character itself"
            )
        start = pattern.find("[", end + 1)


def _check_score(name: str, value: Any, place: str) -> None:
    if not 0 <= value <= 10:
        raise ConfigurationError(f"{place}: setting '{name}' is {value}, expected 0 to 10")


def _check_attach(name: str, value: Any, place: str) -> None:
    for item in value:
        _check_choice(name, item, ATTACHABLE, place)


def _check_markup(name: str, value: Any, place: str) -> None:
    _check_choice(name, value, _MARKUPS, place)


def _check_choice(name: str, value: Any, allowed: Iterable[str], place: str) -> None:
    if not isinstance(value, str) or value not in allowed:
        raise ConfigurationError(f"{place}: setting '{name}' holds {value!r}{nearest(str(value), allowed)}")


def _check_pages(name: str, value: Any, place: str) -> None:
    parts = value.strip("/").split("/") if value else []
    if value.startswith("/") or any(part == "" or part.startswith((".", "_")) for part in parts):
        raise ConfigurationError(
            f"{place}: setting '{name}' is {value!r}, expected a folder inside the documentation, such as 'contracts'"
        )


def _check_source_url(name: str, value: Any, place: str) -> None:
    rest = _PLACEHOLDERS.sub("", value)
    if "{path}" not in value or "{" in rest or "}" in rest:
        raise ConfigurationError(
            f"{place}: setting '{name}' is {value!r}, expected an address with {{path}}, and {{line}} if you like"
        )


def _check_formats(name: str, value: Any, place: str) -> None:
    for key, globs in value.items():
        if not isinstance(key, str) or not isinstance(globs, list | tuple):
            raise ConfigurationError(
                f"{place}: setting '{name}' maps names to lists of globs, not {key!r} to {globs!r}"
            )
        if not globs:
            raise ConfigurationError(f"{place}: setting '{name}' has no glob for '{key}'; name its files")
        for glob in globs:
            if not isinstance(glob, str) or not glob:
                raise ConfigurationError(f"{place}: setting '{name}' has {glob!r} for '{key}', expected a glob")
            _check_glob(glob, f"{place}: setting '{name}'")


def _check_entries(name: str, value: Any, place: str) -> None:
    required, allowed = _ENTRIES[name]
    for item in value:
        if not isinstance(item, dict) or not required <= set(item):
            raise ConfigurationError(f"{place}: each entry of '{name}' needs the keys {', '.join(sorted(required))}")
        for key in item:
            if key not in allowed:
                raise ConfigurationError(
                    f"{place}: an entry of '{name}' has the unknown key '{key}'{nearest(str(key), allowed)}"
                )
        _check_modules(item["modules"], f"of an entry of '{name}'", place)


def _check_modules(modules: Any, what: str, place: str) -> None:
    if not isinstance(modules, list | tuple):
        raise ConfigurationError(f"{place}: 'modules' {what} is {type(modules).__name__}, expected list")
    _check_globs(modules, f"{place}: 'modules' {what}", "a module's name or a glob")


def _check_overrides(name: str, value: Any, place: str) -> None:
    _check_entries(name, value, place)
    for item in value:
        _check_severities("overrides.rules", item["rules"], place)


def _check_rollout(name: str, value: Any, place: str) -> None:
    _check_entries(name, value, place)
    what = f"of an entry of '{name}'"
    seen: set[str] = set()
    for item in value:
        phase, enforce = item["name"], item.get("enforce", False)
        if not isinstance(phase, str):
            raise ConfigurationError(f"{place}: 'name' {what} is {type(phase).__name__}, expected str")
        if not isinstance(enforce, bool):
            raise ConfigurationError(f"{place}: 'enforce' {what} is {type(enforce).__name__}, expected bool")
        if not phase.strip():
            raise ConfigurationError(f"{place}: 'name' {what} is empty; name the phase")
        if phase in seen:
            raise ConfigurationError(f"{place}: two phases of '{name}' have the name '{phase}'; rename one")
        seen.add(phase)


def _check_severities(name: str, value: Any, place: str) -> None:
    _check_strings(name, value, place)
    for key in value:
        if key.startswith(_PREFIX) and key.removeprefix(_PREFIX) in value:
            raise ConfigurationError(
                f"{place}: '{name}' sets '{key.removeprefix(_PREFIX)}' and '{key}', which are one; keep one"
            )


def _check_effects(name: str, value: Any, place: str) -> None:
    _check_strings(name, value, place)
    for key in value:
        _check_glob(key, f"{place}: setting '{name}'")


def _check_strings(name: str, value: Any, place: str) -> None:
    if not isinstance(value, Mapping):
        raise ConfigurationError(f"{place}: setting '{name}' is {type(value).__name__}, expected dict")
    allowed = _VALUES[name]
    for key, item in value.items():
        if not isinstance(key, str) or not isinstance(item, str):
            raise ConfigurationError(f"{place}: setting '{name}' maps strings to strings, not {key!r} to {item!r}")
        if not key.strip():
            raise ConfigurationError(f"{place}: setting '{name}' sets an empty name to '{item}'")
        if item not in allowed:
            near = _close(item, allowed)
            hint = f"did you mean '{near}'?" if near is not None else f"expected one of {', '.join(allowed)}"
            raise ConfigurationError(f"{place}: '{name}' sets '{key}' to '{item}'; {hint}")


_CHECKS: Mapping[str, Callable[[str, Any, str], None]] = {
    "sources": _check_sources,
    "exclude": _check_exclude,
    "pages": _check_pages,
    "rules": _check_severities,
    "overrides": _check_overrides,
    "rollout": _check_rollout,
    "fail_under": _check_score,
    "markup": _check_markup,
    "attach": _check_attach,
    "effects": _check_effects,
    "sections": _check_strings,
    "formats": _check_formats,
    "source_url": _check_source_url,
}
