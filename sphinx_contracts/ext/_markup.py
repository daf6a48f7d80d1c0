"""Prose of docstrings as reStructuredText or MyST Markdown: the settings ``markup = "rst"`` and ``"myst"``.

A docstring is read into a document of its own, by docutils' or MyST's parser, with the directives and roles of
``_guarded``; what comes out is cleaned and put into the page. What is wrong with it is reported at its line and costs
no page.
"""

import copy
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from docutils import nodes
from docutils.parsers.rst import states
from docutils.statemachine import StringList
from docutils.transforms import references
from docutils.utils import new_document
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from sphinx_contracts.docstrings.lines import places_of
from sphinx_contracts.ext._cleaned import Cleaner, is_too_deep
from sphinx_contracts.ext._guarded import guarded
from sphinx_contracts.ext._nodes import Place
from sphinx_contracts.ext._records import Document, Problem
from sphinx_contracts.ext._state import State
from sphinx_contracts.model.blocks import Prose
from sphinx_contracts.visible import visible

__all__ = ["MarkupReader"]

_TRANSFORMS = (
    references.Substitutions,
    references.PropagateTargets,
    references.AnonymousHyperlinks,
    references.IndirectHyperlinks,
    references.Footnotes,
    references.ExternalTargets,
    references.InternalTargets,
    references.DanglingReferences,
)
# fmt: off
_ADMONITIONS = frozenset(
    {
        "attention", "caution", "danger", "error", "hint", "important", "note", "tip", "todo", "warning",
        "see also", "notes", "references",
    }
)
# fmt: on
"""Headings that napoleon has a form for."""

_QUOTED = re.compile(r"\"([^\"]{1,100})\"")
_WARNING = 2
_LONGEST = 50_000
_LONGEST_LINE = 2_000
_MOST_BRACKETS = 100
_DEEPEST_INDENT = 120
# what docutils says of its own working, or twice
_IGNORED = ("Duplicate explicit target name", "Duplicate implicit target name")


class MarkupReader:
    """Reads prose for one directive."""

    def __init__(self, env: BuildEnvironment, state: State, document: Document, settings: Any) -> None:
        self._env = env
        self._state = state
        self._document = document
        self._settings = copy.copy(settings)
        self._settings.file_insertion_enabled = False
        self._settings.raw_enabled = False
        self._settings.warning_stream = False
        self._settings.halt_level = 5
        self._settings.report_level = 5

    def takes(self, title: str) -> bool:
        """Does the heading of a section belong to what is read?"""
        return self._state.settings.markup == "rst" and title.lower() in _ADMONITIONS

    def read(self, prose: Prose, name: str, kind: str, place: Place) -> list[nodes.Element] | None:
        """The nodes of prose, None where it is too much to be read this way."""
        lines = visible(prose.text).expandtabs(8).split("\n")
        if _is_too_much(lines):
            return None
        path = str(self._state.path_of(prose.home))
        found = _Messages()
        tree = new_document(path, self._settings)
        tree.reporter.attach_observer(found.note)
        try:
            with guarded(), self._at(place):
                if self._state.settings.markup == "rst":
                    numbers = self._read_rest(prose, lines, name, kind, tree)
                    cleaner = Cleaner(path, lambda line: line or numbers[0], self._target_of(prose))
                else:
                    numbers = prose.numbers or (1,) * len(lines)
                    from sphinx_contracts.ext._markdown import read_markdown  # MyST takes long to import

                    read_markdown("\n".join(lines), tree, self._env)
                    cleaner = Cleaner(path, lambda line: _nth(numbers, line), self._target_of(prose))
                    found.move(numbers)
                cleaned = cleaner.clean(tree.children)
        except ExtensionError as error:
            # a handler of the project; the message of Sphinx holds an address of memory, another one in each build
            self._report(prose, name, [(f"cannot be read as it is written: {error.orig_exc or error}", None)])
            return None
        except RecursionError:
            return None
        if is_too_deep(cleaned):
            return None
        self._document.names |= cleaner.names
        self._report(prose, name, found.texts)
        return [node for node in cleaned if isinstance(node, nodes.Element)]

    def _read_rest(self, prose: Prose, lines: list[str], name: str, kind: str, tree: nodes.document) -> tuple[int, ...]:
        """Read reStructuredText, each line with its place in the source; the lines as napoleon leaves them."""
        numbers = prose.numbers or (1,) * len(lines)
        if self.takes(prose.title):
            indented = [f"    {line}" if line else "" for line in lines]
            lines, numbers = [f"{prose.title}:", *indented], (numbers[0], *numbers)
        changed = list(lines)
        # napoleon, and whatever else the project has for docstrings; there is no object, for nothing is imported
        self._env.events.emit("autodoc-process-docstring", kind, name, None, None, changed)
        if changed != lines:
            numbers = tuple(numbers[at] for at in places_of(changed, lines)) or (1,) * len(changed)
        source = str(self._state.path_of(prose.home))
        content = StringList()
        for line, number in zip(changed, numbers, strict=True):
            content.append(line.rstrip(), source, number - 1)
        machine = states.RSTStateMachine(state_classes=states.state_classes, initial_state="Body")
        machine.run(content, tree, inliner=None)
        tree.transformer.add_transforms(_TRANSFORMS)
        tree.transformer.apply_transforms()
        return numbers

    @contextmanager
    def _at(self, place: Place) -> Iterator[None]:
        """Names are looked up from the place of the object."""
        context = self._env.ref_context
        before = dict(context)
        context["py:module"], context["py:class"] = place
        try:
            yield
        finally:
            context.clear()
            context.update(before)

    def _target_of(self, prose: Prose) -> Any:
        return self._state.view.scope(prose.home).target

    def _report(self, prose: Prose, name: str, texts: Sequence[tuple[str, int | None]]) -> None:
        """Note what is wrong; an inherited docstring is reported where it stands."""
        if not prose.numbers:
            return
        path = self._state.shown_path_of(prose.home)
        for text, line in texts:
            location = f"{path}:{_exact(text, line or prose.numbers[0], prose)}"
            self._document.problems.append(Problem("markup", visible(f"{name}: {text}").replace("\n", " "), location))


class _Messages:
    """What a parser says while it reads."""

    def __init__(self) -> None:
        self.texts: list[tuple[str, int | None]] = []

    def note(self, message: nodes.system_message) -> None:
        """Keep a warning or an error."""
        text = message.children[0].astext() if message.children else ""
        entry = (text, message.get("line"))
        if message["level"] >= _WARNING and not text.startswith(_IGNORED) and entry not in self.texts:
            self.texts.append(entry)

    def move(self, numbers: Sequence[int]) -> None:
        """From lines of the text to lines of the source."""
        self.texts = [(text, _nth(numbers, line)) for text, line in self.texts]


def _nth(numbers: Sequence[int], line: int | None) -> int:
    return numbers[min(max(line or 1, 1), len(numbers)) - 1]


def _exact(text: str, line: int, prose: Prose) -> int:
    """Docutils names the first line of a paragraph: the line of it that has what the message quotes."""
    quoted = _QUOTED.search(text)
    if quoted is None or line not in prose.numbers:
        return line
    start = prose.numbers.index(line)
    for number, words in zip(prose.numbers[start:], prose.text.split("\n")[start:], strict=True):
        if quoted[1].lower() in words.lower():
            return number
        if not words.strip():
            break
    return line


def _is_too_much(lines: Sequence[str]) -> bool:
    """Text whose reading could take minutes: some expressions of the parsers are not linear."""
    return sum(map(len, lines)) > _LONGEST or any(
        len(line) > _LONGEST_LINE
        or sum(map(line.count, "([{`*_|<")) > _MOST_BRACKETS
        or len(line) - len(line.lstrip()) > _DEEPEST_INDENT
        for line in lines
    )
