"""What checking costs, against parsing alone, and how it grows.

The floor is one process that reads every file and calls ``ast.parse``, garbage collection off. Every measurement is
a process of its own, and floor and check take turns, so that both meet the same machine. Only the ratios mean
anything.

Key Components:
    - PACKAGES: what is measured
    - main: the command

Usage:
    python -m benchmarks.cost
    python -m benchmarks.cost --rounds 5 path/to/package
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks import generated
from benchmarks.packages import Package, unpacked_wheel

__all__ = ["PACKAGES", "main"]

PACKAGES = (
    Package("luigi", "3.8.1", "luigi"),
    Package("dask", "2026.8.0", "dask"),
    Package("django", "5.2.8", "django"),
)
_ROUNDS = 3
_SIZE = 100  # generated objects at first; then twice and four times as many


def _measured(what: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.stages", what, str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def _compared(label: str, folder: Path, rounds: int) -> Iterator[str]:
    """Ratios of one code base, floor and check taking turns."""
    results: dict[str, list[dict[str, float]]] = {"floor": [], "check": [], "check without gc": []}
    for _ in range(rounds):
        for what, found in results.items():
            found.append(_measured(what, folder))
    floor = median(item["seconds"] for item in results["floor"])
    files, size = results["floor"][0]["files"], results["floor"][0]["bytes"]
    yield f"{label}: {files:.0f} files, {size / 2**20:.1f} MiB"
    for what, found in results.items():
        ratios = sorted(item["seconds"] / other["seconds"] for item, other in zip(found, results["floor"], strict=True))
        seconds = median(item["seconds"] for item in found)
        memory = median(item["peak"] for item in found) / 2**20
        yield (
            f"    {what:18} {seconds:7.2f} s  {median(ratios):5.2f} × the floor"
            f" ({ratios[0]:.2f} to {ratios[-1]:.2f})  peak {memory:6.0f} MiB"
        )
    stages = _measured("stages", folder)
    total = stages.pop("total")
    for name, seconds in stages.items():
        yield f"        {name:34} {seconds / total:5.0%}  {seconds / floor:5.2f} × the floor"


def _growth(folder: Path, rounds: int) -> Iterator[str]:
    """How the time grows with the code, for code that might make it grow faster than that."""
    yield f"growth: time of twice as much ÷ time, for {_SIZE} → {2 * _SIZE} → {4 * _SIZE} (2.0 is linear)"
    for name in generated.SHAPES:
        times = []
        for factor in (1, 2, 4):
            root = folder / f"{name}{factor}" / "sample"
            generated.write(name, factor * _SIZE, root)
            times.append(min(_measured("check", root)["seconds"] for _ in range(rounds)))
        yield f"    {name:24} {times[1] / times[0]:5.2f} {times[2] / times[1]:5.2f}   ({times[2]:.2f} s)"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print.

    Args:
        arguments: The command line, None for that of the process

    Side Effects:
        - Downloads wheels into a temporary folder, in processes of pip, and writes generated code there
        - Runs a process for each measurement
        - Prints ratios to stdout
    """
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, help="package folders to measure instead of those fetched")
    parser.add_argument("--rounds", type=int, default=_ROUNDS, help="how often each is measured")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        for folder in chosen.folders:
            print(*_compared(folder.name, folder.resolve(), chosen.rounds), sep="\n", flush=True)
        for package in () if chosen.folders else PACKAGES:
            root = unpacked_wheel(package, Path(temporary) / package.name) / package.source
            print(*_compared(str(package), root, chosen.rounds), sep="\n", flush=True)
        print(*_growth(Path(temporary), chosen.rounds), sep="\n")


if __name__ == "__main__":
    main()
