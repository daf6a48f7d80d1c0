"""The measurements run: what they watch is still there under its name."""

import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest

import sphinx_contracts
from benchmarks.long_run import _found as found
from benchmarks.profiles import PARTS, shares

_PROJECT = Path(__file__).parents[1]


def test_every_stage_of_a_check_is_clocked(tmp_path: Path) -> None:
    package = tmp_path / "sample"
    package.mkdir()
    lines = [
        '"""A sample."""',
        "import json",
        "class A:",
        '    """A class."""',
        "    def read(self, path: str) -> dict:",
    ]
    lines += ['        """Read."""', "        return json.load(open(path))", ""]
    (package / "__init__.py").write_text("\n".join(lines))
    command = [sys.executable, "-m", "benchmarks.stages", "stages", str(package)]
    done = subprocess.run(command, cwd=_PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    spent = json.loads(done.stdout)
    assert len(spent) == 9
    assert all(seconds > 0 for seconds in spent.values())
    assert sum(spent.values()) <= 2 * spent["total"] + 0.001


_STATISTICS = """\
tests/property/test_cache.py::TestChecks::runTest:

  - during generate phase (4.05 seconds):
    - 38 passing examples, 0 failing examples, 2 invalid examples
  - Stopped because settings.max_examples=40

tests/property/test_totality.py::test_docstrings:

  - during reuse phase (0.01 seconds):
    - 1 passing examples, 1 failing examples, 0 invalid examples
  - during generate phase (1.00 seconds):
    - 8 passing examples, 0 failing examples, 0 invalid examples

1 passed in 36.07s
"""


def test_examples_are_counted_for_each_test() -> None:
    assert {name: (item["examples"], item["failing"]) for name, item in found(_STATISTICS).items()} == {
        "tests/property/test_cache.py::TestChecks::runTest": (38, 0),
        "tests/property/test_totality.py::test_docstrings": (10, 1),
    }


def test_a_run_without_examples_counts_none() -> None:
    assert found("Hypothesis Statistics\n1 passed in 36.07s\n") == {}


def test_a_sample_belongs_to_the_innermost_frame_that_has_a_part() -> None:
    samples = [
        "main (sphinx/cmd/build.py:1);Builder.read_doc (sphinx/builders/__init__.py:9);parse (ast.py:50) 3",
        "main (sphinx/cmd/build.py:1);Builder.read_doc (sphinx/builders/__init__.py:9);walk (docutils/nodes.py:2) 5",
        "<module> (other.py:1) 2",
    ]
    assert shares(samples) == {"Sphinx: reading documents": 0.5, "parsing": 0.3, "all else": 0.2}


@pytest.mark.parametrize("mark", [mark for marks in PARTS.values() for mark in marks if "sphinx_contracts/" in mark])
def test_every_part_is_one_of_code_that_exists(mark: str) -> None:
    function, _, path = mark.rpartition(" (")
    files = list(Path(sphinx_contracts.__file__).parents[1].glob(f"{path.rstrip('/')}*"))
    assert files
    if function:
        assert any(f"def {function.rpartition('.')[2]}(" in file.read_text(encoding="utf-8") for file in files)


def test_what_is_called_while_linking_belongs_to_that() -> None:
    stack = "link (sphinx_contracts/analyse/linking.py:9);class_of (sphinx_contracts/analyse/classes.py:2) 1"
    assert list(shares([stack])) == ["linking: effects and exceptions of what is called"]
