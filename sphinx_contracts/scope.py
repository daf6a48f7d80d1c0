"""Names and statements: what a name in a module stands for, and which statements run.

Nothing is imported: names are followed through the module's own import statements, wherever they stand at module
level (``try``, ``if TYPE_CHECKING`` and the like included).

Key Components:
    - imported_names: what an import statement binds
    - dotted: a dotted expression as text
    - resolved: a dotted name with its first part replaced by what it stands for
    - column_of: where a node starts
    - flat_statements: a body's statements, those under ``if``, ``try`` and ``with`` included

Usage:
    import ast

    from sphinx_contracts.scope import dotted

    name = dotted(ast.parse("os.path.join", mode="eval").body)
"""

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = [
    "column_of",
    "dotted",
    "flat_statements",
    "imported_names",
    "is_main_guard",
    "is_type_checking",
    "resolved",
]

# what only Python 2 has; such an import stands beside the one that counts
_OLD = frozenset(
    {"urllib2", "urlparse", "httplib", "cPickle", "StringIO", "cStringIO", "ConfigParser", "Queue", "__builtin__"}
    | {"Cookie", "cookielib", "HTMLParser", "commands", "SocketServer", "BaseHTTPServer", "xmlrpclib", "Tkinter"}
    | {f"urllib.{name}" for name in ("urlopen", "urlretrieve", "quote", "unquote", "urlencode", "quote_plus")}
)

_HOLDERS: tuple[type, ...] = (ast.ExceptHandler, ast.match_case)  # no statements, though they hold some
_INNER: dict[type, tuple[str, ...]] = {}  # where the statements inside a statement stand, last first
for _kinds, _fields in (
    ((ast.If, ast.For, ast.While, ast.AsyncFor), ("orelse", "body")),
    ((ast.Try, ast.TryStar), ("finalbody", "orelse", "handlers", "body")),
    ((ast.With, ast.AsyncWith, *_HOLDERS), ("body",)),
    ((ast.Match,), ("cases",)),
):
    _INNER.update(dict.fromkeys(_kinds, _fields))


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


def flat_statements(body: Iterable[ast.stmt]) -> list[ast.stmt]:
    """List a body's statements in order, those under ``if``, ``try``, ``with`` and loops included.

    The compound statements themselves come before what they hold; ``if __name__ == "__main__"`` is left out with
    all it holds.

    Args:
        body: The statements of a module or class

    Returns:
        Each statement that runs in the same scope

    Example:
        names = [type(item).__name__ for item in flat_statements(tree.body)]
    """
    found: list[ast.stmt] = []
    pending = list(body)[::-1]
    while pending:
        node = pending.pop()
        inner = _INNER.get(type(node))
        if inner is None:
            found.append(node)
        elif isinstance(node, ast.If) and is_main_guard(node.test):
            pending += node.orelse[::-1]
        else:
            if type(node) not in _HOLDERS:
                found.append(node)
            for name in inner:
                pending += getattr(node, name)[::-1]
    return found


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
