"""A Sphinx project that exists only while a site is built.

Sphinx runs as a process of its own: the command line imports nothing of it, and whatever it prints can be kept apart.

Key Components:
    - build: writes the project and lets Sphinx build it

Usage:
    from pathlib import Path

    from sphinx_contracts.cli._site_project import build

    build(asked, result.project.modules, Path("temporary"), jobs=1)
"""

import dataclasses
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from sphinx_contracts.cli._run import Asked, Failure
from sphinx_contracts.config import Settings
from sphinx_contracts.model.contract import Module

__all__ = ["build"]

_CONF = """\
import json
from pathlib import Path

globals().update(json.loads(Path(__file__).with_name("conf.json").read_text(encoding="utf-8")))
"""
_INDEX = """\
Contracts
=========

.. contract:index::
   :toctree:

Checklist
---------

.. contract:checklist::
"""
_ROLLOUT = """
Rollout
-------

.. contract:rollout::
"""
_STRANGE = re.compile(r"[^\w .+-]+")
_ALABASTER = {
    "page_width": "1140px",
    "body_max_width": "none",
    "sidebar_width": "260px",
    "font_family": "system-ui, sans-serif",
    "head_font_family": "system-ui, sans-serif",
    "show_powered_by": False,
    "show_relbar_bottom": True,
}


def build(asked: Asked, modules: Sequence[Module], folder: Path, jobs: int) -> Path:
    """Build the site in a folder of its own.

    Args:
        asked: What is to be shown
        modules: The documented modules
        folder: An empty folder, which the caller removes
        jobs: How many processes Sphinx may use

    Returns:
        The folder with the finished site

    Raises:
        Failure: If Sphinx fails; what it said stands on stderr

    Side Effects:
        - Writes files into the folder
        - Starts Sphinx
        - Prints to stderr what Sphinx warns of
    """
    source, built = folder / "source", folder / "html"
    source.mkdir()
    _write(source, asked, modules)
    # -P: a folder named like a package that Sphinx imports must not be taken for it
    command = [sys.executable, "-P", "-m", "sphinx", "-b", "html", "-j", str(jobs), "-d", str(folder / "doctrees")]
    is_watched = sys.stderr.isatty()
    done = subprocess.run(
        [*command, *([] if is_watched else ["-q"]), str(source), str(built)],
        stdout=sys.stderr.fileno() if is_watched else subprocess.DEVNULL,
        stderr=None if is_watched else subprocess.PIPE,
        check=False,
    )
    if done.stderr:
        sys.stderr.write(done.stderr.decode("utf-8", "backslashreplace"))
        sys.stderr.flush()
    if done.returncode:
        raise Failure(f"the site could not be built: Sphinx ended with exit code {done.returncode}, see above")
    return built


def _write(source: Path, asked: Asked, modules: Sequence[Module]) -> None:
    (source / "conf.py").write_text(_CONF, encoding="utf-8")
    (source / "conf.json").write_text(json.dumps(dict(_configuration(asked, modules)), indent=2), encoding="utf-8")
    # the search for settings ends here
    (source / "pyproject.toml").write_text("", encoding="utf-8")
    (source / "index.rst").write_text(_INDEX + (_ROLLOUT if asked.settings.rollout else ""), encoding="utf-8")


def _configuration(asked: Asked, modules: Sequence[Module]) -> Iterator[tuple[str, Any]]:
    for item in dataclasses.fields(Settings):
        yield f"contracts_{item.name}", getattr(asked.settings, item.name)
    yield "contracts_pages", "contracts"
    yield "contracts_gate", False
    place = {"root": os.fspath(asked.root), "base": os.fspath(asked.base), "sources": asked.sources}
    yield "sphinx_contracts_place", place
    name = _name_of(asked.root, modules)
    yield "project", name
    yield "html_title", f"{name} contracts"
    yield "extensions", ["sphinx_contracts"]
    yield "exclude_patterns", ["contracts/index.rst"]  # its tables stand on the front page
    yield "suppress_warnings", ["contracts"]  # findings stand on the pages; reporting them is what ``check`` does
    yield "html_copy_source", False
    yield "html_show_copyright", False
    if _has_furo():
        yield "html_theme", "furo"
    else:
        yield "html_theme", "alabaster"
        yield "html_theme_options", _ALABASTER


def _has_furo() -> bool:
    try:
        distribution("furo")
    except PackageNotFoundError:
        return False
    return True


def _name_of(root: Path, modules: Sequence[Module]) -> str:
    """The name of the project: that of ``pyproject.toml``, of the only package, of the only module, of the folder."""
    try:
        name = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["name"]
    except (OSError, ValueError, KeyError, TypeError):
        shown = [module for module in modules if not module.facts.is_test]
        packages = {item.name.partition(".")[0] for item in shown if "." in item.name}
        tops = packages or {item.name for item in shown}
        name = tops.pop() if len(tops) == 1 else root.resolve().name
    return _STRANGE.sub(" ", str(name)).strip() or "Project"
