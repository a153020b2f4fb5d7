"""Lines of a page that are no part of its article: buttons, counters, links to other news.

The elements that a page names as menus or boxes are gone by now (loaders.formats.mainpart); this is for what stands
unnamed among the paragraphs.
"""

from __future__ import annotations

import re

from kg.folding import fold
from loaders.formats.htmlwalk import Piece
from loaders.layout.evenness import seen

# whole lines, folded; a number may follow
_LINES = frozenset(
    line.strip()
    for line in """
    trang chu|tin tuc|dang nhap|dang ky|dang xuat|in trang|in bai viet|in bai|ban in|gui email|gui bai viet
    email|print|chia se|chia se bai viet|facebook|twitter|zalo|linkedin|google+|gplus|pinterest|copy link
    sao chep lien ket|like|binh luan|dang binh luan|gui binh luan|y kien ban doc|gui y kien|viet binh luan
    danh gia|luot xem|so luot xem|xem|thong ke truy cap|dang online|dang truy cap|hom nay|hom qua|trong tuan
    trong thang|tat ca|tong truy cap|luot truy cap|tong luot truy cap|khach online|gioi thieu cho ban be
    ve dau trang|len dau trang|quay lai|tro lai|tro ve|dong|xem co chu|co chu|a- a+|a+ a-|nghe doc bai
    doc bai viet|nghe bai viet|luu bai viet|theo doi chung toi|tu khoa|tags|tag|xem them|tin lien quan
    bai viet lien quan|cac tin khac|tin khac|bai viet khac|tin cu hon|tin moi hon|cac tin da dua
    tin cung chuyen muc|cung chuyen muc|co the ban quan tam|doc nhieu|xem nhieu|tin noi bat|tin moi nhat
    moi nhat|theo dong su kien|video|quang cao|lien he quang cao|sua|sua ma nguon
    """.replace("\n", "|").split("|")
    if line.strip()
)
_LINE_TAIL = re.compile(r"[\s:.,()\[\]|>»•·*+-]*(?:\d[\d.,]*)?[\s:.,()\[\]|>»•·*-]*$")
_OTHER_NEWS = re.compile(
    r"(?:(?:cac )?(?:tin|bai)(?: viet)?(?: bai)? (?:lien quan|khac|cung (?:chuyen muc|loai)|moi(?: nhat| hon)?|cu hon|"
    r"da dua|noi bat|doc nhieu)|cung chuyen muc|co the ban quan tam|doc nhieu(?: nhat)?|xem nhieu(?: nhat)?)\s*[:>»]*$"
)
_SEE_ALSO = re.compile(r"(?:>{1,3}|»+|→|►|☛|xem them|doc them|moi ban doc|xem ngay|bai lien quan|tin lien quan)")
_EDIT_LINKS = re.compile(r"\[\s*(?:sửa|sửa đổi|sua|sua doi)(?:\s*\|\s*(?:sửa mã nguồn|sua ma nguon))?\s*\]")
_SITE_NAME = re.compile(r"(?:cong|trang) (?:thong )?tin dien tu\b.{0,60}$")
_LINK_SHARE = 0.75
_MENU_RUN = 3  # so many link-only lines together are a menu, where they stand before or after all prose


def left_out(pieces: list[Piece]) -> list[Piece]:
    """The pieces without furniture; nothing is taken from between two paragraphs but what names itself."""
    kept: list[Piece] = []
    in_other_news = False
    for piece in _without_menus(pieces):
        folded = fold(seen(piece.text)).strip()
        linked = piece.links >= _LINK_SHARE * max(1, len(piece.text))
        if piece.cells is None and len(folded) < 60:
            if _OTHER_NEWS.fullmatch(folded):
                in_other_news = True
                continue
            if _is_furniture_line(folded):
                continue
        if piece.cells is None and linked and len(folded) < 300 and _SEE_ALSO.match(folded):
            continue
        if in_other_news and linked and piece.cells is None:
            continue
        in_other_news = False
        if _EDIT_LINKS.search(piece.text) and piece.cells is None:
            piece.text = _EDIT_LINKS.sub("", piece.text)
        kept.append(piece)
    return kept


def _is_furniture_line(folded: str) -> bool:
    words = folded.lstrip("•·-*|>» ")
    if words.endswith((".", ";", ",")):  # an item of a list in prose
        return False
    return _LINE_TAIL.sub("", words) in _LINES or words in _LINES


def _without_menus(pieces: list[Piece]) -> list[Piece]:
    """Without the runs of link-only lines before the first paragraph of prose and after the last."""
    prose = [
        i for i, p in enumerate(pieces) if p.cells is not None or (len(p.text) > 80 and p.links < 0.5 * len(p.text))
    ]
    if not prose:
        return pieces
    first, last = prose[0], prose[-1]
    head = [piece for piece in _menu_free(pieces[:first]) if not _SITE_NAME.match(fold(piece.text))]
    tail = _menu_free(pieces[last + 1 :])
    return [*head, *pieces[first : last + 1], *tail]


def _menu_free(pieces: list[Piece]) -> list[Piece]:
    links = [p.cells is None and p.kind != "title" and p.links >= _LINK_SHARE * max(1, len(p.text)) for p in pieces]
    kept = []
    at = 0
    while at < len(pieces):
        end = at
        while end < len(pieces) and links[end]:
            end += 1
        if end - at >= _MENU_RUN:
            at = end
        else:
            kept.extend(pieces[at : max(end, at + 1)])
            at = max(end, at + 1)
    return kept
