"""One naming of a programme: where its name begins and ends, and how sure it is that the words are a name.

What makes a name: a capital ("Chiến lược dữ liệu quốc gia"), a number ("Đề án 06"), quotation marks, years at its end
("chương trình thư viện số công cộng giai đoạn đến 2028"), or a verb that says it is made or carried out. A kind alone,
several together and "kế hoạch của đơn vị" name none. Abbreviations in a name are spelled out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.documents import titles
from loaders.reading import DocumentMention, Reading, Unit
from loaders.words import abbreviations, ordered
from loaders.words.flat import Pattern

HEADS = ("chien luoc", "chuong trinh", "de an", "ke hoach", "du an", "quy hoach")
_SEVERAL = Pattern(
    r"\b(?:các|những|nhiều)\s+(?:(?:chiến\s+lược|chương\s+trình|đề\s+án|kế\s+hoạch|dự\s+án|quy\s+hoạch)"
    r"(?:\s*,\s*|\s+và\s+))+$"
    r"|\b(?:các|những|nhiều|một\s+số|một|mỗi|mọi|hai|ba|bốn|(?<!mục )(?<!điều )(?<!lúc )(?<!số )\d+)\s+$"
)
_NO_HEAD = re.compile(  # words that "chiến lược", "kế hoạch" belong to, or that make them an adjective
    r"\b(?:mục\s+tiêu|đối\s+tác|tầm\s+nhìn|định\s+hướng|ý\s+nghĩa|có\s+tính|tính|tầm|công\s+nghệ|sản\s+phẩm|công\s+nghiệp|vị\s+trí|bước"
    r"|giải\s+pháp|quan\s+hệ|hợp\s+tác|cấp|hạ\s+tầng|khâu|mặt|văn\s+phòng|học\s+viện|viện|vụ|sở|bộ|phòng|ngành|nghiên\s+cứu|vốn)\s+$",
    re.IGNORECASE,
)
_PART_OF_A_BODY = re.compile(
    r"\b(?:vị\s+trí|văn\s+phòng|học\s+viện|viện|vụ|sở|bộ|phòng|ngành|cục|ban|khoa|trung\s+tâm)\s+$", re.IGNORECASE
)  # only these make a head in capitals a part of theirs
_NO_HEAD_STRIPPED = re.compile(
    r"\b(?:muc\s+tieu|doi\s+tac|tam\s+nhin|dinh\s+huong|y\s+nghia|co\s+tinh|cong\s+nghe|san\s+pham|cong\s+nghiep|vi\s+tri"
    r"|giai\s+phap|quan\s+he|hop\s+tac|ha\s+tang|van\s+phong|hoc\s+vien|nghien\s+cuu)\s+$"
)
_EMPTY = re.compile(  # what follows a kind that names nothing
    r"\s*(?:[,.;:)\"”!?\]/-]|$|(?:này|trên|nói\s+trên|nêu\s+trên|đó|được|đã|sẽ|đang|cần|phải|và|hoặc|hay|thì|để|với|theo|là|có|nếu|nhằm|đạt|như|tại|từ|khoảng|làm\s+việc|trị\s+giá"
    r"|cũng|không|hướng\s+(?:tới|đến)|gồm|bao\s+gồm|nhấn\s+mạnh|đề\s+ra|đặt\s+ra|đặt\s+mục\s+tiêu|xác\s+định|yêu\s+cầu|góp\s+phần|tập\s+trung|vừa|nêu|giao\s+(?:cho|các|bộ|ủy|sở|công\s+an|văn\s+phòng|từng|cục|vụ|trung\s+tâm|ubnd)|dự\s+kiến|diễn\s+ra|bắt\s+đầu|trình|do|sớm|ngay|trong|mang|đến\s+năm|riêng|cụ\s+thể|chi\s+tiết\s*[,.;]|khác|của\s+(?:mình|đơn\s+vị|từng|mỗi|các|ngành|cơ\s+quan|họ|tôi|chúng\s+tôi)|liên\s+quan"
    r"|phù\s+hợp|tổng\s+thể\s*[,.;]|tiếp\s+theo|chung|mới|cũ|dựa|hàng\s+năm|hằng\s+năm|hoạt\s+động\s*[,.;]|hành\s+động\s*[,.;]|(?:hành\s+động\s+)?bằng"
    r"|(?:thực\s+hiện|triển\s+khai)\s+(?:theo|tại|từ|bởi|trong|với|trên)|nghiêm\s+túc|kịp\s+thời|quyết\s+liệt|chặt\s+chẽ|nhất\s+quán|thiết\s+thực|hiệu\s+quả\s*[,.;]|đồng\s+bộ\s*[,.;]|đúng\s+(?:tiến\s+độ|hạn|quy\s+định)"
    r"|công\s+tác\b(?!\s+(?:của|năm)))(?!\w))",
    re.IGNORECASE,
)
_EMPTY_STRIPPED = re.compile(
    r"\s*(?:[,.;:)\"!?\]/-]|$|(?:nay|tren|noi\s+tren|neu\s+tren|duoc|se|la|dua|moi|chung|dang|phai|va|hoac|voi|theo|trinh|cung(?!\s+cap)|huong\s+toi|gom|bao\s+gom|yeu\s+cau|gop\s+phan|nham|nhu|tai|den\s+nam|rieng|cu\s+the"
    r"|cua\s+(?:minh|don\s+vi|tung|moi|cac|nganh|co\s+quan|ho|toi)|lien\s+quan|phu\s+hop|tiep\s+theo|hang\s+nam)(?!\w))"
)
_OWNED = re.compile(
    r"\s+cua\s+(?:minh|don\s+vi\s+minh|tung|moi|rieng|ca\s+nhan|tap\s+the|cac|bo,\s+nganh|dia\s+phuong)\b"
)
_GENERIC = re.compile(
    r"\b(?:hang\s+nam|cua\s+(?:doanh\s+nghiep|dia\s+phuong|don\s+vi|to\s+chuc|co\s+quan|nganh)|(?<!tu )nay)\b"
    r"|\b(?:nghi\s+quyet|ke\s+hoach|chuong\s+trinh|de\s+an|quy\s+hoach|du\s+an)\s*$"
)
_QUOTED = re.compile(r"\s*\"\s*(?P<name>\w[^\"]{14,220}\w[)]?)\s*\"")  # Đề án "Nâng cao nhận thức …"
_INVESTMENT = re.compile(
    r"\s+(?:va\s+)?dau\s+tu\b(?!\s+\w)|\s+(?:va\s+)?dau\s+tu\s+(?:thanh|tinh|nghien|tham|da|se|cung)\b"
)
_WORK = re.compile(
    r"\s+(?:xay\s+dung|dau\s+tu|nang\s+cap|phat\s+trien|hien\s+dai\s+hoa|ung\s+dung|so\s+hoa|trung\s+tam|thiet\s+lap|thanh\s+lap|san\s+xuat|mo\s+rong)\b"
)
_NUMBER = re.compile(
    r"\s*(?:so\s*)?(?P<n>\d{2,4}[a-c]?)(?:/cp\b)?(?![\w%]|[.,/]\d|\s?/\s?[a-z]|-[a-z]|\s?-\s?[a-z]{2,4}/)(?!\s+(?:nam(?!\s+20\d\d)|thang|ngay|ty|trieu|nguoi|chuyen\s+gia|dong|du\s+an|nghin|ho(?!\s+tro))\b)"
)
_MADE = re.compile(
    r"\b(?:khoi\s+dong|trien\s+khai|thuc\s+hien|xay\s+dung|ban\s+hanh|phe\s+duyet|so\s+ket|tong\s+ket|trinh|lap|theo|soan\s+thao|tai|ve)\s+$"
)
_SAID = re.compile(  # what else is done with a programme of the State, or said of it
    r"\b(?:cong\s+bo|tuyen\s+bo|duyet|thong\s+qua|hoan\s+(?:thien|thanh|chinh)|du\s+thao|cua|trong|thuoc|de\s+xuat|nghien\s+cuu|thuc\s+day|tham\s+gia"
    r"|tai\s+tro|xem\s+xet|neu|tham\s+dinh|cap\s+nhat|thi\s+diem|dieu\s+chinh|bo\s+sung|phat\s+dong|cho|gop\s+y|chuan\s+bi|ra\s+mat|voi|khuon\s+kho)\s+$"
    r"|\btrinh\s+(?:(?:thu\s+tuong|chinh\s+phu|quoc\s+hoi|bo\s+truong|bo|tinh|thanh\s+pho|(?:uy\s+ban\s+nhan\s+dan|ubnd|hoi\s+dong\s+nhan\s+dan|hdnd)"
    r"(?:\s+(?:tinh|thanh\s+pho|tp))?)\s+)*(?:(?:xem\s+xet|phe\s+duyet|ban\s+hanh|thong\s+qua)\s*,?\s+)*$"
)
_LED = re.compile(
    r"\s+do\s+[A-ZĐ]\w+\s[^.;:]{3,80}?\s(?:chủ\s+trì|xây\s+dựng|làm\s+chủ|thực\s+hiện|triển\s+khai|soạn\s+thảo|đề\s+xuất)\b"
)
_ISSUED = re.compile(r"(?<!chua )\b(?:ban\s+hanh|phe\s+duyet|cong\s+bo|thong\s+qua)\s+$")
_TARGETED = re.compile(r"\s+muc\s+tieu\b(?!\s+quoc\s+gia\s*(?:[.,;:)]|$|cua\b|tren\b|trong\b))")
_OF_THE_ECONOMY = re.compile(r"\s+phat\s+trien\s+kinh\s+te\b")
_CONGRESS = re.compile(
    r"\s+(?:nghi\s+su|truyen\s+hinh|phat\s+thanh|phat\s+trien\s+(?:lhq|lien\s+hop\s+quoc)|van\s+nghe|giao\s+duc\s+pho\s+thong"
    r"|nghe\s+thuat|ca\s+nhac|khuyen\s+ma[iy]|giao\s+luu|toa\s+dam|gap\s+mat|giang\s+day|hoc\b(?!\s+bong)|tro\s+choi|bieu\s+dien|tham\s+quan"
    r"|giam\s+gia|quang\s+cao|thoi\s+su|thi\s+dau|le\s+hoi|hoi\s+nghi|hoi\s+thao)\b"
)
_EDITION = re.compile(r"\s+\w+(?:\s\w+)?\s+(?:v?i{1,3}|iv|ix|x)\b")  # "Quy hoạch điện VIII"
_UNFINISHED = re.compile(r"\b(?:thuc\s+hien|trien\s+khai)$")  # "Kế hoạch hành động thực hiện"
_UNTIL = re.compile(  # by when it is to be done: "hoàn thành Đề án Đô thị thông minh đến ngày 31/3"
    r"\s+den(?:\s+het)?(?:\s+(?:ngay|thang|quy)\s+[\divx/.]+)?$"
    r"|\s+thay\s+(?:the|cho)\s+(?:cho\s+)?(?:quyet\s+dinh|ke\s+hoach|chuong\s+trinh|nghi\s+quyet|de\s+an)\s+(?:so\s+)?\d"
)
_OTHER_KIND = re.compile(r"\b(?:chien\s+luoc|chuong\s+trinh|de\s+an|ke\s+hoach|du\s+an|quy\s+hoach)\s*,\s*$")
_STATE = re.compile(r"\bquoc\s+gia\b")
_NATIONAL = re.compile(r"\b(?:quoc\s+gia|chinh\s+phu)\b")
_PERIOD = re.compile(r"\b(?:giai\s+doan|thoi\s+ky|trung\s+han|dai\s+han)\b")
_LAW = re.compile(r"\s+(?:luat|bo\s+luat|phap\s+lenh|nghi\s+quyet)\b")
_DOER = re.compile(r"(?:cong\s+ty|tong\s+cong\s+ty|tap\s+doan|ngan\s+hang|bo|so|uy\s+ban|ubnd)\b")
_ALIAS = re.compile(
    r"\s*\(\s*(?:(?:sau\s+day\s+|duoi\s+day\s+)?(?:goi|viet)\s+(?:tat|gon|chung)\s*(?:la|:)?\s*)?(?P<alias>(?:chien\s+luoc|chuong\s+trinh|de\s+an|ke\s+hoach|du\s+an)\s+[^()]{2,40})\)"
)
_SCHEME = re.compile(r"de\s+an\s+(?:so\s+)?\d{2}(?!\d)")
_CONTENT = re.compile(r"\w+")
_LINKS = frozenset(("ve", "cua", "va", "tai", "cho", "trong", "theo", "den", "nam"))


@dataclass(slots=True)
class Named:
    """One naming of a programme, before it is known which of the article's programmes it is."""

    start: int
    end: int
    head: str
    name: str
    confidence: float
    alias: str | None = None
    decision: int | None = None  # the number of the document that is said to approve it


def several(reading: Reading, unit: Unit, start: int) -> bool:
    """Whether the words before a head say that there are several, or any one: "các chương trình"."""
    text, begin = reading.source.text, max(unit.start, start - 48)
    return _SEVERAL.search(text, reading.folded, begin, start, accented=unit.accented) is not None


def is_document(documents: tuple[DocumentMention, ...], start: int) -> bool:
    """Whether a document's number or name begins here: "Kế hoạch số 283/KH-UBND"."""
    index = ordered.index(documents, start + 1) - 1
    return any(
        mention.start == start and (mention.id[0].isdigit() or not (mention.anaphor or mention.subject))
        for mention in documents[max(0, index - 2) : index + 1]
    )


def inside_a_body(reading: Reading, start: int) -> bool:
    """Whether the word is part of a body's name: "Bộ Kế hoạch và Đầu tư"; a scheme's number names that scheme."""
    if _SCHEME.match(reading.folded, start):
        return False
    index = ordered.index(reading.agencies, start + 1) - 1
    return any(m.start < start < m.end for m in reading.agencies[max(0, index - 2) : index + 1])


def read(reading: Reading, unit: Unit, start: int, end: int, head: str, own: Mapping[str, str]) -> Named | None:
    """The name that begins with the head at `start`–`end`; None where the head names nothing."""
    text, folded = reading.source.text, reading.folded
    floor = max(unit.start, start - 24)
    number = _NUMBER.match(folded, end, unit.end)
    if number and head in ("de an", "chuong trinh", "du an"):
        name = f"{text[start].upper()}{text[start + 1 : end]} {number['n']}"
        return Named(start, number.end(), head, titles.clean(name), 0.95)
    capital = text[start].isupper()
    quoted = _QUOTED.match(folded, end, unit.end)
    if quoted and not several(reading, unit, start):
        name = f"{text[start].upper()}{text[start + 1 : end]} {text[quoted.start('name') : quoted.end('name')]}"
        full = abbreviations.spell_out(" ".join(name.split()), own)
        return Named(start, quoted.end(), head, full, 0.9, _alias(reading, unit, quoted.end(), head, own))
    empty = _EMPTY.match(text, end, unit.end) if unit.accented else _EMPTY_STRIPPED.match(folded, end, unit.end)
    if empty and capital and text[empty.end() - 1].isalpha() and text[end : empty.end()].lstrip()[:1].isupper():
        empty = None  # "Đề án Xác định Chỉ số cải cách hành chính"
    if empty or _CONGRESS.match(folded, end, unit.end):
        return None
    if unit.accented:
        part = (_PART_OF_A_BODY if capital else _NO_HEAD).search(text, floor, start)
    else:
        part = _NO_HEAD_STRIPPED.search(folded, floor, start)
    if part or several(reading, unit, start):
        return None
    if head == "du an" and (_LAW.match(folded, end, unit.end) or _is_of_doer(reading, unit, end)):
        return None
    edition = _EDITION.match(folded, end, unit.end) if head == "quy hoach" and capital else None
    if edition:
        return Named(start, edition.end(), head, titles.capital(text[start : edition.end()]), 0.9)
    inside = ordered.within(reading.documents, end, unit.end)
    keep = [(m.start, m.subject[1] if m.subject else m.end) for m in inside]
    keep += [(m.start, m.end) for m in ordered.within(reading.agencies, unit.start, unit.end)]
    stop = titles.end(text, folded, end, unit.end, accented=unit.accented, keep=sorted(keep))
    until = _UNTIL.search(folded, end, stop)
    stop = until.start() if until else stop
    if _OWNED.search(folded, end, min(unit.end, stop + 12)) or _GENERIC.search(folded, end, stop):
        return None
    if _UNFINISHED.search(folded, end, stop) or (not capital and _OTHER_KIND.search(folded, floor, start)):
        return None
    if text[start:stop].isupper() or _INVESTMENT.match(folded, end, unit.end):
        return None
    content = [word for word in _CONTENT.findall(titles.YEARS.sub(" ", folded[end:stop])) if word not in _LINKS]
    if len(content) < 2 or (
        len(content) < 3 and not titles.YEARS.search(folded, end, stop) and text[end:stop].islower()
    ):
        return None
    confidence = _confidence(reading, unit, start, end, stop, head, capital, len(content))
    if confidence is None:
        return None
    name = abbreviations.spell_out(titles.clean(text[start:stop]), own)
    alias = _alias(reading, unit, stop, head, own)
    return Named(start, stop, head, name[:1].upper() + name[1:], confidence, alias)


def _alias(reading: Reading, unit: Unit, stop: int, head: str, own: Mapping[str, str]) -> str | None:
    """The short name that a bracket behind a name gives: "(gọi tắt là Chiến lược số)"; of the same kind alone."""
    alias = _ALIAS.match(reading.folded, stop, unit.end)
    if alias is None or not " ".join(alias["alias"].split()).startswith(head):
        return None  # it shortens a name inside this one
    return abbreviations.spell_out(titles.clean(reading.source.text[slice(*alias.span("alias"))]), own)


def _is_of_doer(reading: Reading, unit: Unit, end: int) -> bool:
    """Whether a body that does something follows the word: "dự án Công ty A mua cổ phần của Công ty B"."""
    beside = next(iter(ordered.within(reading.agencies, end, unit.end)), None)
    return beside is not None and beside.start <= end + 1 and _DOER.match(reading.folded, beside.start) is not None


def decision(reading: Reading, unit: Unit, one: Named) -> int | None:
    """The number of the document that approves it: "… phê duyệt Đề án …", "Đề án … (Quyết định số 06/QĐ-TTg …)"."""
    for mention in ordered.within(reading.documents, unit.start, unit.end):
        number = re.match(r"\d+", mention.id)
        within = mention.subject is not None and mention.subject[0] <= one.start <= mention.subject[0] + 40
        beside = 0 <= mention.start - one.end < 4 and reading.folded[one.end : mention.start].strip() == "("
        if number and (within or beside):
            return int(number.group())
    return None


def _confidence(
    reading: Reading, unit: Unit, start: int, end: int, stop: int, head: str, capital: bool, length: int
) -> float | None:
    """How sure it is that the words are a name; None where they are not."""
    text, folded = reading.source.text, reading.folded
    years = titles.YEARS.search(folded, end, stop)
    named_inside = text[end + 1 : end + 2].isupper() and not text[end + 1 : stop].split()[0].isupper()
    if head == "quy hoach" and not (years or _NATIONAL.search(folded, end, stop)):
        return None
    national = length >= 3 and _STATE.search(folded, end, stop) is not None
    within = capital and start > unit.start and length >= 3
    if head == "du an" and not (named_inside or years or within or national or _WORK.match(folded, end, stop)):
        return None
    if capital and start > unit.start:
        return 0.95
    if capital:
        return 0.85 if length >= 3 else None
    made = _MADE.search(folded, max(unit.start, start - 24), start) is not None
    said = made or _SAID.search(folded, max(unit.start, start - 70), start) is not None
    if head in ("ke hoach", "quy hoach"):
        period = bool(years) and length >= 4 and _PERIOD.search(folded, end, stop) is not None
        issued = length >= 4 and _ISSUED.search(folded, max(unit.start, start - 24), start) is not None
        known = period or issued or _NATIONAL.search(folded, end, stop) or _OF_THE_ECONOMY.match(folded, end, stop)
        return 0.7 if years and known else None
    if years:
        return 0.85
    if national and said:
        return 0.75
    if head == "chien luoc":
        return None
    if head in ("de an", "du an") and named_inside:
        return 0.75
    if head == "chuong trinh" and length >= 4 and _TARGETED.match(folded, end, stop):
        return 0.75
    if head == "du an":
        proper = length >= 4 and any(char.isupper() for char in text[end:stop])
        work = _WORK.match(folded, end, stop) is not None
        return 0.6 if (made and length >= 6) or (proper and work) else None
    led = unit.accented and _LED.match(text, stop, unit.end) is not None
    if length >= 4 and (made or (head == "de an" and (said or led))):
        return 0.6
    return None
