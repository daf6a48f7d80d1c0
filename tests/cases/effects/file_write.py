"""file-write: functions of modules that always write, each an error where nothing documents it."""

import bz2
import codecs
import gzip
import io
import json
import os
import shutil
import tempfile

import numpy as np
import torch


def write_text(path: str, text: str) -> None:
    """Keep a text."""
    handle = open(path, "w")  # expect: effect=file-write; finding=side-effect-undocumented
    handle.write(text)
    handle.close()


def write_json(path: str, data: dict[str, int]) -> None:
    """Opening and dumping is one effect: that of opening."""
    with open(path, "w", encoding="utf-8") as handle:  # expect: effect=file-write; finding=side-effect-undocumented
        json.dump(data, handle)


def write_unicode(path: str, text: str) -> None:
    """Keep a text."""
    with io.open(path, "w") as handle:  # expect: effect=file-write; finding=side-effect-undocumented
        handle.write(text)


def write_compressed(path: str, text: str) -> None:
    """Keep a text, compressed."""
    with gzip.open(path, "wt") as handle:  # expect: effect=file-write; finding=side-effect-undocumented
        handle.write(text)


def write_encoded(path: str, text: str) -> None:
    """Keep a text in an old encoding."""
    with codecs.open(path, "w", "latin-1") as handle:  # expect: effect=file-write; finding=side-effect-undocumented
        handle.write(text)


def remove(path: str) -> None:
    """Forget a file."""
    os.remove(path)  # expect: effect=file-write; finding=side-effect-undocumented


def unlink(path: str) -> None:
    """Forget a file."""
    os.unlink(path)  # expect: effect=file-write; finding=side-effect-undocumented


def rename(old: str, new: str) -> None:
    """Give a file another name."""
    os.rename(old, new)  # expect: effect=file-write; finding=side-effect-undocumented


def make_folder(path: str) -> None:
    """Make room."""
    os.mkdir(path)  # expect: effect=file-write; finding=side-effect-undocumented


def make_folders(path: str) -> None:
    """Make room."""
    os.makedirs(path, exist_ok=True)  # expect: effect=file-write; finding=side-effect-undocumented


def remove_folder(path: str) -> None:
    """Give up room."""
    os.rmdir(path)  # expect: effect=file-write; finding=side-effect-undocumented


def link_softly(path: str, target: str) -> None:
    """Give a file a second name."""
    os.symlink(target, path)  # expect: effect=file-write; finding=side-effect-undocumented


def link_firmly(path: str, target: str) -> None:
    """Give a file a second name."""
    os.link(target, path)  # expect: effect=file-write; finding=side-effect-undocumented


def lock(path: str) -> None:
    """Keep others out."""
    os.chmod(path, 0o600)  # expect: effect=file-write; finding=side-effect-undocumented


def give_away(path: str, user: int) -> None:
    """Hand a file over."""
    os.chown(path, user, -1)  # expect: effect=file-write; finding=side-effect-undocumented


def freshen(path: str) -> None:
    """Make a file look new."""
    os.utime(path)  # expect: effect=file-write; finding=side-effect-undocumented


def shorten(path: str) -> None:
    """Cut a file off."""
    os.truncate(path, 0)  # expect: effect=file-write; finding=side-effect-undocumented


def write_atomically(path: str, text: str) -> None:
    """Two writes are two places, and one finding at the first."""
    temporary = path + ".tmp"
    with open(temporary, "w") as handle:  # expect: effect=file-write; finding=side-effect-undocumented
        handle.write(text)
    os.replace(temporary, path)  # expect: effect=file-write


def copy(old: str, new: str) -> None:
    """Double a file."""
    shutil.copy(old, new)  # expect: effect=file-write; finding=side-effect-undocumented


def copy_with_times(old: str, new: str) -> None:
    """Double a file."""
    shutil.copy2(old, new)  # expect: effect=file-write; finding=side-effect-undocumented


def copy_content(old: str, new: str) -> None:
    """Double a file."""
    shutil.copyfile(old, new)  # expect: effect=file-write; finding=side-effect-undocumented


def copy_folder(old: str, new: str) -> None:
    """Double a folder."""
    shutil.copytree(old, new)  # expect: effect=file-write; finding=side-effect-undocumented


def move(old: str, new: str) -> None:
    """Put a file elsewhere."""
    shutil.move(old, new)  # expect: effect=file-write; finding=side-effect-undocumented


def remove_all(path: str) -> None:
    """Forget a folder."""
    shutil.rmtree(path, ignore_errors=True)  # expect: effect=file-write; finding=side-effect-undocumented


def pack(path: str) -> str:
    """Pack a folder."""
    return shutil.make_archive(path, "zip", path)  # expect: effect=file-write; finding=side-effect-undocumented


def unpack(path: str, folder: str) -> None:
    """Unpack a folder."""
    shutil.unpack_archive(path, folder)  # expect: effect=file-write; finding=side-effect-undocumented


def temporary_file() -> str:
    """A place for a while."""
    return tempfile.mkstemp()[1]  # expect: effect=file-write; finding=side-effect-undocumented


def temporary_folder() -> str:
    """A place for a while."""
    return tempfile.mkdtemp()  # expect: effect=file-write; finding=side-effect-undocumented


def named_temporary_file(text: bytes) -> None:
    """A place for a while."""
    with tempfile.NamedTemporaryFile() as handle:  # expect: effect=file-write; finding=side-effect-undocumented
        handle.write(text)


def managed_temporary_folder() -> None:
    """A place for a while."""
    with tempfile.TemporaryDirectory():  # expect: effect=file-write; finding=side-effect-undocumented
        pass


def save_model(model: torch.nn.Module, path: str) -> None:
    """Keep a model."""
    torch.save(model.state_dict(), path)  # expect: effect=file-write; finding=side-effect-undocumented


def save_array(array: np.ndarray, path: str) -> None:
    """Keep an array."""
    np.save(path, array)  # expect: effect=file-write; finding=side-effect-undocumented


def save_arrays(array: np.ndarray, path: str) -> None:
    """Keep arrays."""
    np.savez_compressed(path, array=array)  # expect: effect=file-write; finding=side-effect-undocumented


def remove_many(paths: list[str]) -> None:
    """A comprehension runs where it stands."""
    [os.remove(path) for path in paths]  # expect: effect=file-write; finding=side-effect-undocumented


def write_unless_dry(path: str, dry: bool) -> None:
    """A write behind a condition is a write."""
    if not dry:
        os.remove(path)  # expect: effect=file-write; finding=side-effect-undocumented


async def remove_later(path: str) -> None:
    """A coroutine's effects are those of the function."""
    os.remove(path)  # expect: effect=file-write; finding=side-effect-undocumented


def compressed_size(text: bytes) -> int:
    """Compressing in memory writes nothing."""
    return len(gzip.compress(bz2.compress(text)))
