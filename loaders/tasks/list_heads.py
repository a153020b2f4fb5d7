"""What the line above a list says of it: that duties follow, and whose they are, or that it lists something else."""

from __future__ import annotations

import re
from functools import cache

from loaders.reading import Unit
from loaders.tables import values
from loaders.tasks.masked import Masked
from loaders.words import clauses
from loaders.words.clauses import WHOEVER
from loaders.words.wording import spoken

_WHOSE = re.compile(  # "Quyền và trách nhiệm của X:", "X có nhiệm vụ gì?"
    r"\b(?:trach nhiem|nghia vu|nhiem vu|quyen han)\s+(?:cu the\s+)?(?:cua|doi voi)\s+(?P<of>[^;:?.]{3,160}?)"
    r"(?=\s+(?:trong (?:viec|cong tac|linh vuc)|ve viec|khi|theo|doi voi|duoc quy dinh|quy dinh|nhu the nao|nhu sau"
    r"|the nao|ra sao|la gi|gom|bao gom|cu the)\b|\s*[:?.(]|\s*$)"
)
_WORK_ON = re.compile(r"\bviec\s+(?=[^,;:.]*$)")
_CLOSING = re.compile(r"(?:\S+\s+){1,4}(?:sau|sau day|duoi day)\s*:\s*$")
_GROUP = re.compile(WHOEVER)


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
