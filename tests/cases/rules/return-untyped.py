"""Every return value has a type."""

import contextlib
from typing import overload


#! plain
def plain():
    """Count."""


#! sure
async def sure(x: int):
    """Count."""


def typed() -> None:
    """Count."""


@overload
def converted(x: int): ...
def converted(x: object) -> object:
    return x


class Base:
    """A base."""

    def __init__(self):
        """Start."""

    def __post_init__(self):
        """Check."""

    def __len__(self):
        return 1

    #! Base.__call__
    def __call__(self):
        """Run."""

    @property
    #! Base.speed
    def speed(self):
        """The speed."""

    @contextlib.contextmanager
    #! Base.held
    def held(self):
        """Hold it."""
        yield


class Made:
    """Made by __new__."""

    def __new__(cls):
        return super().__new__(cls)


class Child(Base):
    """A child."""

    #! Child.held
    def held(self):
        pass
