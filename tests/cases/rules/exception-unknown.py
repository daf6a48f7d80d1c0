"""A documented exception exists."""

import json
import xml.etree.ElementTree as ET
from elsewhere import LoadError

OldError = ValueError


class WrongError(Exception):
    """Something is wrong."""


def known() -> None:
    """Count.

    Raises:
        ValueError: If it is wrong
        WrongError: If it is wrong
        LoadError: If it is wrong
        OldError: If it is wrong
        json.JSONDecodeError: If it is wrong
        JSONDecodeError: If it is wrong
        CalledProcessError: If it is wrong
        ET.ParseError: If it is wrong
        requests.exceptions.HTTPError: If it is wrong
        example.WrongError: If it is wrong
    """


def unknown() -> None:
    """Count.

    Raises:
        #! unknown
        JSONEncodeError: If it is wrong
        #! unknown
        ValueErorr: If it is wrong
        #! unknown
        example.MissingError: If it is wrong
    """


def prose() -> None:
    """Count.

    Raises:
        No exceptions are raised
    """
