"""Names and expressions: what a name in a module stands for, and an expression as bounded text.

Nothing is imported: names are followed through the module's own import statements, wherever they stand at module
level (``try``, ``if TYPE_CHECKING`` and the like included).

Key Components:
    - imported_names: what an import statement binds
    - dotted: a dotted expression as text
    - resolved: a dotted name with its first part replaced by what it stands for
    - is_huge: an expression of a size that nobody writes by hand
    - unparsed: an expression as normalised text of bounded length
    - column_of: where a node starts
    - flat_statements: a body's statements, those under ``if``, ``try`` and ``with`` included

Usage:
    import ast

    from sphinx_contracts.scope import unparsed

    text = unparsed(ast.parse("dict[str,int]", mode="eval").body)
"""

import ast
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

__all__ = [
    "column_of",
    "dotted",
    "flat_statements",
    "imported_names",
    "is_huge",
    "is_main_guard",
    "is_type_checking",
    "resolved",
    "unparsed",
]

# what only Python 2 has; such an import stands beside the one that counts
_OLD = frozenset(
    {"urllib2", "urlparse", "httplib", "cPickle", "StringIO", "cStringIO", "ConfigParser", "Queue", "__builtin__"}
    | {"Cookie", "cookielib", "HTMLParser", "commands", "SocketServer", "BaseHTTPServer", "xmlrpclib", "Tkinter"}
    | {f"urllib.{name}" for name in ("urlopen", "urlretrieve", "quote", "unquote", "urlencode", "quote_plus")}
)
_LONGEST = 500
_MOST_NODES = 400
_LONGEST_CONSTANT = 200
_DEEPEST = 60
_HUGE = 1000
_HUGE_CONSTANT = 5000


def imported_names(node: ast.Import | ast.ImportFrom, module: str, is_package: bool) -> Iterator[tuple[str, str]]:
    """List the names that an import statement binds.

    Args:
        node: The statement
        module: Dotted name of the module that holds it
        is_package: True when the module is an ``__init__.py``

    Yields:
        Pairs of the name that is bound and the dotted name that it stands for; ``*`` for a star import, with the
        dotted name of the module that it takes from

    Example:
        pairs = list(imported_names(ast.parse("import os.path").body[0], "core.train", False))
    """
    if isinstance(node, ast.Import):
        for alias in node.names:
            if alias.asname is not None:
                yield alias.asname, alias.name
            else:
                head = alias.name.partition(".")[0]
                yield head, head
        return
    origin = _origin(node, module, is_package)
    for alias in node.names:
        if alias.name == "*":
            yield "*", origin
        elif origin.partition(".")[0] not in _OLD and f"{origin}.{alias.name}" not in _OLD:
            yield alias.asname or alias.name, f"{origin}.{alias.name}" if origin else alias.name


def _origin(node: ast.ImportFrom, module: str, is_package: bool) -> str:
    if not node.level:
        return node.module or ""
    parts = module.split(".")
    kept = len(parts) - node.level + (1 if is_package else 0)
    return ".".join(filter(None, [*parts[: max(0, kept)], node.module]))


def dotted(node: ast.AST) -> str | None:
    """Write a name or attribute chain as text.

    Args:
        node: An expression

    Returns:
        The dotted name; None for anything that is no plain chain of names

    Example:
        assert dotted(ast.parse("os.path.join", mode="eval").body) == "os.path.join"
    """
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    parts.append(node.id)
    return ".".join(reversed(parts))


def resolved(name: str, names: Mapping[str, str]) -> str:
    """Replace the first part of a dotted name by what it stands for.

    Args:
        name: A dotted name as written
        names: Name in scope to dotted name

    Returns:
        The dotted name; unchanged where its first part is not known

    Example:
        assert resolved("np.ndarray", {"np": "numpy"}) == "numpy.ndarray"
    """
    head, dot, rest = name.partition(".")
    target = names.get(head)
    return name if target is None else f"{target}{dot}{rest}"


def unparsed(node: ast.expr | None) -> str | None:
    """Write an expression as normalised text of bounded length.

    Args:
        node: The expression

    Returns:
        The text, ``…`` where the expression is too large to show, None for None

    Example:
        assert unparsed(ast.parse("dict[str,int]", mode="eval").body) == "dict[str, int]"
    """
    if node is None:
        return None
    quick = _quick(node, 0)
    if quick is not None:
        return quick if len(quick) <= _LONGEST else "…"
    if not _is_small(node):
        return "…"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        text = ast.unparse(node)
    return text if len(text) <= _LONGEST else "…"


def _quick(node: ast.expr, depth: int) -> str | None:
    """The shapes that nearly all expressions here have, written as ``ast.unparse`` writes them; None for others."""
    writer = _WRITERS.get(type(node))
    return writer(node, depth + 1) if writer is not None and depth <= _QUICK_DEPTH else None


def _quick_name(node: ast.Name, depth: int) -> str | None:
    return node.id


def _quick_constant(node: ast.Constant, depth: int) -> str | None:
    value = node.value
    if value is None or isinstance(value, bool):
        return str(value)
    if isinstance(value, str | bytes):
        return repr(value) if len(value) <= _LONGEST_CONSTANT and node.kind is None else None
    if isinstance(value, int):
        return str(value) if 0 <= value < 10**9 else None
    return "..." if value is ... else None


def _quick_attribute(node: ast.Attribute, depth: int) -> str | None:
    if type(node.value) not in _ATOMS:
        return None
    value = _quick(node.value, depth)
    return None if value is None else f"{value}.{node.attr}"


def _quick_subscript(node: ast.Subscript, depth: int) -> str | None:
    if type(node.value) not in _ATOMS:
        return None
    value = _quick(node.value, depth)
    if value is None:
        return None
    if not isinstance(node.slice, ast.Tuple):
        inner = _quick(node.slice, depth)
    else:
        inner = _quick_items(node.slice.elts, depth) if len(node.slice.elts) > 1 else None
    return None if inner is None else f"{value}[{inner}]"


def _quick_call(node: ast.Call, depth: int) -> str | None:
    if type(node.func) not in _ATOMS or len(node.keywords) > _QUICK_ITEMS:
        return None
    name, given = _quick(node.func, depth), _quick_items(node.args, depth)
    if name is None or given is None:
        return None
    parts = [given] if given else []
    for item in node.keywords:
        value = _quick(item.value, depth)
        if value is None:
            return None
        parts.append(f"{item.arg}={value}" if item.arg is not None else f"**{value}")
    return f"{name}({', '.join(parts)})"


def _quick_items(nodes: Sequence[ast.expr], depth: int) -> str | None:
    if len(nodes) > _QUICK_ITEMS:
        return None
    parts: list[str] = []
    for node in nodes:
        text = _quick(node, depth)
        if text is None:
            return None
        parts.append(text)
    return ", ".join(parts)


def _quick_starred(node: ast.Starred, depth: int) -> str | None:
    value = _quick(node.value, depth) if type(node.value) in _ATOMS else None
    return None if value is None else f"*{value}"


def _quick_list(node: ast.List, depth: int) -> str | None:
    inner = _quick_items(node.elts, depth)
    return None if inner is None else f"[{inner}]"


def _quick_tuple(node: ast.Tuple, depth: int) -> str | None:
    inner = _quick_items(node.elts, depth)
    return None if inner is None else f"({inner},)" if len(node.elts) == 1 else f"({inner})"


def _quick_operation(node: ast.BinOp, depth: int) -> str | None:
    symbol = _SYMBOLS.get(type(node.op))
    if symbol is None or type(node.right) not in _OPERANDS:
        return None
    # a chain of the same operator needs no brackets on its left
    chained = isinstance(node.left, ast.BinOp) and type(node.left.op) is type(node.op)
    if not chained and type(node.left) not in _OPERANDS:
        return None
    left, right = _quick(node.left, depth), _quick(node.right, depth)
    return None if left is None or right is None else f"{left} {symbol} {right}"


_QUICK_DEPTH = 6
_QUICK_ITEMS = 20
_ATOMS = frozenset({ast.Name, ast.Attribute, ast.Subscript, ast.Call, ast.List})
_OPERANDS = _ATOMS | {ast.Constant}
_SYMBOLS: dict[type, str] = {ast.BitOr: "|", ast.Add: "+", ast.Div: "/", ast.Mod: "%"}
_WRITERS: dict[type, Callable[[Any, int], str | None]] = {
    ast.Name: _quick_name,
    ast.Constant: _quick_constant,
    ast.Attribute: _quick_attribute,
    ast.Subscript: _quick_subscript,
    ast.Call: _quick_call,
    ast.Starred: _quick_starred,
    ast.List: _quick_list,
    ast.Tuple: _quick_tuple,
    ast.BinOp: _quick_operation,
}


def is_huge(root: ast.expr) -> bool:
    """Tell whether an expression is of a size that nobody writes by hand.

    Args:
        root: The expression

    Returns:
        True for more than a thousand parts, or a constant of more than 5,000 characters

    Example:
        assert not is_huge(ast.parse("1 + 1", mode="eval").body)
    """
    return not _is_within(root, _HUGE, 1000, _HUGE_CONSTANT)


def _is_small(root: ast.expr) -> bool:
    return _is_within(root, _MOST_NODES, _DEEPEST, _LONGEST_CONSTANT)


def _is_within(root: ast.expr, nodes: int, levels: int, characters: int) -> bool:
    pending: list[tuple[ast.AST, int]] = [(root, 0)]
    count = 0
    while pending:
        node, depth = pending.pop()
        count += 1
        if count > nodes or depth > levels:
            return False
        if isinstance(node, ast.Constant):
            value = node.value
            if isinstance(value, str | bytes) and len(value) > characters:
                return False
            if isinstance(value, int) and value.bit_length() > 4 * characters:
                return False
        else:
            children = list(ast.iter_child_nodes(node))
            if len(children) > nodes:
                return False
            pending.extend((child, depth + 1) for child in children)
    return True


def column_of(node: ast.stmt | ast.expr | ast.arg, lines: Sequence[str]) -> int:
    """Tell where a node starts.

    Args:
        node: The node
        lines: The lines of its file

    Returns:
        The 1-based column in characters

    Example:
        column = column_of(node, source.lines)
    """
    line = lines[node.lineno - 1] if node.lineno <= len(lines) else ""
    if line.isascii():
        return node.col_offset + 1
    return len(line.encode("utf-8", "surrogatepass")[: node.col_offset].decode("utf-8", "ignore")) + 1


def flat_statements(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """Go through a body's statements in order, those under ``if``, ``try``, ``with`` and loops included.

    The compound statements themselves are yielded before what they hold; ``if __name__ == "__main__"`` is left
    out with all it holds.

    Args:
        body: The statements of a module or class

    Yields:
        Each statement that runs in the same scope

    Example:
        names = [type(item).__name__ for item in flat_statements(tree.body)]
    """
    pending = list(body)[::-1]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.If) and is_main_guard(node.test):
            pending.extend(reversed(node.orelse))
            continue
        yield node
        if isinstance(node, ast.If | ast.For | ast.While | ast.AsyncFor):
            pending.extend(reversed(node.orelse))
            pending.extend(reversed(node.body))
        elif isinstance(node, ast.With | ast.AsyncWith):
            pending.extend(reversed(node.body))
        elif isinstance(node, ast.Try | ast.TryStar):
            pending.extend(reversed(node.finalbody))
            pending.extend(reversed(node.orelse))
            for handler in reversed(node.handlers):
                pending.extend(reversed(handler.body))
            pending.extend(reversed(node.body))
        elif isinstance(node, ast.Match):
            for case in reversed(node.cases):
                pending.extend(reversed(case.body))


def is_main_guard(test: ast.expr) -> bool:
    """Tell whether a test is ``__name__ == "__main__"``.

    Args:
        test: The test of an ``if`` statement

    Returns:
        True for the guard, whichever way round it is written

    Example:
        guarded = is_main_guard(node.test)
    """
    if not isinstance(test, ast.Compare) or len(test.ops) != 1 or not isinstance(test.ops[0], ast.Eq):
        return False
    sides = (test.left, test.comparators[0])
    named = any(isinstance(side, ast.Name) and side.id == "__name__" for side in sides)
    return named and any(isinstance(side, ast.Constant) and side.value == "__main__" for side in sides)


def is_type_checking(test: ast.expr) -> bool:
    """Tell whether a test is ``TYPE_CHECKING``.

    Args:
        test: The test of an ``if`` statement

    Returns:
        True for ``TYPE_CHECKING`` and ``typing.TYPE_CHECKING``

    Example:
        checking = is_type_checking(node.test)
    """
    name = dotted(test)
    return name is not None and name.rpartition(".")[2] == "TYPE_CHECKING"
