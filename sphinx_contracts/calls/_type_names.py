"""Types as text, ``builtins.dict[builtins.str, pathlib.Path]``: their parts, and one name for what has several."""

from sphinx_contracts.calls.returns import SAME

__all__ = ["arguments_of", "base_of", "one_name"]


def base_of(name: str) -> str:
    return name.partition("[")[0]


def arguments_of(name: str) -> list[str]:
    _, bracket, rest = name.partition("[")
    if not bracket:
        return []
    found, depth, start = [], 0, 0
    inner = rest.removesuffix("]")
    for position, char in enumerate(inner):
        depth += (char == "[") - (char == "]")
        if char == "," and depth == 0:
            found.append(inner[start:position].strip())
            start = position + 1
    return [*found, inner[start:].strip()]


def one_name(name: str) -> str:
    base, bracket, rest = name.partition("[")
    known = SAME.get(base)
    if known is not None:
        return f"{known}{bracket}{rest}"
    head, dot, last = base.rpartition(".")
    known = SAME.get(head)
    return f"{known}{dot}{last}{bracket}{rest}" if known is not None else name
