"""The rule about modules that read or write data files and say nothing of their format.

Only files that the code itself opens count; what counts as documented is decided here.

Key Components:
    - RULES: the rule

Usage:
    from sphinx_contracts.rules.undocumented_formats import RULES

    names = [rule.name for rule in RULES]
"""

import re
from collections.abc import Iterator

from sphinx_contracts.files import foreign_names
from sphinx_contracts.formats.in_words import docstrings_of, is_in_words
from sphinx_contracts.model.contract import Module
from sphinx_contracts.model.docstring import Docstring
from sphinx_contracts.model.files import FileUse
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.rules.exemptions import is_exempt_module
from sphinx_contracts.rules.rule import Context, Fault, Rule
from sphinx_contracts.scope import resolved

__all__ = ["RULES"]

_LANGUAGES = {"json": "JSON", "yaml": "YAML", "csv": "CSV", "toml": "TOML", "pickle": "pickle"}
_ROLE = re.compile(r":contract:format:`|\{contract:format\}`")
_NAME = r"(?::[\w:+-]+:|\{[\w:]+\})?[`'\"<]*~?(?P<name>[A-Za-z_][\w-]*(?:[.:][\w-]+)*)"
_SEE = re.compile(
    r"\b(?:see(?: also)?|(?:documented|described|defined|specified|declared) (?:in|by|at|under)|(?:format|schema) of)"
    r"[:\s]+(?:the )?(?:format |documentation )?(?:(?:of|in|for) )?(?:the )?(?:module |class |function |schema )?"
    rf"{_NAME}",
    re.IGNORECASE,
)
_LISTED = re.compile(_NAME)
_LIST_TITLE = re.compile(r"see also|references?", re.IGNORECASE)
_SPOKEN = re.compile(
    r"\b(?:formats?|schemas?|spec(?:s|ifications?)?|standard|syntax|documented|described)\b", re.IGNORECASE
)
_SPECIFICATION = re.compile(r"https?://|\b(?:RFC|PEP|ISO|ECMA)[ -]?\d+")


def _undocumented(subject: Module, context: Context) -> list[Fault] | None:
    if is_exempt_module(subject):
        return None
    docs = {name: doc for name, _, doc in docstrings_of(subject)}
    uses = [
        use
        for use in subject.facts.data_files
        if not _is_foreign(use, context, docs.get(use.scope, subject.doc), subject)
    ]
    if not uses:
        return None
    if subject.formats or any(_refers(doc, subject, context) for doc in docs.values()):
        return []
    first = uses[0]
    what = f"{'writes' if first.writes else 'reads'} a {_LANGUAGES[first.language]} file"
    message = f"{what} ({first.text}, line {first.line}) but documents no format and refers to none"
    return [Fault(message, first.line, first.column)]


def _is_foreign(use: FileUse, context: Context, *near: Docstring | Module) -> bool:
    """The docstring of the function or of the module names a file of another tool in that language.

    What the project documents is its own, whoever else has a file of that name.
    """
    docs = (item.doc if isinstance(item, Module) else item for item in near)
    names = {name for doc in docs for name in foreign_names("\n".join(doc.lines), use.language)}
    if names:
        formats = (item for other in context.modules.values() for item in other.formats)
        names -= {item.name.lower() for item in formats if item.standing in ("claimed", "loose")}
    return bool(names)


def _refers(doc: Docstring, module: Module, context: Context) -> bool:
    """The docstring speaks of a format: in words under a heading, by a role, or by the name of what documents it."""
    if not doc.present:
        return False
    for section in doc.sections:
        if is_in_words(section):
            return True
        if _LIST_TITLE.fullmatch(section.title):
            names = (match["name"] for match in map(_LISTED.match, section.text.split("\n")) if match is not None)
            if any(_holds_format(name, module, context) for name in names):
                return True
    text = "\n".join(doc.lines)
    if _ROLE.search(text):
        return True
    if any(_SPOKEN.search(part) and _SPECIFICATION.search(part) for part in text.split("\n\n")):
        return True
    return any(_holds_format(match["name"], module, context) for match in _SEE.finditer(text))


def _holds_format(name: str, module: Module, context: Context) -> bool:
    """A name stands for a format, for what documents one, or for something outside the project."""
    holder, colon, plain = name.partition(":")
    if colon and holder in context.modules:
        return any(item.name == plain for item in context.modules[holder].formats)
    for candidate in (name, resolved(name, module.facts.names), f"{module.name}.{name}"):
        if candidate in context.modules and context.modules[candidate].formats:
            return True
        if any(_is_about(candidate, item.formats) for item in _around(candidate, context)):
            return True
    known = any(item.name == name for other in context.modules.values() for item in other.formats)
    return known or ("." in name and not _is_own(resolved(name, module.facts.names), context))


def _around(name: str, context: Context) -> Iterator[Module]:
    while "." in name:
        name = name.rpartition(".")[0]
        if name in context.modules:
            yield context.modules[name]


def _is_about(name: str, formats: object) -> bool:
    items = formats if isinstance(formats, tuple) else ()
    return any(item.object == name or item.object.startswith(f"{name}.") or item.declared_by == name for item in items)


def _is_own(name: str, context: Context) -> bool:
    """The name begins as modules of the project do; of others nothing can be told."""
    top = name.partition(".")[0]
    return any(other == top or other.startswith(f"{top}.") for other in context.modules)


_CODE = '''"""An example module.

It keeps the progress of a job in a file that dashboards read.

Key Components:
    - save: Writes the progress

Usage:
    import example
{format}"""

import json


def save(step: int) -> None:
    """Write the progress.

    Args:
        step: Steps done

    Side Effects:
        - Writes the file progress.json

    Example:
        save(100)
    """
    with open("progress.json", "w") as file:
        json.dump({{"step": step}}, file)
'''
_FORMAT = """
progress.json format:

{
    "step": 100  // int: Steps done
}
"""

RULES = (
    Rule(
        name="format-undocumented",
        item=Item.FILE_FORMATS,
        severity=Severity.ERROR,
        on=("module",),
        summary=(
            "A module reads or writes JSON, JSON Lines, YAML, CSV, TOML or pickle files and neither documents a format "
            "nor refers to one."
        ),
        why=(
            "A file outlives the program that wrote it, and others read it: without its format they have to guess. "
            "Files count that the code itself opens. An open file or a text that somebody hands over counts where it "
            "was opened. Files of other tools that the code or its docstring names, such as ``pyproject.toml`` or "
            "``package.json``, are documented by those, unless the project documents a format of that name."
        ),
        bad=_CODE.format(format=""),
        good=_CODE.format(format=_FORMAT),
        fix=(
            "Show the structure under a heading such as ``Status JSON Format``. Where it is documented elsewhere, say "
            "so with ``:contract:format:`` or ``see core.status``; where the caller decides it, say that under such "
            "a heading in a sentence. What is said in words only has no schema and cannot be checked."
        ),
        needs_docstring=True,
        check=_undocumented,
    ),
)
