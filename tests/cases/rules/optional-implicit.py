"""None by default is allowed by the type."""

from pathlib import Path
from typing import Annotated, Any, Dict, List, Literal, Optional, Protocol, TypeVar, Union

T = TypeVar("T")
Alias = Optional[int]


class Stone:
    """A stone."""


class Closes(Protocol):
    """Can be closed."""


def surely(
    #! surely
    a: int = None,
    #! surely
    b: List[int] = None,
    #! surely
    c: "str" = None,
    #! surely
    d: Stone = None,
    #! surely
    e: Union[int, str] = None,
    #! surely
    f: int | str = None,
    #! surely
    g: Path = None,
    #! surely
    h: Literal["a", "b"] = None,
    #! surely
    i: Annotated[int, "cm"] = None,
    *,
    #! surely
    j: Dict[str, Any] = None,
) -> None:
    pass


def allowed(
    a: Optional[int] = None,
    b: int | None = None,
    c: Union[int, None] = None,
    d: Any = None,
    e: object = None,
    f: "int | None" = None,
    g: None = None,
    h: Literal["a", None] = None,
    i: Annotated[Optional[int], "cm"] = None,
) -> None:
    pass


def unsure(
    a: T = None,
    b: Alias = None,
    c: "Unknown" = None,
    d: Closes = None,
    e=None,
    f: "not an annotation" = None,
) -> None:
    pass
