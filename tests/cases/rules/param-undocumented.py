"""Each parameter is described in Args, or for a constructor in its class.

Key Components: below
"""


#! nothing_said
#! nothing_said
def nothing_said(first: int, second: int) -> None:
    """Do something."""


def one_left_out(
    first: int,
    #! one_left_out
    second: int,
) -> None:
    """Do something.

    Args:
        first: The first
    """


#! named_only
def named_only(first: int) -> None:
    """Do something.

    Args:
        first:
    """


def text_below(first: int) -> None:
    """Do something.

    Args:
        first:
            The first
    """


def fields_only(config: dict[str, int]) -> None:
    """Do something.

    Args:
        config:
            - rate: int (steps in a second)
    """


def numpy_type_tells(graph: object, n: int) -> None:
    """Do something.

    Parameters
    ----------
    graph : NetworkX graph
    n : int
        How many
    """


#! stars
#! stars
def stars(*args: int, **kwargs: int) -> None:
    """Do something."""


def stars_written_bare(*args: int, **kwargs: int) -> None:
    """Do something.

    Args:
        args: The numbers
        kwargs: More numbers
    """


def stars_written_out(*args: int, **kwargs: int) -> None:
    """Do something.

    Args:
        *args: The numbers
        **kwargs: More numbers
    """


def stars_in_one_entry(*args: int, **kwargs: int) -> None:
    """Do something.

    Args:
        *args, **kwargs: Passed on
    """


def names_that_kwargs_takes(**kwargs: int) -> None:
    """Do something.

    Args:
        rate: Steps in a second
    """


def several_in_one_entry(x: int, y: int) -> None:
    """Do something.

    Args:
        x, y: The place
    """


def rest(x: int, y: int) -> None:
    """Do something.

    :param x: The column
    :param int y: The row
    """


def underscore(_ignored: int, _: int) -> None:
    """Do something."""


def undocumented_altogether(x: int) -> None:
    pass


class InClass:
    """A place.

    Args:
        x: The column
    """

    #! InClass.__init__
    def __init__(self, x: int, y: int) -> None:
        self._place = x, y


class InConstructor:
    """A place."""

    def __init__(self, x: int) -> None:
        """Make a place.

        Args:
            x: The column
        """


class Undocumented:
    def __init__(self, x: int) -> None:
        pass


class Base:
    """A base."""

    def run(self, x: int) -> None:
        """Run.

        Args:
            x: The speed
        """

    @property
    def speed(self) -> int:
        """How fast it is."""
        return 1

    @speed.setter
    def speed(self, value: int) -> None:
        pass

    def __call__(self, x: int) -> None:
        """Run.

        Args:
            x: The speed
        """

    def __getitem__(self, index: int) -> int:
        """Look something up."""
        return index


class Child(Base):
    """A child."""

    def run(self, x: int) -> None:
        """Run faster."""

    #! Child.stop
    def stop(self, x: int) -> None:
        """Stop."""
