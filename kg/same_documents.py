"""Which document a citation means: numbers are not keys, so symbol, issuer, day, title, subject and time decide.

Numbering restarts every year and in every body. A citation without its year is weighed against every document of that
number that some source dates; one without a number against the numbered documents of its kind and subject. What is not
ruled out by time, title or issuer is a candidate; where two remain, the citation stays as it is, with both listed.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.citations import Citation, Found, Known
from kg.folding import slug
from kg.iris import Iris, is_number, tells_issuer
from kg.likeness import Wording, likeness, plain
from kg.named_documents import BySubject, decide
from kg.names import Choice, Option

_SAME_TITLE: Final = 0.6
_OTHER_TITLE, _TITLE = 0.2, 6  # how unlike two titles are, of at least so many words, that are not one
_APART: Final = 0.3  # of the titles of two days that are of two documents
_ON_TOPIC, _OFF_TOPIC = 0.7, 0.4
_LONG_AGO: Final = datetime.timedelta(days=5 * 365)  # after that a bare number alone no longer tells


@dataclass(frozen=True, slots=True)
class Weight:
    """What speaks against a candidate (then it is out) and what for it."""

    against: tuple[tuple[str, str], ...] = ()
    support: tuple[tuple[str, str], ...] = ()
    title: bool = False
    topic: float = 0.0


def resolve(citations: Iterable[Citation], iris: Iris, wording: Wording) -> Found:
    """The documents that citations of all sources mean. The order of the citations does not matter."""
    found = Found()
    numbered, named = _groups(citations, wording)
    known: list[Known] = []
    for group in numbered:
        known += _settle(group, iris, wording, found)
    by_subject = BySubject(known)
    for group in named:
        rest = [c for c in group if not decide(c, by_subject, wording, found)]
        if rest:
            _settle(rest, iris, wording, found)
    return found


def _groups(citations: Iterable[Citation], wording: Wording) -> tuple[list[list[Citation]], list[list[Citation]]]:
    """The citations of one number together; of documents without one, those of one kind and subject."""
    numbered: dict[str, list[Citation]] = defaultdict(list)
    named: dict[tuple[str, tuple[str, ...]], list[Citation]] = defaultdict(list)
    for citation in sorted(set(citations), key=lambda c: (c.source, c.own, c.id, c.date or "", c.title or "")):
        if is_number(citation.id):
            numbered[slug(citation.number)].append(citation)
        else:
            subject = wording.subject(citation.id)
            named[citation.type or "", subject if len(subject) > 1 else (citation.own,)].append(citation)
    return [numbered[key] for key in sorted(numbered)], [named[key] for key in sorted(named)]


# ── documents of one number, or of one name ──────────────────────────────────────────────────────────────────────────


def _settle(group: Sequence[Citation], iris: Iris, wording: Wording, found: Found) -> list[Known]:
    """Decides the citations of one number (or name); returns the documents that bear it."""
    name = min((plain(c.number), wording.abbreviated(c.number), len(c.number), c.number) for c in group)[3]
    known = _known(group, name, iris, wording)
    for citation in group:
        entries = [k for k in known if not k.issuer or not citation.issuer or k.issuer == citation.issuer]
        if citation.year:
            choice = _dated(citation, [k for k in entries if k.year == citation.year])
        else:
            choice = _undated(citation, entries, wording)
            if not choice and not known:
                iri = iris.document(name, None, _issuer(citation))
                reason = Option(iri, "Cùng tên, khác cách viết.", "The same name, spelt another way.")
                choice = Choice(iri, (reason,)) if iri != citation.own else None
        if choice:
            found.add(citation, choice)
    return known


def _issuer(citation: Citation) -> str | None:
    """The issuer, where it is part of the document's identity."""
    return citation.issuer if is_number(citation.id) and not tells_issuer(citation.id) else None


def _known(group: Sequence[Citation], name: str, iris: Iris, wording: Wording) -> list[Known]:
    """The documents of one number that are dated, one for each year and issuer; for each day where titles differ."""
    needs_issuer = is_number(name) and not tells_issuer(name)
    dated = [c for c in group if c.year]
    issuers: dict[str, set[str]] = defaultdict(set)
    for citation in dated:
        if citation.issuer and citation.year:
            issuers[citation.year].add(citation.issuer)
    entries: dict[tuple[str, str | None, str], Known] = {}
    for year, issuer in sorted({(str(c.year), _issuer(c)) for c in dated}, key=lambda pair: (pair[0], pair[1] or "")):
        if needs_issuer and issuer is None and issuers[year]:
            continue  # is one of those, or stays open
        alike = [c for c in dated if c.year == year and _issuer(c) == issuer]
        for day in _days_apart(alike, wording):
            iri = iris.document(name, day or year, issuer, day=day is not None)
            entry = entries.setdefault((year, issuer, day or ""), Known(iri, name, year, issuer))
            for citation in alike:
                if day in (None, citation.day):
                    _learn(entry, citation, wording)
    return list(entries.values())


def _days_apart(alike: Sequence[Citation], wording: Wording) -> list[str | None]:
    """The days of one number in one year that are of different documents; (None,) where it is one document.

    A body gives a number once a year, so two days are one document misprinted, unless the titles differ as well.
    """
    titles: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for citation in alike:
        if citation.day:
            titles[citation.day] += [wording.subject(citation.title)] if citation.title else []
    days = sorted(titles)
    apart = len(days) > 1 and all(
        titles[one] and titles[other] and _best(titles[one], titles[other]) < _APART
        for i, one in enumerate(days)
        for other in days[i + 1 :]
    )
    return list(days) if apart else [None]


def _best(some: Iterable[tuple[str, ...]], others: Iterable[tuple[str, ...]]) -> float:
    others = list(others)
    return max((likeness(one, other) for one in some for other in others), default=0.0)


def _learn(entry: Known, citation: Citation, wording: Wording) -> None:
    entry.sources.add(citation.source)
    entry.type = entry.type or citation.type
    if citation.title:
        entry.titles.add(wording.subject(citation.title))
    if citation.day:
        entry.days[citation.day].add(citation.source)
        if citation.own_text:
            entry.own_days.add(citation.day)


def _dated(citation: Citation, entries: Sequence[Known]) -> Choice | None:
    """A citation whose year is known: which document of that year it is, and whether its day is told otherwise."""
    same_day = [entry for entry in entries if citation.day in entry.days]
    fitting = same_day or [entry for entry in entries if not (citation.day and entry.days)] or list(entries)
    vi, en = _alike(citation)
    if len(fitting) > 1:
        open_ = "chưa rõ cơ quan hay ngày ban hành", "which issuer or day, is open"
        return Choice(
            None,
            tuple(Option(k.iri, f"{vi} và năm, ban hành {k.said}; {open_[0]}.", f"{en}; {open_[1]}.") for k in fitting),
        )
    if not fitting:
        return None
    (entry,) = fitting
    others = sorted(day for day in entry.days if citation.day and day != citation.day)
    if others and citation.day not in _right_days(entry):
        days = ", ".join("/".join(reversed(day.split("-"))) for day in others)
        reason = f"{vi} và năm, nhưng nguồn khác ghi ngày {days}: có thể in nhầm ngày."
        return Choice(
            entry.iri, (Option(entry.iri, reason, f"Other sources date it {', '.join(others)}: a misprint?"),)
        )
    if entry.iri == citation.own:
        return None
    if same_day:
        return Choice(entry.iri, (Option(entry.iri, f"{vi} và cùng ngày ban hành.", f"{en} and the same day."),))
    return Choice(entry.iri, (Option(entry.iri, f"{vi}, cùng năm {entry.year}.", f"{en}, of the same year."),))


def _alike(citation: Citation) -> tuple[str, str]:
    """What two citations of one group share."""
    if is_number(citation.id):
        return "Cùng số, ký hiệu", "The same number"
    return "Cùng tên", "The same name"


def _right_days(entry: Known) -> set[str]:
    """The days that its own text gives, else the one that most sources give; none where two are given as often."""
    most = max(map(len, entry.days.values()), default=0)
    leading = {day for day, sources in entry.days.items() if len(sources) == most}
    return entry.own_days or (leading if len(leading) == 1 else set())


def _undated(citation: Citation, entries: Sequence[Known], wording: Wording) -> Choice | None:
    """A citation without a year: weighed against each document of its number."""
    if not entries:
        return None
    weights = {entry.iri: _weigh(citation, entry, wording) for entry in entries}
    left = [entry for entry in entries if not weights[entry.iri].against]
    chosen = _only(left, weights)
    if chosen and len(left) == 1 and _long_ago(citation, chosen) and not weights[chosen.iri].support:
        chosen = None
    return Choice(
        chosen.iri if chosen else None,
        tuple(_option(citation, entry, weights[entry.iri], entry is chosen, len(left)) for entry in entries),
    )


def _weigh(citation: Citation, entry: Known, wording: Wording) -> Weight:
    against, support = [], []
    if citation.published and entry.first > citation.published:
        against.append((f"ban hành sau ngày đăng bài ({_print(citation.published)})", "signed after the article"))
    title = _best([wording.subject(citation.title)], entry.titles) if citation.title and entry.titles else None
    if title is not None and title >= _SAME_TITLE:
        support.append(("trích yếu giống nhau", "the same title"))
    elif title is not None and title < _OTHER_TITLE and _title_like(citation, wording):
        against.append(("trích yếu khác", "another title"))
    if citation.source in entry.sources:
        support.append(("cùng nguồn có ghi ngày", "the same source dates it elsewhere"))
    topic = max((_on_topic(words, citation.topic) for words in entry.titles if len(words) >= 4), default=0.0)
    if topic >= _ON_TOPIC:
        support.append(("nguồn nói về chủ đề của văn bản", "the source speaks of its subject"))
    if citation.issuer and citation.issuer == entry.issuer:
        support.append(("cùng cơ quan ban hành", "the same issuer"))
    return Weight(tuple(against), tuple(support), bool(title and title >= _SAME_TITLE), topic)


def _title_like(citation: Citation, wording: Wording) -> bool:
    """Whether what was read as a title is long enough to be one."""
    return citation.title is not None and len(wording.subject(citation.title)) >= _TITLE


def _on_topic(words: tuple[str, ...], topic: frozenset[str]) -> float:
    return sum(word in topic for word in words) / len(words)


def _only(left: Sequence[Known], weights: Mapping[str, Weight]) -> Known | None:
    """The one that the citation means: the only one left, or the only one that title, source or subject speak for."""
    if len(left) == 1:
        return left[0]
    for speaks in (
        [entry for entry in left if weights[entry.iri].title],
        [
            entry
            for entry in left
            if ("cùng nguồn có ghi ngày", "the same source dates it elsewhere") in weights[entry.iri].support
        ],
    ):
        if len(speaks) == 1:
            return speaks[0]
    topical = [entry for entry in left if weights[entry.iri].topic >= _ON_TOPIC]
    rest = [entry for entry in left if weights[entry.iri].topic > _OFF_TOPIC]
    return topical[0] if len(topical) == 1 and rest == topical else None


def _long_ago(citation: Citation, entry: Known) -> bool:
    """Whether too much time has passed for a bare number to tell; names are not given anew every year."""
    passed = citation.published - entry.first if citation.published else datetime.timedelta()
    return is_number(citation.id) and passed > _LONG_AGO


def _option(citation: Citation, entry: Known, weight: Weight, chosen: bool, left: int) -> Option:
    """A candidate with its reasons, for and against, in words."""
    if weight.against:
        vi, en = (", ".join(part) for part in zip(*weight.against, strict=True))
        return Option(entry.iri, f"Loại trừ: {vi}.", f"Ruled out: {en}.")
    reasons = [(f"ban hành {entry.said}", f"signed {', '.join(sorted(entry.days)) or entry.year}"), *weight.support]
    if left == 1 and chosen:
        reasons.append(("văn bản duy nhất đã biết còn phù hợp", "the only known one that fits"))
    elif not chosen:
        reasons.append(("chưa đủ căn cứ để chọn", "not enough to choose it"))
    vi, en = (", ".join(part) for part in zip(*reasons, strict=True))
    same_vi, same_en = _alike(citation)
    return Option(entry.iri, f"{same_vi}: {vi}.", f"{same_en}: {en}.")


def _print(day: datetime.date) -> str:
    return day.strftime("%d/%m/%Y")
