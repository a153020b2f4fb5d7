"""Values of those that are named in a row, each with its own: of what, the text says once.

In brackets behind those that lead: "dẫn đầu về số dịch vụ là Bộ Tài chính (712), Bộ Công Thương (168)"; or bare:
"tỷ lệ này rất chênh lệch: Sở Nội vụ, Lao động 21%, Sở Tư pháp 30%", "có tỷ trọng trên 20%, gồm Bắc Ninh 46%, …".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from loaders.measures.indicators import name
from loaders.measures.statements import Statement, joined, lowered
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence

_ARE = r"\s+(?:(?:vẫn|hiện|lần lượt)\s+)*(?:là|gồm|như|thuộc về)\b"
_OF_WHAT = Pattern(
    r"\b(?:(?:dẫn đầu|đứng đầu|đứng cuối)\s+(?:(?:cả nước|toàn tỉnh|thành phố)\s+)?(?:về|với)\s+"
    r"(?P<what>[^,;:.()\d]{4,80}?)"
    rf"|(?:có|về)\s+(?P<most>[^,;:.()\d]{{4,80}}?)\s+(?:cao|nhiều|lớn|thấp|ít)\s+nhất){_ARE}"
)
LEADS = re.compile(
    r"\b(?:dan dau|dung dau|dung cuoi|(?:cao|nhieu|lon|thap|it) nhat)\b[^;:.]{0,80}?\b(?:la|gom|nhu|thuoc ve)\b"
)
_RATES = r"(?:tỷ lệ|tỉ lệ|tỷ trọng|chỉ số|điểm số|mức độ)"
_OF_RATE = Pattern(  # "… là những nơi có tỷ lệ số hóa thấp nhất", "Nhiều nơi có tỷ lệ số hóa thấp: …"
    rf"\b(?P<what>{_RATES}\b[^,;:.()\d]{{0,80}}?)\s+"
    r"(?:(?:giữa|ở|tại) (?:các|nhiều|một số) (?:[^\s,;:.()\d]+ ){1,4}?)?"
    r"(?:(?:rất|còn|khá|vẫn|tương đối|đều|đạt|ở|có sự)\s+)*"
    r"(?:cao|thấp|tốt|kém|chênh lệch|khác nhau|không đồng đều|(?:trên|dưới|hơn|từ)(?: mức)?(?=\s\d))\b"
)
_PLACE = re.compile(
    r"(?:(?:các|một số|nhiều|cac|mot so|nhieu) )?(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|sở|bộ|ngành"
    r"|tinh|thanh pho|huyen|thi xa|quan|xa|phuong|thi tran|so|bo|nganh) (?=[A-ZĐ])",
)
_BEFORE_BODY = re.compile(r"[\s,;:]*(?:\b(?:va|con|gom|nhu|la|tiep theo|ke den|rieng)\s+)*")
_BEHIND_BODY = re.compile(r"\s+(?:(?:dat|la|voi|co|chi|moi|chiem|duoc)\s+){0,2}")
_PROPER = r"[A-ZĐÀ-Ỹ][^\W\d_]*"
_IN_CAPITALS = re.compile(
    rf"(?:.*(?:[,;:]|\b(?:gồm|là|như|và|còn)\b))?\s*(?P<who>{_PROPER}(?:[ -]{_PROPER}){{1,3}})"
    r"\s+(?:(?:đạt|là|với|có|chỉ|mới|chiếm|được)\s+){0,2}",
    re.DOTALL,
)
_STOPS = re.compile(r"\s*(?:[,;.)(\n]|\Z|va\b|con\b)")
_RATE_HEADS = ("tỷ lệ ", "tỉ lệ ", "tỷ trọng ", "chỉ số ", "điểm ", "mức độ ")
_RATE_ALONE = 2  # words of "tỷ lệ" without what it is of
_FAR = 120  # characters before a value in which who has it stands
_LONGEST = 7  # words of a bearer
_LEAST = 2


def told(sentence: Sentence, found: list[Statement], base: str, short: Mapping[str, str]) -> list[Statement]:
    """The statements, those in such rows each with what they are of and who has it.

    `base` is what the number before the sentence measures.
    """
    bearers = {
        index: said.base for index, said in enumerate(found) if said.clause.outer and _is_name(said.base)
    } or _bodies(sentence, found)
    if len(bearers) < _LEAST:
        return found
    row = [found[index] for index in bearers]
    of = sentence.search(_OF_WHAT, sentence.unit.start, row[0].number.start) if row[0].clause.outer else None
    if of:
        what = lowered(name(sentence, *of.span("what" if of["what"] else "most"), short))
    else:
        what = _rate(sentence, row, base, short)
    if not what:
        return found
    named = list(found)
    for index, bearer in bearers.items():
        indicator = joined(what, "của", bearer)
        named[index] = replace(found[index], indicator=indicator, base=indicator, verb="", vague=False)
    return named


def _bodies(sentence: Sentence, found: list[Statement]) -> dict[int, str]:
    """The shares of a row with the body or place that stands before each, and nothing else, by their index."""
    bodies: dict[int, str] = {}
    last = sentence.unit.start
    if sum(said.number.unit in ("%", "điểm") for said in found) < _LEAST:
        return bodies
    for index, said in enumerate(found):
        number = said.number
        if number.unit in ("%", "điểm") and said.clause.outer is None and _STOPS.match(sentence.folded, number.end):
            who = _bearer(sentence, last, number.start)
            opens = who is not None and _opens_a_piece(sentence, last if bodies else -1, who[0])
            if who and opens:
                bodies[index] = sentence.printed(*who)
        last = number.end
    return bodies


def _bearer(sentence: Sentence, last: int, at: int) -> tuple[int, int] | None:
    """Where the body or the place stands that a value at `at` follows at once; the value before ends at `last`."""
    body = next((one for one in reversed(sentence.agencies) if last <= one.start < one.end < at), None)
    if body and _BEHIND_BODY.fullmatch(sentence.folded, body.end, at):
        return body.start, body.end
    named = _IN_CAPITALS.fullmatch(sentence.reading.source.text, max(last, at - _FAR), at)
    return named.span("who") if named else None


def _opens_a_piece(sentence: Sentence, last: int, at: int) -> bool:
    """Whether a name follows the value before it, or, the first of a row, a mark or the word that opens the row."""
    if last >= 0:
        return _BEFORE_BODY.fullmatch(sentence.folded, last, at) is not None
    before = sentence.folded[sentence.unit.start : at].rstrip()
    return before.endswith((",", ":", ";", " gom", " la", " nhu"))


def _rate(sentence: Sentence, row: list[Statement], base: str, short: Mapping[str, str]) -> str:
    """The rate that the shares of a row are, by the row's own sentence, else by the one before it; "" else."""
    if any(said.number.unit not in ("%", "điểm") for said in row):
        return ""
    of = sentence.search(_OF_RATE, sentence.unit.start, row[0].number.start)
    of = of or sentence.search(_OF_RATE, sentence.unit.start, sentence.unit.end)
    what = lowered(name(sentence, *of.span("what"), short)) if of else ""
    if len(what.split()) > _RATE_ALONE:
        return what
    return base.partition(" của ")[0] if base.startswith(_RATE_HEADS) else ""


def _is_name(phrase: str) -> bool:
    proper = phrase[:1].isupper() or _PLACE.match(phrase) is not None
    return proper and len(phrase.split()) <= _LONGEST
