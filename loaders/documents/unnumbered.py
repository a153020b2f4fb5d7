"""The document whose own text a source is, where it has no number yet, or its letterhead is left out.

A number is given when a document is signed: the text that its author has reads "Số:      /KH-SKHCN". A page may leave
out the letterhead and begin with the preamble: "Căn cứ …, Sở X ban hành Kế hoạch Y với các nội dung sau:". Such a
document is known by its name.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg import registry
from kg.folding import fold
from kg.model import DocumentType, Source
from loaders.formats import casing
from loaders.layout.letterhead import Letterhead
from loaders.reading import DocumentMention, Reading

_HEAD = 4000  # characters in which a preamble ends
_ABOVE = 600  # characters of a page's own title and summary before it
_OPENS = re.compile(r"(?:\A|\n)\W*(?=(?:can cu|thuc hien|trien khai|de trien khai|nham)\s)")
_PREAMBLE = re.compile(
    r"[^\x00]{0,3600}?"
    r"\b(?P<verb>ban hanh|xay dung)\s+(?P<name>(?:ke hoach|chuong trinh|phuong an|huong dan|quy che)\s[^\n:;]{10,260}?)"
    r",?\s+(?:voi|gom|bao gom|cu the|nhu)\s[^\n:;.]{0,40}?\bsau(?:\s+day)?\s*[:.]?[ \t]*(?=\n|$)"
)
_CARRIED_OUT = re.compile(r"\n\W*(?:[\dIVX]{1,4}[.)]\s*)*TỔ CHỨC THỰC HIỆN\b")
_DRAFT = re.compile(r"(?:^|\n|\t)\W*DỰ THẢO\b")
_NEAR = 12  # characters between who issues and the verb: "Sở X vừa ban hành …"
_LETTER = "Công văn"
_UNSIGNED = 0.8  # confidence in a document that may not be signed yet


def preamble(source: Source, folded: str) -> re.Match[str] | None:
    """The preamble that names the document whose text follows, with who carries it out; None where there is none."""
    opening = _OPENS.search(folded, 0, _ABOVE)
    found = _PREAMBLE.match(folded, opening.end(), _HEAD) if opening else None
    return found if found and _CARRIED_OUT.search(source.text, found.end()) else None


def named(reading: Reading, preamble: re.Match[str]) -> Reading:
    """The reading with the document as its own that its preamble names."""
    start, end = preamble.span("name")
    own = next((one for one in reading.documents if one.start == start and not one.anaphor), None)
    if own is None:
        own = _mention(start, end, " ".join(reading.source.text[start:end].split()), None)
    verb = preamble.start("verb")
    issuer = next((one.name for one in reading.agencies if 0 <= verb - one.end <= _NEAR), None)
    return _with(reading, replace(own, issuer=own.issuer or issuer)) if own else reading


def blank(reading: Reading, head: Letterhead, issuer: str | None, subject: str | None) -> Reading:
    """The reading with the document as its own whose letterhead leaves room for a number; `subject` is a letter's."""
    text = reading.source.text
    if head.title and head.type_span:
        start, end = head.type_span[0], head.title[1]
        kind, subject = (" ".join(text[a:b].split()) for a, b in (head.type_span, head.title))
    elif subject:
        (start, end), kind = head.number, _LETTER
    else:
        return reading
    subject = casing.written(subject, text)
    begins = subject[:1].lower() if subject[1:2].islower() else subject[:1]  # an acronym keeps its capitals
    own = _mention(start, end, f"{kind.capitalize()} {begins}{subject[1:]}", issuer)
    if own is None:
        return reading
    drafted = _DRAFT.search(text, 0, end) is not None
    return _with(reading, replace(own, date=head.published, title=subject, status="draft" if drafted else "issued"))


def _mention(start: int, end: int, name: str, issuer: str | None) -> DocumentMention | None:
    kind = _kind(name)
    name = name[:1].upper() + name[1:]
    return DocumentMention(start, end, id=name, type=kind, issuer=issuer, confidence=_UNSIGNED) if kind else None


def _kind(name: str) -> DocumentType | None:
    """The type of document that a name begins with."""
    words = name.lower().split()
    found = (registry.load().type_of_word(fold(" ".join(words[:count]))) for count in (4, 3, 2, 1))
    return next(filter(None, found), None)


def _with(reading: Reading, own: DocumentMention) -> Reading:
    """The reading with its own document, which "Kế hoạch này" means from then on."""
    told = []
    for one in reading.documents:
        this = one.anaphor and one.type == own.type and reading.folded[one.start : one.end].endswith("nay")
        told.append(replace(own, start=one.start, end=one.end, anaphor=True) if this else one)
    told = [one for one in told if (one.start, one.id) != (own.start, own.id)] + [own]
    told.sort(key=lambda one: (one.start, -one.end))
    return replace(reading, own=own, documents=tuple(told))
