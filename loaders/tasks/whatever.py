"""What has to be done with whatever is so, as leaders put it: "Cái gì chưa làm thì làm theo cách mới"."""

from __future__ import annotations

from loaders.reading import Unit
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Course, Order
from loaders.words.flat import Pattern

_WHATEVER = Pattern(
    r"[\s\"]*(?:(?:và|còn|riêng|với|đối với)\s)?"
    r"(?:(?:cái|việc|điều|khâu|phần|chỗ|nơi|lĩnh vực|thủ tục|dự án|dữ liệu|nhiệm vụ|văn bản|hồ sơ)\s(?:gì|nào)"
    r"|những\s(?:gì|cái|việc|thứ|phần|chỗ|khâu|nơi|lĩnh vực|nội dung))\s"
    r"(?:mà\s)?[^.;:\"?]{3,120}?\s(?:thì|là)\s"
    r"(?P<does>(?:(?:phải|cần|nên)\s)?(?:kiên quyết|mạnh dạn|dứt khoát|nhanh chóng)?\s?)"
)
_THOSE = Pattern(  # "Những bộ đã ban hành thì phải bố trí vốn"
    r"[\s\"]*(?:còn\s|riêng\s)?"
    r"(?P<who>(?:[\x01]+|(?:những|các)\s(?:bộ|ngành|bộ, ngành|sở|tỉnh|địa phương|xã|phường|đơn vị|cơ quan|nơi"
    r"|trường|bệnh viện|doanh nghiệp))\s(?:đã|còn|chưa|đang|nào)\s[^.;:\"?]{3,80}?)\s*,?\sthì\s(?:phải|cần)\s"
)
_DOES = Pattern(r"(?:phải|cần|nên)\s|(?:làm|bỏ|cắt|giao|mua|thuê|dùng|sửa|dừng|loại|giữ|để|chuyển|không)\b")
_SO = Pattern(r"(?:rất|đã|đang|sẽ|do|vì|có thể|chuyện|việc|điều)\b")


def order(page: Masked, course: Course, unit: Unit, end: int, *, heard: bool) -> Order | None:
    """The whole sentence, where somebody is heard or orders are told."""
    if not (heard or course.context.orders):
        return None
    those = page.match(_THOSE, unit.start, end)
    if those:
        who = " ".join(page.text[slice(*those.span("who"))].split())
        return Order(unit.start, those.end(), end, (who,), sure=0.6)
    told = page.match(_WHATEVER, unit.start, end)
    if told is None or page.match(_SO, told.end(), end):
        return None
    if not (page.match(_DOES, told.start("does"), end) or page.begins_work(told.end(), end)):
        return None
    return Order(unit.start, unit.start, end, (), sure=0.5)
