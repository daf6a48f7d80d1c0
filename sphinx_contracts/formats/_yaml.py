"""YAML read into nodes from its events, so that lines are kept, aliases cost nothing and no object is made."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sphinx_contracts.formats._nodes import DEEPEST, Block, Node, Remark, UnreadableError, path_of
from sphinx_contracts.formats._scalars import meaning_of_text
from sphinx_contracts.formats._words import Meaning, types_of

__all__ = ["read_yaml"]

_LONGEST = 50_000
_ELLIPSIS = re.compile(r"(\s+)(?:\.{3}|…)\s*(?=#|$)")
_COMMENT = re.compile(r"(?:^|(?<=\s))#+[^\S\n]*(.*)$")
# `key: {{ name }}`, as templates have it, which is no YAML before they are filled
_TEMPLATE = re.compile(r"(\s*(?:-\s+)*(?:[\w.-]+:\s+)?)(\{\{(?:(?!\s#|\}:(?:\s|$)).)*\S)(\s*(?:#.*)?)")
_TRUE = frozenset({"true", "yes", "on"})
_FALSE = frozenset({"false", "no", "off"})
_NULL = frozenset({"", "~", "null"})


@dataclass(slots=True)
class _Frame:
    """A mapping or sequence that is open."""

    node: int
    keys: dict[str, int]
    key: str | None = None
    line: int = 0


def read_yaml(text: str) -> Block:
    """Read a block of YAML.

    Raises:
        UnreadableError: If the text is no YAML, too long or nested too deeply
    """
    if len(text) > _LONGEST:
        raise UnreadableError(f"it has more than {_LONGEST} characters", 0, complex_=True)
    lines = [_ELLIPSIS.sub(r"\1# ...", line) if _ELLIPSIS.fullmatch(line) else line for line in text.split("\n")]
    try:
        reader = _read(lines)
    except UnreadableError:
        filled = [_filled(line) for line in lines]
        if filled == lines:
            raise
        try:
            reader, lines = _read(filled), filled
        except UnreadableError:
            reader = _read(lines)  # what is wrong with the text as it stands
    if not any(node.key is not None for node in reader.nodes):
        raise UnreadableError("it holds no named field", 0)
    _attach(lines, reader.nodes, reader.ends)
    return Block(reader.nodes, max(reader.documents, 1), remarks=tuple(reader.remarks))


def _read(lines: list[str]) -> "_Reader":
    reader = _Reader()
    for event in _events("\n".join(lines)):
        reader.take(event)
    return reader


def _filled(line: str) -> str:
    """A line with a place that a template fills, as a string."""
    match = _TEMPLATE.fullmatch(line)
    if match is None:
        return line
    value = match[2].replace("'", "''")
    return f"{match[1]}'{value}'{match[3]}"


def _events(text: str) -> Iterator[Any]:
    # only docstrings that hold YAML pay for the import
    import yaml

    depth = 0
    for char in text:
        # the scanner's cost grows with the brackets that are open
        depth += (char in "[{") - (char in "]}")
        if depth > DEEPEST:
            raise UnreadableError(f"it is nested more than {DEEPEST} levels deep", 0, complex_=True)
    try:
        yield from yaml.parse(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "unknown problem"
        raise UnreadableError(f"it is no YAML: {problem}", mark.line if mark is not None else 0) from None
    except ValueError:
        raise UnreadableError("it is no YAML", 0) from None


class _Reader:
    """Takes events and makes nodes of them."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.ends: dict[int, int] = {}  # line -> column behind the last scalar on it
        self.remarks: list[Remark] = []
        self.documents = 0
        self._stack: list[_Frame] = []
        self._skipped = 0  # depth inside a key that is no scalar

    def take(self, event: Any) -> None:
        name = type(event).__name__
        if name == "DocumentStartEvent":
            self.documents += 1
        elif name in ("MappingStartEvent", "SequenceStartEvent"):
            self._start("object" if name[0] == "M" else "array", event.start_mark.line)
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            if self._skipped:
                self._skipped -= 1
            else:
                self._stack.pop()
        elif name == "ScalarEvent":
            self._scalar(event)
        elif name == "AliasEvent":
            self._add("scalar", event.start_mark.line, Meaning(description=f"as {event.anchor}"))

    def _start(self, kind: str, line: int) -> None:
        if len(self._stack) + self._skipped >= DEEPEST:
            raise UnreadableError(f"it is nested more than {DEEPEST} levels deep", line, complex_=True)
        frame = self._stack[-1] if self._stack else None
        if self._skipped or (frame is not None and frame.key is None and self.nodes[frame.node].kind == "object"):
            raise UnreadableError("a key is no plain name", line)
        index = self._add(kind, line, Meaning())
        self._stack.append(_Frame(index, {}))

    def _scalar(self, event: Any) -> None:
        line = event.start_mark.line
        end = event.end_mark.line
        for number in range(line, min(end, line + 2000)):
            self.ends[number] = 1_000_000
        self.ends[end] = event.end_mark.column if event.style not in ("|", ">") else self.ends.get(end, 0)
        frame = self._stack[-1] if self._stack else None
        if frame is not None and frame.key is None and self.nodes[frame.node].kind == "object":
            key = event.value[:200]
            if key in frame.keys:
                self.remarks.append(Remark(line, f'the key "{key}" stands twice in one mapping', frame.keys[key]))
            frame.keys.setdefault(key, line)
            frame.key, frame.line = key, line
            return
        self._add("scalar", line, _meaning(event, frame.key or "" if frame is not None else ""))

    def _add(self, kind: str, line: int, meaning: Meaning) -> int:
        if not self._stack:
            self.nodes.append(Node("", None, -1, line, kind, meaning))
            return len(self.nodes) - 1
        frame = self._stack[-1]
        around = self.nodes[frame.node]
        if around.kind == "array":
            self.nodes.append(Node(f"{around.path}[]", None, frame.node, line, kind, meaning))
        elif frame.key in ("...", "…", "<<"):
            # an ellipsis, or fields merged from elsewhere
            around.open_ended = True
            self.nodes.append(Node("", frame.key, frame.node, line, kind, meaning, skipped=True))
        else:
            key = frame.key or ""
            path = path_of(around.path, key, line)
            self.nodes.append(Node(path, key, frame.node, frame.line, kind, meaning, bare_key=True))
        frame.key = None
        return len(self.nodes) - 1


def _meaning(event: Any, key: str) -> Meaning:
    value = event.value
    if event.style in ("|", ">"):
        return Meaning(("str",), example=value[:2000])
    if event.style in ('"', "'"):
        quoted = '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        return meaning_of_text(quoted, key)
    if value.lower() in _NULL:
        return Meaning(("null",), nullable=True)
    if value.lower() in _TRUE or value.lower() in _FALSE:
        return Meaning(("bool",), example=value.lower() in _TRUE)
    found = meaning_of_text(value, key)
    # a plain word is a string in YAML, "pandas.CSVDataset" too
    is_class = found.types == (value,) and types_of(value) is None
    if (found.types and not is_class) or found.enum or value.startswith("<"):
        return found
    return Meaning(("str",), example=value[:2000])


def _attach(lines: list[str], nodes: list[Node], ends: dict[int, int]) -> None:
    """Give each comment to the field on its line, or to the group of fields below it."""
    by_line: dict[int, list[Node]] = {}
    for node in nodes:
        if node.key is not None and not node.skipped:
            by_line.setdefault(node.line, []).append(node)
    group: str | None = None
    last: Node | None = None
    fresh = False
    for number, line in enumerate(lines):
        here = by_line.get(number, [])
        match = _COMMENT.search(line, ends.get(number, 0)) if ends.get(number, 0) < len(line) else None
        for node in here:
            node.group = group
        if here and match is not None:
            here[0].comment = match[1].strip()
        elif match is not None and not line[: match.start()].strip():
            if match[1].startswith(("...", "…")):
                around = nodes[last.parent] if last is not None else nodes[0]
                around.open_ended = True
            else:
                group, fresh = (match[1].strip("-=# *").rstrip(":") or None), True
                continue
        elif not line.strip() and not fresh:
            group = None
        last = here[-1] if here else last
        fresh = False
