"""What joins a description that somebody else has made."""

import pytest

from sphinx_contracts.config import ATTACHABLE
from sphinx_contracts.model.blocks import Block, Paragraph, Table
from sphinx_contracts.tables.attached import attached_blocks, words_of
from sphinx_contracts.tables.view import View
from tests.code import project_of

SOURCE = '''\
"""A store.

Status JSON Format
------------------

{
    "step": 1   // int: the step
}
"""

from pathlib import Path


class Store:
    """A store."""

    def __init__(self, path: Path) -> None:
        """Open it."""
        path.mkdir()


def save(path: Path, times: int = 1) -> str:
    """Save.

    Args:
        path: Where
        times: How often

    Returns:
        What it was

    Raises:
        ValueError: If `times` is not :class:`int`, or
            is negative
        OSError: If the disk is full
        KeyError: Never

    Side Effects:
        - Writes the *file*
        - Tells the neighbours

    Example:
        save(Path("x"))
    """
    if times < 0:
        raise ValueError(times)
    if not path:
        raise RuntimeError
    return str(path.write_text("x"))
'''
VIEW = View(project_of({"m.py": SOURCE}), [])
SHOWN = words_of(
    "ValueError – If times is not int, or is negative. KeyError: Never; Writes the file; Tells the neighbours"
)


def _rows(blocks: tuple[Block, ...], kind: str) -> list[list[str]]:
    (table,) = [block for block in blocks if isinstance(block, Table) and block.kind == kind]
    return [[_text(cell.blocks) for cell in row.cells] for row in table.rows]


def _text(blocks: tuple[Block, ...]) -> str:
    return " ".join("".join(span.text for span in block.spans) for block in blocks if isinstance(block, Paragraph))


def _blocks(name: str, *parts: str, said: str = "", by_itself: bool = False) -> tuple[Block, ...]:
    return attached_blocks(VIEW.objects[name], VIEW, parts, said=said, by_itself=by_itself)


def test_what_the_page_says_is_not_said_again() -> None:
    rows = _rows(_blocks("m.save", "raises", said=SHOWN), "raises")
    # the code shows where: only that; documented and not shown: all of it; documented only and shown: nothing
    assert rows == [
        ["ValueError", "", "raised in line 46"],
        ["OSError", "If the disk is full", ""],
        ["RuntimeError", "", "undocumentedraised in line 48"],
    ]
    effects = _rows(_blocks("m.save", "side-effects", said=SHOWN), "side-effects")
    assert len(effects) == 1
    assert effects[0][1] == 'line 49: path.write_text("x")'


def test_what_the_page_does_not_show_is_told_in_full() -> None:
    assert [row[:2] for row in _rows(_blocks("m.save", "raises"), "raises")][:3] == [
        ["ValueError", "If times is not int, or is negative"],
        ["OSError", "If the disk is full"],
        ["KeyError", "Never"],
    ]
    assert "Tells the neighbours" in str(_blocks("m.save", "side-effects"))


def test_a_class_has_the_tables_of_its_constructor() -> None:
    assert "path.mkdir()" in str(_blocks("m.Store", "side-effects"))
    assert _blocks("m.Store", "side-effects", by_itself=True) == ()


def test_a_module_has_its_formats() -> None:
    blocks = _blocks("m", "formats", "raises")
    assert [block.kind for block in blocks if isinstance(block, Table)] == ["format"]
    assert _blocks("m.save", "formats") == ()


@pytest.mark.parametrize("part", ATTACHABLE)
def test_every_part_is_known(part: str) -> None:
    found = [name for name in ("m", "m.save") if _blocks(name, part, part) != ()]
    assert found == {"formats": ["m"], "warns": []}.get(part, ["m.save"])
    for name in found:
        assert _blocks(name, part, part) == _blocks(name, part)


def test_words_make_no_difference_of_markup() -> None:
    assert words_of("``a_b`` -- “If”\n*not*") == words_of("a_b: if not") == " a b if not "
