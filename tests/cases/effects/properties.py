"""Reading a property runs its code: what it does comes through it."""

import os
import sqlite3


class Store:
    """A store that opens its database when it is asked for."""

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection.

        Side Effects:
            - Opens the database
        """
        return sqlite3.connect("store.db")  # expect: effect=database

    @property
    def _clean(self) -> bool:
        os.remove("store.lock")
        return True

    @property
    def name(self) -> str:
        """Does nothing."""
        return "store"

    def size(self) -> int:
        """Reads a property of its own."""
        return len(self.connection.execute("SELECT 1").fetchall())  # expect: may=database; may=side-effect-propagated

    def is_clean(self) -> bool:
        """Reads a private property."""
        return self._clean  # expect: may=file-write; may=side-effect-propagated

    def title(self) -> str:
        """Reads one that does nothing."""
        return self.name.title()

    def close(self) -> None:
        """Replaces nothing: a store to an attribute of another name."""
        self.closed = True  # expect: effect=self-state


def ping(store: Store) -> None:
    """Reads a property of a parameter."""
    store.connection.execute("SELECT 1")  # expect: may=database; may=side-effect-propagated


def ask(store: Store) -> property:
    """The property itself is not read on the class."""
    return Store.connection  # type: ignore[return-value]
