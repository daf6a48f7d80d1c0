"""What napoleon and griffe read from a docstring, in the same small record as this project's reader.

Usage:
    assert by_napoleon(text, "google") == by_griffe(text, "google") == by_reader(text)
"""

import logging
import re
from dataclasses import dataclass, field
from inspect import cleandoc
from typing import Any, Literal

import griffe
from sphinx.ext.napoleon import Config
from sphinx.ext.napoleon.docstring import GoogleDocstring, NumpyDocstring

from sphinx_contracts.docstrings.reader import parse_docstring
from sphinx_contracts.model.docstring import Entry, SectionKind

Style = Literal["google", "numpy", "rest"]
Named = dict[str, tuple[str, str]]

_FIELD = re.compile(r":(param|type|returns|rtype|raises|ivar|cvar|var|vartype|Yields)(?: ([^:]+))?:(?: (.*)|$)")
_ATTRIBUTE = re.compile(r"\.\. attribute:: (\S+)")
logging.getLogger("griffe").disabled = True


@dataclass(slots=True)
class Read:
    """Names, types and texts; whatever lines they stood on."""

    inputs: Named = field(default_factory=dict)  # name -> type, text
    attributes: Named = field(default_factory=dict)  # name -> type, text
    raises: list[tuple[str, str]] = field(default_factory=list)  # exception, text
    returns: tuple[str, str] = ("", "")  # type, text
    yields: tuple[str, str] = ("", "")  # type, text


def _flat(text: str | None) -> str:
    return " ".join((text or "").split())


def _type(text: str | None) -> str:
    return re.sub(r",?\s*\boptional$", "", _flat(text).replace("*", ""))


def by_reader(text: str) -> Read:
    """What this project reads."""
    read = Read()
    for section in parse_docstring(text, None, 1, text.count("\n") + 1).sections:
        if section.kind in (SectionKind.INPUTS, SectionKind.ATTRIBUTES):
            place = read.inputs if section.kind is SectionKind.INPUTS else read.attributes
            place.update({entry.name: (_flat(entry.type), _flat(entry.text)) for entry in section.entries})
        elif section.kind is SectionKind.RAISES:
            read.raises += [(entry.name, _flat(entry.text)) for entry in section.entries]
        elif section.kind is SectionKind.RETURNS:
            read.returns = _value(section.entries)
        elif section.kind is SectionKind.YIELDS:
            read.yields = _value(section.entries)
    return read


def _value(entries: tuple[Entry, ...]) -> tuple[str, str]:
    (entry,) = entries
    return _flat(entry.type), _flat(entry.text)


def by_griffe(text: str, style: Style) -> Read:
    """What griffe's parser for a style reads."""
    read = Read()
    docstring = griffe.Docstring(cleandoc(text), lineno=1)
    if style == "google":
        sections = griffe.parse_google(
            docstring, returns_multiple_items=False, returns_named_value=False, warnings=False
        )
    elif style == "numpy":
        sections = griffe.parse_numpy(docstring, warnings=False)
    else:
        sections = griffe.parse_sphinx(docstring, warnings=False)
    for section in sections:
        kind = section.kind.value
        if kind in ("parameters", "other parameters", "attributes"):
            place = read.attributes if kind == "attributes" else read.inputs
            for item in section.value:
                for name in item.name.split(","):
                    place[name.strip(" *")] = (_type(str(item.annotation or "")), _flat(item.description))
        elif kind == "raises":
            read.raises += [(str(item.annotation), _flat(item.description)) for item in section.value]
        elif kind in ("returns", "yields"):
            (item,) = section.value
            setattr(read, kind, (_type(str(item.annotation or "")), _flat(item.description)))
    return read


def by_napoleon(text: str, style: Style) -> Read:
    """What napoleon makes of a docstring, read from the fields that it writes."""
    config: Any = Config(napoleon_use_ivar=True)
    if style == "google":
        lines = str(GoogleDocstring(cleandoc(text), config)).split("\n")
    elif style == "numpy":
        lines = str(NumpyDocstring(cleandoc(text), config)).split("\n")
    else:
        lines = cleandoc(text).split("\n")
    read = Read()
    types: dict[str, str] = {}
    for name, argument, body in _fields(lines):
        plain = argument.replace("\\", "").strip("* ")
        if name == "param":
            kind, _, last = plain.rpartition(" ")
            read.inputs[last.strip("*")] = (kind, body)
        elif name in ("ivar", "cvar", "var"):
            read.attributes[plain] = ("", body)
        elif name in ("type", "vartype"):
            types[plain] = _type(body)
        elif name == "raises":
            read.raises.append((plain, body))
        elif name == "returns":
            read.returns = (read.returns[0], body)
        elif name == "rtype":
            read.returns = (_type(body), read.returns[1])
        elif name == "Yields":
            kind, _, described = body.partition("* -- ")
            read.yields = (kind.strip("*"), described)
    for place in (read.inputs, read.attributes):
        place.update({name: (types.get(name, kind), body) for name, (kind, body) in place.items()})
    return read


def _fields(lines: list[str]) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, list[str]]] = []
    for line in lines:
        match = _FIELD.match(line.replace(":return:", ":returns:").replace(":raise ", ":raises "))
        if match is not None:
            found.append((match[1], match[2] or "", [match[3] or ""]))
        elif line.startswith(" ") and found:
            found[-1][2].append(line)
        elif line and not line.startswith(":"):
            found.append(("", "", []))
    return [(name, argument, _flat(" ".join(body)).replace("\\", "")) for name, argument, body in found if name]
