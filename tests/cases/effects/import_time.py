"""Import time: what importing a module does is an effect of the module.

Its own docstring is what has to document it.
"""

import atexit
import logging
import os
import random
import signal
import sqlite3
import subprocess
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import requests

if TYPE_CHECKING:
    os.mkdir("never")

CACHE = Path("cache")
CACHE.mkdir(exist_ok=True)  # expect: effect=file-write; finding=side-effect-undocumented
os.makedirs("data")  # expect: effect=file-write
os.environ["MODE"] = "test"  # expect: effect=environment; finding=side-effect-undocumented
sys.path.insert(0, "lib")  # expect: effect=import-state; finding=side-effect-undocumented
logging.basicConfig(level="INFO")  # expect: effect=import-state
warnings.filterwarnings("ignore")  # expect: effect=import-state
signal.signal(signal.SIGINT, signal.SIG_DFL)  # expect: effect=signal; finding=side-effect-undocumented
DATABASE = sqlite3.connect("data.db")  # expect: effect=database; finding=side-effect-undocumented
random.seed(1)  # expect: effect=random
print("loaded")  # expect: effect=stdout

try:
    VERSION = requests.get("http://example.com/version").text  # expect: effect=network; finding=side-effect-undocumented
except OSError:
    VERSION = ""

with open("started.txt", "w") as started:  # expect: effect=file-write
    started.write(VERSION)

if os.name == "posix":
    COMMIT = subprocess.check_output(["git"])  # expect: effect=process; finding=side-effect-undocumented

logger = logging.getLogger(__name__)
TABLE = {"mode": os.environ.get("MODE"), "here": os.getcwd()}


@atexit.register  # expect: effect=signal
def clean() -> None:
    """Clean up.

    Side Effects:
        - Removes the folder
    """
    CACHE.rmdir()  # expect: effect=file-write


if __name__ == "__main__":
    os.remove("x")
    clean()
