"""Parcels on their way.

A parcel is sent when its label is written.

Key Components:
    - dispatch: sends a parcel

Usage:
    from shipping.parcel import dispatch
"""

from pathlib import Path


def dispatch(label: Path) -> None:
    """Write the label of a parcel."""
    label.write_text("this side up", encoding="utf-8")
