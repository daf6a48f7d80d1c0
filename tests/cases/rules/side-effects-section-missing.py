"""The letter of the standard: a Side Effects section on every callable."""


#! plain
def plain() -> None:
    """Count."""


def none() -> None:
    """Count.

    Side Effects:
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
