"""Import time: a script guards what it does, so importing it does none of that."""

import argparse
import os
import sys
import typing

if typing.TYPE_CHECKING:
    os.mkdir("never")
else:
    os.mkdir("always")  # expect: effect=file-write; finding=side-effect-undocumented

REGISTRY: dict[str, int] = {}
REGISTRY["first"] = 1  # expect: may=global-state


def main() -> int:
    """Run.

    Side Effects:
        - Creates the folder
    """
    os.mkdir("x")  # expect: effect=file-write
    return 0


if __name__ == "__main__":
    os.environ["MODE"] = "script"
    argparse.ArgumentParser().parse_args()
    sys.exit(main())
