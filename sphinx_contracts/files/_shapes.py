"""The keys of a value, where all of them are known.

A value is followed from the dictionary that makes it. What might change its keys in between - an unknown function that
gets it, another name for it, a key that is no literal - makes them unknown.
"""

import ast
from collections.abc import Iterable

from sphinx_contracts.files._catalogue import MAKERS, WRITERS
from sphinx_contracts.files._local import Local
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.files import Shape

__all__ = ["Shapes", "keyed"]

_DEEPEST = 6
_MOST_KEYS = 300
_MOST_LOADS = 50
# they look at a dictionary and leave it as it is
_LOOKING = frozenset({"get", "keys", "items", "values", "copy"})
_HARMLESS = frozenset(
    f"builtins.{name}"
    for name in ("len", "print", "str", "repr", "sorted", "isinstance", "bool", "list", "dict", "set")
) | {"copy.deepcopy", "copy.copy", "pprint.pprint", "json.dumps"}
_DUMPS = frozenset({"model_dump", "dict"})


class Shapes:
    """Tells the shapes of the values of one body."""

    def __init__(self, local: Local) -> None:
        self._local = local
        self._known: dict[tuple[int, int], Shape | None] = {}
        self._busy: set[str] = set()

    def of(self, node: ast.expr, use: ast.Call | None = None, depth: int = 0) -> Shape | None:
        """The shape of a value; ``use`` is the call that gets it, which does not change it."""
        if depth > _DEEPEST:
            return None
        if isinstance(node, ast.Dict):
            return self._of_pairs(node.keys, node.values, use, depth)
        if isinstance(node, ast.List | ast.Tuple):
            shapes = [self.of(item, use, depth + 1) for item in node.elts[:_MOST_KEYS]]
            alike = bool(shapes) and all(shape == shapes[0] for shape in shapes)
            return Shape("list", items=shapes[0] if alike else None)
        if isinstance(node, ast.ListComp | ast.GeneratorExp):
            return Shape("list", items=self.of(node.elt, use, depth + 1))
        if isinstance(node, ast.Await):
            return self.of(node.value, use, depth + 1)
        if isinstance(node, ast.Attribute) and node.attr == "__dict__":
            return self._of_source("attributes", node.value)
        if isinstance(node, ast.Call):
            return self._of_call(node, use, depth)
        if isinstance(node, ast.Name):
            return self._of_name(node, use, depth)
        return None

    def _of_pairs(
        self, keys: Iterable[ast.expr | None], values: Iterable[ast.expr], use: ast.Call | None, depth: int
    ) -> Shape | None:
        members: dict[str, Shape | None] = {}
        for key, value in zip(keys, values, strict=True):
            if not isinstance(key, ast.Constant) or not isinstance(key.value, str) or len(members) >= _MOST_KEYS:
                return None
            members[key.value] = self.of(value, use, depth + 1)
        return Shape("object", tuple(members.items()))

    def _of_source(self, kind: str, node: ast.expr) -> Shape | None:
        chain = self._local.bindings.chain(node)
        return Shape(kind, source=chain) if chain is not None else None

    def _of_call(self, node: ast.Call, use: ast.Call | None, depth: int) -> Shape | None:
        name = self._local.called(node)
        if name == "builtins.dict" and not node.args and all(item.arg for item in node.keywords):
            members = {item.arg or "": self.of(item.value, use, depth + 1) for item in node.keywords}
            return Shape("object", tuple(members.items()))
        if name in ("builtins.list", "builtins.dict", "copy.deepcopy", "copy.copy") and len(node.args) == 1:
            return None if node.keywords else self.of(node.args[0], use, depth + 1)
        if name == "dataclasses.asdict" and len(node.args) == 1 and not node.keywords:
            return self._of_source("fields", node.args[0])
        if name == "builtins.vars" and len(node.args) == 1:
            return self._of_source("attributes", node.args[0])
        chain = self._local.bindings.chain(node.func)
        if chain is None or any(item.arg is None for item in node.keywords):
            return None
        if isinstance(node.func, ast.Attribute) and node.func.attr in _DUMPS and (node.args or node.keywords):
            plain = not node.args and all(item.arg == "mode" for item in node.keywords)
            return Shape("call", source=chain) if plain else None
        return Shape("call", source=chain)

    def _of_name(self, node: ast.Name, use: ast.Call | None, depth: int) -> Shape | None:
        if (use is not None or depth) and len(self._local.loads.get(node.id, ())) > _MOST_LOADS:
            return None
        key = id(node), id(use)
        if key not in self._known:
            if node.id in self._busy:
                # a value that holds itself
                return None
            self._busy.add(node.id)
            self._known[key] = self._of_value(node, use, depth)
            self._busy.discard(node.id)
        return self._known[key]

    def _of_value(self, node: ast.Name, use: ast.Call | None, depth: int) -> Shape | None:
        if self._local.is_parameter(node.id):
            chain = self._local.bindings.name(node.id)
            return Shape("parameter", source=chain, name=node.id) if self._kept(node, use) else None
        bound = self._local.bound_once(node.id)
        if bound is None or bound[1] != "is":
            return None
        shape = self.of(bound[0], use, depth + 1)
        if shape is None or not isinstance(bound[0], ast.Dict | ast.Call):
            return shape if shape is not None and self._kept(node, use) else None
        return self._changed(node, shape, use, depth)

    def _kept(self, node: ast.Name, use: ast.Call | None) -> bool:
        """Nothing changes the keys of a name's value."""
        return self._changed(node, Shape("object"), use, _DEEPEST) == Shape("object")

    def _changed(self, name: ast.Name, shape: Shape, use: ast.Call | None, depth: int) -> Shape | None:
        """The shape with the keys that the body has added where the name stands; None where it might do more."""
        members: dict[str, Shape | None] = {}
        for node in self._local.loads.get(name.id, ()):
            added = self._effect(node, use, depth)
            if added != {} and self._local.is_later(node, name):
                continue
            if added is None:
                return None
            members.update(added)
        if not members:
            return shape
        return replace(shape, members=tuple({**dict(shape.members), **members}.items()))

    def _effect(self, node: ast.Name, use: ast.Call | None, depth: int) -> dict[str, Shape | None] | None:
        """What one appearance of a name does to the keys of its value: those it adds; None for anything unknown."""
        parents = self._local.parents
        parent = parents.get(node)
        if isinstance(parent, ast.Subscript) and parent.value is node:
            return self._of_item(parent, use, depth)
        if isinstance(parent, ast.Attribute):
            return self._of_method(parent, depth)
        if isinstance(parent, ast.keyword):
            if parent.arg is None:
                return {}
            parent = parents.get(parent)
        if isinstance(parent, ast.Call):
            known = parent is use or self._local.called(parent) in _HARMLESS | MAKERS.keys() | WRITERS.keys()
            return {} if known or _is_log(parent) else None
        if isinstance(parent, ast.Dict):
            spread = any(key is None and value is node for key, value in zip(parent.keys, parent.values, strict=True))
            return {} if spread else None
        plain = ast.Return | ast.Compare | ast.FormattedValue | ast.If | ast.For | ast.comprehension | ast.UnaryOp
        return {} if isinstance(parent, plain) else None

    def _of_item(self, node: ast.Subscript, use: ast.Call | None, depth: int) -> dict[str, Shape | None] | None:
        key = keyed(node)
        outer = self._local.parents.get(node)
        if isinstance(node.ctx, ast.Store):
            if key is None:
                return None
            if isinstance(outer, ast.Assign) and len(outer.targets) == 1:
                return {key: self.of(outer.value, use, depth + 1)}
            return {key: None}
        if isinstance(node.ctx, ast.Del):
            return None
        # what is inside may be changed through it
        inside = isinstance(outer, ast.Subscript | ast.Attribute | ast.Call)
        return {key: None} if inside and key is not None and depth < _DEEPEST else {}

    def _of_method(self, node: ast.Attribute, depth: int) -> dict[str, Shape | None] | None:
        call = self._local.parents.get(node)
        if not isinstance(call, ast.Call) or call.func is not node:
            return None
        if node.attr in _LOOKING:
            return {}
        if node.attr == "setdefault" and call.args and isinstance(call.args[0], ast.Constant):
            return {str(call.args[0].value): None}
        if node.attr == "update" and all(item.arg for item in call.keywords) and len(call.args) <= 1:
            found: dict[str, Shape | None] = {item.arg or "": None for item in call.keywords}
            if not call.args:
                return found
            given = self.of(call.args[0], None, depth + 1)
            return {**found, **dict(given.members)} if given is not None and given.kind == "object" else None
        return None


def keyed(node: ast.Subscript) -> str | None:
    """The literal key of a subscript."""
    key = node.slice
    return key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else None


def _is_log(node: ast.Call) -> bool:
    func = node.func
    if not isinstance(func, ast.Attribute) or not isinstance(func.value, ast.Name):
        return False
    return func.value.id.lower().strip("_") in ("log", "logger", "logging")
