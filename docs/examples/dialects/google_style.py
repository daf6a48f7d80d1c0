"""Sections with a colon and an indented body."""


def scale(value: float, factor: float = 2.0) -> float:
    """Scale a value.

    Args:
        value: Value to scale, in metres
        factor: How often it is taken

    Returns:
        The scaled value, in metres

    Raises:
        ValueError: If factor is negative

    Example:
        >>> scale(1.5)
        3.0
    """
    if factor < 0:
        raise ValueError("factor is negative")
    return value * factor
