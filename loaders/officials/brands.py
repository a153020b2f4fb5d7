"""Firms that nothing but their capitals tells, beside a post: "CEO MISA Lê Hồng Quang", "chủ tịch VINASA"."""

from __future__ import annotations

import re

from kg.folding import UPPER
from loaders.agencies.name_words import NameWords
from loaders.officials import persons
from loaders.officials.tenures import Title
from loaders.words.flat import Flat, steady

_SCOPE = re.compile(r" (?P<of>(?:(?:khu vực|thị trường|phụ trách) [^.,;()]{3,40}? )?của )?")
_FIRM = re.compile(rf"[{UPPER}][\w&.-]*(?: [{UPPER}][\w&.-]*){{0,4}}(?=[,.;)\n]| -| (?!\w)| [^\W\d_{UPPER}])")
_BRANDS = tuple(  # of one to three words
    re.compile(rf" (?P<first>[{UPPER}][\w&.-]+)(?: [{UPPER}][\w&.-]+){{{more}}}(?= [{UPPER}])") for more in range(3)
)
_PAPER = re.compile(rf" (?:của )?(?P<head>Báo|báo|Tạp chí|tạp chí|Thời báo|Nhật báo) (?=[{UPPER}])")
_WORD = re.compile(r"[^\W_][\w&.-]*")
_MOST = 6  # words of a paper's name


def paper(flat: Flat, at: int) -> tuple[int, str] | None:
    """The paper that a post is of, and where its name ends: "Tổng Biên tập Báo Thanh tra"."""
    head = _PAPER.match(flat.text, at)
    words, end = NameWords(flat), head.end() if head else at
    if head is None:
        return None
    for count in range(_MOST):
        word = _WORD.match(flat.text, end)
        if word is None or (count and persons.vietnamese(flat, end)):
            break
        if not word.group()[0].isupper() and words.closes(end, word.group()):
            break
        last, end = word.end(), word.end() + 1
        if flat.text[last : last + 1] != " ":
            break
    return last, f"{head['head'][0].upper()}{head['head'][1:]} {steady(flat.text[head.end() : last])}"


def before_name(flat: Flat, title: Title) -> tuple[int, int] | None:
    """The name behind a brand that the post is then of: "CEO MISA Lê Hồng Quang"."""
    for brand in _BRANDS:
        match = brand.match(flat.text, title.end)
        end = persons.vietnamese(flat, match.end() + 1) if match and flat.text[match.end()] == " " else None
        if match is None or end is None or persons.is_syllable(match["first"]):
            continue
        if not persons.begins_province(flat, flat.text.rfind(" ", 0, match.end()) + 1):
            title.agency, title.end = match.group().strip(), match.end()
            return match.end() + 1, end
    return None


def after(flat: Flat, title: Title) -> None:
    """Takes capitals after a post as the name of its body: "chủ tịch VINASA"."""
    scope = _SCOPE.match(flat.text, title.end) if title.agency is None else None
    match = _FIRM.match(flat.text, scope.end()) if scope else None
    if scope is None or match is None:
        return
    foreign = not persons.is_syllable(match.group().split()[0])
    named = foreign or " " in match.group() or match.group()[1:2].isupper()
    if named and persons.vietnamese(flat, scope.end()) is None and (foreign or not scope["of"]):
        title.agency, title.end = match.group(), match.end()
