"""The clean example has no finding; its copy has exactly the faults that comments in it plant.

A comment names the rule, and where its finding stands:

``# planted: RULE``                     the next ``def`` or ``class``
``# planted: RULE at TEXT``             the first line below that holds TEXT, within that object
``# planted: RULE in NAME at TEXT``     likewise, for the object's part NAME
``# planted in the module: RULE``       line 1, or the first line other than the comment that holds TEXT
``# planted in the file PATH: RULE``    likewise in a data file of the module, where no comment may stand
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sphinx_contracts.config import read_pyproject, settings_from
from sphinx_contracts.project import Run, run
from sphinx_contracts.rules.registry import RULES
from tests.examples.conftest import EXAMPLES

FAULTY = EXAMPLES / "training_faulty"
_PLANT = re.compile(
    r"\s*# planted(?P<module> in the module)?(?: in the file (?P<file>\S+))?: (?P<rule>[\w-]+)"
    r"(?: in (?P<name>\w+))?(?: at (?P<text>.+))?"
)
_DEFINITION = re.compile(r"(\s*)(?:def|class) (\w+)")

# rules that no small module can break, with the place that tests them instead
ELSEWHERE = {
    "internal-error": "a rule that raises",
    "too-complex": "a file near the limits",
    "score-below": "below, with a setting",
    "raises-section-missing": "below, switched on",
    "side-effects-section-missing": "below, switched on",
}


def checked(folder: Path, **settings: object) -> Run:
    return run(settings_from({**read_pyproject(folder / "pyproject.toml"), **settings}, "test"), folder, folder)


def found_in(result: Run) -> set[tuple[str, str, int, str]]:
    return {(item.rule, item.path, item.line, item.object) for item in result.findings if item.suppressed is None}


def planted(folder: Path) -> Iterator[tuple[str, str, int, str]]:
    for path in sorted(folder.rglob("*.py")):
        relative = path.relative_to(folder)
        module = ".".join(relative.with_suffix("").parts).removesuffix(".__init__")
        lines = path.read_bytes().decode("latin-1").split("\n")
        for index, line in enumerate(lines):
            plant = _PLANT.fullmatch(line)
            if plant is None:
                continue
            if plant["file"]:
                data = (folder / plant["file"]).read_text(encoding="utf-8").split("\n")
                yield plant["rule"], plant["file"], _line_with(data, 0, plant["text"]), module
                continue
            if plant["module"]:
                at = _line_with(lines, 0, plant["text"]) if plant["text"] else 1
                yield plant["rule"], relative.as_posix(), at, module
                continue
            start = next(place for place in range(index, len(lines)) if _DEFINITION.match(lines[place]))
            at = _line_with(lines, index + 1, plant["text"]) if plant["text"] else start + 1
            parts = [module, *_owners(lines, start), *filter(None, [plant["name"]])]
            yield plant["rule"], relative.as_posix(), at, ".".join(parts)


def _line_with(lines: list[str], start: int, text: str) -> int:
    text = text.encode("utf-8").decode("latin-1")
    return next(
        place + 1 for place in range(start, len(lines)) if text in lines[place] and not _PLANT.fullmatch(lines[place])
    )


def _owners(lines: list[str], start: int) -> list[str]:
    """The names of the definitions around a line, and its own."""
    names: list[str] = []
    margin = len(lines[start])
    for line in reversed(lines[: start + 1]):
        found = _DEFINITION.match(line)
        if found is not None and len(found[1]) < margin:
            names.insert(0, found[2])
            margin = len(found[1])
    return names


def test_the_clean_example_has_no_finding() -> None:
    result = checked(EXAMPLES / "training")
    assert found_in(result) == set()
    assert result.findings == ()
    assert {module.score for module in result.project.modules} == {10.0}
    assert len(result.project.modules) == 18


def test_the_faulty_copy_has_exactly_the_planted_faults() -> None:
    plants = list(planted(FAULTY))
    assert len(set(plants)) == len(plants)
    assert found_in(checked(FAULTY)) == set(plants)


def test_every_rule_has_a_planted_fault() -> None:
    assert {rule for rule, *_ in planted(FAULTY)} | set(ELSEWHERE) == set(RULES)


@pytest.mark.parametrize("rule", ["raises-section-missing", "side-effects-section-missing"])
def test_the_letter_of_the_standard_asks_every_callable_for_the_section(rule: str) -> None:
    heading = {"raises-section-missing": "Raises:", "side-effects-section-missing": "Side Effects:"}[rule]
    tree = ast.parse((FAULTY / "core" / "atomic_ops.py").read_text(encoding="utf-8"))
    texts = {node.name: ast.get_docstring(node) for node in tree.body if isinstance(node, ast.FunctionDef)}
    without = {f"core.atomic_ops.{name}" for name, text in texts.items() if text and heading not in text}
    assert without
    result = checked(FAULTY, overrides=[{"modules": ["core.atomic_ops"], "rules": {rule: "error"}}])
    assert {item.object for item in result.findings if item.rule == rule} == without


def test_a_score_below_the_limit_is_a_finding_of_its_module() -> None:
    scores = {module.name: module.score for module in checked(FAULTY).project.modules}
    limit = sorted(scores.values())[len(scores) // 2]
    below = {name for name, score in scores.items() if score < limit}
    assert below
    result = checked(FAULTY, fail_under=limit)
    assert {item.object for item in result.findings if item.rule == "score-below"} == below
