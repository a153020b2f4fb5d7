"""Places that act as bodies: those with their level unless they only say where something is, others where they act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.agencies import registered
from loaders.agencies.bodies import Body
from loaders.agencies.places import Spot
from loaders.agencies.survey import Survey
from loaders.words.flat import Flat

_LIST = re.compile(r"(?:, ?và |, ?va |, ?| và | va | & |; ?|: ?)")
_LOCATIVE = re.compile(r"\b(?:tai|o|tu|den|ve|quanh|khap|vao|ra|trong|toi|nhu|gom) $")
_WHERE = re.compile(
    r"\b(?:tai|o|quanh|khap|tren dia ban|nguoi dan|nguoi dan o|ghe tham|den tham)(?: \d+| cac| hai| mot so)? $"
)
_SEAT = re.compile(r"(?:dia chi|tru so|noi dat tru so)\b")  # a line that gives an address
_STREET = re.compile(r"(?:\b(?:duong|pho|ngo|ngach|toa nha|so|dia chi|tru so)\b|\b\d{1,4}[a-z]?) [^,;.]{3,40}, $")
_PILOT = re.compile(r"\bthi diem\b(?! (?:xay dung|trien khai (?:so|de an|ke hoach))\b)")
_TOWARD = re.compile(r"\b(?:doi voi|ve phia)(?: cac| hai| ba| \d+)?(?: dia phuong)? $")
_ORDERED = re.compile(r"\b(?:giao|yeu cau|de nghi|chi dao|cho phep) $")
_ACTS = re.compile(
    r" (?:da|dang|se|can|phai|vua|dat muc tieu|ban hanh|trien khai|chu dong|tien phong|di dau|cong bo|phan dau|"
    r"la (?:dia phuong|tinh|thanh pho)|(?:la mot trong|nam trong|thuoc nhom) (?:\d|cac|nhom|nhung|so)|chua|cham|"
    r"du kien|tap trung|day manh|san sang|"
    r"hoan thanh|khai truong|thi diem|xay dung|to chuc|thuc hien|cung|tiep tuc|"
    r"co chu truong)\b"
)
_MEMBERS = re.compile(  # "03 địa phương chưa hoàn thành …, gồm: A, B, C", "các tỉnh chậm (A, B)"
    r"\b(?:\d{1,2}|cac|mot so|nhung|hai|ba|bon|nam) (?:tinh, thanh pho|tinh, thanh|tinh|dia phuong|thanh pho)\b"
    r"[^.;]*\b(?:chua|cham|khong|con no|qua han)\b[^.;]*(?:: |\b(?:gom|la) |\()$"
)
_LISTED = 240  # characters before such a list in which it is opened
_DEALT_WITH = re.compile(
    r"\b(?:voi|cung|giua|ho tro|giup|de nghi|giao|yeu cau|chi dao|cho phep|lanh dao|phia|chinh quyen|cam on|"
    r"chuc mung) $"
)
_VERB = re.compile(r" (?!(?:va|voi|o|tai|thuoc|trong|cua|nam|den|tu|cho|theo|hoac|ve)\b)[a-z]")
_PARTS = ("quận", "huyện", "phường", "xã", "thị xã", "thị trấn")
_SPEAKING = ("tỉnh", "thành phố", "quận", "huyện", "thị xã", "xã", "phường", "thị trấn", "đặc khu")
_SUBJECT = re.compile(r" (?:da|dang|se|can|phai|cung|vua|chua|khong|chi|de nghi|yeu cau|tiep tuc)\b")
_WORKS = re.compile(  # at the head of a clause also what a province does: "Tỉnh ưu tiên …"
    r" (?:tap trung|day manh|uu tien|chu trong|tang cuong|ban hanh|trien khai|chu dong|phan dau|dat muc tieu|dau tu"
    r"|bo tri|huy dong|khuyen khich|xac dinh|xay dung|to chuc|thuc hien|hoan thanh|hoan thien|ra soat|quyet tam"
    r"|lua chon|cong bo|phat dong|phe duyet|de ra|dat ra|giao|chi dao|ho tro|thanh lap|kien toan|nang cap|mo rong"
    r"|phoi hop)\b"
)
_HEADS_CLAUSE = re.compile(r"(?:^|[\n.;:\"“,] ?|\b(?:rang|thi) )$")
_NOT_OWN = re.compile(
    r"\b(?:cac|nhung|toan|moi|mot|tung|nhieu|cua|trong|tai|o|tren|ngoai|khap|cap|voi|hai|ba|bon|sau|bay|tam|chin|muoi"
    r"|chuc|so|vai|may|\d+|phi|tinh|hieu qua) $"
    r"|\b(?:tinh|thanh pho|quan|huyen|thi xa|xa|phuong)(?:, ?| ?/ ?|,? (?:va|hoac) | - )$"  # "28/34 tỉnh, thành phố"
)
_JUST_BEFORE = 16  # characters that it may take


def find(flat: Flat, survey: Survey, named: dict[int, Body]) -> Iterator[Body]:
    """Provinces, districts and communes with their level, and provinces without it that act or are told to."""
    spots = list(survey.spots.values())
    acting = _acting(flat, spots)
    where = _where(flat, spots, named)
    last = -1  # where the last of them ends: a row has its level before its first
    for spot in _not_enumerated(flat, spots):
        joined = last >= 0 and _LIST.fullmatch(flat.text, last, spot.start) is not None
        counts = spot.level is not None and (_takes_part(flat, spot) or joined)
        if (counts or spot.start in acting or (joined and spot.province)) and spot.start not in where:
            last = spot.end
            yield Body(spot.start, spot.end, spot.agency, type="place")
    for start, end, level in survey.levels:
        if (
            level in _SPEAKING
            and (_SUBJECT.match(flat.folded, end) or _heads_clause(flat, start, end))
            and not _NOT_OWN.search(flat.folded, max(0, start - _JUST_BEFORE), start)
        ):
            home = survey.homes.meant(start, level)
            if home:
                yield Body(start, end, Spot(0, 0, home.name, level, True).agency, type="place")


def _heads_clause(flat: Flat, start: int, end: int) -> bool:
    """Whether a level alone is the subject that a clause begins with: "Tỉnh ưu tiên bố trí vốn"."""
    if not _WORKS.match(flat.folded, end):
        return False
    return _HEADS_CLAUSE.search(flat.folded, max(0, start - 8), start) is not None


def _takes_part(flat: Flat, spot: Spot) -> bool:
    """Whether the place does something, is told to, is dealt with or tries something out."""
    begin, end = flat.border(flat.line(spot.start))
    before = flat.folded[max(begin, spot.start - 24) : spot.start]
    if _ACTS.match(flat.folded, spot.end) or _DEALT_WITH.search(before):
        return True
    opening = spot.start == begin or _OPENING.search(before) is not None
    goes_on = _VERB.match(flat.folded, spot.end) or _LIST.match(flat.text, spot.end)
    if opening and not _LOCATIVE.search(before) and goes_on:
        return True
    return _PILOT.search(flat.folded, begin, end) is not None


def _not_enumerated(flat: Flat, spots: list[Spot]) -> Iterator[Spot]:
    """The places without those of long lists, which only say where something was."""
    run: list[Spot] = []
    for spot in [*spots, None]:
        if run and (spot is None or not _LIST.fullmatch(flat.text, run[-1].end, spot.start)):
            yield from run if len(run) <= _LONGEST_LIST else ()
            run = []
        if spot is not None:
            run.append(spot)


_LONGEST_LIST = 6


def _addressed(flat: Flat, run: list[Spot]) -> bool:
    """Whether what follows is told to the places of a list: "b) Đối với các tỉnh Lai Châu, Sơn La: khẩn trương …"."""
    begin, _ = flat.border(flat.line(run[0].start))
    return (
        flat.text.startswith((":", ","), run[-1].end)
        and _TOWARD.search(flat.folded, max(begin, run[0].start - _JUST_BEFORE), run[0].start) is not None
    )


def _where(flat: Flat, spots: list[Spot], named: dict[int, Body]) -> set[int]:
    """The places that only say where something is or was, also in a row ("tại Hà Nội và TP.HCM"), and of addresses.

    Where something is tried out, the places are those that try it.
    """
    ends = {body.end for body in named.values() if body.type == registered.LOCAL}
    found: set[int] = set()
    last = -1  # where the last of them ends
    for spot in spots:
        begin, end = flat.border(flat.line(spot.start))
        joined = last >= begin and _LIST.fullmatch(flat.text, last, spot.start) is not None
        behind = flat.text[spot.start - 2 : spot.start] == ", " and spot.level in _PARTS
        address = behind and (
            spot.start - 2 in ends or _STREET.search(flat.folded, max(begin, spot.start - 70), spot.start) is not None
        )
        area = flat.folded.endswith(" tren dia ban ", max(begin, spot.start - 16), spot.start)
        locative = _WHERE.search(flat.folded, max(begin, spot.start - 26), spot.start) is not None
        ward = spot.name.isdigit() and spot.level == "phường" and not _ACTS.match(flat.folded, spot.end)
        seat = _SEAT.match(flat.folded, begin) is not None
        if (joined or address or locative or ward or seat) and (area or not _PILOT.search(flat.folded, begin, end)):
            found.add(spot.start)
            last = spot.end
    return found


def _acting(flat: Flat, spots: list[Spot]) -> set[int]:
    """The provinces named without their level that do something or are told to, alone or in a list."""
    found: set[int] = set()
    run: list[Spot] = []
    for index, spot in enumerate(spots):
        if run and not _LIST.fullmatch(flat.text, run[-1].end, spot.start):
            run = []
        run.append(spot)
        following = spots[index + 1] if index + 1 < len(spots) else None
        if following and _LIST.fullmatch(flat.text, spot.end, following.start):
            continue
        before = flat.folded[max(0, run[0].start - 14) : run[0].start]
        opening = not before or _OPENING.search(before) is not None
        begin, _ = flat.border(flat.line(run[0].start))
        listed = len(run) > 1 and _MEMBERS.search(flat.folded, max(begin, run[0].start - _LISTED), run[0].start)
        acts = opening and not _LOCATIVE.search(before) and _ACTS.match(flat.folded, spot.end)
        if listed or acts or _ORDERED.search(before) or _addressed(flat, run):
            found.update(each.start for each in run)
    return found


_OPENING = re.compile(r"(?:^|[\n.;:\"“,] ?|\b(?:dia phuong|tinh|thanh pho|rang|thi|va|khi|hai|ba|bon|rieng) )$")
