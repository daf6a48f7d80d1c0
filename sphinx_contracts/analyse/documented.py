"""What the sections of a docstring say, as the rows of a contract.

The docstring reader gives sections and entries, whatever the dialect; here they become inputs, outputs, exceptions
and effects.

Key Components:
    - inputs_of, outputs_of, raises_of, warns_of, side_effects_of: rows of a callable
    - fields_from: entries as fields
    - catcher: the parameter that takes names which the signature lacks

Usage:
    from sphinx_contracts.analyse.documented import raises_of
    from sphinx_contracts.model.docstring import Docstring

    assert raises_of([Docstring()]) == ()
"""

from collections.abc import Iterable, Sequence

from sphinx_contracts.analyse.sections import entries_of, sections_of
from sphinx_contracts.docstrings.types import is_annotation
from sphinx_contracts.effects.wording import category_of
from sphinx_contracts.model.docstring import Docstring, Entry, SectionKind
from sphinx_contracts.model.rows import Field, FieldFacts, Input, Output, Raise, SideEffect

__all__ = [
    "catcher",
    "fields_from",
    "inputs_of",
    "outputs_of",
    "raises_of",
    "side_effects_of",
    "warns_of",
]


def fields_from(entries: Iterable[Entry]) -> tuple[Field, ...]:
    """Turn docstring entries into fields that only the docstring knows.

    Args:
        entries: The entries

    Returns:
        One field for each entry with a name

    Example:
        fields = fields_from(entry.fields)
    """
    return tuple(
        Field(
            entry.name,
            entry.type,
            entry.default,
            entry.text,
            line=entry.line,
            facts=FieldFacts(in_code=False, in_docs=True, documented=True, doc_line=entry.line, column=entry.column),
        )
        for entry in entries
        if entry.name
    )


def inputs_of(parameters: Sequence[Input], docs: Sequence[Docstring]) -> tuple[Input, ...]:
    """Give parameters what docstrings say of them.

    Args:
        parameters: The parameters as the code declares them
        docs: Docstrings with sections on parameters; the first that names a parameter counts

    Returns:
        The parameters in order; documented names that the signature lacks become fields of ``**kwargs`` (else of
        ``*args``) where there is one

    Example:
        inputs = inputs_of(parameters, [doc])
    """
    known: dict[str, Entry] = {}
    for doc in docs:
        for entry in entries_of(doc, SectionKind.INPUTS):
            known.setdefault(entry.name.lstrip("*"), entry)
    if not known:
        return tuple(parameters)
    names = {item.name for item in parameters}
    extra = fields_from(entry for name, entry in known.items() if name not in names)
    taker = catcher(parameters)
    return tuple(_documented(item, known.get(item.name), extra if item is taker else ()) for item in parameters)


def catcher(parameters: Sequence[Input]) -> Input | None:
    """Find the parameter that takes names which the signature lacks.

    Args:
        parameters: The parameters

    Returns:
        ``**kwargs``, else ``*args``, None where there is neither

    Example:
        found = catcher(function.inputs)
    """
    for kind in ("var-keyword", "var-positional"):
        for item in parameters:
            if item.kind == kind:
                return item
    return None


def _documented(item: Input, entry: Entry | None, extra: tuple[Field, ...]) -> Input:
    if entry is None and not extra:
        return item
    return Input(
        name=item.name,
        kind=item.kind,
        type=item.type or (entry.type if entry else None),
        default=item.default,
        description=(entry.text if entry else "") or item.description,
        fields=(*(fields_from(entry.fields) if entry else ()), *extra),
        annotation=item.annotation,
        line=item.line,
        column=item.column,
    )


def outputs_of(doc: Docstring, annotation: str | None, *, yields: bool = False) -> tuple[Output, ...]:
    """Say what a callable returns and yields.

    Args:
        doc: The docstring
        annotation: The return annotation as text, None when there is none
        yields: True where the body yields

    Returns:
        One output for each section on the value, else one for the annotation; none for a bare ``None``

    Example:
        outputs = outputs_of(doc, "int")
    """
    found: list[Output] = []
    for section in sections_of(doc, SectionKind.RETURNS, SectionKind.YIELDS):
        kind = "return" if section.kind is SectionKind.RETURNS else "yield"
        if section.explicit_none:
            found.append(
                Output(kind, annotation or "None", "" if section.text.strip(" .`") == "None" else section.text)
            )
        found += [
            Output(kind, annotation or entry.type, _returned_text(entry, annotation), fields_from(entry.fields))
            for entry in section.entries
        ]
        if not section.entries and not section.explicit_none:
            found.append(Output(kind, annotation, section.text))
    if not found and annotation not in (None, "None"):
        found.append(Output("yield" if yields else "return", annotation))
    return tuple(found)


def _returned_text(entry: Entry, annotation: str | None) -> str:
    """The description, with the docstring's type in front where it says something that the annotation does not."""
    named = entry.name if entry.name and entry.name not in entry.text else ""
    text = f"{named}: {entry.text}".strip(": ") if named else entry.text
    # an annotation says more than a type does; words that are no type ("array of shape (n,)") say more than both
    if entry.type and annotation and not is_annotation(entry.type):
        return f"{entry.type}: {text}" if text else entry.type
    return text


def raises_of(docs: Iterable[Docstring]) -> tuple[Raise, ...]:
    """List the exceptions that docstrings name.

    Args:
        docs: The docstrings

    Returns:
        One row for each name, in order

    Example:
        rows = raises_of([doc])
    """
    return _raised(docs, SectionKind.RAISES)


def warns_of(docs: Iterable[Docstring]) -> tuple[Raise, ...]:
    """List the warnings that docstrings name.

    Args:
        docs: The docstrings

    Returns:
        One row for each name, in order

    Example:
        rows = warns_of([doc])
    """
    return _raised(docs, SectionKind.WARNS)


def _raised(docs: Iterable[Docstring], kind: SectionKind) -> tuple[Raise, ...]:
    return tuple(
        [
            Raise(entry.name, entry.text, True, "documented", entry.line, doc_line=entry.line, column=entry.column)
            for doc in docs
            if doc.sections
            for entry in entries_of(doc, kind)
            if entry.name
        ]
    )


def side_effects_of(doc: Docstring) -> tuple[SideEffect, ...]:
    """List the side effects that a docstring describes.

    Args:
        doc: The docstring

    Returns:
        One row for each item, with the category that its words tell

    Example:
        rows = side_effects_of(doc)
    """
    found: list[SideEffect] = []
    for section in sections_of(doc, SectionKind.SIDE_EFFECTS):
        # "Writes to" and "Reads from" begin the sentence, "Effects" does not
        prefix = f"{section.title} " if section.title.lower().endswith((" to", " from")) else ""
        found += [
            SideEffect(category_of(prefix + entry.text), prefix + entry.text, documented=True, line=entry.line)
            for entry in section.entries
            if entry.text
        ]
    return tuple(found)
