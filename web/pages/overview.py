"""The first page: what this is, how fresh it is, the questions that people come with, counts and known gaps."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kg import stats
from web import bodies as naming
from web import findings, formats
from web.links import Ref, short
from web.pages.filters import Option
from web.view import View

COUNTS: tuple[tuple[str, str, str], ...] = (
    ("documents", "document", "/documents"),
    ("tasks", "task", "/tasks"),
    ("agencies", "agency", "/agencies?kind=agency&scope=sources"),
    ("programmes", "programme", "/queries/programmes-and-approvals"),
    ("targets", "target", "/indicators?has=target"),
    ("observations", "observation", "/indicators?has=observation"),
    ("officials", "official", "/queries/officials-at-date"),
    ("sources", "source", "/queries/source-coverage"),
)
_GAPS: dict[str, str] = {
    "tasks_without_assignee": "/tasks?finding=no-lead",
    "tasks_without_mandate": "/tasks?finding=no-mandate",
    "tasks_without_deadline": "/tasks?due=none",
    "documents_without_date": "/documents?has=undated",
    "undecided_readings": "/queries/unresolved-references",
    "references_with_candidates": "/queries/unresolved-references",
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question as a link that answers it, with the answer's size."""

    text: str
    href: str
    answer: str


@dataclass(frozen=True, slots=True)
class Number:
    """How many of a kind there are, and where they are listed."""

    kind: str
    label: str
    number: str
    href: str


@dataclass(frozen=True, slots=True)
class Fresh:
    """A source that came in last."""

    ref: Ref
    day: str


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the first page shows."""

    fresh: str
    questions: tuple[Question, ...]
    bodies: tuple[Option, ...]
    counts: tuple[Number, ...]
    newest: tuple[Fresh, ...]
    gaps: tuple[Number, ...]


def _givers(view: View) -> dict[str, set[str]]:
    """Of each body that a document gives tasks, as lead or as helper, the documents that do."""
    documents = {row.ref.iri for row in view.catalogue.documents}
    givers: dict[str, set[str]] = {}
    for task in view.catalogue.tasks:
        if task.mandate and task.mandate.iri in documents:
            for body in (*task.leads, *task.helpers):
                givers.setdefault(body.iri, set()).add(task.mandate.iri)
    return givers


def overview(view: View) -> Overview:
    """What the first page shows."""
    from web.pages import lists

    t, catalogue, release = view.wording, view.catalogue, view.site.release
    newest = stats.newest(view.site.pages)
    due = lists.tasks(view, {"due": "quarter"}).total
    years = [m.period[:4] for m in catalogue.measures if not m.target and m.period]
    year = max((y for y in years if int(y) <= view.as_of.year), default=str(view.as_of.year))
    measured = lists.indicators(view, {"year": year, "has": "observation"}).total
    cited = max(catalogue.documents, key=lambda row: row.cited, default=None)
    givers = _givers(view)
    bodies = [row for row in catalogue.bodies if row.ref.iri in givers]
    one_body = [row for row in bodies if not row.general] or bodies  # "các bộ, ngành" is nobody's own question
    there = [row for row in one_body if (row.since or "") <= view.as_of.isoformat() < (row.until or "~")]
    busiest = max(there or one_body, key=lambda row: (len(givers[row.ref.iri]), row.led), default=None)
    questions = [
        Question(
            t("question.due", period=view.period(formats.quarter(view.as_of))),
            "/tasks?due=quarter",
            t("count.tasks", n=view.number(due)),
        ),
        Question(
            t("question.measured", year=year),
            f"/indicators?year={year}&has=observation",
            t("count.indicators", n=view.number(measured)),
        ),
        Question(
            t("question.cited"), "/documents?sort=-cited", cited.ref.label if cited and cited.cited else t("none.any")
        ),
    ]
    if busiest:
        slug = short(busiest.ref.iri, view.site.base)
        questions.insert(
            1,
            Question(
                t("question.assigns", agency=_told(view, busiest.ref.iri)),
                f"/documents?agency={slug}",
                t("count.documents", n=view.number(lists.documents(view, {"agency": slug}).total)),
            ),
        )
    bodies.sort(key=lambda row: -(row.led + row.helped))
    told = sum(row.told and row.kind == "agency" and not row.general for row in catalogue.bodies)
    counts = {**release.counts, "agencies": told}  # as the list that it leads to has them
    found = Counter(code for row in catalogue.tasks for code in findings.of_row(row, view.as_of))
    gaps = stats.gaps(view.site.pages)
    gaps |= {"tasks_without_assignee": found["no-lead"], "tasks_without_mandate": found["no-mandate"]}
    return Overview(
        fresh=t(
            "overview.fresh",
            sources=view.number(release.counts.get("sources", 0)),
            day=view.day(max((row.get("published", "") for row in newest), default="") or None),
            built=view.day(release.created[:10]),
        ),
        questions=tuple(questions),
        bodies=tuple(Option(short(row.ref.iri, view.site.base), view.ref(row.ref.iri).label) for row in bodies[:60]),
        counts=tuple(
            Number(kind, t(f"counted.{name}"), view.number(counts.get(name, 0)), href) for name, kind, href in COUNTS
        ),
        newest=tuple(Fresh(view.ref(row["source"]), view.day(row.get("published"))) for row in newest[:6]),
        gaps=tuple(
            Number("finding", t(f"gap.{name}"), view.number(number), _GAPS.get(name, "/queries"))
            for name, number in gaps.items()
            if number
        ),
    )


def _told(view: View, iri: str) -> str:
    """A body as a sentence names it."""
    label = view.ref(iri).label
    return naming.the(label) if view.lang == "en" else label
