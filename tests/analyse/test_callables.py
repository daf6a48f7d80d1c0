"""Functions and methods: parameters, kinds, facts, positions and what docstrings add."""

import pytest

from tests.code import class_of, function_of, module_of, project_of


def test_parameters_of_every_kind() -> None:
    function = function_of("def f(a, /, b: int, *args: str, c=1, d: 'X' = None, **kw) -> 'list[int]': ...\n")
    assert [(item.name, item.kind, item.type, item.default) for item in function.inputs] == [
        ("a", "positional-only", None, None),
        ("b", "positional", "int", None),
        ("args", "var-positional", "str", None),
        ("c", "keyword-only", None, "1"),
        ("d", "keyword-only", "X", "None"),
        ("kw", "var-keyword", None, None),
    ]
    assert function.signature == "(a, /, b: int, *args: str, c=1, d: X = None, **kw) -> list[int]"
    assert [(item.line, item.column) for item in function.inputs][1] == (1, 13)


def test_bare_star_and_slash_in_signatures() -> None:
    assert function_of("def f(a, *, b): ...\n").signature == "(a, *, b)"
    assert function_of("def f(a, /): ...\n").signature == "(a, /)"


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("def f(self, x): ...", "method", ["x"]),
        ("@staticmethod\n    def f(x): ...", "staticmethod", ["x"]),
        ("@classmethod\n    def f(cls, x): ...", "classmethod", ["x"]),
        ("@property\n    def f(self): ...", "property", []),
        ("@functools.cached_property\n    def f(self): ...", "property", []),
        ("def __init_subclass__(cls, x): ...", "classmethod", ["x"]),
        ("async def f(self, x): ...", "method", ["x"]),
    ],
)
def test_kinds_of_methods(text: str, kind: str, names: list[str]) -> None:
    project = project_of({"example.py": f"import functools\nclass C:\n    {text}\n"})
    method = project.classes["example.C"].methods[0]
    assert (method.kind, [item.name for item in method.inputs]) == (kind, names)


@pytest.mark.parametrize(
    ("body", "returns", "yields", "stub"),
    [
        ("    return 1", True, False, False),
        ("    return", False, False, False),
        ("    return None", False, False, False),
        ("    if x:\n        return x", True, False, False),
        ("    def g():\n        return 1", False, False, False),
        ("    h = lambda: (yield)", False, False, False),
        ("    yield 1", False, True, False),
        ("    x = yield", False, True, False),
        ("    for i in x:\n        print((yield from i))", False, True, False),
        ("    def g():\n        yield 1\n    g()", False, False, False),
        ("    match x:\n        case 1:\n            return 2", True, False, False),
        ("    '''Doc.'''\n    ...", False, False, True),
        ("    raise NotImplementedError('later')", False, False, True),
        ("    pass", False, False, True),
    ],
)
def test_what_the_body_tells(body: str, returns: bool, yields: bool, stub: bool) -> None:
    facts = function_of(f"def f(x):\n{body}\n").facts
    assert (facts.returns_value, facts.yields, facts.stub_body) == (returns, yields, stub)


def test_overloads_accessors_and_redefinitions_are_one_entry() -> None:
    contract = class_of(
        '''
        from typing import overload
        class C:
            @overload
            def f(self, x: int) -> int: ...
            @overload
            def f(self, x: str) -> str: ...
            def f(self, x):
                """Do."""
            @property
            def p(self) -> int:
                """The p."""
            @p.setter
            def p(self, value: int) -> None: ...
            if True:
                def g(self):
                    """First."""
            else:
                def g(self): ...
        '''
    )
    assert [(item.name, item.summary) for item in contract.methods] == [("f", "Do."), ("p", "The p."), ("g", "First.")]
    assert [item.name for item in contract.facts.accessors] == ["p"]


def test_rows_of_a_docstring() -> None:
    function = function_of(
        '''
        def f(a, b=1, **kw):
            """Do.

            Args:
                a (int): the a
                b: the b
                extra: goes to kw

            Returns:
                dict: the result

            Raises:
                ValueError: If a is wrong
                KeyError, IndexError: If b is

            Side Effects:
                - Writes the status file
                - Logs progress

            Guarantees:
                - Never twice
            """
        '''
    )
    assert [(item.name, item.type, item.description) for item in function.inputs] == [
        ("a", "int", "the a"), ("b", None, "the b"), ("kw", None, ""),
    ]  # fmt: skip
    assert [item.name for item in function.inputs[2].fields] == ["extra"]
    assert [(item.kind, item.type, item.description) for item in function.outputs] == [("return", "dict", "the result")]
    assert [(item.exception, item.condition) for item in function.raises] == [
        ("ValueError", "If a is wrong"), ("KeyError", "If b is"), ("IndexError", "If b is"),
    ]  # fmt: skip
    assert [(item.category, item.description) for item in function.side_effects] == [
        ("file-write", "Writes the status file"), ("log", "Logs progress"),
    ]  # fmt: skip
    assert function.guarantees == ("Never twice",)


def test_nothing_documented_is_lost() -> None:
    function = function_of(
        '''
        def f(a):
            """Do.

            Args:
                a: the a
                gone: no longer there

            Raises:
                Whatever the callback raises.

            Notes:
                Keep me.
            """
        '''
    )
    assert [(item.title, item.text) for item in function.sections] == [
        ("Args", "gone: no longer there"),
        ("Raises", "Whatever the callback raises."),
        ("Notes", "Keep me."),
    ]


def test_class_docstring_names_what_the_constructor_lacks() -> None:
    contract = class_of(
        '''
        class C:
            """Do.

            Args:
                a: the a
                gone: no longer there
            """
            def __init__(self, a): ...
        '''
    )
    [method] = contract.methods
    assert method.inputs[0].description == "the a"
    assert [(item.title, item.text) for item in method.sections] == [("Args", "gone: no longer there")]


def test_contract_inherited_from_a_base() -> None:
    project = project_of(
        {
            "base.py": 'class Base:\n    def f(self, x: int) -> int:\n        """Do.\n\n        Args:\n            x: the x\n        """\n',
            "child.py": (
                "from base import Base\nclass Child(Base):\n    def f(self, x): ...\n"
                "class Grand(Child):\n    def f(self, x):\n        '''Own.'''\n"
            ),
        }
    )
    child, grand = project.classes["child.Child"].methods[0], project.classes["child.Grand"].methods[0]
    assert child.facts.is_override
    assert grand.facts.is_override
    assert (child.inherited_from, child.summary, child.inputs[0].description) == ("base.Base.f", "Do.", "the x")
    assert (grand.inherited_from, grand.summary) == (None, "Own.")


def test_constructor_with_other_parameters_is_no_override() -> None:
    text = (
        'class A:\n    def __init__(self, x):\n        """Start."""\n'
        "class B(A):\n    def __init__(self, x, y): ...\nclass C(A):\n    def __init__(self, x): ...\n"
    )
    module = module_of(text)
    assert [item.methods[0].facts.is_override for item in module.classes] == [False, False, True]


def test_expressions_too_large_are_cut_and_reported() -> None:
    module = module_of(f"def f(x: Union[{', '.join(f'T{i}' for i in range(2000))}], y='{'a' * 6000}'): ...\n")
    assert [item.type or item.default for item in module.functions[0].inputs] == ["…", "…"]
    assert [(problem.rule, problem.line) for problem in module.facts.problems] == [("too-complex", 1)] * 2


def test_deep_nesting_ends() -> None:
    text = "".join(" " * depth + f"class C{depth}:\n" for depth in range(90)) + " " * 90 + "pass\n"
    assert module_of(text).classes[0].name == "C0"


def test_position_of_the_def_keyword() -> None:
    method = class_of("class C:\n    @deco\n    @other(\n        1\n    )\n    async def f(self): ...\n").methods[0]
    assert (method.line, method.facts.column) == (6, 5)


@pytest.mark.parametrize(
    ("annotation", "type_", "description"),
    [
        ("Annotated[int, Doc('How often')]", "int", "How often"),
        ("Annotated[int, Gt(0), Doc('How often')]", "Annotated[int, Gt(0)]", "How often"),
        (f"Annotated[int | None, Doc('{'Long. ' * 500}')]", "int | None", ("Long. " * 500).strip()),
        (f"Annotated[int, Doc('How often'), deprecated('{'Long. ' * 500}')]", "int", "How often"),
        (f"Annotated[int, '{'Long. ' * 500}']", "int", ""),
        ("Annotated[int, 'metres']", "Annotated[int, 'metres']", ""),
    ],
)
def test_what_goes_with_a_type_describes_and_is_no_part_of_it(annotation: str, type_: str, description: str) -> None:
    module = module_of(f"def f(x: {annotation}): ...\n")
    [item] = module.functions[0].inputs
    assert (item.type, item.description) == (type_, description)
    assert module.functions[0].signature == f"(x: {type_})"
    assert module.facts.problems == ()


def test_a_docstring_says_more_than_a_declaration() -> None:
    function = function_of("def f(x: Annotated[int, Doc('a')]):\n    '''F.\n\n    Args:\n        x: b\n    '''\n")
    assert function.inputs[0].description == "b"
