"""The build backend: flit_core, with one time stamp for all files.

By itself flit_core gives each file its own time of change, in the time zone of the machine, where
``SOURCE_DATE_EPOCH`` is not set. Then two builds of the same files differ.

Key Components:
    - build_wheel, build_sdist, build_editable: the hooks of PEP 517 and PEP 660

Usage:
    [build-system]
    build-backend = "reproducible"
    backend-path = ["build_backend"]
"""

import os

from flit_core.buildapi import (
    build_editable,
    build_sdist,
    build_wheel,
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    get_requires_for_build_wheel,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]

# the first of January 2016, which flit_core gives to the files that it makes itself
os.environ.setdefault("SOURCE_DATE_EPOCH", "1451606400")
