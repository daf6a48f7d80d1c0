"""What the collector is spared, and that nothing else changes."""

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from sphinx_contracts.garbage import without_collection

_SAMPLE = '"""A module."""\n'
# what is registered first is called last, and a function that replaces ``freeze`` is counted in its place
_COUNTED = """
import atexit, gc
calls = []
gc.freeze = lambda: calls.append(1)
atexit.register(lambda: print("frozen", len(calls)))
"""


@pytest.mark.parametrize("was_enabled", [True, False])
@pytest.mark.parametrize("fails", [True, False])
def test_the_collector_is_afterwards_as_it_was(was_enabled: bool, fails: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if was_enabled else gc.disable)()
        try:
            with without_collection():
                assert not gc.isenabled()
                if fails:
                    raise KeyError
        except KeyError:
            pass
        assert gc.isenabled() is was_enabled
    finally:
        (gc.enable if before else gc.disable)()


def test_a_program_that_stops_collection_twice_spares_its_end_once() -> None:
    program = f"{_COUNTED}\nfrom sphinx_contracts.garbage import stop_collection\nstop_collection(); stop_collection()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "frozen 1\n"


def test_the_command_line_collects_nothing_to_the_end(tmp_path: Path) -> None:
    (tmp_path / "sample.py").write_text(_SAMPLE)
    lines = [
        _COUNTED,
        "from sphinx_contracts.cli import main",
        "atexit.register(lambda: print('enabled', gc.isenabled()))",
        "main(['check', '--no-cache', 'sample.py'])",
    ]
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.stdout.splitlines()[-2:] == ["enabled False", "frozen 1"], done.stderr
