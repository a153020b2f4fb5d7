"""Work that one leads and others help with, each by a verb of its own: "X chủ trì, Y phối hợp xây dựng Z".

Reads the words behind the one who leads: that it leads, who helps, and where the work begins.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.tasks.masked import Masked
from loaders.tasks.orders import Order
from loaders.words.clauses import ACTOR, JOIN, WHOEVER

_LEADS = (
    r"(?:la\s+)?(?:(?:co quan|don vi|bo phan|noi)\s+)?(?:truc tiep\s+)?"
    r"(?:chu tri(?:,?\s+(?:chi dao|thuc hien|trien khai|phu trach))?|truc tiep chi dao|dau moi|thuong truc"
    r"|chiu trach nhiem (?:chinh|chu tri))"
)
_HELPS = re.compile(
    rf"{_LEADS}\s*(?:[,;]|\bva\b|-)\s*(?:con\s+|cung\s+|cac\s+)*(?P<who>{WHOEVER}(?:{JOIN}(?:cac\s+)?[{ACTOR}]++)*)"
    r"(?P<more>\s+(?:co\s+)?(?:lien quan|truc thuoc))?\s+(?:la\s+)?(?:(?:co quan|don vi)\s+)?(?:cung\s+|tham gia\s+)?"
    r"phoi hop(?!\s+(?:voi|cung)\b)(?:\s+chat che)?(?P<only>\s+(?:thuc hien|trien khai|chi dao))?\s*,?\s*"
)
_WITH = re.compile(
    rf"{_LEADS}\s*,?\s+(?:voi\s+su\s+(?:phoi hop|tham gia|ho tro)\s+cua|cung(?:\s+voi)?)\s+(?:cac\s+)?"
    rf"(?P<who>{WHOEVER})(?P<more>\s+(?:co\s+)?(?:lien quan|truc thuoc))?\s*,?\s*"
)


def shared(page: Masked, start: int, end: int) -> tuple[tuple[str, ...], int] | None:
    """Who helps, and where the work begins that is led and helped with; None where the stretch says something else."""
    found = _HELPS.match(page.mask, start, end) or _WITH.match(page.mask, start, end)
    if found is None:
        return None
    work = found.end()
    if not page.begins_work(work, end):
        work = found.start("only") + 1 if "only" in found.groupdict() and found["only"] else -1
        if work < 0 or len(page.mask[work:end].split()) < _LEAST:
            return None
    return page.names(found.start("who"), found.end("who"), found.end("more")), work


_LEAST = 4  # words that "thực hiện …" has at least to say a task by itself


def apart(page: Masked, order: Order) -> Order:
    """The order with those who help told apart from its work, where its words begin with who leads."""
    found = shared(page, order.start, order.end)
    return replace(order, start=found[1], helpers=(*found[0], *order.helpers)) if found else order
