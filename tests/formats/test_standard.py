"""The block of the Module Contracts Standard that documents ``training_status.json``."""

import json
from typing import Any

import jsonschema
import pytest

from sphinx_contracts.model.formats import Format, FormatField
from tests.formats.cases import formats_in

DOCSTRING = """\

Training Status JSON Format
---------------------------

The training_status.json file has the following structure:

{
    "current_step": 1000,           // int: Current training step
    "total_steps": 10000,           // int: Total steps to train
    "loss": 0.45,                   // float: Current training loss
    "validation_loss": 0.52,        // float: Current validation loss
    "val_train_gap": 0.07,          // float: Gap between val and train loss
    "learning_rate": 0.0002,        // float: Current learning rate
    "epoch": 1.5,                   // float: Current epoch (fractional)
    "examples_seen": 16000,         // int: Total examples processed
    "timestamp": "2025-11-24T10:30:00",  // ISO string: Last update time
    "recent_examples": [            // List: Recent inference examples
        {
            "prompt": "What is 2+2?",         // str: Input prompt
            "golden_answer": "4",             // str: Expected answer
            "model_answer": "4",              // str: Model's answer
            "correct": true                   // bool: Whether correct
        }
    ],
    "metrics": {                    // Dict: Additional metrics
        "train_loss_history": [0.5, 0.48, 0.45],  // List[float]
        "accuracy_history": [0.7, 0.75, 0.8],     // List[float]
        "tokens_per_second": 1250.5               // float
    }
}
"""
FILE: dict[str, Any] = {
    "current_step": 5,
    "total_steps": 10,
    "loss": 1.5,
    "validation_loss": 2,
    "val_train_gap": 0.5,
    "learning_rate": 1e-5,
    "epoch": 0.1,
    "examples_seen": 80,
    "timestamp": "2026-01-01T00:00:00",
    "recent_examples": [],
    "metrics": {"train_loss_history": [1, 0.5], "accuracy_history": [], "tokens_per_second": 3.5},
}


@pytest.fixture(scope="module")
def documented() -> Format:
    (found,) = formats_in(DOCSTRING)
    return found


def test_head(documented: Format) -> None:
    assert documented.name == "training_status.json"
    assert documented.object == "shop.orders"
    assert documented.language == "json"
    assert documented.line == 7
    assert documented.description == "The training_status.json file has the following structure:"
    assert documented.problems == ()


def test_fields(documented: Format) -> None:
    rows = [(item.path, item.types, item.description, item.example, item.line) for item in documented.fields]
    assert rows == [
        ("current_step", ("int",), "Current training step", 1000, 8),
        ("total_steps", ("int",), "Total steps to train", 10000, 9),
        ("loss", ("float",), "Current training loss", 0.45, 10),
        ("validation_loss", ("float",), "Current validation loss", 0.52, 11),
        ("val_train_gap", ("float",), "Gap between val and train loss", 0.07, 12),
        ("learning_rate", ("float",), "Current learning rate", 0.0002, 13),
        ("epoch", ("float",), "Current epoch (fractional)", 1.5, 14),
        ("examples_seen", ("int",), "Total examples processed", 16000, 15),
        ("timestamp", ("ISO string",), "Last update time", "2025-11-24T10:30:00", 16),
        ("recent_examples", ("List",), "Recent inference examples", None, 17),
        ("recent_examples[].prompt", ("str",), "Input prompt", "What is 2+2?", 19),
        ("recent_examples[].golden_answer", ("str",), "Expected answer", "4", 20),
        ("recent_examples[].model_answer", ("str",), "Model's answer", "4", 21),
        ("recent_examples[].correct", ("bool",), "Whether correct", True, 22),
        ("metrics", ("Dict",), "Additional metrics", None, 25),
        ("metrics.train_loss_history", ("List[float]",), "", [0.5, 0.48, 0.45], 26),
        ("metrics.accuracy_history", ("List[float]",), "", [0.7, 0.75, 0.8], 27),
        ("metrics.tokens_per_second", ("float",), "", 1250.5, 28),
    ]


def test_nothing_is_said_that_the_block_does_not_say(documented: Format) -> None:
    for item in documented.fields:
        assert item == FormatField(
            path=item.path, types=item.types, description=item.description, example=item.example, line=item.line
        )


def test_schema(documented: Format) -> None:
    schema = documented.schema
    assert schema is not None
    jsonschema.Draft202012Validator.check_schema(dict(schema))
    assert schema["title"] == "training_status.json"
    assert schema["required"] == [item.path for item in documented.fields if "." not in item.path]
    assert schema["additionalProperties"] is False
    properties = schema["properties"]
    assert properties["current_step"] == {
        "type": "integer",
        "description": "Current training step",
        "examples": [1000],
    }
    assert properties["timestamp"] == {
        "type": "string",
        "format": "date-time",
        "description": "Last update time",
        "examples": ["2025-11-24T10:30:00"],
    }
    assert properties["recent_examples"]["items"]["properties"]["correct"]["type"] == "boolean"
    assert properties["metrics"]["properties"]["train_loss_history"] == {
        "type": "array",
        "items": {"type": "number"},
        "examples": [[0.5, 0.48, 0.45]],
    }


def test_matching_file(documented: Format) -> None:
    assert _errors(documented, FILE) == []


def test_wrong_file(documented: Format) -> None:
    wrong = {**FILE, "loss": "low", "extra": 1}
    del wrong["epoch"]
    assert sorted(_errors(documented, wrong)) == ["additionalProperties", "required", "type"]


def test_own_example(documented: Format) -> None:
    example = json.loads("\n".join(line.partition("//")[0] for line in documented.text.split("\n")))
    assert _errors(documented, example) == []


def _errors(documented: Format, data: object) -> list[str]:
    assert documented.schema is not None
    validator = jsonschema.Draft202012Validator(dict(documented.schema))
    return [str(error.validator) for error in validator.iter_errors(data)]
