"""The docstrings of the example code base: its examples run, and what comes from the standard is word for word."""

import doctest
import importlib
import inspect
import json
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sphinx_contracts.config import settings_from
from sphinx_contracts.model.contract import Class, Module
from sphinx_contracts.model.rows import Example
from sphinx_contracts.project import run

ROOT = Path(__file__).parents[2]
TRAINING = ROOT / "docs" / "examples" / "training"
STANDARD = ROOT / "docs" / "standard" / "module-contracts-standard.md"
PROJECT = run(settings_from({"sources": [str(TRAINING)]}, "test"), TRAINING, TRAINING).project


def examples_of(module: Module) -> Iterator[tuple[str, Example]]:
    """Every example of a module with the name of its object, inherited ones left out."""
    yield from ((module.name, example) for example in module.examples)
    for function in module.functions:
        yield from ((function.qualname, example) for example in function.examples)
    for found in module.classes:
        yield from examples_of_class(found)


def examples_of_class(found: Class) -> Iterator[tuple[str, Example]]:
    yield from ((found.qualname, example) for example in found.examples)
    for method in found.methods:
        if method.inherited_from is None:
            yield from ((method.qualname, example) for example in method.examples)


EXAMPLES = [(module.name, *item) for module in PROJECT.modules for item in examples_of(module)]


def names_at_hand(dataset: Path) -> dict[str, Any]:
    """What an example may take for granted beside the names of its own module."""
    from core.tokenizer import WordTokenizer
    from core.training_status import TrainingStatus
    from core.validator import DataValidator
    from trainer.config import schema
    from trainer.config.loader import ConfigLoader
    from trainer.core.engine import TrainerEngine
    from trainer.core.model import AnswerModel
    from trainer.profiles.emoji_think import EmojiThinkProfile

    status = TrainingStatus(1, 2, 0.5, 0.75, 0.25, 0.5, 0.5, 1, "2025-11-24T10:30:00")
    Path("training_status.json").write_text(json.dumps(status.to_dict()), encoding="utf-8")
    Path("config.json").write_text('{"dataset": "data.jsonl", "learning_rate": 0.5}', encoding="utf-8")
    Path("raw").mkdir()
    (Path("raw") / "data.jsonl").write_bytes(dataset.read_bytes())
    model = AnswerModel(["4", "Paris"], WordTokenizer())
    model.save(Path("checkpoint.json"), step=1)
    return {
        **{name: value for name, value in vars(schema).items() if inspect.isclass(value)},
        "WordTokenizer": WordTokenizer,
        "EmojiThinkProfile": EmojiThinkProfile,
        "engine": TrainerEngine(),
        "examples": [{"prompt": "What is 2+2?", "completion": "4"}],
        "loader": ConfigLoader(),
        "model": model,
        "path": Path("notes.txt"),
        "profile": EmojiThinkProfile(),
        "status": status,
        "validator": DataValidator(WordTokenizer()),
    }


@pytest.mark.parametrize(("module", "name", "example"), EXAMPLES, ids=[name for _, name, _ in EXAMPLES])
def test_each_example_runs(module: str, name: str, example: Example, dataset: Path) -> None:
    space = {**names_at_hand(dataset), **vars(importlib.import_module(module))}
    if example.language == "pycon":
        parsed = doctest.DocTestParser().get_doctest(example.code + "\n", space, name, None, None)
        assert doctest.DocTestRunner(verbose=False).run(parsed).failed == 0
    else:
        assert example.language == "python"
        exec(compile(example.code, name, "exec"), space)


def test_there_are_examples_for_every_module_with_code() -> None:
    assert {module for module, _, _ in EXAMPLES} == {
        module.name for module in PROJECT.modules if module.classes or module.functions
    }


def blocks_of_the_standard() -> list[str]:
    return re.findall(r"```python\n(.*?)```", STANDARD.read_text(encoding="utf-8"), re.DOTALL)


def docstring_in(block: str, after: str) -> str:
    """The docstring that follows a text in a block of the standard."""
    return inspect.cleandoc(block[block.index(after) :].split('"""')[1])


def test_run_job_has_the_docstring_of_the_standard() -> None:
    from trainer.core.engine import TrainerEngine

    [block] = [block for block in blocks_of_the_standard() if block.startswith("def run_job")]
    assert inspect.cleandoc(TrainerEngine.run_job.__doc__ or "") == docstring_in(block, "def run_job")


def test_the_training_status_format_is_that_of_the_standard() -> None:
    from core import training_status

    [block] = [block for block in blocks_of_the_standard() if "Training Status JSON Format" in block]
    assert (training_status.__doc__ or "").endswith(block.split('"""')[1])


def test_training_result_is_that_of_the_standard() -> None:
    from trainer.core.engine import TrainingResult

    [block] = [block for block in blocks_of_the_standard() if "class TrainingResult" in block]
    printed = block[block.index("@dataclass") :].strip()
    source = textwrap.dedent(inspect.getsource(TrainingResult)).strip()
    assert re.sub(r"\n+", "\n", source) == re.sub(r"\n+", "\n", printed)
