"""What a type annotation means, as far as that is sure.

Names are resolved through the imports of the object's module. Whatever holds a name that is not surely known gives
None or False, and rules stay silent.

Key Components:
    - alternatives: the types that a union allows, as dotted names
    - head: the outermost type of an annotation with its arguments, None taken out of a union
    - gives_nothing: does a callable with this return annotation hand out no value
    - never_none: is None surely not allowed
    - not_enough: where a type stands that is no annotation here

Usage:
    from sphinx_contracts.rules.annotations import never_none

    implicit = never_none("list[int]", context)
"""

import ast
import warnings
from functools import lru_cache

from sphinx_contracts.model.contract import Callable
from sphinx_contracts.rules.dotted_names import resolve
from sphinx_contracts.rules.rule import Context

__all__ = ["alternatives", "gives_nothing", "head", "never_none", "not_enough"]

_LONGEST = 500  # characters of an annotation that is looked at
_MOST_NODES = 400
_DEEPEST = 10  # unions, strings and forms in each other

_FORMS = frozenset({"Optional", "Union", "Annotated", "Literal"})
_TYPING = ("typing", "typing_extensions")
_NO_VALUE = frozenset({"NoReturn", "Never"})
_LATER = frozenset({"Awaitable", "Coroutine"})
_GENERICS = [
    "Sequence",
    "MutableSequence",
    "Mapping",
    "MutableMapping",
    "Iterable",
    "Iterator",
    "Collection",
    "Callable",
    "Generator",
    "AsyncIterator",
    "AsyncIterable",
    "Awaitable",
    "Coroutine",
]
_NEVER_NONE = frozenset(
    {
        *(f"typing.{name}" for name in ("List", "Dict", "Set", "FrozenSet", "Tuple", "Type", "Text")),
        *(f"{module}.{name}" for module in ("typing", "collections.abc") for name in _GENERICS),
        "collections.OrderedDict",
        "collections.defaultdict",
        "collections.deque",
        "collections.Counter",
        "pathlib.Path",
        "pathlib.PurePath",
        "datetime.datetime",
        "datetime.date",
        "datetime.timedelta",
        "decimal.Decimal",
        "uuid.UUID",
        "argparse.Namespace",
        "logging.Logger",
    }
)


@lru_cache(maxsize=4096)
def _parsed(text: str) -> ast.expr | None:
    if len(text) > _LONGEST:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _dotted(node: ast.expr) -> str | None:
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    parts.append(node.id)
    return ".".join(reversed(parts))


def alternatives(text: str, context: Context) -> list[str] | None:
    """Read an annotation into the types that it allows.

    Args:
        text: The annotation
        context: What surrounds the object

    Returns:
        The dotted names of the outermost types, "None" among them; None where something is unclear

    Example:
        types = alternatives("Optional[List[int]]", context)  # ["typing.List", "None"]
    """
    root = _parsed(text)
    if root is None:
        return None
    pending: list[ast.expr] = [root]
    found: list[str] = []
    for _ in range(_MOST_NODES):
        if not pending:
            return found
        node = pending.pop()
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            pending += [node.left, node.right]
        elif isinstance(node, ast.Constant):
            inner = _parsed(node.value) if isinstance(node.value, str) else None
            if node.value is not None and inner is None:
                return None
            if inner is not None:
                pending.append(inner)
            else:
                found.append("None")
        elif isinstance(node, ast.Subscript):
            if not _subscript(node, context, pending, found):
                return None
        else:
            dotted = _resolved(node, context)
            if dotted is None:
                return None
            found.append(dotted)
    return None


def _resolved(node: ast.expr, context: Context) -> str | None:
    name = _dotted(node)
    return None if name is None else resolve(name, context)


def _elements(node: ast.Subscript) -> list[ast.expr]:
    return list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]


def _subscript(node: ast.Subscript, context: Context, pending: list[ast.expr], found: list[str]) -> bool:
    """Take a subscript apart; False where it is unclear."""
    dotted = _resolved(node.value, context)
    if dotted is None:
        return False
    module, _, form = dotted.rpartition(".")
    inner = _elements(node)
    if module not in _TYPING or form not in _FORMS:
        found.append(dotted)
    elif form == "Literal":
        for value in inner:
            if not isinstance(value, ast.Constant):
                return False
            found.append("None" if value.value is None else f"builtins.{type(value.value).__name__}")
    elif form == "Annotated":
        pending += inner[:1]
    else:
        pending += inner
        found += ["None"] if form == "Optional" else []
    return True


def head(text: str, context: Context) -> tuple[str, tuple[str, ...]] | None:
    """Find the outermost type of an annotation.

    Args:
        text: The annotation
        context: What surrounds the object

    Returns:
        Its dotted name, and its arguments as source text; ``None`` is taken out of a union first. None where several
        types remain or the name is not known

    Example:
        name, arguments = head("Optional[Dict[str, int]]", context)  # "typing.Dict", ("str", "int")
    """
    node = _parsed(text)
    for _ in range(_DEEPEST):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node = _parsed(node.value)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            node = _only([node.left, node.right])
        elif isinstance(node, ast.Subscript):
            dotted = _resolved(node.value, context)
            inner = _elements(node)
            if dotted is None:
                return None
            module, _, form = dotted.rpartition(".")
            if module in _TYPING and form in _FORMS - {"Literal"}:
                node = inner[0] if form in ("Optional", "Annotated") else _only(inner)
            else:
                return dotted, tuple(ast.unparse(item) for item in inner)
        elif node is None:
            return None
        else:
            dotted = _resolved(node, context)
            return None if dotted is None else (dotted, ())
    return None


def _only(nodes: list[ast.expr]) -> ast.expr | None:
    """The one member of a union that is not None."""
    left = [node for node in nodes if not (isinstance(node, ast.Constant) and node.value is None)]
    return left[0] if len(left) == 1 else None


def not_enough(subject: Callable) -> str:
    """Tell where a type stands that does not annotate the callable itself.

    Args:
        subject: A callable whose contract gives a type where its signature gives none

    Returns:
        The end of a message, from its semicolon on

    Example:
        hint = not_enough(subject)
    """
    # what a contract is inherited from may be annotated itself
    place = "the docstring" if subject.inherited_from is None else subject.inherited_from
    return f"; the type in {place} is not enough"


def gives_nothing(annotation: str, context: Context) -> bool:
    """Tell whether a callable with a return annotation hands out no value.

    Args:
        annotation: The return annotation
        context: What surrounds the callable

    Returns:
        True for ``None``, ``NoReturn`` and ``Never``, awaited or not

    Example:
        assert gives_nothing("None", context)
    """
    node = _parsed(annotation)
    if isinstance(node, ast.Constant):
        return node.value is None or (isinstance(node.value, str) and node.value.strip() == "None")
    found = head(annotation, context)
    if found is None:
        return False
    dotted, arguments = found
    name = dotted.rpartition(".")[2]
    return name in _NO_VALUE or (name in _LATER and arguments[-1:] == ("None",))


def never_none(text: str, context: Context) -> bool:
    """Tell whether an annotation surely does not allow None.

    Args:
        text: The annotation
        context: What surrounds the object

    Returns:
        True when every alternative is a builtin, a known generic or a class of the project

    Example:
        implicit = never_none("list[int]", context)
    """
    found = alternatives(text, context)
    return bool(found) and all(_is_never_none(item, context) for item in found or ())


def _is_never_none(dotted: str, context: Context) -> bool:
    if dotted.startswith("builtins."):
        return dotted != "builtins.object"
    found = context.classes.get(dotted)
    return dotted in _NEVER_NONE or (found is not None and found.kind != "protocol")
