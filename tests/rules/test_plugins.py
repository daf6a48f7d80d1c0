"""Rules of other packages: what is taken, what is left out and why, and that nothing else is lost."""

import textwrap
from importlib.metadata import EntryPoint
from itertools import count
from pathlib import Path

import pytest

from sphinx_contracts.model.contract import Module
from sphinx_contracts.rules.plugins import GROUP, Plugins, installed, plugins_from
from sphinx_contracts.rules.registry import RULES, plugin_problems
from sphinx_contracts.rules.rule import Context

BASE = """
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.rules.rule import Context, Fault, Place, Rule

def rule(**changes):
    given = dict(
        name="acme-rule", item=Item.PARAM_TYPES, severity=Severity.ERROR, on=("module",), summary="It is so.",
        why="Because.", bad="", good="", fix="Do it.", check=lambda subject, context: [],
    )
    return Rule(**{**given, **changes})
"""
CONTEXT = Context(Module("m", "m.py"), Module("m", "m.py"))
_numbers = count()


class Packages:
    """Modules that entry points name; each has a name of its own, since imports are remembered."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.entries: list[EntryPoint] = []

    def add(self, source: str, name: str = "acme", attribute: str = "RULES") -> None:
        module = f"contract_plugin_{next(_numbers)}"
        (self.folder / f"{module}.py").write_text(BASE + textwrap.dedent(source), encoding="utf-8")
        self.entries.append(EntryPoint(name, f"{module}:{attribute}", GROUP))

    def load(self) -> Plugins:
        return plugins_from(self.entries, {"param-untyped": "sphinx-contracts", "param-types": "the checklist"})


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Packages:
    monkeypatch.syspath_prepend(str(tmp_path))
    return Packages(tmp_path)


@pytest.mark.parametrize("given", ["rule()", "[rule()]", "(rule(),)"])
def test_a_rule_and_a_list_of_rules(packages: Packages, given: str) -> None:
    packages.add(f"RULES = {given}")
    plugins = packages.load()
    assert plugins.problems == ()
    assert [(item.name, item.package) for item in plugins.rules] == [("acme-rule", packages.entries[0].value)]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("import no_such_package", "cannot be loaded: ModuleNotFoundError: No module named 'no_such_package'"),
        ("RULES = [", "cannot be loaded: SyntaxError: '[' was never closed"),
        ("OTHER = 1", "cannot be loaded: AttributeError: module"),
        ("raise SystemExit(3)", "cannot be loaded: SystemExit: 3"),
        ("raise ValueError('a\\nb')", "cannot be loaded: ValueError: a b"),
        ("RULES = 'rule'", "gives 'rule', expected a Rule or a list of Rule"),
        ("RULES = []", "gives [], expected a Rule or a list of Rule"),
        ("RULES = None", "gives None, expected a Rule or a list of Rule"),
        ("RULES = rule", "expected a Rule or a list of Rule"),
        ("RULES = (rule(name=str(n)) for n in range(2))", "expected a Rule or a list of Rule"),
    ],
)
def test_what_cannot_be_loaded_is_one_line(packages: Packages, source: str, said: str) -> None:
    packages.add(source, "broken")
    packages.add("RULES = rule()", "sound")
    plugins = packages.load()
    [line] = plugins.problems
    assert line.startswith("plug-in 'broken' of contract_plugin_")
    assert said in line
    assert line.endswith("; its rules are left out")
    assert "\n" not in line
    assert [item.name for item in plugins.rules] == ["acme-rule"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("name='Acme Rule'", "the name of a rule is 'Acme Rule', expected lower-case words with hyphens"),
        ("name='acme'", "expected lower-case words with hyphens"),
        ("name='acme-rule?'", "expected lower-case words with hyphens"),
        ("name=None", "the name of a rule is None"),
        ("name='param-untyped'", "the name 'param-untyped' is taken by sphinx-contracts"),
        ("name='param-types'", "the name 'param-types' is taken by the checklist"),
        ("item='param-types'", "rule 'acme-rule' has the item 'param-types', expected an Item or None"),
        ("severity='error'", "rule 'acme-rule' has the severity 'error', expected a Severity"),
        ("on='module'", "rule 'acme-rule' has on='module', expected a tuple of module, class, field"),
        ("on=()", "has on=(), expected a tuple of"),
        ("on=('modul',)", "has on=('modul',), expected a tuple of"),
        ("summary=' '", "has no text in 'summary'"),
        ("why=None", "has no text in 'why'"),
        ("fix=''", "has no text in 'fix'"),
        ("bad=None", "has an example that is no string"),
        ("options=('sourcs',)", "has options=('sourcs',), expected a tuple of names of settings"),
        ("decides_missing=True", "has decides_missing, which is for the rules of sphinx-contracts alone"),
        ("check=None", "has check=None, expected a function"),
    ],
)
def test_a_wrong_rule_costs_itself_alone(packages: Packages, change: str, said: str) -> None:
    packages.add(f"RULES = [rule(name='acme-first'), rule(**dict({change})), rule(name='acme-last')]")
    plugins = packages.load()
    [line] = plugins.problems
    assert said in line
    assert line.endswith("; the rule is left out")
    assert [item.name for item in plugins.rules] == ["acme-first", "acme-last"]


def test_something_else_in_the_list(packages: Packages) -> None:
    packages.add("RULES = [rule(), 'other']")
    plugins = packages.load()
    assert "gives 'other' in its list, expected a Rule" in plugins.problems[0]
    assert len(plugins.rules) == 1


def test_of_two_rules_with_one_name_the_first_is_kept(packages: Packages) -> None:
    packages.add("RULES = rule(summary='First.')", "a")
    packages.add("RULES = rule(summary='Second.')", "b")
    plugins = packages.load()
    assert [item.summary for item in plugins.rules] == ["First."]
    [line] = plugins.problems
    assert f"the name 'acme-rule' is taken by {packages.entries[0].value}" in line


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("'text'", "gives 'text', expected None or a list of Fault"),
        ("True", "gives True, expected None or a list of Fault"),
        ("['text']", "gives 'text', expected a Fault with a message"),
        ("[Fault('', 1)]", "expected a Fault with a message"),
        ("[Fault('x', None)]", "gives a Fault at (None, 1), expected a line and a column"),
        ("[Fault('x', 1, elsewhere='file')]", "gives a Fault with elsewhere='file', expected a Place"),
    ],
)
def test_what_a_rule_gives_is_looked_at(packages: Packages, given: str, said: str) -> None:
    packages.add(f"RULES = rule(check=lambda subject, context: {given})")
    [rule] = packages.load().rules
    assert rule.check is not None
    with pytest.raises(TypeError) as error:
        rule.check(CONTEXT.module, CONTEXT)
    assert said in str(error.value)


def test_a_message_is_one_line(packages: Packages) -> None:
    packages.add("RULES = rule(check=lambda subject, context: (Fault('one\\n  two', 3),))")
    [rule] = packages.load().rules
    assert rule.check is not None
    [fault] = rule.check(CONTEXT.module, CONTEXT) or ()
    assert (fault.message, fault.line) == ("one two", 3)


def test_the_stamp_is_that_of_the_code(packages: Packages) -> None:
    assert packages.load().stamp == ""
    packages.add("RULES = rule()")
    before = packages.load().stamp
    assert before == packages.load().stamp
    path = packages.folder / f"{packages.entries[0].module}.py"
    path.write_text(path.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    assert packages.load().stamp != before


def test_a_plugin_may_read_the_registry_while_it_is_loaded(packages: Packages) -> None:
    packages.add(
        "from sphinx_contracts.rules.registry import RULES as KNOWN\nRULES = rule(why=KNOWN['param-untyped'].why)"
    )
    assert packages.load().problems == ()


def test_nothing_is_installed_here() -> None:
    assert installed() == []
    assert plugin_problems() == ()
    assert not any(rule.package for rule in RULES.values())
