"""Python source as HTML with the classes of Pygments, in one pass of one expression.

Source pages hold every line of a code base; Pygments would take longer for them than everything else together.
"""

import html
import keyword
import re

__all__ = ["highlighted_lines"]

_CONSTANTS = ("False", "None", "True")
_KEYWORDS = "|".join(word for word in keyword.kwlist if word not in (*_CONSTANTS, "def", "class"))
_TOKEN = re.compile(
    r"(?P<c1>\#[^\n]*)"
    r"|(?P<s>(?<!\w)[rRbBfFuU]{0,2}(?:"
    r'"""[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*(?:"""|\Z)'
    r"|'''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*(?:'''|\Z)"
    r'|"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
    r"|'[^'\\\n]*(?:\\.[^'\\\n]*)*'))"
    rf"|\b(?P<k>{_KEYWORDS})\b"
    rf"|\b(?P<kc>{'|'.join(_CONSTANTS)})\b"
    r"|\b(?P<def>def|class)(?P<space>[ \t]+)(?P<name>\w+)"
    r"|(?P<nd>(?<=\n)[ \t]*@[\w.]+)"
    r"|\b(?P<mi>\d[\w.]*)",
    re.DOTALL,
)


def highlighted_lines(source: str) -> list[str]:
    """The lines of a source text as HTML; no element goes over the end of a line."""
    found: list[str] = []
    done = 0
    for match in _TOKEN.finditer(source):
        found.append(html.escape(source[done : match.start()], quote=False))
        name = match["name"]
        if name is not None:
            found.append(f'<span class="k">{match["def"]}</span>{match["space"]}')
            found.append(f'<span class="{"nf" if match["def"] == "def" else "nc"}">{name}</span>')
        else:
            style, text = str(match.lastgroup), html.escape(match[0], quote=False)
            found.append("\n".join(f'<span class="{style}">{line}</span>' if line else "" for line in text.split("\n")))
        done = match.end()
    found.append(html.escape(source[done:], quote=False))
    return "".join(found).split("\n")
