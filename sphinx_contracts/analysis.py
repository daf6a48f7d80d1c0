"""The part of a run that takes time: files as linked contracts, and contracts as findings.

It is apart from ``sphinx_contracts.project`` since a run that finds its result in the cache needs none of it, and
importing it takes longer than showing that result.

Key Components:
    - linked: the files of a run as one project
    - checked: a project with its findings

Usage:
    from sphinx_contracts.analysis import checked, linked

    project = linked(collect(settings, root, base, None), settings)
    findings = checked(project, settings, root, base).findings
"""

from concurrent.futures import Executor
from pathlib import Path

from sphinx_contracts.analyse.linking import link
from sphinx_contracts.cache import Cache
from sphinx_contracts.check.patterns import refuse_unknown
from sphinx_contracts.check.run import Checked, check_project
from sphinx_contracts.config import Settings
from sphinx_contracts.inputs import Inputs
from sphinx_contracts.model.contract import Module, ModuleFacts, Project
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.problem import Unusable
from sphinx_contracts.samples import read_samples
from sphinx_contracts.workers import analyse

__all__ = ["checked", "linked"]


def linked(
    files: Inputs,
    settings: Settings,
    *,
    executor: Executor | None = None,
    jobs: int = 1,
    cache: Cache | None = None,
) -> Project:
    """Analyse the files of a run and link them.

    Args:
        files: The files as they were read
        settings: The settings
        executor: What analyses the files; None: this process, or processes of its own
        jobs: The most processes to start where there is no executor
        cache: What earlier runs found out

    Returns:
        The modules, with effects and exceptions of what they call

    Side Effects:
        - Starts processes where ``jobs`` allows and there is enough to do
        - Reads the cache, and adds to it what was not there

    Example:
        project = linked(files, settings)
    """
    modules = analyse(files.materials, settings, executor=executor, jobs=jobs, cache=cache)
    names = {module.name for module in modules}
    unusable: list[Unusable] = []
    for file, problem in files.problems:
        if file.name in names:
            unusable.append(Unusable(file.name, file.relative, problem))
        else:
            names.add(file.name)
            modules.append(Module(name=file.name, path=file.relative, facts=ModuleFacts(problems=(problem,))))
    return replace(link(modules, settings), unusable=tuple(unusable))


def checked(
    project: Project, settings: Settings, root: Path, base: Path, *, is_partial: bool = False, is_part: bool = False
) -> Checked:
    """Apply every rule to a project, and look at the data files that the settings name.

    Args:
        project: The project
        settings: The settings
        root: The folder that paths are shown relative to
        base: The folder that the globs of data files are relative to
        is_partial: The sources were named in place of the setting, so that formats may be missing
        is_part: Only a part of what the settings name was read, so that modules may be missing

    Returns:
        The project with scores and checklists, and its findings

    Raises:
        ConfigurationError: If a rule's or a module's name is unknown, or data files cannot be checked

    Side Effects:
        - Reads the data files that the settings name

    Example:
        findings = checked(project, settings, Path.cwd(), Path.cwd()).findings
    """
    samples = read_samples(project, settings.formats, base, root, is_partial=is_partial)
    if not is_part:
        refuse_unknown(settings, {module.name for module in (*project.hidden, *project.modules)})
    return check_project(project, settings, samples)
