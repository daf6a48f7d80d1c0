"""What is kept of a friend: how much there is of everything, one number a line.

Lines are sorted and hold no path, no line number and no text of the friend, so a summary changes only where the
behaviour does.

Key Components:
    - summary_of: the text
    - difference: two texts side by side, as a reviewer reads them
    - digest_of, python_of: the code that a summary is about, and the Python that it was made with

Usage:
    from benchmarks.friends.summary import summary_of
"""

import difflib
import platform
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

__all__ = ["difference", "digest_of", "python_of", "summary_of"]

_DIGEST = "code sha256:"
_PYTHON = "made with Python "


def summary_of(title: str, digest: str, model: Mapping[str, Any]) -> str:
    """Write the summary of a friend.

    Args:
        title: Its name, version and style
        digest: The digest of its code
        model: What ``sphinx-contracts export`` prints

    Returns:
        The text

    Example:
        text = summary_of("requests 2.32.3", "70761cfe", model)
    """
    counts: Counter[str] = Counter(_counted(model))
    counts.update(
        f"finding: {item['severity']} {item['rule']}" for item in model["findings"] if item["suppressed"] is None
    )
    lines = [f"{name} {counts[name]}" for name in sorted(counts)]
    python = f"{_PYTHON}{'.'.join(platform.python_version_tuple()[:2])}"
    return "\n".join([title, f"{_DIGEST}{digest}", python, f"score {model['summary']['score']:.2f}", *lines, ""])


def _counted(model: Mapping[str, Any]) -> Iterator[str]:
    for module in model["modules"]:
        yield "object: module"
        yield from _parts(module)
        yield from (f"format: {item['language']}" for item in module["formats"])
        yield from _callables(module["functions"])
        yield from _classes(module["classes"])


def _classes(classes: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for item in classes:
        yield f"object: {item['kind']}"
        yield from (f"field: {_known(field)}" for field in item["fields"])
        yield from _parts(item)
        yield from _callables(item["methods"])
        yield from _classes(item["classes"])


def _callables(callables: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for item in callables:
        yield f"object: {item['kind']}"
        yield from (f"input: {_known(entry)}" for entry in item["inputs"])
        yield from (f"output: {_known(entry)}" for entry in item["outputs"])
        yield from (f"exception: {entry['origin']}" for entry in item["raises"])
        yield from _parts(item)


def _parts(item: Mapping[str, Any]) -> Iterator[str]:
    yield "text: described" if item["description"] else "text: summary only" if item["summary"] else "text: none"
    yield from (f"example: {entry['language']}" for entry in item["examples"])
    yield from ("section: verbatim" for _ in item["sections"])
    for entry in item.get("side_effects", ()):
        yield f"effect: {entry['category']} {'documented' if entry['documented'] else 'detected'}"


def _known(entry: Mapping[str, Any]) -> str:
    known = [name for name in ("type", "description") if entry[name]]
    return f"with {' and '.join(known)}" if known else "bare"


def difference(old: str, new: str) -> str:
    """Compare two summaries.

    Args:
        old: The one that is kept
        new: The one of this run

    Returns:
        The lines that differ, "" where none does

    Example:
        assert difference("a 1", "a 1") == ""
    """
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), "kept", "now", lineterm="", n=0)
    return "\n".join(line for line in lines if not line.startswith("@@"))


def digest_of(text: str) -> str:
    """Read what code a summary is about.

    Args:
        text: The summary

    Returns:
        The digest of the code

    Example:
        assert digest_of("a\\ncode sha256:12\\n") == "12"
    """
    return _after(_DIGEST, text)


def python_of(text: str) -> str:
    """Read which Python a summary was made with: what its parser and its standard library know decides a few findings.

    Args:
        text: The summary

    Returns:
        The minor version

    Example:
        assert python_of("a\\nmade with Python 3.11\\n") == "3.11"
    """
    return _after(_PYTHON, text)


def _after(start: str, text: str) -> str:
    return next((line.removeprefix(start) for line in text.splitlines() if line.startswith(start)), "")
