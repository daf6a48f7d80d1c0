"""How many examples Hypothesis tries: few with every change, many when somebody asks for it.

Key Components:
    - runs: the settings of a test
    - rounds: the same for what is done over and over without Hypothesis

Usage:
    @runs(50)
    @given(st.binary())
    def test(data): ...
"""

import os

from hypothesis import HealthCheck, Phase, settings

__all__ = ["rounds", "runs"]

_FACTORS = {"": 1, "long": 40}
_FACTOR = _FACTORS[os.environ.get("HYPOTHESIS_PROFILE", "")]
_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture)


def runs(examples: int, steps: int = 50, *, shrink: bool = True) -> settings:
    """The settings of a test of so many examples, each of so many steps; to shrink one takes many more runs."""
    phases = [phase for phase in Phase if phase is not Phase.explain and (shrink or phase is not Phase.shrink)]
    return settings(
        max_examples=examples * _FACTOR,
        stateful_step_count=steps,
        phases=phases,
        deadline=None,
        suppress_health_check=_SLOW,
        print_blob=True,
    )


def rounds(count: int) -> int:
    """How often to do what is no test of Hypothesis."""
    return count * _FACTOR
