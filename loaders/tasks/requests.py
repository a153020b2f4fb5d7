"""What is asked of a superior: a province's proposal to the Government, a firm's wish to a ministry. It is no task."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.officials import persons
from loaders.reading import Unit
from loaders.tasks.masked import Masked
from loaders.words.clauses import ACTOR, PERSON

ASKING = frozenset(("de xuat", "kien nghi", "de nghi", "mong muon", "mong", "muon", "keu goi", "khuyen nghi"))
_CENTRAL = re.compile(
    r"(?:các |lãnh đạo )?(?:chính phủ|thủ tướng|phó thủ tướng|quốc hội|ủy ban thường vụ quốc hội|chủ tịch nước|nhà nước"
    r"|trung ương|bộ|văn phòng chính phủ|ngân hàng nhà nước|thanh tra chính phủ|kiểm toán nhà nước|tổng bí thư)\b"
    r"|.*\b(?:trung ương|của (?:thủ tướng|chính phủ))\b",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    r"(?:lãnh đạo )?(?:chính phủ|thủ tướng|quốc hội|ủy ban thường vụ quốc hội|bộ chính trị|ban bí thư"
    r"|ban chấp hành trung ương|trung ương|ban chỉ đạo trung ương|tổng bí thư|chủ tịch nước)\b",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"(?:các |một số |lãnh đạo |đại diện )*(?:ủy ban nhân dân|hội đồng nhân dân|tỉnh|thành phố|tp\b|quận|huyện|xã"
    r"|phường|sở|thành ủy|tỉnh ủy|huyện ủy|địa phương|doanh nghiệp|tập đoàn|tổng công ty|công ty|hiệp hội"
    r"|ngân hàng thương mại|trường|bệnh viện|viện|hội)\b",
    re.IGNORECASE,
)
_OVER_A_PROVINCE = re.compile(  # what a department, a district or a firm has above it in its province
    r"(?:lãnh đạo |chủ tịch |thường trực )?(?:ủy ban nhân dân|hội đồng nhân dân|ubnd|hđnd) "
    r"(?:tỉnh|(?:thành phố|tp\.?) ?(?:hà nội|hồ chí minh|hcm|đà nẵng|hải phòng|cần thơ|huế)?$)|(?:tỉnh|thành) ủy\b",
    re.IGNORECASE,
)
_OF_A_PROVINCE = re.compile(  # those who have
    r"(?:(?:lãnh đạo|giám đốc|phó giám đốc|đại diện|chủ tịch) )*(?:sở|(?:ủy ban nhân dân|ubnd) (?:quận|huyện|thị xã|xã"
    r"|phường|đặc khu)|quận|huyện|xã|phường|công ty|doanh nghiệp|hiệp hội|bệnh viện)\b",
    re.IGNORECASE,
)
_OF_A_COMMUNE = re.compile(
    r"(?:(?:lãnh đạo|bí thư|đại diện|chủ tịch|phó chủ tịch) )*(?:(?:ủy ban nhân dân|ubnd|đảng ủy) )?"
    r"(?:xã|phường|đặc khu|thị trấn)\b",
    re.IGNORECASE,
)
_OVER_A_COMMUNE = re.compile(
    r"(?:các |lãnh đạo )*(?:sở|công an (?:tỉnh|thành phố)|điện lực|bảo hiểm xã hội)\b", re.IGNORECASE
)
_OF_A_FIRM = re.compile(
    r"(?:các |một số |lãnh đạo |đại diện )*(?:doanh nghiệp|tập đoàn|tổng công ty|công ty|hiệp hội|hợp tác xã)\b",
    re.IGNORECASE,
)
_OF_THE_STATE = re.compile(
    r"(?:(?:các|lãnh đạo|giám đốc|bộ trưởng|chủ tịch|cục trưởng) )*(?:bộ|sở|cục|chi cục|tổng cục|vụ|ủy ban nhân dân"
    r"|ubnd|hội đồng nhân dân|hđnd|tỉnh|thành phố|xã|phường|công an|chính phủ|thủ tướng|địa phương)\b",
    re.IGNORECASE,
)
_OF_PLACE = re.compile(r"\b(?:tỉnh|thành phố|quận|huyện|xã|phường)\b", re.IGNORECASE)
_NATIONAL = re.compile(  # bodies of the whole country, as one of its parts sees them
    r"(?!.*\b(?:tỉnh|thành phố|huyện|xã|phường)\b)(?:(?:Cục|Tổng cục|Vụ|Tổ công tác)\s|.*\b(?:quốc gia|Việt Nam)$)",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:Cục|Vụ|Tổng cục|Trung tâm|Viện|Thanh tra|Văn phòng|Trường|Sở)\s")
_FROM_BELOW = re.compile(  # those without a name, and leaders of no body that the text names, can only ask
    r"(?:^|[.;:,\"]\s*|\bva\s)\s*(?:(?:(?:cac|mot so|nhieu|dai dien|lanh dao|phan lon|da so|nhung|cong dong)\s+)*"
    r"(?:dia phuong|doanh nghiep|hiep hoi|nguoi dan|cu tri|chuyen gia|nha dau tu|nha khoa hoc|hop tac xa|ngan hang)\b"
    rf"|(?:lanh dao|dai dien|giam doc|chu tich|bi thu)\s)[^.;:,{ACTOR}{PERSON}]{{0,50}}$"
)
_IN_GENERAL = re.compile(  # "một số đại biểu đề xuất …"
    rf"\b(?:cac|mot so|nhieu|phan lon|da so|khong it)\s+(?:dai bieu|y kien|chuyen gia|cu tri|nguoi dan|ban doc"
    rf"|thanh vien|doanh nghiep|nha khoa hoc|luat su)\b[^.;:,{ACTOR}{PERSON}]{{0,30}}$"
)

_SENT_TO = re.compile(rf"\bgui\s+(?:(?:toi|den|cho|len)\s+)?(?P<who>[{ACTOR}{PERSON}]++)\s*,?\s*$")


def upward(page: Masked, unit: Unit, verb: int, giver: str | None, assignees: Iterable[str]) -> bool:
    """Whether the verb at `verb` asks one who stands above those who ask."""
    asked = tuple(assignees)
    own = page.reading.own
    if own is not None and _proposes(page, verb, own.issuer, asked):
        return True
    if of_firm(page, giver, asked):
        return True
    if asked and all(_OVER_A_PROVINCE.match(name) for name in asked):
        return any(_OF_A_PROVINCE.match(name) for name in _behind(page, giver))
    if asked and all(_OVER_A_COMMUNE.match(name) for name in asked):
        return any(_OF_A_COMMUNE.match(name) for name in _behind(page, giver))
    if not asked or not all(_CENTRAL.match(name) for name in asked):
        return False
    if _FROM_BELOW.search(page.mask[max(unit.start, verb - 120) : verb]):
        return True
    official = next((one.agency for one in page.reading.officials if one.name == giver), None)
    if page.mask.startswith(("kien nghi", "de xuat"), verb) and all(_ABOVE.match(name) for name in asked):
        return True  # also what a ministry would like to be let do
    office = next((one.agency for one in page.reading.agencies if one.name == giver), None)
    body = official or office or giver
    return body is not None and _BELOW.match(body) is not None


def of_firm(page: Masked, giver: str | None, asked: tuple[str, ...]) -> bool:
    """Whether a firm speaks to bodies of the state, which it can only ask, or let do something."""
    state = bool(asked) and all(_OF_THE_STATE.match(name) for name in asked)
    return state and any(_OF_A_FIRM.match(name) for name in _behind(page, giver))


def _behind(page: Masked, giver: str | None) -> tuple[str, ...]:
    """Who speaks by a name: the body of an official, else the name itself."""
    official = next((one.agency for one in page.reading.officials if one.name == giver), None)
    return tuple(filter(None, (official or giver,)))


def _proposes(page: Masked, verb: int, issuer: str | None, asked: tuple[str, ...]) -> bool:
    """Whether an official text proposes something to the highest bodies: "Kiến nghị Chính phủ bố trí …".

    What a report asks of a ministry, its writer's equal or superior, is a proposal too: "Đề nghị Bộ Tài chính …".
    """
    if issuer is None or not asked or not page.mask.startswith(tuple(ASKING), verb):
        return False
    if page.reading.own is not None and page.reading.own.type == "report":
        national = _NATIONAL if _OF_PLACE.search(issuer) else _CENTRAL
        if _OF_A_PROVINCE.match(issuer) and all(_OVER_A_PROVINCE.match(name) for name in asked):
            return True
        return all(_CENTRAL.match(name) or national.match(name) for name in asked) and not _ABOVE.match(issuer)
    if not page.mask.startswith(("kien nghi", "de xuat"), verb):
        return False
    return all(_ABOVE.match(name) for name in asked) and not _ABOVE.match(issuer)


def sent_upward(page: Masked, unit: Unit, verb: int, giver: str | None) -> bool:
    """Whether what is asked goes to a superior: "Công ty A gửi Bộ trưởng Bộ X, đề nghị …"."""
    to = _SENT_TO.search(page.mask, unit.start, verb)
    asked = [body for name in page.names(*to.span("who")) for body in page.speaks_for(name)] if to else []
    return upward(page, unit, verb, giver, asked)


def within(page: Masked, giver: str | None, start: int, end: int) -> bool:
    """Whether a unit of a ministry asks the ministry itself, by nothing but its head: "Cục X đề nghị Bộ …"."""
    return giver is not None and _PART.match(giver) is not None and page.text[start:end] in ("Bộ", "Lãnh đạo Bộ")


def without_post(page: Masked, unit: Unit, verb: int) -> bool:
    """Whether a person stands before a verb of whom the text tells no post: "PGS.TS Lê Văn An đề nghị …"."""
    named = _PERSON.search(page.text, max(unit.start, verb - _LONGEST_PERSON), verb)
    if named is None or page.mask[named.start("name")] < " ":
        return False
    return named["name"].split()[0].lower() in persons.surnames()[0]


_PERSON = re.compile(r"(?P<name>\b[^\W\d_a-z](?!\w*[A-Z])[^\W\d_]*(?: [^\W\d_a-z][^\W\d_]*){1,3}) \Z")
_LONGEST_PERSON = 32  # characters


def private(page: Masked, unit: Unit, verb: int, giver: str | None) -> bool:
    """Whether who proposes is a person for whom the text gives no body: a citizen, an expert, a delegate."""
    if _IN_GENERAL.search(page.mask, max(unit.start, verb - 60), verb) or without_post(page, unit, verb):
        return True
    posts = [one.agency for one in page.reading.officials if one.name == giver]
    return bool(posts) and not any(posts)
