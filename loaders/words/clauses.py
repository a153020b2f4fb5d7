"""Clauses over a masked text: the folded text with the mentions of each kind covered by one mark a character.

The mask keeps offsets, and lets a rule say "an actor, then 'yêu cầu', then an actor" as a short regular expression.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.folding import UPPER, fold
from loaders.reading import AgencyMention, Mention, Reading
from loaders.tables import phrases, printed
from loaders.words.choices import choice
from loaders.words.flat import Stretches, steady
from loaders.words.keyed import Keyed
from loaders.words.triggers import SOURCE, in_source

ACTOR, PERSON, DOCUMENT, PROGRAMME = "\x01", "\x02", "\x03", "\x05"
WHO = f"[{ACTOR}{PERSON}][{ACTOR}{PERSON}]*+"
JOIN = r"(?:\s*(?:,\s*va|,|;|/|&|-|\bva\b|\bcung voi\b|\bcung\b)\s*)"
WHOEVER = rf"(?:[{ACTOR}]++(?:{JOIN}(?:cac\s+|cung\s+)?[{ACTOR}]++)*|[{PERSON}]++(?:\s+va\s+[{PERSON}]++)*)"

_ADVERBS = (
    r"(?:(?:khan truong|chu dong|tich cuc|quyet liet|kip thoi|thuong xuyen|tiep tuc|tap trung|som|nhanh chong|trien de|"
    r"nghiem tuc|sang tao|phai|can|se|cung|da|dang|hay|duoc|ngay|truc tiep|cung nhau|day manh|quyet tam|no luc|uu tien|"
    r"dac biet|hon nua|chinh thuc|dong loat|buoc dau|lan luot|ban dau|dong bo|linh hoat|tung buoc|mot mat|"
    r"mat khac|tren co so do|tu do|qua do|theo do|chi|kien quyet|gap rut|rao riet|tuyet doi|khong ngung|manh dan|"
    r"dinh ky(?: \d+ thang)?|hang nam|hang quy|hang thang)\s*,?\s*)"
)


BEARERS = (*printed("bearers"), *(name for name in printed("countries") if " " in name))  # one word may be any other
_NAMES = {fold(phrase): phrase for phrase in BEARERS if phrase[0].isupper()}
_SPELT = {phrase.lower() for phrase in map(steady, BEARERS)}


def bearers(reading: Reading) -> tuple[AgencyMention, ...]:
    """Those outside any agency that the text may give work to: a country, two parties, a kind of organisation."""
    taken = [*reading.agencies, *reading.officials, *reading.documents, *reading.programmes]
    starts = sorted((mention.start, mention.end) for mention in taken)
    found = []
    for match in in_source(reading.folded)[_BEARER].within(0, len(reading.folded)):
        index = bisect.bisect_left(starts, (match.end(), 0))
        if any(end > match.start() for _, end in starts[max(0, index - 3) : index]):
            continue
        said = reading.source.text[match.start() : match.end()]
        if not said.isascii() and steady(" ".join(said.lower().split())) not in _SPELT:
            continue  # "đề án do", not "Ấn Độ"
        named = _NAMES.get(" ".join(match[0].split()))
        if named and not said[0].isupper():
            continue  # a name is written large
        found.append(AgencyMention(match.start(), match.end(), said, "agency" if named else "group"))
    free = Stretches((start, end) for start, end in starts)
    found += [one for one in _branches(reading) if not free.holds(one.start)]
    return tuple(found)


_BEFORE_BRANCH = re.compile(  # what stands before a branch or level of the state that acts: "đề nghị ngành y tế …"
    r"(?:^|[.;:\"(,]\s*|\b(?:yeu cau|de nghi|giao|chi dao|va|cung|voi|cho|thi|rang|luu y|doi voi|nhan manh|kien nghi"
    r"|keu goi|phan cong|don doc|nhac)\s+(?:cac\s+|toan\s+)?)$"
)


_PLACE = re.compile(
    rf"(?: (?:tỉnh|thành phố|huyện))?(?: [{UPPER}]\w+){{1,4}}(?! [{UPPER}])|(?: của)? (?:tỉnh|thành phố)\b"
)


def _branches(reading: Reading) -> Iterator[AgencyMention]:
    """Branches and levels of the state that act, by a noun only: "ngành giáo dục", "Địa phương phải …"."""
    ends = {mention.end for mention in reading.agencies}
    for match in in_source(reading.folded)[_BRANCH].within(0, len(reading.folded)):
        line = max(reading.folded.rfind("\n", 0, match.start()) + 1, match.start() - 24)
        before = _BEFORE_BRANCH.search(reading.folded[line : match.start()])
        if before is None or (before[0].startswith(",") and line + before.start() not in ends):
            continue  # "thuộc ngành, địa phương …"
        said = reading.source.text[match.start() : match.end()]
        if said.isascii() or said.lower().startswith(("ngành ", "địa phương", "chính quyền", "bộ ngành")):
            place = _PLACE.match(reading.source.text, match.end())
            end = place.end() if place else match.end()
            ends.add(end)
            yield AgencyMention(match.start(), end, reading.source.text[match.start() : end], "group")


def masked(reading: Reading) -> str:
    """The folded text with actors, persons, documents and programmes covered, the longer and more telling on top."""
    chars = list(reading.folded)

    def cover(mentions: Iterable[Mention], mark: str) -> None:
        for mention in mentions:
            chars[mention.start : mention.end] = mark * (mention.end - mention.start)

    cover(reading.agencies, ACTOR)
    cover(reading.programmes, PROGRAMME)
    cover((one for one in reading.documents if not _reports(reading.folded, one)), DOCUMENT)
    cover(reading.officials, PERSON)
    return "".join(chars)


_COVERED = re.compile(f"[{ACTOR}{PERSON}{DOCUMENT}{PROGRAMME}][{ACTOR}{PERSON}{DOCUMENT}{PROGRAMME}]*")


def covered(text: str, mask: str) -> str:
    """A text as long as a mask, covered as it is."""
    parts: list[str] = []
    after = 0
    for run in _COVERED.finditer(mask):
        parts += (text[after : run.start()], run[0])
        after = run.end()
    return "".join((*parts, text[after:]))


def _reports(folded: str, document: Mention) -> bool:
    """Whether a report is the verb of a clause: "các cơ quan phải báo cáo …"."""
    if not folded.startswith("bao cao", document.start) or _NUMBERED.match(folded, document.start):
        return False
    return _MODAL_BEFORE.search(folded, max(0, document.start - 16), document.start) is not None


_NUMBERED = re.compile(r"bao cao\s+(?:so\s+)?\d")
_MODAL_BEFORE = re.compile(
    r"\b(?:phai|can|se|dang|hay|duoc giao|trach nhiem|nhiem vu|dinh ky|hang thang|hang quy)\s+$|[;:]\s+$|\n\s*[-+]\s+$"
)


@cache
def alternation(table: str) -> str:
    """A table's phrases as one alternation, the longest first, white space flexible."""
    return choice(phrases(table))


_BEARER = SOURCE.add(rf"(?:{choice(sorted(map(fold, BEARERS)))})(?!\w)", sorted(map(fold, BEARERS)))
_OWING = r"\s+(?:(?:cung|deu|thi)\s+)?(?:phai|can|se|co trach nhiem)\b"
_BRANCH = SOURCE.add(  # a branch of the state by its field, or a level of it right before what it has to do
    rf"nganh\s+(?:{alternation('department_fields')})(?!\w)|(?:dia phuong|chinh quyen|bo nganh)(?={_OWING})",
    ("nganh", "dia phuong", "chinh quyen", "bo nganh"),
)
_NOUNS = (  # that begin like a verb of work
    rf"(?!lanh dao\s+[{ACTOR}]|trinh\s+(?:tu|do)\b|nghien cuu khoa hoc\b|to chuc\s+(?:khoa hoc|chinh tri|xa hoi|quoc te"
    r"|tin dung|phi chinh phu|kinh te|su nghiep|hanh chinh|nghe nghiep|trong nuoc|nuoc ngoai)\b)"
)


@cache
def _main_verb() -> re.Pattern[str]:
    return re.compile(rf"(?:{_ADVERBS}){{0,3}}{_NOUNS}(?:{alternation('main_verbs')})\b(?!\s+cua\b)")


@cache
def _duty_verb() -> re.Pattern[str]:
    return re.compile(rf"(?:{_ADVERBS}){{0,3}}{_NOUNS}(?:{alternation('duty_verbs')})\b(?!\s+cua\b)")


@cache
def _dated_verb() -> re.Pattern[str]:
    """A verb of work that says how often: "hằng năm báo cáo"."""
    often = r"(?:(?:hang|moi) (?:nam|quy|thang|tuan)|dinh ky(?: \d+ thang| hang (?:nam|quy|thang))?)\s+"
    return re.compile(rf"{often}(?:{alternation('action_verbs')})\b")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?:{_ADVERBS}){{0,4}}{_NOUNS}(?P<verb>{alternation('action_verbs')})\b(?!\s+cua\b)")


def begins_work(mask: str, start: int, end: int) -> bool:
    """Whether the stretch begins with a verb of work, adverbs before it allowed."""
    return work_verb(mask, start, end) is not None


def work_verb(mask: str, start: int, end: int) -> re.Match[str] | None:
    """The verb of work (group `verb`) with which the stretch begins, adverbs before it allowed."""
    return _verb().match(mask, start, end)


ORDINAL = (  # "thứ nhất, ", "hai là "
    r"(?:(?:thu\s+(?:nhat|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi)\b|(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\s+la\b"
    r"|(?:truoc het|truoc tien|dau tien|cuoi cung)(?:\s+la|(?=,)))\s*[,:]?\s*(?:la\s+)?)"
)
_HARD = Keyed(
    rf"\s*;\s*(?:va\s+|dong thoi,?\s+)?{ORDINAL}?|\s*,?\s*\b(?:dong thoi|cung nhu),?\s+"
    r"|\s*,\s*(?:cung voi do|ben canh do|ngoai ra|trong do),\s*",
    ";|dong thoi|cung nhu|cung voi do|ben canh do|ngoai ra|trong do",
)
_NEXT_ACTOR = Keyed(
    rf"(?<=[\w)])(?:\s*,\s*(?:con|va|(?:trong khi|song song)(?: do)?,?)?|\s+(?:va|con|trong khi))\s+"
    rf"(?P<who>{WHOEVER})\s+(?:thi\s+(?!hanh|dua|cong|tuyen|dau|sinh|diem|truong|hao))?(?=\w)",
    "\x01|\x02",
)
_TAKING = re.compile(r"\blay\s")  # "lấy người dân, doanh nghiệp làm trung tâm"
_OF = re.compile(r"\bcua\s[^,;.:]{2,40}$")  # "quyền của chủ thể dữ liệu, tổ chức cung cấp …": a list of owners
_A_BODY = re.compile(r"to chuc\s+(?:cung cap|su dung|so huu|van hanh|tham gia|quan ly|nhan|co|duoc)\b")
_TELLS = re.compile(r"(?:cung cap|su dung|so huu|van hanh|tham gia|quan ly)\b")  # which one is meant
_OWN_SUBJECT = re.compile(rf"(?:(?:cac|con|rieng)\s+)*{WHOEVER}\s+")
_SOFT = re.compile(r"\s*,\s*(?:va\s+)?")
_AND = re.compile(r"\s*,?\s+va\s+")
_WORDS = re.compile(r"[\w\x01-\x05]+")
_OBJECT, _CLAUSE = 4, 7  # syllables that an object, and a clause, have at least for a comma to part two clauses
_PURPOSE = re.compile(
    r"(?<!\bvan )(?<!\bchu )(?<!\btieu )\bde\b(?!\s+(?:an|xuat|nghi|tai|cap|cao|ra|phong|thi|cuong|bat)\b)"
    r"|\b(?:nham|huong toi|qua do|tu do|gop phan|theo huong|bao gom|trong do|nhu(?! cau))\b"
)
_OF_VERBS = re.compile(r"\b(?:chi dao|theo doi|giam sat|phu trach) viec\b")  # "chỉ đạo việc soạn … và tổ chức …"
_WHEN = re.compile(r"\s*(?:trong|truoc|vao|den|sau|ngay|cham nhat|trong thang|(?:giai doan|dot|buoc) \d+)\b")
BY_WHEN = re.compile(  # "trong tháng 8 ", "từ tháng 5, ", "chậm nhất ngày 30/6 ", "đến 30/6 ", "năm sau "
    r"(?:(?:(?:ngay|trong|truoc|tu|den|vao|sang|sau|ke|dau|cuoi|giua|het|cham nhat|muon nhat|la|dinh ky|hang"
    r"|moi)\s+){0,4}"
    r"(?:ngay|thang|quy|nam|tuan|ky|giai doan)\b|(?:truoc|den|cham nhat|muon nhat)(?=\s+\d{1,2}[/-]\d))"
    r"(?:\s+(?:[\d/.-]+|[ivx]+(?:[/.-]\d+)?|nam|thang|quy|dau|cuoi|mot lan|sau|toi|nay|tiep theo|hang|la)){0,5}\s*,?\s+"
)
ONLY_DUE = re.compile(  # a clause that only says by when or how often: "hoàn thành trước ngày 15/9"
    r"(?:(?:du kien|phan dau)\s+)?(?:hoan tat|hoan thanh|xong|thoi han|thoi gian|tien do|han)\b"
    r"(?:[\s\d/.,:-]|\b(?:hoan thanh|thuc hien|la|ngay|thang|nam|quy|[ivx]+|truoc|trong|den|cham nhat|muon nhat|vao|het"
    r"|cuoi|dau|va)\b)*(?=;|$)"
    r"|(?:thuc hien|trien khai|tien hanh)\s+(?:(?:thuong xuyen|lien tuc|dinh ky|\d+|hang|moi|tung|nam|quy|thang|tuan"
    r"|ngay|mot lan),?\s*)+\.?(?=;|$)"
)
_HANDED = re.compile(  # to whom the thing is handed that the clause before draws up: ", trình Chính phủ trong quý I"
    r"(?:(?:khan truong|kip thoi|chu dong|som)\s+)*"
    rf"(?:trinh|gui|bao cao(?:\s+ket qua)?(?=\s+(?:{WHO}|lanh dao|cap|bo truong|trong|truoc|de|ve)))"
    rf"\s+(?:(?:cac|len|ve|cho|dong chi)\s+)?(?:{WHO}|"
    rf"cap co tham quyen|co quan co tham quyen|cap tren|bo truong|chu tich|giam doc"
    rf"|lanh dao(?:\s+(?:\w+|[{ACTOR}]++)){{0,2}}?)?\s*"
    r"(?:(?:xem xet|ky|ban hanh|phe duyet|quyet dinh|cho y kien|cho chu truong|thong qua|tham dinh)\s*(?:,|va)?\s*)*"
    r"(?:\(|(?:trong|truoc|vao|tai|den|cham nhat|theo|de)\b|[,.;]|$)"
)
_PREFERS = re.compile(r"uu tien\s+")
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


def does_work(mask: str, start: int, end: int) -> bool:
    """Whether a stretch begins with a verb of work, also behind the words that say when: "trong tháng 8 ban hành …"."""
    if begins_work(mask, start, end):
        return True  # "ký kết …", "nắm bắt …": no day, no year
    when = BY_WHEN.match(mask, start, end)
    return when is not None and bool(begins_work(mask, when.end(), end) or _must_have().match(mask, when.end(), end))


@cache
def _must_have() -> re.Pattern[str]:
    return re.compile(rf"phai\s+co\s+(?:{alternation('products')}|{alternation('kept_things')})\b")


def _split_actors(mask: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretch cut before each body that does work of its own: "A làm X, B làm Y và C làm Z"."""
    pieces: list[tuple[int, int]] = []
    begin = work = start
    for match in _NEXT_ACTOR.finditer(mask, start, end):
        if (
            begins_work(mask, match.end(), end)
            and begins_work(mask, work, match.start())
            and not _open_bracket(mask, start, match.start())
            and not _PURPOSE.search(mask, begin, match.start())
            and not _TAKING.search(mask, begin, match.start())
            and not _DOER_PAIR.search(mask, begin, match.start())
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
        if (
            (_main_verb().match(mask, match.end(), end) or _dated_verb().match(mask, match.end(), end))
            and not _open_bracket(mask, start, match.start())
            and not _HANDED.match(mask, match.end(), end)
            and not _PURPOSE.search(mask, start, match.start())
            and not _OF_VERBS.search(mask, start, match.start())
            and begins_work(mask, start, end)
            and _object(mask, start, match.start()) > _OBJECT
            and _object(mask, match.end(), end) >= _OBJECT
            and _size(mask, match.end(), end) >= _CLAUSE
            and not _bare(mask, start, match.start())
        ) or _each_due(mask, start, match, end):
            return [(start, match.start()), *_split_and(mask, match.end(), end)]
    return [(start, end)]


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
    commas = [m for m in _SOFT.finditer(mask, start, end) if not _open_bracket(mask, start, m.start())]
    pieces: list[tuple[int, int]] = []
    begin = start
    for position, comma in enumerate(commas):
        following = commas[position + 1].start() if position + 1 < len(commas) else end
        previous = max(begin, commas[position - 1].end() if position else begin)
        later = _later(mask, begin, comma, following, first=begin == start)
        if later or (official and _dated_apart(mask, begin, comma, following)):
            pieces.append((begin, comma.start()))
            begin = comma.end()
            continue
        if (
            (verb := _cutting_verb(mask, comma.end(), end, official))
            and not _bare(mask, previous, comma.start())
            and not _WHEN.match(mask, verb.end(), end)
            and not _HANDED.match(mask, comma.end(), end)
            and not _noun_of().match(mask, verb.end(), end)
            and not _prefers_things(mask, comma.end(), end)
            and not _NOUN_PAIR.search(mask, begin, comma.start())
            and not _PURPOSE.search(mask, begin, comma.start())
            and not (
                _A_BODY.match(mask, comma.end()) and _OF.search(mask, max(begin, comma.start() - 60), comma.start())
            )
            and _object(mask, begin, comma.start()) >= _OBJECT
            and (
                previous == begin
                or not begins_work(mask, previous, comma.start())
                or _object(mask, previous, comma.start())
            )
            and _size(mask, comma.end(), following)
            >= (_OBJECT if official or verb[0] in mask[begin : begin + 30] else _CLAUSE)
            and begins_work(mask, begin, comma.start())
        ):
            pieces.append((begin, comma.start()))
            begin = comma.end()
    pieces.append((begin, end))
    return pieces


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
    """Whether a clause says what is done at a time that it opens with: "chọn …, sang năm 2027 đánh giá …"."""
    when = BY_WHEN.match(mask, comma.end(), following)
    return (
        when is not None
        and _SOME_YEAR.search(when[0]) is not None
        and begins_work(mask, when.end(), following)
        and _object(mask, when.end(), following) >= 1
        and (first or begins_work(mask, begin, comma.start()))
        and not _PURPOSE.search(mask, begin, comma.start())
    )


_SOME_YEAR = re.compile(r"\d|\b(?:sau|toi)\b")


def _prefers_things(mask: str, start: int, end: int) -> bool:
    """Whether a clause only says what comes first: "ưu tiên vùng sâu", not "ưu tiên xây dựng …"."""
    prefers = _PREFERS.match(mask, start, end)
    return prefers is not None and not begins_work(mask, prefers.end(), end)


@cache
def _noun_of() -> re.Pattern[str]:
    """A further verb with whose it is, after which the two are a noun: "chỉ đạo điều hành của Chính phủ"."""
    return re.compile(rf"\s+(?:{alternation('action_verbs')})\s+cua\b")


def _cutting_verb(mask: str, start: int, end: int, official: bool) -> re.Match[str] | None:
    found = _main_verb().match(mask, start, end) or _dated_verb().match(mask, start, end)
    return found or (_duty_verb().match(mask, start, end) if official else None)


def _object(mask: str, start: int, end: int) -> int:
    """The number of syllables that follow the verbs at the head of the stretch."""
    spaces = re.compile(r"[\s,]*(?:va\s+)?")
    while verb := _verb().match(mask, start, end):
        after = spaces.match(mask, verb.end(), end)
        start = after.end() if after else verb.end()
    return _size(mask, start, end)


def _size(mask: str, start: int, end: int) -> int:
    """The number of syllables in a stretch, a name counted as six."""
    return sum(6 if word[0] < " " else 1 for word in _WORDS.findall(mask, start, end))


def _open_bracket(mask: str, start: int, end: int) -> bool:
    return mask.count("(", start, end) > mask.count(")", start, end)
