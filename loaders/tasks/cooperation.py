"""Who helps: "phối hợp với Bộ X, lực lượng chức năng làm …", by their names, those without a name as printed."""

from __future__ import annotations

import re

from loaders.tasks import doers
from loaders.tasks.masked import Masked
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON, PROGRAMME, WHOEVER
from loaders.words.flat import Pattern
from loaders.words.keyed import Keyed

_WITH = Keyed(
    r"\b(?:(?P<plain>tham gia(?:\s\w+){0,2}\s+voi|cung voi|hop tac voi)"
    r"|phoi hop(?:\s+(?:chat che|dong bo|hieu qua|thuong xuyen))*\s*(?:,\s*hop tac\s*)?(?P<beside>voi|cung)?)\s+",
    "tham gia|cung voi|hop tac voi|phoi hop",
)
_ALONG = Keyed(  # "cùng Bộ X ban hành …", "chủ trì, cùng Bộ X soạn …"
    rf"(?:\A|(?<=, ))cung\s+(?:cac\s+)?(?P<who>{WHOEVER})\s", "cung"
)
_OF_THEM = Keyed(  # "có sự phối hợp của Bộ X", "với sự tham gia của …"
    rf"\bsu\s+(?:tham gia|phoi hop|ho tro|vao cuoc)(?:\s+\w+){{0,2}}?\s+(?:cua|tu)\s+(?:cac\s+)?(?P<who>{WHOEVER})",
    "tham gia|phoi hop|ho tro|vao cuoc",
)
_NAMED = re.compile(rf"(?:cac\s+)?(?P<who>{WHOEVER})")
_FURTHER = re.compile(r"\s*(?:,|\bva\b|,\s*va\b)\s*")
_WORD = re.compile(r"[^\s,;.:()\"]+(?=[\s,;.:()\"]|$)")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_NOBODY = Pattern(
    r"(?:việc|quá trình|công tác|theo|trong|để|nhằm|khi|nhau|tại|trên|và|các nhiệm vụ|quy định|kế hoạch)\b"
)
_NAMES = frozenset((ACTOR, PERSON, DOCUMENT, PROGRAMME))
_BARE = ("co quan", "don vi", "to chuc", "bo phan", "ben")  # a verb behind it tells which: "cơ quan đăng ký đất đai"
_MOST = 9  # words of a phrase without a name


def helpers(page: Masked, start: int, end: int) -> tuple[str, ...]:
    """Those with whom the work in a stretch is done."""
    found: list[str] = []
    for form in (_ALONG, _OF_THEM):
        for along in form.finditer(page.mask[start:end]):
            found += page.names(start + along.start("who"), start + along.end("who"))
    for match in _WITH.finditer(page.mask, start, end):
        at = match.end()
        named = _NAMED.match(page.mask, at, end)
        if named:
            found += _of_names(page, named, end)
            while following := _behind_units(page, named, end):
                named = following
                found += _of_names(page, named, end)
            more = _FURTHER.match(page.mask, named.end(), end)
            if not more:
                continue
            at = more.end()
        if match["plain"] or ((not match["beside"] or named) and not doers.is_doer(page, at, end)):
            continue
        phrase = _up_to_work(page, at, end)
        found += [phrase] if phrase else []
    return tuple(dict.fromkeys(found))


def _behind_units(page: Masked, named: re.Match[str], end: int) -> re.Match[str] | None:
    """Who follows a body with its units in brackets: "Bộ Công an (C06, A05), Bộ Y tế"."""
    units = _ASIDE.match(page.mask, named.end(), end)
    further = _FURTHER.match(page.mask, units.end(), end) if units else None
    return _NAMED.match(page.mask, further.end(), end) if further else None


def _of_names(page: Masked, named: re.Match[str], end: int) -> list[str]:
    """The names; the last of them, a group's, with what tells which one: "các cơ quan chức năng của Nhà nước"."""
    names = list(page.names(named.start("who"), named.end("who")))
    mentions = list(page.mentions(named.start("who"), named.end("who")))
    if mentions and mentions[-1].kind == "group" and page.mask[named.end() : named.end() + 1] == " ":
        told = _up_to_work(page, named.end() + 1, end)
        if told:
            names[-1] = f"{mentions[-1].name} {told}"
    return names


def _up_to_work(page: Masked, start: int, end: int) -> str | None:
    """The words from `start` to the next verb of work; None where none follows so soon, or it follows at once."""
    if page.match(_NOBODY, start, end):
        return None
    at = start
    for _ in range(_MOST):
        if page.begins_work(at, end) and page.mask[start:at].strip() not in _BARE:
            return " ".join(page.text[start:at].split()) or None
        word = _WORD.match(page.mask, at, end)
        if word is None or word[0][0] in _NAMES:
            return None
        aside = _ASIDE.match(page.mask, word.end(), end)
        if aside and page.begins_work(aside.end() + 1, end):
            return " ".join(page.text[start : word.end()].split())
        comma = _FURTHER.match(page.mask, word.end(), end)
        at = comma.end() if comma and doers.is_doer(page, comma.end(), end) else word.end() + 1
    return None
