"""All rules, in the order of the checklist.

A new rule is one record in the file of its item and one word here.

Key Components:
    - RULES: every rule by name
    - ITEMS: the names of each checklist item's rules
    - rules_named: the rules that a name stands for
    - nearest_name: the rule or item that was probably meant

Usage:
    from sphinx_contracts.rules.registry import RULES

    print(RULES["param-untyped"].summary)
"""

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
    module_docstring,
    param_types,
    return_types,
    side_effects,
    whole_files,
)
from sphinx_contracts.rules.naming import nearest
from sphinx_contracts.rules.rule import Rule

__all__ = ["ITEMS", "RULES", "nearest_name", "rules_named"]

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
    side_effects,
    detected_effects,
    example_usage,
    error_conditions,
    detected_exceptions,
    whole_files,
)
_FOUND = {rule.name: rule for file in _FILES for rule in file.RULES}

RULES: dict[str, Rule] = {name: _FOUND[name] for name in _ORDER.split()}

ITEMS: dict[str, tuple[str, ...]] = {
    item.value: tuple(name for name, rule in RULES.items() if rule.item is item) for item in Item
}


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
