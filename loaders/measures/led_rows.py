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
_LONGEST = 7  # words of a bearer
_LEAST = 2


def told(sentence: Sentence, found: list[Statement], short: Mapping[str, str]) -> list[Statement]:
    """The statements, those in such brackets each with what they are of and who has it."""
    row = [index for index, said in enumerate(found) if said.clause.outer and _is_name(said.base)]
    of = sentence.search(_OF_WHAT, sentence.unit.start, found[row[0]].number.start) if len(row) >= _LEAST else None
    if of is None:
        return found
    what = lowered(name(sentence, *of.span("what" if of["what"] else "most"), short))
    named = list(found)
    for index in row:
        indicator = joined(what, "của", found[index].base)
        named[index] = replace(found[index], indicator=indicator, base=indicator, vague=False)
    return named


def _is_name(phrase: str) -> bool:
    return phrase[:1].isupper() and len(phrase.split()) <= _LONGEST
