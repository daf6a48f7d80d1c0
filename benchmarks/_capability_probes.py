"""The faults that the standard speaks of, each in a small module of its own; part of ``capabilities``.

Key Components:
    - Probe: a module without and with a fault
    - PROBES: all of them, in the order of the standard
    - package: writes them as a package

Usage:
    from benchmarks._capability_probes import PROBES
"""

from dataclasses import dataclass
from pathlib import Path

from benchmarks._capability_modules import CHECKED, HEAD, NOTED, ORDER, REPORT, SAVED, SHOP, TOTAL

__all__ = ["PROBES", "Probe", "package"]


@dataclass(frozen=True, slots=True)
class Probe:
    """A module without and with a fault."""

    title: str  # the fault, as the table names it
    name: str  # the object that the module is about
    good: str  # the module's code without its docstring
    old: str  # what the fault takes away
    new: str = ""  # what stands there instead

    @property
    def slug(self) -> str:
        """The module's name: no other module's name holds it."""
        return f"probe_{PROBES.index(self):02}"

    def module(self, *, faulty: bool) -> str:
        """The module's text, without or with the fault."""
        text = HEAD + self.good
        if text.count(self.old) != 1:
            raise ValueError(f"{self.title}: the module holds {self.old!r} {text.count(self.old)} times")
        text = text.replace(self.old, self.new) if faulty else text
        return text.replace("NAME", self.name).replace("SLUG", self.slug)


_FORMAT = REPORT[REPORT.index("\n    Report JSON Format") : REPORT.rindex('    """')]
PROBES = (
    Probe("a parameter has no type", "total", TOTAL, "prices: list[int]", "prices"),
    Probe("a result has no type", "total", TOTAL, " -> int:", ":"),
    Probe(
        "a parameter is None by default and not Optional", "total", TOTAL, "discount: int = 0", "discount: int = None"
    ),
    Probe("a module has no docstring", "total", TOTAL, HEAD),
    Probe("a module's docstring shows no usage", "total", TOTAL, "\nUsage:\n    from core.SLUG import NAME\n"),
    Probe(
        "a module's docstring lists no components", "total", TOTAL, "Key Components:\n    - NAME: what it is about\n\n"
    ),
    Probe("a class has no docstring", "Shop", SHOP, SHOP[SHOP.index('    """A') : SHOP.index("    def")]),
    Probe("a class lists no responsibilities", "Shop", SHOP, "    Responsibilities:\n        - Takes orders\n\n"),
    Probe("an attribute is not documented", "Shop", SHOP, "    Attributes:\n        sum: What they cost, in cents\n\n"),
    Probe("a function has no docstring", "total", TOTAL, TOTAL[TOTAL.index('    """') : TOTAL.index("    return")]),
    Probe("a parameter is not described", "total", TOTAL, "        discount: What is taken off, in cents\n"),
    Probe("a parameter is described that is not there", "total", TOTAL, "        discount: W", "        rebate: W"),
    Probe("a result is not described", "total", TOTAL, "    Returns:\n        int: The sum, in cents\n\n"),
    Probe("the docstring gives another type than the code", "total", TOTAL, "int: The sum", "str: The sum"),
    Probe("a function has no example", "total", TOTAL, "    Examples:\n        total([100, 250], discount=50)\n"),
    Probe("an example is no Python", "total", TOTAL, "total([100, 250], discount=50)", "total([100, 250, discount=50)"),
    Probe(
        "an exception is raised that nothing documents",
        "checked",
        CHECKED,
        "        ValueError: If the price is zero\n",
    ),
    Probe(
        "an exception is documented without its condition",
        "checked",
        CHECKED,
        "ValueError: If the price is zero",
        "ValueError:",
    ),
    Probe(
        "exceptions are raised and there is no Raises section",
        "checked",
        CHECKED,
        CHECKED[CHECKED.index("    Raises:") : CHECKED.index("    Examples:")],
    ),
    Probe(
        "a private helper raises what nothing documents",
        "checked",
        CHECKED,
        "        OverflowError: If the price is below zero\n",
    ),
    Probe("a file is written and nothing says so", "saved", SAVED, "    Side Effects:\n        - Writes the file\n\n"),
    Probe(
        "a file is written though the docstring denies it",
        "saved",
        SAVED,
        "        - Writes the file\n",
        "        None\n",
    ),
    Probe(
        "a private helper writes a file and nothing says so",
        "noted",
        NOTED,
        "    Side Effects:\n        - Writes the file\n\n",
    ),
    Probe("a field of a dataclass has no comment", "Order", ORDER, "  # in cents"),
    Probe("JSON is written and its format is not documented", "report", REPORT, _FORMAT),
    Probe(
        "the code writes a key that the format lacks",
        "report",
        REPORT,
        '"currency": "EUR"})',
        '"currency": "EUR", "day": 1})',
    ),
    # what the standard does not ask for
    Probe(
        "the code returns another type than it says",
        "total",
        TOTAL,
        "return sum(prices) - discount",
        "return str(sum(prices) - discount)",
    ),
    Probe("a summary does not end in a full stop", "total", TOTAL, "Sum up an order.", "Sum up an order"),
)


def package(folder: Path, *, faulty: bool) -> Path:
    """Write all probes as modules of a package.

    Args:
        folder: A folder that does not hold the package yet
        faulty: Whether each has its fault

    Returns:
        The folder of the package

    Side Effects:
        - Writes the package

    Example:
        package(Path("bad"), faulty=True)
    """
    core = folder / "core"
    core.mkdir(parents=True)
    (core / "__init__.py").write_text('"""The core.\n\nIt holds modules.\n"""\n', encoding="utf-8")
    for probe in PROBES:
        (core / f"{probe.slug}.py").write_text(probe.module(faulty=faulty), encoding="utf-8")
    return core
