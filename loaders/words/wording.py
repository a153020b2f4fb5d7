"""Phrases of the linguistic tables found in a sentence, with their spelling checked where the text has its accents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from loaders.reading import AgencyMention, DocumentMention, Mention, Number, Period, ProgrammeMention, Reading, Unit
from loaders.tables import printed, spellings, values
from loaders.words import compounds, ordered
from loaders.words.clauses import alternation
from loaders.words.flat import Pattern, even_spaces, lowered_source, steady
from loaders.words.triggers import Trigger

# Words that without their accents are as often another word ("nói" and "Nội", "thứ" and "thủ"): not read there.
_UNCERTAIN = frozenset(
    ("noi", "tu", "do", "hang", "thu", "dung", "neu", "thi", "bac", "ban", "gan", "so", "bo", "sang")
)
_MARKS = str.maketrans(dict.fromkeys("\"'(“", " "))
_WORD = re.compile(r"[^\s,;:()]+")
_LONGEST = 60  # characters, and words, that a phrase has at most
_MOST_WORDS = 7
_STOPS = frozenset(" \n\t,;:()\"'…")
_M = TypeVar("_M", bound=Mention | Unit)


@lru_cache(maxsize=1 << 14)
def canonical(phrase: str) -> str:
    """A phrase in lower case with single spaces and every tone mark on one vowel, so that spellings compare.

    >>> canonical("Luỹ  kế"), canonical("số hoá")
    ('lũy kế', 'số hóa')
    """
    return steady(" ".join(phrase.lower().split()))


@cache
def spelled(table: str) -> frozenset[str]:
    """All phrases of a table in canonical spelling."""
    return frozenset(canonical(phrase) for phrase in printed(table))


def spoken(table: str, phrase: str, *, accented: bool) -> bool:
    """Whether a table has the phrase, as spelled where the text has its accents, else as folded."""
    if accented:
        return canonical(phrase) in spelled(table)
    return " ".join(phrase.lower().split()) in spellings(table)


@cache
def _automaton(table: str) -> tuple[AhoCorasick, tuple[str, ...]]:
    """The phrases of a table, each after a space, so that a hit begins a word."""
    phrases = tuple(values(table))
    return AhoCorasick([f" {phrase}" for phrase in phrases], matchkind=MatchKind.LeftmostLongest), phrases


@cache
def _pattern(table: str) -> Trigger:
    return Trigger(rf"\b(?:{alternation(table)})(?!\w)", values(table))


def _shorter(phrase: str) -> Iterator[str]:
    """The phrase without its last word, without its last two, and so on."""
    while " " in phrase:
        phrase = phrase.rpartition(" ")[0]
        yield phrase


def covering(mentions: Sequence[_M], position: int) -> _M | None:
    """The mention, or unit, at a position; `mentions` are in order of their start and none is over another."""
    index = ordered.index(mentions, position + 1) - 1
    return mentions[index] if index >= 0 and position < mentions[index].end else None


def on_one_line(folded: str) -> str:
    """A text with a space in the place of each line end and tab: where a line is wrapped says nothing."""
    return folded.replace("\n", " ").replace("\t", " ")


@lru_cache(maxsize=2)  # the sentences of one source come one after the other
def _printed(text: str) -> str:
    return on_one_line(even_spaces(lowered_source(text)))


class Sentence:
    """A unit being read: the mentions in it, and the tables' phrases, each table looked up once.

    `folded` is the source's folded text with plain spaces only, as `on_one_line` gives it.
    """

    __slots__ = (
        "_found",
        "_plain",
        "_spaced",
        "agencies",
        "documents",
        "folded",
        "numbers",
        "periods",
        "programmes",
        "reading",
        "unit",
    )

    def __init__(self, reading: Reading, unit: Unit, folded: str) -> None:
        self.reading = reading
        self.unit = unit
        self.folded = folded
        self.numbers: Sequence[Number] = ordered.within(reading.numbers, unit.start, unit.end)
        self.periods: Sequence[Period] = ordered.within(reading.periods, unit.start, unit.end)
        self.documents: Sequence[DocumentMention] = ordered.within(reading.documents, unit.start, unit.end)
        self.programmes: Sequence[ProgrammeMention] = ordered.within(reading.programmes, unit.start, unit.end)
        self.agencies: Sequence[AgencyMention] = ordered.within(reading.agencies, unit.start, unit.end)
        said = folded[unit.start : unit.end]
        self._spaced = "  " in said
        self._plain = " " + said.translate(_MARKS)
        self._found: dict[str, list[tuple[int, int, str]]] = {}

    def times(self, start: int, end: int) -> list[Period]:
        """The times that stand within a stretch."""
        return [period for period in self.periods if start <= period.start and period.end <= end]

    def occurrences(self, table: str, start: int, end: int) -> list[tuple[int, int, str]]:
        """Where the phrases of a table stand in a stretch, with what the table says of each."""
        found = self._found.get(table)
        if found is None:
            found = self._found[table] = [
                (begin, end, told) for begin, end, told in self._hits(table) if self._is_spelled(table, begin, end)
            ]
        return [one for one in found if start <= one[0] and one[1] <= end] if found else found

    def search(self, pattern: Pattern, start: int, end: int) -> re.Match[str] | None:
        """The pattern's first match in a stretch, by its accents where the unit has them ("nếu", not "nêu")."""
        if self.unit.accented:
            return pattern.accented.search(_printed(self.reading.source.text), start, end)
        return pattern.plain.search(self.folded, start, end)

    def match(self, pattern: Pattern, start: int, end: int) -> re.Match[str] | None:
        """The pattern's match that begins a stretch, likewise."""
        if self.unit.accented:
            return pattern.accented.match(_printed(self.reading.source.text), start, end)
        return pattern.plain.match(self.folded, start, end)

    def fullmatch(self, pattern: Pattern, start: int, end: int) -> re.Match[str] | None:
        """The pattern's match that is a whole stretch, likewise."""
        if self.unit.accented:
            return pattern.accented.fullmatch(_printed(self.reading.source.text), start, end)
        return pattern.plain.fullmatch(self.folded, start, end)

    def _hits(self, table: str) -> Iterator[tuple[int, int, str]]:
        """The phrases of a table in the sentence; by a plain search where its spaces are single, else by a pattern."""
        told = values(table)
        if self._spaced:
            found = _pattern(table).over(self.folded[self.unit.start : self.unit.end])
            for match in found.within(0, len(self._plain)):
                begin, end = match.span()
                yield begin + self.unit.start, end + self.unit.start, told[" ".join(match[0].split())]
            return
        automaton, phrases = _automaton(table)
        shift = self.unit.start - 1  # of the space before the sentence
        matches, since = automaton.find_matches_as_indexes(self._plain), 0
        while matches:
            for index, begin, end in matches:
                begin, end, phrase = begin + since, end + since, phrases[index]
                if self._plain[end : end + 1].isalnum():  # "hiện con số": not "hiện có", but "hiện"
                    phrase = next((short for short in _shorter(phrase) if short in told), "")
                    end = begin + 1 + len(phrase)
                    if phrase:
                        yield begin + 1 + shift, end + shift, told[phrase]
                    since = max(end, begin + 1)
                    matches = automaton.find_matches_as_indexes(self._plain[since:])
                    break
                yield begin + 1 + shift, end + shift, told[phrase]
            else:
                break

    def at(self, table: str, start: int, end: int) -> str | None:
        """What the table says of the phrase that is exactly this stretch; None where the table has it not."""
        told = values(table).get(" ".join(self.folded[start:end].split()))
        return told if told is not None and self._is_spelled(table, start, end) else None

    def first(self, table: str, start: int, end: int) -> int | None:
        """Where the phrase of the table ends that begins the stretch; None where none does."""
        while start < end and self.folded[start].isspace():
            start += 1
        words = [start + match.end() for match in _WORD.finditer(self.folded[start : min(end, start + _LONGEST)])]
        for stop in reversed(words[:_MOST_WORDS]):
            if self.at(table, start, stop) is not None:
                return stop
        return None

    def last(self, table: str, start: int, end: int, most: int = 3) -> int | None:
        """Where the longest phrase of the table begins that ends the stretch; None where none does."""
        words = self.last_words(start, end, most)
        begins = (begin for begin, _ in words if self.at(table, begin, words[-1][1]) is not None)
        return next(begins, None)

    def last_words(self, start: int, end: int, most: int) -> list[tuple[int, int]]:
        """The stretches of the last words before `end`, at most `most`, nothing but spaces between and after them."""
        folded = self.folded
        words: list[tuple[int, int]] = []
        stop = end
        while len(words) < most:
            while stop > start and folded[stop - 1].isspace():
                stop -= 1
            begin = stop
            while begin > start and folded[begin - 1] not in _STOPS:
                begin -= 1
            if begin == stop:
                break
            words.insert(0, (begin, stop))
            stop = begin
        return words

    def content(self, start: int, end: int) -> int:
        """Where the words of a stretch begin, past spaces and marks."""
        while start < end and self.folded[start] in ' \t\n,:;"-).…':
            start += 1
        return start

    def printed(self, start: int, end: int) -> str:
        """A stretch as printed, with single spaces."""
        return " ".join(self.reading.source.text[start:end].split())

    def _is_spelled(self, table: str, start: int, end: int) -> bool:
        word = self.folded[start:end]
        if compounds.holds(self.reading.source.text, self.folded, start, end, accented=self.unit.accented):
            return False
        if not self.unit.accented:
            return word not in _UNCERTAIN
        printed_here = self.reading.source.text[start:end]
        known = spelled(table)
        return printed_here in known or canonical(printed_here) in known
