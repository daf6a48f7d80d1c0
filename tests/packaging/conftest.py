"""What is published, built from a copy of the checkout, offline, and installed into environments of its own."""

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_PUBLISHED = (
    "pyproject.toml",
    "README.md",
    "DESCRIPTION.md",
    "LICENSE",
    "CHANGELOG.md",
    "build_backend",
    "sphinx_contracts",
)
_SDIST = "import sys; sys.path.insert(0, 'build_backend'); import reproducible; reproducible.build_sdist(sys.argv[1])"


@dataclass(frozen=True)
class Installed:
    """An environment that holds the package as it was published."""

    folder: Path  # the environment
    environment: Mapping[str, str]  # environment variables without a way back to the checkout

    def run(self, *command: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
        """Run a program of the environment."""
        program = str(self.folder / "bin" / command[0])
        return subprocess.run(
            [program, *command[1:]], cwd=cwd, env=self.environment, capture_output=True, text=True, check=False
        )


def clean_environment() -> dict[str, str]:
    """The environment without what decides about builds or leads Python to the checkout."""
    dropped = ("PYTHON", "SOURCE_DATE_EPOCH", "PIP_", "TZ")
    return {name: value for name, value in os.environ.items() if not name.startswith(dropped)}


def copied(folder: Path) -> Path:
    """A copy of what is published, and of nothing else that lies in the checkout."""
    folder.mkdir()
    for name in _PUBLISHED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


def pip(arguments: Sequence[str], cwd: Path, environment: Mapping[str, str], umask: int = 0o022) -> None:
    """Run pip, which may not use the index."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, cwd=cwd, env=environment, umask=umask, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def wheel_of(source: Path, folder: Path, environment: Mapping[str, str], umask: int = 0o022) -> Path:
    """Build the wheel of a checkout or an unpacked source distribution."""
    options = ["--no-deps", "--no-index", "--no-build-isolation", "--no-cache-dir", "-q"]
    pip(["wheel", *options, "-w", str(folder), str(source)], source, environment, umask)
    [wheel] = folder.glob("*.whl")
    return wheel


def sdist_of(source: Path, folder: Path, environment: Mapping[str, str], umask: int = 0o022) -> Path:
    """Build the source distribution."""
    folder.mkdir(exist_ok=True)
    command = [sys.executable, "-c", _SDIST, str(folder)]
    subprocess.run(command, cwd=source, env=environment, umask=umask, check=True)
    [sdist] = folder.glob("*.tar.gz")
    return sdist


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    return wheel_of(copied(folder / "source"), folder / "dist", clean_environment())


@pytest.fixture(scope="session")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution of the checkout."""
    folder = tmp_path_factory.mktemp("sdist")
    return sdist_of(copied(folder / "source"), folder / "dist", clean_environment())


@pytest.fixture(scope="session", params=["wheel", "sdist"])
def installed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """An environment with the wheel, and one with the source distribution. They see the packages that tests use."""
    archive: Path = request.getfixturevalue(request.param)
    folder = tmp_path_factory.mktemp(f"installed-{request.param}")
    venv.create(folder / "venv", with_pip=False, symlinks=True)
    [packages] = (folder / "venv" / "lib").glob("python*/site-packages")
    # a folder that a .pth file names is searched, but the .pth files in it, such as the checkout's own, are not read
    others = [path for path in sys.path if Path(path).name in ("site-packages", "dist-packages")]
    (packages / "packages_of_tests.pth").write_text("\n".join([*others, ""]), encoding="utf-8")
    python = str(folder / "venv" / "bin" / "python")
    options = ["--no-deps", "--no-index", "--no-build-isolation", "--no-cache-dir", "-q", "--ignore-installed"]
    pip(["--python", python, "install", *options, str(archive)], folder, clean_environment())
    environment = {**clean_environment(), "SPHINX_CONTRACTS_CACHE_DIR": str(folder / "cache")}
    return Installed(folder / "venv", environment)
