"""What the code of a project does, settled across files: effects and exceptions of every callable and import.

Every body was collected on its own; here names are followed into other files, the call graph is built, and what
travels through calls is carried to the callers.

Key Components:
    - Behaviour: the effects and exceptions of one callable
    - Survey: settles those of all callables and modules

Usage:
    from sphinx_contracts.analyse.behaviour import Survey
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sphinx_contracts.analyse._change_category import category_of_change
from sphinx_contracts.analyse._handed_on import handing_on_nothing
from sphinx_contracts.analyse._put_back import put_back
from sphinx_contracts.analyse._replaced import is_replaced, overridden
from sphinx_contracts.analyse.hierarchy import Index, all_classes
from sphinx_contracts.calls.evaluate import Evaluator
from sphinx_contracts.calls.frames import Frame
from sphinx_contracts.calls.known import Known, Signature
from sphinx_contracts.effects.detect import Detector
from sphinx_contracts.effects.travel import Arrival, Edge, travelled_effects, travelled_escapes
from sphinx_contracts.model.code import Body, CallSite, Chain
from sphinx_contracts.model.contract import Callable, Class, Module
from sphinx_contracts.model.fast_init import fast_init, replace
from sphinx_contracts.model.rows import Evidence
from sphinx_contracts.raises.escapes import Caught, Escape, escapes_of, is_caught
from sphinx_contracts.raises.hierarchy import NEVER_ERRORS, Exceptions

__all__ = ["Behaviour", "Survey"]

_CONSTRUCTORS = ("__init__", "__post_init__", "__new__")


@fast_init
@dataclass(frozen=True, slots=True)
class Behaviour:
    """The effects and exceptions of one callable or import."""

    effects: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)  # category -> where the code shows it
    escapes: tuple[Escape, ...] = ()  # exceptions of its own raise statements
    arrivals: tuple[Arrival, ...] = ()  # exceptions that come through calls
    warnings: tuple[CallSite, ...] = ()  # calls of ``warnings.warn``
    opaque: bool = True  # it may raise more than is told here
    hands_on_nothing: bool = False  # all that it returns is what callees give, which is nothing


def _callables(modules: Iterable[Module]) -> Iterator[tuple[Module, Callable, Class | None]]:
    for module in modules:
        for function in module.functions:
            yield module, function, None
        for contract in all_classes(module.classes):
            for method in contract.methods:
                yield module, method, contract


class Survey:
    """One pass over all bodies of a project, then over its call graph.

    Responsibilities:
        - Settle what every body calls
        - Carry effects and exceptions up the call graph

    Attributes:
        evaluator: Follows names across files
        exceptions: Names and ancestors of exceptions

    Example:
        behaviours = Survey(modules, Index(modules), {}).behaviours()
    """

    def __init__(self, modules: Sequence[Module], index: Index, effects: Mapping[str, str]) -> None:
        """Take the files.

        Args:
            modules: The modules with their bodies
            index: The same modules by name
            effects: The setting ``effects``
        """
        self._modules = modules
        self._index = index
        self.evaluator = Evaluator(self._known())
        self._detector = Detector(effects, self.evaluator.named)
        self.exceptions = Exceptions(index.base_names, index.classes)
        self._edges: dict[str, list[Edge]] = {}
        self._effects: dict[str, dict[str, list[Evidence]]] = {}
        self._warnings: dict[str, list[CallSite]] = {}
        self._resolved: dict[str, bool] = {}
        self._calls: dict[str, dict[str, None]] = {}

    def _known(self) -> Known:
        frames: dict[str, Frame] = {}
        variables: dict[str, Chain] = {}
        signatures: dict[str, Signature] = {}
        annotations: dict[str, tuple[str, str]] = {}
        attributes: dict[str, Chain] = {}
        for module in self._modules:
            facts = module.facts
            frames[module.name] = Frame(module.name, facts.names, facts.defined, facts.is_package)
            variables.update(facts.variables)
            for contract in all_classes(module.classes):
                for item in contract.fields:
                    if item.facts.annotated and item.type is not None:
                        annotations[f"{contract.qualname}.{item.name}"] = module.name, item.type
                for name, chain in contract.facts.attributes.items():
                    attributes[f"{contract.qualname}.{name}"] = chain
        for module, function, owner in _callables(self._modules):
            returned = function.facts.return_annotation
            signatures[function.qualname] = Signature(
                module.name, returned, function.kind, owner.qualname if owner else None
            )
            signatures.update({name: Signature(module.name) for name, _ in function.facts.body.inner})
        return Known(
            canonical=self._index.canonical,
            frames=frames,
            classes=frozenset(self._index.classes),
            bases=self._index.base_names,
            signatures=signatures,
            variables=variables,
            annotations=annotations,
            attributes=attributes,
        )

    def behaviours(self) -> dict[str, Behaviour]:
        """Settle what the code does.

        Returns:
            Qualified name of a callable, or name of a module for its import, to its behaviour

        Example:
            behaviours = survey.behaviours()
        """
        bodies = {item.qualname: item.facts.body for _, item, _ in _callables(self._modules)}
        bodies.update({name: body for outer in [*bodies.values()] for name, body in outer.inner})
        bodies.update({module.name: module.facts.body for module in self._modules})
        for name, body in bodies.items():
            self._survey(name, body)
        escapes = {
            name: escapes_of(body, self.exceptions, self.evaluator.named)
            for name, body in bodies.items()
            if body.raises
        }
        arrivals = travelled_escapes(
            {name: [item.name for item in found if item.sure and not item.asserted] for name, found in escapes.items()},
            self._edges,
            self._passes,
        )
        for name, found in travelled_effects(self._travelling(), self._edges).items():
            for arrival in found:
                evidence = Evidence(
                    arrival.call.line, arrival.call.text, arrival.via, arrival.call.column, category=arrival.what
                )
                self._effects.setdefault(name, {}).setdefault(arrival.what, []).append(evidence)
        opaque = self._opaque(bodies, escapes)
        replaceable = overridden(self._modules, lambda name: self._index.base_names(name)[0])
        nothing = handing_on_nothing(
            (item for _, item, _ in _callables(self._modules)),
            self.evaluator.called,
            lambda item: item.qualname in replaceable or is_replaced(item),
        )
        return {
            name: Behaviour(
                {category: tuple(found) for category, found in self._effects.get(name, {}).items()},
                tuple(escapes.get(name, ())),
                tuple(item for item in arrivals.get(name, ()) if item.what not in NEVER_ERRORS),
                tuple(self._warnings.get(name, ())),
                opaque[name],
                name in nothing,
            )
            for name in bodies
        }

    def calls(self) -> dict[str, tuple[str, ...]]:
        """Tell who calls what, once the behaviours are settled.

        Returns:
            Qualified name of a callable, or name of a module for its import, to the callables and classes of the
            project that it calls, in the order of its lines

        Example:
            calls = survey.calls()
        """
        return {name: tuple(called) for name, called in self._calls.items()}

    def _travelling(self) -> dict[str, list[str]]:
        return {
            name: [category for category, found in effects.items() if any(item.sure for item in found)]
            for name, effects in self._effects.items()
            if self._detector.configured(name) != "none"
        }

    def _passes(self, name: str, edge: Edge) -> bool:
        return is_caught(name, edge.call.handlers, self.exceptions, self.evaluator.named) is Caught.NO

    def _survey(self, name: str, body: Body) -> None:
        known = not body.opaque
        for call in body.calls:
            called = self.evaluator.called(call.target) if call.target is not None else None
            known = self._survey_call(name, call, called) and known
        for change in body.changes:
            category = category_of_change(change, self.evaluator)
            if category is not None:
                self._add(name, category, Evidence(change.line, change.text, (), change.column, change.sure))
        put_back(self._effects.get(name, {}), body)
        for found in self._effects.get(name, {}).values():
            found.sort(key=lambda item: (item.line, item.column))
        self._resolved[name] = known

    def _survey_call(self, name: str, call: CallSite, called: str | None) -> bool:
        """Note what a call does; tell whether it is a call of the project's own code or of an exception class."""
        effect = self._detector.effect(call, called)
        if effect is not None:
            self._add(name, effect.category, Evidence(call.line, call.text, (), call.column, effect.sure))
        if called is None:
            return False
        if called == "warnings.warn":
            self._warnings.setdefault(name, []).append(call)
        own = [item for item in self._callees(called) if self._detector.configured(item) is None]
        for callee in own:
            self._edges.setdefault(callee, []).append(Edge(name, callee, call))
        is_class = called in self._index.classes
        if is_class or called in self.evaluator.known.signatures:
            self._calls.setdefault(name, {})[called] = None
        return bool(own) or is_class or (called.startswith("builtins.") and self.exceptions.is_exception(called))

    def _callees(self, called: str) -> list[str]:
        signatures = self.evaluator.known.signatures
        if called in signatures:
            return [called]
        if called not in self._index.classes or self._detector.configured(called) is not None:
            return []
        holders = (called, *self._index.base_names(called)[0])
        found = (
            next((f"{holder}.{method}" for holder in holders if f"{holder}.{method}" in signatures), None)
            for method in _CONSTRUCTORS
        )
        return [item for item in found if item is not None]

    def _add(self, name: str, category: str, evidence: Evidence) -> None:
        self._effects.setdefault(name, {}).setdefault(category, []).append(replace(evidence, category=category))

    def _opaque(self, bodies: Mapping[str, Body], escapes: Mapping[str, Sequence[Escape]]) -> dict[str, bool]:
        """What may raise more than is told: unknown calls, and calls of what may itself."""
        opaque = {
            name: not self._resolved[name] or any(not item.sure for item in escapes.get(name, ())) for name in bodies
        }
        for _, item, _ in _callables(self._modules):
            if is_replaced(item):
                opaque[item.qualname] = True
        pending = [name for name, value in opaque.items() if value]
        while pending:
            for edge in self._edges.get(pending.pop(), ()):
                if not opaque.get(edge.caller, True):
                    opaque[edge.caller] = True
                    pending.append(edge.caller)
        return opaque
