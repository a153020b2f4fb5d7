"""Which of a group have to act, behind its noun: "các bộ, gồm Bộ X và Bộ Y, …", "các doanh nghiệp trong lĩnh vực …"."""

from __future__ import annotations

import re
from itertools import islice

from loaders.tasks.doers import Bearer
from loaders.tasks.masked import Masked
from loaders.words.clauses import ACTOR, JOIN
from loaders.words.flat import Pattern

_MEMBERS = re.compile(  # "yêu cầu các bộ chậm ban hành kế hoạch, gồm: Bộ X, Bộ Y khẩn trương …"
    r"\s*(?:(?:con|dang|bi|duoc|co|sau|duoi)\s[^.;:]{0,120}?|(?:cham|chua)\b[^.;:]{0,120}?)?[\s,]*"
    r"(?:(?:gom|bao gom|la|do la)\s*:?|:|\(\s*(?:gom\s*:?)?)\s*"
    rf"(?P<who>(?:cac\s+)?[{ACTOR}]++(?:{JOIN}(?:cac\s+)?[{ACTOR}]++)+)\s*\)?(?=\s+\w)"
)
_KIND = Pattern(  # which of a group are meant: "các doanh nghiệp trong lĩnh vực dữ liệu đẩy mạnh …"
    r"\s+(?:trong (?:lĩnh vực|ngành|khối|khu vực)|thuộc|trên địa bàn|trên toàn|hoạt động|kinh doanh|cung cấp|sản xuất"
    r"|sở hữu|có(?! trách nhiệm| nhiệm vụ(?! (?:quá hạn|chậm|trễ|tồn đọng))| kế hoạch| giải pháp| biện pháp| phương án"
    r"| văn bản)|chưa|chậm(?! nhất)|còn|xếp|nằm)\s"
    r"[^,;:.\"]{3,90}$"
    r"|\s+(?:hạng|loại|nhóm|tuyến|cấp|bậc)\s\w{1,12}(?:\s\w{1,12}){0,3}$"  # "các bệnh viện hạng I"
    r"|\s+(?:ở|tại|vùng|miền)\s[^,;:.\"]{3,60}$"
)
_MUST = Pattern(r"(?:phải|cần|nên)\s+")
_WORD = re.compile(r"[^\s,;:.\"]+(?=\s)")
_WORDS = 16  # that tell the kind, at most


def by_name(page: Masked, start: int, end: int) -> Bearer | None:
    """The bodies that are listed behind a group, and where the list ends."""
    listed = _MEMBERS.match(page.mask, start, end)
    return Bearer(page.names(*listed.span("who")), listed.end()) if listed else None


def by_kind(page: Masked, group: re.Match[str], start: int, end: int) -> Bearer | None:
    """Those of a group whose kind is told behind it, as printed, up to the verb of work."""
    for word in islice(_WORD.finditer(page.mask, start, end), 1, _WORDS):
        must = page.match(_MUST, word.start(), end)
        if must or page.begins_work(word.start(), end):
            which = page.match(_KIND, group.end(), word.start() - 1)
            named = " ".join(page.text[group.start("who") : word.start()].split())
            return Bearer((named,), must.end() if must else word.start()) if which else None
    return None
