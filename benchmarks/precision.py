"""How many of the errors reported are right: a random sample of findings held against recorded judgements.

A draw names three packages of different style that nothing here was written for; they are fetched and checked. From
the error findings of each, twenty are drawn at random with a fixed seed: a third of the item side-effects, a third of
the item error-conditions, the rest of all other items, as far as there are enough. The draw takes the findings whose
hash comes first, so that one finding that goes away changes only its own place in the sample. What was wrong in a draw
is fixed, so only another draw, of other packages, is blind again; the figures of all of them are kept.

Key Components:
    - Draw: a seed and the packages that are drawn from
    - DRAWS: the draws that were judged
    - sample: the findings drawn of one package
    - main: the command

Usage:
    python -m benchmarks.precision
    python -m benchmarks.precision --draw first
    python -m benchmarks.precision --draw second --seed 2 --unjudged
"""

import argparse
import hashlib
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.judgements import Judgement, Place, judgement_of, place_of, read_judgements, unjudged_entry
from benchmarks.packages import Package, unpacked_wheel
from sphinx_contracts.config import settings_from
from sphinx_contracts.model.finding import Finding, Item, Severity
from sphinx_contracts.project import run

__all__ = ["DRAWS", "Draw", "main", "sample"]


@dataclass(frozen=True, slots=True)
class Draw:
    """What is drawn from, and how."""

    seed: int  # another seed draws others
    packages: tuple[Package, ...]  # one in Google style and annotated, one in NumPy style, one of reST fields


DRAWS = {
    "first": Draw(
        seed=1,
        packages=(
            Package("kedro", "1.7.0", "kedro"),  # Google style, annotated
            Package("dask", "2026.8.0", "dask"),  # NumPy style, hardly annotated
            Package("luigi", "3.8.1", "luigi"),  # reST fields, not annotated
        ),
    ),
    "second": Draw(
        seed=1,
        packages=(
            Package("pytorch-lightning", "2.6.6", "pytorch_lightning"),  # Google style, annotated
            Package("datalad", "1.7.1", "datalad"),  # NumPy style, hardly annotated
            Package("boto", "2.49.0", "boto"),  # reST fields, old, not annotated
        ),
    ),
    "third": Draw(
        seed=1,
        packages=(
            Package("mlflow", "3.18.0", "mlflow"),  # Google style, annotated
            Package("mne", "1.13.2", "mne"),  # NumPy style, completed by decorators, not annotated
            Package("ansible-core", "2.19.14", "ansible"),  # reST fields, old, partly annotated
        ),
    ),
}
_EACH = 20
_FOCUS = (Item.SIDE_EFFECTS, Item.ERROR_CONDITIONS)
_AROUND = 4  # source lines shown before and after a finding's


def sample(package: Package, findings: Iterable[Finding], seed: int, size: int = _EACH) -> list[Finding]:
    """Draw error findings.

    Args:
        package: The package that they were found in
        findings: All findings of it
        seed: Another seed draws others
        size: How many

    Returns:
        The findings drawn, in order of their position

    Example:
        drawn = sample(package, result.findings, seed=1)
    """
    standing = [item for item in findings if item.severity == Severity.ERROR and item.suppressed is None]
    ordered = sorted(standing, key=lambda item: _lot(package, item, seed))
    third = (size + 1) // 3
    drawn = [item for kind in _FOCUS for item in [one for one in ordered if one.item == kind][:third]]
    drawn += [item for item in ordered if item.item not in _FOCUS][: size - len(drawn)]
    drawn += [item for item in ordered if item not in drawn][: size - len(drawn)]
    return sorted(drawn, key=lambda item: (item.path, item.line, item.rule, item.message))


def _lot(package: Package, finding: Finding, seed: int) -> bytes:
    """Independent of the order of findings, of their wording and of this process."""
    text = f"{seed} {package} {finding.rule} {finding.object} {finding.line} {finding.column}"
    return hashlib.sha256(text.encode()).digest()


def _checked(package: Package, folder: Path) -> tuple[Path, tuple[Finding, ...]]:
    root = unpacked_wheel(package, folder)
    settings = settings_from({"sources": [package.source]}, "precision.py")
    return root, run(settings, root, root).findings


def _excerpt(path: Path, line: int) -> Iterator[str]:
    lines = path.read_text("utf-8", "replace").split("\n")
    for number in range(max(1, line - _AROUND), min(len(lines), line + _AROUND) + 1):
        yield f"    {'>' if number == line else ' '} {number:5} {lines[number - 1]}"


def _verdict(judgement: Judgement | None) -> str:
    if judgement is None:
        return "not judged yet"
    return f"{'right' if judgement.right else 'WRONG'}: {judgement.reason}"


def _show(root: Path, finding: Finding, judgement: Judgement | None) -> None:
    print(f"{finding.path}:{finding.line}: {finding.object}: {finding.message} [{finding.rule}]")
    print(*_excerpt(root / finding.path, finding.line), sep="\n")
    print(f"    {_verdict(judgement)}\n")


def _table(drawn: Sequence[tuple[Finding, Judgement | None]]) -> Iterator[str]:
    judged = [item for _, item in drawn if item is not None]
    rules, known = Counter(str(finding.rule) for finding, _ in drawn), Counter(item.place.rule for item in judged)
    right = Counter(item.place.rule for item in judged if item.right)
    yield f"{'rule':32} {'drawn':>6} {'judged':>6} {'right':>6}"
    for rule in sorted(rules):
        yield f"{rule:32} {rules[rule]:6} {known[rule]:6} {right[rule]:6}"
    share = f"{right.total() / len(judged):.1%}" if judged else "nothing judged"
    yield f"{'all':32} {len(drawn):6} {len(judged):6} {right.total():6}  {share}"
    prose = sum(item.told_in_prose for item in judged)
    yield f"of the right ones, {prose} are told in prose and lack only the section that the standard asks for"


def _blind(judged: Sequence[Judgement]) -> Iterator[str]:
    """The figures of each draw as it was first judged, before anything was fixed."""
    for name in DRAWS:
        right = [item.right for item in judged if item.draw == name]
        if right:
            yield f"{name} draw, judged blind: {sum(right)} of {len(right)} right, {sum(right) / len(right):.1%}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Draw, print and count.

    Args:
        arguments: The command line, None for that of the process

    Side Effects:
        - Downloads wheels into a temporary folder, in processes of pip
        - Prints the findings drawn and a table to stdout
    """
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--draw", choices=DRAWS, default=next(reversed(DRAWS)), help="which draw, by default the last")
    parser.add_argument("--seed", type=int, help="draw other findings of the same packages")
    parser.add_argument("--unjudged", action="store_true", help="print entries to fill in for judgements.toml instead")
    chosen = parser.parse_args(arguments)
    draw = DRAWS[chosen.draw]
    seed = draw.seed if chosen.seed is None else chosen.seed
    recorded = read_judgements()
    # what takes the place of a finding that went away is judged afterwards: that is not blind
    again = chosen.seed is not None or any(item.draw == chosen.draw for found in recorded.values() for item in found)
    drawn: list[tuple[Finding, Judgement | None]] = []
    standing: set[tuple[Place, str]] = set()
    with tempfile.TemporaryDirectory() as folder:
        for package in draw.packages:
            root, findings = _checked(package, Path(folder) / package.name)
            standing |= {(place_of(package, item), item.message) for item in findings}
            for finding in sample(package, findings, seed):
                place = place_of(package, finding)
                judgement = judgement_of(recorded, place, finding.message)
                drawn.append((finding, judgement))
                if not chosen.unjudged:
                    _show(root, finding, judgement)
                elif judgement is None:
                    print(unjudged_entry(place, finding.message, "" if again else chosen.draw))
    if chosen.unjudged:
        return
    print(*_table(drawn), sep="\n")
    judged = [item for found in recorded.values() for item in found]
    names = {package.name for package in draw.packages}
    wrong = [item for item in judged if not item.right and item.place.package in names]
    gone = sum((item.place, item.message) not in standing for item in wrong)
    print(f"judged wrong in these packages, whenever drawn: {len(wrong)}, of which {gone} are no longer reported so")
    print(*_blind(judged), sep="\n")


if __name__ == "__main__":
    main()
