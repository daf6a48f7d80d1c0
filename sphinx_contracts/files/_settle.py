"""Which places are surely files, once names can be followed into other source files."""

import re
from collections.abc import Callable

from sphinx_contracts.files._catalogue import FOREIGN_FILES, OPENERS
from sphinx_contracts.model.code import Chain
from sphinx_contracts.model.files import FileUse

__all__ = ["is_file", "is_foreign", "names_foreign"]

_WORD = re.compile(r"[\w.-]*\w")
_SUFFIXES = {".json": "json", ".yaml": "yaml", ".yml": "yaml", ".toml": "toml", ".ipynb": "json"}
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


def is_foreign(use: FileUse) -> bool:
    """Tell whether a place is about a file of another tool, whose format that tool documents.

    Args:
        use: The place

    Returns:
        True for ``pyproject.toml``, ``package.json``, notebooks and the like, where the code names them

    Example:
        skipped = is_foreign(use)
    """
    return _is_foreign(use.file.lower())


def _is_foreign(name: str) -> bool:
    return name in FOREIGN_FILES or name.endswith(".ipynb")


def names_foreign(text: str, language: str) -> bool:
    """Tell whether a text names a file of another tool.

    Args:
        text: A docstring
        language: The language that the file is in

    Returns:
        True where it names such a file in that language

    Example:
        assert names_foreign("Reads the settings from pyproject.toml.", "toml")
    """
    words = {word.lower() for word in _WORD.findall(text)}
    return any(_is_foreign(word) and _SUFFIXES.get(word[word.rfind(".") :]) == language for word in words)
