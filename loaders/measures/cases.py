"""A number with what the rules of loaders.measures.goals ask of its words, and the answer that they give."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from loaders.measures import goal_signs
from loaders.measures.goal_signs import GOAL_TIME
from loaders.measures.senses import strength
from loaders.measures.small_counts import tells
from loaders.measures.statements import Statement
from loaders.measures.stretches import body
from loaders.measures.surroundings import Sense, Surroundings
from loaders.reading import Period
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence

_SET_ASIDE = Pattern(r"\b(?:bố trí|dành|phân bổ|cấp|chi|huy động)(?: được| thêm| khoảng| hơn| gần| trên)*\s*$")
_NOW = Pattern(
    r"[;,]\s+(?:(?:còn|nhưng|song)\s+)?(?:hiện|hiện nay|hiện tại|đến nay|tới nay|thực tế)\b(?!\s+đại)"
    r"|\btrong khi\b[^;,]{0,60}\b(?:mới|chỉ|hiện|vẫn)\b"
)
_ASSURED = re.compile(r"\b(?:bao dam|dam bao)\s+\Z")  # "bảo đảm 100% thông tin đã số hóa không phải cung cấp lại"
REPORTED = re.compile(  # "Thống kê của Cục X cho thấy, …"
    r"\b(?:thong ke|so lieu|bao cao|khao sat|du lieu|ket qua|danh gia|ghi nhan)\b[^.;:\d]{0,100}"
    r"\b(?:cho thay|cho biet|ghi nhan|chi ra)\b"
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a number is, and how sure that is."""

    sense: Sense
    confidence: float
    baseline: bool = False  # what a wanted value is to rise or fall from: the numbers after it are still wanted


Answer = Verdict | Literal["neither"] | None  # None: the rule does not know


class Case:
    """A number with what the rules ask of its words; a strength is how strong the words are, and where they end."""

    def __init__(
        self,
        sentence: Sentence,
        said: Statement,
        around: Surroundings,
        before: Sense | None,
        when: Period | None,
    ) -> None:
        self.sentence, self.said, self.around, self.before, self.when = sentence, said, around, before, when
        self.number, self.section, self.end = said.number, around.section, said.number.start
        ahead = goal_signs.ahead(around, when)
        if ahead is None and around.year is None and goal_signs.is_goal_year(sentence, said, when):
            ahead = True
        self.ahead = ahead  # whether its time is to come, where that is known
        self.listed = self.section == "target" and sentence.unit.role == "item"

    @cached_property
    def coming(self) -> bool:
        """Whether its time is to come, as far as the words tell where the source has no date."""
        return self.ahead or (self.ahead is None and goal_signs.is_set(self.sentence, self.said, self.when))

    @cached_property
    def opening(self) -> int:
        """Where the sentence begins behind its marker."""
        return body(self.sentence)

    @cached_property
    def start(self) -> int:
        """Where the words about it begin: its clause, or the one around it where its own speaks of no goal."""
        outer = self.said.clause.outer
        start = self.said.clause.left[0]
        return outer[0] if outer and not strength("goal_words", self.sentence, start, self.end)[0] else start

    @cached_property
    def goal(self) -> tuple[int, int]:
        """The strength of the words for goals before it."""
        return strength("goal_words", self.sentence, self.start, self.end)

    @cached_property
    def measured(self) -> tuple[int, int]:
        """The strength of the words for results before it."""
        own = strength("measured_words", self.sentence, self.said.clause.left[0], self.end)
        return max(own, strength("measured_words", self.sentence, self.start, self.end))

    @cached_property
    def wide_goal(self) -> tuple[int, int]:
        """The strength of the words for goals between the sentence's beginning and the clause."""
        return strength("goal_words", self.sentence, self.opening, self.start)

    @cached_property
    def wide_measured(self) -> tuple[int, int]:
        """The strength of the words for results there."""
        if REPORTED.search(self.sentence.folded, self.opening, self.start):
            return 2, self.start
        return strength("measured_words", self.sentence, self.opening, self.start)

    @cached_property
    def now(self) -> bool:
        """Whether a clause between the last words for goals and the number says how it is now: "…; hiện nay …"."""
        since = max(self.wide_goal[1], self.opening)
        return self.sentence.search(_NOW, since, self.end) is not None

    @cached_property
    def happened(self) -> bool:
        """Whether what follows says that it is so."""
        assured = _ASSURED.search(self.sentence.folded, self.start, self.end)
        return not self.said.clause.outer and assured is None and goal_signs.happened(self.sentence, self.said)

    @cached_property
    def set_for(self) -> bool:
        """Whether its time is told as goals' times are: "đến năm 2030"."""
        return self.when is not None and self.sentence.folded.startswith(GOAL_TIME, self.when.start)

    @property
    def opens_a_paragraph(self) -> bool:
        """Whether it stands in the first sentence of a paragraph of an article, not in a list or a plan's own text."""
        reading, unit = self.sentence.reading, self.sentence.unit
        prose = reading.own is None and unit.role == "sentence" and unit.lead is None and not self.around.planning
        return prose and unit.start == reading.block(unit).start and self.number.comparator not in (">=", "<=")

    @property
    def opens_an_order(self) -> bool:
        """Whether it is by how much work or a case goes beyond, in a new paragraph of a plan's own text."""
        reading, unit = self.sentence.reading, self.sentence.unit
        beyond = self.said.link.kind == "ratio" or self.number.comparator == ">"
        own = beyond and self.around.planning and self.section is None and unit.role in ("item", "sentence")
        return own and unit.start == reading.block(unit).start

    @property
    def is_set_aside(self) -> bool:
        """Whether it is what a budget gives: "bố trí ít nhất 15% ngân sách"."""
        return self.sentence.search(_SET_ASIDE, self.start, self.end) is not None

    @property
    def is_share_at_least(self) -> bool:
        """Whether it is a share that something is to have at least."""
        return self.number.comparator == ">=" and self.number.unit == "%"

    def unless_few(self, sense: Sense, confidence: float, *, told: bool = False) -> Answer:
        """The verdict, unless it is a small plain count that no word, `told`, makes a goal or a result."""
        wanted = sense == "target"
        return Verdict(sense, confidence) if tells(self.sentence, self.said, wanted=wanted, told=told) else "neither"
