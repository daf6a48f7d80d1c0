"""
A module with two faults that are allowed.

Comments name the rule, and reviewers see why.

Key Components:
    - Request: A record with fields that explain themselves

Usage:
    from allowed import Request
"""

from dataclasses import dataclass


@dataclass
class Request:
    """
    A request as it comes in.

    Its field names are those of the protocol.
    """

    method: str  # contracts: ignore[field-undocumented]
    target: str  # contracts: ignore[field-undocumented]
    received: float  # Seconds since 1970-01-01 UTC
