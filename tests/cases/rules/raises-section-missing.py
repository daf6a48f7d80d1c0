"""The letter of the standard: a Raises section on every callable."""


#! plain
def plain() -> None:
    """Count."""


def none() -> None:
    """Count.

    Raises:
        None
    """


def undocumented() -> None:
    pass


class Place:
    """A place."""

    def __init__(self) -> None:
        """Start."""

    @property
    def speed(self) -> int:
        """The speed."""
        return 1

    #! Place.run
    def run(self) -> None:
        """Run."""
