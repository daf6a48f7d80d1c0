"""Receivers that may be one of several things, of which one is known."""

import os
from typing import Union


class Disk:
    """A disk."""

    def wipe(self) -> None:
        """Wipe it.

        Side Effects:
            - Removes files
        """
        os.remove("x")  # expect: effect=file-write


class Tape:
    """A tape, which has no such method."""


class Cache:
    """A cache."""

    def __init__(self, disk: Disk | None = None, kind: type[Disk] = Disk) -> None:
        self.disk = disk or Disk()
        self.other = Disk() if disk is None else disk
        self.made = kind()

    def wipe(self) -> None:
        """Given, or made."""
        self.disk.wipe()  # expect: via=file-write(wipe); finding=side-effect-propagated

    def wipe_other(self) -> None:
        """Made, or given."""
        self.other.wipe()  # expect: via=file-write(wipe); finding=side-effect-propagated

    def wipe_made(self) -> None:
        """Of a class that is a parameter."""
        self.made.wipe()  # expect: may=file-write; may=side-effect-propagated


def narrowed(thing: object) -> None:
    """Of a type that was asked for."""
    if isinstance(thing, Disk):
        thing.wipe()  # expect: may=file-write; may=side-effect-propagated


def one_of_two(thing: Union["Disk", "Tape"]) -> None:
    """Of one of two types, one of which has the method."""
    thing.wipe()  # expect: may=file-write; may=side-effect-propagated


def given_or_made(disk: Disk | None = None) -> None:
    """Given, or made."""
    used = disk or Disk()
    used.wipe()  # expect: via=file-write(wipe); finding=side-effect-propagated


def values(disks: dict[str, Disk]) -> None:
    """The values of a mapping."""
    for disk in disks.values():
        disk.wipe()  # expect: may=file-write; may=side-effect-propagated
