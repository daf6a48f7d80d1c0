"""The rule about real data files of documented formats.

The files are named in the setting ``formats``; whoever runs the check reads them and hands over what is wrong.

Key Components:
    - RULES: the rule

Usage:
    from sphinx_contracts.rules.format_samples import RULES

    names = [rule.name for rule in RULES]
"""

from collections.abc import Iterator, Sequence

from sphinx_contracts.model.data import Sample
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.model.formats import Format
from sphinx_contracts.rules.rule import Context, Fault, Place, Rule

__all__ = ["RULES"]

_EXAMPLE = '''"""An example module.

It holds the format of one small file, which other programs read.

Key Components:
    - STATUS: name of the file

Usage:
    import example

status.json format:

{{
    "step": 1000,  // {}: Current step
    "loss": 0.45   // float: Current loss
}}
"""

STATUS = "status.json"

# a file that the setting `formats` names:
# {{"step": "one", "loss": 0.5}}
'''


def _check(documented: Format, context: Context) -> Sequence[Fault] | None:
    samples = context.samples.get(f"{context.module.name}:{documented.name}")
    return list(_faults(documented, samples)) if samples else None


def _faults(documented: Format, samples: Sequence[Sample]) -> Iterator[Fault]:
    for sample in samples:
        for error in sample.errors:
            inside = f" ({error.path})" if error.path != "$" else ""
            message = f"does not match the format {documented.name}: {error.message}{inside}"
            place = Place(sample.path, error.line, error.column)
            yield Fault(message, documented.line, elsewhere=place, about=f"{documented.name} {sample.path}")


RULES = (
    Rule(
        name="format-sample-mismatch",
        item=Item.FILE_FORMATS,
        severity=Severity.ERROR,
        on=("format",),
        summary="A real data file does not match the format that it is named for in the setting ``formats``.",
        why="The program writes something else than its documentation says, or the documentation is out of date.",
        bad=_EXAMPLE.format("int"),
        good=_EXAMPLE.format("str"),
        fix="Mend the documented format or the file, or take the file out of the setting.",
        options=("formats",),
        check=_check,
    ),
)
