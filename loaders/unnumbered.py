"""Goals with a time and no number: "đến năm 2030 hoàn thành xây dựng Chính phủ số"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.wording import Sentence

_GOAL = re.compile(r"\b(?:muc tieu|phan dau|tam nhin|can|phai|quyet tam|huong toi|huong den)\b")
_BUILD = re.compile(r"\s*(?:[-+•]\s*)?xay\s+dung\b")
_AHEAD = re.compile(r"(?:(?:tinh )?den|vao|trong|truoc|cuoi|het|nam)\b")
_BETWEEN = re.compile(r"\s*[,:]?\s*(?:(?:se|phai|can|co ban|phan dau|thi|viet nam|nuoc ta|tinh|thanh pho)\s+)*\Z")
_END = re.compile(r"[;…]|\.(?=\s|\Z)|,?\s+(?:va\s+)?(?=(?:den|vao|trong)\s+(?:het\s+|cuoi\s+)?nam\s+\d{4})")
_DIGIT = re.compile(r"\d+ ?%|\d{1,3}(?:\.\d{3})+")
_PREFIX = re.compile(r"dat muc tieu\s+")


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal's words from `start` to `end`; from `shown` on it is seen with its time."""

    start: int
    end: int
    shown: int
    period: str


def find(sentence: Sentence, *, listed: bool) -> Iterator[Goal]:
    """The goals of a unit; `listed` says that the unit before set targets, so that this one may go on with them."""
    folded, unit = sentence.folded, sentence.unit
    if unit.role in ("title", "heading"):
        return
    reach = unit.start
    for period in sentence.periods:
        if period.value is None or period.start < reach or not _AHEAD.match(folded, period.start):
            continue
        if not listed and not _GOAL.search(folded, unit.start, period.start) and not _BUILD.match(folded, unit.start):
            continue
        verbs = sentence.occurrences("goal_verbs", period.end, unit.end)
        verb = next((start for start, _, _ in verbs if _BETWEEN.match(folded, period.end, start)), None)
        if verb is not None:
            stop = _END.search(folded, verb, unit.end)
            end = stop.start() if stop else unit.end
            numbered = _DIGIT.search(folded, verb, end)
            if numbered:
                end = max(folded.rfind(",", verb, numbered.start()), verb)
            if len(folded[verb:end].split()) > 2 and not _numbered(sentence, verb, end):
                prefix = _PREFIX.match(folded, verb)
                yield Goal(prefix.end() if prefix else verb, end, period.start, period.value)
                reach = end
            continue
        become = folded.rfind("tro thanh ", reach, period.start)
        if (
            become >= 0
            and not _numbered(sentence, become, period.start)
            and not re.search(r"[;.]", folded[become : period.start])
            and period.start - become < 160
        ):
            yield Goal(become, period.start, become, period.value)
            reach = period.end


def _numbered(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a quantity stands in the stretch: then it is that number's target."""
    return any(start <= number.start < end for number in sentence.numbers)
