"""What has changed since a revision, as git tells it, and what of a run is about that.

The whole project is analysed all the same: whether a method overrides a documented one, and what a call does, is known
only when the other modules are in view.

Key Components:
    - changed_since: the files that have changed
    - about_changes: what of a run is about them

Usage:
    from pathlib import Path

    from sphinx_contracts.cli._since import changed_since

    files = changed_since("origin/main", Path.cwd())
"""

import os
import subprocess
from collections.abc import Iterator, Sequence, Set
from pathlib import Path

from sphinx_contracts.cli._run import Failure
from sphinx_contracts.discover import file_at
from sphinx_contracts.model.contract import Callable, Class, Module
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.project import Run

__all__ = ["about_changes", "changed_since"]

# nothing that a repository configures is run, and nothing is written
_GIT = ("git", "--no-optional-locks", "-c", "core.fsmonitor=false")


def changed_since(revision: str, folder: Path) -> frozenset[str]:
    """Ask git which files have changed.

    Changes that are not committed count, and files that git does not know yet. Where the revision is on another
    branch, the changes are those since this branch left it.

    Args:
        revision: What git takes for a commit: a branch, a tag, a hash, ``HEAD~1``
        folder: A folder of the repository

    Returns:
        Absolute paths of files that are there or were there

    Raises:
        Failure: If git is not there, the folder is in no repository, or the revision is unknown

    Side Effects:
        - Runs git
    """
    if not revision or revision.startswith("-") or "\0" in revision:
        raise Failure(f"--since: '{revision}' is no revision of git")
    top = Path(os.fsdecode(_git(["rev-parse", "--show-toplevel"], folder).removesuffix(b"\n")))
    commit = _commit(revision, top)
    names = _git(["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", commit, "--"], top).split(b"\0")
    names += _git(["ls-files", "--others", "--exclude-standard", "-z"], top).split(b"\0")
    return frozenset(os.path.normpath(top / os.fsdecode(name)) for name in names if name)


def _commit(revision: str, top: Path) -> str:
    try:
        tip = _git(["rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"], top)
    except Failure as error:
        raise Failure(
            f"--since: git knows no commit '{revision}' here; a shallow clone has only some (fetch more of them)"
        ) from error
    try:
        base = _git(["merge-base", os.fsdecode(tip.strip()), "HEAD"], top)
    except Failure:
        base = tip  # nothing in common, as in a shallow clone: compare with the commit itself
    return os.fsdecode(base.split()[0])


def _git(arguments: Sequence[str], folder: Path) -> bytes:
    try:
        done = subprocess.run(
            [*_GIT, *arguments], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except FileNotFoundError as error:
        raise Failure("--since needs git, which is not there") from error
    except OSError as error:
        raise Failure(f"--since: git cannot be run: {error.strerror or error}") from error
    if done.returncode:
        lines = done.stderr.decode("utf-8", "backslashreplace").strip().splitlines()
        raise Failure(f"--since: {lines[0] if lines else f'git fails with {done.returncode}'}")
    return done.stdout


def about_changes(result: Run, files: Set[str]) -> Run:
    """Leave in a run what is about changed files.

    Args:
        result: The run
        files: Absolute paths of files

    Returns:
        The run with those modules that stand in one of the files, or that show something or check a data file which
        does, and their findings
    """
    names = {item.module for item in result.findings if _is_in(file_at(result.root, item.path), files)}
    paths = {module.name: module.path for module in (*result.project.hidden, *result.project.modules)}
    fresh = {name for name, path in paths.items() if _is_in(file_at(result.root, path), files)}
    modules = tuple(
        module
        for module in result.project.modules
        if module.name in names or module.name in fresh or not fresh.isdisjoint(_homes(module))
    )
    kept = names.union(module.name for module in modules)
    findings = tuple(item for item in result.findings if item.module in kept)
    return replace(result, project=replace(result.project, modules=modules), findings=findings)


def _is_in(path: Path, files: Set[str]) -> bool:
    return os.path.normpath(path) in files or os.path.realpath(path) in files


def _homes(module: Module) -> Iterator[str]:
    """The modules whose source holds what a module shows."""
    pending: list[Class | Callable] = [*module.functions, *module.classes]
    while pending:
        contract = pending.pop()
        yield contract.facts.home
        if isinstance(contract, Class):
            pending += [*contract.methods, *contract.classes]
