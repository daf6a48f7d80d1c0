"""What documents an exception: its name, its qualified name or an ancestor of it, in any form of Raises."""

import json

import vendor.errors
from vendor.errors import Refused
from vendor.errors import Refused as Denied


class AppError(Exception):
    """The base of all."""


class LoadError(AppError, ValueError):
    """Loading failed."""


class VendorError(Refused):
    """Its ancestors stand outside the project."""


class Store:
    """A store."""

    class Missing(KeyError):
        """There is nothing."""

    def get(self, key: str) -> None:
        """By a builtin ancestor of a class inside the class.

        Raises:
            KeyError: Always
        """
        raise self.Missing(key)  # expect: may=Missing; may=?


Error = ValueError


def name(value: int) -> None:
    """By its name.

    Raises:
        ValueError: If there is a value
    """
    raise ValueError(value)  # expect: raises=ValueError


def backticks(value: int) -> None:
    """In backticks.

    Raises:
        `ValueError`: If there is a value
    """
    raise ValueError(value)  # expect: raises=ValueError


def double_backticks(value: int) -> None:
    """In double backticks.

    Raises:
        ``ValueError``: If there is a value
    """
    raise ValueError(value)  # expect: raises=ValueError


def role(value: int) -> None:
    """As a role.

    Raises:
        :class:`ValueError`: If there is a value
    """
    raise ValueError(value)  # expect: raises=ValueError


def bullet(value: int) -> None:
    """As a bullet.

    Raises:
        - ValueError: If there is a value
    """
    raise ValueError(value)  # expect: raises=ValueError


def without_colon(value: int) -> None:
    """Without a colon.

    Raises:
        ValueError if there is a value
    """
    raise ValueError(value)  # expect: raises=ValueError


def on_the_next_line(value: int) -> None:
    """With the condition on the next line.

    Raises:
        ValueError:
            If there is a value
    """
    raise ValueError(value)  # expect: raises=ValueError


def numpy_style(value: int) -> None:
    """In NumPy style.

    Raises
    ------
    ValueError
        If there is a value
    """
    raise ValueError(value)  # expect: raises=ValueError


def rest_style(value: int) -> None:
    """In reST style.

    :param value: The value
    :raises ValueError: If there is a value
    """
    raise ValueError(value)  # expect: raises=ValueError


def qualified_in_docs() -> None:
    """Dotted in the docs, plain in the code.

    Raises:
        vendor.errors.Refused: Always
    """
    raise Refused("no")  # expect: raises=Refused


def qualified_in_code() -> None:
    """Plain in the docs, dotted in the code.

    Raises:
        Refused: Always
    """
    raise vendor.errors.Refused("no")  # expect: raises=Refused


def qualified_in_both(text: str) -> None:
    """Dotted in both.

    Raises:
        json.JSONDecodeError: Always
    """
    raise json.JSONDecodeError("no", text, 0)  # expect: raises=JSONDecodeError


def own_module() -> None:
    """Qualified with the module's own name.

    Raises:
        documented.LoadError: Always
    """
    raise LoadError("no")  # expect: raises=LoadError


def alias() -> None:
    """Under its own name in the docs, under another in the code.

    Raises:
        Refused: Always
    """
    raise Denied("no")  # expect: raises=Refused


def parent(path: str) -> None:
    """By a builtin ancestor.

    Raises:
        OSError: If there is no file
    """
    raise FileNotFoundError(path)  # expect: raises=FileNotFoundError


def older_name(path: str) -> None:
    """By another name of the ancestor.

    Raises:
        IOError: If there is no file
    """
    raise FileNotFoundError(path)  # expect: raises=FileNotFoundError


def grandparent(key: str) -> None:
    """By an ancestor of an ancestor.

    Raises:
        Exception: If anything is wrong
    """
    raise KeyError(key)  # expect: raises=KeyError


def own_parent() -> None:
    """By an ancestor of the project.

    Raises:
        AppError: Always
    """
    raise LoadError("no")  # expect: raises=LoadError


def own_builtin_parent() -> None:
    """By a builtin ancestor of a class of the project.

    Raises:
        ValueError: Always
    """
    raise LoadError("no")  # expect: raises=LoadError


def two_entries(value: int) -> None:
    """Each by its name.

    Raises:
        KeyError: If the value is odd
        IndexError: If it is even
    """
    if value % 2:
        raise KeyError(value)  # expect: raises=KeyError
    raise IndexError(value)  # expect: raises=IndexError


def child(value: int) -> None:
    """A child documents no ancestor.

    Raises:
        KeyError: If there is a value
    """
    if value:
        raise KeyError(value)  # expect: raises=KeyError
    raise LookupError(value)  # expect: raises=LookupError; finding=exception-undocumented


def sibling(value: int) -> None:
    """A sibling documents nothing.

    Raises:
        KeyError: If there is a value
    """
    if value:
        raise KeyError(value)  # expect: raises=KeyError
    raise IndexError(value)  # expect: raises=IndexError; finding=exception-undocumented


def only_mentioned(value: int) -> None:
    """Naming ValueError in the prose documents nothing."""
    raise ValueError(value)  # expect: raises=ValueError; finding=exception-undocumented


def by_callee(text: str) -> object:
    """What the standard library raises may be documented.

    Raises:
        ValueError: If the text is no JSON
    """
    return json.loads(text)


def unknown_ancestors() -> None:
    """Whether the class outside the project is an ancestor is not known, so nobody is blamed.

    Raises:
        vendor.errors.VendorError: Always
    """
    raise Refused("no")  # expect: may=Refused; may=?


def ancestors_outside() -> None:
    """Whether a builtin is an ancestor of a class outside the project is not known, so nobody is blamed.

    Raises:
        ValueError: Always
    """
    raise VendorError("no")  # expect: may=VendorError; may=?


def parent_outside() -> None:
    """By an ancestor outside the project.

    Raises:
        Refused: Always
    """
    raise VendorError("no")  # expect: may=VendorError; may=?


def second_name() -> None:
    """By the name of a class that has a second name here.

    Raises:
        ValueError: Always
    """
    raise Error("no")  # expect: may=ValueError; may=Error


def nested_class(key: str) -> None:
    """A class inside a class.

    Raises:
        Store.Missing: Always
    """
    raise Store.Missing(key)  # expect: raises=Missing


def nested_class_by_ancestor(key: str) -> None:
    """A class inside a class, by a builtin ancestor.

    Raises:
        LookupError: Always
    """
    raise Store.Missing(key)  # expect: raises=Missing
