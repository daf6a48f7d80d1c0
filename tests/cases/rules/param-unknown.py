"""A documented parameter is one of the signature."""


def renamed(path: str) -> None:
    """Do something.

    Args:
        path: The file
        #! renamed
        pth: The file
    """


def takes_more(path: str, **options: int) -> None:
    """Do something.

    Args:
        path: The file
        timeout: Seconds to wait
    """


def takes_many(*paths: str) -> None:
    """Do something.

    Args:
        first: The first file
    """


def remark(path: str) -> None:
    """Do something.

    Args:
        path: The file
        Note: it must exist
    """


def names_itself(self: object, path: str) -> None:
    """Do something.

    Args:
        self: The owner
        path: The file
    """


def rest(path: str) -> None:
    """Do something.

    :param path: The file
    #! rest
    :param mode: The mode
    """


def numpy(path: str) -> None:
    """Do something.

    Parameters
    ----------
    path : str
        The file
    #! numpy
    mode : str
        The mode
    """


class Place:
    """A place.

    Args:
        x: The column
        #! Place.__init__
        y: The row
    """

    def __init__(self, x: int) -> None:
        self._x = x


class Inherits(Place):
    """A place in space.

    Args:
        z: The height
    """
