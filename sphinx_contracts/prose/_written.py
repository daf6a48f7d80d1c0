"""Pieces of a line as inline markup: what ``spans_of`` reads, written again."""

import re
from collections.abc import Iterator, Sequence

from sphinx_contracts.model.blocks import Link, Ref, Span
from sphinx_contracts.prose._inline import spans_of

__all__ = ["written"]

_MARKS = {"code": "``", "em": "*", "strong": "**"}
_SPECIAL = re.compile(r"[*_`\[\]\\|<>#~]")


def written(spans: Sequence[Span]) -> str:
    """Write pieces of a line as reStructuredText, for translators to read and to change.

    Args:
        spans: The pieces

    Returns:
        One line that ``spans_of`` reads into the same pieces wherever inline markup can say them

    Example:
        assert written((Text("See "), Text("x", "code"))) == "See ``x``"
    """
    plain = "".join(_pieces(spans, escaped=False))
    if spans_of(plain) == tuple(spans):
        return plain
    return "".join(_pieces(spans, escaped=True))


def _pieces(spans: Sequence[Span], *, escaped: bool) -> Iterator[str]:
    for index, span in enumerate(spans):
        text = _piece(span, escaped)
        after = spans[index + 1].text[:1] if index + 1 < len(spans) else ""
        yield f"{text}\\ " if text.endswith(("`", "`_")) and (after.isalnum() or after == "_") else text


def _piece(span: Span, escaped: bool) -> str:
    text = str(span.text)
    if isinstance(span, Ref):
        return f":{span.role}:`{text if text == span.target else f'{text} <{span.target}>'}`"
    if isinstance(span, Link):
        return text if text == span.url else f"`{text} <{span.url}>`_"
    mark = _MARKS.get(span.style)
    if mark is not None:
        return f"{mark}{text}{mark}"
    return _SPECIAL.sub(r"\\\g<0>", text) if escaped else text
