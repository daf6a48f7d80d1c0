"""What is known of a block of data, as the record of a format: its name, its fields, and where it stands."""

import re
from typing import Any

from sphinx_contracts.formats._claims import Claim
from sphinx_contracts.formats._fields import fields_of
from sphinx_contracts.formats._names import UNNAMED, heading_name, language_of, version_in
from sphinx_contracts.formats._nodes import Block, Remark, UnreadableError
from sphinx_contracts.formats._places import Places
from sphinx_contracts.formats._schema import schema_of
from sphinx_contracts.formats._tree import tree_of
from sphinx_contracts.model.docstring import Docstring
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.formats import Format
from sphinx_contracts.model.problem import Problem

__all__ = ["Maker"]

_RETURNS = re.compile(r"(returns?|yields?)\b", re.IGNORECASE)
_EXAMPLE = re.compile(r"(?:an? )?(?:\w+ )?(?:examples?|sample)\b|e\.g\.|for instance\b", re.IGNORECASE)
_SHOWN = 20_000


class Maker:
    """Makes the records of one docstring's formats.

    ``claim`` is the heading above a block, ``texts`` its words and the prose between it and the block, ``start`` and
    ``end`` are the block's lines.
    """

    def __init__(self, doc: Docstring, object_name: str) -> None:
        self._lines = doc.lines
        self._numbers = doc.numbers
        self._object = object_name
        self._results = (f"{object_name}.returns", f"{object_name}.yields")
        self._places = Places(doc)

    def made(
        self, claim: Claim | None, texts: tuple[str, str], start: int, end: int, language: str | None, block: Block
    ) -> Format:
        top = tree_of(block)
        numbers = self._numbers[start:end]
        plain = self._plain(claim, texts, start, end, "json")
        told = language_of(plain.name, " ".join(texts)) if language in (None, "other") else language
        if language is None:
            told = "jsonl" if block.documents > 1 else told or ("python" if block.python else "json")
        schema: dict[str, Any] = schema_of(top, plain.name, plain.description.rstrip(": "))
        return replace(
            plain,
            language=told or language or "json",
            fields=fields_of(top, numbers),
            schema=schema,
            problems=tuple(self._problem(remark, start) for remark in block.remarks),
        )

    def unread(
        self, claim: Claim | None, texts: tuple[str, str], start: int, end: int, language: str, error: UnreadableError
    ) -> Format:
        line = self._number(start + error.line)
        rule = "too-complex" if error.complex else "format-unparsed"
        problem = Problem(rule, f"the block cannot be read: {error.message}", line)
        plain = self._plain(claim, texts, start, end, language)
        is_long = error.complex and len(plain.text) > _SHOWN
        return replace(plain, text=f"{plain.text[:_SHOWN]}…" if is_long else plain.text, problems=(problem,))

    def _plain(self, claim: Claim | None, texts: tuple[str, str], start: int, end: int, language: str) -> Format:
        title, prose = texts
        text = "\n".join(self._lines[start:end])
        name = self._name(claim, title, prose, start)
        return Format(
            name=name,
            object=self._object,
            version=version_in(title, prose),
            description=prose,
            language=language,
            line=self._number(start),
            text=text,
            standing="value" if name in self._results else self._standing(claim, title, prose, start),
        )

    def _standing(self, claim: Claim | None, title: str, prose: str, start: int) -> str:
        line = self._number(start)
        if self._places.at(line):
            return "value"
        if self._places.is_example(line) or _EXAMPLE.match(title or prose):
            return "example"
        return "claimed" if claim is not None and claim.sure and not claim.spoken else "loose"

    def _problem(self, remark: Remark, start: int) -> Problem:
        first = f" (first at line {self._number(start + remark.first)})" if remark.first is not None else ""
        return Problem("format-unparsed", f"{remark.message}{first}", self._number(start + remark.line))

    def _number(self, index: int) -> int:
        return self._numbers[min(index, len(self._numbers) - 1)]

    def _name(self, claim: Claim | None, title: str, prose: str, start: int) -> str:
        place = self._places.at(self._number(start))
        opening = claim is not None and claim.opening
        titled = not (opening and (place or _RETURNS.match(title)))
        named = heading_name(title if titled else "", prose)
        if named is not None:
            return named
        if opening and not place and (match := _RETURNS.match(title)) is not None:
            place = f"{match[1].lower().rstrip('s')}s"
        return f"{self._object}.{place or UNNAMED}"
