"""A parameter may be described where it is declared."""

import typing
from typing import Annotated

from annotated_doc import Doc
from fastapi import Query
from typer import Option
from typing_extensions import deprecated


def told(
    first: Annotated[int, Doc("The first of the two")],
    second: typing.Annotated[str, Doc("""
        The second of the two.

        It may be empty.
        """)],
    third: Annotated[int, Option(help="How often")] = 1,
    fourth: str = Query("", description="What to look for"),
) -> None:
    """Do something."""


def not_told(
    #! not_told
    first: Annotated[int, "metres"],
    #! not_told
    second: Annotated[int, deprecated("Use the first in place of it")],
    #! not_told
    third: Annotated[int, Doc("")],
    #! not_told
    fourth: Annotated[int, Option(3)] = 1,
) -> None:
    """Do something."""
