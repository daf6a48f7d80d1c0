"""file-write by the receiver's type: the methods of ``Path`` that write."""

from pathlib import Path


def write_text(path: Path) -> None:
    """Keep a text."""
    path.write_text("text")  # expect: effect=file-write; finding=side-effect-undocumented


def write_bytes(path: Path) -> None:
    """Keep bytes."""
    path.write_bytes(b"bytes")  # expect: effect=file-write; finding=side-effect-undocumented


def mkdir(path: Path) -> None:
    """Make room."""
    path.mkdir(parents=True)  # expect: effect=file-write; finding=side-effect-undocumented


def touch(path: Path) -> None:
    """Leave a trace."""
    path.touch()  # expect: effect=file-write; finding=side-effect-undocumented


def unlink(path: Path) -> None:
    """Forget a file."""
    path.unlink(missing_ok=True)  # expect: effect=file-write; finding=side-effect-undocumented


def rmdir(path: Path) -> None:
    """Give up room."""
    path.rmdir()  # expect: effect=file-write; finding=side-effect-undocumented


def rename(path: Path) -> None:
    """Give a file another name."""
    path.rename("other")  # expect: effect=file-write; finding=side-effect-undocumented


def replace(path: Path, target: Path) -> None:
    """Put a file in another's place: the method of a path, not of a string."""
    path.replace(target)  # expect: effect=file-write; finding=side-effect-undocumented


def symlink_to(path: Path, target: Path) -> None:
    """Give a file a second name."""
    path.symlink_to(target)  # expect: effect=file-write; finding=side-effect-undocumented


def hardlink_to(path: Path, target: Path) -> None:
    """Give a file a second name."""
    path.hardlink_to(target)  # expect: effect=file-write; finding=side-effect-undocumented


def chmod(path: Path) -> None:
    """Keep others out."""
    path.chmod(0o600)  # expect: effect=file-write; finding=side-effect-undocumented


def compute(path: Path) -> Path:
    """Computing with paths touches no file."""
    backup = path.with_suffix(".bak")
    return backup.parent / path.name / backup.relative_to(path).as_posix()
