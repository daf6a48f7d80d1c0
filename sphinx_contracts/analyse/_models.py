"""What a pydantic model says of the keys that it writes, beside its fields."""

import ast
from collections.abc import Iterator

__all__ = ["has_other_keys"]

_ADDING = frozenset({"computed_field", "model_serializer"})


def has_other_keys(node: ast.ClassDef) -> bool:
    """A model that may write other keys than its fields: it takes unknown ones, adds some, or leaves some out."""
    if any(_is_open(item.arg, item.value) for item in node.keywords):
        return True
    return any(_has_others(item) for item in node.body)


def _has_others(item: ast.stmt) -> bool:
    if isinstance(item, ast.FunctionDef):
        return any(_last_name(decorator) in _ADDING for decorator in item.decorator_list)
    if isinstance(item, ast.ClassDef):
        return item.name == "Config" and any(_is_open(name, value) for name, value in _assigned(item.body))
    for name, value in _assigned([item]):
        if name == "model_config" and any(_is_open(key, inner) for key, inner in _pairs(value)):
            return True
    annotation = item.annotation if isinstance(item, ast.AnnAssign) else None
    parts = (
        annotation.slice.elts
        if isinstance(annotation, ast.Subscript) and isinstance(annotation.slice, ast.Tuple)
        else ()
    )
    made = [item.value, *parts] if isinstance(item, ast.AnnAssign) else []
    return any(keyword.arg == "exclude" for call in made if isinstance(call, ast.Call) for keyword in call.keywords)


def _is_open(name: str | None, value: ast.expr) -> bool:
    if name == "serialize_by_alias":
        return True
    said = value.value if isinstance(value, ast.Constant) else _last_name(value)
    return name == "extra" and said not in ("ignore", "forbid")


def _last_name(node: ast.expr) -> str:
    node = node.func if isinstance(node, ast.Call) else node
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _assigned(body: list[ast.stmt]) -> Iterator[tuple[str, ast.expr]]:
    for item in body:
        if isinstance(item, ast.Assign):
            yield from ((target.id, item.value) for target in item.targets if isinstance(target, ast.Name))
        elif isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name) and item.value is not None:
            yield item.target.id, item.value


def _pairs(value: ast.expr) -> Iterator[tuple[str | None, ast.expr]]:
    if isinstance(value, ast.Call):
        yield from ((item.arg, item.value) for item in value.keywords)
    elif isinstance(value, ast.Dict):
        for key, inner in zip(value.keys, value.values, strict=True):
            yield key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else None, inner
