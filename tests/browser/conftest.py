"""A browser, and one small site for each theme, built once."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.sites.site import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_FAULTY = Path(__file__).parents[2] / "docs" / "examples" / "training_faulty"
# what themes themselves ask for in vain: files elsewhere, and one beside its own style sheet
_OF_THEMES = ("ERR_FAILED", "/basic.css")
THEMES = ("furo", "pydata_sphinx_theme", "sphinx_rtd_theme", "alabaster")
_PACKAGE = '''\
"""The reports.

It passes on what the module inside it defines.

Key Components:
    - write_report: writes one

Usage:
    from reports import write_report
"""

from reports.writing import load_report, write_report

__all__ = ["load_report", "write_report"]
'''
_WRITING = '''\
"""Writing of reports.

It holds what writes a report with ``json.dumps`` and what reads it again, ``reports.load_all`` excepted.

Key Components:
    - write_report: writes one
    - load_report: reads one

Usage:
    from reports.writing import write_report

Report JSON Format
------------------

The file report.json:

{
    "run": {                // dict: the run
        "seconds": 12.5,    // float: how long it took, in seconds
        "phases": [         // list: parts of the run
            {
                "name": "warm-up"  // str: name of the part
            }
        ],
        "losses": [0.5]     // list[float]: loss of each epoch
    },
    "name": "first"         // str: name of the run
}
"""

import json
from collections.abc import Iterator
from pathlib import Path


def write_report(path: Path, name: str, seconds: float, losses: list[float]) -> None:
    """Write a report.

    Args:
        path: The file
        name: Name of the run
        seconds: How long it took
        losses: Loss of each epoch

    Raises:
        ValueError: If the name is empty

    Side Effects:
        - Writes the file at path
        - No network access

    Example:
        write_report(Path("report.json"), "first", 12.5, [0.5])
    """
    if not name:
        raise ValueError("name")
    path.write_text(json.dumps({"run": {"seconds": seconds, "losses": losses}, "name": name}))


def load_report(path: Path) -> Iterator[float]:
    """Read the losses of a report.

    Args:
        path: The file

    Yields:
        Loss of each epoch

    Example:
        losses = list(load_report(Path("report.json")))
    """
    write_report(path.with_suffix(".bak"), "copy", 0.0, [])
    yield from json.loads(path.read_text())["run"]["losses"]


def drop_report(path: Path) -> None:
    """Delete a report.

    Args:
        path: The file

    Example:
        drop_report(Path("report.json"))
    """
    path.unlink()
'''
_WIDE = '''\
"""Long names.

Its names, types and defaults are as long as those of large libraries.

Key Components:
    - ReportExecutionStateConfiguration: the longest one

Usage:
    from reports.wide import ReportExecutionStateConfiguration
"""


class ReportExecutionStateConfiguration:
    """State of a report.

    Responsibilities:
        - Keeps what a report needs

    Attributes:
        local_execution_options: Read `reports.wide.ReportExecutionStateConfiguration.local_execution_options`, which
            is like `_reports.CompiledReportStateConfigurationOfTheWholeExecution.local_execution_options`

    Example:
        ReportExecutionStateConfiguration()
    """

    local_execution_options: "Optional[Dict[_ReportBindKeyOfThatKind, _CoreMultiExecuteParamsSequence]]"

    def configure(
        self,
        join_transaction_mode: "Optional[Type[ReportExecutionStateConfiguration]]" = "conditional_savepoint_of_it",
        execution_options: "Union[OrmExecuteOptionsParameter, Literal['thirty_one_characters_at_least']]" = "EMPTY",
    ) -> "Iterator[Tuple[ReportExecutionStateConfiguration, OrmExecuteOptionsParameter]]":
        """Configure it.

        Args:
            join_transaction_mode: How to join what is there, see https://example.org/a/very/long/address/of/a/page
            execution_options: Whatever else `local_execution_options` of that_which_has_a_long_name needs

        Yields:
            Pairs

        Raises:
            UnsupportedReportExecutionStateConfigurationError: If the mode is none of those that are known

        Example:
            ReportExecutionStateConfiguration().configure()
        """
        raise UnsupportedReportExecutionStateConfigurationError
'''


def chromium() -> str:
    """The browser of the machine; none is ever downloaded."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        pytest.fail("no Chromium: install the package 'chromium', or name the program in CHROMIUM", pytrace=False)
    return found


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """One browser for all tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built sites."""
    return tmp_path_factory.mktemp("themes")


@pytest.fixture(scope="session")
def address(served: Path) -> Iterator[str]:
    """The address of the built sites."""
    handler = functools.partial(_Quiet, directory=str(served))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory, served: Path, address: str) -> Callable[..., str]:
    """Builds the site with a theme, once; its address."""

    @functools.cache
    def built(theme: str, *extensions: str) -> str:
        folder = tmp_path_factory.mktemp(theme)
        site = Site(folder / "site")
        shutil.copytree(_FAULTY, site.root / "faulty")
        site.write("src/reports/__init__.py", _PACKAGE)
        site.write("src/reports/writing.py", _WRITING)
        site.write("src/reports/wide.py", _WIDE)
        site.configure(
            html_theme=theme,
            extensions=["sphinx_contracts", *extensions],
            contracts_sources=["../src", "../faulty/core", "../faulty/trainer"],
            contracts_rollout=[
                {"name": "Phase 1", "modules": ["core", "core.*"], "enforce": False},
                {"name": "Phase 2", "modules": ["*"], "enforce": False},
            ],
            html_context={"default_mode": "auto"},  # one theme complains in the console without it
        )
        shutil.rmtree(site.root / "src" / "core")
        result = site.run()
        assert result.code == 0, result.error
        name = "-".join([theme, *extensions])
        shutil.copytree(result.outdir, served / name)
        return f"{address}/{name}"

    return built


@pytest.fixture(scope="session", params=THEMES)
def site(request: pytest.FixtureRequest, build: Callable[..., str]) -> str:
    """The address of the site with each theme."""
    return build(str(request.param))


@pytest.fixture
def opened(browser: "Browser") -> "Iterator[Callable[..., Page]]":
    """Opens pages, and fails when one of them complains in the console."""
    complaints: list[str] = []
    contexts = []

    def opened(url: str, **options: object) -> "Page":
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(8000)
        # what themes fetch from elsewhere is not there
        context.route(
            "**/*", lambda route: route.abort() if "127.0.0.1" not in route.request.url else route.continue_()
        )
        context.route("**/favicon.ico", lambda route: route.fulfill(status=204))
        page.on(
            "console",
            lambda message: (
                complaints.append(f"{message.text} {message.location}") if message.type == "error" else None
            ),
        )
        page.on("pageerror", lambda error: complaints.append(f"{error} {error.stack}"))
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not [text for text in complaints if not any(known in text for known in _OF_THEMES)]
