"""Programmes known by a title: in another language ("chương trình Digital India"), or a movement's in quotation marks.

A title in another language is the name by itself; a Vietnamese one keeps the word for what it is the title of
("Phong trào thi đua …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.folding import UPPER
from loaders.documents import titles
from loaders.documents.programme_names import Named, several
from loaders.officials import persons
from loaders.reading import Reading, Unit
from loaders.words.clauses import begins_work

HEADS = ("phong trao", "cuoc van dong", "chien dich", "sang kien")  # named by their title alone
_HEAD = re.compile(rf"\b(?:{'|'.join(head.replace(' ', chr(92) + 's+') for head in HEADS)})\b")
_GAP = r"(?P<gap>(?:\s+[^\W\d_]+){0,8}?)\s*"
_QUOTED = re.compile(rf'{_GAP}"\s*(?P<title>[^"]{{3,180}}?)\s*"')
_APPOSED = re.compile(r'"\s*(?P<title>[^"]{3,80}?)\s*"\s*,\s*(?:mot\s+)?$')
_RUN = re.compile(
    rf"\s+(?P<title>(?:\d{{1,4}}\s+)?[{UPPER}][\w-]*(?:\s+(?:[{UPPER}][\w-]*|of|in|the|for|and|to|on|with|\d+\.\d+)(?![\w]))*)"
    r"(?P<called>\s*\([^()]{3,60}\))?(?P<year>\s+(?:20\d\d|\d\.0)(?![\w/]))?"
)
_CALLED = re.compile(r'"\s*([^"]{3,50}?)\s*"')
_LINKS = frozenset(("of", "in", "the", "for", "and", "to", "on", "with"))
_MADE = re.compile(
    r"\b(?:khoi\s+dong|trien\s+khai|thuc\s+hien|ban\s+hanh|phe\s+duyet|cong\s+bo|phat\s+dong|dua\s+ra|co|tham\s+gia|xay\s+dung|mang\s+ten)\s+$"
)
_LEAST = 5  # words of a campaign's name that tell it
_MOST_WORDS = 3  # between a movement and its title: "phong trào thi đua"


def heads(folded: str) -> Iterator[tuple[int, int, str]]:
    """Where a word for a movement or an initiative stands: start, end, the word."""
    if any(head in folded for head in HEADS):
        for match in _HEAD.finditer(folded):
            yield match.start(), match.end(), " ".join(match.group().split())


def read(reading: Reading, unit: Unit, start: int, end: int, head: str) -> Named | None:
    """The programme whose title stands beside the head at `start`–`end`; None where none does."""
    text, folded = reading.source.text, reading.folded
    if several(reading, unit, start):
        return None
    apposed = _APPOSED.search(folded, max(unit.start, start - 100), start)
    if apposed:
        title = " ".join(text[apposed.start("title") : apposed.end("title")].split())
        return Named(apposed.start(), end, head, title, 0.8) if _is_foreign(title) else None
    quoted = _QUOTED.match(folded, end, unit.end)
    if quoted:
        return _quoted(text, start, end, head, quoted)
    if head == "chien dich" and text[start].isupper() and start > unit.start:
        campaign = _campaign(reading, unit, start, end, head)
        if campaign:
            return campaign
    made = _MADE.search(folded, max(unit.start, start - 24), start) is not None
    return _run(text, unit, start, end, head) if made or head in (*HEADS, "chien luoc") else None


def _campaign(reading: Reading, unit: Unit, start: int, end: int, head: str) -> Named | None:
    """A campaign by what it does: "phát động Chiến dịch làm sạch dữ liệu phương tiện"."""
    text, folded = reading.source.text, reading.folded
    if not begins_work(folded, end + 1, unit.end):
        return None
    name = text[start : titles.end(text, folded, end, unit.end, accented=unit.accented)]
    return Named(start, start + len(name), head, " ".join(name.split()), 0.7) if len(name.split()) > _LEAST else None


def _quoted(text: str, start: int, end: int, head: str, quoted: re.Match[str]) -> Named | None:
    title = " ".join(text[quoted.start("title") : quoted.end("title")].split())
    if not (title[0].isupper() or title[0].isdigit()):
        return None
    if _is_foreign(title):
        return Named(start, quoted.end(), head, title, 0.85)
    gap = text[quoted.start("gap") : quoted.end("gap")]
    small = len(gap.split()) <= _MOST_WORDS and gap == gap.lower()
    if head not in HEADS or not small or " " not in title:
        return None
    name = f"{text[start].upper()}{text[start + 1 : end]} {gap} {title}"
    return Named(start, quoted.end(), head, " ".join(name.split()), 0.85)


def _run(text: str, unit: Unit, start: int, end: int, head: str) -> Named | None:
    """A title without quotation marks: capitals of another language, with what it is called in Vietnamese."""
    run = _RUN.match(text, end, unit.end) if head != "du an" else None  # projects: any building
    if run is None:
        return None
    words = run["title"].split()
    while words and words[-1].lower() in _LINKS:
        words.pop()
    if len(words) < 2 or not _is_foreign(" ".join(words)) or all(word == word.upper() for word in words):
        return None
    stop = run.end("title") if run["year"] is None else run.end("year")
    name = " ".join(words) + (f" {run['year'].strip()}" if run["year"] else "")
    called = _CALLED.search(run["called"].replace("“", '"').replace("”", '"')) if run["called"] else None
    alias = f"{text[start].upper()}{text[start + 1 : end]} {' '.join(called[1].split())}" if called else None
    return Named(start, stop, head, name, 0.8, alias)


def _is_foreign(title: str) -> bool:
    """Whether a title is of another language: a word of it is built as no Vietnamese syllable is."""
    words = [word for word in re.findall(r"[^\W\d_]+", title) if len(word) > 2]
    other = sum(_foreign_word(word) for word in words)
    return bool(words) and title.isascii() and other * 2 >= len(words)


def _foreign_word(word: str) -> bool:
    return word.isascii() and len(word) > 2 and not persons.is_syllable(word)
