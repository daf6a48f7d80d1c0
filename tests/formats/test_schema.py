"""The JSON Schema of a format accepts what the block shows and refuses what it excludes."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import jsonschema
import pytest
import yaml

from sphinx_contracts.model.formats import Format
from tests.formats.cases import Case, cases, formats_in


def _schema(block: str) -> dict[str, Any]:
    (found,) = formats_in(f"Order format:\n\n{block}")
    assert found.schema is not None
    schema = dict(found.schema)
    jsonschema.Draft202012Validator.check_schema(schema)
    return schema


def _accepts(schema: dict[str, Any], data: object) -> bool:
    return bool(jsonschema.Draft202012Validator(schema).is_valid(data))


def _data_of(item: Format) -> list[object]:
    """The example data of a block: of strict JSON, of JSON once its comments and last commas are gone, of YAML."""
    if item.language == "yaml":
        try:
            data = list(yaml.safe_load_all(item.text))
        except yaml.YAMLError:
            assert "{{" in item.text  # a template, which is no YAML before it is filled
            return []
        return list(json.loads(json.dumps(data, default=str)))
    plain = _TRAILING_COMMA.sub(r"\1", _COMMENT.sub("", item.text))
    readers: tuple[Callable[[], list[object]], ...] = (
        lambda: [json.loads(item.text)],
        lambda: [json.loads(plain)],
        lambda: [json.loads(line) for line in plain.split("\n")],
    )
    for read in readers:
        try:
            return read()
        except ValueError:
            continue
    return []


def _examples(case: Case) -> list[tuple[dict[str, Any], object]]:
    """Schemas with the data of their blocks."""
    return [(dict(item.schema), data) for item in case.formats() if item.schema is not None for data in _data_of(item)]


# their strings stand for types and listed values, and are no data
_PLACEHOLDERS = {"read/bare_types_quoted", "read/union_in_a_string", "read/yaml_list_of_maps", "read/yaml_types"}
_COMMENT = re.compile(r"(?<=[\s,{\[\]}])(?://|#|←).*$", re.MULTILINE)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


@pytest.mark.parametrize(
    "case",
    [case for case in cases("read") if case.name not in _PLACEHOLDERS and _examples(case)],
    ids=lambda case: case.name,
)
def test_round_trip(case: Case) -> None:
    for schema, data in _examples(case):
        jsonschema.Draft202012Validator(schema).validate(data)


def test_most_blocks_hold_data() -> None:
    assert sum(len(_examples(case)) for case in cases("read")) >= 75


def _subschemas(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    inner = [*schema.get("properties", {}).values(), *schema.get("anyOf", ())]
    inner += [schema[key] for key in ("items", "additionalProperties") if isinstance(schema.get(key), dict)]
    for item in inner:
        yield from _subschemas(item)


@pytest.mark.parametrize("case", cases("read"), ids=lambda case: case.name)
def test_each_example_matches_the_schema_that_holds_it(case: Case) -> None:
    for item in case.formats():
        for schema in _subschemas(dict(item.schema or {})):
            for example in schema.get("examples", ()):
                assert _accepts(schema, example)
                if schema.get("format") == "date-time":
                    datetime.fromisoformat(example)


def test_head_of_a_schema() -> None:
    schema = _schema('{"a": 1}')
    assert (schema["$schema"], schema["title"]) == ("https://json-schema.org/draft/2020-12/schema", "order")
    (found,) = formats_in('Order Format\n------------\n\nThe order.json file has this structure:\n\n{"a": 1}')
    assert found.schema is not None
    assert (found.schema["title"], found.schema["description"]) == (
        "order.json",
        "The order.json file has this structure",
    )


@pytest.mark.parametrize(
    ("example", "expected"),
    [('"2025-11-24T10:30:00"', "date-time"), ('"2025-11-24"', "date"), ('"24 Nov 2025"', None), ("str", "date-time")],
)
def test_times(example: str, expected: str | None) -> None:
    schema = _schema(f'{{\n    "when": {example},  // str (ISO timestamp)\n    "b": 1\n}}')
    assert schema["properties"]["when"].get("format") == expected


@pytest.mark.parametrize(
    ("value", "good", "bad"),
    [
        ("int", [1], [1.5, "1", None]),
        ("float", [1, 1.5], ["1", None]),
        ("str", ["x"], [1]),
        ("bool", [True], [1, "true"]),
        ("int | None", [1, None], ["x"]),
        ("Optional[str]", ["x", None], [1]),
        ("int or null", [1, None], ["x"]),
        ("int | str", [1, "x"], [1.5, None]),
        ("true/false", [True, False], ["true"]),
        ('"go" | "blocked"', ["go", "blocked"], ["stop", None]),
        ('"go" | null', ["go", "stop", None], [1]),
        ("0.5 | null", [0.7, None], ["x"]),
        ('Literal["a", "b"]', ["a"], ["c"]),
        ('"auto" | int', ["auto", 3], [None, []]),
        ("list[int]", [[], [1]], [["x"], 1]),
        ("List[Optional[int]]", [[1, None]], [["x"]]),
        ("Dict[str, float]", [{}, {"a": 1}], [{"a": "x"}, []]),
        ("Dict[str, List[int]]", [{"a": [1]}], [{"a": ["x"]}]),
        ("Tuple[int, str]", [[1, "x"]], [1]),
        ("list of strings", [["x"]], [[1]]),
        ("Tensor[batch, seq]", [[1], 1, "x"], []),
        ("TrainingResult", [1, "x", None], []),
        ("Any", [1, None], []),
        ("ISO timestamp", ["2025-11-24T10:30:00"], [1]),
        ("unix timestamp", [1732444200.5], ["2025"]),
        ("{...}", [{}, {"a": 1}], [[], 1]),
        ("[...]", [[], [1]], [{}, 1]),
        ("{...} | null", [{}, None], [1]),
        ("[int, ...]", [[1, 2]], [["x"]]),
        ("[[int]]", [[[1]]], [[1], [["x"]]]),
        ('{"x": int}', [{"x": 1}], [{}, {"x": 1, "y": 2}, {"x": "1"}]),
        ('{"x": int, ...}', [{"x": 1}, {"x": 1, "y": 2}], [{}, {"x": "1"}]),
        ('{"x": int} | null', [{"x": 1}, None], [{}]),
        ('{"x": int} | {"y": int}', [{"x": 1}, {"y": 1}], [{"z": 1}, 1]),
        ('{"x": int} or str', [{"x": 1}, "x"], [1]),
        ("{str: int}", [{}, {"a": 1}], [{"a": "x"}]),
        ('[{"x": int}]', [[], [{"x": 1}]], [[{}], {}]),
        ('[{"x": 1}, {"x": 2, "y": 3}]', [[{"x": 1}], [{"x": 1, "y": 2}]], [[{"y": 1}]]),
        ("...", [1, None, {}], []),
        ("some words", [1, None, {}], []),
        ("null", [None, 1, "x"], []),
        ("NaN", [1.5], ["NaN"]),
        ("3", [4], ["x", 1.5]),
        ("3.5", [4, 4.5], ["x"]),
    ],
)
def test_value(value: str, good: list[object], bad: list[object]) -> None:
    schema = _schema(f'{{"a": {value}, "b": 1}}')
    for data in good:
        assert _accepts(schema, {"a": data, "b": 1}), data
    for data in bad:
        assert not _accepts(schema, {"a": data, "b": 1}), data


def test_map_takes_any_key() -> None:
    schema = _schema('{"models": {"Qwen3-0.6B": {"size": 0.6}}}')
    assert _accepts(schema, {"models": {}})
    assert _accepts(schema, {"models": {"other": {"size": 1}}})
    assert not _accepts(schema, {"models": {"other": {}}})
    assert not _accepts(schema, {"models": {"other": 1}})


def test_optional_field_may_be_absent() -> None:
    schema = _schema('{\n    "a": 1,\n    "b": 2  // int, optional: words\n}')
    assert _accepts(schema, {"a": 1})
    assert not _accepts(schema, {"b": 1})


def test_open_ended_top_takes_more() -> None:
    assert _accepts(_schema('{\n    "a": 1,\n    ...\n}'), {"a": 1, "z": 2})
    assert not _accepts(_schema('{\n    "a": 1\n}'), {"a": 1, "z": 2})


def test_json_lines_describe_one_document() -> None:
    schema = _schema('{"a": 1}\n{"a": 2, "b": 3}')
    assert _accepts(schema, {"a": 1})
    assert _accepts(schema, {"a": 1, "b": 2})
    assert not _accepts(schema, [{"a": 1}])


def test_documented_type_that_the_example_contradicts() -> None:
    schema = _schema('{\n    "a": "x",  // int: count\n    "b": 1\n}')
    assert _accepts(schema, {"a": 3, "b": 1})
    assert _accepts(schema, {"a": "x", "b": 1})


def test_words_about_values() -> None:
    schema = _schema(
        '{\n    "a": "2025-11-24T10:30:00",  // str: Words (ISO timestamp)\n    "b": "go"  // Words ("go" | "stop")\n}'
    )
    assert schema["properties"]["a"]["format"] == "date-time"
    assert schema["properties"]["b"] == {"enum": ["go", "stop"], "description": "Words", "examples": ["go"]}
