"""The directives and roles that prose of a docstring may use: those that cannot run, read, fetch or change anything.

Everything else, whoever registered it, is shown as it stands. What is not listed here is refused, so a directive that
an extension adds one day is refused too.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive, directives, roles

__all__ = ["guarded"]

# fmt: off
_ADMONITIONS = frozenset({
    "attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning", "admonition",
    "seealso", "versionadded", "versionchanged", "versionremoved", "deprecated",
})
_BLOCKS = frozenset({
    "rubric", "topic", "sidebar", "epigraph", "highlights", "pull-quote", "compound", "parsed-literal", "code",
    "code-block", "sourcecode", "centered",
})
_TABLES = frozenset({
    "table", "list-table", "csv-table", "hlist", "replace", "unicode",
})
_ROLES = frozenset({
    "emphasis", "strong", "literal", "sub", "subscript", "sup", "superscript", "title", "title-reference", "t",
    "abbr", "command", "dfn", "file", "guilabel", "kbd", "mailheader", "makevar", "manpage", "menuselection",
    "mimetype", "newsgroup", "pep", "program", "regexp", "rfc", "samp", "any", "doc", "envvar", "keyword",
    "numref", "option", "ref", "term", "token",
})
# fmt: on
_DIRECTIVES = _ADMONITIONS | _BLOCKS | _TABLES
_PYTHON = frozenset({"attr", "class", "const", "data", "exc", "func", "meth", "mod", "obj", "type"})
_CONTRACT = frozenset({"contract:class", "contract:format", "contract:func", "contract:mod", "contract:rule"})


class _Verbatim(Directive):
    """Shows a directive as it stands."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[Any] = None

    def run(self) -> list[nodes.Node]:
        text = self.block_text.rstrip("\n")
        return [nodes.literal_block(text, text, language="text", force=True)]


def _as_written(
    name: str, rawtext: str, text: str, lineno: int, inliner: Any, options: Any = None, content: Any = ()
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """Show a role as it stands."""
    return [nodes.literal(rawtext, rawtext)], []


@contextmanager
def guarded() -> Iterator[None]:
    """While this lasts, only directives and roles that are listed here are found.

    Docutils looks both up by one function each, which Sphinx replaces in the same way. Its parser also forgets the
    default role of the document around, which is put back.
    """
    find_directive, find_role = directives.directive, roles.role
    registered: dict[str, Any] = roles._roles  # type: ignore[attr-defined]
    default = registered.get("")

    def directive(name: str, language: Any, document: nodes.document) -> Any:
        if name.lower() in _DIRECTIVES:
            return find_directive(name, language, document)
        return _Verbatim, []

    def role(name: str, language: Any, lineno: int, reporter: Any) -> Any:
        known = name.lower().removeprefix("std:")
        python = known.removeprefix("py:")
        if python in _PYTHON:
            return find_role(f"py:{python}", language, lineno, reporter)
        if name == "" or known in _ROLES or known in _CONTRACT:
            return find_role(name, language, lineno, reporter)
        return _as_written, []

    registry: tuple[tuple[Any, str, Any, Any], ...] = (
        (directives, "directive", directive, find_directive),
        (roles, "role", role, find_role),
    )
    for module, attribute, guard, _ in registry:
        setattr(module, attribute, guard)
    try:
        yield
    finally:
        for module, attribute, _, original in registry:
            setattr(module, attribute, original)
        if default is not None:
            registered[""] = default
