"""Source texts checked as a project."""

from collections.abc import Iterable, Mapping

from sphinx_contracts.analyse.linking import link
from sphinx_contracts.analyse.modules import analyse_source
from sphinx_contracts.check import Checked, check_project
from sphinx_contracts.config import settings_from
from sphinx_contracts.model.finding import Finding
from sphinx_contracts.source import parse_source


def checked(files: Mapping[str, str | bytes], **settings: object) -> Checked:
    """Check source texts; keys are paths."""
    used = settings_from(settings, "test")
    modules = [
        analyse_source(_name(path), path, parse_source(text if isinstance(text, bytes) else text.encode()), used)
        for path, text in files.items()
    ]
    return check_project(link(modules, used), used)


def _name(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def findings_of(text: str | bytes, **settings: object) -> tuple[Finding, ...]:
    """Check one source text as the module ``example``."""
    return checked({"example.py": text}, **settings).findings


def places(findings: Iterable[Finding]) -> list[tuple[str, int, str]]:
    """Rule, line and object of findings, the module's name left out."""
    return [(item.rule, item.line, item.object.removeprefix(f"{item.module}.")) for item in findings]


def rules(findings: Iterable[Finding]) -> list[str]:
    """The rules of findings that stand."""
    return [item.rule for item in findings if item.suppressed is None]
