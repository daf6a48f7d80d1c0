"""The tools that are compared, each with the widest of its own checks; part of ``capabilities``.

Key Components:
    - TOOLS: the tools, and how each is run
    - OWN_SITE: how the site of this project itself is built
    - Tool: what is known of one

Usage:
    from benchmarks._capability_tools import TOOLS

    command = TOOLS["ruff"].command
"""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["OWN_SITE", "TOOLS", "Tool"]

_TOCTREE = "Site\n====\n\n.. toctree::\n   :glob:\n\n   {}\n"


def _sphinx(extensions: str, more: str, toctree: str, *, apidoc: bool = False) -> Callable[[Path], None]:
    """What writes the documents of a Sphinx project beside the package."""

    def prepare(folder: Path) -> None:
        docs = folder / "docs"
        docs.mkdir()
        path = "import sys\nsys.path.insert(0, '..')\nhtml_theme = 'basic'\n"
        (docs / "conf.py").write_text(f"{path}extensions = [{extensions}]\n{more}\n", encoding="utf-8")
        (docs / "index.rst").write_text(_TOCTREE.format(toctree), encoding="utf-8")
        if apidoc:
            (docs / "pages").mkdir()
            for module in sorted((folder / "core").glob("*.py")):
                name = "core" if module.stem == "__init__" else f"core.{module.stem}"
                text = f"{name}\n{'=' * len(name)}\n\n.. automodule:: {name}\n   :members:\n"
                (docs / "pages" / f"{name}.rst").write_text(text, encoding="utf-8")

    return prepare


def _docvet(folder: Path) -> None:
    checks = '["presence", "freshness", "enrichment", "griffe", "coverage"]'
    text = f"[tool.docvet]\nfail-on = {checks}\n[tool.docvet.enrichment]\ncheck-extra-raises = true\n"
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    # one of its checks compares with the history
    for words in (["init", "-q", "."], ["add", "-A"], ["commit", "-q", "-m", "all"]):
        identity = ["-c", "user.name=Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, *words], cwd=folder, check=True)


def _mkdocs(folder: Path) -> None:
    text = "site_name: Site\nplugins:\n  - mkdocstrings:\n      handlers:\n        python:\n          paths: [.]\n"
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    (folder / "docs").mkdir()
    modules = [module.stem for module in sorted((folder / "core").glob("*.py")) if module.stem != "__init__"]
    text = "# Site\n\n" + "".join(f"::: core.{name}\n\n" for name in modules)
    (folder / "docs" / "index.md").write_text(text, encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool, and how it is run."""

    distribution: str  # what is installed of it
    command: tuple[str, ...]  # behind the interpreter, in the folder of the package; ``core/*.py`` are its files
    prepare: Callable[[Path], None] = lambda folder: None  # writes its configuration
    said: str = ""  # a file that holds what it found, where that is not printed
    only: str = ""  # a pattern of the lines that are faults
    site: str = ""  # the folder of the site that it builds


_BUILD = ("-m", "sphinx", "-q", "-W", "-b", "html", "docs", "out")
_NAPOLEON = "'sphinx.ext.autodoc', 'sphinx.ext.napoleon'"
TOOLS = {
    "sphinx-contracts": Tool("sphinx-contracts", ("-m", "sphinx_contracts", "check", "core", "--notes")),
    "pydoclint": Tool(
        "pydoclint",
        (
            *("-m", "pydoclint.main", "--style=google", "--skip-checking-short-docstrings=False"),
            *("--arg-type-hints-in-docstring=False", "--check-arg-defaults=False", "core"),
        ),
    ),
    "ruff": Tool(
        "ruff",
        (
            "-m",
            "ruff",
            "check",
            "--isolated",
            "-n",
            "-q",
            "--preview",
            "--select=ALL",
            "--output-format=concise",
            "core",
        ),
    ),
    "docvet": Tool("docvet", ("-c", "from docvet.cli import app; app()", "check", "core/*.py"), _docvet),
    "interrogate": Tool("interrogate", ("-m", "interrogate", "-vv", "--fail-under=100", "core"), only=r"MISSED"),
    "mypy": Tool("mypy", ("-m", "mypy", "--strict", "--no-incremental", "core")),
    "sphinx.ext.coverage": Tool(
        "sphinx",
        ("-m", "sphinx", "-q", "-b", "coverage", "docs", "out"),
        _sphinx(f"{_NAPOLEON}, 'sphinx.ext.coverage'", "coverage_modules = ['core']", "pages/*", apidoc=True),
        said="out/python.txt",
    ),
    "autodoc": Tool("sphinx", _BUILD, _sphinx(_NAPOLEON, "", "pages/*", apidoc=True), site="out"),
    "sphinx-autoapi": Tool(
        "sphinx-autoapi",
        _BUILD,
        _sphinx(f"{_NAPOLEON}, 'autoapi.extension'", "autoapi_dirs = ['../core']", "autoapi/index"),
        site="out",
    ),
    "sphinx-autodoc2": Tool(
        "sphinx-autodoc2",
        _BUILD,
        _sphinx("'autodoc2'", "autodoc2_packages = ['../core']\nautodoc2_render_plugin = 'rst'", "apidocs/index"),
        site="out",
    ),
    "mkdocstrings": Tool("mkdocstrings", ("-m", "mkdocs", "build", "--strict", "-d", "out"), _mkdocs, site="out"),
    "pdoc": Tool("pdoc", ("-m", "pdoc", "-d", "google", "-o", "out", "./core"), site="out"),
}
# what the site of this project itself is built with
OWN_SITE = Tool(
    "sphinx-contracts",
    _BUILD,
    _sphinx("'sphinx_contracts'", "contracts_sources = ['../core']", "contracts/index"),
    site="out",
)
