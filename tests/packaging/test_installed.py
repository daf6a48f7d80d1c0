"""The installed package works without the checkout: the command line, a site with its styles and language, the schema."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.packaging.conftest import ROOT, Installed
from tests.sites.site import FAULTY, GOOD, INDEX

CONF = """\
extensions = ["sphinx_contracts"]
contracts_sources = ["../src"]
language = "de"
"""


@pytest.fixture
def code(tmp_path: Path) -> Path:
    """A package with one good module, and documents for it."""
    files = {"src/core/__init__.py": "", "src/core/good.py": GOOD, "docs/index.rst": INDEX, "docs/conf.py": CONF}
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_it_is_what_was_installed_that_is_tested(installed: Installed, tmp_path: Path) -> None:
    script = "import json, sphinx_contracts.ext, sys; print(sphinx_contracts.ext.__file__); print(json.dumps(sys.path))"
    place, paths = installed.run("python", "-c", script, cwd=tmp_path).stdout.splitlines()
    assert Path(place).is_relative_to(installed.folder)
    assert str(ROOT) not in json.loads(paths)


def test_the_command_line_checks_and_exports(installed: Installed, code: Path) -> None:
    checked = installed.run("sphinx-contracts", "check", "src", cwd=code)
    assert (checked.returncode, checked.stderr) == (0, ""), checked.stderr
    (code / "src" / "core" / "faulty.py").write_text(FAULTY, encoding="utf-8")
    failed = installed.run("sphinx-contracts", "check", "src", cwd=code)
    assert failed.returncode == 1
    assert "src/core/faulty.py:13" in failed.stdout
    exported = installed.run("python", "-m", "sphinx_contracts", "export", "src", cwd=code)
    [schema] = installed.folder.glob("lib/python*/site-packages/sphinx_contracts/contracts.schema.json")
    jsonschema.validate(json.loads(exported.stdout), json.loads(schema.read_text(encoding="utf-8")))


def test_sphinx_builds_a_site_with_styles_in_its_language(installed: Installed, code: Path) -> None:
    built = installed.run("python", "-m", "sphinx", "-q", "-W", "-b", "html", "docs", "out", cwd=code)
    assert (built.returncode, built.stderr) == (0, "")
    assert "Eingaben" in (code / "out" / "contracts" / "core.good.html").read_text(encoding="utf-8")
    static = {path.name for path in (ROOT / "sphinx_contracts" / "ext" / "static").iterdir()}
    assert static <= {path.name for path in (code / "out" / "_static").iterdir()}
    assert (code / "out" / "contracts.json").is_file()
