"""The names of one body: what each is bound to, and where each stands."""

import ast
import re
from collections.abc import Iterable
from typing import TypeAlias

from sphinx_contracts.calls.bindings import Bindings
from sphinx_contracts.files._constants import Bound, Constants

__all__ = ["Function", "Local"]

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
_FURTHEST = 8
# what has parts or is a name; contexts and operators are neither
_PARTS = (
    ast.expr,
    ast.stmt,
    ast.keyword,
    ast.comprehension,
    ast.withitem,
    ast.excepthandler,
    ast.arguments,
    ast.arg,
    ast.match_case,
    ast.pattern,
)
_BINDING = frozenset(
    {ast.Name, ast.Assign, ast.AnnAssign, ast.NamedExpr, ast.withitem, ast.For, ast.AsyncFor, ast.comprehension}
    | {ast.AugAssign, ast.Delete, ast.Global, ast.Nonlocal, ast.MatchAs, ast.MatchStar, ast.ExceptHandler}
    | {ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.arg}
)
_SAME_NAME = frozenset({"open", "resolve", "absolute", "expanduser", "as_posix"})
_LOOPS = frozenset({ast.For, ast.AsyncFor, ast.While})
_REPEATING = _LOOPS | {ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda}
# a file that is written first and then renamed, or kept aside, holds the same
_ASIDE = re.compile(r"\.(?:\w+\.)?(?:te?mp|part|partial|new|bak|backup|old|lock|swp)")


class Local:
    """The names that a body binds, with the nodes around every node."""

    def __init__(self, body: Iterable[ast.AST], bindings: Bindings, constants: Constants) -> None:
        """``constants`` knows the variables of the module."""
        self.bindings = bindings
        self.constants = constants
        self.nodes: list[ast.AST] = []
        self.parents: dict[ast.AST, ast.AST] = {}
        self.loads: dict[str, list[ast.Name]] = {}
        self._bound: dict[str, list[tuple[ast.expr | None, str]]] = {}
        pending = list(body)
        while pending:
            node = pending.pop()
            self.nodes.append(node)
            if type(node) in _BINDING:
                self._take(node)
            for name in node._fields:
                value = getattr(node, name)
                for child in value if type(value) is list else (value,):
                    if isinstance(child, _PARTS):
                        self.parents[child] = node
                        pending.append(child)

    def _take(self, node: ast.AST) -> None:
        if isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Load):
                self.loads.setdefault(node.id, []).append(node)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                self._bind(target, node.value, "is")
        elif isinstance(node, ast.AnnAssign | ast.NamedExpr):
            if node.value is not None:
                self._bind(node.target, node.value, "is")
        elif isinstance(node, ast.withitem):
            if node.optional_vars is not None:
                self._bind(node.optional_vars, node.context_expr, "with")
        elif isinstance(node, ast.For | ast.AsyncFor | ast.comprehension):
            self._bind(node.target, node.iter, "each")
        elif isinstance(node, ast.AugAssign):
            self._bind(node.target, None, "")
        elif isinstance(node, ast.Delete):
            for target in node.targets:
                self._bind(target, None, "")
        else:
            for name in _other_names(node):
                self._bound.setdefault(name, []).append((None, ""))

    def _bind(self, target: ast.expr, value: ast.expr | None, how: str) -> None:
        if isinstance(target, ast.Name):
            self._bound.setdefault(target.id, []).append((value, how))
            return
        for node in ast.walk(target) if isinstance(target, ast.Tuple | ast.List | ast.Starred) else ():
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                self._bound.setdefault(node.id, []).append((None, ""))

    def bound(self, name: ast.Name) -> tuple[ast.expr, str] | None:
        """What a name is bound to where it stands, and how: "is", "with" or "each"."""
        node: ast.AST | None = name
        while node is not None:
            node = self.parents.get(node)
            if isinstance(node, ast.With | ast.AsyncWith):
                for item in node.items:
                    if isinstance(item.optional_vars, ast.Name) and item.optional_vars.id == name.id:
                        return item.context_expr, "with"
        return self.bound_once(name.id)

    def bound_once(self, name: str) -> tuple[ast.expr, str] | None:
        """What a name is bound to, where it is bound exactly once and is no parameter."""
        found = self._bound.get(name, ())
        if len(found) != 1 or name in self.bindings.parameters:
            return None
        value, how = found[0]
        return (value, how) if value is not None else None

    def is_parameter(self, name: str) -> bool:
        """A parameter that the body never binds again, nor a function inside it."""
        return name in self.bindings.parameters and name not in self._bound

    def is_later(self, node: ast.Name, other: ast.Name) -> bool:
        """One name surely stands for its value after another did: below it, and in no loop that repeats both."""
        if (node.lineno, node.col_offset) <= (other.lineno, other.col_offset):
            return False
        around = self._repeating(other)
        value = self.bound_once(node.id)
        bound = self._repeating(value[0]) if value is not None else set()
        return all(item in bound for item in self._repeating(node) if item in around) and all(
            type(item) in _LOOPS for item in self._repeating(node) | around
        )

    def _repeating(self, node: ast.AST) -> set[ast.AST]:
        """The loops and functions around a node."""
        found: set[ast.AST] = set()
        inner: ast.AST | None = self.parents.get(node)
        while inner is not None:
            if type(inner) in _REPEATING:
                found.add(inner)
            inner = self.parents.get(inner)
        return found

    def called(self, node: ast.AST) -> str:
        """The dotted name of what a call calls, "" where only other files tell."""
        if not isinstance(node, ast.Call):
            return ""
        chain = self.bindings.chain(node.func)
        if chain is None or chain.instance:
            return ""
        steps = [step for step in chain.steps if step != "()"]
        return chain.root + "".join(steps) if all(step.startswith(".") for step in steps) else ""

    def file_name(self, node: ast.expr | None) -> str:
        """The name of the file that a path, an open file or its text belongs to; "" where it is no literal."""
        return _last_part(self._literal(node, None)[0])

    def folder_name(self, node: ast.expr | None) -> str:
        """The name of the folder that file is in; "" where it is no literal."""
        text, joined = self._literal(node, None)
        folder, slash, _ = text.replace("\\", "/").rpartition("/")
        return _last_part(folder if slash or joined is None else self._literal(*joined)[0])

    def _literal(self, node: ast.expr | None, home: Bound | None) -> tuple[str, tuple[ast.expr, Bound | None] | None]:
        """The literal that ends a path, "" where there is none, and what it is joined to.

        An expression goes with what it was found in, None for this body.
        """
        joined: tuple[ast.expr, Bound | None] | None = None
        for _ in range(_FURTHEST):
            if isinstance(node, ast.Constant):
                return node.value if isinstance(node.value, str) else "", joined
            if isinstance(node, ast.JoinedStr):
                last = node.values[-1] if node.values else None
                text = last.value if isinstance(last, ast.Constant) else ""
                return text if isinstance(text, str) and ("/" in text or len(node.values) == 1) else "", joined
            if node is None:
                break
            found = self._constant(node, home)
            if found is not None:
                node, home = found.value, found
                continue
            last_part = self._step(node, own=home is None)
            before = _before(node, last_part)
            joined = (before, home) if before is not None else joined
            node = last_part
        return "", None

    def _constant(self, node: ast.expr, home: Bound | None) -> Bound | None:
        """What a variable of the module, an attribute of the body's own object or one of a class is bound to."""
        if isinstance(node, ast.Name):
            is_local = node.id in self.bindings.local or self.bound(node) if home is None else home.is_local(node.id)
            return None if is_local else self.constants.get("", node.id)
        if not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Name) or home is not None:
            return None
        name, frame = node.value.id, self.bindings.frame
        if frame.owner is not None and name in (frame.this, frame.this_class):
            name = frame.owner.rpartition(".")[2]
        return self.constants.get(name, node.attr)

    def _step(self, node: ast.expr, *, own: bool) -> ast.expr | None:
        """One step from an expression towards the literal that names its file; ``own`` where it stands in this body."""
        if isinstance(node, ast.Name):
            found = self.bound(node) if own else None
            return found[0] if found is not None else None
        if isinstance(node, ast.Attribute):
            return node.value if node.attr == "name" else None
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            return node.right
        if isinstance(node, ast.Await):
            return node.value
        if isinstance(node, ast.Call):
            return self._of_call(node)
        return None

    def _of_call(self, node: ast.Call) -> ast.expr | None:
        func = node.func
        if self.called(node).startswith("tempfile."):
            return None
        if isinstance(func, ast.Attribute) and func.attr in ("join", "joinpath", "with_name"):
            return node.args[-1] if node.args else None
        if isinstance(func, ast.Attribute) and not self.called(node).startswith(("os.", "io.", "gzip.", "codecs.")):
            if func.attr in _SAME_NAME or func.attr.startswith(("read", "write")):
                return func.value
            if func.attr in ("with_suffix", "with_stem"):
                return func.value if _is_aside(node) else None
        if not node.args:
            return None
        return node.args[0] if (self.called(node) or "open").endswith(("open", "str")) else node.args[-1]


def _other_names(node: ast.AST) -> list[str]:
    """The names that a statement or pattern binds to something that is not looked at."""
    if isinstance(node, ast.Global | ast.Nonlocal):
        return node.names
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [item.asname or item.name.partition(".")[0] for item in node.names]
    name = node.arg if isinstance(node, ast.arg) else getattr(node, "name", None)
    return [name] if isinstance(name, str) else []


def _is_aside(node: ast.Call) -> bool:
    """``with_suffix(".tmp")`` and the like."""
    suffix = node.args[0] if node.args else None
    return isinstance(suffix, ast.Constant) and isinstance(suffix.value, str) and bool(_ASIDE.fullmatch(suffix.value))


def _before(node: ast.expr, last: ast.expr | None) -> ast.expr | None:
    """What the last part of a path is joined to."""
    if isinstance(node, ast.BinOp):
        return node.left
    if not isinstance(node, ast.Call) or last not in node.args:
        return None
    place = node.args.index(last)
    if place:
        return node.args[place - 1]
    return node.func.value if isinstance(node.func, ast.Attribute) and node.func.attr == "joinpath" else None


def _last_part(text: str) -> str:
    return text.replace("\\", "/").rpartition("/")[2]
