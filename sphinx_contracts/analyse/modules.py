"""One source file as a module's contract.

Every function and class of the file is read, private ones too: ``linking`` decides what is public.

Key Components:
    - analyse_source: a file's text and tree as a module

Usage:
    from sphinx_contracts.analyse.modules import analyse_source
"""

import ast
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from sphinx_contracts.analyse._given_docs import given_docs
from sphinx_contracts.analyse.callables import FunctionNode, callable_of, merged
from sphinx_contracts.analyse.classes import class_of
from sphinx_contracts.analyse.comments import suppressions_of
from sphinx_contracts.analyse.data_files import file_facts
from sphinx_contracts.analyse.documented import side_effects_of
from sphinx_contracts.analyse.exports import exported_names, is_all_statement
from sphinx_contracts.analyse.leftovers import other_sections
from sphinx_contracts.analyse.sections import all_examples, docstring_of, entries_of, texts_of
from sphinx_contracts.analyse.unit import Unit
from sphinx_contracts.calls.bodies import import_body, module_variables
from sphinx_contracts.config import Settings
from sphinx_contracts.effects.detect import interest_of
from sphinx_contracts.flags import alive, dead_lines, is_dead
from sphinx_contracts.formats import find_formats
from sphinx_contracts.model.contract import Callable, Class, Module, ModuleFacts
from sphinx_contracts.model.docstring import Docstring, SectionKind
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.formats import Format
from sphinx_contracts.model.problem import Problem
from sphinx_contracts.model.rows import Component
from sphinx_contracts.scope import flat_statements, imported_names, is_main_guard
from sphinx_contracts.source import Source

__all__ = ["analyse_source"]

_DEFINITIONS = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
_IMPORTS = (ast.Import, ast.ImportFrom)
_USED = frozenset(
    {
        SectionKind.COMPONENTS,
        SectionKind.EXAMPLES,
        SectionKind.DATA_FLOW,
        SectionKind.GUARANTEES,
        SectionKind.RESPONSIBILITIES,
        SectionKind.SIDE_EFFECTS,
    }
)


def analyse_source(name: str, path: str, source: Source, settings: Settings) -> Module:
    """Read a file's contract.

    Args:
        name: Dotted name of the module
        path: Posix path as findings show it
        source: The file's text and tree
        settings: The settings

    Returns:
        The module with all its objects; one with a problem and nothing else where there is no tree

    Example:
        module = analyse_source("core.train", "core/train.py", read_source(path), settings)
    """
    is_package = PurePosixPath(path).name in ("__init__.py", "__init__.pyi")
    is_test = _is_test(path)
    if source.tree is None:
        problems = (source.problem,) if source.problem is not None else ()
        return Module(
            name=name, path=path, facts=ModuleFacts(is_package=is_package, is_test=is_test, problems=problems)
        )
    unit = Unit(name, is_package, source.lines, _headings(settings), settings.private)
    statements = flat_statements(source.tree.body)
    stars, reexported = _collect_imports(statements, unit)
    exported, lists = exported_names(statements, unit.names)
    unit.exported = frozenset(exported or ())
    unit.defined = _defined(statements)
    unit.groups = _groups(statements)
    unit.interest = interest_of(settings.effects)
    unit.dead = dead_lines(source.tree, source.text)
    doc = docstring_of(source.tree, unit.lines, unit.headings)
    unit.formats += find_formats(doc, name) if doc.present else ()
    own_formats = tuple(unit.formats)
    classes = _classes(statements, unit)
    functions = merged(
        callable_of(item, unit, name, in_class=False) for item in statements if isinstance(item, FunctionNode)
    )
    return Module(
        name=name,
        path=path,
        summary=doc.summary,
        description=doc.description,
        components=tuple(
            Component(item.name, item.text, item.line) for item in entries_of(doc, SectionKind.COMPONENTS)
        ),
        examples=all_examples(doc),
        formats=tuple(unit.formats),
        side_effects=side_effects_of(doc),
        guarantees=texts_of(doc, SectionKind.GUARANTEES),
        data_flow=texts_of(doc, SectionKind.DATA_FLOW),
        responsibilities=texts_of(doc, SectionKind.RESPONSIBILITIES),
        classes=classes,
        functions=functions,
        sections=other_sections(doc, _USED, own_formats),
        doc=doc,
        facts=ModuleFacts(
            is_package=is_package,
            is_test=is_test,
            has_code=any(not _is_plumbing(item) for item in statements) or _has_main(source.tree),
            is_empty=not source.tree.body,
            names=unit.names,
            stars=stars,
            reexported=reexported,
            defined=unit.defined,
            exported=exported,
            exported_lists=lists,
            suppressions=tuple(
                replace(item, idle=True) if is_dead(item.line, unit.dead) else item
                for item in suppressions_of(source.text)
            ),
            problems=tuple(sorted((*unit.problems, *_too_complex(unit.formats)), key=_position)),
            body=alive(import_body(source.tree, unit.frame(), unit.lines, unit.interest), unit.dead),
            variables=module_variables(source.tree, unit.frame()),
            given_docs=given_docs(statements),
            files=file_facts(source, unit, _docs(name, doc, classes, functions)),
        ),
    )


def _docs(
    name: str, doc: Docstring, classes: Iterable[Class], functions: Iterable[Callable]
) -> Iterator[tuple[str, Docstring]]:
    yield name, doc
    for item in functions:
        yield item.qualname, item.doc
    for contract in classes:
        yield from _docs(contract.qualname, contract.doc, contract.classes, contract.methods)


def _too_complex(formats: Iterable[Format]) -> list[Problem]:
    return [item for found in formats for item in found.problems if item.rule == "too-complex"]


def _position(problem: Problem) -> tuple[int, int]:
    return problem.line, problem.column


def _headings(settings: Settings) -> dict[str, SectionKind]:
    return {title.lower().strip().rstrip(":"): SectionKind(kind) for title, kind in settings.sections.items()}


def _is_test(path: str) -> bool:
    parts = PurePosixPath(path)
    return (
        parts.name == "conftest.py"
        or parts.name.startswith("test_")
        or parts.stem.endswith("_test")
        or "tests" in parts.parts[:-1]
    )


def _collect_imports(statements: Iterable[ast.stmt], unit: Unit) -> tuple[tuple[str, ...], frozenset[str]]:
    """Fill the unit's names; return the star imports and the names bound by ``import x as x``."""
    stars: list[str] = []
    kept: set[str] = set()
    for node in statements:
        if isinstance(node, _DEFINITIONS):
            unit.names.pop(node.name, None)  # a later definition takes the place of the import
        if not isinstance(node, _IMPORTS):
            continue
        for name, target in imported_names(node, unit.module, unit.is_package):
            if name == "*":
                stars.append(target)
            else:
                unit.names.setdefault(name, target)
        kept |= {alias.asname for alias in node.names if alias.asname is not None and alias.asname == alias.name}
    return tuple(stars), frozenset(kept)


def _classes(statements: Iterable[ast.stmt], unit: Unit) -> tuple[Class, ...]:
    found: dict[str, Class] = {}
    for node in statements:
        if isinstance(node, ast.ClassDef):
            item = class_of(node, unit, unit.module)
            known = found.get(item.name)
            if known is None or item.doc.present or not known.doc.present:
                found[item.name] = item
    return tuple(found.values())


def _defined(statements: Iterable[ast.stmt]) -> frozenset[str]:
    names = {node.name for node in statements if isinstance(node, _DEFINITIONS)}
    for node in statements:
        targets: list[ast.expr] = []
        if isinstance(node, ast.Assign):
            # ``requests = None`` where the import failed is no other value
            targets = [] if _is_none(node.value) else list(node.targets)
        elif isinstance(node, ast.AnnAssign | ast.AugAssign | ast.For | ast.AsyncFor):
            targets = [node.target]
        elif isinstance(node, ast.With | ast.AsyncWith):
            targets = [item.optional_vars for item in node.items if item.optional_vars is not None]
        elif (alias := getattr(ast, "TypeAlias", None)) is not None and isinstance(node, alias):
            targets = [node.name]
        while targets:
            target = targets.pop()
            if isinstance(target, ast.Name):
                names.add(target.id)
            elif isinstance(target, ast.Tuple | ast.List):
                targets += target.elts
    return frozenset(names)


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _groups(statements: Iterable[ast.stmt]) -> dict[str, tuple[ast.expr, ...]]:
    """Module variables that hold a tuple, as handlers name them."""
    found: dict[str, tuple[ast.expr, ...]] = {}
    for node in statements:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple):
            found.update({item.id: tuple(node.value.elts) for item in node.targets if isinstance(item, ast.Name)})
    return found


def _is_plumbing(node: ast.stmt) -> bool:
    """Imports, ``__all__``, ``__version__`` and the like, and the blocks that hold nothing else."""
    if isinstance(node, ast.Import | ast.ImportFrom | ast.Pass | ast.If | ast.Try | ast.TryStar | ast.Delete):
        return True
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant) or is_all_statement(node)
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return all(isinstance(item, ast.Name) and item.id.startswith("__") and item.id.endswith("__") for item in targets)


def _has_main(tree: ast.Module) -> bool:
    return any(isinstance(node, ast.If) and is_main_guard(node.test) for node in tree.body)
