"""The indicator of another part of what was measured before: "… của các bộ" and "của các tỉnh"."""

from __future__ import annotations

import re

from loaders.measures.statements import joined

_HEADS = (" khối ", " cấp ", " vùng ", " nhóm ", " khu vực ")
_AT = ("ở ", "tại ")
_PLACED = re.compile(r" (?:ở|tại) \w+(?: \w+){0,5}\Z")
_ON_AVERAGE = re.compile(r"(?:bình quân|trung bình|tính chung|binh quan|trung binh|tinh chung)\b")
_FOR_ALL = re.compile(
    r" (?:(?:trung bình|bình quân|chung)(?: chung)?(?: của)? )?(?:cả nước|toàn quốc|toàn tỉnh|toàn thành phố)\Z"
)
_LEVEL = re.compile(r"(?P<at> (?:ở|tại|của)) \w+(?: \w+){0,4}\Z")


def of_part(whole: str, part: str) -> str:
    """The indicator of another part: "tỷ lệ … của các bộ" and "của các tỉnh", "… mức độ 3" and "mức độ 4"."""
    if _ON_AVERAGE.match(part):
        whole = whole.partition(" của ")[0]  # "… của cấp xã đạt 84%, bình quân toàn tỉnh 86%"
    if part.startswith(("khối ", "cấp ", "vùng ", "nhóm ", "riêng ")):
        whole = _FOR_ALL.sub("", whole)  # "… trung bình cả nước mới đạt 39%; khối bộ 51%"
    kind = " ".join(part.split()[:2])
    if f" {kind} " in whole:
        return joined(whole[: whole.rindex(f" {kind} ")], part)
    head = f" {part.split()[0]} "
    if head in _HEADS and head in whole:
        return joined(whole[: whole.rindex(head)], part)
    if head in _HEADS and whole.startswith(head.lstrip()):
        return part
    placed = _PLACED.search(whole) if part.startswith(_AT) else None
    if placed:
        return joined(whole[: placed.start()], part)
    level = _LEVEL.search(whole) if part.startswith(("cấp ", "khối ", "khu vực ", "vùng ")) else None
    if level:
        return joined(whole[: level.end("at")], part)
    head, of, first = whole.rpartition(" của ")
    if of and part.startswith("của "):
        return joined(head, part)
    return joined(head, "của", part) if of and first.split()[0] == part.split()[0] else joined(whole, part)
