"""self-state and argument-mutation: shown, never an error."""


class Counter:
    """Counts."""

    def __init__(self) -> None:
        """The constructor makes the object, which is no change."""
        self.count = 0
        self.names = ["a"]

    def reset(self) -> None:
        """Set an attribute."""
        self.count = 0  # expect: effect=self-state

    def add(self) -> None:
        """Set an attribute."""
        self.count += 1  # expect: effect=self-state

    def label(self) -> str:
        """A local name."""
        count = self.count
        count += 1
        return f"{count} {self.names[0]}"


class Config:
    """Settings."""

    debug: bool = False


def set_item(table: dict[str, int]) -> None:
    """Change a parameter."""
    table["x"] = 1  # expect: effect=argument-mutation


def set_attribute(config: Config) -> None:
    """Change a parameter."""
    config.debug = True  # expect: effect=argument-mutation


def append(items: list[int]) -> None:
    """Change a parameter."""
    items.append(1)  # expect: effect=argument-mutation


def append_to_copy(items: list[int]) -> list[int]:
    """The parameter is given a new value first."""
    items = list(items)
    items.append(1)
    return items


def set_in_copy(table: dict[str, int]) -> dict[str, int]:
    """The parameter is given a new value first."""
    table = dict(table)
    table["x"] = 1
    return table


def append_to_own(items: list[int]) -> list[int]:
    """A container of one's own."""
    doubled = []
    for item in items:
        doubled.append(2 * item)
    return doubled


def collect(**options: int) -> dict[str, int]:
    """Keyword arguments come in a dictionary of one's own."""
    options["x"] = 1
    return options


def rebind(count: int) -> int:
    """Giving a parameter a new value changes no object."""
    count += 1
    return count
