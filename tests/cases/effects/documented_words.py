"""The words of an entry: what a reader takes as said is said."""

import atexit
import logging
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import warnings

import requests

_cache: dict[str, int] = {}


def file_created(path: str) -> None:
    """Work.

    Side Effects:
        - Creates checkpoint files in config.output.output_dir
    """
    open(path, "w").close()  # expect: effect=file-write


def file_written(path: str) -> None:
    """Work.

    Side Effects:
        - Writes training status to config.monitoring.status_file
        - Logs training progress to stdout/stderr
    """
    open(path, "w").close()  # expect: effect=file-write


def file_on_disk(path: str) -> None:
    """Work.

    Side Effects:
        - May write profile files to disk (stop signals, etc.)
    """
    open(path, "a").close()  # expect: effect=file-write


def file_moved(path: str) -> None:
    """Work.

    Side Effects:
        - Renames the file at ``path``
    """
    os.rename(path, path + "~")  # expect: effect=file-write


def folder_made() -> None:
    """Work.

    Side Effects:
        - Creates a temporary directory
    """
    tempfile.mkdtemp()  # expect: effect=file-write


def request_sent(url: str) -> None:
    """Work.

    Side Effects:
        - Sends an HTTP request
    """
    requests.get(url)  # expect: effect=network


def subprocess_started(command: list[str]) -> None:
    """Work.

    Side Effects:
        - Starts a subprocess
    """
    subprocess.run(command)  # expect: effect=process


def command_run(command: list[str]) -> None:
    """Work.

    Side Effects:
        - Runs the command
    """
    subprocess.run(command)  # expect: effect=process


def process_killed(pid: int) -> None:
    """Work.

    Side Effects:
        - Kills the process
    """
    os.kill(pid, 9)  # expect: effect=process


def database_opened(path: str) -> None:
    """Work.

    Side Effects:
        - Opens the database
    """
    sqlite3.connect(path)  # expect: effect=database


def variable_set(value: str) -> None:
    """Work.

    Side Effects:
        - Sets the environment variable MODE
    """
    os.environ["MODE"] = value  # expect: effect=environment


def folder_changed(path: str) -> None:
    """Work.

    Side Effects:
        - Changes the working directory
    """
    os.chdir(path)  # expect: effect=environment


def handler_installed() -> None:
    """Work.

    Side Effects:
        - Installs a handler for SIGINT
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # expect: effect=signal


def exit_handler_registered() -> None:
    """Work.

    Side Effects:
        - Registers an atexit handler
    """
    atexit.register(print)  # expect: effect=signal


def search_path_changed(folder: str) -> None:
    """Work.

    Side Effects:
        - Puts the folder on sys.path
    """
    sys.path.insert(0, folder)  # expect: effect=import-state


def logging_configured() -> None:
    """Work.

    Side Effects:
        - Configures logging for the whole program
    """
    logging.basicConfig()  # expect: effect=import-state


def warnings_filtered() -> None:
    """Work.

    Side Effects:
        - Silences warnings
    """
    warnings.filterwarnings("ignore")  # expect: effect=import-state


def cache_filled(key: str) -> None:
    """Work.

    Side Effects:
        - Updates the module-level cache
    """
    _cache[key] = 1  # expect: effect=global-state


def two_in_one_entry(url: str, path: str) -> None:
    """Work; both are of one entry, so whether they are of one row or of two is not said.

    Side Effects:
        - Downloads the archive and writes it to disk
    """
    requests.get(url)  # expect: effect=network
    open(path, "wb").close()  # expect: may=file-write; may=network


def two_others_in_one_entry(command: list[str], path: str) -> None:
    """Work; both are of one entry, so whether they are of one row or of two is not said.

    Side Effects:
        - Runs the command in a subprocess and removes the file that it leaves
    """
    subprocess.run(command)  # expect: effect=process
    os.remove(path)  # expect: may=file-write; may=process


def another_said(path: str) -> None:
    """Work.

    Side Effects:
        - Sends an HTTP request
        - Starts a subprocess
        - Sets the environment variable MODE
    """
    os.remove(path)  # expect: effect=file-write; finding=side-effect-unmentioned
