"""A whole run: from the settings to the documented modules and their findings.

One file after the other is read, parsed and analysed; a file that cannot be read or parsed becomes a module
with a problem and nothing else changes. Nothing is imported or executed.

Key Components:
    - Run: the result
    - run: analyses and checks a code base
    - project_root: the folder that paths are relative to

Usage:
    from pathlib import Path

    from sphinx_contracts.config import settings_from
    from sphinx_contracts.project import run

    result = run(settings_from({"sources": ["src"]}, "conf.py"), Path.cwd(), Path.cwd())
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sphinx_contracts.analyse.linking import link
from sphinx_contracts.analyse.modules import analyse_source
from sphinx_contracts.check import check_project
from sphinx_contracts.config import Settings
from sphinx_contracts.discover import SourceFile, discover
from sphinx_contracts.model.contract import Module, ModuleFacts, Project, Unusable
from sphinx_contracts.model.finding import Finding
from sphinx_contracts.source import read_source

__all__ = ["Run", "project_root", "run"]


@dataclass(frozen=True, slots=True)
class Run:
    """The result of a run."""

    project: Project  # the documented modules, with scores and checklists
    findings: tuple[Finding, ...]  # all findings, suppressed ones included, in order of their position
    root: Path  # the folder that paths of modules and findings are relative to


def project_root(start: Path) -> Path:
    """Find the folder that paths are relative to: the nearest one with a ``pyproject.toml``.

    The search goes upwards and ends at a folder that holds ``.git``.

    Args:
        start: The folder to start from

    Returns:
        The folder with the ``pyproject.toml``, else ``start``

    Example:
        root = project_root(Path.cwd())
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / "pyproject.toml").is_file():
            return folder
        if (folder / ".git").exists():
            break
    return start


def run(settings: Settings, root: Path, base: Path, *, sources: Sequence[str] | None = None) -> Run:
    """Analyse and check a code base.

    Args:
        settings: The settings
        root: The folder that paths are shown relative to
        base: The folder that the sources are relative to
        sources: What to read in place of the setting

    Returns:
        The modules, scored, and every finding

    Raises:
        ConfigurationError: If a source does not exist or a rule's name is unknown

    Side Effects:
        - Reads the source files

    Example:
        result = run(settings, Path.cwd(), Path.cwd())
    """
    given = settings.sources if sources is None else sources
    within = [base / item for item in settings.sources] if sources is not None else ()
    found = discover(given, settings.exclude, base, root, within=within)
    modules = [_analysed(file, settings) for file in found.modules]
    names = {module.name for module in modules}
    unusable: list[Unusable] = []
    for file, problem in found.problems:
        if file.name in names:
            unusable.append(Unusable(file.name, file.relative, problem))
        else:
            names.add(file.name)
            modules.append(Module(name=file.name, path=file.relative, facts=ModuleFacts(problems=(problem,))))
    project = dataclasses.replace(link(modules, settings), unusable=tuple(unusable))
    result = check_project(project, settings)
    return Run(result.project, result.findings, root)


def _analysed(file: SourceFile, settings: Settings) -> Module:
    return analyse_source(file.name, file.relative, read_source(file.path), settings)
