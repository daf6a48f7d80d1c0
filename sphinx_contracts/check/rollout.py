"""The phases in which the standard is rolled out.

A team that adopts the standard step by step names its phases in the settings; until a phase is enforced, what is
wrong in its modules is reported as a note.

Key Components:
    - Rollout: which phase a module belongs to, and whether it is enforced

Usage:
    from sphinx_contracts.check.rollout import Rollout

    rollout = Rollout([{"name": "Phase 1", "modules": ["core.*"], "enforce": True}])
    assert rollout.phase_of("core.train") == "Phase 1"
"""

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any

__all__ = ["Rollout"]


class Rollout:
    """The phases in which the standard is rolled out.

    Responsibilities:
        - Say which phase a module belongs to
        - Say whether the gate holds for it

    Example:
        rollout = Rollout(settings.rollout)
    """

    def __init__(self, phases: Sequence[Mapping[str, Any]]) -> None:
        """Take the phases.

        Args:
            phases: Phases in order, each with ``name``, ``modules`` (globs on dotted names) and ``enforce``
        """
        self._phases = [(str(item["name"]), tuple(item["modules"]), bool(item.get("enforce"))) for item in phases]

    def phase_of(self, module: str) -> str | None:
        """Say which phase a module belongs to: the first that names it.

        Args:
            module: The module's dotted name

        Returns:
            The phase's name, None where no phase names the module

        Example:
            name = rollout.phase_of("core.train")
        """
        return next((name for name, patterns, _ in self._phases if _matches(module, patterns)), None)

    def is_enforced(self, module: str) -> bool:
        """Say whether errors of a module fail builds.

        Args:
            module: The module's dotted name

        Returns:
            True where the module's phase is enforced, and everywhere where there are no phases

        Example:
            gated = rollout.is_enforced("core.train")
        """
        if not self._phases:
            return True
        return next((enforced for _, patterns, enforced in self._phases if _matches(module, patterns)), False)


def _matches(module: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(module, pattern) for pattern in patterns)
