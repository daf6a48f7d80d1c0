"""A small site in a temporary folder: its sources, its documents, its builds."""

import io
import json
import pickle
import re
import subprocess
import sys
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import locale
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_contracts.ext._nodes import ContractBlocks

GOOD = '''\
"""A good module.

It holds one function and shows how a contract looks.

Key Components:
    - run: does the work

Usage:
    from core.good import run
"""

from pathlib import Path


def run(path: Path, times: int = 1) -> bool:
    """Do the work.

    Args:
        path: Where to work
        times: How often

    Returns:
        True when done

    Raises:
        ValueError: If times is below one

    Side Effects:
        - Writes the file at path

    Example:
        run(Path("x"))
    """
    path.write_text("x" * times)
    if times < 1:
        raise ValueError("times")
    return True
'''

FAULTY = '''\
"""A module with a fault.

Its function has no docstring.

Key Components:
    - work: does it

Usage:
    import core.faulty
"""


def work() -> None:
    return None
'''

INDEX = """\
Site
====

.. toctree::

   contracts/index
"""


@dataclass
class Build:
    """The result of one build."""

    code: int  # exit code of sphinx-build
    warnings: list[str]  # the warnings, one line each
    read: list[str]  # the documents that were read
    outdir: Path  # the output
    error: str = ""  # the error that ended the build
    status: list[str] = field(default_factory=list)  # what the build said on its way, one line each

    def text(self, name: str) -> str:
        """A file of the output."""
        return (self.outdir / name).read_text(encoding="utf-8")

    def words(self, name: str) -> str:
        """A page of the output, without the places where its long words may be broken."""
        return self.text(name).replace("<wbr />", "")

    def contents(self) -> dict[str, bytes]:
        """Every file of the output; what Sphinx keeps for itself, or of what is gone, is left out."""
        found = {
            str(path.relative_to(self.outdir)): path.read_bytes()
            for path in sorted(self.outdir.rglob("*"))
            if path.is_file() and ".doctrees" not in path.parts and path.name not in (".buildinfo", ".buildinfo.bak")
        }
        # Sphinx keeps words that no document holds any more
        index = json.loads(found.pop("searchindex.js").decode().removeprefix("Search.setIndex(").removesuffix(")"))
        # and forgets what stands in the index of documents that it does not write again
        index.pop("indexentries", None)
        index["terms"] = {word: documents for word, documents in index["terms"].items() if documents != []}
        index["titleterms"] = {word: documents for word, documents in index["titleterms"].items() if documents != []}
        return found | {"searchindex.js": json.dumps(index, sort_keys=True).encode()}

    def doctrees(self) -> dict[str, str]:
        """Every document as it was read."""
        folder = self.outdir.parent / "doctrees"
        return {
            str(path.relative_to(folder)): _unpacked(pickle.loads(path.read_bytes())).pformat()
            for path in sorted(folder.rglob("*.doctree"))
        }


def _unpacked(document: nodes.document) -> nodes.document:
    """A document with what is shown in place of the bytes that hold it: equal records may be packed differently."""
    for node in document.findall(ContractBlocks):
        node["packed"] = node.blocks
    return document


@dataclass
class Site:
    """A folder with ``src``, ``docs`` and ``out``."""

    root: Path
    conf: dict[str, Any] = field(default_factory=dict)
    preamble: str = ""

    def __post_init__(self) -> None:
        self.docs.mkdir(parents=True)
        self.write("src/core/__init__.py", '"""The core.\n\nIt holds modules.\n"""\n')
        self.write("docs/index.rst", INDEX)
        self.configure()

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    def write(self, name: str, text: str) -> Path:
        """Write a file; indentation that all lines share goes."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return path

    def configure(self, **settings: Any) -> None:
        """Write conf.py anew with further settings; None takes one away."""
        self.conf.update(settings)
        base: dict[str, Any] = {
            "project": "Site",
            "extensions": ["sphinx_contracts"],
            "contracts_sources": ["../src"],
            "html_theme": "basic",
            "html_copy_source": False,
        }
        values = {
            name: value for name, value in (base | self.conf).items() if value is not None or name == "contracts_pages"
        }
        lines = [f"{name} = {value!r}" for name, value in values.items()]
        (self.docs / "conf.py").write_text("\n".join([self.preamble, *lines, ""]), encoding="utf-8")

    def build(
        self, builder: str = "html", *, strict: bool = False, fresh: bool = False, out: str = "out", **options: Any
    ) -> Build:
        """Build in this process."""
        outdir = self.root / out / builder
        status, warning = io.StringIO(), io.StringIO()
        read: list[str] = []

        def note(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
            read.extend(docnames)

        locale.translators.clear()  # they outlive a build, which is no matter where a process has only one
        error, code = "", 2
        with patch_docutils(self.docs), docutils_namespace():
            try:
                app = Sphinx(
                    self.docs,
                    self.docs,
                    outdir,
                    self.root / out / "doctrees",
                    builder,
                    options,
                    status,
                    warning,
                    freshenv=fresh,
                    warningiserror=strict,
                )
                app.connect("env-before-read-docs", note)
                app.build()
                code = app.statuscode
            except Exception as failure:  # noqa: BLE001 - what sphinx-build would print
                error = f"{type(failure).__name__}: {failure}"
        return Build(code, _lines(warning.getvalue()), read, outdir, error, _lines(status.getvalue()))

    def run(self, *arguments: str, builder: str = "html", out: str = "out", cwd: Path | None = None) -> Build:
        """Build in a process of its own, as users do."""
        outdir = self.root / out / builder
        command = [sys.executable, "-m", "sphinx", "-q", "-b", builder, *arguments, str(self.docs), str(outdir)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=cwd or self.root, check=False)
        return Build(done.returncode, _lines(done.stderr), [], outdir, done.stderr, _lines(done.stdout))

    def tree(self, folder: str = "docs") -> Mapping[str, tuple[int, bytes]]:
        """Every file of a folder with its time and content."""
        root = self.root / folder
        return {
            str(path.relative_to(root)): (path.stat().st_mtime_ns, path.read_bytes())
            for path in sorted(root.rglob("*"))
            if path.is_file() and "__pycache__" not in path.parts
        }


def _lines(text: str) -> list[str]:
    return [line for line in re.sub(r"\x1b\[[0-9;]*m", "", text).splitlines() if line.strip()]
