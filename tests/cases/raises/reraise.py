"""A bare ``raise`` and ``raise e`` raise again what the handler caught."""

from pathlib import Path

import vendor


class LoadError(Exception):
    """Loading failed."""


def bare(text: str) -> int:
    """Raise it again."""
    try:
        return int(text)
    except ValueError:
        raise  # expect: raises=ValueError; finding=exception-undocumented


def by_name(text: str) -> int:
    """Raise it again."""
    try:
        return int(text)
    except ValueError as error:
        raise error  # expect: raises=ValueError; finding=exception-undocumented


def by_name_without_cause(text: str) -> int:
    """Raise it again."""
    try:
        return int(text)
    except ValueError as error:
        raise error from None  # expect: raises=ValueError; finding=exception-undocumented


def by_name_with_traceback(text: str) -> int:
    """Raise it again."""
    try:
        return int(text)
    except ValueError as error:
        raise error.with_traceback(None)  # expect: raises=ValueError; finding=exception-undocumented


def documented(text: str) -> int:
    """Raise it again.

    Raises:
        ValueError: If the text is no number
    """
    try:
        return int(text)
    except ValueError:
        raise  # expect: raises=ValueError


def several(text: str) -> int:
    """Raise either again.

    Raises:
        TypeError: If there is no text
        ValueError: If the text is no number
    """
    try:
        return int(text)
    except (TypeError, ValueError):
        raise  # expect: raises=TypeError; raises=ValueError


def one_of_several(text: str) -> int:
    """Raise either again, of which one is documented.

    Raises:
        TypeError: If there is no text
    """
    try:
        return int(text)
    except (TypeError, ValueError):
        raise  # expect: raises=TypeError; raises=ValueError; finding=exception-undocumented


def at_the_end(path: Path) -> str | None:
    """Raise it again in some cases only."""
    try:
        return path.read_text()  # expect: effect=file-read
    except OSError as error:
        if error.errno == 2:
            return None
        raise  # expect: raises=OSError; finding=exception-undocumented


def own_class(text: str) -> object:
    """Raise a class of the project again."""
    try:
        return vendor.load(text)
    except LoadError:
        raise  # expect: raises=LoadError; finding=exception-undocumented


def let_through(path: Path) -> str:
    """Let one through and replace the rest.

    Raises:
        FileNotFoundError: If there is no file
        LoadError: If the file cannot be read
    """
    try:
        return path.read_text()  # expect: effect=file-read
    except FileNotFoundError:
        raise  # expect: raises=FileNotFoundError
    except OSError as error:
        raise LoadError(path) from error  # expect: raises=LoadError


def in_inner_handler(text: str) -> object:
    """The innermost handler decides."""
    try:
        return vendor.load(text)
    except KeyError:
        try:
            return vendor.find(text)
        except ValueError:
            raise  # expect: raises=ValueError; finding=exception-undocumented


def after_inner_handler(text: str) -> object:
    """The inner handler has ended."""
    try:
        return vendor.load(text)
    except KeyError:
        try:
            vendor.clean(text)
        except ValueError:
            pass
        raise  # expect: raises=KeyError; finding=exception-undocumented


def outside_of_handlers() -> None:
    """What is being handled elsewhere cannot be told."""
    raise  # expect: may=?


def everything(text: str) -> object:
    """What it raises again cannot be told."""
    try:
        return vendor.load(text)
    except Exception:
        raise  # expect: raises=?


def everything_by_name(text: str) -> object:
    """What it raises again cannot be told."""
    try:
        return vendor.load(text)
    except Exception as error:
        vendor.note(error)
        raise error  # expect: raises=?


def really_everything(text: str) -> object:
    """What it raises again cannot be told."""
    try:
        return vendor.load(text)
    except BaseException:
        raise  # expect: raises=?


def bare_handler(text: str) -> object:
    """What it raises again cannot be told."""
    try:
        return vendor.load(text)
    except:
        raise  # expect: raises=?


def caught_again(text: str) -> int:
    """Raised again, and caught further out."""
    try:
        try:
            return int(text)
        except ValueError:
            raise
    except ValueError:
        return 0


def caught_again_by_ancestor(text: str) -> int:
    """Raised again, and caught further out by an ancestor."""
    try:
        try:
            return int(text)
        except UnicodeError as error:
            raise error
    except ValueError:
        return 0


def name_given_anew(text: str) -> int:
    """The name no longer stands for what was caught: to follow it is not asked, to say ValueError is wrong."""
    try:
        return int(text)
    except ValueError as error:
        error = LoadError(text)
        raise error  # expect: may=LoadError; may=?; may=exception-undocumented


def kept_for_later(texts: list[str]) -> int:
    """What was caught last is raised in the end: what it is cannot be told."""
    last = None
    for text in texts:
        try:
            return vendor.load(text)
        except Exception as error:
            last = error
    raise last  # expect: may=?


def first_of_many(errors: list) -> None:
    """What a list holds cannot be told."""
    if errors:
        raise errors[0]  # expect: raises=?
