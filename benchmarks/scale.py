"""How a check grows up to a tree of 20,000 modules, and what several processes or a Dask cluster add.

Each measurement is a process of its own. The tree is generated: modules of five documented functions that call those
of the next module, so effects and exceptions travel from file to file.

Key Components:
    - SIZES: how many modules
    - ENGINES: who analyses the files
    - main: the command

Usage:
    python -m benchmarks.scale
    python -m benchmarks.scale --sizes 500 1000
"""

import argparse
import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import generated
from sphinx_contracts.cache import Cache
from sphinx_contracts.config import Settings, settings_from
from sphinx_contracts.project import run

__all__ = ["ENGINES", "SIZES", "main"]

SIZES = (2_500, 5_000, 10_000, 20_000)


def _one(settings: Settings, root: Path) -> None:
    run(settings, root, root)


def _cached(settings: Settings, root: Path) -> None:
    run(settings, root, root, cache=Cache(root / "kept.cache"))


def _two(settings: Settings, root: Path) -> None:
    run(settings, root, root, jobs=2)


def _dask(settings: Settings, root: Path) -> None:
    import distributed

    cluster = distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    with cluster, distributed.Client(cluster) as client:
        run(settings, root, root, executor=client.get_executor())


ENGINES: dict[str, Callable[[Settings, Path], None]] = {
    "one process": _one,
    "two processes": _two,
    "a Dask cluster of two": _dask,
    "a cold cache": _cached,
    "a warm cache": _cached,
}


def _measured(engine: str, root: Path) -> tuple[float, float]:
    """Seconds that passed, and the most memory that the process itself held, in MiB."""
    command = [sys.executable, "-m", "benchmarks.scale", "--one", engine, str(root)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, peak = json.loads(done.stdout.splitlines()[-1])
    return float(seconds), float(peak)


def _measure(engine: str, root: Path) -> None:
    gc.disable()
    settings = settings_from({"sources": ["sample"]}, "scale.py")
    started = time.perf_counter()
    ENGINES[engine](settings, root)
    seconds = time.perf_counter() - started
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print.

    Args:
        arguments: The command line, None for that of the process

    Side Effects:
        - Writes generated code into a temporary folder
        - Runs a process for each measurement
        - Prints figures to stdout
    """
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES, help="how many modules")
    parser.add_argument("--one", nargs=2, metavar=("ENGINE", "FOLDER"), help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.one:
        _measure(chosen.one[0], Path(chosen.one[1]))
        return
    with tempfile.TemporaryDirectory() as temporary:
        for size in chosen.sizes:
            root = Path(temporary) / str(size)
            generated.write("many files", size, root / "sample")
            seconds, peak = _measured("one process", root)
            print(
                f"{size:7,} modules {seconds:7.1f} s {1000 * seconds / size:6.2f} ms each {peak:6.0f} MiB", flush=True
            )
        for engine in list(ENGINES)[1:]:
            seconds, peak = _measured(engine, root)
            print(f"{size:7,} modules with {engine:22} {seconds:7.1f} s {peak:6.0f} MiB", flush=True)


if __name__ == "__main__":
    main()
