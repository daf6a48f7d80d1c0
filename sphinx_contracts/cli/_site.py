"""The command ``site``: the contracts as a site to browse, with no Sphinx project to set up.

Key Components:
    - command: ``sphinx-contracts site``

Usage:
    sphinx-contracts site src -o site --open
"""

import tempfile
import webbrowser
from pathlib import Path

import click

from sphinx_contracts.cli._output import say
from sphinx_contracts.cli._plugins import fail_without_plugins
from sphinx_contracts.cli._run import PATHS, Failure, asked_for, jobs_of, overviewed
from sphinx_contracts.cli._site_folder import check_folder, publish
from sphinx_contracts.cli._site_project import build
from sphinx_contracts.project import Run
from sphinx_contracts.reports.export import number_of, summary_of

__all__ = ["command"]


@click.command("site")
@PATHS
@click.option("-o", "--output", required=True, metavar="DIR", help="Folder of the site: new, empty or an earlier site.")
@click.option("--open", "shown", is_flag=True, help="Open the site in a browser.")
@click.option("-j", "--jobs", metavar="N|auto", default="auto", callback=jobs_of, help="How many processes to use.")
def command(paths: tuple[str, ...], output: str, shown: bool, jobs: int) -> None:
    """Build an HTML site of the contracts of the modules at PATH.

    It needs no Sphinx project. Findings stand on the pages and fail nothing here; that is what "check" is for.
    """
    folder = Path(output)
    check_folder(folder)
    asked = asked_for(paths)
    result = overviewed(asked, jobs=jobs).outline
    if not result.project.modules:
        raise Failure("nothing to show: there is no module at the paths and sources that are named")
    try:
        with tempfile.TemporaryDirectory(prefix="sphinx-contracts-") as temporary:
            publish(build(asked, result.project.modules, Path(temporary), jobs), folder)
    except OSError as error:
        raise Failure(f"the site could not be built: {error.strerror or error}") from error
    index = folder / "index.html"
    say(f"{_summary(result)}: {index}")
    if shown and not webbrowser.open(index.resolve().as_uri()):
        click.echo("no browser could be opened", err=True)
    fail_without_plugins()


def _summary(result: Run) -> str:
    numbers = summary_of(result.project, result.findings)
    found = [number_of(numbers["findings"][severity], severity) for severity in ("error", "note")]
    return f"{number_of(numbers['modules'], 'module')}, score {numbers['score']:.1f}, {', '.join(found)}"
