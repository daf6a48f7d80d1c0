"""The language of an example: what a fence says, or what the code looks like."""

import ast
import json
import re
import warnings

_NAMED = {
    "python": "python",
    "py": "python",
    "py3": "python",
    "python3": "python",
    "ipython": "python",
    "pycon": "pycon",
    "pycon3": "pycon",
    "doctest": "pycon",
    "bash": "shell",
    "sh": "shell",
    "zsh": "shell",
    "shell": "shell",
    "console": "shell",
    "shell-session": "shell",
    "shellsession": "shell",
    "json": "json",
    "jsonc": "json",
    "json5": "json",
}
_COMMANDS = (
    "sudo|python3?|pip3?|pipx|cd|export|curl|wget|bash|sh|source|nohup|ls|cat|mkdir|rm|cp|mv|chmod|git|make|docker|uv|npm"
    "|npx|node|pytest|tox|nox|echo|tail|head|grep|kill|pkill|ssh|scp|rsync|watch|crontab|systemctl|journalctl|tmux|screen"
    "|nvidia-smi|torchrun|accelerate|conda|poetry|ruff|mypy|sphinx-build|uvicorn|gunicorn|streamlit|jq|sed|awk|find|tar"
)
_SHELL = re.compile(
    rf"\$ \S|\./\w|(?:[A-Z_][A-Z0-9_]*=\S+ +)?(?:{_COMMANDS})(?:\s+(?![=(:,]|is\b|are\b|and\b|or\b|in\b)\S|$)"
)
_CODE_LINE = re.compile(
    r"(?:from \w[\w.]* import|import \w|[\w.\[\], ]{1,80} = |[\w.]{1,80}\("
    r"|with |def |class |for \w|if |return |await |@|[)\]}])"
)
_PROMPT = re.compile(r"^[ \t]*(?:>>>|In ?\[\d+\]:)", re.MULTILINE)
_STRINGS = re.compile(r"\"[^\"]*\"|'[^']*'|#.*")
_ONLY_WORDS = re.compile(r"[\w'-]+(?: [\w',./-]+){2,}[.:;!?]*$")
_WORDS_IN_A_ROW = re.compile(r"(?<!\w)(?:[A-Za-z][a-z'-]*[,;]? ){4,}[A-Za-z]")
_KEYWORD = re.compile(r"(?:for|if|elif|while|return|with|from|import|class|def|async|assert|yield|raise|not|lambda)\b")
_SIGN = re.compile(r"[=(\[{@]|^(?:import|from|del|return|yield|raise|await|assert|pass|break)\b", re.MULTILINE)
_LONGEST = 20_000


def language_named(name: str) -> str:
    """Tell the language of a fence's or directive's name.

    Args:
        name: The name as written

    Returns:
        "python", "pycon", "shell" or "json"; "text" for any other

    Example:
        assert language_named("bash") == "shell"
    """
    return _NAMED.get(name.lower(), "text")


def language_of(code: str) -> str:
    """Tell the language of code from its looks.

    Args:
        code: The code, dedented

    Returns:
        "python", "pycon", "shell", "json" or "text"

    Example:
        assert language_of("python3 train.py --steps 10") == "shell"
    """
    stripped = code.strip()
    if _PROMPT.search(code):
        return "pycon"
    if stripped[:1] in ("{", "[") and _is_json(stripped):
        return "json"
    lines = [line.strip() for line in stripped.split("\n") if line.strip()]
    commands = [line for line in lines if not line.startswith("#")]
    if commands and _SHELL.match(commands[0][:300]):
        return "shell"
    if _SIGN.search(stripped) is None:
        return "text"  # words that happen to parse
    if commands and _parses(code):
        return "python"
    looks = sum(1 for line in commands if _CODE_LINE.match(line[:300]))
    told = any(_is_prose(line[:300]) for line in commands)
    return "python" if looks and looks * 2 >= len(commands) and not told else "text"


def _is_prose(line: str) -> bool:
    """A line of words, or with backticks, which Python has no use for."""
    bare = _STRINGS.sub("", line)
    if "`" in bare or _ONLY_WORDS.match(bare):
        return True
    return _WORDS_IN_A_ROW.search(bare) is not None and _KEYWORD.match(bare) is None


def _is_json(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _parses(code: str) -> bool:
    if len(code) > _LONGEST:
        return False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
