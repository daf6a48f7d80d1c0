"""Comments that suppress nothing."""


#! nothing
def nothing() -> None:  # contracts: ignore[param-undocumented]
    """Do nothing.

    Example:
        nothing()
    """


#! unknown
def unknown() -> None:  # contracts: ignore[example-mising]
    """Do nothing.

    Example:
        unknown()
    """


def used() -> None:  # contracts: ignore[example-missing]
    """Do nothing."""


def item() -> None:  # contracts: ignore[example-usage]
    """Do nothing."""


#! half
def half() -> None:  # contracts: ignore[example-missing, param-untyped]
    """Do nothing."""


def after_docstring(x: int) -> None:
    """Do nothing.

    Args:
        x: A number
    """  # contracts: ignore[example-missing]


def on_parameter(
    x: int,  # contracts: ignore[param-undocumented]
    #! on_parameter
    y: int,  # contracts: ignore[param-undocumented]
) -> None:
    """Do nothing.

    Args:
        y: A number

    Example:
        on_parameter(1, 2)
    """


#! example
# contracts: ignore[example-missing]
def above() -> None:
    """Do nothing."""


#! no_names
def no_names() -> None:  # contracts: ignore
    """Do nothing.

    Example:
        no_names()
    """


def off() -> None:  # contracts: ignore[raises-section-missing]
    """Do nothing.

    Example:
        off()
    """


def quoted() -> str:
    """Show a comment.

    Returns:
        The text "# contracts: ignore[example-missing]"

    Example:
        quoted()
    """
    return "# contracts: ignore[param-untyped]"


class Place:  # contracts: ignore[class-attribute-undocumented]
    """A place.

    Responsibilities:
        - Stand still

    Example:
        place = Place()
    """

    def __init__(self) -> None:
        """Start."""
        self.x = 0
        #! Place.y
        self.y = 0  # contracts: ignore[field-undocumented]
