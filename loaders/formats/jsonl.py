"""JSON Lines: one source a line, as an object with `id` or `url`, and `text` or `html`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import SourceError

SUFFIXES = frozenset({".jsonl", ".ndjson"})
_TYPES = {
    dict: "an object", list: "a list", str: "a string", int: "a number", float: "a number", bool: "true or false",
    type(None): "null",
}  # fmt: skip
_HALF = re.compile("[\ud800-\udfff]")  # of a character that JSON writes as two
_FIELDS = ("id", "text", "html", "title", "published", "publisher", "url")


@dataclass(frozen=True, slots=True)
class Record:
    """One line's object; a field that it lacks is None."""

    id: str | None = None
    text: str | None = None
    html: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None

    @property
    def name(self) -> str:
        """What its facts name as the source: the id, else the URL."""
        return self.id or self.url or ""


def lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines of a file that are not blank, with their numbers from 1; the file is never held whole."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
                if line.strip():
                    yield number, line.strip()
    except OSError as error:
        raise SourceError(f"{path}: cannot be read: {error.strerror or error}") from None


def parse(line: bytes, where: str) -> Record:
    """The record of one line.

    Raises SourceError, naming file and line as `where`, of one that is no such object.

    >>> parse('{"id": "a1", "text": "Bộ Y tế báo cáo."}'.encode(), "tin.jsonl:1").name
    'a1'
    """
    try:
        value = json.loads(line)
    except UnicodeDecodeError as error:
        raise SourceError(f"{where}: invalid UTF-8 at byte {error.start} of the line; JSON Lines are UTF-8") from None
    except json.JSONDecodeError as error:
        raise SourceError(
            f"{where}: no JSON object at character {error.pos} ({error.msg}); give one whole object on each line"
        ) from None
    except RecursionError:
        raise SourceError(f"{where}: the JSON is nested too deeply; give one flat object on each line") from None
    except ValueError as error:  # a number of thousands of digits
        raise SourceError(f"{where}: the JSON cannot be read ({error}); give numbers as numbers go") from None
    if not isinstance(value, dict):
        raise SourceError(f"{where}: this is {_TYPES[type(value)]}; give an object with `id` and `text` on each line")
    fields: dict[str, str | None] = {}
    for field in _FIELDS:
        got = value.get(field)
        if field == "id" and isinstance(got, int) and not isinstance(got, bool):
            got = str(got)
        if got is not None and not isinstance(got, str):
            raise SourceError(f"{where}: `{field}` is {_TYPES[type(got)]}; give it as a string")
        if got and (half := _HALF.search(got)):
            raise SourceError(
                f"{where}: `{field}` has half a character (\\u{ord(half[0]):x} at {half.start()}); write the line anew"
            )
        fields[field] = got if got and got.strip() else None
    record = Record(**fields)
    if not record.name:
        raise SourceError(f"{where}: neither `id` nor `url`; give each object one, its facts are filed under it")
    if record.text is None and record.html is None:
        raise SourceError(f"{where} ({record.name}): neither `text` nor `html`, or blank; nothing to read")
    return record
