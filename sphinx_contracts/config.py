"""The settings: declared once, read from ``conf.py``, ``pyproject.toml`` and the command line.

Each field of ``Settings`` carries its documentation and its type; the extension, the command line and the
reference page take both from there.

Key Components:
    - Settings: the one record of all settings
    - ATTACHABLE: what the setting ``attach`` may name
    - ConfigurationError: a wrong type, an unknown key or an unreadable file
    - settings_from: checks raw values and builds the record
    - read_pyproject: the settings of a ``pyproject.toml``

Usage:
    from sphinx_contracts.config import settings_from

    settings = settings_from({"sources": ["src"]}, place="conf.py")
"""

import dataclasses
import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sphinx_contracts.model.contract import EffectCategory
from sphinx_contracts.model.docstring import SectionKind
from sphinx_contracts.model.finding import Severity

__all__ = ["ATTACHABLE", "ConfigurationError", "Settings", "read_pyproject", "settings_from"]

_ENTRIES = {
    "overrides": (frozenset({"modules", "rules"}), ("modules", "rules")),
    "rollout": (frozenset({"name", "modules"}), ("name", "modules", "enforce")),
}
ATTACHABLE = ("inputs", "outputs", "side-effects", "raises", "warns", "formats", "examples")
"""What the setting ``attach`` may name."""

_MARKUPS = ("safe", "rst", "myst")
_SEVERITIES = tuple(severity.value for severity in Severity)
_VALUES: dict[str, tuple[str, ...]] = {
    "rules": _SEVERITIES,
    "overrides.rules": _SEVERITIES,
    "sections": tuple(kind.value for kind in SectionKind),
    "effects": (*(category.value for category in EffectCategory), "none"),
}


class ConfigurationError(Exception):
    """The configuration cannot be used: one line that names the setting, its place and the nearest valid name."""


def _setting(default: Any, types: tuple[type, ...], doc: str, *, rebuild: str = "env") -> Any:
    metadata = {"types": types, "doc": doc, "rebuild": rebuild}
    if isinstance(default, list):
        return field(default_factory=lambda: list(default), metadata=metadata)
    if isinstance(default, dict):
        return field(default_factory=lambda: dict(default), metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True)
class Settings:
    """Every setting, with its default; the names are those of ``[tool.sphinx-contracts]``."""

    # what to document, relative to conf.py or pyproject.toml
    sources: list[str] = _setting(
        [], (list, tuple), "What to document: package folders, single files, or folders that hold packages and modules."
    )

    # globs on module names or paths that are left out
    exclude: list[str] = _setting([], (list, tuple), "Globs on module names or paths that are left out.")

    # docname folder of the generated pages
    pages: str | None = _setting(
        "contracts", (str, type(None)), "Folder of the generated pages; ``None`` writes no pages."
    )

    # rule or checklist item -> "error", "note", "off"
    rules: dict[str, str] = _setting({}, (dict,), 'Rule or checklist item to ``"error"``, ``"note"`` or ``"off"``.')

    # {"modules": [...], "rules": {...}}, later entries win
    overrides: list[dict[str, Any]] = _setting(
        [], (list, tuple), 'Rules for some modules: ``{"modules": ["core.*"], "rules": {...}}``; later entries win.'
    )

    # phases in order, {"name": ..., "modules": [...], "enforce": True}
    rollout: list[dict[str, Any]] = _setting(
        [], (list, tuple), "Phases in order; findings in modules of no enforced phase are at most notes."
    )

    # path of the baseline file
    baseline: str | None = _setting(
        None,
        (str, type(None)),
        "File of the faults that are known: they are shown as notes and fail nothing. ``sphinx-contracts check "
        "--write-baseline`` writes it, and takes away what is fixed.",
        rebuild="",
    )

    # the lowest score a module of an enforced phase may have
    fail_under: float = _setting(0.0, (float, int), "The lowest score (0 to 10) that an enforced module may have.")

    # exit non-zero without -W when an error stands
    gate: bool = _setting(
        False, (bool,), "Make ``sphinx-build`` fail without ``-W`` too when an error stands.", rebuild=""
    )

    # how docstring prose becomes nodes: "safe", "rst" or "myst"
    markup: str = _setting(
        "safe",
        (str,),
        'How the prose of docstrings is read: ``"safe"``, a small subset of reST and Markdown in which nothing can go '
        'wrong; ``"rst"``, by napoleon and docutils; ``"myst"``, by MyST. Directives that run code or read files, raw '
        "HTML and images stay text in all three.",
    )

    # tables that join the descriptions which others make of an object
    attach: list[str] = _setting(
        ["side-effects", "raises", "formats"],
        (list, tuple),
        "Tables that join each description of a Python object by autodoc, autoapi, autodoc2 or by hand, in this order: "
        f"{', '.join(f'``{part}``' for part in ATTACHABLE)}. An empty list adds none.",
    )

    # include _private objects
    private: bool = _setting(False, (bool,), "Include ``_private`` objects.")

    # qualified callable or glob -> effect category or "none"
    effects: dict[str, str] = _setting(
        {}, (dict,), 'Qualified callable or glob to an effect category, or ``"none"`` for no effect.'
    )

    # extra heading -> section
    sections: dict[str, str] = _setting({}, (dict,), "Extra docstring heading to section.")

    # format name -> globs of real data files
    formats: dict[str, list[str]] = _setting(
        {},
        (dict,),
        "Name of a documented format to globs of real data files, which are checked against it on every run; a name "
        "that several modules use is written as ``module:name``. Needs ``pip install sphinx-contracts[validation]``.",
    )

    # template with {path} and {line}
    source_url: str | None = _setting(
        None, (str, type(None)), "Template of source links with ``{path}`` and ``{line}``."
    )


def settings_from(values: Mapping[str, Any], place: str) -> Settings:
    """Check raw values and build the settings.

    Args:
        values: Setting name to raw value, without prefix
        place: Where the values come from, named in errors

    Returns:
        The settings; values that are not given have their default

    Raises:
        ConfigurationError: If a name is unknown or a value has the wrong type

    Example:
        settings = settings_from({"sources": ["src"]}, place="pyproject.toml")
    """
    known = {item.name: item for item in dataclasses.fields(Settings)}
    for name, value in values.items():
        if name not in known:
            raise ConfigurationError(f"{place}: unknown setting '{name}'{_nearest(name, known)}")
        types: tuple[type, ...] = known[name].metadata["types"]
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            wanted = " or ".join("null" if kind is type(None) else kind.__name__ for kind in types)
            raise ConfigurationError(f"{place}: setting '{name}' is {type(value).__name__}, expected {wanted}")
        _check_content(name, value, place)
    return Settings(**values)


def _nearest(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), 1)
    return f"; did you mean '{near[0]}'?" if near else f"; known are {', '.join(known)}"


def _check_content(name: str, value: Any, place: str) -> None:
    if name in ("sources", "exclude"):
        for item in value:
            if not isinstance(item, str) or not item:
                raise ConfigurationError(f"{place}: setting '{name}' holds {item!r}, expected a path or a glob")
    if name == "fail_under" and not 0 <= value <= 10:
        raise ConfigurationError(f"{place}: setting 'fail_under' is {value}, expected 0 to 10")
    if name == "attach":
        for item in value:
            _check_choice("attach", item, ATTACHABLE, place)
    if name == "markup":
        _check_choice("markup", value, _MARKUPS, place)
    if name in _VALUES:
        _check_strings(name, value, place)
    if name == "formats":
        _check_globs(value, place)
    if name in ("overrides", "rollout"):
        required, allowed = _ENTRIES[name]
        for item in value:
            if not isinstance(item, dict) or not required <= set(item):
                raise ConfigurationError(
                    f"{place}: each entry of '{name}' needs the keys {', '.join(sorted(required))}"
                )
            for key in item:
                if key not in allowed:
                    raise ConfigurationError(
                        f"{place}: an entry of '{name}' has the unknown key '{key}'{_nearest(key, allowed)}"
                    )
            _check_entry(name, item, place)


def _check_choice(name: str, value: Any, allowed: Iterable[str], place: str) -> None:
    if not isinstance(value, str) or value not in allowed:
        raise ConfigurationError(f"{place}: setting '{name}' holds {value!r}{_nearest(str(value), allowed)}")


def _check_entry(name: str, item: dict[str, Any], place: str) -> None:
    what = f"of an entry of '{name}'"
    modules = item["modules"]
    if not isinstance(modules, list | tuple):
        raise ConfigurationError(f"{place}: 'modules' {what} is {type(modules).__name__}, expected list")
    for pattern in modules:
        if not isinstance(pattern, str) or not pattern:
            raise ConfigurationError(f"{place}: 'modules' {what} holds {pattern!r}, expected a module's name or a glob")
    if not isinstance(item.get("name", ""), str):
        raise ConfigurationError(f"{place}: 'name' {what} is {type(item['name']).__name__}, expected str")
    if not isinstance(item.get("enforce", False), bool):
        raise ConfigurationError(f"{place}: 'enforce' {what} is {type(item['enforce']).__name__}, expected bool")
    if name == "overrides":
        _check_strings("overrides.rules", item["rules"], place)


def _check_globs(value: dict[Any, Any], place: str) -> None:
    for key, globs in value.items():
        if not isinstance(key, str) or not isinstance(globs, list | tuple):
            raise ConfigurationError(
                f"{place}: setting 'formats' maps names to lists of globs, not {key!r} to {globs!r}"
            )
        for glob in globs:
            if not isinstance(glob, str) or not glob:
                raise ConfigurationError(f"{place}: setting 'formats' has {glob!r} for '{key}', expected a glob")


def _check_strings(name: str, value: Any, place: str) -> None:
    if not isinstance(value, dict):
        raise ConfigurationError(f"{place}: setting '{name}' is {type(value).__name__}, expected dict")
    allowed = _VALUES[name]
    for key, item in value.items():
        if not isinstance(key, str) or not isinstance(item, str):
            raise ConfigurationError(f"{place}: setting '{name}' maps strings to strings, not {key!r} to {item!r}")
        if item not in allowed:
            near = difflib.get_close_matches(item, allowed, 1)
            hint = f"did you mean '{near[0]}'?" if near else f"expected one of {', '.join(allowed)}"
            raise ConfigurationError(f"{place}: '{name}' sets '{key}' to '{item}'; {hint}")


def read_pyproject(path: Path) -> dict[str, Any]:
    """Read the table ``[tool.sphinx-contracts]`` of a ``pyproject.toml``.

    Args:
        path: The file

    Returns:
        The table as it stands, empty when the file has none

    Raises:
        ConfigurationError: If the file cannot be read or is no TOML

    Example:
        values = read_pyproject(Path("pyproject.toml"))
    """
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path}: cannot be read: {error}") from error
    except RecursionError as error:
        raise ConfigurationError(f"{path}: cannot be read: it is nested too deeply") from error
    tools = document.get("tool", {})
    table = tools.get("sphinx-contracts", {}) if isinstance(tools, dict) else {}
    if not isinstance(table, dict):
        raise ConfigurationError(f"{path}: [tool.sphinx-contracts] is no table")
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name in values:
            raise ConfigurationError(f"{path.name}: '{name.replace('_', '-')}' and '{name}' are one setting; keep one")
        values[name] = value
    return values
