"""Checking a project: findings, suppressions, rollout and scores.

Nothing is imported here: comparing known findings with a baseline needs none of the rules.

Key Components:
    - run: applies every rule to every object
    - selection: the findings of some rules and items
    - baseline, comparison: findings held against those that are known

Usage:
    from sphinx_contracts.check.run import check_project
    from sphinx_contracts.config import Settings
    from sphinx_contracts.model.contract import Project

    assert check_project(Project(), Settings()).findings == ()
"""
