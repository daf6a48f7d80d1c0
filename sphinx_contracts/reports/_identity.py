"""What makes a fault the same one in the next run: everything but its position.

Services that compare runs know a fault by its fingerprint. Lines move whenever something above them changes, so no
line takes part; of several faults that are alike in one object, the first stays the first.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence

from sphinx_contracts.model.finding import Finding
from sphinx_contracts.reports.report import Report

__all__ = ["fingerprints"]

_LINE = re.compile(r"\bline \d+")


def fingerprints(report: Report, findings: Sequence[Finding]) -> list[str]:
    """Make a fingerprint for each finding, 64 hexadecimal digits, different from all others."""
    seen: Counter[tuple[str, ...]] = Counter()
    found: list[str] = []
    for item in findings:
        key = (item.rule, report.place_of(item), item.object, _LINE.sub("line", item.message))
        seen[key] += 1
        text = "\0".join((*key, str(seen[key])))
        found.append(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    return found
