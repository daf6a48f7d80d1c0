"""Whether everything that docstrings document stands in the exported model.

For each public class and callable of a package, every parameter, attribute, exception and result that its docstring
names must be found in its exported contract. ``griffe_agreement.py`` compares what the docstrings name with other
parsers; this closes the gap from there to ``contracts.json``.

Key Components:
    - losses: what one object documents and its contract lacks
    - main: the command

Usage:
    python benchmarks/nothing_lost.py path/to/package
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from sphinx_contracts.config import settings_from
from sphinx_contracts.model.contract import Callable, Class, Project
from sphinx_contracts.model.docstring import Docstring, SectionKind
from sphinx_contracts.project import run
from sphinx_contracts.reports.export import exported

__all__ = ["losses", "main"]

_NAMED = (SectionKind.INPUTS, SectionKind.ATTRIBUTES, SectionKind.RAISES, SectionKind.WARNS, SectionKind.COMPONENTS)
_RETURNED = (SectionKind.RETURNS, SectionKind.YIELDS)


def _objects(project: Project) -> Iterator[tuple[Docstring, Callable | Class]]:
    for module in project.modules:
        for function in module.functions:
            yield function.doc, function
        pending = list(module.classes)
        while pending:
            item = pending.pop()
            yield item.doc, item
            pending += item.classes
            for method in item.methods:
                yield method.doc, method


def losses(doc: Docstring, subject: Callable | Class) -> list[str]:
    """List what an object documents and its exported contract lacks.

    Args:
        doc: The docstring as read
        subject: The contract

    Returns:
        One line for each name or word that is nowhere in the contract

    Example:
        assert losses(function.doc, function) == []
    """
    text = json.dumps(exported(subject), ensure_ascii=False)
    found: list[str] = []
    for section in doc.sections:
        if section.kind in _NAMED:
            found += [
                f"{section.title}: {entry.name}" for entry in section.entries if entry.name and entry.name not in text
            ]
        if section.kind in _RETURNED and isinstance(subject, Callable) and not section.explicit_none:
            words = section.text.split()
            found += [f"{section.title}: {words[0]}"] if words and not subject.outputs else []
    return found


def main(folders: list[str]) -> int:
    """Print what is lost in the packages at some folders.

    Args:
        folders: Package folders

    Returns:
        1 where anything is lost, else 0

    Side Effects:
        - Reads the packages
        - Prints to stdout

    Example:
        main(["src/package"])
    """
    lost = 0
    for folder in folders:
        path = Path(folder).resolve()
        project = run(settings_from({"sources": [str(path)]}, "command line"), path.parent, path.parent).project
        entries = 0
        for doc, subject in _objects(project):
            entries += sum(len(section.entries) for section in doc.sections)
            for line in losses(doc, subject):
                lost += 1
                print(f"{subject.qualname}:{subject.line}: {line}")
        print(f"{folder}: {len(project.modules)} modules, {entries} documented entries")
    print(f"{lost} lost")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
