"""All rules, in the order of the checklist.

A new rule is one record in the file of its item and one word here. Rules of other packages stand behind those of the
same item; they are loaded when the first rule is asked for, once for each process.

Key Components:
    - RULES: every rule by name
    - ITEMS: the names of each checklist item's rules
    - rules_named: the rules that a name stands for
    - nearest_name: the rule or item that was probably meant
    - plugin_problems: what is wrong with the rules of other packages
    - plugin_stamp: a digest of their code

Usage:
    from sphinx_contracts.rules.registry import RULES

    print(RULES["param-untyped"].summary)
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from typing import TypeVar

from sphinx_contracts.model.finding import Item
from sphinx_contracts.rules import (
    callable_docstring,
    callable_parameters,
    callable_results,
    class_docstring,
    dataclass_fields,
    detected_effects,
    detected_exceptions,
    docstring_types,
    error_conditions,
    example_usage,
    file_formats,
    format_samples,
    module_docstring,
    param_types,
    return_types,
    side_effects,
    undocumented_formats,
    unraised_exceptions,
    whole_files,
)
from sphinx_contracts.rules.naming import nearest
from sphinx_contracts.rules.plugins import Plugins, installed, plugins_from
from sphinx_contracts.rules.rule import Rule

__all__ = ["ITEMS", "RULES", "nearest_name", "plugin_problems", "plugin_stamp", "rules_named"]

_Value = TypeVar("_Value")

_ORDER = """
module-docstring-missing module-summary-missing module-purpose-missing module-components-missing module-usage-missing
module-component-unknown
class-docstring-missing class-summary-missing class-responsibilities-missing class-attribute-undocumented
class-attribute-unknown
docstring-missing summary-missing param-undocumented param-unknown param-order returns-undocumented
returns-structure-missing returns-unexpected yields-undocumented docstring-type-mismatch
param-untyped optional-implicit type-vague
return-untyped
field-undocumented field-untyped
format-undocumented format-unnamed format-unparsed format-field-untyped format-field-undescribed
format-example-missing format-drift format-sample-mismatch
side-effect-undocumented side-effect-contradicted side-effect-unmentioned side-effect-propagated
side-effects-section-missing
example-missing class-example-missing example-syntax
exception-undocumented exception-condition-missing exception-unknown raises-contradicted exception-propagated
exception-unraised warning-undocumented raises-section-missing
source-unreadable source-unparsable too-complex suppression-unused score-below internal-error
"""
_FILES = (
    module_docstring,
    class_docstring,
    callable_docstring,
    callable_parameters,
    callable_results,
    docstring_types,
    param_types,
    return_types,
    dataclass_fields,
    undocumented_formats,
    file_formats,
    format_samples,
    side_effects,
    detected_effects,
    example_usage,
    error_conditions,
    detected_exceptions,
    unraised_exceptions,
    whole_files,
)
_FOUND = {rule.name: rule for file in _FILES for rule in file.RULES}
_BUILT_IN = {name: _FOUND[name] for name in _ORDER.split()}


class _Table(Mapping[str, _Value]):
    """A table that is made when it is first read: what other packages add takes time to load."""

    def __init__(self, make: Callable[[], dict[str, _Value]]) -> None:
        self._make = make

    @cached_property
    def _table(self) -> dict[str, _Value]:
        return self._make()

    def __getitem__(self, key: str) -> _Value:
        return self._table[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


@cache
def _plugins() -> Plugins:
    taken = dict.fromkeys(_BUILT_IN, "sphinx-contracts") | dict.fromkeys((item.value for item in Item), "the checklist")
    return plugins_from(installed(), taken)


def _rules() -> dict[str, Rule]:
    places = {item: place for place, item in enumerate(Item)}
    found = [*_BUILT_IN.values(), *_plugins().rules]
    found.sort(key=lambda rule: len(places) if rule.item is None else places[rule.item])
    return {rule.name: rule for rule in found}


def _items() -> dict[str, tuple[str, ...]]:
    return {item.value: tuple(name for name, rule in RULES.items() if rule.item is item) for item in Item}


RULES: Mapping[str, Rule] = _Table(_rules)

ITEMS: Mapping[str, tuple[str, ...]] = _Table(_items)


def plugin_problems() -> tuple[str, ...]:
    """Tell what is wrong with the rules of other packages.

    Returns:
        One line for each plug-in or rule that is left out

    Side Effects:
        - Imports the plug-ins, at the first call

    Example:
        for line in plugin_problems():
            print(line)
    """
    return _plugins().problems


def plugin_stamp() -> str:
    """Make a digest of the code that the rules of other packages come from.

    Returns:
        The digest, "" where no package adds rules

    Side Effects:
        - Imports the plug-ins, at the first call

    Example:
        stamp = plugin_stamp()
    """
    return _plugins().stamp


def rules_named(name: str) -> tuple[str, ...] | None:
    """Find the rules that a name stands for.

    Args:
        name: A rule's name or a checklist item's slug, with or without the ``contracts.`` of warnings

    Returns:
        The names of the rules, None where no rule and no item bears the name

    Example:
        assert rules_named("return-types") == ("return-untyped",)
    """
    name = name.removeprefix("contracts.")
    return (name,) if name in RULES else ITEMS.get(name)


def nearest_name(name: str) -> str | None:
    """Find the rule or item that was probably meant.

    Args:
        name: A name that no rule and no item bears

    Returns:
        The closest name, None where none is near

    Example:
        assert nearest_name("param-untypd") == "param-untyped"
    """
    return nearest(name, [*RULES, *ITEMS])
