"""Where a comment suppresses a finding, and where it does not."""

import pytest

from sphinx_contracts.model.finding import Finding
from tests.rules.checking import checked, findings_of

MODULE = '''"""Arithmetic on whole numbers.

Numbers of any size are kept exactly.

Key Components:
    - double: twice a number

Usage:
    import example
"""
'''


def function(def_line: str = "", end: str = "", before: str = "") -> str:
    return (
        f"{before}{MODULE}\n\ndef double(x: int) -> int:{def_line}\n"
        f'    """Double a number.\n\n    Args:\n        x: A number\n\n    Returns:\n        Twice\n    """{end}\n'
        "    return 2 * x\n"
    )


IGNORE = "  # contracts: ignore[example-missing]"


def marks(findings: tuple[Finding, ...]) -> list[tuple[str, str | None]]:
    return sorted((item.rule, item.suppressed) for item in findings)


@pytest.mark.parametrize(
    "source",
    [
        function(def_line=IGNORE),
        function(end=IGNORE),
        function(def_line="  # contracts: ignore[example-usage]"),
        function(def_line="  # contracts:ignore[ example-missing ]"),
        function(def_line="  # noqa: D103  # contracts: ignore[example-missing]"),
        function(before="# contracts: ignore-file[example-missing]\n"),
        function(before="#!/usr/bin/env python3\n# (c) us\n\n# contracts: ignore-file[example-usage]\n"),
    ],
)
def test_a_suppressed_finding_stays_and_is_marked(source: str) -> None:
    assert marks(findings_of(source)) == [("example-missing", "inline")]


@pytest.mark.parametrize(
    "source",
    [
        function().replace("    return", f"{IGNORE}\n    return"),
        function() + IGNORE.strip(),
        function(end="\n" + IGNORE),
    ],
)
def test_a_comment_elsewhere_suppresses_nothing(source: str) -> None:
    assert marks(findings_of(source)) == [("example-missing", None), ("suppression-unused", None)]


def test_a_comment_on_the_file_stands_in_its_first_comment_block() -> None:
    source = function().replace("def double", "# contracts: ignore-file[example-missing]\ndef double")
    found = findings_of(source)
    assert marks(found) == [("example-missing", None), ("suppression-unused", None)]
    assert [(item.line, item.message) for item in found if item.rule == "suppression-unused"] == [
        (13, "ignore-file is read in the first comment block of a file only; move the comment to the top")
    ]


@pytest.mark.parametrize("comment", ["ignore", "ignore[]", "ignored[example-missing]", "ignore[example-missing"])
def test_a_comment_that_names_no_rule_is_told_how(comment: str) -> None:
    found = findings_of(function(def_line=f"  # contracts: {comment}"))
    assert [item.message for item in found if item.rule == "suppression-unused"] == [
        "the comment names no rule to ignore; write '# contracts: ignore[RULE]'"
    ]


HEADERS = [
    "class Twice(\n    Base,\n    metaclass=Meta,\n):@\n    pass\n",
    "class Twice(Base):@\n\n    # why\n    pass\n",
    "class Twice(Base): pass@\n",
    "class Twice(\n    Base\n): pass@\n",
    "def twice(x: int = {2: 3}[2],\n    y: int = 3) -> dict[\n    str, int\n]:@\n    return {}\n",
    "def twice(\n    x: int,\n    *,\n    y: int = 3,  # a remark: with a colon\n    # another: one\n) -> int:@\n    return 2\n",
    "async def twice(x,\n    y): return 2@\n",
    "def twice(\n    *,\n    key=(\n        2\n    ),\n):@\n    @wraps(key)\n    def inner(): ...\n",
]


@pytest.mark.parametrize("code", HEADERS)
def test_the_line_that_ends_a_header_bears_a_comment(code: str) -> None:
    source = f"{MODULE}\n\n{code}".replace("double", "twice")
    rule = "class-docstring-missing" if "class" in code else "docstring-missing"
    found = findings_of(source.replace("@\n", f"  # contracts: ignore[{rule}]\n"))
    assert [item.suppressed for item in found if item.rule == rule] == ["inline"]
    assert "suppression-unused" not in [item.rule for item in found]
    below = findings_of(source.replace("@\n", f"\n    # contracts: ignore[{rule}]\n"))
    if "pass@" not in code and "2@" not in code:
        assert [item.suppressed for item in below if item.rule == rule] == [None]
        assert "suppression-unused" in [item.rule for item in below]


SEVERAL = f'''{MODULE}

def double(x: int, path: str) -> None:
    """Double a number.

    Args:
        x: A number
        path: Where to

    Example:
        double(2, "a")
    """
    if x:
        raise ValueError("one")
    if x > 2:
        raise ValueError("two")
    open(path, "w").close()
    open(path, "a").close()
'''


def several(*lines: int) -> list[tuple[str, int, str | None]]:
    """The findings of the code above, with comments behind some of its lines."""
    names = "exception-undocumented, side-effect-undocumented"
    text = SEVERAL.split("\n")
    for line in lines:
        rule = names.split(", ")["open" in text[line - 1]]
        text[line - 1] += f"  # contracts: ignore[{rule}]"
    return [(item.rule, item.line, item.suppressed) for item in findings_of("\n".join(text))]


def test_a_comment_on_one_raise_is_not_about_another() -> None:
    assert several() == [("exception-undocumented", 24, None), ("side-effect-undocumented", 27, None)]
    assert several(24, 27) == [
        ("exception-undocumented", 24, "inline"),
        ("exception-undocumented", 26, None),
        ("side-effect-undocumented", 27, "inline"),
        ("side-effect-undocumented", 28, None),
    ]
    assert several(26, 28) == [
        ("exception-undocumented", 24, None),
        ("exception-undocumented", 26, "inline"),
        ("side-effect-undocumented", 27, None),
        ("side-effect-undocumented", 28, "inline"),
    ]
    assert several(24, 26, 27, 28) == [
        ("exception-undocumented", 24, "inline"),
        ("side-effect-undocumented", 27, "inline"),
    ]


def test_a_comment_on_the_callable_is_about_each_raise() -> None:
    source = SEVERAL.replace("-> None:", "-> None:  # contracts: ignore[error-conditions, side-effects]")
    assert marks(findings_of(source)) == [("exception-undocumented", "inline"), ("side-effect-undocumented", "inline")]


def test_each_name_of_a_comment_is_judged_on_its_own() -> None:
    found = findings_of(function(def_line="  # contracts: ignore[example-missing, param-untyped, exmple-missing]"))
    assert marks(found) == [
        ("example-missing", "inline"),
        ("suppression-unused", None),
        ("suppression-unused", None),
    ]
    assert {item.message for item in found if item.suppressed is None} == {
        "the comment ignores param-untyped, but there is nothing to ignore",
        "the comment names 'exmple-missing', which is no rule; did you mean 'example-missing'?",
    }
    assert {item.object for item in found} == {"example.double"}
    assert {item.line for item in found} == {13}


def test_an_unused_comment_on_the_file_is_the_module_s() -> None:
    [finding, _] = findings_of(function(before="# contracts: ignore-file[param-untyped]\n"))
    assert (finding.rule, finding.object, finding.line) == ("suppression-unused", "example", 1)


def test_a_comment_in_a_docstring_or_a_string_is_none() -> None:
    source = function().replace("A number", "A number # contracts: ignore[example-missing]")
    assert marks(findings_of(source)) == [("example-missing", None)]


def test_a_rule_that_is_off_is_not_judged() -> None:
    assert findings_of(function(def_line=IGNORE), rules={"example-missing": "off"}) == ()


def test_unused_comments_can_be_allowed() -> None:
    source = function(def_line="  # contracts: ignore[param-untyped, example-missing]")
    assert marks(findings_of(source, rules={"suppression-unused": "off"})) == [("example-missing", "inline")]
    allowed = function(
        before="# contracts: ignore-file[suppression-unused]\n",
        def_line="  # contracts: ignore[param-untyped, example-missing]",
    )
    assert marks(findings_of(allowed)) == [("example-missing", "inline"), ("suppression-unused", "inline")]


def test_allowing_unused_comments_where_there_are_none_is_unused() -> None:
    source = function(before="# contracts: ignore-file[suppression-unused]\n", def_line=IGNORE)
    assert marks(findings_of(source)) == [("example-missing", "inline"), ("suppression-unused", None)]


def test_the_module_s_findings() -> None:
    source = '"""Arithmetic.\n\nMore of it.\n"""'
    for comment in ("  # contracts: ignore[module-usage-missing]", "  # contracts: ignore[module-docstring]"):
        assert marks(findings_of(source + comment)) == [("module-usage-missing", "inline")]


def test_a_field_s_comment() -> None:
    source = '''"""Points."""
from dataclasses import dataclass, field

@dataclass
class Point:
    """A point."""

    x: int  # contracts: ignore[field-undocumented]
    y: list[int] = field(
        default_factory=list,
    )  # contracts: ignore[field-undocumented]
    z: int
'''
    found = [item for item in findings_of(source) if item.rule in ("field-undocumented", "suppression-unused")]
    assert [(item.object, item.suppressed) for item in found] == [
        ("example.Point.x", "inline"),
        ("example.Point.y", "inline"),
        ("example.Point.z", None),
    ]


def test_a_class_s_comment_covers_its_fields_but_not_its_methods() -> None:
    source = '''"""Points."""
from dataclasses import dataclass

@dataclass
class Point:  # contracts: ignore[field-undocumented, example-missing]
    """A point."""

    x: int

    def move(self) -> None:
        """Move it."""
'''
    found = [item for item in findings_of(source) if not item.rule.startswith("module")]
    assert marks(tuple(found)) == [
        ("example-missing", None),
        ("field-undocumented", "inline"),
        ("suppression-unused", None),
    ]


def test_a_parameter_s_comment_is_about_that_parameter() -> None:
    source = '''"""Numbers."""

def add(
    x,  # contracts: ignore[param-untyped]
    y,
) -> int:  # contracts: ignore[example-missing]
    """Add.

    Args:
        x: A number
        y: A number

    Returns:
        The sum
    """
    return x + y
'''
    found = [item for item in findings_of(source) if not item.rule.startswith("module")]
    assert [(item.rule, item.line, item.suppressed) for item in found] == [
        ("example-missing", 3, "inline"),
        ("param-untyped", 4, "inline"),
        ("param-untyped", 5, None),
    ]


def test_without_a_docstring_the_signature_s_last_line_counts() -> None:
    source = '''"""Numbers."""

def add(
    x: int,
) -> int:  # contracts: ignore[docstring-missing]
    return x
'''
    assert ("docstring-missing", "inline") in marks(findings_of(source))


def test_a_raise_line() -> None:
    source = function().replace(
        "    return", "    if x: raise ValueError  # contracts: ignore[error-conditions]\n    return"
    )
    assert ("exception-undocumented", "inline") in marks(findings_of(source))
    assert "suppression-unused" not in [item.rule for item in findings_of(source)]


def test_comments_of_the_file_that_holds_the_object_count() -> None:
    files = {
        "pkg/__init__.py": "from pkg._impl import double\n\n__all__ = ['double']\n",
        "pkg/_impl.py": function(def_line="  # contracts: ignore[example-missing, param-untyped]"),
    }
    found = checked(files).findings
    assert marks(found) == [("example-missing", "inline"), ("suppression-unused", None)]
    assert {(item.path, item.module, item.object, item.line) for item in found} == {
        ("pkg/_impl.py", "pkg", "pkg.double", 13)
    }


def test_a_private_file_that_nothing_shows_is_not_judged() -> None:
    assert checked({"_impl.py": function(def_line="  # contracts: ignore[param-untyped]")}).findings == ()


def test_a_test_module_is_not_judged() -> None:
    assert checked({"test_x.py": function(def_line="  # contracts: ignore[param-untyped]")}).findings == ()


def test_many_comments_take_linear_time() -> None:
    body = "\n".join(
        f"def f{index}(x: int) -> None:  # contracts: ignore[docstring-missing]\n    pass" for index in range(3000)
    )
    found = findings_of('"""Many."""\n' + body)
    assert sum(1 for item in found if item.suppressed == "inline") == 3000
    assert "suppression-unused" not in {item.rule for item in found}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "    if x: raise KeyError  # contracts: ignore[exception-undocumented]",
            [("KeyError", "inline"), ("ValueError", None)],
        ),
        (
            "    if x: raise KeyError  # contracts: ignore[error-conditions]",
            [("KeyError", "inline"), ("ValueError", None)],
        ),
        ("    if x: raise KeyError", [("KeyError", None), ("ValueError", None)]),
    ],
)
def test_one_raise_line_of_several(line: str, expected: list[tuple[str, str | None]]) -> None:
    source = function(def_line=IGNORE).replace("    return", f"{line}\n    if x > 1: raise ValueError\n    return")
    found = [item for item in findings_of(source) if item.rule == "exception-undocumented"]
    assert [(item.message.split()[1], item.suppressed) for item in found] == expected


def test_the_line_of_an_effect() -> None:
    source = function(def_line=IGNORE).replace(
        "    return", "    import os\n    os.remove('x')  # contracts: ignore[side-effects]\n    return"
    )
    assert marks(findings_of(source)) == [("example-missing", "inline"), ("side-effect-undocumented", "inline")]


@pytest.mark.parametrize("head", ["    async def run(self) -> None:", "    @property\n    def run(self) -> int:"])
def test_methods_of_any_kind(head: str) -> None:
    source = (
        f'"""Arithmetic."""\n\n\nclass Runner:  # contracts: ignore[class-docstring]\n{head}'
        "  # contracts: ignore[callable-docstring]\n        return None\n"
    )
    found = [item for item in findings_of(source) if not item.rule.startswith("module")]
    assert marks(tuple(found)) == [("class-docstring-missing", "inline"), ("docstring-missing", "inline")]


def test_a_comment_on_a_decorator_is_about_nothing() -> None:
    source = (
        f"{MODULE}\nimport functools\n\n\n@functools.cache  # contracts: ignore[docstring-missing]\n"
        "def double(x: int) -> int:\n    return 2 * x\n"
    )
    assert marks(findings_of(source)) == [("docstring-missing", None), ("suppression-unused", None)]


def test_a_documented_format_is_its_docstring_s() -> None:
    source = MODULE.rstrip("\n").removesuffix('"""') + (
        'status.json format:\n\n{\n    "step": ,  // int: Steps\n}\n"""  # contracts: ignore[file-formats]\n\n\n'
        + function(def_line=IGNORE).partition('"""\n\n\n')[2]
    )
    found = [item for item in findings_of(source) if item.item == "file-formats"]
    assert found
    assert {item.suppressed for item in found if item.severity == "error"} == {"inline"}


def test_the_score_below_the_least_is_the_module_s() -> None:
    source = function()
    for text, expected in (
        (source, None),
        (f"# contracts: ignore-file[score-below]\n{source}", "inline"),
        (source.replace('import example\n"""', 'import example\n"""  # contracts: ignore[score-below]'), "inline"),
    ):
        found = [item for item in findings_of(text, fail_under=10.0) if item.rule == "score-below"]
        assert [(item.line, item.object, item.suppressed) for item in found] == [(1, "example", expected)]
