"""Side Effects sections: one of any form documents, an entry speaks of the categories that its words name."""

import logging
import os
import random
import socket
import subprocess
import sys
import threading
import time

logger = logging.getLogger(__name__)


def bullet(path: str) -> None:
    """Remove.

    Side Effects:
        - Removes the file at ``path``
    """
    os.remove(path)  # expect: effect=file-write


def prose(path: str) -> None:
    """Remove.

    Side Effects:
        Deletes the file from disk.
    """
    os.remove(path)  # expect: effect=file-write


def underlined(path: str) -> None:
    """Remove.

    Side Effects
    ------------
    - Removes the file at ``path``
    """
    os.remove(path)  # expect: effect=file-write


def bold(path: str) -> None:
    """Remove.

    **Side Effects:**
        - Removes the file at ``path``
    """
    os.remove(path)  # expect: effect=file-write


def lower_case(path: str) -> None:
    """Remove.

    Side effects:
        - Removes the file at ``path``
    """
    os.remove(path)  # expect: effect=file-write


def writes_to(path: str) -> None:
    """Write.

    Writes to:
        - The file at ``path``
    """
    open(path, "w").close()  # expect: effect=file-write


def both(path: str, command: list[str]) -> None:
    """Write and run.

    Side Effects:
        - Creates the file at ``path``
        - Starts a process for the command
    """
    open(path, "w").close()  # expect: effect=file-write
    subprocess.run(command)  # expect: effect=process


def one_of_two(path: str, command: list[str]) -> None:
    """What no entry speaks of is a note.

    Side Effects:
        - Creates the file at ``path``
    """
    open(path, "w").close()  # expect: effect=file-write
    subprocess.run(command)  # expect: effect=process; finding=side-effect-unmentioned


def about_something_else(path: str) -> None:
    """What no entry speaks of is a note.

    Side Effects:
        - Sends a request to the server
    """
    os.remove(path)  # expect: effect=file-write; finding=side-effect-unmentioned


def about_nothing_known(path: str) -> None:
    """An entry that cannot be understood silences nothing.

    Side Effects:
        - May surprise you
    """
    os.remove(path)  # expect: effect=file-write; finding=side-effect-unmentioned


def only_documented(work: object) -> object:
    """An entry for which the code shows nothing blames nobody.

    Side Effects:
        - Writes the log file of the service
        - May surprise you
    """
    return work


def two_kinds(path: str, host: str) -> None:
    """One finding for each category, each at its first place."""
    os.mkdir(path)  # expect: effect=file-write; finding=side-effect-undocumented
    socket.create_connection((host, 80))  # expect: effect=network; finding=side-effect-undocumented
    os.rmdir(path)  # expect: effect=file-write
    socket.create_connection((host, 81))  # expect: effect=network


def lesser_kinds(path: str) -> None:
    """Nothing of this is an error."""
    logger.info("start")  # expect: effect=log
    print("start")  # expect: effect=stdout
    random.seed(1)  # expect: effect=random
    time.sleep(1)  # expect: effect=time
    os.listdir(path)  # expect: effect=file-read
    threading.Thread(target=time.time).start()  # expect: effect=thread
    sys.exit(0)  # expect: effect=exit


def likely_kind(place) -> None:
    """Nor is what is only likely."""
    place.mkdir()  # expect: likely=file-write


class Store:
    """A store."""

    def __init__(self, path: str) -> None:
        """A constructor is asked as well."""
        self.path = path
        os.makedirs(path)  # expect: effect=file-write; finding=side-effect-undocumented

    def __call__(self) -> None:
        """So is a call of the object."""
        os.rmdir(self.path)  # expect: effect=file-write; finding=side-effect-undocumented

    def remove(self) -> None:
        """So is a method."""
        os.rmdir(self.path)  # expect: effect=file-write; finding=side-effect-undocumented

    @classmethod
    def prepare(cls, path: str) -> None:
        """So is a method of the class."""
        os.mkdir(path)  # expect: effect=file-write; finding=side-effect-undocumented

    @staticmethod
    def clear(path: str) -> None:
        """So is a static method."""
        os.remove(path)  # expect: effect=file-write; finding=side-effect-undocumented

    @property
    def folder(self) -> str:
        """So is a property."""
        os.makedirs(self.path)  # expect: effect=file-write; finding=side-effect-undocumented
        return self.path

    def remove_as_said(self) -> None:
        """A method with a section.

        Side Effects:
            - Removes the folder
        """
        os.rmdir(self.path)  # expect: effect=file-write

    class Part:
        """A class inside."""

        def remove(self, path: str) -> None:
            """Its methods are asked as well."""
            os.remove(path)  # expect: effect=file-write; finding=side-effect-undocumented


class Folder:
    """A folder, whose class says what its constructor does.

    Side Effects:
        - Creates the folder
    """

    def __init__(self, path: str) -> None:
        """Make it."""
        os.mkdir(path)  # expect: effect=file-write
