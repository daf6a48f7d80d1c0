"""The file that the setting ``baseline`` names: the only place that opens it.

What it holds is read in ``sphinx_contracts.check.baseline``; here it is bytes, and what may be wrong with a file.

Key Components:
    - read_baseline: the baseline of a run
    - baseline_at: the baseline in a file

Usage:
    from pathlib import Path

    from sphinx_contracts.baseline_file import read_baseline

    baseline = read_baseline("contracts-baseline.txt", Path.cwd(), Path.cwd())
"""

from pathlib import Path

from sphinx_contracts.check.baseline import Baseline, parsed
from sphinx_contracts.config import ConfigurationError
from sphinx_contracts.discover import relative_path
from sphinx_contracts.regular_file import open_regular

__all__ = ["baseline_at", "read_baseline"]


def read_baseline(name: str | None, base: Path, root: Path) -> Baseline | None:
    """Read the baseline of a run.

    Args:
        name: Path of the file, as the setting gives it; None or "" for none
        base: The folder that it is relative to
        root: The folder that paths are shown relative to

    Returns:
        The baseline, None where there is no such setting

    Raises:
        ConfigurationError: If the file does not exist, cannot be read, or holds something else

    Side Effects:
        - Reads the file

    Example:
        baseline = read_baseline(settings.baseline, Path.cwd(), Path.cwd())
    """
    if not name:
        return None
    try:
        found = baseline_at(base / name, relative_path(base / name, root))
    except ConfigurationError as error:
        raise ConfigurationError(f"setting 'baseline': {error}") from error
    if found is None:
        raise ConfigurationError(
            f"setting 'baseline': the file '{relative_path(base / name, root)}' does not exist (looked in {root}); "
            "'sphinx-contracts check --write-baseline' writes it"
        )
    return found


def baseline_at(path: Path, shown: str) -> Baseline | None:
    """Read a baseline.

    Args:
        path: The file
        shown: Its name in errors

    Returns:
        The baseline, None where there is no such file

    Raises:
        ConfigurationError: If the file cannot be read, is no UTF-8, or holds a line that is no entry

    Side Effects:
        - Reads the file

    Example:
        baseline = baseline_at(Path("contracts-baseline.txt"), "contracts-baseline.txt")
    """
    try:
        with open_regular(path) as stream:
            data = stream.read()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:  # a null byte in the name is a ValueError
        raise ConfigurationError(f"{shown}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigurationError(f"{shown}:{line}: is no UTF-8: {error.reason}") from error
    return parsed(text, shown)
