"""Files of other tools, whose formats those tools document: tables, one row to add.

A name that many programs use for files of their own, such as ``settings.json``, counts only in a folder that is one
tool's. A format that the project documents wins over these tables; whoever asks sees to that.

Key Components:
    - FOREIGN_FILES: names that are one tool's wherever they stand
    - FOREIGN_SUFFIXES: endings of such names
    - FOREIGN_FOLDERS: names that are one tool's in some folders
    - is_foreign: whether a place in code is about such a file
    - foreign_names: such files that a text names

Usage:
    from sphinx_contracts.files.foreign import foreign_names

    assert foreign_names("Reads the settings from pyproject.toml.", "toml") == {"pyproject.toml"}
"""

import re

from sphinx_contracts.model.files import FileUse

__all__ = ["FOREIGN_FILES", "FOREIGN_FOLDERS", "FOREIGN_SUFFIXES", "foreign_names", "is_foreign"]

# names in lower case that are one tool's wherever they stand
FOREIGN_FILES = frozenset(
    {
        *("pyproject.toml", "setup.cfg", "poetry.lock", "uv.lock", "pdm.lock", "pixi.toml", "ruff.toml", "pipfile"),
        *("pipfile.lock", "cargo.toml", "cargo.lock", "package.json", "package-lock.json", "tsconfig.json"),
        *("composer.json", "lerna.json", ".eslintrc.json", ".babelrc", "manifest.in", "direct_url.json"),
        *(".pre-commit-config.yaml", ".pre-commit-hooks.yaml", ".readthedocs.yaml", ".readthedocs.yml", "mkdocs.yml"),
        *("mkdocs.yaml", "docker-compose.yml", "docker-compose.yaml", "compose.yaml", "compose.yml", "meta.yaml"),
        *("environment.yml", "environment.yaml", ".travis.yml", ".gitlab-ci.yml", "chart.yaml", "codecov.yml"),
        *("kernel.json", "citation.cff", "dependabot.yml", "openapi.json"),
        *("openapi.yaml", "swagger.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json"),
        *("generation_config.json", "adapter_config.json", "model.safetensors.index.json", "vocab.json"),
        *("kaggle.json", ".dockercfg", "compile_commands.json", "cookiecutter.json"),
    }
)
FOREIGN_SUFFIXES = (".ipynb",)
# name in lower case -> the folders, in lower case, in which it is another tool's
FOREIGN_FOLDERS = {
    "settings.json": frozenset({".vscode", ".claude"}),
    "launch.json": frozenset({".vscode"}),
    "credentials.json": frozenset({".credentials", "gcloud"}),
}

_PATH = re.compile(r"(?:([\w.-]*\w)[/\\])?([\w.-]*\w)")
_LANGUAGES = {".json": "json", ".yaml": "yaml", ".yml": "yaml", ".toml": "toml", ".ipynb": "json"}


def is_foreign(use: FileUse) -> bool:
    """Tell whether a place is about a file of another tool, whose format that tool documents.

    Args:
        use: The place

    Returns:
        True for ``pyproject.toml``, ``package.json``, notebooks and the like, where the code names them

    Example:
        skipped = is_foreign(use)
    """
    return _is_foreign(use.file.lower(), use.folder.lower())


def _is_foreign(name: str, folder: str) -> bool:
    return name in FOREIGN_FILES or name.endswith(FOREIGN_SUFFIXES) or folder in FOREIGN_FOLDERS.get(name, ())


def foreign_names(text: str, language: str) -> set[str]:
    """Find the files of other tools that a text names.

    Args:
        text: A docstring
        language: The language that the files are in

    Returns:
        Their names in lower case, without folders

    Example:
        assert foreign_names("Reads pyproject.toml and package.json.", "toml") == {"pyproject.toml"}
    """
    found = {(folder.lower(), name.lower()) for folder, name in _PATH.findall(text)}
    return {
        name
        for folder, name in found
        if _is_foreign(name, folder) and _LANGUAGES.get(name[name.rfind(".") :]) == language
    }
