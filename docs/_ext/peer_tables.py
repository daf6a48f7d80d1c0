"""Tables of what other tools catch, made from what was seen of them.

``peer-faults`` shows each fault and who says something of it, ``peer-situations`` what sites make of some situations,
``peer-counts`` how many faults each tool catches. The data is ``benchmarks/capabilities.toml``. ``peer-times`` shows
what a check takes, from ``benchmarks/peers.toml``.
"""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from docutils import nodes
from hostile_tables import table
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

_FILE = Path(__file__).parents[2] / "benchmarks/capabilities.toml"
_TIMES = _FILE.with_name("peers.toml")
_CHECKERS = (
    "sphinx-contracts",
    "pydoclint",
    "ruff",
    "docvet",
    "interrogate",
    "mypy",
    "sphinx.ext.coverage",
    "mkdocstrings",
)
_SITES = ("sphinx-contracts", "autodoc", "sphinx-autoapi", "sphinx-autodoc2", "mkdocstrings", "pdoc")
_MARKS = {"caught": "●", "note": "○", "silent": "–"}
_DISTRIBUTIONS = {"sphinx.ext.coverage": "sphinx", "autodoc": "sphinx"}


class _FromFile(SphinxDirective):
    """A directive that shows a table of the file."""

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(str(_FILE))
        return [self.made(tomllib.loads(_FILE.read_text(encoding="utf-8")))]

    def made(self, data: dict[str, Any]) -> nodes.table:
        raise NotImplementedError


class Faults(_FromFile):
    """Each fault, and the tools that say something of it."""

    def made(self, data: dict[str, Any]) -> nodes.table:
        rows = [[title, *(_MARKS[found[name]] for name in _CHECKERS)] for title, found in data["faults"].items()]
        return table(["Fault", *_CHECKERS], (37, *(9 for _ in _CHECKERS)), rows)


class Counts(_FromFile):
    """How many faults each tool says something of."""

    def made(self, data: dict[str, Any]) -> nodes.table:
        rows = []
        for name in dict.fromkeys((*_CHECKERS, *_SITES)):
            counts = Counter(found[name] for found in data["faults"].values())
            version = data["versions"][_DISTRIBUTIONS.get(name, name)]
            rows.append([f"{name} ({version})", *(str(counts[kind]) for kind in _MARKS)])
        return table(["Tool", *_MARKS], (55, 15, 15, 15), rows)


class Situations(_FromFile):
    """What the builders of sites make of some situations."""

    def made(self, data: dict[str, Any]) -> nodes.table:
        rows = [[title, *(found[name] for name in _SITES)] for title, found in data["situations"].items()]
        return table(["Situation", *_SITES], (28, *(12 for _ in _SITES)), rows)


class Times(SphinxDirective):
    """What a check takes, as a multiple of reading and parsing the same files."""

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(str(_TIMES))
        if not _TIMES.is_file():
            command = nodes.literal("", "python -m benchmarks.peers")
            return [
                nodes.paragraph("", "", nodes.Text("Nothing has been measured here yet: "), command, nodes.Text("."))
            ]
        data = tomllib.loads(_TIMES.read_text(encoding="utf-8"))
        packages = list(data["check"])
        names = list(data["check"][packages[0]])
        rows = [[name, *(self._cell(data["check"][package].get(name, {})) for package in packages)] for name in names]
        where = nodes.paragraph("", f"{data['machine']}, {data['date']}, median of {data['rounds']}.")
        return [table(["Tool", *packages], (40, *(30 for _ in packages)), rows), where]

    def _cell(self, found: dict[str, float]) -> str:
        return f"{found['ratio']:.1f} × ({found['seconds']:.1f} s)" if "ratio" in found else "–"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    for name, directive in {"peer-faults": Faults, "peer-counts": Counts, "peer-situations": Situations}.items():
        app.add_directive(name, directive)
    app.add_directive("peer-times", Times)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
