"""What a run reads: its source files, and a digest of everything that its findings depend on.

As long as the digest stays the same, so does what the run finds, and a result that was kept can be shown again.

Key Components:
    - Inputs: the files as they were read
    - collect: finds and reads them

Usage:
    from pathlib import Path

    from sphinx_contracts.inputs import collect

    inputs = collect(settings, Path.cwd(), Path.cwd(), None)
"""

import glob
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sphinx_contracts.cache import code_stamp
from sphinx_contracts.config import ConfigurationError, Settings
from sphinx_contracts.discover import Discovered, SourceFile, discover, relative_path
from sphinx_contracts.materials import Material, read
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.problem import Problem
from sphinx_contracts.rules.plugins import is_any_installed

__all__ = ["Inputs", "collect"]

_OUTLINE = "*"  # begins the names of what whole runs found, which no path does


@fast_init
@dataclass(frozen=True, slots=True)
class Inputs:
    """What a run reads."""

    materials: list[Material]  # the files that hold modules
    problems: tuple[tuple[SourceFile, Problem], ...]  # those that do not, and why
    outline: str  # the name under which what the run finds is kept
    digest: str  # a digest of all that it depends on


def collect(settings: Settings, root: Path, base: Path, sources: Sequence[str] | None) -> Inputs:
    """Find and read the source files of a run.

    Args:
        settings: The settings
        root: The folder that paths are shown relative to
        base: The folder that the sources and the globs of data files are relative to
        sources: What to read in place of the setting

    Returns:
        The files, and a digest of everything that findings depend on but the baseline

    Raises:
        ConfigurationError: If a source does not exist

    Side Effects:
        - Reads the source files, and looks at the data files that the settings name

    Example:
        inputs = collect(settings, Path.cwd(), Path.cwd(), None)
    """
    if sources is None:
        found = _configured(settings, root, base)
    else:
        within = [base / item for item in settings.sources]
        found = discover(sources, settings.exclude, base, root, within=within)
    materials = read(found.modules, settings)
    problems = tuple(found.problems)
    shown = [(file.name, file.relative, problem) for file, problem in problems]
    asked = _digest([settings, sources, relative_path(base, root)])
    digest = _digest(
        [asked, code_stamp(), _plugin_stamp(), shown, *_states(settings, base), *(item.digest for item in materials)]
    )
    return Inputs(materials, problems, f"{_OUTLINE}{asked[:8]}", digest)


def _plugin_stamp() -> str:
    if not is_any_installed():
        return ""
    from sphinx_contracts.rules.registry import plugin_stamp  # all rules, which a known result does without

    return plugin_stamp()


def _configured(settings: Settings, root: Path, base: Path) -> Discovered:
    try:
        return discover(settings.sources, settings.exclude, base, root)
    except ConfigurationError as error:
        raise ConfigurationError(f"setting 'sources': {error}") from error


def _digest(parts: Iterable[object]) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(f"{part!r}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _states(settings: Settings, base: Path) -> Iterator[tuple[str, int, int]]:
    """Name, size and time of the data files: they may be too large to read twice."""
    for globs in settings.formats.values():
        for pattern in globs:
            for name in sorted(glob.glob(pattern, root_dir=base, recursive=True)):  # noqa: PTH207 - may be absolute
                with suppress(OSError):
                    state = (base / name).stat()
                    yield name, state.st_size, state.st_mtime_ns
