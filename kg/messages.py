"""Messages of errors in Vietnamese, from messages.csv.

A row has the English message as it is raised, with names in braces for what is filled in, and the Vietnamese one. A row
with a `part` tells how what fills the place of that name is written. A message without a row stays in English.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from kg.errors import KgError


@cache
def table() -> tuple[tuple[str, str, str], ...]:
    """The rows: part, English, Vietnamese."""
    with (Path(__file__).parent / "messages.csv").open(encoding="utf-8", newline="") as lines:
        return tuple((row["part"], row["en"], row["vi"]) for row in csv.DictReader(lines))


@cache
def _patterns() -> dict[str, tuple[tuple[re.Pattern[str], str], ...]]:
    """The patterns of each part, those with most letters first."""
    found: dict[str, list[tuple[int, re.Pattern[str], str]]] = {}
    for part, en, vi in table():
        pieces = re.split(r"\{(\w+)\}", en)
        pattern = "".join(f"(?P<{p}>.*?)" if at % 2 else re.escape(p) for at, p in enumerate(pieces))
        found.setdefault(part, []).append((-sum(map(len, pieces[::2])), re.compile(pattern, re.DOTALL), vi))
    return {part: tuple((p, vi) for _, p, vi in sorted(rows, key=lambda r: r[0])) for part, rows in found.items()}


def told(error: KgError, lang: str) -> str:
    """What an error says in a language.

    >>> told(KgError("xx: no agency, office or group goes by it; `kg search` finds what the store holds"), "vi")
    'xx: không có cơ quan, chức danh hoặc nhóm cơ quan nào mang tên này; hãy tìm trong kho dữ liệu bằng `kg search`'
    """
    return _vietnamese(str(error), "") if lang == "vi" else str(error)


def expected(what: str, lang: str) -> str:
    """What may be given for a parameter, in a language.

    >>> expected("a day such as 2024-02-29", "vi")
    'ngày, ví dụ 2024-02-29'
    """
    return _vietnamese(what, "expected") if lang == "vi" else what


def usage(message: str, lang: str) -> str:
    """What click says of a command that is not written as it must be, in a language.

    >>> usage("No such option '--jsn'. Did you mean '--json'?", "vi")
    "không có tùy chọn '--jsn'. Có phải là '--json'?"
    """
    return _vietnamese(message, "usage") if lang == "vi" else message


def helped(text: str, lang: str) -> str:
    """A heading or an explanation of the help, in a language.

    >>> helped("Options", "vi"), helped("Only this kind.", "en")
    ('Tùy chọn', 'Only this kind.')
    """
    return _vietnamese(text, "help") if lang == "vi" else text


def _vietnamese(text: str, part: str) -> str:
    for pattern, vi in _patterns().get(part, ()):
        match = pattern.fullmatch(text)
        if not match:
            continue
        filled = {name: _vietnamese(value, _PARTS.get(name, name)) for name, value in match.groupdict().items()}
        if filled.get("expected") == match.groupdict().get("expected", ""):
            continue  # "… is …, not …" is said of much: only what a value has to be is told by that row
        return vi.format(**filled)
    return text


_PARTS = {"last": "what", "message": "", "said": "usage"}  # a list's end is as its beginning; a message in a message
