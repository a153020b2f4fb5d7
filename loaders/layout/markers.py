"""The markers of an outline ("Điều 1.", "II.", "a)", "-"): how high each stands and which place it opens.

The order of parts follows Decree 30/2020/NĐ-CP, Annex I, with the dashes and circles that documents add to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.model import Place
from kg.places import within_article

_ROMAN = r"(?:x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3}|l)"
# (level, name of the marker, its pattern on folded text); a lower level stands above a higher one
_MARKERS: tuple[tuple[float, str, re.Pattern[str]], ...] = (
    (0, "annex", re.compile(r"phu luc(?:\s+(?:so\s+)?(?P<n>[ivxl]+|\d{1,2}[a-z]?|[a-z]))?\b(?=\s*(?:$|[.:(\n-]))")),
    (1, "part", re.compile(rf"phan\s+(?:thu\s+)?(?P<n>{_ROMAN}|\d{{1,2}}|nhat|hai|ba|tu|nam)\b")),
    (2, "chapter", re.compile(rf"chuong\s+(?P<n>{_ROMAN}|\d{{1,2}})\b")),
    (3, "section", re.compile(rf"(?:tieu\s+)?muc\s+(?P<n>\d{{1,2}}|{_ROMAN})\b(?=\s*(?:$|[.:\n-]))")),
    (4, "article", re.compile(r"dieu\s+(?P<n>\d{1,3}[a-z]?)\s*(?:[.:]|$)")),
    (3, "roman", re.compile(rf"(?!v/v\b)(?P<n>{_ROMAN})\s*[./)-]\s*(?=\S)")),
    (2.5, "letter", re.compile(r"(?P<n>[a-h])\.\s+(?=\S)")),
    (7, "decimal", re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})(?:\s*[.)]|-)?\s+(?=\S)")),
    (6, "number", re.compile(r"(?P<n>\d{1,3}[a-z]?)\s*(?:[.)/]|-(?!\s*\d))(?!\d)\s*(?=\S)")),
    (8, "point", re.compile(rf"(?P<n>[a-z]\d?|{_ROMAN})(?:\s*[)]\s*|[./-]\s+)(?=\S)")),
    (8, "bracket", re.compile(rf"\((?P<n>\d{{1,2}}|[a-z]|{_ROMAN})\)\s*(?=\S)")),
    (9, "dash", re.compile(r"[-*\u2022\u25aa\u25cf\u00b7\uf0b7]\s*(?=\S)")),
    (10, "plus", re.compile(r"[+o\u25cb]\s+(?=\S)")),
)
_CAPITAL_ONLY = {"roman", "letter"}  # these markers count only in capitals: "I.", "A."
_FIRST = ("", "1", "a", "i")  # numbers that begin a list; dashes have none
_MARKED = re.compile(
    r"phu luc|phan |chuong |muc |tieu muc|dieu |[ivxl]+\s*[./)-]|[a-z]\d?[.)/-]|o "
    r"|[\d(*+\u2022\u25aa\u25cf\u00b7\uf0b7\u25cb-]"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """What a block begins with: the kind of marker, its level (a lower one stands above a higher) and its number."""

    name: str
    level: float
    number: str

    @property
    def is_first(self) -> bool:
        """Whether a list may begin with it."""
        return self.number.lower() in _FIRST


def find(original: str, text: str, start: int) -> Marker | None:
    """The marker at the beginning of a block: `text` is the folded block, which starts at `start` of the original."""
    if not _MARKED.match(text):
        return None
    for level, name, pattern in _MARKERS:
        match = pattern.match(text)
        if not match:
            continue
        number = match.groupdict().get("n") or ""
        printed = original[start + match.start("n") : start + match.end("n")] if number else ""
        if name in _CAPITAL_ONLY and not printed.isupper():
            continue
        if name == "decimal" and number.count(".") > 1:
            level += 0.3
        if name == "annex" and not original[start : start + 7].isupper() and len(text) > 80:
            continue
        return Marker(name, level, printed)
    return None


def place(before: Place, marker: Marker) -> Place:
    """The place in the document that a block with this marker opens, `before` being that of the block above it."""
    number = marker.number
    match marker.name:
        case "annex":
            return Place(annex=f"Phụ lục {number}".strip(), page=before.page)
        case "part":
            return Place(part=f"Phần {number}", annex=before.annex, page=before.page)
        case "chapter":
            return Place(part=f"Chương {number}", annex=before.annex, page=before.page)
        case "section" | "roman" | "letter":
            # a section inside "Điều 1. Phê duyệt …" is part of that article
            return Place(part=f"Mục {number}", article=before.article, annex=before.annex, page=before.page)
        case "article":
            part = before.part if before.article is None else _chapter(before.part)
            return replace(before, part=part, article=number, clause=None, point=None)
        case "number" | "decimal":
            return replace(before, clause=number, point=None)
        case "point":
            return replace(before, point=number)
    return before


def _chapter(part: str | None) -> str | None:
    """The chapter or section that goes on over the next article; a section inside the article before ends with it."""
    return part if part and not within_article(part) else None
