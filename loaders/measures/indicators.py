"""The phrase that names an indicator: the noun phrase that a clause is about, cut out of what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.folding import fold
from loaders.measures import moments
from loaders.reading import Period
from loaders.words.abbreviations import spell_out
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence

_SOURCE = re.compile(r"\s*(?:cung\s+)?theo\b[^,;:]*,")
_TURNS = Pattern(r"\s*,?\s*(?:còn|riêng)\s+(?=(?:ở|tại|với|các|cấp|khối|nhóm|những|của|khu vực)\b)")  # "…, còn các xã"
_THIS = Pattern(r"\s+(?:này|đó|ấy|trên)\b")
_FROM_NOW = Pattern(r"(?:\w+\s+){1,3}(?:năm|tháng|tuần|quý|ngày) (?:nữa|tới|sau|trước)")  # "Hai năm nữa, con số …"
_CARRIES_OUT = Pattern(r"(?:tổ chức |tiếp tục )?(?:thực hiện|triển khai)(?: thực hiện)? ")
_OF_WHICH = ("tong ", "so ", "tong so ", "so luong ")  # "tổng chỉ tiêu"
_GOAL = ("muc tieu", "chi tieu", "ke hoach")
_GOAL_IS = re.compile(r" (?:chung )?cua [^,;:.]{2,80}? la (?=[a-z])")  # "mục tiêu của Đề án là tỷ lệ …"
_WHOSE_GOAL = re.compile(  # "mục tiêu năm 2026 của tỉnh (là 90% hồ sơ …)"
    rf"\b(?:{'|'.join(_GOAL)})(?: (?:(?:den|trong) )?nam 20\d\d)? (?:chung )?cua [^,;:.\d]{{2,60}}"
    r"(?:(?:den|trong) (?:het )?nam 20\d\d\s*)?\Z"
)
_QUOTES = re.compile(r"\s*(?:[:,]|rang\b)")
_GOVERNED = re.compile(r"(?:\b(?:cua|tren|trong|ve|theo|so voi|va|voi|cac|moi|tu)|,)\s*\Z")
_NO_SUBJECT = Pattern(
    r"(?:được|bị|giữ nguyên|không đổi|giữ vững|lùi|tụt|vươn|leo|nhảy|vọt|rớt|đứng|xếp thứ)\b"
    r"|(?:từ|lên|xuống|tới|đến|nhanh|cao|lớn|nhiều|thấp)$"
    r"|(?:tăng|giảm|nhích|nhỉnh|cải thiện)(?: (?:lên|xuống|nhẹ|mạnh|hơn|rõ rệt|đáng kể))*$"
)
_GROWTH = re.compile(r"\b(?:muc |toc do )?tang truong \Z")  # "tăng trưởng doanh thu đạt 12%"
_SECOND_HALF = re.compile(
    r" (?:thanh|thanh pho|nganh|dia phuong|co quan ngang bo|phuong|thi tran),"
)  # "Ở khối tỉnh, thành,"
_OPEN = ' \t\n,:;"-).…'
_CLOSE = ' \t\n,:;"-(.…'
_AT_EDGE = re.compile(r"(?:vao|trong|den|tinh|toi|cuoi|het|luy|giai|tu|ke|truoc|hang|moi)\b")
_THAN = re.compile(r"\bso\s+voi[^,;]*\Z")
_BARE_TIME = re.compile(r"(?:nam|quy|thang)\b")
_OF_ANOTHER = Pattern(
    r"\b(?:so với|cùng kỳ|cao hơn|thấp hơn|gấp|bằng|kế hoạch|chỉ tiêu|mục tiêu|dự toán|nghị quyết|chiến lược|"
    r"chương trình|kết quả|nhiệm vụ|công tác)\b[^,;]*$|"
    r"\b(?:hơn|với|giai đoạn|hai|ba|các|những|trước|sau|của|mỗi|mọi|hằng|hàng|lần)\s*$"
)
_FIGURES = re.compile(
    r"\s*\((?!(?:mức|cấp|giai đoạn|năm|từ|loại|muc|cap|giai doan|nam|tu|loai)\b)[^()\d]{0,30}\d[^()]{0,30}\)"
)
_ABBREVIATION = re.compile(r"\s*\(\s*[A-ZĐ][A-ZĐa-z&/\\ -]{0,11}\)")
_BODY = (
    "Cục|Chi cục|Sở|Bộ|Ủy ban|Trung tâm|Viện|Công ty|Tập đoàn|Ngân hàng|Ngành|Tỉnh|Thành phố|Xã|Phường|Ban|Văn phòng"
)
_WHOSE = re.compile(  # who reached it, or was told to: "Cục đã cấp mã", "ngành thuế được Bộ Tài chính giao thu"
    rf"(?P<who>(?:{_BODY})\s)(?:(?:đã|mới|đang|vừa|cũng|còn|chỉ)\s)+(?!được\b)(?=\w)"
    rf"|(?P<told>(?:{_BODY}|{_BODY.lower()})\s(?:[^,;]{{1,60}}?\s)?)được\s(?:[^,;]{{2,60}}?\s)?giao\s(?=\w)"
)
_CHANGED = re.compile(  # "tại phiên họp, Thủ tướng yêu cầu các bộ …, giảm thời gian giải quyết": what is to change
    r".*\b(?:yêu cầu|chỉ đạo|đề nghị|lưu ý|nhấn mạnh)\s.*,\s[^,]*?"
    r"\b(?P<what>(?:giảm|cắt giảm|tăng|nâng|rút ngắn|bãi bỏ)\s(?:\S+\s){1,11}\S+)\Z"
)
_MANY = 20  # words of a name behind which a clause may stand
_COMPARED = re.compile(r"\w+\s(?:so với|tăng|giảm|vượt)\b")
_SUCH_AS = re.compile(
    r"\s*[,(]?\s*(?:như|gồm|bao gồm|cụ thể là|trong đó có)\s*:.*\Z"
    r"|\s*,\s*(?:cụ thể|trong đó|bao gồm)(?:\s+như\s+sau)?\Z",
    re.DOTALL,
)
_IN_TURN = re.compile(r"(?<=\w) (?:lần lượt|lan luot) (?=\w)")  # "tăng lần lượt về số lượng"
_TIME_ASIDE = re.compile(  # "mức hài lòng (năm 2024)"
    r" \((?:năm 20\d\d|quý [IV]{1,3}(?:/20\d\d)?|tháng \d{1,2}(?:/20\d\d)?"
    r"|nam 20\d\d|quy [IV]{1,3}(?:/20\d\d)?|thang \d{1,2}(?:/20\d\d)?)\)$"
)
_LONGEST_NAME = 44  # words
_FULL_NAME = 22
_BREAK = re.compile(
    r",| (?:từ|theo|trên|nhằm|thông qua|bằng|về|qua|để|trong|tại|đáp ứng|phục vụ|góp phần|bảo đảm|gắn với)\b"
)
_EDGES = " /\t\n,;:.\"'“”‘’-…\\"
LOOSE_END = re.compile(r"(?:\s+(?:tại|ở|của|cho|với|và|trong|từ|là|do|đã|được|vào|đến|về|(?:tính )?l[uũ][yỹ] kế))+$")
_LOOSE_BARE = re.compile(  # without accents, where "tu" and "tai" are syllables of other words as well
    r"(?:(?<!dien)(?<!dau)(?<!vat)(?<!van)\s+(?:tai|o|cua|cho|voi|va|trong|tu|la|da|duoc|vao|den|thi))+$"
)
_ESCAPE = re.compile(r"\\(?=[^\w\s])")  # of Markdown: "R\\&D"
_ENUMERATED = re.compile(r"^\(?\d{1,2}\)\s+")  # "(2) Số hóa …"
_SHORT = re.compile(r"[A-ZĐÀ-Ỹ](?<![\w/&-].)[A-ZĐÀ-Ỹ&]+(?![\w/&])")


def subject(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The noun phrase that a stretch ends in: what the clause is about, without what leads up to it.

    An empty stretch where there is none.
    """
    begins, turn = start, sentence.match(_TURNS, start, end)
    start = turn.end() if turn else start
    source = _SOURCE.match(sentence.folded, start, end)
    start = source.end() if source else start
    for begin, stop, _ in sentence.occurrences("clause_openers", start, end):
        if sentence.match(_THIS, stop, end) or _in_a_bracket(sentence, start, begin, end):
            continue  # "riêng chỉ tiêu này sẽ nâng lên", "xã (bao gồm cả phường) đã có mạng"
        start = start if sentence.folded.endswith((*_OF_WHICH, "cua "), start, begin) else stop
        is_told = _GOAL_IS.match(sentence.folded, start, end) if sentence.folded.endswith(_GOAL, begin, stop) else None
        start = is_told.end() if is_told else start
    source = _SOURCE.match(sentence.folded, sentence.content(start, end), end)
    start = source.end() if source else start
    heads = sentence.occurrences("indicator_heads", start, end)
    if not heads or heads[0][0] > sentence.content(start, end):  # else nobody speaks: "Tỷ lệ khai thác thông tin, …"
        for _, stop, _ in sentence.occurrences("says_plainly", start, end):
            start = stop if _says_more(sentence, stop, end) else start
        for _, stop, _ in sentence.occurrences("says", start, end):
            start = stop if _QUOTES.match(sentence.folded, stop, end) else start
        heads = sentence.occurrences("indicator_heads", start, end)
    first = _past_adverbials(sentence, start, end)
    opens = sentence.content(first, end)
    free = (begin for begin, _, _ in heads if begin == opens or not _GOVERNED.search(sentence.folded, start, begin))
    head = next(free, None)
    growth = _GROWTH.search(sentence.folded, start, head) if head is not None else None
    start = growth.start() if growth else first if head is None else head
    goals = _WHOSE_GOAL.search(sentence.folded, begins, end)
    start, end = _trimmed(sentence, start, end)
    if goals and sentence.folded.startswith(("cua ", "chung cua "), start):
        return end, end
    return (end, end) if sentence.match(_NO_SUBJECT, start, end) else (start, end)


def _in_a_bracket(sentence: Sentence, start: int, at: int, end: int) -> bool:
    """Whether a place of a stretch stands in a bracket that the stretch opens and closes."""
    opened = sentence.folded.rfind("(", start, at)
    return opened > sentence.folded.rfind(")", start, at) and sentence.folded.find(")", at, end) >= 0


def _says_more(sentence: Sentence, start: int, end: int) -> bool:
    """Whether more than a time follows: not in "chỉ số X công bố năm 2024"."""
    begin = start
    for period in sentence.times(start, end):
        if not sentence.folded[start : period.start].strip(" ,"):
            start = period.end
    return start == begin or bool(sentence.folded[start:end].strip(" ,"))


def _past_adverbials(sentence: Sentence, start: int, end: int) -> int:
    """Past the adverbials and clauses before the subject, each closed by a comma."""
    comma = sentence.folded.find(",", start, end)
    while comma >= 0:
        begin = sentence.content(start, comma)
        if sentence.folded[comma - 1 : comma].isdigit() and sentence.folded[comma + 1 : comma + 2].isdigit():
            pass  # "6,5"
        elif any(period.start < comma < period.end for period in sentence.periods):
            pass  # "Năm 2022, 2023, …"
        elif (
            begin == comma
            or any(one.start <= begin and comma <= one.end for one in sentence.periods)
            or _carries_out(sentence, begin, comma)
            or sentence.fullmatch(_FROM_NOW, begin, comma)
            or moments.tells_when_it_began(sentence, begin, comma)
            or sentence.first("adverbials", begin, comma) is not None
            or any(sentence.occurrences("finite_words", begin, comma))
        ):
            doublet = _SECOND_HALF.match(sentence.folded, comma + 1, end)
            start = doublet.end() if doublet and begin < comma else comma + 1
        comma = sentence.folded.find(",", comma + 1, end)
    return start


def _carries_out(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether a stretch only says what is carried out: "Thực hiện Chương trình …, tỷ lệ … đạt 60%"."""
    done = sentence.match(_CARRIES_OUT, begin, end)
    named = (*sentence.programmes, *sentence.documents) if done else ()
    return done is not None and any(one.start == done.end() for one in named)


def _trimmed(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The stretch without times, marks and loose words at its edges."""
    folded = sentence.folded
    before = None
    while before != (start, end) and start < end:
        before = start, end
        while start < end and folded[start] in _OPEN:
            start += 1
        while end > start and folded[end - 1] in _CLOSE:
            end -= 1
        for period in sentence.times(start, end):
            if period.start <= start + 1:
                start = max(start, period.end)
            elif period.end >= end:
                end = period.start
        if not folded.startswith("ca nuoc", start):
            start = sentence.first("subject_leads", start, end) or start
    return min(start, end), end


def without_times(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The stretch without a time that begins it, or that ends it with a preposition ("… vào năm 2025")."""
    for period in sentence.times(start, end):
        if sentence.folded[start : period.start].strip(" ,:") in ("", "hoi"):
            start = period.end
        elif not sentence.folded[period.end : end].strip(" ,.") and _closes(sentence, start, period):
            end = period.start
    return start, end


def _closes(sentence: Sentence, start: int, period: Period) -> bool:
    """Whether a time at the end of a stretch is no part of it: "… vào năm 2025", but "… so với cuối năm 2019"."""
    if _AT_EDGE.match(sentence.folded, period.start):
        return _THAN.search(sentence.folded, start, period.start) is None
    return is_its_own(sentence, start, period)


def is_its_own(sentence: Sentence, start: int, period: Period) -> bool:
    """Whether a bare year or quarter at the end of a stretch dates what stands there: no plan's, none compared with."""
    folded = sentence.folded
    return _BARE_TIME.match(folded, period.start) is not None and not sentence.search(_OF_ANOTHER, start, period.start)


def name(sentence: Sentence, start: int, end: int, short: Mapping[str, str]) -> str:
    """A stretch as part of an indicator's name: Vietnamese abbreviations in full, no time at its edges, single spaces.

    Abbreviations of foreign words are left: "nền tảng LGSP", "GRDP".
    """
    start, end = without_times(sentence, start, end)
    printed = _ABBREVIATION.sub(" ", _FIGURES.sub(" ", sentence.reading.source.text[start:end]))

    def spelled(match: re.Match[str]) -> str:
        long = spell_out(match[0], short)
        if not long[:1].islower():
            return match[0]
        initials = {word[0] for word in fold(long).split()}
        return long if set(fold(match[0])) <= initials | {"&"} else match[0]

    plain = _ESCAPE.sub("", " ".join(printed.split()).replace(" ,", ","))
    loose = LOOSE_END if sentence.unit.accented else _LOOSE_BARE
    return loose.sub("", _without_edges(_SHORT.sub(spelled, plain)))


def shortened(phrase: str) -> str:
    """A name that is so long that it names no more but tells, up to where what it tells of itself begins."""
    phrase = _without_doer(_IN_TURN.sub(" ", _TIME_ASIDE.sub("", _SUCH_AS.sub("", phrase))))
    words = len(phrase.split())
    if words > _MANY and (changed := _CHANGED.match(phrase)):
        return changed["what"]
    if words <= _LONGEST_NAME:
        return phrase
    for mark in _BREAK.finditer(phrase):
        first = phrase[: mark.start()]
        if len(first.split()) >= _FULL_NAME and first.count("(") == first.count(")"):
            return LOOSE_END.sub("", first.rstrip(_EDGES))
    return phrase


def _without_doer(phrase: str) -> str:
    """A name without who does it, who is kept where one word is all that tells what.

    >>> _without_doer("Sở mới số hóa hồ sơ"), _without_doer("ngành thuế được Bộ Tài chính giao thu")
    ('số hóa hồ sơ', 'ngành thuế thu')
    """
    whose = _WHOSE.match(phrase)
    if whose is None:
        return phrase
    what = phrase[whose.end() :]
    tells = " " in what and not _COMPARED.match(what)
    return what if tells else f"{whose['who'] or whose['told']}{what}"


def _without_edges(phrase: str) -> str:
    """The phrase without marks at its edges, and without a bracket of which it has one end only."""
    bare = _ENUMERATED.sub("", phrase.strip(_EDGES))
    if bare.count("(") > bare.count(")"):
        before, _, inside = bare.rpartition("(")
        bare = before or inside
    elif bare.count(")") > bare.count("("):
        bare = bare.replace(")", "", 1)
    bare = " ".join(bare.replace('"', " ").split()) if bare.count('"') % 2 else bare
    return bare.strip(_EDGES)
