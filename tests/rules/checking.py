"""Source texts checked as a project."""

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sphinx_contracts.analyse.linking import link
from sphinx_contracts.analyse.modules import analyse_source
from sphinx_contracts.check.run import Checked, check_project
from sphinx_contracts.config import settings_from
from sphinx_contracts.formats.lookup import format_named
from sphinx_contracts.formats.validation import validated, validator_for
from sphinx_contracts.model.contract import Project
from sphinx_contracts.model.data import Sample
from sphinx_contracts.model.finding import Finding
from sphinx_contracts.source import parse_source


def checked(files: Mapping[str, str | bytes], data: Mapping[str, bytes] | None = None, **settings: object) -> Checked:
    """Check source texts; keys are paths. ``data`` holds the content of a file ``sample.json`` for each format."""
    used = settings_from(settings, "test")
    modules = [
        analyse_source(_name(path), path, parse_source(text if isinstance(text, bytes) else text.encode()), used)
        for path, text in files.items()
    ]
    project = link(modules, used)
    return check_project(project, used, dict(_samples(project, data or {})))


def _samples(project: Project, data: Mapping[str, bytes]) -> Iterator[tuple[str, list[Sample]]]:
    for name, content in data.items():
        qualified, documented = format_named(name, project)
        validator = validator_for(documented.schema or {})
        yield qualified, [Sample("sample.json", tuple(validated(io.BytesIO(content), "json", validator)))]


def _name(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def findings_of(text: str | bytes, **settings: Any) -> tuple[Finding, ...]:
    """Check one source text as the module ``example``."""
    return checked({"example.py": text}, **settings).findings


def places(findings: Iterable[Finding]) -> list[tuple[str, int, str]]:
    """Rule, line and object of findings, the module's name left out."""
    return [(item.rule, item.line, item.object.removeprefix(f"{item.module}.")) for item in findings]


def rules(findings: Iterable[Finding]) -> list[str]:
    """The rules of findings that stand."""
    return [item.rule for item in findings if item.suppressed is None]
