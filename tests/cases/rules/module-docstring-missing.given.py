from texts import TEXT

__doc__ = TEXT.format("data")


def read():
    pass
