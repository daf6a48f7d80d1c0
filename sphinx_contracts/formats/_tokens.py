"""The pieces of JSON as people write it in docstrings."""

import re

__all__ = [
    "ASIDE",
    "COMMENT",
    "ELLIPSIS",
    "KEY",
    "NAME_ALONE",
    "NULL_SUFFIX",
    "PLACEHOLDER",
    "PROSE",
    "REMARK_SUFFIX",
    "SHAPE_SUFFIX",
    "SKIP",
    "SPACE",
    "TUPLE",
    "TYPE_SUFFIX",
]

NAME_ALONE = re.compile(r"[^\W\d]\w{0,60}(?=\s*[,}])")
PLACEHOLDER = re.compile(r"<([^<>\n\"':]{1,200})(?:>|(?=\n))")
SPACE = re.compile(r"\s*")
SKIP = re.compile(r"[^\S\n]+")
COMMENT = re.compile(r"(?://|#|←|<-+(?=\s))[^\S\n]*([^\n]*)|/\*(.{0,5000}?)\*/", re.DOTALL)
KEY = re.compile(
    r"(?P<key>[rbu]?\"(?:[^\"\\\n]|\\.)*\"|[rbu]?'(?:[^'\\\n]|\\.)*'|[^\W\d][\w.-]*|-?\d[\w.-]*|<[^<>\n]{1,80}>|\{[^{}\n\"':]{1,80}\}"
    r"|\[[^\[\]\n\"':]{1,80}\])(?P<mark>\?)?\s*:(?!:)"
)
ELLIPSIS = re.compile(r"(?:\"\.{3}\"|'\.{3}'|\.{3}|…|\betc\b\.?)(?P<colon>\s*:)?[^\n,}\])/#←\"'{\[]*")
NULL_SUFFIX = re.compile(r"[^\S\n]*(?:\||\bor\b|/)[^\S\n]*(?:null|None)\b")
TYPE_SUFFIX = re.compile(
    r"[^\S\n]*(?:\||\bor\b)[^\S\n]*([A-Za-z_][\w.]*(?:\[[^\]\n]{0,100}\])?)(?=[^\S\n]*(?:[,)}\]\n]|//|#|$|\|))"
)
SHAPE_SUFFIX = re.compile(r"\s*(?:\||\bor\b)\s*(?=[{\[])")
REMARK_SUFFIX = re.compile(r"[^\S\n]*\(([^()\n]{1,200})\)")
TUPLE = re.compile(
    r"\(\s*(?:[\"'\d\[({<-]|\.\.\.|(?:True|False|None|str|int|float|bool|dict|list|bytes|Any)\b|[A-Za-z_][\w.]*\s*,)"
)
PROSE = re.compile(r"[^\n\"'{}\[\]:]{1,300}")
ASIDE = re.compile(r"\||or\b|if\b|when\b|[-–—(]")
