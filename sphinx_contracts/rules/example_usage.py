"""Rules of the item "Example usage provided".

They ask for an example, and parse those that are surely Python.

Key Components:
    - RULES: the rules in order

Usage:
    from sphinx_contracts.rules.example_usage import RULES

    names = [rule.name for rule in RULES]
"""

from sphinx_contracts.model.contract import Callable, Class, Module
from sphinx_contracts.model.docstring import Docstring
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.model.rows import Example
from sphinx_contracts.rules.example_code import CodeError, is_python, shows_code, syntax_error
from sphinx_contracts.rules.exemptions import is_exempt_module, takes_example
from sphinx_contracts.rules.rule import Context, Fault, Rule, in_module

__all__ = ["RULES"]


def _missing(subject: Callable, context: Context) -> list[Fault] | None:
    if not takes_example(subject):
        return None
    if shows_code(subject.doc):
        return []
    return [Fault("the docstring shows no example; add an Example section", subject.line, subject.facts.column)]


def _missing_on_class(contract: Class, context: Context) -> list[Fault] | None:
    if contract.kind != "class":
        return None
    # how to make an instance may be shown where the constructor is documented
    constructors = [item.doc for item in contract.methods if item.facts.is_constructor]
    if any(shows_code(doc) for doc in (contract.doc, *constructors)):
        return []
    return [Fault("the docstring shows no example; add an Example section", contract.line, contract.facts.column)]


def _syntax(subject: Module | Class | Callable, context: Context) -> list[Fault] | None:
    if isinstance(subject, Module) and is_exempt_module(subject):
        return None
    code = [example for example in subject.examples if is_python(example)]
    if not code:
        return None
    found = [(example, syntax_error(example)) for example in code]
    return [
        Fault(
            f"the example is no valid Python: {error.message}",
            example.line + error.line - 1,
            _column(subject.doc, example, error),
        )
        for example, error in found
        if error is not None
    ]


def _column(doc: Docstring, example: Example, error: CodeError) -> int:
    """The column in the source of an error in an example; 1 on the line that the docstring begins on."""
    number = example.line + error.line - 1
    place = doc.numbers.index(number) if number in doc.numbers else None
    if place is None or number == doc.line:
        return 1
    line, code = doc.lines[place].rstrip(), example.code.split("\n")[error.line - 1].rstrip()
    indent = len(line) - len(line.lstrip())
    first = doc.columns[place] if doc.columns else doc.margin + indent + 1
    behind = len(line) - len(code) + error.column - 1 - indent if line.endswith(code) else 0
    return first + max(behind, 0)


_CODE = '''
def double(x: int) -> int:
    """Double a number.

    Args:
        x: Any number

    Returns:
        Twice the number
{}    """
    return 2 * x
'''
_CLASS = '''
class Stack:
    """A stack of numbers.

    Responsibilities:
        - Hand out first what came last
{}    """
'''
_GOOD = in_module(_CODE.format("\n    Example:\n        assert double(2) == 4\n"), "double")

RULES = (
    Rule(
        name="example-missing",
        item=Item.EXAMPLE_USAGE,
        severity=Severity.ERROR,
        on=("callable",),
        looks_at_docs=True,
        summary="A function's or method's docstring shows no example.",
        why="One line of code shows what the arguments look like and what to do with the result.",
        bad=in_module(_CODE.format(""), "double"),
        good=_GOOD,
        fix="Add ``Example:`` with a call. Constructors, properties and ``main`` need none.",
        options=("sections",),
        needs_docstring=True,
        check=_missing,
    ),
    Rule(
        name="class-example-missing",
        item=Item.EXAMPLE_USAGE,
        severity=Severity.ERROR,
        on=("class",),
        summary="A plain class's docstring shows no example.",
        why="Where instances come from, and what is done with them first, is what every reader looks for.",
        bad=in_module(_CLASS.format(""), "Stack"),
        good=in_module(_CLASS.format("\n    Example:\n        stack = Stack()\n"), "Stack"),
        fix="Add ``Example:`` or ``Usage:``. Records, enums, exceptions, abstract classes and protocols need none.",
        options=("sections",),
        needs_docstring=True,
        check=_missing_on_class,
    ),
    Rule(
        name="example-syntax",
        item=Item.EXAMPLE_USAGE,
        severity=Severity.ERROR,
        on=("module", "class", "callable"),
        looks_at_docs=True,
        summary="An example in Python cannot be parsed.",
        why="Readers copy examples; one that does not even parse was never run.",
        bad=in_module(
            _CODE.format('\n    Example:\n        if double(2) == 4\n            print("right")\n'), "double"
        ),
        good=in_module(
            _CODE.format('\n    Example:\n        if double(2) == 4:\n            print("right")\n'), "double"
        ),
        fix="Correct it. ``...`` may stand for what is left out; another language on a fence marks what is none.",
        check=_syntax,
    ),
)
