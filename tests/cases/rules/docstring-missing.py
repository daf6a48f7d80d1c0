"""Functions, methods and properties have docstrings."""

from typing import overload


#! plain
def plain() -> None:
    pass


#! blank
def blank() -> None:
    """   """


def _private() -> None:
    pass


def outer() -> None:
    """Do something."""

    def inner() -> None:
        pass

    inner()


@overload
def converted(x: int) -> int: ...
@overload
def converted(x: str) -> str: ...
#! converted
def converted(x):
    return x


#! sure
async def sure() -> None:
    pass


class Base:
    """A base."""

    def __init__(self) -> None:
        pass

    def __repr__(self) -> str:
        return ""

    #! Base.__call__
    def __call__(self) -> None:
        pass

    #! Base.run
    def run(self) -> None:
        pass

    def stop(self) -> None:
        """Stop."""

    @property
    #! Base.speed
    def speed(self) -> int:
        return 1

    @speed.setter
    def speed(self, value: int) -> None:
        pass

    @classmethod
    #! Base.made
    def made(cls) -> "Base":
        return cls()

    class Inner:
        """Inside."""

        #! Base.Inner.go
        def go(self) -> None:
            pass


class Child(Base):
    """A child."""

    #! Child.run
    def run(self) -> None:
        pass

    def stop(self) -> None:
        pass
