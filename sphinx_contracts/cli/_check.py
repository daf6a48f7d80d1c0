"""The command ``check``: what is missing in the contracts of modules.

Key Components:
    - command: ``sphinx-contracts check``

Usage:
    sphinx-contracts check src --statistics
"""

import sys
from pathlib import Path

import click

from sphinx_contracts.cli._baseline import BaselineFile
from sphinx_contracts.cli._output import say
from sphinx_contracts.cli._plugins import fail_without_plugins
from sphinx_contracts.cli._run import PATHS, Failure, asked_for, jobs_of, names, overviewed
from sphinx_contracts.cli._since import about_changes, changed_since
from sphinx_contracts.cli._sources import SourceLines, repository_prefix
from sphinx_contracts.cli._terminal import is_terminal, takes_colours
from sphinx_contracts.config import ConfigurationError
from sphinx_contracts.model.finding import Finding
from sphinx_contracts.reports.export import number_of
from sphinx_contracts.reports.formats import FORMATS
from sphinx_contracts.reports.remarks import baseline_remarks, rollout_remarks
from sphinx_contracts.reports.report import Report
from sphinx_contracts.visible import visible_line

__all__ = ["command"]


@click.command("check")
@PATHS
@click.option("--format", "style", type=click.Choice(list(FORMATS)), default="text", help="How to print findings.")
@click.option("--select", multiple=True, metavar="RULE,ITEM", help="Report only these rules and checklist items.")
@click.option("--ignore", multiple=True, metavar="RULE,ITEM", help="Leave out these rules and checklist items.")
@click.option("--since", metavar="GITREF", help="Report only modules that have changed since a revision of git.")
@click.option("--baseline", metavar="FILE", help="File of findings that are suppressed: notes, which fail nothing.")
@click.option("--write-baseline", is_flag=True, help="Write the baseline; where it is there, take away what is fixed.")
@click.option("--extend-baseline", is_flag=True, help="Add all errors that stand to the baseline too.")
@click.option("--fail-under", type=float, metavar="N", help="Lowest score (0 to 10) that a module may have.")
@click.option("--notes", is_flag=True, help="Print notes in text too.")
@click.option("--statistics", is_flag=True, help="Print in text how often each rule was missed.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when there are findings.")
@click.option("--no-cache", is_flag=True, help="Do not use or keep what earlier runs found out.")
@click.option("-j", "--jobs", metavar="N|auto", default="auto", callback=jobs_of, help="How many processes to use.")
def command(
    paths: tuple[str, ...],
    style: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    since: str | None,
    baseline: str | None,
    write_baseline: bool,
    extend_baseline: bool,
    fail_under: float | None,
    notes: bool,
    statistics: bool,
    exit_zero: bool,
    no_cache: bool,
    jobs: int,
) -> None:
    """Print what is missing in the contracts of the modules at PATH."""
    if statistics and style != "text":
        raise Failure(f"--statistics goes with --format text, not with {style}")
    for option, values in (("--select", select), ("--ignore", ignore)):
        if values and not names(values):
            raise Failure(f"{option} names nothing: give it a rule or a checklist item, or leave it out")
    writes = write_baseline or extend_baseline
    if writes and (select or ignore or since):
        raise Failure("a baseline is written from all findings: leave out --select, --ignore and --since")
    file = BaselineFile(baseline, writes=writes)
    changed = changed_since(since, Path.cwd()) if since is not None else None
    asked = asked_for(paths, fail_under=fail_under, baseline=file.setting)
    found = overviewed(asked, jobs=jobs, cached=not no_cache)
    result = found.outline if changed is None else found.whole()
    remarks = baseline_remarks(result.comparison, file.options)
    if writes:
        result, remarks = file.written(result, extends=extend_baseline)
    if changed is not None:
        count = number_of(len(result.project.modules), "module")
        result = about_changes(result, changed)
        remarks.append(f"{len(result.project.modules)} of {count} changed since {since}")
    findings = _selected(result.findings, names(select), names(ignore)) if select or ignore else result.findings
    remarks += rollout_remarks(findings)
    report = Report(
        result.project,
        findings,
        prefix=repository_prefix(result.root),
        notes=notes,
        statistics=statistics,
        colours=takes_colours(),
        line_at=SourceLines(result.root).line_at if is_terminal() else None,
        remarks=remarks,
    )
    _print(report, style)
    fail_without_plugins()
    if any(item.rule == "internal-error" for item in findings):
        sys.exit(2)
    standing = any(item.severity == "error" and item.suppressed is None for item in findings)
    sys.exit(1 if standing and not exit_zero else 0)


def _selected(findings: tuple[Finding, ...], select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Finding, ...]:
    from sphinx_contracts.check.selection import selected  # all rules, which a known result does without

    try:
        return selected(findings, select, ignore)
    except ConfigurationError as error:
        raise Failure(str(error)) from error


def _print(report: Report, style: str) -> None:
    """Print a report; what else there is to say is no part of one that programs read."""
    text = FORMATS[style](report)
    if text:
        say(text)
    for line in report.remarks if style != "text" else ():
        click.echo(visible_line(line), err=True)
