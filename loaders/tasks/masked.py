"""A source as the rules for tasks see it: its text with the names covered, and who, what and when stands where."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import chain

from kg.periods import last_day
from loaders.reading import AgencyMention, DocumentMention, Period, Reading, Unit
from loaders.tables import phrases
from loaders.tasks import anaphors
from loaders.words import bearers, clauses, coordination, ordered
from loaders.words.clauses import ACTOR, DOCUMENT, PERSON, PROGRAMME, WHO
from loaders.words.flat import Pattern, Stretches, lowered_source
from loaders.words.keyed import Keyed
from loaders.words.triggers import Occurrences, Trigger, Triggers
from loaders.words.wording import covering, spelled

_UNTIL_NOW = re.compile(
    r"^(?:(?:tu truoc |cho |tinh )?(?:den|toi|hom|hien) )?(?:nay|gio)$|\b(?:den|toi|hom) nay$"
    r"|\b(?:qua|cung ky|vua roi|hien tai|hien nay)\b(?! nam)"
)
_GIVER = Keyed(
    rf"(?P<who>{WHO})(?:\s*\([^)]*\))?(?:\s*,[^,.;:{ACTOR}{PERSON}]{{0,80}},)?[^.;:,\"{ACTOR}{PERSON}]{{0,60}}$"
    rf"|(?P<titled>[{PERSON}]++),\s*(?:(?:da|cung|vua|se|con|tiep tuc)\s+)*$",  # "Ông A, Giám đốc Sở B, yêu cầu …"
    "\x01|\x02",
)
_DOCUMENT_GIVER = Keyed(
    rf"(?:^|[,;.]\s*|\bnhu\s+)(?P<what>[{DOCUMENT}]++)(?:\s+cua\s+[{ACTOR}{PERSON}]++)?[^.;:,{ACTOR}{PERSON}{DOCUMENT}]{{0,40}}$",
    "\x03",
)
_YEAR = re.compile(r"\d{4}")
_RECENT = 9  # months
_LONG_OVER = 3  # months
_NEXT = re.compile(r"\d{4}-(?:\d\d|Q\d)")
_SIDE = 120  # characters around a time in which it is told to be over
_LATE = re.compile(
    r"\b(?:chua|cham (?:tien do|tre|so voi)|bi cham|con cham|qua han|tre han|tre hen|le ra|dang le|den nay|toi nay"
    r"|lui|gia han)\b"
)
_WITHIN = re.compile(r"(?:trong|truoc|cham nhat|muon nhat)\b")
_OF_YEAR = re.compile(  # which year's money or figures are meant, not by when
    r"\b(?:kinh phi|ngan sach(?: nha nuoc)?|du toan|von(?: dau tu cong)?)\s$"
    r"|\b(?:tinh hinh|ket qua|so lieu|chi so|xep hang|xep loai|muc do|thi dua"
    r"|quyet toan|tong ket|so ket)\b[^,;.:]{0,60}\s$"
    r"|\bso voi\s(?:cung ky\s)?$"
)
_BY_A_DAY = re.compile(r"(?:truoc|cham nhat|muon nhat|vao)\b.*\d", re.DOTALL)
_BY_DAY = re.compile(r"(?:truoc|cham nhat|muon nhat)\b")
_DUE_DAY = re.compile(r"\bhan(?: chot| cuoi| cuoi cung)?(?: la)?:? (?:ngay )?$")
_IN_DOCUMENT = re.compile(
    rf"[{ACTOR}{PERSON}]\s+(?:(?:vua|da|moi|cung)\s+)?(?:trong|tai|qua|bang|ban hanh|ky|co|ra|gui)\s+"
    rf"(?P<what>[{DOCUMENT}]++)(?:,?\s+ngay\s+[\d/.-]+)?\s*,?\s*(?:trong do\s+)?(?:da\s+)?$"
)
_GOVERNED = re.compile(r"\b(?:voi|cua|tai|cho|ve|den|gui|toi|theo|moi|gap)\s*(?:ong\s*|ba\s*)?$")
_ACTORS = re.compile(WHO)
_HEADS = frozenset(
    ("cac bo", "cac so", "cac vu", "cac cuc", "cac ban", "cac bo truong", "bo truong cac bo", "cac dong chi bo truong")
)
_MARKER = re.compile(
    r"\s*(?:[-*+\u2022\u25aa\u25cf\u00b7\uf0b7]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]\d?|[ivx]+)\s?[.)/]"
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


def _listed(reading: Reading, found: list[AgencyMention]) -> tuple[AgencyMention, ...]:
    """The mentions, of "các Bộ: Công an, Tài chính" only the named ones: the first begins with the common head."""
    kept: list[AgencyMention] = []
    for mention in found:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.kind == "group"
            and mention.kind == "agency"
            and reading.folded[before.end : mention.start] in (":", ": ")
            and reading.folded[before.start : before.end] in _HEADS
        ):
            kept[-1] = replace(mention, start=before.start)
        else:
            kept.append(mention)
    return tuple(kept)


_WHICH = re.compile(r"\s+(?:còn lại|khác|con lai|khac(?! phuc))(?!\w)")


def _telling(reading: Reading, mention: AgencyMention) -> AgencyMention:
    """The mention, that of a group with the words that tell which of them are meant: "các sở còn lại"."""
    more = _WHICH.match(reading.source.text, mention.end) if mention.kind == "group" else None
    if more is None:
        return mention
    return replace(mention, end=more.end(), name=" ".join(f"{mention.name} {more[0]}".split()))


_ASIDE = re.compile(r"\([^()]+\)")
_SYLLABLE = re.compile(r"[a-z]+")


@cache
def _verbs() -> dict[str, tuple[str, ...]]:
    """The verbs of work as folded, by their first syllable."""
    found: dict[str, list[str]] = {}
    for verb in phrases("action_verbs"):
        found.setdefault(verb.split()[0], []).append(verb)
    return {first: tuple(verbs) for first, verbs in found.items()}


@lru_cache(maxsize=1024)  # the rules ask several times after a time
def _last_day(period: str) -> str:
    return last_day(period).isoformat()


def _plain_quotes(text: str) -> str:
    """A text with the quotation marks that the fold of it has."""
    return text.replace("“", '"').replace("”", '"').replace("«", '"').replace("»", '"')


class Masked:
    """One reading with `mask`, its folded text in which each name is covered, offset by offset.

    Those that a text gives work to though they are no agencies (countries, parties) count as actors here.
    """

    def __init__(self, reading: Reading) -> None:
        again = tuple(anaphors.mentions(reading))
        called = Stretches((one.start, one.end) for one in again)
        nameless = (one for one in bearers.find(reading) if not called.holds(one.start))
        found = chain(reading.agencies, again, nameless)
        told = (_telling(reading, mention) for mention in found)
        agencies = _listed(reading, sorted(told, key=lambda mention: mention.start))
        groups = Stretches((mention.start, mention.end) for mention in agencies if mention.kind == "group")
        # "Bộ trưởng, Thủ trưởng cơ quan ngang bộ" are all who hold the post
        officials = tuple(official for official in reading.officials if not groups.holds(official.start))
        self.reading = replace(reading, agencies=agencies, officials=officials)
        self.mask = clauses.masked(self.reading)
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
        for mention in self.mentions(start, end):
            name = mention.name
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

    # ── when ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    def deadline(self, start: int, end: int) -> Period | None:
        """The time in the stretch by which something is due; a time of the past, or one inside a name, is none."""
        due = recurring = None
        for told in ordered.within(self.reading.periods, start, end):
            if told.end > end or self.mask[told.start] in (DOCUMENT, PROGRAMME, ACTOR, PERSON):
                continue
            period = self._to_come(told)
            gone = period.value is not None and self.past(period) and not self._was_due(period)
            if period.recurrence is None and (period.value is None or gone):
                continue
            if self.mask.startswith("ke tu", period.start) and period.first is None:
                continue  # "trong 10 ngày, kể từ ngày 12/9"
            if self.mask.startswith("nam ", period.start) and _OF_YEAR.search(self.mask, start, period.start):
                continue  # "bố trí kinh phí năm 2027", "báo cáo tình hình nhân lực năm 2019"
            due = period
            recurring = period if period.recurrence else recurring
        if due and recurring and not _YEAR.search(self.text, due.start, due.end):
            return recurring  # "hằng năm báo cáo trước ngày 15/12"
        return due

    def _to_come(self, period: Period) -> Period:
        """A month or quarter without its year that would be long over is the next one: "xong trong tháng 12" in May."""
        now, value = self.reading.told, period.value or ""
        if now.year is None or now.month is None or not _NEXT.fullmatch(value) or not self.past(period):
            return period
        if _YEAR.search(self.text, period.start, period.end) or not _WITHIN.match(self.mask, period.start, period.end):
            return period
        stop = self.mask.find("\n", period.end)
        if _LATE.search(
            self.mask, max(0, period.start - _SIDE), min(period.end + _SIDE, stop if stop >= 0 else len(self.mask))
        ):
            return period  # "… trong tháng 2 nhưng đến nay chưa xong"
        over = (now.year - int(value[:4])) * 12 + now.month - int(_last_day(value)[5:7])
        return replace(period, value=f"{int(value[:4]) + 1}{value[4:]}") if _LONG_OVER < over < 12 else period

    def day_each_time(self, start: int, end: int) -> str | None:
        """The day without a year by which something that recurs is due each time: "trước ngày 15/12"."""
        for period in ordered.within(self.reading.periods, start, end):
            if period.recurrence or period.end > end or _YEAR.search(self.text, period.start, period.end):
                continue
            if _BY_A_DAY.match(self.mask, period.start, period.end):
                return " ".join(self.text[period.start : period.end].split())
        return None

    def _was_due(self, period: Period) -> bool:
        """Whether a time of the last months is told as the one by which something was due: "hạn 30/6", "trước 30/6"."""
        day, now = period.value or "", self.reading.told
        if self.reading.own is not None or len(day) != len("2024-06-30") or now.year is None or now.month is None:
            return False
        recent = (now.year - int(day[:4])) * 12 + now.month - int(day[5:7]) <= _RECENT
        by = _BY_DAY.match(self.mask, period.start, period.end)
        return recent and (by or _DUE_DAY.search(self.mask, max(0, period.start - 24), period.start)) is not None

    def moments(self, start: int, end: int) -> list[Period]:
        """The times that stand in the stretch outside names, "ngày 10/8" without its year too."""
        return [
            period
            for period in ordered.within(self.reading.periods, start, end)
            if period.end <= end
            and period.recurrence is None
            and self.mask[period.start] not in (DOCUMENT, PROGRAMME, ACTOR, PERSON)
        ]

    def times(self, start: int, end: int) -> list[Period]:
        """Those of them whose value is known."""
        return [period for period in self.moments(start, end) if period.value is not None]

    def ahead(self, start: int, end: int) -> bool:
        """Whether the stretch tells a time that is not over, be its year known or not: "trước 20/8"."""
        return any(not self.past(period) for period in self.moments(start, end))

    def past(self, period: Period) -> bool:
        """Whether the period ended before the source was written, or is told as "until now"."""
        if _UNTIL_NOW.search(" ".join(self.mask[period.start : period.end].split())):
            return True
        now = self.reading.told
        if now.year is None or period.value is None:
            return False
        today = f"{now.year}-{now.month:02d}" if now.month else str(now.year)
        if self.reading.today and self.reading.today.isoformat().startswith(today):
            today = self.reading.today.isoformat()
        return _last_day(period.value)[: len(today)] < today

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
