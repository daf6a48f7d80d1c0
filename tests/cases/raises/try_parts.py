"""The parts of a try statement: handlers guard the block alone."""


def in_else(table: dict[str, int], key: str) -> int:
    """The handlers do not guard the else part."""
    try:
        value = table[key]
    except KeyError:
        return 0
    else:
        if value < 0:
            raise KeyError(key)  # expect: raises=KeyError; finding=exception-undocumented
    return value


def in_finally(value: int) -> int:
    """The handlers do not guard the finally part."""
    try:
        value += 1
    except ValueError:
        value = 0
    finally:
        if value < 0:
            raise ValueError(value)  # expect: raises=ValueError; finding=exception-undocumented
    return value


def in_handler(value: int) -> int:
    """The handlers do not guard each other."""
    try:
        return int(value)
    except TypeError:
        raise ValueError(value)  # expect: raises=ValueError; finding=exception-undocumented
    except ValueError:
        return 0


def only_finally(value: int) -> int:
    """Without a handler nothing is caught."""
    try:
        raise ValueError(value)  # expect: raises=ValueError; finding=exception-undocumented
    finally:
        value += 1


def guarded_else(table: dict[str, int], key: str) -> int:
    """An outer handler guards the else part."""
    try:
        try:
            value = table[key]
        except KeyError:
            return 0
        else:
            raise ValueError(value)
    except ValueError:
        return 1


def guarded_finally(value: int) -> int:
    """An outer handler guards the finally part."""
    try:
        try:
            value += 1
        finally:
            raise ValueError(value)
    except ValueError:
        return 1


def raised_and_replaced(value: int) -> int:
    """What is caught and raised anew counts as what it becomes.

    Raises:
        LookupError: If the value is not known
    """
    try:
        raise KeyError(value)
    except KeyError:
        raise LookupError(value)  # expect: raises=LookupError


def replaced_without_docs(value: int) -> int:
    """The same without documentation: one finding, for what it becomes."""
    try:
        raise KeyError(value)
    except KeyError as error:
        raise RuntimeError(value) from error  # expect: raises=RuntimeError; finding=exception-undocumented


def not_caught_and_raised(value: int) -> int:
    """Both leave the function.

    Raises:
        IndexError: If there is a value
        RuntimeError: If there is none
    """
    try:
        raise IndexError(value)  # expect: raises=IndexError
    except KeyError:
        raise RuntimeError(value)  # expect: raises=RuntimeError
