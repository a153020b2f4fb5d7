"""A source as the rules for tasks see it: its text with the names covered, and who, what and when stands where."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain

from loaders.reading import AgencyMention, DocumentMention, Reading, Unit
from loaders.tables import phrases
from loaders.tasks import anaphors
from loaders.tasks.named_actors import listed, telling
from loaders.tasks.times_told import Times
from loaders.words import bearers, clauses, coordination, ordered
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON, WHO
from loaders.words.flat import Pattern, Stretches, lowered_source
from loaders.words.keyed import Keyed
from loaders.words.triggers import Occurrences, Trigger, Triggers
from loaders.words.wording import covering, spelled

_GIVER = Keyed(
    rf"(?P<who>{WHO})(?:\s*\([^)]*\))?(?:\s*,[^,.;:{ACTOR}{PERSON}]{{0,80}},)?[^.;:,\"{ACTOR}{PERSON}]{{0,60}}$"
    rf"|(?P<titled>[{PERSON}]++),\s*(?:(?:da|cung|vua|se|con|tiep tuc)\s+)*$",  # "Ông A, Giám đốc Sở B, yêu cầu …"
    "\x01|\x02",
)
_DOCUMENT_GIVER = Keyed(
    rf"(?:^|[,;.:]\s*|\bnhu\s+)(?:(?:khoan|diem|dieu)\s+\w{{1,3}}\s*,?\s*(?:cua\s+)?){{0,3}}(?P<what>[{DOCUMENT}]++)(?:\s+cua\s+[{ACTOR}{PERSON}]++)?"
    rf"(?:\s+ve\s+[^.;:{ACTOR}{PERSON}{DOCUMENT}]{{2,200}}|[^.;:,{ACTOR}{PERSON}{DOCUMENT}]{{0,40}})$",
    "\x03",
)
_IN_DOCUMENT = re.compile(
    rf"[{ACTOR}{PERSON}]\s+(?:(?:vua|da|moi|cung|tiep tuc)\s+)?(?:ky\s+(?=ban hanh))?"
    r"(?:trong|tai|qua|bang|ban hanh|ky|co|ra|gui)\s+"
    rf"(?P<what>[{DOCUMENT}]++)(?:,?\s+ngay\s+[\d/.-]+)?\s*,?\s*(?:trong do\s+)?(?:da\s+|(?:ve\s+)?viec\s+)?$"
)
_GOVERNED = re.compile(r"\b(?:voi|cua|tai|cho|ve|den|gui|toi|theo|moi|gap)\s*(?:ong\s*|ba\s*)?$")
_ACTORS = re.compile(WHO)
_MARKER = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2})+(?=\s+[^\d\s])(?!\s+(?:ty|trieu|nghin|diem|lan)\b)"  # "3.1 Sở Y tế"
    r"|[-*+\u2022\u25aa\u25cf\u00b7\uf0b7]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]\d?|[ivx]+)(?:\s?[.)/]|-(?=\s+\D))"
    r"|dieu\s+\d+[a-z]?[.:])\s*"
)

_ENTITLES = re.compile(  # nouns that the name of a thing follows: 'hội thảo "…"', 'với chủ đề "…"'
    r"\b(?:sach|hoi thao|hoi nghi|toa dam|dien dan|trien lam|cuoc thi|chu de|chuyen de|bai(?: (?:viet|bao|hat|thi))?"
    r"|phim|phong trao|chien dich|chuong trinh|khau hieu|phuong cham|de tai|tac pham|ten(?: goi)?|tieu de|nhan de)"
    r"(?:\s[^\s\":]+){0,3}\s*$"
)
_TIME_FIRST = re.compile(
    r"\s*(?:(?:trong|den|truoc|cham nhat|muon nhat|vao|tu|het|ngay|thang|quy|nam|cuoi|dau|la)\s+)*"
)
_NEAR_TITLE, _LONGEST_TITLE = 40, 160  # characters before a name, and of it

TRIGGERS = Triggers()
"""Those of the rules for tasks, sought in the mask together."""


_ASIDE = re.compile(r"\((?!(?:[1-9]\d?|[a-h]|[ivx]{1,4})\))[^()]+\)")
_SYLLABLE = re.compile(r"[a-z]+")
_PRINTED = re.compile(r"\S")


@cache
def _verbs() -> dict[str, tuple[str, ...]]:
    """The verbs of work as folded, by their first syllable."""
    found: dict[str, list[str]] = {}
    for verb in phrases("action_verbs"):
        found.setdefault(verb.split()[0], []).append(verb)
    return {first: tuple(verbs) for first, verbs in found.items()}


def _plain_quotes(text: str) -> str:
    """A text with the quotation marks that the fold of it has."""
    return text.replace("“", '"').replace("”", '"').replace("«", '"').replace("»", '"')


class Masked(Times):
    """One reading with `mask`, its folded text in which each name is covered, offset by offset.

    Those that a text gives work to though they are no agencies (countries, parties) count as actors here.
    """

    def __init__(self, reading: Reading) -> None:
        again = tuple(anaphors.mentions(reading))
        called = Stretches((one.start, one.end) for one in again)
        nameless = (one for one in bearers.find(reading) if not called.holds(one.start))
        found = chain(reading.agencies, again, nameless)
        told = (telling(reading, mention) for mention in found)
        agencies = listed(reading, sorted(told, key=lambda mention: mention.start))
        groups = Stretches((mention.start, mention.end) for mention in agencies if mention.kind == "group")
        # "Bộ trưởng, Thủ trưởng cơ quan ngang bộ" are all who hold the post
        officials = tuple(official for official in reading.officials if not groups.holds(official.start))
        self.reading = replace(reading, agencies=agencies, officials=officials)
        self.mask = clauses.masked(self.reading)
        self.titles = [one.subject for one in reading.documents if one.title and one.subject and not one.anaphor]
        self.in_title = Stretches(self.titles)
        self.text = reading.source.text
        self._printed = clauses.covered(_plain_quotes(lowered_source(self.text)), self.mask)
        self._starts = [unit.start for unit in reading.units]
        self._all_accented = all(unit.accented for unit in reading.units)
        self._triggered = TRIGGERS.over(self.mask)
        # the first that is named counts, officials before offices
        self._spoken_for = {one.name: one.agency for one in reversed(agencies) if one.agency}
        self._spoken_for |= {one.name: one.agency for one in reversed(officials) if one.agency}
        self.actors = [(run.start(), run.end()) for run in _ACTORS.finditer(self.mask)]

    def occurrences(self, trigger: Trigger) -> Occurrences:
        """Where one of `TRIGGERS` stands."""
        return self._triggered[trigger]

    # ── words that fold alike ────────────────────────────────────────────────────────────────────────────────────────

    def search(self, pattern: Pattern, start: int, end: int) -> re.Match[str] | None:
        """The pattern's first match in a stretch, by its accents where the paragraph has them ("nếu", not "nêu")."""
        if self._all_accented or self.accented(start):
            return pattern.accented.search(self._printed, start, end)
        return pattern.plain.search(self.mask, start, end)

    def match(self, pattern: Pattern, start: int, end: int) -> re.Match[str] | None:
        """The pattern's match that begins a stretch, likewise."""
        if self._all_accented or self.accented(start):
            return pattern.accented.match(self._printed, start, end)
        return pattern.plain.match(self.mask, start, end)

    def begins_work(self, start: int, end: int) -> bool:
        """Whether a stretch begins with a verb of work: "mở", not "mô hình", where the paragraph has its accents."""
        found = clauses.work_verb(self.mask, start, end)
        if (
            found
            and self.mask.startswith(("chi dao", "quan ly"), start)
            and self.mask.endswith("truong ban ", 0, start)
        ):
            return False  # "Trưởng ban Chỉ đạo"
        if found is None or not self.accented(start):
            return found is not None
        start = found.start("verb")
        verbs = _verbs().get(_SYLLABLE.match(self.mask, start)[0], ())  # type: ignore[index]
        ends = (start + len(verb) for verb in verbs if self.mask.startswith(verb, start))
        spelt = spelled("action_verbs")
        return any(
            not self.mask[stop : stop + 1].isalnum() and self._spelling(start, stop) in spelt
            for stop in (found.end("verb"), *ends)
        )

    def split(self, start: int, end: int) -> list[tuple[int, int]]:
        """The pieces of work that a stretch lists, its verbs told by their accents."""
        said, first = self.with_verbs(start, end), 0
        if self.reading.own is None:
            said, first = self._without_times(said, start, end), (self._behind_time(start, end) or start) - start
        if "(" in said:  # what stands in brackets is no piece of its own, and no object
            said = _ASIDE.sub(lambda aside: f"({' ' * (len(aside[0]) - 2)})", said)
        for begin, stop in self.titles:  # "… Nghị quyết 19/NQ-CP về cải thiện A, nâng cao B"
            if start <= begin and stop <= end:
                covered = _PRINTED.sub("ø", said[begin - start : stop - start])
                said = f"{said[: begin - start]}{covered}{said[stop - start :]}"
        pieces = coordination.split(said, first, len(said), official=self.reading.own is not None)
        return [(start + (begin if begin > first else 0), start + stop) for begin, stop in pieces]

    def _behind_time(self, start: int, end: int) -> int | None:
        """Where work begins behind the time that opens a stretch; None where none does."""
        opening = _TIME_FIRST.match(self.mask, start, end)
        begin = opening.end() if opening else start
        for period in ordered.within(self.reading.periods, start, begin + 1):
            if period.end > begin and self.begins_work(period.end + 1, end):
                return period.end + 1
        return None

    def _without_times(self, said: str, start: int, end: int) -> str:
        """A stretch without the times between a body and its work: "…, Vụ X trong tháng 11 lập bản đồ"."""
        for _, last in self.actors_in(start + 1, end):
            work = self._behind_time(last, end)
            if work:
                said = f"{said[: last - start]}{' ' * (work - last)}{said[work - start :]}"
        return said

    def with_verbs(self, start: int, end: int) -> str:
        """The mask of a stretch in which only what is a verb of work looks like one."""
        said = self.mask[start:end]
        return self._told_apart(said, start) if self.accented(start) else said

    def _told_apart(self, said: str, offset: int) -> str:
        """Words that only fold like a verb of work made unlike it: "nếu" is no "nêu"."""
        verbs, spelt = _verbs(), spelled("action_verbs")
        after = 0
        for word in _SYLLABLE.finditer(said):
            start = word.start()
            alike = verbs.get(word[0]) if start >= after else None
            if alike is None or not said.startswith(alike, start):
                continue
            ends = [start + len(verb) for verb in alike if said.startswith(verb, start)]
            meant = [end for end in ends if self._spelling(offset + start, offset + end) in spelt]
            if meant:
                after = max(meant)
            else:
                said = f"{said[:start]}ø{said[start + 1 :]}"
        return said

    def _spelling(self, start: int, end: int) -> str:
        """Words outside names as the tables write them: in lower case, with single spaces and steady tone marks."""
        return " ".join(self._printed[start:end].split())

    def accented(self, position: int) -> bool:
        """Whether the paragraph at a position has its accents."""
        return self._all_accented or self.reading.units[max(0, bisect_right(self._starts, position) - 1)].accented

    # ── who ──────────────────────────────────────────────────────────────────────────────────────────────────────────

    def names(self, start: int, end: int, more: int = -1) -> tuple[str, ...]:
        """The full names of the actors in the stretch; a nameless group as the text has it, up to `more`."""
        names: list[str] = []
        before: AgencyMention | None = None
        for mention in self.mentions(start, end):
            name = mention.name
            whose = (
                before
                and self.mask[before.end : mention.start] == " ("
                and self.mask[mention.end : mention.end + 1] == ")"
            )
            if whose and before and "group" not in (before.kind, mention.kind):
                continue  # "Cục X (Bộ Y)"
            before = mention
            if mention.kind == "group" and more > mention.end == end:
                name = self.text[mention.start : more]
            if name not in names:
                names.append(name)
        return tuple(names)

    def mentions(self, start: int, end: int) -> Iterator[AgencyMention]:
        """The actors in the stretch: persons, then bodies that are no part of a person's name."""
        for mention in ordered.within(self.reading.officials, start, end):
            yield AgencyMention(mention.start, mention.end, mention.name)
        for agency in ordered.within(self.reading.agencies, start, end):
            if self.mask[agency.start] == ACTOR:
                yield agency

    def speaks_for(self, name: str | None) -> tuple[str, ...]:
        """The body for which somebody speaks: that of the post, that of an office, else the speaker."""
        if name is None:
            return ()
        return (self._spoken_for.get(name, name),)

    def actors_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """The runs of actors that begin in a stretch."""
        return self.actors[bisect_left(self.actors, (start, 0)) : bisect_left(self.actors, (end, 0))]

    def cited(self, position: int) -> str | None:
        """The document's id, or the programme's name, that stands at a position."""
        document = self.document(position)
        if document:
            return document.id
        programme = covering(self.reading.programmes, position)
        return programme.name if programme else None

    def document(self, position: int) -> DocumentMention | None:
        """The document that is named at a position."""
        return covering(self.reading.documents, position)

    # ── who gives an order ───────────────────────────────────────────────────────────────────────────────────────────

    def giver(self, unit: Unit, trigger: int) -> str | None:
        """Who gives the order: the nearest actor to the left of the verb, with no clause between."""
        left = _GIVER.search(self.mask, unit.start, trigger)
        if not left:
            return None
        if self.governed(unit, left.start()):
            return None
        names = self.names(*left.span("who" if left["who"] else "titled"))
        return names[0] if names else None

    def governed(self, unit: Unit, start: int) -> bool:
        """Whether a name stands behind a preposition: "gửi Phó Thủ tướng"."""
        return _GOVERNED.search(self.mask, max(unit.start, start - 10), start) is not None

    def giving(self, unit: Unit, trigger: int) -> DocumentMention | None:
        """The document that gives the order: "Quyết định số 142/QĐ-TTg giao …"."""
        left = _DOCUMENT_GIVER.search(self.mask[unit.start : trigger])
        return self.document(unit.start + left.start("what")) if left else None

    def within_document(self, unit: Unit, trigger: int) -> str | None:
        """The document in which somebody gives the order: "Thủ tướng trong Công điện 90 ngày 15/6 yêu cầu …"."""
        left = _IN_DOCUMENT.search(self.mask, max(unit.start, trigger - 400), trigger)
        document = self.document(left.start("what")) if left else None
        return document.id if document and not document.anaphor else None

    # ── where ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def aside(self, unit: Unit, position: int) -> bool:
        """Whether a place stands in brackets within its unit, not in ones around the whole of it."""
        opened = self.mask.rfind("(", unit.start, position)
        if opened < 0 or self.mask.find(")", opened, position) >= 0 or opened <= self.after_marker(unit):
            return False
        return self.mask.find(")", position, unit.end) >= 0

    def entitled(self, unit: Unit, position: int) -> bool:
        """Whether a place stands in the name of something in quotation marks: 'cuốn sách "Chính phủ phải làm gì"'."""
        opened = self.mask.rfind('"', unit.start, position)
        if opened < 0 or self.mask.count('"', unit.start, position) % 2 == 0:
            return False
        if _ENTITLES.search(self.mask, max(unit.start, opened - _NEAR_TITLE), opened) is None:
            return False
        return 0 <= self.mask.find('"', position, unit.end) - opened <= _LONGEST_TITLE

    def after_marker(self, unit: Unit) -> int:
        """Where the words of an item begin, past its bullet or number."""
        found = _MARKER.match(self.mask, unit.start, unit.end)
        return found.end() if found else unit.start
