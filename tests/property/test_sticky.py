"""Property 2: a build without a change says the same, and runs the handlers that say it."""

from pathlib import Path

from tests.sites.site import FAULTY, Site

_NOTES = """
import pathlib


def setup(app):
    for event in ("env-check-consistency", "env-updated", "build-finished"):
        app.connect(event, lambda *arguments, event=event: _note(event))


def _note(event):
    with open(pathlib.Path(__file__).parent.parent / "events.txt", "a") as file:
        print(event, file=file)
"""


def test_events_of_a_build_without_a_change(tmp_path: Path) -> None:
    """Sphinx checks the consistency only when a document was read, so no finding may hang on that."""
    site = Site(tmp_path / "site", preamble=_NOTES)
    site.write("src/core/faulty.py", FAULTY)
    first = site.build(strict=True)
    (site.root / "events.txt").unlink()
    second = site.build(strict=True)
    assert (second.code, second.warnings, second.read) == (first.code, first.warnings, [])
    assert first.code == 1
    assert (site.root / "events.txt").read_text().split() == ["env-updated", "build-finished"]
