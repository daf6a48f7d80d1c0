"""A page for each module's source, with an anchor on every line, where no other place for links is configured."""

import hashlib
import html
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from sphinx_contracts._version import __version__
from sphinx_contracts.ext._highlight import highlighted_lines
from sphinx_contracts.ext._labels import shown
from sphinx_contracts.ext._state import State
from sphinx_contracts.ext._store import DocumentStore, store_of
from sphinx_contracts.ext._visitors import has_source_pages
from sphinx_contracts.model.label import Label
from sphinx_contracts.source import read_text
from sphinx_contracts.visible import visible

__all__ = ["collect_pages", "remove_stale"]

_MARK = "<!-- sphinx-contracts source "


def collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The source pages that are missing or show something else than their file."""
    store, builder = store_of(app.env), app.builder
    state = store.state
    if state is None or not has_source_pages(builder) or state.settings.source_url is not None:
        return
    assert isinstance(builder, StandaloneHTMLBuilder)
    shared = _shared_context(builder, state)
    for home in _homes(store, state):
        pagename = state.source_page_of(home)
        text = visible(read_text(state.path_of(home)))
        given = (text, home, state.shown_path_of(home), str(_page_of(home, state, builder)))
        mark = f"{_MARK}{_digest(given, builder)} -->"
        if not _has_mark(_file(builder, pagename), mark):
            context = _context(home, text, mark, pagename, state, builder)
            yield pagename, {**shared, **context}, "page.html"


def _shared_context(builder: StandaloneHTMLBuilder, state: State) -> dict[str, Any]:
    """The table of contents of the site, made once: it is the same on all source pages, and slow to make."""
    make: Callable[..., str] | None = getattr(builder, "_get_local_toctree", None)
    if make is None:
        return {}
    known: dict[tuple[tuple[str, Any], ...], str] = {}

    def toctree(**options: Any) -> str:
        key = tuple(sorted(options.items()))
        if key not in known:
            known[key] = make(f"{state.settings.pages or 'contracts'}/source/-", **options)
        return known[key]

    return {"toctree": toctree}


def _homes(store: DocumentStore, state: State) -> list[str]:
    """The modules whose source some document links to."""
    return sorted({home for document in store.documents.values() for home in document.homes if home in state.slugs})


def _context(
    home: str, text: str, mark: str, pagename: str, state: State, builder: StandaloneHTMLBuilder
) -> dict[str, Any]:
    title = html.escape(shown(Label("Source of {module}", module=home)))
    # the numbers are for pointers: a thousand stops on the way through a page would help nobody
    number_link = '<a href="#L{0}" data-line="{0}" aria-hidden="true" tabindex="-1"></a>'
    lines = "\n".join(
        f'<span class="contract-line" id="L{number}">{number_link.format(number)}{line}</span>'
        for number, line in enumerate(highlighted_lines(text.rstrip("\n")), 1)
    )
    path = html.escape(visible(state.shown_path_of(home)))
    body = f'{mark}\n<h1>{title}</h1>\n<p><code class="docutils literal notranslate">{path}</code></p>\n'
    body += '<div class="highlight-python notranslate contract-lines"><div class="highlight">'
    body += f'<pre tabindex="0">{lines}\n</pre></div></div>\n'
    page = _page_of(home, state, builder)
    parents = []
    if page is not None:
        parents.append({"link": builder.get_relative_uri(pagename, page), "title": html.escape(visible(home))})
    return {"title": title, "body": body, "parents": parents}


def _page_of(home: str, state: State, builder: StandaloneHTMLBuilder) -> str | None:
    """The document of a module, None where it has none."""
    page = state.page_of(home) if home in state.modules else None
    return page if page in builder.env.all_docs else None


def _digest(given: Sequence[str], builder: StandaloneHTMLBuilder) -> str:
    """A digest of what a page is made from."""
    info = builder.build_info
    parts = (__version__, *given, str(info.config_hash), str(info.tags_hash), str(builder.env.version))
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _file(builder: StandaloneHTMLBuilder, pagename: str) -> Path:
    return Path(builder.get_outfilename(pagename))


def _has_mark(path: Path, mark: str) -> bool:
    try:
        return mark.encode() in path.read_bytes()
    except OSError:
        return False


def remove_stale(builder: StandaloneHTMLBuilder, store: DocumentStore, state: State, pages: str) -> None:
    """Remove the source pages below a folder that no document links to any more."""
    folder = Path(builder.outdir) / pages / "source"
    wanted = set()
    if state.settings.source_url is None:
        wanted = {_file(builder, state.source_page_of(home)) for home in _homes(store, state)}
    for path in sorted(folder.rglob("*.html")) if folder.is_dir() else ():
        if path not in wanted and _has_mark(path, _MARK):
            path.unlink()
            if path.parent != folder:
                path.parent.rmdir()
