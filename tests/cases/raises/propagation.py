"""Through calls: what a function of the project raises, its callers raise; at most a note."""

import contextlib
from collections.abc import Callable


class LoadError(ValueError):
    """Loading failed."""


def parse(text: str) -> str:
    """Parse a text.

    Raises:
        ValueError: If the text is empty
    """
    if not text:
        raise ValueError(text)  # expect: raises=ValueError
    return text


def _load(text: str) -> str:
    if not text:
        raise LoadError(text)
    return text


def _either(text: str) -> str:
    if not text:
        raise KeyError(text)
    if text == "x":
        raise TypeError(text)
    return text


def one_call(text: str) -> str:  # expect: raises-via=ValueError(parse); finding=exception-propagated
    """One call away."""
    return parse(text)


def two_calls(text: str) -> str:  # expect: raises-via=ValueError(one_call > parse); finding=exception-propagated
    """Two calls away."""
    return one_call(text)


def private(text: str) -> str:  # expect: raises-via=LoadError(_load); finding=exception-propagated
    """Through a private function."""
    return _load(text)


def documented(text: str) -> str:  # expect: raises-via=ValueError(parse)
    """One call away, and documented.

    Raises:
        ValueError: If the text is empty
    """
    return parse(text)


def documented_ancestor(text: str) -> str:  # expect: raises-via=LoadError(_load)
    """One call away, and an ancestor is documented.

    Raises:
        ValueError: If the text is empty
    """
    return _load(text)


def caught(text: str) -> str:
    """Caught around the call."""
    try:
        return parse(text)
    except ValueError:
        return ""


def caught_by_ancestor(text: str) -> str:
    """Caught around the call by an ancestor."""
    try:
        return _load(text)
    except ValueError:
        return ""


def suppressed(text: str) -> None:
    """Caught around the call."""
    with contextlib.suppress(ValueError):
        _load(text)


def one_caught(text: str) -> str:  # expect: raises-via=TypeError(_either); finding=exception-propagated
    """One of two is caught around the call."""
    try:
        return _either(text)
    except KeyError:
        return ""


def replaced(text: str) -> str:
    """Caught around the call and replaced: what it becomes is its own.

    Raises:
        RuntimeError: If the text is empty
    """
    try:
        return parse(text)
    except ValueError as error:
        raise RuntimeError(text) from error  # expect: raises=RuntimeError


def through_caught(text: str) -> str:
    """What a callee has caught does not go further."""
    return caught(text)


def own_and_through(text: str) -> str:
    """What it raises itself is the error, and is not told a second time."""
    if text == "x":
        raise ValueError(text)  # expect: raises=ValueError; finding=exception-undocumented
    return parse(text)  # expect: may=ValueError


def ping(depth: int) -> int:  # expect: raises-via=ValueError; finding=exception-propagated
    """Two functions that call each other."""
    return pong(depth - 1)


def pong(depth: int) -> int:
    """Two functions that call each other, of which one raises.

    Raises:
        ValueError: If it is deep enough
    """
    if depth < 0:
        raise ValueError(depth)  # expect: raises=ValueError; may=ValueError
    return ping(depth)


def handed_on(texts: list[str]) -> list[Callable[[str], str]]:
    """A function that is not called."""
    return [parse for _ in texts]


def called_later(text: str) -> Callable[[], str]:
    """A function that is called by a lambda."""
    return lambda: parse(text)


def shadowed(parse: Callable[[str], str], text: str) -> str:
    """A parameter of the same name."""
    return parse(text)


class Store:
    """A store."""

    def __init__(self, size: int) -> None:
        """Keep the size.

        Raises:
            ValueError: If the size is negative
        """
        if size < 0:
            raise ValueError(size)  # expect: raises=ValueError
        self.size = size

    def get(self, key: str) -> str:  # expect: raises-via=KeyError(_check); finding=exception-propagated
        """Through another method."""
        self._check(key)
        return key

    def _check(self, key: str) -> None:
        raise KeyError(key)


def construct(size: int) -> Store:  # expect: raises-via=ValueError; finding=exception-propagated
    """Through a constructor."""
    return Store(size)


def look_up(store: Store) -> str:  # expect: raises-via=KeyError(get > _check); finding=exception-propagated
    """Through a method of a parameter."""
    return store.get("x")
