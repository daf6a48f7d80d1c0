"""Measurements of the project on code that nobody here wrote; they are run by hand and are no part of the tests.

Each prints one table and fetches what it measures from the package index into a temporary folder.
``benchmarks/README.md`` says how to run them and what they showed.

Key Components:
    - precision: how many of the errors reported are right, by recorded judgements
    - recall: how much of what functions were seen to do is detected
    - cost: time and memory, against parsing alone
    - griffe_agreement: the docstring reader against griffe's
    - hostile_peers: what this and other tools make of hostile input
    - long_run: the property tests with many examples

Usage:
    python -m benchmarks.precision
"""
