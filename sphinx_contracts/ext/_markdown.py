"""MyST Markdown in docstrings: without HTML, substitutions and metadata of its own."""

from typing import Any

from docutils import nodes
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser
from sphinx.environment import BuildEnvironment

__all__ = ["read_markdown"]

_EXTENSIONS = frozenset({"colon_fence", "deflist", "fieldlist", "replacements", "smartquotes"})
_OFF = ("html_block", "html_inline", "front_matter")
_DEEPEST = 100
"""By default the parser drops whatever is nested more deeply than 20 levels; what is too deep is left to us."""


class _Renderer(SphinxRenderer):
    """Says what is wrong by the document's reporter, which knows the docstring, and not by Sphinx's log."""

    def create_warning(self, message: str, subtype: Any, **kwargs: Any) -> None:
        self.reporter.warning(message, line=kwargs.get("line"))


def read_markdown(text: str, tree: nodes.document, env: BuildEnvironment) -> None:
    """Read a text into a document, with those extensions of the project that add neither HTML nor code."""
    enabled = getattr(getattr(env, "myst_config", None), "enable_extensions", _EXTENSIONS)
    config = MdParserConfig(
        enable_extensions=set(enabled) & _EXTENSIONS,
        disable_syntax=list(_OFF),
        url_schemes={"http": None, "https": None, "mailto": None},
    )
    parser = create_md_parser(config, _Renderer)
    parser.options["document"] = tree
    parser.options["maxNesting"] = _DEEPEST
    parser.render(text)
