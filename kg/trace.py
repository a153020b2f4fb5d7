"""The trace of a mandate: what a document, programme, task or body rests on above, and what it orders below.

Everything is gathered level by level with a few queries over the levels' resources, then arranged as a tree. Each link
tells the facts that state it, with their quotes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import identify
from kg.iris import Iris
from kg.trace_gather import Evidence, Gathered, Node

if TYPE_CHECKING:
    from kg.identify import Thing
    from kg.reader import Reader

_UP = ("based_on", "implements", "guides", "reviews", "approved_by", "part_of")  # followed to the top
_DOWN = ("approves", "implemented_by", "basis_of", "guided_by", "reviewed_by")  # followed to the depth asked for
_ASIDE = (
    "amends", "replaces", "repeals", "succeeds", "merged_from",
    "amended_by", "replaced_by", "repealed_by", "succeeded_by", "merged_into",
)  # fmt: skip  # told of the resource itself only
_LATER = ("amended_by", "replaced_by", "repealed_by", "succeeded_by", "merged_into")
HIGHEST = 8  # levels above


@dataclass(frozen=True, slots=True)
class Link:
    """A step from one resource to another: its relation, what states it, and how it goes on from there."""

    relation: str
    node: Node
    evidence: tuple[Evidence, ...] = ()
    links: tuple[Link, ...] = ()
    seen: bool = False  # stands elsewhere in the tree, where it goes on
    reason: tuple[str, str] = ("", "")  # what was weighed, in Vietnamese and English, where linking found it


@dataclass(frozen=True, slots=True)
class Trace:
    """A resource, what it rests on above, and what it orders below."""

    node: Node
    above: tuple[Link, ...]
    below: tuple[Link, ...]
    release: int

    def rows(self) -> Iterator[tuple[str, int, Link]]:
        """Each link with its side (above, below) and level, in order."""
        for side, links in (("above", self.above), ("below", self.below)):
            yield from _walk(side, links, 1)


def _walk(side: str, links: Iterable[Link], level: int) -> Iterator[tuple[str, int, Link]]:
    for link in links:
        yield side, level, link
        yield from _walk(side, link.links, level + 1)


def trace(reader: Reader, text: str, *, base: str, date: str | None = None, depth: int = 3) -> Trace:
    """The trace from what goes by an id or name. `depth` levels of documents below are followed.

    Raises what `identify` raises.
    """
    kinds = ("document", "programme", "task", *identify.BODIES)
    return trace_thing(reader, identify.identify(reader.release, text, kinds, date), base=base, depth=depth)


def trace_thing(reader: Reader, thing: Thing, *, base: str, depth: int = 3) -> Trace:
    """The trace from a resource."""
    gathered = Gathered(reader, Iris(base))
    gathered.links({thing.iri})
    if thing.kind == "task":
        gathered.tasks({thing.iri}, "task")
        gathered.principal(thing.iri)
        mandates = {mandate for mandate in gathered.mandates.values() if mandate}
        gathered.follow(mandates, _UP, HIGHEST)
        gathered.measures({thing.iri}, "task")
    elif thing.kind in identify.BODIES:
        gathered.follow({thing.iri}, _UP, HIGHEST)
        for role in ("lead", "cooperating"):
            gathered.tasks({thing.iri}, role)
        gathered.measures({thing.iri}, "responsible")
    else:
        gathered.follow({thing.iri}, _UP, HIGHEST)
        instruments = {thing.iri} | gathered.follow({thing.iri}, _DOWN, depth)
        gathered.tasks(instruments, "mandate")
        gathered.measures(instruments, "instrument")
    gathered.describe(thing.iri)
    return _Tree(gathered, thing, depth).trace()


class _Tree:
    """Arranges what was gathered."""

    def __init__(self, gathered: Gathered, thing: Thing, depth: int) -> None:
        self.gathered, self.thing, self.depth = gathered, thing, depth
        self.seen: set[str] = set()

    def trace(self) -> Trace:
        """What the thing rests on, above, and what it mandates, below."""
        g, root = self.gathered, self.thing.iri
        above: list[Link] = []
        below: list[Link] = []
        if self.thing.kind == "task":
            own = g.mandates.get(root)
            principal = g.principals.get(root, root)
            mandate = g.mandates.get(principal) or own
            if mandate:
                self.seen = {root, mandate}
                states = root if mandate == own else principal
                on = self._instruments(mandate, _UP, HIGHEST)
                above.append(Link("mandate", g.nodes[mandate], g.evidence.get(states, ()), on))
            of = g.results.keys() | g.shares.keys() | g.offered.keys()
            below += self._of_task(principal if principal in of else root)
            below += self._measures(root)
        else:
            self.seen = {root}
            above += self._instruments(root, _UP, HIGHEST)
            above += self._aside(root, later=False)
            self.seen = {root}
            below += self._aside(root, later=True)
            below += self._orders(root)
            if self.thing.kind in identify.INSTRUMENTS:
                below += self._instruments(root, _DOWN, self.depth)
        return Trace(g.nodes[root], tuple(above), tuple(below), g.reader.release.number)

    def _instruments(self, iri: str, relations: tuple[str, ...], levels: int) -> tuple[Link, ...]:
        """The links along these relations, each going on; a resource goes on where it is met first."""
        g = self.gathered
        met = [(r, o) for r, o in g.joined.get(iri, ()) if r in relations and o in g.nodes] if levels else []
        met.sort(key=lambda pair: (relations.index(pair[0]), str(g.nodes[pair[1]].fields.get("date", "9")), pair[1]))
        links = []
        for relation, other in met:
            again = other in self.seen
            self.seen.add(other)
            below = relations is _DOWN
            on: tuple[Link, ...] = ()
            if not again:
                on = (self._orders(other) if below else ()) + self._instruments(other, relations, levels - 1)
            links.append(Link(relation, g.nodes[other], g.states_link(iri, relation, other), on, again))
        return tuple(links)

    def _aside(self, iri: str, *, later: bool) -> tuple[Link, ...]:
        g = self.gathered
        met = [(r, o) for r, o in g.joined.get(iri, ()) if r in _ASIDE and (r in _LATER) is later and o in g.nodes]
        return tuple(Link(r, g.nodes[o], g.states_link(iri, r, o)) for r, o in sorted(met))

    def _orders(self, iri: str) -> tuple[Link, ...]:
        """The tasks and targets of a resource."""
        g = self.gathered
        links = []
        own = g.texts.get(iri, set())
        tasks = sorted(
            g.task_links.get(iri, ()),
            key=lambda pair: (_ROLES.index(pair[0]), self._elsewhere(pair[1], own), *self._position(pair[1])),
        )
        listed = {task for _, task in tasks}
        told_of: dict[str, list[str]] = {}  # what is told several times stands once, with all quotes
        for task in sorted(listed, key=self._position):
            if g.principals.get(task) in listed:
                told_of.setdefault(g.principals[task], []).append(task)
        told = {task for others in told_of.values() for task in others}
        told |= {share for task in listed for share in g.shares.get(task, ())}
        for role, task in tasks:
            if task not in told:
                told.add(task)
                quotes = (quote for one in (task, *told_of.get(task, ())) for quote in g.evidence.get(one, ()))
                links.append(Link(_ROLE_RELATIONS[role], g.nodes[task], tuple(quotes), self._of_task(task)))
        return (*links, *self._measures(iri))

    def _of_task(self, task: str) -> tuple[Link, ...]:
        """What came of a task, what parts of the group that bears it are reported to do, and what may tell of it."""
        g = self.gathered
        shares = sorted(g.shares.get(task, ()), key=self._position)
        offered = [
            Link("maybe_same", g.nodes[other], g.evidence.get(other, ()), reason=reason)
            for other, reason in sorted(g.offered.get(task, ()), key=lambda pair: self._position(pair[0]))
        ]
        return (
            *self._results(task),
            *(Link("share", g.nodes[one], g.evidence.get(one, ())) for one in shares),
            *offered,
        )

    def _results(self, task: str) -> tuple[Link, ...]:
        """The documents that came of a task, or may have."""
        g = self.gathered
        return tuple(
            Link(
                "result" if one.sure else "maybe_result",
                g.nodes[one.document],
                g.evidence.get(one.fact, ()),
                reason=one.reason,
            )
            for one in g.results.get(task, ())
        )

    def _measures(self, iri: str) -> tuple[Link, ...]:
        g = self.gathered
        links = []
        for _, target in sorted(g.measure_links.get(iri, ()), key=lambda pair: self._position(pair[1])):
            node = g.nodes[target]
            observed = [g.nodes[o] for o in g.observed.get(str(node.fields.get("indicator_iri", "")), ())]
            observed.sort(key=lambda n: (str(n.fields.get("period", "")), n.iri))
            on = tuple(Link("observation", n, g.evidence.get(n.iri, ())) for n in observed)
            links.append(Link("target", node, g.evidence.get(target, ()), on))
        return tuple(links)

    def _elsewhere(self, iri: str, own: set[str]) -> bool:
        """Whether another source than the document's own text states a fact."""
        return bool(own) and all(evidence.source not in own for evidence in self.gathered.evidence.get(iri, ()))

    def _position(self, iri: str) -> tuple[str, int, str]:
        """Facts in the order of their source's text."""
        evidence = self.gathered.evidence.get(iri, ())
        return (evidence[0].source, evidence[0].start, iri) if evidence else ("~", 0, iri)


_ROLES = ("mandate", "lead", "cooperating", "task")
_ROLE_RELATIONS = {"mandate": "task", "lead": "leads", "cooperating": "cooperates", "task": "task"}
