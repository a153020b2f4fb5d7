"""Articles, clauses, points and annexes by their IRIs: in words, and the document that each belongs to."""

from __future__ import annotations

from kg.folding import slug
from kg.iris import Iris
from kg.places import ENCLOSED, read_aloud

_WORDS = {
    "dieu": "Điều", "khoan": "Khoản", "diem": "Điểm", "phu-luc": "Phụ lục", "dong": "STT", "chuong": "Chương",
    "muc": "Mục", "tieu-muc": "Tiểu mục", "phan": "Phần", **{slug(kind): kind for kind in ENCLOSED},
}  # fmt: skip


def spoken(iri: str) -> str:
    """A provision in words, without what it stands in.

    >>> spoken("p/khoan-2"), spoken("p/diem-dd"), spoken("p/phu-luc-ii"), spoken("p/phu-luc")
    ('Khoản 2', 'Điểm đ', 'Phụ lục II', 'Phụ lục')
    """
    last = iri.rpartition("/")[2]
    for start, word in sorted(_WORDS.items(), key=lambda pair: -len(pair[0])):
        if last == start or last.startswith(f"{start}-"):
            number = last.removeprefix(start).strip("-").replace("dd", "đ")
            return f"{word} {number.upper() if start in ('phu-luc', 'chuong', 'muc', 'phan') else number}".strip()
    return last


def path(iri: str, iris: Iris) -> str:
    """A provision with all that it stands in, from the top, as a source writes it that has the text.

    >>> path("https://x.vn/id/provision/2024/57-nq-tw/muc-i/khoan-2", Iris("https://x.vn/"))
    'Mục I / Khoản 2'
    """
    return " / ".join(map(spoken, iris.slug(iri).split("/")[2:]))


def belongs_to(iri: str, iris: Iris) -> str:
    """The document, or the source that is no document's text, that a provision belongs to.

    >>> belongs_to("https://x.vn/id/provision/2024/57-nq-tw/muc-i/khoan-2", Iris("https://x.vn/"))
    'https://x.vn/id/document/2024/57-nq-tw'
    >>> belongs_to("https://x.vn/id/provision/source/bao/dieu-1", Iris("https://x.vn/"))
    'https://x.vn/id/source/bao'
    """
    first, second = iris.slug(iri).split("/")[:2]
    return iris.of("source", second) if first == "source" else iris.of("document", f"{first}/{second}")


def told(path: str, lang: str) -> str:
    """The path of a provision in the reader's language.

    >>> told("Điều 1 / Mục II / Khoản 2", "en"), told("Điều 1 / Mục II", "vi")
    ('Article 1 / Section II / Clause 2', 'Điều 1 / Mục II')
    """
    pieces = (read_aloud(piece, lang) for piece in path.split(" / "))
    return " / ".join(piece[:1].upper() + piece[1:] for piece in pieces)
