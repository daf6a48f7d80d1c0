"""A docstring with places that a decorator fills may describe attributes that stand nowhere in the source."""

from docs import fill_doc


@fill_doc
class Reader:
    """Reads.

    Attributes
    ----------
    %(info)s
    """

    def __init__(self) -> None:
        self.info = 1


class Plain:
    """Reads %(name)s."""

    def __init__(self) -> None:
        #! Plain.info
        self.info = 1
