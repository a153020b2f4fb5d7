"""A body as a letterhead prints it, all in capitals, where it is none that the rules for names know there."""

from __future__ import annotations

import re

from kg import registry
from kg.folding import fold
from loaders import tables
from loaders.words.abbreviations import spell_out

_LEVELS = frozenset(("tỉnh", "huyện", "quận", "xã", "phường", "thị", "trấn"))
_VOWELS = frozenset("aeiouy")
_PARTY = "dang cong san viet nam"
_CENTRAL = "ban chap hanh trung uong"
_MOTTO = re.compile(rf"{_PARTY}|cong hoa xa hoi chu nghia viet nam|doc lap\b.*|[\W_]*")
_COMMITTEE = re.compile(r"(?:tinh|thanh|huyen|quan|thi|dang) uy\b")
_OF_THE_CENTRE = " Trung ương"


def tells_little(name: str | None) -> bool:
    """Whether what a letterhead names above its number is nobody, the Party, or its Central Committee.

    The Party's name is the motto there, and the Central Committee stands above its commissions.
    """
    return name is None or fold(name) in (_PARTY, _CENTRAL)


def commission(text: str, number: int) -> str | None:
    """The commission of a Party committee that the last two lines above a number name; None where they name none.

    >>> commission("THÀNH ỦY HẢI PHÒNG\\nBAN TỔ CHỨC\\nĐẢNG CỘNG SẢN VIỆT NAM\\nSố: 7-CV/BTC", 54)
    'Ban Tổ chức Thành ủy Hải Phòng'
    """
    whole, own = _last_lines(text, number)
    named_so = whole and fold(own).startswith(("ban ", "uy ban "))
    central = registry.load().full_name(f"{own}{_OF_THE_CENTRE}") if named_so else None
    if central is None or fold(whole) == _CENTRAL:
        return central
    committee = _named(whole) if _COMMITTEE.match(fold(whole)) else None
    return f"{central.removesuffix(_OF_THE_CENTRE)} {committee}" if committee else None


def above(text: str, number: int) -> str | None:
    """The body in the last line above a document's number, as it is written elsewhere; None where that names none.

    >>> above("PHÒNG GD&ĐT HUYỆN KIM SƠN\\nTRƯỜNG THCS KIM ĐÔNG\\nSố: 7/TB-THCS", 47)
    'Trường THCS Kim Đông'
    """
    own = _last_lines(text, number)[1]
    return _named(own) if own else None


def _last_lines(text: str, number: int) -> tuple[str, str]:
    """The last two lines above a number, without mottos; "" for one that is not in capitals."""
    lines = [line.split("\t")[0].strip(" *_-") for line in text[:number].split("\n")[:-1]]
    lines = [line for line in lines if not _MOTTO.fullmatch(fold(line))]
    whole, own = (line if line.isupper() else "" for line in ("", "", *lines)[-2:])
    return whole, own


def _named(line: str) -> str | None:
    """The body that a line in capitals names, known to the registry or by the head of its name."""
    known = registry.load().full_name(line)
    if known:
        return known
    heads = (head for head in tables.printed("body_heads") if line.lower().startswith(f"{head.lower()} "))
    head = max(heads, key=len, default=None)
    if head is None:
        return None
    return spell_out(" ".join((head, *map(_written, line[len(head) :].split()))), {})


def _written(word: str) -> str:
    """A word in capitals as a name has it: an abbreviation as it is, a level of places small."""
    if word.lower() in _LEVELS:
        return word.lower()
    return word.capitalize() if _VOWELS & set(fold(word)) and "&" not in word else word
