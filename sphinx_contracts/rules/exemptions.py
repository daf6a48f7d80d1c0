"""Whom rules leave alone.

Each function answers one question about one object; the rules ask and never decide themselves, so the list of
exemptions can be read in one place.

Key Components:
    - is_exempt_module: modules that no module rule applies to
    - is_reexporting_package: packages of which only a docstring is asked
    - is_exempt: callables that no rule applies to
    - is_passed_over: those that rules need not look at
    - is_undocumented_by_right: callables that no documentation rule applies to
    - takes_inputs, takes_example, takes_returns, takes_raises: what a callable is asked for
    - RECORD_KINDS, PLAIN_KINDS, FIELD_KINDS, ATTRIBUTE_KINDS: kinds of classes

Usage:
    from sphinx_contracts.rules.exemptions import is_exempt

    skipped = is_exempt(method)
"""

from sphinx_contracts.model.contract import Callable, Module
from sphinx_contracts.model.rows import Input

__all__ = [
    "ATTRIBUTE_KINDS",
    "FIELD_KINDS",
    "PLAIN_KINDS",
    "RECORD_KINDS",
    "documentable",
    "is_context_manager",
    "is_exempt",
    "is_exempt_module",
    "is_passed_over",
    "is_reexporting_package",
    "is_undocumented_by_right",
    "takes_example",
    "takes_inputs",
    "takes_raises",
    "takes_returns",
]

RECORD_KINDS = frozenset({"dataclass", "namedtuple", "typeddict", "model"})
FIELD_KINDS = RECORD_KINDS | {"enum"}
PLAIN_KINDS = frozenset({"class", "abstract", "protocol"})
ATTRIBUTE_KINDS = PLAIN_KINDS | {"exception"}

_CONTEXT_MANAGERS = frozenset({"contextlib.contextmanager", "contextlib.asynccontextmanager"})


def is_exempt_module(module: Module) -> bool:
    """Tell whether no module rule applies: tests, files that cannot be read, packages that only re-export.

    Args:
        module: The module

    Returns:
        True when it is exempt

    Example:
        skipped = is_exempt_module(module)
    """
    facts = module.facts
    unread = any(problem.rule in ("source-unreadable", "source-unparsable") for problem in facts.problems)
    return facts.is_test or unread or (facts.is_package and (facts.is_empty or not facts.has_code))


def is_reexporting_package(module: Module) -> bool:
    """Tell whether a package holds code but defines no class or function of its own.

    Args:
        module: The module

    Returns:
        True when a docstring is all that is asked of it

    Example:
        modest = is_reexporting_package(module)
    """
    homes = {item.facts.home for item in module.classes} | {item.facts.home for item in module.functions}
    return module.facts.is_package and not homes & {"", module.name}


def is_exempt(subject: Callable) -> bool:
    """Tell whether no rule at all applies: overload stubs and special methods.

    Args:
        subject: The callable

    Returns:
        True for ``@overload`` stubs and dunder methods other than ``__init__`` and ``__call__``

    Example:
        skipped = is_exempt(method)
    """
    name = subject.name
    if subject.facts.is_overload:
        return True
    dunder = len(name) > 4 and name.startswith("__") and name.endswith("__")
    return dunder and name not in ("__init__", "__call__") and not subject.facts.is_constructor


def is_passed_over(subject: Callable) -> bool:
    """Tell whether rules need not look at a callable: what is exempt, but for what runs in a made constructor.

    Args:
        subject: The callable

    Returns:
        True where no rule can find anything

    Example:
        skipped = is_passed_over(method)
    """
    return is_exempt(subject) and subject.name != "__post_init__"


def is_undocumented_by_right(subject: Callable) -> bool:
    """Tell whether no rule that looks at documentation applies: overrides and a property's setter and deleter besides.

    Args:
        subject: The callable

    Returns:
        True when its documentation stands elsewhere

    Example:
        skipped = is_undocumented_by_right(method)
    """
    facts = subject.facts
    return is_exempt(subject) or facts.is_override or facts.is_accessor or subject.inherited_from is not None


def takes_inputs(subject: Callable) -> bool:
    """Tell whether a callable's parameters are to be documented.

    Args:
        subject: The callable

    Returns:
        True when at least one parameter is to be documented

    Example:
        asked = takes_inputs(function)
    """
    if subject.kind == "property":
        return False
    return any(documentable(item) for item in subject.inputs)


def takes_returns(subject: Callable) -> bool:
    """Tell whether rules on Returns and Yields apply to a callable.

    Args:
        subject: The callable

    Returns:
        False for constructors, and for properties whose summary stands for Returns

    Example:
        asked = takes_returns(function)
    """
    if subject.facts.is_constructor:
        return False
    return subject.kind != "property"


def takes_raises(subject: Callable) -> bool:
    """Tell whether rules on what a callable's code raises apply to it.

    Args:
        subject: The callable

    Returns:
        False where its documentation stands elsewhere, and for abstract methods; True for ``__post_init__``

    Example:
        asked = takes_raises(function)
    """
    if subject.name == "__post_init__":
        return True
    return not (is_undocumented_by_right(subject) or subject.facts.is_abstract)


def takes_example(subject: Callable) -> bool:
    """Tell whether a callable is to show an example.

    Args:
        subject: The callable

    Returns:
        False for constructors, properties and a function called ``main``

    Example:
        asked = takes_example(function)
    """
    if subject.facts.is_constructor or subject.kind == "property":
        return False
    return not (subject.name == "main" and subject.kind == "function")


def documentable(item: Input) -> bool:
    """Tell whether a parameter is to be documented.

    Args:
        item: The parameter

    Returns:
        False for ``self``, ``cls`` and names that start with an underscore

    Example:
        names = [item.name for item in function.inputs if documentable(item)]
    """
    return not item.name.startswith("_") and item.name not in ("self", "cls")


def is_context_manager(subject: Callable) -> bool:
    """Tell whether a generator is turned into a context manager.

    Args:
        subject: The callable

    Returns:
        True when it carries ``contextlib.contextmanager`` or its asynchronous kin

    Example:
        manager = is_context_manager(function)
    """
    return any(name in _CONTEXT_MANAGERS for name in subject.facts.decorators)
