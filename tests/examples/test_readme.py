"""What the README shows is there and works; its two commands are run from a fresh clone by ``.ci/run``."""

import re
import subprocess
import sys
from pathlib import Path

from sphinx_contracts.config import settings_from

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LARGEST_PICTURE = 300_000


# a package as people have it, whose authors have never heard of the standard
LEGACY = {
    "__init__.py": '"""A little shop."""\nfrom .orders import Order\n',
    "orders.py": '''import json


class Order:
    def __init__(self, number, items):
        self.number = number
        self.items = items


def load_orders(path):
    """Load orders from a file."""
    with open(path) as file:
        return [Order(row["number"], row["items"]) for row in json.load(file)]
''',
    "mail.py": '''"""Mails to customers."""
import smtplib


def send(order, address):
    """Send a confirmation.

    :param order: the order
    """
    if "@" not in address:
        raise ValueError(address)
    smtplib.SMTP("localhost").sendmail("shop@example.com", [address], order.number)
''',
}


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


def legacy(folder: Path) -> None:
    for name, text in LEGACY.items():
        path = folder / "src" / "shop" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def module(name: str, *arguments: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", name, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


def command(line: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    name, *arguments = line.removeprefix("$ ").replace(" --open", "").split()
    assert name == "sphinx-contracts"
    return module("sphinx_contracts", *arguments, folder=folder)


def test_the_first_steps_pass_on_old_code(tmp_path: Path) -> None:
    legacy(tmp_path)
    look, close = (block.splitlines() for block in blocks("console"))
    assert [command(line, tmp_path).returncode for line in look] == [0, 0]
    assert (tmp_path / "build/contracts/index.html").is_file()

    [settings] = blocks("toml")
    (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
    done = [command(line, tmp_path) for line in close]
    assert [item.returncode for item in done] == [0, 0]
    assert re.search(r"^[1-9]\d findings suppressed by the baseline$", done[-1].stdout, re.MULTILINE)

    # what is new fails
    (tmp_path / "src/shop/prices.py").write_text("def tax(price):\n    return price / 5\n", encoding="utf-8")
    new = command(close[-1], tmp_path)
    assert new.returncode == 1
    assert {line.partition(":")[0] for line in new.stdout.splitlines() if ".py:" in line} == {"src/shop/prices.py"}


def test_the_baseline_holds_in_the_build_too(tmp_path: Path) -> None:
    legacy(tmp_path)
    [settings] = blocks("toml")
    (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("# Shop\n\n```{toctree}\ncontracts/index\n```\n", encoding="utf-8")
    [conf] = blocks("python")
    for text in (conf, re.sub(r"^contracts_.*\n", "", conf, flags=re.MULTILINE)):
        (docs / "conf.py").write_text(text, encoding="utf-8")
        assert command("sphinx-contracts check --write-baseline", tmp_path).returncode == 0
        built = module("sphinx", "-W", "docs", "out", folder=tmp_path)
        assert (built.returncode, built.stderr) == (0, "")
