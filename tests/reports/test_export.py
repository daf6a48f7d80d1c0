"""The exported model: exactly the keys of interface.md §5, held by a shipped JSON Schema."""

import json
from importlib.resources import files
from typing import Any

import jsonschema

from sphinx_contracts.model.finding import Finding
from sphinx_contracts.reports.export import export_model
from sphinx_contracts.reports.schema import model_schema
from tests.code import project_of

KEYS = {
    "Module": "name path line summary description components examples formats side_effects guarantees data_flow"
    " responsibilities classes functions sections phase score checklist",
    "Component": "name description",
    "Class": "name qualname line kind bases summary description responsibilities data_flow guarantees fields examples"
    " sections methods classes",
    "Field": "name type default description group line",
    "Callable": "name qualname line kind is_async signature summary description inputs outputs raises side_effects"
    " guarantees precedence warns inherited_from examples sections",
    "Section": "title text line",
    "Input": "name kind type default description fields",
    "Output": "kind type description fields",
    "Raise": "exception condition documented origin line via",
    "SideEffect": "category description documented detected evidence",
    "Evidence": "line call via",
    "Example": "language code line",
    "Format": "name object version description language line text fields schema",
    "FormatField": "path types nullable enum optional open_ended map_key group unit description example line",
    "Finding": "rule item severity message path line column module object suppressed",
}

SOURCE = r'''
"""A module.

It writes.

Status JSON Format
------------------
{
    "step": 1  // int: the step
}
"""
import os
from dataclasses import dataclass

@dataclass
class Result:
    """A result."""
    step: int  # the step

class Engine:
    """Runs.

    Example:
        Engine().run(1)
    """
    def run(self, config: int) -> Result:
        """Run.

        Args:
            config: The configuration:
                - depth: int (how deep)

        Returns:
            Result: what came out

        Raises:
            ValueError: If it is wrong \ud800

        Side Effects:
            - Removes files
        """
        os.remove("x")
        raise ValueError
'''


def document() -> dict[str, Any]:
    finding = Finding("docstring-missing", "callable-docstring", "error", "m", "p.py", 1, 1, "p", "p.f")
    return export_model(project_of({"example.py": SOURCE}), [finding])


def test_shipped_schema_is_that_of_the_records() -> None:
    shipped = json.loads(files("sphinx_contracts").joinpath("contracts.schema.json").read_text(encoding="utf-8"))
    assert shipped == json.loads(json.dumps(model_schema()))


def test_keys_are_those_of_the_interface() -> None:
    definitions = model_schema()["$defs"]
    assert {name: " ".join(item["properties"]) for name, item in definitions.items()} == {
        name: " ".join(keys.split()) for name, keys in KEYS.items()
    }


def test_documents_follow_the_schema() -> None:
    schema = model_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    text = json.dumps(document(), ensure_ascii=False)
    jsonschema.Draft202012Validator(schema).validate(json.loads(text))
    text.encode()  # no lone surrogate is left
    [module] = json.loads(text)["modules"]
    assert [item["name"] for item in module["classes"]] == ["Result", "Engine"]
    [method] = module["classes"][1]["methods"]
    assert method["side_effects"] == [
        {
            "category": "file-write",
            "description": "Removes files",
            "documented": True,
            "detected": True,
            "evidence": [{"line": 42, "call": 'os.remove("x")', "via": []}],
        }
    ]
    assert [(item["documented"], item["origin"]) for item in method["raises"]] == [(True, "raised")]
