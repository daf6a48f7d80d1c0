"""Exceptions that are attributes of objects: what a base outside the project, or its maker, puts there is not known."""

from vendor import Base, Connection


class Reader(Base):
    """Reads."""

    def __init__(self, factory: Connection) -> None:
        """Keep it."""
        self.factory = factory

    def by_inherited_attribute(self) -> None:
        """The base outside has it."""
        raise self.ResponseError("no")  # expect: raises=?

    def by_attribute_of_attribute(self) -> None:
        """The object has it."""
        raise self.factory.Error("no")  # expect: raises=?

    @classmethod
    def by_attribute_of_class(cls) -> None:
        """The base outside has it."""
        raise cls.ResponseError("no")  # expect: raises=?

    def again(self, text: str) -> int:
        """What is caught and raised again is not known either."""
        try:
            return int(text)
        except self.ResponseError:
            raise

    def caught_perhaps(self) -> None:
        """The attribute may be ValueError itself."""
        try:
            raise ValueError("no")  # expect: raises=?
        except self.ResponseError:
            return


def by_parameter(connection: Connection) -> None:
    """The object has it."""
    raise connection.Error("no")  # expect: raises=?


class Own:
    """Has one of its own."""

    class Failure(Exception):
        """Failed."""

    def fail(self) -> None:
        """It is a class of the project."""
        raise self.Failure("no")  # expect: raises=Failure; finding=exception-undocumented
