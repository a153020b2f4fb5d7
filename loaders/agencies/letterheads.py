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


def above(text: str, number: int) -> str | None:
    """The body in the last line above a document's number, as it is written elsewhere; None where that names none.

    A commission of a Party committee is told with the committee that stands above it.

    >>> above("PHÒNG GD&ĐT HUYỆN KIM SƠN\\nTRƯỜNG THCS KIM ĐÔNG\\nSố: 7/TB-THCS", 47)
    'Trường THCS Kim Đông'
    >>> above("THÀNH ỦY HẢI PHÒNG\\nBAN TỔ CHỨC\\nĐẢNG CỘNG SẢN VIỆT NAM\\nSố: 7-CV/BTC", 54)
    'Ban Tổ chức Thành ủy Hải Phòng'
    """
    lines = [line.split("\t")[0].strip(" *_-") for line in text[:number].split("\n")[:-1]]
    lines = [line for line in lines if not _MOTTO.fullmatch(fold(line))][-2:]
    if not lines or not lines[-1].isupper():
        return None
    own, whole = lines[-1], lines[0] if len(lines) > 1 and lines[0].isupper() else ""
    commission = registry.load().full_name(f"{own}{_OF_THE_CENTRE}")
    if commission and fold(whole) == _CENTRAL:
        return commission
    committee = _named(whole) if commission and _COMMITTEE.match(fold(whole)) else None
    if commission and committee:
        return f"{commission.removesuffix(_OF_THE_CENTRE)} {committee}"
    return _named(own)


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
