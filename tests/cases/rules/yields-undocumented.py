"""What a generator yields is described."""

import contextlib
from collections.abc import AsyncIterator, Generator, Iterator


#! plain
def plain() -> Iterator[int]:
    """Count up."""
    yield 1


#! delegating
def delegating() -> Iterator[int]:
    """Count up."""
    yield from [1]


#! unannotated
def unannotated():
    """Count up."""
    yield 1


#! in_the_background
async def in_the_background() -> AsyncIterator[int]:
    """Count up."""
    yield 1


def described() -> Iterator[int]:
    """Count up.

    Yields:
        Each number
    """
    yield 1


def described_as_result() -> Iterator[int]:
    """Count up.

    :returns: an iterator over the numbers
    """
    yield 1


#! denied
def denied() -> Iterator[int]:
    """Count up.

    Returns:
        None
    """
    yield 1


def pause() -> Iterator[None]:
    """Wait a moment."""
    yield


def long_pause() -> Generator[None, None, None]:
    """Wait a moment."""
    yield


@contextlib.contextmanager
#! opened
def opened() -> Iterator[int]:
    """Open something."""
    yield 1


@contextlib.contextmanager
def unannotated_pause():
    """Hold a lock."""
    yield


def nested() -> None:
    """Make a generator and forget it."""

    def inner() -> Iterator[int]:
        yield 1

    inner()


def expression() -> None:
    """Sum up."""
    sum(x for x in [1])


@contextlib.contextmanager
def untold_pause() -> Generator:
    """Hold a lock; the annotation does not say what is yielded, the body yields nothing."""
    try:
        yield
    finally:
        print("released")


def unannotated_steps():
    """Wait for the next step each time."""
    while True:
        yield None


#! one_of_two
def one_of_two() -> Generator:
    """Yield a value in one place."""
    yield
    yield 1
