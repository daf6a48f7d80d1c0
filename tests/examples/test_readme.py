"""What the README shows is there and works; its two commands are run from a fresh clone by ``.ci/run``."""

import re
from pathlib import Path

from sphinx_contracts.config import settings_from

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LARGEST_PICTURE = 300_000


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def test_there_are_exactly_two_commands_to_run() -> None:
    build, test = blocks("sh")
    assert build.count("\n") == test.count("\n") == 1
    assert "sphinx-build -W docs" in build
    assert "pytest" in test


def test_the_five_lines_of_conf_are_five_and_hold_valid_settings() -> None:
    [text] = blocks("python")
    assert len(text.splitlines()) == 5
    values: dict[str, object] = {}
    exec(text, values)
    prefix = "contracts_"
    given = {name.removeprefix(prefix): value for name, value in values.items() if name.startswith(prefix)}
    assert settings_from(given, "README.md").gate


def test_every_file_that_is_linked_exists() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert links
    for link in links:
        assert (ROOT / link).is_file(), link


def test_the_screenshot_is_small() -> None:
    assert (ROOT / "docs" / "_static" / "module-page.png").stat().st_size < LARGEST_PICTURE
