"""Docs that say nothing is raised, against code that raises."""


def section_none(value: int) -> None:
    """Check.

    Raises:
        None
    """
    if value < 0:
        raise ValueError(value)  # expect: raises=ValueError; finding=raises-contradicted; may=exception-undocumented


def heading_none(value: int) -> None:
    """Check.

    Raises: None
    """
    if value < 0:
        raise ValueError(value)  # expect: raises=ValueError; finding=raises-contradicted; may=exception-undocumented


def prose(value: int) -> None:
    """Check.

    Raises:
        No exceptions are raised.
    """
    if value < 0:
        raise ValueError(value)  # expect: raises=ValueError; finding=raises-contradicted; may=exception-undocumented


def numpy_style(value: int) -> None:
    """Check.

    Raises
    ------
    None
    """
    if value < 0:
        raise ValueError(value)  # expect: raises=ValueError; finding=raises-contradicted; may=exception-undocumented


def again(text: str) -> int:
    """Raise it again.

    Raises:
        None
    """
    try:
        return int(text)
    except ValueError:
        raise  # expect: raises=ValueError; finding=raises-contradicted; may=exception-undocumented


def caught(value: int) -> int:
    """Raise and catch.

    Raises:
        None
    """
    try:
        raise ValueError(value)
    except ValueError:
        return 0


def nothing(value: int) -> int:
    """Double.

    Raises:
        None
    """
    return 2 * value


def unknown(text: str) -> object:
    """Raise again what cannot be told.

    Raises:
        None
    """
    try:
        return int(text)
    except Exception:
        raise  # expect: raises=?


def _check(value: int) -> None:
    if value < 0:
        raise ValueError(value)


def through_a_call(value: int) -> None:  # expect: raises-via=ValueError(_check); finding=exception-propagated
    """Check: what comes through a call is at most a note.

    Raises:
        None
    """
    _check(value)


def _private(value: int) -> None:
    """Check.

    Raises:
        None
    """
    raise ValueError(value)
