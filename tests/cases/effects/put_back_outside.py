"""What a ``finally`` puts back is changed for the time of the call only: the environment, the import path, signals."""

import locale
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager


def imported_from(folder: str) -> object:
    """The folder is on the import path for the time of the import."""
    sys.path.insert(0, folder)  # expect: likely=import-state
    try:
        return __import__("plugin")
    finally:
        sys.path.remove(folder)  # expect: likely=import-state


def imported_within_the_try(folder: str) -> object:
    """The change may stand inside, and the end may depend on something."""
    try:
        sys.path.insert(0, folder)  # expect: likely=import-state
        return __import__("plugin")
    finally:
        if folder in sys.path:
            sys.path.pop(sys.path.index(folder))  # expect: likely=import-state


def imported_with_a_copy_kept(folder: str) -> object:
    """The whole list is put back."""
    before = sys.path[:]
    sys.path.append(folder)  # expect: likely=import-state
    try:
        return __import__("plugin")
    finally:
        sys.path = before  # expect: likely=import-state


def listed(folder: str) -> list[str]:
    """The working directory is put back."""
    before = os.getcwd()
    os.chdir(folder)  # expect: likely=environment
    try:
        return sorted(os.listdir())  # expect: effect=file-read
    finally:
        os.chdir(before)  # expect: likely=environment


def with_variable(value: str) -> str:
    """The variable is taken out again."""
    os.environ["MODE"] = value  # expect: likely=environment
    try:
        return os.environ["MODE"].upper()
    finally:
        del os.environ["MODE"]  # expect: likely=environment


def undisturbed(text: str) -> str:
    """The handler is put back."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # expect: likely=signal
    try:
        return text.upper()
    finally:
        signal.signal(signal.SIGINT, before)  # expect: likely=signal


def current_umask() -> int:
    """There is no other way to read it."""
    mask = os.umask(0)  # expect: likely=environment
    os.umask(mask)  # expect: likely=environment
    return mask


def current_locale() -> str:
    """Without a locale to set, it only tells."""
    return locale.setlocale(locale.LC_ALL)


def current_locale_by_none() -> str:
    """None sets nothing either."""
    return locale.setlocale(locale.LC_ALL, None)


def german() -> str:
    """This one sets it."""
    return locale.setlocale(locale.LC_ALL, "de_DE")  # expect: effect=environment; finding=side-effect-undocumented


def german_by_name() -> str:
    """By name, too."""
    return locale.setlocale(locale.LC_ALL, locale="de")  # expect: effect=environment; finding=side-effect-undocumented


def imported_for_good(folder: str) -> object:
    """Nothing is put back."""
    sys.path.insert(0, folder)  # expect: effect=import-state; finding=side-effect-undocumented
    try:
        return __import__("plugin")
    finally:
        os.remove(folder)  # expect: effect=file-write; finding=side-effect-undocumented


def taken_out_at_the_end(text: str) -> str:
    """It was there before, and is not afterwards."""
    try:
        return text.upper()
    finally:
        os.environ.pop("MODE")  # expect: effect=environment; finding=side-effect-undocumented


@contextmanager
def working_in(folder: str) -> Iterator[None]:
    """Whoever enters sees the change."""
    before = os.getcwd()
    os.chdir(folder)  # expect: effect=environment; finding=side-effect-undocumented
    try:
        yield
    finally:
        os.chdir(before)  # expect: effect=environment


def replaced_for_good(folder: str) -> None:
    """The list itself is replaced."""
    sys.path = [folder]  # expect: effect=import-state; finding=side-effect-undocumented
