"""Tables of what other tools catch, made from what was seen of them.

``peer-faults`` shows each fault and who says something of it, ``peer-situations`` what sites make of some situations,
``peer-counts`` how many faults each tool catches. The data is ``benchmarks/capabilities.toml``. ``peer-times``
shows what a check or a build takes, from ``benchmarks/peers_check.toml`` and ``benchmarks/peers_build.toml``.
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
# what the row is called that all others are compared with
_FLOORS = {"check": "reading and parsing alone", "build": "pages of one sentence"}
_MARKS = {"caught": "●", "note": "○", "silent": "–"}
_DISTRIBUTIONS = {
    "sphinx.ext.coverage": "sphinx",
    "autodoc": "sphinx",
    "sphinx-apidoc and autodoc": "sphinx",
    "ruff D, DOC": "ruff",
    "pylint docparams": "pylint",
}


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
    """What a part takes, "check" or "build", as a multiple of its floor."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        path = _FILE.with_name(f"peers_{self.arguments[0]}.toml")
        self.env.note_dependency(str(path))
        if not path.is_file():
            command = nodes.literal("", f"python -m benchmarks.peers --only {self.arguments[0]}")
            return [nodes.paragraph("", "Nothing has been measured yet: ", command)]
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        titles = [name for name in data if isinstance(data[name], dict) and name != "versions"]
        # "django 5.2.8" is a column of the one table, "luigi 3.8.1, full" one of the table of luigi
        groups: dict[str, dict[str, str]] = {}
        for title in titles:
            group, _, column = title.rpartition(", ")
            groups.setdefault(group, {})[column] = title
        found = [
            table([group or "Tool", *columns], (40, *(60 // len(columns) for _ in columns)), self._rows(data, columns))
            for group, columns in groups.items()
        ]
        often = f"median of {data['rounds']}" if data["rounds"] > 1 else "measured once"
        return [*found, nodes.paragraph("", f"{data['machine']}, {data['date']}, {often}.")]

    def _rows(self, data: dict[str, Any], columns: dict[str, str]) -> list[list[str]]:
        names = data[next(iter(columns.values()))]
        return [
            [
                self._named(name, data["versions"]),
                *(self._cell(data[title].get(name, {})) for title in columns.values()),
            ]
            for name in names
        ]

    def _named(self, name: str, versions: dict[str, str]) -> str:
        if name == "floor":
            return _FLOORS[self.arguments[0]]
        version = versions.get(_DISTRIBUTIONS.get(name, name))
        return f"{name} ({version})" if version else name

    def _cell(self, found: dict[str, float]) -> str:
        if "ratio" not in found:
            return "–"
        return f"{found['ratio']:.1f} × ({found['seconds']:.1f} s, {found['memory']:.0f} MB; {found['count']})"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    for name, directive in {"peer-faults": Faults, "peer-counts": Counts, "peer-situations": Situations}.items():
        app.add_directive(name, directive)
    app.add_directive("peer-times", Times)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
