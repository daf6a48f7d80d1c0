"""Friends: real packages whose findings are known, so that a change in behaviour is seen in review.

Key Components:
    - friend: the packages, each in one pinned version, and how their code is fetched
    - trial: what is done with one of them, and what must never happen
    - summary: the text that is kept of it

Usage:
    python -m benchmarks.friends
    python -m benchmarks.friends requests absl-py --write
"""
