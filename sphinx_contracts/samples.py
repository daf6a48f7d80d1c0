"""Real data files of documented formats, as the setting ``formats`` names them: the only place that opens them.

Each file is checked on every run, so that what is wrong is reported again until it is mended.

Key Components:
    - read_samples: finds and checks the files

Usage:
    from pathlib import Path

    from sphinx_contracts.samples import read_samples

    samples = read_samples(project, settings.formats, Path.cwd(), Path.cwd())
"""

import glob
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sphinx_contracts.config import ConfigurationError
from sphinx_contracts.discover import relative_path
from sphinx_contracts.formats.lookup import format_named
from sphinx_contracts.formats.validation import language_of_file, limited, validated, validator_for
from sphinx_contracts.model.contract import Project
from sphinx_contracts.model.data import DataError, Sample
from sphinx_contracts.model.formats import Format
from sphinx_contracts.regular_file import open_regular

__all__ = ["read_samples"]

_MOST = 100  # errors of one file; whoever has more mends the first ones first
_UNREAD = ("source-unreadable", "source-unparsable")


def read_samples(
    project: Project, formats: Mapping[str, Sequence[str]], base: Path, root: Path, *, is_partial: bool = False
) -> Mapping[str, Sequence[Sample]]:
    """Check the data files that the setting ``formats`` names.

    Args:
        project: The project
        formats: Name of a format to globs
        base: The folder that globs are relative to
        root: The folder that paths are shown relative to
        is_partial: Only a part of the sources was read, so that formats may be missing

    Returns:
        The files by the qualified names of their formats; a format that cannot be read has none

    Raises:
        ConfigurationError: If no format or several bear a name, if a glob matches no file, if a file is of another
            kind than can be checked, or if jsonschema is not installed

    Side Effects:
        - Reads the files

    Example:
        samples = read_samples(project, {"status.json": ["samples/*.json"]}, Path.cwd(), Path.cwd())
    """
    found: dict[str, dict[str, Sample]] = {}
    # a module that could not be read may hold any format
    is_partial = is_partial or any(item.rule in _UNREAD for module in project.modules for item in module.facts.problems)
    for name, globs in formats.items():
        try:
            qualified, documented = format_named(name, project)
        except ConfigurationError as error:
            if is_partial and str(error).startswith("there is no"):
                continue
            raise ConfigurationError(f"setting 'formats': {error}") from error
        if documented.schema is None:
            continue
        try:
            found.setdefault(qualified, {}).update(_samples(documented, globs, base, root))
        except ConfigurationError as error:
            raise ConfigurationError(f"setting 'formats': {error}") from error
    return {name: tuple(samples.values()) for name, samples in found.items()}


def _samples(documented: Format, globs: Sequence[str], base: Path, root: Path) -> Iterator[tuple[str, Sample]]:
    validator = validator_for(documented.schema or {})
    for pattern in globs:
        # the pattern may be absolute, which Path.glob refuses
        paths = sorted(base / item for item in glob.glob(pattern, root_dir=base, recursive=True))  # noqa: PTH207
        files = [path for path in paths if not path.is_dir()]
        if not files:
            raise ConfigurationError(f"'{pattern}' of the format '{documented.name}' matches no file in {base}")
        for path in files:
            shown = relative_path(path, root)
            language = language_of_file(shown, documented)
            try:
                with open_regular(path) as stream:
                    errors = tuple(limited(validated(stream, language, validator), _MOST))
            except OSError as error:
                errors = (DataError(1, 1, f"the file cannot be read: {error.strerror or error}"),)
            yield shown, Sample(shown, errors)
