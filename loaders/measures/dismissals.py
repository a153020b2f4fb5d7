"""The numbers that are passed over: a rule, a price, a guess, where or with whom, what a text consists of."""

from __future__ import annotations

import re

from loaders.measures.counting import counted, is_fraction
from loaders.measures.senses import strength
from loaders.measures.statements import Statement
from loaders.measures.stretches import body
from loaders.measures.time_spans import TIMES, lasts, of_the_clock
from loaders.reading import Number
from loaders.words.figures import is_broken
from loaders.words.flat import Pattern, fold_name
from loaders.words.wording import Sentence, spoken

_MEETING = re.compile(  # "họp với các sở và 103 xã"
    r"\bgiua\b[^,;]*\bvoi\s*\Z"
    r"|\b(?:(?<!phoi )(?<!ket )(?<!tich )(?<!phu )(?<!thich )(?<!tong )hop|lam viec)\s(?:voi|cung)\s"
    r"(?:[^.;:]{2,60}?\s(?:va|voi|cung)\s+)?\Z"
)
_PARTITIVE = re.compile(r"\s*trong\s*\Z")
_AMONG = re.compile(r"(?:[^;:]*,)?\s*trong\s+(?:tong\s+)?so\s*\Z")
_MEMBER = re.compile(  # "Bộ X nằm trong 5 bộ chưa …": of whom it is one
    r"\b(?:nam trong|(?:mot|hai|ba) trong|thuoc(?: nhom)?)(?: (?:so|nhom|danh sach))*\s+\Z"
)
_IS_LATE = re.compile(r"[^,.;:]{0,40}\b(?:chua|cham|con no|qua han)\b")
_NAMED_WORK = re.compile(r"\b(?:chuong trinh|de an|du an|ke hoach|nhiem vu|viec(?! lam)|hop dong)\s+(?:\w+\s+){1,2}\Z")
_QUOTED = re.compile(r"\"[^\"]{0,120}\Z")
_ANNOUNCED = re.compile(r"\b(?:nhu sau|sau day|sau|gom|bao gom)\s*:\s*\Z")  # "quy định 4 chỉ tiêu như sau:"
_LISTED = re.compile(r"[^,;.()]{0,60}:(?=\s|\Z)")  # "gồm 4 loại sổ gốc: …"
_IS_SO = Pattern(r"\b(?:đã|được)\s")  # "có 4 nền tảng được công nhận: …"
_ADVISED = re.compile(r"\bmuc (?:khuyen nghi|khuyen cao|toi thieu|toi da|quy dinh|tran|san)(?: la)?\s*\Z")
_AGAINST = re.compile(r"\b(?:cao|thap|it|nhieu|lon|nho)\s+hon\b[^,;]*\bmuc\s*\Z")  # "thấp hơn mức 2% của …"
_OF_ANOTHER_TIME = re.compile(
    r"\s*(?:cua|trong|hoi|o)?\s*(?:cung ky|nam|quy|thang|6 thang|9 thang|ky)\b"
)  # "của năm 2022"
_OUTLOOK = Pattern(  # of those who only look on: "Hãng X cho rằng thị trường sẽ đạt …", "Báo cáo … dự kiến …"
    r"\b(?:(?:nghiên cứu|hãng|công ty nghiên cứu|tổ chức nghiên cứu|chuyên gia|giới phân tích|nhà phân tích)\b[^;.:]*"
    r"|báo cáo\b(?![^;.:,]{0,40}\b(?:chính phủ|bộ|sở|ủy ban|uỷ ban|ubnd|tỉnh|thành phố|cục|vụ|ban|ngành|văn phòng|"
    r"đơn vị)\b)"
    r"[^;.:]*)\b(?:sẽ|dự kiến|ước tính|có thể|kỳ vọng)\b"
    r"|\b(?:ước tính|nhận định|cho rằng|dự tính|dự phóng)\b[^;.:]*\b(?:sẽ|có thể)\b"
)
_ROLLED_OUT = re.compile(
    r"\b(?:trien khai|su dung|ap dung|phu song|nhan rong|van hanh|mo rong|lap dat|co mat|hien dien)\b"
)
_IN_PLACES = re.compile(r"\b(?:tai|o|tren)\s+\Z")
_HAVE_DONE = Pattern(r"(?:\s*\w+){0,10}?\s+(?:đã|xảy ra|bị|ghi nhận)\s")
_TRIES = Pattern(r"\bđang\s+(?:chạy thử|thí điểm|thử nghiệm|triển khai|áp dụng|vận hành|sử dụng|dùng|thực hiện)\b")
REACH = 600  # characters before a number in which those who expect it, or try it, are named
_OBLIGES = re.compile(  # of whom a rule is told: "hộ kinh doanh có doanh thu trên 1 tỷ đồng phải …"
    r"(?:\s[a-z]+){0,5}?\s(?:thi\s+)?(?:bat buoc\s+)?(?:phai|can|co trach nhiem|khong duoc|bi)\s"
)
_OWE = re.compile(  # who has to act, told by how many they are: "102 xã, phường phải gửi báo cáo"
    r"(?:,?\s(?:va\s)?(?:xa|phuong|dac khu|thi tran|huyen|quan|tinh|thanh pho|thanh|so|nganh))*\s"
    r"(?:phai|co trach nhiem|co nhiem vu|duoc giao|duoc yeu cau)\s(?!co\b|dat\b|hoan thanh\b|duoc\b|tro thanh\b|la\b)"
)
_OWING = ("xã", "phường", "đặc khu", "huyện", "quận", "tỉnh", "thành phố", "sở", "bộ", "ngành", "đơn vị", "cơ quan")
_BOUNDS = ("trên", "dưới", "từ", "tren", "duoi", "tu")
_HAS = re.compile(
    r"\bco\s+[a-z][^,;.]{0,38}\Z"
    r"|\b(?:dia phuong|don vi|co quan|bo|nganh|so|tinh|huyen|xa|phuong)\s+(?:(?:chi|moi|con)\s+)*dat\s+\Z"
)
_OF_A_KIND = re.compile(
    r"\b(?:doanh nghiep|ho|co so|to chuc|nguoi|cong ty|don vi)\b[^,;.]{0,30}\bco\s+\Z"
)  # "có trên 50 lao động"
_PROPERTY = 44  # characters of "có" and what those of a kind have
_LOOKED_AT = re.compile(  # what work is about: "yêu cầu các sở rà soát lại 18 chỉ tiêu chưa đạt"
    r"\b(?:ra soat|xem xet|lam ro|bao cao|kiem tra|don doc|danh gia|theo doi|tham dinh|giai trinh)"
    r"(?: (?:lai|ky|them|tien do|ket qua|cac|ve|doi voi))*\s+\Z"
)
_HAVING = re.compile(r"\b(?:da|duoc|vua)\b")
_MANY = 1000  # as many are no places that a text names by the way
_NO_CONDITION = ("neu tinh", "neu nhin", "neu xet", "neu so", "neu ke", "neu chi ", "neu lay", "neu nhu")
_EXPECTS = (" se ", "du kien", "uoc tinh", "co the", "ky vong")
_BANKS = ("Ngân hàng Thế giới", "Quỹ Tiền tệ Quốc tế", "Ngân hàng Phát triển châu Á")
_NAMED = re.compile(r"\s+[A-ZĐ][a-zà-ỹ]+\s+[A-ZĐ]")  # "2 quận Hải Châu và Thanh Khê": no count, a name
_BASE = re.compile(r"\bcu\s+(?:moi\s+)?\Z")  # "cứ 100 dân có 82 thuê bao"
_MONTHS = 12
_TENTH = 10  # "1/3 không phản hồi" is a part, "17/20" behind a noun its number
_HOLIDAY = re.compile(  # "Ngày Doanh nhân 13/10"
    r"\b(?:(?:le|khanh|tet|dip|ky niem)|ngay\s[a-z][a-z ]{4,60})\s+\Z"
)
_PUNISHED = re.compile(r"\b(?:phat|boi thuong)(?: toi da| den| toi)?\s*\Z")
_DISCOUNT = re.compile(  # what a shop takes, not what anything reached
    r"\b(?:giam gia|khuyen ma[iy]|chiet khau|re(?: hon)?)(?: (?:toi da|len den|len toi|toi|den|khoang|them|gan))*\s*\Z"
)
_AWARDED = re.compile(r"\bgiai (?:nhat|nhi|ba|tu|thuong|khuyen khich|dac biet)\b")
_EXAMINED = re.compile(r"\b(?:thi sinh|hoc sinh|sinh vien|hoc vien|diem (?:thi|chuan|san))\b")
_WHOEVER = re.compile(r"\bnao\b[^,;.]*\Z")  # "đơn vị nào chậm quá 30 ngày sẽ không được xét thi đua"
_GRANT = re.compile(
    r"\bho tro(?: toi da| (?:len )?den| (?:len )?toi| khong qua| [a-z]+ [a-z]+ \()?\s*\Z"
)  # "hỗ trợ 50% kinh phí" is a rule
_EXPENSE = re.compile(r"\s*(?:kinh phi|chi phi|lai suat|hoc phi|muc phi|tong muc|gia tri)\b")
_OF_AN_INDEX = re.compile(r"\b(?:chi so|diem|muc)\b")  # "cao hơn mức bình quân của vùng (0,5214)"
_INDEXES = re.compile(r"\b(?:chi so|xep hang|dti|par index|sipas|papi|pci|ddci)\b")
_REQUESTED = re.compile(r"(?:de nghi|kien nghi|de xuat)\b")  # "Đề nghị UBND tỉnh bố trí bổ sung 12 tỷ đồng"
_BLAMED = re.compile(  # what went wrong: "kiểm điểm trách nhiệm … để tỷ lệ hồ sơ trễ hạn vượt 5%"
    r"\b(?:kiem diem|phe binh|nhac nho|chiu trach nhiem|xu ly trach nhiem)\b[^.;]{0,120}?\bde\s[^.;]{2,60}\Z"
)
_ASKED = re.compile(r"\b(?:yeu cau|de nghi|giao|phan cong|bieu duong|phe binh|khen thuong)\s+\Z")  # "Yêu cầu 7 xã …"
_OFFICES = re.compile(  # "Chủ tịch Ủy ban nhân dân 7 xã", "đại diện 34 tỉnh": whose, not how many
    r"\b(?:ubnd|uy ban nhan dan|chu tich|bi thu|giam doc|lanh dao|dai dien|thu truong)\s+(?:cua\s+)?\Z"
)
_IN_VIEW = re.compile(r"\s*(?:voi|doi voi|ve)\s+")  # "Với 9 nhiệm vụ chậm tiến độ, …"
_PRICED = re.compile(r"(?:tang |giam )?(?:le phi|phi|muc phi|muc thu|don gia|gia(?! (?:tri|dinh|suc|cam)\b))\b")
_FEE = re.compile(r"đồng/(?:hồ sơ|trường hợp|lần|bản|giấy|thẻ|trang)", re.IGNORECASE)
_SUMS = ("tong ", "so tien", "gia tri ", "doanh thu", "doanh so", "thu nhap", "kim ngach", "quy mo ")
_OF_SYSTEMS = ("TB", "PB", "Gbps", "Tbps")  # no plan of a telephone has so much
_BARE = 10**5  # a number without unit below this measures nothing unless a link says so
_LARGE = 10**8  # đồng
_LARGE_ABROAD = 10**5
_FEW = 100  # counts below this are also quoted, announced, or merely said


def dismissed(sentence: Sentence, said: Statement, *, past: bool, ahead: bool) -> bool:
    """Whether a number states a rule, a price, a forecast, or says where or with whom instead of how many.

    `past` says that its time is over: a sum is then one that was spent; `ahead` that it is still to come: a count of
    places is then how far something is to reach.
    """
    number, folded = said.number, sentence.folded
    start, name = said.clause.left[0], (said.number.unit or "").lower()
    money = number.unit is not None and name.split("/")[0] in ("đồng", "usd", "eur")
    if _forecast(sentence, said, money=money, past=past):
        return True
    if money and _REQUESTED.match(fold_name(said.indicator)):
        return True
    if _BLAMED.search(folded, sentence.unit.start, number.start):
        return True
    bound = number.comparator != "=" and number.text.lower().startswith(_BOUNDS)
    has = bound and _HAS.search(folded, max(sentence.unit.start, number.start - _PROPERTY), number.start)
    has = has or (
        bound and name != "%" and _OF_A_KIND.search(folded, max(sentence.unit.start, start - 1), number.start)
    )
    if has and _OBLIGES.match(folded, number.end, sentence.unit.end):
        return True
    if number.comparator == "=" and name.startswith(_OWING) and _OWE.match(folded, number.end, sentence.unit.end):
        return True
    if name == "tuổi" or (name in TIMES and (of_the_clock(sentence, number) or not lasts(sentence, said))):
        return True
    if name == "lần" and not (said.link.kind in ("ratio", "change") or number.text.lower().startswith(("gấp", "gần"))):
        return True
    if _AGAINST.search(folded, start, number.start) and not _OF_ANOTHER_TIME.match(folded, number.end):
        return True
    if said.link.kind != "equal" and _ADVISED.search(folded, start, number.start):
        return True  # "chưa bằng một nửa mức khuyến nghị 1%"
    since = said.clause.outer[0] if said.clause.outer else start
    granted = name == "%" and _GRANT.search(folded, since, number.start) and _EXPENSE.match(folded, number.end)
    if granted and strength("measured_words", sentence, sentence.unit.start, number.start)[0] < 2:
        return True
    if _DISCOUNT.search(folded, start, number.start) or (
        name == "điểm" and _EXAMINED.search(fold_name(said.indicator))
    ):
        return True
    punished = not counted(number) and _PUNISHED.search(folded, start, number.start)  # "xử phạt 156 đối tượng" counts
    if punished or _WHOEVER.search(folded, start, number.start):
        return True
    bare = number.unit is None and number.total is None and number.value < _BARE
    index = said.clause.outer is not None and is_broken(number.value) and _OF_AN_INDEX.search(fold_name(said.indicator))
    if bare and said.link.kind in ("", "have") and not (index or _is_score(sentence, number)):
        return True
    day = number.text.startswith("0") or _HOLIDAY.search(folded, start, number.start)
    if number.total is not None and number.total <= _MONTHS and number.unit is None and day:
        return True  # "dịp nghỉ lễ Quốc khánh 02/9"
    if number.total is not None and number.total > _TENTH and number.unit is None and said.link.kind == "":
        return True  # "tờ 17/20", "hẻm 123/45"
    if number.total in (7, 24) and number.value == 24:
        return True  # "trực ban 24/7"
    if not counted(number):
        return False
    reach = ahead and _ROLLED_OUT.search(folded, start, number.start) is not None
    told = number.total is not None or number.value >= _MANY or reach or _done_in(sentence, said)
    if number.comparator != "<=" and said.where and not told:
        return True
    if _BASE.search(folded, start, number.start) or _described(sentence, said):
        return True
    few_bodies = (
        number.value < _FEW
        and number.total is None
        and spoken("counted_bodies", name.partition(",")[0], accented=sentence.unit.accented)
    )
    if few_bodies and _OFFICES.search(folded, start, number.start):
        return True
    asked = _ASKED.search(folded, start, number.start) is not None
    if (
        asked
        and number.value < _FEW
        and spoken("counted_bodies", name.partition(",")[0], accented=sentence.unit.accented)
    ):
        return True
    in_view = start <= body(sentence) and _IN_VIEW.fullmatch(folded, start, number.start) is not None
    if in_view and number.value < _FEW and number.total is None:
        return True
    looked = number.value < _FEW and _LOOKED_AT.search(folded, start, number.start)
    if _MEETING.search(folded, start, number.start) or (looked and not _HAVING.search(folded, start, looked.start())):
        return True
    if _NAMED_WORK.search(folded, start, number.start) or _PARTITIVE.fullmatch(folded, start, number.start):
        return True
    if number.value < _FEW and _AMONG.fullmatch(folded, start, number.start):
        return True
    one_of = number.value < _FEW and _MEMBER.search(folded, sentence.unit.start, number.start)
    if one_of and _IS_LATE.match(folded, number.end, sentence.unit.end):
        return True
    if number.value < _FEW and _ANNOUNCED.search(folded, number.end, sentence.unit.end):
        return True
    listed = number.comparator == "=" and _LISTED.match(folded, number.end, sentence.unit.end)
    if (
        number.value < _FEW
        and listed
        and not sentence.search(_IS_SO, *listed.span())
        and strength("measured_words", sentence, start, number.start)[0] < 2
    ):
        return True
    if (
        number.value < _FEW
        and number.total is None
        and _NAMED.match(sentence.reading.source.text, number.end, sentence.unit.end)
    ):
        return True
    quoted = _QUOTED.search(folded, max(sentence.unit.start, number.start - 120), number.start)
    return number.value < _FEW and bool(quoted) and folded.count('"', sentence.unit.start, number.start) % 2 == 1


def _is_score(sentence: Sentence, number: Number) -> bool:
    """Whether a number is points of an index that the text has named: "Chỉ số X … Bộ A xếp thứ hai (0,7986)"."""
    since = max(0, number.start - REACH)
    return is_fraction(number) and _INDEXES.search(sentence.folded, since, number.start) is not None


def _described(sentence: Sentence, said: Statement) -> bool:
    """Whether a bound says of which things the text speaks: "tàu cá từ 15 mét trở lên", "hộ từ 4 người trở lên"."""
    if not sentence.folded.endswith((" tro len", " tro xuong"), said.number.start, said.number.end):
        return False
    begin, number = said.number.start, said.number
    since = sentence.folded.startswith("tu ", begin) or sentence.folded.endswith(" tu ", 0, begin)
    return since and number.unit != "%" and said.link.kind in ("", "from")


def _done_in(sentence: Sentence, said: Statement) -> bool:
    """Whether a count of places is in how many of them something has been done: "đã cấp thẻ ở 16 địa phương"."""
    folded, unit = sentence.folded, (said.number.unit or "").partition(",")[0]
    if not spoken("counted_bodies", unit, accented=sentence.unit.accented):
        return False
    if not _IN_PLACES.search(folded, sentence.unit.start, said.number.start):
        return False
    before = strength("measured_words", sentence, sentence.unit.start, said.number.start)[0] == 2
    before = (
        before
        or sentence.search(_TRIES, max(sentence.unit.start, said.number.start - REACH), said.number.start) is not None
    )
    return before or sentence.match(_HAVE_DONE, *said.clause.right) is not None


def says_nothing(number: Number, *, accented: bool) -> bool:
    """Whether a number alone tells that it measures nothing: "1 mã số", "5 nhóm giải pháp", "14 tuổi"."""
    if number.unit == "tuổi":
        return True
    if not counted(number) or number.total is not None:
        return False
    one = number.value in (0, 1) and number.comparator == "="
    return one or (number.value < 1000 and spoken("not_measured", (number.unit or "").lower(), accented=accented))


def _forecast(sentence: Sentence, said: Statement, *, money: bool, past: bool) -> bool:
    """Whether the sentence guesses, sets a condition or names a price."""
    small = money and not _is_large(said.number)
    named = fold_name(said.indicator)
    if small and (_FEE.match(said.number.unit or "") or _PRICED.match(named)):
        return True
    if _AWARDED.search(named) and (money or counted(said.number)):
        return True
    start, end, right = said.clause.left[0], said.number.end, said.clause.right
    for begin, _, scope in sentence.occurrences("forecast_words", sentence.unit.start, end):
        own = begin >= start
        if sentence.folded.startswith(_NO_CONDITION, begin) or sentence.folded.endswith("tong ", 0, begin):
            continue
        if sentence.folded.startswith("dung luong", begin) and (said.number.unit or "") in _OF_SYSTEMS:
            continue  # "tổng dung lượng 40 Tbps", "nếu tính cả …, đã tiết kiệm 94 triệu đồng"
        if scope == "opening" and not _opens(sentence, begin):
            continue
        if scope in ("sentence", "opening") or (scope == "" and own) or (scope == "fee" and small):
            return True
        if scope == "money" and small and own and not past:
            return True
    if _looks_on(sentence, start, said.number.start):
        return True
    if any(sentence.folded[begin:stop] == "neu" for begin, stop, _ in sentence.occurrences("forecast_words", *right)):
        return True
    if not small:
        return False
    summed = named.startswith(_SUMS)
    told = past or said.clause.outer is not None or summed or said.verb != "" or said.link.kind not in ("", "have")
    return not told and strength("goal_words", sentence, sentence.unit.start, start)[0] < 2


def _looks_on(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a number is one that researchers expect, and nobody has set."""
    since = max(sentence.unit.start, end - REACH)
    if not any(word in sentence.folded[since:end] for word in _EXPECTS):
        return False
    outlook = sentence.search(_OUTLOOK, since, end)
    if outlook is None or strength("goal_words", sentence, start, end)[0] == 2:
        return False
    return not any(
        outlook.start() <= body.start < outlook.end() for body in sentence.agencies if body.name not in _BANKS
    )


def _opens(sentence: Sentence, at: int) -> bool:
    """Whether a word begins a sentence or what stands between marks: "Trường hợp quá hạn, …"."""
    before = sentence.folded[sentence.unit.start : at].rstrip()
    return at <= body(sentence) or before[-1:] in ",;:.(" or before.endswith((" trong", " voi", " doi voi"))


def _is_large(number: Number) -> bool:
    """Whether a sum of money is too large for a price."""
    return number.value >= (_LARGE if (number.unit or "").startswith("đồng") else _LARGE_ABROAD)
