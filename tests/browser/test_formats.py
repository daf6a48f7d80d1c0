"""Documented formats as trees: folded level by level, without losing a row."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
_PAGE = "/contracts/reports.writing.html"
_NESTED = "reports.writing:report.json-format-run.seconds"


def _fields(page: "Page") -> list[str]:
    """The fields that can be seen, in order."""
    script = "rows => rows.filter(row => row.checkVisibility()).map(row => row.querySelector('code').textContent)"
    names: list[str] = page.eval_on_selector_all("table.contract-format tbody tr", script)
    return names


def test_a_field_shows_and_hides_what_it_holds(site: str, opened: "Callable[..., Page]") -> None:
    page = opened(site + _PAGE)
    everything = ["run", "seconds", "phases", "name", "losses", "name"]
    assert _fields(page) == everything
    run = page.get_by_role("button", name="Fields in run", exact=True)
    assert run.get_attribute("aria-expanded") == "true"
    run.focus()
    page.keyboard.press("Enter")
    assert run.get_attribute("aria-expanded") == "false"
    assert run.evaluate("button => button.matches(':focus-visible')")
    assert _fields(page) == ["run", "name"]
    page.keyboard.press("Space")
    assert _fields(page) == everything


def test_what_was_closed_inside_stays_closed(site: str, opened: "Callable[..., Page]") -> None:
    page = opened(site + _PAGE)
    page.get_by_role("button", name="Fields in phases").click()
    assert _fields(page) == ["run", "seconds", "phases", "losses", "name"]
    run = page.get_by_role("button", name="Fields in run", exact=True)
    run.click()
    run.click()
    assert _fields(page) == ["run", "seconds", "phases", "losses", "name"]


def test_all_fields_at_once(site: str, opened: "Callable[..., Page]") -> None:
    page = opened(site + _PAGE)
    everything = _fields(page)
    button = page.get_by_role("button", name="All fields")
    button.click()
    assert button.get_attribute("aria-expanded") == "false"
    assert _fields(page) == ["run", "name"]
    page.get_by_role("button", name="Fields in run", exact=True).click()
    assert _fields(page) == ["run", "seconds", "phases", "losses", "name"]
    button.click()
    assert _fields(page) == everything


def test_a_link_opens_the_way_to_its_row(site: str, opened: "Callable[..., Page]") -> None:
    page = opened(site + _PAGE)
    page.get_by_role("button", name="All fields").click()
    page.evaluate("name => { location.hash = name; }", _NESTED)
    row = page.locator(f'[id="{_NESTED}"]')
    row.wait_for()
    assert row.evaluate("row => row.matches(':target')")
    page.wait_for_function(
        "id => { const box = document.getElementById(id).getBoundingClientRect();"
        " return box.bottom > 0 && box.top < innerHeight; }",
        arg=_NESTED,
    )


def test_without_javascript_every_field_is_shown(site: str, opened: "Callable[..., Page]") -> None:
    page = opened(site + _PAGE, java_script_enabled=False)
    rows = page.locator("table.contract-format tbody tr")
    assert rows.count() == page.locator("table.contract-format tbody tr:visible").count() == 6
    assert page.locator("table.contract-format button").count() == 0


def test_print_shows_every_field(site: str, opened: "Callable[..., Page]") -> None:
    page = opened(site + _PAGE)
    everything = _fields(page)
    page.get_by_role("button", name="All fields").click()
    page.emulate_media(media="print")
    assert _fields(page) == everything
    assert page.locator("table.contract-format button:visible").count() == 0


def test_the_tree_fits_a_phone(site: str, opened: "Callable[..., Page]") -> None:
    page = opened(site + _PAGE, viewport={"width": 360, "height": 740}, has_touch=True)
    left = "id => document.getElementById(id).querySelector('code').getBoundingClientRect().left"
    top = page.evaluate(left, "reports.writing:report.json-format-run")
    nested = page.evaluate(left, _NESTED)
    assert top < nested < 180
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 360
