"""What the last build left behind, beside Sphinx's environment: that one is kept only when a document was read.

Build Memory JSON Format
------------------------

{
    "pages": "7c1d2fb0a5e94f86a1c8e6f3d0b79a42",      // str: digest of what all documents show, empty while written
    "written": {                                       // what the pages in each output folder show
        "/docs/_build/html": "7c1d2fb0a5e94f86a1c8e6f3d0b79a42" // str: the digest of that
    },
    "outputs": {                                       // the files beside the pages
        "/docs/_build/html": {                         // one for each output folder
            "stamp": "7c1d2fb0a5e94f86a1c8e6f3d0b79a42", // str: digest of what the files were made from
            "files": ["contracts.json", "contracts/badge.json"], // list[str]: paths below the output folder
            "pages": "contracts"                       // str: the folder of the modules' pages there
        }
    }
}
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from sphinx_contracts.ext._records import Document
from sphinx_contracts.ext._state import State
from sphinx_contracts.whole_file import write_whole

__all__ = ["Memory", "pages_stamp"]

_FILE = "contracts-memory.json"


class Memory:
    """The digests of the last build that ended without an error."""

    def __init__(self, app: Sphinx) -> None:
        self._path = Path(app.doctreedir) / _FILE
        self._outdir = Path(app.outdir)
        self._data = _read(self._path)

    def has_pages(self, stamp: str) -> bool:
        """Does every document show what it would show now?"""
        return bool(self._data["pages"] == stamp)

    def is_whole(self) -> bool:
        """Did the last build end, and did it write into this output folder?"""
        return bool(self._data["pages"]) and self._data["written"].get(str(self._outdir)) == self._data["pages"]

    def begin(self) -> None:
        """Note that pages are about to be written: until ``save``, nobody can tell which of them are."""
        self._write({**self._data, "pages": ""})

    def has_outputs(self, stamp: str) -> bool:
        """Are the files beside the pages there, made from the same?"""
        found = self._data["outputs"].get(str(self._outdir))
        return bool(
            isinstance(found, dict)
            and found.get("stamp") == stamp
            and all((self._outdir / name).is_file() for name in found["files"])
        )

    def folder(self) -> str | None:
        """The folder of the modules' pages in the output, None where that is not known."""
        found = self._data["outputs"].get(str(self._outdir))
        folder = found.get("pages") if isinstance(found, dict) else None
        return folder if isinstance(folder, str) else None

    def save(self, pages: str, outputs: tuple[str, list[str], str] | None) -> None:
        """Remember this build; a folder that cannot be written costs time and nothing else."""
        written = {**self._data["written"], str(self._outdir): pages}
        data: dict[str, Any] = {"pages": pages, "written": written, "outputs": dict(self._data["outputs"])}
        if outputs is not None:
            data["outputs"][str(self._outdir)] = {"stamp": outputs[0], "files": outputs[1], "pages": outputs[2]}
        self._write(data)

    def _write(self, data: dict[str, Any]) -> None:
        if data == self._data:
            return
        try:
            write_whole(self._path, json.dumps(data, indent=1).encode("utf-8", "surrogatepass"))
        except OSError:
            return


def _read(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8", errors="surrogatepass"))
    except (OSError, ValueError):
        data = None
    if isinstance(data, dict) and all(isinstance(data.get(key), dict) for key in ("outputs", "written")):
        return {"pages": "", **data}
    return {"pages": "", "written": {}, "outputs": {}}


def pages_stamp(state: State, documents: Mapping[str, Document]) -> str:
    """A digest of what all documents show, as they were read, and of everything that it is made from."""
    digest = hashlib.blake2b(f"{state.stamp()} {sorted(state.written)}".encode(), digest_size=16)
    for docname in sorted(documents):
        shown = sorted(item.shown for item in documents[docname].uses.values())
        digest.update(f"\n{docname}\0{shown}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
