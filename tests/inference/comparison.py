"""What a run found, as facts, and how it differs from what the marks of a case say."""

from collections.abc import Collection, Iterator, Mapping

from sphinx_contracts.model.contract import Callable, Class, Module, Project
from sphinx_contracts.model.rows import Raise
from sphinx_contracts.project import Run
from tests.inference.corpus import ANYWHERE, SEVERITIES, CaseFile, Fact, Mark


def found_in(run: Run, files: Mapping[str, CaseFile]) -> set[Fact]:
    """The rows and findings of a run."""
    findings = {
        Fact(item.path, item.line, files[item.path].within(item.line), "finding", item.rule)
        for item in run.findings
        if item.rule in SEVERITIES
    }
    return findings | set(_rows(run.project))


def difference(marks: Collection[Mark], found: Collection[Fact], files: Mapping[str, CaseFile]) -> list[str]:
    """What is marked and not found, and what is found and not marked, a line each."""
    wanted = {_placed(mark.fact) for mark in marks if mark.fact.kind != "may"}
    left_open = {_where(mark.fact) for mark in marks if mark.fact.kind == "may"}
    left_open |= {_around(mark.fact) for mark in marks if mark.fact.kind == "may"}
    placed = {_placed(fact) for fact in found}
    report = {(fact, "is missing") for fact in wanted - placed}
    report |= {
        (fact, "is not expected")
        for fact in found
        if _placed(fact) not in wanted and (_around(fact) if _is_anywhere(fact) else _where(fact)) not in left_open
    }
    return [f"{fact} {what}: {_source(fact, files)}" for fact, what in sorted(report)]


def wrong_paths(marks: Collection[Mark], project: Project) -> list[str]:
    """The marks whose path of calls no row has, a line each."""
    paths: dict[Fact, str] = dict(_paths(project))
    return [
        f"{mark.fact} comes through {paths[mark.fact]!r}, not {mark.through!r}"
        for mark in marks
        if mark.through and mark.fact in paths and paths[mark.fact] != mark.through
    ]


def _is_anywhere(fact: Fact) -> bool:
    """Any line of the function will do."""
    return fact.kind == "raises-via" or (fact.kind == "finding" and fact.name in ANYWHERE)


def _placed(fact: Fact) -> Fact:
    return fact._replace(line=fact.within) if _is_anywhere(fact) else fact


def _where(fact: Fact) -> tuple[str, str, int, str]:
    return fact.path, "line", fact.line, fact.name


def _around(fact: Fact) -> tuple[str, str, int, str]:
    return fact.path, "within", fact.within, fact.name


def _source(fact: Fact, files: Mapping[str, CaseFile]) -> str:
    return files[fact.path].text.split("\n")[fact.line - 1].partition("  #")[0].strip()


def _callables(project: Project) -> Iterator[tuple[str, Callable]]:
    """Every callable that is shown, with the path of its source."""
    paths = {module.name: module.path for module in (*project.modules, *project.hidden)}
    for module in project.modules:
        shown = list(module.functions)
        classes: list[Class] = list(module.classes)
        while classes:
            item = classes.pop()
            shown += item.methods
            classes += item.classes
        yield from ((paths[item.facts.home], item) for item in shown)


def _rows(project: Project) -> Iterator[Fact]:
    for module in project.modules:
        yield from (fact for fact, _ in _effects(module, module.path, 0))
    for path, subject in _callables(project):
        yield from (fact for fact, _ in _effects(subject, path, subject.line))
        yield from (_raised(row, path, subject.line) for row in subject.raises if row.origin != "documented")


def _paths(project: Project) -> Iterator[tuple[Fact, str]]:
    for path, subject in _callables(project):
        yield from _effects(subject, path, subject.line)
        for row in subject.raises:
            yield _raised(row, path, subject.line), _shown_path(row.via)


def _effects(subject: Module | Callable, path: str, within: int) -> Iterator[tuple[Fact, str]]:
    for row in subject.side_effects:
        for item in row.evidence:
            kind = "likely" if not item.sure else "via" if item.via else "effect"
            if item.sure and not row.detected:
                kind = "undetected"
            yield Fact(path, item.line, within, kind, row.category), _shown_path(item.via)


def _raised(row: Raise, path: str, within: int) -> Fact:
    name = (row.name or row.exception).rpartition(".")[2]
    if row.origin == "propagated":
        return Fact(path, within, within, "raises-via", name)
    return Fact(path, row.line, within, "raises", name if row.sure else "?")


def _shown_path(via: tuple[str, ...]) -> str:
    return " > ".join(name.rpartition(".")[2] for name in via)
