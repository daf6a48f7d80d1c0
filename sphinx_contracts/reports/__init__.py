"""Reports of a run: one file per output format.

Key Components:
    - export: the contract model as JSON-ready data
    - text: findings as lines of text
    - json: findings as one JSON document

Usage:
    from sphinx_contracts.reports.text import render_text

    lines = render_text(findings)
"""
