"""A package of good modules with one bad file or many, and what the command line makes of it.

Key Components:
    - written: makes the package
    - Result, exported: what ``sphinx-contracts export`` says of it
    - shown_path: the path of an input as findings show it
    - unlock: gives back the rights that inputs took
    - run_as_user: a command that runs without the rights of root

Usage:
    from tests.hostile.package import exported, written

    result = exported(written(tmp_path, INPUTS[0]))
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sphinx_contracts.cli import main
from tests.hostile.inputs import INPUTS, Input, Outcome
from tests.hostile.rights import as_user
from tests.sites.site import FAULTY, GOOD

GOOD_FILES = {
    "__init__.py": '"""The core."""\n',
    "good.py": GOOD,
    "faulty.py": FAULTY,
    "user.py": '"""Uses."""\n\nfrom core.good import run\n\n\ndef use(path):\n    """Use."""\n    return run(path)\n',
}
_OWN = ("source-unreadable", "source-unparsable", "too-complex", "internal-error")


def written(root: Path, *inputs: Input, good: Mapping[str, str] = GOOD_FILES) -> Path:
    """Write good modules, and the inputs beside them."""
    package = root / "src/core"
    package.mkdir(parents=True)
    for name, text in good.items():
        (package / name).write_text(text, encoding="utf-8")
    for item in inputs:
        item.write(package)
    return root


@dataclass(frozen=True)
class Result:
    """What a run says, in the form of the exported model."""

    model: dict[str, Any]  # the model

    def of(self, item: Input) -> list[dict[str, Any]]:
        """The findings of an input that have to do with its file."""
        return [found for found in self.findings(item) if found["rule"] in (*_OWN, item.rule)]

    def findings(self, item: Input) -> list[dict[str, Any]]:
        """All findings of an input."""
        return [found for found in self.model["findings"] if found["path"] == shown_path(item)]

    def outcome(self, item: Input) -> Outcome:
        """What came of an input; inert text is no other outcome than any text."""
        rules = {found["rule"] for found in self.of(item)}
        assert "internal-error" not in rules
        if rules & {"source-unreadable", "source-unparsable"}:
            return Outcome.BAD
        if "too-complex" in rules:
            return Outcome.CUT
        if not any(module["path"] == shown_path(item) for module in self.model["modules"]):
            assert not self.findings(item)
            return Outcome.SKIP
        return Outcome.LIT if item.outcome is Outcome.LIT else Outcome.OK

    def good(self) -> dict[str, Any]:
        """What it says of the good modules."""
        paths = {f"src/core/{name}" for name in GOOD_FILES}
        return {
            part: [entry for entry in self.model[part] if entry["path"] in paths] for part in ("modules", "findings")
        }


def shown_path(item: Input) -> str:
    """The path of an input as findings show it."""
    # no name of a file is without a form in UTF-8
    return f"src/core/{item.path}".encode("utf-8", "backslashreplace").decode()


def unlock(root: Path) -> None:
    """Give back the rights that inputs took from their files, so that the folder can be removed."""
    for item in INPUTS:
        if item.is_for_users:
            for path in ((root / "src/core" / item.path).parent, root / "src/core" / item.path):
                if path.exists():
                    path.chmod(0o700)


def exported(root: Path, *, user: bool = False) -> Result:
    """Export a package: in this process, or in one without the rights of root."""
    if user:
        done = run_as_user([sys.executable, "-m", "sphinx_contracts", "export"], root)
        assert done.returncode == 0, done.stderr
        return Result(json.loads(done.stdout))
    here = Path.cwd()
    os.chdir(root)
    try:
        result = CliRunner().invoke(main, ["export"])
    finally:
        os.chdir(here)
    assert result.exit_code == 0, result.output
    return Result(json.loads(result.stdout))


def run_as_user(command: Iterable[str], folder: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run a command that may read and write what its owner may."""
    limited = as_user(command)
    if limited is None:
        pytest.skip("root may read and write everything, and there is no setpriv that takes the right away")
    return subprocess.run(
        limited,
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environment},
    )
