"""Equal records have equal digests, in every process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sphinx_contracts.model.canonical import digest_of
from sphinx_contracts.model.code import Chain
from sphinx_contracts.model.contract import ModuleFacts
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.label import Label

_SCRIPT = """
from sphinx_contracts.model.canonical import digest_of
from sphinx_contracts.model.contract import ModuleFacts
print(digest_of(ModuleFacts(defined=frozenset("abcdefghijklmnopqrstuvwxyz"))))
"""


def _apart(text: str) -> str:
    """The same text, another object."""
    return "".join(list(text))


def test_what_is_one_object_does_not_matter() -> None:
    name = _apart("pathlib.Path")
    one, two = (name, name), (_apart(name), _apart(name))
    assert two[0] is not two[1]
    assert digest_of(one) == digest_of(two)
    chain = Chain(name)
    assert digest_of([chain, chain]) == digest_of([Chain(_apart(name)), Chain(_apart(name))])


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_order_of_a_set_does_not_matter(seed: str) -> None:
    expected = digest_of(ModuleFacts(defined=frozenset("abcdefghijklmnopqrstuvwxyz")))
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run([sys.executable, "-c", _SCRIPT], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == expected


_ANALYSIS = """
import sys
from pathlib import Path
from sphinx_contracts.config import settings_from
from sphinx_contracts.model.canonical import digest_of
from sphinx_contracts.project import run
result = run(settings_from({"sources": sys.argv[1:]}, "test"), Path.cwd(), Path.cwd())
for module in (*result.project.modules, *result.project.hidden):
    print(module.name, digest_of(module))
"""


def test_every_process_finds_the_same_in_the_same_code() -> None:
    """A page is laid out again where a digest differs, so an order that differs from process to process costs time."""
    root = Path(__file__).parent.parent
    command = [sys.executable, "-c", _ANALYSIS, "docs/examples/training", "sphinx_contracts/rules", "tests/cases"]
    first, second = (
        subprocess.run(
            command, cwd=root, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout.splitlines()
        for seed in ("1", "2")
    )
    assert len(first) > 50
    assert first == second


def test_every_part_matters() -> None:
    facts = ModuleFacts(names={"np": "numpy"}, defined=frozenset({"a", "b"}))
    values = [
        facts,
        replace(facts, names={"np": "numpy.x"}),
        replace(facts, defined=frozenset({"a"})),
        replace(facts, stars=("x",)),
        (facts,),
        Label("{number} errors", number=3),
        Label("{number} errors", number=4),
        "3 errors",
        Chain("a", steps=(".b",)),
        Chain("a.b"),
        Chain("a.b", instance=True),
    ]
    assert len({digest_of(value) for value in values}) == len(values)
