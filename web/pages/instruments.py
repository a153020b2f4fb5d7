"""The pages of documents, programmes and their provisions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import replace

from kg.standards import DCTERMS, ELI
from kg.vocabulary import VP
from web import evidence, formats, frame, provisions
from web.links import Ref
from web.pages import cells
from web.pages.describe import Description
from web.pages.measures import measure_part
from web.pages.parts import Branch, Fact, Part, ResourcePage, Ties
from web.pages.resources import Links, fact, mentions, ties, triples
from web.pages.task_tables import task_part
from web.rows import DocumentRow
from web.tables import Badge, Cell
from web.view import View


def document(view: View, found: Description) -> ResourcePage:
    """The page of a document."""
    t = view.wording
    row = view.catalogue.document_rows.get(found.iri)
    ref = view.ref(found.iri)
    links = Links(view, found)
    kind = t.of("type", row.type) if row else ""
    number = found.one(ELI.id_local)
    title = f"{kind} {ref.label}" if number and kind else ref.label
    signer = Cell(refs=view.refs(found.iris(VP.signer)), note=_capacity(view, found.one(VP.signedFor) or ""))
    date = found.one(ELI.date_document)
    facts = [
        *fact(t("column.number"), Cell(number or "")),
        *fact(t("column.type"), Cell(kind)),
        *fact(
            t("column.issuer"),
            Cell(refs=view.refs(found.iris(ELI.passed_by))) if row and row.issuer else cells.none(t("none.issuer")),
        ),
        *fact(t("column.signed"), cells.day(view, date) if date else cells.none(t("none.date"))),
        *fact(t("fact.signer"), signer),
        *fact(t("fact.effective"), Cell(view.day(found.one(ELI.first_date_entry_in_force)))),
        *fact(t("fact.expires"), Cell(view.day(found.one(ELI.date_no_longer_in_force)))),
        *fact(t("fact.drafted_by"), Cell(refs=view.refs(found.iris(VP.draftedBy)))),
        *fact(t("fact.draft_of"), Cell(refs=view.refs(found.iris(VP.draftOf)))),
        *fact(t("fact.text"), Cell(refs=_texts(view, found))),
        *_result_of(view, found),
    ]
    subject = (row.title if row else None) or ""
    texts = set(found.into.get(VP.textOf, ()))
    parts = [
        _tasks(view, {found.iri, *found.iris(VP.approves)}, texts),
        _targets(view, {found.iri, *found.iris(VP.approves)}),
        _cited(view, found),
        _structure(view, found),
        mentions(view, found),
    ]
    return ResourcePage(
        iri=found.iri,
        kind="document",
        title=title,
        label=ref.label,
        subject=subject[:1].upper() + subject[1:],
        lang=ref.lang,
        badges=_badges(view, row, links),
        facts=tuple(facts),
        life=links.life(ref.label),
        parts=tuple(parts),
        triples=triples(view, found),
        above=((t("nav.documents"), frame.at("/documents")),),
        traceable=True,
    )


def _texts(view: View, found: Description) -> tuple[Ref, ...]:
    """The document's own texts: those that tell its title, then what is filed without it, as an annex."""
    texts = found.into.get(VP.textOf, [])
    query = f"SELECT ?x {{ VALUES ?x {{ UNDEF }} GRAPH ?x {{ <{found.iri}> <{DCTERMS.title}> ?title }} }}"
    titled = {row["x"] for row in evidence.asked(view.site.pages, query, texts)}
    return tuple(sorted(view.refs(texts), key=lambda ref: ref.iri not in titled))


def _result_of(view: View, found: Description) -> Iterator[Fact]:
    """The tasks that a document came of, or may have come of."""
    sure = found.into.get(VP.resultDocument, [])
    query = f"""SELECT ?x ?task {{ VALUES ?x {{ UNDEF }} ?c <{VP.option}> ?x ; <{VP.chosen}> false .
      ?task <{VP.resultCandidate}> ?c }} ORDER BY ?task"""
    open_ = [row["task"] for row in evidence.asked(view.site.pages, query, [found.iri])]
    yield from fact(view.wording("fact.result_of"), Cell(refs=view.refs(sure)))
    yield from fact(view.wording("fact.maybe_result_of"), Cell(refs=view.refs(open_)))


def _capacity(view: View, printed: str) -> str:
    """For whom somebody signs, with what its abbreviations mean: "KT. Thủ tướng (ký thay)"."""
    short = [found.casefold() for found in re.findall(r"\b(\w+)\.", printed)]
    said = [view.wording.of("signed", one) for one in short if view.wording.of("signed", one) != one]
    return f"{printed} ({'; '.join(said)})" if said else printed


def _badges(view: View, row: DocumentRow | None, links: Links) -> tuple[Badge, ...]:
    t = view.wording
    badges = [cells.validity(view, row)] if row else []
    if links.others.get("replaced_by"):
        badges.append(Badge(t("validity.replaced"), "red"))
    if links.others.get("repealed_by"):
        badges.append(Badge(t("validity.repealed"), "red"))
    if links.others.get("amended_by"):
        badges.append(Badge(t("validity.amended"), "caution"))
    if "/undated/" in links.iri:
        badges.append(Badge(t("validity.undated"), "caution"))
    return tuple(badges)


def programme(view: View, found: Description) -> ResourcePage:
    """The page of a programme, strategy, scheme or plan."""
    t = view.wording
    ref = view.ref(found.iri)
    links = Links(view, found)
    mandating = {found.iri, *links.others.get("approved_by", ())}
    facts = [
        *fact(t("fact.period"), Cell(formats.span(found.one(VP.period), view.lang))),
        *fact(t("relation.approved_by"), Cell(refs=view.refs(links.others.get("approved_by", [])))),
        *fact(t("fact.names"), Cell("; ".join(name for name in found.texts(DCTERMS.title) if name != ref.label))),
    ]
    parts = [_tasks(view, mandating), _targets(view, mandating), mentions(view, found)]
    return ResourcePage(
        iri=found.iri,
        kind="programme",
        title=ref.label,
        label=ref.label,
        lang=ref.lang,
        facts=tuple(facts),
        life=links.life(ref.label if len(ref.label) < 60 else t("kind.programme")),
        parts=tuple(parts),
        triples=triples(view, found),
        above=((t("counted.programmes"), frame.at("/queries/programmes-and-approvals")),),
        traceable=True,
    )


def provision(view: View, found: Description) -> ResourcePage:
    """The page of an article, clause, point, annex or annex row."""
    t = view.wording
    ref = view.ref(found.iri)
    within = found.into.get(ELI.has_part, []) + found.into.get(DCTERMS.hasPart, [])
    whole = provisions.belongs_to(found.iri, view.site.iris)
    around = (*view.refs([iri for iri in within if iri != whole]), view.ref(whole))
    given = set(found.into.get(VP.inProvision, ()))
    measures = [row for row in view.catalogue.measures if row.iri in given]
    parts = [
        task_part(view, "tasks", t("nav.tasks"), [row for row in view.catalogue.tasks if row.iri in given]),
        *([measure_part(view, "targets", t("nav.indicators"), measures, indicator=True)] if measures else ()),
        _structure(view, found),
        mentions(view, found),
    ]
    title = provisions.told(ref.label, view.lang)
    return ResourcePage(
        iri=found.iri,
        kind="provision",
        title=title,
        label=title,
        subject=_beside(_last(ref.label), found.one(DCTERMS.title) or ""),
        facts=tuple(fact(t("fact.within"), Cell(refs=around))),
        parts=tuple(parts),
        triples=triples(view, found),
        above=((t("nav.documents"), frame.at("/documents")),),
    )


def _tasks(view: View, mandating: set[str], texts: Set[str] = frozenset()) -> Part:
    rows = [row for row in view.catalogue.tasks if row.mandate and row.mandate.iri in mandating]
    rows.sort(key=lambda row: bool(texts) and (row.source is None or row.source.iri not in texts))
    return task_part(view, "tasks", view.wording("nav.tasks"), rows, texts=texts)


def _targets(view: View, setting: set[str]) -> Part:
    t = view.wording
    rows = [row for row in view.catalogue.measures if row.target and row.set_by and row.set_by.iri in setting]
    return measure_part(view, "targets", t("nav.indicators"), rows, indicator=True)


def _cited(view: View, found: Description) -> Part:
    t = view.wording
    both = (("part.cites", found.iris(ELI.cites)), ("part.cited_by", found.into.get(ELI.cites, [])))
    groups = tuple(Ties(t(label), ties(view, iris)) for label, iris in both if iris)
    return Part(
        "cites", t("part.citations"), ties=groups, empty=t("empty.section"), count=sum(len(x.ties) for x in groups)
    )


def _structure(view: View, found: Description) -> Part:
    t = view.wording
    query = f"""SELECT ?a ?b ?path ?title {{ <{found.iri}> (<{ELI.has_part}>|<{DCTERMS.hasPart}>)* ?a .
      ?a (<{ELI.has_part}>|<{DCTERMS.hasPart}>) ?b OPTIONAL {{ ?b <{VP.provisionPath}> ?path }}
      OPTIONAL {{ ?b <{DCTERMS.title}> ?title }} }}"""
    parts: dict[str, dict[str, tuple[str, str]]] = {}
    for row in view.site.pages.rows(query):
        parts.setdefault(row["a"], {})[row["b"]] = (row.get("path", ""), row.get("title", ""))

    def branches(iri: str, depth: int) -> tuple[Branch, ...]:
        inner = sorted(parts.get(iri, {}).items(), key=lambda item: _natural(item[0])) if depth < 8 else []
        named = [(b, _last(path) or provisions.spoken(b), title) for b, (path, title) in inner]
        return tuple(
            Branch(
                replace(view.ref(b), label=provisions.told(label, view.lang), lang=view.lang),
                _beside(label, title),
                branches(b, depth + 1),
            )
            for b, label, title in named
        )

    tree = branches(found.iri, 0)
    return Part(
        "structure", t("part.structure"), tree=tree, empty=t("empty.section"), count=sum(map(len, parts.values()))
    )


def _last(path: str) -> str:
    return path.rpartition(" / ")[2]


def _beside(label: str, title: str) -> str:
    """What a provision says, beside its label: without the marker that the label tells already.

    >>> _beside("Điều 2", "Điều 2. Hiệu lực"), _beside("Khoản 1", "1. Bố trí kinh phí"), _beside("Điểm a", "a) Lập")
    ('Hiệu lực', 'Bố trí kinh phí', 'Lập')
    >>> _beside("Phụ lục", "PHỤ LỤC"), _beside("Mục I", "I. MỤC TIÊU"), _beside("Khoản 1", "1.5% hồ sơ")
    ('', 'MỤC TIÊU', '1.5% hồ sơ')
    """
    number = re.escape(label.rpartition(" ")[2])
    marker = rf"(?:{re.escape(label)}[.):/]*|{number}[.):/]+)(?:\s+|$)"
    return re.sub(rf"^\s*{marker}", "", title, count=1, flags=re.IGNORECASE)


def _natural(iri: str) -> list[tuple[int, str]]:
    """The order of provisions: figures by their value, Roman ones too.

    >>> sorted(["p/muc-ix", "p/muc-v", "p/muc-iv", "p/khoan-10", "p/khoan-9", "p/diem-v", "p/diem-i"], key=_natural)
    ['p/diem-i', 'p/diem-v', 'p/khoan-9', 'p/khoan-10', 'p/muc-iv', 'p/muc-v', 'p/muc-ix']
    """
    plain = _ROMAN.sub(lambda found: str(_value(found[0])), iri)
    return [(int(piece), "") if piece.isdecimal() else (0, piece) for piece in re.split(r"(\d+)", plain)]


_ROMAN = re.compile(r"(?<=/muc-)[ivxlc]+\b|(?<=/chuong-)[ivxlc]+\b|(?<=/phan-)[ivxlc]+\b|(?<=/phu-luc-)[ivxlc]+\b")
_FIGURES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def _value(roman: str) -> int:
    values = [_FIGURES[letter] for letter in roman]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
