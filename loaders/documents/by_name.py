"""The citations by name of one article: which are of one document, a numbered one or not, and by what name it goes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from kg.folding import key
from kg.model import DocumentStatus, DocumentType
from loaders.documents import citations
from loaders.documents.cited import Cited
from loaders.reading import Reading

_STRENGTH: dict[DocumentStatus, int] = {"issued": 0, "proposed": 1, "draft": 2}
_OF_LAW: frozenset[DocumentType | None] = frozenset(("law", "code", "ordinance", "constitution"))
_NEAREST = 60  # groups of names that a name is compared with, where their first words do not part them
_TELLING = 4  # words of an agreement's subject that tell which one is meant
_SHALLOW = ("ve", "cua", "quy", "dinh", "va")  # words of a subject that tell nothing


def not_own(reading: Reading, named: list[Cited], known: list[Cited]) -> list[Cited]:
    """The citations by name but those of the document whose text this is, or of what it puts into force."""
    own = next((cited for cited in known if cited.unit.role == "letterhead"), None)
    title = _plain(" ".join(key(reading.text(unit)) for unit in reading.units if unit.role == "title")) if own else ""
    others = []
    for cited in named:
        about = _about(reading, cited)
        if own and (_is_title(cited, own, about, title) or _in_title(cited, own, about, title)):
            cited.id, cited.anaphor, cited.confidence = own.id, True, 0.75
        else:
            others.append(cited)
    return others


def _is_title(cited: Cited, own: Cited, about: str, title: str) -> bool:
    """Whether the name of a law is the title of the text itself: "Quốc hội ban hành Luật Dữ liệu"."""
    return cited.type == own.type and cited.type in _OF_LAW and f"{title} ".startswith(f"{about} ")


def _in_title(cited: Cited, own: Cited, about: str, title: str) -> bool:
    """Whether the title says the whole subject of a citation by name."""
    return cited.type in (own.type, "regulation") and len(about.split()) >= 4 and about in title


def give_ids(reading: Reading, named: list[Cited], known: list[Cited]) -> None:
    """Ids of documents by name: a number where the article gives it, else the fullest form of the name."""
    laws_by_name: dict[str, str] = {}
    by_subject: defaultdict[tuple[DocumentType | None, str], dict[str, str]] = defaultdict(dict)
    for cited in known:
        if cited.name:  # of two laws of one name, the later
            name = key(cited.name)
            if cited.id.partition("/")[2] > laws_by_name.get(name, "").partition("/")[2]:
                laws_by_name[name] = cited.id
        if cited.subject:
            about = _about(reading, cited)
            by_subject[cited.type, _first(about)].setdefault(about, cited.id)
    groups: defaultdict[tuple[DocumentType | None, str], list[list[Cited]]] = defaultdict(list)
    for cited in sorted(named, key=lambda cited: -len(cited.name or "")):
        about = _about(reading, cited)
        alike = [(about, by_subject[cited.type, _first(about)])]
        if cited.type == "plan":  # "Bộ X công bố kế hoạch …" in a headline: the decision that issues it
            alike.append((f"ke hoach {about}", by_subject["decision", _first(f"ke hoach {about}")]))
        numbered = laws_by_name.get(key(cited.name or "")) or next(
            (
                identity
                for said, subjects in alike
                for subject, identity in subjects.items()
                if cited.status != "proposed" and _same_subject(said, subject)
            ),
            None,
        )
        if numbered:
            cited.id, cited.status = numbered, "issued"
            if cited.type == "plan" and numbered in alike[-1][1].values():
                cited.type = "decision"
            continue
        likely = groups[cited.type, _bucket(cited, about)]
        group = next((group for group in likely[-_NEAREST:] if _same_name(reading, group[0], cited)), None)
        if group is None:
            likely.append([cited])
        else:
            group.append(cited)
    _name_groups(group for likely in groups.values() for group in likely)


def _bucket(cited: Cited, about: str) -> str:
    """What names of one document share: of drafts, which texts shorten as they like, only the kind."""
    return "" if cited.type not in _OF_LAW else _first(about)


def _name_groups(groups: Iterable[list[Cited]]) -> None:
    for group in groups:
        first = group[0]
        name = first.name or ""
        year = next((cited.year for cited in group if cited.year and not cited.date), None)
        if first.type in _OF_LAW and year and not any(cited.date for cited in group):
            name = f"{name} năm {year}"
        status = max((cited.status for cited in group), key=lambda status: _STRENGTH[status])
        issuer = next((cited.issuer for cited in group if cited.issuer), None)
        for cited in group:
            cited.id, cited.status, cited.issuer = name, status, cited.issuer or issuer


def _plain(subject: str) -> str:
    return subject.replace(" nam ", " ")


def _about(reading: Reading, cited: Cited) -> str:
    """A subject as it is compared: without the verb before it and without "năm" before its years."""
    if not cited.subject:
        return key(cited.name or "")
    subject = key(citations.title(reading, cited.subject) or "")
    return _plain(re.sub(r"^(?:ve viec|ve|quy dinh(?: chi tiet)?(?: ve)?|ban hanh|phe duyet) ", "", subject))


def _first(subject: str) -> str:
    return " ".join(subject.split()[:2])


def _same_subject(one: str, other: str) -> bool:
    """Whether two subjects are one, the shorter being how the longer begins; too short a one says nothing."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter.split()) >= 4 and (longer == shorter or longer.startswith(f"{shorter} "))


def _same_name(reading: Reading, longer: Cited, shorter: Cited) -> bool:
    if longer.type in _OF_LAW:
        years = {cited.year for cited in (longer, shorter) if cited.year}
        return key(longer.name or "") == key(shorter.name or "") and len(years) < 2
    one, other = _about(reading, longer), _about(reading, shorter)
    words = {word for word in other.split() if word not in _SHALLOW}
    agreed = longer.type == "agreement" and len(words) >= _TELLING  # a headline leaves out what it is about
    part = (agreed or (len(words) >= 2 and longer.status != "issued")) and words <= set(one.split())
    return key(longer.name or "") == key(shorter.name or "") or _same_subject(one, other) or part
