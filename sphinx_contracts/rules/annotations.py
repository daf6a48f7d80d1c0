"""What a type annotation means, as far as that is sure.

Annotations and the types of docstrings are read into sets of builtin and project types. Whatever holds a name
that is not surely one of these gives None, and rules stay silent.

Key Components:
    - resolve: a name in a module to its dotted name
    - members: the types that an annotation allows
    - are_disjoint: can no value be of both
    - never_none: is None surely not allowed
    - plain: an annotation without quotes and module prefix
    - ancestors: all base classes of a project class

Usage:
    from sphinx_contracts.rules.annotations import plain

    assert plain("'typing.NoReturn'") == "NoReturn"
"""

import ast
import builtins
import warnings
from functools import lru_cache

from sphinx_contracts.model.contract import Class
from sphinx_contracts.rules.rule import Context

__all__ = ["ancestors", "are_disjoint", "members", "never_none", "plain", "resolve"]

_LONGEST = 500
_MOST_NODES = 400
_DEEPEST = 50

_ALIASES = {
    "List": "list",
    "Dict": "dict",
    "Set": "set",
    "FrozenSet": "frozenset",
    "Tuple": "tuple",
}
_FORMS = frozenset({"Optional", "Union", "Annotated", "Literal"})
_ROOTS = frozenset(
    {
        "object",
        "abc.ABC",
        "typing.Generic",
        "typing.Protocol",
        "typing_extensions.Protocol",
        "typing_extensions.Generic",
        "enum.Enum",
        "enum.IntEnum",
        "enum.StrEnum",
        "enum.Flag",
        "enum.IntFlag",
    }
)
_ALSO = {
    "enum.IntEnum": "builtins.int",
    "enum.IntFlag": "builtins.int",
    "enum.StrEnum": "builtins.str",
}
_BY_KIND = {"namedtuple": "builtins.tuple", "typeddict": "builtins.dict"}
_NUMBERS = ("builtins.bool", "builtins.int", "builtins.float", "builtins.complex")
_UNSURE = frozenset({"object", "type", "property", "staticmethod", "classmethod", "super"})
_NEVER_NONE = frozenset(
    {
        *(f"typing.{name}" for name in ("List", "Dict", "Set", "FrozenSet", "Tuple", "Type", "Callable", "Text")),
        *(
            f"{module}.{name}"
            for module in ("typing", "collections.abc")
            for name in ("Sequence", "MutableSequence", "Mapping", "MutableMapping", "Iterable", "Iterator", "Callable")
        ),
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


def plain(annotation: str | None) -> str:
    """Take quotes and a module prefix off an annotation.

    Args:
        annotation: The annotation as source text, None for none

    Returns:
        The bare name or expression, "" for none

    Example:
        assert plain("typing.Never") == "Never"
    """
    text = (annotation or "").strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1].strip()
    head, bracket, rest = text.partition("[")
    if head.replace(".", "").replace("_", "").isalnum():
        head = head.rpartition(".")[2]
    return head + bracket + rest


def resolve(name: str, context: Context) -> str | None:
    """Find the dotted name that a name in the object's module stands for.

    Args:
        name: A name, dotted or not
        context: What surrounds the object

    Returns:
        The dotted name, that of the project's class where it is one; None when the name is unknown

    Example:
        dotted = resolve("np.ndarray", context)
    """
    head, dot, rest = name.partition(".")
    facts = context.home.facts
    target = facts.names.get(head)
    if target is None and head in facts.defined:
        target = f"{context.home.name}.{head}"
    if target is None and isinstance(getattr(builtins, head, None), type):
        target = f"builtins.{head}"
    if target is None and (head in _ALIASES or head in _FORMS or head == "Any"):
        target = f"typing.{head}"
    if target is None:
        return None
    return _canonical(target + dot + rest, context)


def _canonical(dotted: str, context: Context) -> str:
    """Follow re-exports until a class of the project is reached or nothing more is known."""
    for _ in range(10):
        found = context.classes.get(dotted)
        if found is not None:
            return found.qualname
        holder, _, last = dotted.rpartition(".")
        module = context.modules.get(holder)
        further = module.facts.names.get(last) if module is not None else None
        if further is None or further == dotted:
            break
        dotted = further
    return dotted


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


def _leaves(text: str, context: Context) -> list[str] | None:
    """The alternatives of an annotation as dotted names, "None" included; None where something is unclear."""
    root = _parsed(text)
    if root is None:
        return None
    stack: list[ast.expr] = [root]
    found: list[str] = []
    visited = 0
    while stack:
        node = stack.pop()
        visited += 1
        if visited > _MOST_NODES:
            return None
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            stack += [node.left, node.right]
        elif isinstance(node, ast.Constant):
            if node.value is None:
                found.append("None")
                continue
            inner = _parsed(node.value) if isinstance(node.value, str) else None
            if inner is None:
                return None
            stack.append(inner)
        elif isinstance(node, ast.Subscript):
            if not _subscript(node, context, stack, found):
                return None
        else:
            name = _dotted(node)
            dotted = resolve(name, context) if name is not None else None
            if dotted is None:
                return None
            found.append(dotted)
    return found


def _subscript(node: ast.Subscript, context: Context, stack: list[ast.expr], found: list[str]) -> bool:
    name = _dotted(node.value)
    dotted = resolve(name, context) if name is not None else None
    if dotted is None:
        return False
    module, _, form = dotted.rpartition(".")
    inner = list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]
    if module not in ("typing", "typing_extensions") or form not in _FORMS:
        found.append(dotted)
    elif form == "Literal":
        for value in inner:
            if not isinstance(value, ast.Constant):
                return False
            found.append("None" if value.value is None else f"builtins.{type(value.value).__name__}")
    elif form == "Annotated":
        stack += inner[:1]
    else:
        stack += inner
        found += ["None"] if form == "Optional" else []
    return True


def members(text: str, context: Context) -> frozenset[str] | None:
    """Read the types that an annotation allows.

    Args:
        text: The annotation, or a type from a docstring
        context: What surrounds the object

    Returns:
        "None", builtin types as ``builtins.NAME`` and project classes by qualified name; None when unsure

    Example:
        types = members("Optional[List[int]]", context)  # {"builtins.list", "None"}
    """
    leaves = _leaves(text, context)
    if leaves is None:
        return None
    types: set[str] = set()
    for leaf in leaves:
        module, _, name = leaf.rpartition(".")
        if module in ("typing", "typing_extensions") and name in _ALIASES:
            types.add(f"builtins.{_ALIASES[name]}")
        elif leaf == "None":
            types.add(leaf)
        elif module == "builtins" and name not in _UNSURE:
            types.add(leaf)
        elif ancestors(leaf, context) is not None:
            types.add(leaf)
        else:
            return None
    return frozenset(types)


def ancestors(qualname: str, context: Context) -> frozenset[str] | None:
    """Collect all base classes of a project class.

    Args:
        qualname: The class's dotted name
        context: What surrounds the object

    Returns:
        Its bases and theirs; None when it is no project class, a protocol, or has a base that is not known

    Example:
        bases = ancestors("core.train.Engine", context)
    """
    pending, seen = [qualname], set[str]()
    while pending:
        name = pending.pop()
        if name in seen:
            continue
        seen.add(name)
        if name in _ROOTS or name.startswith("builtins."):
            seen |= {_ALSO[name]} if name in _ALSO else set()
            continue
        if isinstance(getattr(builtins, name, None), type):
            seen.add(f"builtins.{name}")
            continue
        found = context.classes.get(_canonical(name, context))
        if found is None or found.kind == "protocol" or len(seen) > _DEEPEST:
            return None
        if found.kind in _BY_KIND:
            seen |= {_BY_KIND[found.kind]}
        pending += _bases(found)
    return frozenset(seen)


def _bases(found: Class) -> list[str]:
    if found.kind in _BY_KIND:
        plain_bases = ("NamedTuple", "TypedDict")
        return [base for base in found.facts.bases if base.rpartition(".")[2] not in plain_bases]
    return list(found.facts.bases)


def are_disjoint(left: frozenset[str], right: frozenset[str], context: Context) -> bool:
    """Tell whether no value can be of both types.

    Args:
        left: Types as ``members`` gives them
        right: Types as ``members`` gives them
        context: What surrounds the object

    Returns:
        True when it is sure; False where one side holds nothing but None

    Example:
        wrong = are_disjoint(frozenset({"builtins.str"}), frozenset({"builtins.int"}), context)
    """
    ours, theirs = left - {"None"}, right - {"None"}
    if not ours or not theirs:
        return False
    return not any(_related(one, other, context) for one in ours for other in theirs)


def _related(one: str, other: str, context: Context) -> bool:
    if one == other or (one in _NUMBERS and other in _NUMBERS):
        return True
    if one.startswith("builtins.") and other.startswith("builtins."):
        first, second = getattr(builtins, one[9:]), getattr(builtins, other[9:])
        return issubclass(first, second) or issubclass(second, first) or {one, other} <= _BYTES
    for below, above in ((one, other), (other, one)):
        bases = None if below.startswith("builtins.") else ancestors(below, context)
        if bases is not None and any(
            base == above or (base.startswith("builtins.") and above.startswith("builtins.") and _related(base, above, context))
            for base in (_canonical(base, context) for base in bases)
        ):
            return True
    return False


_BYTES = frozenset({"builtins.bytes", "builtins.bytearray", "builtins.memoryview"})


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
    leaves = _leaves(text, context)
    if not leaves:
        return False
    return all(_is_never_none(leaf, context) for leaf in leaves)


def _is_never_none(leaf: str, context: Context) -> bool:
    if leaf.startswith("builtins."):
        return leaf != "builtins.object"
    found = context.classes.get(leaf)
    return leaf in _NEVER_NONE or (found is not None and found.kind != "protocol")
