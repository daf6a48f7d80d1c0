"""Module pages: links, examples, phones, dark mode, accessibility."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
_PAGES = ("index", "reports", "reports.writing", "reports.wide", "core.atomic_ops", "trainer.config.schema")
# the colours of code are those of the style that a theme chooses; the style of one has too little contrast
_THEIRS = {"alabaster": [[".highlight pre > span"]]}
_OURS = [[".contract-blocks"], [".contract-object"], [".contract-lines"]]


def test_every_row_can_be_linked_to(site: str, opened: "Callable[..., Page]") -> None:
    page = opened(site + "/contracts/reports.writing.html")
    ids = page.eval_on_selector_all("[id]", "all => all.map(element => element.id)")
    assert len(ids) == len(set(ids))
    rows = page.locator(".contract-table tbody tr:not(.contract-group)")
    assert rows.count() == page.locator(".contract-table tbody tr[id]").count() > 20
    link = page.locator('[id="reports.writing.write_report-inputs-seconds"] a.contract-anchor')
    link.focus()
    assert link.evaluate("link => getComputedStyle(link).opacity") == "1"
    page.keyboard.press("Enter")
    page.wait_for_url("**#reports.writing.write_report-inputs-seconds")
    nested = page.locator('[id="reports.writing:report.json-format-run.seconds"]')
    assert nested.count() == 1


def test_source_lines_are_lit(site: str, opened: "Callable[..., Page]") -> None:
    page = opened(site + "/contracts/reports.writing.html")
    page.locator(".contract-raises a", has_text="raised in line").first.click()
    line = page.locator(".contract-line:target")
    assert "raise ValueError" in line.inner_text()
    ground = "line => getComputedStyle(line).backgroundColor"
    assert line.evaluate(ground) != page.locator("#L1").evaluate(ground)


def test_what_a_module_does_at_a_glance(site: str, opened: "Callable[..., Page]") -> None:
    page = opened(site + "/contracts/reports.writing.html")
    effects = page.locator("tr", has_text="file-write").first
    assert effects.get_by_role("link", name="drop_report()").get_attribute("href") == "#reports.writing.drop_report"
    assert "undocumented" in effects.inner_text()
    assert "network" not in page.locator(".contract-effects-glance").inner_text()
    assert "no network" in page.locator(".contract-side-effects").first.inner_text()
    raised = page.locator(".contract-raises-glance tr", has_text="ValueError")
    assert raised.get_by_role("link", name="write_report()").count() == 1


def test_missing_items_lead_to_their_place(site: str, opened: "Callable[..., Page]") -> None:
    page = opened(site + "/contracts/reports.writing.html")
    page.locator("summary", has_text="Checklist").click()
    page.locator(".contract-checklist tr", has_text="Side effects documented").locator("td a").click()
    page.wait_for_url("**#reports.writing.drop_report")


def test_who_uses_what(site: str, opened: "Callable[..., Page]") -> None:
    page = opened(site + "/contracts/reports.writing.html")
    entry = page.locator("dl.contract-object", has=page.locator('[id="reports.writing.write_report"]'))
    used_by = entry.locator(".contract-connections", has_text="Used by")
    assert used_by.get_by_role("link").get_attribute("href") == "#reports.writing.load_report"


def test_a_package_lists_what_it_passes_on(site: str, opened: "Callable[..., Page]") -> None:
    page = opened(site + "/contracts/reports.html")
    row = page.locator(".contract-exports tr", has_text="write_report")
    row.get_by_role("link", name="write_report", exact=True).click()
    page.wait_for_url("**/reports.writing.html#reports.writing.write_report")


def test_the_contents_list_the_objects(site: str, opened: "Callable[..., Page]") -> None:
    page = opened(site + "/contracts/reports.writing.html")
    assert page.locator("a[href='#reports.writing.write_report']", has_text="write_report()").count() >= 1


def test_examples_are_copied(site: str, opened: "Callable[..., Page]") -> None:
    page = opened(site + "/contracts/reports.writing.html", permissions=["clipboard-read", "clipboard-write"])
    block = page.locator("dl.contract-object div.highlight", has_text='write_report(Path("report.json")').first
    block.hover()
    block.get_by_role("button").click()
    block.get_by_role("button", name="Copied").wait_for()
    assert (
        page.evaluate("navigator.clipboard.readText()") == 'write_report(Path("report.json"), "first", 12.5, [0.5])\n'
    )


def test_no_second_button_beside_copybutton(build: Callable[..., str], opened: "Callable[..., Page]") -> None:
    page = opened(build("furo", "sphinx_copybutton") + "/contracts/reports.writing.html")
    page.locator("button.copybtn").first.wait_for(state="attached")
    counts = page.eval_on_selector_all("div.highlight", "all => all.map(e => e.querySelectorAll('button').length)")
    assert counts and set(counts) == {1}


def test_sentences_use_the_whole_width_of_a_phone(site: str, opened: "Callable[..., Page]") -> None:
    page = opened(site + "/contracts/reports.writing.html", viewport={"width": 390, "height": 844})
    shares = page.eval_on_selector_all(
        "td.contract-prose",
        "all => all.filter(e => e.checkVisibility() && e.textContent)"
        ".map(e => e.getBoundingClientRect().width / e.parentElement.getBoundingClientRect().width)",
    )
    assert len(shares) > 5
    assert min(shares) > 0.9


@pytest.mark.parametrize("name", _PAGES)
def test_nothing_is_cut_off_on_a_phone(site: str, name: str, opened: "Callable[..., Page]") -> None:
    page = opened(f"{site}/contracts/{name}.html", viewport={"width": 360, "height": 740}, has_touch=True)
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
    width = page.evaluate("document.scrollingElement.scrollWidth")
    assert width <= 360
    cut = page.eval_on_selector_all(
        ".contract-table td, .contract-table th",
        "cells => cells.filter(c => c.checkVisibility() && c.getBoundingClientRect().right > innerWidth + 1)"
        ".filter(c => c.closest('.contract-scroll').scrollWidth <= c.closest('.contract-scroll').clientWidth)"
        ".map(c => c.textContent.slice(0, 60))",
    )
    assert cut == []


@pytest.mark.parametrize("width", [780, 1024, 1280])
@pytest.mark.parametrize("name", _PAGES)
def test_no_table_is_wider_than_its_page(site: str, name: str, width: int, opened: "Callable[..., Page]") -> None:
    page = opened(f"{site}/contracts/{name}.html", viewport={"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
    cut = page.eval_on_selector_all(
        ".contract-scroll",
        "all => all.filter(e => e.scrollWidth > e.clientWidth + 1)"
        ".map(e => `${e.firstChild.className}: ${e.scrollWidth} in ${e.clientWidth}`)",
    )
    assert cut == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", [*_PAGES, "source/reports.writing"])
def test_accessibility(site: str, name: str, scheme: str, opened: "Callable[..., Page]") -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(f"{site}/contracts/{name}.html", color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
    context = {"include": _OURS, "exclude": _THEIRS.get(site.rpartition("/")[2], [])}
    found: list[dict[str, Any]] = Axe().run(page, context=context).response["violations"]
    faults = [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}" for rule in found for node in rule["nodes"]
    ]
    assert not faults, "\n".join(faults)


def test_dark_mode_follows_the_theme(site: str, opened: "Callable[..., Page]") -> None:
    """Our tables have the colours of the text around them, whatever the scheme."""
    for scheme in ("light", "dark"):
        page = opened(site + "/contracts/reports.writing.html", color_scheme=scheme)
        colour = "element => getComputedStyle(element).color"
        description = page.locator(".contract-inputs td:last-child").first
        assert description.evaluate(colour) == page.locator("p.contract-lead").evaluate(colour)
        ground = description.evaluate("element => getComputedStyle(element).backgroundColor")
        assert ground == "rgba(0, 0, 0, 0)"


def test_printing_shows_everything(site: str, opened: "Callable[..., Page]") -> None:
    page = opened(site + "/contracts/index.html")
    page.emulate_media(media="print")
    assert not page.locator("form.contract-filter").is_visible()
    page = opened(site + "/contracts/reports.writing.html")
    page.emulate_media(media="print")
    assert page.locator("button.contract-copy:visible").count() == 0
    assert page.evaluate(
        "document.querySelector('.contract-checklist td').checkVisibility({contentVisibilityAuto: true})"
    )
    closed = page.locator("details.contract-details").first
    assert closed.evaluate("details => details.getBoundingClientRect().height") > 100
