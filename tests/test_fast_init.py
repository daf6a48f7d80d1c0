"""Records made fast behave as frozen dataclasses do."""

import copy
import dataclasses
import inspect
import pickle
from dataclasses import dataclass, field

import pytest

from sphinx_contracts.model.fast_init import fast_init


@dataclass(frozen=True, slots=True)
class Plain:
    name: str
    parts: list[str] = field(default_factory=list)
    size: int = 3

    def __post_init__(self) -> None:
        if self.size < 0:
            raise ValueError("negative")


@fast_init
@dataclass(frozen=True, slots=True)
class Fast:
    name: str
    parts: list[str] = field(default_factory=list)
    size: int = 3

    def __post_init__(self) -> None:
        if self.size < 0:
            raise ValueError("negative")


def test_instances_are_of_their_class_and_equal() -> None:
    assert type(Fast("a")) is Fast
    assert Fast("a") == Fast("a", [], 3) == Fast(size=3, name="a")
    assert Fast("a") != Fast("b")
    assert repr(Fast("a", ["x"])) == repr(Plain("a", ["x"])).replace("Plain", "Fast")


def test_instances_are_frozen_and_have_slots() -> None:
    made = Fast("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.name = "b"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del made.name
    assert not hasattr(made, "__dict__")


def test_a_factory_makes_a_value_for_each_instance() -> None:
    assert Fast("a").parts is not Fast("a").parts


def test_what_a_constructor_refuses_is_refused() -> None:
    with pytest.raises(TypeError):
        Fast()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Fast("a", other=1)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="negative"):
        Fast("a", size=-1)


def test_copies_are_records_too() -> None:
    made = Fast("a", ["x"], 5)
    for other in (copy.copy(made), pickle.loads(pickle.dumps(made)), dataclasses.replace(made)):
        assert other == made
        assert type(other) is Fast
    assert dataclasses.replace(made, size=7) == Fast("a", ["x"], 7)
    assert dataclasses.asdict(made) == {"name": "a", "parts": ["x"], "size": 5}


def test_the_signature_names_the_same_parameters() -> None:
    assert list(inspect.signature(Fast).parameters) == list(inspect.signature(Plain).parameters)
