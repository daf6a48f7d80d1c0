"""A documented name that no class bears."""

import json
from typing import TYPE_CHECKING

import vendor
from vendor.errors import Refused
from vendor.errors import Gone as Vanished

if TYPE_CHECKING:
    from vendor.errors import Lost


class LoadError(Exception):
    """Loading failed."""


def invented(data: dict[str, int]) -> str:
    """The name that the standard itself invented.

    Raises:
        JSONEncodeError: If the data is no JSON
    """  # expect: finding=exception-unknown at JSONEncodeError
    return json.dumps(data)


def misspelt(text: str) -> object:
    """A name with a letter too many.

    Raises:
        ValueErorr: If the text is no JSON
    """  # expect: finding=exception-unknown at ValueErorr
    return json.loads(text)


def invented_in_numpy_style(data: dict[str, int]) -> str:
    """The same in NumPy style.

    Raises
    ------
    JSONEncodeError
        If the data is no JSON
    """  # expect: finding=exception-unknown at JSONEncodeError
    return json.dumps(data)


def builtin(text: str) -> object:
    """A builtin.

    Raises:
        UnicodeDecodeError: If the text cannot be read
    """
    return vendor.load(text)


def older_builtin(text: str) -> object:
    """A builtin with an older name.

    Raises:
        IOError: If the text cannot be read
    """
    return vendor.load(text)


def standard_library_dotted(text: str) -> object:
    """A class of the standard library.

    Raises:
        json.JSONDecodeError: If the text is no JSON
    """
    return json.loads(text)


def standard_library_plain(text: str) -> object:
    """A class of the standard library without its module.

    Raises:
        JSONDecodeError: If the text is no JSON
    """
    return json.loads(text)


def standard_library_not_imported(command: str) -> object:
    """A class of a module that nobody imports here.

    Raises:
        subprocess.CalledProcessError: If the command fails
    """
    return vendor.run(command)


def imported(text: str) -> object:
    """An imported class.

    Raises:
        Refused: If the text is refused
    """
    return vendor.load(text)


def imported_alias(text: str) -> object:
    """An imported class under another name.

    Raises:
        Vanished: If the text is gone
    """
    return vendor.load(text)


def imported_for_types(text: str) -> object:
    """A class imported for the type checker.

    Raises:
        Lost: If the text is lost
    """
    return vendor.load(text)


def imported_dotted(text: str) -> object:
    """A class of an imported module.

    Raises:
        vendor.errors.Refused: If the text is refused
    """
    return vendor.load(text)


def own(text: str) -> object:
    """A class of this module.

    Raises:
        LoadError: If the text cannot be loaded
    """
    return vendor.load(text)


def backticks(text: str) -> object:
    """A known class in backticks.

    Raises:
        `LoadError`: If the text cannot be loaded
    """
    return vendor.load(text)
