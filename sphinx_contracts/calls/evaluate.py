"""Chains settled: what is called and what a value is, once all files of a project are known.

Types come from annotations, from constructors, from what the project's own functions return and from a small table
of well-known functions. Whatever is not sure stays unknown.

Key Components:
    - Evaluator: turns chains into dotted names and types

Usage:
    from sphinx_contracts.calls.evaluate import Evaluator
"""

import ast
from dataclasses import dataclass

from sphinx_contracts.calls._type_names import arguments_of, base_of, one_name
from sphinx_contracts.calls.frames import type_of
from sphinx_contracts.calls.known import Known
from sphinx_contracts.calls.returns import ATTRIBUTES, RETURNS
from sphinx_contracts.model.code import Chain
from sphinx_contracts.model.fast_init import fast_init

__all__ = ["Evaluator"]

_DEEPEST = 10
_ELEMENTS = frozenset(
    {"list", "set", "frozenset", "tuple", "deque", "Iterable", "Iterator", "Sequence", "Collection", "Generator"}
    | {"AbstractSet", "MutableSequence", "MutableSet", "List", "Set", "Tuple", "FrozenSet", "dict", "Dict", "Mapping"}
    | {"AsyncIterator", "AsyncIterable"}
)
_MAPPINGS = frozenset({"dict", "Dict", "Mapping", "MutableMapping", "defaultdict", "OrderedDict", "DefaultDict"})
_SELF = frozenset({"typing.Self", "typing_extensions.Self"})


@fast_init
@dataclass(frozen=True, slots=True)
class _State:
    """A name that stands for itself, or a value of a type."""

    name: str
    value: bool = False


class Evaluator:
    """Turns chains into dotted names and types.

    Responsibilities:
        - Follow attributes, calls, items and joins from a known root
        - Look methods and attributes up in classes and their bases

    Attributes:
        known: What the files tell

    Example:
        name = Evaluator(known).called(Chain("os.remove"))
    """

    def __init__(self, known: Known) -> None:
        """Start without anything settled.

        Args:
            known: What the files of the project tell
        """
        self.known = known
        self._settled: dict[tuple[str, bool, tuple[str, ...]], _State | None] = {}
        self._types: dict[tuple[str, str], str | None] = {}
        self._depth = 0

    def called(self, chain: Chain) -> str | None:
        """Tell what a call of a chain calls.

        Args:
            chain: The chain of what is called

        Returns:
            A dotted name: of a function, of a class, or of a method as ``class.method``; None where that is unknown

        Example:
            name = evaluator.called(Chain("pathlib.Path", steps=("()", ".mkdir")))  # "pathlib.Path.mkdir"
        """
        state = self._state(chain)
        if state is None:
            return None
        if not state.value:
            return state.name
        base = base_of(state.name)
        return self._member_name(base, "__call__") if base in self.known.classes else None

    def value(self, chain: Chain) -> str | None:
        """Tell the type of the value that a chain stands for.

        Args:
            chain: The chain

        Returns:
            The type, None where the chain stands for no value or an unknown one

        Example:
            name = evaluator.value(Chain("pathlib.Path", steps=("()",)))  # "pathlib.Path"
        """
        state = self._state(chain)
        return state.name if state is not None and state.value else None

    def named(self, chain: Chain) -> str | None:
        """Tell which class, function or module a chain names.

        Args:
            chain: The chain

        Returns:
            The dotted name; that of the class for an instance; None where it is unknown

        Example:
            name = evaluator.named(Chain("builtins.ValueError", steps=("()",)))  # "builtins.ValueError"
        """
        state = self._state(chain)
        return base_of(state.name) if state is not None else None

    def _state(self, chain: Chain) -> _State | None:
        key = chain.root, chain.instance, chain.steps  # a tuple is found faster than a record
        if key in self._settled:
            return self._settled[key]
        if self._depth > _DEEPEST:
            return None
        self._settled[key] = None  # a chain that leads back to itself is unknown
        self._depth += 1
        found = self._evaluated(chain)
        self._depth -= 1
        self._settled[key] = found
        return found

    def _evaluated(self, chain: Chain) -> _State | None:
        if chain.root.startswith("super:"):
            return self._super(chain)
        state: _State | None = _State(one_name(chain.root), chain.instance)
        if not chain.instance:
            state = self._reference(self.known.canonical(chain.root))
        elif base_of(chain.root) not in self.known.classes:
            state = _State(one_name(self._canonical_type(chain.root)), True)
        for step in chain.steps:
            if state is None:
                return None
            state = self._step(state, step)
        return state

    def _canonical_type(self, name: str) -> str:
        base, bracket, rest = name.partition("[")
        return f"{self.known.canonical(base)}{bracket}{rest}"

    def _super(self, chain: Chain) -> _State | None:
        owner = chain.root.removeprefix("super:")
        if not chain.steps or not chain.steps[0].startswith("."):
            return None
        state = self._member(owner, chain.steps[0][1:], include_own=False)
        for step in chain.steps[1:]:
            if state is None:
                return None
            state = self._step(state, step)
        return state

    def _reference(self, name: str) -> _State | None:
        variable = self.known.variables.get(name)
        if variable is not None and name not in self.known.classes and name not in self.known.signatures:
            return self._state(variable)
        return _State(one_name(name))

    def _step(self, state: _State, step: str) -> _State | None:
        if step.startswith("."):
            return self._attribute(state, step[1:])
        if step == "()":
            return self._call(state)
        if not state.value:
            return None
        if step == "/":
            return state if base_of(state.name) == "pathlib.Path" else None
        if step == "with":
            return self._entered(state)
        return self._element(state, step)

    def _attribute(self, state: _State, name: str) -> _State | None:
        base = base_of(state.name)
        if base in self.known.classes:
            return self._member(base, name)
        if state.value:
            known = ATTRIBUTES.get(f"{base}.{name}")
            return _State(known, True) if known is not None else _State(f"{base}.{name}")
        return self._reference(self.known.canonical(f"{state.name}.{name}"))

    def _member(self, owner: str, name: str, *, include_own: bool = True) -> _State | None:
        """A method or attribute of a class, looked up in its bases too."""
        inside, outside = self.known.bases(owner)
        for holder in (owner, *inside) if include_own else inside:
            qualname = f"{holder}.{name}"
            signature = self.known.signatures.get(qualname)
            if signature is not None:
                return self._returned(qualname, owner) if signature.kind == "property" else _State(qualname)
            if qualname in self.known.classes:
                return _State(qualname)
            annotation = self.known.annotations.get(qualname)
            if annotation is not None:
                found = self._type(*annotation)
                if found is not None:
                    return _State(one_name(self._canonical_type(found)), True)
            chain = self.known.attributes.get(qualname)
            if chain is not None:
                return self._state(chain)
        return _State(f"{one_name(outside[0])}.{name}") if outside else None

    def _member_name(self, owner: str, name: str) -> str | None:
        state = self._member(owner, name)
        return state.name if state is not None and not state.value else None

    def _call(self, state: _State) -> _State | None:
        name = state.name
        if state.value:
            base = base_of(name)
            called = self._member_name(base, "__call__") if base in self.known.classes else None
            return self._returned(called, base) if called is not None else None
        if name in self.known.classes:
            return _State(name, True)
        if name in self.known.signatures:
            return self._returned(name, self.known.signatures[name].owner)
        known = RETURNS.get(name)
        if known is not None:
            return _State(known, True)
        last = name.rpartition(".")[2]
        return _State(name, True) if last[:1].isupper() and not last.isupper() else None

    def _returned(self, qualname: str, owner: str | None) -> _State | None:
        signature = self.known.signatures.get(qualname)
        if signature is None or signature.returns is None:
            return None
        found = self._type(signature.module, signature.returns)
        if found in _SELF:
            found = owner
        return _State(one_name(self._canonical_type(found)), True) if found is not None else None

    def _type(self, module: str, text: str) -> str | None:
        key = module, text
        if key not in self._types:
            frame = self.known.frames.get(module)
            self._types[key] = type_of(ast.Constant(text), frame) if frame is not None else None
        return self._types[key]

    def _entered(self, state: _State) -> _State | None:
        base = base_of(state.name)
        if base in self.known.classes:
            entered = self._member_name(base, "__enter__")
            found = self._returned(entered, base) if entered is not None else None
            return found if found is not None else state
        if base == "tempfile.TemporaryDirectory":
            return _State("builtins.str", True)
        arguments = arguments_of(state.name)
        if (
            base.rpartition(".")[2] in ("Iterator", "Generator", "AsyncIterator", "AbstractContextManager")
            and arguments
        ):
            return _State(one_name(arguments[0]), True)
        return state

    def _element(self, state: _State, step: str) -> _State | None:
        arguments = arguments_of(state.name)
        last = base_of(state.name).rpartition(".")[2]
        if not arguments or (last not in _ELEMENTS and last not in _MAPPINGS):
            return None
        chosen = arguments[-1] if last in _MAPPINGS and step == "[]" else arguments[0]
        return _State(one_name(self._canonical_type(chosen)), True) if chosen != "?" else None
