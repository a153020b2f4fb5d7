"""Named strategies, programmes, schemes (đề án), plans and projects that documents approve and agencies carry out.

`programme_names` reads each naming; here the namings of one article are put together under one name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from kg.folding import key
from kg.model import Programme
from loaders import tables
from loaders.documents import programme_names, titled_programmes, titles
from loaders.documents.cited import Units
from loaders.documents.heads import occurrences
from loaders.documents.programme_names import HEADS, Named
from loaders.reading import ProgrammeMention, Reading
from loaders.words import abbreviations, ordered

_OF_A_SORT = re.compile(  # "Chương trình hành động thực hiện Nghị quyết này": another than the one before
    r"\s+(?:hanh\s+dong|phoi\s+hop|cong\s+tac)\s+(?:thuc\s+hien|trien\s+khai|giua|nam\s+\d)"
)
_BACK = re.compile(r"\s+(?:nay|noi\s+tren|neu\s+tren|tren(?=\s*[,.;]))\b")
_ACTING = re.compile(r"(?:\s+hanh\s+dong)?\s+(?:thuc\s+hien|trien\s+khai|thay\s+the|cu\s+the\s+hoa)\b")
_CARRIED_OUT = re.compile(
    r"\b(?:trien\s+khai|thuc\s+hien|thi\s+hanh|phe\s+duyet)\s+$"
)  # a programme inside another's name
_DOING = re.compile(
    r"^(?P<head>(?:de an|du an|chien luoc|chuong trinh|ke hoach))"
    r"(?: (?:kha thi|tong the|xay dung|thiet lap|phat trien|trien khai|ve))+(?= \w+ \w+ \w+)"
)
_COMPARED = 8  # namings of a programme that a further one is compared with
_NEAREST = 40  # programmes that share a mark with a naming, with which it is compared
_TELLING = 5  # words with which a name begins that tell it


def find(reading: Reading) -> tuple[ProgrammeMention, ...]:
    """Every mention of a programme, in order of its start."""
    named, backs = _namings(reading)
    mentions = list(_together(named))
    of_head = {
        head: sorted((m for m in mentions if key(m.name).startswith(head)), key=lambda m: m.start) for head in HEADS
    }
    for start, end, head in backs:
        last = next(ordered.before(of_head[head], start), None)
        if last is not None:
            mentions.append(replace(last, start=start, end=end, confidence=0.7, anaphor=True))
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))


def _namings(reading: Reading) -> tuple[list[Named], list[tuple[int, int, str]]]:
    """The names that the text prints, and the places where a kind alone may refer back: start, end, head."""
    units = Units(reading)
    own = abbreviations.defined(reading.source.text, reading.folded)
    own_text = any(unit.role == "letterhead" for unit in reading.units)
    named: list[Named] = []
    backs: list[tuple[int, int, str]] = []
    seen: set[str] = set()  # heads that have been named
    flat = reading.folded.replace("\n", " ")
    for start, _, word in sorted((*occurrences(flat), *titled_programmes.heads(flat))):
        head = next((head for head in (*HEADS, *titled_programmes.HEADS) if word.startswith(head)), None)
        unit = units.at(start) if head else None
        if head is None or unit is None or (own_text and unit.role in ("title", "letterhead")):
            continue
        end = start + len(head)
        if programme_names.is_document(reading.documents, start) or programme_names.inside_a_body(reading, start):
            continue
        acting = start == unit.start and unit.role == "sentence" and _ACTING.match(reading.folded, end, unit.end)
        if acting and head in seen and not own_text:
            backs.append((start, end, head))  # "Kế hoạch triển khai Quyết định …": what the one named before does
            continue
        one = titled_programmes.read(reading, unit, start, end, head)
        if one is None and head in HEADS:
            one = programme_names.read(reading, unit, start, end, head, own)
        if one is None and head not in HEADS:
            continue
        if one is None:
            back = _BACK.match(reading.folded, end, unit.end)
            sort = _OF_A_SORT.match(reading.folded, end, unit.end)
            alone = (
                sort is None
                and reading.source.text[start].isupper()
                and not programme_names.several(reading, unit, start)
            )
            if back or alone:
                backs.append((start, back.end() if back else end, head))
        elif not named or start >= named[-1].end or _CARRIED_OUT.search(reading.folded, named[-1].start, start):
            one.decision = programme_names.decision(reading, unit, one)
            seen.add(head)
            named.append(one)
    return named, backs


def facts(reading: Reading) -> tuple[Programme, ...]:
    """The programmes that the source names, each once, in order of their first mention."""
    units = Units(reading)
    places: dict[str, list[ProgrammeMention]] = {}
    for mention in reading.programmes:
        if not mention.anaphor:
            places.setdefault(mention.name, []).append(mention)
    found = []
    for name, mentions in places.items():
        evidence = []
        for mention in mentions:
            unit = units.at(mention.start)
            evidence.append(reading.evidence(mention.start, mention.end, unit.place if unit else None))
        confidence = max(mention.confidence for mention in mentions)
        found.append(Programme(name=name, evidence=tuple(evidence), confidence=confidence))
    return tuple(found)


# ── the namings of one article, put together ─────────────────────────────────────────────────────────────────────────


def _together(named: list[Named]) -> Iterator[ProgrammeMention]:
    """The mentions with one name for one programme: the most frequent of its full names."""
    groups: list[list[Named]] = []
    likely: defaultdict[str, list[list[Named]]] = defaultdict(list)  # by the words that names of one programme share
    for one in sorted(named, key=lambda one: -len(one.name)):
        marks = (*_marks(one), _whole(_bare(one.name)))
        group = next(
            (
                group
                for mark in marks
                for group in likely[mark][-_NEAREST:]
                if any(_same(other, one) for other in group[:_COMPARED])
            ),
            None,
        )
        if group is None:
            groups.append(group := [])
        group.append(one)
        for mark in (*marks, *_openings(one)):
            if not any(group is known for known in likely[mark][-1:]):
                likely[mark].append(group)
    for group in groups:
        name = _fullest(group)
        for one in group:
            yield ProgrammeMention(one.start, one.end, name, one.confidence)


def _whole(name: str) -> str:
    return f"{name} …"


def _openings(one: Named) -> Iterator[str]:
    """The marks of the shorter names that a naming may have: those with which it begins."""
    words = _bare(one.name).split()
    for count in range(_TELLING, len(words)):
        yield _whole(" ".join(words[:count]))


def _marks(one: Named) -> tuple[str, ...]:
    """What a naming shares with others of its programme: its first words, its alias, the number of its decision."""
    words = key(one.name).split()
    marks = [" ".join(words[:4]), " ".join(_bare(one.name).split()[:4])]
    marks += [number for number in tables.values("programme_numbers") if _known_by(number, key(one.name))]
    if one.alias:
        marks.append(" ".join(key(one.alias).split()[:4]))
    if one.decision is not None:
        marks.append(f"{one.head} {one.decision}")
    if re.fullmatch(r"\d+", words[-1]) and len(words) == len(one.head.split()) + 1:
        marks += [f"{one.head} {int(words[-1])}", " ".join(words)]
    return tuple(marks)


def _fullest(group: list[Named]) -> str:
    """The name that a programme goes by: what an alias shortens, else the longest, the most frequent of these."""
    printed = Counter(one.name for one in group)
    years = any(_has_years(one.name) for one in group)
    numbered = [one for one in group if re.fullmatch(r"\D+ \d+", one.name)]
    defined = any(one.alias for one in group)  # "Đề án “…” (Đề án 844)"
    if numbered and not (years or defined) and printed[numbered[0].name] * 2 > len(group):
        return numbered[0].name  # "Đề án 06"
    longest = max(_core_length(one.name) for one in group)
    full = [one for one in group if _core_length(one.name) == longest and _has_years(one.name) == years] or group
    full = [one for one in group if one.alias] or full  # "… (gọi tắt là Chiến lược X)"
    return max(full, key=lambda one: (printed[one.name], -one.start)).name


def _core_length(name: str) -> int:
    return len(_core(name).split())


@lru_cache(maxsize=8192)
def _has_years(name: str) -> bool:
    return titles.YEARS.search(key(name)) is not None


@lru_cache(maxsize=8192)
def _core(name: str) -> str:
    """A name's words without the years that close it."""
    folded = key(name)
    years = titles.YEARS.search(folded)
    return (folded[: years.start()] if years else folded).strip()


def _known_by(number: str, name: str) -> bool:
    """Whether a scheme of this name goes by this number in every text: "Đề án 896"."""
    about = tables.values("programme_numbers").get(number)
    return about is not None and key(about) in name


@lru_cache(maxsize=8192)
def _bare(name: str) -> str:
    """The core without the word that says what is done: "dự án xây dựng cơ sở dữ liệu …" is that database's project."""
    return _DOING.sub(lambda match: match["head"], _core(name))


@lru_cache(maxsize=8192)
def _years(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"(?:19|20)\d\d", key(name)))


def _same(longer: Named, shorter: Named) -> bool:
    """Whether two namings are of one programme: by the alias, or as one name is how the other begins."""
    if longer.head != shorter.head:
        return False
    for one, other in ((longer, shorter), (shorter, longer)):
        if one.alias and f"{key(other.name)} ".startswith(f"{key(one.alias)} "):
            return True
    for one, other in ((longer, shorter), (shorter, longer)):
        called = re.fullmatch(r"\D+ (\d+)", other.name)
        if called and one.decision == int(called[1]):
            return True  # a scheme goes by the number of its decision: "Đề án 06"
        if called and _known_by(key(other.name), key(one.name)):
            return True
    first, second = _bare(longer.name), _bare(shorter.name)
    years, others = _years(longer.name), _years(shorter.name)
    if years and others and not (years <= others or others <= years):
        return False
    short, long = sorted((first, second), key=len)
    if short == long or (long.startswith(f"{short} ") and len(short.split()) >= _TELLING):
        return True
    return bool(years) and years == others and _within(short.split(), long.split()) and len(short.split()) >= 6


def _within(short: Iterable[str], long: Iterable[str]) -> bool:
    """Whether the words of one name stand in the other in their order."""
    rest = iter(long)
    return all(word in rest for word in short)
