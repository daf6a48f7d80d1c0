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
from collections.abc import Iterable, Iterator, Mapping, Sequence

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
_PLAIN = (ast.Name, ast.Attribute)
_OPERANDS = (ast.Name, ast.Attribute, ast.Subscript, ast.Constant, ast.BinOp)
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
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Constant) and (node.value is None or node.value is True or node.value is False):
        return str(node.value)
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
    """The shapes that nearly all annotations and defaults have, written as ``ast.unparse`` writes them."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Constant):
        return _quick_constant(node.value)
    if depth > 6:
        return None
    if isinstance(node, ast.Attribute):
        value = _quick(node.value, depth + 1) if isinstance(node.value, _PLAIN) else None
        return None if value is None else f"{value}.{node.attr}"
    if isinstance(node, ast.Subscript):
        return _quick_subscript(node, depth)
    if isinstance(node, ast.BinOp) and type(node.op) is ast.BitOr and not isinstance(node.right, ast.BinOp):
        left, right = _quick(node.left, depth + 1), _quick(node.right, depth + 1)
        fits = isinstance(node.left, _OPERANDS) and isinstance(node.right, _OPERANDS)
        return f"{left} | {right}" if fits and left is not None and right is not None else None
    return None


def _quick_subscript(node: ast.Subscript, depth: int) -> str | None:
    value = _quick(node.value, depth + 1) if isinstance(node.value, _PLAIN) else None
    if value is None:
        return None
    if not isinstance(node.slice, ast.Tuple):
        inner = _quick(node.slice, depth + 1)
        return None if inner is None else f"{value}[{inner}]"
    parts = [_quick(item, depth + 1) for item in node.slice.elts[:20]]
    if not 2 <= len(node.slice.elts) <= 20 or None in parts:
        return None
    return f"{value}[{', '.join(part for part in parts if part is not None)}]"


def _quick_constant(value: object) -> str | None:
    if value is None or value is True or value is False:
        return str(value)
    if value is ...:
        return "..."
    if type(value) is int:
        return str(value) if 0 <= value < 10**9 else None
    if type(value) is str and len(value) < 60 and value.isascii() and value.isprintable() and "\\" not in value:
        return repr(value)
    return None


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
