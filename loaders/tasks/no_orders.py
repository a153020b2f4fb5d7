"""Verbs of ordering by which nobody orders anything: denied, supposed, only aimed at, one of a list, what some did."""

from __future__ import annotations

import re

from loaders.reading import Unit
from loaders.tasks.acting_bodies import HEAD
from loaders.tasks.masked import Masked
from loaders.tasks.orders import NEGATED, Context
from loaders.words import clauses
from loaders.words.clauses import DOCUMENT, PERSON, PROGRAMME, WHO, WHOEVER
from loaders.words.flat import Pattern
from loaders.words.keyed import Keyed

_IN_CASE = Pattern(  # "Trường hợp Thủ tướng giao Bộ X …, Bộ X …", "Từ khi Chính phủ yêu cầu …, hồ sơ giảm một nửa"
    r"\b(?:trường hợp|nếu|mỗi khi|từ khi|sau khi)\s(?:(?!\bthì\b)[^,;:.])*$", "trường hợp|nếu|mỗi khi|từ khi|sau khi"
)
_THAT = Pattern(rf"\bviệc\s{WHO}\s(?:(?:đã|vừa|cũng|liên tục)\s)*$")  # "Việc Bộ X yêu cầu … làm giá giảm": spoken of
_AIM = Pattern(r"\b(?:nhằm|với mục đích|với mục tiêu)\s[^.;:]*$|\b(?:để|nhằm)\s+$", "nhằm|với mục đích|với mục tiêu|để")
_SWINDLE = Pattern(  # who is no authority: "nhóm giả danh công an yêu cầu người dân cài ứng dụng"
    r"\b(?:kẻ (?:gian|xấu|lừa đảo)|(?:nhóm|đối tượng) (?:lừa đảo|xấu)|giả danh|mạo danh|tự xưng|giả mạo)\b[^.;:,]*$"
)
_RELATIVE = re.compile(  # "các nhiệm vụ đã giao Bộ X", "các nhiệm vụ UBND tỉnh đã giao cho các sở tại …"
    rf"\b(?:nhiem vu|viec|noi dung|chi tieu|kinh phi)\s+(?:{WHO}\s+)?(?:da|duoc|da duoc)\s*$"
    rf"|\b(?:cac|nhung|toan bo|moi|\d+)\s+(?:nhiem vu|viec|noi dung|chi tieu)\s+{WHO}\s*$"
)
_WHICH = re.compile(  # "trong số 201 nhiệm vụ mà Nghị quyết 71 giao các bộ"
    rf"\bma\s+(?:{WHO}|[{DOCUMENT}{PROGRAMME}]+)\s+(?:(?:da|tung|truoc do)\s+)*$"
)
_ADVISED = re.compile(rf"\b(?:tham muu|giup)(?:\s+cho)?\s+{WHO}\s+(?:[a-z]\w*\s+){{0,6}}$")  # "tham mưu Y chỉ đạo …"
_ON = Pattern(  # "Về đào tạo, đề nghị …", "Trên cơ sở kết quả chấm điểm, giao …"
    r"\s*(?:về|để|nhằm|trong|đối với|liên quan (?:đến|tới)|trên cơ sở|căn cứ|sau khi)\s[^,.;:]*,\s*$"
)
_LISTED_VERB = Keyed(
    rf"\b(?:{clauses.alternation('action_verbs')})\s*(?:,|,?\s+va)\s*$|\b(?:phoi hop|tham muu|giup)\s+$",
    ends=(",", "va", "phoi hop", "tham muu", "giup"),
)
_MEETING = re.compile(r"\b(?:cuoc|phien|buoi|chu tri|du|ky)\s+hop\s*(?:,|,?\s+va)\s*$")  # "chủ trì cuộc họp, yêu cầu …"
_LEADS = ("chi dao", "don doc", "quan triet")
_TELLS = re.compile(r"(?:(?:giao|phan cong|yeu cau|de nghi)\s+)?")
_REQUESTS = ("de nghi", "yeu cau", "kinh de nghi", "tran trong de nghi")
_BOTH = re.compile(  # one giver by two verbs: "Thủ tướng chỉ đạo, giao Bộ X …", no work of somebody told to do so
    rf"(?:^|[^\w\s]\s|\b(?:do|nay|day|hop|nghi)\s|^\W*){WHO}\s+(?:(?:da|cung|vua|se|tiep tuc)\s+)*"
    r"(?:chi dao|quan triet|nhac nho|don doc)\s*(?:,|,?\s+va)\s*$"
)
_GIVES = ("giao", "phan cong", "yeu cau")
_DECIDES = re.compile(  # "Chủ tịch xã thống nhất chủ trương mua bổ sung, giao phòng X …"
    rf"(?:^|[^\w\s]\s){WHO}\s+(?:(?:da|cung|co ban)\s+)*(?:thong nhat|dong y|nhat tri|chap thuan)\s[^.;:]{{3,120}}$"
)
_HANDS_OVER = Pattern(  # "bàn giao cho các xã", "chủ trì hoặc phân công Phó Trưởng ban chủ trì": no order
    r"\b(?:bàn|chuyển|ngoại|thông|tiếp|hoặc)\s+$"
)
_MEETS = Pattern(  # "hội nghị giao ban quản lý nhà nước": no order to a board
    r"\b(?:hội nghị|họp|phiên|buổi|cuộc|chủ trì|dự|chế độ|lịch)\s+$"
)
_NO_SUCH = Pattern(r"\b(?:nghiêm cấm|cấm|chấm dứt|xóa bỏ|xử lý|tránh)\s+(?:việc|tình trạng|hành vi)\s+$")
_WHICH_SORT = Pattern(  # "hoàn thiện cơ chế, chính sách khuyến khích doanh nghiệp …": of what kind
    r"\b(?:chính sách|cơ chế|biện pháp|giải pháp|quy định|hình thức)\s(?:(?:hỗ trợ|ưu đãi|thu hút),?\s(?:và\s)?)?$"
)
_POLICY = Pattern(r"(?<!quan )(?<!lý )\bnhà nước\s+(?:luôn\s+|cũng\s+|sẽ\s+)?$")
_WISHES = re.compile(rf"(?:[{PERSON}]|\b(?:ong|ba|dong chi|toi)(?:\s\w+)?)\s+(?:(?:cung|con|rat)\s+)?$")
_SUM_ASKED = re.compile(  # "kinh phí đề nghị Nhà nước hỗ trợ", "nội dung do doanh nghiệp đề xuất": which is meant
    rf"\b(?:kinh phi|so tien|du toan|khoan chi|muc ho tro)(?:\s+du kien)?\s+$|\bdo\s+(?:cac\s+)?{WHOEVER}\s+$"
)
_EAGERLY = re.compile(r"\b(?:khan truong|som|chu dong|kip thoi|tich cuc|nghien cuu|manh dan)\s+$")  # what one does
_TOGETHER_WITH = re.compile(rf"\b(?:phoi hop(?:\s+chat che)?(?:\s+(?:voi|cung))?|cung voi)\s+(?:cac\s+)?{WHOEVER}\s+$")


def told(page: Masked, match: re.Match[str], unit: Unit) -> bool:
    """Whether what stands before a verb of ordering says that nobody orders anything by it here."""
    mask, verb, start = page.mask, match.group(), match.start()
    if verb.startswith(("giao", "phan cong")) and page.search(_HANDS_OVER, max(unit.start, start - 8), start):
        return True
    if (
        verb == "giao"
        and mask.startswith(" ban ", match.end())
        and page.search(_MEETS, max(unit.start, start - 12), start)
    ):
        return True
    if page.search(_NO_SUCH, max(unit.start, start - 24), start):
        return True  # "nghiêm cấm việc yêu cầu người dân nộp lại giấy tờ"
    if any(page.search(unreal, unit.start, start) for unreal in (NEGATED, _IN_CASE, _THAT)):
        return True
    if page.search(_AIM, unit.start, start) and page.giver(unit, start) is None:
        return True  # "nhằm tiết kiệm chi phí, khuyến khích người dân …": what it is for
    if page.search(_SWINDLE, unit.start, start):
        return True
    if _RELATIVE.search(mask, max(unit.start, start - 80), start):
        return True
    if verb.startswith(("giao", "phan cong")) and _WHICH.search(mask, max(unit.start, start - 160), start):
        return True
    if _ADVISED.search(mask, max(unit.start, start - 160), start):
        return True
    near = max(unit.start, start - 40)
    listed = _LISTED_VERB.search(mask, near, start) and _LISTED_VERB.search(page.with_verbs(near, start))
    listed = None if listed and _MEETING.search(mask, near, start) else listed
    both = listed and _BOTH.search(mask[max(unit.start, start - 80) : start])
    if listed and verb in _GIVES:
        both = both or _DECIDES.search(mask[max(unit.start, start - 160) : start])
    if listed and not (both or _asks(page, match, unit)) and not page.match(_ON, page.after_marker(unit), start):
        return True  # "theo dõi, kiểm tra, đôn đốc các bộ": one verb of a list
    if verb in ("de xuat", "kien nghi") and _EAGERLY.search(mask, max(unit.start, start - 24), start):
        return True
    if verb in ("de nghi", "de xuat", "kien nghi") and _SUM_ASKED.search(mask, max(unit.start, start - 60), start):
        return True
    if verb in ("khuyen khich", "keu goi") and page.search(_WHICH_SORT, max(unit.start, start - 40), start):
        return True
    if verb == "muon" and not _WISHES.search(mask[unit.start : start]):
        return True  # "doanh nghiệp muốn sở giảm phí", "muốn vậy, các xã phải …"
    if verb in ("khuyen khich", "keu goi") and page.search(_POLICY, max(unit.start, start - 24), start):
        return True
    # "phối hợp với Bộ X đề xuất …": what they do together
    return _TOGETHER_WITH.search(mask, max(unit.start, start - 400), start) is not None


def _asks(page: Masked, match: re.Match[str], unit: Unit) -> bool:
    """Whether the body whose letter this is asks for something: "Bộ X gửi dự thảo báo cáo và đề nghị các sở …"."""
    own = page.reading.own
    head = HEAD.match(page.mask, unit.start, match.start()) if own and match.group() in _REQUESTS else None
    return head is not None and own is not None and own.issuer in page.names(head.start("who"), head.end("who"))


def adds(page: Masked, near: Context, match: re.Match[str], unit: Unit) -> bool:
    """Whether a verb is the second of what a body is told to do: "Vụ X tổng hợp vướng mắc, đề xuất sửa đổi …"."""
    if not near.orders or near.block != unit.block or not page.mask.endswith((", ", " va "), 0, match.start()):
        return False
    head = HEAD.match(page.mask, unit.start, match.start())
    return head is not None and PERSON not in head["who"] and page.begins_work(head.end(), match.start())


def goes_on(page: Masked, match: re.Match[str], unit: Unit) -> bool:
    """Whether a body that a document tells to do something is to lead others as well: "Sở X lập … và chỉ đạo …"."""
    own = page.reading.own
    if own is None or match.group() not in _LEADS or not page.mask.endswith((", ", " va "), 0, match.start()):
        return False
    told = _TELLS.match(page.mask, page.after_marker(unit), match.start())
    head = HEAD.match(page.mask, told.end() if told else unit.start, match.start())
    if head is None or PERSON in head["who"] or not page.begins_work(head.end(), match.start()):
        return False
    return own.issuer not in page.names(head.start("who"), head.end("who"))
