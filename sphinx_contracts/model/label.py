"""Fixed words of a page that can be shown in another language.

Titles, headings of columns and notes are written in English where tables are made; whoever writes a page puts the
words of its language in their place. A label is the English text itself, so whoever does not translate needs to know
nothing of it.

Key Components:
    - Label: a fixed text, with the values that stand in it

Usage:
    from sphinx_contracts.model.label import Label

    assert Label("line {line}", line=3) == "line 3"
"""

from collections.abc import Mapping

__all__ = ["Label"]


class Label(str):
    """A fixed text, with the values that stand in it.

    Responsibilities:
        - Be the English text for everybody who takes a text
        - Keep the message and its values apart for whoever translates

    Attributes:
        message: The key in the catalog of messages, with ``{name}`` for each value
        values: What stands for the names; a value may be a label

    Example:
        label = Label("{number} errors", number=3)
        assert (label, label.message) == ("3 errors", "{number} errors")
    """

    __slots__ = ("message", "values")

    message: str
    values: Mapping[str, object]

    def __new__(cls, message: str, **values: object) -> "Label":
        """Make a label.

        Args:
            message: The English text, with ``{name}`` for each value
            **values: What stands for the names

        Returns:
            The text with its values

        Raises:
            KeyError: If the message names a value that is not given

        Example:
            label = Label("raised in line {line}", line=12)
        """
        label = super().__new__(cls, message.format(**values) if values else message)
        label.message = message
        label.values = values
        return label

    def __reduce__(self) -> tuple[object, ...]:
        return _restored, (self.message, self.values)


def _restored(message: str, values: Mapping[str, object]) -> Label:
    return Label(message, **values)
