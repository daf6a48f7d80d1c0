"""The formats of a docstring, in order: where each one stands, and how it is read."""

import re
from collections.abc import Iterator, Sequence

from sphinx_contracts.formats._blocks import (
    block_end,
    fence_at,
    fragment_end,
    is_code,
    starts_block,
    starts_fragment,
)
from sphinx_contracts.formats._claims import Claim, heading_at, indent_of
from sphinx_contracts.formats._listed import read_listed
from sphinx_contracts.formats._made import Maker
from sphinx_contracts.formats._names import LANGUAGES, heading_name, language_of
from sphinx_contracts.formats._nodes import Block, UnreadableError
from sphinx_contracts.formats._reader import read_block
from sphinx_contracts.formats._yaml import read_yaml
from sphinx_contracts.model.docstring import Docstring
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.formats import Format

__all__ = ["find_formats"]

_QUOTED_KEY = re.compile(r"^[ \t]*(?:[-*•][ \t]+)?[{\[ \t]{0,20}[\"'][\w .:/<>-]{1,80}[\"'][ \t]*:", re.MULTILINE)
_BULLET = re.compile(r"^\s*[-*•]\s+(?=[{\[\"'])")
_FLAT = re.compile(r"[{\[`\-*\"']|[\w.-]+\s*(?:\([^()]*\)\s*)?:(?!:)")
_LONGEST = 200_000


def find_formats(doc: Docstring, object_name: str) -> tuple[Format, ...]:
    """Find and read the data formats that a docstring documents.

    Args:
        doc: The docstring
        object_name: Qualified name of the object that it belongs to

    Returns:
        The formats in order. One that cannot be read has its text but no fields and no schema; one with no name
        of its own is called ``<object_name>.format``

    Example:
        formats = find_formats(doc, "core.status")
    """
    if not any("{" in line or "[" in line or "``" in line or ":" in line for line in doc.lines):
        return ()
    return _renamed(_Finder(doc, object_name).found())


class _Finder:
    """One pass over the lines of a docstring."""

    def __init__(self, doc: Docstring, object_name: str) -> None:
        self._lines = doc.lines
        self._maker = Maker(doc, object_name)
        self._claim: Claim | None = None
        self._index = 0
        self._budget = 20 * len(doc.lines) + 20_000  # lines looked at for the ends of blocks

    def found(self) -> Iterator[Format]:
        while self._index < len(self._lines):
            yield from self._step()

    def _step(self) -> Iterator[Format]:
        """Take what stands at the line: a fence, a heading, a block, or prose."""
        line = self._lines[self._index]
        text = line.strip()
        if not text:
            self._index += 1
            return
        self._leave(line)
        fence = fence_at(self._lines, self._index)
        if fence is not None:
            language = LANGUAGES.get(fence.language)
            bare = False
            if not fence.language and self._claim is not None:
                bare = self._opens(fence.body, fence.stop)
                language = "yaml" if not bare and self._is_yaml(fence.body) else None
            if (language or bare) and fence.body < fence.stop:
                yield from self._format(self._index, fence.body, fence.stop, language, fenced=language is not None)
            self._after(fence.end)
            return
        if text.startswith((">>>", "$ ")):
            self._skip_paragraph()
            return
        heading = heading_at(self._lines, self._index, self._claim)
        if heading is not None:
            self._claim = heading.claim
            self._index += heading.size
            return
        if self._claim is None or self._budget <= 0:
            self._index += 1
            return
        yield from self._claimed(text)

    def _claimed(self, text: str) -> Iterator[Format]:
        """Take a line below a heading that claims a format."""
        start = self._index
        kind = starts_block(self._lines, start)
        if kind is None and starts_fragment(self._lines, start) and not is_code(self._lines, start):
            end = fragment_end(self._lines, start)
            yield from self._format(start, start, end, None, wrapped=True)
            self._after(end)
            return
        if kind is not None:
            end, balanced = self._documents_end(start)
            self._budget -= (end - start) if balanced else len(self._lines)
            if not is_code(self._lines, start):
                yield from self._format(start, start, end, None, wrapped=kind == "member")
            self._after(end)
            return
        claim = self._claim
        listed = read_listed(self._lines, start) if claim is not None and claim.sure and not claim.opening else None
        if listed is not None:
            block, end = listed
            yield self._maker.made(claim, self._texts(start, start, end), start, end, "other", block)
            self._after(end)
            return
        if self._claim is not None and self._claim.within is None and not text.endswith(":") and not self._goes_on():
            self._claim = None
        self._index += 1

    def _documents_end(self, start: int) -> tuple[int, bool]:
        """The end of a block and of the further documents that follow it line by line."""
        end, balanced = block_end(self._lines, start)
        if not balanced or self._lines[start].strip()[0] != "{":
            return end, balanced
        margin = " " * indent_of(self._lines[start]) + "{"
        while end < len(self._lines) and self._lines[end].startswith(margin):
            after, balanced = block_end(self._lines, end)
            if not balanced:
                break
            end = after
        return end, True

    def _goes_on(self) -> bool:
        """A type alone, or prose of one paragraph, between the opening of a section and its data."""
        claim, index = self._claim, self._index
        if claim is None or not claim.opening:
            return False
        first = next((at for at in range(claim.start, index) if self._lines[at].strip()), index)
        return first == index and len(self._lines[index].split()) <= 6 and not self._lines[index].rstrip().endswith(".")

    def _opens(self, body: int, stop: int) -> bool:
        while body < stop and not self._lines[body].strip():
            body += 1
        return body < stop and (starts_block(self._lines, body) is not None or starts_fragment(self._lines, body))

    def _is_yaml(self, before: int) -> bool:
        """The heading says that the data is YAML."""
        title, prose = self._texts(before - 1, before, before)
        return language_of(heading_name(title, prose) or "", f"{title} {prose}") == "yaml"

    def _leave(self, line: str) -> None:
        """Forget a heading whose indented body has ended."""
        claim = self._claim
        if claim is not None and claim.within is not None and claim.within >= 0 and indent_of(line) <= claim.within:
            flat = all(not text.strip() for text in self._lines[claim.start : self._index])
            if not flat or _FLAT.match(line.strip()) is None:
                self._claim = None

    def _after(self, end: int) -> None:
        self._index = max(end, self._index + 1)
        if self._claim is not None:
            self._claim.start, self._claim.prose = self._index, ""
            if self._claim.within is None:
                self._claim = None

    def _skip_paragraph(self) -> None:
        while self._index < len(self._lines) and self._lines[self._index].strip():
            self._index += 1

    # ---- one format

    def _texts(self, before: int, start: int, end: int) -> tuple[str, str]:
        """The heading's words and the prose between it and the block."""
        claim = self._claim
        if claim is None:
            first = before
            while first > 0 and before - first < 8 and self._lines[first - 1].strip():
                first -= 1
            if first == before and first > 0:
                above = first - 1
                while above > 0 and self._lines[above - 1].strip() and before - above < 8:
                    above -= 1
                first = above
            prose = " ".join(line.strip() for line in self._lines[first:before] if line.strip())
            short = prose.endswith(":") and len(prose.split()) <= 5 and prose[:1].isupper()
            return (prose.rstrip(":"), "") if short else ("", prose)
        rows = [claim.prose, *self._lines[claim.start : before]]
        return claim.title, " ".join(line.strip() for line in rows if line.strip())

    def _format(
        self, before: int, start: int, end: int, language: str | None, *, fenced: bool = False, wrapped: bool = False
    ) -> Iterator[Format]:
        """Read the block of lines ``start`` to ``end``; what is no format gives nothing."""
        while start < end and not self._lines[start].strip():
            start += 1
        rows = list(self._lines[start:end])
        whole = "\n".join([_BULLET.sub("", rows[0]), *rows[1:]]) if rows else ""
        texts = self._texts(before, start, end)
        sure = fenced or (self._claim is not None and self._claim.sure)
        try:
            if len(whole) > _LONGEST:
                raise UnreadableError(f"it has more than {_LONGEST} characters", 0, complex_=True)
            block = read_yaml(whole) if language == "yaml" else read_block(f"{{{whole}\n}}" if wrapped else whole)
        except UnreadableError as error:
            if sure and (fenced or error.complex or _QUOTED_KEY.search(whole)) and not _is_program(whole):
                yield self._maker.unread(self._claim, texts, start, end, language or "json", error)
            return
        if self._is_format(block, fenced=fenced, sure=sure):
            yield self._maker.made(self._claim, texts, start, end, language, block)

    def _is_format(self, block: Block, *, fenced: bool, sure: bool) -> bool:
        named = sum(1 for node in block.nodes if node.key is not None and not node.skipped)
        if not named or (block.trailing and not fenced):
            return False
        return block.quoted or fenced or (sure and named > 1 and block.nodes[-1].line > 0)


def _is_program(text: str) -> bool:
    return re.search(r"\bfor\b.{1,80}\bin\b|\blambda\b|=>|->|\)\s*$|\w\(", text) is not None


def _renamed(found: Iterator[Format] | Sequence[Format]) -> tuple[Format, ...]:
    """Give a second format of the same name a number."""
    counts: dict[str, int] = {}
    renamed: list[Format] = []
    for item in found:
        counts[item.name] = counts.get(item.name, 0) + 1
        count = counts[item.name]
        renamed.append(item if count == 1 else replace(item, name=f"{item.name}-{count}"))
    return tuple(renamed)
