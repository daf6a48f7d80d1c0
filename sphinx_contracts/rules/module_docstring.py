"""Rules of the item "Module docstring with purpose and usage".

They ask of a module what the standard asks: a summary, a purpose, its components and how it is used.

Key Components:
    - RULES: the rules in order

Usage:
    from sphinx_contracts.rules.module_docstring import RULES

    names = [rule.name for rule in RULES]
"""

import re
from collections.abc import Iterator

from sphinx_contracts.model.contract import Module
from sphinx_contracts.model.docstring import DocSection, SectionKind
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.rules.example_code import shows_code
from sphinx_contracts.rules.exemptions import is_exempt_module, is_reexporting_package
from sphinx_contracts.rules.naming import did_you_mean
from sphinx_contracts.rules.purpose import says_purpose, shows_format
from sphinx_contracts.rules.rule import Context, Fault, Rule

__all__ = ["RULES"]

_CLAIMING = re.compile(r"component|class|function|api|export|member|content", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*(?:,|/|;|&|\band\b|\bor\b)\s*")
_CALLED = re.compile(r"\(.*\)$")


def _missing(module: Module, context: Context) -> list[Fault] | None:
    if is_exempt_module(module):
        return None
    return (
        []
        if module.doc.present
        else [Fault("the module has no docstring; begin the file with one that says what it is for", 1)]
    )


def _is_asked(module: Module) -> bool:
    """More than a docstring is asked of a module that defines something."""
    return not is_exempt_module(module) and not is_reexporting_package(module)


def _summary(module: Module, context: Context) -> list[Fault] | None:
    if not _is_asked(module):
        return None
    return [] if module.summary else [Fault("the docstring has no summary line; begin it with a sentence", 1)]


def _purpose(module: Module, context: Context) -> list[Fault] | None:
    # without a summary there is nothing that a description could add to
    if not _is_asked(module) or (module.doc.present and not module.summary):
        return None
    if says_purpose(module):
        return []
    if shows_format(module):
        message = "the docstring says how data looks, not what the module is for; add a paragraph that does"
    else:
        message = "the docstring does not describe the module's purpose beyond its summary; add a paragraph below that"
    return [Fault(message, 1)]


def _components(module: Module, context: Context) -> list[Fault] | None:
    if not _is_asked(module) or not (module.classes or module.functions):
        return None
    if any(_listings(module)):
        return []
    return [Fault("the docstring lists no key components; add a Key Components section", 1)]


def _listings(module: Module) -> Iterator[DocSection]:
    return (item for item in module.doc.sections if item.kind is SectionKind.COMPONENTS)


def _usage(module: Module, context: Context) -> list[Fault] | None:
    if not _is_asked(module):
        return None
    if shows_code(module.doc):
        return []
    return [Fault("the docstring shows no usage; add a Usage section with code", 1)]


def _unknown_components(module: Module, context: Context) -> list[Fault] | None:
    if is_exempt_module(module) or not any(_listings(module)):
        return None
    known = _names_in(module, context)
    written = dict(zip(module.doc.numbers, module.doc.lines, strict=False))
    found: list[Fault] = []
    for section in _listings(module):
        claims = _CLAIMING.search(section.title) is not None
        for entry in section.entries:
            for name in _claimed(entry.name, written.get(entry.line, ""), claims):
                if not _is_known(name, module, context, known):
                    message = f"lists '{name}', which the module does not define{did_you_mean(name, known)}"
                    found.append(Fault(message, entry.line, entry.column, about=name))
    return found


def _claimed(label: str, line: str, claims: bool) -> Iterator[str]:
    """The names of code in a component's label; words of prose are none."""
    for part in _SEPARATOR.split(label.strip()):
        name = _CALLED.sub("", part)
        if not name.isascii() or not name.replace(".", "_").isidentifier():
            continue
        coded = "_" in name or "." in name or any(char.isupper() for char in name[1:])
        if coded or f"{name}(" in line or (claims and name[0].isupper()):
            yield name


def _names_in(module: Module, context: Context) -> frozenset[str]:
    facts = module.facts
    own = {item.name for item in module.classes} | {item.name for item in module.functions}
    home = context.modules.get(module.name, module).facts
    return frozenset(own | facts.defined | set(facts.names) | set(facts.exported or ()) | home.defined)


def _is_known(name: str, module: Module, context: Context, known: frozenset[str]) -> bool:
    head = name.partition(".")[0]
    if head in known or f"{module.name}.{head}" in context.modules:
        return True
    if name in context.modules or name in context.classes or name.rpartition(".")[0] in context.modules:
        return True
    # methods and files stand in lists of components too, and star imports may bring any name
    methods = {method.name for item in module.classes for method in item.methods}
    is_file = name.rpartition(".")[2] in ("py", "json", "jsonl", "yaml", "yml", "toml", "md", "txt", "csv", "sh", "db")
    return head in methods or is_file or any(star not in context.modules for star in module.facts.stars)


_CODE = '''
def double(x: int) -> int:
    """Double a number.

    Args:
        x: Any number

    Returns:
        Twice the number

    Example:
        assert double(2) == 4
    """
    return 2 * x
'''
_HEAD = '"""Arithmetic on whole numbers.\n\n'
_PURPOSE = "Numbers of any size are kept exactly.\n\n"
_LIST = "Key Components:\n    - double: twice a number\n\n"
_USE = 'Usage:\n    from example import double\n\n    print(double(2))\n"""\n\n'
_GOOD = _HEAD + _PURPOSE + _LIST + _USE + _CODE

RULES = (
    Rule(
        name="module-docstring-missing",
        item=Item.MODULE_DOCSTRING,
        severity=Severity.ERROR,
        on=("module",),
        summary="A module has no docstring.",
        why="The module docstring is where a reader learns what the file is for before reading any of it.",
        bad=_CODE.lstrip(),
        good=_GOOD,
        fix="Start the file with a docstring: a summary line, the purpose, ``Key Components:`` and ``Usage:``.",
        options=("private",),
        decides_missing=True,
        check=_missing,
    ),
    Rule(
        name="module-summary-missing",
        item=Item.MODULE_DOCSTRING,
        severity=Severity.ERROR,
        on=("module",),
        summary="A module's docstring begins with a section instead of a summary.",
        why="The summary is what the index of modules shows.",
        bad='"""' + _LIST + _USE + _CODE,
        good=_GOOD,
        fix="Begin the docstring with one line that says what the module is.",
        needs_docstring=True,
        check=_summary,
    ),
    Rule(
        name="module-purpose-missing",
        item=Item.MODULE_DOCSTRING,
        severity=Severity.ERROR,
        on=("module",),
        summary="A module's docstring says nothing of the module's purpose beyond its summary line.",
        why="One line names a module; it takes a paragraph to say what it does, for whom, and what it leaves out.",
        bad=_HEAD + _LIST + _USE + _CODE,
        good=_GOOD,
        fix=(
            "Add a paragraph, or a section such as ``Data Flow:`` or ``Responsibilities:``, below the summary. A data "
            "format alone is no purpose, nor is ``Side Effects: None``."
        ),
        needs_docstring=True,
        check=_purpose,
    ),
    Rule(
        name="module-components-missing",
        item=Item.MODULE_DOCSTRING,
        severity=Severity.ERROR,
        on=("module",),
        summary="A module with public classes or functions does not list its key components.",
        why="The list tells where to start reading, and which names are meant to be used.",
        bad=_HEAD + _PURPOSE + _USE + _CODE,
        good=_GOOD,
        fix="Add ``Key Components:`` with one ``- name: what it is`` for each.",
        options=("sections",),
        needs_docstring=True,
        check=_components,
    ),
    Rule(
        name="module-usage-missing",
        item=Item.MODULE_DOCSTRING,
        severity=Severity.ERROR,
        on=("module",),
        summary="A module's docstring shows no usage.",
        why="A few lines of code answer more questions than a page of prose, and readers copy them.",
        bad=_HEAD + _PURPOSE + _LIST.rstrip() + '\n"""\n\n' + _CODE,
        good=_GOOD,
        fix="Add ``Usage:`` with the shortest useful call; for a script the command that runs it.",
        options=("sections",),
        needs_docstring=True,
        check=_usage,
    ),
    Rule(
        name="module-component-unknown",
        item=Item.MODULE_DOCSTRING,
        severity=Severity.NOTE,
        on=("module",),
        summary="A module's docstring lists a component that the module does not define or import.",
        why="A name that was renamed or moved sends readers looking for something that is not there.",
        bad=_HEAD + _PURPOSE + _LIST.replace("- double", "- make_double") + _USE + _CODE,
        good=_GOOD,
        fix="Correct the name, or take the entry out.",
        check=_unknown_components,
    ),
)
