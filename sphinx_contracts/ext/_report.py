"""Findings and problems as warnings: from the model, in the main process, on every build."""

import difflib
import os
from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from sphinx_contracts.ext._names import is_dotted
from sphinx_contracts.ext._records import Problem
from sphinx_contracts.ext._state import State
from sphinx_contracts.ext._store import DocumentStore, store_of
from sphinx_contracts.model.contract import Callable, Class, Module
from sphinx_contracts.model.finding import Finding
from sphinx_contracts.reports.export import number_of
from sphinx_contracts.reports.remarks import baseline_remarks, rollout_remarks
from sphinx_contracts.rules.registry import RULES, plugin_problems
from sphinx_contracts.visible import visible

__all__ = ["close_gate", "report"]

_logger = logging.getLogger(__name__)
_KINDS = {"mod": "module", "func": "function"}
_LONGEST = 120
_PLUGIN = "plug-in"
"""The subtype of the warning that a plug-in cannot be used."""


def report(env: BuildEnvironment) -> None:
    """Warn of every standing error, and of everything wrong in directives and roles."""
    store = store_of(env)
    state = store.state
    if state is None:
        return
    for line in plugin_problems():
        _logger.warning("%s", visible(line), type="contracts", subtype=_PLUGIN)
    for line in (*baseline_remarks(state.outline.comparison), *rollout_remarks(state.outline.findings)):
        _logger.info("contracts: %s", line)
    here = _is_same_folder(Path.cwd(), state.outline.root)
    paths: dict[str, str] = {}
    for finding in _standing(state):
        message = visible(f"{finding.object}: {finding.message}").replace("\n", " ")
        if finding.path not in paths:
            paths[finding.path] = _path(finding.path, None if here else state.outline.root)
        location = f"{paths[finding.path]}:{finding.line}"
        _logger.warning("%s", message, type="contracts", subtype=finding.rule, location=location)
    for docname in sorted(store.documents):
        for problem in store.documents[docname].problems:
            text = _message(problem, store, state, env)
            if problem.kind == "markup":
                # its place is in a source file, as that of a finding
                path, _, line = problem.location.rpartition(":")
                location = f"{_path(path, None if here else state.outline.root)}:{line}"
                _logger.warning("%s", text, type="contracts", subtype="markup", location=location)
            elif text is not None:
                _logger.warning("%s", text, type="contracts", subtype="reference", location=problem.location)
        for text, location in _duplicates(docname, store):
            _logger.warning("%s", text, type="contracts", subtype="reference", location=location)


def _duplicates(docname: str, store: DocumentStore) -> Iterator[tuple[str, str]]:
    """What a document describes although another one does; any document may repeat what has a page of its own."""
    for item in store.documents[docname].described:
        chosen = store.targets().get((item.type, item.name))
        if chosen is not None and (item.is_repeated or (chosen.docname != docname and not chosen.on_page)):
            where = "this document" if chosen.docname == docname else chosen.docname
            yield f"'{item.name}' is described in {where} already; use :no-index: for one of the two", item.location


def _standing(state: State) -> Iterator[Finding]:
    return (item for item in state.outline.findings if item.suppressed is None and item.severity == "error")


def close_gate(app: Sphinx, exception: Exception | None) -> None:
    """Make the build fail when an error stands and the setting says so."""
    state = store_of(app.env).state
    if exception is not None or state is None or not state.settings.gate:
        return
    ignored = app.config.suppress_warnings
    found = [item.rule for item in _standing(state)] + [_PLUGIN] * len(plugin_problems())
    closed = sum(not logging.is_suppressed_warning("contracts", rule, ignored) for rule in found)
    if closed:
        _logger.info("contracts: the gate fails the build: %s (setting gate)", number_of(closed, "error"))
        app.statuscode = app.statuscode or 1


def _path(path: str, root: Path | None) -> str:
    """The path as findings show it where that can be opened from here, else in full."""
    full = str(Path(path)) if root is None else os.path.normpath(root / path)
    return visible(full).replace("\n", " ")


def _is_same_folder(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _message(problem: Problem, store: DocumentStore, state: State, env: BuildEnvironment) -> str | None:
    """What is wrong, None where nothing is."""
    if problem.kind in ("text", "markup"):
        return problem.text
    kind = _KINDS.get(problem.kind, problem.kind)
    if problem.is_role and (store.lookup(problem.kind, problem.text) or _is_elsewhere(kind, problem.text, env)):
        return None
    shown = visible(problem.text).replace("\n", " ")
    shown = shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
    if kind == "format" and len(state.format_names(problem.text)) > 1:
        return f"several formats are named '{shown}': name one of {', '.join(state.format_names(problem.text))}"
    known = _known(kind, state)
    if problem.is_role and problem.text in known:
        return f"the {kind} '{shown}' is described nowhere in this site; add a page or a directive that does"
    if kind in ("module", "class", "function") and not is_dotted(problem.text):
        return f"'{shown}' is no dotted name of a {kind}{_hint(problem.text, known)}"
    other = state.view.objects.get(problem.text)
    if other is not None:
        actual = _kind_of(other.contract)
        return f"'{shown}' is a {actual}, not a {kind}; use contract:{actual}"
    return f"there is no {kind} '{shown}'{_hint(problem.text, known)}"


def _hint(name: str, known: set[str]) -> str:
    near = difflib.get_close_matches(name[:_LONGEST], sorted(known), 1)
    return f"; did you mean '{visible(near[0])}'?" if near else ""


def _known(kind: str, state: State) -> set[str]:
    if kind == "module":
        return set(state.modules)
    if kind == "format":
        return set(state.view.formats)
    if kind == "rule":
        return set(RULES)
    wanted = Class if kind == "class" else Callable
    return {name for name, located in state.view.objects.items() if isinstance(located.contract, wanted)}


def _kind_of(contract: object) -> str:
    return "module" if isinstance(contract, Module) else "class" if isinstance(contract, Class) else "function"


def _is_elsewhere(kind: str, name: str, env: BuildEnvironment) -> bool:
    """Does another project's inventory have the object?"""
    inventory = getattr(env, "intersphinx_inventory", {})
    return name in inventory.get(f"contract:{kind}", {})
