"""Docstrings that grow: each family makes its n-th member, to show that reading takes linear time.

Run as a script it prints, for each family, the time of two sizes and their ratio.

Usage:
    python -m tests.docstrings.families
"""

from collections.abc import Callable
from functools import partial

from sphinx_contracts.docstrings.examples import examples_of
from sphinx_contracts.docstrings.reader import parse_docstring
from sphinx_contracts.model.docstring import SectionKind
from tests.growth import seconds

FAMILIES: dict[str, Callable[[int], str]] = {
    "open brackets": lambda n: "(" * n,
    "open brackets in an entry": lambda n: "Sum.\n\nArgs:\n    x " + "(" * n,
    "open brackets on lines": lambda n: "Sum.\n\nArgs:\n" + "    x (int\n" * (n // 10),
    "open braces": lambda n: "Sum.\n\nParameters\n----------\nx : " + "{" * n,
    "backticks": lambda n: "`" * n,
    "backticks in a type": lambda n: "Sum.\n\nArgs:\n    x (" + "`a` " * (n // 4) + "): y",
    "backticks in Returns": lambda n: "Sum.\n\nReturns:\n    " + "`" * n,
    "colons": lambda n: ":" * n,
    "colons in a field": lambda n: ":param " + "a:b" * (n // 3),
    "field without an end": lambda n: ":param " + "x `" * (n // 3),
    "equals signs and a letter": lambda n: "=" * n + "x",
    "hyphens": lambda n: "-" * n,
    "stars": lambda n: "*" * n + "x",
    "bold": lambda n: "**" + "a" * n,
    "hash signs": lambda n: "#" * n + " x",
    "blanks in a line": lambda n: "a" + " " * n + "b",
    "blanks in an entry": lambda n: "Sum.\n\nArgs:\n    x" + " " * n + "y",
    "blanks in a type": lambda n: "Sum.\n\nArgs:\n    x (a" + " " * n + "b): y",
    "blanks behind a comma": lambda n: "Sum.\n\nArgs:\n    x," + " " * n + "!",
    "blanks in Raises": lambda n: "Sum.\n\nRaises:\n    ValueError," + " " * n + "!",
    "blanks in a tuple": lambda n: "Sum.\n\nReturns:\n    (a," + " " * n + "!",
    "blank lines": lambda n: "Sum.\n" + "\n" * n + "x",
    "blank lines below headings": lambda n: "Args:\n" + "\n" * n + "Returns:\n" * 10,
    "one line": lambda n: "a" * n,
    "one line of words": lambda n: "word " * (n // 5),
    "one line of names": lambda n: "Sum.\n\nArgs:\n    " + "x, " * (n // 3) + "y: z",
    "one line of exceptions": lambda n: "Sum.\n\nRaises:\n    " + "A or " * (n // 5) + "B: z",
    "sentences": lambda n: "e.g. " * (n // 5),
    "sentences in brackets": lambda n: "( a. " * (n // 5),
    "sections": lambda n: "Sum.\n\n" + "Args:\n    x: y\n\n" * (n // 16),
    "underlined sections": lambda n: "Sum.\n\n" + "Returns\n-------\nint\n    x\n\n" * (n // 28),
    "unknown sections": lambda n: "Sum.\n\n" + "Some Title:\n    x\n\n" * (n // 20),
    "lone headings": lambda n: "Example:\n\n" * (n // 10),
    "lone headings above prose": lambda n: "Usage (x):\n\nprose\n\n" * (n // 20),
    "flat headings": lambda n: "Usage:\nrun()\n" * (n // 13),
    "bullets": lambda n: "Sum.\n\nSide Effects:\n" + "    - Writes\n" * (n // 13),
    "flat bullets": lambda n: "Sum.\n\nProvides:\n" + "- A: b\n" * (n // 7),
    "bullets in Returns": lambda n: "Sum.\n\nReturns:\n    Dict with:\n" + "    - a: int (b)\n" * (n // 19),
    "bullets in Args": lambda n: "Sum.\n\nArgs:\n    x: containing:\n" + "        - a: int (b)\n" * (n // 22),
    "entries": lambda n: "Sum.\n\nArgs:\n" + "    x (int): y\n" * (n // 15),
    "entries without colons": lambda n: "Sum.\n\nArgs:\n    x: y\n" + "    more\n" * (n // 9),
    "NumPy entries": lambda n: "Sum.\n\nParameters\n----------\n" + "x : int\n    y\n" * (n // 14),
    "fields": lambda n: "Sum.\n\n" + ":param x: y\n" * (n // 12),
    "fields of raises": lambda n: "Sum.\n\n" + ":raises: ValueError if x\n" * (n // 25),
    "deep nesting": lambda n: (
        "Sum.\n\nArgs:\n" + "".join(f"{' ' * depth}x:\n" for depth in range(1, int((2 * n) ** 0.5)))
    ),
    "deep nesting up and down": lambda n: "Sum.\n\n" + "  Args:\n    x\n a:\n" * (n // 17),
    "open fences": lambda n: "```x\n~~~y\n" * (n // 10),
    "fences": lambda n: "```\nx\n```\n" * (n // 10),
    "doctests": lambda n: "Examples:\n    >>> f()\n    1\n\n    text\n" * (n // 35),
    "escapes": lambda n: "\\n" * (n // 2),
    "quotes": lambda n: "'" * n,
    "unions": lambda n: "Sum.\n\nReturns:\n    a" + "|a[]" * (n // 4) + "!",
    "or": lambda n: "Sum.\n\nReturns:\n    int" + " or int" * (n // 7) + "!: x",
    "of": lambda n: "Sum.\n\nReturns:\n    " + "list of " * (n // 8) + "!: x",
    "tabs": lambda n: "\t" * n + "x",
    "carriage returns": lambda n: "a\r" * (n // 2),
    "form feeds": lambda n: "\f" * n + "x",
}


def read(text: str) -> None:
    """Read a docstring and its examples as the analysis does, from a literal with escapes."""
    literal = '"""' + text.replace("\\", "\\\\").replace('"', '\\"') + '"""'
    doc = parse_docstring(text, literal, 1, text.count("\n") + 1)
    for section in doc.sections:
        if section.kind is SectionKind.EXAMPLES:
            examples_of(section)


def main() -> None:
    """Print times and ratios."""
    for name, family in FAMILIES.items():
        small, large = (seconds(partial(read, family(size))) for size in (50_000, 100_000))
        print(f"{name:30} {small * 1000:8.1f} ms {large * 1000:8.1f} ms  x {large / small:.2f}", flush=True)


if __name__ == "__main__":
    main()
