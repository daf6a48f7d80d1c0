"""Runs one tool over many inputs, a forked process for each; part of ``hostile_peers``, run in the tools' environment.

It needs nothing but the tools. A process is forked once the tool is imported, for that takes most of the time.

Key Components:
    - TOOLS: the tools
    - main: runs one

Usage:
    python benchmarks/_hostile_driver.py griffe plan.json
"""

import importlib
import json
import os
import re
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import Any

__all__ = ["TOOLS", "main"]

TOOLS = ("sphinx-contracts", "sphinx-autoapi", "sphinx-autodoc2", "griffe", "pydoclint")
_IMPORTS = {
    "sphinx-contracts": ("sphinx.cmd.build", "sphinx.builders.html", "sphinx_contracts.ext._setup"),
    "sphinx-autoapi": ("sphinx.cmd.build", "sphinx.builders.html", "autoapi.extension"),
    "sphinx-autodoc2": ("sphinx.cmd.build", "sphinx.builders.html", "autodoc2.sphinx.extension", "myst_parser"),
    "griffe": ("griffe",),
    "pydoclint": ("pydoclint.main",),
}
# what a contract lacks is another matter
_ITEMS = (
    *("module-docstring", "class-docstring", "callable-docstring", "param-types", "return-types", "dataclass-fields"),
    *("file-formats", "side-effects", "example-usage", "error-conditions"),
)
_CONF = {
    "sphinx-contracts": (
        'extensions = ["sphinx_contracts"]\ncontracts_sources = ["../../src"]\nhtml_theme = "basic"\n'
        f"contracts_rules = {dict.fromkeys(_ITEMS, 'off')!r}\n"
    ),
    "sphinx-autoapi": 'extensions = ["autoapi.extension"]\nautoapi_dirs = ["../../src/core"]\nhtml_theme = "basic"\n',
    "sphinx-autodoc2": (
        'extensions = ["myst_parser", "autodoc2"]\nautodoc2_packages = ["../../src/core"]\nhtml_theme = "basic"\n'
    ),
}
_FOLDERS = {"sphinx-contracts": "contracts", "sphinx-autoapi": "autoapi", "sphinx-autodoc2": "apidocs"}
_INDEX = "Site\n====\n\n.. toctree::\n\n   {}/index\n"
_UNSAFE = re.compile(
    r"root:x:|<script>alert|<img src=x onerror|href=\"\s*(?:javascript|data|vbscript|file):"
    r"|[\x00-\x08\x0b\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]",
    re.IGNORECASE,
)


def _run(tool: str, folder: Path) -> int:
    """The tool's exit code; it prints to files in the folder."""
    if tool in _CONF:
        from sphinx.cmd.build import main as build

        docs = folder / tool / "docs"
        docs.mkdir(parents=True)
        (docs / "conf.py").write_text(_CONF[tool])
        (docs / "index.rst").write_text(_INDEX.format(_FOLDERS[tool]))
        return int(build(["-q", "-b", "html", str(docs), str(folder / tool / "out")]) or 0)
    if tool == "griffe":
        import griffe

        return int(griffe.main(["dump", "core", "-s", str(folder / "src"), "-d", "google"]))
    from pydoclint.main import main as lint

    lint(["--style=google", str(folder / "src")])
    return 0


def _child(tool: str, folder: Path) -> None:
    for number, name in ((1, "stdout"), (2, "stderr")):
        os.dup2(os.open(folder / f"{tool}.{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
    os.chdir(folder)
    code = 99
    try:
        code = _run(tool, folder)
    except SystemExit as done:
        code = done.code if isinstance(done.code, int) else 1
    except BaseException:  # noqa: BLE001 - the tool's own end, whatever it is
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code & 0xFF)


def _ended(tool: str, folder: Path, seconds: float) -> int | None:
    """The exit code of a run, negative for a signal, None where it took too long."""
    child = os.fork()
    if child == 0:
        _child(tool, folder)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found, status = os.waitpid(child, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None


def _text(path: Path) -> str:
    return path.read_text("utf-8", "surrogateescape") if path.is_file() else ""


def _documents(tool: str, folder: Path) -> dict[str, str]:
    """What the tool wrote, by module."""
    if tool in _CONF:
        folder = folder / tool / "out"
        pages = folder / _FOLDERS[tool]
        if tool == "sphinx-autoapi":
            return {".".join(path.parent.relative_to(pages).parts): _text(path) for path in pages.rglob("index.html")}
        found = {path.stem: _text(path) for path in pages.rglob("*.html")}
        if tool == "sphinx-contracts" and (folder / "contracts.json").is_file():
            # the page of a module whose name is no name of a file is called otherwise
            names = [item["name"] for item in json.loads(_text(folder / "contracts.json"))["modules"]]
            found = {**dict.fromkeys(names, ""), **found}
        return found
    if tool == "griffe":
        try:
            core = json.loads(_text(folder / "griffe.stdout"))["core"]
        except (ValueError, KeyError, TypeError):
            return {}
        return {f"core.{name}": json.dumps(item) for name, item in core.get("members", {}).items()}
    # it says nothing of what has no fault; the good module has one
    return (
        {"core.good": "run"}
        if "good.py" in _text(folder / "pydoclint.stdout") + _text(folder / "pydoclint.stderr")
        else {}
    )


def _shown(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode()


def _outcome(tool: str, case: dict[str, Any], code: int | None, alone: int) -> str:
    folder = Path(case["folder"])
    documents = _documents(tool, folder)
    said = _text(folder / f"{tool}.stderr") + (_text(folder / f"{tool}.stdout") if tool != "griffe" else "")
    if code is None:
        return "hangs"
    if code < 0 or "run" not in documents.get("core.good", "") or "Traceback (most recent call last)" in said:
        return "lost"
    if tool == "pydoclint":
        return "fine"
    if tool in _CONF and any(_UNSAFE.search(text) for text in documents.values()):
        return "unsafe"
    if len([line for line in said.splitlines() if line.strip()]) > alone:
        return "warns"
    return "fine" if not case["is_source"] or _shown(case["module"]) in documents else "silent"


def main() -> None:
    """Run the tool that is named over the cases of a plan, and print the outcomes as JSON."""
    tool, plan = sys.argv[1], json.loads(Path(sys.argv[2]).read_text("utf-8"))
    for name in _IMPORTS[tool]:
        importlib.import_module(name)
    alone = Path(plan["alone"])
    code = _ended(tool, alone, plan["seconds"])
    said = [line for line in _text(alone / f"{tool}.stderr").splitlines() if line.strip()]
    if "run" not in _documents(tool, alone).get("core.good", ""):
        raise SystemExit(f"{tool} does not document the good module: {code} {said}")
    print(
        json.dumps(
            {
                case["title"]: _outcome(tool, case, _ended(tool, Path(case["folder"]), plan["seconds"]), len(said))
                for case in plan["cases"]
            }
        )
    )


if __name__ == "__main__":
    main()
