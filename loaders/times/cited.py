"""Years and days that are part of how a document is named: "theo Luật Dữ liệu 2024", "Quyết định 12/QĐ-TTg ngày …"."""

from __future__ import annotations

import re

_NAMED = re.compile(
    r"\b(?:theo|cua|tai|trong|can cu|quy dinh)\s+(?:(?:quy dinh|cua|tai|cac|yeu cau)\s+)*"
    r"(?:(?:bo luat|luat|phap lenh)\b[^,;.:()]{1,80}?"
    r"|(?:nghi quyet|nghi dinh|quyet dinh|chi thi|thong tu|ket luan|thong bao|cong dien|cong van|ke hoach)"
    r"\s+(?:so\s+)?\d+[\w./-]*,?)"
    r"\s+(?P<when>(?:ngay\s+\d{1,2}(?:[/.-]\d{1,2}[/.-]|\s+thang\s+\d{1,2}\s+nam\s+)|nam\s+)?20\d\d)\b"
)


def names(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where such years and days stand in a stretch of the folded text: by them nothing is due."""
    return [match.span("when") for match in _NAMED.finditer(folded, start, end)]


def inside(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a time is one of them."""
    return any(start < stop and begin < end for begin, stop in spans)
