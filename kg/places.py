"""How a place in a document is cited: in Vietnamese from the smallest part up, in English from the largest down."""

from __future__ import annotations

import re
from collections.abc import Mapping

_WORDS = {  # of each part: before its number, in Vietnamese and English
    "point": ("điểm", "point"),
    "clause": ("khoản", "clause"),
    "article": ("Điều", "Article"),
    "row": ("STT", "row"),
    "page": ("trang", "page"),
}
# texts that a decision puts into force, as its parts: "khoản 1 Điều 3 Quy chế"
ENCLOSED = {
    "Quy chế": "Regulation",
    "Quy định": "Rules",
    "Quy trình": "Procedure",
    "Kế hoạch": "Plan",
    "Chương trình": "Programme",
    "Đề án": "Scheme",
    "Chiến lược": "Strategy",
    "Điều lệ": "Charter",
    "Phương án": "Arrangement",
}
_HEADINGS = {
    "Phần": "Part",
    "Chương": "Chapter",
    "Mục": "Section",
    "Tiểu mục": "Subsection",
    "Phụ lục": "Annex",
    **ENCLOSED,
}
_ENGLISH = {vi.casefold(): en for vi, en in (*_WORDS.values(), *_HEADINGS.items())}
_STEP = re.compile(rf"({'|'.join(sorted(_ENGLISH, key=len, reverse=True))})(?: (\w+(?:\.\w+)*))?(?!\w)", re.IGNORECASE)
_WITHIN_ARTICLE = re.compile(r"Mục [IVXLC]+$")  # a decision's sections; those of a law, "Mục 1", hold articles


def within_article(part: str) -> bool:
    """Whether a section stands inside an article, as in a decision that approves, and not above its articles.

    >>> within_article("Mục II"), within_article("Mục 1"), within_article("Chương II")
    (True, False, False)
    """
    return _WITHIN_ARTICLE.match(part) is not None


def cited(place: Mapping[str, str], lang: str) -> str:
    """A place by its parts (those of `kg.model.Place`) as a citation names it; empty where it has none.

    An article stands once in its document, so that a chapter above it is not told; a section below it is.

    >>> cited({"part": "Mục II", "article": "1", "clause": "4", "point": "a"}, "vi")
    'điểm a khoản 4 Mục II Điều 1'
    >>> cited({"part": "Mục II", "article": "1", "clause": "4"}, "en")
    'Article 1, Section II, clause 4'
    >>> [cited({"annex": "Quy chế", "part": "Chương II", "article": "3"}, lang) for lang in ("vi", "en")]
    ['Điều 3 Quy chế', 'Regulation, Article 3']
    """
    steps = []
    if "row" not in place:
        steps = [_named(part, place[part], lang) for part in ("point", "clause") if part in place]
        part = place.get("part", "")
        if part and ("article" not in place or within_article(part)):
            steps.append(_heading(part, lang))
        if "article" in place:
            steps.append(_named("article", place["article"], lang))
    if "annex" in place:
        steps.append(_heading(place["annex"], lang))
    told = [" ".join(steps)] if lang == "vi" else steps[::-1]
    told += [_named(part, place[part], lang) for part in ("row", "page") if part in place]
    return ", ".join(filter(None, told))


def read_aloud(provision: str, lang: str) -> str:
    """A provision as a source's facts word it, in the reader's language; one of another form stays as it is.

    >>> read_aloud("điểm g khoản 5 Mục II", "en"), read_aloud("Phụ lục II, STT 75", "en"), read_aloud("Điều 1", "vi")
    ('Section II, clause 5, point g', 'Annex II, row 75', 'Điều 1')
    """
    if lang == "vi":
        return provision
    told: list[str] = []
    for piece in provision.split(","):
        steps = []
        rest = piece.strip()
        while rest:
            step = _STEP.match(rest)
            if step is None:
                return provision
            steps.append(f"{_ENGLISH[step[1].casefold()]}{f' {step[2]}' if step[2] else ''}")
            rest = rest[step.end() :].lstrip()
        told += reversed(steps)
    return ", ".join(told)


def _named(part: str, number: str, lang: str) -> str:
    return f"{_WORDS[part][lang == 'en']} {number}"


def _heading(text: str, lang: str) -> str:
    """A heading with its word in the reader's language; a bare number is that of an annex."""
    if lang == "vi":
        return text if " " in text or text in _HEADINGS else f"Phụ lục {text}"
    if text in _HEADINGS:
        return _HEADINGS[text]
    word, _, number = text.rpartition(" ")
    if word in _HEADINGS:
        return f"{_HEADINGS[word]} {number}"
    return text if word else f"Annex {text}"
