"""Flags that the module sets once, as code that is generated twice has them."""

import atexit
import os

_IS_SYNC = False
_IS_ASYNC: bool = True
_verbose = False
_late = True
_loaded = False
_set_elsewhere = False
DEBUG = False

if _IS_SYNC:
    atexit.register(print)

if not _IS_SYNC and DEBUG:
    atexit.register(print)  # expect: effect=signal; finding=side-effect-undocumented


def synchronous(path: str) -> None:
    """What stands in a branch that never runs happens nowhere."""
    if _IS_SYNC:
        os.remove(path)
    elif _IS_SYNC or not _IS_ASYNC:
        os.mkdir(path)


def asynchronous(path: str) -> None:
    """What stands in the other branch does."""
    if _IS_SYNC:
        os.mkdir(path)
    else:
        os.remove(path)  # expect: effect=file-write; finding=side-effect-undocumented


def always(path: str) -> None:
    """What stands behind else never runs."""
    if _IS_ASYNC or path:
        os.remove(path)  # expect: effect=file-write; finding=side-effect-undocumented
    else:
        os.mkdir(path)
        raise ValueError(path)


def public(path: str) -> None:
    """Whoever imports the module may set this flag."""
    if DEBUG:
        os.remove(path)  # expect: effect=file-write; finding=side-effect-undocumented


def undecided(path: str) -> None:
    """The flag alone does not decide."""
    if _IS_ASYNC and path:
        os.remove(path)  # expect: effect=file-write; finding=side-effect-undocumented


def talk() -> None:
    """Set a flag."""
    global _verbose
    _verbose = True  # expect: effect=global-state; finding=side-effect-undocumented


def talking(path: str) -> None:
    """A flag that is set elsewhere decides nothing."""
    if _verbose:
        os.remove(path)  # expect: effect=file-write; finding=side-effect-undocumented


def own(path: str, _late: bool) -> None:
    """A parameter of that name may be anything."""
    if not _late:
        os.remove(path)  # expect: effect=file-write; finding=side-effect-undocumented


def variants(path: str) -> str | None:
    """What is documented for the other variant is not wrong.

    Returns:
        The path

    Raises:
        ValueError: If it is loaded
    """
    if _loaded:
        raise ValueError(path)  # contracts: ignore[exception-condition-missing]
    if _loaded:
        return path
    return None


def generator(path: str):
    """Remains a generator.

    Yields:
        Nothing, here
    """
    if _loaded:
        yield path


def by_attribute(flags: object, path: str) -> None:
    """Something may set it as an attribute of this module."""
    flags._set_elsewhere = True  # expect: effect=argument-mutation
    if _set_elsewhere:
        os.remove(path)  # expect: effect=file-write; finding=side-effect-undocumented
