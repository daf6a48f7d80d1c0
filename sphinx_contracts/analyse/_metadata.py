"""What declarations say of a field or parameter beside its type.

``Annotated[int, Doc("how often")]``, ``Field(description="how often")``, ``Option(help="how often")`` and
``field(metadata={"help": "how often"})`` describe it where it stands.

Key Components:
    - description_in: the description
    - without_description, without_metadata: what is left of the annotation, the type that ``Annotated`` annotates

Usage:
    import ast

    from sphinx_contracts.analyse._metadata import description_in

    annotation = ast.parse("Annotated[int, Doc('how often')]", mode="eval").body
    assert description_in(annotation, None) == "how often"
"""

import ast
import inspect

from sphinx_contracts.scope import dotted

__all__ = ["description_in", "without_description", "without_metadata"]

_DESCRIBING = frozenset({"description", "help", "doc", "help_text"})


def description_in(annotation: ast.expr | None, value: ast.expr | None) -> str:
    """Read how a declaration describes what it declares.

    Args:
        annotation: The annotation
        value: The default

    Returns:
        The text, "" where there is none

    Example:
        text = description_in(argument.annotation, default)
    """
    if annotation is None and not isinstance(value, ast.Call):
        return ""
    for call in (*_calls(value), *_annotated(annotation)):
        if _is_doc(call):
            text = _text(call.args[0])
            if text:
                return text
        for keyword in call.keywords:
            if keyword.arg in _DESCRIBING:
                text = _text(keyword.value)
            elif keyword.arg == "metadata" and isinstance(keyword.value, ast.Dict):
                pairs = zip(keyword.value.keys, keyword.value.values, strict=True)
                text = next((_text(value) for key, value in pairs if key is not None and _text(key) in _DESCRIBING), "")
            else:
                continue
            if text:
                return text
    return ""


def without_description(annotation: ast.expr | None) -> ast.expr | None:
    """Take ``Doc(...)`` out of an annotation: it is shown as the description.

    Args:
        annotation: The annotation

    Returns:
        The annotation with what else ``Annotated`` tells; the bare type where that is nothing

    Example:
        node = without_description(argument.annotation)
    """
    documented = [call for call in _annotated(annotation) if _is_doc(call)]
    if not documented or not isinstance(annotation, ast.Subscript) or not isinstance(annotation.slice, ast.Tuple):
        return annotation
    kept = [item for item in annotation.slice.elts if item not in documented]
    if len(kept) == 1:
        return kept[0]
    return ast.copy_location(ast.Subscript(annotation.value, ast.Tuple(kept, ast.Load()), ast.Load()), annotation)


def without_metadata(annotation: ast.expr | None) -> ast.expr | None:
    """Tell what type ``Annotated`` annotates.

    Args:
        annotation: The annotation

    Returns:
        The type, the annotation itself where it is no ``Annotated``

    Example:
        node = without_metadata(argument.annotation)
    """
    if _is_annotated(annotation) and isinstance(annotation, ast.Subscript) and isinstance(annotation.slice, ast.Tuple):
        return annotation.slice.elts[0] if annotation.slice.elts else annotation
    return annotation


def _is_doc(call: ast.Call) -> bool:
    return (dotted(call.func) or "").rpartition(".")[2] == "Doc" and bool(call.args)


def _is_annotated(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Subscript) and (dotted(node.value) or "").rpartition(".")[2] == "Annotated"


def _calls(node: ast.expr | None) -> list[ast.Call]:
    return [node] if isinstance(node, ast.Call) else []


def _annotated(node: ast.expr | None) -> list[ast.Call]:
    if _is_annotated(node) and isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Tuple):
        return [item for item in node.slice.elts if isinstance(item, ast.Call)]
    return []


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return inspect.cleandoc(node.value).strip()
    if isinstance(node, ast.Call) and len(node.args) == 1 and not node.keywords:
        return _text(node.args[0])  # _("translated text"), dedent("...")
    return ""
