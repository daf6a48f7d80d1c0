"""Case files: prose, a line of equals signs, and the blocks that a reader sees."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sphinx_contracts.model.blocks import Block, CodeBlock, Link, ListBlock, Paragraph, Ref, Span
from sphinx_contracts.prose import blocks_of

FOLDER = Path(__file__).parent / "cases"
DIVIDER = "=" * 20
_MARKS = {"": ("", ""), "code": ("‹", "›"), "em": ("/", "/"), "strong": ("**", "**")}


@dataclass(frozen=True)
class Case:
    """One case file."""

    name: str  # file name without suffix
    prose: str  # the prose
    expected: str  # the blocks as ``render`` writes them

    def rendered(self) -> str:
        """The blocks of the prose."""
        return render(blocks_of(self.prose))


def cases() -> list[Case]:
    """All case files, in order."""
    return list(_cases())


def _cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.txt")):
        prose, _, expected = path.read_text(encoding="utf-8").partition(f"\n{DIVIDER}\n")
        yield Case(path.stem, prose, expected.rstrip("\n"))


def render(blocks: Sequence[Block]) -> str:
    """Write blocks as the case files have them."""
    return "\n".join(_lines(blocks, ""))


def _lines(blocks: Sequence[Block], margin: str) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield margin + ("TITLE " if block.style == "rubric" else "P ") + line(block.spans)
        elif isinstance(block, CodeBlock):
            yield f"{margin}CODE {block.language}"
            yield from (f"{margin}  │{row}" for row in block.code.split("\n"))
        elif isinstance(block, ListBlock):
            for number, item in enumerate(block.items, 1):
                yield margin + (f"{number}." if block.ordered else "•")
                yield from _lines(item, margin + "    ")
        else:
            raise TypeError(block)


def line(spans: Sequence[Span]) -> str:
    """Write pieces of a line: ‹code›, /emphasis/, **strong**, [link → address], {reference → role:target}."""
    return "".join(_piece(span) for span in spans)


def _piece(span: Span) -> str:
    if isinstance(span, Ref):
        return f"{{{span.text} → {span.role}:{span.target}}}"
    if isinstance(span, Link):
        return f"[{span.text} → {span.url}]"
    before, after = _MARKS[span.style]
    return f"{before}{span.text}{after}"
