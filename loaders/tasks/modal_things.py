"""What a modal says of a thing or a doing, not of a body: "Việc bàn giao hồ sơ cần …", "Mọi hồ sơ phải được số hóa"."""

from __future__ import annotations

import re

from loaders.reading import Unit
from loaders.tasks import clause_work, passives, reported_forms, subjects
from loaders.tasks.masked import Masked
from loaders.tasks.modal import NOTHING, Modal
from loaders.tasks.orders import MUSTS, NEGATED, Course, Order
from loaders.words.clauses import ACTOR, PERSON, WHOEVER
from loaders.words.flat import Pattern

_DOING = Pattern(r"(?:việc|công tác|quá trình)\s")
_FOREMOST = re.compile(
    r"(?:phai|can)\s+(?:thuc su\s+)?(?:la|tro thanh)\s+(?:mot trong\s+)?(?:(?:nhung|cac|nguoi|mot)\s+)?"
    r"(?:co quan|don vi|noi|luc luong|nguoi|dia phuong|bo|nganh|tam guong|hat nhan|dau tau)\s+"
    r"(?:di dau|di truoc|tien phong|guong mau|dau tien|chu luc|nong cot|mau|tich cuc|thuc hien|chiu trach nhiem)"
)
_GIVEN_TO = re.compile(rf"\s*(?:cho\s+)?(?:cac\s+)?(?P<who>{WHOEVER})")
_THING = re.compile(
    rf"(?:^|[.;:,]\s)\s*(?:-\s*)?(?P<what>(?:viec|nhiem vu|cong tac|du an|de an|he thong|co so du lieu|trong trach"
    rf"|phan viec|nen tang|trung tam|toan bo|quyen)\s[^.;:,{ACTOR}{PERSON}]{{3,120}}?"
    rf"(?:,\s+(?:bao gom|gom|nhu|trong do co)\s[^.;:{ACTOR}{PERSON}]{{3,120}}?,)?)\s+(?:(?:da|se|cung)\s+)*$"
)
_ONCE_DUE = Pattern(r"\b(?:lẽ ra|đúng ra|đáng lẽ|đáng ra)\b.*\b(?:nay|giờ|lùi|gia hạn)\b")  # a milestone put off
_LAPSED = Pattern(r"\b(?:lẽ ra|đúng ra|đáng lẽ|đáng ra)\s+$")


def ordered(course: Course, modal: Modal) -> bool:
    """Whether somebody is heard, or orders are told."""
    return modal.speaker is not None or course.context.orders or course.letter is not None


def foremost(page: Masked, match: re.Match[str], unit: Unit, end: int) -> Order | None:
    """ "Bộ X phải là cơ quan đi đầu …"."""
    foremost = _FOREMOST.match(page.mask, match.start(), end)
    who = subjects.of_clause(page, unit, match.start()) if foremost else None
    if who is None or ACTOR not in who["who"]:
        return None
    names = page.names(who.start("who"), who.end("who"), who.end("more"))
    return Order(who.start(), match.start(), end, names, sure=0.6)


def of_thing(
    page: Masked, course: Course, match: re.Match[str], unit: Unit, end: int, speaker: str | None
) -> Order | None:
    """ "Mọi hồ sơ phải được số hóa", told by who is heard or by a document."""
    if page.search(NEGATED, unit.start, match.start()) or page.search(_LAPSED, unit.start, match.start()):
        return None
    told = speaker or course.provisions or course.issued
    must = match.group().endswith("phai") and told
    due = page.ahead(match.end(), end) or page.ahead(unit.start, match.start())
    if match.group() in MUSTS and due and passives.by_body(page, match.end(), end):
        return passives.done_by(page, unit, match.start(), match.end(), end, None)
    thing = passives.must_be(page, unit, match, end) if must else None
    return Order(thing, thing, end, (), sure=0.5) if thing else None


def of_doing(page: Masked, course: Course, modal: Modal) -> Order | None:
    """ "Việc bàn giao hồ sơ cần lập biên bản", where orders are told."""
    told = ordered(course, modal) or course.issued is not None
    if not told or modal.said not in MUSTS or not (modal.works or clause_work.must_have(page, modal.start, modal.end)):
        return None
    thing = reported_forms.subject_noun(page, modal.unit, modal.at)
    if thing is None or not page.match(_DOING, thing, modal.end):
        return None
    return Order(thing, thing, modal.end, (), sure=0.5)


def of_dated_thing(page: Masked, course: Course, modal: Modal) -> Order | None:
    """ "Việc phê duyệt phải hoàn thành trước tháng 3"; "lẽ ra phải …, nay lùi sang …" is put off."""
    end = modal.end
    heard = course.speaker is not None or course.ordering
    if (modal.passive and modal.said != "duoc yeu cau") or not heard or not page.ahead(modal.start, end):
        return None
    thing = passives.due(page, modal.unit, modal.at, modal.start, end)
    if not thing:
        return None
    if not page.search(_ONCE_DUE, thing, end):
        return Order(thing, thing, end, (), sure=0.6)
    whose = subjects.speakers_body(page, course) if subjects.WE_IN.search(page.mask, thing, end) else ()
    return Order(thing, thing, end, whose, status="extended", deadline=page.deadline(thing, end), sure=0.6)


def given_to(page: Masked, unit: Unit, match: re.Match[str], end: int) -> Order | None:
    """ "Việc soạn nghị định được giao (cho) Bộ X (chủ trì)": the work stands before the verb."""
    to = _GIVEN_TO.match(page.mask, match.end(), end)
    thing = _THING.search(page.mask[unit.start : match.start()]) if to else None
    if to is None or thing is None:
        return None
    due = page.mask.startswith(",", to.end()) and page.ahead(to.end(), end)
    if not due and not NOTHING.match(page.mask, to.end(), end) and not page.begins_work(to.end() + 1, end):
        return None
    names = page.names(to.start("who"), to.end("who"))
    return Order(match.start(), unit.start + thing.start("what"), end, names, sure=0.6)
