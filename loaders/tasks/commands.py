"""Work that somebody is told to do by a verb of ordering: "X yêu cầu Y làm Z", "giao Y chủ trì Z", "yêu cầu: Z".

What stands to the left of the verb tells who orders, what stands to its right who has to act, and the work.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.reading import Unit
from loaders.tables import printed
from loaders.tasks import (
    first_times,
    givers,
    impersonal,
    led_work,
    list_heads,
    nameless,
    reported_forms,
    requests,
    sent_orders,
    subjects,
)
from loaders.tasks.masked import Masked
from loaders.tasks.orders import BEHIND, NEGATED, Course, Order
from loaders.words import clauses
from loaders.words.clauses import ACTOR, DOCUMENT, JOIN, PERSON, WHO, WHOEVER
from loaders.words.flat import Pattern
from loaders.words.keyed import Keyed

_TOLD = frozenset(("yeu cau", "de nghi", "luu y", "kien nghi", "de xuat"))  # work may follow with nobody named
_DECIDED = frozenset(
    ("nhat tri", "dong y", "quyet dinh", "thong nhat", "cam ket", "cho phep", "chap thuan")
)  # these need their subject
_SAYING = frozenset(("neu ro", "chi ro", "nhan manh", "quan triet", "thong nhat", "quyet dinh"))
_AGREED = re.compile(  # "đồng ý chủ trương …", "cam kết sẽ …", "cam kết trước Bộ trưởng: …"
    r"(?:\s*(?:voi|truoc)\s+[^.;:,\"]{3,60}:)?\s*"
    r"(?:(?:voi|cho|de|viec|chu truong|phuong an|de xuat|kien nghi|de nghi|se|cung|cung nhau)\s+)*"
)
_ALLOWS = re.compile(
    rf"{WHO}(?:\s*\([^)]*\))?\s+(?:(?:da|cung|vua|se|con|chi|vua qua|moi|dong y|thong nhat|chinh thuc)\s+)*$"
)
_NO_DECISION = Pattern(
    r"\b(?:điều phối|đồng bộ|tập trung|phối hợp|quản lý|kết nối|dùng chung|liên thông|chỉ đạo|sự|tính|chưa|ra|các|những"
    r"|hệ thống|quy định|thực hiện|triển khai|sử dụng|áp dụng|và)\s*,?\s*$"
)
_COMMITS = re.compile(  # "cam kết không thu phí …", "cam kết trong quý I xong lớp …"
    rf"(?:{clauses.BY_WHEN.pattern})?(?:(?:khong|xong|lam xong|lo|chiu|dong hanh|danh|cu|mien|giam|hoan tra"
    r"|phu(?= (?:song|du|kin))|tiep tuc)\s+(?!chi\b|ngung\b|the\b|gi\b)\w+\s\w+)"
)
_BOTH = re.compile(  # "Bộ X và Bộ Y thống nhất …"
    rf"(?:^|[.;:,]\s)\s*(?P<who>{WHO}\s+va\s+{WHO})\s+(?:(?:da|cung|deu|vua|se)\s+)*$"
)
_SEVERAL = re.compile(r"(?:hai|ba|bốn|các|lãnh đạo (?:hai|các)) ", re.IGNORECASE)
_BEFORE_NOUN = Pattern(rf"\b(?:{'|'.join(sorted(printed('before_nouns'), key=len, reverse=True))})\s*$")
_AIM = Pattern(r"\b(?:nhằm|với mục đích|với mục tiêu)\s[^.;:]*$|\b(?:để|nhằm)\s+$", "nhằm|với mục đích|với mục tiêu|để")
_BY_LETTER = re.compile(  # "vừa có văn bản chỉ đạo …", "ban hành công văn số 5 yêu cầu …"
    rf"\b(?:co|ban hanh|ky|gui|phat|ra|phat di)\s+(?:(?:cac|mot|ngay|toi|den|{WHO})\s+){{0,3}}"
    rf"(?:van ban|cong van|cong dien|thong bao|thu|y kien|to trinh|ke hoach|chi thi|ket luan|[{DOCUMENT}]++)"
    rf"(?:\s+(?:so\s+\S+|hoa toc|khan|ngay\s+[\d/.-]+)){{0,3}}\s*(?:,\s*)?(?:trong do,?\s*)?$"
)
_IN_CASE = Pattern(
    r"\b(?:trường hợp|nếu|mỗi khi)\s(?:(?!\bthì\b)[^,;:.])*$", "trường hợp|nếu|mỗi khi"
)  # "Trường hợp Thủ tướng giao Bộ X …, Bộ X …"
_ASSIGNEE = re.compile(
    r"\s*(?:(?:thang|ngay|gon)\s*)?(?::\s*\"?|,|rang|toi|den|voi)?\s*"
    r"(?:(?:tat ca|doi voi|cho|dong chi|ong|ba|cac|voi)\s+)*"
    rf"(?P<who>{WHOEVER}(?:{JOIN}(?:cac\s+)?[{ACTOR}{PERSON}]++)*)"
    r"(?:\s+(?:co\s+)?(?:lien quan|truc thuoc|noi tren))?"
)
_AFTER_ASSIGNEE = re.compile(
    rf"\s*(?:\([^)]*\))?\s*(?:,\s*[^,;.:{ACTOR}]{{0,60}},)?\s*"
    r"(?:(?:trong thoi gian toi|thoi gian toi|can|phai|se|hay|can phai|co trach nhiem|tiep tuc)\s+)*"
)
_OPENS = re.compile(rf"\s*(?:cu the|nhu sau|sau day|sau)?\s*:\s*[\"“]?\s*{clauses.ORDINAL}?")
_AFTER_ORDER = re.compile(
    r"\s*(?:them|ro|cu the|manh me)?\s*(?:(?P<colon>:)|,|rang)?\s*\"?\s*(?:thoi gian toi,?|trong thoi gian toi,?)?\s*"
    rf"{clauses.ORDINAL}?"
)
_OBLIGED = re.compile(r"\b(?:phai|can|co trach nhiem)\b")
_MUST_NOT = re.compile(
    r"(?:(?:tuyet doi|kien quyet|nhat dinh|dut khoat)\s+)?khong\s+"
    r"(?:duoc\s+(?!tot|cao|nhu|phep|xem)(?=\w+\s\w+\s\w+)\w|(?:duoc\s+)?"
    r"(?:de|gay|lam|nhan|thu|phat sinh|dat|dung day|do|cham|ban hanh|quy dinh|bo sot|cat)\b(?!\s+bat buoc))"
)
_OF_THINGS = frozenset(("yeu cau", "de nghi", "luu y", "quan triet", "nhac nho"))  # also what shall be done to a thing
_EAGERLY = re.compile(  # how, where the verb is none that the tables know: 'mạnh dạn "đi tắt"'
    rf"(?:(?:{clauses.alternation('eager_words')})\s*,?\s*)+(?=[\"“]?\w)"
)
_MUST_BE = re.compile(rf"[^,.;:{ACTOR}{PERSON}]{{5,160}}?\s+phai\s+(?!(?:la|co|vi|do|xuat phat|bat nguon)\b)")
_ABOUT = re.compile(r"\s*(?:ve|trong viec|doi voi)\b")
_MUST = re.compile(rf"(?:{clauses.BY_WHEN.pattern})?(?P<must>phai|can)\s+")
_RULES = re.compile(r"(?:(?:bo sung|sua doi|thong nhat|giu)(?:,| va)? )*(?:cac |mot so )?quy dinh\b")
_RELATIVE = re.compile(r"\b(?:nhiem vu|viec|noi dung|chi tieu|kinh phi)\s+(?:da|duoc|da duoc)\s*$")
_ON = re.compile(r"\s*(?:ve|trong|doi voi|lien quan (?:den|toi))\s[^,.;:]*,\s*")  # "Về đào tạo, đề nghị …"
_LISTED_VERB = Keyed(
    rf"\b(?:{clauses.alternation('action_verbs')})\s*(?:,|,?\s+va)\s*$|\b(?:phoi hop|tham muu|giup)\s+$",
    ends=(",", "va", "phoi hop", "tham muu", "giup"),
)
_TO_ANYBODY = frozenset(("yeu cau", "de nghi", "keu goi", "hoi thuc", "khuyen khich", "khuyen nghi"))
_DOING = Pattern(  # "lưu ý việc bảo đảm an toàn …", not "lưu ý việc sao chép có thể gây …"
    r"(?:đến\s+|về\s+)?việc\s+(?!này|đó|trên)"
    r"(?![^.;]*\s(?:có thể|đang|đã|sẽ|là|còn|chưa|gây|khiến|cần|phải|bị|được|vẫn|rất)\s)"
)
_TO_BODIES = frozenset(("chi dao", "giao", "phan cong", "don doc"))
_NAMELESS = Pattern(
    r"\s*(?!bắt buộc|rằng|này|là|trước|trong|đến|từ|chậm nhất|muộn nhất|sau|ngày|tháng|quý|năm)"
    r"(?P<who>\w[^,.;:\"]{6,80}?)\s+(?:phải|cần)\s+"
)
_HANDS_OVER = Pattern(  # "bàn giao cho các xã", "chủ trì hoặc phân công Phó Trưởng ban chủ trì": no order
    r"\b(?:bàn|chuyển|ngoại|thông|tiếp|hoặc)\s+$"
)
_SENTENCE = 3  # words that say a task without its subject
_POLICY = Pattern(r"(?<!quan )(?<!lý )\bnhà nước\s+(?:luôn\s+|cũng\s+|sẽ\s+)?$")
_TOGETHER_WITH = re.compile(rf"\b(?:phoi hop(?:\s+chat che)?(?:\s+(?:voi|cung))?|cung voi)\s+(?:cac\s+)?{WHOEVER}\s+$")


class Commands:
    """The clauses with a verb of ordering, read in one source."""

    def __init__(self, page: Masked, course: Course) -> None:
        self.page = page
        self.course = course
        self.asked = False  # whether the clause last read asks a superior
        self.undecided: list[tuple[int, int]] = []  # who orders and a body, but no work that the rules know

    def read(self, match: re.Match[str], unit: Unit, end: int, speaker: str | None) -> Order | None:
        """ "X yêu cầu Y làm Z", "giao Y chủ trì Z", "yêu cầu: Z"."""
        mask, start = self.page.mask, match.start()
        opens = None
        if self.page.search(_BEFORE_NOUN, max(unit.start, start - 24), start) and not self._with_work(match, unit, end):
            opens = self._opens_clauses(match, unit, end)
            if opens is None:
                return None
        hands = match.group().startswith(("giao", "phan cong"))
        if hands and self.page.search(_HANDS_OVER, max(unit.start, start - 8), start):
            return None
        if self.page.search(NEGATED, unit.start, start) or self.page.search(_IN_CASE, unit.start, start):
            return None
        if self.page.search(_AIM, unit.start, start) and self.page.giver(unit, start) is None:
            return None  # "nhằm tiết kiệm chi phí, khuyến khích người dân …": what it is for
        if _RELATIVE.search(mask, max(unit.start, start - 40), start):
            return None  # "các nhiệm vụ đã giao Bộ X"
        if _LISTED_VERB.search(mask, max(unit.start, start - 40), start) and not _ON.fullmatch(
            mask[unit.start : start]
        ):
            return None  # "theo dõi, kiểm tra, đôn đốc các bộ": one verb of a list
        if match.group() in ("khuyen khich", "keu goi") and self.page.search(
            _POLICY, max(unit.start, start - 24), start
        ):
            return None  # a policy
        if _TOGETHER_WITH.search(mask, max(unit.start, start - 400), start):
            return None  # "phối hợp với Bộ X đề xuất …": what they do together
        if match.group() == "chi dao" and led_work.shared(self.page, match.start() - len("truc tiep "), end):
            return self._led(match, unit, end)
        verb = match.group()
        after = opens or self._after(match, unit, end, speaker)
        who = _ASSIGNEE.match(mask, after, end)
        opening = _AFTER_ORDER.match(mask, after, end)
        begin = opening.end() if opening else after
        cited = self.page.giving(unit, match.start())
        sent = sent_orders.before(self.page, unit, match.start())
        giver = cited.issuer if cited else sent.by if sent else givers.near(self.page, unit, match.start())
        giver = giver or speaker or givers.of_first_verb(self.page, unit, match.start())
        mandate = (
            sent.document
            if sent and sent.document
            else cited.id
            if cited
            else self.page.within_document(unit, match.start())
        )
        if who and verb not in ("nhan manh", "neu ro", "chi ro"):
            work = _AFTER_ASSIGNEE.match(mask, who.end(), end)
            start = work.end() if work else who.end()
            which = BEHIND.match(mask, start, end)
            start = which.end() if which else start
            assignees = self.page.names(who.start("who"), who.end("who"))
            rest = mask[who.end() : end].strip(" .")
            if rest.startswith("chu khong"):
                return None  # "giao cho từng trạm chứ không khoán cả huyện"
            if rest == ":":
                return Order(match.start(), end, end, assignees, giver, giver=True, mandate=mandate)
            if verb in requests.ASKING and requests.within(self.page, giver, who.start("who"), who.end("who")):
                self.asked = True
                return None
            if verb in requests.ASKING and requests.upward(self.page, unit, match.start(), giver, assignees):
                self.asked = True
                return None
            if verb in ("cho phep", "chap thuan") and not _ALLOWS.search(mask, unit.start, match.start()):
                return None
            obliged = work is not None and _OBLIGED.search(work[0]) is not None
            plain = verb.startswith("giao") or verb in ("yeu cau", "de nghi", "luu y", "phan cong") or obliged
            if rest and not _ABOUT.match(rest) and (plain or self.page.begins_work(start, end)):
                return Order(match.start(), start, end, assignees, giver, giver=True, mandate=mandate)
            if giver and rest and not _ABOUT.match(rest):
                self.undecided.append((match.start(), end))
            return None
        introduces = self._introduces(unit, match.end(), end)
        if introduces and verb in _SAYING and list_heads.kind(self.page, unit, match.end()) is False:
            return None  # "nêu rõ mục tiêu như sau:"
        if mask[match.end() : end].strip() == ":" or introduces:
            return Order(match.start(), end, end, (), giver, giver=True, mandate=mandate)
        must = _MUST.match(mask, begin, end)
        thing = impersonal.must(self.page, begin, end) if verb in _OF_THINGS and giver and not must else None
        if verb == "nhan manh" and giver and not must and not who and _MUST_BE.match(mask, begin, end):
            thing = impersonal.must(self.page, begin, end)
        if thing:
            return replace(thing, trigger=match.start(), directed_by=giver, mandate=mandate, giver=True)
        anybody = self.page.match(_NAMELESS, after, end) if verb in ("yeu cau", "de nghi", "luu y") else None
        if anybody and not re.search(WHO, anybody.group()):
            printed = self.page.text[anybody.start("who") : anybody.end("who")]
            short = len(mask[anybody.end() : end].split()) < _SENTENCE
            begin = anybody.start("who") if short else anybody.end()
            return Order(match.start(), begin, end, (printed,), giver, sure=0.7, giver=True, mandate=mandate)
        addressed = nameless.addressed(self.page, after, end) if verb in _TO_ANYBODY else None
        if addressed:
            printed, begin = addressed
            return Order(match.start(), begin, end, (printed,), giver, sure=0.6, giver=True, mandate=mandate)
        noun = nameless.opening(self.page, after + 1, end) if giver and self._to_bodies(verb) else None
        if noun and self.page.begins_work(noun[1], end):
            return Order(match.start(), noun[1], end, (noun[0],), giver, sure=0.6, giver=True, mandate=mandate)
        if self.course.answering and verb in requests.ASKING:
            return None  # what who is interviewed would like, told to nobody
        toward = sent.to if sent else subjects.toward(self.page, unit, match.start())
        asks = verb in requests.ASKING
        if asks and sent and requests.upward(self.page, unit, match.start(), giver, toward):
            self.asked = True
            return None
        if asks and not sent and requests.sent_upward(self.page, unit, match.start(), giver):
            self.asked = True
            return None
        if must and (must["must"] == "phai" or self.page.begins_work(must.end(), end)):
            return Order(match.start(), must.end(), end, toward, giver, sure=0.7, giver=True, mandate=mandate)
        doing = self.page.match(_DOING, begin, end) if verb in _OF_THINGS and giver else None
        if doing and (self.page.begins_work(doing.end(), end) or subjects.any_verb(self.page, doing.end(), end)):
            return Order(match.start(), doing.end(), end, toward, giver, sure=0.6, giver=True, mandate=mandate)
        if verb in _DECIDED:
            if self.page.search(_NO_DECISION, max(unit.start, start - 24), start):
                return None
            agreed = _AGREED.match(mask, begin, end)
            begin = agreed.end() if agreed else begin
            who_agree = self._committed(unit, match.start(), verb)
            works = self.page.begins_work(begin, end)
            if verb == "cam ket" and not works:
                works = clauses.does_work(mask, begin, end) or _COMMITS.match(mask, begin, end) is not None
            if who_agree and works:
                return Order(match.start(), begin, end, who_agree, sure=0.7, giver=True)
            if self.page.giver(unit, match.start()) is None:
                return None  # "điều phối thống nhất", "ra quyết định": no verb here
        if verb in ("de xuat", "kien nghi") and requests.private(self.page, giver):
            return None
        if verb == "de xuat" and _RULES.match(mask, begin, end):
            return None  # what a draft is to provide for
        if verb in ("yeu cau", "de nghi", "luu y", "quan triet", "nhan manh", "nhac nho") and _MUST_NOT.match(
            mask, begin, end
        ):
            return Order(match.start(), begin, end, (), giver, sure=0.6, giver=True, mandate=mandate)
        told = verb in _TOLD or verb in _DECIDED or (opening and opening["colon"])
        eager = verb == "yeu cau" and giver is not None and _EAGERLY.match(mask, begin, end) is not None
        if (told and self.page.begins_work(begin, end)) or eager:
            return Order(match.start(), begin, end, toward, giver, sure=0.7, giver=True, mandate=mandate)
        return None

    def _after(self, match: re.Match[str], unit: Unit, end: int, speaker: str | None) -> int:
        """Where the words go on behind a verb of ordering and those that say when: "yêu cầu trong tháng 10 (,) …"."""
        if match.group() not in _OF_THINGS or not (speaker or self.page.giver(unit, match.start())):
            return match.end()
        after = first_times.behind(self.page, match.end(), end)
        who = _ASSIGNEE.match(self.page.mask, after, end)
        work = _AFTER_ASSIGNEE.match(self.page.mask, who.end(), end) if who else None
        works = self.page.begins_work(work.end() if work else after + 1, end)
        return after if works or (work and _OBLIGED.search(work[0])) else match.end()

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

    def _with_work(self, match: re.Match[str], unit: Unit, end: int) -> bool:
        """Whether "có yêu cầu Bộ X làm …" tells somebody to do something, though "có yêu cầu" mostly is a noun."""
        who = _ASSIGNEE.match(self.page.mask, match.end(), end)
        work = _AFTER_ASSIGNEE.match(self.page.mask, who.end(), end) if who else None
        having = self.page.mask.endswith("co ", max(unit.start, match.start() - 4), match.start())
        having = (
            having or _BY_LETTER.search(self.page.mask, max(unit.start, match.start() - 90), match.start()) is not None
        )
        return having and work is not None and self.page.begins_work(work.end(), end)

    def _opens_clauses(self, match: re.Match[str], unit: Unit, end: int) -> int | None:
        """Where the clauses begin that give work behind a noun: "Thủ tướng cho ý kiến chỉ đạo: Bộ X rà soát …"."""
        opening = _OPENS.match(self.page.mask, match.end(), end)
        if opening is None or self.page.giver(unit, match.start()) is None:
            return None
        who = _ASSIGNEE.match(self.page.mask, opening.end(), end)
        work = _AFTER_ASSIGNEE.match(self.page.mask, who.end(), end) if who else None
        works = self.page.begins_work(work.end() if work else opening.end(), end)
        return opening.end() if works else None

    def _committed(self, unit: Unit, verb: int, word: str) -> tuple[str, ...]:
        """Those who bind themselves by what is agreed or promised: two parties, or whoever promises."""
        named = self.page.giver(unit, verb)
        if named is None and word == "cam ket" and reported_forms.is_self(self.page, unit, verb):
            return subjects.speakers_body(self.page, self.course)
        if named is None:
            parties = reported_forms.parties(self.page, unit, verb)
            return (parties,) if parties else ()
        if word in ("nhat tri", "thong nhat") and (both := _BOTH.search(self.page.mask[unit.start : verb])):
            return self.page.names(unit.start + both.start("who"), unit.start + both.end("who"))
        if word == "cam ket":
            return self.page.speaks_for(named)
        return (named,) if _SEVERAL.match(named) else ()

    def _introduces(self, unit: Unit, start: int, end: int) -> bool:
        """Whether nothing but a closing phrase and a colon follows: "yêu cầu thực hiện các nhiệm vụ sau:"."""
        tail = self.page.mask[start:end].rstrip()
        return tail.endswith(":") and len(tail) < 90 and not re.search(WHO, tail)
