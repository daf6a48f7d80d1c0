"""Every parameter has a type."""

from typing import overload


#! plain
def plain(x) -> None:
    pass


#! stars
#! stars
def stars(*args, **kwargs) -> None:
    pass


#! keyword_only
def keyword_only(x: int, /, *, y=1) -> None:
    pass


#! unused
def unused(_) -> None:
    pass


def typed(x: int, *args: int, y: "str" = "", **kwargs: object) -> None:
    pass


@overload
def converted(x) -> int: ...
@overload
def converted(x, y) -> str: ...
def converted(x: object, y: object = None) -> object:
    return x


class Base:
    """A base."""

    #! Base.__init__
    def __init__(self, x) -> None:
        """Start."""

    def __exit__(self, exc_type, exc_val, exc_tb) -> bool:
        return False

    #! Base.__call__
    def __call__(self, x) -> None:
        """Run."""

    def run(self, x: int) -> None:
        """Run."""

    @property
    def speed(self) -> int:
        """The speed."""
        return 1

    @speed.setter
    #! Base.speed
    def speed(self, value) -> None:
        pass

    @classmethod
    #! Base.made
    def made(cls, x) -> "Base":
        """Make one."""

    @staticmethod
    #! Base.free
    def free(x) -> None:
        """Free it."""


class Child(Base):
    """A child."""

    #! Child.run
    def run(self, x) -> None:
        pass
