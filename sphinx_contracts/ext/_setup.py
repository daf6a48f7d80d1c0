"""Where everything is connected to Sphinx, in the order in which a build comes to it."""

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError
from sphinx.util import logging
from sphinx.util.display import progress_message

from sphinx_contracts._version import __version__
from sphinx_contracts.cache import Cache
from sphinx_contracts.config import ConfigurationError
from sphinx_contracts.ext._attach import attach_to_modules, attach_to_object
from sphinx_contracts.ext._collection import collect_as_usual, collect_rarely, kept
from sphinx_contracts.ext._domain import ContractDomain
from sphinx_contracts.ext._exit import let_go_at_exit
from sphinx_contracts.ext._expand import Expand
from sphinx_contracts.ext._labels import CATALOG, LOCALES
from sphinx_contracts.ext._memory import Memory, pages_stamp
from sphinx_contracts.ext._mistakes import placed, warn_of_nothing
from sphinx_contracts.ext._napoleon import add_sections, load_napoleon, with_headings
from sphinx_contracts.ext._nodes import ContractBlocks, ContractLinks, ContractSignature
from sphinx_contracts.ext._outdated import outdated_documents
from sphinx_contracts.ext._outputs import STYLE_SHEET, remove_outputs, write_files, write_static
from sphinx_contracts.ext._pages import remove_pages, write_pages
from sphinx_contracts.ext._references import (
    Refer,
    changed_documents,
    empty_python,
    fill_python,
    moved_documents,
    resolve_name,
    silence,
)
from sphinx_contracts.ext._report import close_gate, report
from sphinx_contracts.ext._scripts import add_scripts, write_scripts
from sphinx_contracts.ext._settings import check_settings, place_of, register_settings, settings_of
from sphinx_contracts.ext._source_pages import collect_pages, remove_stale
from sphinx_contracts.ext._state import State
from sphinx_contracts.ext._store import DocumentStore, store_of
from sphinx_contracts.ext._summary import summary_lines
from sphinx_contracts.ext._titles import BreakTitles, MayBreak, visit_may_break
from sphinx_contracts.ext._visitors import visit_blocks, visit_links, visit_signature
from sphinx_contracts.project import overview

__all__ = ["setup"]

_logger = logging.getLogger(__name__)
_ENV_VERSION = 4
"""Raised when what is kept with the environment changes its form."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect the extension to Sphinx.

    Args:
        app: The application

    Returns:
        The extension's metadata with:
            - version: str (version of the package)
            - env_version: int (version of the data kept with the environment)
            - parallel_read_safe: bool (documents may be read by several processes)
            - parallel_write_safe: bool (documents may be written by several processes)

    Raises:
        ConfigError: If the settings in ``pyproject.toml`` cannot be used

    Side Effects:
        - Registers settings, a domain, nodes, a transform and event handlers with the application
        - Has Python look for garbage less often until the build ends; where it never does, until the next one begins
        - Registers a function that frees contracts when the interpreter exits

    Example:
        metadata = setup(app)
    """
    collect_rarely()
    register_settings(app)
    load_napoleon(app)
    app.add_message_catalog(CATALOG, LOCALES)
    app.add_domain(ContractDomain)
    app.add_node(ContractBlocks, html=(visit_blocks, None))
    app.add_node(ContractLinks, html=(visit_links, None))
    app.add_node(ContractSignature, html=(visit_signature, None))
    app.add_node(MayBreak, html=(visit_may_break, None))
    app.add_post_transform(Expand)
    app.add_post_transform(Refer)
    app.add_post_transform(BreakTitles)
    app.add_css_file(STYLE_SHEET)
    app.connect("config-inited", check_settings, priority=100)
    app.connect("config-inited", add_sections)
    app.connect("builder-inited", _analyse)
    app.connect("env-get-outdated", outdated_documents)
    app.connect("object-description-transform", attach_to_object, priority=900)
    app.connect("doctree-read", attach_to_modules)
    app.connect("env-updated", _documents_read)
    # before and after whatever resolves references to other projects
    app.connect("missing-reference", resolve_name, priority=400)
    app.connect("missing-reference", silence, priority=950)
    app.connect("html-collect-pages", collect_pages)
    app.connect("html-page-context", add_scripts)
    app.connect("build-finished", _finish)
    return {
        "version": __version__,
        "env_version": _ENV_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _analyse(app: Sphinx) -> None:
    """Analyse the code base and write the pages, before Sphinx looks for documents."""
    let_go_at_exit(app.env)
    store = store_of(app.env)
    settings = with_headings(settings_of(app.config), app)
    srcdir = Path(app.srcdir)
    try:
        with progress_message("analysing contracts"), kept():
            root, base, sources = place_of(app)
            result = overview(settings, root, base, sources=sources, jobs=app.parallel, cache=Cache.of(root))
            store.state = state = State(settings, result)
    except ConfigurationError as error:
        raise ConfigError(placed(str(error), app.config)) from error
    store.output_format = app.builder.format
    store.is_translated = app.builder.use_message_catalog
    store.writes_catalogs = app.builder.name == "gettext"
    warn_of_nothing(settings, state.outline)
    suffixes: dict[str, str] = app.config.source_suffix
    old = store.data["pages"]
    if old is not None and old != settings.pages:
        remove_pages(srcdir, old, suffixes)
    state.written = write_pages(srcdir, state, suffixes)
    store.data["pages"] = settings.pages
    empty_python(app.env)
    if isinstance(app.builder, StandaloneHTMLBuilder):
        write_static(Path(app.outdir), STYLE_SHEET)
        write_scripts(Path(app.outdir))


def _documents_read(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Settle what only all documents together can tell; the documents that must be written again."""
    store = store_of(env)
    store.settle()
    fill_python(env)
    report(env)
    changed = (changed_documents(store) | moved_documents(env)) & env.found_docs
    memory = Memory(app)
    if not memory.is_whole():
        # the environment of a build that was killed, or that wrote elsewhere, says that the pages here are up to date
        changed |= set(store.documents) & env.found_docs
    if store.state is not None and (changed or not memory.has_pages(pages_stamp(store.state, store.documents))):
        memory.begin()
    return sorted(changed)


def _finish(app: Sphinx, exception: Exception | None) -> None:
    """Write the files beside the pages, and close the gate."""
    try:
        store = store_of(app.env)
        if exception is None and store.state is not None:
            memory = Memory(app)
            files = _write_outputs(app, store, store.state, memory)
            memory.save(pages_stamp(store.state, store.documents), files)
            for line in summary_lines(app.builder, store.state):
                _logger.info("%s", line)
        close_gate(app, exception)
    finally:
        collect_as_usual()


def _write_outputs(
    app: Sphinx, store: DocumentStore, state: State, memory: Memory
) -> tuple[str, list[str], str] | None:
    """Write the files beside the pages, unless they are there; what they are made from, their names and the folder."""
    builder = app.builder
    if not isinstance(builder, StandaloneHTMLBuilder):
        return None
    written = None
    pages = state.settings.pages or "contracts"
    if builder.name != "epub" and not memory.has_outputs(state.stamp()):
        written = state.stamp(), write_files(builder, state), pages
    if builder.name in ("html", "dirhtml"):
        for folder in sorted({pages, memory.folder() or pages}):
            remove_stale(builder, store, state, folder)
            remove_outputs(builder, folder)
    return written
