"""This project's own site: it builds with ``-W``, and the page of the engine holds every row of the standard."""

import html.parser
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STANDARD = ROOT / "docs" / "standard" / "module-contracts-standard.md"


class Rows(html.parser.HTMLParser):
    """The text of each row of a page, cell by cell, after the anchor of an object."""

    def __init__(self, anchor: str) -> None:
        super().__init__()
        self.anchor = anchor
        self.rows: list[list[str]] = []
        self.text = ""
        self._seen = False
        self._in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._seen = self._seen or dict(attrs).get("id") == self.anchor
        if self._seen and tag == "tr":
            self.rows.append([])
        if self._seen and tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
            self._in_cell = True

    def handle_endtag(self, tag: str) -> None:
        self._in_cell = self._in_cell and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._seen:
            self.text += data
        if self._in_cell:
            self.rows[-1][-1] += data


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as the README says, into a folder of its own."""
    folder = tmp_path_factory.mktemp("own-site")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "sphinx",
            "-q",
            "-W",
            "-d",
            str(folder / "doctrees"),
            "docs",
            str(folder / "html"),
        ],
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "html"


@pytest.fixture(scope="module")
def run_job(site: Path) -> Rows:
    """What the page shows of ``run_job``, which is the last object on it."""
    page = Rows("trainer.core.engine.TrainerEngine.run_job")
    page.feed((site / "contracts" / "trainer.core.engine.html").read_text(encoding="utf-8"))
    return page


def section_of_the_standard(name: str) -> list[str]:
    """The lines of a section of ``run_job`` as the standard prints it."""
    text = STANDARD.read_text(encoding="utf-8")
    docstring = text[text.index("def run_job") :].split('"""')[1]
    found = re.search(rf"^    {name}:\n((?:      +.*\n|\n)+)", docstring, re.MULTILINE)
    assert found is not None
    return [line.strip() for line in found[1].splitlines() if line.strip()]


def has_row(page: Rows, *texts: str) -> bool:
    return any(all(any(text in cell for cell in row) for text in texts) for row in page.rows)


def test_the_page_has_the_input_and_its_five_fields(run_job: Rows) -> None:
    first, *fields = section_of_the_standard("Args")
    assert first == "config: TrainerConfig containing:"
    assert has_row(run_job, "config", "TrainerConfig", "TrainerConfig containing")
    assert len(fields) == 5
    for field in fields:
        name, kind, text = re.fullmatch(r"- (\w+): (\S+) \((.*)\)", field).groups()  # type: ignore[union-attr]
        assert has_row(run_job, name, kind, text), field


def test_the_page_has_the_output_and_its_seven_fields(run_job: Rows) -> None:
    first, *fields = section_of_the_standard("Returns")
    assert first == "TrainingResult containing:"
    assert has_row(run_job, "TrainingResult", "TrainingResult containing")
    assert len(fields) == 7
    for field in fields:
        name, kind, text = re.fullmatch(r"- (\w+): (.+?) \((.*)\)", field).groups()  # type: ignore[union-attr]
        assert has_row(run_job, name, kind, text), field


def test_the_page_has_the_exceptions_with_their_conditions(run_job: Rows) -> None:
    entries = section_of_the_standard("Raises")
    assert len(entries) == 3
    for entry in entries:
        name, _, condition = entry.partition(": ")
        assert has_row(run_job, name, condition), entry


def test_the_page_has_the_side_effects(run_job: Rows) -> None:
    entries = section_of_the_standard("Side Effects")
    assert len(entries) == 4
    for entry in entries:
        assert has_row(run_job, entry.removeprefix("- ")), entry


def test_the_page_has_the_example(run_job: Rows) -> None:
    for line in section_of_the_standard("Example"):
        assert line in run_job.text


def test_the_files_of_the_site_are_there(site: Path) -> None:
    for name in ("contracts.json", "objects.inv", "contracts/index.html", "contracts/sphinx_contracts.html"):
        assert (site / name).is_file(), name


def test_every_setting_rule_and_command_has_its_reference(site: Path) -> None:
    import dataclasses

    from sphinx_contracts.cli import main
    from sphinx_contracts.config import Settings
    from sphinx_contracts.rules.registry import RULES

    reference = site / "reference"
    settings = (reference / "settings.html").read_text(encoding="utf-8")
    assert all(f"contracts_{item.name}<" in settings for item in dataclasses.fields(Settings))
    rules = (reference / "rules.html").read_text(encoding="utf-8")
    assert all(name in rules for name in RULES)
    commands = (reference / "command-line.html").read_text(encoding="utf-8")
    assert all(f"sphinx-contracts {name} " in re.sub(r"<[^>]+>", "", commands) for name in main.commands)


def test_each_requirement_of_the_standard_is_linked_to_its_rules(site: Path) -> None:
    page = (site / "standard" / "module-contracts-standard.html").read_text(encoding="utf-8")
    items = re.findall(r"<li[^>]*><p>(?:✅|\[ \]).*?</li>", page, re.DOTALL)
    assert len(items) == 28 + 10
    for item in items:
        assert "enforced-by" in item
        rules = re.findall(r'href="\.\./reference/rules\.html#rule-([\w-]+)"', item)
        assert rules or "for people to judge" in item or "Not asked for" in item, item
