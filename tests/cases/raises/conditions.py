"""An exception without a condition tells half of the contract."""


def bare_name(value: int) -> None:
    """Check.

    Raises:
        ValueError
    """  # expect: finding=exception-condition-missing at ValueError
    raise ValueError(value)  # expect: raises=ValueError


def colon(value: int) -> None:
    """Check.

    Raises:
        ValueError:
    """  # expect: finding=exception-condition-missing at ValueError
    raise ValueError(value)  # expect: raises=ValueError


def backticks(value: int) -> None:
    """Check.

    Raises:
        `ValueError`
    """  # expect: finding=exception-condition-missing at ValueError
    raise ValueError(value)  # expect: raises=ValueError


def numpy_style(value: int) -> None:
    """Check.

    Raises
    ------
    ValueError
    """  # expect: finding=exception-condition-missing at ValueError
    raise ValueError(value)  # expect: raises=ValueError


def rest_style(value: int) -> None:
    """Check.

    :param value: The value
    :raises ValueError:
    """  # expect: finding=exception-condition-missing at :raises
    raise ValueError(value)  # expect: raises=ValueError


def one_of_two(value: int) -> None:
    """Check.

    Raises:
        KeyError: If the value is odd
        IndexError:
    """  # expect: finding=exception-condition-missing at IndexError
    if value % 2:
        raise KeyError(value)  # expect: raises=KeyError
    raise IndexError(value)  # expect: raises=IndexError


def with_condition(value: int) -> None:
    """Check.

    Raises:
        ValueError: If there is a value
    """
    raise ValueError(value)  # expect: raises=ValueError


def condition_without_colon(value: int) -> None:
    """Check.

    Raises:
        ValueError if there is a value
    """
    raise ValueError(value)  # expect: raises=ValueError


def condition_on_the_next_line(value: int) -> None:
    """Check.

    Raises:
        ValueError:
            If there is a value
    """
    raise ValueError(value)  # expect: raises=ValueError


def _private(value: int) -> None:
    """Check.

    Raises:
        ValueError
    """
    raise ValueError(value)
