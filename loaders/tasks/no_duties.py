"""Modals that tell nobody to do anything: what is denied, supposed, counted, so by habit, or tells things apart."""

from __future__ import annotations

import re

from kg.folding import fold
from loaders.reading import Unit
from loaders.tasks import doers, subjects
from loaders.tasks.masked import Masked
from loaders.tasks.orders import MUSTS, NEGATED, OF_DUTY
from loaders.words.clauses import ACTOR, PERSON, WHO
from loaders.words.flat import Pattern

_NOT_A_MODAL = Pattern(  # "cần thiết", "phải chăng"; without accents also "căn cứ", "căn bản", "cân bằng", "cân trọng"
    r"\s*(?:thiết|cứ|bản|bằng|trọng|chăng|chẳng|là|được|có (?:thể|trách nhiệm|nghĩa vụ|nhiệm vụ)|không|kíp|đến khi"
    r"|chờ|đợi|quá hạn|chậm|chưa|đến hạn|tồn đọng|đang)\b"
)
_HABIT = Pattern(
    r"\b(?:(?:mỗi|hằng|hàng) (?:năm|tháng|ngày|tuần)|trung bình|bình quân|trước đây|lâu nay|thời gian qua)\b",
    "mỗi|hằng|hàng|trung bình|bình quân|trước đây|lâu nay|thời gian qua",
)
_WHERE_NEEDED = Pattern(r"\b(?:trường hợp|khi|nếu|lúc|(?<!mỗi )(?<!từng )nơi|thấy|chỉ)\s$")
_COMPLAINS = Pattern(  # "… than tỉnh phải nuôi ba phần mềm"
    r"\b(?:than (?=rằng|phiền|thở|khó|tỉnh|xã|huyện|sở|phải)|phàn nàn|kêu (?:ca|khó|khổ)|bức xúc)[^.;:]*$",
    "than|phàn nàn|kêu|bức xúc",
)
_INSTEAD = Pattern(r"\bthay vì\s[^,;.]*$", "thay vì")
_BURDEN = Pattern(r"\b(?:đang|đã|thường|từng|hay)\s+$")
_SO_MANY = re.compile(r"\w+(?:\s\w+){0,3}\s+(?:hon\s+|gan\s+|khoang\s+|tren\s+|toi\s+)?\d")
_THOSE = Pattern(r"(?<!^)\bngười\s$")
_OWED = re.compile(r"\s(?:phai|co trach nhiem|co nghia vu|chiu trach nhiem)\s")
_POST = Pattern(
    r"\s*(?:làm|giữ (?:chức|cương vị|vai trò)|đảm nhiệm (?:chức|cương vị|vai trò))(?: vụ| danh)?\s"
    rf"(?:[{ACTOR}{PERSON}]|(?:phó|quyền|ủy viên|thành viên|thư ký|chánh|chủ tịch|chủ nhiệm|(?:phó )?giám đốc|bí thư"
    r"|(?:\w+\s)?(?:trưởng|phó))\b)"
)
_APPOINTS = Pattern(  # "bổ nhiệm ông … giữ chức …", "phê chuẩn việc miễn nhiệm bà …": who comes and goes
    r"(?:(?:phê chuẩn|thông qua|công bố|trao|ký)\s)?(?:(?:việc|quyết định|nghị quyết)\s)?"
    r"(?:(?:bầu|bổ nhiệm|miễn nhiệm|điều động|luân chuyển|chỉ định|cho thôi|bãi nhiệm|tiếp nhận|cách chức)"
    r"(?:,?\s(?:lại|và|bổ sung)?\s?)?)+"
    rf"(?:(?:đối với|giữ|làm|chức|vụ|danh)\s)*(?:(?:các\s)?(?:ông|bà|đồng chí)\b|[{PERSON}])"
)
_LABEL = re.compile(rf"\s*:\s*{WHO}\s*[.;]?\s*$")


def told(page: Masked, unit: Unit, match: re.Match[str], start: int, end: int) -> bool:
    """Whether what stands around a modal says so; `start` is where the words behind it begin."""
    begin, at, said = unit.start, match.start(), match.group()
    if _LABEL.match(page.mask, match.end(), end):
        return True  # "Đơn vị chịu trách nhiệm: Sở X"
    if said.startswith("duoc") and is_post(page, match.end(), end):
        return True
    if page.match(_NOT_A_MODAL, match.end(), end) or page.search(NEGATED, begin, at):
        return True
    if page.search(_INSTEAD, begin, at):
        return True  # "Thay vì người dân phải đến tận nơi …"
    if said in MUSTS and page.search(_COMPLAINS, begin, at):
        return True
    if said in MUSTS and subjects.relative(page, begin, at, start, end):
        return True  # "ba việc phải làm ngay": which ones
    if page.search(_WHERE_NEEDED, max(begin, at - 12), at):
        return True  # "trong trường hợp cần nâng cấp"
    if said == "phai" and page.search(_BURDEN, max(begin, at - 8), at):
        return True  # "doanh nghiệp đang phải chi trả …": how things are
    if page.search(_HABIT, begin, at) and _SO_MANY.match(page.mask, start, end):
        return True  # "mỗi ngày quận phải giải quyết 300 hồ sơ"
    if said in OF_DUTY and page.search(_THOSE, max(begin, at - 8), at):
        return True  # "báo ngay người có trách nhiệm xử lý": somebody told apart
    return said.startswith("duoc") and _tells_which(page, unit, match, end)


def is_post(page: Masked, start: int, end: int) -> bool:
    """Whether a post is given and no work: "làm Phó Trưởng ban", "giữ chức Giám đốc Sở X", "bổ nhiệm ông …"."""
    return page.match(_POST, start, end) is not None or page.match(_APPOINTS, start, end) is not None


def _tells_which(page: Masked, unit: Unit, match: re.Match[str], end: int) -> bool:
    """Whether the words only tell who has the duty behind them: "Người được giao giữ kho phải kiểm kê …"."""
    owed = _OWED.search(page.mask, match.end(), end)
    whose = doers.subject(page, unit, owed.start() + 1, sure=True) if owed else ()
    return any(match.group() in fold(name) for name in whose)
