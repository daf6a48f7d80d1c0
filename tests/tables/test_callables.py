"""The tables of callables."""

from sphinx_contracts.model.blocks import Block, Cell, CodeBlock, ListBlock, Paragraph, Ref, Table, Text
from sphinx_contracts.model.rows import Evidence, Raise, SideEffect
from sphinx_contracts.tables.annotations import Scope
from sphinx_contracts.tables.callables import callable_entry, raises_table, side_effects_table
from sphinx_contracts.tables.entry import Entry
from sphinx_contracts.tables.view import View
from tests.code import project_of


def _entry(text: str, name: str = "example.f") -> Entry:
    view = View(project_of({"example.py": text}), ())
    contract = view.objects[name].contract
    return callable_entry(contract, view)  # type: ignore[arg-type]


def plain(cell: Cell) -> str:
    """The words of a cell."""
    return " ".join("".join(span.text for span in block.spans) for block in cell.blocks if isinstance(block, Paragraph))


def table_of(blocks: tuple[Block, ...], kind: str) -> Table:
    """The only table of a kind."""
    (found,) = [block for block in blocks if isinstance(block, Table) and block.kind == kind]
    return found


def rows_of(table: Table) -> list[tuple[int, tuple[str, ...]]]:
    """Depth and words of each row."""
    return [(row.depth, tuple(plain(cell) for cell in row.cells)) for row in table.rows]


RUN = '''\
from pathlib import Path


class Config: ...


def f(config: Config, /, path: "Path | None" = None, *names: str, strict: bool, **rest: int) -> dict[str, Config]:
    """Run it.

    More of it.

    Args:
        config: Config containing:
            - data: Path (where the data is)
            - size: int (how much)
        path: Where

    Returns:
        Dict with:
            - done: bool (True when done)
            - left: list[str] (what is left)

    Raises:
        ValueError: If it is wrong
        OSError: If it cannot be read

    Side Effects:
        - Writes the file at path

    Guarantees:
        - Atomic

    Precedence (highest to lowest):
        1. Arguments
        2. Defaults

    RPG Flavor:
        Rolls a die.

    Example:
        f(Config(), strict=True)
    """
'''


def test_inputs_with_nested_fields() -> None:
    table = table_of(_entry(RUN).blocks, "inputs")
    assert table.columns == ("Name", "Type", "Default", "Description")
    assert rows_of(table) == [
        (0, ("config", "Config", "", "Config containing:")),
        (1, ("data", "Path", "", "where the data is")),
        (1, ("size", "int", "", "how much")),
        (0, ("path", "Path | None", "None", "Where")),
        (0, ("*names", "str", "", "")),
        (0, ("strict", "bool", "", "")),
        (0, ("**rest", "int", "", "")),
    ]


def test_outputs_with_nested_fields() -> None:
    table = table_of(_entry(RUN).blocks, "outputs")
    assert rows_of(table)[0][1][:2] == ("returns", "dict[str, Config]")
    assert rows_of(table)[1:] == [(1, ("done", "bool", "True when done")), (1, ("left", "list[str]", "what is left"))]


def test_raises_and_side_effects() -> None:
    blocks = _entry(RUN).blocks
    assert rows_of(table_of(blocks, "raises")) == [
        (0, ("ValueError", "If it is wrong")),
        (0, ("OSError", "If it cannot be read")),
    ]
    ((_, (category, description)),) = rows_of(table_of(blocks, "side-effects"))
    assert category == "file-writedocumented"
    assert description == "Writes the file at path"


def test_lists_sections_and_examples_follow() -> None:
    blocks = _entry(RUN).blocks
    titles = [
        "".join(span.text for span in block.spans)
        for block in blocks
        if isinstance(block, Paragraph) and block.style == "rubric"
    ]
    assert titles == ["Guarantees", "Precedence", "RPG Flavor", "Example"]
    lists = [block for block in blocks if isinstance(block, ListBlock)]
    assert [block.ordered for block in lists] == [False, True]
    assert isinstance(blocks[-1], CodeBlock)
    assert blocks[-1].language == "python"


def test_a_sentence_that_leads_to_an_example_is_prose() -> None:
    text = '''def f():
    """Do it.

    Example:
        Call `f`::

            f()
    """
'''
    title, lead, code = _entry(text).blocks[-3:]
    assert isinstance(title, Paragraph)
    assert isinstance(lead, Paragraph)
    assert ["".join(span.text for span in block.spans) for block in (title, lead)] == ["Example", "Call f:"]
    assert code == CodeBlock("f()", "python")


def test_the_signature_keeps_every_kind_of_parameter() -> None:
    signature = _entry(RUN).signature
    assert signature is not None and signature.parameters is not None
    texts = ["".join(span.text for span in item) for item in signature.parameters]
    assert texts == ["config: Config", "/", "path: Path | None = None", "*names: str", "strict: bool", "**rest: int"]
    assert "".join(span.text for span in signature.returns) == "dict[str, Config]"
    assert [span.target for span in signature.returns if isinstance(span, Ref)] == ["dict", "str", "example.Config"]


def test_a_bare_star_and_a_default_without_a_type() -> None:
    signature = _entry("def f(a, *, b=1): ...\n").signature
    assert signature is not None and signature.parameters is not None
    assert ["".join(span.text for span in item) for item in signature.parameters] == ["a", "*", "b=1"]


def test_columns_in_which_nothing_stands_are_left_out() -> None:
    table = table_of(_entry('def f(a):\n    """F.\n\n    Args:\n        a: It\n    """\n').blocks, "inputs")
    assert table.columns == ("Name", "Description")


def test_nothing_is_shown_of_nothing() -> None:
    entry = _entry('def f() -> None:\n    """F."""\n')
    assert entry.blocks == (Paragraph((Text("F."),)),)


def test_an_explicit_none_is_shown() -> None:
    blocks = _entry(
        'def f() -> None:\n    """F.\n\n    Raises:\n        None\n\n    Side Effects:\n        None\n    """\n'
    ).blocks
    texts = ["".join(span.text for span in block.spans) for block in blocks if isinstance(block, Paragraph)]
    assert texts == ["F.", "Side effects", "None, says the docstring.", "Raises", "No exceptions, says the docstring."]


def test_prefixes_of_methods() -> None:
    text = (
        "import abc\n\n\nclass C(abc.ABC):\n"
        "    @property\n    def p(self) -> int: ...\n"
        "    @classmethod\n    def c(cls): ...\n"
        "    @abc.abstractmethod\n    async def a(self): ...\n"
    )
    found = {name: _entry(text, f"example.C.{name}") for name in "pca"}
    assert found["p"].signature is not None and found["p"].signature.parameters is None
    assert [item.signature.prefix for item in found.values() if item.signature] == [
        "property",
        "classmethod",
        "abstract async",
    ]
    assert [item.label for item in found.values()] == ["p", "c()", "a()"]


def test_evidence_links_to_its_line() -> None:
    effect = SideEffect(
        "file-write",
        "Writes",
        True,
        True,
        (Evidence(12, 'open(path, "w")'), Evidence(30, "save()", ("core.save", "core.put"))),
    )
    table = side_effects_table([effect], Scope("core.home"))
    text = plain(table.rows[0].cells[1])
    assert text == 'Writes line 12: open(path, "w") line 30: save() via save() → put()'
    refs = [
        span
        for block in table.rows[0].cells[1].blocks
        if isinstance(block, Paragraph)
        for span in block.spans
        if isinstance(span, Ref)
    ]
    assert [(ref.role, ref.target) for ref in refs] == [
        ("contract:source", "core.home:12"),
        ("contract:source", "core.home:30"),
        ("py:func", "core.save"),
        ("py:func", "core.put"),
    ]
    assert plain(table.rows[0].cells[0]) == "file-writedocumenteddetected"


def test_where_exceptions_come_from() -> None:
    raises = [
        Raise("ValueError", "If wrong", True),
        Raise("KeyError", origin="raised", line=7),
        Raise("OSError", origin="propagated", via=("core.read",)),
    ]
    table = raises_table(raises, Scope("core"))
    assert table.columns == ("Exception", "Condition", "Origin")
    assert [plain(row.cells[2]) for row in table.rows] == [
        "",
        "undocumentedraised in line 7",
        "undocumented via read()",
    ]
    first = table.rows[0].cells[0].blocks[0]
    assert isinstance(first, Paragraph) and first.spans == (Ref("ValueError", "ValueError", "py:exc"),)


def test_references_in_prose_mean_what_the_module_means() -> None:
    blocks = _entry(
        'from pathlib import Path\n\n\ndef f() -> None:\n    """See :class:`Path` and :func:`f`."""\n'
    ).blocks
    assert isinstance(blocks[0], Paragraph)
    assert [span.target for span in blocks[0].spans if isinstance(span, Ref)] == ["pathlib.Path", "example.f"]
