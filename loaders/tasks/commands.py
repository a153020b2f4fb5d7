"""Work that somebody is told to do by a verb of ordering: "X yêu cầu Y làm Z", "giao Y chủ trì Z", "yêu cầu: Z".

What stands to the left of the verb tells who orders, what stands to its right who has to act, and the work.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.iris import actor_kind
from loaders.reading import Unit
from loaders.tasks import (
    decisions,
    doers,
    first_times,
    givers,
    impersonal,
    inserted_speech,
    led_work,
    list_heads,
    nameless,
    no_orders,
    order_nouns,
    requests,
    sent_orders,
    subjects,
    told_apart,
    work_before,
)
from loaders.tasks.calls import Answer, Call
from loaders.tasks.cooperation import helpers
from loaders.tasks.masked import Masked
from loaders.tasks.order_nouns import AFTER_ASSIGNEE, ASSIGNEE
from loaders.tasks.orders import BEHIND, Course, Order
from loaders.words import clauses
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON, PROGRAMME, WHO
from loaders.words.flat import Pattern

_TOLD = frozenset(("yeu cau", "de nghi", "luu y", "kien nghi", "de xuat"))  # work may follow with nobody named
_SAYING = frozenset(("neu ro", "chi ro", "nhan manh", "quan triet", "thong nhat", "quyet dinh"))
_ALLOWS = re.compile(
    rf"{WHO}(?:\s*\([^)]*\))?\s+(?:(?:da|cung|vua|se|con|chi|vua qua|moi|dong y|thong nhat|chinh thuc)\s+)*$"
)
_AFTER_ORDER = re.compile(
    r"\"?\s*(?:them|ro|cu the|manh me)?\s*(?:(?P<colon>:)|,|rang)?\s*\"?\s*"
    rf"(?:thoi gian toi,?|trong thoi gian toi,?)?\s*{clauses.ORDINAL}?"
)
_IS_SO = re.compile(  # "nhấn mạnh: Chuyển đổi số là việc của người đứng đầu": no work, what it is
    r"[\s\"]*(?:\w+\s){2,8}?(?:chinh\s+|phai\s+)?la\s+(?:(?:mot|nhung|cac)\s+)?(?:trong\s+)?"
    r"(?:viec|cong viec|nhiem vu|trach nhiem|yeu cau|xu the|dong luc|nen tang|chia khoa|yeu to|giai phap|khau dot pha"
    r"|tai nguyen|tien de|dieu kien)\b"
)
_MUST_NOT = re.compile(
    r"(?:(?:tuyet doi|kien quyet|nhat dinh|dut khoat)\s+)?khong\s+"
    r"(?:duoc\s+(?!tot|cao|nhu|phep|xem)(?=\w+\s\w+\s\w+)\w|(?:duoc\s+)?"
    r"(?:de|gay|lam|nhan|thu|phat sinh|dat|dung day|do|cham|ban hanh|quy dinh|bo sot|cat)\b(?!\s+bat buoc))"
)
_TO_DO = ("yeu cau", "de nghi", "luu y")  # behind these anybody may be told
_STATING = ("nhan manh", "neu ro", "chi ro")  # whom these name does not have to act
_OF_THINGS = frozenset(("yeu cau", "de nghi", "luu y", "quan triet", "nhac nho"))  # also what shall be done to a thing
_EAGERLY = re.compile(  # how, where the verb is none that the tables know: 'mạnh dạn "đi tắt"'
    rf"(?:(?:{clauses.alternation('eager_words')})\s*,?\s*)+(?=\"?\w)"
)
_MUST_BE = re.compile(rf"[^,.;:{ACTOR}{PERSON}]{{5,160}}?\s+phai\s+(?!(?:la|co|vi|do|xuat phat|bat nguon)\b)")
_ABOUT = Pattern(r"\s*(?:về|trong việc|đối với)\b")
_MUST = re.compile(rf"(?:{clauses.BY_WHEN.pattern})?(?P<must>phai|can)\s+")
_RULES = re.compile(r"(?:(?:bo sung|sua doi|thong nhat|giu)(?:,| va)? )*(?:cac |mot so )?quy dinh\b")
_DONE_TOO = Pattern(r"\bđã\s[^.;:]*(?:,|\bvà)\s+$")  # "Sở X đã rà soát 300 văn bản, kiến nghị bãi bỏ 12 văn bản"
_TO_ANYBODY = frozenset(("yeu cau", "de nghi", "keu goi", "hoi thuc", "khuyen khich", "khuyen nghi"))
_DOING = Pattern(  # "lưu ý việc bảo đảm an toàn …", not "lưu ý việc sao chép có thể gây …"
    r"(?:đến\s+|về\s+)?việc\s+(?!này|đó|trên)"
    r"(?![^.;]*\s(?:có thể|đang|đã|sẽ|là|còn|chưa|gây|khiến|cần|phải|bị|được|vẫn|rất)\s)"
)
_TO_BODIES = frozenset(("chi dao", "giao", "phan cong", "don doc"))
_STAFF = re.compile(r"(?:lanh dao|can bo|cong chuc|vien chuc|nhan vien|nguoi|chuyen vien|dau moi|dang vien)\b")
_NAMELESS = Pattern(
    r"\s*(?!không|chớ|đừng|bắt buộc|rằng|này|là|trước|trong|đến|từ|chậm nhất|muộn nhất|sau|ngày|tháng|quý|năm)"
    r"(?P<who>\w[^,.;:\"]{6,80}?)\s+(?:phải|cần)\s+"
)
_ONLY_WHERE = re.compile(  # "hoàn thành nhiệm vụ giao Bộ X tại Quyết định số …": by what it was given, not what
    rf"(?:(?:trien khai\s+)?thuc hien\s+)?(?:tai|theo(?! doi)|trong)\s[^{DOCUMENT}{PROGRAMME},.;:]{{0,60}}"
    rf"[{DOCUMENT}{PROGRAMME}]+(?:\s*\([^()]*\))?"
)
_OF_A_KIND = re.compile(  # "yêu cầu tổ chức, cá nhân nuôi tôm phải kê khai …"
    rf"(?P<which>\s(?!khong\s)[^,.;:{ACTOR}{PERSON}]{{2,60}}?)\s+(?:can\s+)?phai\s+"
)
_LEADERS = Pattern(  # "lãnh đạo xã phải ký số": a post, no work
    rf"lãnh đạo\s(?:các\s)?(?:[{ACTOR}]|(?:xã|phường|sở|bộ|tỉnh|huyện|quận|ngành|đơn vị|cơ quan|cục|vụ|trường|bệnh viện"
    r"|doanh nghiệp|địa phương|ban)\b)"
)
_IN_CASE = Pattern(r"\s(?:khi|trong khi|trước khi|sau khi|trong quá trình|nếu|để|nhằm)\s")  # "các xã khi cắt giảm …"
_LEADER = re.compile(  # "Ông cũng chỉ đạo lắp đặt …": no body that leads something
    rf"(?:^|[.;]\s|\n)[\s\"]*(?:[^,.;:{ACTOR}{PERSON}]{{2,40}},\s)?(?:[{PERSON}]++|ong|ba|dong chi)\s+"
    r"(?:cung|da|con|vua)\s+(?:dong thoi\s+)?$"
)
_GIVER = re.compile(
    rf"(?<!cua )(?<!duoc ){WHO}\s+(?:(?:da|cung|tiep tuc|con|vua)\s+)*$"
)  # "Thủ tướng giao hoàn thành …"
_TO_DECIDE = re.compile(  # "…, báo cáo đề xuất Ủy ban nhân dân tỉnh xem xét, quyết định": what a superior is asked
    r"\s+(?:xem xet|cho y kien|quyet dinh|phe duyet|thong qua)\b"
)
_SENTENCE = 3  # words that say a task without its subject


class Commands:
    """The clauses with a verb of ordering, read in one source."""

    def __init__(self, page: Masked, course: Course) -> None:
        self.page = page
        self.course = course
        self.asked = False  # whether the clause last read asks a superior
        self.undecided: list[tuple[int, int]] = []  # who orders and a body, but no work that the rules know

    def read(self, match: re.Match[str], unit: Unit, end: int, speaker: str | None) -> Order | None:
        """ "X yêu cầu Y làm Z", "giao Y chủ trì Z", "yêu cầu: Z"."""
        opens = None
        if (
            order_nouns.is_one(self.page, match, unit, end)
            and (opens := order_nouns.opens_clauses(self.page, match, unit, end)) is None
        ):
            return None
        if no_orders.told(self.page, match, unit):
            return None
        if match.group() == "phan cong" and self.page.reading.own and _STAFF.match(self.page.mask, match.end() + 1):
            return None  # "phân công công chức trực …": to its own staff, a duty of whoever is told it
        if match.group() in ("de xuat", "kien nghi") and no_orders.adds(self.page, self.course.context, match, unit):
            return None
        if no_orders.goes_on(self.page, match, unit):
            return None
        if match.group() == "chi dao" and led_work.shared(self.page, match.start() - len("truc tiep "), end):
            return self._led(match, unit, end)
        call = self._call(match, unit, end, speaker, opens or self._after(match, unit, end, speaker))
        if which := nameless.whichever(self.page, call.after, end):
            return call.order(which[2], (which[0],), sure=0.7)
        if call.who and call.verb not in _STATING:
            return self._to_named(call, call.who)
        for step in (
            self._opens_list,
            self._of_a_thing,
            self._to_the_nameless,
            self._of_a_superior,
            self._as_a_must,
            self._decided,
            self._without_bearer,
        ):
            answer = step(call)
            if answer is not None:
                return None if answer == "none" else answer
        return None

    def _call(self, match: re.Match[str], unit: Unit, end: int, speaker: str | None, after: int) -> Call:
        """The verb with who gives the order, by which document, and where its words go on."""
        page, trigger = self.page, match.start()
        opening = _AFTER_ORDER.match(page.mask, after, end)
        cited, sent = page.giving(unit, trigger), sent_orders.before(page, unit, trigger)
        quoted = trigger - 1 if page.mask[trigger - 1] == '"' else trigger  # 'bà Hoa "đặt hàng" Viện Y làm …'
        giver = cited.issuer if cited else sent.by if sent else givers.near(page, unit, quoted)
        giver = giver or speaker or givers.of_first_verb(page, unit, trigger)
        by = sent.document if sent and sent.document else cited.id if cited else page.within_document(unit, trigger)
        who = order_nouns.assignee(page, match, after, end)
        begin = opening.end() if opening else after
        return Call(
            match, unit, end, after, begin, opening is not None and bool(opening["colon"]), who, giver, by, sent
        )

    def _to_named(self, call: Call, who: re.Match[str]) -> Order | None:
        """ "X yêu cầu Bộ Y làm Z": work of those whom the verb names."""
        page, mask, end = self.page, self.page.mask, call.end
        work = page.match(AFTER_ASSIGNEE, who.end(), end)
        start = work.end() if work else who.end()
        which = self.page.match(BEHIND, start, end)
        start = which.end() if which else start
        assignees = page.names(who.start("who"), who.end("who"))
        group = len(assignees) == 1 and actor_kind(assignees[0]) == "group"
        if group and (listed := told_apart.by_name(page, who.end(), end)):
            after = page.match(AFTER_ASSIGNEE, listed.end, end)
            begin = after.end() if after else listed.end
            if page.begins_work(begin, end):
                return call.order(begin, listed.names)
        rest = mask[who.end() : end].strip(" .")
        if rest.startswith("chu khong"):
            return None  # "giao cho từng trạm chứ không khoán cả huyện"
        if rest == ":":
            return call.order(end, assignees)
        if call.asks and (
            requests.within(page, call.giver, who.start("who"), who.end("who"))
            or requests.upward(page, call.unit, call.trigger, call.giver, assignees)
        ):
            self.asked = True
            return None
        if call.asks and page.reading.own and call.giver is None and _TO_DECIDE.match(mask, who.end(), end):
            self.asked = True
            return None
        if call.verb in ("dong y", "nhat tri") and requests.of_firm(page, call.giver, assignees):
            return None
        if call.verb in ("cho phep", "chap thuan") and not _ALLOWS.search(mask, call.unit.start, call.trigger):
            return None
        obliged = work is not None and work["obliged"] is not None
        kind = _OF_A_KIND.match(mask, who.end(), end) if group and call.verb in _TO_DO else None
        if kind and (not page.begins_work(start, end) or len(kind["which"].split()) < _SENTENCE):
            case = page.search(_IN_CASE, kind.start("which"), kind.end("which"))
            named = page.text[who.start("who") : case.start() if case else kind.end("which")]
            return call.order(kind.end(), (" ".join(named.split()),))
        if said := work_before.said(page, call.unit, call.trigger, start, end):
            return replace(call.order(said.start("what"), assignees), trigger=said.start("what"), end=said.end("what"),
                           helpers=helpers(page, start, end))  # fmt: skip
        plain = call.verb.startswith("giao") or call.verb in (*_TO_DO, "phan cong") or obliged
        if not rest or page.match(_ABOUT, who.end(), end) or _ONLY_WHERE.fullmatch(rest):
            return None
        unclear = group and call.verb in _TO_ANYBODY | _OF_THINGS and not page.begins_work(start, end)
        if unclear and (some := told_apart.by_kind(page, who, start, end)):
            start, assignees = some.end, some.names
        if plain or page.begins_work(start, end):
            return call.order(start, assignees)
        if call.giver:
            self.undecided.append((call.trigger, end))
        return None

    def _opens_list(self, call: Call) -> Answer:
        """ "yêu cầu thực hiện các nhiệm vụ sau:"; "nêu rõ mục tiêu như sau:" opens a list of something else."""
        introduces = self._introduces(call.unit, call.past, call.end)
        if introduces and call.verb in _SAYING and list_heads.kind(self.page, call.unit, call.past) is False:
            return "none"
        if introduces or self.page.mask[call.past : call.end].strip() == ":":
            return call.order(call.end, self._introduced(call))
        return None

    def _introduced(self, call: Call) -> tuple[str, ...]:
        """Those without a name whom nothing but a colon follows: "yêu cầu các cơ sở khám, chữa bệnh:"."""
        first, colon = call.past + 1, self.page.mask.rfind(":", call.past, call.end)
        told = call.verb in _TO_DO and doers.is_doer(self.page, first, colon)
        return doers.parts(self.page, first, colon) if told and not self.page.begins_work(first, colon) else ()

    def _of_a_thing(self, call: Call) -> Answer:
        """ "yêu cầu hồ sơ phải được số hóa": what a thing has to be."""
        mask, thing = self.page.mask, None
        if call.giver and not self._must(call):
            stressed = call.verb == "nhan manh" and not call.who and _MUST_BE.match(mask, call.begin, call.end)
            if call.verb in _OF_THINGS or stressed:
                thing = impersonal.must(self.page, call.begin, call.end)
        if thing is None:
            return None
        return replace(thing, trigger=call.trigger, directed_by=call.giver, mandate=call.mandate, giver=True)

    def _to_the_nameless(self, call: Call) -> Answer:
        """ "kêu gọi cộng đồng doanh nghiệp đóng góp …": work of those whom a noun tells."""
        page, mask, end = self.page, self.page.mask, call.end
        anybody = page.match(_NAMELESS, call.after, end) if call.verb in _TO_DO else None
        if anybody and not re.search(WHO, anybody.group()):
            leaders = page.match(_LEADERS, anybody.start("who"), end)
            if page.begins_work(anybody.start("who"), end) and not leaders:
                return call.order(anybody.start("who"), self._toward(call), sure=0.6)  # "yêu cầu bảo đảm hồ sơ phải …"
            printed = page.text[anybody.start("who") : anybody.end("who")]
            short = len(mask[anybody.end() : end].split()) < _SENTENCE
            return call.order(anybody.start("who") if short else anybody.end(), (printed,), sure=0.7)
        addressed = nameless.addressed(page, call.after, end) if call.verb in _TO_ANYBODY else None
        if addressed:
            return call.order(addressed[1], (addressed[0],), sure=0.6)
        told = call.giver or (page.reading.own is not None and call.trigger == page.after_marker(call.unit))
        one = nameless.bare(page, call.after, end) if call.verb in ("yeu cau", "giao") and call.giver else None
        if one:
            return call.order(one[1], (one[0],), sure=0.6)
        noun = nameless.opening(page, call.after + 1, end) if told and self._to_bodies(call.verb) else None
        if noun and page.begins_work(noun[1], end):
            return call.order(noun[1], (noun[0],), sure=0.6)
        return None

    def _of_a_superior(self, call: Call) -> Answer:
        """What is asked of a superior, and what who is interviewed would like, told to nobody."""
        if not call.asks:
            return None
        if self.course.answering:
            return "none"
        page, giver = self.page, call.giver
        if call.sent:
            self.asked = requests.upward(page, call.unit, call.trigger, giver, self._toward(call))
        else:
            self.asked = requests.sent_upward(page, call.unit, call.trigger, giver)
        return "none" if self.asked else None

    def _as_a_must(self, call: Call) -> Answer:
        """ "nhấn mạnh phải làm Z", "yêu cầu việc làm Z"."""
        page, end, must = self.page, call.end, self._must(call)
        if must and (must["must"] == "phai" or page.begins_work(must.end(), end)):
            inserted = inserted_speech.before(page, call.unit, must.start("must"))
            return call.order(must.end(), inserted.names if inserted else self._toward(call), sure=0.7)
        doing = page.match(_DOING, call.begin, end) if call.verb in _OF_THINGS and call.giver else None
        if doing and (page.begins_work(doing.end(), end) or subjects.any_verb(page, doing.end(), end)):
            return call.order(doing.end(), self._toward(call), sure=0.6)
        return None

    def _decided(self, call: Call) -> Answer:
        """ "hai bên thống nhất làm Z", "X cam kết làm Z"."""
        return decisions.order(self.page, self.course, call)

    def _without_bearer(self, call: Call) -> Answer:
        """ "yêu cầu: Z", "yêu cầu đẩy nhanh Z", "lưu ý không được Z": nobody is named."""
        page, mask, verb, begin, end = self.page, self.page.mask, call.verb, call.begin, call.end
        if verb in ("de xuat", "kien nghi") and requests.private(page, call.unit, call.trigger, call.giver):
            return "none"
        if verb == "de nghi" and requests.without_post(page, call.unit, call.trigger):
            return "none"
        if verb in ("de xuat", "kien nghi") and page.search(_DONE_TOO, call.unit.start, call.trigger):
            return "none"
        if verb == "de xuat" and _RULES.match(mask, begin, end):
            return "none"  # what a draft is to provide for
        if _IS_SO.match(mask, begin, end):
            return "none"
        if (verb in _OF_THINGS or verb == "nhan manh") and _MUST_NOT.match(mask, begin, end):
            return call.order(begin, self._toward(call), sure=0.6)
        told = verb in _TOLD or verb in decisions.VERBS or call.colon
        told = told or (verb == "chi dao" and _LEADER.search(mask[call.unit.start : call.trigger]) is not None)
        told = told or (verb == "giao" and _GIVER.search(mask, call.unit.start, call.trigger) is not None)
        eager = verb == "yeu cau" and call.giver is not None and _EAGERLY.match(mask, begin, end) is not None
        if (told and page.begins_work(begin, end)) or eager:
            return call.order(begin, self._toward(call), sure=0.7)
        return None

    def _must(self, call: Call) -> re.Match[str] | None:
        """The "phải" or "cần" that the words go on with."""
        return _MUST.match(self.page.mask, call.begin, call.end)

    def _toward(self, call: Call) -> tuple[str, ...]:
        """Those whom the clause before the verb is directed to."""
        if call.sent:
            return call.sent.to
        ways = (subjects.toward, subjects.late, subjects.criticised)
        return next(filter(None, (way(self.page, call.unit, call.trigger) for way in ways)), ())

    def _after(self, match: re.Match[str], unit: Unit, end: int, speaker: str | None) -> int:
        """Where the words go on behind a verb of ordering and those that say when: "yêu cầu trong tháng 10 (,) …"."""
        if match.group() not in _OF_THINGS or not (speaker or self.page.giver(unit, match.start())):
            return match.end()
        after = first_times.behind(self.page, match.end(), end)
        who = ASSIGNEE.match(self.page.mask, after, end)
        work = self.page.match(AFTER_ASSIGNEE, who.end(), end) if who else None
        works = self.page.begins_work(work.end() if work else after + 1, end)
        return after if works or (work and work["obliged"]) else match.end()

    def _to_bodies(self, verb: str) -> bool:
        """Whether a body by its noun may follow a verb: in the news behind "yêu cầu" too."""
        return verb in _TO_BODIES or (verb in _OF_THINGS and self.page.reading.own is None)

    def _led(self, match: re.Match[str], unit: Unit, end: int) -> Order | None:
        """ "Bộ trưởng Y trực tiếp chỉ đạo, các bộ phối hợp làm Z": a lead, no order."""
        subject = subjects.of_clause(self.page, unit, match.start() - len("truc tiep "))
        if subject is None:
            return None
        names = self.page.names(subject.start("who"), subject.end("who"), subject.end("more"))
        return Order(subject.start(), match.start() - len("truc tiep "), end, names, sure=0.7)

    def _introduces(self, unit: Unit, start: int, end: int) -> bool:
        """Whether nothing but a closing phrase and a colon follows: "yêu cầu thực hiện các nhiệm vụ sau:"."""
        tail = self.page.mask[start:end].rstrip()
        return tail.endswith(":") and len(tail) < 90 and not re.search(WHO, tail)
