"""Directives and roles, in reStructuredText and in MyST Markdown."""

import re

import pytest

from tests.sites.site import FAULTY, GOOD, Site

STATUS = '''\
"""Status JSON Format
------------------

The status.json file tells how far a job is. It has this structure:

{
    "step": 1000,   // int: Current step
    "loss": 0.45    // float: Current loss
}

Key Components:
    - Engine: runs

Usage:
    from core.status import Engine
"""


class Engine:
    """An engine.

    Responsibilities:
        - Runs

    Attributes:
        speed: How fast

    Example:
        Engine().run()
    """

    speed: int = 3

    def run(self) -> None:
        """Run.

        Example:
            Engine().run()
        """
'''


@pytest.fixture(params=["rst", "md"])
def written(request: pytest.FixtureRequest, site: Site) -> "Written":
    """A site without generated pages, its documents in one of the two markups."""
    site.configure(contracts_pages=None, extensions=["myst_parser", "sphinx_contracts"])
    site.write("src/core/status.py", STATUS)
    (site.docs / "index.rst").unlink()
    return Written(site, request.param)


class Written:
    """Writes documents in one markup."""

    def __init__(self, site: Site, markup: str) -> None:
        self.site = site
        self.markup = markup

    def directive(self, name: str, argument: str = "", **options: str) -> str:
        """A directive, options with dashes."""
        given = {key.replace("_", "-"): value for key, value in options.items()}
        if self.markup == "md":
            lines = [f"```{{{name}}} {argument}".rstrip(), *(f":{key}: {value}" for key, value in given.items()), "```"]
        else:
            lines = [f".. {name}:: {argument}".rstrip(), *(f"   :{key}: {value}" for key, value in given.items())]
        return "\n".join(lines) + "\n"

    def role(self, name: str, content: str) -> str:
        """A role."""
        return f"{{{name}}}`{content}`" if self.markup == "md" else f":{name}:`{content}`"

    def document(self, *pieces: str, name: str = "index") -> None:
        """Write a document with a title."""
        title = "# Title\n" if self.markup == "md" else "Title\n=====\n"
        self.site.write(f"docs/{name}.{self.markup}", "\n".join([title, *pieces]))

    def line_of(self, text: str, name: str = "index") -> int:
        """The line of a document that holds a text."""
        lines = (self.site.docs / f"{name}.{self.markup}").read_text().splitlines()
        return next(number for number, line in enumerate(lines, 1) if text in line)


@pytest.mark.parametrize(
    ("directive", "argument", "anchor", "piece"),
    [
        ("module", "core.good", "core.good.run", "A good module."),
        ("function", "core.good.run", "core.good.run", "Where to work"),
        ("class", "core.status.Engine", "core.status.Engine", "How fast"),
        ("function", "core.status.Engine.run", "core.status.Engine.run", "Run."),
        ("format", "core.status:status.json", "core.status:status.json", "Current loss"),
        ("format", "status.json", "core.status:status.json", "Current loss"),
    ],
)
def test_one_object_anywhere(written: Written, directive: str, argument: str, anchor: str, piece: str) -> None:
    written.document("Before.\n", written.directive(f"contract:{directive}", argument), "\nAfter.\n")
    built = written.site.build(strict=True)
    page = built.text("index.html")
    assert (built.code, built.warnings) == (0, [])
    assert f'id="{anchor}"' in page
    assert piece in page
    assert "Before." in page and "After." in page


def test_an_object_alone_shows_its_full_name(written: Written) -> None:
    written.document(written.directive("contract:function", "core.good.run"))
    page = written.site.build().text("index.html")
    assert '<span class="sig-prename descclassname">core.good.</span>' in page


def test_no_index(written: Written) -> None:
    written.document(written.directive("contract:module", "core.good", no_index=""))
    built = written.site.build(strict=True)
    assert built.warnings == []
    assert 'id="core.good.run"' not in built.text("index.html")
    assert "Where to work" in built.text("index.html")


def test_the_same_object_twice_has_one_anchor(written: Written) -> None:
    once = written.directive("contract:class", "core.status.Engine")
    written.document(once, once, written.directive("contract:module", "core.status"))
    built = written.site.build()
    assert len(built.warnings) == 1
    for anchor in ("core.status.Engine", "core.status.Engine.run", "core.status.Engine.speed"):
        assert built.text("index.html").count(f'id="{anchor}"') == 1


def headings(table: str) -> list[str]:
    return [re.sub(r"<.*?>", "", text) for text in re.findall(r'<th [^>]*scope="col"[^>]*>(.*?)</th>', table)]


def test_index_with_columns_modules_and_score(written: Written) -> None:
    written.site.write("src/other.py", FAULTY)
    written.document(
        written.directive("contract:index", columns="module, score", modules="core.*"),
        written.directive("contract:checklist", modules="other", columns="param-types"),
        written.directive("contract:index", min_score="10"),
    )
    page = written.site.build().text("index.html")
    tables = re.findall(r"<table.*?</table>", page, re.DOTALL)
    assert len(tables) == 3
    assert "core.good" in tables[0] and "other" not in tables[0]
    assert headings(tables[0]) == ["Module", "Score"]
    assert headings(tables[1]) == ["Module", "Param types", "Score"]
    assert "other" not in tables[2]


def test_an_index_of_nothing_says_so(written: Written) -> None:
    written.document(written.directive("contract:index", modules="nothing.*"))
    assert "No modules." in written.site.build(strict=True).text("index.html")


def test_rules(written: Written) -> None:
    rule = "docstring-missing"
    written.document(written.directive("contract:rules"), f"See {written.role('contract:rule', rule)}.\n")
    built = written.site.build(strict=True)
    assert built.warnings == []
    assert f'id="rule-{rule}"' in built.text("index.html")
    assert f'<a class="reference internal" href="#rule-{rule}"' in built.text("index.html")


@pytest.mark.parametrize(
    ("role", "target", "anchor"),
    [
        ("mod", "core.good", "core.good"),
        ("func", "core.good.run", "core.good.run"),
        ("func", "core.status.Engine.run", "core.status.Engine.run"),
        ("class", "core.status.Engine", "core.status.Engine"),
        ("format", "status.json", "core.status:status.json"),
        ("format", "core.status:status.json", "core.status:status.json"),
    ],
)
def test_roles(written: Written, role: str, target: str, anchor: str) -> None:
    modules = [written.directive("contract:module", name) for name in ("core.good", "core.status")]
    written.document(*modules, f"See {written.role(f'contract:{role}', target)}.\n")
    built = written.site.build(strict=True)
    assert built.warnings == []
    parentheses = r"\(\)" if role == "func" else ""
    assert re.search(
        rf'href="#{anchor}"[^>]*><code[^>]*><span[^>]*>{re.escape(target)}{parentheses}<', built.text("index.html")
    )


@pytest.mark.parametrize(
    ("directive", "argument", "message"),
    [
        ("module", "core.god", "there is no module 'core.god'; did you mean 'core.good'?"),
        ("function", "core.good.rum", "there is no function 'core.good.rum'; did you mean 'core.good.run'?"),
        ("class", "core.status.Engin", "there is no class 'core.status.Engin'; did you mean 'core.status.Engine'?"),
        ("format", "statu.json", "there is no format 'statu.json'; did you mean 'core.status:status.json'?"),
        ("class", "core.good.run", "'core.good.run' is a function, not a class; use contract:function"),
        ("function", "core.good", "'core.good' is a module, not a function; use contract:module"),
        ("module", "../../etc/passwd", "'../../etc/passwd' is no dotted name of a module"),
        ("module", "/etc/passwd", "'/etc/passwd' is no dotted name of a module"),
        ("module", "a b", "'a b' is no dotted name of a module"),
        ("format", "../../etc/passwd", "there is no format '../../etc/passwd'"),
    ],
)
def test_a_wrong_name_is_one_warning_on_every_build(
    written: Written, directive: str, argument: str, message: str
) -> None:
    written.document("Before.\n", written.directive(f"contract:{directive}", argument), "\nAfter.\n")
    for _ in range(2):
        built = written.site.build(strict=True)
        assert built.code == 1
        assert len(built.warnings) == 1, built.warnings
        line = written.line_of(f"contract:{directive}")
        path = written.site.docs / f"index.{written.markup}"
        assert built.warnings[0] == f"{path}:{line}: WARNING: {message} [contracts.reference]"
    assert "Before." in built.text("index.html") and "After." in built.text("index.html")
    assert "root:" not in built.text("index.html")


def test_a_nul_in_a_name(site: Site) -> None:
    site.write("docs/index.rst", "Title\n=====\n\n.. contract:module:: core\0good\n\nAfter.\n")
    built = site.build()
    assert any("is no dotted name of a module" in line or "null" in line.lower() for line in built.warnings)
    assert "After." in built.text("index.html")


def test_a_name_that_appears_later_is_picked_up(written: Written) -> None:
    written.document(written.directive("contract:module", "core.later"))
    assert len(written.site.build().warnings) == 1
    written.site.write("src/core/later.py", GOOD)
    built = written.site.build(strict=True)
    assert (built.code, built.warnings, built.read) == (0, [], ["index"])
    assert 'id="core.later.run"' in built.text("index.html")


@pytest.mark.parametrize(
    ("role", "target", "message"),
    [
        ("mod", "core.god", "there is no module 'core.god'; did you mean 'core.good'?"),
        ("func", "core.good.rum", "there is no function 'core.good.rum'; did you mean 'core.good.run'?"),
        ("rule", "docstring-mising", "there is no rule 'docstring-mising'; did you mean 'docstring-missing'?"),
        ("class", "core.status.Engine", "the class 'core.status.Engine' is described nowhere in this site"),
    ],
)
def test_a_dead_link_is_one_warning_on_every_build(written: Written, role: str, target: str, message: str) -> None:
    written.document(
        written.directive("contract:module", "core.good"), f"See {written.role(f'contract:{role}', target)}.\n"
    )
    for _ in range(2):
        built = written.site.build(strict=True, nitpicky=True)
        assert len(built.warnings) == 1, built.warnings
        assert message in built.warnings[0]
        assert built.warnings[0].startswith(
            f"{written.site.docs / f'index.{written.markup}'}:{written.line_of('See ')}:"
        )


def test_an_unknown_column_is_one_warning(written: Written) -> None:
    written.document(written.directive("contract:index", columns="module, scor"))
    for _ in range(2):
        built = written.site.build()
        assert len(built.warnings) == 1
        assert "unknown column 'scor'; did you mean 'score'?" in built.warnings[0]
    assert headings(built.text("index.html")) == ["Module"]


def test_problems_can_be_suppressed(written: Written) -> None:
    written.document(written.directive("contract:module", "core.god"))
    built = written.site.build(strict=True, suppress_warnings=["contracts.reference"])
    assert (built.code, built.warnings) == (0, [])


def test_an_anchor_that_the_document_has_already(site: Site) -> None:
    site.write("src/alone.py", GOOD)
    site.configure(contracts_pages=None, suppress_warnings=["contracts.*-*"])
    parts = (
        "Site\n====\n\n.. _alone:\n\nA paragraph about it.\n\n.. contract:module:: alone\n",
        "Rule: source-unreadable\n-----------------------\n\n.. contract:rules::\n",
        "See :contract:mod:`alone` and :contract:rule:`source-unreadable`.\n",
    )
    site.write("docs/index.rst", "\n".join(parts))
    built = site.build(strict=True)
    assert (built.error, built.warnings) == ("", [])
    page = built.text("index.html")
    ids = re.findall(r' id="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    for anchor in ("contract-alone", "contract-rule-source-unreadable"):
        assert anchor in ids
        assert f'href="#{anchor}"' in page
