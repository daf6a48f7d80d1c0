"""What is handed on from calls that give nothing is no value."""

import sys
from abc import abstractmethod
from functools import cache


def show(text):
    """Print a text."""
    return print(text)


def leave(text):
    """Show a text and leave."""
    if not text:
        return sys.exit(1)
    return show(text)


#! either
def either(text):
    """Show a text, or give it back."""
    if text:
        return show(text)
    return text


#! length
def length(text):
    """Ask what is not known here."""
    return len(text)


async def later(text):
    """Show a text later."""
    show(text)


#! begin
def begin(text):
    """Give what can be awaited."""
    return later(text)


@cache
def cached(text):
    """Be something else."""
    print(text)


def cached_too(text):
    """A decorator that is known to keep what a function gives."""
    return cached(text)


def annotated(text) -> None:
    """Show a text."""
    print(text)


def by_annotation(text):
    """Show a text."""
    return annotated(text)


class Store:
    """A store."""

    @abstractmethod
    def load(self):
        """Load."""

    def save(self):
        """Save."""
        self.saved = True

    def close(self):
        """Save."""
        return self.save()

    #! Store.again
    def again(self):
        """Do what a subclass does."""
        return self.load()

    #! Store.make
    def make(self):
        """Make another one."""
        return Store()

    def hook(self):
        """Note it."""
        self.noted = True

    #! Store.run
    def run(self):
        """Do what a subclass does in another way."""
        return self.hook()


class Telling(Store):
    """A store that tells."""

    def hook(self):
        return 5
