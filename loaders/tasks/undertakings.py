"""Work that somebody undertakes: "Y sẽ làm Z", "Y đang làm Z", "dự kiến …"; also when only its time is said."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.folding import fold
from kg.model import TaskStatus
from loaders.reading import Unit
from loaders.tables import printed, values
from loaders.tasks import clause_work, doers, fronted, nameless, passives, pledges, reported_forms, schedules, subjects
from loaders.tasks.acting_bodies import RUNS
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Course, Order
from loaders.tasks.undertaking_words import BEHIND_WORK, ONLY_DONE, Word, is_due, is_possible, tells_no_work
from loaders.words import clauses
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON, PROGRAMME, WHOEVER
from loaders.words.flat import Pattern

_SAYS = clauses.alternation("says")
_CARRIED_OUT = re.compile(
    r"\s*(?:tiep tuc\s+)?(?:thuc hien|trien khai|tien hanh|hoan thanh|ket thuc|bat dau|ap dung|dua vao|van hanh"
    r"|khai truong|ra mat|hoat dong|di vao|chay (?:thu|chinh thuc|that)"
    r"|(?:lan luot\s+)?(?:dong giao dien|dong cua|ngung|dung|chuyen sang|mo cua|thay (?:the|cho)|hop nhat"
    r"|don ve|phu song))\b"
)
_WORK_NOUN = re.compile(r"\s*(?:viec|cong tac|qua trinh|hoat dong)\s")
_SERVES = Pattern(
    r"(?:tạo|giúp|góp phần|mang|bảo đảm|đảm bảo|đáp ứng|hỗ trợ|cho phép|cung cấp|thúc đẩy|phục vụ|nâng cao)\b"
)
_THINGS = Pattern(
    r"\s*(?:tinh thần (?:là )?|có )?(?:những|các|toàn bộ|tất cả(?: các)?|mọi|số)\s+"
    r"(?:việc|gì|thủ tục|nội dung|trường hợp|hồ sơ|văn bản|phần|còn lại|khâu|nhiệm vụ|công việc)\b"
)
_BUT_ALSO = re.compile(r"\bkhong (?:chi|dung lai o)\s[^.;:]{3,120}\bma\s+(?:con\s+)?$")
_FORECAST = re.compile(r"\s*(?:se\s+)?(?:giam|tang)\b(?!\s+(?:cuong|toc))")
_ITS_WORK = re.compile(rf"\s*(?:[^,.;:{ACTOR}{PERSON}]{{0,40}},\s*)?(?P<who>{WHOEVER})\s+")
_EXPECTED = re.compile(  # "Sở dự kiến cuối quý III sẽ …", "Chi cục phấn đấu ngay quý I sẽ …"
    r"\b(?:du kien|dat (?:ra )?muc tieu|phan dau|quyet tam|cam ket|hua|hen|co ke hoach|len ke hoach)"
    r"(?:\s[^,.;:]{2,50})?\s$"
)
_THING = Pattern(  # what is expected is no work but a number, a time, a sum
    r"(?:kinh phí|số|tổng|mức|quy mô|thời gian|lộ trình|nguồn|nhu cầu|giá|chi phí|vốn|tỷ lệ|diện tích|khối lượng"
    r"|việc|nội dung|địa điểm|diễn ra|các|những|khoảng|hơn|gần|trên|mỗi|một|hai|ba|bốn|năm|đợt|giai đoạn)\b"
)
_HELPS = Pattern(  # what a thing brings about
    r"(?:giúp|góp phần|mang lại|hạn chế|khắc phục|tránh|giải phóng|làm giảm|làm tăng)\b"
)
_FIRST = re.compile(r"(?:^|[.;:,\"])\s*(?:va\s+)?$")
_STRIVING = frozenset(("dat muc tieu", "dat ra muc tieu", "phan dau", "quyet tam"))
_PLANS = frozenset(("du kien", "co ke hoach", "len ke hoach", "du dinh", "co chu truong", "sap"))
_SHARE = re.compile(r"\d\s?(?:%|phan tram)|\bdat\s|\b(?:top|nhom)\s+\d")  # a goal with a number, no work
_WILL = re.compile(r"(?:(?!\sva\s)[^.;])*?\sse\s")
_AFTER_TIME = re.compile(r"\s*(?:toi|toi day|nay|tro di)?\s*,?\s*")
_BEFORE_TIME = re.compile(
    rf"(?:^|[.,;:\"]\s*|\b(?:va|la|rang|thi|{_SAYS})\s+)"
    r"(?:(?:du kien|ke|tu|den|toi|trong|vao|ngay|dau|cuoi|het|cham nhat|muon nhat|truoc|tu nay)\s+)*$"
)
_ALONG = re.compile(rf"cung(?:\s+voi)?\s+(?:cac\s+)?{WHOEVER}\s+")
_LETS_NOT = re.compile(
    r"(?:kien quyet |tuyet doi )?khong\s+(?:de|thu|tang|cat giam)\s+(?!duoc\b)\w+\s\w+"
)  # "sẽ không để …"
_DRAFTS = re.compile(rf"du thao\s+[{DOCUMENT}{PROGRAMME}]")  # "đang dự thảo Thông tư …", no "dự thảo" handed on
_RATHER = re.compile(r"\s+khong\s[^,.;:]{3,60}?,?\s+ma\s+(?:se\s+)?")  # "sẽ không chờ đợi mà chủ động …"
_BOTH = re.compile(r"vua\s+(?=[^.;:]*\bvua\b)")  # "sẽ vừa giải quyết hồ sơ, vừa cập nhật bản đồ"
_BARE = re.compile(  # nothing but when: who is heard speaks of the own body
    r"\s*\"?\s*(?:(?:hien|hien nay|hien tai|sap toi|toi day|thoi gian toi|trong thoi gian toi|truoc mat|dong thoi"
    r"|sau do|tiep do|ngoai ra|ben canh do|cung voi do)\s*,?\s*)?"
)
_PROMISED = re.compile(  # "tôi xin hứa trước Quốc hội sẽ …", "Bộ trưởng cam kết sẽ …"
    r"\b(?:toi|chung toi)\s+(?:xin\s+)?(?:hua|cam ket|cam doan|bao dam)\b[^.;:\"]{0,60}\s$"
)
_WE_DID = re.compile(r"(?:^|[.;:\"]\s*)(?:[^,.;:\"]{0,60},\s)?chung toi\s[^.;:\"]*$")
_OURS = re.compile(r"\bchung toi\s+(?:cung\s+|van\s+)?$")
_SAID = re.compile(
    rf"\b(?:{_SAYS})\s*,?\s*(?:rang\s*)?(?:(?:trong|vao|tu|den|nam|thang|ngay|quy|dau|cuoi)\s[^,.;:]{{0,30}},?\s*)?$"
)
_BRANCH = re.compile(r"(?:nganh|don vi hanh chinh|luc luong|co quan|chinh quyen|cac (?:co quan|don vi|nganh|co so))\b")
_ANOTHER = re.compile(r",\s+[^,.;:]{2,60}?\s+se\s")  # what another does
_BY_WHOM = re.compile(rf"\s+(?:duoc\s+|se\s+)*do\s+(?P<who>{WHOEVER})\s+(?:chu tri,?\s+)?")


_WAS = Pattern(r"(?:cũng\s+)?(?:đã|vừa|đang)\b")
_STANDS = Pattern(  # what a body is at without getting anything done
    rf"(?:(?:tiếp tục|cùng|từng bước)\s)*(?:{'|'.join(sorted(printed('standing_verbs'), key=len, reverse=True))})\b"
)


class Undertakings:
    """The clauses with a word of undertaking, read in one source."""

    def __init__(self, page: Masked, course: Course) -> None:
        self.page = page
        self.course = course

    def read(self, match: re.Match[str], unit: Unit, end: int, speaker: str | None, *, goes_on: bool) -> Order | None:
        """ "Y sẽ làm Z", "Y đang làm Z"."""
        said = " ".join(match.group().split())
        if said in pledges.WORDS:
            return pledges.order(self.page, self.course, match, unit, end)
        status: TaskStatus = "planned" if values("undertakings")[said] == "planned" else "in-progress"
        rather = _RATHER.match(self.page.mask, match.end(), end)
        after = rather.end() - 1 if rather else match.end()
        word = Word(said, status, unit, match.start(), after, end, speaker, goes_on)
        if tells_no_work(self.page, word):
            return None
        if before := self._expected_of(word) or self._by_whom(word):
            return before
        subject = subjects.of_clause(self.page, unit, word.start)
        if subject is None and said in _STRIVING:
            return None
        trigger = subject.start() if subject else word.start
        if subject is None and word.will and goes_on and (other := nameless.beside(self.page, unit, word.start)):
            return replace(word.order((other[0],), sure=0.6), trigger=other[1]) if self._works(word.work, end) else None
        if subject is None:
            subject, trigger = self._other_subject(word)
        passive = passives.follows(self.page, word.after, end)
        if word.said.endswith("dang") and (passive or passives.by_body(self.page, word.after, end)):
            under_way = passives.done_by(self.page, unit, word.start, word.after, end, status)
            if under_way or not (passive and is_due(self.page, word)):
                return under_way  # of whom nobody speaks, nor by when: how things are
        if (word.will or word.expects) and passives.by_body(self.page, word.after, end):
            return passives.done_by(self.page, unit, word.start, word.after, end, status)
        if passive:
            return passives.done_to(self.page, unit, word.start, end, status)
        carried_out = _CARRIED_OUT.match(self.page.mask, word.after, end)
        done = passives.done_to(self.page, unit, word.start, end, status) if carried_out else None
        if (
            done
            and is_due(self.page, word)
            and (thing := reported_forms.subject_noun(self.page, unit, word.start)) is not None
        ):
            return replace(done, trigger=thing, start=thing)  # "giai đoạn 1 sẽ hoàn thành vào cuối năm"
        if done and _WORK_NOUN.match(self.page.mask, done.start, word.start):
            return done  # "việc thu phí sẽ thực hiện qua mạng"
        forecast = _FORECAST.match(self.page.mask, word.after, end) or _WILL.match(self.page.mask, word.after, end)
        if word.expects and forecast:
            return None  # "dự kiến giảm còn 12 ngày"; "Dự kiến đến năm 2027, X sẽ …" is told by "sẽ"
        if subject is None and word.will and self.page.match(_HELPS, word.work, end):
            return None
        if subject is None:
            return self._of_nobody(word, done)
        return self._of_body(word, subject, trigger)

    def _expected_of(self, word: Word) -> Order | None:
        """The work before it that is expected to be done by a time: "Bộ X lập Y, dự kiến xong trong quý III"."""
        page, begin = self.page, word.unit.start
        if word.goes_on or not word.expects or not ONLY_DONE.match(page.mask, word.after, word.end):
            return None
        begin = max(begin, page.mask.rfind(";", begin, word.start) + 1, page.after_marker(word.unit))
        head = _ITS_WORK.match(page.mask, begin, word.start)
        if head is None or PERSON in head["who"] or not BEHIND_WORK.search(page.mask, begin, word.start):
            return None
        if not page.begins_work(head.end(), word.start) or page.match(_WAS, head.end(), word.start):
            return None
        return Order(head.start("who"), head.end(), word.end, page.names(*head.span("who")), status="planned", sure=0.6)

    def _by_whom(self, word: Word) -> Order | None:
        """ "Kho dữ liệu sẽ do Sở X lập, xong trong quý I": the work of whom the words behind name."""
        by = _BY_WHOM.match(self.page.mask, word.after, word.end) if word.will or word.expects else None
        if by is None or PERSON in by["who"] or not self.page.begins_work(by.end(), word.end):
            return None
        thing = passives.thing(self.page, word.unit, word.start)
        if thing is None or not (is_due(self.page, word) or word.speaker or self.course.ordering):
            return None
        return Order(thing, thing, word.end, self.page.names(*by.span("who")), status=word.status, sure=0.6)

    def _other_subject(self, word: Word) -> tuple[re.Match[str] | None, int]:
        """The subject before what is expected of it, or that of the verb before, and where the clause begins.

        "Sở dự kiến cuối quý III sẽ …", "Bộ X đã cấp …, sắp tới sẽ …".
        """
        before = self.page.mask[word.unit.start : word.start]
        expected = _EXPECTED.search(before) if word.will else None
        subject = subjects.of_clause(self.page, word.unit, word.unit.start + expected.start()) if expected else None
        if subject or self._is_own(word) or subjects.WE.search(before):
            return subject, subject.start() if subject else word.start
        return subjects.coordinated(self.page, word.unit, word.start), word.start

    def _is_own(self, word: Word) -> bool:
        """Whether who is heard speaks of the own body by a noun only: "đơn vị sẽ …"."""
        return self.course.speaker is not None and reported_forms.is_self(self.page, word.unit, word.start)

    def _of_nobody(self, word: Word, done: Order | None) -> Order | None:
        """The work of a clause that names no body: that of who is heard, of a thing, of who is told by a noun."""
        before = self.page.mask[word.unit.start : word.start]
        if word.expects and (expected := self._expected(word, before)):
            return expected
        heard = self.course.speaker is not None
        works = self._works(word.work, word.end)
        own = subjects.speakers_body(self.page, self.course)
        if subjects.WE.search(before) or (_BARE.fullmatch(before) and heard):
            ours = _OURS.search(before) is not None
            any_work = word.speaker and ours and word.will and self._any_work(word.work, word.end)
            return word.order(own if ours else (), sure=0.6) if works or any_work else None
        if heard and _PROMISED.search(before) and works:
            return word.order(own, sure=0.6)
        if self._is_own(word):
            ready = works or clause_work.has_ready(self.page, word.work, word.end)
            return word.order(own, sure=0.6) if ready and own else None
        if works and word.goes_on and subjects.JOINED.search(before):
            return word.order(("…",), sure=0.6)
        if works and _SAID.search(before):
            return word.order(own, sure=0.6)
        if works and heard and _BUT_ALSO.search(before):
            return word.order((), sure=0.5)
        return self._by_noun(word, done, works=works)

    def _expected(self, word: Word, before: str) -> Order | None:
        """ "Dự kiến trong quý II bàn giao kho dữ liệu": a plan, or only by when a thing is expected."""
        if plan := schedules.planned(self.page, word.start, word.end):
            return plan
        if self.page.match(_THING, word.work, word.end) or not self.page.ahead(word.after, word.end):
            return None
        ours = subjects.speakers_body(self.page, self.course) if _WE_DID.search(before) else ()
        thing = None if ours else reported_forms.subject_noun(self.page, word.unit, word.start)
        if not ours and thing is None and _FIRST.search(before) and not self._works_then(word):
            return None  # "Dự kiến ngày mai trời mưa"
        begin = word.start if thing is None else thing
        return Order(begin, begin, word.end, ours, status=word.status, sure=0.5)

    def _works_then(self, word: Word) -> bool:
        """Whether work follows the time that is expected, also with who does it by a noun."""
        when = clauses.BY_WHEN.match(self.page.mask, word.work, word.end)
        start = when.end() if when else word.work
        return self.page.begins_work(start, word.end) or nameless.opening(self.page, start, word.end) is not None

    def _by_noun(self, word: Word, done: Order | None, *, works: bool) -> Order | None:
        """The work of who or what has no name: "những hồ sơ còn lại sẽ xử lý trong tuần", "ngành thuế sẽ rà soát …"."""
        page, speaker, planned = self.page, word.speaker, word.status == "planned"
        if planned and speaker and works:
            handled = passives.done_to(page, word.unit, word.start, word.end, word.status)
            serves = page.match(_SERVES, word.work, word.end)
            if handled and not serves and page.match(_THINGS, handled.start, word.start):
                return handled
        if works and self._dated(word.unit, word.start):
            return word.order((), sure=0.5)
        if planned and works and not page.mask.startswith((" phai ", " can "), word.after):
            doer = nameless.doer(page, word.unit, word.start)
            if doer and (speaker or _BRANCH.match(fold(doer))):
                return word.order((doer,), sure=0.5)
            if speaker:
                return None
        return self._ready_by(word, done) if done and speaker and word.will and is_due(self.page, word) else None

    def _of_body(self, word: Word, subject: re.Match[str], trigger: int) -> Order | None:
        """The work of the bodies before the word."""
        mask, end = self.page.mask, word.end
        start = word.after + len(mask[word.after : end]) - len(mask[word.after : end].lstrip())
        if PERSON in subject["who"] or not self._does(word, subject, start):
            return None
        if subjects.relative(self.page, word.unit.start, subject.start("who"), start, end):
            return None
        within = self.page.mentions(subject.start("who"), subject.end("who"))
        groups = [m for m in within if m.kind == "group" and not fold(m.name).startswith("nganh ")]
        if word.status == "in-progress" and (groups or RUNS.match(mask, start, end)):
            return None  # "đang vận hành 12 hệ thống", "các sở đang …": how things are, no undertaking
        names = subjects.own_or_named(self.page, subject, word.speaker)
        front = fronted.thing(self.page, word.unit, subject.start("who"), start, end)
        if front is not None:  # "nghị định này Bộ sẽ trình …"
            return Order(*front, end, names, status=word.status, sure=0.6)
        return Order(trigger, start, end, names, status=word.status, sure=0.6)

    def _ready_by(self, word: Word, done: Order) -> Order | None:
        """ "Sang quý II kho mới sẽ chạy chính thức": up to what another does then."""
        when = clauses.BY_WHEN.match(self.page.mask, done.start, word.start)
        if doers.is_doer(self.page, when.end() if when else done.start, word.start):
            return None
        another = _ANOTHER.search(self.page.mask, word.after, word.end)
        return replace(done, end=another.start() if another else word.end)

    def _does(self, word: Word, subject: re.Match[str], start: int) -> bool:
        """Whether the subject's work follows the trigger: by a known verb, or after "sẽ", "dự kiến" by any."""
        end = word.end
        when = clauses.BY_WHEN.match(self.page.mask, start, end)
        begin = when.end() if when else start
        if word.said in _STRIVING:
            bodies = subjects.are_bodies(self.page, subject, groups=True)
            works = self._works(begin, end) or (when is not None and subjects.any_verb(self.page, begin, end))
            return bodies and works and not _SHARE.search(self.page.mask, begin, end)
        if self._works(start, end) or (when and word.said in _PLANS and self._works(begin, end)):
            return True
        if word.will:
            if self.page.mask.endswith("phia ", subject.start() - 5, subject.start()):
                return subjects.any_verb(self.page, start, end)  # "Phía Na Uy sẽ đón …"
            return clause_work.has_ready(self.page, start, end) or subjects.act_by_any_verb(
                self.page, subject, start, end
            )
        if word.said.endswith("dang"):
            known = self.page.match(_STANDS, start, end) is not None
            return not known and subjects.act_by_any_verb(self.page, subject, start, end)
        plans = word.said in _PLANS and not self.page.match(_THING, begin, end)
        return plans and subjects.act_by_any_verb(self.page, subject, begin, end)

    def _works(self, start: int, end: int) -> bool:
        """Whether work follows, also behind with whom it is done: "sẽ cùng Bộ Nội vụ ban hành …"."""
        along = _ALONG.match(self.page.mask, start, end)
        if along:
            return clauses.does_work(self.page.mask, along.end(), end)
        if _LETS_NOT.match(self.page.mask, start, end) or _DRAFTS.match(self.page.mask, start, end):
            return True
        both = _BOTH.match(self.page.mask, start, end)
        return self.page.begins_work(both.end() if both else start, end)

    def _any_work(self, start: int, end: int) -> bool:
        """Whether what "chúng tôi" will do follows, by whatever verb."""
        return subjects.any_verb(self.page, start, end) and not is_possible(self.page, start - 1, end)

    def _dated(self, unit: Unit, trigger: int) -> bool:
        """Whether nothing but a time to come stands between the clause's beginning and the trigger."""
        near = [p for p in self.page.moments(max(unit.start, trigger - 60), trigger) if not self.page.past(p)]
        if not near or not _AFTER_TIME.fullmatch(self.page.mask, near[-1].end, trigger):
            return False
        return _BEFORE_TIME.search(self.page.mask[unit.start : near[-1].start]) is not None
