"""Every hostile input, as data: what is written, and what should come of it.

Nothing here needs pytest: the documentation's table and the comparison with other tools are made from it too.

Key Components:
    - INPUTS: all of them
    - Input, Outcome: what they are

Usage:
    from tests.hostile.inputs import INPUTS
"""

from tests.hostile.inputs.definitions import DEFINITIONS
from tests.hostile.inputs.docstrings import DOCSTRINGS
from tests.hostile.inputs.encodings import ENCODINGS
from tests.hostile.inputs.files import FILES
from tests.hostile.inputs.formats import FORMATS
from tests.hostile.inputs.record import Input, Outcome
from tests.hostile.inputs.sizes import SIZES

__all__ = ["INPUTS", "Input", "Outcome"]

INPUTS = (*ENCODINGS, *SIZES, *DOCSTRINGS, *FORMATS, *DEFINITIONS, *FILES)
