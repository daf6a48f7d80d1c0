"""The places of one source file that read or write data files, found with two quick looks before a slow one.

A file is looked at only where it imports something that reads or writes data, or documents a format; a function only
where a line of it holds the name of such a call.
"""

import ast
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sphinx_contracts.calls.frames import Frame
from sphinx_contracts.expressions import shown
from sphinx_contracts.files._catalogue import MAKERS, READERS, SINKS, WORDS, WRITERS
from sphinx_contracts.files._constants import Constants
from sphinx_contracts.files._local import Function, Local
from sphinx_contracts.files._reads import keys_read
from sphinx_contracts.files._returned import MAKING_WORDS, tells
from sphinx_contracts.files._scopes import functions, local_names
from sphinx_contracts.files._shapes import Shapes
from sphinx_contracts.files._texts import maker_of
from sphinx_contracts.files.foreign import FOREIGN_FOLDERS
from sphinx_contracts.model.code import Chain
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.files import FileUse, Shape
from sphinx_contracts.scope import column_of

__all__ = ["file_uses", "may_use_files"]

_LIBRARIES = (
    r"(?:import|from)[ \t]+[^\n]*\b(?:json|simplejson|ujson|orjson|rapidjson|json5|yaml|oyaml|csv"
    r"|toml\w*|tomli\w*|rtoml|pytoml|_?c?pickle|dill|cloudpickle|joblib|pandas)\b"
)
_PARTS = ("json", "yaml", "csv", "toml", "pickle", "dill", "joblib", "pandas")  # one of them in the name of each
_IMPORT = re.compile(rf"^[ \t]*{_LIBRARIES}", re.MULTILINE)
# an import inside a function, whose names are not those of the module
_INNER_IMPORT = re.compile(rf"^[ \t]+{_LIBRARIES}", re.MULTILINE | re.IGNORECASE)
_PREFIXES = frozenset(f"{name.rpartition('.')[0]}." for name in (*READERS, *WRITERS, *MAKERS))
_CALL = re.compile(rf"\b(?:{'|'.join(sorted(WORDS))})\b")
# a line that may hand data to a function that writes it
_HANDING = re.compile(rf"{MAKING_WORDS}|write|save|store|\(\s*\{{|vars\(", re.IGNORECASE)

_HOOKS = ("object_hook", "object_pairs_hook", "cls")
_PLAIN = ("collections.OrderedDict", "builtins.dict")
_UNKNOWN = Chain("")


def may_use_files(text: str) -> bool:
    """Tell whether a source text imports something that reads or writes data.

    Args:
        text: The text of the file, in lower case

    Returns:
        False where no data file can be read or written in it

    Example:
        assert may_use_files("import json")
    """
    return any(part in text for part in _PARTS) and _IMPORT.search(text) is not None


def file_uses(tree: ast.Module, frame: Frame, lines: Sequence[str], *, keys: bool) -> tuple[FileUse, ...]:
    """Find the places that read or write data files.

    Args:
        tree: The module
        frame: Its names
        lines: The lines of the file
        keys: True where the keys matter: the file documents a format

    Returns:
        The places in order of their lines; which of them are surely files is settled later

    Example:
        uses = file_uses(tree, frame, lines, keys=True)
    """
    call = _calls(frame.names, "\n".join(lines))
    numbers = [number for number, line in enumerate(lines, 1) if call.search(line) or (keys and _HANDING.search(line))]
    constants = Constants(tree)
    found: list[FileUse] = []
    for name, node, around in functions(tree, frame):
        if _within(numbers, node):
            found += _of_body(name, node.body, around, node.args, lines, constants, keys=keys)
    top = [item for item in tree.body if not isinstance(item, Function | ast.ClassDef)]
    if any(_within(numbers, item) for item in top):
        found += _of_body(frame.module, top, frame, None, lines, constants, keys=keys)
    return tuple(sorted(found, key=lambda item: (item.line, item.column)))


def _calls(names: Mapping[str, str], text: str) -> re.Pattern[str]:
    """What a line holds that reads or writes data, by the names that the file has for it."""
    if _INNER_IMPORT.search(text):
        return _CALL
    modules = {name for name, target in names.items() if f"{target}." in _PREFIXES}
    direct = {name for name, target in names.items() if target in READERS or target in WRITERS or target in MAKERS}
    parts = [rf"\b(?:{'|'.join(map(re.escape, sorted(modules)))})\.[\w.]*" if modules else "", "|".join(sorted(direct))]
    if any(target.startswith("ruamel.") for target in names.values()):
        return _CALL
    return re.compile("|".join(filter(None, parts)) or r"(?!)")


def _within(numbers: Sequence[int], node: ast.stmt) -> bool:
    at = bisect_left(numbers, node.lineno)
    return at < len(numbers) and numbers[at] <= (node.end_lineno or node.lineno)


def _of_body(
    name: str,
    body: Iterable[ast.stmt],
    frame: Frame,
    arguments: ast.arguments | None,
    lines: Sequence[str],
    constants: Constants,
    *,
    keys: bool,
) -> list[FileUse]:
    local = local_names(body, frame, arguments, constants)
    taker = _Taker(name, local, lines, keys=keys)
    found = [use for node in local.nodes if isinstance(node, ast.Call) for use in taker.uses(node)]
    local.bindings.forget()
    return found


class _Taker:
    """Turns calls of one body into uses of files."""

    def __init__(self, scope: str, local: Local, lines: Sequence[str], *, keys: bool) -> None:
        self._scope = scope
        self._local = local
        self._lines = lines
        self._keys = keys
        self._shapes = Shapes(local)

    def uses(self, node: ast.Call) -> Iterator[FileUse]:
        chain = self._local.bindings.chain(node.func)
        name = self._local.called(node)
        if name in WRITERS:
            yield from self._writer(name, node)
        if name in READERS:
            yield from self._reader(name, node)
        elif name not in WRITERS:
            func = node.func
            word = func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""
            if word in SINKS:
                yield from self._sink(word, node, chain)
            elif self._keys and chain is not None and not chain.root.startswith("builtins."):
                yield from self._handed(node, chain)

    def _use(self, node: ast.Call, *, writes: bool, language: str, place: ast.expr | None, paths: bool) -> FileUse:
        file = self._local.file_name(place)
        return FileUse(
            scope=self._scope,
            writes=writes,
            language=language,
            line=node.lineno,
            column=column_of(node, self._lines),
            text=shown(node),
            place=self._local.bindings.chain(place) if place is not None else None,
            paths=paths,
            file=file,
            folder=self._local.folder_name(place) if file.lower() in FOREIGN_FOLDERS else "",
        )

    def _writer(self, name: str, node: ast.Call) -> Iterator[FileUse]:
        writer = WRITERS[name]
        place = _argument(node, writer.place, writer.keywords)
        if place is None:
            return
        use = self._use(node, writes=True, language=writer.language, place=place, paths=writer.paths)
        value = _argument(node, writer.value, ("obj", "data", "o", "value")) if writer.value is not None else None
        yield replace(use, shape=self._shape(value))

    def _reader(self, name: str, node: ast.Call) -> Iterator[FileUse]:
        language, paths = READERS[name]
        place = node.args[0] if node.args else node.keywords[0].value if node.keywords else None
        if place is None or isinstance(place, ast.Starred):
            return
        use = self._use(node, writes=False, language=language, place=place, paths=paths)
        yield replace(use, shape=keys_read(node, self._local) if self._keys and not self._converts(node) else None)

    def _converts(self, node: ast.Call) -> bool:
        """A hook may give the document other keys."""
        hooks = [item.value for item in node.keywords if item.arg in _HOOKS]
        return any((self._local.bindings.chain(hook) or _UNKNOWN).root not in _PLAIN for hook in hooks)

    def _sink(self, word: str, node: ast.Call, chain: Chain | None) -> Iterator[FileUse]:
        """A text made of data that is written: ``path.write_text(json.dumps(data))``."""
        place = next((item.value for item in node.keywords if item.arg == "file"), None)
        if word != "print":
            place = node.func.value if isinstance(node.func, ast.Attribute) else None
        maker = maker_of(node.args[0], self._local) if node.args and place is not None else None
        if maker is None or place is None:
            return
        language = MAKERS[self._local.called(maker)]
        use = self._use(node, writes=True, language=language, place=place, paths=False)
        whole = word in ("write_text", "write_bytes") and chain is not None
        value = _argument(maker, 0, ("obj", "data", "o", "value"))
        if whole and chain is not None:
            # the method itself says that it is a path
            use = replace(use, place=replace(chain, steps=(*chain.steps, "()")))
        yield replace(use, shape=self._shape(value))

    def _handed(self, node: ast.Call, chain: Chain) -> Iterator[FileUse]:
        """Data that is handed to a function of the project, which may write it."""
        shapes: list[tuple[str, Shape]] = []
        given: Iterable[tuple[str, ast.expr]] = [
            *((str(index), item) for index, item in enumerate(node.args[:6])),
            *((item.arg, item.value) for item in node.keywords if item.arg is not None),
        ]
        for position, item in given:
            if isinstance(item, ast.Dict | ast.Call | ast.Name | ast.Attribute):
                shape = self._shapes.of(item, node)
                if shape is not None and tells(shape):
                    shapes.append((position, shape))
        if shapes:
            use = self._use(node, writes=True, language="", place=node.func, paths=False)
            names = (self._local.file_name(item) for _, item in given if not isinstance(item, ast.Dict))
            file = next((name for name in names if "." in name), "")
            yield replace(use, arguments=tuple(shapes), file=file)

    def _shape(self, value: ast.expr | None) -> Shape | None:
        given = isinstance(value, ast.Name) and self._local.is_parameter(value.id)
        # what a function writes of its parameters matters to its callers
        return self._shapes.of(value) if value is not None and (self._keys or given) else None


def _argument(node: ast.Call, position: int, keywords: Sequence[str]) -> ast.expr | None:
    if position < len(node.args):
        found = node.args[: position + 1]
        return None if any(isinstance(item, ast.Starred) for item in found) else found[-1]
    return next((item.value for item in node.keywords if item.arg in keywords), None)
