"""Which places are surely files, once names can be followed into other source files."""

from collections.abc import Callable

from sphinx_contracts.files._catalogue import OPENERS
from sphinx_contracts.model.code import Chain
from sphinx_contracts.model.files import FileUse

__all__ = ["is_file"]

_PATHS = frozenset({"builtins.str", "pathlib.Path", "os.PathLike"})


def is_file(use: FileUse, called: Callable[[Chain], str | None], value: Callable[[Chain], str | None]) -> bool:
    """Tell whether a place surely reads or writes a file.

    Args:
        use: The place
        called: Tells the dotted name of what a chain calls
        value: Tells the type of the value that a chain stands for

    Returns:
        True where the code opens the file itself

    Example:
        sure = is_file(use, evaluator.called, evaluator.value)
    """
    chain = use.place
    if chain is None:
        return False
    for index, step in enumerate(chain.steps):
        if step == "()" and called(Chain(chain.root, chain.instance, chain.steps[:index])) in OPENERS:
            return True
    return use.paths and (value(chain) or "").partition("[")[0] in _PATHS
