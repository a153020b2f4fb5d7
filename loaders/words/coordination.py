"""Where a stretch that lists pieces of work is cut: at semicolons, between bodies, at commas and "và" of clauses."""

from __future__ import annotations

import re
from functools import cache

from loaders.words.clauses import (
    ACTOR,
    ADVERBS,
    BY_THEN,
    BY_WHEN,
    DUE_THEN,
    NO_VERBS,
    ONLY_DUE,
    ORDINAL,
    THEN,
    WHO,
    WHOEVER,
    alternation,
    begins_work,
    does_work,
    work_verb,
)
from loaders.words.keyed import Keyed


@cache
def _main_verb() -> re.Pattern[str]:
    return re.compile(rf"(?:{ADVERBS}){{0,3}}{NO_VERBS}(?:{alternation('main_verbs')})\b(?!\s+cua\b)")


@cache
def _duty_verb() -> re.Pattern[str]:
    return re.compile(rf"(?:{ADVERBS}){{0,3}}{NO_VERBS}(?:{alternation('duty_verbs')})\b(?!\s+cua\b)")


@cache
def _dated_verb() -> re.Pattern[str]:
    """A verb of work that says how often: "hằng năm báo cáo"."""
    often = (
        r"(?:(?:hang|moi) (?:nam|quy|thang|tuan|ngay)|dinh ky(?: \d+ thang| hang (?:nam|quy|thang))?"
        r"|(?:(?:moi |cu )?\w+ )?(?:tuan|thang|quy|nam) (?:it nhat )?(?:mot|hai|\d) lan)\s+"
    )
    return re.compile(rf"{often}(?:{alternation('action_verbs')})\b")


_MARK = r"\(?(?:[1-9][0-9]?|[a-h]|i|ii|iii|iv|v|vi|vii|viii)\)\s+"  # an entry inside a sentence: "2) nối mạng"
_HARD = Keyed(
    r"\s*,\s*(?:va\s+)?(?:hai|ba|bon|nam|sau|bay|tam|chin|muoi) la\s+|"
    rf"\s*;\s*(?:va\s+|dong thoi,?\s+)?(?:{_MARK}|{ORDINAL})?|\s*,?\s*\b(?:dong thoi|cung nhu),?\s+"
    rf"|(?:\s*,|(?<=[\w\x01-\x05]))\s+(?:va\s+)?{_MARK}"
    r"|\s*,\s*(?:cung voi do|ben canh do|ngoai ra|trong do),\s*",
    ";|dong thoi|cung nhu|cung voi do|ben canh do|ngoai ra|trong do"
    "|hai la|ba la|bon la|nam la|sau la|bay la|tam la|chin la|muoi la"
    "|0)|1)|2)|3)|4)|5)|6)|7)|8)|9)|a)|b)|c)|d)|e)|f)|g)|h)|i)|v)",
)
_NEXT_ACTOR = Keyed(
    rf"(?<=[\w)\"])(?:\s*,\s*(?:con|va|(?:trong khi|song song)(?: do)?,?)?|\s+(?:va|con|trong khi))\s+"
    rf"(?:(?:doi lai,?\s+)?phia\s+)?(?P<who>{WHOEVER})\s+"
    r"(?:thi\s+(?!hanh|dua|cong|tuyen|dau|sinh|diem|truong|hao))?(?=\w)",
    "\x01|\x02",
)
SENDS = re.compile(  # a paper of its own, not the thing drawn up before: "gửi danh sách về Sở X", not "gửi Sở X"
    rf"(?:gui|nop)\s+(?![{ACTOR}]|(?:ve|cho|den|toi|len|qua|kem|trong|truoc|ngay|theo|cac|cap|co quan|don vi|lanh dao"
    r"|thuong truc|dai bieu|bo phan|noi)\b)\w+\s+\w"
)
_ENDS_DUE = re.compile(r"\d$|\bquy\s+[ivx]+$")
_LOOKS_AFTER = re.compile(  # "…, còn Cục B lo hạ tầng"
    r"(?:lo(?! ngai| lang| so| au| rang)|dam nhan|dam trach|phu trach|dam duong|chiu trach nhiem)"
    r"\s+(?:phan |viec |ve )?\w+\s\w"
)
_TAKING = re.compile(r"\blay\s")  # "lấy người dân, doanh nghiệp làm trung tâm"
_OF = re.compile(r"\bcua\s[^,;.:]{2,40}$")  # "quyền của chủ thể dữ liệu, tổ chức cung cấp …": a list of owners
_A_BODY = re.compile(r"to chuc\s+(?:cung cap|su dung|so huu|van hanh|tham gia|quan ly|nhan|co|duoc)\b")
_TELLS = re.compile(r"(?:cung cap|su dung|so huu|van hanh|tham gia|quan ly)\b")  # which one is meant
_OWN_SUBJECT = re.compile(rf"(?:{THEN})?(?:(?:cac|con|rieng)\s+)*{WHOEVER}\s*(?:{BY_THEN}|\s)")
_SOFT = re.compile(r"\s*,\s*(?:va\s+)?")
_BEHIND_VERB = re.compile(r"[\s,]*(?:va\s+)?")
_AND = re.compile(r"(?<!\s)(?:\s*+,)?\s++va\s+")  # begun only where a run of blanks begins: the whole run once
_WORDS = re.compile(r"[\w\x01-\x05]+")
_OBJECT, _CLAUSE = 4, 7  # syllables that an object, and a clause, have at least for a comma to part two clauses
_PURPOSE = re.compile(
    r"(?<!\bvan )(?<!\bchu )(?<!\btieu )\bde\b(?!\s+(?:an|xuat|nghi|tai|cap|cao|ra|phong|thi|cuong|bat)\b)"
    r"|\b(?:nham|huong toi|qua do|tu do|gop phan|theo huong|bao gom|trong do|nhu(?! cau))\b"
)
_OF_VERBS = re.compile(r"\b(?:chi dao|theo doi|giam sat|phu trach) viec\b")  # "chỉ đạo việc soạn … và tổ chức …"
_WHEN = re.compile(r"\s*(?:trong|truoc|vao|den|sau|ngay|cham nhat|(?:giai doan|dot|buoc) \d+)\b")
_HANDED = re.compile(  # to whom the thing is handed that the clause before draws up: ", trình Chính phủ trong quý I"
    r"(?:(?:khan truong|kip thoi|chu dong|som)\s+)*"
    rf"(?:trinh|gui|bao cao(?:\s+ket qua)?(?=\s+(?:{WHO}|lanh dao|cap|bo truong|trong|truoc|de|ve)))"
    rf"\s+(?:(?:cac|len|ve|cho|dong chi)\s+)?(?:{WHO}|"
    rf"(?:ky|phien) hop(?:\s+(?:\w+|[{ACTOR}]++)){{0,3}}?"
    r"|cap co tham quyen|co quan co tham quyen|cap tren|bo truong|chu tich|giam doc"
    rf"|lanh dao(?:\s+(?:\w+|[{ACTOR}]++)){{0,2}}?)?\s*"
    r"(?:(?:xem xet|ky|ban hanh|phe duyet|quyet dinh|cho y kien|cho chu truong|thong qua|tham dinh)\s*(?:,|va)?\s*)*"
    r"(?:\(|(?:trong|truoc|vao|tai|den|cham nhat|theo|de|cuoi|dau|giua)\b|[,.;]|$)"
)
_PREFERS = re.compile(r"uu tien\s+")
_HELPER = rf"[{ACTOR}]++(?:\s?\([^()]{{1,90}}\))?"  # with its units in brackets
HELPERS = re.compile(  # a row of helpers goes on: "phối hợp với Sở A, Sở B làm …"
    rf"\bphoi hop\s+(?:chat che\s+)?(?:voi|cung)\s+(?:cac\s+)?{_HELPER}(?:,\s+(?:va\s+)?(?:cac\s+)?{_HELPER})*$"
)
_ROW = 400  # characters of them
_DOER_PAIR = re.compile(  # "khuyến khích tổ chức, cá nhân, doanh nghiệp đầu tư": one subject
    r"\b(?:co quan|don vi|doanh nghiep|ca nhan|dia phuong|can bo|cong chuc|nguoi dan|cong dan|to chuc|hop tac xa"
    r"|nguoi lao dong|khach hang|cong dong)\s*$"
)
_NOUN_PAIR = re.compile(r"\b(?:co quan|don vi|doanh nghiep|ca nhan|dia phuong|can bo|cong chuc)\s*$")


def split(mask: str, start: int, end: int, *, official: bool = False) -> list[tuple[int, int]]:
    """The pieces of work that the stretch lists: cut at semicolons, and at commas between full clauses.

    A comma cuts only where what follows begins with a verb of work and both sides are clauses with objects of their
    own, not verbs that share one ("rà soát, nghiên cứu, báo cáo …") and not the parts of a purpose ("để …, …").
    """
    pieces: list[tuple[int, int]] = []
    begin = start
    for match in _HARD.finditer(mask, start, end):
        when = BY_WHEN.match(mask, match.end(), end)
        subject = _OWN_SUBJECT.match(mask, when.end() if when else match.end(), end)
        if _open_bracket(mask, start, match.start()) or ONLY_DUE.match(mask, match.end(), end):
            continue
        if (
            not begins_work(mask, match.end(), end)
            and not does_work(mask, match.end(), end)
            and not (subject and begins_work(mask, subject.end(), end))
            and not (subject and DUE_THEN.match(mask, subject.end(), end))
        ):
            continue
        pieces.append((begin, match.start()))
        begin = match.end()
    pieces.append((begin, end))
    cut: list[tuple[int, int]] = []
    for first, last in pieces:
        for own in _split_actors(mask, first, last):
            for piece in _split_commas(mask, *own, official):
                cut.extend(_split_and(mask, *piece))
    return cut


def _split_actors(mask: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretch cut before each body that does work of its own: "A làm X, B làm Y và C làm Z"."""
    pieces: list[tuple[int, int]] = []
    begin = work = start
    subject = _OWN_SUBJECT.match(mask, start, end)
    if subject and begins_work(mask, subject.end(), end):
        work = subject.end()  # "…; Sở X bố trí vốn, Sở Y nghiệm thu"
    for match in _NEXT_ACTOR.finditer(mask, start, end):
        if (
            (
                begins_work(mask, match.end(), end)
                or _LOOKS_AFTER.match(mask, match.end(), end)
                or (DUE_THEN.match(mask, match.end(), end) and _ENDS_DUE.search(mask, work, match.start()))
            )
            and begins_work(mask, work, match.start())
            and not _open_bracket(mask, start, match.start())
            and not _PURPOSE.search(mask, begin, match.start())
            and not _TAKING.search(mask, begin, match.start())
            and not _DOER_PAIR.search(mask, begin, match.start())
            and not HELPERS.search(mask, max(begin, match.start() - _ROW), match.start())
            and not (
                _OF.search(mask, max(begin, match.start() - 60), match.start()) and _TELLS.match(mask, match.end())
            )
        ):
            pieces.append((begin, match.start()))
            begin, work = match.start("who"), match.end()
    pieces.append((begin, end))
    return pieces


def _split_and(mask: str, start: int, end: int) -> list[tuple[int, int]]:
    """The two pieces beside an "và" between two full clauses; the stretch itself where there is none."""
    for match in _AND.finditer(mask, start, end):
        if _joins_clauses(mask, start, match, end) or _each_due(mask, start, match, end):
            return [(start, match.start()), *_split_and(mask, match.end(), end)]
    return [(start, end)]


def _joins_clauses(mask: str, start: int, conjunction: re.Match[str], end: int) -> bool:
    """Whether an "và" stands between two clauses with objects of their own."""
    first, second = conjunction.start(), conjunction.end()
    return (
        _cutting_verb(mask, second, end, official=False) is not None
        and not _open_bracket(mask, start, first)
        and not _HANDED.match(mask, second, end)
        and not _PURPOSE.search(mask, start, first)
        and not _OF_VERBS.search(mask, start, first)
        and begins_work(mask, start, end)
        and _object(mask, start, first) > _OBJECT
        and _object(mask, second, end) >= _OBJECT
        and _size(mask, second, end) >= _CLAUSE
        and not _bare(mask, start, first)
    )


def _bare(mask: str, start: int, end: int) -> bool:
    """Whether a stretch ends in a verb whose object is still to come: "phối hợp với Bộ X xây dựng"."""
    return _ends_in_verb().search(mask, start, end) is not None


@cache
def _ends_in_verb() -> re.Pattern[str]:
    return re.compile(rf"(?:[{ACTOR}]|\w{{2}},?)\s+(?<!phuc vu )(?<!su )(?:{alternation('action_verbs')})$")


_DUE = re.compile(
    r"\b(?:truoc|trong|den|cham nhat|vao|muon nhat|tu)\s+(?:la\s+)?(?:cuoi\s+|dau\s+)?"
    r"(?:(?:ngay|thang|nam|quy)\s*(?:\d|[iv]+\b)|\d{1,2}[/-]\d)"
)


def _each_due(mask: str, start: int, conjunction: re.Match[str], end: int) -> bool:
    """Whether each of two verbs beside an "và" has its own time: "trình trong năm 2024 và khai trương trước …"."""
    return (
        _DUE.search(mask, start, conjunction.start()) is not None
        and _DUE.search(mask, conjunction.end(), end) is not None
        and begins_work(mask, conjunction.end(), end)
    )


def _split_commas(mask: str, start: int, end: int, official: bool) -> list[tuple[int, int]]:
    """The stretch cut at the commas between clauses, each with an object or a time of its own."""
    commas = [m for m in _SOFT.finditer(mask, start, end) if not _open_bracket(mask, start, m.start())]
    pieces: list[tuple[int, int]] = []
    begin = start
    for position, comma in enumerate(commas):
        following = commas[position + 1].start() if position + 1 < len(commas) else end
        previous = max(begin, commas[position - 1].end() if position else begin)
        if (
            _later(mask, begin, comma, following, first=begin == start)
            or (official and _dated_apart(mask, begin, comma, following))
            or _parts_clauses(mask, begin, previous, comma, following, end, official=official)
        ):
            pieces.append((begin, comma.start()))
            begin = comma.end()
    pieces.append((begin, end))
    return pieces


def _parts_clauses(
    mask: str, begin: int, previous: int, comma: re.Match[str], following: int, end: int, *, official: bool
) -> bool:
    """Whether a comma stands between two clauses with objects of their own.

    The first begins at `begin`, the words since the comma before at `previous`; the next comma is at `following`.
    """
    before, after = comma.span()
    verb = _cutting_verb(mask, after, end, official=official)
    if verb is None or _noun_of().match(mask, verb.end(), end) or _WHEN.match(mask, verb.end(), end):
        return False
    least = _OBJECT if official or verb[0] in mask[begin : begin + 30] else _CLAUSE
    return (
        not _bare(mask, previous, before)
        and not _HANDED.match(mask, after, end)
        and not _prefers_things(mask, after, end)
        and not _NOUN_PAIR.search(mask, begin, before)
        and not _PURPOSE.search(mask, begin, before)
        and not (_A_BODY.match(mask, after) and _OF.search(mask, max(begin, before - 60), before))
        and _object(mask, begin, before) >= _OBJECT
        and (previous == begin or not begins_work(mask, previous, before) or _object(mask, previous, before) > 0)
        and _size(mask, after, following) >= least
        and begins_work(mask, begin, before)
    )


def _dated_apart(mask: str, begin: int, comma: re.Match[str], following: int) -> bool:
    """Whether two clauses beside a comma each have a time: "hoàn thành … trong năm 2025, đưa … vào dùng từ ngày …"."""
    verb = work_verb(mask, comma.end(), following)
    return (
        verb is not None
        and _DUE.search(mask, comma.end(), following) is not None
        and _DUE.search(mask, begin, comma.start()) is not None
        and not _WHEN.match(mask, verb.end(), following)
        and not _HANDED.match(mask, comma.end(), following)
        and not _PURPOSE.search(mask, begin, comma.start())
        and _object(mask, comma.end(), following) >= _OBJECT
        and begins_work(mask, begin, comma.start())
    )


def _later(mask: str, begin: int, comma: re.Match[str], following: int, *, first: bool) -> bool:
    """Whether a clause says what is done at a time that it opens with: "chọn …, sang năm 2027 đánh giá …".

    How often is such a time as well: "hướng dẫn kỹ thuật, hằng tháng công khai danh sách …".
    """
    when = BY_WHEN.match(mask, comma.end(), following)
    if when is None or not _SOME_YEAR.search(when[0]):
        bare = _object(mask, begin, comma.start()) == 0  # "Theo dõi, hằng tuần công khai …"
        when = None if bare else _OFTEN.match(mask, comma.end(), following)
    return (
        when is not None
        and begins_work(mask, when.end(), following)
        and _object(mask, when.end(), following) >= 1
        and (first or begins_work(mask, begin, comma.start()))
        and not _ONLY_OFTEN.fullmatch(mask, begin, comma.start())
        and not _PURPOSE.search(mask, begin, comma.start())
    )


_ONLY_OFTEN = re.compile(r"(?:(?:dinh ky|hang|moi|\d{1,2}|thang|quy|nam|tuan|va)[\s,]*)+")  # "định kỳ 6 tháng"
_SOME_YEAR = re.compile(r"\d|\b(?:sau|toi)\b")
_OFTEN = re.compile(r"(?:dinh ky\s+)?(?:hang|moi) (?:nam|quy|thang|tuan|ngay)\s+")


def _prefers_things(mask: str, start: int, end: int) -> bool:
    """Whether a clause only says what comes first: "ưu tiên vùng sâu", not "ưu tiên xây dựng …"."""
    prefers = _PREFERS.match(mask, start, end)
    return prefers is not None and not begins_work(mask, prefers.end(), end)


@cache
def _noun_of() -> re.Pattern[str]:
    """A further verb with whose it is, after which the two are a noun: "chỉ đạo điều hành của Chính phủ"."""
    return re.compile(rf"\s+(?:{alternation('action_verbs')})\s+cua\b")


def _cutting_verb(mask: str, start: int, end: int, *, official: bool) -> re.Match[str] | None:
    """The verb with which a stretch begins that may open a clause of its own, of fewer kinds in prose."""
    found = _main_verb().match(mask, start, end) or _dated_verb().match(mask, start, end)
    return found or ((_duty_verb().match(mask, start, end) or SENDS.match(mask, start, end)) if official else None)


def _object(mask: str, start: int, end: int) -> int:
    """The number of syllables that follow the verbs at the head of the stretch."""
    while verb := work_verb(mask, start, end):
        after = _BEHIND_VERB.match(mask, verb.end(), end)
        start = after.end() if after else verb.end()
    return _size(mask, start, end)


def _size(mask: str, start: int, end: int) -> int:
    """The number of syllables in a stretch, a name counted as six."""
    return sum(6 if word[0] < " " else 1 for word in _WORDS.findall(mask, start, end))


def _open_bracket(mask: str, start: int, end: int) -> bool:
    return mask.count("(", start, end) > mask.count(")", start, end)
