"""Bodies of the past in a text: whose place another took, whom somebody was with once; no "Bộ", "Sở" means them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.agencies.bodies import Body
from loaders.words.flat import Flat

# what goes before a body that another one took the place of
_FORMER = re.compile(
    r"\b(?:(?:co so|viec) kien toan|kien toan(?= tu $)|tien than la|thay the|thay cho|thay|ke thua|truoc day la"
    r"|truoc day|nguyen la|doi ten tu)(?: tu)? $"
)
_ONCE = re.compile(  # "nguyên Thứ trưởng thường trực Bộ Bưu chính, Viễn thông": whom somebody was with
    r"\b(?:nguyen|cuu) (?:pho )?(?:(?:bo|thu|cuc|vu|vien|tong cuc|truong) truong|tong giam doc|giam doc|chu tich"
    r"|chu nhiem|cuc pho|vu pho|chanh van phong)(?: thuong truc)? $"
)
_NO_MORE = re.compile(r" (?:cu\b|\((?:cu|truoc (?:day|khi|sap|hop))\b)")
_OUT_OF = re.compile(r"\b(?:tren co so|tu)(?: viec)? (?:hop nhat|sap nhap|sat nhap)\b")


def still_there(flat: Flat, named: Iterable[Body]) -> frozenset[str]:
    """The names of the bodies but those of which the text tells only that somebody was with them once."""
    return frozenset(body.name for body in named if not _ONCE.search(flat.folded, max(0, body.start - 44), body.start))


def is_gone(flat: Flat, body: Body, last: Body) -> bool:
    """Whether a body is one of the past beside the last of its kind, which came of it: "hợp nhất Sở A và Sở B"."""
    if _NO_MORE.match(flat.folded, body.end) or _FORMER.search(flat.folded, max(0, body.start - 30), body.start):
        return True
    begin = max(last.end, flat.border(flat.line(body.start))[0])
    return begin == last.end and _OUT_OF.search(flat.folded, begin, body.start) is not None
