"""Import time: a module that says what importing it does.

Side Effects:
    - Creates the folder ``cache``
"""

from pathlib import Path

CACHE = Path("cache")
CACHE.mkdir(exist_ok=True)  # expect: effect=file-write
