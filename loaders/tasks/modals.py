"""Work that somebody owes by a modal: "Y cần làm Z", "Y có trách nhiệm Z", "Y được giao Z"."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.reading import DocumentMention, Period, Unit
from loaders.tables import printed
from loaders.tasks import (
    bans,
    cases,
    clause_work,
    doers,
    fronted,
    inserted_speech,
    joint_duties,
    modal_things,
    nameless,
    no_duties,
    subjects,
)
from loaders.tasks.masked import Masked
from loaders.tasks.modal import NOTHING, Modal
from loaders.tasks.orders import MUSTS, Course, Order
from loaders.words import clauses
from loaders.words.clauses import ACTOR, PERSON, WHO, WHOEVER
from loaders.words.flat import Pattern

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
_NEEDED = Pattern(rf"(?:\d|(?:{'|'.join(sorted(printed('needed_things'), key=len, reverse=True))})\b)")
_BY = Pattern(r"\b(?:do|(?<!thì )(?<!, )khi|từng)\s+$")
_PROVIDES = re.compile(  # "Nghị định 12 quy định cơ quan tiếp nhận phải …", "Quyết định 7 bắt mọi xã phải …"
    r"\b(?:quy dinh|neu ro|yeu cau|luu y|noi ro|ghi ro|chi ro|doi hoi|bat buoc|buoc|bat|an dinh)\s*,?\s+"
    r"(?:[^,.;:]{0,30}:\s+)?(?=[^,.;:]+$)"
)
_SOME = re.compile(rf"\b(?:nhieu|khong it|mot so|phan lon|hau het|da so)\s+[{ACTOR}]+\s+$")
_EAGER = re.compile(rf"(?:(?:{clauses.alternation('eager_words')}|som|ngay|nhanh)\s+)+(?=\w)")
_SENTENCE = 3  # words that say a task without its subject
_ALONG = re.compile(rf"cung\s+(?:voi\s+)?(?:cac\s+)?{WHOEVER}\s+(?=\w)")
_AMONG = re.compile(r"\btrong do,?\s*$")
_CONTENT = re.compile(
    rf",\s+trong do\s+(?:moi|tung|tat ca|toan bo|ho so|nguoi|van ban)\b[^,;.:{ACTOR}{PERSON}]{{0,60}}$"
)
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
        if order is None or order.mandate:
            return order
        cited = self._provided(unit, match.start())
        return replace(order, mandate=cited.id, directed_by=order.directed_by or cited.issuer) if cited else order

    def _provided(self, unit: Unit, at: int) -> DocumentMention | None:
        """The document that says what somebody has to do: "Nghị định 12 quy định cơ quan tiếp nhận phải …"."""
        says = _PROVIDES.search(self.page.mask[unit.start : at])
        return self.page.giving(unit, unit.start + says.start()) if says else None

    def _read(self, match: re.Match[str], unit: Unit, end: int, speaker: str | None, *, goes_on: bool) -> Order | None:
        if match.group() == "khong duoc":
            return self._ban(match, unit, end, speaker)
        if match.group() == "co":
            return bans.allows_time(self.page, self.course, match, unit, end)
        if first := modal_things.foremost(self.page, match, unit, end) or modal_things.of_thing(
            self.page, self.course, match, unit, end, speaker
        ):
            return first
        modal = self._modal(match, unit, end, speaker, goes_on=goes_on)
        if goes_on and match.group() in MUSTS and _CONTENT.search(modal.before):
            return None  # "xây dựng quy chế, trong đó mỗi người phải …": what is in it
        if no_duties.told(self.page, unit, match, modal.start, end):
            return None
        if modal.passive and (given := modal_things.given_to(self.page, unit, match, end)):
            return given
        if inserted := self._inserted(modal, match):
            return inserted
        subject = subjects.of_clause(self.page, unit, modal.at)
        if subject and self._tells_apart(modal, subject):
            return None
        self._read_work(modal, match)
        if (which := self._whichever(modal)) and subject is None:
            return which
        whose = self._as_printed(modal)
        if both := joint_duties.with_work_before(self.page, modal):
            return both
        if subject:
            return self._of_subject(modal, subject, whose)
        if whose:
            return Order(modal.at, modal.begin, end, whose, sure=0.7)
        if (
            named := self._of_noun(modal)
            or modal_things.of_doing(self.page, self.course, modal)
            or modal_things.of_dated_thing(self.page, self.course, modal)
        ):
            return named
        if modal.of_duty and unit.lead in self.course.leads and _OPENING.search(modal.before):
            return Order(modal.at, modal.start, end)  # "- Có trách nhiệm …" below who has it
        return None if modal.passive else self._of_doer(modal) or self._of_nobody(modal)

    def _ban(self, match: re.Match[str], unit: Unit, end: int, speaker: str | None) -> Order | None:
        """ "Y không được làm Z", also where who is heard says so of nobody."""
        if banned := bans.forbids(self.page, self.course, match, unit, end):
            return banned
        told = speaker and _OPENING.search(self.page.mask[unit.start : match.start()])
        if not told or not bans.is_ban(self.page, match, end):
            return None
        return Order(match.start(), match.start(), end, (), sure=0.5)

    def _modal(self, match: re.Match[str], unit: Unit, end: int, speaker: str | None, *, goes_on: bool) -> Modal:
        """The modal with where the words behind it begin."""
        rest = _AFTER_MODAL.match(self.page.mask, match.end(), end)
        start = rest.end() if rest else match.end()
        before = self.page.mask[unit.start : match.start()]
        return Modal(match.group(), unit, match.start(), end, speaker, goes_on, start, before)

    def _tells_apart(self, modal: Modal, subject: re.Match[str]) -> bool:
        """Whether a clause in the passive only tells which: "kho dữ liệu do Bộ X được giao quản lý", or when."""
        begin = max(modal.unit.start, subject.start() - 12)
        return modal.passive and self.page.search(_BY, begin, subject.start()) is not None

    def _read_work(self, modal: Modal, match: re.Match[str]) -> None:
        """Finds where the work begins, and whether it does by a verb that the tables know."""
        mask, end = self.page.mask, modal.end
        if modal.passive and (by := _GIVEN_BY.match(mask, modal.at + len("duoc "), end)):
            modal.start = max(modal.start, by.end())
        along = _ALONG.match(mask, modal.start, end)  # "phải cùng các sở rà soát …"
        modal.works = self.page.begins_work(along.end() if along else modal.start, end)
        modal.nothing = NOTHING.match(mask, modal.start, end) is not None
        if modal.said == "chiu trach nhiem" and not modal.works and not modal.nothing:
            modal.start = match.start()  # "chịu trách nhiệm về dữ liệu": the words are the work

    def _inserted(self, modal: Modal, match: re.Match[str]) -> Order | None:
        """ "Các trường tiểu học, bà Hoa lưu ý, cần lập hồ sơ …"."""
        told = inserted_speech.before(self.page, modal.unit, modal.at)
        if told is None or modal.passive:
            return None
        self._read_work(modal, match)
        if not (modal.works or subjects.any_verb(self.page, modal.start, modal.end)):
            return None
        return Order(modal.at, modal.start, modal.end, told.names, told.by or modal.speaker, sure=0.6)

    def _whichever(self, modal: Modal) -> Order | None:
        """ "Xã nào chưa nộp phải giải trình", where orders are told."""
        if modal.passive or not (modal_things.ordered(self.course, modal) or self.course.ordering):
            return None
        who = nameless.whichever_before(self.page, modal.unit, modal.at, modal.end)
        if who is None or not (modal.works or subjects.any_verb(self.page, modal.start, modal.end)):
            return None
        behind = self.page.mask.endswith(", ", modal.unit.start, who[1])  # "các xã rà soát, nơi nào … thì phải …"
        return Order(who[1] if behind else modal.at, modal.start, modal.end, (who[0],), sure=0.6)

    def _as_printed(self, modal: Modal) -> tuple[str, ...]:
        """Those who have the duty, named or not, as the words right before it tell them."""
        must = self.course.provisions and modal.said in MUSTS and (modal.works or modal.must)
        if not modal.of_duty and not must:
            return ()
        sure = modal.of_duty and (modal.works or modal.nothing)
        return doers.subject(self.page, modal.unit, modal.at, sure=sure)

    def _of_subject(self, modal: Modal, subject: re.Match[str], whose: tuple[str, ...]) -> Order | None:
        """The duty of the bodies before the modal; `whose` are those with the doers without a name beside them."""
        page, end = self.page, modal.end
        if modal.must and _SOME.search(modal.before):
            return None  # "nhiều doanh nghiệp phải đổi cách làm": how things are
        names = page.names(subject.start("who"), subject.end("who"), subject.end("more"))
        names = whose if len(whose) > len(names) else names
        if modal.nothing:
            return Order(subject.start(), end, end, names)
        start, works = modal.start, modal.works or modal.strong
        if not works and (modal.must or self._told_to(modal)):
            eager = _EAGER.match(page.mask, start, end)
            start = eager.end() if eager else start
            works = subjects.act_by_any_verb(page, subject, start, end, groups=True)
            works = works or clause_work.must_have(page, start, end)
        under = None if works or not modal.must else self._under(modal)
        works = works or (bool(under) and subjects.any_verb(page, start, end))
        told = modal.must or modal.said == "can"
        front = fronted.thing(page, modal.unit, subject.start("who"), start, end) if told else None
        if front is not None:
            return Order(*front, end, names, sure=0.7)  # "hồ sơ thiết kế thì Sở X phải nộp trước 30/11"
        if works:
            each = nameless.each(page, modal.unit, modal.at) or names
            return Order(subject.start(), start, end, each, passive=modal.passive)
        if ACTOR in subject["who"]:
            self.undecided.append((subject.start("who"), end))
        return None

    def _told_to(self, modal: Modal) -> bool:
        """Whether somebody is heard, or orders are told, and what "cần" stands before is no thing."""
        told = modal.speaker or self.course.context.orders
        return bool(told) and not self.page.match(_NEEDED, modal.start, modal.end)

    def _of_noun(self, modal: Modal) -> Order | None:
        """ "Ba công ty cấp nước được giao …", "Doanh nghiệp có hạ tầng viễn thông có trách nhiệm …"."""
        begin = modal.end if NOTHING.match(self.page.mask, modal.start, modal.end) else modal.start
        if modal.strong and (named := nameless.noun(self.page, modal.unit, modal.at)):
            return Order(modal.at, begin, modal.end, (named,), sure=0.6, passive=modal.passive)
        described = None
        if modal.strong and not modal.passive:
            described = nameless.described(self.page, modal.unit, modal.at)
        return Order(modal.at, begin, modal.end, (described,), sure=0.7) if described else None

    def _must_have(self, modal: Modal) -> bool:
        """Whether a thing to have ready follows: "phải có danh mục …"."""
        return clause_work.must_have(self.page, modal.start, modal.end)

    def _under(self, modal: Modal) -> DocumentMention | None:
        """The document by which a clause says what has to be done."""
        return self._provided(modal.unit, modal.at) or subjects.under(self.page, modal.unit, modal.at)

    def _of_doer(self, modal: Modal) -> Order | None:
        """ "Cơ quan thuế cần nghiên cứu …", "Công chức phải đối chiếu …": by a noun, where orders are told."""
        page, unit, at, start, end = self.page, modal.unit, modal.at, modal.start, modal.end
        if modal.strong or page.search(cases.BEFORE, unit.start, at):
            return None
        under = self._under(modal)
        due = modal.must and any(map(self._days, page.times(unit.start, end))) and page.deadline(unit.start, end)
        if not (self.course.speaker or self.course.ordering or under or due):
            return None
        if len(page.mask[start:end].split()) < _SENTENCE:
            return None
        works = modal.works or self._must_have(modal)
        owed = works or due or not modal.must  # else it may tell how they make do
        named = subjects.told_apart(page, unit, at, due=bool((due or modal.goes_on) and works)) if owed else ()
        if (modal.must and (under or due or self.course.ordering)) or named:
            works = works or subjects.any_verb(page, start, end)  # else who speaks may tell how things are
        named = (named or nameless.each(page, unit, at)) if works else ()
        if not named and modal.must and (anybody := nameless.complying(page, unit, at, start, end)):
            named = (anybody,)
        if not named and works and (doer := nameless.doer(page, unit, at)):
            named = (doer,)
        if not named and works and under and modal.must and (whoever := nameless.ruled(page, unit, at)):
            named = (whoever,)
        issuer, mandate = (under.issuer, under.id) if under else (None, None)
        return Order(at, start, end, named, issuer, mandate, sure=0.5) if named else None

    def _of_nobody(self, modal: Modal) -> Order | None:
        """Work that is to be done by those of whom the sentence speaks, or by nobody that it tells."""
        if not modal.works and not (modal_things.ordered(self.course, modal) and self._must_have(modal)):
            return None
        if we := subjects.WE.search(modal.before):
            if self.page.search(cases.BEFORE, modal.unit.start, modal.at):
                return None  # "Trước đây chúng tôi phải nhập tay …"
            ours = subjects.speakers_body(self.page, self.course) if "toi" in we[0] and modal.must else ()
            return modal.order(ours, sure=0.6)
        if toward := subjects.toward(self.page, modal.unit, modal.at):
            return modal.order(toward, sure=0.6)
        if _OPENING.search(modal.before) or self._only_when(modal.unit, modal.at):
            whoever = ("…",) if modal.goes_on or self.course.context.orders else ()
            return modal.order(whoever, sure=0.6)
        if _AMONG.search(modal.before) and (names := subjects.topic(self.page, modal.unit, modal.at)):
            return modal.order(names, sure=0.7)  # "Y cụ thể hóa …, trong đó cần làm Z"
        if modal.goes_on and subjects.JOINED.search(modal.before):
            return modal.order(("…",), sure=0.7)  # "giao Y làm Z …, và phải có phương án …"
        return None

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
