"""Tables of hostile input, made from the data of the tests and from what other tools were seen to do.

``hostile-inputs`` lists every input with its outcome here and in each tool, ``hostile-counts`` counts them,
``hostile-situations`` and ``hostile-properties`` name the tests that hold the rest, ``hostile-runs`` tells how much
Hypothesis has tried. Nothing here imports pytest.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

_ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(_ROOT))

from tests.hostile.inputs import INPUTS, Input  # noqa: E402 - found from the project's folder
from tests.hostile.situations import PROPERTIES, SITUATIONS  # noqa: E402

_PEERS = ("sphinx-autoapi", "sphinx-autodoc2", "griffe", "pydoclint")
_KINDS = ("fine", "warns", "silent", "unsafe", "lost", "hangs")
_PEERS_FILE = _ROOT / "benchmarks/hostile_peers.toml"
_RUNS_FILE = _ROOT / "benchmarks/long_runs.toml"


def table(columns: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str]]) -> nodes.table:
    """A table whose cells hold text, with literals between backticks."""
    group = nodes.tgroup("", cols=len(columns))
    group += [nodes.colspec("", colwidth=width) for width in widths]
    group += nodes.thead("", _row(columns))
    group += nodes.tbody("", *map(_row, rows))
    return nodes.table("", group, classes=["colwidths-given"])


def _row(cells: Sequence[str]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *_inline(cell))) for cell in cells))


def _inline(text: str) -> list[nodes.Node]:
    parts = text.split("``")
    return [nodes.literal("", part) if index % 2 else nodes.Text(part) for index, part in enumerate(parts) if part]


class _Table(SphinxDirective):
    """A directive that shows what stands in files outside of the documents."""

    files: tuple[Path, ...] = ()

    def run(self) -> list[nodes.Node]:
        for path in (*self.files, *_ROOT.joinpath("tests/hostile").rglob("*.py")):
            self.env.note_dependency(str(path))
        return [self.made()]

    def made(self) -> nodes.table:
        raise NotImplementedError


def _peers() -> dict[str, Any]:
    return tomllib.loads(_PEERS_FILE.read_text(encoding="utf-8"))


def _here(item: Input) -> str:
    others = sorted(outcome for outcome in item.others if outcome is not item.outcome)
    return f"{item.outcome} (on other interpreters {' or '.join(others)})" if others else str(item.outcome)


class Inputs(_Table):
    """Every input, its outcome here and in other tools."""

    files = (_PEERS_FILE,)

    def made(self) -> nodes.table:
        data = _peers()
        columns = ["Input", "Here", *(f"{name} {data['versions'][name]}" for name in _PEERS)]
        rows = [
            [item.title, _here(item), *(data["outcomes"].get(item.title, {}).get(name, "–") for name in _PEERS)]
            for item in INPUTS
        ]
        return table(columns, (30, 20, 15, 15, 10, 10), rows)


class Counts(_Table):
    """How often each tool did what."""

    files = (_PEERS_FILE,)

    def made(self) -> nodes.table:
        data = _peers()
        rows = []
        for name in ("sphinx-contracts", *_PEERS):
            counts = Counter(found[name] for found in data["outcomes"].values())
            rows.append([f"{name} {data['versions'][name]}", *(str(counts[kind]) for kind in _KINDS)])
        return table(["Tool", *_KINDS], (30, *(10 for _ in _KINDS)), rows)


class Situations(_Table):
    """What is no file: what comes of it, and the test."""

    def made(self) -> nodes.table:
        rows = [[f"{row}: {name}", outcome, f"``{test}``"] for row, name, outcome, test in SITUATIONS]
        return table(["Situation", "Outcome", "Test"], (25, 25, 50), rows)


class Properties(_Table):
    """What must hold, and the tests."""

    def made(self) -> nodes.table:
        rows = [
            [str(number), name, ", ".join(f"``{test}``" for test in tests)]
            for number, (name, tests) in enumerate(PROPERTIES, 1)
        ]
        return table(["", "Property", "Tests"], (5, 30, 65), rows)


class Runs(_Table):
    """How many examples Hypothesis has tried in the last long run."""

    files = (_RUNS_FILE,)

    def made(self) -> nodes.table:
        data = tomllib.loads(_RUNS_FILE.read_text(encoding="utf-8"))
        rows = [
            [
                f"``{name}``",
                f"{found['examples']:,}",
                f"{found['steps']:,}" if found["steps"] else "–",
                str(found["failing"]),
            ]
            for name, found in data["tests"].items()
        ]
        return table(["Test", "Examples", "Most steps in each", "Failing"], (60, 15, 15, 10), rows)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    for name, directive in {
        "hostile-inputs": Inputs,
        "hostile-counts": Counts,
        "hostile-situations": Situations,
        "hostile-properties": Properties,
        "hostile-runs": Runs,
    }.items():
        app.add_directive(name, directive)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
