"""The promises of the README: each names tests that are there, and two of them are held here."""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites.site import Site

ROOT = Path(__file__).parents[2]
# whoever imports this leaves a trace, whatever way it is done and wherever the process stands
TRACE = """\
\"\"\"A trap.

It tells who imports it.
\"\"\"
import os
import pathlib

pathlib.Path({trace!r}).touch()
__all__ = [pathlib.Path({trace!r}).touch()]


def decorated(function=pathlib.Path({trace!r}).touch()) -> None:
    \"\"\"Do nothing.\"\"\"


@decorated(pathlib.Path({trace!r}).touch())
class Trap(metaclass=type("Meta", (type,), {{}})):
    \"\"\"A trap.

    Example:
        >>> import pathlib
        >>> pathlib.Path({trace!r}).touch()
    \"\"\"

    field: "pathlib.Path({trace!r}).touch()" = pathlib.Path({trace!r}).touch()
"""


def _promises() -> dict[str, list[str]]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    table = text[text.index("## Promises") : text.index("## What it does")]
    rows = re.findall(r"^\| (?!promise \|)([^|-][^|]*) \| (.*) \|$", table, re.MULTILINE)
    return {promise: re.findall(r"`([^`]+)`", tests) for promise, tests in rows}


def test_every_promise_names_tests_that_exist() -> None:
    promises = _promises()
    assert len(promises) == 5
    for promise, names in promises.items():
        assert names, promise
        for name in names:
            path, _, function = name.partition("::")
            tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
            defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
            assert function.startswith("test_") and function in defined, name


def _contracts(*arguments: str, cwd: Path, environment: dict[str, str] | None = None) -> tuple[int, str]:
    command = [sys.executable, "-m", "sphinx_contracts", *arguments]
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


def test_nothing_is_imported(site: Site) -> None:
    trace = site.root / "trace"
    trap = TRACE.format(trace=str(trace))
    # modules with the names of others are what a careless import finds first
    for name in ("core/trap", "json", "typing", "furo", "conf", "sitecustomize", "core/sub/__init__"):
        site.write(f"src/{name}.py", trap)
    site.write("pyproject.toml", '[tool.sphinx-contracts]\nsources = ["src"]\n')
    environment = {**os.environ, "PYTHONSAFEPATH": "1"}
    compile(trap, "trap", "exec")
    for command in (["check", "--no-cache"], ["export"], ["schema"], ["site", "-o", "site"]):
        code, said = _contracts(*command, cwd=site.root, environment=environment)
        assert code in (0, 1), said
        assert not trace.exists(), command
    site.configure(contracts_private=True)
    assert (site.run("-j2").outdir / "contracts" / "core.trap.html").is_file()
    assert not trace.exists()
    # the trap does work
    subprocess.run([sys.executable, "-c", "import trap"], cwd=site.root / "src" / "core", check=False)
    assert trace.exists()


@pytest.mark.parametrize(
    "data",
    [b"def f(:\n", b"print 'x'\n", b"\x00", b"\xff\xfe", b"# coding: rot13\n", b"x = " + b"(" * 300, b"\\"],
    ids=["syntax", "python-2", "null", "utf-16", "rot13", "brackets", "backslash"],
)
def test_a_bad_file_stops_no_build(site: Site, data: bytes) -> None:
    good = site.build(out="good")
    (site.root / "src" / "core" / "bad.py").write_bytes(data)
    built = site.build(out="bad")
    assert (built.code, built.error) == (0, "")
    [warning] = built.warnings
    assert re.search(r"src/core/bad\.py:1: WARNING: .*\[contracts\.source-(unreadable|unparsable)\]$", warning)
    assert built.text("contracts/core.bad.html")
    before, after = (json.loads(item.text("contracts.json")) for item in (good, built))
    assert [item for item in after["modules"] if item["name"] != "core.bad"] == before["modules"]
