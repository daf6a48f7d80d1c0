"""Properties 10 and 11: what is written in another dialect is the same contract, and pages hold what the model holds."""

import html
import json
import keyword
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from hypothesis import assume, given

from sphinx_contracts.reports.export import export_model
from tests.docstrings.contracts import Contract, as_google, as_numpy, as_rest, contracts
from tests.property.history import TEXTS
from tests.property.profile import runs
from tests.rules.checking import checked
from tests.sites.everything import ENGINE
from tests.sites.site import FAULTY, GOOD, Site


def _function(contract: Contract, write: Callable[[Contract], str]) -> dict[str, Any]:
    """The exported function that has the contract as its docstring."""
    names = ", ".join(item.name for item in contract.inputs)
    result = checked({"example.py": f"def f({names}):\n    {write(contract)!r}\n"})
    (function,) = export_model(result.project, result.findings)["modules"][0]["functions"]
    found: dict[str, Any] = _flat(function)
    return found


def _flat(value: Any) -> Any:
    """A value without its places and the breaks of its lines."""
    if isinstance(value, dict):
        return {key: _flat(item) for key, item in value.items() if key != "line"}
    if isinstance(value, list):
        return [_flat(item) for item in value]
    return " ".join(value.split()) if isinstance(value, str) else value


@runs(60)
@given(contracts())
def test_dialects_give_the_same_contract(contract: Contract) -> None:
    assume(not any(keyword.iskeyword(item.name) for item in contract.inputs))
    google = _function(contract, as_google)
    assert len(google["inputs"]) == len(contract.inputs)
    assert _function(contract, as_numpy) == google
    assert _function(contract, as_rest) == google


def _texts(value: Any) -> Iterator[str]:
    """Everything that a module's model says in words or names."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key in (
                "name",
                "description",
                "summary",
                "condition",
                "exception",
                "type",
                "message",
                "rule",
                "bases",
            ) or (isinstance(item, list | dict) and key not in ("schema", "via", "evidence")):
                yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, str):
        yield value


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_pages_hold_what_the_model_holds(tmp_path: Path) -> None:
    site = Site(tmp_path / "site")
    # the model keeps the address of a link in its text
    engine = re.sub(r"`([^`<]+) <[^>]+>`_", r"\1", ENGINE)
    for name, text in {"good": GOOD, "faulty": FAULTY, "engine": engine, "save": TEXTS[5], "state": TEXTS[11]}.items():
        site.write(f"src/core/{name}.py", text)
    built = site.build()
    model = json.loads(built.text("contracts.json"))
    count = 0
    for module in model["modules"]:
        page = built.text(f"contracts/{module['name']}.html")
        shown = " ".join(_words(html.unescape(re.sub(r"<[^>]+>", " ", page))))
        shown_close = "".join(_words(html.unescape(re.sub(r"<[^>]+>", "", page))))
        found = [item for item in model["findings"] if item["module"] == module["name"] and item["suppressed"] is None]
        for text in (*_texts({**module, "checklist": {}}), *_texts(found)):
            count += 1
            assert "".join(_words(text)) in shown_close or " ".join(_words(text)) in shown, text
    assert count > 150
