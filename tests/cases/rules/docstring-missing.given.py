"""A statement may give a docstring afterwards."""

TEXT = "Read {}."


def given():
    pass


given.__doc__ = TEXT.format("data")


def given_if_possible():
    pass


if given.__doc__:
    given_if_possible.__doc__ = given.__doc__


#! kept
def kept():
    pass


kept.__name__ = "Kept"


class Reader:
    """Reads."""

    def read(self):
        pass

    read.__doc__ = TEXT

    def close(self):
        pass

    #! Reader.open
    def open(self):
        pass


Reader.close.__doc__ = TEXT
