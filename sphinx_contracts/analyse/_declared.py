"""Formats that docstrings name and code declares: records and JSON Schemas, followed across files."""

import ast
from collections.abc import Iterator, Mapping, Sequence

from sphinx_contracts.analyse._records import fields_of_class, optional_keys
from sphinx_contracts.analyse.hierarchy import Index
from sphinx_contracts.calls.evaluate import Evaluator
from sphinx_contracts.formats.declared import Member, format_of_members, format_of_schema
from sphinx_contracts.model.code import Chain
from sphinx_contracts.model.contract import Class, Module
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.files import Declared, Mention
from sphinx_contracts.model.formats import Format
from sphinx_contracts.model.rows import Field
from sphinx_contracts.scope import resolved

__all__ = ["Declarations", "schemas_of"]

_RECORDS = frozenset({"dataclass", "typeddict", "model", "namedtuple"})
# what holds records, and whether it is a list or a map of them
_AROUND = {
    **dict.fromkeys(("list", "List", "tuple", "Sequence"), "list"),
    **dict.fromkeys(("dict", "Dict", "Mapping"), "map"),
}
_DEEPEST = 5
_LONGEST = 20_000


def schemas_of(tree: ast.Module, module: str, lines: Sequence[str]) -> dict[str, Declared]:
    """The JSON Schemas that a module declares as literals, in its variables and in attributes of its classes."""
    found: dict[str, Declared] = {}
    pending: list[tuple[str, ast.stmt]] = [(module, item) for item in tree.body]
    while pending:
        prefix, node = pending.pop()
        if isinstance(node, ast.ClassDef):
            pending += [(f"{prefix}.{node.name}", item) for item in node.body]
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        value = getattr(node, "value", None)
        if not isinstance(value, ast.Dict) or not _is_schema(value):
            continue
        try:
            schema = ast.literal_eval(value)
        except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
            continue
        text = "\n".join(lines[node.lineno - 1 : node.end_lineno])[:_LONGEST]
        declared = Declared(schema, node.lineno, dict(_lines(value, "", 0)), text)
        found.update({f"{prefix}.{item.id}": declared for item in targets if isinstance(item, ast.Name)})
    return found


def _is_schema(node: ast.Dict) -> bool:
    keys = {key.value for key in node.keys if isinstance(key, ast.Constant)}
    return "$schema" in keys or ("properties" in keys and "type" in keys)


def _lines(node: ast.expr, path: str, depth: int) -> Iterator[tuple[str, int]]:
    """The source line of each property of a schema."""
    if not isinstance(node, ast.Dict) or depth > _DEEPEST:
        return
    for key, value in zip(node.keys, node.values, strict=True):
        word = key.value if isinstance(key, ast.Constant) else None
        if word == "properties" and isinstance(value, ast.Dict):
            for name, inner in zip(value.keys, value.values, strict=True):
                if isinstance(name, ast.Constant) and isinstance(name.value, str):
                    place = f"{path}.{name.value}" if path else name.value
                    yield place, name.lineno
                    yield from _lines(inner, place, depth + 1)
        elif word == "items":
            yield from _lines(value, f"{path}[]", depth + 1)


class Declarations:
    """Turns what docstrings name into formats."""

    def __init__(self, modules: Mapping[str, Module], index: Index, evaluator: Evaluator) -> None:
        self._index = index
        self._evaluator = evaluator
        self._schemas: dict[str, tuple[str, Declared]] = {
            name: (module.name, declared)
            for module in modules.values()
            for name, declared in module.facts.files.declared.items()
        }

    def of(self, module: Module) -> tuple[Format, ...]:
        """The formats of a module with those that its docstrings name."""
        found = list(module.formats)
        for mention in module.facts.files.mentions:
            added = self._format(mention, module)
            taken = {item.name for item in found if item.object == mention.object}
            if added is not None and added.name not in taken:
                found.append(added)
        return tuple(found)

    def _format(self, mention: Mention, module: Module) -> Format | None:
        names = dict.fromkeys(filter(None, (self._named(name, mention, module) for name in mention.names)))
        if len(names) != 1:
            return None
        name = next(iter(names))
        if name in self._schemas:
            home, declared = self._schemas[name]
            return format_of_schema(mention, name, declared, here=home == module.name)
        contract = self._index.classes[name]
        here = contract.facts.home == module.name
        return format_of_members(mention, name, self._members(contract, mention.line, 0, here=here))

    def _named(self, written: str, mention: Mention, module: Module) -> str | None:
        """The record or schema that a name stands for."""
        for candidate in (
            resolved(written, module.facts.names),
            f"{module.name}.{written}",
            f"{mention.object}.{written}",
        ):
            name = self._index.resolve(candidate, module)
            if name in self._schemas:
                return name
            contract = self._index.classes.get(name)
            if contract is not None and contract.kind in _RECORDS and name != mention.object:
                return name
        return None

    def _members(self, contract: Class, line: int, depth: int, *, here: bool) -> tuple[Member, ...]:
        if depth > _DEEPEST:
            return ()
        fields = fields_of_class(contract, self._index) or ()
        absent = optional_keys(contract, self._index)
        return tuple(
            self._member(contract, item, line, depth, here=here, optional=item.name in absent) for item in fields
        )

    def _member(self, contract: Class, item: Field, line: int, depth: int, *, here: bool, optional: bool) -> Member:
        optional = optional or (item.default is not None and contract.kind == "model")
        plain = Member(item.name, item.type, item.description, optional, item.line if here else line)
        name = self._evaluator.value(Chain(contract.qualname, instance=True, steps=(f".{item.name}",))) or ""
        outer, _, inside = name.partition("[")
        around = _AROUND.get(outer.rpartition(".")[2], "")
        inside = inside.removesuffix("]")
        inner = self._index.classes.get(inside.rpartition(", ")[2] if around == "map" else inside if around else name)
        if inner is None or inner.kind not in _RECORDS:
            return plain
        same = here and inner.facts.home == contract.facts.home
        return replace(plain, members=self._members(inner, plain.line, depth + 1, here=same), around=around)
