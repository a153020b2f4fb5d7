"""The clauses that give work, each by its trigger: a verb of ordering, a modal, a word of undertaking.

What stands to the left of the trigger tells who speaks or who has to act, what stands to its right is the work.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from kg.folding import fold
from kg.model import TaskStatus
from loaders import clauses, duties, list_heads, reported_forms, requests, subjects
from loaders.clauses import ACTOR, DOCUMENT, JOIN, PERSON, WHO, WHOEVER
from loaders.flat import Pattern
from loaders.masked import Masked
from loaders.orders import ADVERBIAL, BEHIND, Context, Course, Order
from loaders.reading import Unit
from loaders.tables import phrases, printed, spellings, values
from loaders.triggers import Trigger

_TRIGGER = re.compile(
    rf"(?:(?P<lead>chu tri)|(?P<agent>{reported_forms.AGENT})"
    rf"|(?P<modal>{clauses.alternation('modals')})|(?P<order>{clauses.alternation('orders')})"
    rf"|(?P<doing>{clauses.alternation('undertakings')}))(?!\w)"
)
_TRIGGERS = Trigger(_TRIGGER, ("chu tri", "duoc", *phrases("modals"), *phrases("orders"), *phrases("undertakings")))
_SAYS = clauses.alternation("says")
_TOLD = frozenset(("yeu cau", "de nghi", "luu y", "kien nghi", "de xuat"))  # work may follow with nobody named
_DECIDED = frozenset(
    ("nhat tri", "dong y", "quyet dinh", "thong nhat", "cam ket", "cho phep", "chap thuan")
)  # these need their subject
_OF_DUTY = frozenset(("co trach nhiem", "co nhiem vu", "co nghia vu", "chiu trach nhiem"))
_SAYING = frozenset(("neu ro", "chi ro", "nhan manh", "quan triet", "thong nhat", "quyet dinh"))
_MUSTS = frozenset(("phai", "can", "can phai"))
_AGREED = re.compile(  # "đồng ý chủ trương …", "cam kết sẽ …"
    r"\s*(?:(?:voi|cho|de|viec|chu truong|phuong an|de xuat|kien nghi|de nghi|se|cung|cung nhau)\s+)+"
)
_ALLOWS = re.compile(
    rf"{WHO}(?:\s*\([^)]*\))?\s+(?:(?:da|cung|vua|se|con|chi|vua qua|moi|dong y|thong nhat|chinh thuc)\s+)*$"
)
_NO_DECISION = Pattern(
    r"\b(?:điều phối|đồng bộ|tập trung|phối hợp|quản lý|kết nối|dùng chung|liên thông|chỉ đạo|sự|tính|chưa|ra|các|những"
    r"|hệ thống|quy định|thực hiện|triển khai|sử dụng|áp dụng|và)\s*,?\s*$"
)
_BOTH = re.compile(  # "Bộ X và Bộ Y thống nhất …"
    rf"(?:^|[.;:,]\s)\s*(?P<who>{WHO}\s+va\s+{WHO})\s+(?:(?:da|cung|deu|vua|se)\s+)*$"
)
_SEVERAL = re.compile(r"(?:hai|ba|bốn|các|lãnh đạo (?:hai|các)) ", re.IGNORECASE)
_BEFORE_NOUN = Pattern(rf"\b(?:{'|'.join(sorted(printed('before_nouns'), key=len, reverse=True))})\s*$")
_NOT_A_MODAL = Pattern(  # "cần thiết", "phải chăng"; without accents also "căn cứ", "căn bản", "cân bằng", "cân trọng"
    r"\s*(?:thiết|cứ|bản|bằng|trọng|chăng|chẳng|là|được|có thể|không|kíp|đến khi)\b"
)
_AIM = Pattern(r"\b(?:nhằm|với mục đích|với mục tiêu)\s[^.;:]*$|\b(?:để|nhằm)\s+$")
_BY_LETTER = re.compile(  # "vừa có văn bản chỉ đạo …", "ban hành công văn số 5 yêu cầu …"
    rf"\b(?:co|ban hanh|ky|gui|phat|ra|phat di)\s+(?:(?:cac|mot|ngay|toi|den|{WHO})\s+){{0,3}}"
    rf"(?:van ban|cong van|cong dien|thong bao|thu|y kien|to trinh|ke hoach|chi thi|ket luan|[{DOCUMENT}]+)"
    rf"(?:\s+(?:so\s+\S+|hoa toc|khan|ngay\s+[\d/.-]+)){{0,3}}\s*(?:,\s*)?(?:trong do,?\s*)?$"
)
_NEGATED = Pattern(r"\b(?:không|chưa|chẳng|điều kiện|nếu)\s*$")
_IN_CASE = Pattern(r"\b(?:trường hợp|nếu|mỗi khi)\s[^,;:.]*$")  # "Trường hợp Thủ tướng giao Bộ X …, Bộ X …"
_ASSIGNEE = re.compile(
    rf"\s*(?::\s*\"?|,|rang|toi|den|voi)?\s*(?:(?:tat ca|doi voi|cho|dong chi|ong|ba|cac|voi)\s+)*"
    rf"(?P<who>{WHOEVER}(?:{JOIN}(?:cac\s+)?[{ACTOR}{PERSON}]+)*)"
    r"(?:\s+(?:co\s+)?(?:lien quan|truc thuoc|noi tren))?"
)
_AFTER_ASSIGNEE = re.compile(
    rf"\s*(?:\([^)]*\))?\s*(?:,\s*[^,;.:{ACTOR}]{{0,60}},)?\s*"
    r"(?:(?:trong thoi gian toi|thoi gian toi|can|phai|se|hay|can phai|co trach nhiem|tiep tuc)\s+)*"
)
_AFTER_ORDER = re.compile(
    r"\s*(?:them|ro|cu the|manh me)?\s*(?:(?P<colon>:)|,|rang)?\s*\"?\s*(?:thoi gian toi,?|trong thoi gian toi,?)?\s*"
)
_OBLIGED = re.compile(r"\b(?:phai|can|co trach nhiem)\b")
_MUST_NOT = re.compile(
    r"(?:(?:tuyet doi|kien quyet|nhat dinh|dut khoat)\s+)?khong\s+(?:duoc\s+)?"
    r"(?:de|gay|lam|nhan|thu|phat sinh|dat|dung day|do|cham|ban hanh|quy dinh|bo sot|cat)\b(?!\s+bat buoc)"
)
_ABOUT = re.compile(r"\s*(?:ve|trong viec|doi voi)\b")
_MUST = re.compile(rf"(?:{clauses.BY_WHEN.pattern})?(?P<must>phai|can)\s+")
_AFTER_MODAL = re.compile(r"\s*(?:,|:)?\s*(?:nhiem vu\s*)?")
_GIVEN_BY = re.compile(rf"\s*(?:{WHO}\s*)?giao")
_SUBJECT = re.compile(
    rf"(?P<who>{WHOEVER})(?P<more>\s+(?:co\s+)?(?:lien quan|truc thuoc|noi tren|nay|tren)"
    r"|\s+(?:chu tri|chu quan|phu trach|quan ly|dau moi|thuong truc|duoc giao)(?=\s*$)"
    rf"|\s+(?:tai|o|cua|thuoc|tren dia ban)\s+[{ACTOR}]+"
    r"|\s+[-–]\s+\w+(?:\s\w+)?(?=\s*$)"  # "… Đồng Đăng - Lạng Sơn"
    r"|\s+(?:hang|loai|nhom|khoi|tuyen|vung|khu vuc|trong|ngoai|tren dia ban|quy mo)(?:\s\w+){1,3}?)?"
    rf"\s*(?:\([^)]*\))?\s*(?:,(?:[^,.;:{ACTOR}{PERSON}]{{0,90}}),)?"
    r"\s*(?:-\s*)?(?:(?:cung|da|van|con|deu|chi|thi|se|dang|nhat thiet|truoc het|truoc mat|luon|moi)\s*)*$"
)
_OPENING = re.compile(  # a clause that opens with nothing but adverbials has no subject of its own
    rf"(?:^|[;:.\"]|\bnhan manh,?|\brang,?|(?<!\bco )\byeu cau,?)\s*(?:(?:[^,;:.{ACTOR}{PERSON}]{{0,90}}),\s*)?"
    r"(?:(?:cung voi do|ben canh do|dong thoi|ngoai ra|do do|vi vay|theo do|trong do|va|nhat la|dac biet|truoc mat"
    r"|thoi gian toi|trong thoi gian toi|tiep tuc|chung ta|cung|toan nganh|moi nguoi)\s*,?\s*)*$"
)
_CARRIED_OUT = re.compile(
    r"\s*(?:tiep tuc\s+)?(?:thuc hien|trien khai|tien hanh|hoan thanh|ket thuc|bat dau|ap dung|dua vao|van hanh"
    r"|khai truong|ra mat|hoat dong|di vao)\b"
)
_HABIT = Pattern(
    r"\b(?:(?:mỗi|hằng|hàng) (?:năm|tháng|ngày|tuần)|trung bình|bình quân|trước đây|lâu nay|thời gian qua)\b"
)
_BURDEN = Pattern(r"\b(?:đang|đã|thường|từng|hay)\s+$")
_SO_MANY = re.compile(r"\w+(?:\s\w+){0,3}\s+(?:hon\s+|gan\s+|khoang\s+|tren\s+|toi\s+)?\d")
_RUNS = re.compile(
    r"(?:khai thac|su dung|quan ly|van hanh|cung cap|phuc vu|so huu|luu tru)"
    r"\s+(?:hon\s+|gan\s+|khoang\s+|tren\s+|toi\s+)?\d"
)
_OWN_HEADS = frozenset(("bộ", "sở", "cục", "tổng cục", "tập đoàn", "ngân hàng", "tổng công ty", "trung tâm"))
_FOREMOST = re.compile(
    r"(?:phai|can)\s+(?:thuc su\s+)?(?:la|tro thanh)\s+(?:mot trong\s+)?(?:(?:nhung|cac|nguoi|mot)\s+)?"
    r"(?:co quan|don vi|noi|luc luong|nguoi|dia phuong|bo|nganh|tam guong|hat nhan|dau tau)\s+"
    r"(?:di dau|di truoc|tien phong|guong mau|dau tien|chu luc|nong cot|mau|tich cuc|thuc hien|chiu trach nhiem)"
)
_TO_DO = re.compile(
    r"(?:duoc\s+)?(?:thuc hien|hoan thanh|hoan tat|trien khai|ket thuc|xong|ban giao|dua vao|van hanh|trinh|ket noi"
    r"|cap nhat)"
)
_WORK_NOUN = re.compile(r"\s*(?:viec|cong tac|qua trinh|hoat dong)\s")
_SERVES = Pattern(
    r"(?:tạo|giúp|góp phần|mang|bảo đảm|đảm bảo|đáp ứng|hỗ trợ|cho phép|cung cấp|thúc đẩy|phục vụ|nâng cao)\b"
)
_THINGS = Pattern(
    r"\s*(?:tinh thần (?:là )?|có )?(?:những|các|toàn bộ|tất cả(?: các)?|mọi|số)\s+"
    r"(?:việc|gì|thủ tục|nội dung|trường hợp|hồ sơ|văn bản|phần|còn lại|khâu|nhiệm vụ|công việc)\b"
)
_PASSIVE = re.compile(r"\s*(?:tiep tuc\s+)?duoc\s+")
_BUT_ALSO = re.compile(r"\bkhong (?:chi|dung lai o)\s[^.;:]{3,120}\bma\s+(?:con\s+)?$")
_AND = re.compile(rf"(?:,[^,.;:{ACTOR}{PERSON}]{{0,30}}|\bva|\bdong thoi|\bma(?: con)?)\s*(?:cung\s*)?$")
_BEARERS = frozenset(bearer.lower() for bearer in printed("bearers"))
_BECOMES = re.compile(rf"(?:{clauses.alternation('states')})\b|[^a-z]|\w+(?:\s\w+)?\s+duoc\b")
_CLAUSE = 4  # words that work by a verb that the tables do not know has at least
_FORECAST = re.compile(r"\s*(?:se\s+)?(?:giam|tang)\b(?!\s+(?:cuong|toc))")
_ONLY_WHEN = re.compile(
    r"\s*(?:se\s+)?(?:hoan thanh|trinh|ban hanh|xong|cong bo|ket thuc|van hanh|ra mat|khai truong"
    rf"|dua vao (?:su dung|van hanh|khai thac|hoat dong))(?:\s+[{ACTOR}{PERSON}]+)?\s+"
    r"(?=trong|truoc|vao|dau|cuoi|giua|quy|thang|nam|ngay|tu)(?:[\s\d/.,:-]|\b(?:ngay|thang|nam|quy|[ivx]+|truoc|trong"
    r"|den|cham nhat|muon nhat|vao|het|dau|cuoi|giua|nay|toi|sau|tu)\b)*$"
)
_EXPECTED = re.compile(r"\bdu kien\s[^,.;:]{2,50}\s$")  # "Sở dự kiến cuối quý III sẽ …"
_WILL = re.compile(r"(?:(?!\sva\s)[^.;])*?\sse\s")
_AFTER_TIME = re.compile(r"\s*(?:toi|toi day|nay|tro di)?\s*,?\s*")
_BEFORE_TIME = re.compile(
    rf"(?:^|[.,;:\"]\s*|\b(?:va|la|rang|thi|{_SAYS})\s+)"
    r"(?:(?:du kien|ke|tu|den|toi|trong|vao|ngay|dau|cuoi|het|cham nhat|muon nhat|truoc|tu nay)\s+)*$"
)
_ALONG = re.compile(rf"cung(?:\s+voi)?\s+(?:cac\s+)?{WHOEVER}\s+")
_BARE = re.compile(  # nothing but when: who is heard speaks of the own body
    r"\s*\"?\s*(?:(?:hien|hien nay|hien tai|sap toi|toi day|thoi gian toi|trong thoi gian toi|truoc mat|dong thoi"
    r"|sau do|tiep do|ngoai ra|ben canh do|cung voi do)\s*,?\s*)?"
)
_WE = re.compile(r"\b(?:chung ta|chung toi)\s+(?:cung\s+|van\s+)?$")
_PROMISED = re.compile(  # "tôi xin hứa trước Quốc hội sẽ …", "Bộ trưởng cam kết sẽ …"
    r"\b(?:toi|chung toi)\s+(?:xin\s+)?(?:hua|cam ket|cam doan|bao dam)\b[^.;:\"]{0,60}\s$"
)
_WE_DID = re.compile(r"(?:^|[.;:\"]\s*)(?:[^,.;:\"]{0,60},\s)?chung toi\s[^.;:\"]*$")
_OURS = re.compile(r"\bchung toi\s+(?:cung\s+|van\s+)?$")
_PROVIDES = re.compile(r"\b(?:quy dinh|neu ro|yeu cau|luu y)\s+(?=[^,.;:]+$)")
_NOUN = re.compile(  # who is given work, by a noun only: "Ba công ty cấp nước được giao …"
    rf"(?:^|[.;:\"]\s*|\b(?:rang|nhan manh|cho biet|khang dinh|neu ro|chi ro|quan triet|quy dinh|luu y),?\s"
    rf"|(?:^|\s)theo\s[^,;:.]{{2,80}},\s)"
    rf"(?:[^,;:.{ACTOR}{PERSON}]{{0,60}},\s*)?"
    r"(?:(?:ke tu|tu|den|trong|truoc|sau)\s(?:ngay |thang |nam |quy )?[\d/.-]+\s)?"
    r"(?P<who>(?:cac|nhung|hai|ba|bon|lanh dao|nguoi|can bo|don vi|tap doan|nha|doanh nghiep|chu|co quan|cong ty|nganh"
    r"|chinh quyen|doi ngu|bo phan|doan|luc luong|hiep hoi|hoi|lien doan|lien hiep|truong|vien|benh vien|trung tam)\s"
    rf"[^,;:.{ACTOR}{PERSON}]{{3,60}}?)\s+$"
)
_DESCRIBED = re.compile(  # a doer with what tells which: "Doanh nghiệp có hạ tầng viễn thông có trách nhiệm …"
    rf"(?:^|[.;:)]\s)\s*(?:(?:-|\d{{1,2}}\s?[.)]|[a-z]\))\s*)?(?P<who>[{ACTOR}]+\s"
    r"(?:co|thuoc|duoc|cung cap|van hanh|quan ly|so huu|su dung)"
    rf"\s[^,;:.{ACTOR}]{{3,80}}?)\s+$"
)
_BODIES = (  # nouns of bodies and of those who serve in them
    "các cơ quan", "các đơn vị", "các bộ", "các ngành", "các địa phương", "các cấp", "các trường", "các bệnh viện",
    "các doanh nghiệp", "các công ty", "các tập đoàn", "các ngân hàng", "các nhà mạng", "các tổ chức", "các thành viên",
    "những đơn vị", "những cơ quan", "những doanh nghiệp", "lãnh đạo", "người đứng đầu", "cán bộ", "đơn vị", "tập đoàn",
    "nhà mạng", "nhà đầu tư", "nhà cung cấp", "doanh nghiệp", "chủ đầu tư", "chủ tịch", "chủ quản", "cơ quan",
    "công ty", "ngành", "chính quyền", "đội ngũ", "bộ phận", "đoàn", "lực lượng",
)  # fmt: skip
_AUXILIARY = re.compile(r"\s(?:(?:se|cung|deu|cung deu|cung se)\s+)+$")
_BODY = re.compile(rf"(?:{'|'.join(fold(noun) for noun in _BODIES)})\b")
_GIVEN_TO = re.compile(rf"\s*(?:cho\s+)?(?:cac\s+)?(?P<who>{WHOEVER})")
_THING = re.compile(
    rf"(?:^|[.;:,]\s)\s*(?:-\s*)?(?P<what>(?:viec|nhiem vu|cong tac|du an|de an|he thong|co so du lieu|trong trach"
    rf"|phan viec|nen tang|trung tam|toan bo|quyen)\s[^.;:,{ACTOR}{PERSON}]{{3,120}}?)\s+(?:(?:da|se|cung)\s+)*$"
)
_VAGUE = re.compile(r"\b(?:nao|thi|chi|van|thuong|co yeu cau|khi|neu|ma|dang|da|se|luon|deu)\b")
_RELATIVE = re.compile(r"\b(?:nhiem vu|viec|noi dung|chi tieu|kinh phi)\s+(?:da|duoc|da duoc)\s*$")
_ON = re.compile(r"\s*(?:ve|trong|doi voi|lien quan (?:den|toi))\s[^,.;:]*,\s*")  # "Về đào tạo, đề nghị …"
_LISTED_VERB = re.compile(
    rf"\b(?:{clauses.alternation('action_verbs')})\s*(?:,|,?\s+va)\s*$|\b(?:phoi hop|tham muu|giup)\s+$"
)
_TOPIC = re.compile(rf"(?:^|,|[.;:]\s)\s*(?P<who>{WHOEVER})(?P<more>\s+(?:co\s+)?(?:lien quan|truc thuoc))?\s+(?=\w)")
_AMONG = re.compile(r"\btrong do,?\s*$")
_TO_ANYBODY = frozenset(("yeu cau", "de nghi", "keu goi", "hoi thuc", "khuyen khich", "khuyen nghi"))
_ADDRESSED = re.compile(  # "kêu gọi cộng đồng doanh nghiệp đóng góp …"
    r"\s*(?P<who>(?:cac |nhung |toan the |moi |tung )?(?:cong dong|nguoi dan|nhan dan|doanh nghiep|can bo|cong chuc"
    r"|to chuc|don vi|chu dau tu|nha|ngan hang|hiep hoi|dia phuong|chuyen gia|dai bieu|nuoc|quoc gia|truong)"
    rf"(?:\s[^,;:.{PERSON}]{{0,60}}?)?|(?:cac|moi|tung)\s(?:bo truong|chu tich|giam doc|lanh dao|nguoi dung dau|co quan"
    rf"|bo|nganh|cap|so|quan|huyen|xa|phuong|tinh|thanh pho|tap doan|cong ty)(?:\s[^;:.{PERSON}]{{0,60}}?)??)\s+"
    r"(?=(?:truc tiep |can |phai |hay |tich cuc |chu dong |tiep tuc |cung )*"
    rf"(?:{clauses.alternation('action_verbs')})\b)"
)
_NAMELESS = re.compile(
    r"\s*(?!bat buoc|rang|nay|la|truoc|trong|den|tu|cham nhat|muon nhat|sau|ngay|thang|quy|nam)"
    r"(?P<who>\w[^,.;:\"]{6,80}?)\s+(?:phai|can)\s+"
)
_SAID = re.compile(
    rf"\b(?:{_SAYS})\s*,?\s*(?:rang\s*)?(?:(?:trong|vao|tu|den|nam|thang|ngay|quy|dau|cuoi)\s[^,.;:]{{0,30}},?\s*)?$"
)
_STOP = re.compile(rf"(?<!\.)[.;:](?=\s)|\b(?:{clauses.alternation('says_plainly')})\s*,?\s*(?:rang\b)?")
_TOWARD = re.compile(  # "Đối với Bộ X, Thủ tướng đề nghị …", "Về phía Bộ X, cần …"
    rf"(?:^|[.;:]\s)[\s\"]*(?:con\s+|rieng\s+)?(?:doi voi|ve phia|voi|rieng|phia)\s+(?P<who>{WHOEVER})"
    r"(?P<more>\s+(?:co\s+)?(?:lien quan|truc thuoc))?\s*,[^,;:]{0,90}$"
)
_SECOND = re.compile(r"(?:,|\bva|\bdong thoi)\s+(?:(?:dong thoi|va|cung|da)\s+)*$")
_FIRST = re.compile(
    rf"\s*(?:[^,.;:{ACTOR}{PERSON}]{{0,60}},\s*)?(?:[^,.;:{ACTOR}{PERSON}]{{0,20}}\s)?(?P<who>{WHO})\s+(?=\w)"
)
_NOTHING = re.compile(r"\s*(?:(?:nhu\s+)?sau(?:\s+day)?)?\s*[:.]*\s*$")  # "… có trách nhiệm sau đây:"
_IF = Pattern(r"[\s\"]*(?:nếu|khi|trường hợp)\b")
_CAN = Pattern(r"(?:\s\w+)?\s+được\s+(?!giao\b|phân công\b)")  # "sẽ tiết kiệm được …": what comes of it, no work
_CANNOT = Pattern(r"\b(?:không thể|khó có thể|chưa thể|không có nghĩa)\b[^.;:]*$")
_HOPED = Pattern(r"\b(?:hy vọng|hứa hẹn|mong rằng|mong muốn|kỳ vọng|tin rằng|tin tưởng|dự báo|nếu)\b[^.;:]*$")
_WHILE = Pattern(r"\b(?:khi|nếu|vì|do)\s")
_SERVED = Pattern(
    r"(?:người (?:dân|dùng|sử dụng|lao động|mua)|công dân|khách hàng|học sinh|cá nhân|các cá nhân|bạn|họ)\b"
)
_CONDITION = Pattern(r"\s*(?:nếu|khi|để|muốn|nhưng|việc này|đây|đó|điều này)\b")
_DONE = Pattern(r"\b(?:đã|vừa|từng)\s")
_BY = Pattern(r"\bdo\s*$")
_TOGETHER = re.compile(r",?\s+(?:va\s+)?phoi hop\s+(?:chat che\s+)?(?:voi|cung)\b")
_POLICY = Pattern(r"(?<!quan )(?<!lý )\bnhà nước\s+(?:luôn\s+|cũng\s+|sẽ\s+)?$")
_TOGETHER_WITH = re.compile(rf"\b(?:phoi hop(?:\s+chat che)?(?:\s+(?:voi|cung))?|cung voi)\s+(?:cac\s+)?{WHOEVER}\s+$")
_ACCORDING = re.compile(r"\btheo(?:\s+\w+){0,3}\s*$")


class Forms:
    """The clause forms, read in one source."""

    def __init__(self, page: Masked, course: Course) -> None:
        self.page = page
        self.course = course
        self._triggers = _TRIGGERS.over(page.mask)
        self.asked = False  # whether the clause last read asks a superior
        self.speaker: str | None = None  # who is heard in it
        self.undecided: list[tuple[int, int]] = []  # a body and a word of duty, but no work that the rules know

    def read(self, unit: Unit, end: int, speaker: str | None) -> list[Order]:
        """The orders of a unit up to `end`, without those that only repeat in a modal what the one before says."""
        found: list[Order] = []
        self.asked, self.speaker = False, speaker
        for match in self._triggered(unit, end):
            order = self._read(match, unit, end, speaker, goes_on=bool(found))
            if self.asked:
                break  # what follows is part of the request
            if order and found and order.assignees == ("…",):
                order = replace(order, assignees=found[-1].assignees)
            found += [order] if order else []
        kept: list[Order] = []
        for order in sorted(found, key=lambda order: order.trigger):
            if kept and order.trigger == kept[-1].start:
                if order.assignees and order.giver and kept[-1].status:  # "đang chỉ đạo Y làm Z"
                    directed = (*kept[-1].assignees, None)[0]
                    kept[-1] = replace(order, status=kept[-1].status, directed_by=directed)
                continue  # "sẽ đề xuất sửa đổi …": the verb of ordering is itself the work
            if kept and order.trigger < kept[-1].start:
                kept[-1] = replace(kept[-1], start=max(order.start, kept[-1].start))
                continue
            if kept and order.sure < kept[-1].sure and order.start - kept[-1].start < 30:
                continue
            first = clauses.work_verb(self.page.mask, kept[-1].start, kept[-1].end) if kept else None
            if first and first.start("verb") == order.trigger and not order.assignees:
                continue  # "có trách nhiệm chủ động đề xuất …"
            kept.append(order)
        return kept

    def _triggered(self, unit: Unit, end: int) -> Iterator[re.Match[str]]:
        for match in self._triggers.within(unit.start, end):
            if self.page.aside(unit, match.start()):
                continue
            if match.lastgroup in ("lead", "agent"):
                yield match
                continue
            table = "undertakings" if match.lastgroup == "doing" else f"{match.lastgroup}s"
            printed = " ".join(self.page.text[match.start() : match.end()].lower().split())
            if unit.accented and printed not in spellings(table).get(" ".join(match.group().split()), ()):
                continue
            yield match

    def _read(self, match: re.Match[str], unit: Unit, end: int, speaker: str | None, *, goes_on: bool) -> Order | None:
        match match.lastgroup:
            case "order":
                return self._ordered(match, unit, end, speaker)
            case "modal":
                return self._modal(match, unit, end, goes_on=goes_on)
            case "lead":
                return self._leads(match, unit, end)
            case "agent":
                return self._given(match, unit, end, speaker)
            case _:
                return self._undertaken(match, unit, end, goes_on=goes_on)

    def _ordered(self, match: re.Match[str], unit: Unit, end: int, speaker: str | None) -> Order | None:
        """ "X yêu cầu Y làm Z", "giao Y chủ trì Z", "yêu cầu: Z"."""
        mask, start = self.page.mask, match.start()
        if self.page.search(_BEFORE_NOUN, max(unit.start, start - 24), start) and not self._with_work(match, unit, end):
            return None
        if self.page.search(_NEGATED, unit.start, start) or self.page.search(_IN_CASE, unit.start, start):
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
        who = _ASSIGNEE.match(mask, match.end(), end)
        opening = _AFTER_ORDER.match(mask, match.end(), end)
        begin = opening.end() if opening else match.end()
        verb = match.group()
        cited = self.page.giving(unit, match.start())
        giver = (cited.issuer if cited else self.page.giver(unit, match.start())) or speaker
        giver = giver or self._coordinate_giver(unit, match.start())
        mandate = cited.id if cited else self.page.within_document(unit, match.start())
        if who and verb not in ("nhan manh", "neu ro", "chi ro"):
            work = _AFTER_ASSIGNEE.match(mask, who.end(), end)
            start = work.end() if work else who.end()
            which = BEHIND.match(mask, start, end)
            start = which.end() if which else start
            assignees = self.page.names(who.start("who"), who.end("who"))
            rest = mask[who.end() : end].strip(" .")
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
            plain = verb.startswith("giao") or verb in ("yeu cau", "de nghi", "luu y") or obliged
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
        nameless = _NAMELESS.match(mask, match.end(), end) if verb in ("yeu cau", "de nghi") else None
        if nameless and not re.search(WHO, nameless.group()):
            printed = self.page.text[nameless.start("who") : nameless.end("who")]
            return Order(
                match.start(), nameless.start("who"), end, (printed,), giver, sure=0.7, giver=True, mandate=mandate
            )
        addressed = _ADDRESSED.match(mask, match.end(), end) if verb in _TO_ANYBODY else None
        if addressed:
            who_printed = " ".join(self.page.text[addressed.start("who") : addressed.end("who")].split())
            return Order(
                match.start(), addressed.end(), end, (who_printed,), giver, sure=0.6, giver=True, mandate=mandate
            )
        if self.course.answering and verb in requests.ASKING:
            return None  # what who is interviewed would like, told to nobody
        toward = self._toward(unit, match.start())
        must = _MUST.match(mask, begin, end)
        if must and (must["must"] == "phai" or self.page.begins_work(must.end(), end)):
            return Order(match.start(), must.end(), end, toward, giver, sure=0.7, giver=True, mandate=mandate)
        if verb in _DECIDED:
            if self.page.search(_NO_DECISION, max(unit.start, start - 24), start):
                return None
            agreed = _AGREED.match(mask, begin, end)
            begin = agreed.end() if agreed else begin
            who_agree = self._committed(unit, match.start(), verb)
            if who_agree and self.page.begins_work(begin, end):
                return Order(match.start(), begin, end, who_agree, sure=0.7, giver=True)
            if self.page.giver(unit, match.start()) is None:
                return None  # "điều phối thống nhất", "ra quyết định": no verb here
        if verb in ("de xuat", "kien nghi") and requests.private(self.page, giver):
            return None
        if verb in ("yeu cau", "de nghi", "luu y", "quan triet") and _MUST_NOT.match(mask, begin, end):
            return Order(match.start(), begin, end, (), giver, sure=0.6, giver=True, mandate=mandate)
        told = verb in _TOLD or verb in _DECIDED or (opening and opening["colon"])
        if told and self.page.begins_work(begin, end):
            return Order(match.start(), begin, end, toward, giver, sure=0.7, giver=True, mandate=mandate)
        return None

    def _coordinate_giver(self, unit: Unit, trigger: int) -> str | None:
        """Who gives an order by a second verb: "Chủ tịch A phê bình bốn sở, yêu cầu …"."""
        if not _SECOND.search(self.page.mask, max(unit.start, trigger - 24), trigger):
            return None
        first = _FIRST.match(self.page.mask, unit.start, trigger)
        names = self.page.names(first.start("who"), first.end("who")) if first else ()
        return names[0] if names else None

    def _toward(self, unit: Unit, trigger: int) -> tuple[str, ...]:
        """Those of whom a sentence speaks that tells nobody by name what to do: "Đối với Bộ X, Thủ tướng đề nghị …"."""
        found = _TOWARD.search(self.page.mask[unit.start : trigger])
        if found is None or PERSON in found["who"]:
            return ()
        at = unit.start
        return self.page.names(at + found.start("who"), at + found.end("who"), at + found.end("more"))

    def _with_work(self, match: re.Match[str], unit: Unit, end: int) -> bool:
        """Whether "có yêu cầu Bộ X làm …" tells somebody to do something, though "có yêu cầu" mostly is a noun."""
        who = _ASSIGNEE.match(self.page.mask, match.end(), end)
        work = _AFTER_ASSIGNEE.match(self.page.mask, who.end(), end) if who else None
        having = self.page.mask.endswith("co ", max(unit.start, match.start() - 4), match.start())
        having = (
            having or _BY_LETTER.search(self.page.mask, max(unit.start, match.start() - 90), match.start()) is not None
        )
        return having and work is not None and self.page.begins_work(work.end(), end)

    def _committed(self, unit: Unit, verb: int, word: str) -> tuple[str, ...]:
        """Those who bind themselves by what is agreed or promised: two parties, or whoever promises."""
        named = self.page.giver(unit, verb)
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

    def _modal(self, match: re.Match[str], unit: Unit, end: int, *, goes_on: bool) -> Order | None:
        """ "Y cần làm Z", "Y có trách nhiệm Z", "Y được giao Z"."""
        mask = self.page.mask
        foremost = _FOREMOST.match(mask, match.start(), end)
        if foremost and (who := self._subject(unit, match.start())) and ACTOR in who["who"]:
            names = self.page.names(who.start("who"), who.end("who"), who.end("more"))
            return Order(who.start(), match.start(), end, names, sure=0.6)
        if match.group().endswith("phai") and self.speaker and (thing := self._must_be(unit, match, end)):
            return Order(thing, thing, end, (), sure=0.5)
        if self.page.match(_NOT_A_MODAL, match.end(), end) or self.page.search(_NEGATED, unit.start, match.start()):
            return None
        rest = _AFTER_MODAL.match(mask, match.end(), end)
        start = rest.end() if rest else match.end()
        if match.group() == "phai" and self.page.search(_BURDEN, max(unit.start, match.start() - 8), match.start()):
            return None  # "doanh nghiệp đang phải chi trả …": how things are
        if self.page.search(_HABIT, unit.start, match.start()) and _SO_MANY.match(mask, start, end):
            return None  # "mỗi ngày quận phải giải quyết 300 hồ sơ"
        passive = match.group().startswith("duoc")
        if passive and (given := self._given_to(unit, match, end)):
            return given
        if passive:
            by = _GIVEN_BY.match(mask, match.start() + 5, end)
            start = max(start, by.end()) if by else start
        subject = self._subject(unit, match.start())
        strong = match.group() not in ("can", "phai", "can phai", "can tiep tuc")
        work = self.page.begins_work(start, end)
        nothing = _NOTHING.match(mask, start, end) is not None
        if match.group() == "chiu trach nhiem" and not work and not nothing:
            start = match.start()  # "chịu trách nhiệm về dữ liệu": the words are the work
        of_duty = match.group() in _OF_DUTY
        must = self.course.provisions and match.group() in _MUSTS and (work or match.group().endswith("phai"))
        sure = of_duty and (work or nothing)
        whose = duties.subject(self.page, unit, match.start(), sure=sure) if of_duty or must else ()
        if subject:
            assignees = self.page.names(subject.start("who"), subject.end("who"), subject.end("more"))
            assignees = whose if len(whose) > len(assignees) else assignees
            if nothing:
                return Order(subject.start(), end, end, assignees)
            if work or strong or (match.group().endswith("phai") and self._acts(subject, start, end, groups=True)):
                return Order(subject.start(), start, end, assignees, passive=passive)
            if ACTOR in subject["who"]:
                self.undecided.append((subject.start("who"), end))
            return None
        before = mask[unit.start : match.start()]
        if whose:
            begin = end if nothing else start
            return Order(match.start(), begin, end, whose, sure=0.7)
        if (passive or strong) and (named := _NOUN.search(before)):
            begin = end if _NOTHING.match(mask, start, end) else start
            return Order(match.start(), begin, end, (self._printed(unit, named),), sure=0.6, passive=passive)
        if strong and not passive and (described := _DESCRIBED.search(before)):
            begin = end if _NOTHING.match(mask, start, end) else start
            return Order(match.start(), begin, end, (self._printed(unit, described),), sure=0.7)
        if not passive and self.page.times(start, end) and (thing := self._due(unit, match.start(), start, end)):
            return Order(thing, thing, end, (), sure=0.6)
        if of_duty and unit.lead in self.course.leads and _OPENING.search(before):
            return Order(match.start(), start, end)  # "- Có trách nhiệm …" below who has it
        if not work or passive:
            return None
        if _WE.search(before):
            return Order(match.start(), start, end, (), sure=0.6)
        heard = self.course.speaker or self.course.context.orders
        if heard and not strong and (doer := self._doer(unit, match.start())):
            says = _PROVIDES.search(before)
            cited = self.page.giving(unit, unit.start + says.start()) if says else None
            issuer, mandate = (cited.issuer, cited.id) if cited else (None, None)
            return Order(match.start(), start, end, (doer,), issuer, mandate, sure=0.5)
        if toward := self._toward(unit, match.start()):
            return Order(match.start(), start, end, toward, sure=0.6)
        if _OPENING.search(before):
            return Order(match.start(), start, end, ("…",) if self.course.context.orders else (), sure=0.6)
        if _AMONG.search(before) and (names := self._topic(unit, match.start())):
            return Order(match.start(), start, end, names, sure=0.7)  # "Y cụ thể hóa …, trong đó cần làm Z"
        if goes_on and _AND.search(before):
            return Order(match.start(), start, end, ("…",), sure=0.7)  # "giao Y làm Z …, và phải có phương án …"
        return None

    def _must_be(self, unit: Unit, match: re.Match[str], end: int) -> int | None:
        """Where the thing begins that has to be worked on: "Mọi hồ sơ phải được số hóa"."""
        passive = _PASSIVE.match(self.page.mask, match.end(), end)
        if passive is None or not self.page.begins_work(passive.end(), end):
            return None
        return reported_forms.subject_noun(self.page, unit, match.start())

    def _due(self, unit: Unit, trigger: int, start: int, end: int) -> int | None:
        """Where the thing begins that has to be done by a time: "Việc phê duyệt phải hoàn thành trước tháng 3"."""
        if self.course.speaker is None or self.page.deadline(start, end) is None:
            return None
        return (
            reported_forms.subject_noun(self.page, unit, trigger) if _TO_DO.match(self.page.mask, start, end) else None
        )

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

    def _doer(self, unit: Unit, trigger: int) -> str | None:
        """A body without a name, told apart by its noun: "Cơ quan thuế cần nghiên cứu …"."""
        found = _NOUN.search(_AUXILIARY.sub(" ", self.page.mask[unit.start : trigger]))
        if found is None or not _BODY.match(found["who"]) or _VAGUE.search(found["who"]):
            return None
        said = self._printed(unit, found)
        return said if not unit.accented or said.lower().startswith(_BODIES) else None

    def _printed(self, unit: Unit, named: re.Match[str]) -> str:
        """A noun phrase without a name of its own, as printed."""
        return " ".join(self.page.text[unit.start + named.start("who") : unit.start + named.end("who")].split())

    def _leads(self, match: re.Match[str], unit: Unit, end: int) -> Order | None:
        """ "Y chủ trì, phối hợp với Z làm …": how documents assign, also where no verb of ordering stands."""
        subject = self._subject(unit, match.start())
        if not subject or ACTOR not in subject["who"] or self.page.search(_DONE, subject.start(), match.start()):
            return None
        if self.page.search(_BY, unit.start, subject.start()):
            return None  # "đề án do Bộ X chủ trì xây dựng"
        if not _TOGETHER.match(self.page.mask, match.end(), end) and not self.page.begins_work(match.end() + 1, end):
            return None
        names = self.page.names(subject.start("who"), subject.end("who"), subject.end("more"))
        near = self.course.context
        if not near.orders or near.block != unit.block:
            near = Context()
        return Order(subject.start(), match.start(), end, names, near.directed_by, near.mandate, sure=0.7)

    def _given(self, match: re.Match[str], unit: Unit, end: int, speaker: str | None) -> Order | None:
        """ "Y được X giao làm Z", "Y được X chọn thí điểm Z"."""
        start = match.end() + 1
        if not self.page.begins_work(start, end):
            return None
        subject = self._subject(unit, match.start())
        names: tuple[str, ...] = ()
        if subject:
            names = self.page.names(subject.start("who"), subject.end("who"), subject.end("more"))
        elif named := _NOUN.search(self.page.mask[unit.start : match.start()]):
            names = (self._printed(unit, named),)
        elif speaker:
            names = self._speakers_agency()  # "Là một trong ba quận được chọn …, ông X cho biết"
        by = re.search(WHO, match.group())
        told = re.search(f"[{DOCUMENT}]", match.group())
        mandate = self.page.cited(match.start() + told.start()) if told else None
        givers = self.page.names(match.start() + by.start(), match.start() + by.end()) if by else ()
        begin = subject.start() if subject else match.start()
        return Order(begin, start, end, names, givers[0] if givers else None, mandate, sure=0.7)

    def _undertaken(self, match: re.Match[str], unit: Unit, end: int, *, goes_on: bool) -> Order | None:
        """ "Y sẽ làm Z", "Y đang làm Z"."""
        mask = self.page.mask
        said = values("undertakings")[" ".join(match.group().split())]
        status: TaskStatus = "planned" if said == "planned" else "in-progress"
        if self.page.match(_IF, unit.start, end) or self.page.search(_HOPED, unit.start, match.start()):
            return None
        if self.page.search(_CANNOT, unit.start, match.start()) or self._possible(match.end(), end):
            return None
        if goes_on and match.group().startswith("du kien") and _ONLY_WHEN.match(mask, match.end(), end):
            return None  # "đang soạn thảo nghị định, dự kiến trình trong quý II": when the work is to be done
        before = mask[unit.start : match.start()]
        subject = self._subject(unit, match.start())
        expected = _EXPECTED.search(before) if not subject and match.group().endswith("se") else None
        if expected:
            subject = self._subject(unit, unit.start + expected.start())
        begins = subject.start() if subject else match.start()
        own_body = self.course.speaker is not None and reported_forms.is_self(self.page, unit, match.start())
        if not subject and not own_body and not _WE.search(before):
            subject = self._coordinated(unit, match.start())
        passive = _PASSIVE.match(mask, match.end(), end)
        if passive and self.page.begins_work(passive.end(), end):
            return self._done_to(unit, match, end, status)
        done = self._done_to(unit, match, end, status) if _CARRIED_OUT.match(mask, match.end(), end) else None
        due = done is not None and self.page.deadline(match.end(), end) is not None
        if done and due and (thing := reported_forms.subject_noun(self.page, unit, match.start())):
            return replace(done, trigger=thing, start=thing)  # "giai đoạn 1 sẽ hoàn thành vào cuối năm"
        if done and _WORK_NOUN.match(mask, done.start, match.start()):
            return done  # "việc thu phí sẽ thực hiện qua mạng"
        if match.group().startswith("du kien") and (
            _FORECAST.match(mask, match.end(), end) or _WILL.match(mask, match.end(), end)
        ):
            return None  # "dự kiến giảm còn 12 ngày"; "Dự kiến đến năm 2027, X sẽ …" is told by "sẽ"
        if not subject and match.group().startswith("du kien") and self.page.deadline(match.end(), end):
            ours = self._speakers_agency() if _WE_DID.search(before) else ()
            return Order(match.start(), match.start(), end, ours, status=status, sure=0.5)
        if not subject and (_WE.search(before) or (_BARE.fullmatch(before) and self.course.speaker)):
            if not self._works(match.end() + 1, end):
                return None
            whose = self._speakers_agency() if _OURS.search(before) else ()
            return Order(match.start(), match.end() + 1, end, whose, status=status, sure=0.6)
        if not subject and self.course.speaker and _PROMISED.search(before) and self._works(match.end() + 1, end):
            own = self._speakers_agency()
            return Order(match.start(), match.end() + 1, end, own, status=status, sure=0.6)
        if not subject and own_body:
            own = self._speakers_agency() if self._works(match.end() + 1, end) else ()
            return Order(match.start(), match.end() + 1, end, own, status=status, sure=0.6) if own else None
        if not subject and goes_on and _AND.search(before) and self._works(match.end() + 1, end):
            return Order(match.start(), match.end() + 1, end, ("…",), status=status, sure=0.6)
        if not subject and _SAID.search(mask[unit.start : match.start()]) and self._works(match.end() + 1, end):
            return Order(match.start(), match.end() + 1, end, self._speakers_agency(), status=status, sure=0.6)
        if not subject and self.course.speaker and _BUT_ALSO.search(before) and self._works(match.end() + 1, end):
            return Order(match.start(), match.end() + 1, end, (), status=status, sure=0.5)
        if not subject and status == "planned" and self.speaker and self._works(match.end() + 1, end):
            done = self._done_to(unit, match, end, status)
            serves = self.page.match(_SERVES, match.end() + 1, end)
            if done and not serves and self.page.match(_THINGS, done.start, match.start()):
                return done  # "những hồ sơ còn lại sẽ xử lý trong tuần"
        if not subject and self._dated(unit, match.start()) and self._works(match.end() + 1, end):
            return Order(match.start(), match.end() + 1, end, (), status=status, sure=0.5)
        if not subject or PERSON in subject["who"]:
            return None
        start = match.end() + len(mask[match.end() : end]) - len(mask[match.end() : end].lstrip())
        if not self._works(start, end) and not (match.group().endswith("se") and self._acts(subject, start, end)):
            return None
        if subjects.relative(self.page, unit.start, subject.start("who"), start, end):
            return None
        if status == "in-progress" and _RUNS.match(mask, start, end):
            return None  # "đang vận hành 12 hệ thống": how things are
        groups = [m for m in self.page.mentions(subject.start("who"), subject.end("who")) if m.kind == "group"]
        if groups and status == "in-progress":
            return None  # what a nameless group is doing is a state of things, not an undertaking
        names = self._own_or_named(subject)
        return Order(begins, start, end, names, status=status, sure=0.6)

    def _own_or_named(self, subject: re.Match[str]) -> tuple[str, ...]:
        """The bodies of a subject; one called by its head alone is the body of who is heard: "Bộ sẽ …"."""
        said = self.page.text[subject.start("who") : subject.end("who")].lower()
        own = self.page.speaks_for(self.speaker) if said in _OWN_HEADS and self.speaker else ()
        if own and own[0].lower().startswith(f"{said} "):
            return own
        return self.page.names(subject.start("who"), subject.end("who"), subject.end("more"))

    def _works(self, start: int, end: int) -> bool:
        """Whether work follows, also behind with whom it is done: "sẽ cùng Bộ Nội vụ ban hành …"."""
        along = _ALONG.match(self.page.mask, start, end)
        return clauses.does_work(self.page.mask, along.end(), end) if along else self.page.begins_work(start, end)

    def _acts(self, subject: re.Match[str], start: int, end: int, *, groups: bool = False) -> bool:
        """Whether named bodies do what follows, by whatever verb: "Bộ X sẽ cấp thẻ …", not "Bộ X sẽ có thêm …"."""
        bodies = list(self.page.mentions(subject.start("who"), subject.end("who")))
        kinds = ("agency", "group") if groups else ("agency",)
        if not all(body.kind in kinds and body.name.lower() not in _BEARERS for body in bodies):
            return False
        word = _BECOMES.match(self.page.mask, start, end)
        return word is None and len(self.page.mask[start:end].split()) >= _CLAUSE

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

    def _speakers_agency(self) -> tuple[str, ...]:
        """The body for which the one who is heard speaks."""
        return self.page.speaks_for(self.course.speaker[1] if self.course.speaker else None)

    def _subject(self, unit: Unit, trigger: int) -> re.Match[str] | None:
        """Who has to act, right before the trigger; in "Theo X, Y phải …" that is Y alone."""
        begin = unit.start
        while subject := self._actor(begin, trigger):
            comma = self.page.mask.find(",", subject.start("who"), subject.end("who"))
            if comma < 0 or not _ACCORDING.search(self.page.mask, unit.start, subject.start("who")):
                return subject
            begin = comma
        return None

    def _topic(self, unit: Unit, trigger: int) -> tuple[str, ...]:
        """Who does what the clauses before the trigger say: "Căn cứ …, Y cụ thể hóa …"."""
        for match in _TOPIC.finditer(self.page.mask, unit.start, trigger):
            if self.page.begins_work(match.end(), trigger):
                return self.page.names(match.start("who"), match.end("who"), match.end("more"))
        return ()

    def _actor(self, begin: int, trigger: int) -> re.Match[str] | None:
        """The first actor in the stretch from which nothing but an aside and adverbs lead to the trigger."""
        runs, governed = self.page.actors, False
        for start, _ in runs[bisect_left(runs, (begin, 0)) : bisect_left(runs, (trigger, 0))]:
            if governed and not self.page.mask.endswith(", ", begin, start):
                continue  # of the one that only says where or whose
            found = _SUBJECT.match(self.page.mask, start, trigger)
            if found and subjects.acts(self.page, begin, start):
                return found
            governed = governed or found is not None
        return None

    def _coordinated(self, unit: Unit, trigger: int) -> re.Match[str] | None:
        """The subject of a second verb: "Bộ X đã cấp … và đang xây dựng …"."""
        if not _AND.search(self.page.mask, unit.start, trigger):
            return None
        return subjects.leading(self.page, unit.start, trigger)

    def _done_to(self, unit: Unit, match: re.Match[str], end: int, status: TaskStatus) -> Order | None:
        """ "Hệ thống X sẽ được nâng cấp": the work with what it is done to; who does it is not said."""
        stops = [stop.end() for stop in _STOP.finditer(self.page.mask, unit.start, match.start())]
        begin = stops[-1] if stops else unit.start
        opening = ADVERBIAL.match(self.page.mask, begin, match.start())
        begin = opening.end() if opening else begin
        if (
            match.start() - begin < 8
            or match.start() - begin > 200
            or self.page.match(_CONDITION, begin, match.start())
        ):
            return None
        if self.page.match(_SERVED, begin, match.start()) or self.page.search(_WHILE, begin, match.start()):
            return None  # "người dân sẽ được hỗ trợ": a benefit, no work
        return Order(begin, begin, end, (), status=status, sure=0.5)
