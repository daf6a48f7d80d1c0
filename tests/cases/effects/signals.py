"""signal, exit and import-state: what changes how the interpreter goes on."""

import atexit
import logging
import signal
import sys
import warnings
from sys import path as search_path


def handle_interrupt() -> None:
    """Set a handler."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # expect: effect=signal; finding=side-effect-undocumented


def run_at_exit() -> None:
    """Register a function."""
    atexit.register(print, "bye")  # expect: effect=signal; finding=side-effect-undocumented


def keep_handler() -> None:
    """What was there before is set again: whatever was called in between had changed it."""
    before = signal.getsignal(signal.SIGINT)
    print("busy")  # expect: effect=stdout
    signal.signal(signal.SIGINT, before)  # expect: likely=signal


def ask_for_handler() -> object:
    """Asking changes nothing."""
    return signal.getsignal(signal.SIGINT)


def leave() -> None:
    """Leaving is shown and no error."""
    sys.exit(1)  # expect: effect=exit


def search_first(folder: str) -> None:
    """Import from a folder."""
    sys.path.insert(0, folder)  # expect: effect=import-state; finding=side-effect-undocumented


def search_last(folder: str) -> None:
    """Import from a folder."""
    sys.path.append(folder)  # expect: effect=import-state; finding=side-effect-undocumented


def search_imported(folder: str) -> None:
    """Import from a folder."""
    search_path.append(folder)  # expect: effect=import-state; finding=side-effect-undocumented


def configure_logging() -> None:
    """Set up logging for all."""
    logging.basicConfig(level="INFO")  # expect: effect=import-state; finding=side-effect-undocumented


def quieten() -> None:
    """Filter warnings for all."""
    warnings.filterwarnings("ignore")  # expect: effect=import-state; finding=side-effect-undocumented


def read_path() -> list[str]:
    """Reading changes nothing."""
    return list(sys.path)


def change_copy(folder: str) -> list[str]:
    """A copy is not the search path."""
    folders = list(sys.path)
    folders.append(folder)
    return folders
