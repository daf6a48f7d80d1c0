"""What is returned or yielded, in the Google style and the looser ones."""

from collections.abc import Sequence

from sphinx_contracts.docstrings._described import described_type
from sphinx_contracts.docstrings._heads import head_of, joined_head
from sphinx_contracts.docstrings._marks import is_bullet, without_bullet
from sphinx_contracts.docstrings._nested import described_value, listed_fields, positions
from sphinx_contracts.docstrings.lines import Line
from sphinx_contracts.docstrings.types import is_likely_type, split_outside, unquoted
from sphinx_contracts.model.docstring import Entry

_LONGEST = 500


def returned_entry(lines: Sequence[Line]) -> Entry | None:
    """Read what is returned or yielded: a type, a description and the parts of the value.

    Args:
        lines: The section's body

    Returns:
        One entry, None when the body is blank

    Example:
        entry = returned_entry(lines)
    """
    start = next((index for index, line in enumerate(lines) if line.text), None)
    if start is None:
        return None
    body = list(lines[start:])
    first = body[0]
    if is_bullet(first.text):
        text, fields = described_value([Line("", 0, first.number), *body])
        if fields:
            return Entry("", text, first.number, None, first.column, fields)
        if not any(is_bullet(line.text) and line.indent <= first.indent for line in body[1:]):
            first = body[0] = first._replace(text=without_bullet(first.text))
    if _is_list_of_names(body):
        return Entry("", "", first.number, None, first.column, listed_fields(body))
    joined, count = joined_head(body, 0)
    more = body[count:]
    name, kind, rest = _leading(joined.text, alone=not more or more[0].indent > first.indent)
    if kind is None:
        rest, more = first.text, body[1:]
    text, fields = described_value([first._replace(text=rest), *more])
    return Entry(name, text.strip(), first.number, kind, first.column, fields or positions(rest, first))


def _leading(text: str, *, alone: bool) -> tuple[str, str | None, str]:
    """The name, the type and what follows them; ``alone`` where no text of the same indentation follows."""
    cut = split_outside(text[:_LONGEST], (": ", " : "))
    if cut is None and text.endswith(":"):
        cut = text[:-1], ":", ""
    if cut is not None:
        kind = unquoted(cut[0])
        if is_likely_type(kind):
            return "", kind, text[len(cut[0]) + len(cut[1]) :].strip()
    head = head_of(text) if "(" in text[:100] else None
    if head is not None and len(head.names) == 1 and head.kind is not None and head.names[0][0].islower():
        kind_ = described_type(head.kind)[0]
        if kind_ is not None and not is_likely_type(head.names[0]) and is_likely_type(kind_):
            return head.names[0], kind_, head.rest
    if alone:
        kind = unquoted(text.removesuffix("."))
        if is_likely_type(kind):
            return "", kind, ""
    return "", None, text


def _is_list_of_names(body: Sequence[Line]) -> bool:
    """Several lines that each begin with a name of their own, as the parts of a value do."""
    base = body[0].indent
    outer = [line for line in body if line.text and line.indent <= base]
    if len(outer) < 2 or not body[0].text[:1].islower():
        return False
    heads = [head_of(line.text) for line in outer]
    if any(head is None or len(head.names) != 1 for head in heads):
        return False
    return not is_likely_type(outer[0].text.split(":")[0].strip())
