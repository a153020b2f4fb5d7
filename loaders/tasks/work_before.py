"""The work of an entry that names it before who does it: "2. Về X: “Làm Y”, giao Z chủ trì thực hiện"."""

from __future__ import annotations

import re

from loaders.reading import Unit
from loaders.tasks.masked import Masked

_WORK_BEFORE = re.compile(
    r"(?:[^:\"]{0,200}:)?\s*(?:\"(?P<quoted>)\s*)?(?P<what>[^:\"]{10,900}?)[\s.;,]*(?(quoted)\"[\s.;,]*)(?:-\s*)?$"
)
_THEIRS = "chu tri|dau moi|truc tiep|to chuc|trien khai|thuc hien|xu ly|giai quyet|chiu trach nhiem"
_ITS_WORD = re.compile(rf"\s*(?:va\s+)?(?:lam |la )?(?:{_THEIRS})\b[\s,]*")
_WITH = re.compile(r"\s*(?:va\s+)?phoi hop(?: chat che)?\s+(?:voi|cung)\s")
_ITS_NEXT = re.compile(rf"[.;:]|\b(?:{_THEIRS})\b")


def said(page: Masked, unit: Unit, trigger: int, start: int, end: int) -> re.Match[str] | None:
    """The words of the work (group `what`) before a verb of ordering, where those behind it say only whose it is."""
    if page.reading.own is None or not _is_that_work(page.mask, start, end):
        return None
    found = _WORK_BEFORE.match(page.mask, unit.start, trigger)
    return found if found and page.begins_work(found.start("what"), trigger) else None


def _is_that_work(mask: str, start: int, end: int) -> bool:
    """Whether words say nothing but whose work it is: "chủ trì, phối hợp với các đơn vị triển khai thực hiện"."""
    at = start
    while mask[at:end].strip(" .;,"):
        word = _ITS_WORD.match(mask, at, end)
        along = None if word else _WITH.match(mask, at, end)
        following = _ITS_NEXT.search(mask, along.end(), end) if along else None
        if word is None and (following is None or following.group() in ".;:"):
            return False
        at = word.end() if word else following.start() if following else end
    return at > start
