"""Sentences of a paragraph: cut at full stops that end one, not at those of abbreviations, numbers and initials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.folding import UPPER

_LONGEST = 4000  # characters of a sentence; those of real texts have fewer
_SENTENCE_END = re.compile(
    rf"(?P<mark>(?<![.!?\u2026])[.!?\u2026]++)(?P<close>[\"'”’»)\]]*+)\s++(?=[\"'“‘«(\[]*\s*[{UPPER}]|[\"'“‘«(\[-]*\s*\d)"
)
_NO_END = re.compile(
    r"(?:^|[\s(\"“])(?:[A-ZĐ]|TP|Tp|tp|TS|Ths|ThS|PGS|GS|BS|KS|LS|CN|NSND|NSƯT|T\.Ư|KT|TM|TL|TUQ|Q|P|TX|TT|Mr|Mrs|Dr|"
    r"v\.v|vv|tr|No|St|Co|Ltd|Inc|Đ/c|đ/c|[IVX]+|\d{1,2})\\?$"
)
_COUNTED = re.compile(  # "… trong quý IV. Ngân hàng …", "… nêu tại Chương V. Sở …"
    r"\b[Qq]u[ýíy] [IVX]+$|\btháng \d{1,2}$"
    r"|\b(?:tại|ở|trong|của|theo) (?:[Cc]hương|[Mm]ục|[Pp]hần|[Đđ]iều|[Kk]hoản) (?:[IVX]+|\d{1,2})$"
    r"|\w,? (?:gói thầu|đợt|giai đoạn|vòng|quận|phường|khu phố|tổ|mức|khóa|khoá|lớp|cấp)(?: số)? \d{1,2}$"
    r"|\b(?:[Nn]ghị quyết|[Kk]ết luận|[Cc]hỉ thị|[Nn]ghị định|[Tt]hông tư|[Qq]uyết định|[Bb]an [Cc]hỉ đạo"
    r"|[Nn]ghi quyet|[Kk]et luan|[Cc]hi thi|[Nn]ghi dinh|[Tt]hong tu|[Qq]uyet dinh|[Bb]an [Cc]hi dao)"
    r"(?: s[ốo])? \d{1,2}$"
    r"|\b(?:là|lên|xuống|còn|đạt|được|hơn|gần|bằng|thứ|hạng|vị trí|mức độ|cấp độ|[Đđ]ề án|hoàn thành|la|len|xuong|con"
    r"|dat|duoc|hon|gan|bang|thu|hang|vi tri|muc do|cap do|[Dd]e an|hoan thanh) \d{1,2}$"  # "… từ 12 lên 20. Đại tá …"
)
_NEAR = 20  # characters before a full stop that tell whether it ends a sentence


def split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of the sentences of `text[start:end]`.

    >>> text = "Ông A, TP. Huế, nói rõ. Tỷ lệ đạt 30.5%. Bộ giao việc."
    >>> [text[a:b] for a, b in split(text, 0, len(text))]
    ['Ông A, TP. Huế, nói rõ.', 'Tỷ lệ đạt 30.5%.', 'Bộ giao việc.']
    """
    stretches = []
    begin = start
    for match in _SENTENCE_END.finditer(text, start, end):
        before = text[max(begin, match.start() - _NEAR) : match.start()]
        if match.start() == start + 1 and match["mark"] == ".":
            continue  # "a. Rà soát …"
        if match["mark"] == "." and _NO_END.search(before) and not _COUNTED.search(before):
            continue
        stretches.append((begin, match.end("close")))
        begin = match.end()
    stretches.append((begin, end))
    return [piece for a, b in stretches if a < b for piece in _bounded(text, a, b)]


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, one that runs on for pages in pieces, so that a text without full stops is read in linear time."""
    while end - start > _LONGEST:
        stop = start + _LONGEST
        cuts = (text.rfind(mark, start + _LONGEST // 2, stop) for mark in ("; ", ", ", " "))
        cut = next((at + 1 for at in cuts if at > 0), stop)
        yield start, cut
        start = cut + (text[cut] == " ")
    yield start, end
