"""Work that somebody undertakes: "Y sẽ làm Z", "Y đang làm Z", "dự kiến …"; also when only its time is said."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.folding import fold
from kg.model import TaskStatus
from loaders.reading import Unit
from loaders.tables import printed, values
from loaders.tasks import clause_work, doers, nameless, passives, pledges, reported_forms, schedules, subjects
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Course, Order
from loaders.words import clauses
from loaders.words.clauses import ACTOR, PERSON, WHOEVER
from loaders.words.flat import Pattern

_SAYS = clauses.alternation("says")
_CARRIED_OUT = re.compile(
    r"\s*(?:tiep tuc\s+)?(?:thuc hien|trien khai|tien hanh|hoan thanh|ket thuc|bat dau|ap dung|dua vao|van hanh"
    r"|khai truong|ra mat|hoat dong|di vao|chay (?:thu|chinh thuc|that)"
    r"|(?:lan luot\s+)?(?:dong giao dien|dong cua|ngung|dung|chuyen sang|mo cua|thay the|hop nhat|don ve|phu song))\b"
)
_RUNS = re.compile(
    r"(?:khai thac|su dung|quan ly|van hanh|cung cap|phuc vu|so huu|luu tru)"
    r"\s+(?:hon\s+|gan\s+|khoang\s+|tren\s+|toi\s+)?\d"
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
_ONLY_WHEN = re.compile(
    r"\s*(?:se\s+)?(?:hoan thanh|trinh|ban hanh|xong|cong bo|ket thuc|van hanh|ra mat|khai truong"
    rf"|dua vao (?:su dung|van hanh|khai thac|hoat dong))(?:\s+[{ACTOR}{PERSON}]++)?\s+"
    r"(?=trong|truoc|vao|dau|cuoi|giua|quy|thang|nam|ngay|tu)(?:[\s\d/.,:-]|\b(?:ngay|thang|nam|quy|[ivx]+|truoc|trong"
    r"|den|cham nhat|muon nhat|vao|het|dau|cuoi|giua|nay|toi|sau|tu)\b)*$"
)
_EXPECTED = re.compile(  # "Sở dự kiến cuối quý III sẽ …", "Chi cục phấn đấu ngay quý I sẽ …"
    r"\b(?:du kien|dat (?:ra )?muc tieu|phan dau|quyet tam|cam ket|hua|hen|co ke hoach|len ke hoach)"
    r"(?:\s[^,.;:]{2,50})?\s$"
)
_THING = Pattern(  # what is expected is no work but a number, a time, a sum
    r"(?:kinh phí|số|tổng|mức|quy mô|thời gian|lộ trình|nguồn|nhu cầu|giá|chi phí|vốn|tỷ lệ|diện tích|khối lượng"
    r"|việc|nội dung|địa điểm|các|những|khoảng|hơn|gần|trên|mỗi|một|hai|ba|bốn|năm|đợt|giai đoạn)\b"
)
_HELPS = Pattern(  # what a thing brings about
    r"(?:giúp|góp phần|mang lại|hạn chế|khắc phục|tránh|giải phóng|làm giảm|làm tăng)\b"
)
_STRIVING = frozenset(("dat muc tieu", "dat ra muc tieu", "phan dau", "quyet tam"))
_PLANS = frozenset(("du kien", "co ke hoach", "len ke hoach", "du dinh", "co chu truong", "sap"))
_SHARE = re.compile(r"\d\s?(?:%|phan tram)|\bdat\s")  # a goal with a number, no work
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
_HAS_SHARE = re.compile(rf"\d\s?%\s(?!trong\b)[^.;:,\"{PERSON}]{{2,120}}$")
_IF = Pattern(r"[\s\"]*(?:nếu|khi(?! (?:đó|ấy)\b)|trường hợp)\b")
_IF_INSIDE = Pattern(r"\bnếu\b[^.;:]*$", "nếu")
_ANOTHER = re.compile(r",\s+[^,.;:]{2,60}?\s+se\s")  # what another does
_AS_RULED = re.compile(r"\s*(?:bi\s+)?xu ly\s+(?:nghiem\s+)?(?:theo|dung)\s+(?:dung\s+)?(?:quy dinh|phap luat)\b[^,]*$")
_THEN = re.compile(r"(?:,|\bthi)\s+[^,]{0,80}$")  # the case is told, and what is done in it follows
_CAN = Pattern(r"(?:\s\w+)?\s+được\s+(?!giao\b|phân công\b)")  # "sẽ tiết kiệm được …": what comes of it, no work
_CANNOT = Pattern(
    r"\b(?:không thể|khó có thể|chưa thể|không có nghĩa)\b[^.;:]*$", "không thể|khó có thể|chưa thể|không có nghĩa"
)
_HOPED = Pattern(
    r"\b(?:hy vọng|hứa hẹn|mong rằng|mong muốn|kỳ vọng|tin rằng|tin tưởng|dự báo)\b[^.;:]*$",
    "hy vọng|hứa hẹn|mong rằng|mong muốn|kỳ vọng|tin rằng|tin tưởng|dự báo",
)


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
        mask = self.page.mask
        if " ".join(match.group().split()) in pledges.WORDS:
            return pledges.order(self.page, self.course, match, unit, end)
        said = values("undertakings")[" ".join(match.group().split())]
        status: TaskStatus = "planned" if said == "planned" else "in-progress"
        if self.page.search(_HOPED, unit.start, match.start()):
            return None
        cases = (
            self.page.match(_IF, unit.start, match.start()),
            self.page.search(_IF_INSIDE, unit.start, match.start()),
        )
        if any(cases) and not self._told_of_case(match, unit, end):
            return None
        if self.page.search(_CANNOT, unit.start, match.start()) or self._possible(match.end(), end):
            return None
        if goes_on and match.group().startswith("du kien") and _ONLY_WHEN.match(mask, match.end(), end):
            return None  # "đang soạn thảo nghị định, dự kiến trình trong quý II": when the work is to be done
        if _HAS_SHARE.search(mask, max(unit.start, match.start() - 160), match.start()):
            return None  # "90% trường học sẽ dùng học bạ số": a goal with its number
        before = mask[unit.start : match.start()]
        subject = subjects.of_clause(self.page, unit, match.start())
        if subject is None and " ".join(match.group().split()) in _STRIVING:
            return None
        expected = _EXPECTED.search(before) if not subject and match.group().endswith("se") else None
        if expected:
            subject = subjects.of_clause(self.page, unit, unit.start + expected.start())
        begins = subject.start() if subject else match.start()
        own_body = self.course.speaker is not None and reported_forms.is_self(self.page, unit, match.start())
        if not subject and not own_body and not subjects.WE.search(before):
            subject = subjects.coordinated(self.page, unit, match.start())
        if passives.follows(self.page, match.end(), end):
            return passives.done_to(self.page, unit, match.start(), end, status)
        carried_out = _CARRIED_OUT.match(mask, match.end(), end)
        done = passives.done_to(self.page, unit, match.start(), end, status) if carried_out else None
        due = done is not None and self._due(unit, match, end)
        if done and due and (thing := reported_forms.subject_noun(self.page, unit, match.start())):
            return replace(done, trigger=thing, start=thing)  # "giai đoạn 1 sẽ hoàn thành vào cuối năm"
        if done and _WORK_NOUN.match(mask, done.start, match.start()):
            return done  # "việc thu phí sẽ thực hiện qua mạng"
        if match.group().startswith("du kien") and (
            _FORECAST.match(mask, match.end(), end) or _WILL.match(mask, match.end(), end)
        ):
            return None  # "dự kiến giảm còn 12 ngày"; "Dự kiến đến năm 2027, X sẽ …" is told by "sẽ"
        if not subject and match.group().endswith("se") and self.page.match(_HELPS, match.end() + 1, end):
            return None
        plan = schedules.planned(self.page, match.start(), end) if match.group().startswith("du kien") else None
        if plan and not subject:
            return plan
        counts = self.page.match(_THING, match.end() + 1, end)
        if not subject and not counts and match.group().startswith("du kien") and self.page.ahead(match.end(), end):
            ours = subjects.speakers_body(self.page, self.course) if _WE_DID.search(before) else ()
            thing = None if ours else reported_forms.subject_noun(self.page, unit, match.start())
            begin = match.start() if thing is None else thing
            return Order(begin, begin, end, ours, status=status, sure=0.5)
        if not subject and (subjects.WE.search(before) or (_BARE.fullmatch(before) and self.course.speaker)):
            if not self._works(match.end() + 1, end) and not (
                speaker
                and _OURS.search(before)
                and match.group().endswith("se")
                and self._any_work(match.end() + 1, end)
            ):
                return None
            whose = subjects.speakers_body(self.page, self.course) if _OURS.search(before) else ()
            return Order(match.start(), match.end() + 1, end, whose, status=status, sure=0.6)
        if not subject and self.course.speaker and _PROMISED.search(before) and self._works(match.end() + 1, end):
            own = subjects.speakers_body(self.page, self.course)
            return Order(match.start(), match.end() + 1, end, own, status=status, sure=0.6)
        if not subject and own_body:
            works = self._works(match.end() + 1, end) or clause_work.has_ready(self.page, match.end() + 1, end)
            own = subjects.speakers_body(self.page, self.course) if works else ()
            return Order(match.start(), match.end() + 1, end, own, status=status, sure=0.6) if own else None
        if not subject and goes_on and subjects.JOINED.search(before) and self._works(match.end() + 1, end):
            return Order(match.start(), match.end() + 1, end, ("…",), status=status, sure=0.6)
        if not subject and _SAID.search(mask[unit.start : match.start()]) and self._works(match.end() + 1, end):
            own = subjects.speakers_body(self.page, self.course)
            return Order(match.start(), match.end() + 1, end, own, status=status, sure=0.6)
        if not subject and self.course.speaker and _BUT_ALSO.search(before) and self._works(match.end() + 1, end):
            return Order(match.start(), match.end() + 1, end, (), status=status, sure=0.5)
        if not subject and status == "planned" and speaker and self._works(match.end() + 1, end):
            done = passives.done_to(self.page, unit, match.start(), end, status)
            serves = self.page.match(_SERVES, match.end() + 1, end)
            if done and not serves and self.page.match(_THINGS, done.start, match.start()):
                return done  # "những hồ sơ còn lại sẽ xử lý trong tuần"
        if not subject and self._dated(unit, match.start()) and self._works(match.end() + 1, end):
            return Order(match.start(), match.end() + 1, end, (), status=status, sure=0.5)
        modal = mask.startswith((" phai ", " can "), match.end())
        if not subject and status == "planned" and speaker and not modal and self._works(match.end() + 1, end):
            doer = nameless.doer(self.page, unit, match.start())
            return Order(match.start(), match.end() + 1, end, (doer,), status=status, sure=0.5) if doer else None
        if not subject and status == "planned" and not modal and self._works(match.end() + 1, end):
            branch = nameless.doer(self.page, unit, match.start())
            if branch and _BRANCH.match(fold(branch)):
                return Order(match.start(), match.end() + 1, end, (branch,), status=status, sure=0.5)
        if not subject and done and due and speaker and match.group().endswith("se"):
            return self._ready_by(done, match, end)
        if not subject or PERSON in subject["who"]:
            return None
        start = match.end() + len(mask[match.end() : end]) - len(mask[match.end() : end].lstrip())
        if not self._does(match, subject, start, end):
            return None
        if subjects.relative(self.page, unit.start, subject.start("who"), start, end):
            return None
        if status == "in-progress" and _RUNS.match(mask, start, end):
            return None  # "đang vận hành 12 hệ thống": how things are
        groups = [m for m in self.page.mentions(subject.start("who"), subject.end("who")) if m.kind == "group"]
        if groups and status == "in-progress":
            return None  # what a nameless group is doing is a state of things, not an undertaking
        names = subjects.own_or_named(self.page, subject, speaker)
        return Order(begins, start, end, names, status=status, sure=0.6)

    def _ready_by(self, done: Order, match: re.Match[str], end: int) -> Order | None:
        """ "Sang quý II kho mới sẽ chạy chính thức": up to what another does then."""
        when = clauses.BY_WHEN.match(self.page.mask, done.start, match.start())
        if doers.is_doer(self.page, when.end() if when else done.start, match.start()):
            return None
        another = _ANOTHER.search(self.page.mask, match.end(), end)
        return replace(done, end=another.start() if another else end)

    def _does(self, match: re.Match[str], subject: re.Match[str], start: int, end: int) -> bool:
        """Whether the subject's work follows the trigger: by a known verb, or after "sẽ", "dự kiến" by any."""
        word = " ".join(match.group().split())
        when = clauses.BY_WHEN.match(self.page.mask, start, end)
        begin = when.end() if when else start
        if word in _STRIVING:
            bodies = subjects.are_bodies(self.page, subject, groups=True)
            works = self._works(begin, end) or (when is not None and subjects.any_verb(self.page, begin, end))
            return bodies and works and not _SHARE.search(self.page.mask, begin, end)
        if self._works(start, end) or (when and word in _PLANS and self._works(begin, end)):
            return True
        if word.endswith("se"):
            if self.page.mask.endswith("phia ", subject.start() - 5, subject.start()):
                return subjects.any_verb(self.page, start, end)  # "Phía Na Uy sẽ đón …"
            return clause_work.has_ready(self.page, start, end) or subjects.act_by_any_verb(
                self.page, subject, start, end
            )
        if word.endswith("dang"):
            known = self.page.match(_STANDS, start, end) is not None
            return not known and subjects.act_by_any_verb(self.page, subject, start, end)
        plans = word in _PLANS and not self.page.match(_THING, begin, end)
        return plans and subjects.act_by_any_verb(self.page, subject, begin, end)

    def _told_of_case(self, match: re.Match[str], unit: Unit, end: int) -> bool:
        """Whether a body undertakes something for a case that is told before it, or a thing will be done by a time."""
        if not (match.group().endswith("se") and _THEN.search(self.page.mask, unit.start, match.start())):
            return False
        if _AS_RULED.match(self.page.mask, match.end(), end):
            return False
        if self.page.ahead(match.end(), end):
            return True
        subject = subjects.of_clause(self.page, unit, match.start())
        acts = subject is None or subjects.are_bodies(self.page, subject, groups=True)
        return acts and not passives.follows(self.page, match.end(), end)

    def _due(self, unit: Unit, match: re.Match[str], end: int) -> bool:
        """Whether a time to come stands behind the trigger, or opens the clause."""
        return self.page.ahead(match.end(), end) or self.page.ahead(unit.start, match.start())

    def _works(self, start: int, end: int) -> bool:
        """Whether work follows, also behind with whom it is done: "sẽ cùng Bộ Nội vụ ban hành …"."""
        along = _ALONG.match(self.page.mask, start, end)
        if along:
            return clauses.does_work(self.page.mask, along.end(), end)
        if _LETS_NOT.match(self.page.mask, start, end):
            return True
        both = _BOTH.match(self.page.mask, start, end)
        return self.page.begins_work(both.end() if both else start, end)

    def _any_work(self, start: int, end: int) -> bool:
        """Whether what "chúng tôi" will do follows, by whatever verb."""
        return subjects.any_verb(self.page, start, end) and not self._possible(start - 1, end)

    def _dated(self, unit: Unit, trigger: int) -> bool:
        """Whether nothing but a time to come stands between the clause's beginning and the trigger."""
        near = [p for p in self.page.moments(max(unit.start, trigger - 60), trigger) if not self.page.past(p)]
        if not near or not _AFTER_TIME.fullmatch(self.page.mask, near[-1].end, trigger):
            return False
        return _BEFORE_TIME.search(self.page.mask[unit.start : near[-1].start]) is not None

    def _possible(self, start: int, end: int) -> bool:
        """Whether the verb says what can be reached, not what is done: "sẽ giảm được 30% chi phí"."""
        verb = clauses.work_verb(self.page.mask, start + 1, end)
        return verb is not None and self.page.match(_CAN, verb.end(), end) is not None
