"""Whether a change that should alter nothing alters nothing: another revision and the working tree, byte by byte.

Both check and export four real packages and build sites of two of them, every time with nothing kept. Findings, models,
warnings, exit codes and every file of the sites are compared, but for the documents that Sphinx keeps for itself. Run
it before and after an optimisation or a move.

Key Components:
    - main: the command

Usage:
    python -m benchmarks.identical HEAD
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Container, Sequence
from pathlib import Path

from benchmarks.packages import Package, unpacked_wheel
from benchmarks.peer_commands import SITES

__all__ = ["main"]

_PROJECT = Path(__file__).parents[1]
_PACKAGES = (
    Package("luigi", "3.8.1", "luigi"),
    Package("sqlalchemy", "2.0.44", "sqlalchemy"),
    Package("dask", "2026.8.0", "dask"),
    Package("django", "5.2.8", "django"),
)
_BUILT = frozenset({"luigi", "sqlalchemy"})


def _outputs(code: Path, package: Path, folder: Path, *, builds: bool) -> dict[str, bytes]:
    """Everything that a revision makes of a package: name to content."""
    environment = {**os.environ, "PYTHONPATH": str(code), "SPHINX_CONTRACTS_CACHE_DIR": str(folder / "cache")}

    def run(*words: str, codes: Container[int] = (0,)) -> bytes:
        shutil.rmtree(folder / "cache", ignore_errors=True)
        done = subprocess.run(
            [sys.executable, *words],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if done.returncode not in codes:
            said = done.stdout.decode(errors="replace")[-500:]
            raise SystemExit(f"{' '.join(words)} ended with {done.returncode}: {said}")
        return b"%d\n" % done.returncode + done.stdout

    place = run("-c", "import sphinx_contracts; print(sphinx_contracts.__file__)").decode()
    if str(code) not in place:
        raise SystemExit(f"{place} is imported, not {code}")

    own = str(package)
    found = {
        "findings": run("-m", "sphinx_contracts", "check", "--format", "json", own, codes=(0, 1)),
        "model": run("-m", "sphinx_contracts", "export", own),
    }
    if builds:
        docs, out = folder / "docs", folder / "out"
        for old in (docs, out):
            shutil.rmtree(old, ignore_errors=True)
        docs.mkdir()
        site = SITES["sphinx-contracts"]
        (docs / "conf.py").write_text(site.conf.replace("{}", own), encoding="utf-8")
        (docs / "index.rst").write_text(site.index, encoding="utf-8")
        found["warnings"] = run("-m", "sphinx", "-q", "-b", "html", str(docs), str(out))
        if not (out / "index.html").is_file():
            raise SystemExit(f"no site: {found['warnings'].decode(errors='replace')[-500:]}")
        for path in sorted(out.rglob("*")):
            # equal records may be pickled differently
            if path.is_file() and ".doctrees" not in path.parts:
                found[str(path.relative_to(out))] = path.read_bytes()
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Compare and print what differs.

    Args:
        arguments: The command line, None for that of the process

    Raises:
        SystemExit: If anything differs, or a command fails
        CalledProcessError: If git does not know the revision

    Side Effects:
        - Checks the revision out and fetches packages from the package index, into a temporary folder
        - Runs checks, exports and builds
        - Prints how much was compared, and what differs
    """
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("revision", help="what the working tree is compared with")
    chosen = parser.parse_args(arguments)
    different = False
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        other = folder / "other"
        subprocess.run(["git", "clone", "-q", str(_PROJECT), str(other)], check=True)
        subprocess.run(["git", "checkout", "-q", "--detach", chosen.revision], cwd=other, check=True)
        for package in _PACKAGES:
            root = unpacked_wheel(package, folder / package.name) / package.source
            before, now = (_outputs(code, root, folder, builds=package.name in _BUILT) for code in (other, _PROJECT))
            names = sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))
            size = sum(map(len, now.values()))
            print(f"{package}: {len(now)} outputs of {size:,} bytes, {len(names)} differ", flush=True)
            for name in names[:20]:
                print(f"    {name}")
            different = different or bool(names)
    if different:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
