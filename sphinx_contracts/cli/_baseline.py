"""The baseline on the command line: which file it is, and how it is written.

The file is written when it is not there, and made smaller when it is. It grows when somebody says so, with a word of
its own, and never else.

Key Components:
    - BaselineFile: the file that the options and the settings name

Usage:
    from sphinx_contracts.cli._baseline import BaselineFile

    file = BaselineFile("contracts-baseline.txt", writes=True)
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from sphinx_contracts.baseline_file import baseline_at
from sphinx_contracts.check.baseline import Baseline, Entry, changed
from sphinx_contracts.check.comparison import Comparison, compared, to_keep
from sphinx_contracts.cli._output import write
from sphinx_contracts.cli._run import Failure
from sphinx_contracts.config import ConfigurationError, read_pyproject
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.project import Run, project_root
from sphinx_contracts.reports.export import number_of

__all__ = ["BaselineFile"]

_PLACE = "pyproject.toml: setting 'baseline'"


class BaselineFile:
    """The file that ``--baseline`` names, else the setting.

    Responsibilities:
        - Say which baseline the run is held against
        - Write the first baseline, take away what is fixed, and add what is new where that is asked for

    Example:
        file = BaselineFile(None, writes=False)
    """

    def __init__(self, option: str | None, *, writes: bool) -> None:
        """Find out which file it is.

        Args:
            option: Path of the file from the working directory, None for the one that the setting names, "" for none
            writes: The file is to be written

        Raises:
            Failure: If it cannot be read, or if nothing names a file that is to be written

        Side Effects:
            - Reads ``pyproject.toml`` and the file
        """
        path = Path.cwd() / option if option else _configured() if option is None and writes else None
        if path is None and writes:
            raise Failure(
                "there is no name for the baseline: set 'baseline' in [tool.sphinx-contracts] or give --baseline FILE"
            )
        self._path = path
        self.options = f"--baseline {option}" if option else ""
        """How the command line names the file again."""
        self._shown = option if option is not None else path.name if path is not None else ""
        self.setting = option if path is None else self._setting(path, option is not None)
        """What the run takes for the setting: None for what the settings say, "" for no baseline yet."""
        if path is not None and self.setting == "" and not writes:
            raise Failure(f"--baseline: '{option}' does not exist; add --write-baseline to write it")

    def _setting(self, path: Path, is_option: bool) -> str:
        try:
            return str(path) if baseline_at(path, self._shown) is not None else ""
        except ConfigurationError as error:
            raise Failure(f"{'--baseline' if is_option else _PLACE}: {error}") from error

    def written(self, result: Run, *, extends: bool) -> tuple[Run, list[str]]:
        """Write the file after a run.

        Args:
            result: The run
            extends: Add the errors that stand to a file that is there

        Returns:
            The run as the next one will be, and what has been done

        Raises:
            Failure: If only a part of the project was read, or the file cannot be written

        Side Effects:
            - Writes the file
        """
        if result.is_part:
            raise Failure("only the whole project can tell what is fixed: leave out PATH, or name all sources")
        assert self._path is not None
        old = result.comparison
        added = to_keep(result.findings) if extends or old is None else {}
        if old is None:
            after = changed(Baseline(), added=added)
        else:
            after = changed(old.baseline, fixed=old.fixed, moved=old.moved, added=added)
        if old is None or after.text != old.baseline.text:
            write(after.text, str(self._path))
        held = compared(result.findings, changed(Baseline(), added=added), lambda: result.project)
        return replace(result, findings=held.findings, comparison=None), list(self._said(old, added, after))

    def _said(self, old: Comparison | None, added: Mapping[Entry, int], after: Baseline) -> Iterator[str]:
        size = number_of(sum(after.entries.values()), "finding")
        if old is None:
            yield f"{self._shown} is written: {size}, from now on suppressed{self._asked()}"
            return
        numbers = {"fixed": sum(old.fixed.values()), "moved": len(old.moved), "added": sum(added.values())}
        parts = [f"{number} {deed}" for deed, number in numbers.items() if number]
        yield f"{self._shown} holds {size} now: {', '.join(parts) or 'none is fixed'}"

    def _asked(self) -> str:
        """What a file needs in order to be read that only the command line names."""
        if self._path is None or self._path == _configured():
            return ""
        return f" with --baseline {self._shown}; to read it always, set baseline in [tool.sphinx-contracts]"


def _configured() -> Path | None:
    root = project_root(Path.cwd())
    config = root / "pyproject.toml"
    try:
        name = read_pyproject(config).get("baseline") if config.is_file() else None
    except ConfigurationError as error:
        raise Failure(str(error)) from error
    return root / name if isinstance(name, str) and name else None
