"""What a page relays of a document: the part of an explainer that gives a document's provisions in a list.

"Căn cứ khoản 4 Điều 15 Nghị định 62/2021/NĐ-CP quy định như sau:" opens such a part, a question ("… ra sao?") or the
next document closes it. The duties in it are the document's, though no clause of theirs names it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.reading import DocumentMention, Reading
from loaders.wording import between

_OPENS = re.compile(
    r"\b(?:quy dinh|huong dan|neu|neu ro|can cu|theo|tai|noi dung|toan van|yeu cau|giao|phan cong|thuc hien)\b"
)
_WHOLE = re.compile(r"(?:noi dung|toan van)\b")
_NO_WORK = re.compile(  # what such a part may list instead of work
    r"\b(?:quyen|quyen loi|khai niem|dinh nghia|giai thich|nguyen tac|dieu kien|muc tieu|quan diem|chinh sach|doi tuong"
    r"|pham vi|ho so|tieu chi|tieu chuan|thanh phan|hanh vi|truong hop|danh muc|muc (?:dong|phi|phat)|gia tri)\b"
)
_ONLY_TIME = re.compile(r"(?=[^:]*\d)(?:den |trong |giai doan )?(?:nam |quy )?[\divx\s/-]+:")
_ENDS = re.compile(r"(?:quy khach|tren day la|>>>|xem them)")


@dataclass(frozen=True, slots=True)
class Relay:
    """The part of a page that a unit stands in: the document that it gives, and whether what it lists can be work."""

    document: DocumentMention
    work: bool


def relayed(reading: Reading) -> Mapping[int, Relay]:
    """The document whose content a unit gives, by the unit's index; empty where the source is no explainer."""
    if reading.own is not None or not _explains(reading):
        return {}
    found: dict[int, Relay] = {}
    current: Relay | None = None
    for index, unit in enumerate(reading.units):
        folded = reading.folded[unit.start : unit.end].strip()
        named = [d for d in between(reading.documents, unit.start, unit.end) if not d.anaphor]
        asks = folded.endswith("?")
        if asks or _ENDS.match(folded):
            current = None
        if named and ((folded.endswith(":") and _OPENS.search(folded)) or _WHOLE.match(folded)):
            current = Relay(named[0], folded.endswith(":") and not _NO_WORK.search(folded))
        elif current and _ONLY_TIME.fullmatch(folded):
            current = Relay(current.document, True)  # "Năm 2026:" opens a plan, whatever the line above it says
        elif current and not asks and unit.role in ("item", "sentence"):
            found[index] = current
    return found


def _explains(reading: Reading) -> bool:
    """Whether the page asks questions that it answers out of documents."""
    return any(
        reading.folded[unit.end - 1] == "?" or _WHOLE.match(reading.folded, unit.start) for unit in reading.units
    )
