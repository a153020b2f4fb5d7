"""The pages of tasks and of the pillars that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg import places, standing
from kg.standards import PPLAN
from kg.vocabulary import VP
from web import evidence, findings, frame
from web.links import Ref
from web.pages import cells
from web.pages.describe import Description
from web.pages.measures import measure_part
from web.pages.parts import Part, ResourcePage
from web.pages.resources import concept_facts, fact, mentions, triples
from web.pages.task_tables import task_part
from web.rows import Status
from web.tables import Badge, Cell, Row, Table
from web.view import View


def task(view: View, found: Description) -> ResourcePage:
    """The page of a task: who, by when, who ordered it, what came of it, and the sentence that says so."""
    t = view.wording
    row = view.catalogue.task_rows.get(found.iri)
    if row is None:  # beyond what the lists hold
        from web.pages.resources import other

        return other(view, found)
    quotes = evidence.of(view.site.pages, [found.iri]).get(found.iri, ())
    told = findings.of_row(row, view.as_of)
    now = standing.at(row.statuses, view.as_of)
    badges = [cells.told(view, now)] if now else []
    badges += cells.finding_badges(view, row, told)
    said = places.read_aloud(row.provision or "", view.lang)
    provision = Cell(said, refs=() if row.provision else view.refs(found.iris(VP.inProvision)))
    if row.provision and found.iris(VP.inProvision):
        provision = Cell(said, to=found.iris(VP.inProvision)[0])
    facts = [
        *fact(t("column.lead"), Cell(refs=view.several(row.leads)) if row.leads else cells.none(t("none.lead"))),
        *fact(t("column.helpers"), Cell(refs=view.several(row.helpers))),
        *fact(t("column.deadline"), cells.deadline(view, row)),
        *fact(t("fact.last_day"), Cell(view.day(row.due) if row.due and row.deadline != row.due.isoformat() else "")),
        *fact(t("column.mandate"), Cell(refs=view.own(row.mandate)) if row.mandate else cells.none(t("none.mandate"))),
        *fact(t("fact.provision"), provision),
        *fact(t("fact.directed_by"), Cell(refs=view.own(row.director))),
        *fact(
            t("fact.plan"),
            Cell(
                refs=view.refs([i for i in found.iris(PPLAN.isStepOfPlan) if not row.mandate or i != row.mandate.iri])
            ),
        ),
        *fact(t("column.product"), Cell(row.deliverable or "")),
        *fact(t("fact.result"), Cell(refs=view.refs(found.iris(VP.resultDocument)))),
        *fact(t("column.pillar"), Cell(refs=view.several(row.pillars))),
        *fact(t("fact.same_as"), Cell(refs=_told_by(view, found.iris(VP.sameTaskAs)))),
        *fact(t("fact.share_of"), Cell(refs=_told_by(view, found.iris(VP.shareOf)))),
        *fact(t("fact.carries_out"), Cell(refs=_told_by(view, found.iris(VP.carriesOut)))),
        *fact(t("fact.carried_out_by"), Cell(refs=_told_by(view, found.into.get(VP.carriesOut, [])))),
        *(
            one
            for other, why in _may_be(view, found)
            for one in fact(t("fact.may_be_same"), Cell(refs=other, note=why))
        ),
    ]
    parts = [_states(view, found)]
    outcomes = _results(view, found)
    if outcomes.count:
        parts.append(outcomes)
    targets = [m for m in view.catalogue.measures if m.iri in set(found.into.get(VP.ofTask, ()))]
    if targets:
        parts.append(measure_part(view, "targets", t("nav.indicators"), targets, indicator=True))
    text = row.text[:1].upper() + row.text[1:]
    return ResourcePage(
        iri=found.iri,
        kind="task",
        title=text,
        label=f"{text[:70]}…" if len(text) > 72 else text,
        badges=tuple(badges),
        facts=tuple(facts),
        quotes=quotes,
        parts=tuple(parts),
        triples=triples(view, found),
        above=((t("nav.tasks"), frame.at("/tasks")),),
        traceable=True,
    )


def _told_by(view: View, tasks: Iterable[str]) -> tuple[Ref, ...]:
    """Tasks with the source that tells of each, for one task is told in the same words again and again, and by when."""
    t, rows = view.wording, view.catalogue.task_rows

    def said(ref: Ref) -> Ref:
        row = rows.get(ref.iri)
        told = [view.ref(row.source.iri).label] if row and row.source else []
        told += [t("task.due", period=view.period(row.deadline))] if row and row.deadline else []
        return replace(ref, label=f"{ref.label} ({'; '.join(told)})") if told else ref

    return tuple(map(said, view.refs(sorted(set(tasks)))))


def _may_be(view: View, found: Description) -> Iterator[tuple[tuple[Ref, ...], str]]:
    """The tasks that this one may be, told otherwise, each with why it is not said to be."""
    query = f"""SELECT ?x ?other ?why {{
      {{ VALUES ?x {{ UNDEF }} ?x <{VP.candidate}> ?c . ?c <{VP.option}> ?other }}
      UNION {{ VALUES ?x {{ UNDEF }} ?c <{VP.option}> ?x . ?other <{VP.candidate}> ?c ; a <{VP.Task}> }}
      ?c <{VP.reason}> ?why FILTER(LANG(?why) = "{view.lang}") }} ORDER BY ?other"""
    for row in evidence.asked(view.site.pages, query, [found.iri]):
        yield _told_by(view, [row["other"]]), row["why"]


def _states(view: View, found: Description) -> Part:
    """How a task stood, as each source reports it."""
    t = view.wording
    shares = {row.iri: row for row in view.catalogue.tasks if row.share_of == found.iri}
    of_share = {
        row["r"]: shares[row["x"]]
        for row in evidence.asked(
            view.site.pages, f"SELECT ?x ?r {{ VALUES ?x {{ UNDEF }} ?x <{VP.hasStatus}> ?r }}", shares
        )
    }
    reports = [*found.iris(VP.hasStatus), *of_share]
    quotes = evidence.of(view.site.pages, reports)
    query = f"SELECT ?x ?s ?d {{ VALUES ?x {{ UNDEF }} ?x <{VP.status}> ?s OPTIONAL {{ ?x <{VP.asOf}> ?d }} }}"
    rows = []
    for row in evidence.asked(view.site.pages, query, reports):
        said = quotes.get(row["x"], ())
        day = row.get("d") or (said[0].source_date if said else None)
        status = Status(row["s"].rpartition("status-")[2], day)
        badge = findings.status_badge(status, t, "")
        if share := of_share.get(row["x"]):
            badge = cells.of_share(view, share, badge)
        source = Cell(refs=(view.ref(said[0].source),)) if said else Cell()
        rows.append(
            (
                standing.rank(status),
                Row((Cell(badges=(badge,)), cells.day(view, day) if day else Cell(), source), row["x"], said),
            )
        )
    columns = cells.columns(view, "state", "told narrow", "source wide")
    lines = tuple(row for _, row in sorted(rows, key=lambda pair: pair[0]))
    table = Table("states", t("part.states"), columns, lines, t("empty.states"), numbered=None)
    return Part("states", t("part.states"), table, count=len(lines))


def _results(view: View, found: Description) -> Part:
    """The documents that came of a task, or may have: what was weighed, and the sentence that says so."""
    t = view.wording
    query = f"""SELECT ?x ?c ?document ?sure ?why {{
      VALUES ?x {{ UNDEF }} ?x <{VP.resultCandidate}> ?c . ?c <{VP.option}> ?document ; <{VP.chosen}> ?sure ;
        <{VP.reason}> ?why FILTER(LANG(?why) = "{view.lang}") }} ORDER BY DESC(?sure) ?document"""
    asked = evidence.asked(view.site.pages, query, [found.iri, *found.iris(VP.principalTask)])
    quotes = evidence.of(view.site.pages, [row["c"] for row in asked])
    lines = []
    for row in asked:
        sure = row["sure"] == "true"
        badge = Badge(t("relation.result" if sure else "relation.maybe_result"), "fine" if sure else "caution")
        document = view.catalogue.document_rows.get(row["document"])
        cells_ = (
            Cell(refs=(view.ref(row["document"]),), note=(document.title if document else None) or ""),
            cells.day(view, document.date if document else None),
            Cell(badges=(badge,), note=row["why"]),
        )
        lines.append(Row(cells_, row["document"], quotes.get(row["c"], ())))
    columns = cells.columns(view, "document", "signed narrow", "weighed wide")
    table = Table("results", t("part.results"), columns, tuple(lines), t("empty.section"), numbered=None)
    return Part("results", t("part.results"), table, count=len(lines))


def pillar(view: View, found: Description) -> ResourcePage:
    """The page of a pillar: the tasks and targets that belong to it."""
    t = view.wording
    ref = view.ref(found.iri)
    rows = [row for row in view.catalogue.tasks if any(pillar.iri == found.iri for pillar in row.pillars)]
    about = set(found.into.get(VP.about, ()))
    targets = [m for m in view.catalogue.measures if m.target and m.iri in about]
    parts = [
        task_part(view, "tasks", t("nav.tasks"), rows),
        measure_part(view, "targets", t("nav.indicators"), targets, indicator=True),
        mentions(view, found),
    ]
    title = ref.label[:1].upper() + ref.label[1:]
    return ResourcePage(
        iri=found.iri,
        kind="pillar",
        title=title,
        label=title,
        lang=ref.lang,
        facts=concept_facts(view, found),
        parts=tuple(parts),
        triples=triples(view, found),
    )
