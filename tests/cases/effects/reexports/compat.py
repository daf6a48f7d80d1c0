"""Names of other modules, gathered."""

import subprocess as programs
from pathlib import Path as FilePath
from shutil import rmtree as remove_all

__all__ = ["FilePath", "programs", "remove_all"]
