"""Docstrings begin with a summary."""


#! only_sections
def only_sections(x: int) -> None:
    """
    Args:
        x: A number
    """


#! only_fields
def only_fields(x: int) -> None:
    """
    :param x: A number
    """


def summary(x: int) -> None:
    """Count.

    Args:
        x: A number
    """


def undocumented(x: int) -> None:
    pass


class Place:
    """A place."""

    def __init__(self, x: int) -> None:
        """
        Args:
            x: The column
        """
