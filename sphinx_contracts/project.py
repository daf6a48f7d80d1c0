"""A whole run: from the settings to the documented modules and their findings.

One file after the other is read, parsed and analysed; a file that cannot be read or parsed becomes a module
with a problem and nothing else changes. Nothing is imported or executed.

Key Components:
    - Run: the result
    - run: analyses and checks a code base
    - Overview, overview: the same, the contracts only where they are needed
    - project_root: the folder that paths are relative to

Usage:
    from pathlib import Path

    from sphinx_contracts.config import settings_from
    from sphinx_contracts.project import run

    result = run(settings_from({"sources": ["src"]}, "conf.py"), Path.cwd(), Path.cwd())
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from sphinx_contracts.baseline_file import read_baseline
from sphinx_contracts.cache import Cache, packed
from sphinx_contracts.check.baseline import Baseline
from sphinx_contracts.check.comparison import Comparison, compared
from sphinx_contracts.config import Settings
from sphinx_contracts.inputs import Inputs, collect
from sphinx_contracts.model.contract import Module, ModuleFacts, Project
from sphinx_contracts.model.fast_init import fast_init, replace
from sphinx_contracts.model.finding import Finding

__all__ = ["Overview", "Run", "overview", "project_root", "run"]

_Outline: TypeAlias = tuple[tuple[Module, ...], tuple[Module, ...], tuple[Finding, ...]]  # public, hidden, findings


@fast_init
@dataclass(frozen=True, slots=True)
class Run:
    """The result of a run."""

    project: Project  # the documented modules, with scores and checklists
    findings: tuple[Finding, ...]  # all findings, suppressed ones included, in order of their position
    root: Path  # the folder that paths of modules and findings are relative to
    digest: str = ""  # a digest of everything that was read but the baseline, and of everything that reads it
    comparison: Comparison | None = None  # what became of the baseline, None without one
    is_part: bool = False  # only a part of what the settings name was read


@fast_init
@dataclass(frozen=True, slots=True)
class Overview:
    """What a check found, and the contracts once somebody asks for them."""

    outline: Run  # the result, its modules with name, path, phase, score and checklist only
    whole: Callable[[], Run]  # the same result with whole modules, which may take long


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


def run(
    settings: Settings,
    root: Path,
    base: Path,
    *,
    sources: Sequence[str] | None = None,
    executor: Executor | None = None,
    jobs: int = 1,
    cache: Cache | None = None,
) -> Run:
    """Analyse and check a code base.

    Args:
        settings: The settings
        root: The folder that paths are shown relative to
        base: The folder that the sources and the globs of data files are relative to
        sources: What to read in place of the setting
        executor: What analyses the files; None: this process, or processes of its own
        jobs: The most processes to start where there is no executor
        cache: What earlier runs found out

    Returns:
        The modules, scored, and every finding; the same whatever the executor and the cache

    Raises:
        ConfigurationError: If a source does not exist, a rule's name is unknown, the baseline cannot be read, or data
            files cannot be checked

    Side Effects:
        - Reads the source files, the baseline, and the data files that the settings name
        - Starts processes where ``jobs`` allows and there is enough to do
        - Reads and writes the cache's file

    Example:
        result = run(settings, Path.cwd(), Path.cwd())
    """
    files = collect(settings, root, base, sources)
    return _run(files, settings, root, base, sources, executor, jobs, cache)


def _run(
    files: Inputs,
    settings: Settings,
    root: Path,
    base: Path,
    sources: Sequence[str] | None,
    executor: Executor | None,
    jobs: int,
    cache: Cache | None,
) -> Run:
    from sphinx_contracts.analysis import checked, linked  # a result that is known is shown before this is imported

    baseline = read_baseline(settings.baseline, base, root)
    is_part = _is_part(settings, base, sources)
    known: _Outline | None = cache.get(files.outline, files.digest) if cache is not None else None
    project = linked(files, settings, executor=executor, jobs=jobs, cache=cache)
    if known is not None:
        result = Run(_scored(project, known[0]), known[2], root, files.digest, is_part=is_part)
        return _held(result, baseline, lambda: project)
    found = checked(project, settings, root, base, is_partial=sources is not None, is_part=is_part)
    if cache is not None:
        outline = (_outlined(found.project.modules), _outlined(project.hidden), found.findings)
        cache.put(files.outline, files.digest, packed(outline))
        cache.save(is_partial=sources is not None)
    result = Run(found.project, found.findings, root, files.digest, is_part=is_part)
    return _held(result, baseline, lambda: project)


def overview(
    settings: Settings,
    root: Path,
    base: Path,
    *,
    sources: Sequence[str] | None = None,
    executor: Executor | None = None,
    jobs: int = 1,
    cache: Cache | None = None,
) -> Overview:
    """Check a code base, as ``run`` does, where the contracts themselves may not be needed.

    Args:
        settings: The settings
        root: The folder that paths are shown relative to
        base: The folder that the sources and the globs of data files are relative to
        sources: What to read in place of the setting
        executor: What analyses the files; None: this process, or processes of its own
        jobs: The most processes to start where there is no executor
        cache: What earlier runs found out

    Returns:
        Every finding, the modules with name, score and checklist only, and how to get the rest

    Raises:
        ConfigurationError: If a source does not exist, a rule's name is unknown, the baseline cannot be read, or data
            files cannot be checked

    Side Effects:
        - Reads the source files, the baseline, and the data files that the settings name
        - Starts processes where ``jobs`` allows and there is enough to do
        - Reads and writes the cache's file

    Example:
        result = overview(settings, Path.cwd(), Path.cwd()).outline
    """

    files = collect(settings, root, base, sources)

    def whole() -> Run:
        return _run(files, settings, root, base, sources, executor, jobs, cache)

    known: _Outline | None = cache.get(files.outline, files.digest) if cache is not None else None
    if known is not None:
        baseline, is_part = read_baseline(settings.baseline, base, root), _is_part(settings, base, sources)
        outline = Run(Project(known[0], hidden=known[1]), known[2], root, files.digest, is_part=is_part)
        return Overview(_held(outline, baseline, lambda: whole().project), whole)
    result = whole()
    modules, hidden = _outlined(result.project.modules), _outlined(result.project.hidden)
    return Overview(replace(result, project=Project(modules, hidden=hidden)), lambda: result)


def _is_part(settings: Settings, base: Path, sources: Sequence[str] | None) -> bool:
    """Only a part of what the settings name is read; without such settings, what is given is all there is."""
    if sources is None or not settings.sources:
        return False
    return {(base / item).resolve() for item in sources} != {(base / item).resolve() for item in settings.sources}


def _held(result: Run, baseline: Baseline | None, whole: Callable[[], Project]) -> Run:
    """A result held against the baseline."""
    if baseline is None:
        return result
    comparison = compared(result.findings, baseline, whole, is_partial=result.is_part)
    return replace(result, findings=comparison.findings, comparison=comparison)


def _outlined(modules: Iterable[Module]) -> tuple[Module, ...]:
    """The modules with what reports on findings say of them."""
    return tuple(
        Module(
            item.name,
            item.path,
            phase=item.phase,
            score=item.score,
            checklist=item.checklist,
            facts=ModuleFacts(is_test=item.facts.is_test, problems=item.facts.problems),
        )
        for item in modules
    )


def _scored(project: Project, known: Iterable[Module]) -> Project:
    modules = {item.name: item for item in known}
    return replace(
        project,
        modules=tuple(
            replace(item, phase=other.phase, score=other.score, checklist=other.checklist)
            for item, other in ((item, modules[item.name]) for item in project.modules)
        ),
    )
