"""Args lists parameters in the order of the signature."""


def swapped(first: int, second: int, third: int) -> None:
    """Do something.

    Args:
        first: The first
        #! swapped
        third: The third
        second: The second
    """


def gap(first: int, second: int, third: int) -> None:
    """Do something.

    Args:
        first: The first
        third: The third
    """


def stranger(first: int, second: int) -> None:
    """Do something.

    Args:
        zero: Not there
        first: The first
        second: The second
    """


def in_order(first: int, *args: int, second: int, **kwargs: int) -> None:
    """Do something.

    Args:
        first: The first
        *args: The others
        second: The second
        **kwargs: More
    """
