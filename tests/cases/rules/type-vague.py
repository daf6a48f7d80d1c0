"""A type says what a value holds."""

from typing import Any, Dict, List, Optional


def vague(
    #! vague
    a: Any,
    #! vague
    b: dict,
    #! vague
    c: list,
    #! vague
    d: Dict,
    #! vague
    e: Optional[list],
    #! vague
    f: "List | None",
    *args: Any,
    **kwargs: Any,
) -> Any:
    pass


def clear(a: Dict[str, Any], b: list[Any], c: object, d: int, e: Optional[dict[str, int]], f: "Unknown") -> dict:
    pass
