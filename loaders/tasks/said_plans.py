"""What somebody says that the own body, or one that is named, does from now on, without "sẽ".

"Ông An cho biết, trong thời gian tới đơn vị tập trung số hóa …", "… cho hay sắp tới Sở X tiếp tục …".
"""

from __future__ import annotations

from loaders.reading import Unit
from loaders.tables import phrases
from loaders.tasks import reported_forms, subjects
from loaders.tasks.masked import TRIGGERS, Masked
from loaders.tasks.orders import Course, Order
from loaders.words import clauses
from loaders.words.clauses import PERSON, WHOEVER
from loaders.words.flat import Pattern

_SAID = TRIGGERS.add(
    rf"(?:{clauses.alternation('says_plainly')})(?: them)?\s*[,:]?\s*(?:rang\s*,?\s*)?\"?\s*"
    r"(?P<when>(?:trong\s+)?(?:thoi gian (?:toi|tiep theo)|giai doan (?:toi|tiep theo)|sap toi|toi day|truoc mat"
    r"|(?:nam|quy|thang|tuan) toi|(?:nhung |cac )(?:thang|nam) toi))\s*,?\s*"
    rf"(?:(?P<who>{WHOEVER})|(?P<own>(?:{'|'.join(reported_forms.OWN)})(?:\s+(?:nay|minh|chung toi))?))?"
    r"\s*(?:se\s+|cung\s+)*",
    phrases("says_plainly"),
)
_WITHIN = Pattern(r"(?:tiếp tục|tập trung|đẩy mạnh|ưu tiên|chú trọng|quyết tâm|nỗ lực|phấn đấu)\b")


def order(page: Masked, course: Course, unit: Unit, end: int) -> Order | None:
    """The work that the sentence says is to come, of the body it names, else of that of who is heard."""
    said = page.occurrences(_SAID).first(unit.start, end)
    if said is None or not page.begins_work(said.end(), end):
        return None
    if said["who"]:
        if PERSON in said["who"]:
            return None
        names = page.names(*said.span("who"))
    elif said["own"] or page.match(_WITHIN, said.end(), end):
        names = subjects.speakers_body(page, course)
    else:
        return None
    return Order(said.end(), said.end(), end, names, status="planned", sure=0.6) if names else None
