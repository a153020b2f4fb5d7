"""Named bodies outside the registry: a head ("Cục", "Ban Chỉ đạo", "Tập đoàn") and the name that goes with it.

Where a name ends nothing marks. It begins with a capital, goes on in small letters, and ends at punctuation, at a word
that begins the sentence's verb (tables/name_ends.txt), or where another body, person, place or office begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from loaders import marks, tables
from loaders.flat import Flat, fold_name, steady

Rule = Literal["unit", "centre", "board", "firm", "society", "local", "part", "ministry", "press"]

_WORD = re.compile(r"(?P<gap>, | [-–—] | & | |/|-)?(?P<word>[^\W_][\w.&]*[\w&]|[^\W_])")
_LINKS = ("va", "&")
_MOST = 14  # words in a name
_LIST = re.compile(r"(?:, [^\W_][\w&]*(?: [^\W_][\w&]*){0,5}){1,4},? (?:và|va|&) ")
_BOARD_FIELDS = re.compile(
    r" (?:(?:quoc gia|trung uong|cai cach|ung dung|chuyen doi|doi moi|phong,? chong|lien nganh|dieu phoi|ve|co yeu)\b|"
    r"(?:xay dung|phat trien|trien khai|thuc hien) "
    r"(?!(?:ke hoach|bao cao|du thao|cac|quy che|nhiem vu|nhung|cong tac|co|theo|dong bo)\b))"
)
_NOT_ABOUT = re.compile(
    r" (?:viec|ket qua|tinh hinh|tien do|cong tac|nhung|cac|mot|noi dung|thuc hien|phe duyet|trien khai|ke hoach)\b"
)
_ACRONYM = re.compile(r" ?\((?:sau đây gọi tắt là |gọi tắt là |viết tắt là )?[A-ZĐ][A-Za-zĐđ&.-]{1,12}\)")
_RESOLUTION = re.compile(r" (?:số )?\d{1,3}(?:-?NQ/TW|-NQ-TW)?(?![\w/])")


@dataclass(frozen=True, slots=True)
class Body:
    """A body, office or group in a flat text, with its full name."""

    start: int
    end: int
    name: str
    kind: Literal["agency", "office", "group"] = "agency"
    type: str = ""  # its kind in the registry, or the rule that read it
    role: str | None = None  # of an office
    agency: str | None = None  # the body that an office is a post of
    head: str | None = None  # the head alone, of a body whose name the text leaves to its context


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a body's name in a flat text."""

    start: int
    end: int
    name: str  # as it is written in full: "Ủy ban nhân dân"
    rule: Rule


@cache
def _heads() -> dict[str, tuple[str, Rule]]:
    """The heads by their lower-case spelling: the first spelling of the table is the one to write, and the rule."""
    found: dict[str, tuple[str, Rule]] = {}
    for head, rule in tables.printed_values("body_heads").items():
        found.setdefault(steady(head).lower(), (_WRITTEN.get(head, head), rule))  # type: ignore[arg-type]
    return found


_WRITTEN = {
    "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "BCĐ": "Ban Chỉ đạo", "ĐH": "Đại học",
    "Trường ĐH": "Trường Đại học", "Công ty CP": "Công ty Cổ phần", "Ủy ban MTTQ": "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Ủy ban MTTQ Việt Nam": "Ủy ban Mặt trận Tổ quốc Việt Nam", "Đoàn ĐBQH": "Đoàn đại biểu Quốc hội",
    "Ủy ban Mặt trận Tổ quốc": "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Ủy ban Mặt trận tổ quốc": "Ủy ban Mặt trận Tổ quốc Việt Nam", "Bộ CHQS": "Bộ Chỉ huy quân sự",
}  # fmt: skip


@cache
def _ends() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words that end a name, spelt; the same folded; and the phrases of several words, by both."""
    spelt = {steady(word).lower() for word in tables.printed("name_ends")}
    return (
        frozenset(word for word in spelt if " " not in word),
        frozenset(fold_name(word) for word in spelt if " " not in word),
        frozenset(word for word in spelt if " " in word) | frozenset(fold_name(word) for word in spelt if " " in word),
    )


@cache
def _keeps() -> dict[str, tuple[str, ...]]:
    """The phrases that names are made of, spelt and folded, by their first word."""
    found: dict[str, dict[str, None]] = {}
    for phrase in map(str.lower, map(steady, tables.printed("name_keeps"))):
        for said in (phrase, fold_name(phrase)):
            found.setdefault(said.partition(" ")[0].rstrip(","), {})[said] = None
    return {first: tuple(phrases) for first, phrases in found.items()}


def heads(flat: Flat) -> list[Head]:
    """Every head in the text, also without a capital, from left to right."""
    found = []
    for start, end, spelling in marks.find(flat)[marks.HEADS]:
        name, rule = _heads()[spelling]
        if flat.text[start].islower() and rule != "local" and not _CALLED.match(flat.folded, start):
            continue
        following = _NEXT.match(flat.lower, end)
        if following and following[1] in _not_after().get(name, ()):
            continue
        printed = flat.text[start:end]
        if printed.isupper() and not name.isupper() and name not in _WRITTEN.values():
            continue  # a line of capitals: nothing tells where a name ends
        found.append(Head(start, end, name, rule))
    return found


# heads that stand in small letters for a body named before, with the verb that shows it
_CALLED = re.compile(
    r"(?:tap doan|to cong tac|ban chi dao|uy ban|tong cong ty|hiep hoi|tong cuc|bo|cuc|vien|cong ty|ngan hang|hoi dong|trung tam)"
    r" (?:da|dang|se|can|phai|duoc|cung|vua|chua|khong|van|con|tiep tuc|chu tri|phoi hop|de nghi|yeu cau|cho biet|khang dinh|"
    r"nhan manh|thong bao|bao cao|trinh|ban hanh|chi dao|giao|dat|co|nay)\b"
)
_NEXT = re.compile(r" (\w+)")


@cache
def _not_after() -> dict[str, frozenset[str]]:
    pairs = tables.printed_values("body_not").items()
    return {head: frozenset(words.split()) | frozenset(map(fold_name, words.split())) for head, words in pairs}


def tail(
    flat: Flat,
    head: Head,
    other: Callable[[int], bool],
    at_place: Callable[[int], bool] = lambda _: False,
    small: bool = False,
) -> int | None:
    """Where the name of which `head` is the beginning ends; None where no name follows.

    `other` says whether another body, place, person or office begins at a position, `at_place` whether a place does;
    `small` allows a name without a capital, since a post stands before it ("vụ trưởng Vụ thanh toán").
    """
    if head.rule == "press":
        return None
    line_end = flat.border(flat.line(head.start))[1]
    text = flat.text
    at, end, words, capital = head.end, head.end, 0, False
    about = head.rule == "board"
    free = False  # after "về" verbs are part of the field
    while words < _MOST:
        match = _WORD.match(text, at, line_end)
        if not match or (match["gap"] is None):
            break
        word, gap, start = match["word"], match["gap"], match.start("word")
        upper = word[0].isupper()
        if words == 0 and gap != " ":
            break
        if other(start) and not (words == 0 and head.rule in ("firm",)):
            break
        low, plain = flat.lower[start : match.end("word")], flat.folded[start : match.end("word")]
        if gap in ("/", "-") and not upper:
            break
        if gap == ", " and not _listed(flat, at, line_end, free or not upper, other):
            break
        if gap in (" - ", " – ", " — ") and (not upper or ends_name(flat, start, low)):
            break
        if plain in _LINKS and gap == " ":
            following = _WORD.match(text, match.end(), line_end)
            if words == 0 or not following or following["gap"] != " ":
                break
            begin = following.start("word")
            if other(begin):
                break
            if not following["word"][0].isupper():
                if ends_name(flat, begin, flat.lower[begin : following.end("word")]) and not _kept(flat, begin):
                    break
                if not free and not _short_field(flat, begin, line_end, other):
                    break
            at = match.end()
            continue
        if plain == "ve" and about and gap == " " and not _NOT_ABOUT.match(flat.folded, match.end()):
            at = end = match.end()
            words += 1
            free = True
            continue
        if words == 0 and not upper:
            if small and not ends_name(flat, start, low):
                capital = True
            elif head.rule == "board" and _BOARD_FIELDS.match(flat.folded, at):
                free = True
            elif head.rule not in ("centre", "society", "firm", "local") or not (
                reach := _to_proper(flat, at, line_end, other, at_place)
            ):
                break
            else:
                return reach
        elif (not upper and not free and ends_name(flat, start, low) and not _kept(flat, start)) or (
            not upper and free and ends_name(flat, start, low) and plain not in _FIELD_VERBS and not _kept(flat, start)
        ):
            break
        if word[0].isdigit() and not ("." in word or (words == 0 and head.rule == "board")):
            break
        if plain == "quyet" and head.rule == "board" and (number := _RESOLUTION.match(text, match.end())):
            return number.end()
        capital = capital or upper
        at = end = match.end()
        words += 1
        if word[0].isdigit() and words > 1:
            break
    if not words or (not capital and head.rule != "board"):
        return None
    while flat.folded[head.end : end].endswith((" ve", " va", ",")):
        end = flat.text.rfind(" ", head.end, end)
    return end if end > head.end else None


# syllables of the verbs that a board's field may consist of
_FIELD_VERBS = frozenset(
    ["phat", "trien", "xay", "dung", "cai", "cach", "ung", "dung", "nghien", "cuu", "doi", "moi", "phong", "chong", "bao", "dam", "kiem", "soat", "dau", "tu", "ho", "tro", "chuyen", "giao", "trien", "khai", "thuc", "hien"]
)


def ends_name(flat: Flat, start: int, word: str) -> bool:
    """Whether the word at `start` begins the verb or another phrase of the sentence."""
    spelt, plain, phrases = _ends()
    if flat.accented[flat.line(start)]:
        if word in spelt:
            return True
    elif word in plain:
        return True
    second = flat.lower.find(" ", start)
    if second < 0:
        return False
    third = second + 1
    while third < len(flat.lower) and flat.lower[third].isalnum():
        third += 1
    return flat.lower[start:third] in phrases


def _kept(flat: Flat, start: int) -> bool:
    """Whether the word at `start` stands in a phrase that names are made of, with up to two words before it."""
    begin = start
    for _ in range(3):
        word = _LETTERS.match(flat.lower, begin)
        for phrase in _keeps().get(word.group(), ()) if word else ():
            end = begin + len(phrase)
            if flat.lower.startswith(phrase, begin) and end > start and not flat.lower[end : end + 1].isalnum():
                return True
        if begin < 2 or flat.lower[begin - 1] != " ":
            return False
        begin = max(flat.lower.rfind(" ", 0, begin - 1), flat.lower.rfind("\n", 0, begin - 1)) + 1
    return False


def _listed(flat: Flat, at: int, line_end: int, small: bool, other: Callable[[int], bool]) -> bool:
    """Whether the commas from here on list parts of one name: ", Thể thao và Du lịch"."""
    match = _LIST.match(flat.text, at, line_end)
    if not match or (not small and match.group()[2].islower() and not flat.text[at - 1].islower()):
        return False
    for word in _LETTERS.finditer(flat.lower, match.start(), line_end):
        start = word.start()
        if start >= match.end():
            verb = flat.text[start].islower() and ends_name(flat, start, word.group()) and not _kept(flat, start)
            return not other(start) and not verb
        if fold_name(word.group()) in _LINKS or (flat.text[start].isupper() and not other(start)):
            continue
        if other(start):
            return False
        if ends_name(flat, start, word.group()) and not _kept(flat, start):
            if not (small and fold_name(word.group()) in _FIELD_VERBS):
                return False
    return False


_LETTERS = re.compile(r"[\w&]+")


def _short_field(flat: Flat, start: int, line_end: int, other: Callable[[int], bool]) -> bool:
    """Whether a short phrase in small letters follows that punctuation or a verb closes: "và công nghệ", not a clause."""
    at = start
    for _ in range(5):
        word = re.compile(r"[\w&]+").match(flat.lower, at, line_end)
        if not word or other(at):
            return True
        if at > start and ends_name(flat, at, word.group()) and not _kept(flat, at):
            return True
        at = word.end()
        if at >= line_end or flat.text[at] != " ":
            return True
        at += 1
    return False


def _to_proper(
    flat: Flat, at: int, line_end: int, other: Callable[[int], bool], at_place: Callable[[int], bool]
) -> int | None:
    """The end of a name in small letters that a proper name or an acronym in brackets closes."""
    text = flat.text
    position, words = at, 0
    while words < 9:
        match = _WORD.match(text, position, line_end)
        if not match or match["gap"] not in (" ", ", "):
            break
        start = match.start("word")
        if other(start):
            if at_place(start) and words >= 2 and match["gap"] == " ":
                return position
            break
        if match["word"][0].isupper():
            return _proper_end(flat, start, line_end, other)
        low = flat.lower[start : match.end("word")]
        if fold_name(low) not in _LINKS and ends_name(flat, start, low) and not _kept(flat, start):
            return None
        position = match.end()
        words += 1
    bracket = _ACRONYM.match(text, position, line_end)
    return position if bracket and words >= 2 else None


def _proper_end(flat: Flat, start: int, line_end: int, other: Callable[[int], bool]) -> int:
    end = start
    at = start
    while match := _WORD.match(flat.text, at, line_end):
        if at > start and (match["gap"] not in (" ", " - ", "-") or other(match.start("word"))):
            break
        if not match["word"][0].isupper():
            break
        at = end = match.end()
    return end
