"""Documents of YAML read from events, so that positions are kept, no object is made and no alias multiplies.

Plain words get the values that PyYAML's safe loader gives them, for this is what most programs read. Dates stay
strings: JSON Schema knows no others.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sphinx_contracts.formats.validation._document import (
    DEEPEST,
    BadDataError,
    Document,
    Path,
    Place,
    Remark,
    quoted,
)
from sphinx_contracts.model.fast_init import fast_init

__all__ = ["read_yaml"]

_MOST_COPIES = 1_000_000  # values that aliases may add
_PREFIX = "tag:yaml.org,2002:"
_KNOWN = frozenset({"str", "int", "float", "bool", "null", "timestamp", "map", "seq", "set", "omap", "pairs", "binary"})


@dataclass(slots=True)
class _Frame:
    """A mapping or sequence that is open."""

    value: dict[str, Any] | list[Any]
    place: int  # offset of its start
    size: int = 1  # values in it, with what aliases stand for
    anchor: str | None = None
    key: str | None = None  # the key that waits for its value
    key_place: int = 0
    merged: list[dict[str, Any]] = field(default_factory=list)  # what "<<" names


@fast_init
@dataclass(frozen=True, slots=True)
class _Anchored:
    value: Any
    size: int


def read_yaml(text: str) -> Iterator[Document]:
    """Read the documents of a text, one after the other.

    Raises:
        BadDataError: If it is no YAML, holds something that is no plain data, or is nested too deeply
    """
    # only data in YAML pays for the import
    import yaml

    reader = _Reader(yaml.SafeLoader(""))
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            document = reader.take(event)
            if document is not None:
                yield document
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        context = f"{error.context}, " if error.context else ""
        message = " ".join(f"the text is no YAML: {context}{error.problem or 'unknown problem'}".split())
        raise BadDataError(mark.index if mark is not None else 0, message) from error
    except yaml.reader.ReaderError as error:
        raise BadDataError(
            int(error.position), f"the character U+{error.character:04X} may not stand in YAML"
        ) from error
    except (yaml.YAMLError, ValueError) as error:
        raise BadDataError(0, "the text is no YAML") from error


class _Reader:
    """Takes events and makes values of them."""

    def __init__(self, loader: Any) -> None:
        self._loader = loader
        self._start()

    def _start(self) -> None:
        self._stack: list[_Frame] = []
        self._anchors: dict[str, _Anchored | None] = {}
        self._places: dict[int, dict[str | int, Place]] = {}  # id of a container -> its members
        self._remarks: list[Remark] = []
        self._merged: list[Any] = []  # kept, for an id is unique among living values only
        self._copies = 0
        self._top: Any = None
        self._top_place = 0

    def take(self, event: Any) -> Document | None:
        """Take an event; a document where it ends one."""
        name = type(event).__name__
        at = event.start_mark.index
        if name == "DocumentStartEvent":
            self._start()
        elif name == "DocumentEndEvent":
            return Document(self._top, self._finder(), tuple(self._remarks))
        elif name in ("MappingStartEvent", "SequenceStartEvent"):
            self._open({} if name[0] == "M" else [], event, at)
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            self._close()
        elif name == "ScalarEvent":
            self._scalar(event, at)
        elif name == "AliasEvent":
            self._alias(event.anchor, at)
        return None

    def _path(self) -> Path:
        return tuple(frame.key or "" if isinstance(frame.value, dict) else len(frame.value) for frame in self._stack)

    def _open(self, value: dict[str, Any] | list[Any], event: Any, at: int) -> None:
        if self._awaits_key():
            raise BadDataError(at, "a key is no plain name", self._path()[:-1])
        if len(self._stack) >= DEEPEST:
            raise BadDataError(at, f"the data is nested more than {DEEPEST} levels deep", self._path())
        self._refuse_tag(event.tag, at)
        self._stack.append(_Frame(value, at, anchor=event.anchor))
        if event.anchor is not None:
            self._anchors[event.anchor] = None

    def _close(self) -> None:
        frame = self._stack.pop()
        if isinstance(frame.value, dict):
            self._merge(frame, frame.value)
        if frame.anchor is not None:
            self._anchors[frame.anchor] = _Anchored(frame.value, frame.size)
        self._add(frame.value, frame.place, frame.size)

    def _merge(self, frame: _Frame, value: dict[str, Any]) -> None:
        places = self._places.setdefault(id(value), {})
        for other in frame.merged:
            for key, item in other.items():
                if key not in value:
                    value[key] = item
                    places[key] = self._places[id(other)][key]

    def _scalar(self, event: Any, at: int) -> None:
        if self._awaits_key():
            self._begin_member(event, at)
            return
        self._refuse_tag(event.tag, at)
        value = self._value_of(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(value, 1)
        self._add(value, at, 1)

    def _begin_member(self, event: Any, at: int) -> None:
        frame = self._stack[-1]
        frame.key, frame.key_place = event.value, at
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(event.value, 1)
        if event.value in frame.value:
            message = f"the key {quoted(event.value)} stands twice in one mapping"
            self._remarks.append(Remark(at, message, self._path()))

    def _alias(self, anchor: str, at: int) -> None:
        if self._awaits_key():
            raise BadDataError(at, "a key is no plain name", self._path()[:-1])
        if anchor not in self._anchors:
            raise BadDataError(at, f"there is no anchor &{anchor}", self._path())
        known = self._anchors[anchor]
        if known is None:
            raise BadDataError(at, f"the value &{anchor} holds itself", self._path())
        self._copies += known.size
        if self._copies > _MOST_COPIES:
            raise BadDataError(at, f"aliases add more than {_MOST_COPIES:,} values", self._path())
        self._add(known.value, at, known.size)

    def _awaits_key(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1].value, dict) and self._stack[-1].key is None

    def _add(self, value: Any, at: int, size: int) -> None:
        if not self._stack:
            self._top, self._top_place = value, at
            return
        frame = self._stack[-1]
        frame.size += size
        places = self._places.setdefault(id(frame.value), {})
        if isinstance(frame.value, list):
            places[len(frame.value)] = Place(at, at)
            frame.value.append(value)
            return
        key, frame.key = frame.key or "", None
        if key == "<<":
            others = value if isinstance(value, list) else [value]
            if not all(isinstance(other, dict) for other in others):
                raise BadDataError(at, "<< names something that is no mapping", self._path()[:-1])
            frame.merged.extend(others)
            self._merged.extend(others)
            return
        frame.value[key] = value
        places[key] = Place(frame.key_place, at)

    def _refuse_tag(self, tag: str | None, at: int) -> None:
        if tag is not None and tag != "!" and tag.removeprefix(_PREFIX) not in _KNOWN:
            raise BadDataError(at, f"the tag {tag.replace(_PREFIX, '!!')} makes it no plain data", self._path())

    def _value_of(self, event: Any) -> Any:
        """The value that the safe loader gives a scalar."""
        from yaml.nodes import ScalarNode

        if event.tag == "!":
            return event.value
        tag = event.tag or self._loader.resolve(ScalarNode, event.value, event.implicit)
        node = ScalarNode(tag, event.value)
        kind = tag.removeprefix(_PREFIX)
        if kind == "null":
            return None
        if kind in ("int", "float", "bool"):
            try:
                return getattr(self._loader, f"construct_yaml_{kind}")(node)
            except (ValueError, KeyError, IndexError) as error:
                message = f"{quoted(event.value)} is no {kind}"
                raise BadDataError(event.start_mark.index, message, self._path()) from error
        return event.value

    def _finder(self) -> Any:
        places, top, start = self._places, self._top, self._top_place

        def locate(paths: Iterable[Path]) -> Mapping[Path, Place]:
            return {path: _place_of(path, top, places, Place(start, start)) for path in paths}

        return locate


def _place_of(path: Path, value: Any, places: Mapping[int, Mapping[str | int, Place]], start: Place) -> Place:
    place = start
    for step in path:
        place = places[id(value)][step]
        value = value[step]
    return place
