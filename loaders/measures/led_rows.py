"""Values in brackets behind those that lead: "dẫn đầu về số dịch vụ là Bộ Tài chính (712), Bộ Công Thương (168)"."""

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
    rf"\b(?P<what>{_RATES}\b[^,;:.()\d]{{0,80}}?)\s+(?:(?:rất|còn|khá|vẫn|tương đối|đều)\s+)*"
    r"(?:cao|thấp|tốt|kém)\b"
)
_PLACE = re.compile(
    r"(?:(?:các|một số|nhiều|cac|mot so|nhieu) )?(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|sở|bộ|ngành"
    r"|tinh|thanh pho|huyen|thi xa|quan|xa|phuong|thi tran|so|bo|nganh) (?=[A-ZĐ])",
)
_RATE_HEADS = ("tỷ lệ ", "tỉ lệ ", "tỷ trọng ", "chỉ số ", "điểm ", "mức độ ")
_RATE_ALONE = 2  # words of "tỷ lệ" without what it is of
_LONGEST = 7  # words of a bearer
_LEAST = 2


def told(sentence: Sentence, found: list[Statement], base: str, short: Mapping[str, str]) -> list[Statement]:
    """The statements, those in such brackets each with what they are of and who has it.

    `base` is what the number before the sentence measures.
    """
    row = [index for index, said in enumerate(found) if said.clause.outer and _is_name(said.base)]
    of = sentence.search(_OF_WHAT, sentence.unit.start, found[row[0]].number.start) if len(row) >= _LEAST else None
    if of:
        what = lowered(name(sentence, *of.span("what" if of["what"] else "most"), short))
    else:
        what = _rate(sentence, [found[index] for index in row], base, short)
    if not what:
        return found
    named = list(found)
    for index in row:
        indicator = joined(what, "của", found[index].base)
        named[index] = replace(found[index], indicator=indicator, base=indicator, vague=False)
    return named


def _rate(sentence: Sentence, row: list[Statement], base: str, short: Mapping[str, str]) -> str:
    """The rate that the shares of a row are, by the row's own sentence, else by the one before it; "" else."""
    if len(row) < _LEAST or any(said.number.unit not in ("%", "điểm") for said in row):
        return ""
    of = sentence.search(_OF_RATE, sentence.unit.start, sentence.unit.end)
    what = lowered(name(sentence, *of.span("what"), short)) if of else ""
    if len(what.split()) > _RATE_ALONE:
        return what
    return base.partition(" của ")[0] if base.startswith(_RATE_HEADS) else ""


def _is_name(phrase: str) -> bool:
    proper = phrase[:1].isupper() or _PLACE.match(phrase) is not None
    return proper and len(phrase.split()) <= _LONGEST
