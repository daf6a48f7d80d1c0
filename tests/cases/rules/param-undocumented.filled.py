"""A docstring with places that a decorator fills may describe what stands nowhere in the source."""

from docs import Appender, copy_doc, fill_doc, interpd


@fill_doc
def numpy_style(raw: str, picks: int, verbose: bool) -> None:
    """Read.

    Parameters
    ----------
    raw : str
        The data
    %(picks_all)s
    %(verbose)s
    """


@interpd
def google_style(raw: str, picks: int) -> None:
    """Read.

    Args:
        raw: The data
        {shared}
    """


#! inline
def inline(raw: str, picks: int) -> None:
    """Read.

    Args:
        raw: Text like "%(name)s" or {name}, put in by the caller
    """


@fill_doc
class Reader:
    """Reads.

    Parameters
    ----------
    %(raw)s
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw


@copy_doc(numpy_style)
def copied(raw: str) -> None:
    pass


@Appender("Reads.")
def appended(raw: str) -> None:
    pass
