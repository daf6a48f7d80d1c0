"""Works with places of another module."""

from across_modules import places
from across_modules.places import ROOT, Base, Layout, cache_folder


def imported_constant() -> None:
    """A name of another module."""
    (ROOT / "x").touch()  # expect: effect=file-write; finding=side-effect-undocumented


def dotted_constant() -> None:
    """A name of another module, by the module."""
    places.ROOT.mkdir()  # expect: effect=file-write; finding=side-effect-undocumented


def imported_function() -> None:
    """What a function of another module returns."""
    cache_folder().mkdir()  # expect: effect=file-write; finding=side-effect-undocumented


def imported_record(layout: Layout) -> None:
    """A field of a record of another module."""
    layout.root.mkdir()  # expect: effect=file-write; finding=side-effect-undocumented


def text_of_record(layout: Layout) -> str:
    """A field of a record of another module that is no path."""
    return layout.label.replace("a", "b")


def property_of_record(layout: Layout) -> None:
    """A property of a record of another module."""
    layout.cache.mkdir()  # expect: effect=file-write; finding=side-effect-undocumented


def method_of_record(layout: Layout) -> None:
    """What a method of a record of another module returns."""
    layout.page("x").touch()  # expect: effect=file-write; finding=side-effect-undocumented


class Derived(Base):
    """A thing with a folder, which its base class set."""

    def clear(self) -> None:
        """An attribute that the base class set."""
        self.folder.rmdir()  # expect: effect=file-write; finding=side-effect-undocumented

    def renew(self) -> None:
        """A method of the base class."""
        self.prepare()  # expect: via=file-write(prepare); finding=side-effect-propagated
