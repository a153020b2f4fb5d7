"""Pieces of an order's words that are no work: garbled, a sum, a time, a formula, an opinion, a right, a name."""

from __future__ import annotations

import re

from loaders.reading import Unit
from loaders.tasks import doers, no_duties, task_fields
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Order
from loaders.words import clauses
from loaders.words.clauses import ACTOR, DOCUMENT, PROGRAMME
from loaders.words.flat import Pattern
from loaders.words.keyed import Keyed

_THESE = Pattern(
    r"(?:các|những|mọi|mỗi)\s(?:[^\s,;:.]+\s){1,4}(?:này|đó|trên)$"
    r"|(?:[^\s,;:.]+\s){1,4}(?:này|đó|trên)\s(?:sẽ\s|đã\s|cũng\s)?(?:góp phần|giúp|là|nhằm|cho thấy|đánh dấu)\b"
)
_ACHIEVED = Pattern(r"được\s+(?!giao|phân công)")  # "cắt giảm được nhiều giấy tờ"
_RIGHT = Pattern(r"được\s+(?!giao\b|phân công\b|yêu cầu\b|triển khai\b|thực hiện\b)")  # "được hưởng …": no work
_THOUGHT = Pattern(  # "… lựa chọn phương án này là phù hợp với thực tiễn": an opinion
    r"\slà\s(?:rất\s|hoàn toàn\s|điều\s)*(?:phù hợp|cần thiết|đúng đắn|hợp lý|tất yếu)\b",
    "phù hợp|cần thiết|đúng đắn|hợp lý|tất yếu",
)
_SEEN = 160  # characters before a piece in which that is told
_IS_KEY = Pattern(  # "Dữ liệu là yếu tố then chốt, cần đi trước": how a thing is seen
    r"\slà\s(?:những\s|các\s|một trong những\s)?(?:nội dung|nhân tố|yếu tố|điều kiện|khâu|động lực|nền tảng|đột phá"
    r"|nguồn lực|tiền đề|chìa khóa)"
    r"\s(?:trọng tâm|cốt lõi|then chốt|tiên quyết|quan trọng|quyết định|đột phá|chủ yếu)\b",
    "trọng tâm|cốt lõi|then chốt|tiên quyết|quan trọng|quyết định|đột phá|chủ yếu",
)
_FORMULA = Keyed(  # words that open a list, or close a document, and give no work
    r"(?<!ngay )(?:(?<!\x03)\x03+|\b(?:nay|tren))\s+co hieu luc\b"
    r"|\b(?:nhiem vu|giai phap|noi dung|cong viec|viec)\s+(?:\w+\s+){0,3}(?:sau|sau day|nhu sau)\s*$"
    rf"|\bban hanh kem theo (?:[{DOCUMENT}]++|(?:quyet dinh|nghi quyet|thong tu|ke hoach|cong van|thong bao) nay)"
    r"|\b(?:nhu the nao|ra sao)\b|\bnhu sau\s*$"
    r"|\b(?:xin )?(?:tran trong )?thong bao (?:de|toi|den|cac|nhu)\b.*\bbiet\b|\btran trong thong bao\b",
    "hieu luc|sau|kem theo|the nao|ra sao|thong bao",
)
_ENDS_FORCE = re.compile(
    r"(?:bai bo|huy bo|thay the|het hieu luc)\s+"
    rf"(?:(?:toan bo|cac|mot so|noi dung|dieu|khoan|quy dinh|cua|tai|[\d,]+|va)\s+)*[{DOCUMENT}]"
)
_OF_ITSELF = re.compile(  # what a text says of itself, no work of anybody: "Chỉ thị này thay thế Chỉ thị số …"
    rf"(?:[{DOCUMENT}{PROGRAMME}]++|(?:quyet dinh|nghi quyet|chi thi|thong tu|nghi dinh|ke hoach|quy che|quy dinh|luat"
    r"|cong van|thong bao|huong dan|van ban|chuong trinh|de an)(?:\s+lien tich)?)(?:\s+nay)?\s+(?:va\s+|cung\s+|se\s+)*"
    rf"(?:bai bo|huy bo|thay(?: the)?(?= (?:cho |toan bo |cac |mot )*(?:[a-z]+ [a-z]+ ?: ?(?:so )?)?[{DOCUMENT}])"
    r"|sua doi|bo sung|het hieu luc|co hieu luc|ap dung)\b"
)
_JUDGES = re.compile(
    r"(?:phe binh|bieu duong|nhac nho|ghi nhan|khen ngoi)\b"
)  # what who orders does: "…; phê bình 9 xã"
_ENACTS = Pattern(r"(?:nay\s+)?(?:phê duyệt|thông qua|công nhận|công bố(?= kèm theo)|thành lập|kiện toàn|phê chuẩn)\s")
_ENACTING = ("decision", "resolution", "circular", "decree")
_AMENDS = re.compile(  # "Bãi bỏ khoản 4 Điều 12", "Sửa đổi điểm c khoản 2 Điều 9 như sau"
    r"(?:(?:sua doi|bo sung|bai bo|thay the|thay|bo|huy bo)(?:\s*,\s*|\s+va\s+|\s+))+(?:(?:mot so|cac)\s+)?"
    r"(?:(?:cum )?tu \"|(?:diem|khoan|dieu|muc|chuong|phu luc|mau so|ten dieu|doan)\s+(?:[a-z]\b|[\dIVXivx]))"
)
_HOW_MANY = Keyed(r"\bla\s+\d+\s+(?:nhiem vu|dau viec|viec|noi dung)\b", "nhiem vu|viec|noi dung")
_SO_MANY = re.compile(r"\d+\s+(?:nhiem vu|dau viec|viec|chi tieu|noi dung)(?:\s*,|$)")  # "giao Bộ X 12 nhiệm vụ, …"
_THERE_ARE = re.compile(  # "có 37 nhiệm vụ đến hạn trong quý II": how it stands
    r"(?:(?:hien|da|con|moi|theo do)\s+)*(?:co|con|gom|tong cong)\s+(?:[a-z]+\s+){0,2}?\d[\d.,/]*\s+"
    r"(?:nhom\s+)?(?:nhiem vu|dau viec|viec|chi tieu)\b"
)
_FIGURE = re.compile(r"[\d.,]+\s*(?:nghin |trieu |ty )*(?:dong|usd|ty|trieu|nghin|%)(?!\w)")  # a cost, no work
_PLAIN_PART = re.compile(r"la\s+(?:(?:co quan|don vi|bo phan)\s+)?(?:chu tri|dau moi|thuong truc)$")  # its work follows
_GARBLED = re.compile(
    r"[|^~`]|\s_|(?:^|\s)[^\W\d_aeiouyàáảãạôơêưýởỷỹ]\W+[^\W\d_aeiouyàáảãạôơêưýởỷỹ]\s", re.IGNORECASE
)  # a misread scan
_ONLY_WITH = re.compile(  # who leads and helps, and not with what: "chủ trì, phối hợp với các bộ, ngành liên quan"
    r"(?:(?:chu tri|dau moi)\s*,?\s*(?:va\s+)?)?phoi hop\s+(?:chat che\s+)?(?:voi|cung)\s+"
)
_HEADED = Keyed(  # "Tổ công tác …, do Giám đốc Sở X làm Tổ trưởng": what body that is
    r"\bdo\s[^;.]{2,120}?\s(?:lam|la)\s+(?:(?:pho )?(?:to truong|truong (?:ban|nhom|tieu ban))|chu tich hoi dong)\W*$",
    "truong|chu tich",
)
_SETS_UP = re.compile(r"\b(?:thanh lap|kien toan|lap|cu|bo tri|phan cong)\b")
_VIEWPOINT = re.compile(  # what work is guided by: "quán triệt quan điểm: dữ liệu là tài sản"
    r"(?:quan triet|thong nhat|nam vung|kien dinh|bam sat)\s+"
    r"(?:(?:va|sau sac|day du|mot so|cac|nhung|ro|thuc hien)\s+)*"
    r"(?:quan diem|nguyen tac|phuong cham|tu tuong)\b[^.;:]{0,60}:"
)
_LEADS_ONLY = re.compile(  # to whom the order goes on: "đề nghị Đảng ủy X lãnh đạo UBND tỉnh chỉ đạo Sở Y …"
    rf"lanh dao(?:,\s*chi dao)?\s+[{ACTOR}]++"
)
_SEAL = re.compile(r"(?:duoc )?(?:su )?dung con dau\b")  # by what a body acts
_BECOMES = re.compile(  # what becomes of the body itself: "hợp nhất vào Bộ X", "chấm dứt hoạt động, chuyển … về Bộ Y"
    r"(?:(?:chinh thuc|duoc|se|cung|khan truong)\s+)*(?:"
    r"(?:hop nhat|sap nhap|sat nhap|nhap|doi ten|to chuc lai|chuyen giao|chuyen nguyen trang)"
    rf"\s+(?:(?:lai|mot phan|nguyen trang)\s+)?(?:voi|vao|thanh|cung|ve|sang)\s+"
    rf"(?:[{ACTOR}]|(?:mot\s+)?(?:tinh|thanh pho|xa|phuong|bo|so|cuc|co quan|don vi)\s+(?:moi|co ten)\b)"
    r"|(?:ket thuc|cham dut)\s+hoat dong(?:\s*(?:[,.;]|$)|\s+(?:va|de|tu|ke tu)\s))"
)
_ISSUED = re.compile(  # "trình Thủ tướng ký Quyết định số … ngày …", of a day that is past: done
    rf"(?:trinh\s+[{ACTOR}]++\s+)?(?:ky|ban hanh|ky ban hanh|thong qua|phe duyet|cong bo)\s+(?P<what>[{DOCUMENT}])"
)
_ITS_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_CONCERNED = re.compile(r"(?:\s+(?:(?:co )?lien quan|truc thuoc|khac))?")
CONTRASTS = Pattern(r"(?:nhưng|song(?! song)|tuy nhiên)\s")
DUE_ALONE = re.compile(  # when something is done, and not what: "dự kiến hoàn tất cuối tháng 11"
    r"(?:(?:du kien|phan dau|se|can|phai)\s+)*(?:hoan tat|hoan thanh|xong|ket thuc)\b[\s\d/.,:-]*"
    r"(?:(?:trong|truoc|vao|cuoi|dau|giua|nam|thang|quy|ngay|[ivx]+|den|het|cham nhat|nay|sau|toi)\b[\s\d/.,:-]*)*"
)


def only_with(page: Masked, start: int, end: int) -> bool:
    """Whether a text says with whom somebody works, and not on what."""
    opening = _ONLY_WITH.match(page.mask, start, end)
    if opening is None:
        return False
    names = page.actors_in(opening.end(), end)
    return bool(names) and (
        _CONCERNED.fullmatch(page.mask, names[-1][1], end) is not None
        and doers.is_name(page, opening.end(), names[-1][1])
    )


def is_one(page: Masked, unit: Unit, order: Order, start: int, end: int) -> bool:
    """Whether a piece is garbled, a sum, a post, a time, a formula, an opinion, a right, a name, or a result."""
    if _GARBLED.search(page.text, start, end) or _FIGURE.match(page.mask, start, end):
        return True
    if DUE_ALONE.fullmatch(page.mask, start, end):
        return True
    if order.giver and page.mask.endswith("; ", 0, start) and _JUDGES.match(page.mask, start, end):
        return True
    if end + 1 < order.end and _PLAIN_PART.fullmatch(page.mask, start, end):
        return True
    if page.mask.startswith(ACTOR, page.after_marker(unit)) and _is_composed(page, unit):
        return True
    if _SO_MANY.match(page.mask, start, end) or _THERE_ARE.match(page.mask, start, end):
        return True
    if no_duties.is_post(page, start, end):
        return True
    if _VIEWPOINT.match(page.mask, start, unit.end) and page.reading.own is None:
        return True
    if order.assignees and (_BECOMES.match(page.mask, start, end) or _is_issued(page, start, end)):
        return True
    if _LEADS_ONLY.fullmatch(page.mask, start, end):
        return True
    if _SEAL.match(page.mask, start, end) or _FORMULA.search(page.mask, start, end):
        return True
    if _says_no_work(page, unit, order, start, end):
        return True
    if not order.assignees and page.search(_IS_KEY, max(unit.start, start - _SEEN), start):
        return True
    if not page.begins_work(start, end) and page.search(_IS_KEY, start, end):
        return True
    if page.search(_THOUGHT, start, end) or page.match(_RIGHT, start, end):
        return True
    if page.match(CONTRASTS, start, end) or _names_only(page, start, end):
        return True
    return bool(page.match(task_fields.UNDONE, start, end) or (order.told and _is_achieved(page, start, end)))


def _is_composed(page: Masked, unit: Unit) -> bool:
    """Whether an entry says which body there is and who heads it; to set one up with its head is work."""
    headed = _HEADED.search(page.mask, unit.start, unit.end)
    return headed is not None and _SETS_UP.search(page.mask, unit.start, headed.start()) is None


def _is_issued(page: Masked, start: int, end: int) -> bool:
    """Whether a text tells that a document was issued which bears its number and a day that is past."""
    found, today = _ISSUED.match(page.mask, start, end), page.reading.today
    document = page.document(found.start("what")) if found else None
    if document is None or not document.id[:1].isdigit() or page.reading.own is not None:
        return False
    year = _ITS_YEAR.search(document.id)
    told = document.date or (year[1] if year else None)
    return told is not None and (today is None or told < today.isoformat()[: len(told)])


def _names_only(page: Masked, start: int, end: int) -> bool:
    """Whether a text is nothing but names, or things told before: "Sở Y tế", "các sàn này", "Hợp tác này giúp …"."""
    return doers.is_name(page, start, end) or page.match(_THESE, start, end) is not None


def _is_achieved(page: Masked, start: int, end: int) -> bool:
    """Whether a verb of work tells what is got by it: "cắt giảm được nhiều giấy tờ"."""
    verb = clauses.work_verb(page.mask, start, end)
    return verb is not None and page.match(_ACHIEVED, verb.end() + 1, end) is not None


def _says_no_work(page: Masked, unit: Unit, order: Order, start: int, end: int) -> bool:
    """Whether a text says by these words how many tasks there are, or an official one what is in force."""
    if _HOW_MANY.search(page.mask, start, unit.end):
        return True
    if page.reading.own is None:
        return False
    if _OF_ITSELF.match(page.mask, start, end):
        return True
    if page.mask[start] == DOCUMENT and not order.giver:
        return True  # one of a list of documents
    enacting = page.reading.own.type in _ENACTING and unit.place.article == "1" and unit.place.clause is None
    if enacting and not order.assignees and page.match(_ENACTS, start, end):
        return True  # "Điều 1. Phê duyệt Đề án …": what the document itself does
    if not order.assignees and _AMENDS.match(page.mask, start, end):
        return True
    return not order.assignees and _ENDS_FORCE.match(page.mask, start, end) is not None
