"""What a sentence says of one number: the number, its indicator, and the stretch that shows both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from loaders.measures.indicators import name
from loaders.measures.links import Link
from loaders.measures.stretches import Clause
from loaders.reading import Number, Period, Reading
from loaders.words.wording import Sentence

_PROPER = frozenset(
    (
        "Việt",
        "Internet",
        "Chính",
        "Bộ",
        "Cổng",
        "Đảng",
        "Nhà",
        "Trục",
        "Quốc",
        "Ủy",
        "Thủ",
        "Đề",
        "Đà",
        "Hà",
        "Cục",
        "Sở",
    )
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A number and what it measures; `start`–`end` is the stretch that shows both."""

    number: Number
    clause: Clause
    link: Link
    indicator: str
    base: str  # the indicator without what the value is compared with
    start: int
    end: int
    verb: str = ""  # what is done to the counted: "cấp"
    vague: bool = False  # the indicator is borrowed from another number, or guessed
    beside: bool = False  # a goal named beside what was measured: "vượt mục tiêu 80%"
    exceeds: bool = False  # by how much what was measured exceeds a goal: "vượt chỉ tiêu được giao 5%"
    again: bool = False  # its indicator is named as the one before: "tỷ lệ này"
    when: Period | None = None  # its own of several times: "năm 2022, 2023 lần lượt là …"
    whose: tuple[int, int] | None = None  # where its own of several bearers stands: "A và B lần lượt đạt …"
    where: bool = False  # the count says where or with whom: "tại 16 địa phương"


@dataclass(frozen=True, slots=True)
class Context:
    """What a number is read in."""

    sentence: Sentence
    short: Mapping[str, str]  # the abbreviations that the source defines
    previous: Statement | None  # what the unit says of the number before
    base: str  # what the number before measures, in this unit or the one before it

    def name(self, start: int, end: int) -> str:
        """A stretch as part of an indicator's name."""
        return name(self.sentence, start, end, self.short)


def noun_start(reading: Reading, number: Number) -> int:
    """Where the noun begins that a number counts, within its mention."""
    left = len("".join(number.text.split()))
    position = number.start
    while left and position < number.end:
        left -= not reading.source.text[position].isspace()
        position += 1
    while position < number.end and reading.source.text[position].isspace():
        position += 1
    return position


def joined(*parts: str) -> str:
    """The parts that there are, with a space between."""
    return " ".join(part for part in parts if part)


def lowered(phrase: str) -> str:
    """A name without the capital that it has as the first word of a sentence."""
    head = phrase.split(" ", 1)[0]
    second = phrase[len(head) + 1 : len(head) + 2]
    common = len(head) > 1 and head[1:].islower() and head not in _PROPER and not second.isupper()
    return phrase[0].lower() + phrase[1:] if common else phrase
