"""Documented and detected rows: names, lines, order, and what a reader sees."""

import pytest

from tests.code import function_of, module_of, project_of


@pytest.mark.parametrize(
    ("body", "exception"),
    [
        ("    raise ValueError('x')", "ValueError"),
        ("    err = OSError('x')\n    raise err", "OSError"),
        ("    raise make()", "KeyError"),
        ("    raise exc", "LookupError"),
        ("    raise exc.with_traceback(None)", "LookupError"),
        ("    raise json.JSONDecodeError('x', 'y', 0)", "json.JSONDecodeError"),
        ("    raise unknown()", "unknown"),
    ],
)
def test_exceptions_bear_the_name_of_their_class(body: str, exception: str) -> None:
    text = f"import json\ndef make() -> KeyError: ...\ndef f(exc: LookupError):\n{body}\n"
    [row] = module_of(text).functions[1].raises
    assert (row.exception, row.origin) == (exception, "raised")


def test_lines_of_rows() -> None:
    function = function_of(
        'def f(x):\n    """Do.\n\n    Raises:\n        KeyError: If so\n        OSError: If not\n    """\n    raise KeyError(x)\n'
    )
    assert [(row.exception, row.origin, row.line, row.doc_line) for row in function.raises] == [
        ("KeyError", "raised", 8, 5),
        ("OSError", "documented", 6, 6),
    ]


def test_evidence_is_in_the_order_of_its_lines() -> None:
    function = function_of("import os\ndef f(x):\n    os.environ['A'] = x\n    os.environ.setdefault('B', x)\n")
    [row] = function.side_effects
    assert [item.line for item in row.evidence] == [3, 4]


def test_a_documented_entry_and_its_effect_are_one_row() -> None:
    function = function_of(
        'import os\ndef f(x):\n    """Do.\n\n    Side Effects:\n        - Writes x\n        - Logs it\n    """\n    os.remove(x)\n    print(x)\n'
    )
    assert [(row.category, row.documented, row.detected) for row in function.side_effects] == [
        ("file-write", True, True),
        ("log", True, False),
        ("stdout", False, True),
    ]


def test_an_override_without_a_docstring_shows_its_own_effects() -> None:
    project = project_of(
        {
            "a.py": (
                "import os\nclass A:\n    def f(self):\n        '''Do.\n\n        Side Effects:\n            - Removes a file\n        '''\n"
                "class B(A):\n    def f(self):\n        os.remove('x')\n"
            )
        }
    )
    [row] = project.classes["a.B"].methods[0].side_effects
    assert (row.description, row.documented, [item.line for item in row.evidence]) == ("Removes a file", True, [11])


def test_a_type_that_the_annotation_replaces_is_not_repeated() -> None:
    text = 'def f() -> dict[str, int]:\n    """Do.\n\n    :returns: the thing\n    :rtype: list\n    """\n'
    assert function_of(text).outputs[0].description == "the thing"
