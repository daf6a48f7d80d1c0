"""The pages on docstring dialects show files that read back as one contract."""

import dataclasses
import doctest
import importlib.util
from typing import Any

import pytest

from sphinx_contracts.config import settings_from
from sphinx_contracts.model.contract import Callable
from sphinx_contracts.project import run
from tests.examples.conftest import EXAMPLES

DIALECTS = EXAMPLES / "dialects"
STYLES = ("google_style", "numpy_style", "rest_style")


def contract(style: str) -> Callable:
    project = run(settings_from({"sources": [f"{style}.py"]}, "test"), DIALECTS, DIALECTS).project
    [module] = project.modules
    [function] = module.functions
    return function


def _without(value: Any, names: tuple[str, ...]) -> Any:
    if isinstance(value, dict):
        return {name: _without(item, names) for name, item in value.items() if name not in names}
    if isinstance(value, list | tuple):
        return [_without(item, names) for item in value]
    return value


def without_positions(function: Callable) -> Any:
    found = dataclasses.asdict(dataclasses.replace(function, qualname=""))
    found = {name: value for name, value in found.items() if name not in ("doc", "facts")}
    return _without(found, ("line", "doc_line", "column"))


@pytest.mark.parametrize("style", STYLES[1:])
def test_each_dialect_gives_the_same_contract(style: str) -> None:
    assert without_positions(contract(style)) == without_positions(contract(STYLES[0]))


def test_the_contract_is_complete() -> None:
    function = contract("google_style")
    assert [(item.name, item.type, item.default) for item in function.inputs] == [
        ("value", "float", None),
        ("factor", "float", "2.0"),
    ]
    assert [item.description for item in function.inputs] == [
        "Value to scale, in metres",
        "How often it is taken",
    ]
    assert [(item.type, item.description) for item in function.outputs] == [("float", "The scaled value, in metres")]
    assert [(item.exception, item.condition) for item in function.raises] == [("ValueError", "If factor is negative")]
    assert [item.language for item in function.examples] == ["pycon"]


@pytest.mark.parametrize("style", STYLES)
def test_the_examples_are_true(style: str) -> None:
    spec = importlib.util.spec_from_file_location(style, DIALECTS / f"{style}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert doctest.testmod(module) == doctest.TestResults(failed=0, attempted=1)
    with pytest.raises(ValueError, match="negative"):
        module.scale(1.0, -1.0)
