"""Checking a project: findings, suppressions, rollout and scores.

Key Components:
    - check_project: applies every rule to every object
    - selected: the findings of some rules and items
    - Checked: the result of a check

Usage:
    from sphinx_contracts.check import check_project
    from sphinx_contracts.config import Settings
    from sphinx_contracts.model.contract import Project

    assert check_project(Project(), Settings()).findings == ()
"""

from sphinx_contracts.check.run import Checked, check_project
from sphinx_contracts.check.selection import selected

__all__ = ["Checked", "check_project", "selected"]
