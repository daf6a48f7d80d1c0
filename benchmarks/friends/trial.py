"""What is done with a friend: it is checked twice, exported, and where it is small enough its site is built.

Everything runs in processes of its own, as users run it, with a cache that is empty at first.

Key Components:
    - Outcome: what came of it
    - tried: does it

Usage:
    from pathlib import Path

    from benchmarks.friends.trial import tried

    outcome = tried(friend, code, Path("work"))
"""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.friends.friend import Code, Friend
from benchmarks.friends.summary import summary_of

__all__ = ["SECONDS", "Outcome", "tried"]

SECONDS = 600  # what one command may take


@dataclass(slots=True)
class Outcome:
    """What came of the trial of one friend."""

    summary: str = ""  # the text to keep, "" where the check failed
    faults: list[str] = field(default_factory=list)  # what must never happen and did
    figures: dict[str, int] = field(default_factory=dict)  # modules, errors, notes, pages
    seconds: dict[str, float] = field(default_factory=dict)  # command -> how long it took


@dataclass(slots=True)
class _Trial:
    folder: Path
    outcome: Outcome

    def call(self, name: str, *arguments: str, quiet: bool = True) -> str:
        """Run a command of ``sphinx-contracts`` and return what it prints; anything on stderr is a fault."""
        command = [sys.executable, "-P", "-m", "sphinx_contracts", *arguments]
        environment = {**os.environ, "SPHINX_CONTRACTS_CACHE_DIR": str(self.folder / "cache")}
        start = time.perf_counter()
        try:
            done = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            self.outcome.faults.append(f"{name}: takes longer than {SECONDS} s")
            return ""
        self.outcome.seconds[name] = time.perf_counter() - start
        said = done.stderr.decode("utf-8", "backslashreplace").strip()
        if done.returncode not in (0, 1):
            self.outcome.faults.append(f"{name}: ends with exit code {done.returncode}: {said[-2000:]}")
            return ""
        if said:
            self.outcome.faults.append(f"{name}: says on stderr: {said[:2000]}")
        return done.stdout.decode("utf-8")


def tried(friend: Friend, code: Code, folder: Path) -> Outcome:
    """Check a friend, export its contracts and build their site.

    Args:
        friend: The friend
        code: Its code
        folder: An empty folder to work in

    Returns:
        What came of it

    Side Effects:
        - Writes below the folder
        - Starts processes of ``sphinx-contracts``, which start Sphinx

    Example:
        outcome = tried(FRIENDS[-1], fetched(FRIENDS[-1], Path("corpus")), Path("work"))
    """
    folder.mkdir(parents=True)
    settings = f"sources = [{_quoted(str(code.source))}]\nexclude = [{', '.join(map(_quoted, friend.exclude))}]\n"
    (folder / "pyproject.toml").write_text(f"[tool.sphinx-contracts]\n{settings}", encoding="utf-8")
    outcome = Outcome()
    trial = _Trial(folder, outcome)
    # one process each: several friends are tried at a time
    cold = trial.call("check", "check", "--format", "json", "-j", "1")
    warm = trial.call("check again", "check", "--format", "json", "-j", "1")
    exported = trial.call("export", "export")
    if not (cold and warm and exported):
        return outcome
    if cold != warm:
        outcome.faults.append("check again: a warm cache gives another result")
    model = json.loads(exported)
    _hold(outcome, json.loads(cold), model)
    outcome.summary = summary_of(f"{friend.package}: {friend.style}", code.digest, model)
    if friend.has_site:
        trial.call("site", "site", "-o", "site", "-j", "1")
        _hold_site(outcome, folder / "site", model)
    return outcome


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _hold(outcome: Outcome, report: dict[str, Any], model: dict[str, Any]) -> None:
    if report["findings"] != model["findings"]:
        outcome.faults.append("export: has other findings than check")
    if not model["modules"]:
        outcome.faults.append("check: finds no module")
    outcome.faults += [
        f"check: {item['path']}:{item['line']}: {item['message']}"
        for item in report["findings"]
        if item["rule"] == "internal-error"
    ]
    numbers = report["summary"]
    outcome.figures = {"modules": numbers["modules"], **numbers["findings"]}


def _hold_site(outcome: Outcome, site: Path, model: dict[str, Any]) -> None:
    pages = len(list((site / "contracts").glob("*.html"))) if site.is_dir() else 0
    outcome.figures["pages"] = pages
    if pages < len(model["modules"]):
        outcome.faults.append(f"site: has {pages} pages for {len(model['modules'])} modules")
