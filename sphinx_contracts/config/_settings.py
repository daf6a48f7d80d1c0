"""The one record of all settings, and how raw values become it."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sphinx_contracts.config._values import ATTACHABLE, ConfigurationError, check_content, nearest

__all__ = ["Settings", "settings_from"]


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
        [],
        (list, tuple),
        'Rules for some modules: ``{"modules": ["core.*"], "rules": {...}}``; later entries win. ``"core"`` is the '
        'package\'s own ``__init__`` alone, ``"core.*"`` its modules.',
    )

    # phases in order, {"name": ..., "modules": [...], "enforce": True}
    rollout: list[dict[str, Any]] = _setting(
        [],
        (list, tuple),
        'Phases in order; findings in modules of no enforced phase are at most notes. ``"core"`` is the package\'s own '
        '``__init__`` alone, ``"core.*"`` its modules.',
    )

    # path of the baseline file
    baseline: str | None = _setting(
        None,
        (str, type(None)),
        "File of findings that are suppressed: they are shown as notes and fail nothing. ``sphinx-contracts check "
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
            raise ConfigurationError(f"{place}: unknown setting '{name}'{nearest(name, known)}")
        types: tuple[type, ...] = known[name].metadata["types"]
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            wanted = " or ".join("null" if kind is type(None) else kind.__name__ for kind in types if kind is not tuple)
            raise ConfigurationError(f"{place}: setting '{name}' is {type(value).__name__}, expected {wanted}")
        check_content(name, value, place)
    return Settings(**values)
