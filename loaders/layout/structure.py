"""The frame of an official document below its letterhead: title, basis, signature, recipients, and its subdivisions.

Decree 30/2020/NĐ-CP, Annex I, sets the parts and their order; Hướng dẫn 36-HD/VPTW those of Party documents.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.folding import LOWER, UPPER
from kg.model import Evidence, Place, Provision, Source
from kg.places import ENCLOSED, cited, within_article
from loaders.layout import beside
from loaders.layout.letterhead import Letterhead
from loaders.reading import Role, Unit
from loaders.words import clauses

_PLACED = re.compile(  # after the number where one line holds both
    rf"(?:^|[\t\n|]|\s{{3}}|/[^\s,]+\s)\s*([{UPPER}][\w.]*(?:\s+[\w.]+){{0,5}}),\s+ngày\s", re.MULTILINE
)
_BASIS = re.compile(r"can cu\s+(?!(?:vao )?(?:tinh hinh|ket qua|dieu kien|nhu cau|chuc nang|muc dich|yeu cau)\b)")
_ON_GROUND = re.compile(  # an order in the body, no line of the basis: "Căn cứ Kế hoạch này, các sở xây dựng …"
    r"[^;]{8,400}?,\s+(?:cac|nhung|tung|moi|uy ban|ubnd|hdnd|so|bo|cuc|tong cuc|chi cuc|vu|ban|phong|don vi|co quan"
    r"|cong an|thu truong|giam doc|chu tich|truong|trung tam|hoi|lien minh|vien|toa an|ngan hang|to|chinh quyen"
    r"|dia phuong|doanh nghiep|van phong|thanh tra|kho bac|bao hiem|cong ty|tap doan)\s(?!\S*\d)(?:[^;.]|\.(?!\s)){12,}"
)
_THEN = re.compile(r", (?!ban hanh (?:ngay|kem|theo)|sua doi|bo sung)")  # "Căn cứ nhiệm vụ được giao, lập kế hoạch …"
_ADDRESSED = "kinh gui"  # below it a letter begins
_RECIPIENTS = re.compile(r"noi nhan\s*[:;]?")
_SIGNATURE = re.compile(
    r"(?:t/?m|k/?t|t/?l|tuq|q)\s*\.\s*[a-z]|(?:t/m|k/t|t/l)\s+[a-z]|"
    r"(?:thu tuong|chu tich|bo truong|giam doc|chanh van phong)\b"
)
_BELOW_EACH_OTHER: frozenset[Role] = frozenset(("heading", "byline", "sentence", "row"))  # post, "(đã ký)", name
_SHORT = 80
_BEGINS = re.compile(rf"(?P<kind>{'|'.join(map(str.upper, ENCLOSED))})\b|(?:DANH MỤC|PHỤ LỤC|CHƯƠNG|Chương)\b")
_CLOSES = re.compile(  # a paragraph behind the numbered ones that is none of theirs
    r"trong qua trinh (?:to chuc )?(?:trien khai|thuc hien)\b|tren day la\b|(?:chi thi|cong dien|cong van|ke hoach"
    r"|thong bao|nghi quyet|quy che|quyet dinh) nay\b|nhan duoc (?:chi thi|cong dien|cong van|van ban)"
    r"|[^.;:,]{4,40}? (?:xin )?(?:tran trong )?thong bao (?:de|den)\b"
)
_ARTICLE = re.compile(r"dieu\s+\d")
_SIGNED = re.compile(
    rf"(?:\b(?:TM|KT|TL|TUQ|Q)\s*\.\s*[{UPPER}]|\b(?:T/M|K/T|T/L)\s*\.?\s*[{UPPER}]|"
    r"\b(?:THỦ TƯỚNG|CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|CHỦ NHIỆM|BÍ THƯ|TỔNG THƯ KÝ|"
    r"(?:CỤC|VỤ|VIỆN|HIỆU) TRƯỞNG|TRƯỞNG (?:BAN|PHÒNG))\b).*",
    re.DOTALL,
)
_PERSON = re.compile(rf"(?<!\w)[{UPPER}][{LOWER}]+(?:\s+[{UPPER}][{LOWER}]*){{0,3}}\s+[{UPPER}][{LOWER}]+")
_CAPACITY = re.compile(rf"\b(TM|KT|TL|TUQ|Q)\s*\.\s*([{UPPER}][{UPPER}\s,-]*?)(?=\s*(?:TM|KT|TL|TUQ|Q)\s*\.|$)")
_OFFICE = re.compile(r"(?<=\S)\s+(?:CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|GIÁM ĐỐC|TỔNG BÍ THƯ|BÍ THƯ|TRƯỞNG BAN)$")
_OWN_TITLE = re.compile(r"(?<!TỔNG)(?<!CHI)\s+(?=(?:PHÓ|THỨ TRƯỞNG|CHÁNH|VỤ TRƯỞNG|CỤC TRƯỞNG|GIÁM ĐỐC|CHỦ NHIỆM)\b)")


def mark(units: tuple[Unit, ...], source: Source, folded: str, head: Letterhead) -> tuple[Unit, ...]:
    """`units` of a document's own text with the roles of its frame: letterhead, title, basis, signature, recipients."""
    first = max(head.number[1], head.date[1] if head.date else 0)
    title_end = head.title[1] if head.title else first
    marked = []
    body = False  # whether the document's provisions have begun
    state: Role | None = None
    signing = False  # whether the signature stands to the right of the recipients
    before = units[0] if units else None
    closed: str | None = None  # the last article before the signature, until the text that it encloses has its own
    signed = False
    enclosed = head.encloses if head.encloses in ENCLOSED else None  # the kind of that text
    heads = False  # whether the lines of its title go on
    behind: Place | None = None  # the last entry, behind which a closing paragraph stands
    for unit in units:
        text = folded[unit.start : unit.end]
        printed = source.text[unit.start : unit.end]
        role = unit.role
        if state and (unit.place.annex or _place(unit) != _place(before) or _BEGINS.match(printed)):
            state = None  # the signature closes the document; what follows is a text that it puts into force
        opens = before is not None and unit.block != before.block and unit.role == "sentence"
        loose = opens and unit.place.clause and not unit.place.article and _CLOSES.match(text)
        before = unit
        behind = unit.place if unit.place == behind or loose else None
        if behind:
            unit = replace(unit, place=replace(unit.place, clause=None, point=None))
        begins = _BEGINS.match(printed) if signed and state is None and unit.place.annex is None else None
        if begins and begins["kind"] and enclosed is None:
            enclosed = begins["kind"].capitalize()
        closed = None if _ARTICLE.match(text) else closed
        if closed and unit.place.article == closed:
            unit = replace(unit, place=replace(unit.place, article=None))
        if enclosed and unit.place.annex is None:
            unit = replace(unit, place=replace(unit.place, annex=enclosed))
        heads = printed.isupper() and (heads or begins is not None)
        if head.title and head.encloses and head.title[0] <= unit.start < title_end:
            role = "heading"
        elif unit.start < first:
            role, state = "letterhead", None
        elif unit.start < title_end:
            role = "title"
        elif role == "boilerplate":
            pass
        elif heads and role == "sentence":
            role = "heading"
        elif _RECIPIENTS.match(text):
            role = state = "recipients"
            signing = _is_signed(unit, source, folded)
        elif state == "recipients" and signing and role in _BELOW_EACH_OTHER and not text.startswith("-"):
            role = "signature" if len(text) < _SHORT else role
        elif (state == "recipients" or (body and role in ("heading", "row", "sentence", "byline"))) and (
            _SIGNATURE.match(text) and printed[: max(2, printed.find(" "))].isupper() and len(text) < 200
        ):
            role = state = "signature"
        elif state == "recipients" and (role in ("item", "sentence", "row", "byline") or text.startswith("-")):
            role = "recipients"
            signing = signing or _is_signed(unit, source, folded)
        elif state == "signature" and len(text) < _SHORT:
            role = "signature"
        else:
            state = None
            body = (
                body or bool(unit.place.article or unit.place.part or unit.place.clause) or text.startswith(_ADDRESSED)
            )
            if _BASIS.match(text) and not unit.place.article and not _orders(unit, text):
                role = "basis"
        if role in ("recipients", "signature"):
            closed, signed = unit.place.article or closed, True
        marked.append(replace(unit, role=role) if role != unit.role else unit)
    return beside.with_whole_names(marked, source)


def _orders(unit: Unit, text: str) -> bool:
    """Whether a "Căn cứ …" in a part of the body tells what somebody does on that ground."""
    inside = unit.place.part or unit.place.clause or unit.place.annex
    if not inside or text.rstrip().endswith((";", ",")):
        return False
    works = (clauses.begins_work(text, comma.end(), len(text)) for comma in _THEN.finditer(text))
    return _ON_GROUND.match(text) is not None or any(works)


def _is_signed(unit: Unit, source: Source, folded: str) -> bool:
    """Whether a signature begins in the right column of a line of recipients: "- Lưu: VT.    KT. GIÁM ĐỐC"."""
    cell = beside.last_cell(source.text, unit.start, unit.end)
    return cell > unit.start and _SIGNATURE.match(folded, cell) is not None and source.text[cell : unit.end].isupper()


def _place(unit: Unit | None) -> tuple[str | None, ...]:
    return (unit.place.part, unit.place.article, unit.place.annex) if unit else ()


def signature(units: tuple[Unit, ...], source: Source) -> tuple[str | None, str | None]:
    """Who signed, and in what capacity ("TM. Chính phủ, KT. Thủ tướng"), from the signature block."""
    lines = [source.text[u.start : u.end] for u in units if u.role in ("signature", "recipients")]
    right = [line[beside.last_cell(line, 0, len(line)) :] for line in lines]  # the signature's column
    found = _SIGNED.search("\n".join(line for line in right if not line.startswith("-")))
    if not found:
        return None, None
    block = re.sub(r"[\[(][^\])]*[\])]", " ", found.group())
    name = _PERSON.search(block)
    capacity = block[: name.start()] if name else block
    said = []
    for prefix, words in _CAPACITY.findall(" ".join(capacity.split())):
        # the signer's own title follows the one signed for, or the body whose head signs
        words = _OFFICE.sub("", words) if prefix == "TM" else _OWN_TITLE.split(words)[0]
        words = words.strip(" ,;/")
        said.append(f"{prefix}. {words[:1]}{words[1:].lower()}")
    return (" ".join(name.group().split()) if name else None), ", ".join(said) or None


def issued_at(units: tuple[Unit, ...], source: Source) -> str | None:
    """The place in the letterhead, before the day: the "Hà Nội" of "Hà Nội, ngày 05 tháng 3 năm 2026"."""
    for unit in units:
        if unit.role != "letterhead":
            continue
        found = _PLACED.search(source.text, unit.start, unit.end)
        if found:
            return " ".join(found[1].split())
    return None


def provisions(units: tuple[Unit, ...], source: Source) -> tuple[Provision, ...]:
    """The subdivisions of a document's own text, each with the line that opens it."""
    found: dict[str, Provision] = {}
    for unit in units:
        if unit.role in ("boilerplate", "letterhead", "recipients", "signature"):
            continue
        steps = path(unit.place)
        for depth in range(1, len(steps) + 1):
            name = " / ".join(steps[:depth])
            if name not in found:
                line = source.text[unit.start : unit.end]
                evidence = Evidence(unit.start, unit.end, line, unit.place)
                found[name] = Provision(path=name, title=" ".join(line.split())[:300], evidence=(evidence,))
    return tuple(found.values())


def path(place: Place) -> list[str]:
    """A place from the top down.

    >>> path(Place(part="Chương II", article="5", clause="2", point="a"))
    ['Chương II', 'Điều 5', 'Khoản 2', 'Điểm a']
    >>> path(Place(part="Mục II", article="1", clause="2"))
    ['Điều 1', 'Mục II', 'Khoản 2']
    """
    steps = [place.annex] if place.annex else []
    above = [place.part] if place.part else []
    if place.article:
        article = [f"Điều {place.article}"]
        above = article + above if place.part and within_article(place.part) else above + article
    steps += above
    steps += [f"Khoản {place.clause}"] if place.clause else []
    steps += [f"Điểm {place.point}"] if place.point else []
    return steps


_HEADED = re.compile(r"\s*Nơi nhận\s*[:;]?")


def recipients(units: tuple[Unit, ...], source: Source) -> tuple[str, ...]:
    """Those to whom the document is sent ("Nơi nhận"), as printed."""
    lines: list[str] = []
    for unit in units:
        if unit.role == "recipients":
            columns = source.text[unit.start : unit.end].split("\t")  # the signature may stand beside the list
            text = next((column for column in columns if _HEADED.match(column)), columns[0])
            text = _HEADED.sub("", text)
            lines += re.split(r";\s*(?:-\s*)?|(?:^|\s)-\s+|\n", text)
    return tuple(line for raw in lines if (line := " ".join(raw.split()).strip(" -;.,")))


def provision(place: Place) -> str | None:
    """A place as a citation names it, from the smallest part up.

    >>> provision(Place(part="Mục III", clause="1", point="a"))
    'điểm a khoản 1 Mục III'
    >>> provision(Place(annex="Phụ lục II", row="14"))
    'Phụ lục II, STT 14'
    >>> provision(Place(part="Mục II", article="1", clause="4"))
    'khoản 4 Mục II Điều 1'
    """
    if place.row and not place.annex:
        return f"Bảng, STT {place.row}"
    parts = ("annex", "part", "article", "clause", "point", "row")
    told = cited({part: value for part in parts if (value := getattr(place, part))}, "vi")
    return told or None
