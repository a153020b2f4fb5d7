"""Groups without a name of their own, as printed: "các bộ, ngành, địa phương", "UBND các tỉnh, thành phố".

A group goes as far as its nouns and what marks them off ("có liên quan", "trực thuộc Trung ương"); a new "các" begins
another one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders import marks, tables
from loaders.flat import Flat, Pattern, steady

_JOIN = r"(?:, ?và |, ?hoặc |, | và |/| - |-| hoặc |,)"
_LOCAL = r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|tỉnh ủy|thành ủy|văn phòng ubnd|sở|công an|mttq)"
_LEVELS = (
    r"(?:tỉnh/thành phố|tỉnh, ?thành phố|tỉnh và thành phố|tỉnh, ?thành|tỉnh thành|thành phố|tỉnh|quận, ?huyện|quận huyện|huyện|quận|"
    r"thị xã|thị trấn|phường, ?xã|xã, ?phường|phường xã|xã|phường|đặc khu|địa phương|cấp)"
)
_PLACES = (
    rf"{_LEVELS}(?:{_JOIN}{_LEVELS})*(?: trực thuộc trung ương| thuộc tỉnh| thuộc thành phố| trên địa bàn(?: tỉnh)?)?"
)
_LEADERS = (
    r"(?:(?:các )?(?:đồng chí )?(?:lãnh đạo|thủ trưởng|người đứng đầu|giám đốc|đại diện|chủ tịch|bộ trưởng|thường trực|"
    r"bí thư|trưởng|chánh văn phòng|cán bộ|công chức))"
)
_HEADED = r"(?:các )?bộ trưởng(?:, ?| và )(?:các )?thủ trưởng (?:các )?cơ quan ngang bộ"
_OF_GOVERNMENT = r"(?:(?:, | và )(?:(?:các )?thủ trưởng )?(?:các )?cơ quan thuộc chính phủ)?"

_CAREFUL = frozenset(
    ["bộ", "ban", "sở", "xã", "hội", "tỉnh", "quận", "viện", "đài", "báo", "cấp", "cục", "vụ", "phòng", "ngành", "khối", "huyện", "phường", "trường", "tổ"]
)


@dataclass(frozen=True, slots=True)
class Group:
    """A nameless group in a flat text."""

    start: int
    end: int


@cache
def _pattern() -> Pattern:
    noun = _nouns()
    end = _alternation("group_ends")
    nouns = rf"(?:{noun})(?!\w)(?:{_JOIN}(?:các )?(?:{noun})(?!\w))*"
    plural = rf"(?:tất cả |toàn bộ |toàn thể )?(?:các|những|mọi|từng|mỗi) {nouns}(?: (?:{end})(?!\w)){{0,3}}"
    several = (
        rf"(?<!cấp )(?<!của )(?!(?:tỉnh|huyện|xã|phường|thành phố|cấp|quận)(?:,| và|/))(?:{noun})(?!\w)"
        rf"(?:{_JOIN}(?:{noun})(?!\w))+(?: (?:{end})(?!\w)){{0,3}}"
    )
    marked = (
        r"(?:cơ quan|đơn vị|tổ chức|bộ, ngành)(?: (?:khác )?(?:có )?liên quan| ngang bộ| thuộc chính phủ| được giao(?: chủ trì)?"
        r"(?: nhiệm vụ)?| chức năng| có thẩm quyền)(?!\w)"
    )
    places = rf"{_LOCAL}(?:(?:, | và |/){_LOCAL})* (?:(?:tất cả )?các (?:{_PLACES}|cấp)|cùng cấp|các cấp|cấp (?:tỉnh|huyện|xã)|"
    places += r"tỉnh(?:, |/| và )thành phố(?: trực thuộc trung ương)?|(?:xã|phường|quận|huyện)(?:, |/| và )(?:xã|phường|quận|huyện|thị xã|thị trấn)(?:(?:, |/| và )(?:xã|phường|thị xã|thị trấn|đặc khu))*)"
    places += rf"(?:(?: |, ){_LEVELS}(?: trực thuộc trung ương)?)?(?: trực thuộc trung ương)?"
    leaders = rf"{_LEADERS} (?:(?:{places})|(?:{plural})|(?:{several})|(?:{marked}))"
    return Pattern(
        rf"(?<!\w)(?:{_HEADED}{_OF_GOVERNMENT}|các bộ trưởng(?!\w)|{leaders}|(?:các )?{places}|{plural}|{several}|{marked})"
        r"(?!\w)"
    )


def _nouns() -> str:
    """The nouns as one alternation, the longest first, none that goes on as another word ("các trường hợp")."""
    others = {steady(word): value.split() for word, value in tables.printed_values("group_not").items()}
    parts = []
    for noun in _alternation("group_nouns").split("|"):
        last = noun.rsplit(" ", 1)[-1]
        follows = others.get(noun) or others.get(last)
        parts.append(noun + (rf"(?! (?:{'|'.join(follows)})(?!\w))" if follows else ""))
    return "|".join(parts)


def _alternation(table: str) -> str:
    phrases = sorted({steady(phrase).lower() for phrase in tables.printed(table)}, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", " ") for phrase in phrases)


_LAST = re.compile(r"(?:, ?| và |/| - |-| hoặc )(?=[^,/-]*$)")


def _without_named(flat: Flat, start: int, end: int) -> int:
    """Where the group ends when its last noun is the head of a named body ("các bộ, ngành, Bộ Công an")."""
    following = flat.text[end : end + 2]
    if len(following) < 2 or following[0] != " " or not following[1].isupper():
        return end
    last = _LAST.search(flat.text[start:end])
    if last is None:
        return start if flat.text[start].isupper() and flat.lower[start] not in "cnmt" else end
    if flat.text[start + last.end()].isupper():
        end = start + last.start()
        return end if " " in flat.text[start:end] or "," in flat.text[start:end] else start
    return end


def find(flat: Flat) -> tuple[Group, ...]:
    """The groups, in order; none within another."""
    found: list[Group] = []
    after = 0
    for start, _, _ in marks.find(flat)[marks.GROUPS]:
        if start < after:
            continue
        match = _pattern().match(flat, start)
        if match:
            end = _without_named(flat, start, match.end())
            if end > start:
                found.append(Group(start, end))
                after = end
    return tuple(found)
