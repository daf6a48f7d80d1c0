"""A raise at module level leaves no callable."""

import sys

if sys.version_info < (3, 11):
    raise RuntimeError("too old")

try:
    import vendor
except ImportError as error:
    raise ImportError("vendor is missing") from error

assert sys.version_info


class Settings:
    """A class whose body may raise."""

    if sys.platform == "none":
        raise RuntimeError("no platform")


def work() -> None:
    """The only callable, which raises nothing."""
