"""What is put into a docstring afterwards may be any section."""


def completed() -> int:
    """Count {}."""
    return 1


completed.__doc__ += "Returns: the count"


#! left
def left() -> int:
    """Count."""
    return 1
