"""Every test process has a cache folder of its own, and none reads or writes the user's."""

import atexit
import os
import shutil
import tempfile

_FOLDER = tempfile.mkdtemp(prefix="contracts-cache-")
os.environ["SPHINX_CONTRACTS_CACHE_DIR"] = _FOLDER
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)
