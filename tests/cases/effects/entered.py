"""``with`` calls the methods that enter and leave."""

import os


class Lock:
    """A lock that is a file."""

    def __enter__(self) -> "Lock":
        os.mkdir("lock")
        return self

    def __exit__(self, *error: object) -> None:
        os.rmdir("lock")


class Quiet:
    """Enters and leaves without a trace."""

    def __enter__(self) -> "Quiet":
        return self

    def __exit__(self, *error: object) -> None:
        pass


def guarded() -> int:
    """Enters an object made in place."""
    with Lock():  # expect: via=file-write; finding=side-effect-propagated
        return 1


def guarded_by(lock: Lock) -> int:
    """Enters a parameter."""
    with lock as held:  # expect: via=file-write; finding=side-effect-propagated
        return id(held)


def unguarded() -> Lock:
    """Makes one and does not enter it."""
    return Lock()


def quiet() -> int:
    """Enters one that does nothing."""
    with Quiet():
        return 1
