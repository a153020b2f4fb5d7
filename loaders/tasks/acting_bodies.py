"""Who acts, where a clause begins with a body: by its name, on what ground, and whether work follows or something else.

Reads the beginning of a clause, past its number and what stands before its subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.reading import Unit
from loaders.tables import phrases
from loaders.tasks import openings
from loaders.tasks.masked import Masked
from loaders.tasks.orders import BEHIND
from loaders.words import clauses, ordered
from loaders.words.bearers import BEARERS
from loaders.words.clauses import ACTOR, DOCUMENT, JOIN, PERSON, PROGRAMME, WHO, WHOEVER
from loaders.words.flat import Pattern
from loaders.words.keyed import Keyed

HEAD = re.compile(  # the body that a clause begins with, and by which mandate it acts: "Bộ X theo chức năng …"
    rf"(?:(?:cac|con|rieng|dong chi|ong)\s+){{0,2}}(?P<who>{WHOEVER})"
    r"(?P<more>(?:\s+(?:co\s+)?(?:lien quan|truc thuoc|noi tren|(?:ngoai )?cong lap|tu thuc"
    r"|tren dia ban(?: (?:tinh|thanh pho|xa|phuong))?"
    r"|(?:(?:vung )?(?:mien nui|bien gioi|ven bien|cao|sau|xa)|con lai|khac)(?=:))){1,2})?"
    r"\s*(?:\([^)]*\))?"
    r"(?:\s*[-–]\s+(?:la\s+)?(?:co quan|don vi|bo phan)\s+(?:thuong truc|chu tri|dau moi)\b[^.;:,]{0,80}(?=:))?"
    r"(?:\s*,\s+(?:(?:pho\s+)?(?:truong ban|to truong|truong nhom)|to pho|uy vien|thanh vien|thu ky)"
    r"(?:\s+(?:thuong truc|thuong vu|ban chi dao|to cong tac)){0,2}(?=\s*:))?"  # "Giám đốc Sở X, Phó Trưởng Ban:"
    r"\s*(?P<colon>:)?"
    r"(?:,\s+(?:voi\s+)?(?:vai tro|tu cach|chuc nang)\s[^,;:.]{2,80},\s+)?"  # "Bộ X, với vai trò thường trực, …"
    r"(?:\s*,?\s*(?:theo|can cu|tren co so|trong(?: pham vi)?)\s+(?:vao\s+)?(?:(?:chuc nang|nhiem vu|quyen han"
    r"|trach nhiem|tham quyen|linh vuc|pham vi|phan cong|phan cap|quan ly)(?:\s*,\s*|\s+va\s+|\s+))+"
    r"(?:(?:duoc giao|duoc phan cong|cua minh|quan ly|phu trach)\b)?\s*,?\s*)?"
    rf"(?:\s*,?\s*(?:theo|can cu|tren co so|thuc hien)\s+(?:vao\s+)?[{DOCUMENT}{PROGRAMME}]++\s*,?\s*(?:de\s+)?)?"
    r"\s*(?:,?\s*(?:theo(?! doi)|can cu|tren co so|bam sat|dua tren|chu dong can cu)\s+(?:vao\s+)?[^,;.:]{0,90}?"
    rf"(?:[{DOCUMENT}{PROGRAMME}]++|cua\s+[{ACTOR}]++|duoc giao|duoc phan cong|tham quyen|quan ly|nhiem vu|linh vuc"
    r"|thuc te|cu the|dia phuong|don vi|(?:chi thi|quyet dinh|nghi quyet|ke hoach|chuong trinh|cong van|thong bao"
    r"|van ban|noi dung|quy che|de an|huong dan|nhiem vu|giai phap|ket qua|danh muc|phu luc)"
    r"(?:\s+(?:kem theo|nay|tren|neu tren|noi tren))+)"
    r"(?:\s+(?:cua minh|nay|tren|neu tren|noi tren|va (?:tinh hinh|dieu kien) thuc te|cua (?:don vi|dia phuong)))*"
    r"\s*,?\s*(?:de\s+)?)?"
    r"(?:\s*thi\s+(?!hanh|dua|cong|tuyen|dau|sinh|diem|truong|hao)\b)?"  # "Sở X thì làm …, còn Sở Y thì …"
)
HABIT = Pattern(r"\s*(?:là|đã|đang|sẽ|vẫn|cũng đã)\b")  # what the body is, does or will do: told, not ordered
RUNS = re.compile(  # how much a body has in hand: "quản lý 12 hệ thống"
    r"(?:khai thac|su dung|quan ly|van hanh|cung cap|phuc vu|so huu|luu tru)"
    r"\s+(?:hon\s+|gan\s+|khoang\s+|tren\s+|toi\s+)?\d"
)
ENTITLED = Pattern(  # what a law gives to those who do something: "doanh nghiệp tuyển dụng … được hỗ trợ …"
    r"(?:(?!để |cho )[^\s,;.:]+\s+){1,14}"
    r"(?:được\s+(?:hỗ trợ|hưởng|miễn|giảm|ưu tiên|ưu đãi|phép|vay|khen thưởng)|có quyền)\b"
)
_GROUND = re.compile(
    r"(?:tren co so|can cu|theo(?! doi)|trong|khi|neu|truong hop|sau khi|truoc khi|doi voi|de|nham|dinh ky"
    r"|hang (?:nam|quy))\b"
)
_TOGETHER = re.compile(rf",\s+(?:(?:chu tri|chu dong)\s*,?\s+)?(?:phoi hop|cung(?: voi)?\s+(?:cac\s+)?[{ACTOR}])")
_STOP = re.compile(r"[.;:](?:\s|$)")
_LONGEST = 400  # characters of such a clause
_LEADS = re.compile(rf"(?:lanh dao|dinh huong)(?:,\s*(?:chi dao|dinh huong))?\s+(?:cac\s+)?{WHOEVER}\s+")
_NUMBERED = re.compile(r"\s*(?:\d{1,2}(?:\s?[.)]|-)|[a-z]\d?\s?\)|[-+])\s")
_FURTHER = 3  # words that a further clause has at least
_FURTHER_STOP = re.compile(r"[,;]|\.(?:\s|$)")
_CLAUSE = 6  # words that a clause has at least whose verb the tables do not know
_NO_VERB = Pattern(  # what follows a body's name without being a verb
    r"(?:của|và|hoặc|tại|ở|trong|theo|về|với|thuộc|cùng|cho|từ|đến|để|do|bởi|khi|nếu|không"
    r"|có(?!\s+(?:văn bản|ý kiến|báo cáo|kế hoạch|hướng dẫn|giải pháp|biện pháp|phương án|cơ chế|trách nhiệm))"
    r"|chưa|còn|các|những|này|đó|nêu|như|bị|mà|thì|vừa|mới|phải|cần|trên|dưới|sau|trước|giai đoạn|năm|ngày|lần|số)\b"
)
MAY = Pattern(r"\s*(?:là|đã|đang|sẽ|vẫn|cũng|được|có thể|có quyền|chỉ(?! đạo| dẫn| định))\b")
IS_LEADING = Pattern(
    r"là\s+(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(?:đầu mối|chủ trì|thường trực|chịu trách nhiệm|giúp|điều phối|tham mưu)\b"
)
ABOUT = re.compile(rf"\s*(?:ve|trong linh vuc|doi voi)\s[^.;:{ACTOR}]{{3,160}}?,\s*(?=[{ACTOR}])")

_DEPUTY = Keyed(  # no "đã", no person: what is to be done, by a body
    rf"(?P<who>[{ACTOR}]++(?:{JOIN}(?:cac\s+)?[{ACTOR}]++)*)\s*(?:\([^)]*\)\s*)?,?\s+"
    r"(?:(?:khan truong|tap trung|tiep tuc|chu dong|thuong xuyen|kip thoi|quyet liet|truc tiep)\s+)*"
    r"(?:chi dao|don doc|quan triet|huong dan|van dong|lanh dao"
    r"|phan cong(?=\s+(?:can bo|dang vien|cong chuc|vien chuc|doan vien|hoi vien|nguoi|lanh dao)\b))"
    r"(?:,\s+\w+\s\w+)*\s+(?!ve\b|[,:\"])",
    "chi dao|don doc|quan triet|huong dan|van dong|lanh dao|phan cong",
)
_TOWARD = re.compile(rf"\s*(?:rieng\s+)?(?:doi voi|ve phia)\s+(?:cac\s+)?(?=[{ACTOR}]++\s*:)")
_HANDS_OUT = {"phan cong"}  # a duty of the subject's own: "Sở X phân công công chức …", but "Phân công Sở X làm Z"
_SECRETARY = re.compile(r"Tổng Bí thư")
_SAYS = re.compile(
    rf"(?:[^.;:{ACTOR}{PERSON}]{{0,120}},\s+)?(?P<by>{WHO})\s+(?:cung\s+|da\s+)?(?:{clauses.alternation('says')})\s*"
    r"(?:,|:|\brang\b,?)\s*\"?\s*(?:(?:cac|thuong truc|lanh dao)\s+)?"
)
_ABOVE_ALL = re.compile(
    r"(?:Thủ tướng|Chính phủ|Phó Thủ tướng|Quốc hội|Bộ Chính trị|Ban Bí thư|Chủ tịch nước|Tổng Bí thư)"
)


@dataclass(frozen=True, slots=True)
class PassedOn:
    """A duty to hand on: whose it is, who gave it, where the clause and its work begin."""

    names: tuple[str, ...]
    giver: str
    start: int
    work: int


_DESCRIBED = Pattern(  # what tells a group apart: "các doanh nghiệp cung cấp nền tảng số phối hợp với …"
    r"\s*(?P<what>(?:cung cấp|quản lý|vận hành|sử dụng|sở hữu|tham gia|khai thác)\s[^.,;:]{3,80}?)\s"
    r"(?=(?:chủ trì|phối hợp (?:chặt chẽ )?(?:với|cùng)|khẩn trương|nghiêm túc|chủ động|thường xuyên|tiếp tục)\b)"
)


def subject(page: Masked, start: int, end: int) -> tuple[tuple[str, ...], int] | None:
    """Who acts, where a clause begins with a body and a verb of work or a colon, and where the work begins."""
    head = HEAD.match(page.mask, start, end)
    if head and (told := _described(page, head, end)):
        return told
    which = page.match(BEHIND, head.end(), end) if head else None
    if head and which and page.begins_work(which.end(), end):
        return page.names(head.start("who"), head.end("who"), head.end("more")), which.end()
    if head is None or not (head["colon"] or _works(page, head.end(), end)):
        return None
    if not head["colon"] and page.match(HABIT, head.end(), end):
        return None  # "Bộ X đã kết nối …"
    return page.names(head.start("who"), head.end("who"), head.end("more")), head.end()


def _described(page: Masked, head: re.Match[str], end: int) -> tuple[tuple[str, ...], int] | None:
    """A group that a verb tells apart, as printed, and where its work begins."""
    what = None if head["colon"] or head["more"] else page.match(_DESCRIBED, head.end("who"), end)
    last = [*page.mentions(head.start("who"), head.end("who"))][-1:] if what else []
    if what is None or not last or last[0].kind != "group":
        return None
    names = page.names(head.start("who"), head.end("who"))
    return (*names[:-1], f"{names[-1]} {' '.join(page.text[slice(*what.span('what'))].split())}"), what.end()


def behind(page: Masked, start: int, end: int) -> tuple[tuple[str, ...], int] | None:
    """The same behind the clause that says on what ground or when, itself with commas: "Trên cơ sở …, …, Bộ X …"."""
    if not _GROUND.match(page.mask, start, end):
        return None
    stop = _STOP.search(page.mask, start, end)
    for begin, _ in page.actors_in(start, min(stop.start() if stop else end, start + _LONGEST)):
        if _TOGETHER.search(page.mask, start, begin):
            return None  # "Hằng năm, phối hợp với Sở X, Trung tâm Y thực hiện …"
        found = subject(page, begin, end) if page.mask.startswith(", ", begin - 2) else None
        if found:
            return found
    return None


def acts(page: Masked, head: re.Match[str], unit: Unit, end: int) -> bool:
    """Whether a numbered item opens with bodies by name that do what follows, by whatever verb."""
    rest = head.end()
    item = page.reading.units[ordered.index(page.reading.units, unit.start + 1) - 1]
    if head["colon"] or head["more"] or not _NUMBERED.match(page.mask, item.start, unit.end):
        return False
    bodies = page.mentions(head.start("who"), head.end("who"))
    if not all(body.kind == "agency" and body.name not in BEARERS for body in bodies):
        return False
    return (
        page.mask[rest - 1] == " "
        and page.mask[rest : rest + 1].isalpha()
        and len(page.mask[rest:end].split()) >= _CLAUSE
        and page.match(_NO_VERB, rest, end) is None
        and page.match(MAY, rest, end) is None
    )


def acts_too(page: Masked, start: int, end: int) -> re.Match[str] | None:
    """The body with which a further clause of an order begins, that does what follows by whatever verb."""
    head = HEAD.match(page.mask, start, end)
    stop = _FURTHER_STOP.search(page.mask, head.end(), end) if head else None
    rest, last = (head.end(), stop.start() if stop else end) if head else (start, end)
    if head is None or head["more"] or PERSON in head["who"] or not page.mask[rest : rest + 1].isalpha():
        return None
    if len(page.mask[rest:last].split()) < _FURTHER:
        return None
    return None if page.match(_NO_VERB, rest, end) or page.match(MAY, rest, end) else head


def passes_on(page: Masked, unit: Unit, end: int, giver: str | None) -> PassedOn | None:
    """What bodies hand on to those below them of what another has told them to do; None where it is no such clause.

    "… Theo đó, Bộ Y tế chỉ đạo các bệnh viện …" after an order of the `giver`, or behind who says so in the clause.
    """
    if not _DEPUTY.is_open(page.mask, unit.start, end):
        return None
    said = _SAYS.match(page.mask, unit.start, end)
    givers = page.names(said.start("by"), said.end("by")) if said else ()
    giver = givers[0] if givers else giver
    begin = said.end() if said else openings.behind(page, unit.start, end)
    head = _DEPUTY.match(page.mask, begin, end)
    if giver is None or head is None:
        return None
    names = page.names(head.start("who"), head.end("who"))
    own = {*page.speaks_for(giver), giver}
    if any(name in own or own & {*page.speaks_for(name)} for name in names):
        return None
    if not said and not _leads_the_party(page, giver) and any(_ABOVE_ALL.match(name) for name in names):
        return None
    return PassedOn(names, giver, head.start("who"), head.end("who") + 1)


def _leads_the_party(page: Masked, giver: str) -> bool:
    """Whether who gives an order is above the Government: the Secretary General, the Politburo, the Secretariat."""
    roles = (one.role or "" for one in page.reading.officials if one.name == giver)
    return giver in ("Bộ Chính trị", "Ban Bí thư", "Tổng Bí thư") or any(map(_SECRETARY.match, roles))


def _works(page: Masked, start: int, end: int) -> bool:
    """Whether work follows a subject, also where it leads others to it: "lãnh đạo Công an tỉnh bảo vệ …"."""
    if page.begins_work(start, end):
        return True
    led = _LEADS.match(page.mask, start, end)
    return led is not None and page.begins_work(led.end(), end)


def leads_work(page: Masked, unit: Unit, end: int, superior: str | None) -> bool:
    """Whether a clause begins with a verb of ordering that is itself its subject's duty: "Bộ X chỉ đạo …".

    Where the subject is the `superior` who gives the duties it is an order.
    """
    start = page.after_marker(unit)
    about = ABOUT.match(page.mask, start, end)
    start = about.end() if about else openings.behind(page, start, end)
    toward = _TOWARD.match(page.mask, start, end)
    start = toward.end() if toward else start
    head = HEAD.match(page.mask, start, end)
    verb = clauses.work_verb(page.mask, head.end() if head else start, end)
    if verb is None or verb["verb"] not in (_leading() | _HANDS_OUT if head else _leading()):
        return False
    return head is None or not any(
        superior and _is(superior.lower(), (mention.agency or mention.name).lower().removeprefix("chủ tịch "))
        for mention in page.mentions(head.start("who"), head.end("who"))
    )


@cache
def _leading() -> frozenset[str]:
    return frozenset(phrases("leading_verbs"))


def _is(one: str, other: str) -> bool:
    """Whether two names can be one body's, the one without its place: "Ủy ban nhân dân Thành phố"."""
    return one.startswith(other) or other.startswith(one)
