"""Chains that go on by some steps, and the chain on which several expressions agree."""

import ast
from collections.abc import Callable, Iterable

from sphinx_contracts.model.code import Chain

__all__ = ["MOST_STEPS", "agreed", "stepped"]

MOST_STEPS = 12


def stepped(chain: Chain | None, *steps: str) -> Chain | None:
    if chain is None or not steps:
        return chain
    if len(chain.steps) + len(steps) > MOST_STEPS:
        return None
    return Chain(chain.root, chain.instance, chain.steps + steps)


def agreed(nodes: Iterable[ast.expr], chain_of: Callable[[ast.expr], Chain | None]) -> Chain | None:
    """The chain on which all alternatives but ``None`` agree."""
    chains = [chain_of(node) for node in nodes if not (isinstance(node, ast.Constant) and node.value is None)]
    return chains[0] if chains and all(_made(chain) == _made(chains[0]) for chain in chains) else None


def _made(chain: Chain | None) -> Chain | None:
    """A value that is made by calling a class is a value of that class."""
    if chain is None or chain.instance or not chain.steps or chain.steps[-1] != "()":
        return chain
    name = chain.root + "".join(chain.steps[:-1])
    is_class = name.rpartition(".")[2][:1].isupper() and all(step.startswith(".") for step in chain.steps[:-1])
    return Chain(name, instance=True) if is_class else chain
