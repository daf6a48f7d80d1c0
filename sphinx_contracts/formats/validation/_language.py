"""How a data file is written: its suffix tells, else the format that it belongs to."""

from sphinx_contracts.config import ConfigurationError
from sphinx_contracts.formats.validation._stream import DataLanguage
from sphinx_contracts.model.formats import Format

__all__ = ["language_of_file"]

_SUFFIXES: dict[str, DataLanguage] = {
    "json": "json",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "yaml": "yaml",
    "yml": "yaml",
}
_OTHERS = frozenset({"csv", "tsv", "toml"})


def language_of_file(path: str, documented: Format) -> DataLanguage:
    """Tell how a data file is written.

    A format of JSON Lines makes a ``.json`` file one of JSON Lines too, as many data sets name them.

    Args:
        path: The file's path
        documented: The format that it belongs to

    Returns:
        The language

    Raises:
        ConfigurationError: If files of that kind are not checked

    Example:
        assert language_of_file("events.jsonl", documented) == "jsonl"
    """
    suffix = path.rpartition(".")[2].lower()
    language = _SUFFIXES.get(suffix)
    if suffix in _OTHERS or (language is None and documented.language in _OTHERS):
        kind = suffix if suffix in _OTHERS else documented.language
        raise ConfigurationError(f"'{path}' is {kind.upper()}; only JSON, JSON Lines and YAML files are checked")
    if language in (None, "json") and documented.language == "jsonl":
        return "jsonl"
    return language or ("yaml" if documented.language == "yaml" else "json")
