"""Texts of small modules that keep the standard; part of ``capabilities``.

Key Components:
    - HEAD: the docstring of each, with NAME and SLUG in the places of names
    - TOTAL, CHECKED, SAVED, NOTED, ORDER, SHOP, REPORT: the code below it

Usage:
    from benchmarks._capability_modules import HEAD, TOTAL

    text = HEAD + TOTAL
"""

__all__ = ["CHECKED", "HEAD", "NOTED", "ORDER", "REPORT", "SAVED", "SHOP", "TOTAL"]

HEAD = '''\
"""Orders of a shop.

It holds what a shop has to know of orders.

Key Components:
    - NAME: what it is about

Usage:
    from core.SLUG import NAME
"""
'''
TOTAL = '''

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
CHECKED = '''

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
SAVED = '''
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
NOTED = '''
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
ORDER = '''
from dataclasses import dataclass


@dataclass
class Order:
    """What somebody has ordered."""

    number: int  # counted from 1
    price: int = 0  # in cents
'''
SHOP = '''

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
REPORT = '''
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
