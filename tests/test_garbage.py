"""What the collector is spared, and that nothing else changes."""

import gc
import subprocess
import sys

import pytest

from sphinx_contracts.garbage import without_collection


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


def test_the_end_of_a_process_is_spared_once() -> None:
    program = (
        "import atexit, gc\n"
        "from sphinx_contracts.garbage import spare_the_end\n"
        # what is registered first is called last
        "atexit.register(lambda: print(gc.get_freeze_count() > 1000))\n"
        "before = atexit._ncallbacks()\n"
        "spare_the_end(); spare_the_end()\n"
        "print(atexit._ncallbacks() - before)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    added, at_exit = done.stdout.splitlines()
    assert (added, at_exit) == ("1", "True")
