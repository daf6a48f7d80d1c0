"""The category of a side effect that a docstring describes in words.

The first pattern that fits decides; a text that none fits is "other".

Key Components:
    - category_of: the category of one entry
    - categories_of: all categories that it speaks of
    - may_speak_of: whether prose may mean an effect
    - is_denial: whether it says that there is none

Usage:
    from sphinx_contracts.effects.wording import category_of

    assert category_of("Creates checkpoint files in the output folder") == "file-write"
"""

import re

__all__ = ["categories_of", "category_of", "is_denial", "may_speak_of"]

_FILES = (
    r"(?:files?|director(?:y|ies)|folders?|disk|paths?|checkpoints?|logs?/|symlinks?|file ?system"
    r"|\w*\.(?:jsonl?|ya?ml|toml|csv|txt|log|pkl|pt|lock|pid|db|md|html)\b|\w*_(?:file|dir|path)s?)\b"
)
_WRITES = (
    r"\b(?:writ(?:es?|ten|ing)|creat(?:es?|ed|ing)|sav(?:es?|ed|ing)|delet(?:es?|ed|ing)|remov(?:es?|ed|ing)|renam(?:es?|ed|ing)"
    r"|mov(?:es?|ed|ing)|cop(?:y|ies|ied|ying)|append(?:s|ed|ing)?|overwrit(?:es?|ten|ing)|replac(?:es?|ed|ing)|updat(?:es?|ed|ing)"
    r"|modif(?:y|ies|ied|ying)|touch(?:es|ed)?|truncat(?:es?|ed|ing)|dump(?:s|ed|ing)?|stor(?:es?|ed|ing)|persist(?:s|ed|ing)?"
    r"|export(?:s|ed|ing)?|clean(?:s|ed|ing)?(?: up)?|unlink(?:s|ed)?|extract(?:s|ed|ing)?|download(?:s|ed|ing)?"
    r"|archiv(?:es?|ed|ing)|mak(?:es?|ing)|flush(?:es|ed)?)\b"
)
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (category, re.compile(pattern, re.IGNORECASE | re.DOTALL))
    for category, pattern in (
        ("database", r"\b(?:databases?|sqlite\w*|postgres\w*|tables?|sql|transactions?)\b"),
        (
            "network",
            r"\b(?:network|https?|requests?|sockets?|urls?|uploads?|downloads?|api calls?|web ?sockets?|remote|servers?"
            r"|emails?|connects? to|s3|ftp|ssh)\b",
        ),
        (
            "process",
            r"\b(?:sub-?process(?:es)?|child process(?:es)?|process(?:es)? pool"
            r"|(?:starts?|spawns?|launch(?:es)?|kills?|stops?|forks?|terminates?|runs?)\b.{0,40}\b(?:process(?:es)?|commands?|daemons?|workers?|shell|program))\b",
        ),
        ("environment", r"\b(?:environment(?: variables?)?|os\.environ|env vars?|working directory|umask)\b"),
        ("signal", r"\b(?:signal handlers?|sig(?:int|term|hup)|atexit)\b"),
        ("exit", r"\b(?:exits?|sys\.exit|terminates the (?:program|interpreter|process))\b"),
        (
            "import-state",
            r"\b(?:sys\.(?:path|modules|meta_path)|monkey-?patch(?:es)?|import (?:path|hooks?)|warnings? filters?"
            r"|(?:filters?|silences?|suppress(?:es)?|ignores?|enables?|disables?) (?:\w+ ){0,3}warnings?"
            r"|(?:configures?|sets? up|changes?|disables?|enables?|initiali[sz]es?) (?:\w+ ){0,3}logging"
            r"|recursion limit)\b",
        ),
        ("log", r"\b(?:logs|logging|logged|logger|log (?:messages?|entr(?:y|ies)|warnings?|errors?))\b|^log\b"),
        ("stdout", r"\b(?:stdout|stderr|prints?|console|standard (?:output|error)|terminal|screen)\b"),
        ("stdin", r"\b(?:stdin|standard input|prompts? (?:the )?users?|user input|keyboard)\b"),
        ("file-write", rf"{_WRITES}.*{_FILES}|\bto disk\b|{_FILES}.{{0,60}}{_WRITES}"),
        ("file-read", rf"\b(?:reads?|loads?|opens?|scans?|lists?|reading|loading)\b.*{_FILES}|\bfrom disk\b"),
        ("thread", r"\b(?:threads?|executors?|async(?:io)? tasks?|background tasks?)\b"),
        ("random", r"\b(?:random|seeds?|rng)\b"),
        ("time", r"\b(?:sleeps?|blocks? (?:for|until)|waits?)\b"),
        ("global-state", r"\b(?:globals?|module[- ]level|cache|singleton|registry|registers?)\b"),
        (
            "argument-mutation",
            r"\b(?:in[- ]place|mutat(?:es?|ing)|modif(?:y|ies) (?:the )?(?:input|argument|passed|given))\b",
        ),
        ("self-state", r"\b(?:self|instance|internal state|attributes?|this object|state)\b"),
    )
)
# "Writes x": what is written, saved or deleted is a file where nothing else is said
_BARE_WRITE = re.compile(r"\W*(?:over)?(?:writes?|saves?|dumps?|deletes?|removes?|unlinks?)\b", re.IGNORECASE)
_LONGEST = 1000
_DENIAL = re.compile(r"(?:no|never|none|nothing|without|does not|doesn't|do not|will not|won't)\b", re.IGNORECASE)
_CONDITIONAL = re.compile(
    r"\b(?:if|when|unless|until|except|only|but|before|after|outside|while|other than|apart from|more than)\b",
    re.IGNORECASE,
)
# any word of prose that may mean the effect: what a message then says must be true of those who do mean it
_HINTS = {
    category: re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for category, words in {
        "file-write": (
            rf"{_FILES}|{_WRITES}|(?:over)?writ|creat|sav|delet|remov|renam|mov|cop[iy]|append|replac|updat|touch|dump"
            r"|stor|persist|export|clean|unlink|extract|download|archiv|ma[dk]e|keep|initiali[sz]|install|generat|link"
            r"|hard-?link|sym-?link|temp|cache|log|output|unpack|decompress|build|convert|fetch|ensur"
        ),
        "network": (
            r"network|https?|request|socket|url|upload|download|api|web|remote|server|e?mail|connect|s3|ftp|ssh|send|sent"
            r"|post|fetch|get|host|client|cloud|service|listen|port|query|submit|call|publish|receiv|retriev|poll|online"
        ),
        "process": (
            r"sub-?process|process|command|start|spawn|launch|kill|stop|fork|terminat|run|exec|invok|call|shell|program|"
            r"script|daemon|worker|signal|browser|open|git|build|compil|install|wait|job"
        ),
        "database": r"database|db|sqlite|postgres|mysql|table|sql|transact|connect|quer|engine|row|record|stor|session",
        "environment": r"env|os\.environ|variable|working dir|cwd|chdir|change dir|umask|locale|path|set|export|user",
        "signal": r"signal|sig(?:int|term|hup|alrm)|atexit|exit|shut|handler|interrupt|alarm|time-?out|clean",
        "import-state": r"sys\.|monkey|patch|import|warn|filter|silenc|suppress|logg|recursion|path|hook|configur|trac",
        "global-state": (
            r"global|module|cach|singleton|regist|default|set|current|add|remov|state|stor|first|once|memo|initiali[sz]"
        ),
    }.items()
}


def categories_of(text: str) -> frozenset[str]:
    """List every kind of side effect that a text speaks of.

    Args:
        text: One entry of a Side Effects section

    Returns:
        The categories whose words it holds

    Example:
        assert "log" in categories_of("Writes the report and logs progress")
    """
    found = frozenset(category for category, pattern in _PATTERNS if pattern.search(text[:_LONGEST]))
    return found or frozenset({"file-write"} if _BARE_WRITE.match(text) else ())


def category_of(text: str) -> str:
    """Tell what kind of side effect a text speaks of.

    Args:
        text: One entry of a Side Effects section

    Returns:
        An effect category, "other" when the text tells none

    Example:
        assert category_of("Logs progress to stdout") == "log"
    """
    for category, pattern in _PATTERNS:
        if pattern.search(text[:_LONGEST]):
            return category
    return "file-write" if _BARE_WRITE.match(text) else "other"


def may_speak_of(category: str, text: str) -> bool:
    """Tell whether prose may mean an effect; it is asked in doubt, so a single word is enough.

    Args:
        category: An effect category
        text: A docstring

    Returns:
        False where nothing in the text can mean it

    Example:
        assert may_speak_of("file-write", "Keep the report on disk.")
    """
    hints = _HINTS.get(category)
    return category in categories_of(text) or (hints is not None and hints.search(text) is not None)


def is_denial(text: str) -> bool:
    """Tell whether an entry promises that there is no effect: "No network access".

    Args:
        text: One entry of a Side Effects section

    Returns:
        True for a denial without a condition

    Example:
        assert is_denial("No network access")
        assert not is_denial("No files are written unless force is set")
    """
    return _DENIAL.match(text) is not None and not _CONDITIONAL.search(text[:_LONGEST])
