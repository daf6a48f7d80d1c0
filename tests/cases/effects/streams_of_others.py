"""What is written into a stream that another opened; temporary files that stay in memory."""

import io
import shutil
import tempfile

import torch


def copy_into(source: io.BytesIO, target) -> None:
    """Whoever opened the target knows what it is."""
    shutil.copyfileobj(source, target)  # expect: likely=file-write


def copy_into_buffer(source) -> bytes:
    """The target is in memory."""
    target = io.BytesIO()
    shutil.copyfileobj(source, target)
    return target.getvalue()


def copy_into_file(source, path: str) -> None:
    """It is opened here."""
    with open(path, "wb") as target:  # expect: effect=file-write; finding=side-effect-undocumented
        shutil.copyfileobj(source, target)


def spooled() -> tempfile.SpooledTemporaryFile:
    """It stays in memory while it is small."""
    return tempfile.SpooledTemporaryFile()  # expect: likely=file-write


def packed(model) -> bytes:
    """The target is in memory."""
    target = io.BytesIO()
    torch.jit.save(model, target)
    return target.getvalue()


def saved(model, path: str) -> None:
    """The target is a path."""
    torch.jit.save(model, path)  # expect: effect=file-write; finding=side-effect-undocumented
