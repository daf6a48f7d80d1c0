"""Which categories travel up through calls, and which do not."""

import logging
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time

import requests

logger = logging.getLogger(__name__)
_cache: dict[str, int] = {}


def _write(path: str) -> None:
    os.remove(path)


def _send(url: str) -> None:
    requests.get(url)


def _start(command: list[str]) -> None:
    subprocess.run(command)


def _connect(path: str) -> None:
    sqlite3.connect(path)


def _handle() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _set(value: str) -> None:
    os.environ["MODE"] = value


def _leave() -> None:
    sys.exit(1)


def _read(path: str) -> str:
    return open(path).read()


def _log() -> None:
    logger.info("here")


def _mode() -> str:
    return os.environ["MODE"]


def _remember(key: str) -> None:
    _cache[key] = 1


def _wait() -> None:
    time.sleep(1)


def _show() -> None:
    print("here")


def _seed() -> None:
    random.seed(1)


def _spin() -> None:
    threading.Thread(target=_wait).start()


def file_write(path: str) -> None:
    """Travels."""
    _write(path)  # expect: via=file-write(_write); finding=side-effect-propagated


def network(url: str) -> None:
    """Travels."""
    _send(url)  # expect: via=network(_send); finding=side-effect-propagated


def process(command: list[str]) -> None:
    """Travels."""
    _start(command)  # expect: via=process(_start); finding=side-effect-propagated


def database(path: str) -> None:
    """Travels."""
    _connect(path)  # expect: via=database(_connect); finding=side-effect-propagated


def signals() -> None:
    """Travels."""
    _handle()  # expect: via=signal(_handle); finding=side-effect-propagated


def environment(value: str) -> None:
    """Travels."""
    _set(value)  # expect: via=environment(_set); finding=side-effect-propagated


def leaving() -> None:
    """Travels, though by itself it is no error."""
    _leave()  # expect: via=exit(_leave); finding=side-effect-propagated


def file_read(path: str) -> str:
    """Does not travel."""
    return _read(path)


def log() -> None:
    """Does not travel."""
    _log()


def environment_read() -> str:
    """Is no effect in the first place."""
    return _mode()


def global_state(key: str) -> None:
    """Does not travel: one cached helper would paint the whole program."""
    _remember(key)


def waiting() -> None:
    """Does not travel."""
    _wait()


def stdout() -> None:
    """Is not among those that travel."""
    _show()


def seeding() -> None:
    """Is not among those that travel."""
    _seed()


def spinning() -> None:
    """Is not among those that travel."""
    _spin()
