"""file-write by classes and modules of the standard library that write files on their own."""

import compileall
import io
import logging
import logging.handlers
import py_compile
import tarfile
import zipfile


def pack(path: str) -> None:
    """Write an archive."""
    with zipfile.ZipFile(path, "w") as archive:  # expect: effect=file-write; finding=side-effect-undocumented
        archive.writestr("a", "b")


def pack_more(path: str) -> None:
    """Add to an archive."""
    with zipfile.ZipFile(path, mode="a") as archive:  # expect: effect=file-write; finding=side-effect-undocumented
        archive.writestr("a", "b")


def names(path: str) -> list[str]:
    """List an archive."""
    with zipfile.ZipFile(path) as archive:  # expect: may=file-read
        return archive.namelist()


def unpack(path: str, folder: str) -> None:
    """Unpack an archive."""
    with zipfile.ZipFile(path) as archive:  # expect: may=file-read
        archive.extractall(folder)  # expect: effect=file-write; finding=side-effect-undocumented


def unpack_one(path: str, folder: str) -> None:
    """Unpack a member."""
    archive = zipfile.ZipFile(path)  # expect: may=file-read
    archive.extract("a", folder)  # expect: effect=file-write; finding=side-effect-undocumented


def pack_tar(path: str) -> None:
    """Write an archive."""
    with tarfile.open(path, "w:gz") as archive:  # expect: effect=file-write; finding=side-effect-undocumented
        archive.add("a")


def tar_names(path: str) -> list[str]:
    """List an archive: this is not ``open``, and a mode of reading."""
    with tarfile.open(path, "r:gz") as archive:  # expect: may=file-read
        return archive.getnames()


def unpack_tar(path: str, folder: str) -> None:
    """Unpack an archive."""
    with tarfile.open(path) as archive:  # expect: may=file-read
        archive.extractall(folder, filter="data")  # expect: effect=file-write; finding=side-effect-undocumented


def log_to(path: str) -> logging.Handler:
    """Open a log file."""
    return logging.FileHandler(path)  # expect: effect=file-write; finding=side-effect-undocumented


def log_in_turns(path: str) -> logging.Handler:
    """Open a log file that is replaced when it is full."""
    return logging.handlers.RotatingFileHandler(path)  # expect: effect=file-write; finding=side-effect-undocumented


def compile_one(path: str) -> None:
    """Write bytecode."""
    py_compile.compile(path)  # expect: effect=file-write; finding=side-effect-undocumented


def compile_all(folder: str) -> None:
    """Write bytecode."""
    compileall.compile_dir(folder)  # expect: effect=file-write; finding=side-effect-undocumented


def pack_in_memory(data: bytes) -> bytes:
    """Nothing is written to disk."""
    out = io.BytesIO()
    with zipfile.ZipFile(file=out, mode="w") as archive:
        archive.writestr("a", data)
    return out.getvalue()


def pack_in_memory_by_position(data: bytes) -> bytes:
    """Nothing is written to disk."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a", data)
    return out.getvalue()


def pack_tar_in_memory() -> bytes:
    """Nothing is written to disk."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        archive.addfile(tarfile.TarInfo("a"))
    return out.getvalue()


def pack_tar_into(out: io.BytesIO) -> None:
    """Nothing is written to disk."""
    with tarfile.open(mode="w", fileobj=out) as archive:
        archive.addfile(tarfile.TarInfo("a"))
