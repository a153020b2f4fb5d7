"""Who is heard where: reported speech and what goes on from it.

A sentence reports speech by a verb after its subject ("Thủ tướng nhấn mạnh …"), by "theo" before it ("Theo Bộ Y tế, …")
or by a quotation with its speaker behind ("…", ông Long nói). The sentences that follow in the quotation, in the
list that it opens, or next in the paragraph are the speaker's too, until another one is heard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache

from loaders import tables
from loaders.reading import AgencyMention, OfficialMention, Reading, Unit
from loaders.words.keyed import Keyed
from loaders.words.wording import covering

_ADVERBS = r"(?:(?:cung|da|con|vua|tiep tuc|thi|tung|lien tuc|nhieu lan|cu the|co ban|hoan toan)\s+)*"
_ASIDE = r"(?:\s*\([^()]{1,60}\))?(?:\s*,[^,.;:]{1,80},)?"
_ACCORDING = Keyed(
    r"\b(?:cung\s+)?theo(?:\s+(?:ong|ba|dong chi|dai dien|lanh dao|"
    r"(?:danh gia|phan tich|bao cao|thong tin|y kien|nhan dinh)(?:\s+(?:cua|tu))?))*\s*$",
    "theo",
)
_BESIDE = Keyed(
    r"\b(?:phoi hop(?:\s+chat che)?(?:\s+(?:voi|cung))?|chu tri,?\s+cung(?:\s+voi)?)\s+$", "phoi hop|chu tri"
)
_WHICH = re.compile(  # "vướng mắc mà 21 sở nêu ra", "các nhiệm vụ UBND tỉnh đã giao"
    r"\bma\s+(?:\d+(?:/\d+)?\s+)?(?:cac\s+)?$|\b(?:cac|nhung|toan bo|\d+)\s+(?:nhiem vu|viec|noi dung|chi tieu)\s+$"
)
_TOLD = re.compile(  # who is told to report does not speak: "giao các bộ Y tế, Nội vụ … báo cáo"
    r"\b(?:giao|yeu cau|de nghi|chi dao|phan cong|kien nghi|cho phep|don doc|tham muu|giup|muon|mong|goi y|khuyen"
    r"|dat hang\"?|gui(?: toi| den| cho)?|kinh gui)\s+"
    r"(?:(?:nhiem vu|cho|cac|bo|so|dong chi)\s+)*$"
)
_NEXT_TOLD = re.compile(  # "…, Sở Y báo cáo UBND tỉnh phương án": work of the next body that somebody gives work
    r"\s+(?:bao cao|chia se|danh gia|de xuat|kien nghi|phan tich|thong bao)\s"
    r"(?!(?:rang|la|cao|nhu|them|tai|khi|nhanh)\b)\w"
)
_ORDERED = Keyed(r"\b(?:giao|phan cong|yeu cau|de nghi)\s", "giao|phan cong|yeu cau|de nghi")
_APART = re.compile(r"\w[,;]\s(?:(?:va|con|rieng)\s)?$")
_INTRODUCES = re.compile(r"[^.;:\n\"“]{0,120}:\s*\"")  # 'Bộ trưởng X: "Mỗi bộ phải …"'
_AT_HEAD = 12  # characters before who is heard by a colon
_RELAYED = Keyed(  # whose words an office passes on: "truyền đạt ý kiến của Phó Thủ tướng A: …"
    r"\b(?:truyen dat|chuyen tai|thong bao)\s+(?:y kien|ket luan|chi dao)(?:\s+(?:chi dao|ket luan))*\s+(?:cua\s+)?"
    r"(?:dong chi\s+)?$",
    "truyen dat|chuyen tai|thong bao",
)
_QUOTE = "\"'"
_LONGEST = 8  # sentences of a quotation before the one that closes it
_GOES_ON = 2  # sentences that a speaker keeps without being named again
_BY_DOCUMENT = re.compile(r"(?:tai|theo|trong|thuc hien|trien khai|can cu)\s+(?:noi dung\s+)?")
_INTERVIEW = 2  # questions that an interview has at least
_POSTS = "ong|ba|dong chi|anh|chi|thu truong|bo truong|giam doc|chu tich|cuc truong|vu truong|pho thu tuong"
_SIR = re.compile(rf"\b(?:thua|xin)\s+(?:{_POSTS})\b")
_ASKS = re.compile(
    rf"\s*(?:[-–*+]|pv\b|phong vien\b|hoi\s*:)|.*{_SIR.pattern}|\s*(?:xin\s+|vay\s+|con\s+)?(?:{_POSTS})\b", re.DOTALL
)
_THANKS = re.compile(r"\s*[-–]?\s*(?:xin\s+)?(?:tran trong\s+|chan thanh\s+)?cam on\s")
_HANDS_ON = r"(?!(?:chia se|trao doi)\s+(?:du lieu|so lieu|ho so|co so du lieu|kho du lieu))"  # no speech
_OPENING = re.compile(r"\s*(?:[^.;:\"]{0,80},\s*)?(?:(?:ong|ba|dong chi|anh|chi|pgs|gs|ts)\.?\s*)*")
_SPOKEN = ("sentence", "item", "lead", "heading")


@cache
def _saying() -> re.Pattern[str]:
    verbs = "|".join(sorted((*tables.phrases("says"), *tables.phrases("speaks")), key=len, reverse=True))
    return re.compile(rf"{_ASIDE}\s*{_ADVERBS}{_HANDS_ON}(?P<verb>{verbs})\b(?!\s+ten\b)")


def _says(reading: Reading, unit: Unit, start: int) -> bool:
    """Whether a verb of speech follows a voice, by its accents where the unit has them: "nói", not "nối"."""
    found = _saying().match(reading.folded, start, min(unit.end, start + 160))
    if found is None or not unit.accented:
        return found is not None
    printed = " ".join(reading.source.text[slice(*found.span("verb"))].lower().split())
    folded = " ".join(found["verb"].split())
    return any(printed in tables.spellings(table).get(folded, ()) for table in ("says", "speaks"))


@cache
def _speaking_later() -> re.Pattern[str]:
    verbs = "|".join(sorted(tables.phrases("says"), key=len, reverse=True))
    return re.compile(rf"[^.;:\"]{{3,200}}?\b(?:va|dong thoi|nhung|song)\s+{_ADVERBS}(?:{verbs})\b")


def heard(reading: Reading) -> Mapping[int, str]:
    """The speaker of each unit that reports or goes on with speech, by the unit's index: an official, else a body."""
    found: dict[int, str] = {}
    voices = list(_voices(reading))
    position = 0
    answers = answered(reading)
    posts = {official.name for official in reading.officials}
    last: tuple[int, str] | None = None  # the unit where somebody was named as speaking, and who
    named: set[int] = set()  # the units that name who speaks
    for index, unit in enumerate(reading.units):
        while position < len(voices) and voices[position].start < unit.start:
            position += 1
        if unit.role not in _SPOKEN:
            continue
        own = None
        at = position
        while at < len(voices) and voices[at].start < unit.end:
            own = _speaks(reading, unit, voices[at], own)
            at += 1
        if index in answers and own not in posts:
            own = answers[index]
        if own:
            last = (index, own)
            found |= dict.fromkeys(_quoted_before(reading, index, named), own)
            named.add(index)
        elif unit.lead is not None and unit.lead in found:
            own = found[unit.lead]
        elif last and _goes_on(reading, last[0], index):
            own = last[1]
        if own:
            found[index] = own
    return found


def _quoted_before(reading: Reading, index: int, named: Set[int]) -> Iterator[int]:
    """The sentences of a quotation before the one behind which its speaker is named: "“Mở lớp. Mua máy”, ông A nói"."""
    units, folded = reading.units, reading.folded
    if folded.count('"', units[index].start, units[index].end) % 2 == 0:
        return  # closes none that was opened before
    for before in range(index - 1, max(-1, index - 1 - _LONGEST), -1):
        unit = units[before]
        if before in named or unit.block != units[index].block:
            return
        marks = folded.count('"', unit.start, unit.end)
        if marks % 2:
            if folded[unit.start] in _QUOTE:
                yield from range(before, index)
            return


def answered(reading: Reading) -> Mapping[int, str]:
    """The one who is interviewed, by the index of each unit of the answers; empty where the source is no interview.

    Paragraphs that end in a question, addressed to somebody ("thưa ông"), take turns with the answers of one official.
    """
    blocks: dict[int, tuple[int, int]] = {}
    for unit in reading.units:
        first = blocks.get(unit.block, (unit.start, 0))[0]
        blocks[unit.block] = (first, unit.end)
    asked = [
        block
        for block, (start, end) in blocks.items()
        if reading.folded[end - 1] == "?" and _ASKS.match(reading.folded, start, end)
    ]
    if len(asked) < _INTERVIEW or not any(_SIR.search(reading.folded, *blocks[block]) for block in asked):
        return {}
    before = [one.name for one in reading.officials if one.start < blocks[asked[0]][0]]
    if not before:
        return {}
    who = max(before, key=before.count)
    found: dict[int, str] = {}
    for index, unit in enumerate(reading.units):
        if unit.block > asked[0] and _THANKS.match(reading.folded, unit.start):
            break
        if unit.block > asked[0] and unit.block not in asked and unit.role in _SPOKEN:
            found[index] = who
    return found


def _voices(reading: Reading) -> Iterator[OfficialMention | AgencyMention]:
    """The persons and the bodies that are no part of a person's mention, in order."""
    officials = list(reading.officials)
    covered = iter([*officials, None])
    current = next(covered)
    both: list[OfficialMention | AgencyMention] = [*officials]
    for mention in reading.agencies:
        while current is not None and current.end <= mention.start:
            current = next(covered)
        if mention.kind != "group" and (current is None or mention.end <= current.start):
            both.append(mention)
    return iter(sorted(both, key=lambda mention: mention.start))


def _speaks(reading: Reading, unit: Unit, voice: OfficialMention | AgencyMention, other: str | None) -> str | None:
    """The unit's speaker once this voice is heard: it, where it speaks, else the one before."""
    folded = reading.folded
    if _TOLD.search(folded, max(unit.start, voice.start - 40), voice.start):
        return other
    end = voice.end
    if isinstance(voice, OfficialMention) and folded.startswith(", ", end):
        end += 2  # after an apposition: "ông X, Giám đốc Sở Y, cho biết"
    if _WHICH.search(folded, max(unit.start, voice.start - 24), voice.start):
        return other
    if _BESIDE.search(folded, max(unit.start, voice.start - 20), voice.start):
        return other  # "phối hợp với Bộ X chỉ đạo …" is no speech
    if (
        (isinstance(voice, OfficialMention) or voice.kind == "office")
        and voice.start - unit.start < _AT_HEAD
        and _INTRODUCES.match(folded, voice.end)
    ):
        return voice.name
    if other is not None and _told_too(reading, unit, voice):
        return other
    if _says(reading, unit, voice.end) or (end > voice.end and _says(reading, unit, end)):
        return voice.name
    if _RELAYED.search(folded, max(unit.start, voice.start - 60), voice.start):
        return voice.name
    if other is None and isinstance(voice, OfficialMention) and _speaks_later(reading, unit, voice):
        return voice.name
    if other is None and _ACCORDING.search(folded, max(unit.start, voice.start - 50), voice.start):
        return voice.name
    return other


def _told_too(reading: Reading, unit: Unit, voice: OfficialMention | AgencyMention) -> bool:
    """Whether a body is the next that an order gives work: "giao Bộ X rà soát …, Bộ Y đánh giá …"."""
    if isinstance(voice, OfficialMention) or voice.kind == "office":
        return False
    if not _NEXT_TOLD.match(reading.folded, voice.end, unit.end):
        return False
    apart = _APART.search(reading.folded, max(unit.start, voice.start - 8), voice.start)
    return apart is not None and _ORDERED.search(reading.folded, unit.start, voice.start) is not None


def _speaks_later(reading: Reading, unit: Unit, voice: OfficialMention) -> bool:
    """Whether who opens a sentence speaks by its second verb: "Bà A hoan nghênh kết quả song nhấn mạnh …"."""
    if not _OPENING.fullmatch(reading.folded, unit.start, voice.start):
        return False
    later = _speaking_later().match(reading.folded, voice.end, min(unit.end, voice.end + 300))
    return later is not None


def _goes_on(reading: Reading, since: int, index: int) -> bool:
    """Whether a unit goes on with what was said in an earlier one: in its quotation, or a little later in its part."""
    if index - since > 2 * _GOES_ON:
        return False
    start, unit = reading.units[since].start, reading.units[index]
    if reading.folded[unit.start] in _QUOTE or _open(reading.folded, start, unit.start):
        return True
    if index - since > _GOES_ON or unit.block - reading.units[since].block > 1:
        return False
    first = next(other for other in reading.units[since : index + 1] if other.block == unit.block)
    return not (unit.block > reading.units[since].block and _tells_of_document(reading, first))


def _tells_of_document(reading: Reading, unit: Unit) -> bool:
    """Whether a unit opens with the document that it is going to tell: "Tại Kế hoạch số 12, UBND tỉnh …"."""
    opening = _BY_DOCUMENT.match(reading.folded, unit.start, unit.end)
    return opening is not None and covering(reading.documents, opening.end()) is not None


def _open(folded: str, start: int, end: int) -> bool:
    """Whether a quotation is open at the end of a stretch."""
    return folded.count('"', start, end) % 2 == 1
