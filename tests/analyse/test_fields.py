"""Fields of classes, from every way in which people document them (dialects.md, "Fields of dataclasses")."""

import pytest

from tests.code import class_of, project_of

HEAD = "from dataclasses import dataclass, field\n@dataclass\nclass C:\n    '''Doc.'''\n"


def described(body: str, head: str = HEAD) -> dict[str, tuple[str, str | None]]:
    return {item.name: (item.description, item.group) for item in class_of(head + body).fields}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("    x: int  # the x\n", {"x": ("the x", None)}, id="inline"),
        pytest.param(
            "    x: int = field(\n        default=1,\n    )  # the x\n", {"x": ("the x", None)}, id="last-line"
        ),
        pytest.param(
            "    x: int = field(  # the x\n        default=1,\n    )\n", {"x": ("the x", None)}, id="first-line"
        ),
        pytest.param('    x: str = "#"\n', {"x": ("", None)}, id="hash-in-string"),
        pytest.param('    x: str = "é"  # the x\n', {"x": ("the x", None)}, id="non-ascii-before"),
        pytest.param("    x: int = 1  # type: ignore\n", {"x": ("", None)}, id="tool-comment"),
        pytest.param("    x: int = 1  # the x  # noqa: E501\n", {"x": ("the x", None)}, id="tool-comment-behind"),
        pytest.param("    x: int = 1  # TODO\n", {"x": ("", None)}, id="bare-todo"),
        pytest.param("    x: int\n    '''The x.'''\n", {"x": ("The x.", None)}, id="string-after"),
        pytest.param(
            "    #: The x.\n    x: int\n    y: int\n", {"x": ("The x.", None), "y": ("", None)}, id="hash-colon"
        ),
        pytest.param("    x: int = field(metadata={'help': 'The x'})\n", {"x": ("The x", None)}, id="metadata"),
        pytest.param("    x: Annotated[int, Doc('The x')]\n", {"x": ("The x", None)}, id="doc"),
        pytest.param("    x: int = Field(1, description='The x')\n", {"x": ("The x", None)}, id="description"),
        pytest.param(
            "    # where the job writes\n    out: str\n\n    n: int\n",
            {"out": ("where the job writes", None), "n": ("", None)},
            id="above-one-field",
        ),
        pytest.param(
            "    # Timestamps\n    start: float\n    end: float\n\n    n: int\n",
            {"start": ("", "Timestamps"), "end": ("", "Timestamps"), "n": ("", None)},
            id="group-label",
        ),
        pytest.param("    # Timestamps\n    start: float\n", {"start": ("", "Timestamps")}, id="label-over-one-field"),
        pytest.param(
            "    # when the job ran and for how long\n    start: float\n    end: float\n",
            {"start": ("", "when the job ran and for how long"), "end": ("", "when the job ran and for how long")},
            id="sentence-over-two-fields",
        ),
        pytest.param(
            "    # ---- Output ----\n    a: int\n    # the b of this\n    b: int\n",
            {"a": ("", "Output"), "b": ("the b of this", None)},
            id="next-comment-ends",
        ),
        pytest.param(
            "    # two lines say\n    # what it is\n    a: int\n",
            {"a": ("two lines say what it is", None)},
            id="two-lines",
        ),
    ],
)
def test_descriptions_and_groups(body: str, expected: dict[str, tuple[str, str | None]]) -> None:
    assert described(body) == expected


@pytest.mark.parametrize(
    ("value", "default"),
    [
        ("3", "3"),
        ("field(default=3, metadata={'help': 'x'})", "3"),
        ("dataclasses.field(default_factory=list)", "list()"),
        ("field(default_factory=lambda: [1])", "lambda: [1]"),
        ("field(kw_only=True)", None),
        ("Field(..., description='x')", None),
        ("Field('a', description='x')", "'a'"),
        ("attr.ib(factory=dict)", "dict()"),
        ("make(default=3)", "make(default=3)"),
    ],
)
def test_the_default_itself_is_shown(value: str, default: str | None) -> None:
    assert class_of(f"{HEAD}    x: int = {value}\n").fields[0].default == default


def test_attributes_section_documents_and_unknown_names_are_kept() -> None:
    text = (
        '@dataclass\nclass C:\n    """Doc.\n\n    Attributes:\n        x: the x\n        y: gone\n    """\n    x: int\n'
    )
    fields = class_of("from dataclasses import dataclass\n" + text).fields
    assert [(item.name, item.description, item.facts.in_code) for item in fields] == [
        ("x", "the x", True),
        ("y", "gone", False),
    ]
    assert not fields[1].facts.exempt


def test_args_section_documents_a_record() -> None:
    text = 'class C(NamedTuple):\n    """Doc.\n\n    Args:\n        x: the x\n    """\n    x: int\n'
    contract = class_of("from typing import NamedTuple\n" + text)
    assert contract.kind == "namedtuple"
    assert contract.fields[0].description == "the x"


def test_constructor_attributes() -> None:
    contract = class_of(
        '''
        class C(object):
            """Doc.

            Args:
                a: documented here
            """
            limit = 3

            def __init__(self, a: int, b: str, c, *, d=None) -> None:
                """Start.

                Args:
                    c: documented there
                """
                self.a = a
                self.b = b
                self.c = Path(c)
                self._private = d
                self.e: list[int] = []  # the e
                self.f, self.g = 1, 2
                if d:
                    self.h = d
        '''
    )
    facts = {item.name: (item.type, item.facts.documented, item.facts.exempt) for item in contract.fields}
    assert facts == {
        "limit": (None, False, False),
        "a": ("int", True, False),
        "b": ("str", False, False),
        "c": (None, True, False),
        "e": ("list[int]", True, False),
        "f": (None, False, False),
        "g": (None, False, False),
        "h": (None, False, False),
    }
    assert contract.methods[0].inputs[0].description == "documented here"


def test_enum_members_and_class_variables() -> None:
    contract = class_of(
        """
        import enum
        class Color(enum.Enum):
            label: str
            RED = 1  # warm
            BLUE = auto()
            _ignore_ = []
            def __init__(self, value):
                self.label = str(value)
        """
    )
    assert contract.kind == "enum"
    assert [(item.name, item.default, item.facts.exempt) for item in contract.fields] == [
        ("label", None, True),
        ("RED", "1", False),
        ("BLUE", "auto()", False),
    ]


def test_class_variables_of_records_are_exempt() -> None:
    fields = class_of(HEAD + "    limit: ClassVar[int] = 3\n    x: int  # the x\n    N = 3\n").fields
    assert [(item.name, item.facts.exempt) for item in fields] == [("limit", True), ("x", False)]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("import attr\n@attr.s\nclass C:", "model"),
        ("from attrs import define\n@define(slots=True)\nclass C:", "model"),
        ("import pydantic\nclass C(pydantic.BaseModel):", "model"),
        ("from pydantic import BaseModel as B\nclass C(B):", "model"),
        ("import dataclasses as d\n@d.dataclass(frozen=True)\nclass C:", "dataclass"),
        ("from typing import TypedDict\nclass C(TypedDict, total=False):", "typeddict"),
        ("from typing import Protocol, TypeVar\nclass C(Protocol[T]):", "protocol"),
        ("from abc import ABC\nclass C(ABC):", "abstract"),
        ("import abc\nclass C(metaclass=abc.ABCMeta):", "abstract"),
        ("import abc\nclass C:\n    @abc.abstractmethod\n    def f(self): ...\n    y = 1\nclass _D:", "class"),
        ("class C(ValueError):", "exception"),
        ("import requests\nclass C(requests.RequestException):", "exception"),
        ("class B(OSError): pass\nclass C(B):", "exception"),
        ("from enum import Enum\nclass B(str, Enum): pass\nclass C(B):", "enum"),
        ("from pydantic import BaseModel\nclass B(BaseModel): pass\nclass C(B):", "model"),
        ("class C:", "class"),
    ],
)
def test_kinds(head: str, kind: str) -> None:
    project = project_of({"example.py": f"{head}\n    x: int = 1\n"})
    assert list(project.classes.values())[-1].kind == kind


def test_attributes_of_bases() -> None:
    project = project_of(
        {
            "base.py": 'class Base:\n    """B."""\n    name = "base"  # what it is called\n',
            "child.py": 'from base import Base\nclass Child(Base):\n    """C."""\n    name = "child"\n    other = 1\n',
            "outside.py": "from django import Model\nclass Thing(Model):\n    name = 'x'\n    def __init__(self):\n        self.n = 1\n",
        }
    )
    child, outside = project.classes["child.Child"], project.classes["outside.Thing"]
    assert [(item.name, item.facts.exempt) for item in child.fields] == [("name", True), ("other", False)]
    assert [(item.name, item.facts.exempt) for item in outside.fields] == [("name", True), ("n", False)]
