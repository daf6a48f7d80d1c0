"""A finding on an example stands at the character where the parser gave up."""

import pytest

from tests.rules.checking import findings_of

# the example, and what its line holds from the column of the finding on
PLACES = [
    ("x = 1\ny = = 2", "= 2"),
    ("if x == 1\n    print(x)", ""),
    ("result = run(1\nprint(result)", "(1"),
    ('>>> x = 1\n>>> for y in x\n...     print("é")\n1', ""),
    (">>> y = = 2", "= 2"),
    ("```python\ny?\n\nif y:\n    z = = 2\n```", "= 2"),
    # a line without dots is taken for code where a bracket is open; what is wrong stands below it
    (">>> x = (\n    1,\n)\n>>> y = = 2", "= 2"),
    ("```python\nx = 1\nif x:\n    y = = x\n```", "= x"),
    (".. code-block:: python\n\n    config = Config(..., 1)\n    y = = config", "= config"),
    # what is left out is filled in before the place, whose column is not known then
    ("```python\nrun(a, ...); y = = 2\n```", "run(a"),
    ("```python\n  x = 1\n y = 2\n```", "x = 1"),
]


def found_in(example: str, indent: str = "        ") -> str:
    body = "\n".join(f"{indent}{line}" if line else "" for line in example.split("\n"))
    source = f'class Count:\n    """Count.\n\n    Example:\n{body}\n    """\n'
    [found] = [item for item in findings_of(source) if item.rule == "example-syntax"]
    return source.split("\n")[found.line - 1][found.column - 1 :]


@pytest.mark.parametrize(("example", "rest"), PLACES)
def test_the_column_is_that_of_the_error(example: str, rest: str) -> None:
    assert found_in(example).rstrip().startswith(rest)
    assert (found_in(example) == "") == (rest == "")


@pytest.mark.parametrize(("example", "rest"), [("x = 1\ny = = 2", "= 2"), ("```python\nif x:\n\ty = = x\n```", "= x")])
def test_a_tab_is_one_column(example: str, rest: str) -> None:
    assert found_in(example, "\t\t") == rest


def test_what_is_missing_behind_a_decorator_is_missing_at_the_end() -> None:
    assert found_in("```python\ntry:\n    @cached\n```") == ""


@pytest.mark.parametrize("block", ["@cached", "if x:\n    @cached", "class A:\n    @property"])
def test_a_decorator_at_the_end_leaves_something_out(block: str) -> None:
    source = 'class Count:\n    """Count.\n\n    Example:\n        ```python\n{}\n        ```\n    """\n'
    body = "\n".join(f"        {line}" for line in block.split("\n"))
    assert not {"example-syntax", "internal-error"} & {item.rule for item in findings_of(source.format(body))}


# sessions as people paste them: without the dots, and with prompts before every line
SESSIONS = [
    '>>> names = ["a", "b",\n        "c)"]\n>>> names\n[\'a\']',
    ">>> model = Decoder(\n        heads=32,  # as many as (before\n    )\n>>> model.run()\n1",
    ">>> model = Decoder(\n>>>     heads=32,\n>>> )",
    "In [1]: cd parent/child\n/home/parent/child\n\nIn [2]: %%bash\n   ...: for i in 1 2; do\n   ...:     echo $i",
]


@pytest.mark.parametrize("session", SESSIONS)
def test_sessions_need_not_be_those_of_a_plain_interpreter(session: str) -> None:
    body = "\n".join(f"        {line}" for line in session.split("\n"))
    source = f'class Count:\n    """Count.\n\n    Example:\n{body}\n    """\n'
    assert "example-syntax" not in {item.rule for item in findings_of(source)}


@pytest.mark.parametrize("line", ["... = trial.suggest(1)", "for ... in run():", "first, ... = run(..., 2)"])
def test_dots_may_stand_for_a_target(line: str) -> None:
    source = f'class Count:\n    """Count.\n\n    Example:\n        ```python\n        {line}\n        ```\n    """\n'
    assert not {"example-syntax", "internal-error"} & {item.rule for item in findings_of(source)}


def test_a_session_of_ipython_is_an_example() -> None:
    source = 'def load(name: str) -> str:\n    """Load.\n\n    In [1]: load("x")\n    """\n    return name\n'
    assert "example-missing" not in {item.rule for item in findings_of(source)}
    assert "example-missing" in {item.rule for item in findings_of(source.replace("In [1]:", "In [1]"))}


@pytest.mark.parametrize("code", ["run(...args)", "x = [...items]", "x = 1...2", "x = a...b"])
def test_dots_of_another_language_stay_wrong(code: str) -> None:
    source = f'class Count:\n    """Count.\n\n    Example:\n        ```python\n        {code}\n        ```\n    """\n'
    assert "example-syntax" in {item.rule for item in findings_of(source)}


def test_output_does_not_close_a_bracket_for_the_code_above_it() -> None:
    assert found_in(">>> print(run(1)\n2\n>>> x = 1") == "(run(1)"


def test_an_example_on_the_first_line() -> None:
    [found] = [
        item for item in findings_of('class Count:\n    """Example: y = = (2)"""\n') if item.rule == "example-syntax"
    ]
    assert (found.line, found.column) == (2, 1)
