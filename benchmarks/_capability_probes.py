"""Small modules that keep the standard, and the one thing that each of them then breaks; part of ``capabilities``.

Key Components:
    - Probe: a module without and with a fault
    - PROBES: all of them, in the order of the standard
    - package: writes them as a package

Usage:
    from benchmarks._capability_probes import PROBES
"""

from dataclasses import dataclass
from pathlib import Path

__all__ = ["PROBES", "Probe", "package"]

_HEAD = '''\
"""Orders of a shop.

It holds what a shop has to know of orders.

Key Components:
    - NAME: what it is about

Usage:
    from core.SLUG import NAME
"""
'''
_TOTAL = '''

def total(prices: list[int], discount: int = 0) -> int:
    """Sum up an order.

    Args:
        prices: What each thing costs, in cents
        discount: What is taken off, in cents

    Returns:
        int: The sum, in cents

    Examples:
        total([100, 250], discount=50)
    """
    return sum(prices) - discount
'''
_CHECKED = '''

def _positive(number: int) -> None:
    if number < 0:
        raise OverflowError("too small")


def checked(price: int) -> int:
    """Check a price.

    Args:
        price: The price, in cents

    Returns:
        int: The price, in cents

    Raises:
        ValueError: If the price is zero
        OverflowError: If the price is below zero

    Examples:
        checked(100)
    """
    if price == 0:
        raise ValueError("nothing is for free")
    _positive(price)
    return price
'''
_SAVED = '''
from pathlib import Path


def _note(path: Path) -> None:
    path.write_text("noted", encoding="utf-8")


def saved(path: Path, text: str) -> None:
    """Save an order.

    Args:
        path: The file
        text: What is ordered

    Side Effects:
        - Writes the file

    Examples:
        saved(Path("order.txt"), "tea")
    """
    path.write_text(text, encoding="utf-8")
'''
_NOTED = '''
from pathlib import Path


def _note(path: Path) -> None:
    path.write_text("noted", encoding="utf-8")


def noted(path: Path) -> None:
    """Note an order.

    Args:
        path: The file

    Side Effects:
        - Writes the file

    Examples:
        noted(Path("order.txt"))
    """
    _note(path)
'''
_ORDER = '''
from dataclasses import dataclass


@dataclass
class Order:
    """What somebody has ordered."""

    number: int  # counted from 1
    price: int = 0  # in cents
'''
_SHOP = '''

class Shop:
    """A shop that takes orders.

    Responsibilities:
        - Takes orders

    Attributes:
        sum: What they cost, in cents

    Examples:
        Shop(3)
    """

    def __init__(self, orders: int) -> None:
        """Open the shop.

        Args:
            orders: How many orders there are already
        """
        self.sum = 100 * orders
'''
_REPORT = '''
import json
from pathlib import Path


def report(path: Path, orders: int) -> None:
    """Write the report of a day.

    Args:
        path: The file
        orders: How many orders there were

    Side Effects:
        - Writes the file

    Examples:
        report(Path("report.json"), 3)

    Report JSON Format:
        The file report.json:

        {
            "orders": 3,      // int: How many orders there were
            "currency": "EUR"  // str: Code of the currency
        }
    """
    path.write_text(json.dumps({"orders": orders, "currency": "EUR"}))
'''


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
        text = _HEAD + self.good
        if text.count(self.old) != 1:
            raise ValueError(f"{self.title}: the module holds {self.old!r} {text.count(self.old)} times")
        text = text.replace(self.old, self.new) if faulty else text
        return text.replace("NAME", self.name).replace("SLUG", self.slug)


_FORMAT = _REPORT[_REPORT.index("\n    Report JSON Format") : _REPORT.rindex('    """')]
PROBES = (
    Probe("a parameter has no type", "total", _TOTAL, "prices: list[int]", "prices"),
    Probe("a result has no type", "total", _TOTAL, " -> int:", ":"),
    Probe(
        "a parameter is None by default and not Optional", "total", _TOTAL, "discount: int = 0", "discount: int = None"
    ),
    Probe("a module has no docstring", "total", _TOTAL, _HEAD),
    Probe("a module's docstring shows no usage", "total", _TOTAL, "\nUsage:\n    from core.SLUG import NAME\n"),
    Probe(
        "a module's docstring lists no components", "total", _TOTAL, "Key Components:\n    - NAME: what it is about\n\n"
    ),
    Probe("a class has no docstring", "Shop", _SHOP, _SHOP[_SHOP.index('    """A') : _SHOP.index("    def")]),
    Probe("a class lists no responsibilities", "Shop", _SHOP, "    Responsibilities:\n        - Takes orders\n\n"),
    Probe(
        "an attribute is not documented", "Shop", _SHOP, "    Attributes:\n        sum: What they cost, in cents\n\n"
    ),
    Probe("a function has no docstring", "total", _TOTAL, _TOTAL[_TOTAL.index('    """') : _TOTAL.index("    return")]),
    Probe("a parameter is not described", "total", _TOTAL, "        discount: What is taken off, in cents\n"),
    Probe("a parameter is described that is not there", "total", _TOTAL, "        discount: W", "        rebate: W"),
    Probe("a result is not described", "total", _TOTAL, "    Returns:\n        int: The sum, in cents\n\n"),
    Probe("the docstring gives another type than the code", "total", _TOTAL, "int: The sum", "str: The sum"),
    Probe("a function has no example", "total", _TOTAL, "    Examples:\n        total([100, 250], discount=50)\n"),
    Probe(
        "an example is no Python", "total", _TOTAL, "total([100, 250], discount=50)", "total([100, 250, discount=50)"
    ),
    Probe(
        "an exception is raised that nothing documents",
        "checked",
        _CHECKED,
        "        ValueError: If the price is zero\n",
    ),
    Probe(
        "an exception is documented without its condition",
        "checked",
        _CHECKED,
        "ValueError: If the price is zero",
        "ValueError:",
    ),
    Probe(
        "exceptions are raised and there is no Raises section",
        "checked",
        _CHECKED,
        _CHECKED[_CHECKED.index("    Raises:") : _CHECKED.index("    Examples:")],
    ),
    Probe(
        "a private helper raises what nothing documents",
        "checked",
        _CHECKED,
        "        OverflowError: If the price is below zero\n",
    ),
    Probe("a file is written and nothing says so", "saved", _SAVED, "    Side Effects:\n        - Writes the file\n\n"),
    Probe(
        "a file is written though the docstring denies it",
        "saved",
        _SAVED,
        "        - Writes the file\n",
        "        None\n",
    ),
    Probe(
        "a private helper writes a file and nothing says so",
        "noted",
        _NOTED,
        "    Side Effects:\n        - Writes the file\n\n",
    ),
    Probe("a field of a dataclass has no comment", "Order", _ORDER, "  # in cents"),
    Probe("JSON is written and its format is not documented", "report", _REPORT, _FORMAT),
    Probe(
        "the code writes a key that the format lacks",
        "report",
        _REPORT,
        '"currency": "EUR"})',
        '"currency": "EUR", "day": 1})',
    ),
    # what the standard does not ask for
    Probe(
        "the code returns another type than it says",
        "total",
        _TOTAL,
        "return sum(prices) - discount",
        "return str(sum(prices) - discount)",
    ),
    Probe("a summary does not end in a full stop", "total", _TOTAL, "Sum up an order.", "Sum up an order"),
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
