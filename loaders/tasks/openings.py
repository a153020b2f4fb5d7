"""What a clause opens with before its subject or its verb: when, in which case, on what ground, for whom in particular.

"Trong quý III, …", "Theo đó, …", "Đối với các xã, …". A verb of work is no such opening, though it may begin like one:
"Theo dõi tiến độ, đôn đốc …", "Cung cấp dữ liệu, hướng dẫn …".
"""

from __future__ import annotations

from loaders.tasks.masked import Masked
from loaders.words import clauses
from loaders.words.flat import Pattern

_BESIDE = (
    r"cùng với đó|bên cạnh đó|song song với đó|song song đó|mặt khác|tiếp đó|sau đó|đồng thời|ngoài ra|do đó|vì vậy"
    r"|theo đó|cụ thể|đặc biệt|trong|tại|theo(?! dõi\b)|từ(?! chối\b| bỏ\b)|trước|đến|khi|vào(?! sổ\b)|qua|về"
)
_HARDSHIP = r"(?:khó khăn|vướng mắc|bất cập|phát sinh|tồn tại|hạn chế|sai sót)"
_IN_NEED = (  # "nếu có khó khăn, vướng mắc vượt thẩm quyền,": its comma parts two names of one thing
    rf"(?:nếu|khi)\s+(?:(?:có|gặp|còn|phát sinh|những|các|nội dung|vấn đề)\s+)+{_HARDSHIP}\b[^,.;:]{{0,60}}"
    rf"(?:,\s*{_HARDSHIP}\b[^,.;:]{{0,60}})*,\s*"
)
_GROUND = Pattern(  # "Căn cứ chức năng, nhiệm vụ được giao, lập kế hoạch …"
    r"(?:căn cứ|tùy theo)\b(?:[^,.;:]|,\s(?:nhiệm vụ|quyền hạn|yêu cầu|điều kiện|mục tiêu|tình hình)\b){0,160},\s*"
)
_ADVERBIAL = Pattern(
    rf"\s*(?:(?:(?:trong\s+)?quá trình\s[^,.;:]{{0,80}}?,?\s+)?{_IN_NEED}"
    rf"|(?:cũng\s+)?(?:{_BESIDE}|đồng hành với đó|trong đó|cùng|hiện nay)\b[^,.;:]{{0,80}},\s*)"
)
_BEFORE_SUBJECT = Pattern(
    rf"\s*(?:(?:(?:{_IN_NEED}|(?:{_BESIDE}|quá trình|trước mắt|sau|nếu|trường hợp|định kỳ"
    r"|(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần|ngày)|chậm nhất|muộn nhất|kể từ|ngày(?=\s(?:\d|mai|đầu|cuối))"
    r"|trên cơ sở(?! (?:đó|này)\b)|căn cứ|để|nhằm|tùy theo|thời gian tới|năm|quý)"
    r"\b[^,.;:]{0,160},\s*))"
    r"{1,3}(?:riêng\s+)?|(?:riêng|đối với|riêng đối với|trên cơ sở (?:đó|này),?)\s+)"
)


def behind(page: Masked, start: int, end: int) -> int:
    """Where a clause goes on behind such an opening, or where its words begin."""
    while start < end and page.mask[start].isspace():
        start += 1
    ground = page.match(_GROUND, start, end)
    if ground and page.begins_work(ground.end(), end):
        return ground.end()
    opening = page.match(_ADVERBIAL, start, end)
    if opening is None:
        return start
    verb = clauses.work_verb(page.mask, start, end)
    itself = verb is not None and verb.start("verb") == start and page.begins_work(start, end)
    return start if itself else opening.end()


def before_subject(page: Masked, start: int, end: int) -> int | None:
    """Where the subject may begin behind several of them; None where the clause opens with none."""
    opening = page.match(_BEFORE_SUBJECT, start, end)
    return opening.end() if opening else None
