"""Bodies that a text calls again: "Phòng này", "đơn vị này", "hai bên", "Sở" alone, each by the name it had before.

What could mean one body or another is left as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.folding import fold
from loaders.reading import AgencyMention, Reading
from loaders.words import ordered
from loaders.words.clauses import JOIN, begins_work
from loaders.words.flat import Stretches
from loaders.words.triggers import SOURCE, in_source

_ANY = ("đơn vị", "cơ quan")  # a noun for whatever body
_FIRMS = ("doanh nghiệp", "nhà mạng", "hãng")
_FIRM_NAMES = ("công ty", "tập đoàn", "tổng công ty", "ngân hàng")
_OWN = (  # a noun with which the body's name begins
    "tổng công ty", "tổng cục", "chi cục", "tập đoàn", "công ty", "ngân hàng", "trung tâm", "hiệp hội", "ban quản lý",
    "văn phòng", "bệnh viện", "học viện", "sở", "cục", "vụ", "phòng", "ban", "viện", "trường", "tổ công tác", "bộ",
)  # fmt: skip
_ALONE = (  # written large
    "đơn vị", "chi cục", "sở", "cục", "phòng", "viện", "trường", "trung tâm", "công ty", "tập đoàn",
)  # fmt: skip
_OTHERS = "huu|thich|tai|chong|ngua|benh|hop|ca|tro|dien|bo|su|hoc|khi"  # "sở hữu", "phòng chống", "trường hợp"
_NOUNS = {fold(noun): noun for noun in (*_ANY, *_FIRMS, *_OWN, "bên")}
_THIS = ("này", "nói trên", "vừa nêu")
_COUNTS = {"hai": 2, "ba": 3}
_THESE = "|".join(map(fold, _THIS))
_CALLED = SOURCE.add(
    rf"(?P<one>{'|'.join(noun for noun in _NOUNS if noun != 'ben')})\s+(?P<this>{_THESE})(?!\w)"
    rf"|(?P<count>hai|ba)\s+(?P<kind>{'|'.join(_NOUNS)})(?:\s+(?:{_THESE}))?"
    r"(?=\s+(?:se|phai|can|cung|da|thong nhat|nhat tri|dong y|cam ket|co trach nhiem|duoc giao|phoi hop|ky|lap|hop tac"
    r"|xay dung|to chuc|trien khai)\b)"
    rf"|(?P<head>{'|'.join(map(fold, _ALONE))})(?!\s+(?:{_OTHERS})\b)(?=\s+[a-z])",
    (*(f"{noun} {fold(this)}" for noun in _NOUNS for this in _THIS), *_COUNTS, *map(fold, _ALONE)),
)
_NUMBERS = ("hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi")
_KINDS = {  # nouns for so many bodies, with the beginnings of their names
    "bộ": ("bộ ",), "bộ, ngành": (), "bộ, cơ quan": (), "cơ quan": (), "đơn vị": (), "sở": ("sở ",),
    "sở, ngành": (), "địa phương": ("tỉnh ", "thành phố ", "xã ", "phường ", "đặc khu ", "ủy ban nhân dân "),
    "tỉnh": ("tỉnh ", "ủy ban nhân dân tỉnh "), "tỉnh, thành phố": ("tỉnh ", "thành phố ", "ủy ban nhân dân "),
    "xã": ("xã ", "ủy ban nhân dân xã "), "phường": ("phường ", "ủy ban nhân dân phường "),
    "xã, phường": ("xã ", "phường ", "đặc khu ", "ủy ban nhân dân "), "doanh nghiệp": (), "trường": (),
    "bệnh viện": (),
}  # fmt: skip
_ABOVE = ("nêu trên", "nói trên", "trên đây", "vừa nêu", "kể trên", "này", "trên")
_COUNTED = SOURCE.add(  # "07 địa phương nêu trên", "năm bộ này"; the number stands before it
    rf"(?P<kind>{'|'.join(sorted(map(fold, _KINDS), key=len, reverse=True))})\s+"
    rf"(?P<these>{'|'.join(map(fold, _ABOVE))})(?!\w)",
    (f"{fold(noun)} {fold(these)}" for noun in _KINDS for these in _ABOVE),
)
_SO_MANY = re.compile(rf"(?<![\w/.,])(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)})\s+$")
_FAR = 12  # units before it in which the members of a counted group are listed
_PREDICATE = re.compile(
    r"\s+(?:da|dang|se|can|phai|duoc|cung|vua|chua|tap trung|khan truong|som|chu dong|cam ket|co trach nhiem"
    r"|phan dau|du kien|tiep tuc)\b"
)
_TOLD = re.compile(r"\b(?:giao|yeu cau|de nghi|phan cong|chi dao|gui|cho|voi)\s+(?:nhiem vu\s+|cho\s+|ve\s+|toi\s+)*$")
_BESIDE = re.compile(  # with whom another does it: "phối hợp với Bộ Y …, cơ quan này"
    r"\b(?:phoi hop|hop tac|lam viec|thong nhat|trao doi)\s+(?:chat che\s+)?(?:voi|cung)\s+(?:cac\s+)?$"
    r"|\bcung\s+(?:voi\s+)?(?:cac\s+)?$"
)
_TELLS = re.compile(r"\s+(?:(?:da|vua|se|cung)\s+)*(?:giao|yeu cau|de nghi|phan cong|chi dao)\b")
_SEVERAL = re.compile(r"\b(?:cac|nhung|hai|ba|moi|nhieu|\d+)\s+$")
_TOGETHER = re.compile(rf"(?:{JOIN}|\s+voi\s+)(?:cac\s+)?")
_NEAR = 2  # units before it in which a body is called again


def mentions(reading: Reading) -> Iterator[AgencyMention]:
    """The bodies called again, those of "hai đơn vị" one upon the other, in the order of the text."""
    called = list(in_source(reading.folded)[_CALLED].within(0, len(reading.folded)))
    counted = list(in_source(reading.folded)[_COUNTED].within(0, len(reading.folded)))
    if not called and not counted:
        return
    taken = (*reading.documents, *reading.programmes, *reading.officials, *reading.agencies)
    named = Stretches((one.start, one.end) for one in taken)
    posts = Stretches((one.start, one.end) for one in reading.officials)
    bodies = [one for one in reading.agencies if one.kind == "agency" and not posts.holds(one.start)]
    bodies += [AgencyMention(one.start, one.end, one.agency) for one in reading.officials if one.agency]
    bodies.sort(key=lambda one: one.start)
    for match in counted:
        many = _SO_MANY.search(reading.folded, max(0, match.start() - 8), match.start())
        if many and not named.holds(match.start()) and _as_printed(reading, match):
            yield from _members(reading, bodies, many, match)
    for match in called:
        if named.holds(match.start()) or not _spelled(reading, match):
            continue
        meant = _joined(reading, bodies, match) if match["count"] else _one(reading, bodies, match)
        for body in meant:
            yield AgencyMention(match.start(), match.end(), body.name)


def _as_printed(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a noun and what points back are meant by what is printed: "bộ này", not "bò này"."""
    printed = " ".join(reading.source.text[match.start() : match.end()].lower().split())
    return printed.isascii() or any(
        printed.startswith(noun) and fold(noun) == " ".join(match["kind"].split()) for noun in _KINDS
    )


def _members(
    reading: Reading, bodies: list[AgencyMention], many: re.Match[str], match: re.Match[str]
) -> Iterator[AgencyMention]:
    """The bodies that a counted group means, listed before it in just that number; else the group as it is printed."""
    text = many["count"]
    count = int(text) if text.isdecimal() else _NUMBERS.index(text) + 2
    heads = next(heads for noun, heads in _KINDS.items() if fold(noun) == " ".join(match["kind"].split()))
    last = max(0, ordered.index(reading.units, match.start() + 1) - 1)
    for unit in reversed(reading.units[max(0, last - _FAR) : last + 1]):
        near = list(ordered.within(bodies, unit.start, min(unit.end, many.start())))
        for run in _runs(reading, [one for one in near if one.name.lower().startswith(heads or ("",))]):
            if len(run) == count:
                for body in run:
                    yield AgencyMention(many.start(), match.end(), body.name)
                return
    printed = " ".join(reading.source.text[many.start() : match.end()].split())
    yield AgencyMention(many.start(), match.end(), printed, kind="group")


def _runs(reading: Reading, near: list[AgencyMention]) -> list[list[AgencyMention]]:
    """Bodies that stand joined, those named twice aside."""
    runs: list[list[AgencyMention]] = []
    for one in near:
        joined = runs and _TOGETHER.fullmatch(reading.folded, runs[-1][-1].end, one.start)
        runs = [*runs[:-1], [*runs[-1], one]] if joined else [*runs, [one]]
    return [run for run in runs if len({one.name for one in run}) == len(run)]


def _spelled(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the noun is meant by what is printed, where it has its accents: "Sở này", not "số này"."""
    if match["head"] and not reading.source.text[match.start()].isupper():
        return False
    printed = " ".join(reading.source.text[match.start() : match.end()].lower().split())
    noun = _NOUNS[" ".join((match["one"] or match["kind"] or match["head"]).split())]
    if match["head"]:
        if noun in _ANY and reading.own is not None:
            return False  # "Đơn vị phải …" of a regulation: any of them
        return printed == noun and _acts(reading, match)
    words = printed.split(" ", 1)[1] if match["count"] else printed
    this = match["this"]
    if _SEVERAL.search(reading.folded, max(0, match.start() - 8), match.start()):
        return False  # "các cơ quan này"
    return printed.isascii() or (words.startswith(noun) and (this is None or words.endswith(_THIS)))


def _acts(reading: Reading, match: re.Match[str]) -> bool:
    """Whether what follows a head alone is what it does: "yêu cầu Sở rà soát …", not "Sở Y tế"."""
    text, after = reading.source.text, match.end() + 1
    predicate = _PREDICATE.match(reading.folded, match.end()) or begins_work(reading.folded, after, len(text))
    return text[after : after + 1].islower() and bool(predicate)


def _before(reading: Reading, bodies: list[AgencyMention], place: int) -> Iterator[list[AgencyMention]]:
    """The bodies of the sentence up to a place, then those of the sentences before it, the nearest sentence first."""
    units = reading.units
    last = max(0, ordered.index(units, place + 1) - 1)
    for index in range(last, max(-1, last - _NEAR - 1), -1):
        if units[last].block != units[index].block:
            return
        yield list(ordered.within(bodies, units[index].start, min(units[index].end, place)))


def _one(reading: Reading, bodies: list[AgencyMention], match: re.Match[str]) -> tuple[AgencyMention, ...]:
    """The one body of that kind in the nearest sentence that names any; of several, the last that is told something."""
    noun = _NOUNS[" ".join((match["one"] or match["head"]).split())]
    heads = () if noun in _ANY else _FIRM_NAMES if noun in _FIRMS else (noun,)
    for near in _before(reading, bodies, match.start()):
        alike = [one for one in near if not heads or one.name.lower().startswith(heads)]
        alike = [one for one in alike if not _TELLS.match(reading.folded, one.end)]
        alike = [one for one in alike if not _BESIDE.search(reading.folded, max(0, one.start - 40), one.start)] or alike
        told = [one for one in alike if _TOLD.search(reading.folded, max(0, one.start - 40), one.start)]
        if len({one.name for one in alike}) == 1:
            return (alike[-1],)
        if told or alike:
            return (told[-1],) if len({one.name for one in told}) == 1 else ()
    return ()


def _joined(reading: Reading, bodies: list[AgencyMention], match: re.Match[str]) -> tuple[AgencyMention, ...]:
    """So many bodies that stand joined in one of the sentences before: "Bộ X và Bộ Y ký …. Hai bên …"."""
    count = _COUNTS[match["count"]]
    for near in _before(reading, bodies, match.start()):
        several = [run for run in _runs(reading, near) if len(run) == count]
        if several:
            return tuple(several[-1])
    return ()
