"""The page of a source: its text with the facts marked in it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.sources import Record
from kg.standards import DCTERMS, OA, RDF, SCHEMA
from kg.vocabulary import VP
from web.links import short
from web.pages import cells
from web.pages.describe import describe
from web.pages.parts import Fact
from web.pages.resources import fact, triples
from web.tables import Badge, Cell
from web.view import View

# the kinds in the margin, in this order; a mention counts as what it refers to
KINDS = (
    "task",
    "target",
    "observation",
    "document",
    "programme",
    "relation",
    "agency",
    "official",
    "pillar",
    "provision",
    "undecided",
)
_ALIKE = {"office": "agency", "group": "agency", "statement": "relation"}

_MARKS = f"""SELECT ?fact ?start ?end ?of ?name ?text ?p WHERE {{
  VALUES ?source {{ UNDEF }} ?place <{OA.hasSource}> ?source ; <{OA.hasSelector}> ?selector .
  ?selector <{OA.start}> ?start ; <{OA.end}> ?end . ?fact <{VP.evidence}> ?place .
  OPTIONAL {{ ?fact <{VP.refersTo}> ?of }} OPTIONAL {{ ?fact <{VP.name}> ?name }}
  OPTIONAL {{ ?fact <{DCTERMS.description}> ?text }}
  OPTIONAL {{ ?fact <{VP.indicator}> ?of }}
  OPTIONAL {{ ?fact <{RDF.predicate}> ?p ; <{RDF.subject}> ?of ; <{RDF.object}> ?name }}
}}"""


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact in the text: where it stands, and where it leads."""

    number: int
    kind: str
    fact: str
    to: str  # the resource that it leads to
    label: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text between two borders of marks: the marks over it, the shortest first."""

    text: str
    marks: tuple[Mark, ...] = ()
    anchors: tuple[str, ...] = ()  # of evidence that starts here
    lit: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of its marks, each once."""
        return tuple(dict.fromkeys(mark.kind for mark in self.marks))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text; one of a table has its cells."""

    cells: tuple[tuple[Segment, ...], ...]
    row: bool


@dataclass(frozen=True, slots=True)
class Margin:
    """The marks of one kind, in the order of the text."""

    kind: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """All that the page of a source shows."""

    iri: str
    slug: str
    title: str
    kind: Badge
    facts: tuple[Fact, ...]
    blocks: tuple[tuple[bool, tuple[Line, ...]], ...]  # whether they are rows of a table, and the lines
    margins: tuple[Margin, ...]
    lit: str | None  # the mark or place that the address asks for, in words
    triples: tuple[Fact, ...]


def source(view: View, record: Record, *, fact_asked: str = "", place: str = "") -> SourcePage:
    """The page of a source, with a fact or a place (`char=start,end` of the address) highlighted."""
    t = view.wording
    text = view.site.sources.text(record)
    found = describe(view.site.pages, record.iri)
    marks = _marks(view, record.iri)
    lit = _asked_place(place, len(text))
    asked = next((m for m in marks if fact_asked and short(m.fact, view.site.base) == fact_asked), None)
    if asked:
        lit = asked.spans
    kind = (found.one(VP.sourceKind) or "").rpartition("source-")[2]
    facts = [
        *fact(t("fact.publisher"), Cell(refs=view.refs(found.iris(SCHEMA.publisher)))),
        *fact(
            t("column.signed" if kind == "original" else "fact.published"),
            Cell(view.day(found.one(SCHEMA.datePublished))),
        ),
        *fact(t("fact.text_of"), Cell(refs=view.refs(found.iris(VP.textOf)))),
        *fact(t("fact.address"), Cell(found.one(SCHEMA.url) or "", to=found.one(SCHEMA.url))),
        *fact(t("fact.file"), Cell(record.name)),
        *fact(t("fact.retrieved"), Cell(view.day(found.one(VP.retrievedOn)))),
        *fact(t("fact.file_digest"), Cell(record.file_digest)),
        *fact(t("fact.digest"), Cell(found.one(VP.textDigest) or "")),
        *fact(t("fact.extractor"), Cell(found.one(VP.extractor) or "")),
        *fact(t("fact.recipients"), Cell(found.one(VP.recipients) or "")),
    ]
    by_kind = tuple(Margin(kind, tuple(m for m in marks if m.kind == kind)) for kind in KINDS)
    return SourcePage(
        iri=record.iri,
        slug=record.slug,
        title=view.ref(record.iri).label,
        kind=Badge(t.of("source-kind", kind)),
        facts=tuple(facts),
        blocks=_blocks(_lines(text, marks, lit)),
        margins=tuple(margin for margin in by_kind if margin.marks),
        lit=asked.label if asked else (text[lit[0][0] : lit[0][1]] if lit else None),
        triples=triples(view, found),
    )


def _asked_place(place: str, length: int) -> tuple[tuple[int, int], ...]:
    match = re.fullmatch(r"(?:char=)?(\d{1,9}),(\d{1,9})", place)
    if not match:
        return ()
    start, end = int(match[1]), min(int(match[2]), length)
    return ((start, end),) if start < end else ()


def _marks(view: View, iri: str) -> list[Mark]:
    import pyoxigraph as ox

    t, base = view.wording, view.site.base
    found: dict[str, dict[str, str]] = {}
    spans: dict[str, set[tuple[int, int]]] = {}
    for row in view.site.pages.rows(_MARKS, {"source": ox.NamedNode(iri)}):
        found[row["fact"]] = row
        spans.setdefault(row["fact"], set()).add((int(row["start"]), int(row["end"])))
    rows = sorted(found.values(), key=lambda row: (min(spans[row["fact"]]), row["fact"]))
    marks: list[Mark] = []
    for row in rows:
        kind = view.site.iris.kind(row["fact"]) or "other"
        to = row["fact"]
        if kind == "mention":
            to = row.get("of", to)
            kind, label = view.site.iris.kind(to) or "other", row.get("name", "")
            label = view.ref(to).label if to in view.catalogue.labels else label
        elif kind in ("target", "observation"):
            name = view.ref(row["of"]).label if "of" in row else ""
            stated = view.catalogue.measure_rows.get(row["fact"])
            label = f"{name}: {cells.measure(view, stated).text}" if stated else name
        elif kind == "statement":
            relation = view.site.terms.label(row.get("p", ""), t)
            label = f"{view.ref(row.get('of', '')).label} – {relation.lower()} – {view.ref(row.get('name', '')).label}"
        elif kind in ("membership", "status"):
            continue  # the mention of the official, the task, stands at the same place
        else:
            label = row.get("text", short(to, base))
        kind = _ALIKE.get(kind, kind)
        marks.append(Mark(len(marks) + 1, kind, row["fact"], to, label, tuple(sorted(spans[row["fact"]]))))
    return marks


def _lines(text: str, marks: Sequence[Mark], lit: Sequence[tuple[int, int]]) -> Iterator[Line]:
    """The text's lines, cut where marks begin and end; empty lines are left out."""
    near = _Near(marks)
    starts: dict[int, list[str]] = {}
    for mark in marks:
        for start, end in mark.spans:
            starts.setdefault(start, []).append(f"char={start},{end}")
    for start, end in lit:
        starts.setdefault(start, []).append(f"char={start},{end}")
    for match in re.finditer(r"[^\n]+", text):
        if not match[0].strip():
            continue
        cells = []
        for cell in re.finditer(r"[^\t]+|(?<=\t)(?=\t)|(?<=\t)$|^(?=\t)", match[0]):
            start, end = match.start() + cell.start(), match.start() + cell.end()
            cells.append(tuple(_segments(text, start, end, near.to(start, end), starts, lit)))
        yield Line(tuple(cells), "\t" in match[0])


class _Near:
    """The marks by stretches of the text, which are asked for in their order."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        spans = [(span, mark.number, mark) for mark in marks for span in mark.spans]
        self._coming = sorted(spans, key=lambda one: one[:2], reverse=True)
        self._open: list[tuple[Mark, tuple[int, int]]] = []

    def to(self, start: int, end: int) -> list[tuple[Mark, tuple[int, int]]]:
        """The marks that stand in a stretch, with where they do."""
        while self._coming and self._coming[-1][0][0] < end:
            span, _, mark = self._coming.pop()
            self._open.append((mark, span))
        self._open = [(mark, span) for mark, span in self._open if start < span[1]]
        return list(self._open)


def _segments(
    text: str,
    start: int,
    end: int,
    near: Sequence[tuple[Mark, tuple[int, int]]],
    starts: dict[int, list[str]],
    lit: Sequence[tuple[int, int]],
) -> Iterator[Segment]:
    """A stretch of the text, cut where the marks near it begin and end."""
    cuts = sorted(
        {
            start,
            end,
            *(b for _, span in near for b in span if start < b < end),
            *(b for s in lit for b in s if start < b < end),
        }
    )
    for one, two in itertools.pairwise(cuts):
        over = sorted(
            (span[1] - span[0], mark.number, mark) for mark, span in near if span[0] <= one and two <= span[1]
        )
        anchors = tuple(dict.fromkeys(starts.get(one, ())))
        bright = any(a <= one and two <= b for a, b in lit)
        yield Segment(text[one:two], tuple({mark.fact: mark for _, _, mark in over}.values()), anchors, bright)


def _blocks(lines: Iterator[Line]) -> tuple[tuple[bool, tuple[Line, ...]], ...]:
    """Lines that are rows of one table together, every other alone."""
    blocks: list[tuple[bool, list[Line]]] = []
    for line in lines:
        if line.row and blocks and blocks[-1][0]:
            blocks[-1][1].append(line)
        else:
            blocks.append((line.row, [line]))
    return tuple((row, tuple(of)) for row, of in blocks)
