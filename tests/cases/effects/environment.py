"""environment: variables and the working directory, changed; reading them is an input."""

import os
from os import environ


def set_variable(value: str) -> None:
    """Set a variable."""
    os.environ["MODE"] = value  # expect: effect=environment; finding=side-effect-undocumented


def set_imported(value: str) -> None:
    """Set a variable."""
    environ["MODE"] = value  # expect: effect=environment; finding=side-effect-undocumented


def set_by_second_name(value: str) -> None:
    """Set a variable."""
    variables = os.environ
    variables["MODE"] = value  # expect: effect=environment; finding=side-effect-undocumented


def update(values: dict[str, str]) -> None:
    """Set variables."""
    os.environ.update(values)  # expect: effect=environment; finding=side-effect-undocumented


def set_default() -> str:
    """Set a variable that is not set."""
    return os.environ.setdefault("MODE", "test")  # expect: effect=environment; finding=side-effect-undocumented


def take() -> str | None:
    """Take a variable away."""
    return os.environ.pop("MODE", None)  # expect: effect=environment; finding=side-effect-undocumented


def delete() -> None:
    """Take a variable away."""
    del os.environ["MODE"]  # expect: effect=environment; finding=side-effect-undocumented


def put(value: str) -> None:
    """Set a variable."""
    os.putenv("MODE", value)  # expect: effect=environment; finding=side-effect-undocumented


def go(path: str) -> None:
    """Go elsewhere."""
    os.chdir(path)  # expect: effect=environment; finding=side-effect-undocumented


def hide() -> int:
    """Change what new files allow."""
    return os.umask(0o077)  # expect: effect=environment; finding=side-effect-undocumented


def read() -> str:
    """Read a variable."""
    return os.environ["MODE"]


def get() -> str:
    """Read a variable."""
    return os.environ.get("MODE", "") + os.getenv("LEVEL", "")


def has() -> bool:
    """Look for a variable."""
    return "MODE" in os.environ


def where() -> str:
    """Ask where we are."""
    return os.getcwd()


def change_copy() -> dict[str, str]:
    """A copy is not the environment."""
    variables = os.environ.copy()
    variables["MODE"] = "test"
    return variables


def change_dict() -> dict[str, str]:
    """A copy is not the environment."""
    variables = dict(os.environ)
    variables.update({"MODE": "test"})
    variables["LEVEL"] = "1"
    return variables


def change_given(environ: dict[str, str]) -> None:
    """A parameter with the name of the environment is a parameter."""
    environ["MODE"] = "test"  # expect: effect=argument-mutation
