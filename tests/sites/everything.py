"""A code base whose pages hold every kind of table, and what its pages say in the output of each builder."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

from tests.sites.site import INDEX, Site

ENGINE = '''\
"""Runs jobs.

It takes jobs from a queue; see `the manual <https://example.org/manual_of(jobs)>`_ & 100 % of $HOME.

Key Components:
    - Engine: runs one job
    - Settings: what a job needs

Usage:
    from core.engine import Engine

    Engine().run(Settings(), "a_b")

Responsibilities:
    - Runs jobs one after the other

Data Flow:
    1. Read the job
    2. Write the result

Guarantees:
    - No job is run twice

Status JSON Format
------------------

The engine_status.json file has the following structure:

{
    "current_step": 1000,       // int: Number of the step
    "val_train_gap": 0.07,      // float: Gap in percent, null at first
    "recent": [                 // List: Latest examples
        {
            "prompt": "2+2?"    // str: What was asked
        }
    ]
}
"""

import enum
import warnings
from dataclasses import dataclass
from pathlib import Path

_log = Path("import_log.txt")
_log.write_text("imported")


class Mode(enum.Enum):
    """How to run.

    A mode is chosen once.
    """

    FAST = 1  # as quickly as may be
    SLOW = 2  # with all checks


class BrokenJobError(Exception):
    """A job that cannot be run.

    It is raised before anything is written.
    """


@dataclass
class Settings:
    """What a job needs.

    Settings are read once.
    """

    batch_size: int = 16  # examples per device & step
    output_dir: Path | None = None  # where results go, <stdout> when None


class Engine:
    """Runs one job.

    Responsibilities:
        - Loads the data

    Attributes:
        mode: How it runs

    Example:
        Engine().run(Settings(), "name")
    """

    mode: Mode = Mode.FAST

    def run(self, settings: Settings, name: "str | None" = "a_b", *args: int, **options: dict[str, list[Mode]]) -> Settings:
        """Run a job.

        Precedence (highest to lowest):
            1. options
            2. settings

        Args:
            settings: Settings containing:
                - batch_size: int (how many at once)
                - output_dir: Path (where `results` go)
            name: What it is called, with ``under_scores`` and *stress*
            *args: Numbers
            **options: More of `Mode`

        Returns:
            Settings containing:
                - batch_size: int (what was used)

        Raises:
            BrokenJobError: If the job is broken
            ValueError: If ``name`` is empty

        Warns:
            UserWarning: If it is slow

        Side Effects:
            - Writes the file ``result.txt``
            - Prints the progress

        Example:
            Engine().run(Settings(), name="x" * 3)
        """
        if not name:
            raise ValueError("name")
        if name == "broken":
            raise BrokenJobError(name)
        warnings.warn("slow", UserWarning, stacklevel=2)
        Path("result.txt").write_text(name)
        print(name)
        self._close(settings)
        return settings

    def _close(self, settings: Settings) -> None:
        if settings.batch_size < 0:
            raise LookupError("batch")


def bare(x):
    return x
'''

DOCUMENTS = {
    "docs/index.rst": INDEX + "   everything\n",
    "docs/everything.rst": """\
Everything
==========

.. contract:index::

.. contract:checklist::

.. contract:rollout::

.. contract:rules::
""",
}
PHASES = [
    {"name": "Phase one", "modules": ["core.engine", "core.absent"], "enforce": False},
]
OPTIONS = {
    "version": "1",
    "epub_copyright": "x",
    "linkcheck_ignore": [".*"],
    "man_pages": [("index", "site", "Site", ["x"], 1)],
    "contracts_rollout": PHASES,
    "suppress_warnings": ["contracts.*"],
}
PAGES = ("contracts/core.engine", "contracts/index", "everything")
KINDS = (
    *("inputs", "outputs", "side-effects", "raises", "warns", "fields", "members", "components", "format"),
    *("modules", "checklists", "checklist", "findings", "rollout", "rollout-modules", "rules"),
)


def write_everything(site: Site) -> None:
    """Write the sources, the documents and the settings."""
    site.write("src/core/engine.py", ENGINE)
    for name, text in DOCUMENTS.items():
        site.write(name, text)
    site.configure(**OPTIONS)


class _Cells(HTMLParser):
    """The texts of our tables in a page: captions, headings and cells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.cells: list[str] = []
        self.kinds: set[str] = set()
        self._tables = 0
        self._open = 0
        self._skip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = dict(attrs).get("class") or ""
        if tag == "table":
            self._tables += "contract-table" in kind or self._tables > 0
            self.kinds.update(re.findall(r"contract-table contract-([\w-]+)", kind))
        if tag in ("td", "th", "caption") and self._tables:
            self._open += 1
            self.cells.append("")
        if tag == "a" and "headerlink" in kind:
            self._skip += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self._tables:
            self._tables -= 1
        if tag in ("td", "th", "caption") and self._open:
            self._open -= 1
        if tag == "a" and self._skip:
            self._skip -= 1

    def handle_data(self, data: str) -> None:
        if self._open and not self._skip:
            self.cells[-1] += data


def cells_of(page: str) -> tuple[list[str], set[str]]:
    """The texts of the cells of our tables in an HTML page, and the kinds of these tables."""
    parser = _Cells()
    parser.feed(page)
    return [text for text in parser.cells if plain(text)], parser.kinds


def plain(text: str) -> str:
    """The letters and digits of a text: what no wrapping and no markup changes."""
    return re.sub(r"[\W_]+", "", text)


def _plain_latex(text: str) -> str:
    text = re.sub(
        r"\\(?:hyperref|label|phantomsection|detokenize|hyperlink|sphinxthelevel)\b(?:\[\\detokenize\{[^}]*\}\])?",
        "",
        text,
    )
    text = re.sub(r"\{\\detokenize\{[^}]*\}\}", "", text)
    return re.sub(r"\\(?:begin|end)\{[^}]*\}|\\[A-Za-z]+\*?", "", text)


def _plain_man(text: str) -> str:
    text = re.sub(r"\\f[A-Z]|\\f\(..", "", text)
    text = re.sub(r"\\\((?:aq|dq|bu|en|em|ha|ti|ga|rs|lq|rq)", "", text)
    return re.sub(r"^\.(?:[A-Za-z]{2}\b)(?: \d.*)?$", "", text, flags=re.MULTILINE)


def _plain_text(text: str) -> str:
    """The cells of drawn tables, each in one piece, and everything around them."""
    found: list[str] = []
    edges: list[int] = []
    columns: dict[int, str] = {}
    for line in [*text.splitlines(), ""]:
        stripped = line.lstrip()
        if stripped.startswith("+") and set(stripped) <= set("+-="):
            found += columns.values()
            columns = {}
            edges = [index for index, char in enumerate(line) if char == "+"]
        elif stripped.startswith("|") and edges:
            start = edges[0]
            for edge in edges[1:]:
                if line[edge : edge + 1] in ("|", "+", ""):
                    columns[start] = columns.get(start, "") + line[start + 1 : edge]
                    start = edge
        else:
            found += columns.values()
            columns = {}
            edges = [] if stripped else edges
            found.append(line)
    return "\n".join(found)


def _without_tags(text: str) -> str:
    return re.sub(r"<[^>]*>", "", text)


PLAIN: dict[str, Callable[[str], str]] = {
    "text": _plain_text,
    "man": _plain_man,
    "latex": _plain_latex,
    "xml": _without_tags,
    "pseudoxml": lambda text: re.sub(r"^ *<[a-z_]+(?: [^>]*)?> *$", "", text, flags=re.MULTILINE),
    "texinfo": lambda text: re.sub(r"@ref\{[^,}]*,,?|@[a-z]+\{|@anchor\{[^}]*\}", "", text),
}
"""How to read the output of a builder that does not write HTML."""


def missing(cells: Iterator[str] | list[str], output: str) -> list[str]:
    """The cells that an output does not hold."""
    words = plain(output)
    return [cell for cell in cells if plain(cell) not in words]
