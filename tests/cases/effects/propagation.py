"""Through calls: what a function of the project does, its callers do; at most a note."""

import os
import subprocess
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path


def save(path: Path, text: str) -> None:
    """Keep a text.

    Side Effects:
        - Writes the file at ``path``
    """
    path.write_text(text)  # expect: effect=file-write


def _run(command: list[str]) -> None:
    subprocess.run(command)


def save_twice(path: Path) -> None:
    """One call away."""
    save(path, "text")  # expect: via=file-write(save); finding=side-effect-propagated


def save_thrice(path: Path) -> None:
    """Two calls away."""
    save_twice(path)  # expect: via=file-write(save_twice > save); finding=side-effect-propagated


def run(command: list[str]) -> None:
    """Through a private function."""
    _run(command)  # expect: via=process(_run); finding=side-effect-propagated


def save_and_run(path: Path) -> None:
    """Two categories through two calls."""
    save(path, "text")  # expect: via=file-write(save); finding=side-effect-propagated
    _run(["x"])  # expect: via=process(_run); finding=side-effect-propagated


def save_documented(path: Path) -> None:
    """One call away, and documented.

    Side Effects:
        - Writes the file at ``path``
    """
    save(path, "text")  # expect: via=file-write(save)


def save_and_remove(path: Path) -> None:
    """What it does itself is the error, and is not told a second time."""
    path.unlink()  # expect: effect=file-write; finding=side-effect-undocumented
    save(path, "text")  # expect: may=file-write


def save_by_the_way(path: Path) -> None:
    """The shortest path is the one that is shown."""
    save_thrice(path)  # expect: may=file-write; may=side-effect-propagated
    save(path, "text")  # expect: may=file-write; may=side-effect-propagated


def inside(path: Path) -> bool:
    """A call inside an expression is a call."""
    return save(path, "text") is None  # expect: via=file-write(save); finding=side-effect-propagated


def on_condition(path: Path, dry: bool) -> None:
    """A call behind a condition is a call."""
    if not dry:
        save(path, "text")  # expect: via=file-write(save); finding=side-effect-propagated


def ping(path: Path, depth: int) -> None:
    """Two functions that call each other."""
    if depth:
        pong(path, depth - 1)  # expect: via=file-write(pong); finding=side-effect-propagated


def pong(path: Path, depth: int) -> None:
    """Two functions that call each other, of which one writes.

    Side Effects:
        - Removes the file
    """
    path.unlink()  # expect: effect=file-write
    ping(path, depth)  # expect: may=file-write


def endless(depth: int) -> int:
    """A function that calls itself and does nothing else."""
    return endless(depth - 1) if depth else 0


def handed_on(paths: Iterable[Path]) -> list[Callable[[Path, str], None]]:
    """A function that is not called."""
    return [save for _ in paths]


def called_later(path: Path) -> Callable[[], None]:
    """A function that is called by a nested one."""
    return lambda: save(path, "text")


def unknown(action: Callable[[], None]) -> None:
    """Nobody knows what is called."""
    action()


def shadowed(save: Callable[[Path, str], None], path: Path) -> None:
    """A parameter of the same name."""
    save(path, "text")


class Store:
    """A folder of texts."""

    def __init__(self, folder: Path) -> None:
        """Make the folder.

        Side Effects:
            - Creates the folder
        """
        self.folder = folder
        folder.mkdir()  # expect: effect=file-write

    def put(self, text: str) -> None:
        """Through another method."""
        self._write(text)  # expect: via=file-write(_write); finding=side-effect-propagated

    def _write(self, text: str) -> None:
        (self.folder / "x").write_text(text)

    @classmethod
    def erase(cls, folder: Path) -> None:
        """Through a method of the class."""
        cls._erase(folder)  # expect: via=file-write(_erase); finding=side-effect-propagated

    @staticmethod
    def _erase(folder: Path) -> None:
        folder.rmdir()


class SubStore(Store):
    """A folder of texts, too."""

    def put_twice(self, text: str) -> None:
        """Through a method of the base class."""
        self._write(text)  # expect: via=file-write(_write); finding=side-effect-propagated


def construct(folder: Path) -> Store:
    """Through a constructor."""
    return Store(folder)  # expect: via=file-write; finding=side-effect-propagated


def put(store: Store) -> None:
    """Through a method of a parameter."""
    store.put("text")  # expect: via=file-write(put > _write); finding=side-effect-propagated


def erase(folder: Path) -> None:
    """Through a method of the class."""
    Store.erase(folder)  # expect: via=file-write(erase > _erase); finding=side-effect-propagated


@lru_cache
def cached(path: str) -> str:
    """A decorator of the standard library hides nothing.

    Side Effects:
        - Removes the file
    """
    os.remove(path)  # expect: effect=file-write
    return path


def through_cached(path: str) -> str:
    """Through a decorated function."""
    return cached(path)  # expect: via=file-write(cached); finding=side-effect-propagated


async def save_later(path: Path) -> None:
    """Through an awaited function."""
    await _save_later(path)  # expect: via=file-write(_save_later); finding=side-effect-propagated


async def _save_later(path: Path) -> None:
    path.touch()
