"""Names of modules in the settings, held against the modules that there are.

A phase that is enforced for nobody is an open gate, and nobody notices. So a module's name with a slip in it is
refused; a glob may match nothing, as long as its phase holds for some module.

Key Components:
    - refuse_unknown: refuses names that no module bears

Usage:
    from sphinx_contracts.check.patterns import refuse_unknown

    refuse_unknown(settings, {"core.train"})
"""

import difflib
from collections.abc import Iterable, Set
from fnmatch import fnmatchcase

from sphinx_contracts.config import ConfigurationError, Settings

__all__ = ["refuse_unknown"]

_WILD = frozenset("*?[")


def refuse_unknown(settings: Settings, modules: Set[str]) -> None:
    """Refuse names of modules in enforced phases and in overrides that no module bears.

    Args:
        settings: The settings
        modules: The names of all modules, private ones included

    Raises:
        ConfigurationError: If there is such a name, or an enforced phase that holds for no module

    Example:
        refuse_unknown(settings, {"core.train"})
    """
    gated, later = set[str](), set[str]()  # modules of earlier phases, enforced or not: the first phase has a module
    for phase in settings.rollout:
        named = {module for module in modules if any(fnmatchcase(module, pattern) for pattern in phase["modules"])}
        if not phase.get("enforce"):
            later |= named - gated
            continue
        place = f"setting 'rollout': the enforced phase '{phase['name']}'"
        _refuse(phase["modules"], modules, place)
        gated |= named - later
        if not named - later:
            reason = "; an earlier phase, which is not enforced, has them" if named else ""
            names = ", ".join(phase["modules"]) or "none named"
            raise ConfigurationError(f"{place} holds for no module: {names}{reason}")
    for override in settings.overrides:
        _refuse(override["modules"], modules, "setting 'overrides': an entry")


def _refuse(patterns: Iterable[str], modules: Set[str], place: str) -> None:
    for pattern in patterns:
        if _WILD.isdisjoint(pattern) and pattern not in modules:
            raise ConfigurationError(f"{place} names '{pattern}', which is no module here{_hint(pattern, modules)}")


def _hint(name: str, modules: Set[str]) -> str:
    dotted = name.removesuffix(".py").strip("/").replace("/", ".")
    if dotted in modules:
        return f"; write '{dotted}'"
    near = difflib.get_close_matches(dotted, sorted(modules), 1)
    return f"; did you mean '{near[0]}'?" if near else ""
