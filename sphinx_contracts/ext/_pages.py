"""The generated documents: one small stub for each module, and an index that leads to all of them.

A stub says what to show and nothing more, so it changes only when a module comes or goes. Files without our marker
are never touched; where one has the name of a stub, it takes the stub's place.
"""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from sphinx.errors import ExtensionError

from sphinx_contracts.ext._labels import shown
from sphinx_contracts.ext._names import is_plain
from sphinx_contracts.ext._state import State
from sphinx_contracts.model.label import Label
from sphinx_contracts.visible import visible
from sphinx_contracts.whole_file import remove_leftovers, write_whole

__all__ = ["is_generated", "remove_pages", "write_pages"]

_MARK = "sphinx-contracts: generated, do not edit"
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_HARMLESS = re.compile(r"[A-Za-z0-9.]+")
_TOCTREE = ":toctree:\n"
_CONTRACTS, _CHECKLIST, _ROLLOUT = Label("Contracts"), Label("Checklist"), Label("Rollout")


def write_pages(srcdir: Path, state: State, suffixes: Mapping[str, str]) -> frozenset[str]:
    """Write what is missing or different, and remove stubs of modules that are gone; the names of the documents."""
    pages = state.settings.pages
    if pages is None:
        return frozenset()
    if not state.modules:
        remove_pages(srcdir, pages, suffixes)
        return frozenset()
    folder = srcdir / pages
    suffix, is_myst = _dialect(suffixes)
    stubs = dict(_stubs(state, is_myst))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / ".gitignore", f"# {_MARK}\n*\n")
        own = frozenset(name for name in stubs if not _is_taken(folder, name, suffixes))
        for name in own:
            _write(folder / f"{name}{suffix}", stubs[name])
        _remove(folder, {f"{name}{suffix}" for name in stubs}, suffixes)
        remove_leftovers(folder)
    except OSError as error:
        raise ExtensionError(
            f"cannot write the pages of the modules to {folder} ({error.strerror or error}): the setting 'pages' "
            f"makes one small document for each module there, an index{suffix} and a .gitignore; make the folder "
            "writable, name another one, or set contracts_pages = None to use directives only"
        ) from error
    return frozenset(f"{pages}/{name}" for name in own)


def remove_pages(srcdir: Path, pages: str, suffixes: Mapping[str, str]) -> None:
    """Remove the stubs of a folder that is no longer the one of the setting."""
    folder = srcdir / pages
    if not folder.is_dir():
        return
    try:
        _remove(folder, set(), suffixes)
        ignore = folder / ".gitignore"
        if is_generated(ignore):
            ignore.unlink()
        if not any(folder.iterdir()):
            folder.rmdir()
    except OSError as error:
        raise ExtensionError(f"cannot remove the old pages of the modules from {folder}: {error.strerror}") from error


def _dialect(suffixes: Mapping[str, str]) -> tuple[str, bool]:
    """The suffix of the stubs, and whether they are written in MyST."""
    for suffix, filetype in suffixes.items():
        if filetype == "restructuredtext":
            return suffix, False
    for suffix, filetype in suffixes.items():
        if filetype == "markdown":
            return suffix, True
    return next(iter(suffixes), ".rst"), False


def _stubs(state: State, is_myst: bool) -> Iterator[tuple[str, str]]:
    yield "index", _index(is_myst, bool(state.settings.rollout))
    for module in state.outline.project.modules:
        slug = state.slugs[module.name]
        argument = module.name if is_plain(module.name) else slug
        name = visible(module.name).replace("\n", " ")
        title = name if _HARMLESS.fullmatch(name) else _PUNCTUATION.sub(r"\\\1", name)
        if is_myst:
            yield slug, f"% {_MARK}\n\n# {title}\n\n```{{contract:module}} {argument}\n```\n"
        else:
            line = "=" * (2 * len(title))
            yield slug, f".. {_MARK}\n\n{title}\n{line}\n\n.. contract:module:: {argument}\n"


def _index(is_myst: bool, has_phases: bool) -> str:
    parts = [("=", _CONTRACTS, "index"), ("-", _CHECKLIST, "checklist")]
    if has_phases:
        parts.append(("-", _ROLLOUT, "rollout"))
    text = f"{'%' if is_myst else '..'} {_MARK}\n"
    for line, label, name in parts:
        title = shown(label)
        if is_myst:
            text += f"\n{'#' if line == '=' else '##'} {title}\n"
        else:
            text += f"\n{title}\n{line * 2 * len(title)}\n"
        option = _TOCTREE if name == "index" else ""
        text += (
            f"\n```{{contract:{name}}}\n{option}```\n"
            if is_myst
            else f"\n.. contract:{name}::\n{option and f'   {option}'}"
        )
    return text


def _is_taken(folder: Path, stem: str, suffixes: Mapping[str, str]) -> bool:
    """Does a document that somebody wrote have this docname?"""
    return any(_exists_foreign(folder / f"{stem}{suffix}") for suffix in suffixes)


def _exists_foreign(path: Path) -> bool:
    return os.path.lexists(path) and not is_generated(path)


def is_generated(path: Path) -> bool:
    """Does a file bear our marker?"""
    try:
        with path.open("rb") as file:
            return _MARK.encode() in file.readline(200)
    except OSError:
        return False


def _write(path: Path, text: str) -> None:
    data = text.encode("utf-8")
    if os.path.lexists(path) and (not is_generated(path) or path.read_bytes() == data):
        return
    write_whole(path, data)


def _remove(folder: Path, wanted: set[str], suffixes: Mapping[str, str]) -> None:
    for path in folder.iterdir():
        if path.name not in wanted and path.suffix in _endings(suffixes) and path.is_file() and is_generated(path):
            path.unlink()


def _endings(suffixes: Mapping[str, str]) -> set[str]:
    return {".rst", ".md", *(f".{suffix.rpartition('.')[2]}" for suffix in suffixes)}
