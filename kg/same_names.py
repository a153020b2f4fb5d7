"""Names of agencies by date, programmes, indicators and officials that are one under several spellings."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.folding import fold, key, slug
from kg.iris import Iris
from kg.likeness import Wording, agree, plain
from kg.names import Choice, Option

if TYPE_CHECKING:
    from kg.entries import Agency
    from kg.registry import Registry

_TAIL = re.compile(
    r"[\s,(-]*\b(?:giai doan|thoi ky|den (?:het )?nam|den (?=20)|dinh huong|tam nhin|nam (?=20)|trong nam)\b.*$"
)
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_KIND = re.compile(r"(?:de an|chuong trinh|ke hoach|chien luoc|du an)\b")
_TELLING: Final = 5  # words of a name; a shorter one ("Chiến lược phát triển") may be anybody's
_BY_NUMBER = re.compile(rf"({_KIND.pattern})(?: so)? (\d{{1,4}})(?:[/-](?:cp|ttg))?")


@dataclass(frozen=True, slots=True)
class Named:
    """A name in one source, and the IRI that it has from that source alone."""

    source: str
    own: str
    name: str


Choices = dict[tuple[str, str], Choice]
Span = tuple[str, str]


# ── agencies, by date ────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class When:
    """When a source speaks: on a day; where that is not known, not before the day of the latest document it names."""

    on: datetime.date | None = None
    since: datetime.date | None = None

    def admits(self, body: Agency) -> bool:
        """Whether an agency may have been there then."""
        if self.on is None and self.since and body.valid_to and body.valid_to < self.since:
            return False
        return body.valid(self.on)


def agency(name: str, own: str, when: When, registry: Registry, iris: Iris) -> Choice | None:
    """The body that bears a name at a time; None where the name alone says it, or no table has it.

    Where several have borne it and the day does not tell which, the name stands for `…/undated/<slug>`: the IRI without
    that would be one of theirs.
    """
    if iris.kind(own) == "group":
        return _group(name, own, registry, iris)
    bearers = _bearers(registry.agencies_named(name), name)
    fitting = [bearer for bearer in bearers if when.admits(bearer)]
    day = when.on or when.since
    if day and not fitting:  # named after its end, or before its beginning
        past = [bearer for bearer in bearers if bearer.valid_to and bearer.valid_to < day]
        fitting = [max(past, key=lambda bearer: bearer.valid_to or day)] if past else list(bearers)
    if not fitting:
        return None
    if len(fitting) > 1:
        undated = iris.of(iris.kind(own) or "agency", f"undated/{slug(name)}")
        return Choice(
            undated, tuple(_borne(b, "chưa rõ thời điểm", "whether this one, is open", iris) for b in fitting)
        )
    (chosen,) = fitting
    iri = agency_iri(chosen, iris)
    if iri == own and len(bearers) == 1:
        return None
    options = [_borne(chosen, *_why(chosen, when), iris)]
    options += [
        _borne(bearer, "không phải thời điểm này", "not at that time", iris) for bearer in bearers if bearer != chosen
    ]
    return Choice(iri, tuple(options))


def agency_iri(body: Agency, iris: Iris) -> str:
    """The IRI of an agency of the registry."""
    return iris.of("office" if body.kind == "office" else "agency", body.id)


def _bearers(found: Sequence[Agency], name: str) -> list[Agency]:
    """Those that a name is the full name of, where there are any: a short form of another does not count then."""
    full = [body for body in found if key(body.name) == key(name)]
    return sorted(full or found, key=lambda body: body.id)


def _why(body: Agency, when: When) -> tuple[str, str]:
    """Why a name means this body."""
    if when.on and body.valid(when.on):
        return f"mang tên này ngày {when.on:%d/%m/%Y}", f"bore the name on {when.on}"
    if when.on or not when.admits(body):
        return "không còn ở thời điểm ấy; là cơ quan mang tên này trước đó", "gone by then; it bore the name before"
    if when.since:
        day = f"{when.since:%d/%m/%Y}"
        return f"nguồn dẫn văn bản ngày {day}", f"the source names a document of {when.since}"
    return "cơ quan duy nhất mang tên này", "the only body of this name"


def _borne(body: Agency, vi: str, en: str, iris: Iris) -> Option:
    start = f"từ {body.valid_from:%d/%m/%Y}" if body.valid_from else ""
    end = f"đến {body.valid_to:%d/%m/%Y}" if body.valid_to else ""
    span = f" ({' '.join(filter(None, (start, end)))})" if start or end else ""
    since = f"from {body.valid_from}" if body.valid_from else ""
    until = f"until {body.valid_to}" if body.valid_to else ""
    years = f" ({' '.join(filter(None, (since, until)))})" if since or until else ""
    reason = f"Registry: {body.name_en}{years}, {en}."
    return Option(agency_iri(body, iris), f"Danh mục: {body.name}{span}, {vi}.", reason)


def _group(name: str, own: str, registry: Registry, iris: Iris) -> Choice | None:
    group = registry.group(name)
    iri = iris.of("group", group.id) if group else own
    if group is None or iri == own:
        return None
    return Choice(iri, (Option(iri, f"Danh mục: cùng nhóm “{group.name}”.", f"Registry: {group.name_en}."),))


def pillar(name: str, own: str, registry: Registry, iris: Iris) -> Choice | None:
    """The pillar of the registry that a name means; None where it is the same, or has none."""
    found = registry.pillar(name)
    iri = iris.of("pillar", found.id) if found else own
    if found is None or iri == own:
        return None
    return Choice(iri, (Option(iri, f"Danh mục: tên khác của “{found.name}”.", f"Registry: {found.name_en}."),))


# ── programmes ───────────────────────────────────────────────────────────────────────────────────────────────────────


def programmes(named: Iterable[Named], approved: Iterable[tuple[str, str]], iris: Iris, wording: Wording) -> Choices:
    """Programmes that are one: spelt otherwise, with or without their years, or called by their decision's number.

    `approved` are the numbers of documents with the name of what they approve.
    """
    named = sorted(set(named), key=lambda n: (n.source, n.own, n.name))
    spelt = _spelt({n.name for n in named}, wording.spelled)
    bases: dict[str, dict[Span, set[str]]] = defaultdict(lambda: defaultdict(set))
    for representative in set(spelt.values()):
        base, span = _without_years(representative, wording)
        bases[base][span].add(representative)
    by_number: dict[tuple[str, int], set[str]] = defaultdict(set)
    for number, name in approved:
        first, kind = re.match(r"\d+", number), _KIND.match(fold(name))
        if first and kind and not _BY_NUMBER.fullmatch(fold(name)):
            by_number[kind[0], int(first[0])].add(spelt.get(name, name))
    choices: Choices = {}
    for n in named:
        choice = _programme(n.name, spelt[n.name], bases, by_number, iris, wording)
        if choice and choice.iri != n.own:
            choices[n.source, n.own] = choice
    return choices


def _programme(
    name: str,
    spelt: str,
    bases: Mapping[str, Mapping[Span, set[str]]],
    by_number: Mapping[tuple[str, int], set[str]],
    iris: Iris,
    wording: Wording,
) -> Choice | None:
    called = _BY_NUMBER.fullmatch(fold(name).strip())
    if called:
        meant = sorted(by_number.get((called[1], int(called[2])), ()))
        vi, en = "Gọi theo số của quyết định phê duyệt", "Called by the number of the decision that approves it"
        return _one_of(meant, vi, en, iris) if meant else None
    base, span = _without_years(spelt, wording)
    others = sorted(_others(span, bases[base]))
    if others and len(base.split()) >= _TELLING:
        found = [_representative(bases[base][other]) for other in others]
        return _one_of(found, "Cùng tên, nêu giai đoạn rõ hơn", "The same name, its years told in full", iris)
    same = _representative(bases[base][span])
    if same == name:
        return None
    return _one_of([same], "Cùng tên, khác cách viết", "The same name, spelt another way", iris)


def _others(span: Span, spans: Iterable[Span]) -> Iterator[Span]:
    """The fuller spans that a span may stand for: of no years any, of a last year those that end in it."""
    spans = list(spans)
    for first, last in spans:
        fuller = span == ("", "") or (not span[0] and first and last == span[1])
        itself_short = not first and any(other[0] and other[1] == last for other in spans)
        if (first, last) != span and last and fuller and not itself_short:
            yield first, last


def _one_of(names: Sequence[str], vi: str, en: str, iris: Iris) -> Choice:
    """The choice of the only name; undecided between several."""
    one = len(names) == 1
    closing = ("", "") if one else ("; chưa đủ căn cứ để chọn", "; not enough to choose it")
    options = tuple(Option(iris.programme(n), f"{vi}: {n}{closing[0]}.", f"{en}: {n}{closing[1]}.") for n in names)
    return Choice(options[0].iri if one else None, options)


def _without_years(name: str, wording: Wording) -> tuple[str, Span]:
    """A programme's name without its period; the first and last year of the period, "" where it tells none."""
    name = unicodedata.normalize("NFC", name)
    tail = _TAIL.search(fold(name))
    if not tail or tail.start() == 0:
        return wording.spelled(name), ("", "")
    main = re.split(r"\b(?:dinh huong|tam nhin)\b", tail[0])[0]
    years = _YEARS.findall(main) or _YEARS.findall(tail[0])
    if not years:
        return wording.spelled(name), ("", "")
    return wording.spelled(name[: tail.start()]), (years[0] if len(years) > 1 else "", years[-1])


def _spelt(names: Iterable[str], spelled: Callable[[str], Hashable]) -> dict[str, str]:
    """Each name's representative among those that are spelt alike, abbreviations spelled out."""
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for name in sorted(set(names)):
        groups[spelled(name)].append(name)
    found: dict[str, str] = {}
    for group in groups.values():
        representative = _representative(group)
        for name in group:
            differ = key(name) == key(representative) and not agree(name, representative)
            found[name] = name if differ else representative
    return found


def _representative(names: Iterable[str]) -> str:
    """The name that stands for several of one thing: with its diacritics, spelled out, the first in order."""
    return min(names, key=lambda name: (plain(name), -len(key(name)), len(name), name))


# ── indicators and officials ─────────────────────────────────────────────────────────────────────────────────────────


_SHARE = re.compile(r"\s*(?:t[yi] le|phan tram) (?:so )?(?=\w+ \w+ \w)")
_LIGHT = re.compile(r"\bđược (?:thực hiện|cung cấp)(?= (?:ở )?mức\b)", re.IGNORECASE)  # "được thực hiện ở mức độ 4"


def indicators(named: Iterable[Named], counted: Iterable[str], iris: Iris, wording: Wording) -> Choices:
    """Indicators that are one: the same words, spelt out or abbreviated, in any order; a share with or without "tỷ lệ".

    `counted` are the indicators with a value that is no percentage: the number of files is not their share.
    """
    named = sorted(set(named), key=lambda n: (n.source, n.own, n.name))
    numbers = {n.name for n in named if n.own in set(counted)}

    def words(name: str) -> Hashable:
        text = unicodedata.normalize("NFC", name)
        share = _SHARE.match(fold(text))
        said = tuple(sorted(wording.words(_LIGHT.sub("", text[share.end() :] if share else text)))) or name
        return said, bool(not share and name in numbers)

    spelt = _spelt({n.name for n in named}, words)
    choices: Choices = {}
    for n in named:
        iri = iris.indicator(spelt[n.name])
        if iri != n.own:
            reason = Option(iri, f"Cùng chỉ tiêu: {spelt[n.name]}.", f"The same indicator: {spelt[n.name]}.")
            choices[n.source, n.own] = Choice(iri, (reason,))
    return choices


def officials(named: Iterable[Named], iris: Iris) -> Choices:
    """Officials whose name stands without its diacritics: the one whose name it is, where there is only one."""
    named = sorted(set(named), key=lambda n: (n.source, n.own, n.name))
    full: dict[str, set[str]] = defaultdict(set)
    for n in named:
        if not plain(n.name):
            full[key(n.name)].add(n.name)
    choices: Choices = {}
    for n in named:
        meant = sorted(full.get(key(n.name), ())) if plain(n.name) else _alike(n.name, full.get(key(n.name), set()))
        if not meant:
            continue
        spellings = {_representative(m for m in meant if agree(m, one)) for one in meant}
        options = tuple(
            Option(iris.official(one), f"Cùng tên khi bỏ dấu: {one}.", f"The same name without diacritics: {one}.")
            for one in sorted(spellings)
        )
        iri = options[0].iri if len(options) == 1 else None
        if iri != n.own:
            choices[n.source, n.own] = Choice(iri, options)
    return choices


def _alike(name: str, names: set[str]) -> list[str]:
    """The spellings of one name that differ in the place of a tone mark only."""
    return sorted(other for other in names if agree(name, other))
