"""The keys of values, once classes and functions of other files are known."""

from collections.abc import Mapping

from sphinx_contracts.analyse._records import attributes_of_class, dumped_fields
from sphinx_contracts.analyse.hierarchy import Index
from sphinx_contracts.calls.evaluate import Evaluator
from sphinx_contracts.model.code import Chain
from sphinx_contracts.model.contract import Class
from sphinx_contracts.model.files import Shape
from sphinx_contracts.model.rows import Field

__all__ = ["Keys"]

_DEEPEST = 6
_DUMPS = {"model": ("model_dump", "dict"), "namedtuple": ("_asdict",)}


class Keys:
    """Turns shapes into objects and lists; what is not surely known becomes None."""

    def __init__(self, index: Index, evaluator: Evaluator, returned: Mapping[str, Shape]) -> None:
        self._index = index
        self._evaluator = evaluator
        self._returned = returned
        # an instance of a class that others extend may have more keys than the class tells
        self._extended = {base.qualname for item in index.classes.values() for base in index.bases(item).classes}

    def settled(self, shape: Shape | None, depth: int = 0) -> Shape | None:
        """The shape with everything in it followed to objects and lists."""
        if shape is None or depth > _DEEPEST:
            return None
        if shape.kind == "object":
            return Shape("object", tuple((key, self.settled(value, depth + 1)) for key, value in shape.members))
        if shape.kind == "list":
            return Shape("list", items=self.settled(shape.items, depth + 1))
        if shape.source is None:
            return None
        added = shape.members
        found = self._followed(shape, shape.source, depth)
        if found is None or found.kind != "object" or not added:
            return found
        more = {key: self.settled(value, depth + 1) for key, value in added}
        return Shape("object", tuple({**dict(found.members), **more}.items()))

    def _followed(self, shape: Shape, source: Chain, depth: int) -> Shape | None:
        if shape.kind == "call":
            return self._called(source, depth)
        name = self._evaluator.value(source)
        if name is None:
            return None
        if shape.kind == "parameter":
            contract = self._index.classes.get(name)
            return self._of_fields(name, depth) if contract is not None and contract.kind == "typeddict" else None
        return self._of_fields(name, depth, nested=shape.kind == "fields")

    def _called(self, source: Chain, depth: int) -> Shape | None:
        called = self._evaluator.called(source)
        if called is None:
            return None
        holder, _, method = called.rpartition(".")
        if called in self._returned:
            receiver = self._receiver(source)
            if receiver in self._extended or (holder in self._index.classes and receiver not in (holder, None)):
                return None
            return self.settled(self._returned[called], depth + 1)
        contract = self._index.classes.get(called)
        if contract is not None and contract.kind == "typeddict":
            return self._of_fields(called, depth)
        receiver = self._receiver(source)
        model = self._index.classes.get(receiver or "")
        if model is not None and method in _DUMPS.get(model.kind, ()):
            return self._of_fields(receiver or "", depth)
        return None

    def _receiver(self, source: Chain) -> str | None:
        """The class of what a method is called on."""
        if not source.steps:
            return None
        return self._evaluator.value(Chain(source.root, source.instance, source.steps[:-1]))

    def _of_fields(self, name: str, depth: int, *, nested: bool = True) -> Shape | None:
        contract = self._index.classes.get(name.partition("[")[0])
        if contract is None or contract.qualname in self._extended or depth > _DEEPEST:
            return None
        fields = dumped_fields(contract, self._index) if nested else attributes_of_class(contract, self._index)
        if fields is None:
            return None
        return Shape(
            "object",
            tuple((item.name, self._of_field(contract, item, depth + 1) if nested else None) for item in fields),
        )

    def _of_field(self, contract: Class, item: Field, depth: int) -> Shape | None:
        """The keys inside a field that holds a record or a list of them."""
        name = self._evaluator.value(Chain(contract.qualname, instance=True, steps=(f".{item.name}",)))
        if name is None or depth > _DEEPEST:
            return None
        outer, bracket, inner = name.partition("[")
        if bracket and outer.rpartition(".")[2] in ("list", "List", "tuple", "Sequence") and "," not in inner:
            items = self._of_fields(inner.removesuffix("]"), depth + 1)
            return Shape("list", items=items) if items is not None else None
        return self._of_fields(name, depth + 1) if not bracket else None
