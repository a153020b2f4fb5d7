"""Tasks in prose: who tells whom to do what by when, in every clause form in which Vietnamese texts assign work.

A clause is found by its trigger: a verb of ordering ("yêu cầu", "giao", "đề nghị"), a modal ("cần", "phải", "có trách
nhiệm", "được giao") or a word of undertaking ("sẽ", "đang"). What stands to its left tells who speaks or who has to
act, what stands to its right is the work, cut into one task a piece.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.model import Task, TaskStatus
from loaders import clauses, reports, structure
from loaders.clauses import ACTOR, DOCUMENT, PERSON, PROGRAMME, WHO, WHOEVER
from loaders.reading import AgencyMention, DocumentMention, Period, Reading, Unit
from loaders.tables import spellings, values


@dataclass(frozen=True, slots=True)
class Order:
    """A clause that gives work: where the work is said, who has to do it, on whose word."""

    trigger: int
    start: int
    end: int
    assignees: tuple[str, ...] = ()
    directed_by: str | None = None
    mandate: str | None = None
    status: TaskStatus | None = None
    deadline: Period | None = None
    sure: float = 0.9
    passive: bool = False  # "được đề nghị …": who asks is not said in the clause
    giver: bool = False  # an order in so many words: the clauses after it go on from it


@dataclass(slots=True)
class Context:
    """What the last order said, for the clauses that go on from it: "Bên cạnh đó, cần …", "Tổ công tác cũng …"."""

    unit: int = -9
    block: int = -1
    assignees: tuple[str, ...] = ()
    directed_by: str | None = None
    mandate: str | None = None
    deadline: Period | None = None
    orders: bool = False


def state(reading: Reading, taken: frozenset[int] = frozenset()) -> tuple[Task, ...]:
    """The tasks that the prose of the source gives, in the order of the text; rows of tables are loaders.annexes'.

    `taken` are the units that another reading (loaders.labelled) has used up.
    """
    return tuple(_Prose(reading, taken).tasks())


_WORD = re.compile(r"\w+")
_SAYS = clauses.alternation("says")
_TRIGGER = re.compile(
    r"(?<!\w)(?:(?P<lead>chu tri(?=,?\s+(?:va\s+)?phoi hop\s+(?:chat che\s+)?(?:voi|cung)))"
    rf"|(?P<modal>{clauses.alternation('modals')})|(?P<order>{clauses.alternation('orders')})"
    rf"|(?P<doing>{clauses.alternation('undertakings')}))(?!\w)"
)
# verbs of ordering after which work may follow with nobody named
_TOLD = frozenset(("yeu cau", "de nghi", "luu y", "kien nghi", "de xuat"))
_DECIDED = frozenset(("nhat tri", "dong y", "quyet dinh", "thong nhat", "cam ket"))  # these need their subject
_BEFORE_NOUN = re.compile(  # words after which a verb of ordering is a noun: "theo yêu cầu", "ban chỉ đạo"
    r"\b(?:theo|cac|nhung|mot so|dap ung|co|ban|su|ho so|trinh|van ban|cong van|to trinh|noi dung|muc dich,|y kien"
    r"|cong tac|thong tin|tung|moi|phat bieu|cua|chuyen|voi|nhan|tiep nhan|chu tri|thoi gian|dieu kien)\s*$"
)
_NOT_A_MODAL = re.compile(
    r"(?:thiet|thiet phai|cu|ban|bang|nhan|trong|chang|la|dien|duoc|co the|khong|den|kip|den khi)\b"
)
_NEGATED = re.compile(r"\b(?:khong|chua|chang|dieu kien|neu)\s*$")
_ASSIGNEE = re.compile(
    rf"\s*(?::|,|rang|toi|den|voi)?\s*(?:(?:tat ca|doi voi|cho|dong chi|ong|ba|cac|voi)\s+)*(?P<who>{WHOEVER})"
    r"(?:\s+(?:co\s+)?(?:lien quan|truc thuoc|noi tren))?"
)
_AFTER_ASSIGNEE = re.compile(
    rf"\s*(?:\([^)]*\))?\s*(?:,\s*[^,;.:{ACTOR}]{{0,60}},)?\s*"
    r"(?:(?:trong thoi gian toi|thoi gian toi|can|phai|se|hay|can phai|co trach nhiem|tiep tuc)\s+)*"
)
_AFTER_ORDER = re.compile(
    r"\s*(?:them|ro|cu the|manh me)?\s*(?:(?P<colon>:)|,|rang)?\s*\"?\s*(?:thoi gian toi,?|trong thoi gian toi,?)?\s*"
)
_ABOUT = re.compile(r"\s*(?:ve|trong viec|doi voi)\b")
_MUST = re.compile(r"(?:phai|can)\s+")
_AFTER_MODAL = re.compile(r"\s*(?:,|:)?\s*(?:nhiem vu\s*)?")
_GIVEN_BY = re.compile(rf"\s*(?:{WHO}\s*)?giao")
_SUBJECT = re.compile(
    rf"(?P<who>{WHOEVER})(?P<more>\s+(?:co\s+)?(?:lien quan|truc thuoc|noi tren|nay|tren))?"
    rf"\s*(?:\([^)]*\))?\s*(?:,(?:[^,.;:{ACTOR}{PERSON}]{{0,90}}),)?"
    r"\s*(?:-\s*)?(?:(?:cung|da|van|con|deu|chi|thi|se|dang|nhat thiet|truoc het|truoc mat|luon|moi)\s*)*$"
)
_OPENING = re.compile(  # a clause that opens with nothing but adverbials has no subject of its own
    rf"(?:^|[;:.\"]|\bnhan manh,?|\brang,?|\byeu cau,?)\s*(?:(?:[^,;:.{ACTOR}{PERSON}]{{0,90}}),\s*)?"
    r"(?:(?:cung voi do|ben canh do|dong thoi|ngoai ra|do do|vi vay|theo do|trong do|va|nhat la|dac biet|truoc mat"
    r"|thoi gian toi|trong thoi gian toi|tiep tuc|chung ta|cung|toan nganh|moi nguoi)\s*,?\s*)*$"
)
_PASSIVE = re.compile(r"\s*(?:tiep tuc\s+)?duoc\s+")
_AND = re.compile(rf"(?:,[^,.;:{ACTOR}{PERSON}]{{0,30}}|\bva|\bdong thoi)\s*(?:cung\s*)?$")
_NAMELESS = re.compile(r"\s*(?!bat buoc|rang|nay|la)(?P<who>\w[^,.;:\"]{6,80}?)\s+(?:phai|can)\s+")
_SAID = re.compile(rf"\b(?:{_SAYS})\s*,?\s*(?:rang\s*)?(?:(?:trong|vao|tu|den|nam)\s[^,.;:]{{0,30}},?\s*)?$")
_LISTED_AFTER = re.compile(r"[^;.,:\"]{0,60}:\s*\"?")
_FIRST = re.compile(
    rf"\s*(?:[^,.;:{ACTOR}{PERSON}]{{0,80}},\s*)?(?P<who>{WHOEVER})(?P<more>\s+(?:co\s+)?(?:lien quan|truc thuoc))?\s"
)
_ADVERBIAL = re.compile(
    r"\s*(?:(?:cung voi do|ben canh do|dong thoi|ngoai ra|do do|vi vay|theo do|trong do|dac biet|cung|trong|tai|theo"
    r"|hien nay)\b[^,.;:]{0,80},\s*)?"
)
_CONDITION = re.compile(r"\s*(?:neu|khi|de|nhung|viec nay|day|do|dieu nay)\b")
_HEAD = re.compile(
    rf"(?P<who>{WHOEVER})(?P<more>\s+(?:co\s+)?(?:lien quan|truc thuoc|noi tren))?\s*(?:\([^)]*\))?\s*(?P<colon>:)?"
    r"\s*(?:,?\s*(?:theo|can cu|tren co so)\s+(?:vao\s+)?[^,;.:]{0,90}?(?:duoc giao|duoc phan cong|tham quyen|quan ly"
    r"|nhiem vu|linh vuc|ke hoach nay)(?:\s+cua minh)?\s*,?\s*)?"
)
_SEMICOLON = re.compile(r"\s*;\s*(?:va\s+|dong thoi,?\s+)?")
_TOPIC = re.compile(r"(?:ve|lien quan den|doi voi (?:kien nghi|de xuat|de nghi))\s")
_ANNOUNCES = re.compile(
    r"\b(?:phan cong (?:ro|cu the|nhiem vu)|giao (?:viec|nhiem vu) (?:cu the|cho tung)|nhiem vu cu the"
    r"|thong nhat mot so (?:viec|nhiem vu)|mot so (?:viec|nhiem vu)[^.:]{0,40}:$)"
)
_HABIT = re.compile(r"\s*(?:la|da|dang|se|van|cung da)\b")
_GOES_ON = re.compile(rf"\s*(?:[^,.;:{ACTOR}{PERSON}]{{0,40}},\s*)?(?P<who>{WHOEVER})\s+(?:cung\s+)?")
_HEADED = re.compile(rf"(?:(?:trach nhiem cua|doi voi|de nghi|giao|cac)\s+)*(?P<who>{WHOEVER})[^\w]{{0,3}}")
_GIVER = re.compile(
    rf"(?P<who>{WHO})(?:\s*\([^)]*\))?(?:\s*,[^,.;:{ACTOR}{PERSON}]{{0,80}},)?[^.;:,\"{ACTOR}{PERSON}]{{0,60}}$"
)
_DOCUMENT_GIVER = re.compile(
    rf"(?:^|[,;.]\s*|\bnhu\s+)(?P<what>[{DOCUMENT}]+)[^.;:,{ACTOR}{PERSON}{DOCUMENT}]{{0,40}}$"
)
_GOVERNED = re.compile(r"\b(?:voi|cua|tai|cho|ve|den)\s*$")
_HEARD = re.compile(
    r"\b(?:cung\s+)?theo"
    r"(?:\s+(?:dai dien|lanh dao|phan tich cua|danh gia cua|thong tin tu|bao cao cua|ong|ba))?"
    rf"\s+(?P<theo>{WHO})|(?P<subject>{WHO})(?:\s*\([^)]*\))?"
    rf"(?:\s*(?:,|\s-)[^.;:,{PERSON}\"]{{0,60}}(?:,|\s-))?"
    r"\s+(?:(?:cung|da|vua|con|tiep tuc|thang than|mot lan nua|nhieu lan|tung|phat bieu|lien tuc)\s+)*"
    rf"(?:{_SAYS})\b"
    rf"|(?:\b(?:{_SAYS}))\s*(?:cua\s+)?(?P<after>{PERSON}+)"
)
_REPORT = re.compile(
    rf"\s*(?:\"\s*,?|,\"?|\s-)\s*(?:ong|ba|dong chi)?\s*(?:{WHO}|ong|ba)[^.;:{ACTOR}{PERSON}\"]{{0,40}}?\s(?:{_SAYS})"
    r"(?:\s*(?:khi|tai|trong|them|cu the|voi)\b[^.;:\"]{0,120})?[.\s]*$|\s*\(anh[^)]*\)[.|\s]*$"
)
_ACCORDING = re.compile(r"\btheo(?:\s+\w+){0,3}\s*$")
_BROKEN_OFF = re.compile(rf"\s*,\s*(?:ong|ba)?\s*{WHO}\s+(?:(?:cung|da)\s+)?(?:{_SAYS})\b")
_OTHER_SUBJECT = re.compile(rf"[^,;]{{0,120}},\s*(?:{WHO}|[^,;]{{3,30}}?)\s+(?:da|dang|se|cung|van)\b")
_MARKER = re.compile(
    r"\s*(?:[-*+\u2022\u25aa\u25cf\u00b7\uf0b7]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]\d?|[ivx]+)\s?[.)/]|dieu\s+\d+[a-z]?[.:])\s*"
)
_TAIL = re.compile(r"\s*(?:\.{3}|…|[.,;:\"'|*/!?-]|\b(?:va|vi|boi)\b|\s)+$")
_FORMULA = re.compile(  # words that open a list, or close a document, and give no work
    r"\bco hieu luc\b|\b(?:nhiem vu|giai phap|noi dung|cong viec|viec)\s+(?:\w+\s+){0,3}(?:sau|sau day|nhu sau)\s*$"
    r"|\b(?:xin )?(?:tran trong )?thong bao (?:de|toi|den|cac|nhu)\b.*\bbiet\b|\btran trong thong bao\b"
)
_OUTLOOK = re.compile(r"\b(?:tam nhin|dinh huong|chien luoc)\b")
_BY = re.compile(r"(?:truoc|den|cham nhat|han|muon nhat)\b")
_ANNUAL = re.compile(r"\bnăm\s+(20\d\d)\s*$")
_SENDER = re.compile(rf"(?:^|,\s*)(?P<who>{WHO})\s+(?:vua|da|dang|se|cung)\b")
_QUOTATION = re.compile(r"\"[^\"]{30,}\"?[.\s]*$")
_COOPERATION = re.compile(
    r"\b(?:tham gia(?:\s\w+){0,2}\s+voi|phoi hop(?:\s+chat che)?\s*(?:,\s*hop tac\s*)?(?:voi|cung)|cung voi|phoi hop)"
    rf"\s+(?:cac\s+)?(?P<who>{WHOEVER})"
)
_NAMED = rf"(?P<what>[{DOCUMENT}{PROGRAMME}]+)"
_CITED = re.compile(
    r"\b(?:theo|tai|trong|thuc hien|trien khai|neu tai|quy dinh tai|giao tai|can cu|cua)\s+(?:cac\s+)?"
    rf"(?:nhiem vu[^,;.]{{0,40}}\s)?{_NAMED}"
)
_UNDER = re.compile(
    r"\s*(?:[^,.;:]{0,40}\s)?(?:tai|theo|thuc hien|can cu|de thuc hien|trien khai)\s+(?:noi dung\s+)?" + _NAMED
)
_UNTIL_NOW = re.compile(r"\b(?:nay|qua|cung ky|vua roi|hien tai)\b(?! nam)")
_DELIVERED = re.compile(
    r"(?:[^;.]{0,90}?\b)?(?:xay dung|ban hanh|hoan thien|trinh|soan thao|lap|thiet lap|cap nhat|nang cap|de xuat)"
    r"(?:\s*,\s*(?:ban hanh|hoan thien|trinh|trien khai|nang cap|bo sung)|\s+va\s+(?:ban hanh|trinh|trien khai))*"
    rf"\s+(?:[{ACTOR}]+\s+(?:ban hanh\s+|phe duyet\s+|xem xet,?\s*)*)?"
    rf"(?P<what>(?:(?:{clauses.alternation('products')})\b|[{DOCUMENT}{PROGRAMME}])[^,;.:]{{0,160}}?)(?=\s+(?:de|nham)\b|[,;.:]|$)"
)
_ORDERING_TYPES = ("notice", "conclusion", "directive", "dispatch", "official-letter")
_MEETING = re.compile(rf"lam viec (?:voi|tai)\s+(?:lanh dao\s+)?(?P<who>[{ACTOR}]+)")
_TASK_HEADING = re.compile(clauses.alternation("task_headings"))
_DUTY_HEADING = re.compile(r"\b(?:nhiem vu|giai phap|trach nhiem|phan cong|to chuc thuc hien)\b")
_OTHER_HEADING = re.compile(clauses.alternation("other_headings"))


def _inside(task: Task, report: Task) -> bool:
    """Whether a report of how a task stands already says what the clause inside it seems to order."""
    return report.evidence[0].start <= task.evidence[0].start < task.evidence[0].end <= report.evidence[0].end


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """The neighbouring words of a text."""
    words = _WORD.findall(text)
    return frozenset(itertools.pairwise(words))


class _Prose:
    """One reading of a source's prose, unit by unit, with what each order leaves behind for the next."""

    def __init__(self, reading: Reading, taken: frozenset[int] = frozenset()) -> None:
        self.taken = taken
        bearers = clauses.bearers(reading)
        reading = replace(reading, agencies=tuple(sorted((*reading.agencies, *bearers), key=lambda m: m.start)))
        self.reading = reading
        self.mask = clauses.masked(reading)
        self.text = reading.source.text
        self.agencies = {mention.start: mention for mention in reading.agencies}
        self.officials = {mention.start: mention for mention in reading.officials}
        self.context = Context()
        self.leads: dict[int, Order] = {}
        self.reported = False  # whether the unit closes with who said it
        self.visited = self._visited()
        self.speaker: tuple[int, str] | None = None  # the unit where somebody was last heard, and who

    def tasks(self) -> Iterator[Task]:
        found: list[Task] = []
        for index, unit in enumerate(self.reading.units):
            if unit.role in ("sentence", "item", "heading", "lead") and index not in self.taken:
                for order in self._orders(index, unit):
                    found.extend(self._pieces(unit, order))
        reported = list(reports.state(self.reading, self.mask))
        found = [task for task in found if not any(_inside(task, report) for report in reported)] + reported
        found.sort(key=lambda task: task.evidence[0].start)
        if self.reading.own:
            yield from found  # a document may give two bodies one duty in the same words
            return
        words = [_pairs(self._folded(task)) for task in found]
        for i, task in enumerate(found):
            if not any(
                i != j and len(words[i] & words[j]) >= 0.85 * len(words[i]) and self._says_less(task, other, i > j)
                for j, other in enumerate(found)
            ):
                yield task

    def _says_less(self, task: Task, other: Task, later: bool) -> bool:
        """Whether a task that shares its words with another is the summary, or the repetition, of it."""
        if task.assignees and task.assignees != other.assignees:
            return False
        return (len(task.assignees), len(task.text), not later) < (len(other.assignees), len(other.text), later)

    def _folded(self, task: Task) -> str:
        return self.reading.folded[task.evidence[0].start : task.evidence[0].end]

    # ── clauses ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _orders(self, index: int, unit: Unit) -> Iterator[Order]:
        speaker = self._speaker(index, unit)
        end = self._end(unit)
        self.reported = end < unit.end
        found: list[Order] = []
        official = self.reading.own is not None and self._gives_tasks(index)
        if official and _TOPIC.match(self.mask, self._after_marker(unit), end):
            answer = self.mask.find(":", unit.start, end) + 1  # "Về đề nghị …: Bộ X nghiên cứu …"
            if not answer:
                return
            unit = replace(unit, start=answer)
        for start, stop in self._clauses(unit, end) if official else [(unit.start, end)]:
            clause = replace(unit, start=start, end=stop)
            read = [self._read(match, clause, stop, speaker) for match in self._triggers(clause, stop)]
            orders = self._disjoint([order for order in read if order])
            if not orders and (listed := self._listed(index, clause, stop, official, found)):
                orders = [listed]
            for position, order in enumerate(orders):
                limit = min(order.end, orders[position + 1].trigger if position + 1 < len(orders) else stop)
                broken = _BROKEN_OFF.search(self.mask, order.start, limit)
                found.append(replace(order, end=broken.start() if broken else limit))
        first: Order | None = None
        for order in found:
            if first and order.status is None and not self.reading.own:
                order = replace(order, mandate=order.mandate or first.mandate)
                order = replace(order, directed_by=order.directed_by or first.directed_by) if order.giver else order
            order = self._complete(order, index, unit, speaker)
            first = first or (order if order.giver else None)
            self._remember(order, index, unit)
            if order.end > order.start and unit.role != "heading":
                yield order

    def _clauses(self, unit: Unit, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of an official text's sentence between semicolons: each may have a subject of its own."""
        begin = self._after_marker(unit)
        for match in _SEMICOLON.finditer(self.mask, begin, end):
            if self.mask.count("(", begin, match.start()) > self.mask.count(")", begin, match.start()):
                continue
            yield begin, match.start()
            begin = match.end()
        yield begin, end

    def _triggers(self, unit: Unit, end: int) -> Iterator[re.Match[str]]:
        for match in _TRIGGER.finditer(self.mask, unit.start, end):
            if match.lastgroup == "lead":
                yield match
                continue
            table = "undertakings" if match.lastgroup == "doing" else f"{match.lastgroup}s"
            printed = " ".join(self.text[match.start() : match.end()].lower().split())
            if unit.accented and printed not in spellings(table).get(" ".join(match.group().split()), ()):
                continue
            yield match

    def _read(self, match: re.Match[str], unit: Unit, end: int, speaker: str | None) -> Order | None:
        match match.lastgroup:
            case "order":
                return self._ordered(match, unit, end, speaker)
            case "modal":
                return self._modal(match, unit, end)
            case "lead":
                return self._leads(match, unit, end)
            case _:
                return self._undertaken(match, unit, end)

    def _ordered(self, match: re.Match[str], unit: Unit, end: int, speaker: str | None) -> Order | None:
        """ "X yêu cầu Y làm Z", "giao Y chủ trì Z", "yêu cầu: Z"."""
        mask, start = self.mask, match.start()
        if _BEFORE_NOUN.search(mask, max(unit.start, start - 24), start) or _NEGATED.search(mask, unit.start, start):
            return None
        who = _ASSIGNEE.match(mask, match.end(), end)
        opening = _AFTER_ORDER.match(mask, match.end(), end)
        begin = opening.end() if opening else match.end()
        verb = match.group()
        cited = self._document_giver(unit, match.start())
        giver = (cited.issuer if cited else self._left(unit, match.start())) or speaker
        mandate = cited.id if cited else None
        if who and verb not in ("nhan manh", "neu ro", "chi ro"):
            work = _AFTER_ASSIGNEE.match(mask, who.end(), end)
            start = work.end() if work else who.end()
            assignees = self._names(who.start("who"), who.end("who"))
            rest = mask[who.end() : end].strip(" .")
            if rest == ":":
                return Order(match.start(), end, end, assignees, giver, giver=True, mandate=mandate)
            plain = verb.startswith("giao") or verb in ("yeu cau", "de nghi", "luu y")
            if rest and not _ABOUT.match(rest) and (plain or clauses.begins_work(mask, start, end)):
                return Order(match.start(), start, end, assignees, giver, giver=True, mandate=mandate)
            return None
        if mask[match.end() : end].strip() == ":" or self._introduces(unit, match.end(), end):
            return Order(match.start(), end, end, (), giver, giver=True, mandate=mandate)
        nameless = _NAMELESS.match(mask, match.end(), end) if verb in ("yeu cau", "de nghi") else None
        if nameless and not re.search(WHO, nameless.group()):
            printed = self.text[nameless.start("who") : nameless.end("who")]
            return Order(
                match.start(), nameless.start("who"), end, (printed,), giver, sure=0.7, giver=True, mandate=mandate
            )
        must = _MUST.match(mask, begin, end)
        if must:
            return Order(match.start(), must.end(), end, (), giver, sure=0.7, giver=True, mandate=mandate)
        if verb in _DECIDED and self._left(unit, match.start()) is None:
            return None  # "điều phối thống nhất", "ra quyết định": no verb here
        told = verb in _TOLD or verb in _DECIDED or (opening and opening["colon"])
        if told and clauses.begins_work(mask, begin, end):
            return Order(match.start(), begin, end, (), giver, sure=0.7, giver=True, mandate=mandate)
        return None

    def _introduces(self, unit: Unit, start: int, end: int) -> bool:
        """Whether nothing but a closing phrase and a colon follows: "yêu cầu thực hiện các nhiệm vụ sau:"."""
        tail = self.mask[start:end].rstrip()
        return tail.endswith(":") and len(tail) < 90 and not re.search(WHO, tail)

    def _modal(self, match: re.Match[str], unit: Unit, end: int) -> Order | None:
        """ "Y cần làm Z", "Y có trách nhiệm Z", "Y được giao Z"."""
        mask = self.mask
        following = mask[match.end() : match.end() + 14].lstrip()
        if _NOT_A_MODAL.match(following) or _NEGATED.search(mask, unit.start, match.start()):
            return None
        rest = _AFTER_MODAL.match(mask, match.end(), end)
        start = rest.end() if rest else match.end()
        passive = match.group().startswith("duoc")
        if passive:
            by = _GIVEN_BY.match(mask, match.start() + 5, end)
            start = max(start, by.end()) if by else start
        subject = self._subject(unit, match.start())
        strong = match.group() not in ("can", "phai", "can phai", "can tiep tuc")
        work = clauses.begins_work(mask, start, end)
        if subject:
            assignees = self._names(subject.start("who"), subject.end("who"), subject.end("more"))
            if not mask[start:end].strip(" .:"):
                return Order(subject.start(), end, end, assignees)
            return Order(subject.start(), start, end, assignees, passive=passive) if work or strong else None
        if work and not passive and _OPENING.search(mask[unit.start : match.start()]):
            return Order(match.start(), start, end, ("…",) if self.context.orders else (), sure=0.6)
        return None

    def _leads(self, match: re.Match[str], unit: Unit, end: int) -> Order | None:
        """ "Y chủ trì, phối hợp với Z làm …": how documents assign, also where no verb of ordering stands."""
        subject = self._subject(unit, match.start())
        if not subject or ACTOR not in subject["who"]:
            return None
        names = self._names(subject.start("who"), subject.end("who"), subject.end("more"))
        near = self.context if self.context.orders and self.context.block == unit.block else Context()
        return Order(subject.start(), match.start(), end, names, near.directed_by, near.mandate, sure=0.7)

    def _undertaken(self, match: re.Match[str], unit: Unit, end: int) -> Order | None:
        """ "Y sẽ làm Z", "Y đang làm Z"."""
        mask = self.mask
        said = values("undertakings")[" ".join(match.group().split())]
        status: TaskStatus = "planned" if said == "planned" else "in-progress"
        if _CONDITION.match(mask, unit.start):
            return None
        subject = self._subject(unit, match.start()) or self._coordinated(unit, match.start())
        passive = _PASSIVE.match(mask, match.end(), end)
        if passive and clauses.begins_work(mask, passive.end(), end):
            return self._done_to(unit, match, end, status)
        if not subject and match.group().startswith("du kien") and self._deadline(match.end(), end):
            return Order(match.start(), match.start(), end, (), status=status, sure=0.5)
        if (
            not subject
            and _SAID.search(mask[unit.start : match.start()])
            and clauses.begins_work(mask, match.end() + 1, end)
        ):
            return Order(match.start(), match.end() + 1, end, self._speakers_agency(), status=status, sure=0.6)
        if not subject or PERSON in subject["who"]:
            return None
        start = match.end() + len(mask[match.end() : end]) - len(mask[match.end() : end].lstrip())
        if not clauses.begins_work(mask, start, end):
            return None
        groups = [m for m in self._mentions(subject.start("who"), subject.end("who")) if m.kind == "group"]
        if groups and status == "in-progress":
            return None  # what a nameless group is doing is a state of things, not an undertaking
        names = self._names(subject.start("who"), subject.end("who"), subject.end("more"))
        return Order(subject.start(), start, end, names, status=status, sure=0.6)

    def _speakers_agency(self) -> tuple[str, ...]:
        """The body for which the one who is heard speaks."""
        if self.speaker is None:
            return ()
        name = self.speaker[1]
        agency = next((o.agency for o in self.reading.officials if o.name == name and o.agency), None)
        return (agency or name,)

    def _subject(self, unit: Unit, trigger: int) -> re.Match[str] | None:
        """Who has to act, right before the trigger; in "Theo X, Y phải …" that is Y alone."""
        begin = unit.start
        while subject := _SUBJECT.search(self.mask, begin, trigger):
            comma = self.mask.find(",", subject.start("who"), subject.end("who"))
            if comma < 0 or not _ACCORDING.search(self.mask, unit.start, subject.start("who")):
                return subject
            begin = comma
        return None

    def _coordinated(self, unit: Unit, trigger: int) -> re.Match[str] | None:
        """The subject of a second verb: "Bộ X đã cấp … và đang xây dựng …"."""
        if not _AND.search(self.mask, unit.start, trigger):
            return None
        return _FIRST.match(self.mask, unit.start, trigger)

    def _done_to(self, unit: Unit, match: re.Match[str], end: int, status: TaskStatus) -> Order | None:
        """ "Hệ thống X sẽ được nâng cấp": the work with what it is done to; who does it is not said."""
        begin = max(unit.start, *(self.mask.rfind(mark, unit.start, match.start()) + 1 for mark in ".;:"))
        opening = _ADVERBIAL.match(self.mask, begin, match.start())
        begin = opening.end() if opening else begin
        if match.start() - begin < 8 or match.start() - begin > 200 or _CONDITION.match(self.mask, begin):
            return None
        return Order(begin, begin, end, (), status=status, sure=0.5)

    def _listed(self, index: int, unit: Unit, end: int, official: bool, before: list[Order]) -> Order | None:
        """An item under a line that gives work, or a clause in a part of an official text that does."""
        lead = self.leads.get(unit.lead) if unit.lead is not None else None
        if not lead and not official:
            return self._goes_on(index, unit, end)
        start = self._after_marker(unit)
        if self.mask[start:end].rstrip().endswith(":"):
            self._introduced(index, unit, start, end, lead)
            return None
        opening = _ADVERBIAL.match(self.mask, start, end)
        start = opening.end() if opening else start
        headed = self._headed(index)
        base = lead or (replace(before[-1], status=None) if before else Order(start, start, end, headed))
        head = _HEAD.match(self.mask, start, end)
        if head and (head["colon"] or clauses.begins_work(self.mask, head.end(), end)):
            names = self._names(head.start("who"), head.end("who"), head.end("more"))
            return replace(base, trigger=start, start=head.end(), end=end, assignees=names, status=None)
        bullet = unit.role == "item" or lead or headed or before
        if clauses.begins_work(self.mask, start, end) if not bullet or before else not head:
            return replace(base, trigger=start, start=start, end=end)
        return None

    def _introduced(self, index: int, unit: Unit, start: int, end: int, lead: Order | None) -> None:
        """Keeps what a line ending in ":" says of the items below it: "Sở Tài chính:", "Giao các sở:"."""
        head = _HEAD.match(self.mask, start, end)
        if head and head.end() >= end - 1:
            names = self._names(head.start("who"), head.end("who"), head.end("more"))
            self.leads[index] = replace(lead or Order(start, end, end), assignees=names)

    def _goes_on(self, index: int, unit: Unit, end: int) -> Order | None:
        """ "Tổ công tác cũng nghiên cứu …" after an order to the same body in the same paragraph."""
        quoted = self._quoted(unit) and self.reported  # "…", Thủ tướng chỉ đạo
        spoken = unit.start + 1 + (self.mask[unit.start + 1 : unit.start + 2] == " ")
        if quoted and self.speaker and clauses.begins_work(self.mask, spoken, end):
            return Order(unit.start, spoken, end, (), self.speaker[1], sure=0.6)
        if _ANNOUNCES.search(self.mask, unit.start, end):
            return self._announced(unit, end)
        if not self.context.orders or index - self.context.unit > 2:
            return None
        opening = _ADVERBIAL.match(self.mask, unit.start, end)
        start = opening.end() if opening else unit.start
        own_subject = _OTHER_SUBJECT.match(self.mask, start, end)
        if index - self.context.unit <= 1 and not own_subject and clauses.begins_work(self.mask, start, end):
            return Order(start, start, end, self.context.assignees, self.context.directed_by, sure=0.6)
        head = _GOES_ON.match(self.mask, unit.start, end)
        if head and clauses.begins_work(self.mask, head.end(), end):
            names = self._names(head.start("who"), head.end("who"))
            chained = index - self.context.unit <= 1 and not _HABIT.match(self.mask, head.end(), end)
            if chained or (names == self.context.assignees and not _HABIT.match(self.mask, head.end(), end)):
                said = (names, self.context.directed_by, self.context.mandate)
                return Order(head.start("who"), head.end(), end, *said, sure=0.6)
        return None

    def _announced(self, unit: Unit, end: int) -> Order:
        """A sentence that says that work is given, and leaves it to the next ones: "… phân công cụ thể"."""
        match = _ANNOUNCES.search(self.mask, unit.start, end)
        place = match.start() if match else end
        cited = self._document_giver(unit, place)
        director = cited.issuer if cited else self._left(unit, place)
        return Order(place, end, end, (), director, cited.id if cited else None, giver=True)

    # ── who ──────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _names(self, start: int, end: int, more: int = -1) -> tuple[str, ...]:
        """The full names of the actors in the stretch; a nameless group as the text has it."""
        names: list[str] = []
        for mention in self._mentions(start, end):
            name = mention.name
            if isinstance(mention, AgencyMention) and mention.kind == "group" and more > mention.end == end:
                name = self.text[mention.start : more]
            if name not in names:
                names.append(name)
        return tuple(names)

    def _mentions(self, start: int, end: int) -> Iterator[AgencyMention]:
        for mention in self.reading.officials:
            if start <= mention.start < end:
                yield AgencyMention(mention.start, mention.end, mention.name)
        for agency in self.reading.agencies:
            if start <= agency.start < end and self.mask[agency.start] == ACTOR:
                yield agency

    def _document_giver(self, unit: Unit, trigger: int) -> DocumentMention | None:
        """The document that gives the order: "Quyết định số 142/QĐ-TTg giao …"."""
        left = _DOCUMENT_GIVER.search(self.mask[unit.start : trigger])
        if not left:
            return None
        place = unit.start + left.start("what")
        return next((d for d in self.reading.documents if d.start <= place < d.end), None)

    def _left(self, unit: Unit, trigger: int) -> str | None:
        """Who gives the order: the nearest actor or document to the left of the verb, with no clause between."""
        left = _GIVER.search(self.mask, unit.start, trigger)
        if not left:
            return None
        if _GOVERNED.search(self.mask, max(unit.start, left.start() - 6), left.start()):
            return None
        names = self._names(left.start("who"), left.end("who"))
        return names[0] if names else None

    def _speaker(self, index: int, unit: Unit) -> str | None:
        """Who is heard in the unit: "Theo X, …", "X cho biết …", "…", X nói; else who was heard just before."""
        heard = None
        for match in _HEARD.finditer(self.mask, unit.start, unit.end):
            group = match.lastgroup or "theo"
            names = self._names(match.start(group), match.end(group))
            if names and (heard is None or group != "theo"):
                heard = names[0]
        if heard:
            self.speaker = (index, heard)
        if self.speaker and (index - self.speaker[0] <= 2 or self._quoted(unit)):
            self.speaker = (index if self._quoted(unit) else self.speaker[0], self.speaker[1])
            return self.speaker[1]
        return None

    def _quoted(self, unit: Unit) -> bool:
        return self.mask[unit.start : unit.start + 1] == '"'

    # ── what ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _after_marker(self, unit: Unit) -> int:
        found = _MARKER.match(self.mask, unit.start, unit.end)
        return found.end() if found else unit.start

    def _end(self, unit: Unit) -> int:
        """Where the words end that can say a task: before a closing report of speech and before a source's name."""
        report = _REPORT.search(self.mask, unit.start, unit.end)
        return report.start() if report else unit.end

    def _disjoint(self, orders: list[Order]) -> list[Order]:
        """The orders without those that only repeat in a modal what the order before already says."""
        kept: list[Order] = []
        for order in sorted(orders, key=lambda o: o.trigger):
            if kept and order.trigger < kept[-1].start:
                kept[-1] = replace(kept[-1], start=max(order.start, kept[-1].start))
                continue
            if kept and order.sure < kept[-1].sure and order.start - kept[-1].start < 30:
                continue
            kept.append(order)
        return kept

    def _complete(self, order: Order, index: int, unit: Unit, speaker: str | None) -> Order:
        """The order with what its sentence, its lead and the clauses before it tell."""
        near = self.context if index - self.context.unit <= 3 and not self.reading.own else Context()
        same = near if (near.block == unit.block or index - near.unit <= 1) else Context()
        assignees = order.assignees
        if assignees == ("…",):
            assignees = near.assignees
        directed = order.directed_by
        own = self.reading.own
        if own and own.type in ("notice", "conclusion") and not assignees:
            assignees = self.visited
        if own:
            directed = self._own_director(order)
        elif directed is None and index - self.context.unit <= 1 and self.context.orders and not speaker:
            directed = self.context.directed_by
        elif directed is None:
            directed = speaker or (near.directed_by if order.sure < 0.9 else same.directed_by)
        if directed is None and order.passive:
            directed = self._sender(index, unit)
        if directed in assignees and order.status is None and not own:
            directed = None
        mandate = order.mandate or self._mandate(unit, order) or (own.id if own else None)
        opening = self._deadline(unit.start, order.start)
        if opening and len(opening.value or "") == 10 and not _BY.match(self.mask, opening.start):
            opening = None  # the day of the meeting, not of the task
        deadline = order.deadline or opening or (same.deadline if same.orders else None)
        deadline = deadline or self._annual(unit, order)
        return replace(order, assignees=assignees, directed_by=directed, mandate=mandate, deadline=deadline)

    def _visited(self) -> tuple[str, ...]:
        """The People's Committee of the province with whose leaders a leader met, as a notice's opening says."""
        met = _MEETING.search(self.mask, 0, 4000)
        names = self._names(met.start("who"), met.end("who")) if met else ()
        return tuple(
            name if name.startswith("Ủy ban") else f"Ủy ban nhân dân {name[0].lower()}{name[1:]}"
            for name in names[:1]
            if name.startswith(("Ủy ban nhân dân", "Tỉnh", "tỉnh", "Thành phố", "thành phố"))
        )

    def _own_director(self, order: Order) -> str | None:
        own = self.reading.own
        if own is None:
            return None
        if own.type in ("notice", "conclusion"):
            leader = next((o.name for o in self.reading.officials if o.start < 3000), None)
            if leader:
                return leader
        return own.issuer

    def _remember(self, order: Order, index: int, unit: Unit) -> None:
        if order.status is None and (order.giver or not self.context.orders or index - self.context.unit > 1):
            said = (order.assignees, order.directed_by, order.mandate, order.deadline)
            self.context = Context(index, unit.block, *said, orders=True)
        elif order.status is None:
            self.context.unit = index
        if self.mask[unit.start : unit.end].rstrip().endswith(":"):
            self.leads[index] = replace(order, status=None)

    def _mandate(self, unit: Unit, order: Order) -> str | None:
        """The document or programme that the sentence's opening names as the one that orders."""
        opening = _UNDER.match(self.mask, unit.start, order.trigger)
        return self._cited(opening.start("what")) if opening else None

    def _annual(self, unit: Unit, order: Order) -> Period | None:
        """The year of the yearly resolution or plan under which the order is given."""
        opening = _UNDER.match(self.mask, unit.start, order.trigger)
        if not opening:
            return None
        for document in self.reading.documents:
            if document.start <= opening.start("what") < document.end and document.title:
                year = _ANNUAL.search(document.title)
                return Period(document.start, document.end, year[1]) if year else None
        return None

    def _sender(self, index: int, unit: Unit) -> str | None:
        """Who acts in the sentence before: the one that "được đề nghị" leaves unsaid."""
        before = self.reading.units[index - 1] if index else None
        if before is None or before.block != unit.block:
            return None
        found = _SENDER.search(self.mask[before.start : before.end])
        names = self._names(before.start + found.start("who"), before.start + found.end("who")) if found else ()
        return names[0] if names else None

    def _cited(self, position: int) -> str | None:
        for document in self.reading.documents:
            if document.start <= position < document.end:
                return document.id
        for programme in self.reading.programmes:
            if programme.start <= position < programme.end:
                return programme.name
        return None

    def _gives_tasks(self, index: int) -> bool:
        """Whether the headings above an item of an official text say that tasks follow."""
        heading = self.reading.units[index].heading
        depth = 0
        while heading is not None and depth < 8:
            above = self.reading.units[heading]
            text = self.reading.folded[above.start : min(above.end, above.start + 160)].partition(" - ")[0]
            if _TASK_HEADING.search(text) and (_DUTY_HEADING.search(text) or not _OTHER_HEADING.search(text)):
                return True
            if _OTHER_HEADING.search(text):
                return False
            heading, depth = above.heading, depth + 1
        own = self.reading.own
        return own is not None and own.type in _ORDERING_TYPES

    def _headed(self, index: int) -> tuple[str, ...]:
        """The bodies that the heading above names as those who have to do what stands below it."""
        heading = self.reading.units[index].heading
        depth = 0
        while heading is not None and depth < 4:
            above = self.reading.units[heading]
            start = self._after_marker(above)
            head = _HEADED.match(self.mask, start, above.end)
            if head and head.end() >= above.end - 2:
                return self._names(head.start("who"), head.end("who"))
            heading, depth = above.heading, depth + 1
        return ()

    def _deadline(self, start: int, end: int) -> Period | None:
        """The time in the stretch by which something is due; a time of the past, or one inside a name, is none."""
        due = None
        for period in self.reading.periods:
            if period.start < start or period.end > end:
                continue
            if self.mask[period.start] in (DOCUMENT, PROGRAMME, ACTOR, PERSON):
                continue
            if period.recurrence is None and (period.value is None or self._past(period)):
                continue
            due = period
        return due

    def _past(self, period: Period) -> bool:
        """Whether the period ended before the source was written, or is told as "until now"."""
        if _UNTIL_NOW.search(self.mask, period.start, period.end):
            return True
        today = self.reading.today
        return today is not None and (period.value or "")[:7] < today.isoformat()[: len((period.value or "")[:7])]

    def _pieces(self, unit: Unit, order: Order) -> Iterator[Task]:
        listed = _LISTED_AFTER.match(self.mask, order.start, order.end)
        begin = listed.end() if listed and clauses.begins_work(self.mask, listed.end(), order.end) else order.start
        for start, end in clauses.split(self.mask, begin, order.end):
            quoted = _QUOTATION.search(self.mask, start, end)
            if quoted and len(self.mask[start : quoted.start()].split()) >= 6:
                end = quoted.start()
            tail = _TAIL.search(self.mask, start, end)
            end = tail.start() if tail else end
            head = _HEAD.match(self.mask, start, end)
            own = order
            if head and clauses.begins_work(self.mask, head.end(), end) and start > order.start:
                own = replace(order, assignees=self._names(head.start("who"), head.end("who"), head.end("more")))
                start = head.end()
            while start < end and not (self.mask[start].isalnum() or self.mask[start] in "\x01\x02\x03\x05"):
                start += 1
            if len(self.text[start:end].split()) < 3 or _FORMULA.search(self.mask, start, end):
                continue
            yield self._task(unit, own, start, end)

    def _year_of(self, position: int) -> Period | None:
        """The year that a plan's or programme's name gives as its own ("Kế hoạch … năm 2024"), not as an outlook."""
        for programme in self.reading.programmes:
            if programme.start <= position < programme.end:
                inside = [p for p in self.reading.periods if programme.start <= p.start and p.end <= programme.end]
                name = self.mask_free(programme.start, programme.end)
                if len(inside) == 1 and not _OUTLOOK.search(name) and not self._past(inside[0]):
                    return inside[0]
        return None

    def mask_free(self, start: int, end: int) -> str:
        """The folded text of a stretch, without the mask."""
        return self.reading.folded[start:end]

    def _deliverable(self, start: int, end: int) -> str | None:
        """What the work hands over: the thing that is drawn up, issued or submitted."""
        found = _DELIVERED.match(self.mask, start, end)
        if not found:
            return None
        last = found.end()
        while last > found.start("what") and self.mask[last - 1] in " ,.;":
            last -= 1
        return self.text[found.start("what") : last]

    def _task(self, unit: Unit, order: Order, start: int, end: int) -> Task:
        deadline = self._deadline(start, end) or order.deadline
        mandate = order.mandate
        if self.reading.own is None:
            inside = [match.start("what") for match in _CITED.finditer(self.mask, start, end)]
            if inside:
                inside = [place for place in inside if self.mask[place] == DOCUMENT] or inside
                mandate = self._cited(inside[0]) or mandate
                deadline = deadline or self._year_of(inside[0])
        cooperators: tuple[str, ...] = ()
        for match in _COOPERATION.finditer(self.mask, start, end):
            cooperators += self._names(match.start("who"), match.end("who"))
        recurrence = deadline.recurrence if deadline else None
        return Task(
            text=self.text[start:end],
            assignees=order.assignees,
            cooperators=tuple(dict.fromkeys(c for c in cooperators if c not in order.assignees)),
            mandate=mandate,
            directed_by=order.directed_by,
            deadline=deadline.value if deadline and not recurrence else None,
            deadline_text=self.text[deadline.start : deadline.end] if deadline else None,
            recurrence=recurrence,
            deliverable=self._deliverable(start, end),
            provision=structure.provision(unit.place) if self.reading.own else None,
            status=order.status,
            status_date=self.reading.today.isoformat() if order.status and self.reading.today else None,
            evidence=(self.reading.evidence(start, end, unit.place),),
            confidence=order.sure,
        )
