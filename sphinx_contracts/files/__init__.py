"""Data files in code: where they are read and written, and with which keys.

JSON, JSON Lines, YAML, CSV, TOML and pickle count. A file counts where the code surely opens it; an open file that
somebody else hands over, a text for a log line or a response of a server is none.

Key Components:
    - may_use_files: whether a source file imports something that reads or writes data
    - file_uses: the places of one source file that read or write data files
    - may_return_data, returned_shapes: the keys of what functions return
    - is_file: whether such a place is surely a file
    - is_foreign, foreign_names: files of other tools

Usage:
    from sphinx_contracts.files import foreign_names

    assert foreign_names("Reads the settings from pyproject.toml.", "toml") == {"pyproject.toml"}
"""

from sphinx_contracts.files._collect import file_uses, may_use_files
from sphinx_contracts.files._returned import may_return_data, returned_shapes
from sphinx_contracts.files._settle import is_file
from sphinx_contracts.files.foreign import foreign_names, is_foreign

__all__ = ["file_uses", "foreign_names", "is_file", "is_foreign", "may_return_data", "may_use_files", "returned_shapes"]
