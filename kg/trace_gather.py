"""What a trace is made of, gathered level by level with a few queries over many resources at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg import standing
from kg.standards import DCTERMS, ELI, ORG
from kg.trace_queries import (
    DESCRIBED,
    EVIDENCE,
    LINKS,
    MEASURED,
    MEASURES,
    OFFERED,
    PRINCIPALS,
    RESULTS,
    SHARES,
    STATED,
    STATUSES,
    TASKS,
    TEXTS,
)
from kg.vocabulary import VP

if TYPE_CHECKING:
    from kg.iris import Iris
    from kg.reader import Reader

# the predicates that join instruments and bodies: whether subject rests on object, its code, the code of its inverse
RELATIONS: dict[str, tuple[str, str]] = {
    ELI.based_on: ("based_on", "basis_of"),
    VP.implements: ("implements", "implemented_by"),
    VP.guides: ("guides", "guided_by"),
    VP.reviews: ("reviews", "reviewed_by"),
    VP.approves: ("approves", "approved_by"),
    ELI.amends: ("amends", "amended_by"),
    DCTERMS.replaces: ("replaces", "replaced_by"),
    ELI.repeals: ("repeals", "repealed_by"),
    ORG.subOrganizationOf: ("part_of", "has_part"),
    VP.succeeds: ("succeeds", "succeeded_by"),
    VP.mergedInto: ("merged_into", "merged_from"),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote that states something: where it stands, in which source, of what day."""

    iri: str
    quote: str
    start: int
    end: int
    source: str
    source_label: str
    source_date: str | None
    place: Mapping[str, str] = field(default_factory=dict)  # article, clause, annex … as printed
    file_digest: str = ""  # sha-256 of the source's original file, and of its text as read
    text_digest: str = ""


def evidence(rows: Iterable[Mapping[str, str]]) -> dict[str, tuple[Evidence, ...]]:
    """The quotes of each fact, from the rows of EVIDENCE, in the order of their text."""
    found: dict[str, dict[str, Evidence]] = {}
    for row in rows:
        found.setdefault(row["x"], {})[row["evidence"]] = Evidence(
            iri=row["evidence"],
            quote=row["quote"],
            start=int(row["start"]),
            end=int(row["end"]),
            source=row["source"],
            source_label=row.get("headline") or row.get("name") or row["source"],
            source_date=row.get("published"),
            place={part: row[part] for part in _PLACE if part in row},
            file_digest=row.get("file", ""),
            text_digest=row.get("text", ""),
        )
    return {fact: tuple(sorted(quotes.values(), key=lambda e: (e.source, e.start))) for fact, quotes in found.items()}


@dataclass(frozen=True, slots=True)
class Status:
    """How a task stood on a day, as a source says it."""

    status: str
    as_of: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A resource with what is told of it: `fields` are by the facts format's names (lead agencies are `assignees`)."""

    kind: str
    iri: str
    label: str
    fields: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    statuses: tuple[Status, ...] = ()  # the last is the one that holds


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document that came of a task, or may have, with what was weighed, in Vietnamese and English."""

    fact: str
    document: str
    sure: bool
    reason: tuple[str, str]


class Gathered:
    """What the queries found, by resource."""

    def __init__(self, reader: Reader, iris: Iris) -> None:
        self.reader, self.iris = reader, iris
        self.joined: dict[str, dict[tuple[str, str], None]] = {}  # resource → (relation, other)
        self.stated: dict[tuple[str, str, str], list[str]] = {}  # (subject, relation, object) → statements
        self.mandates: dict[str, str | None] = {}  # task → what orders it
        self.task_links: dict[str, dict[tuple[str, str], None]] = {}  # resource → (role, task)
        self.measure_links: dict[str, dict[tuple[str, str], None]] = {}  # resource → (relation, target)
        self.observed: dict[str, dict[str, None]] = {}  # indicator → observations
        self.principals: dict[str, str] = {}  # what only tells of another task → that task
        self.texts: dict[str, set[str]] = {}  # document → the sources that are its own text
        self.shares: dict[str, list[str]] = {}  # task → what parts of its group are reported to do
        self.results: dict[str, list[Outcome]] = {}  # task → what came of it
        self.offered: dict[str, list[tuple[str, tuple[str, str]]]] = {}  # task → those that it may be, with the reasons
        self.nodes: dict[str, Node] = {}
        self.evidence: dict[str, tuple[Evidence, ...]] = {}

    def rows(self, query: str, iris: Iterable[str]) -> list[dict[str, str]]:
        """The rows of a query over these resources; every row, whatever their number."""
        import pyoxigraph as ox

        nodes: list[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = [ox.NamedNode(iri) for iri in sorted(iris)]
        return self.reader.rows(query, {"x": nodes}) if nodes else []

    def links(self, iris: Iterable[str]) -> None:
        """The links that these have with others, on both ends."""
        asked = set(iris) - self.joined.keys()
        for iri in asked:
            self.joined[iri] = {}
        for row in self.rows(LINKS, asked):
            relation, inverse = RELATIONS[row["p"]]
            if row["s"] in asked:
                self.joined[row["s"]][relation, row["o"]] = None
            if row["o"] in asked:
                self.joined[row["o"]][inverse, row["s"]] = None
        for row in self.rows(STATED, asked):
            if row["p"] not in RELATIONS:
                continue
            statements = self.stated.setdefault((row["s"], RELATIONS[row["p"]][0], row["o"]), [])
            if row["fact"] not in statements:
                statements.append(row["fact"])

    def follow(self, iris: set[str], relations: tuple[str, ...], levels: int) -> set[str]:
        """What is reached from these along the relations, level by level."""
        reached: set[str] = set()
        frontier = set(iris)
        for _ in range(levels + 1):
            self.links(frontier)
            found = {other for iri in frontier for relation, other in self.joined[iri] if relation in relations}
            frontier = found - reached - iris
            if not frontier:
                break
            reached |= frontier
        return reached

    def tasks(self, iris: set[str], role: str) -> None:
        """The tasks that these order, lead or help with."""
        for row in self.rows(TASKS[role], iris):
            self.mandates[row["task"]] = row.get("mandate")
            self.task_links.setdefault(row["x"], {})[role, row["task"]] = None

    def principal(self, task: str) -> None:
        """The task that this one only tells of, where it does, with its mandate."""
        for row in self.rows(PRINCIPALS, {task}):
            for told in self.rows(TASKS["task"], {row["principal"]}):
                self.mandates[told["task"]] = told.get("mandate")

    def measures(self, iris: set[str], role: str) -> None:
        """The targets that these set or answer for, and what was measured of the same indicators."""
        indicators = set()
        for row in self.rows(MEASURES[role], iris):
            self.measure_links.setdefault(row["x"], {})["target", row["measure"]] = None
            indicators.add(row["indicator"])
        for row in self.rows(MEASURED, indicators):
            self.observed.setdefault(row["indicator"], {})[row["measure"]] = None

    def describe(self, root: str) -> None:
        """Labels, fields, states and evidence of all that was found."""
        tasks = set(self.mandates)
        for row in self.rows(SHARES, tasks):
            self.shares.setdefault(row["x"], []).append(row["share"])
        for row in self.rows(OFFERED, tasks):
            self.offered.setdefault(row["x"], []).append((row["task"], (row["vi"], row["en"])))
        tasks |= {share for shares in self.shares.values() for share in shares}
        tasks |= {other for offered in self.offered.values() for other, _ in offered}
        targets = {target for links in self.measure_links.values() for _, target in links}
        observations = {o for found in self.observed.values() for o in found}
        resources = {root, *self.joined, *(other for links in self.joined.values() for _, other in links)}
        resources |= tasks | targets | observations
        for row in self.rows(RESULTS, tasks):
            outcome = Outcome(row["fact"], row["document"], row["sure"] == "true", (row["vi"], row["en"]))
            self.results.setdefault(row["x"], []).append(outcome)
        outcomes = [outcome for found in self.results.values() for outcome in found]
        resources |= {outcome.document for outcome in outcomes}
        resources |= {mandate for mandate in self.mandates.values() if mandate}
        described: dict[str, dict[str, list[str]]] = {iri: {} for iri in resources}
        for row in self.rows(DESCRIBED, resources):
            values = described[row["x"]].setdefault(row["field"], [])
            if row["value"] not in values:
                values.append(row["value"])
        self.principals = {row["x"]: row["principal"] for row in self.rows(PRINCIPALS, tasks)}
        for row in self.rows(TEXTS, resources):
            self.texts.setdefault(row["x"], set()).add(row["source"])
        states = self._statuses(tasks)
        statements = [fact for facts in self.stated.values() for fact in facts]
        told = {outcome.fact for outcome in outcomes} | {fact for ones in states.values() for fact, _, _ in ones}
        self._evidence({*statements, *tasks, *targets, *observations, *told})
        for iri, fields in described.items():
            kind = self.iris.kind(iri) or "resource"
            statuses = [Status(s, day, self.evidence.get(fact, ())) for fact, s, day in states.get(iri, ())]
            self.nodes[iri] = Node(
                kind, iri, _label(kind, fields, iri), _fields(fields), tuple(standing.in_order(statuses))
            )

    def _statuses(self, tasks: set[str]) -> dict[str, list[tuple[str, str, str | None]]]:
        found: dict[str, list[tuple[str, str, str | None]]] = {}
        for row in self.rows(STATUSES, tasks):
            told = (row["fact"], row["status"].rpartition("status-")[2], row.get("day") or row.get("published"))
            if told not in found.setdefault(row["x"], []):
                found[row["x"]].append(told)
        return found

    def _evidence(self, facts: set[str]) -> None:
        self.evidence = evidence(self.rows(EVIDENCE, facts))

    def states_link(self, one: str, relation: str, other: str) -> tuple[Evidence, ...]:
        """The evidence of a link, whichever end it is told from."""
        inverse = {inverse: relation for relation, inverse in RELATIONS.values()}
        key = (other, inverse[relation], one) if relation in inverse else (one, relation, other)
        found = [e for fact in self.stated.get(key, ()) for e in self.evidence.get(fact, ())]
        return tuple({evidence.iri: evidence for evidence in found}.values())


_PLACE = ("part", "article", "clause", "point", "annex", "row", "page")
_SEVERAL = ("assignees", "cooperators", "responsible", "about")


def _label(kind: str, fields: Mapping[str, list[str]], iri: str) -> str:
    for name in ("text" if kind == "task" else "indicator" if kind in ("target", "observation") else "label", "number"):
        if fields.get(name):
            return min(fields[name])
    return iri


def _fields(found: Mapping[str, list[str]]) -> dict[str, str | tuple[str, ...]]:
    fields: dict[str, str | tuple[str, ...]] = {}
    for name, values in sorted(found.items()):
        if name in _SEVERAL:
            fields[name] = tuple(sorted(values))
        elif name not in ("number", "label"):
            fields[name] = min(values)
    return fields
