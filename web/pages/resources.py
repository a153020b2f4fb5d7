"""The page of a resource, whatever its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kg.folding import key
from kg.standards import DCTERMS, OA, SCHEMA, SKOS
from kg.trace_gather import RELATIONS, Evidence
from kg.vocabulary import VP
from web import evidence, frame
from web.links import Ref
from web.pages import cells
from web.pages.describe import Description, describe
from web.pages.parts import Fact, Life, Part, ResourcePage, Tie, Ties
from web.tables import Cell, Row, Table
from web.view import View

MOST_MENTIONS = 1000
_BEFORE = (
    "based_on",
    "implements",
    "guides",
    "reviews",
    "approved_by",
    "amends",
    "replaces",
    "repeals",
    "part_of",
    "succeeds",
    "merged_from",
)
_AFTER = (
    "approves", "implemented_by", "basis_of", "guided_by", "reviewed_by", "amended_by", "replaced_by", "repealed_by",
    "has_part", "succeeded_by", "merged_into",
)  # fmt: skip


def resource(view: View, iri: str) -> ResourcePage | None:
    """The page of a resource; None where the store does not know it."""
    from web.pages import actors, instruments, measures, tasks

    found = describe(view.site.pages, iri)
    if not found:
        return None
    makers: dict[str, Callable[[View, Description], ResourcePage]] = {
        "document": instruments.document,
        "programme": instruments.programme,
        "provision": instruments.provision,
        "task": tasks.task,
        "pillar": tasks.pillar,
        "agency": actors.body,
        "office": actors.body,
        "group": actors.body,
        "official": actors.official,
        "indicator": measures.indicator,
        "target": measures.measure,
        "observation": measures.measure,
        "undecided": undecided,
    }
    return makers.get(view.site.iris.kind(iri) or "", other)(view, found)


def other(view: View, found: Description) -> ResourcePage:
    """The page of a resource that has no page of its own form: all that is said of it."""
    kind = view.site.iris.kind(found.iri) or "other"
    t = view.wording
    quotes = evidence.of(view.site.pages, [found.iri]).get(found.iri, ())
    name = found.one(VP.name) or found.one(DCTERMS.description)
    label = name or (view.ref(found.iri).label if found.iri in view.catalogue.labels else t.of("kind", kind))
    into = tuple(
        Ties(view.site.terms.label(predicate, t), tuple(Tie(_called(view, iri)) for iri in sorted(iris)[:50]))
        for predicate, iris in sorted(found.into.items())
    )
    parts = [Part("into", t("part.into"), ties=into, count=sum(len(ties.ties) for ties in into))] if into else []
    return ResourcePage(
        iri=found.iri,
        kind=kind,
        title=label,
        label=t.of("kind", kind),
        facts=triples(view, found),
        quotes=quotes,
        parts=tuple(parts),
    )


def _called(view: View, iri: str) -> Ref:
    """A resource by its name, or by its kind where it has none."""
    kind = view.site.iris.kind(iri) or "other"
    named = iri in view.catalogue.labels or kind in ("task", "target", "observation")
    return view.ref(iri) if named else Ref(iri, view.wording.of("kind", kind), kind, view.lang)


def undecided(view: View, found: Description) -> ResourcePage:
    """The page of a reading that was left undecided: what it might be, and why it is not asserted."""
    t = view.wording
    kind = (found.one(VP.readingKind) or "").removesuffix("s")
    text = found.one(DCTERMS.description) or t("kind.undecided")
    return ResourcePage(
        iri=found.iri,
        kind="undecided",
        title=text[:1].upper() + text[1:],
        label=t("kind.undecided"),
        facts=(
            *fact(t("fact.may_be"), Cell(t.of("kind", kind))),
            *fact(t("fact.why_open"), Cell(found.text(VP.reason, view.lang) or "")),
        ),
        quotes=evidence.of(view.site.pages, [found.iri]).get(found.iri, ()),
        triples=triples(view, found),
        above=((t("frame.gaps"), frame.at("/queries/unresolved-references")),),
    )


# ── what the pages share ─────────────────────────────────────────────────────────────────────────────────────────────


def triples(view: View, found: Description) -> tuple[Fact, ...]:
    """All properties of a resource by their names in the ontology."""
    facts = []
    for predicate, values in found.out.items():
        if predicate == VP.evidence:
            continue
        label = view.site.terms.label(predicate, view.wording)
        if predicate in (VP.reason, VP.scope):  # one text in both languages
            values = [v for v in values if getattr(v, "language", None) == view.lang] or values
        cell = value_cell(view, values)
        if predicate == VP.changeKind:
            cell = Cell(view.wording.of("change-kind", cell.text))
        facts.append(Fact(label[:1].upper() + label[1:], cell))
    return tuple(sorted(facts, key=lambda fact: key(fact.label)))


def value_cell(view: View, values: Iterable[object]) -> Cell:
    """Terms as a cell: resources as links, concepts by their names, literals as the language writes them."""
    import pyoxigraph as ox

    refs, texts = [], []
    for term in values:
        if isinstance(term, ox.NamedNode):
            if view.site.iris.kind(term.value):
                refs.append(view.ref(term.value))
            else:
                texts.append(view.site.terms.label(term.value, view.wording))
        elif isinstance(term, ox.Literal):
            kind = term.datatype.value.rpartition("#")[2]
            if kind in ("date", "gYear", "gYearMonth"):
                texts.append(view.day(term.value))
            elif kind in ("decimal", "integer"):
                texts.append(view.number(term.value))
            elif kind == "boolean":
                texts.append(view.wording(f"value.{term.value}"))
            else:
                texts.append(term.value)
    refs.sort(key=lambda ref: key(ref.label))
    return Cell("; ".join(sorted(texts)), refs=tuple(refs[:40]), note=f"+{len(refs) - 40}" if len(refs) > 40 else "")


def fact(label: str, cell: Cell | None, quotes: tuple[Evidence, ...] = ()) -> list[Fact]:
    """A fact, or none where there is nothing to say."""
    if cell is None or not (cell.text or cell.refs or cell.badges):
        return []
    return [Fact(label, cell, quotes)]


def concept_facts(view: View, found: Description) -> tuple[Fact, ...]:
    """What an indicator or a pillar is called besides, and what is wider and narrower than it."""
    t, label = view.wording, view.ref(found.iri).label
    return (
        *fact(t("fact.broader"), Cell(refs=view.refs(found.iris(SKOS.broader)))),
        *fact(t("fact.narrower"), Cell(refs=view.refs(found.into.get(SKOS.broader, [])))),
        *fact(t("fact.names"), Cell("; ".join(name for name in found.texts(SKOS.altLabel) if name != label))),
    )


def ties(
    view: View, others: Iterable[str], quotes: Callable[[str], tuple[Evidence, ...]] = lambda _: ()
) -> tuple[Tie, ...]:
    """Links with others, the oldest document first, each with the quotes that state it."""
    rows = view.catalogue.document_rows
    dates = {iri: rows[iri].date or rows[iri].year or "" if iri in rows else "" for iri in others}
    found = []
    for iri in sorted(dates, key=lambda iri: (dates[iri], iri)):
        ref, day = view.ref(iri), view.day(dates[iri])
        told = (cells.law_name(rows.get(iri)), "" if f"({day})" in ref.label else day)
        found.append(Tie(ref, ", ".join(filter(None, told)), quotes(iri)))
    return tuple(found)


class Links:
    """The links of one resource with others, each with the quotes that state it."""

    def __init__(self, view: View, found: Description) -> None:
        self.view, self.iri = view, found.iri
        self.others: dict[str, list[str]] = {}
        self._triples: dict[tuple[str, str], tuple[str, str, str]] = {}
        for predicate, (code, inverse) in RELATIONS.items():
            for iri in found.iris(predicate):
                self._add(code, iri, (found.iri, predicate, iri))
            for iri in found.into.get(predicate, ()):
                self._add(inverse, iri, (iri, predicate, found.iri))
        reader = view.site.pages
        self.statements = evidence.statements(reader, [found.iri])
        self._quotes = evidence.of(reader, (fact for facts in self.statements.values() for fact in facts))

    def _add(self, code: str, other: str, triple: tuple[str, str, str]) -> None:
        self.others.setdefault(code, []).append(other)
        self._triples[code, other] = triple

    def quotes(self, subject: str, predicate: str, object_: str) -> tuple[Evidence, ...]:
        """The quotes that state a link."""
        return evidence.merged(self._quotes, self.statements.get((subject, predicate, object_), ()))

    def ties(self, code: str) -> tuple[Tie, ...]:
        """The links of one relation, the oldest first."""
        return ties(self.view, self.others.get(code, ()), lambda iri: self.quotes(*self._triples[code, iri]))

    def life(self, itself: str) -> Life | None:
        """What it rests on and what came of it; None where it has no such links."""
        t = self.view.wording
        before, after = (
            tuple(Ties(t(f"relation.{code}"), ties) for code in codes if (ties := self.ties(code)))
            for codes in (_BEFORE, _AFTER)
        )
        return Life(before, itself, after) if before or after else None


def mentions(view: View, found: Description) -> Part:
    """Where a resource is named, the newest source first, with how each reference was resolved."""
    t = view.wording
    iris = found.into.get(VP.refersTo, [])
    newest = iris if len(iris) <= MOST_MENTIONS else _newest(view, found.iri)
    quotes = evidence.of(view.site.pages, newest)
    rows = []
    for iri in newest:
        said = quotes.get(iri, ())
        if said:
            first = said[0]
            rows.append((first.source_date or "", first.source, iri, said))
    rows.sort(reverse=True)
    weighed = _weighed(view, [iri for _, _, iri, _ in rows])
    lines = tuple(
        Row(
            (
                Cell(said[0].quote),
                Cell(refs=(view.ref(source),)),
                cells.day(view, day) if day else Cell(),
                Cell(view.place(said[0]), note=view.dated(weighed.get(iri, ""))),
            ),
            iri=iri,
            evidence=said,
        )
        for day, source, iri, said in rows
    )
    columns = cells.columns(view, "quote wide", "source", "date narrow", "place")
    notes = (
        (t("list.cut", shown=view.number(len(lines)), n=view.number(len(iris))),) if len(iris) > MOST_MENTIONS else ()
    )
    table = Table("mentions", t("part.mentions"), columns, lines, t("empty.section"), notes)
    return Part("mentions", t("part.mentions"), table, count=len(iris))


def _newest(view: View, iri: str) -> list[str]:
    """The mentions of a resource in the newest sources."""
    query = f"""SELECT ?m {{ ?m <{VP.refersTo}> <{iri}> ; <{VP.evidence}>/<{OA.hasSource}> ?source
      OPTIONAL {{ ?source <{SCHEMA.datePublished}> ?day }} }} GROUP BY ?m ORDER BY DESC(STR(MAX(?day))) ?m"""
    return [row["m"] for row in view.site.pages.rows(f"{query} LIMIT {MOST_MENTIONS}")]


def _weighed(view: View, iris: list[str]) -> dict[str, str]:
    """Why each reference was taken for what it is, where that had to be found out."""
    query = f"""SELECT ?x ?why {{ VALUES ?x {{ UNDEF }} ?x <{VP.candidate}> ?c .
      ?c <{VP.chosen}> true ; <{VP.reason}> ?why
      FILTER(LANG(?why) IN ("{view.lang}", "vi", "")) }} ORDER BY (LANG(?why) != "{view.lang}")"""
    found: dict[str, str] = {}
    for row in evidence.asked(view.site.pages, query, iris):
        found.setdefault(row["x"], row["why"])
    return found


def parted(name: str, title: str, table: Table) -> Part:
    """A section that is a table."""
    return Part(name, title, table, count=len(table.rows))
