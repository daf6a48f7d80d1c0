"""A documented exception comes with its condition."""


def bare() -> None:
    """Count.

    Raises:
        #! bare
        ValueError
    """


def colon() -> None:
    """Count.

    Raises:
        #! colon
        ValueError:
        TypeError: If it is no number
    """


def several() -> None:
    """Count.

    Raises:
        #! several
        #! several
        ValueError, TypeError
    """


def together() -> None:
    """Count.

    Raises:
        ValueError, TypeError: If it is no number
    """


def next_line() -> None:
    """Count.

    Raises:
        ValueError:
            If it is no number
    """


def without_colon() -> None:
    """Count.

    Raises:
        ValueError if it is no number
    """


def numpy() -> None:
    """Count.

    Raises
    ------
    #! numpy
    ValueError
    TypeError
        If it is no number
    """


def rest() -> None:
    """Count.

    #! rest
    :raises ValueError:
    :raises TypeError: if it is no number
    """


def prose() -> None:
    """Count.

    Raises:
        No exceptions are raised
    """


def none() -> None:
    """Count.

    Raises:
        None
    """


class Place:
    """A place.

    Raises:
        #! Place.__init__
        ValueError
    """

    def __init__(self) -> None:
        """Start."""

    def run(self) -> None:
        """Run.

        Raises:
            ValueError: If it stands
        """


class Child(Place):
    """A child."""

    def run(self) -> None:
        """Run.

        Raises:
            ValueError
        """
