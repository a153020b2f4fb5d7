"""Work that somebody owes by a modal: "Y cần làm Z", "Y có trách nhiệm Z", "Y được giao Z"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.folding import fold
from loaders.reading import DocumentMention, Period, Unit
from loaders.tables import printed
from loaders.tasks import bans, cases, clause_work, doers, nameless, passives, reported_forms, subjects
from loaders.tasks.masked import Masked
from loaders.tasks.orders import NEGATED, Course, Order
from loaders.words import clauses
from loaders.words.clauses import ACTOR, PERSON, WHO, WHOEVER
from loaders.words.flat import Pattern

_OF_DUTY = frozenset(("co trach nhiem", "co nhiem vu", "co nghia vu", "chiu trach nhiem"))
_MUSTS = frozenset(("phai", "can", "can phai"))
_NOT_A_MODAL = Pattern(  # "cần thiết", "phải chăng"; without accents also "căn cứ", "căn bản", "cân bằng", "cân trọng"
    r"\s*(?:thiết|cứ|bản|bằng|trọng|chăng|chẳng|là|được|có (?:thể|trách nhiệm|nghĩa vụ|nhiệm vụ)|không|kíp|đến khi"
    r"|chờ|đợi)\b"
)
_AFTER_MODAL = re.compile(r"\s*(?:,|:)?\s*(?:nhiem vu\s*)?")
_GIVEN_BY = re.compile(rf"\s*(?:{WHO}\s*)?giao")
_OPENING = re.compile(  # a clause that opens with nothing but adverbials has no subject of its own
    rf"(?:^|[;:.\"]|\btheo\s(?:ong\s|ba\s|dong chi\s)?[{ACTOR}{PERSON}]++(?:,[^,;:.]{{1,80}})?,"
    rf"|\b(?:{clauses.alternation('says_plainly')}),?|\brang,?|(?<!\bco )\byeu cau,?)\s*"
    rf"(?:(?:[^,;:.{ACTOR}{PERSON}]{{0,90}}),\s*)?"
    r"(?:(?:cung voi do|ben canh do|dong thoi|ngoai ra|do do|vi vay|theo do|trong do|va|nhat la|dac biet|truoc mat"
    r"|thoi gian toi|trong thoi gian toi|tiep tuc|chung ta|cung|toan nganh|moi nguoi"
    r"|(?:dieu|viec)\s(?:\w+\s){1,4}la|(?:quan trong|cot loi|mau chot|can thiet) (?:nhat )?la)\s*,?\s*)*$"
)
_HABIT = Pattern(
    r"\b(?:(?:mỗi|hằng|hàng) (?:năm|tháng|ngày|tuần)|trung bình|bình quân|trước đây|lâu nay|thời gian qua)\b",
    "mỗi|hằng|hàng|trung bình|bình quân|trước đây|lâu nay|thời gian qua",
)
_NEEDED = Pattern(rf"(?:\d|(?:{'|'.join(sorted(printed('needed_things'), key=len, reverse=True))})\b)")
_WHERE_NEEDED = Pattern(r"\b(?:trường hợp|khi|nếu|lúc|(?<!mỗi )(?<!từng )nơi|thấy|chỉ)\s$")
_INSTEAD = Pattern(r"\bthay vì\s[^,;.]*$", "thay vì")
_BURDEN = Pattern(r"\b(?:đang|đã|thường|từng|hay)\s+$")
_SO_MANY = re.compile(r"\w+(?:\s\w+){0,3}\s+(?:hon\s+|gan\s+|khoang\s+|tren\s+|toi\s+)?\d")
_DOING = Pattern(r"(?:việc|công tác|quá trình)\s")
_BY = Pattern(r"\bdo\s+$")
_FOREMOST = re.compile(
    r"(?:phai|can)\s+(?:thuc su\s+)?(?:la|tro thanh)\s+(?:mot trong\s+)?(?:(?:nhung|cac|nguoi|mot)\s+)?"
    r"(?:co quan|don vi|noi|luc luong|nguoi|dia phuong|bo|nganh|tam guong|hat nhan|dau tau)\s+"
    r"(?:di dau|di truoc|tien phong|guong mau|dau tien|chu luc|nong cot|mau|tich cuc|thuc hien|chiu trach nhiem)"
)
_PROVIDES = re.compile(  # "Nghị định 12 quy định cơ quan tiếp nhận phải …", "Quyết định 7 bắt mọi xã phải …"
    r"\b(?:quy dinh|neu ro|yeu cau|luu y|noi ro|ghi ro|chi ro|doi hoi|bat buoc|buoc|bat|an dinh)\s+"
    r"(?:[^,.;:]{0,30}:\s+)?(?=[^,.;:]+$)"
)
_GIVEN_TO = re.compile(rf"\s*(?:cho\s+)?(?:cac\s+)?(?P<who>{WHOEVER})")
_THING = re.compile(
    rf"(?:^|[.;:,]\s)\s*(?:-\s*)?(?P<what>(?:viec|nhiem vu|cong tac|du an|de an|he thong|co so du lieu|trong trach"
    rf"|phan viec|nen tang|trung tam|toan bo|quyen)\s[^.;:,{ACTOR}{PERSON}]{{3,120}}?)\s+(?:(?:da|se|cung)\s+)*$"
)
_ONCE_DUE = Pattern(r"\b(?:lẽ ra|đúng ra|đáng lẽ|đáng ra)\b.*\b(?:nay|giờ|lùi|gia hạn)\b")  # a milestone put off
_THOSE = Pattern(r"(?<!^)\bngười\s$")
_OWED = re.compile(r"\s(?:phai|co trach nhiem|co nghia vu|chiu trach nhiem)\s")
_EAGER = re.compile(rf"(?:(?:{clauses.alternation('eager_words')}|som|ngay|nhanh)\s+)+(?=\w)")
_SENTENCE = 3  # words that say a task without its subject
_AMONG = re.compile(r"\btrong do,?\s*$")
_NOTHING = re.compile(r"\s*(?:(?:nhu\s+)?sau(?:\s+day)?)?\s*[:.]*\s*$")  # "… có trách nhiệm sau đây:"


_LABEL = re.compile(rf"\s*:\s*{WHO}\s*[.;]?\s*$")
_BY_DAY = ("truoc", "den", "cham nhat", "muon nhat", "tu", "ke tu", "bat dau")


class Modals:
    """The clauses with a modal, read in one source."""

    def __init__(self, page: Masked, course: Course) -> None:
        self.page = page
        self.course = course
        self.undecided: list[tuple[int, int]] = []  # a body and a word of duty, but no work that the rules know

    def read(self, match: re.Match[str], unit: Unit, end: int, speaker: str | None, *, goes_on: bool) -> Order | None:
        """ "Y cần làm Z", "Y có trách nhiệm Z", "Y được giao Z", by the document that the clause before names."""
        order = self._read(match, unit, end, speaker, goes_on=goes_on)
        if order is None or order.mandate or match.group() not in _MUSTS:
            return order
        cited = self._provided(unit, match)
        return replace(order, mandate=cited.id, directed_by=order.directed_by or cited.issuer) if cited else order

    def _provided(self, unit: Unit, match: re.Match[str]) -> DocumentMention | None:
        """The document that says what somebody has to do: "Nghị định 12 quy định cơ quan tiếp nhận phải …"."""
        says = _PROVIDES.search(self.page.mask[unit.start : match.start()])
        return self.page.giving(unit, unit.start + says.start()) if says else None

    def _read(self, match: re.Match[str], unit: Unit, end: int, speaker: str | None, *, goes_on: bool) -> Order | None:
        mask = self.page.mask
        if match.group() == "khong duoc":
            banned = bans.forbids(self.page, self.course, match, unit, end)
            told = speaker and _OPENING.search(mask[unit.start : match.start()]) and bans.is_ban(self.page, match, end)
            return banned or (Order(match.start(), match.start(), end, (), sure=0.5) if told else None)
        if match.group() == "co":
            return bans.allows_time(self.page, self.course, match, unit, end)
        foremost = _FOREMOST.match(mask, match.start(), end)
        if foremost and (who := subjects.of_clause(self.page, unit, match.start())) and ACTOR in who["who"]:
            names = self.page.names(who.start("who"), who.end("who"), who.end("more"))
            return Order(who.start(), match.start(), end, names, sure=0.6)
        told_of = speaker or self.course.provisions or self.course.issued
        if match.group().endswith("phai") and told_of and (thing := passives.must_be(self.page, unit, match, end)):
            return Order(thing, thing, end, (), sure=0.5)
        if _LABEL.match(mask, match.end(), end):
            return None  # "Đơn vị chịu trách nhiệm: Sở X"
        if self.page.match(_NOT_A_MODAL, match.end(), end) or self.page.search(NEGATED, unit.start, match.start()):
            return None
        rest = _AFTER_MODAL.match(mask, match.end(), end)
        start = rest.end() if rest else match.end()
        if self.page.search(_INSTEAD, unit.start, match.start()):
            return None  # "Thay vì người dân phải đến tận nơi …"
        if match.group() in _MUSTS and subjects.relative(self.page, unit.start, match.start(), start, end):
            return None  # "ba việc phải làm ngay": which ones
        if self.page.search(_WHERE_NEEDED, max(unit.start, match.start() - 12), match.start()):
            return None  # "trong trường hợp cần nâng cấp"
        if match.group() == "phai" and self.page.search(_BURDEN, max(unit.start, match.start() - 8), match.start()):
            return None  # "doanh nghiệp đang phải chi trả …": how things are
        if self.page.search(_HABIT, unit.start, match.start()) and _SO_MANY.match(mask, start, end):
            return None  # "mỗi ngày quận phải giải quyết 300 hồ sơ"
        passive = match.group().startswith("duoc")
        if passive and self._told_which(unit, match, end):
            return None
        if passive and (given := self._given_to(unit, match, end)):
            return given
        if passive:
            by = _GIVEN_BY.match(mask, match.start() + 5, end)
            start = max(start, by.end()) if by else start
        subject = subjects.of_clause(self.page, unit, match.start())
        ordered = speaker is not None or self.course.context.orders or self.course.letter is not None
        if passive and subject and self.page.search(_BY, max(unit.start, subject.start() - 4), subject.start()):
            return None  # "kho dữ liệu do Bộ X được giao quản lý": which one
        strong = match.group() not in ("can", "phai", "can phai", "can tiep tuc")
        work = self.page.begins_work(start, end)
        nothing = _NOTHING.match(mask, start, end) is not None
        if match.group() == "chiu trach nhiem" and not work and not nothing:
            start = match.start()  # "chịu trách nhiệm về dữ liệu": the words are the work
        of_duty = match.group() in _OF_DUTY
        if of_duty and self.page.search(_THOSE, max(unit.start, match.start() - 8), match.start()):
            return None  # "báo ngay người có trách nhiệm xử lý": somebody told apart
        must = self.course.provisions and match.group() in _MUSTS and (work or match.group().endswith("phai"))
        sure = of_duty and (work or nothing)
        whose = doers.subject(self.page, unit, match.start(), sure=sure) if of_duty or must else ()
        if subject:
            assignees = self.page.names(subject.start("who"), subject.end("who"), subject.end("more"))
            assignees = whose if len(whose) > len(assignees) else assignees
            if nothing:
                return Order(subject.start(), end, end, assignees)
            told = match.group().endswith("phai") or (
                (speaker or self.course.context.orders) and not self.page.match(_NEEDED, start, end)
            )
            if not work and not strong and told:
                eager = _EAGER.match(mask, start, end)
                start = eager.end() if eager else start
                work = subjects.act_by_any_verb(self.page, subject, start, end, groups=True)
                work = work or clause_work.must_have(self.page, start, end)
            if work or strong:
                each = nameless.each(self.page, unit, match.start()) or assignees
                return Order(subject.start(), start, end, each, passive=passive)
            if ACTOR in subject["who"]:
                self.undecided.append((subject.start("who"), end))
            return None
        before = mask[unit.start : match.start()]
        if whose:
            begin = end if nothing else start
            return Order(match.start(), begin, end, whose, sure=0.7)
        if (passive or strong) and (named := nameless.noun(self.page, unit, match.start())):
            begin = end if _NOTHING.match(mask, start, end) else start
            return Order(match.start(), begin, end, (named,), sure=0.6, passive=passive)
        if strong and not passive and (described := nameless.described(self.page, unit, match.start())):
            begin = end if _NOTHING.match(mask, start, end) else start
            return Order(match.start(), begin, end, (described,), sure=0.7)
        told = ordered or self.course.issued is not None
        if told and match.group() in _MUSTS and (work or clause_work.must_have(self.page, start, end)):
            thing = reported_forms.subject_noun(self.page, unit, match.start())
            if thing is not None and self.page.match(_DOING, thing, end):
                return Order(thing, thing, end, (), sure=0.5)  # "Việc bàn giao hồ sơ cần lập biên bản"
        heard = self.course.speaker is not None or self.course.ordering
        dated = not passive and heard and self.page.ahead(start, end)
        if dated and (thing := passives.due(self.page, unit, match.start(), start, end)):
            if not self.page.search(_ONCE_DUE, thing, end):
                return Order(thing, thing, end, (), sure=0.6)
            whose = subjects.speakers_body(self.page, self.course) if subjects.WE_IN.search(mask, thing, end) else ()
            later = self.page.deadline(thing, end)
            return Order(thing, thing, end, whose, status="extended", deadline=later, sure=0.6)
        if of_duty and unit.lead in self.course.leads and _OPENING.search(before):
            return Order(match.start(), start, end)  # "- Có trách nhiệm …" below who has it
        if passive:
            return None
        doer = None if strong else self._doer(unit, match, start, end)
        if doer:
            return doer
        work = work or (ordered and clause_work.must_have(self.page, start, end))
        if not work:
            return None
        if subjects.WE.search(before):
            return Order(match.start(), start, end, (), sure=0.6)
        if toward := subjects.toward(self.page, unit, match.start()):
            return Order(match.start(), start, end, toward, sure=0.6)
        if _OPENING.search(before) or self._only_when(unit, match.start()):
            whoever = ("…",) if goes_on or self.course.context.orders else ()
            return Order(match.start(), start, end, whoever, sure=0.6)
        if _AMONG.search(before) and (names := subjects.topic(self.page, unit, match.start())):
            return Order(match.start(), start, end, names, sure=0.7)  # "Y cụ thể hóa …, trong đó cần làm Z"
        if goes_on and subjects.JOINED.search(before):
            return Order(match.start(), start, end, ("…",), sure=0.7)  # "giao Y làm Z …, và phải có phương án …"
        return None

    def _doer(self, unit: Unit, match: re.Match[str], start: int, end: int) -> Order | None:
        """ "Cơ quan thuế cần nghiên cứu …", "Công chức phải đối chiếu …": by a noun, where orders are told."""
        if self.page.search(cases.BEFORE, unit.start, match.start()):
            return None
        under = self._provided(unit, match) or subjects.under(self.page, unit, match.start())
        must = match.group().endswith("phai")
        due = must and any(map(self._days, self.page.times(unit.start, end))) and self.page.deadline(unit.start, end)
        if not (self.course.speaker or self.course.ordering or under or due):
            return None
        if len(self.page.mask[start:end].split()) < _SENTENCE:
            return None
        work = self.page.begins_work(start, end)
        work = work or clause_work.must_have(self.page, start, end)
        if must and (under or due or self.course.ordering):
            work = work or subjects.any_verb(self.page, start, end)  # else who speaks may tell how things are
        named = nameless.each(self.page, unit, match.start()) if work else ()
        if not named and must and (anybody := nameless.complying(self.page, unit, match.start(), start, end)):
            named = (anybody,)
        if not named and work and (doer := nameless.doer(self.page, unit, match.start())):
            named = (doer,)
        issuer, mandate = (under.issuer, under.id) if under else (None, None)
        return Order(match.start(), start, end, named, issuer, mandate, sure=0.5) if named else None

    def _only_when(self, unit: Unit, modal: int) -> bool:
        """Whether nothing but a time stands before the modal: "Đến 30/9 phải hoàn thành …"."""
        start = self.page.after_marker(unit)
        time = next(iter(self.page.moments(start, modal)), None)
        return (
            time is not None
            and not self.page.mask[start : time.start].strip(' "')
            and not (self.page.mask[time.end : modal].strip(" ,"))
        )

    def _days(self, period: Period) -> bool:
        """Whether a time is a day by which: "trước ngày 1/7", no year in which."""
        return len(period.value or "") == len("2024-07-01") and self.page.mask.startswith(_BY_DAY, period.start)

    def _told_which(self, unit: Unit, match: re.Match[str], end: int) -> bool:
        """Whether the words only tell who has the duty behind them: "Người được giao giữ kho phải kiểm kê …"."""
        owed = _OWED.search(self.page.mask, match.end(), end)
        whose = doers.subject(self.page, unit, owed.start() + 1, sure=True) if owed else ()
        return any(match.group() in fold(name) for name in whose)

    def _given_to(self, unit: Unit, match: re.Match[str], end: int) -> Order | None:
        """ "Việc soạn nghị định được giao (cho) Bộ X (chủ trì)": the work stands before the verb."""
        to = _GIVEN_TO.match(self.page.mask, match.end(), end)
        thing = _THING.search(self.page.mask[unit.start : match.start()]) if to else None
        if to is None or thing is None:
            return None
        if not _NOTHING.match(self.page.mask, to.end(), end) and not self.page.begins_work(to.end() + 1, end):
            return None
        names = self.page.names(to.start("who"), to.end("who"))
        return Order(match.start(), unit.start + thing.start("what"), end, names, sure=0.6)
