"""A draft that the news reports, and the sentences that tell what it provides.

"Dự thảo quy định Sở X …", "Theo dự thảo, …", "Điều 12 …", "Cụ thể, …": the duties in them are the draft's, as those of
an explained document are the document's, until somebody is heard, something else is told, or a paragraph begins
without a word that goes on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set

from loaders.reading import DocumentMention, Reading, Unit
from loaders.tasks.acting_bodies import HEAD
from loaders.tasks.masked import Masked
from loaders.tasks.relayed import Relay
from loaders.words import ordered
from loaders.words.flat import Pattern

_PROVIDES = Pattern(
    r"\s*(?:(?:này|lần này|mới nhất|cũng|còn|đã|mới)\s+)*(?:quy định|nêu|yêu cầu|giao|phân công|đặt ra|đề ra|xác định"
    r"|bổ sung|buộc|bắt|gồm|bao gồm|dành|chia|nói rõ|ghi rõ|chỉ rõ|đòi hỏi|ràng buộc|cấm|ấn định)\b"
)
_BY = re.compile(r"\W*(?:(?:cung|rieng|cu the),?\s+)?(?:theo|tai|trong)\s+(?:[^.;:,]{0,40}\s)?(?:du thao\s+)?$")
_SECTION = Pattern(  # "Điều 12 đặt ra …", "Cũng tại Chương V, …"
    r"\W*(?:(?:trong đó|cụ thể|cũng|riêng|bên cạnh đó|ngoài ra),?\s+)?(?:(?:theo|tại|trong)\s+)?"
    r"(?:(?:khoản|điều|chương|mục|phần)\s+[\divxlc]+|(?:khoản|điều|chương|mục|phần) này)\b"
)
_WHERE = Pattern(
    r"\b(?:quy định|nêu|phân công|ghi)[^.;:]{0,20}\s(?:tại|trong|ở)\s(?:điều|chương|mục)\b", "điều|chương|mục"
)
_GOES_ON = Pattern(
    r"\W*(?:theo đó|cụ thể|trong đó|ngoài ra|bên cạnh đó|đồng thời|cùng với đó|đáng chú ý|riêng|về phía|đối với|về)\b"
)
_ELSEWHERE = Pattern(
    r"\W*(?:trước đó|trước đây|hiện nay|hiện|liên quan|được biết|trong khi đó|góp ý|trao đổi|tuy nhiên)\b"
)
_OPINION = Pattern(  # what somebody says or thinks of it
    r"\b(?:cho biết|cho rằng|cho hay|lo ngại|lo lắng|băn khoăn|đánh giá cao|nhận định|nhận xét|kiến nghị|góp ý|kỳ vọng"
    r"|hy vọng|tin rằng|ủng hộ|đồng tình|phản đối|bày tỏ|chia sẻ|phân tích|chuyên gia|đại biểu|luật sư|ông|bà)\b"
    r"|\W*(?:quy định|điều|việc|đề xuất|cách làm) này\b"
)
_DRAFTING = Pattern(  # what its writers do with it meanwhile
    r"(?:(?:đã|đang|vừa|sẽ|cũng|có thể|tiếp tục|dự kiến)\s+)*(?:tổ chức|lấy|hoàn thiện|hoàn chỉnh|tiếp thu|trình"
    r"|đăng tải"
    r"|gửi|tiếp nhận|soạn|xin|đề xuất|giải trình|mong|nhận|họp|làm việc|xây dựng (?:dự thảo|nghị định|luật|thông tư))\b"
)
_MADE_OF = Pattern(r"\s*(?:gồm|bao gồm|chia|dành|bổ sung)\b")
_HEAD = 40  # characters at the beginning of a unit in which it names what it is about


def told(page: Masked, heard: Mapping[int, str]) -> Mapping[int, Relay]:
    """The draft whose provisions a unit tells, by the unit's index."""
    reading = page.reading
    drafts = [one for one in reading.documents if one.status == "draft"]
    if reading.own is not None or not drafts:
        return {}
    found: dict[int, Relay] = {}
    issuers = {one.id: one.issuer for one in reversed(drafts) if one.issuer}
    writers = {name for one in drafts if not one.anaphor for name in _writers(page, one)} | {*issuers.values()}
    last: DocumentMention | None = None
    before: Unit | None = None  # the unit that told its provisions last
    plain = False  # whether what it told was no number of chapters
    for index, unit in enumerate(reading.units):
        if unit.role not in ("sentence", "item", "lead"):
            before = None
            continue
        named = list(ordered.within(drafts, unit.start, unit.end))
        tells = next((one for one in named if _tells(page, unit, one)), None)
        if tells is None and last is not None and _goes_on(page, unit, before, plain=plain and index not in heard):
            tells = None if _acts(page, unit, writers) else last
        last = named[-1] if named else last
        before = unit if tells else None
        plain = tells is not None and not (tells in named and page.match(_MADE_OF, tells.end, unit.end))
        if tells and page.mask[unit.end - 1] != "?":
            found[index] = Relay(tells, issuers.get(tells.id), work=False, since=index)
    return found


def _tells(page: Masked, unit: Unit, draft: DocumentMention) -> bool:
    """Whether a unit says that the draft named in it provides something."""
    if page.match(_PROVIDES, draft.end, unit.end):
        return True
    return _BY.fullmatch(page.reading.folded, unit.start, draft.start) is not None


def _goes_on(page: Masked, unit: Unit, before: Unit | None, *, plain: bool) -> bool:
    """Whether a unit that names no draft goes on with what one provides, `plain` without a word that says so."""
    if page.match(_ELSEWHERE, unit.start, unit.end) or _names_another(page.reading, unit):
        return False
    goes_on = before is not None and (
        (plain and before.block == unit.block) or page.match(_GOES_ON, unit.start, unit.end) is not None
    )
    goes_on = goes_on or page.match(_SECTION, unit.start, unit.end) is not None
    goes_on = goes_on or page.search(_WHERE, unit.start, unit.end) is not None
    return goes_on and page.search(_OPINION, unit.start, unit.end) is None


def _names_another(reading: Reading, unit: Unit) -> bool:
    """Whether a unit begins with another document."""
    named = ordered.within(reading.documents, unit.start, unit.start + _HEAD)
    return any(one.status == "issued" and not one.anaphor for one in named)


def _writers(page: Masked, draft: DocumentMention) -> tuple[str, ...]:
    """The bodies named before a draft in its sentence: they write it, publish it or comment on it."""
    unit = next(ordered.before(page.reading.units, draft.start + 1), None)
    return page.names(unit.start, draft.start) if unit and draft.start < unit.end else ()


def _acts(page: Masked, unit: Unit, writers: Set[str]) -> bool:
    """Whether a unit begins with one of those, who tells or does something itself."""
    head = HEAD.match(page.mask, unit.start, unit.end)
    if head is None or not page.match(_DRAFTING, head.end(), unit.end):
        return False
    return not writers.isdisjoint(page.names(head.start("who"), head.end("who")))
