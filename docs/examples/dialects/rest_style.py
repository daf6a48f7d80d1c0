"""Fields as reST knows them, an example under a heading."""


def scale(value: float, factor: float = 2.0) -> float:
    """Scale a value.

    Example:
        >>> scale(1.5)
        3.0

    :param value: Value to scale, in metres
    :param factor: How often it is taken
    :returns: The scaled value, in metres
    :rtype: float
    :raises ValueError: If factor is negative
    """
    if factor < 0:
        raise ValueError("factor is negative")
    return value * factor
