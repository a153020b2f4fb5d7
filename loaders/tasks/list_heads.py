"""Lines above lists: that duties follow, and whose they are, or something else; which lines open one or are a title."""

from __future__ import annotations

import re
from functools import cache

from loaders.reading import Unit
from loaders.tables import values
from loaders.tasks.acting_bodies import HEAD
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Order
from loaders.words import clauses
from loaders.words.clauses import WHOEVER
from loaders.words.flat import Pattern
from loaders.words.wording import spoken

_WHOSE = re.compile(  # "Quyền và trách nhiệm của X:", "X có nhiệm vụ gì?"
    r"\b(?:trach nhiem|nghia vu|nhiem vu|quyen han)\s+(?:cu the\s+)?(?:cua|doi voi)\s+(?P<of>[^;:?.]{3,160}?)"
    r"(?=\s+(?:trong (?:viec|cong tac|linh vuc)|ve viec|khi|theo|doi voi|duoc quy dinh|quy dinh|nhu the nao|nhu sau"
    r"|the nao|ra sao|la gi|gom|bao gom|cu the)\b|\s*[:?.(]|\s*$)"
)
_WORK_ON = re.compile(r"\bviec\s+(?=[^,;:.]*$)")
_CLOSING = re.compile(r"(?:\S+\s+){1,4}(?:sau|sau day|duoi day)\s*:\s*$")
_GROUP = re.compile(WHOEVER)
_THINGS = Pattern(  # "Dữ liệu không được giao dịch gồm:", "Phí được dùng vào các việc sau:"
    r"(?!việc\b|công tác\b|nhiệm vụ\b|nội dung\b|trách nhiệm\b|giải pháp\b)"
    r"[^:;.]{3,120}?\s(?:không được phép|bị cấm|được (?:dùng|sử dụng|chi|hiểu|phân loại))\s[^:;]*:\s*$"
)
_SOME_TASKS = re.compile(  # at the end of a line
    r"\b(?:mot so|cac|nhung)\s+(?:nhiem vu|noi dung|cong viec|giai phap|viec)"
    r"(?:\s+(?:sau day|sau|trong tam|chu yeu|cu the|cap bach|truoc mat))*\s*[.;]?\s*$"
)
_NUMBER = re.compile(r"(?P<n>\d{1,2})[.)-]\s")
_DASH = re.compile(r"\s*[-–+*•]")


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{clauses.alternation('list_kinds')})\b")


@cache
def _doer() -> re.Pattern[str]:
    return re.compile(rf"(?:cac |nhung |moi )?(?P<noun>{clauses.alternation('doer_nouns')})\b")


def is_doer(page: Masked, start: int, end: int, *, accented: bool = True) -> bool:
    """Whether a phrase begins with a noun for a kind of doer: "bên", not "bản"."""
    found = _doer().match(page.mask, start, end)
    return found is not None and spoken(
        "doer_nouns", page.text[found.start("noun") : found.end("noun")], accented=accented
    )


def kind(page: Masked, unit: Unit, start: int | None = None) -> bool | None:
    """Whether a line says that duties follow (True), or something else (False); None where it does not tell.

    Only the words from `start` on are asked where it is given.
    """
    for found in _kinds().finditer(page.mask, unit.start if start is None else start, unit.end):
        said = values("list_kinds")[" ".join(found[0].split())]
        if said == "neither" or not spoken(
            "list_kinds", page.text[found.start() : found.end()], accented=unit.accented
        ):
            continue
        work = _WORK_ON.search(page.mask, unit.start, found.start())
        if work is None or not page.begins_work(work.end(), found.start()):  # "việc hoàn thiện chính sách …"
            return said == "duty"
    return None


def closing_kind(page: Masked, unit: Unit) -> bool | None:
    """The same of what the line calls its list at the end: "… không cần xin phép trong các trường hợp sau đây:"."""
    tail = _CLOSING.search(page.mask, unit.start, unit.end)
    return kind(page, unit, tail.start()) if tail else None


def bearers(page: Masked, unit: Unit) -> tuple[str, ...]:
    """Whose duties follow, as a line says: bodies by their names, a kind of doer as printed."""
    found = _WHOSE.search(page.mask, unit.start, unit.end)
    if found is None:
        return ()
    if _GROUP.fullmatch(page.mask, found.start("of"), found.end("of")):
        return page.names(found.start("of"), found.end("of"))
    if _GROUP.match(page.mask, found.start("of"), found.end("of")) or is_doer(
        page, *found.span("of"), accented=unit.accented
    ):
        return (" ".join(page.text[found.start("of") : found.end("of")].split()),)
    return ()


def of_other(page: Masked, unit: Unit) -> bool:
    """Whether the line above opens a list of something else than work: "… trong các trường hợp sau đây:"."""
    above = page.reading.units[unit.lead] if unit.lead is not None else None
    if above is None or above.role == "heading":
        return False
    if closing_kind(page, above) is False:
        return True
    if kind(page, above):
        return False  # "Trách nhiệm của đơn vị được sử dụng kho:"
    return page.match(_THINGS, page.after_marker(above), above.end) is not None


def is_title(page: Masked, index: int, end: int) -> bool:
    """Whether an item is the title of the bullets below it: no full stop ends it, or its parts are numbered by it."""
    units, folded = page.reading.units, page.reading.folded
    if _is_parted(page, index):
        return True
    below = units[index + 1] if index + 1 < len(units) else None
    return (
        below is not None
        and end == units[index].end
        and folded[end - 1] not in ".;,"
        and below.heading == index
        and (below.role == "sentence" or _DASH.match(folded, below.start) is not None)
        and _DASH.match(folded, units[index].start) is None
    )


def _is_parted(page: Masked, index: int) -> bool:
    """Whether the parts of an entry stand below it under its number: "2. Hoàn thiện hạ tầng số." above "2.1. …"."""
    units = page.reading.units
    number = _NUMBER.match(page.mask, units[index].start, units[index].end)
    below = next((unit for unit in units[index + 1 : index + 4] if unit.block != units[index].block), None)
    if number is None or below is None or page.mask[units[index].end - 1] == ":":
        return False
    return page.mask.startswith(f"{number['n']}.1", below.start)


def announces(page: Masked, index: int, order: Order) -> bool:
    """Whether an order of an entry leaves its work to the points below it: "… thực hiện một số nhiệm vụ."."""
    units = page.reading.units
    said = order.end >= units[index].end - 1 and _SOME_TASKS.search(page.mask, order.start, units[index].end)
    below = next((unit for unit in units[index + 1 : index + 5] if unit.block != units[index].block), None)
    return bool(said) and below is not None and below.role == "item" and below.heading == index


def opens(page: Masked, index: int) -> bool:
    """Whether a unit ends in a colon and the list below it says the work: "… triển khai các giải pháp sau:"."""
    units = page.reading.units
    unit, below = units[index], units[index + 1 : index + 3]
    if not below or below[0].lead != index or not page.mask[unit.start : unit.end].rstrip().endswith(":"):
        return False
    if below[0].role == "heading" and len(below) > 1 and below[1].heading == index + 1:
        below = below[1:]  # "1. Về dữ liệu" opens the first part of the list
    start, end = page.after_marker(below[0]), below[0].end
    head = HEAD.match(page.mask, start, end)
    return page.begins_work(start, end) or (
        head is not None and (head["colon"] is not None or page.begins_work(head.end(), end))
    )
