"""Rules that other packages add through the entry-point group ``sphinx_contracts.rules``.

An entry point names a ``Rule`` or a list of them. Loading it imports the package that declares it: a package is
installed by whoever runs the check, and trusted like ``conf.py``. The code that is checked is still never imported.
What is wrong with a plug-in costs its own rules and nothing else.

Key Components:
    - GROUP: the name of the entry-point group
    - Plugins: the rules that were added, and what could not be
    - plugins_from: the rules of entry points
    - installed, is_any_installed: the entry points of the installed packages, in order

Usage:
    from sphinx_contracts.rules.plugins import installed, plugins_from

    plugins = plugins_from(installed(), {"param-untyped": "sphinx-contracts"})
"""

import dataclasses
import hashlib
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any

from sphinx_contracts.config import Settings
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.rules.rule import KINDS, Check, Fault, Place, Rule

__all__ = ["GROUP", "Plugins", "installed", "is_any_installed", "plugins_from"]

GROUP = "sphinx_contracts.rules"
"""The entry-point group."""

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
_SETTINGS = frozenset(item.name for item in dataclasses.fields(Settings))
_LONGEST = 200


@fast_init
@dataclass(frozen=True, slots=True)
class Plugins:
    """The rules that other packages add, and what could not be added."""

    rules: tuple[Rule, ...] = ()  # in the order of the entry points
    problems: tuple[str, ...] = ()  # one line for each rule or plug-in that is left out
    stamp: str = ""  # a digest of the code of the plug-ins, "" where there are none


class _PluginError(Exception):
    """A plug-in or one of its rules cannot be used: the end of a line that names it."""


def installed() -> list[EntryPoint]:
    """Find the entry points of the installed packages.

    Returns:
        The entry points of the group, sorted by name and then by package

    Side Effects:
        - Reads the metadata of every installed package

    Example:
        names = [entry.name for entry in installed()]
    """
    return sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, _package(entry), entry.value))


@cache
def is_any_installed() -> bool:
    """Tell whether any package adds rules; most have none, and then nobody needs to load the rules to ask.

    Returns:
        True where there is an entry point of the group

    Side Effects:
        - Reads the metadata of every installed package, at the first call

    Example:
        if is_any_installed():
            plugins = plugins_from(installed(), {})
    """
    return bool(installed())


def plugins_from(entries: Iterable[EntryPoint], taken: Mapping[str, str]) -> Plugins:
    """Load the rules of entry points.

    Args:
        entries: The entry points in order; of two rules with one name the first is kept
        taken: Names that no plug-in may use, each with who has it

    Returns:
        The rules, each with the package that adds it, and one line for each thing that is wrong

    Side Effects:
        - Imports the modules that the entry points name

    Example:
        plugins = plugins_from(installed(), {})
    """
    owners, rules, problems = dict(taken), list[Rule](), list[str]()
    digest = hashlib.blake2b(digest_size=16)
    entries = list(entries)
    for entry in entries:
        package = _package(entry)
        place = f"plug-in '{entry.name}' of {package}"
        try:
            found = _loaded(entry)
        except _PluginError as error:
            problems.append(f"{place} {error}; its rules are left out")
            continue
        finally:
            _add_code(digest, entry)
        for rule in found:
            try:
                rules.append(_checked(rule, package, owners))
            except _PluginError as error:
                problems.append(f"{place}: {error}; the rule is left out")
            else:
                owners[rule.name] = package
    return Plugins(tuple(rules), tuple(problems), digest.hexdigest() if entries else "")


def _package(entry: EntryPoint) -> str:
    """Name and version of the package that declares an entry point, else the module that it names."""
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist is not None else entry.value


def _loaded(entry: EntryPoint) -> Sequence[Any]:
    try:
        value = entry.load()
    except (Exception, SystemExit) as error:  # whatever its import does, the other rules must run
        text = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST].rstrip(": ")
        raise _PluginError(f"cannot be loaded: {text}") from error
    found = [value] if isinstance(value, Rule) else value
    if not isinstance(found, list | tuple) or not found:
        raise _PluginError(f"gives {_shown(value)}, expected a Rule or a list of Rule")
    return found


def _checked(rule: Any, package: str, owners: Mapping[str, str]) -> Rule:
    """A rule as the check can use it."""
    if not isinstance(rule, Rule):
        raise _PluginError(f"gives {_shown(rule)} in its list, expected a Rule")
    fault = next(_faults_of(rule, owners), None)
    if fault is not None:
        raise _PluginError(fault)
    return dataclasses.replace(rule, package=package, check=_guarded(rule))


def _faults_of(rule: Rule, owners: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with a rule's record: nothing tells its author but this."""
    if not isinstance(rule.name, str) or _NAME.fullmatch(rule.name) is None:
        yield f"the name of a rule is {_shown(rule.name)}, expected lower-case words with hyphens"
    if rule.name in owners:
        yield f"the name '{rule.name}' is taken by {owners[rule.name]}"
    name = f"rule '{rule.name}' has"
    if rule.item is not None and not isinstance(rule.item, Item):
        yield f"{name} the item {_shown(rule.item)}, expected an Item or None"
    if not isinstance(rule.severity, Severity):
        yield f"{name} the severity {_shown(rule.severity)}, expected a Severity"
    if not isinstance(rule.on, tuple) or not rule.on or not set(rule.on) <= set(KINDS):
        yield f"{name} on={_shown(rule.on)}, expected a tuple of {', '.join(KINDS)}"
    for part in ("summary", "why", "fix"):
        value = getattr(rule, part)
        if not isinstance(value, str) or not value.strip():
            yield f"{name} no text in '{part}'"
    if not isinstance(rule.bad, str) or not isinstance(rule.good, str):
        yield f"{name} an example that is no string"
    if not isinstance(rule.options, tuple) or not set(rule.options) <= _SETTINGS:
        yield f"{name} options={_shown(rule.options)}, expected a tuple of names of settings"
    if rule.decides_missing:
        yield f"{name} decides_missing, which is for the rules of sphinx-contracts alone"
    if not callable(rule.check):
        yield f"{name} check={_shown(rule.check)}, expected a function"


def _shown(value: object) -> str:
    text = " ".join(repr(value).split())
    return text if len(text) <= 80 else f"{type(value).__name__}"


def _guarded(rule: Rule) -> Check:
    """The rule's function with a look at what it gives: what is wrong there becomes a finding of its own."""
    check: Any = rule.check

    def guarded(subject: Any, context: Any) -> list[Fault] | None:
        found = check(subject, context)
        if found is None:
            return None
        if not isinstance(found, list | tuple):
            raise TypeError(f"gives {_shown(found)}, expected None or a list of Fault")
        return [_sound(fault) for fault in found]

    return guarded


def _sound(fault: Any) -> Fault:
    if not isinstance(fault, Fault) or not isinstance(fault.message, str) or not fault.message.strip():
        raise TypeError(f"gives {_shown(fault)}, expected a Fault with a message")
    if type(fault.line) is not int or type(fault.column) is not int:
        raise TypeError(f"gives a Fault at {_shown((fault.line, fault.column))}, expected a line and a column")
    if fault.elsewhere is not None and not isinstance(fault.elsewhere, Place):
        raise TypeError(f"gives a Fault with elsewhere={_shown(fault.elsewhere)}, expected a Place")
    if not isinstance(fault.further, tuple):
        raise TypeError(f"gives a Fault with further={_shown(fault.further)}, expected a tuple of Fault")
    further = tuple(_sound(item) for item in fault.further)
    return dataclasses.replace(fault, message=" ".join(fault.message.split()), further=further)


def _add_code(digest: Any, entry: EntryPoint) -> None:
    """Add what a plug-in's findings depend on: its version, and every file of the package that its module is in."""
    digest.update(f"{entry.name}\0{entry.value}\0{_package(entry)}\0".encode("utf-8", "surrogatepass"))
    module = sys.modules.get(entry.module.partition(".")[0])
    files = sorted(Path(folder) for folder in getattr(module, "__path__", ()))
    sources = [path for folder in files for path in sorted(folder.rglob("*.py"))]
    if not sources and getattr(module, "__file__", None):
        sources = [Path(str(getattr(module, "__file__")))]  # noqa: B009 - a module may lack it
    for path in sources:
        try:
            digest.update(path.read_bytes())
        except OSError:
            continue  # it is loaded from an archive; the version must do
