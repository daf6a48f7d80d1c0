"""A change updates exactly the pages that show it."""

from collections.abc import Callable

import pytest

from tests.sites.site import FAULTY, GOOD, Site

OTHER = GOOD.replace("A good module", "Another module").replace("core.good", "core.other")


@pytest.fixture
def built(site: Site) -> Site:
    """A site of three modules, built once."""
    site.write("src/core/other.py", OTHER)
    site.write("docs/prose.rst", ":orphan:\n\nProse\n=====\n\n.. contract:function:: core.good.run\n   :no-index:\n")
    site.build()
    return site


def test_nothing_changed(built: Site) -> None:
    assert built.build().read == []


def test_a_comment_below_everything_changes_nothing(built: Site) -> None:
    built.write("src/core/good.py", GOOD + "\n# a remark\n")
    assert built.build().read == []


def test_a_changed_module_reads_its_pages_again(built: Site) -> None:
    built.write("src/core/good.py", GOOD.replace("Where to work", "The place of work"))
    second = built.build()
    assert second.read == ["contracts/core.good", "prose"]
    assert "The place of work" in second.text("contracts/core.good.html")
    assert "The place of work" in second.text("prose.html")


def test_a_changed_summary_reads_the_index_too(built: Site) -> None:
    built.write("src/core/good.py", GOOD.replace("A good module.", "A better module."))
    second = built.build()
    assert second.read == ["contracts/core", "contracts/core.good", "contracts/index"]
    assert "A better module." in second.text("contracts/index.html")


def test_moved_lines_move_the_links(built: Site) -> None:
    built.write("src/core/good.py", GOOD.replace("def run", "\n\ndef run"))
    second = built.build()
    assert second.read == ["contracts/core.good", "prose"]


def test_an_added_module(built: Site) -> None:
    built.write("src/core/extra.py", GOOD)
    second = built.build()
    assert second.read == ["contracts/core", "contracts/core.extra", "contracts/index"]
    assert "core.extra" in second.text("contracts/index.html")


def test_a_removed_module(built: Site) -> None:
    (built.root / "src/core/other.py").unlink()
    second = built.build()
    assert second.read == ["contracts/core", "contracts/index"]
    assert "core.other" not in second.text("contracts/index.html")
    assert b"core.other" not in (second.outdir / "searchindex.js").read_bytes()


def test_a_renamed_module(built: Site) -> None:
    (built.root / "src/core/other.py").rename(built.root / "src/core/new.py")
    second = built.build()
    assert second.read == ["contracts/core", "contracts/core.new", "contracts/index"]
    assert (second.outdir / "contracts/core.new.html").exists()
    assert not (second.outdir / "contracts/core.other.html").exists()


def test_a_new_finding_reads_its_module_and_the_index(built: Site) -> None:
    built.write("src/core/other.py", FAULTY.replace("core.faulty", "core.other"))
    second = built.build()
    assert second.read == ["contracts/core", "contracts/core.other", "contracts/index"]


def test_links_follow_an_object_that_moves(site: Site) -> None:
    site.write("src/core/kinds.py", '"""Kinds."""\n\n\nclass Kind:\n    """A kind."""\n')
    site.write(
        "src/core/user.py",
        '"""User."""\n\nfrom core.kinds import Kind\n\n\ndef use(kind: Kind) -> None:\n    """Use."""\n',
    )
    first = site.build()
    assert 'href="core.kinds.html#core.kinds.Kind"' in first.text("contracts/core.user.html")
    site.write("src/core/kinds.py", '"""Kinds."""\n')
    second = site.build()
    assert "contracts/core.user" not in second.read
    assert "#core.kinds.Kind" not in second.text("contracts/core.user.html")
    site.write("src/core/kinds.py", '"""Kinds."""\n\n\nclass Kind:\n    """A kind."""\n')
    assert 'href="core.kinds.html#core.kinds.Kind"' in site.build().text("contracts/core.user.html")


def _touch_source(site: Site) -> None:
    site.write("src/core/good.py", GOOD.replace("Where to work", "The place"))


def _add(site: Site) -> None:
    site.write("src/core/added.py", OTHER.replace("core.other", "core.added"))


def _remove(site: Site) -> None:
    (site.root / "src/core/other.py").unlink()


def _configure(site: Site) -> None:
    site.configure(contracts_source_url="https://example.org/{path}#L{line}")


def _break(site: Site) -> None:
    site.write("src/core/good.py", "def f(:\n")


@pytest.mark.parametrize("change", [_touch_source, _add, _remove, _configure, _break])
def test_incremental_equals_clean(built: Site, change: Callable[[Site], None]) -> None:
    change(built)
    incremental, clean = built.build(), built.build(out="clean")
    assert incremental.warnings == clean.warnings
    assert incremental.contents() == clean.contents()


def test_changed_settings_rebuild(built: Site) -> None:
    (built.root / "pyproject.toml").write_text("")
    built.configure(contracts_source_url="https://example.org/{path}#L{line}")
    second = built.build()
    assert "contracts/core.good" in second.read
    assert "https://example.org/src/core/good.py#L" in second.text("contracts/core.good.html")
    assert not (second.outdir / "contracts/source").exists() or not list((second.outdir / "contracts/source").iterdir())


def test_the_gate_alone_rebuilds_nothing(built: Site) -> None:
    built.configure(contracts_gate=True)
    assert built.build().read == []


def test_pages_that_a_killed_build_did_not_write_are_written_by_the_next(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends = 'app.connect("html-page-context", lambda *given: os._exit(9) if "END" in os.environ else None)'
    site.preamble = f"import os\n\n\ndef setup(app):\n    {ends}\n"
    site.configure()
    assert site.run().code == 0
    site.write("src/core/good.py", GOOD.replace("Do the work.", "Do other work."))
    monkeypatch.setenv("END", "1")
    assert site.run().code == 9
    monkeypatch.delenv("END")
    built = site.run()
    assert built.code == 0
    assert "Do other work." in built.text("contracts/core.good.html")


def test_a_change_that_another_builder_saw_first_is_shown(site: Site) -> None:
    """``make html``, a change, ``make text``, ``make html``: the folder of doctrees is shared."""
    site.build()
    site.write("src/core/good.py", GOOD.replace("Do the work.", "Do other work."))
    assert "Do other work." in site.build("text").text("contracts/core.good.txt")
    assert "Do other work." in site.build().text("contracts/core.good.html")


FORMAT = """

Report JSON Format
------------------

{
    "seconds": 1.5   // float: how long it took
}
"""


def test_a_format_that_comes_later_is_linked_to(site: Site) -> None:
    text = "Prose\n=====\n\n:contract:format:`core.good:report` and :contract:format:`report`\n"
    site.write("docs/prose.rst", f":orphan:\n\n{text}")
    assert len([line for line in site.build().warnings if "report" in line]) == 2
    site.write("src/core/good.py", GOOD.replace("import run\n", f"import run{FORMAT}", 1))
    built = site.build(suppress_warnings=["contracts.*"])
    assert not [line for line in built.warnings if "report" in line]
    assert built.text("prose.html").count('href="contracts/core.good.html#core.good:report"') == 2
    (site.docs / "prose.rst").write_text(f":orphan:\n\n{text.partition(' and')[0]}\n", encoding="utf-8")
    site.build()
    site.write("src/core/good.py", GOOD)
    assert "#core.good:report" not in site.build().text("prose.html")
