"""Every test process has a cache folder of its own, and none reads or writes the user's. No test fails for being slow."""

import atexit
import os
import shutil
import tempfile

from hypothesis import settings

_FOLDER = tempfile.mkdtemp(prefix="contracts-cache-")
os.environ["SPHINX_CONTRACTS_CACHE_DIR"] = _FOLDER
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)
# a machine that has other things to do is no defect
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
