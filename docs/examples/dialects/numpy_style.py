"""Sections with an underline, types in the docstring."""


def scale(value: float, factor: float = 2.0) -> float:
    """Scale a value.

    Parameters
    ----------
    value : float
        Value to scale, in metres
    factor : float, default 2.0
        How often it is taken

    Returns
    -------
    float
        The scaled value, in metres

    Raises
    ------
    ValueError
        If factor is negative

    Examples
    --------
    >>> scale(1.5)
    3.0
    """
    if factor < 0:
        raise ValueError("factor is negative")
    return value * factor
