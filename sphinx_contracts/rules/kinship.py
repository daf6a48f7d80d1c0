"""Which types can share a value: the builtin types and the project's classes with their bases.

Rules are silent where classes may be related in a way that cannot be seen, so this module answers with yes only
where it is sure.

Key Components:
    - members: the types that an annotation allows, where all of them are known
    - ancestors: all base classes of a project class
    - are_disjoint: can no value be of both

Usage:
    from sphinx_contracts.rules.kinship import are_disjoint, members

    ours, theirs = members("int", context), members("str", context)
    wrong = ours is not None and theirs is not None and are_disjoint(ours, theirs, context)
"""

import builtins

from sphinx_contracts.model.contract import Class
from sphinx_contracts.rules.annotations import alternatives
from sphinx_contracts.rules.dotted_names import canonical, resolve_in
from sphinx_contracts.rules.rule import Context

__all__ = ["ancestors", "are_disjoint", "members"]

_MOST = 50  # bases that are followed
_ALIASES = {"List": "list", "Dict": "dict", "Set": "set", "FrozenSet": "frozenset", "Tuple": "tuple", "Text": "str"}
_ROOTS = frozenset(
    {
        "abc.ABC",
        "typing.Generic",
        "typing_extensions.Generic",
        "enum.Enum",
        "enum.IntEnum",
        "enum.StrEnum",
        "enum.Flag",
        "enum.IntFlag",
    }
)
_ALSO = {"enum.IntEnum": "builtins.int", "enum.IntFlag": "builtins.int", "enum.StrEnum": "builtins.str"}
_BY_KIND = {"namedtuple": "builtins.tuple", "typeddict": "builtins.dict"}
_MAKERS = ("NamedTuple", "TypedDict")
# types that stand for one another in speech, or hold values of many types
_ALIKE = (
    frozenset({"builtins.bool", "builtins.int", "builtins.float", "builtins.complex"}),
    frozenset({"builtins.bytes", "builtins.bytearray", "builtins.memoryview"}),
    frozenset({"builtins.set", "builtins.frozenset"}),
)
_UNSURE = frozenset({"object", "type", "property", "staticmethod", "classmethod", "super"})


def members(text: str, context: Context) -> frozenset[str] | None:
    """Read the types that an annotation allows.

    Args:
        text: The annotation, or a type from a docstring
        context: What surrounds the object

    Returns:
        "None", builtin types as ``builtins.NAME`` and project classes by dotted name; None when unsure

    Example:
        types = members("Optional[List[int]]", context)  # {"builtins.list", "None"}
    """
    found = alternatives(text, context)
    if found is None:
        return None
    types: set[str] = set()
    for item in found:
        module, _, name = item.rpartition(".")
        if module in ("typing", "typing_extensions") and name in _ALIASES:
            item = f"builtins.{_ALIASES[name]}"
        plain = item == "None" or (item.startswith("builtins.") and name not in _UNSURE)
        if not plain and ancestors(item, context) is None:
            return None
        types.add(item)
    return frozenset(types)


def ancestors(name: str, context: Context) -> frozenset[str] | None:
    """Collect all base classes of a project class.

    Args:
        name: The class's dotted name
        context: What knows the project's classes

    Returns:
        The class, its bases and theirs; None when it is no project class, a protocol, or has a base that is not known

    Example:
        bases = ancestors("core.train.Engine", context)
    """
    pending, seen = [name], set[str]()
    while pending:
        item = pending.pop()
        if item in seen:
            continue
        if item in _ROOTS or item.startswith("builtins."):
            seen |= {item, _ALSO.get(item, item)}
            continue
        found = context.classes.get(item)
        if found is None or found.kind == "protocol" or len(seen) > _MOST:
            return None
        seen |= {item, _BY_KIND.get(found.kind, item)}
        for base in _bases(found, context):
            if base is None:
                return None
            pending.append(base)
    return frozenset(seen)


def _bases(found: Class, context: Context) -> list[str | None]:
    home = context.modules.get(found.facts.home)
    if home is None:
        return [None]
    bases: list[str | None] = []
    for base in found.facts.bases:
        if found.kind in _BY_KIND and base.rpartition(".")[2] in _MAKERS:
            continue
        # names that an import brought are dotted already; what is bare stands in the same module or is a builtin
        known = base in _ROOTS or canonical(base, context) in context.classes
        bases.append(canonical(base, context) if known else resolve_in(base, home, context))
    return bases


def are_disjoint(left: frozenset[str], right: frozenset[str], context: Context) -> bool:
    """Tell whether no value can be of both types.

    Args:
        left: Types as ``members`` gives them
        right: Types as ``members`` gives them
        context: What knows the project's classes

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
    if one == other or any({one, other} <= group for group in _ALIKE):
        return True
    if one.startswith("builtins.") and other.startswith("builtins."):
        first, second = getattr(builtins, one[9:]), getattr(builtins, other[9:])
        return issubclass(first, second) or issubclass(second, first)
    return _descends(one, other, context) or _descends(other, one, context)


def _descends(below: str, above: str, context: Context) -> bool:
    bases = ancestors(below, context) if not below.startswith("builtins.") else None
    if bases is None:
        return False
    if not above.startswith("builtins."):
        return above in bases
    return any(base.startswith("builtins.") and _related(base, above, context) for base in bases)
