"""What a page relays of a document: the part of an explainer that gives a document's provisions in a list.

"Căn cứ khoản 4 Điều 15 Nghị định 62/2021/NĐ-CP quy định như sau:" opens such a part, a question ("… ra sao?") or the
next document closes it. The duties in it are the document's, though no clause of theirs names it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.reading import DocumentMention, Reading
from loaders.tasks import list_heads
from loaders.tasks.masked import Masked
from loaders.words import ordered

_OPENS = re.compile(
    r"\b(?:quy dinh|huong dan|neu|neu ro|can cu|theo|tai|noi dung|toan van|yeu cau|giao|phan cong|thuc hien)\b"
)
_WHOLE = re.compile(r"(?:noi dung|toan van)\b")
_ONLY_TIME = re.compile(r"(?=[^:]*\d)(?:den |trong |giai doan )?(?:nam |quy )?[\divx\s/-]+:")
_MADE_OF = re.compile(r"\b(?:bao )?gom\s*:$")  # what something consists of
_PROVIDES = re.compile(
    r"(?:\s+cua\s+[^.,;:]{2,40}?)?(?:\s+ve\s+[^.;:]{2,200}?)?"
    r"\s*(?:(?:nay|tren|moi|cung|da|con|nam \d{4})\s+)*(?:quy dinh|neu ro|yeu cau|giao|phan cong|huong dan|bo sung"
    r"|dat ra|de ra|xac dinh|co hieu luc|ap dung|noi ro|ghi ro|chi ro|cho phep|thay the)\b"
)
_BY = re.compile(
    r"(?:^|[.;:\n]\s*)(?:cung\s+|cu the\s*,?\s*)?(?:theo|can cu)\s+(?:quy dinh (?:tai|cua)\s+|noi dung\s+)?$"
)
_KINDS = "nghi dinh|nghi quyet|quyet dinh|thong tu|chi thi|luat|ke hoach|de an|chuong trinh"
_KIND = re.compile(rf"(?:{_KINDS})\b")
_BY_KIND = re.compile(rf"(?:^|[.;\n]\s*)theo (?P<kind>{_KINDS})(?: nay)?\s*,")
_SOURCE = re.compile(r"\(\s*(?:dieu|khoan|muc|chuong)\s+[\w.]+\s+(?:cua\s+)?(?=[a-z])[^()]{20,400}\)\s*$")
_THEREBY = re.compile(r"(?:theo do|cu the|trong do|theo quyet dinh|theo nghi dinh|theo nghi quyet|theo cong van)\b")
_CARRYING_OUT = re.compile(r"[\W\divx]*(?:to chuc thuc hien|phan cong (?:nhiem vu|thuc hien)|trach nhiem)\b")
_FIRST = 2  # units with the title and the lead
_TWICE = 2
_SEVERAL = 3  # questions of a page of questions
_OPENING = 4  # units of a page in which it names the document that it is about
_ANSWERS = re.compile(r"\b(?:tra loi|giai dap|tu van)(?: nhu sau)?\s*:\s*$")
_ENDS = re.compile(r"(?:quy khach|tren day la|xem them)")


@dataclass(frozen=True, slots=True)
class Relay:
    """The part of a page that a unit stands in: the document that it gives, and whether what it lists can be work.

    `since` is the unit that opens it.
    """

    document: DocumentMention
    issuer: str | None
    work: bool
    since: int
    codified: bool = False  # whether the page prints the provisions themselves


def relayed(page: Masked) -> Mapping[int, Relay]:
    """The document whose content a unit gives, by the unit's index; empty where the source is no explainer."""
    reading = page.reading
    if reading.own is not None:
        return {}
    codified = _codified(reading)
    if codified:
        return codified
    if not _explains(reading):
        return _of_explained(page)
    issuers = _issuers(reading)
    found: dict[int, Relay] = {}
    current: Relay | None = None
    last: list[DocumentMention] = []  # what the answer named last
    only = _asked_about(reading)
    about = only or explained(reading)
    told = False  # whether the answer has named the document that the page is about, and no other one
    for index, unit in enumerate(reading.units):
        if unit.role == "boilerplate" or reading.folded.startswith(">>>", unit.start):
            continue
        folded = reading.folded[unit.start : unit.end].strip()
        named = [d for d in ordered.within(reading.documents, unit.start, unit.end) if not d.anaphor]
        after = reading.units[index + 1] if index + 1 < len(reading.units) else None
        asks = folded.endswith("?") and (after is None or after.block != unit.block)
        if asks or _ENDS.match(folded):
            current, last, told = None, [], only is not None
        elif about is not None:
            ids = {d.id for d in ordered.within(reading.documents, unit.start, unit.end)}
            told = (told or about.id in ids) and ids <= {about.id}
        if folded.endswith(":") and not named and _THEREBY.match(folded):
            named = last
        last = named or last
        if named and (
            (folded.endswith(":") and (_OPENS.search(folded) or _THEREBY.match(folded))) or _WHOLE.match(folded)
        ):
            work = folded.endswith(":") and list_heads.kind(page, unit) is not False and not _MADE_OF.search(folded)
            current = Relay(named[0], issuers.get(named[0].id), work, index)
        elif current and _ONLY_TIME.fullmatch(folded):
            # "Năm 2026:" opens a plan, whatever the line above it says
            current = Relay(current.document, current.issuer, True, index)
        elif current and not asks and unit.role in ("item", "sentence"):
            found[index] = current
        elif about is not None and told and unit.role in ("item", "sentence"):
            found[index] = Relay(about, issuers.get(about.id), False, index)
    return found


def _codified(reading: Reading) -> Mapping[int, Relay]:
    """The document of each provision of a codification, which names it in brackets: "(Điều 3 Nghị định số …)"."""
    issuers = _issuers(reading)
    sources: dict[int, DocumentMention] = {}
    for index, unit in enumerate(reading.units):
        if _SOURCE.match(reading.folded, unit.start, unit.end):
            named = ordered.within(reading.documents, unit.start, unit.end)
            sources.update((index, document) for document in named[:1])
    if len(sources) < _TWICE:
        return {}
    found: dict[int, Relay] = {}
    since = -1
    for index, unit in enumerate(reading.units):
        since = index if index in sources else since
        if since >= 0 and index != since and unit.role in ("item", "sentence"):
            found[index] = Relay(sources[since], issuers.get(sources[since].id), False, since, codified=True)
    return found


def _issuers(reading: Reading) -> dict[str, str]:
    return {d.id: d.issuer for d in reversed(reading.documents) if d.issuer}


def _of_explained(page: Masked) -> Mapping[int, Relay]:
    """The same for a page that goes through one document: "Nghị định quy định …", "Luật giao …"."""
    reading = page.reading
    document = explained(reading)
    if document is None:
        return {}
    found: dict[int, Relay] = {}
    issuer = _issuers(reading).get(document.id)
    opening: int | None = None  # the line that opens a list of the document's provisions
    for index, unit in enumerate(reading.units):
        if unit.role not in ("item", "sentence"):
            opening = None
            continue
        folded = reading.folded[unit.start : unit.end].strip()
        work = opening is not None and unit.lead is not None and unit.lead >= opening
        if folded.endswith(":") and not work:
            named = any(d.id == document.id for d in ordered.within(reading.documents, unit.start, unit.end))
            opening = index if named and list_heads.kind(page, unit) is not False else None
        found[index] = Relay(document, issuer, work, 0 if opening is None else opening)
    return found


def explained(reading: Reading) -> DocumentMention | None:
    """The document that a page is about: the one named in its opening and more than once as what provides."""
    said: Counter[str] = Counter()
    first: dict[str, DocumentMention] = {}
    for document in reading.documents:
        if document.status == "draft":
            continue  # what it provides is told by told_drafts
        first.setdefault(document.id, document)
        if _PROVIDES.match(reading.folded, document.end) or _BY.search(
            reading.folded, max(0, document.start - 40), document.start
        ):
            said[document.id] += 1
    if not said and (only := _only_below(reading)):
        return only
    most = said.most_common(2)
    if not most or most[0][1] < _TWICE or (len(most) > 1 and most[1][1] == most[0][1]):
        return None
    document = first[most[0][0]]
    opening = reading.units[: _answer(reading) + _OPENING]
    if not opening or document.start < opening[-1].end:
        return document
    kind = _KIND.match(reading.folded, document.start)  # "Theo Nghị định, …", which is named later
    by = _BY_KIND.search(reading.folded, 0, opening[-1].end)
    return document if kind and by and kind[0] == by["kind"] else None


def _asked_about(reading: Reading) -> DocumentMention | None:
    """The document that the title of a page of questions names: its answers are of it unless they name another."""
    first = reading.units[:1]
    named = ordered.within(reading.documents, first[0].start, first[0].end) if first else ()
    asked = sum(1 for unit in reading.units[1:] if reading.folded[unit.end - 1] == "?")
    return named[0] if asked >= _SEVERAL and len({one.id for one in named}) == 1 else None


def _answer(reading: Reading) -> int:
    """The unit of a letters page that opens the answer: "Luật sư A trả lời:"; 0 where there is none."""
    answers = (i for i, one in enumerate(reading.units) if _ANSWERS.search(reading.folded, one.start, one.end))
    return next(answers, 0)


def _only_below(reading: Reading) -> DocumentMention | None:
    """The one document that a page names in its opening, where a heading below says how it is carried out."""
    opening = reading.units[:_FIRST]
    named = {d.id: d for d in reversed(reading.documents) if opening and d.start < opening[-1].end}
    carried = any(
        unit.role == "heading" and _CARRYING_OUT.match(reading.folded, unit.start, unit.end) for unit in reading.units
    )
    return next(iter(named.values())) if carried and len(named) == 1 else None


def _explains(reading: Reading) -> bool:
    """Whether the page asks questions that it answers out of documents."""
    return any(
        reading.folded[unit.end - 1] == "?" or _WHOLE.match(reading.folded, unit.start) for unit in reading.units
    )
