"""How serious the findings of a rule are in a module, as the settings say.

The default of each rule, then the setting ``rules``, then ``overrides`` in order: the last that speaks of a module
and a rule wins. Names that no rule bears are refused here.

Key Components:
    - Severities: the settings ``rules`` and ``overrides``, checked and ready to ask
    - known_rules: the rules that a name stands for, or an error

Usage:
    from sphinx_contracts.check.severities import Severities
    from sphinx_contracts.config import Settings

    severities = Severities(Settings(rules={"param-types": "note"}))
    assert severities.of("core.train")["param-untyped"] == "note"
"""

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase

from sphinx_contracts.config import ConfigurationError, Settings
from sphinx_contracts.model.finding import Severity
from sphinx_contracts.rules.registry import RULES, nearest_name, plugin_problems, rules_named

__all__ = ["Severities", "known_rules"]


def known_rules(name: str, place: str) -> tuple[str, ...]:
    """Find the rules that a name in the configuration stands for.

    Args:
        name: A rule's name or a checklist item's slug
        place: The setting or option that holds the name, for the error

    Returns:
        The names of the rules

    Raises:
        ConfigurationError: If no rule and no item bears the name

    Example:
        rules = known_rules("param-types", "setting 'rules'")
    """
    rules = rules_named(name)
    if rules is None:
        near = nearest_name(name)
        # it may be a rule of a plug-in that is broken
        hint = "".join(f"; {problem}" for problem in plugin_problems())
        hint = hint or (f"; did you mean '{near}'?" if near else "; 'sphinx-contracts rules' lists them")
        raise ConfigurationError(f"{place} names '{name}', which is no rule and no checklist item{hint}")
    return rules


def _spread(names: Mapping[str, str], place: str) -> dict[str, Severity]:
    """What is set for items as severities of their rules; a rule's own name beats its item's."""
    found: dict[str, Severity] = {}
    for name, value in sorted(names.items(), key=lambda pair: pair[0].removeprefix("contracts.") in RULES):
        for rule in known_rules(name, place):
            # rules that ask for the letter of the standard are switched on by their own names only
            if name.removeprefix("contracts.") in RULES or RULES[rule].severity is not Severity.OFF:
                found[rule] = found[RULES[rule].lesser_name] = Severity(value)
    return found


class Severities:
    """The settings ``rules`` and ``overrides``, checked and ready to ask.

    Responsibilities:
        - Refuse names that no rule and no checklist item bears
        - Say for a module how serious each rule is
        - Say of a rule what the settings make of it

    Example:
        severities = Severities(settings)
    """

    def __init__(self, settings: Settings) -> None:
        """Check the settings.

        Args:
            settings: The settings

        Raises:
            ConfigurationError: If a rule or item is not known
        """
        self._base = {name: rule.severity for name, rule in RULES.items()}
        # what is set for a rule holds for its lesser faults too
        self._base.update({rule.lesser_name: Severity.NOTE for rule in RULES.values()})
        self._rules = _spread(settings.rules, "setting 'rules'")
        self._base.update(self._rules)
        self._overrides = [
            (tuple(item["modules"]), _spread(item["rules"], "setting 'overrides'")) for item in settings.overrides
        ]

    def of(self, module: str) -> Mapping[str, Severity]:
        """Say how serious each rule is in a module.

        Args:
            module: The module's dotted name

        Returns:
            Rule to severity, every rule included

        Example:
            severity = severities.of("core.train")["param-untyped"]
        """
        table = self._base
        for patterns, rules in self._overrides:
            if any(fnmatchcase(module, pattern) for pattern in patterns):
                table = {**table, **rules}
        return table

    def stated(self, rule: str) -> Sequence[tuple[tuple[str, ...], Severity]]:
        """Say what the settings make of a rule.

        Args:
            rule: The rule's name

        Returns:
            Globs of modules, none for all of them, with the severity there; later ones win

        Example:
            stated = severities.stated("param-untyped")
        """
        tables = [((), self._rules), *self._overrides]
        return [(modules, rules[rule]) for modules, rules in tables if rule in rules]
