"""An unknown receiver's ``mkdir``, ``unlink``, ``write_text`` and ``touch`` are likely: shown, never an error."""

from vendor import locate


def unknown_mkdir(target) -> None:
    """A parameter of no type."""
    target.mkdir()  # expect: likely=file-write


def unknown_unlink(target) -> None:
    """A parameter of no type."""
    target.unlink()  # expect: likely=file-write


def unknown_write_text(target, text: str) -> None:
    """A parameter of no type."""
    target.write_text(text)  # expect: likely=file-write


def unknown_touch(target) -> None:
    """A parameter of no type."""
    target.touch()  # expect: likely=file-write


def unknown_result(name: str) -> None:
    """What a function outside the project returns."""
    locate(name).unlink()  # expect: likely=file-write


def unknown_elements(paths) -> None:
    """The elements of a parameter of no type."""
    for path in paths:
        path.unlink()  # expect: likely=file-write


class Cleaner:
    """Cleans a place."""

    def __init__(self, place) -> None:
        """Keep the place."""
        self.place = place

    def clean(self) -> None:
        """An attribute of no type."""
        self.place.unlink()  # expect: likely=file-write


class Remote:
    """A place elsewhere, with methods of its own."""

    def mkdir(self, name: str) -> str:
        """Name a folder."""
        return f"mkdir {name}"

    def touch(self, name: str) -> str:
        """Name a file."""
        return f"touch {name}"


def known_otherwise(remote: Remote) -> str:
    """The type is known, and its methods do nothing."""
    return remote.mkdir("x") + remote.touch("x")


def unknown_replace(text) -> str:
    """Most things with this method are strings."""
    return text.replace("a", "b")


def unknown_open(device) -> None:
    """Nothing is known of this method."""
    device.open("w")


def unknown_save(image, table) -> None:
    """Nothing is known of these methods."""
    image.save("x.png")
    table.to_csv("x.csv")
