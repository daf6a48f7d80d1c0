"""Shadowed names: what has the name of a builtin or module and is none."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable

import vendor
from shutil import rmtree


def rmtree(path: str) -> str:
    """A function of this module, defined after the import of the same name."""
    return path


def input(text: str) -> str:
    """A function of this module with the name of a builtin."""
    return text


def redefined(path: str) -> str:
    """The module's own function is called."""
    return rmtree(path)


def redefined_builtin() -> str:
    """The module's own function is called."""
    return input("x")


def parameter_open(open: Callable[[str, str], str]) -> str:
    """A parameter."""
    return open("x", "w")


def parameter_module(os: vendor.System, path: str) -> None:
    """A parameter."""
    os.rename(path, path)


def parameter_json(json: vendor.Codec, text: str) -> object:
    """A parameter."""
    return json.load(text)


def parameter_requests(requests: dict[str, str]) -> str | None:
    """A parameter with the name of a module that nobody imports here."""
    return requests.get("x")


def keyword_parameter(*, subprocess: vendor.Runner) -> None:
    """A parameter."""
    subprocess.run(["x"])


def local_open(path: str) -> str:
    """A local function."""

    def open(path: str, mode: str) -> str:
        return path + mode

    return open(path, "w")


def local_variable(path: str) -> None:
    """A local name."""
    open = vendor.opener()
    open(path, "w")


def local_class(path: str) -> None:
    """A local class."""

    class shutil:
        """Moves nothing."""

        @staticmethod
        def move(old: str, new: str) -> str:
            return old + new

    shutil.move(path, path)


def loop_variable(path: str) -> None:
    """The name of a loop."""
    for os in vendor.systems():
        os.rename(path, path)


def with_target(path: str) -> None:
    """The name of a context."""
    with vendor.system() as os:
        os.rename(path, path)


def unpacked(path: str) -> None:
    """A name taken out of a tuple."""
    shutil, _ = vendor.pair()
    shutil.move(path, path)


def walrus(path: str) -> None:
    """A name bound in an expression."""
    if (subprocess := vendor.runner()) is not None:
        subprocess.run([path])


def handler_name(path: str) -> None:
    """The name of an exception."""
    try:
        vendor.work(path)
    except vendor.Failure as os:
        os.rename(path, path)


def imported_over(path: str) -> None:
    """A name imported here."""
    from vendor import system as os

    os.rename(path, path)


def imported_open(path: str) -> None:
    """A name imported here."""
    from vendor import open

    open(path, "w")


def comprehension_variable(paths: list[str]) -> list[str]:
    """The name of a comprehension ends with it."""
    names = [os.upper() for os in paths]
    os.remove(names[0])  # expect: effect=file-write; finding=side-effect-undocumented
    return names


def lambda_parameter(paths: list[str]) -> list[str]:
    """The name of a lambda's parameter ends with it."""
    names = sorted(paths, key=lambda shutil: shutil.lower())
    shutil.rmtree(names[0])  # expect: effect=file-write; finding=side-effect-undocumented
    return names


class Opener:
    """A class with methods that have the names of builtins."""

    def open(self, path: str, mode: str) -> str:
        """Only puts two texts together."""
        return path + mode

    def use(self, path: str) -> str:
        """The method is called."""
        return self.open(path, "w")


def use_opener(opener: Opener) -> str:
    """The method is called."""
    return opener.open("x", "w")


def not_shadowed(path: str) -> object:
    """None of it all reaches beyond its function."""
    subprocess.run(["x"])  # expect: effect=process; finding=side-effect-undocumented
    return json.loads(path)
