"""The last words of a build: how the code base stands, and where that can be read."""

from collections import Counter
from collections.abc import Iterator

from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.osutil import relpath

from sphinx_contracts.ext._outputs import MODEL
from sphinx_contracts.ext._state import State
from sphinx_contracts.model.finding import Item
from sphinx_contracts.reports.export import number_of, summary_of

__all__ = ["summary_lines"]

_OTHER = "other"
_SEVERITIES = ("error", "note")


def summary_lines(builder: Builder, state: State) -> Iterator[str]:
    """Modules, score, findings by item of the checklist, and the places of the reports; nothing without modules."""
    outline = state.outline
    summary = summary_of(outline.project, outline.findings)
    if not summary["modules"]:
        return
    standing = [item for item in outline.findings if item.suppressed is None]
    suppressed = len(outline.findings) - len(standing)
    counts = [_counted(summary["findings"]), f"{suppressed} suppressed" if suppressed else ""]
    found = ", ".join(filter(None, counts)) or "no findings"
    yield f"contracts: {number_of(summary['modules'], 'module')}, score {summary['score']:.1f} of 10, {found}"
    for item in (*Item, _OTHER):
        inside = Counter(finding.severity for finding in standing if (finding.item or _OTHER) == item)
        if inside:
            yield f"contracts:   {item}: {_counted(inside)}"
    places = list(_places(builder, state))
    if places:
        yield f"contracts: the report is in {' and '.join(places)}"


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(number_of(counts[name], name) for name in _SEVERITIES if counts.get(name))


def _places(builder: Builder, state: State) -> Iterator[str]:
    if not isinstance(builder, StandaloneHTMLBuilder) or builder.name == "epub":
        return
    index = state.index
    if index is not None and index in builder.env.all_docs and builder.name != "singlehtml":
        yield relpath(builder.get_outfilename(index))
    yield relpath(builder.outdir / MODEL)
