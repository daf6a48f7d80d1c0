"""Invoices of customers.

An invoice is closed once, and its goods leave with it.

Key Components:
    - close: closes an invoice

Usage:
    from billing.invoice import close
"""

from pathlib import Path

from shipping.parcel import dispatch


def close(number: int, labels: Path) -> None:
    """Close an invoice and send its goods.

    Args:
        number: Number of the invoice, from 1
        labels: Folder of the labels

    Raises:
        ValueError: If the number is below 1

    Example:
        close(17, Path("labels"))
    """
    if number < 1:
        raise ValueError("invoices are counted from 1")
    dispatch(labels / f"{number}.txt")
