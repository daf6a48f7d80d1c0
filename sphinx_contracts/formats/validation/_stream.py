"""Bytes of a data file read as documents, and each document checked."""

import re
from collections.abc import Generator, Iterator
from itertools import islice
from typing import BinaryIO, Literal, TypeAlias

from sphinx_contracts.formats.validation._document import BadDataError, Document, Lines, Remark, path_text
from sphinx_contracts.formats.validation._json import read_json
from sphinx_contracts.formats.validation._mismatch import Mismatch, Validator, mismatches
from sphinx_contracts.formats.validation._yaml import read_yaml
from sphinx_contracts.model.data import DataError
from sphinx_contracts.model.fast_init import replace

__all__ = ["DataLanguage", "limited", "validated"]

DataLanguage: TypeAlias = Literal["json", "jsonl", "yaml"]

_LARGEST = 100 * 2**20
_MARK = b"\xef\xbb\xbf"
_MARKED = "the file begins with a byte order mark; save it as UTF-8 without one"
_YAML_NUMBER = re.compile(r'^expected (?:integer|number)\b.* found string "[-+]?\d+(?:\.\d*)?[eE][-+]?\d+"$')
_EMPTY = "the file is empty"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_MOST = 1000  # errors of one document; they are sorted, so all of them must be held


def validated(stream: BinaryIO, language: DataLanguage, validator: Validator) -> Iterator[DataError]:
    """Check a file against a schema.

    JSON Lines are read line by line and take no more memory than their longest line; other files are read whole.

    Args:
        stream: The file, open for reading bytes
        language: How it is written
        validator: What ``validator_for`` made of the schema

    Yields:
        What is wrong, in order of position

    Raises:
        ConfigurationError: If the schema refers to something that it does not hold

    Side Effects:
        - Reads the stream

    Example:
        errors = list(validated(io.BytesIO(b"{}"), "json", validator_for(schema)))
    """
    if language == "jsonl":
        yield from _of_lines(stream, validator)
        return
    data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        yield DataError(1, 1, f"the file has more than {_LARGEST // 2**20} MiB, too much for one document")
        return
    text = yield from _decoded(data, allows_mark=language == "yaml")
    if text is None:
        return
    if not text.strip():
        yield DataError(1, 1, _EMPTY)
    elif language == "yaml":
        yield from _of_yaml(text, validator)
    else:
        yield from _of_json(text, validator)


def limited(errors: Iterator[DataError], most: int) -> Iterator[DataError]:
    """Stop after some errors, and say so.

    Args:
        errors: The errors of one file
        most: How many to keep; 0: all

    Yields:
        The errors, and where there are more, a last one at the place of the next

    Example:
        errors = list(limited(validated(stream, "json", validator), 100))
    """
    for count, error in enumerate(errors, 1):
        if most and count > most:
            kept = "error is" if most == 1 else "errors are"
            yield DataError(error.line, error.column, f"more is wrong from here on; only {most} {kept} reported")
            return
        yield error


def _decoded(data: bytes, *, allows_mark: bool, line: int = 1) -> Generator[DataError, None, str | None]:
    """The text of bytes; what is wrong with them is yielded, None where they are no text."""
    marked = data.startswith(_MARK)
    if marked and not allows_mark:
        yield DataError(line, 1, _MARKED)
    body = data[3:] if marked else data
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        before = body[: error.start].decode("utf-8")
        row, column = Lines(before).at(len(before))
        hint = "; it looks like UTF-16, save it as UTF-8" if data[:2] in _UTF_16 else ""
        yield DataError(line + row - 1, column, f"the byte 0x{body[error.start]:02x} is no valid UTF-8{hint}")
        return None


def _of_json(text: str, validator: Validator, line: int = 1) -> Iterator[DataError]:
    try:
        document = read_json(text)
    except BadDataError as error:
        yield _bad(error, text, line)
        return
    yield from _checked(document, validator, text, line)


def _of_yaml(text: str, validator: Validator) -> Iterator[DataError]:
    count = 0
    try:
        for document in read_yaml(text):
            count += 1
            yield from (_with_hint(error, text) for error in _checked(document, validator, text))
    except BadDataError as error:
        yield _bad(error, text)
        return
    if not count:
        yield DataError(1, 1, _EMPTY)


def _with_hint(error: DataError, text: str) -> DataError:
    """Numbers that YAML 1.1 takes for text do not look like text."""
    if _YAML_NUMBER.search(error.message) is None or not _is_plain(text, error):
        return error
    return replace(error, message=f"{error.message}; YAML reads a number only with point and sign, as in 1.0e-5")


def _is_plain(text: str, error: DataError) -> bool:
    line = re.split(r"\r\n?|\n", text, maxsplit=error.line)[error.line - 1]
    return line[error.column - 1 : error.column] not in ("'", '"')


def _of_lines(stream: BinaryIO, validator: Validator) -> Iterator[DataError]:
    number, first = 0, True
    while data := stream.readline(_LARGEST + 1):
        number += 1
        if not data.strip():
            continue
        if len(data) > _LARGEST:
            yield DataError(number, 1, f"the line has more than {_LARGEST // 2**20} MiB, too much for one document")
            while data and not data.endswith(b"\n"):
                data = stream.readline(_LARGEST)
            first = False
            continue
        text = yield from _decoded(data.rstrip(b"\r\n"), allows_mark=number > 1, line=number)
        if first and text is not None and text.strip() in ("{", "["):
            # a whole file that is one document would give an error on each of its lines
            message = "the line ends inside a value; JSON Lines have one whole value on each line"
            yield DataError(number, len(text) + 1, message)
            return
        if text is not None and text.strip():
            yield from _of_json(text, validator, number)
        first = False
    if first:
        yield DataError(1, 1, _EMPTY)


def _bad(error: BadDataError, text: str, line: int = 1) -> DataError:
    row, column = Lines(text).at(error.offset)
    return DataError(row + line - 1, column, error.message, path_text(error.path))


def _checked(document: Document, validator: Validator, text: str, line: int = 1) -> Iterator[DataError]:
    """What is wrong in one document, in order of position."""
    try:
        found = list(islice(mismatches(validator, document.value), _MOST))
    except RecursionError:
        yield DataError(line, 1, "the data is nested too deeply to be checked")
        return
    if not found and not document.remarks:
        return
    at: dict[int, list[Mismatch | Remark]] = {}
    for remark in document.remarks:
        at.setdefault(remark.offset, []).append(remark)
    odd = set(at)
    places = document.locate({item.path for item in found})
    for item in found:
        place = places[item.path]
        # a value that is no data has its error already
        if item.at_key or place.value not in odd:
            at.setdefault(place.key if item.at_key else place.value, []).append(item)
    lines = Lines(text)
    for offset in sorted(at):
        row, column = lines.at(offset)
        for entry in at[offset]:
            yield DataError(row + line - 1, column, entry.message, path_text(entry.path))
