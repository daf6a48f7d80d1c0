"""Files that an HTML build holds beside its pages: the model, the schemas, the badge, the style sheet."""

import json
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from sphinx.builders.html import StandaloneHTMLBuilder

from sphinx_contracts.ext._pages import is_generated
from sphinx_contracts.ext._state import State
from sphinx_contracts.formats.lookup import schema_file_name
from sphinx_contracts.model.contract import Project
from sphinx_contracts.model.finding import Finding
from sphinx_contracts.model.formats import Format
from sphinx_contracts.reports.export import export_model, exported_text, summary_of
from sphinx_contracts.whole_file import write_whole

__all__ = ["MODEL", "STYLE_SHEET", "remove_outputs", "schema_file", "write_files", "write_static"]

MODEL = "contracts.json"
STYLE_SHEET = "sphinx-contracts.css"
_COLOURS = ((9.0, "brightgreen"), (7.0, "yellow"), (0.0, "red"))


def schema_file(name: str) -> str:
    """The path of a format's schema below the output folder."""
    return f"contracts/formats/{schema_file_name(name)}"


def write_static(outdir: Path, name: str) -> None:
    """Copy a file of this package to where the pages look for it."""
    data = resources.files("sphinx_contracts.ext").joinpath("static", name).read_bytes()
    _write(outdir / "_static" / name, data)


def write_files(builder: StandaloneHTMLBuilder, state: State) -> list[str]:
    """Write what is different from the last build, and remove schemas of formats that are gone; the files' names."""
    outdir = Path(builder.outdir)
    lines = _lines(state.run.project, state.run.findings)
    _write(outdir / MODEL, b"".join(line.encode("utf-8", "backslashreplace") for line in lines))
    wanted = dict(_files(state))
    for name, content in wanted.items():
        text = json.dumps(content, ensure_ascii=False, indent=2)
        _write(outdir / name, f"{text}\n".encode("utf-8", "backslashreplace"))
    folder = outdir / "contracts" / "formats"
    if folder.is_dir():
        for path in folder.glob("*.schema.json"):
            if f"contracts/formats/{path.name}" not in wanted:
                path.unlink()
    return [MODEL, *wanted]


def _files(state: State) -> Iterator[tuple[str, Any]]:
    score = summary_of(state.run.project, state.run.findings)["score"]
    colour = next(name for least, name in _COLOURS if score >= least)
    yield (
        "contracts/badge.json",
        {"schemaVersion": 1, "label": "contracts", "message": f"{score:.1f}/10", "color": colour},
    )
    for name, located in state.view.formats.items():
        if isinstance(located.contract, Format) and located.contract.schema is not None:
            yield schema_file(name), dict(located.contract.schema)


def _lines(project: Project, findings: Sequence[Finding]) -> Iterator[str]:
    """The model as JSON with one line for each module and finding: quick to write, and to compare."""
    lists: dict[str, Sequence[Any]] = {"modules": project.modules, "findings": findings}
    opening = "{\n"
    for key, value in {**export_model(Project(), ()), "summary": summary_of(project, findings)}.items():
        yield f"{opening}{json.dumps(key)}: "
        opening = ",\n"
        if not lists.get(key):
            yield json.dumps(value, ensure_ascii=False)
            continue
        for place, item in enumerate(lists[key]):
            yield ",\n" if place else "[\n"
            yield exported_text(item)
        yield "\n]"
    yield "\n}\n"


def _write(path: Path, data: bytes) -> None:
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, data)


def remove_outputs(builder: StandaloneHTMLBuilder, pages: str) -> None:
    """Remove the written pages of modules that are gone; Sphinx keeps what it once wrote."""
    outdir = Path(builder.outdir)
    known = {Path(builder.get_outfilename(docname)) for docname in builder.env.all_docs}
    for path in (*(outdir / pages).glob("*.html"), *(outdir / pages).glob("*/index.html")):
        if path not in known and b'<div class="contract-blocks"' in path.read_bytes():
            path.unlink()
            if path.name == "index.html" and not any(path.parent.iterdir()):
                path.parent.rmdir()
    documents = {str(builder.env.doc2path(docname, base=False)) for docname in builder.env.all_docs}
    for path in (outdir / "_sources" / pages).glob("*"):
        name = f"{pages}/{path.name}"
        if name.removesuffix(".txt") not in documents and is_generated(path):
            path.unlink()
