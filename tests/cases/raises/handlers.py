"""Handlers: what is raised and caught in the same function does not leave it, class hierarchies counted."""

import json
import socket

import vendor


class AppError(Exception):
    """The base of all."""


class LoadError(AppError):
    """Loading failed."""


class ParseError(LoadError, ValueError):
    """Parsing failed."""


class ConnectionError(Exception):
    """Has the name of a builtin and is none: no OSError."""


class VendorError(vendor.BaseError):
    """Its ancestors stand outside the project."""


ALL = (ValueError, KeyError)


def same(value: int) -> int:
    """Caught by its own name."""
    try:
        raise ValueError(value)
    except ValueError:
        return 0


def parent(path: str) -> str:
    """Caught by a builtin ancestor."""
    try:
        raise FileNotFoundError(path)
    except OSError:
        return ""


def grandparent(key: str) -> str:
    """Caught by an ancestor of an ancestor."""
    try:
        raise UnicodeDecodeError("utf-8", b"", 0, 1, key)
    except ValueError:
        return ""


def older_name(path: str) -> str:
    """Caught by another name of the same class."""
    try:
        raise OSError(path)
    except IOError:
        return ""


def everything(value: int) -> int:
    """Caught with all others."""
    try:
        raise KeyError(value)
    except Exception:
        return 0


def really_everything(value: int) -> int:
    """Caught with all others."""
    try:
        raise KeyError(value)
    except BaseException:
        return 0


def bare(value: int) -> int:
    """Caught with all others."""
    try:
        raise KeyError(value)
    except:
        return 0


def one_of_several(value: int) -> int:
    """Caught by one of a tuple."""
    try:
        raise KeyError(value)
    except (ValueError, LookupError):
        return 0


def named_tuple(value: int) -> int:
    """Caught by one of a tuple with a name."""
    try:
        raise KeyError(value)
    except ALL:
        return 0


def starred(value: int) -> None:
    """Caught as a member of a group."""
    try:
        raise KeyError(value)
    except* KeyError:
        pass


def second_handler(value: int) -> int:
    """Caught by the second handler."""
    try:
        raise KeyError(value)
    except ValueError:
        return 0
    except KeyError:
        return 1


def own_parent() -> None:
    """Caught by an ancestor of the project."""
    try:
        raise LoadError("no")
    except AppError:
        pass


def own_grandparent() -> None:
    """Caught by an ancestor of an ancestor."""
    try:
        raise ParseError("no")
    except AppError:
        pass


def own_second_parent() -> None:
    """Caught by a builtin ancestor of a class of the project."""
    try:
        raise ParseError("no")
    except ValueError:
        pass


def outer(value: int) -> int:
    """Caught by a handler further out."""
    try:
        try:
            raise ValueError(value)
        except KeyError:
            return 0
    except ValueError:
        return 1


def from_handler(value: int) -> int:
    """Raised in a handler and caught further out."""
    try:
        try:
            return int(value)
        except TypeError:
            raise ValueError(value)
    except ValueError:
        return 0


def in_block(values: list[int]) -> int:
    """Raised further in."""
    try:
        for value in values:
            with open("x"):  # expect: effect=file-read
                if value:
                    raise ValueError(value)
    except ValueError:
        return 0
    return 1


def variable(value: int) -> int:
    """Made before, raised and caught."""
    error = ValueError(value)
    try:
        raise error
    except ValueError:
        return 0


def sibling(value: int) -> int:
    """A sibling catches nothing."""
    try:
        raise KeyError(value)  # expect: raises=KeyError; finding=exception-undocumented
    except IndexError:
        return 0


def child(value: int) -> int:
    """A child catches nothing."""
    try:
        raise LookupError(value)  # expect: raises=LookupError; finding=exception-undocumented
    except KeyError:
        return 0


def own_child() -> None:
    """A child catches nothing."""
    try:
        raise AppError("no")  # expect: raises=AppError; finding=exception-undocumented
    except LoadError:
        pass


def own_class_with_builtin_name() -> None:
    """The module's own class is none of the builtins."""
    try:
        raise ConnectionError("no")  # expect: raises=ConnectionError; finding=exception-undocumented
    except OSError:
        pass


def not_an_exception() -> None:
    """The class of all ordinary exceptions does not catch this one."""
    try:
        raise KeyboardInterrupt  # expect: raises=KeyboardInterrupt; finding=exception-undocumented
    except Exception:
        pass


def beside(value: int) -> int:
    """A handler catches nothing that stands beside its block."""
    try:
        value += 1
    except ValueError:
        pass
    raise ValueError(value)  # expect: raises=ValueError; finding=exception-undocumented


def unknown_handler(value: int, expected: type[Exception]) -> int:
    """Nobody knows what this handler catches, so nobody is blamed."""
    try:
        raise ValueError(value)  # expect: may=ValueError; may=?
    except expected:
        return 0


def standard_library(text: str) -> object:
    """An ancestor that only the standard library knows; nobody is blamed."""
    try:
        raise json.JSONDecodeError("no", text, 0)  # expect: may=JSONDecodeError; may=?
    except ValueError:
        return None


def alias_of_standard_library(path: str) -> str:
    """Another name that the standard library has for OSError; nobody is blamed."""
    try:
        raise OSError(path)  # expect: may=OSError; may=?
    except socket.error:
        return ""


def ancestors_outside() -> None:
    """Ancestors outside the project are not known; nobody is blamed."""
    try:
        raise VendorError("no")  # expect: may=VendorError; may=?
    except ValueError:
        pass


def both_outside() -> None:
    """How two classes outside the project are related is not known; nobody is blamed."""
    try:
        raise vendor.Refused("no")  # expect: may=Refused; may=?
    except vendor.BaseError:
        pass


def outside_and_builtin() -> None:
    """Whether a class outside the project descends from a builtin is not known; nobody is blamed."""
    try:
        raise vendor.Refused("no")  # expect: may=Refused; may=?
    except ValueError:
        pass


def outside_and_everything() -> None:
    """Caught with all others."""
    try:
        raise vendor.Refused("no")
    except Exception:
        pass


def own_with_ancestors_outside() -> None:
    """Caught by its own name."""
    try:
        raise VendorError("no")
    except VendorError:
        pass


def lets_the_end_pass(values: list[int]) -> int:
    """Ends of a program, and of its memory, are let pass, since what follows would swallow them."""
    try:
        return sum(values)
    except (KeyboardInterrupt, MemoryError):
        raise  # expect: raises=?
    except RecursionError as error:
        raise error  # expect: raises=?
    except Exception:
        return 0


def runs_out(size: int) -> None:
    """One that is made here is no other."""
    if size > 10:
        raise MemoryError(size)  # expect: raises=MemoryError; finding=exception-undocumented
