"""What parties take on in a document that they sign: "Theo bản ghi nhớ vừa ký, hai bộ lập tổ đo biển …".

The parties are told by a noun; the document is the one named in the sentence, else the last agreement before it.
"""

from __future__ import annotations

import re

from loaders.reading import Unit
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Order
from loaders.words import ordered
from loaders.words.clauses import ACTOR, DOCUMENT

_UNDER = re.compile(
    rf"\s*(?:cung\s+)?theo\s+(?:noi dung\s+)?(?:(?P<what>[{DOCUMENT}])|ban ghi nho|thoa thuan|hiep dinh"
    r"|bien ban|ban hop tac)[^;:.]{0,160}?,\s+"
    rf"(?:phia\s+)?(?P<who>[{ACTOR}]+|(?:hai|ba|cac)\s(?:ben|bo|so|nuoc|phia|co quan|don vi|dia phuong|tinh"
    r"|thanh pho|truong|doanh nghiep))\s+"
    r"(?:(?:se|cung|thong nhat|nhat tri)\s+)*"
)


def order(page: Masked, unit: Unit, end: int) -> Order | None:
    """The work with which the sentence goes on; None where it tells of no agreement."""
    found = _UNDER.match(page.mask, unit.start, end)
    if found is None or not page.begins_work(found.end(), end):
        return None
    named = page.document(found.start("what")) if found["what"] else None
    if named and named.type != "agreement":
        return None
    who = page.names(*found.span("who")) or (" ".join(page.text[slice(*found.span("who"))].split()),)
    mandate = named.id if named else _last(page, unit)
    return Order(unit.start, found.end(), end, who, mandate=mandate, sure=0.6)


def _last(page: Masked, unit: Unit) -> str | None:
    """The last agreement that the text named before the sentence."""
    before = ordered.within(page.reading.documents, 0, unit.start)
    agreements = [document.id for document in before if document.type == "agreement"]
    return agreements[-1] if agreements else None
