"""Try all friends, and hold what is found against what is kept of them.

Exits with 1 where a command crashed, printed a warning or gave another result than the cache, or where a summary
differs. ``--write`` keeps the new summaries, whose difference is then for the reviewer to judge.

Key Components:
    - main: the command

Usage:
    python -m benchmarks.friends
    python -m benchmarks.friends requests absl-py --write
    python -m benchmarks.friends --folder corpus -j 1
"""

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.friends.friend import FRIENDS, STANDARD_LIBRARY, Friend, fetched
from benchmarks.friends.summary import difference, digest_of, python_of
from benchmarks.friends.trial import Outcome, tried

__all__ = ["SUMMARIES", "judged", "main"]

SUMMARIES = Path(__file__).with_name("summaries")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The arguments of the command line, None for those of the process

    Returns:
        0 where every friend is as it was, else 1

    Side Effects:
        - Downloads from the package index
        - Writes a temporary folder, or the one that is named
        - Writes the summaries with ``--write``
        - Prints to stdout
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks.friends", description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these friends")
    parser.add_argument("--write", action="store_true", help="keep the summaries of this run")
    parser.add_argument("--folder", type=Path, help="where the code is kept for the next run")
    parser.add_argument("-j", dest="jobs", type=int, default=os.cpu_count() or 1, help="how many at a time")
    asked = parser.parse_args(arguments)
    known = {friend.name: friend for friend in FRIENDS}
    unknown = sorted(set(asked.names) - set(known))
    if unknown:
        parser.error(f"no such friend: {', '.join(unknown)}; known are {', '.join(known)}")
    chosen = [known[name] for name in asked.names] or list(FRIENDS)
    start, failed = time.perf_counter(), 0
    with tempfile.TemporaryDirectory(prefix="friends-") as temporary:
        corpus = (asked.folder or Path(temporary, "corpus")).resolve()
        for friend, outcome in _all_tried(chosen, corpus, Path(temporary), asked.jobs):
            problems = judged(friend, outcome, SUMMARIES, write=asked.write)
            failed += bool(problems)
            print(f"{_line(friend, outcome)}{''.join(f'{os.linesep}{text}' for text in problems)}", flush=True)
    print(f"{len(chosen)} friends, {failed} not as they were, {time.perf_counter() - start:.0f} s")
    return 1 if failed else 0


def _all_tried(friends: Sequence[Friend], corpus: Path, temporary: Path, jobs: int) -> Iterator[tuple[Friend, Outcome]]:
    def work(friend: Friend) -> Outcome:
        folder = temporary / friend.key
        outcome = tried(friend, fetched(friend, corpus), folder)
        shutil.rmtree(folder)
        return outcome

    with ThreadPoolExecutor(jobs) as pool:
        yield from zip(friends, pool.map(work, friends), strict=True)


def judged(friend: Friend, outcome: Outcome, folder: Path, *, write: bool = False) -> list[str]:
    """Hold an outcome against the summary that is kept.

    Args:
        friend: The friend
        outcome: What came of its trial
        folder: The folder of the summaries
        write: Keep the new summary in place of the old one

    Returns:
        What is wrong, nothing where all is as it was

    Side Effects:
        - Writes the summary with ``write``

    Example:
        problems = judged(friend, outcome, SUMMARIES)
    """
    file = folder / f"{friend.key}.txt"
    problems = [f"  FAULT {text}" for text in outcome.faults]
    if not outcome.summary:
        return problems
    if write:
        file.write_text(outcome.summary, encoding="utf-8")
        return problems
    kept = file.read_text(encoding="utf-8") if file.is_file() else ""
    is_other = digest_of(kept) != digest_of(outcome.summary)
    if is_other and friend is STANDARD_LIBRARY:
        return problems  # another build of Python has other code: nothing to compare with
    if kept and python_of(kept) != python_of(outcome.summary):
        return problems  # another Python knows other modules and parses other code
    if not kept:
        problems.append(f"  NEW   no summary is kept; --write writes {file.name}")
    elif is_other:
        problems.append("  OTHER the index gave other code than the summary is about")
    elif kept != outcome.summary:
        problems.append("  DIFFERENT " + difference(kept, outcome.summary).replace("\n", "\n            "))
    return problems


def _line(friend: Friend, outcome: Outcome) -> str:
    figures = ", ".join(f"{number} {name}" for name, number in outcome.figures.items())
    seconds = ", ".join(f"{name} {value:.1f} s" for name, value in outcome.seconds.items())
    return f"{friend.package}: {figures}; {seconds}"


if __name__ == "__main__":
    raise SystemExit(main())
