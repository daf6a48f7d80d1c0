"""What a decorator fills in may be a whole section, unless it stands among the parameters."""

from docs import fill_doc


@fill_doc
def anything() -> int:
    """Count.

    %(results)s
    """
    return 1


@fill_doc
#! parameters
def parameters(count: int) -> int:
    """Count.

    Parameters
    ----------
    %(count)s
    """
    return count
