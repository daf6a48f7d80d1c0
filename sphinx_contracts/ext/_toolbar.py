"""What readers filter the index of modules with: controls that the script of the index brings to life.

The controls are part of the page, so their words are in the language of the project; without the script they stay
hidden and the table is a plain table.
"""

import html
from collections.abc import Iterable

from sphinx_contracts.ext._labels import shown
from sphinx_contracts.model.blocks import Table
from sphinx_contracts.model.finding import CHECKLIST
from sphinx_contracts.model.label import Label
from sphinx_contracts.model.rows import EffectCategory

__all__ = ["toolbar"]

_SCORES = (
    ("below-5", Label("below {score}", score=5)),
    ("below-7", Label("below {score}", score=7)),
    ("below-9", Label("below {score}", score=9)),
    ("below-10", Label("below {score}", score=10)),
    ("from-9", Label("{score} and more", score=9)),
    ("from-10", Label("{score} and more", score=10)),
)
_ANY = Label("any")
# the tool that collects messages does not look into strings
_FOLD, _FILTER, _TREE, _RESET = Label("Modules in"), Label("Filter modules"), Label("Package tree"), Label("Show all")


def toolbar(table: Table) -> str:
    """The controls above a table whose columns have names, with the choices that its rows offer."""
    offered = {name: set[str]() for name in ("phase", "missing", "effect", "raises")}
    for row in table.rows:
        for name, value in row.data:
            if name in offered and value:
                offered[name].update([value] if name == "phase" else value.split())
    phases = dict.fromkeys(value for row in table.rows for name, value in row.data if name == "phase" and value)
    effects = [item.value for item in EffectCategory if item.value in offered["effect"]]
    controls = (
        _input("words", Label("Name or summary")),
        _select("phase", Label("Phase"), ((name, name) for name in phases)),
        _select("score", Label("Score"), _SCORES),
        _select("missing", Label("Missing"), ((i, text) for i, text in CHECKLIST.items() if i in offered["missing"])),
        _select("effect", Label("Effect"), ((name, name) for name in effects)),
        _select("raises", Label("Raises"), ((name, name) for name in sorted(offered["raises"]))),
    )
    counted = shown(Label("{shown} of {all} modules", shown="{shown}", all="{all}"))
    words = f'data-count="{html.escape(counted)}" data-fold="{_text(_FOLD)}"'
    return (
        f'<form class="contract-filter" role="search" aria-label="{_text(_FILTER)}" hidden {words}>'
        f"{''.join(controls)}"
        f'<label class="contract-check"><input type="checkbox" name="tree" value="1"> {_text(_TREE)}'
        f'</label><button type="reset">{_text(_RESET)}</button>'
        '<output role="status" aria-live="polite"></output></form>\n'
    )


def _text(label: str) -> str:
    return html.escape(shown(label))


def _select(name: str, label: Label, options: Iterable[tuple[str, str]]) -> str:
    """A choice; nothing where there is nothing to choose from."""
    written = "".join(_option(value, text) for value, text in options)
    if not written:
        return ""
    return f'<label>{_text(label)} <select name="{name}">{_option("", _ANY)}{written}</select></label>'


def _option(value: str, text: str) -> str:
    return f'<option value="{html.escape(value)}">{_text(text)}</option>'


def _input(name: str, label: Label) -> str:
    return f'<label>{_text(label)} <input type="search" name="{name}" autocomplete="off" spellcheck="false"></label>'
