"""The measure of growth tells linear work from its square."""

from collections.abc import Callable

from tests.growth import FACTOR, is_linear

SMALL = 400
"""Steps of the small piece of work; its square is some 100,000."""


def _steps(count: int) -> Callable[[], object]:
    return lambda: sum(range(count))


def test_linear_work_is_linear() -> None:
    assert is_linear(_steps(SMALL * SMALL), _steps(SMALL * SMALL * FACTOR))


def test_the_square_is_not() -> None:
    assert not is_linear(_steps(SMALL * SMALL), _steps((SMALL * FACTOR) ** 2))
