"""Definitions that come twice or depend on something, imports that go round, modules that act when they are imported."""

from tests.hostile.inputs.record import Input, Outcome

__all__ = ["DEFINITIONS"]

_TWICE = '''\
def f():
    """First."""


def f():
    """Second."""


class C:
    """First."""


class C:
    """Second."""

    def m(self):
        """M."""

    def m(self):
        """N."""
'''
_OVERLOADED = '''\
from typing import overload


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    """F."""
    return x
'''
_CONDITIONAL = '''\
import sys

if sys.platform == "win32":
    def f():
        """On Windows."""
else:
    def f():
        """Elsewhere."""

try:
    from fast import g
except ImportError:
    def g():
        """Slow."""
'''
_PROPERTY = '''\
class C:
    """C."""

    @property
    def p(self) -> int:
        """P."""

    @p.setter
    def p(self, value: int) -> None:
        """Set P."""

    @p.deleter
    def p(self) -> None:
        """Delete P."""
'''
_DYNAMIC = '''\
import other

__all__ = [name for name in dir(other)] + other.__all__
__all__ += ["f"] * 3
__all__.extend(open("names.txt").read().split())


def f():
    """F."""
'''
_ACTING = """\
import os
import sys

os.remove(__file__)
open(os.path.join(os.path.dirname(__file__), "was_imported.txt"), "w").close()
os.kill(os.getpid(), 9)
sys.exit(3)
"""
_SLUG = "imports_star_import_of_itself"

DEFINITIONS = (
    Input("definitions", "duplicate", Outcome.OK, _TWICE.encode()),
    Input("definitions", "overloaded", Outcome.OK, _OVERLOADED.encode()),
    Input("definitions", "conditional", Outcome.OK, _CONDITIONAL.encode()),
    Input("definitions", "property setters", Outcome.OK, _PROPERTY.encode()),
    Input("imports", "star import of itself", Outcome.OK, f"from .{_SLUG} import *\nfrom . import *\n".encode()),
    Input(
        "imports", "cycle", Outcome.OK, b"from . import imports_cycle\nfrom .imports_cycle import f as f, g\nf = g\n"
    ),
    Input("imports", "base class that is itself", Outcome.OK, b"class A(B): ...\nclass B(A): ...\nclass C(C): ...\n"),
    Input("imports", "dynamic __all__", Outcome.OK, _DYNAMIC.encode()),
    Input("imports", "module that deletes itself and kills the process", Outcome.OK, _ACTING.encode()),
)
