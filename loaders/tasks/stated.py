"""Work that a sentence tells as what a document says: "Kế hoạch nêu rõ, Sở X rà soát …", "Chỉ thị ghi rõ: mỗi xã …"."""

from __future__ import annotations

import re

from loaders.reading import Unit
from loaders.tasks import nameless, openings
from loaders.tasks.acting_bodies import ENTITLED, HEAD, MAY, RUNS
from loaders.tasks.masked import Masked
from loaders.tasks.orders import Order
from loaders.words.clauses import DOCUMENT, PERSON, PROGRAMME, WHO
from loaders.words.flat import Pattern

_STATES = re.compile(
    rf"\s*(?:(?:tai|trong|theo)\s+)?(?P<what>[{DOCUMENT}{PROGRAMME}]++"
    r"|(?:(?:ban|noi dung)\s+)?(?:ke hoach|chi thi|quyet dinh|cong van|cong dien|van ban|de an|nghi quyet|thong bao"
    r"|ket luan|chuong trinh|huong dan|phuong an))"
    r"(?:\s+(?:nay|tren|noi tren|vua ban hanh|moi))*(?:\s+(?:ban hanh\s+)?ngay\s+[\d/.-]+)?"
    rf"(?:(?:\s+cua|,)\s+{WHO})?(?:\s+ve\s[^.;:{DOCUMENT}]{{3,100}}?)?,?\s+(?:(?:da|cung|con)\s+)*"
    r"(?P<says>neu|quy dinh|ghi|xac dinh|chi ro|nhan manh|luu y|yeu cau)(?:\s+(?:ro|la|rang))*\s*[,:]?\s+\"?\s*"
)
_SAYS = Pattern(r"(?:nêu|quy định|ghi|xác định|chỉ rõ|nhấn mạnh|lưu ý|yêu cầu)\b")  # no "nếu"
_ORDERING = frozenset(
    ("decision", "resolution", "directive", "plan", "dispatch", "official-letter", "notice", "conclusion", "programme",
     "scheme", "guideline")
)  # fmt: skip


def order(page: Masked, unit: Unit, end: int) -> Order | None:
    """The work of the body that a document's words name; a law's are told otherwise, with a word of duty."""
    states = _STATES.match(page.mask, unit.start, end)
    if states is None or not page.match(_SAYS, states.start("says"), end):
        return None
    document = page.document(states.start("what"))
    if document is not None and document.type not in _ORDERING:
        return None
    start = openings.before_subject(page, states.end(), end) or states.end()
    head = HEAD.match(page.mask, start, end)
    names: tuple[str, ...] = ()
    work = start
    if head is None:
        if noun := nameless.opening(page, start, end):
            names, work = (noun[0],), noun[1]
    else:
        names, work = page.names(head.start("who"), head.end("who"), head.end("more")), head.end()
    if not names or (head and (head["colon"] or PERSON in head["who"])) or not page.begins_work(work, end):
        return None
    if any(page.match(told, work, end) for told in (MAY, ENTITLED)) or RUNS.match(page.mask, work, end):
        return None
    if any(page.past(one) for one in page.times(start, end)):
        return None
    mandate = page.cited(states.start("what"))
    return Order(start, work, end, names, document.issuer if document else None, mandate, sure=0.6)
