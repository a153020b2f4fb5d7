"""What stands around a sentence and says whether its numbers are wanted or measured: sections, rules, plans, time."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Literal

from loaders.layout.outline import above
from loaders.reading import Reading, Unit
from loaders.words import ordered
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence

Sense = Literal["target", "observation"]

PLANNING = frozenset(("plan", "programme", "scheme", "resolution", "decision", "directive", "guideline", "dispatch"))
_NORMATIVE = frozenset(
    ("law", "code", "constitution", "ordinance", "decree", "circular", "regulation", "consolidated-text")
)
_GOALS = re.compile(r"\b(?:muc tieu|chi tieu|phan dau|tam nhin)\b")
_STRIVES = ("phan dau", "quyet tam", "dat muc tieu")  # of one thing that an article tells
_RESULTS = re.compile(
    r"\W*(?!(?:can cu|tren co so|theo|de)\b)"
    r"(?:[ivxlc\d]{1,5}(?:\.\d+)*[.)/-]?\s+|[a-z][.)]\s*)?(?:[a-z]+\s+){0,4}?(?:ket qua|thuc trang|tinh hinh|"
    r"boi canh|ton tai|han che|tong ket|hien trang|noi bat|danh gia (?:chung|thuc trang|ket qua|tinh hinh))\b"
)
_ORDERS = Pattern(r"\b(?:yêu cầu|giao(?! dịch| tiếp| thông| lưu)|nhiệm vụ|đề nghị|phân công|phương án|triển khai)\b")
_RULED = re.compile(r"\bquy dinh\b.*\bnhu sau\s*:", re.DOTALL)
_ISSUES_PLAN = re.compile(r"\b(?:ban hanh|xay dung) (?:ke hoach|chuong trinh)\b[^.;:]{0,160} nhu sau\s*:")
_WITH_YEAR = re.compile(r"[\d.]+/\d{4}/")
_LONGEST_HEADING = 400
_SHORT_HEADING = 80


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a sentence: goals or results, rules, a plan; and what the numbers before it are."""

    section: Sense | None  # what the lines above promise
    rules: bool  # the sentence states or quotes a regulation, or asks
    planning: bool  # the source is a plan's own text
    earlier: Sense | None  # of the last number in the sentence before
    year: int | None  # the source's
    today: datetime.date | None = None  # the source's day
    goal: str | None = None  # the time of the last target
    work: bool = False  # the line above gives orders
    plan: bool = False  # the sentence tells what a plan says


def of(
    sentence: Sentence, earlier: Sense | None, year: int | None, goal: str | None, *, looks_back: bool = False
) -> Surroundings:
    """What the lines above a sentence, and the source that it stands in, make of its numbers.

    `earlier` is what the last number of the sentence before is, `year` the source's, `goal` the last target's time.
    `looks_back` says that an article has turned from the goals of its headline to what was reached.
    """
    reading, unit = sentence.reading, sentence.unit
    own = reading.own.type if reading.own else None
    section: Sense | None = None
    work = False
    ruled = own in _NORMATIVE or (reading.own is not None and own != "resolution" and _has_year(reading.own.id))
    for other in above(reading, unit):
        text = sentence.folded[other.start : other.end]
        quotes = _RULED.search(text) is not None and not (own in PLANNING and _ISSUES_PLAN.search(text))
        ruled = ruled or (quotes and not _plans(reading, other))
        if section is None and not work and len(text) <= _LONGEST_HEADING:
            title = reading.source.blocks[other.block].kind == "title"
            if looks_back and title:
                continue
            if _GOALS.search(text) and not (title and own is None and text.startswith(_STRIVES)):
                section = "target"
            elif _RESULTS.match(text):
                section = "observation"
            elif title:
                continue  # the year that a headline looks to is not that of all the article
            elif len(text) < _SHORT_HEADING and _looks_ahead(reading, other, year):
                section = "target"
            else:
                work = text.endswith(":") and sentence.search(_ORDERS, other.start, other.end) is not None
    odd = sentence.folded.count("|", unit.start, unit.end) > 1 or sentence.folded.endswith("?", unit.start, unit.end)
    rules = odd or (ruled and section != "target")
    return Surroundings(section, rules, own in PLANNING, earlier, year, reading.today, goal, work)


def _has_year(identity: str) -> bool:
    """Whether a number is of the form that the law keeps for documents with rules for all: with its year in it."""
    return _WITH_YEAR.match(identity) is not None


def _plans(reading: Reading, unit: Unit) -> bool:
    """Whether the documents that a line names set goals, not rules for all: "Nghị quyết 03/NQ-CP quy định như sau:"."""
    named = ordered.within(reading.documents, unit.start, unit.end)
    return bool(named) and all(d.type in PLANNING and not _has_year(d.id) for d in named)


def _looks_ahead(reading: Reading, unit: Unit, year: int | None) -> bool:
    periods = ordered.within(reading.periods, unit.start, unit.end)
    return year is not None and any(period.value and int(period.value[:4]) > year for period in periods)
