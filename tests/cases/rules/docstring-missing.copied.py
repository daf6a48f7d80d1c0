"""A decorator that writes docstrings documents what stands without one in the source."""

from functools import lru_cache

import docstring
from documents import document
from pkg.docs import cached, copy_docstring, inheritDoc
from pkg.docs import Appender as append


@copy_docstring(print)
def copied() -> None:
    pass


@inheritDoc
def inherited() -> None:
    pass


@append("Counts.")
def appended() -> None:
    pass


@docstring.copy(print)
def of_a_module() -> None:
    pass


class Reader:
    """Reads."""

    @copy_docstring(print)
    def read(self) -> None:
        pass


@cached
#! only_cached
def only_cached() -> None:
    pass


@lru_cache
#! kept
def kept() -> None:
    pass


@document
#! document_is_another_word
def document_is_another_word() -> None:
    pass
