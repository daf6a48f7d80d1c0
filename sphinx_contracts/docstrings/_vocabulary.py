"""The words of headings and what they mean."""

import re
from functools import lru_cache

from sphinx_contracts.model.docstring import SectionKind

_NAMES: dict[SectionKind, str] = {
    SectionKind.INPUTS: "args|arguments|arg|argument|parameters|parameter|params|param|keyword args|keyword arguments"
    "|keyword parameters|keyword params|other parameters|other params|other args|other arguments|optional arguments"
    "|optional parameters|optional args|inputs|kwargs",
    SectionKind.RETURNS: "returns|return|return value|return values",
    SectionKind.YIELDS: "yields|yield",
    SectionKind.RAISES: "raises|raise|exceptions|exception|exceptions raised|exception raised|throws",
    SectionKind.WARNS: "warns",
    SectionKind.SIDE_EFFECTS: "side effects|side effect|side-effects|side-effect|reads from|writes to",
    SectionKind.ATTRIBUTES: "attributes|attribute|fields|class attributes|instance attributes|public attributes|members"
    "|class variables|instance variables",
    SectionKind.PRECEDENCE: "order of precedence|priority order",
    SectionKind.DATA_FLOW: "how it works|steps|processing steps|order of operations",
}
_KNOWN = {name: kind for kind, names in _NAMES.items() for name in names.split("|")}
_ADJECTIVES = (
    "advanced|another|api|bash|basic|class|cli|client|code|command[- ]line|common|complete|decorator|direct|docker"
    "|end-to-end|example|full|function|general|import|intended|interactive|library|minimal|module|more|normal"
    "|programmatic|python|quick|recommended|sample|script|server|service|shell|short|simple|standalone|standard|typical"
    "|usage|usual"
)
_PATTERNS: tuple[tuple[SectionKind, re.Pattern[str]], ...] = (
    (
        SectionKind.EXAMPLES,
        re.compile(
            r"(quick ?|getting )starts?(ed)?|for example|(how )?to (use|run)( it| this)?"
            rf"|(({_ADJECTIVES}) )?(usages?|examples?)(( and |/| / | & | or | )(usages?|examples?))?"
            r"|usages? (as|in|from|with|for|via|of|patterns?|notes?|instructions?|information|guide)\b.{0,60}"
            r"|examples? (\d+|use|of use|code|commands?|invocations?|workflow|(usages? |of )\w.{0,60})"
            rf"|({_ADJECTIVES}) use"
        ),
    ),
    (
        SectionKind.RESPONSIBILITIES,
        re.compile(
            r"((core|key|main|primary|class|module) )?responsibilit(y|ies)"
            r"|(sub)?classes (must|should|need to|have to) (implement|define|override|provide)"
            r"( the following)?( methods)?"
            r"|implement(ations|ers) (must|should|need to) (provide|implement|define)( the following)?( methods)?"
        ),
    ),
    (SectionKind.DATA_FLOW, re.compile(r"((\w+ ){0,2})?(flow|workflow|pipeline|algorithm)")),
    (
        SectionKind.GUARANTEES,
        re.compile(r"((\w+ )?(guarantees?|invariants?)|(thread|process|type|crash)[- ]safety|atomic writes|atomicity)"),
    ),
    (
        SectionKind.PRECEDENCE,
        re.compile(r"(\w+ )?(precedence|resolution|lookup|search)( order| rules)|(\w+ )?precedence"),
    ),
    (
        SectionKind.COMPONENTS,
        re.compile(
            r"(key |main |core |major |public |important )?(components?|classes|functions|exports|modules)"
            r"|provides|contains|exports|public api|contents|(module|package) contents"
            r"|(this|the) (module|package) (provides|contains|defines|exports|implements)( the following)?( \w+)?"
            r"|this (file|script|library) (provides|contains|defines|implements)( the following)?( \w+)?"
        ),
    ),
)
_REMARK = re.compile(r"\s*\([^()]*\)$")
_STRICT = (
    "args|arguments|parameters|params|keyword args|keyword arguments|other parameters|returns|yields|raises|attributes"
    "|example|examples|usage|side effects"
)
_STRICT_NAMES = frozenset(_STRICT.split("|"))


def plain_name(title: str) -> str:
    """Bring a heading's words into the form in which they are looked up.

    Args:
        title: The words as written

    Returns:
        The words in lower case, single blanks between them, no colon at the end

    Example:
        assert plain_name("Side  Effects:") == "side effects"
    """
    return " ".join(title.lower().split()).rstrip(":").rstrip()


@lru_cache(maxsize=4096)
def known_kind(name: str) -> SectionKind | None:
    """Look up the meaning of a heading.

    Args:
        name: The words as ``plain_name`` gives them, without a remark in brackets

    Returns:
        The meaning, None when there is none

    Example:
        assert known_kind("args") is SectionKind.INPUTS
    """
    kind = _KNOWN.get(name)
    if kind is not None:
        return kind
    return next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(name)), None)


def without_remark(name: str) -> str:
    """Leave out a remark in brackets at the end of a heading.

    Args:
        name: The words

    Returns:
        The words before the remark

    Example:
        assert without_remark("precedence (highest first)") == "precedence"
    """
    return _REMARK.sub("", name) if name.endswith(")") else name


def is_strict(title: str) -> bool:
    """Tell whether a title is one of the headings that nobody uses for anything else.

    Args:
        title: The words, with or without a colon

    Returns:
        True for "Args", "Returns" and their like

    Example:
        assert is_strict("Parameters")
    """
    return len(title) < 40 and plain_name(title) in _STRICT_NAMES
