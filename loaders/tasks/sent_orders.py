"""An order that a letter carries: "Bộ Nội vụ có công văn gửi các sở đề nghị rà soát …".

Reads what stands before the verb of ordering: who sends the letter, which one it is, and to whom it goes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.reading import Unit
from loaders.tasks.masked import Masked
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON, WHO, WHOEVER

_SENT = re.compile(
    rf"(?P<by>{WHO})(?:\s*\([^)]*\))?,?\s+(?:(?:da|vua|moi|cung|vua qua|tiep tuc|chinh thuc|dong loat)\s+)*"
    r"(?:(?:co|ban hanh|ky|ra|gui|phat di|phat hanh)\s+)+"
    rf"(?P<letter>[^.;:{ACTOR}{PERSON}]{{4,140}}?)\s+(?:(?:gui|toi|den|cho|yeu cau gui)\s+)+"
    rf"(?:(?:(?:cac|lanh dao|dong chi|toan the)\s+)*(?P<to>{WHOEVER})(?P<more>\s+(?:co\s+)?(?:lien quan|truc thuoc))?"
    rf"|(?P<noun>(?:[{ACTOR}]+|cac|toan the)\s[^,.;:{ACTOR}{PERSON}]{{3,60}}?))"  # "các cảng hàng không"
    r"\s*(?:\([^)]*\)\s*)?,?\s*(?:trong do,?\s*|ve viec\s+|de\s+|voi noi dung\s+)?$"
)
_LETTER = re.compile(
    rf"[{DOCUMENT}]|\b(?:van ban|cong van|cong dien|thong bao|thu|chi thi|to trinh|ket luan|thong tri|y kien)\b"
)
_AT_MOST = 420  # characters in which a letter is told


@dataclass(frozen=True, slots=True)
class Sent:
    """Who has sent a letter to whom, and its number."""

    by: str
    to: tuple[str, ...]
    document: str | None


def before(page: Masked, unit: Unit, verb: int) -> Sent | None:
    """The letter of which the words right before a verb of ordering tell; None where they tell of none."""
    begin = max(unit.start, verb - _AT_MOST)
    if not (page.mask.find("gui ", begin, verb) >= 0 or page.mask.find("toi ", begin, verb) >= 0):
        return None
    for start, _ in page.actors_in(begin, verb):
        found = _SENT.match(page.mask, start, verb)
        letter = _LETTER.search(page.mask, *found.span("letter")) if found else None
        if found is None or letter is None:
            continue
        document = page.document(letter.start()) if page.mask[letter.start()] == DOCUMENT else None
        to = page.names(found.start("to"), found.end("to"), found.end("more")) if found["to"] else ()
        to = to or (" ".join(page.text[found.start("noun") : found.end("noun")].split()),)
        return Sent(page.names(*found.span("by"))[0], to, document.id if document else None)
    return None
