"""Work that a sentence gives to several bodies, each after a semicolon: "Cụ thể, Sở X làm A; Sở Y làm B; xã Z làm C".

Nobody has to be heard: a sentence that tells body by body what each does, and neither when it was done nor how much,
says who has to do what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.reading import Unit
from loaders.tasks import openings
from loaders.tasks.acting_bodies import ENTITLED, HEAD, MAY, RUNS
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Order
from loaders.words.clauses import PERSON
from loaders.words.flat import Pattern

_PART = re.compile(r"\s*;\s*(?:(?:con|rieng|va)\s+)?")
_LEADS = Pattern(r"\s*(?:cụ thể|theo đó|trong đó|qua đó|chẳng hạn)\s*,\s*")
_IS_SO = Pattern(  # what a body is there for, or what it gets: no work that somebody gives it
    r"(?:tiếp nhận (?:hơn|gần|trên|\d)|thực hiện (?:hơn|gần|trên|\d|được)|triển khai (?:được|hơn|gần|\d)"
    r"|giải quyết (?:hơn|gần|trên|\d|được)|hoàn thành (?:\d|hơn|gần|trên|vượt)|công bố (?:tăng|giảm|lãi)"
    r"|(?:\w+\s){1,3}được\s)"
)
_LEAST = 2  # bodies


def order(page: Masked, unit: Unit, end: int) -> Order | None:
    """The work of all the bodies of a sentence, as that of the first; its pieces name the others."""
    start = openings.before_subject(page, unit.start, end) or unit.start
    leads = page.match(_LEADS, unit.start, end)
    start = leads.end() if leads else start
    begins = [start, *(part.end() for part in _PART.finditer(page.mask, start, end))]
    if len(begins) < _LEAST or any(page.past(one) for one in page.times(unit.start, end)):
        return None
    heads = list(_heads(page, begins, end))
    if len(heads) < len(begins):
        return None
    first = heads[0]
    names = page.names(first.start("who"), first.end("who"), first.end("more"))
    return Order(first.start("who"), first.end(), end, names, sure=0.6)


def _heads(page: Masked, begins: list[int], end: int) -> Iterator[re.Match[str]]:
    """The bodies with which the parts begin, of those that tell work."""
    for begin, stop in zip(begins, [*begins[1:], end], strict=True):
        head = HEAD.match(page.mask, begin, stop)
        if head is None or head["colon"] or PERSON in head["who"] or not page.begins_work(head.end(), stop):
            continue
        told = page.match(MAY, head.end(), stop) or page.match(ENTITLED, head.end(), stop)
        if not told and not page.match(_IS_SO, head.end(), stop) and not RUNS.match(page.mask, head.end(), stop):
            yield head
