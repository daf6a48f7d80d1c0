"""Where everything is connected to Sphinx, in the order in which a build comes to it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError
from sphinx.util import logging

from sphinx_contracts._version import __version__
from sphinx_contracts.config import ConfigurationError
from sphinx_contracts.ext._domain import ContractDomain
from sphinx_contracts.ext._expand import Expand
from sphinx_contracts.ext._napoleon import add_sections
from sphinx_contracts.ext._nodes import ContractBlocks, ContractLinks, ContractSignature
from sphinx_contracts.ext._outdated import outdated_documents
from sphinx_contracts.ext._outputs import STYLE_SHEET, remove_outputs, write_files, write_style_sheet
from sphinx_contracts.ext._pages import remove_pages, write_pages
from sphinx_contracts.ext._references import (
    changed_documents,
    empty_python,
    fill_python,
    moved_documents,
    resolve_name,
    silence,
)
from sphinx_contracts.ext._report import close_gate, report
from sphinx_contracts.ext._settings import check_settings, register_settings, settings_of
from sphinx_contracts.ext._source_pages import collect_pages, remove_stale
from sphinx_contracts.ext._state import State
from sphinx_contracts.ext._store import store_of
from sphinx_contracts.ext._visitors import visit_blocks, visit_links, visit_signature
from sphinx_contracts.project import project_root, run

__all__ = ["setup"]

_logger = logging.getLogger(__name__)
_ENV_VERSION = 2
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

    Example:
        metadata = setup(app)
    """
    register_settings(app)
    app.add_domain(ContractDomain)
    app.add_node(ContractBlocks, html=(visit_blocks, None))
    app.add_node(ContractLinks, html=(visit_links, None))
    app.add_node(ContractSignature, html=(visit_signature, None))
    app.add_post_transform(Expand)
    app.add_css_file(STYLE_SHEET)
    app.connect("config-inited", check_settings, priority=100)
    app.connect("config-inited", add_sections)
    app.connect("builder-inited", _analyse)
    app.connect("env-get-outdated", outdated_documents)
    app.connect("env-updated", _documents_read)
    # before and after whatever resolves references to other projects
    app.connect("missing-reference", resolve_name, priority=400)
    app.connect("missing-reference", silence, priority=950)
    app.connect("html-collect-pages", collect_pages)
    app.connect("build-finished", _finish)
    return {
        "version": __version__,
        "env_version": _ENV_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _analyse(app: Sphinx) -> None:
    """Analyse the code base and write the pages, before Sphinx looks for documents."""
    store = store_of(app.env)
    settings = settings_of(app.config)
    confdir, srcdir = Path(app.confdir), Path(app.srcdir)
    try:
        with _without_collection():
            store.state = state = State(settings, run(settings, project_root(confdir), confdir))
    except ConfigurationError as error:
        raise ConfigError(str(error)) from error
    store.output_format = app.builder.format
    if not settings.sources:
        _logger.warning(
            "nothing to document: set contracts_sources in conf.py, or sources in [tool.sphinx-contracts]",
            type="contracts",
            subtype="sources",
        )
    suffixes: dict[str, str] = app.config.source_suffix
    old = store.data["pages"]
    if old is not None and old != settings.pages:
        remove_pages(srcdir, old, suffixes)
    write_pages(srcdir, state, suffixes)
    store.data["pages"] = settings.pages
    empty_python(app.env)
    if isinstance(app.builder, StandaloneHTMLBuilder):
        write_style_sheet(Path(app.outdir))


@contextmanager
def _without_collection() -> Iterator[None]:
    """Make many objects that stay, and keep the collector from going through them again and again.

    Records refer to each other in one direction only, so there is nothing to collect; on a large code base the
    collector would take as long as everything else together.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was_enabled:
            gc.enable()


def _documents_read(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Settle what only all documents together can tell; the documents that must be written again."""
    store = store_of(env)
    store.settle()
    fill_python(env)
    report(env)
    if store.state is not None:
        store.data["stamp"] = store.state.stamp()
    return sorted((changed_documents(store) | moved_documents(env)) & env.found_docs)


def _finish(app: Sphinx, exception: Exception | None) -> None:
    """Write the files beside the pages, and close the gate."""
    gc.unfreeze()
    store = store_of(app.env)
    builder = app.builder
    if exception is None and store.state is not None and isinstance(builder, StandaloneHTMLBuilder):
        if builder.name != "epub":
            write_files(builder, store.state)
        if builder.name in ("html", "dirhtml"):
            remove_stale(builder, store, store.state)
            remove_outputs(builder, store.state.settings.pages or "contracts")
    close_gate(app, exception)
