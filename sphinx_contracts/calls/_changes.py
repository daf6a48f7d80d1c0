"""Changes of state that a body makes by statements and by methods of containers."""

import ast
from collections.abc import Sequence

from sphinx_contracts.calls._expressions import dotted_chain
from sphinx_contracts.calls.bindings import Bindings
from sphinx_contracts.expressions import shown
from sphinx_contracts.model.code import Chain, Change
from sphinx_contracts.scope import column_of

__all__ = ["Changes"]

_CONTAINERS = frozenset(
    {
        *(f"builtins.{name}" for name in ("list", "dict", "set", "bytearray")),
        *(
            f"typing.{name}"
            for name in ("List", "Dict", "Set", "MutableMapping", "MutableSequence", "MutableSet", "Any")
        ),
        *(f"collections.abc.{name}" for name in ("MutableMapping", "MutableSequence", "MutableSet")),
        *(f"collections.{name}" for name in ("deque", "defaultdict", "OrderedDict", "Counter")),
    }
)
# what belongs to the interpreter and is replaced by an assignment
_REPLACED = {"path": "sys.path", "environ": "os.environ"}
_CASTS = ("typing.cast", "typing_extensions.cast")
_SEVERAL = (ast.Tuple, ast.List)
_PARTS = (ast.Attribute, ast.Subscript, ast.Starred)


class Changes:
    """The changes of state in one body."""

    def __init__(self, bindings: Bindings, lines: Sequence[str], *, constructing: bool, importing: bool) -> None:
        self._bindings = bindings
        self._lines = lines
        self._constructing = constructing
        self._importing = importing
        self._put_back: set[str] = set()  # names that a ``finally`` sets
        self.found: list[Change] = []

    def note_put_back(self, node: ast.Try | ast.TryStar) -> None:
        """A name that a ``finally`` sets is changed for the time of the call only."""
        for statement in node.finalbody:
            if isinstance(statement, ast.Assign):
                self._put_back.update(target.id for target in statement.targets if isinstance(target, ast.Name))

    def by_call(self, func: ast.Attribute, node: ast.Call) -> None:
        if not isinstance(func.value, ast.Name):
            return
        name = func.value.id
        if name in self._bindings.parameters and name not in (
            self._bindings.frame.this,
            self._bindings.frame.this_class,
        ):
            chain = self._bindings.name(name)
            if chain is None or chain.root.partition("[")[0] in _CONTAINERS:
                self._add("argument-mutation", None, node, shown(node))
        elif self._is_global(name):
            self._add("global-state", self._bindings.name(name), node, shown(node))

    def _is_global(self, name: str) -> bool:
        return not self._importing and name not in self._bindings.local and name in self._bindings.frame.defined

    def by_statement(self, target: ast.expr, node: ast.stmt) -> None:
        if isinstance(target, ast.Name):
            if target.id in self._bindings.globals and not self._importing and not self._stays(target.id, node):
                sure = target.id not in self._put_back
                self._add("global-state", None, node, shown(node), sure=sure)
            return
        if isinstance(target, _SEVERAL):
            for item in target.elts[:50]:
                self.by_statement(item, node)
            return
        base: ast.expr = target
        while isinstance(base, _PARTS):
            base = base.value
        if not isinstance(base, ast.Name) or isinstance(target, ast.Starred):
            return
        frame = self._bindings.frame
        name = base.id
        if name in (frame.this, frame.this_class) and name in self._bindings.parameters:
            if not self._constructing:
                self._add("self-state", None, node, shown(node))
        elif name in self._bindings.parameters:
            self._add("argument-mutation", None, node, shown(node))
        elif isinstance(target, ast.Subscript):
            chain = self._bindings.chain(target.value)
            if chain is not None and not chain.instance:
                self._add("container", chain, node, shown(node))
        elif isinstance(target, ast.Attribute) and target.attr in _REPLACED:
            chain = self._bindings.chain(target)
            if dotted_chain(chain) in _REPLACED.values():
                self._add("container", chain, node, shown(node))

    def _stays(self, name: str, node: ast.stmt) -> bool:
        """A statement that only tells a type checker what a name holds."""
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if isinstance(value, ast.Call) and len(value.args) == 2:
            value = value.args[1] if dotted_chain(self._bindings.chain(value.func)) in _CASTS else None
        return isinstance(value, ast.Name) and value.id == name

    def _add(
        self, category: str, target: Chain | None, node: ast.expr | ast.stmt, text: str, *, sure: bool = True
    ) -> None:
        self.found.append(Change(category, target, node.lineno, column_of(node, self._lines), text, sure))
