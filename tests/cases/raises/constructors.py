"""Constructors: the class docstring documents their exceptions too, and ``__post_init__`` counts as one."""

from dataclasses import dataclass
from pathlib import Path


class ByItself:
    """The constructor documents it."""

    def __init__(self, size: int) -> None:
        """Keep the size.

        Raises:
            ValueError: If the size is negative
        """
        if size < 0:
            raise ValueError(size)  # expect: raises=ValueError
        self.size = size


class ByClass:
    """The class documents it.

    Raises:
        ValueError: If the size is negative
    """

    def __init__(self, size: int) -> None:
        """Keep the size."""
        if size < 0:
            raise ValueError(size)  # expect: raises=ValueError
        self.size = size


class ByClassForConstructorOnly:
    """The class documents it, for the constructor.

    Raises:
        ValueError: If the size is negative
    """

    def __init__(self, size: int) -> None:
        """Keep the size."""
        if size < 0:
            raise ValueError(size)  # expect: raises=ValueError
        self.size = size

    def grow(self, size: int) -> int:
        """Other methods document their own."""
        if size < 0:
            raise ValueError(size)  # expect: raises=ValueError; finding=exception-undocumented
        return self.size + size


class ByNobody:
    """Nobody documents it."""

    def __init__(self, size: int) -> None:
        """Keep the size."""
        if size < 0:
            raise ValueError(size)  # expect: raises=ValueError; finding=exception-undocumented
        self.size = size


@dataclass
class ProcessorConfig:
    """Configuration for data processing, as the standard's own pattern has it."""

    input_dir: Path
    max_workers: int = 4

    def __post_init__(self):
        """Validate configuration after initialization."""
        if self.max_workers < 1:
            raise ValueError("max_workers must be >= 1")  # expect: may=ValueError; finding=exception-undocumented
        if not self.input_dir.exists():  # expect: may=file-read
            raise FileNotFoundError(f"Input dir not found: {self.input_dir}")  # expect: may=FileNotFoundError; finding=exception-undocumented


@dataclass
class DocumentedByClass:
    """The class documents it.

    Raises:
        ValueError: If the size is negative
    """

    size: int = 0

    def __post_init__(self) -> None:
        """Check."""
        if self.size < 0:
            raise ValueError(self.size)  # expect: may=ValueError


@dataclass
class DocumentedByItself:
    """The method documents it."""

    size: int = 0

    def __post_init__(self) -> None:
        """Check.

        Raises:
            ValueError: If the size is negative
        """
        if self.size < 0:
            raise ValueError(self.size)  # expect: may=ValueError


@dataclass
class CaughtInside:
    """Nothing leaves it."""

    size: int = 0

    def __post_init__(self) -> None:
        """Check."""
        try:
            raise ValueError(self.size)
        except ValueError:
            self.size = 0  # expect: may=self-state
