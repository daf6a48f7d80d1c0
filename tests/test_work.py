"""How much work a run does, counted and not timed: files read, files parsed, bodies walked, rules run, nodes made."""

import os
import pickle
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

import distributed
import pytest

from sphinx_contracts import materials, walk, workers
from sphinx_contracts.cache import Cache
from sphinx_contracts.check import evaluation
from sphinx_contracts.config import settings_from
from sphinx_contracts.ext import _state
from sphinx_contracts.model.contract import Module
from sphinx_contracts.project import Run, run
from sphinx_contracts.tables.entry import Entry
from sphinx_contracts.tables.view import View
from tests.examples.pages import blocks
from tests.sites.site import Site

_MODULE = '''\
"""Module {number}.

It saves a mark.

Key Components:
    - Mark: a mark
    - save: saves one

Usage:
    from core.m{number} import save
"""


class Mark:
    """A mark.

    Responsibilities:
        - Hold a name

    Attributes:
        name: The name

    Example:
        Mark("x")
    """

    def __init__(self, name: str) -> None:
        """Take the name.

        Args:
            name: The name
        """
        self.name = name


def save(mark: Mark, path: str) -> None:
    """Save a mark.

    Args:
        mark: What to save
        path: Where to

    Side Effects:
        - Writes the file at path

    Example:
        save(Mark("x"), "mark.txt")
    """
    with open(path, "w") as file:
        file.write(mark.name)


def _inner(path: str) -> None:
    def again() -> None:
        save(Mark("x"), path)

    again()
'''
_SETTINGS = settings_from({"sources": ["src/core"]}, "test")


def written(root: Path, count: int) -> Path:
    folder = root / "src" / "core"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "__init__.py").write_text('"""The core.\n\nIt holds modules.\n"""\n')
    for number in range(count):
        (folder / f"m{number}.py").write_text(_MODULE.format(number=number))
    return root


def done(root: Path, cache: Cache | None = None, **given: Any) -> Run:
    return run(_SETTINGS, root, root, cache=cache, **given)


class Work:
    """What is done from here on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reads: Counter[str] = Counter()
        self.parses = 0
        self.walks: Counter[int] = Counter()
        self.rules: Counter[tuple[str, str, int]] = Counter()
        read, parse, visited, rules_on = materials.read_bytes, workers.parse_source, walk._visited, evaluation._rules_on
        kept: list[Any] = []  # what is counted by its identity must not give it away

        def reading(path: Path) -> Any:
            self.reads[path.name] += 1
            return read(path)

        def parsing(data: bytes) -> Any:
            self.parses += 1
            return parse(data)

        def walking(body: Any, table: Any) -> Any:
            kept.append(body)
            self.walks[id(body)] += 1
            return visited(body, table)

        def rules(kind: str, documented_here: bool) -> Iterator[Any]:
            for rule, check, passed in rules_on(kind, documented_here):

                def counted(value: Any, context: Any, rule: Any = rule, check: Any = check) -> Any:
                    kept.append(value)
                    self.rules[rule.name, kind, id(value)] += 1
                    return check(value, context)

                yield rule, counted, passed

        monkeypatch.setattr(materials, "read_bytes", reading)
        monkeypatch.setattr(workers, "parse_source", parsing)
        monkeypatch.setattr(walk, "_visited", walking)
        monkeypatch.setattr(evaluation, "_rules_on", rules)


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    return Work(monkeypatch)


def test_everything_is_done_once(tmp_path: Path, work: Work) -> None:
    done(written(tmp_path, 5))
    assert set(work.reads.values()) == {1}
    assert len(work.reads) == work.parses == 6
    # each module's import, its four functions and the constructor, which is asked for its attributes too
    assert sum(work.walks.values()) <= 1 + 5 * 6
    assert set(work.rules.values()) == {1}


def test_twice_the_code_is_twice_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = []
    for count in (4, 8, 16):
        with monkeypatch.context() as patch:
            work = Work(patch)
            done(written(tmp_path / str(count), count))
            counts.append((work.parses - 1, sum(work.walks.values()) - 1, len(work.rules)))
    (parses, walks, rules), *more = counts
    package = 2 * rules - more[0][2]  # what the package itself takes
    for factor, (later_parses, later_walks, later_rules) in zip((2, 4), more, strict=True):
        assert (later_parses, later_walks) == (factor * parses, factor * walks)
        assert later_rules - package == factor * (rules - package)


def test_what_has_not_changed_is_not_looked_at_again(tmp_path: Path, work: Work) -> None:
    root, file = written(tmp_path, 5), tmp_path / "cache" / "x.cache"
    done(root, Cache(file))
    cold = work.parses
    done(root, Cache(file))
    assert work.parses == cold
    (root / "src/core/m3.py").write_text(_MODULE.format(number=3).replace("mark.txt", "other.txt"))
    done(root, Cache(file))
    assert work.parses == cold + 1


def test_all_tables_of_an_object_are_one_node(tmp_path: Path) -> None:
    site = Site(tmp_path / "site")
    sections = "Args:\n        x: Any\n\n    Returns:\n        It\n\n    Raises:\n        OSError: Never"
    functions = [f"def f{number}(x: int) -> int:\n    '''Do.\n\n    {sections}\n    '''\n" for number in range(20)]
    site.write("src/core/good.py", "\n\n".join(['"""Good."""', *functions]))
    build = site.build()
    with next(site.root.rglob("core.good.doctree")).open("rb") as file:
        nodes = Counter(type(node).__name__ for node in pickle.load(file).findall())
    assert build.text("contracts/core.good.html").count("<table") > 3 * 20
    assert nodes["ContractBlocks"] == 20 + 1
    assert nodes.total() < 9 * 20  # transforms go through all of them some thirty times


def test_only_the_pages_of_what_changed_are_laid_out_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(tmp_path / "site")
    for number in range(8):
        site.write(f"src/core/m{number}.py", _MODULE.format(number=number))
    site.write(
        "src/core/user.py",
        '"""Uses."""\nfrom core.m3 import save\n\n\ndef use(mark):\n    """Use."""\n    save(mark, "x")\n',
    )
    site.build()
    laid_out: Counter[str] = Counter()
    module_entry = _state.module_entry

    def counted(module: Module, view: View) -> Entry:
        laid_out[module.name] += 1
        return module_entry(module, view)

    monkeypatch.setattr(_state, "module_entry", counted)
    site.build()
    assert not laid_out
    text = _MODULE.format(number=3)
    site.write("src/core/m3.py", text.replace("file.write(mark.name)", "file.write(mark.name)\n        raise OSError"))
    site.build()
    # once to compare, once to read the document again
    assert laid_out == {"core.m3": 2, "core.user": 2}
    laid_out.clear()
    site.write("src/core/m3.py", text)
    site.build("text")
    assert set(laid_out) == {"core.m3", "core.user"}
    site.build()
    # what no page shows is compared once, not again at every change of another file
    site.write("src/core/m4.py", f"{_MODULE.format(number=4)}\n\n_hidden = 1\n")
    for line in ("A line.", "Another line."):
        laid_out.clear()
        site.write("src/core/m3.py", text.replace("It saves a mark.", line))
        site.build()
        assert laid_out.pop("core.m4", 0) == (line == "A line.")
        assert laid_out == {"core.m3": 2}


@pytest.mark.filterwarnings("default")
def test_a_dask_cluster_does_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_BATCH", 1)  # one file is sent at a time
    root = written(tmp_path, 6)
    cluster = distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    with cluster, distributed.Client(cluster) as client:
        executor: Executor = client.get_executor()
        carried = done(root, executor=executor)
        # as the documentation shows it, from the folder of the project
        monkeypatch.chdir(root)
        names: dict[str, Any] = {"client": client}
        exec(blocks("docs/explanation/performance.md")[0].text, names)
        holders = client.run(lambda: __import__("sys").modules.keys() & {"sphinx_contracts.analyse.modules"})
    assert carried == done(root)
    assert names["result"].findings == carried.findings
    assert any(holders.values())  # it was done there


def test_a_known_result_is_shown_without_loading_what_finds_it(tmp_path: Path) -> None:
    """Importing the rules and the readers of docstrings takes longer than the rest of such a check."""
    written(tmp_path, 2)
    (tmp_path / "pyproject.toml").write_text(
        '[tool.sphinx-contracts]\nsources = ["src/core"]\nbaseline = "known.txt"\n'
    )
    script = (
        "import sys\nfrom sphinx_contracts.cli import main\n"
        "try:\n    main(['check', *sys.argv[1:]])\n"
        "finally:\n    print(*(name for name in sys.modules if name.startswith('sphinx_contracts.')), file=sys.stderr)\n"
    )
    loaded = []
    for options in (["--write-baseline"], [], []):
        command = [sys.executable, "-c", script, *options]
        environment = {**os.environ, "SPHINX_CONTRACTS_CACHE_DIR": str(tmp_path / "cache")}
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
        loaded.append({name.split(".")[1] for name in done.stderr.split()})
    heavy = {"analysis", "analyse", "calls", "docstrings", "effects", "files", "formats", "raises", "workers"}
    assert heavy <= loaded[0]
    assert not heavy & loaded[-1]
