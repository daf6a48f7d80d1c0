"""The tables of modules, classes, formats, overviews and rules."""

import dataclasses

from sphinx_contracts.model.blocks import Block, Details, Paragraph, Ref, Table
from sphinx_contracts.model.contract import Module, Project
from sphinx_contracts.model.finding import Finding, Item, Severity
from sphinx_contracts.model.formats import Format
from sphinx_contracts.model.problem import Problem
from sphinx_contracts.rules.rule import Rule
from sphinx_contracts.tables.annotations import Scope, type_spans
from sphinx_contracts.tables.classes import class_entry
from sphinx_contracts.tables.entry import Entry, anchors
from sphinx_contracts.tables.formats import format_entry
from sphinx_contracts.tables.index import index_table
from sphinx_contracts.tables.modules import module_entry
from sphinx_contracts.tables.overview import Selection, checklist_table, counted
from sphinx_contracts.tables.rulebook import rule_entry, rules_table
from sphinx_contracts.tables.view import View
from tests.code import project_of
from tests.tables.test_callables import plain, rows_of, table_of

TEXT = '''\
"""A module.

It is there for a reason.

Key Components:
    - Engine, run(): what it is about
    - `Unheard`: nothing known

Usage:
    import example

Guarantees:
    - Nothing is lost
"""

import enum


class Engine(Base):
    """An engine.

    Responsibilities:
        - Runs

    Data Flow:
        1. In
        2. Out

    Attributes:
        speed: How fast

    Example:
        Engine()
    """

    # Timing of it all

    speed: int = 3

    class Part:
        """A part."""

    def go(self) -> None:
        """Go."""


class Colour(enum.Enum):
    """A colour."""

    RED = "r"  # like blood


def run() -> None:
    """Run."""
'''


def _view(text: str = TEXT, **changes: object) -> View:
    project = project_of({"example.py": text})
    module = dataclasses.replace(project.modules[0], **changes)  # type: ignore[arg-type]
    return View(dataclasses.replace(project, modules=(module,)), _findings())


def _findings() -> list[Finding]:
    return [
        Finding(
            "docstring-missing",
            "callable-docstring",
            "error",
            "has no docstring",
            "example.py",
            40,
            1,
            "example",
            "example.run",
        ),
        Finding("type-vague", "param-types", "note", "is vague", "example.py", 41, 1, "example", "example.run"),
        Finding(
            "param-untyped", "param-types", "error", "no type", "example.py", 42, 1, "example", "example.run", "inline"
        ),
    ]


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    return ["".join(span.text for span in block.spans) for block in blocks if isinstance(block, Paragraph)]


def _names(entry: Entry) -> list[str]:
    return [entry.name, *(name for child in entry.children for name in _names(child))]


def test_a_module_from_top_to_bottom() -> None:
    view = _view(score=9.46, checklist={"param-types": {"passed": 1, "applicable": 2}}, phase="Phase 1")
    entry = module_entry(view.modules["example"], view)
    assert _names(entry) == [
        "example",
        "example.Engine",
        "example.Engine.Part",
        "example.Engine.go",
        "example.Colour",
        "example.run",
    ]
    texts = _texts(entry.blocks)
    assert texts[0] == "Contract score 9.5 1 error 1 note Phase 1 example.py"
    assert texts[1:3] == ["A module.", "It is there for a reason."]
    assert entry.blocks[1] == Paragraph(entry.blocks[1].spans, "lead")  # type: ignore[union-attr]
    details = [block for block in entry.blocks if isinstance(block, Details)]
    assert [block.summary for block in details] == ["Checklist: 9.5 of 10", "Findings: 1 error, 1 note, 1 suppressed"]
    checklist, findings = (block.blocks[0] for block in details)
    assert isinstance(checklist, Table) and isinstance(findings, Table)
    assert rows_of(checklist) == [(0, ("All parameters have type hints", "1 of 2", "run"))]
    assert [row[1][0] for row in rows_of(findings)] == ["error", "note", "errorinline"]
    assert rows_of(findings)[0][1][1:] == ("run", "has no docstring", "docstring-missing", "40")


def test_components_are_references_to_what_exists() -> None:
    view = _view()
    table = table_of(module_entry(view.modules["example"], view).blocks, "components")
    refs = [
        span.target
        for row in table.rows
        for block in row.cells[0].blocks
        if isinstance(block, Paragraph)
        for span in block.spans
        if isinstance(span, Ref)
    ]
    assert refs == ["example.Engine", "example.run", "example.Unheard"]
    assert [plain(row.cells[0]) for row in table.rows] == ["Engine, run", "Unheard"]


def test_a_class() -> None:
    view = _view()
    entry = class_entry(view.objects["example.Engine"].contract, view)  # type: ignore[arg-type]
    assert _texts(entry.blocks)[:2] == ["Bases: Base", "An engine."]
    assert rows_of(table_of(entry.blocks, "fields")) == [(0, ("speed", "int", "3", "How fast"))]
    assert list(anchors(entry)) == ["example.Engine.speed"]
    assert "Responsibilities" in _texts(entry.blocks) and "Data flow" in _texts(entry.blocks)


def test_members_of_an_enumeration() -> None:
    view = _view()
    entry = class_entry(view.objects["example.Colour"].contract, view)  # type: ignore[arg-type]
    table = table_of(entry.blocks, "members")
    assert table.columns == ("Name", "Value", "Description")
    assert [row[1][0] for row in rows_of(table)] == ["RED"]
    assert entry.signature is not None and entry.signature.prefix == "enum"


def test_groups_of_fields_are_headings() -> None:
    text = '@dataclass\nclass C:\n    """C."""\n\n    # Timestamps\n    a: int  # one\n    b: int  # two\n'
    view = View(project_of({"example.py": f"from dataclasses import dataclass\n\n{text}"}), ())
    entry = class_entry(view.objects["example.C"].contract, view)  # type: ignore[arg-type]
    rows = table_of(entry.blocks, "fields").rows
    assert [row.group for row in rows] == [True, False, False]
    assert plain(rows[0].cells[0]) == "Timestamps"


FORMAT = '''\
"""Status JSON Format
------------------

The status.json file has the following structure:

{
    "step": 1000,           // int: Current step
    "items": [              // List: The items
        {
            "name": "x",    // str: Its name
        }
    ],
}
"""
'''


def test_a_format_is_indented_by_depth() -> None:
    project = project_of({"example.py": FORMAT})
    view = View(project, ())
    (item,) = project.modules[0].formats
    entry = format_entry(item, project.modules[0], view)
    assert entry.name == "example:status.json"
    rows = rows_of(table_of(entry.blocks, "format"))
    assert [(depth, cells[0]) for depth, cells in rows] == [(0, "step"), (0, "items"), (1, "name")]
    assert rows[0][1][1:] == ("int", "Current step", "1000")
    details = entry.blocks[-1]
    assert isinstance(details, Details) and details.summary == "As documented"


def test_a_format_that_cannot_be_read_is_shown_as_it_is() -> None:
    module = Module("example", "example.py", formats=(Format("x", "example", text="{ ??? }", line=3),))
    view = View(Project((module,)), ())
    entry = format_entry(module.formats[0], module, view)
    assert "shown as it is" in _texts(entry.blocks)[0]
    assert entry.blocks[-1].code == "{ ??? }"  # type: ignore[union-attr]


def test_a_module_that_could_not_be_analysed_says_so() -> None:
    problem = Problem("source-unparsable", "cannot be parsed: invalid syntax", 7)
    module = Module("example", "example.py", score=0.0)
    module = dataclasses.replace(module, facts=dataclasses.replace(module.facts, problems=(problem,)))
    view = View(Project((module,)), ())
    assert "not analysed example.py:7: cannot be parsed: invalid syntax" in _texts(module_entry(module, view).blocks)


def _project(**scores: float) -> View:
    modules = tuple(Module(name, f"{name}.py", summary=f"The {name}.", score=score) for name, score in scores.items())
    return View(Project(modules), ())


def test_the_index_chooses_modules_and_columns() -> None:
    view = _project(alpha=9.5, beta=4.0)
    table = index_table(view, Selection())
    assert isinstance(table, Table)
    assert table.columns == ("Module", "Summary", "Score", "Errors", "Notes")
    assert [row[1] for row in rows_of(table)] == [
        ("alpha", "The alpha.", "9.5", "0", "0"),
        ("beta", "The beta.", "4.0", "0", "0"),
    ]
    chosen = index_table(view, Selection(columns=("score", "module"), min_score=9.0))
    assert isinstance(chosen, Table) and chosen.columns == ("Score", "Module") and len(chosen.rows) == 1
    assert isinstance(index_table(view, Selection(modules=("gamma",))), Paragraph)


def test_the_checklist_marks_each_item() -> None:
    module = Module(
        "alpha",
        "alpha.py",
        checklist={
            "param-types": {"passed": 2, "applicable": 2},
            "return-types": {"passed": 1, "applicable": 2},
            "file-formats": {"passed": 0, "applicable": 0},
        },
    )
    table = checklist_table(
        View(Project((module,)), ()), Selection(columns=("param-types", "return-types", "file-formats"))
    )
    assert isinstance(table, Table)
    assert table.columns == ("Module", "Param types", "Return types", "Formats", "Score")
    assert rows_of(table)[0][1] == ("alpha", "✓", "1/2", "–", "10.0")
    everything = checklist_table(View(Project((module,)), ()), Selection())
    assert isinstance(everything, Table) and len(everything.columns) == 12


def test_findings_are_counted_in_words() -> None:
    assert counted(_findings()) == "1 error, 1 note, 1 suppressed"
    assert counted([]) == "none"


RULE = Rule(
    name="param-untyped",
    item=Item.PARAM_TYPES,
    severity=Severity.ERROR,
    summary="A parameter has no type.",
    why="Nobody knows what it takes.",
    bad="def f(x): ...\n",
    good="def f(x: int): ...\n",
    fix="Annotate it.",
)


def test_a_rule_shows_its_reasons_and_examples() -> None:
    assert rows_of(rules_table([RULE])) == [(0, ("param-untyped", "error", "param-types", "A parameter has no type."))]
    entry = rule_entry(RULE)
    assert _texts(entry.blocks) == [
        "error All parameters have type hints",
        "A parameter has no type.",
        "Why",
        "Nobody knows what it takes.",
        "Bad",
        "Good",
        "What to do",
        "Annotate it.",
        "How to switch it off",
        "In pyproject.toml, or contracts_rules in conf.py:",
        "For one place",
        "A comment in the first comment block of the file:",
    ]


def _targets(text: str) -> list[str]:
    scope = Scope("core", {"Path": "pathlib.Path", "np": "numpy"}, frozenset({"Engine"}))
    return [span.target for span in type_spans(text, scope) if isinstance(span, Ref)]


def test_names_in_types_are_resolved() -> None:
    assert _targets("dict[str, Path] | None") == ["dict", "str", "pathlib.Path", "None"]
    assert _targets("np.ndarray[Engine]") == ["numpy.ndarray", "core.Engine"]
    assert _targets("list['Engine']") == ["list", "core.Engine"]
    assert _targets("Literal['Engine', 'Path'] | Engine") == ["Literal", "core.Engine"]
    assert _targets("typing.Literal['Engine'][Path]") == ["typing.Literal", "pathlib.Path"]
    assert _targets("array of shape (n,)") == []
    assert "".join(span.text for span in type_spans("list['Engine']", Scope("core"))) == "list[Engine]"
