"""A whole project checked: every rule on every object, suppressions, rollout and scores.

One pass over the modules: rules, suppressions, rollout and score, in this order. The result does not depend on the
order of the modules.

Key Components:
    - check_project: the check
    - Checked: its result

Usage:
    from sphinx_contracts.check.run import check_project
    from sphinx_contracts.config import Settings
    from sphinx_contracts.model.contract import Project

    assert check_project(Project(), Settings()).findings == ()
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sphinx_contracts.check.evaluation import Draft, Missing, Outcome, evaluated
from sphinx_contracts.check.rollout import Rollout
from sphinx_contracts.check.score import NOTHING_PASSED, checklist_of, score_of
from sphinx_contracts.check.severities import Severities
from sphinx_contracts.check.subjects import Subject, subjects_of
from sphinx_contracts.check.suppression import Suppressions
from sphinx_contracts.config import Settings
from sphinx_contracts.model.contract import Module, Project
from sphinx_contracts.model.data import Sample
from sphinx_contracts.model.fast_init import fast_init, replace
from sphinx_contracts.model.finding import Finding, Severity
from sphinx_contracts.model.problem import Problem
from sphinx_contracts.rules.registry import RULES
from sphinx_contracts.rules.rule import Context, Fault

__all__ = ["Checked", "check_project"]

_VALUES = {severity: severity.value for severity in Severity}  # each value is asked for with every finding
_UNREAD = ("source-unreadable", "source-unparsable")


@fast_init
@dataclass(frozen=True, slots=True)
class Checked:
    """The result of a check."""

    project: Project  # the same modules with phase, score and checklist
    findings: tuple[Finding, ...]  # all findings, suppressed ones included, in order of their position


def check_project(
    project: Project, settings: Settings, samples: Mapping[str, Sequence[Sample]] | None = None
) -> Checked:
    """Check a project.

    Args:
        project: The linked modules
        settings: The settings
        samples: Real files of documented formats and what is wrong in them, by ``module:name``

    Returns:
        The modules with phase, score and checklist, and the findings

    Raises:
        ConfigurationError: If the settings name a rule or item that does not exist

    Example:
        result = check_project(project, settings)
    """
    return _Check(project, settings, samples or {}).run()


class _Check:
    """One run of the check."""

    def __init__(self, project: Project, settings: Settings, samples: Mapping[str, Sequence[Sample]]) -> None:
        self._project = project
        self._settings = settings
        self._severities = Severities(settings)
        self._rollout = Rollout(settings.rollout)
        self._suppressions = Suppressions()
        modules = {module.name: module for module in (*project.hidden, *project.modules)}
        self._context = Context(
            module=Module("", ""),
            home=Module("", ""),
            classes=project.classes,
            modules=modules,
            class_names=frozenset(name.rpartition(".")[2] for name in project.classes),
            samples=samples,
        )
        # a private file is checked as part of the module that shows what stands in it
        self._shown_by: dict[str, str] = {}
        self._items = {name: None if rule.item is None else rule.item.value for name, rule in RULES.items()}
        self._loose: list[Draft] = []

    def run(self) -> Checked:
        outcomes = {module.name: list(self._outcomes(module)) for module in self._project.modules}
        self._add_problems()
        drafts = [draft for found in outcomes.values() for item in found if not item.silent for draft in item.drafts]
        drafts += self._loose
        drafts += [excused for draft in drafts for excused in self._suppressions.excused(draft)]
        modules = tuple(self._scored(module, outcomes[module.name]) for module in self._project.modules)
        drafts += self._below(modules)
        drafts += self._unused()
        findings = _in_order(self._finding(draft) for draft in drafts)
        return Checked(replace(self._project, modules=modules), tuple(findings))

    def _outcomes(self, module: Module) -> Iterator[Outcome]:
        if module.facts.is_test:
            return
        severities = self._severities.of(module.name)
        missing = Missing()
        for subject in subjects_of(module, self._context):
            self._shown_by.setdefault(subject.context.home.name, module.name)
            self._suppressions.add(subject)
            yield from evaluated(subject, severities, missing)

    def _add_problems(self) -> None:
        """What is wrong with whole files, private ones and those that another file hides included."""
        for module in self._project.modules:
            self._loose += self._problems(module, module.facts.problems)
        for module in self._project.hidden:
            shown = module.name in self._shown_by
            self._loose += self._problems(
                module, (item for item in module.facts.problems if shown or item.rule in _UNREAD)
            )
        for item in self._project.unusable:
            self._loose += self._problems(Module(name=item.module, path=item.path), [item.problem])

    def _problems(self, module: Module, problems: Iterable[Problem]) -> Iterator[Draft]:
        if module.facts.is_test:
            return
        public = self._shown_by.get(module.name, module.name)
        severities = self._severities.of(public)
        for item in problems:
            if severities[item.rule] is not Severity.OFF:
                subject = self._whole(module)
                yield Draft(item.rule, severities[item.rule], Fault(item.message, item.line, item.column), subject)

    def _whole(self, module: Module) -> Subject:
        """A file as the object of a finding."""
        public = self._context.modules.get(self._shown_by.get(module.name, module.name), module)
        context = replace(self._context, module=public, home=module)
        return Subject("module", module, public.name, 1, 1, context)

    def _unused(self) -> Iterator[Draft]:
        severities = {home: self._severities.of(public) for home, public in self._shown_by.items()}
        for item in self._suppressions.unused(severities):
            subject = item.subject or self._whole(item.home)
            severity = self._severities.of(subject.context.module.name)["suppression-unused"]
            if severity is not Severity.OFF:
                draft = Draft("suppression-unused", severity, Fault(item.message, item.line, about=item.name), subject)
                if item.name != draft.rule:  # a comment does not make itself useful
                    self._suppressions.apply(draft)
                yield draft

    def _scored(self, module: Module, outcomes: Iterable[Outcome]) -> Module:
        unread = any(item.rule in _UNREAD for item in module.facts.problems) and not module.facts.is_test
        checklist = NOTHING_PASSED if unread else checklist_of(outcomes)
        return replace(
            module, phase=self._rollout.phase_of(module.name), score=score_of(checklist), checklist=checklist
        )

    def _below(self, modules: Iterable[Module]) -> Iterator[Draft]:
        limit = self._settings.fail_under
        for module in modules:
            severity = self._severities.of(module.name)["score-below"]
            if module.score >= limit or severity is Severity.OFF or not self._rollout.is_enforced(module.name):
                continue
            message = f"scores {module.score:.2f}, below the {limit:g} that fail_under asks for"
            end = module.doc.end_line
            whole = replace(self._whole(module), lines=((end, end),) if module.doc.present else ())
            draft = Draft("score-below", severity, Fault(message, 1), whole)
            self._suppressions.apply(draft)
            yield draft

    def _finding(self, draft: Draft) -> Finding:
        context = draft.subject.context
        severity, suppressed = draft.severity, "inline" if draft.suppressed else None
        if severity is Severity.ERROR and not self._rollout.is_enforced(context.module.name):
            severity, suppressed = Severity.NOTE, suppressed or "rollout"
        fault, elsewhere = draft.fault, draft.fault.elsewhere
        return Finding(
            rule=draft.rule,
            item=self._items[draft.rule],
            severity=_VALUES[severity],
            message=fault.message,
            path=context.home.path if elsewhere is None else elsewhere.path,
            line=max(fault.line if elsewhere is None else elsewhere.line, 1),
            column=max(fault.column if elsewhere is None else elsewhere.column, 1),
            module=context.module.name,
            object=draft.subject.name,
            suppressed=suppressed,
            about=fault.about,
        )


def _in_order(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings in the order of their positions, each once; file by file, since that takes half as long."""
    files: dict[str, dict[tuple[int, int, str, str, str], Finding]] = {}
    for item in findings:
        place = item.line, item.column, item.rule, item.object, item.message
        files.setdefault(item.path, {}).setdefault(place, item)
    for path in sorted(files):
        found = files[path]
        yield from (found[place] for place in sorted(found))
