"""How much of what functions really do is detected: test suites run under observation, held against the contracts.

The source distributions of packages that hold their tests are fetched, and each suite is run in an environment of
its own. What the package's public functions were seen to do, and the exceptions seen to leave them, are looked up in
the contracts. What is missed is listed with the place where the trail is lost.

Key Components:
    - SUITES: what is run
    - main: the command

Usage:
    python -m benchmarks.recall
    python -m benchmarks.recall cookiecutter
"""

import argparse
import ast
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.contracts import Contracts, function_of
from benchmarks.misses import Loss, lost_at
from benchmarks.packages import Package, unpacked_source
from benchmarks.suites import Suite, observed

__all__ = ["SUITES", "main"]

SUITES = (
    Suite(Package("cookiecutter", "2.7.1", "cookiecutter"), ("pytest-mock", "freezegun")),  # annotated, functions
    Suite(Package("distlib", "0.4.4", "distlib"), ("setuptools",)),  # not annotated, classes
    Suite(  # not annotated, classes over files and a database; two test files need a web framework
        Package("diskcache", "5.6.3", "diskcache"),
        (),
        options=("--ignore=tests/test_djangocache.py", "--ignore=tests/test_doctest.py"),
    ),
    Suite(Package("sqlite-utils", "4.2.1", "sqlite_utils"), ("hypothesis",)),  # databases, commands
)
_EFFECT_ANSWERS = ("here", "through calls", "likely", "missed")
_OTHER = "by other code"  # what others raise is out of reach, and shown only
_RAISE_ANSWERS = ("here", "through calls", "likely", "documented", "missed")


@dataclass(slots=True)
class Table:
    """Observed facts of public functions, by kind, with how each is known."""

    answers: tuple[str, ...]  # the columns
    # kind and where it happened -> function and what it does -> how that is known
    seen: dict[tuple[str, str], dict[Any, str]] = field(default_factory=lambda: defaultdict(dict))
    losses: dict[Loss, set[str]] = field(default_factory=lambda: defaultdict(set))  # where trails are lost -> functions

    def rows(self) -> Iterator[str]:
        """Write the table.

        Yields:
            Its lines
        """
        yield f"{'':36} {'observed':>9}" + "".join(f"{name:>15}" for name in self.answers)
        total: Counter[str] = Counter()
        for kind, where in sorted(self.seen):
            counts = Counter(self.seen[kind, where].values())
            total += counts if kind != _OTHER else Counter()
            if counts:
                yield _row(f"{kind}, {where}", counts, self.answers)
        yield _row(f"all but {_OTHER}" if any(kind == _OTHER for kind, _ in self.seen) else "all", total, self.answers)
        detected = total["here"] + total["through calls"]
        yield f"detected: {detected} of {total.total()}" + (f", {detected / total.total():.0%}" if total else "")


def _row(title: str, counts: Counter[str], answers: Iterable[str]) -> str:
    return f"{title:36} {counts.total():9}" + "".join(f"{counts[name]:15}" for name in answers)


def _frames(stack: Sequence[Any]) -> list[int]:
    return [index for index, item in enumerate(stack) if not isinstance(item, str)]


def _effects(contracts: Contracts, record: Iterable[Any]) -> Table:
    table = Table(_EFFECT_ANSWERS)
    for category, _, stack, _ in record:
        frames = _frames(stack)
        innermost = function_of(stack[frames[0]])
        for index in frames:
            place = function_of(stack[index])
            if place not in contracts.public:
                continue
            answer = contracts.effect(place, category)
            own = table.seen[category, "itself"]
            if place == innermost:
                table.seen[category, "through calls"].pop((place, category), None)
                own[place, category] = answer
            elif (place, category) not in own:
                table.seen[category, "through calls"][place, category] = answer
            if answer in ("missed", "likely"):
                loss = lost_at(contracts, stack, index, _has_effect(contracts, category), "own call")
                table.losses[loss].add(f"{contracts.public[place]} {category}")
    return table


def _has_effect(contracts: Contracts, category: str) -> Any:
    return lambda place: contracts.effect(place, category) in ("here", "through calls")


def _raise_lines(tree: ast.Module) -> set[int]:
    return {
        line
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise | ast.Assert)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }


def _is_thrown_in(tree: ast.Module, stack: Sequence[Any], last: int) -> bool:
    """The exception was thrown into a generator that waits at a ``yield``, as ``with`` does with its body's."""
    line = stack[last][3]
    waits = any(
        node.lineno <= line <= (node.end_lineno or node.lineno)
        for node in ast.walk(tree)
        if isinstance(node, ast.Yield | ast.YieldFrom)
    )
    return waits and last > 0


def _exceptions(contracts: Contracts, record: Iterable[Any]) -> Table:
    table = Table(_RAISE_ANSWERS)
    raises: dict[str, set[int]] = {}
    for name, ancestors, stack, _ in record:
        frames = _frames(stack)
        place = function_of(stack[frames[-1]])
        if place not in contracts.public or _is_thrown_in(contracts.tree(place.path), stack, frames[-1]):
            continue
        path, _, _, line = stack[frames[0]]
        if path not in raises:
            raises[path] = _raise_lines(contracts.tree(path))
        stated = frames[0] == 0 and line in raises[path]
        kind = "by a raise statement" if stated else _OTHER
        where = "itself" if function_of(stack[frames[0]]) == place else "through calls"
        answer = contracts.exception(place, ancestors)
        for other in ("itself", "through calls"):
            if where == "itself" or (place, name) not in table.seen[kind, "itself"]:
                table.seen[kind, other].pop((place, name), None)
        if where == "itself" or (place, name) not in table.seen[kind, "itself"]:
            table.seen[kind, where][place, name] = answer
        if stated and answer in ("missed", "documented"):
            loss = lost_at(contracts, stack, frames[-1], _has_exception(contracts, ancestors), "own raise")
            table.losses[loss].add(f"{contracts.public[place]} {name.rpartition('.')[2]}")
    return table


def _has_exception(contracts: Contracts, names: Sequence[str]) -> Any:
    return lambda place: contracts.exception(place, names) in ("here", "through calls")


def _lost(losses: dict[Loss, set[str]]) -> Iterator[str]:
    reasons: dict[str, list[Loss]] = defaultdict(list)
    for loss in losses:
        reasons[loss.reason].append(loss)
    affected = {reason: set[str]().union(*(losses[loss] for loss in found)) for reason, found in reasons.items()}
    for reason, found in sorted(reasons.items(), key=lambda item: -len(affected[item[0]])):
        yield f"  {len(affected[reason]):3} {reason}"
        for loss in sorted(found):
            yield f"        {loss.place}: {loss.source}"
            yield f"            {', '.join(sorted(losses[loss]))}"


def _report(suite: Suite, folder: Path) -> None:
    root = unpacked_source(suite.package, folder / "source")
    record = observed(suite, root, folder / "run")
    contracts = Contracts(suite.package, root)
    for title, table in (
        ("effects of public functions", _effects(contracts, record["effects"])),
        ("exceptions that left public functions", _exceptions(contracts, record["exceptions"])),
    ):
        print(f"\n{suite.package}, {title}")
        print(*table.rows(), sep="\n")
        print("missed, by where the trail is lost (functions):", *_lost(table.losses), sep="\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the suites and print the tables.

    Args:
        arguments: The command line, None for that of the process

    Side Effects:
        - Downloads source distributions and what they need into a temporary folder, in processes of pip
        - Runs their tests in processes
        - Prints tables to stdout
    """
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "names", nargs="*", help=f"of {', '.join(suite.package.name for suite in SUITES)}; none for all"
    )
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        for suite in SUITES:
            if not chosen.names or suite.package.name in chosen.names:
                _report(suite, Path(folder) / suite.package.name)


if __name__ == "__main__":
    main()
