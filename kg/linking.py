"""What the sources' references mean, found from all sources together and the registry.

`link` is a pure function: the same facts give the same links whatever the order in which the sources come. A reference
that stays open between several candidates is left as its source has it, with the candidates and their reasons.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from kg import results, same_documents, same_names, same_tasks
from kg.config import BASE_IRI
from kg.folding import key
from kg.iris import Iris, digits, is_number
from kg.likeness import Wording, plain
from kg.model import Facts
from kg.names import Choice, Option, Resolution
from kg.products import Kinds
from kg.references import SourceReferences, read
from kg.results import Result
from kg.said import Said
from kg.same_names import Named
from kg.same_tasks import Same
from kg.standards import RDF, SKOS
from kg.vocabulary import VP, node

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.entries import Agency
    from kg.registry import Registry


@dataclass(frozen=True, slots=True)
class Links:
    """The resolution of each source's references, by its IRI, and what was found across sources."""

    resolutions: Mapping[str, Resolution]
    labels: Mapping[str, str] = field(default_factory=dict)  # the preferred name of each resource
    drafts: Mapping[str, Option] = field(default_factory=dict)  # what became of a draft
    tasks: Same = field(default_factory=Same)
    results: tuple[Result, ...] = ()  # the documents that came of tasks, or may have

    @property
    def same_tasks(self) -> tuple[tuple[str, str], ...]:
        """The tasks that are one, as pairs."""
        return self.tasks.pairs

    @property
    def open_tasks(self) -> tuple[tuple[str, tuple[Option, ...]], ...]:
        """The tasks that may be others, with the reasons."""
        return self.tasks.undecided

    def get(self, source: str) -> Resolution | None:
        """The resolution of one source's references."""
        return self.resolutions.get(source)


def link(all_facts: Iterable[Facts], base: str = BASE_IRI, registry: Registry | None = None) -> Links:
    """Resolves the references of all sources. Facts are read once, and not kept."""
    if registry is None:
        from kg.registry import load

        registry = load()
    iris, wording = Iris(base), Wording(registry)
    kinds = Kinds(registry, wording)
    find_agency = cache(lambda name, own, when: same_names.agency(name, own, when, registry, iris))
    sources = sorted(
        (read(facts, iris, wording, kinds, registry) for facts in all_facts), key=lambda source: source.iri
    )

    documents = same_documents.resolve((c for source in sources for c in source.citations), iris, wording)
    approved = sorted({pair for source in sources for pair in source.approved})
    counted = frozenset(own for source in sources for own in source.counted)
    shared = {
        **documents.choices,
        **same_names.programmes(_named(sources, "programme"), approved, iris, wording),
        **same_names.indicators(_named(sources, "indicator"), counted, iris, wording),
        **same_names.officials(_named(sources, "official"), iris),
    }
    by_source: dict[str, dict[str, Choice]] = defaultdict(dict)
    for (source_iri, own), choice in shared.items():
        by_source[source_iri][own] = choice
    for source in sources:
        found = [(own, find_agency(name, own, source.when)) for own, name in sorted(source.actors)]
        found += [(own, same_names.pillar(name, own, registry, iris)) for own, name in sorted(source.pillars)]
        for own, meant in found:
            if meant:
                by_source[source.iri].setdefault(own, meant)
    resolutions = {source: Resolution(dict(sorted(choices.items()))) for source, choices in sorted(by_source.items())}

    said = list(_resolved(sources, resolutions))
    same = same_tasks.find(said)
    return Links(
        resolutions,
        _labels(sources, resolutions),
        dict(sorted(documents.drafts.items())),
        same,
        _results(sources, resolutions, said, same),
    )


def _named(sources: Iterable[SourceReferences], kind: str) -> list[Named]:
    return [named for source in sources for named in source.named[kind]]


# ── after the references are resolved ────────────────────────────────────────────────────────────────────────────────


def _resolved(sources: Iterable[SourceReferences], resolutions: Mapping[str, Resolution]) -> Iterator[Said]:
    """The tasks of all sources with the resources that their references mean."""
    for source in sources:
        iri = resolutions.get(source.iri, Resolution()).iri
        meant = cache(
            lambda iris, iri=iri: frozenset(map(iri, iris))
        )  # all tasks of a source have one set of documents
        for task in source.tasks:
            yield replace(
                task,
                mandate=iri(task.mandate) if task.mandate else None,
                doers=frozenset(map(iri, task.doers)),
                text_of=iri(task.text_of) if task.text_of else None,
                named=meant(task.named),
                looks_back=meant(task.looks_back),
            )


def _results(
    sources: Sequence[SourceReferences], resolutions: Mapping[str, Resolution], said: Sequence[Said], same: Same
) -> tuple[Result, ...]:
    """The documents that came of tasks, by what all sources say."""
    described, issued, approved = [], [], []
    for source in sources:
        iri = resolutions.get(source.iri, Resolution()).iri
        for one in source.described:
            described.append(replace(one, document=iri(one.document), issuer=iri(one.issuer) if one.issuer else None))
        for told in source.issued:
            by = iri(told.ordered_by) if told.ordered_by else None
            issued.append(replace(told, document=iri(told.document), ordered_by=by))
        approved += [(iri(document), iri(programme)) for document, programme in source.put_in_force]
    return results.find(said, dict(same.principal), issued, described, approved)


def _labels(sources: Iterable[SourceReferences], resolutions: Mapping[str, Resolution]) -> dict[str, str]:
    """The preferred name of each resource: its number, else the name that most sources use, with its diacritics."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for source in sources:
        resolution = resolutions.get(source.iri, Resolution())
        for own, label in source.labels:
            counts[resolution.iri(own)][label] += 1
    return {iri: _preferred(counts[iri]) for iri in sorted(counts)}


def _preferred(labels: Counter[str]) -> str:
    return min(labels, key=lambda label: (not is_number(label), plain(label), -labels[label], -len(key(label)), label))


# ── the graph of links ───────────────────────────────────────────────────────────────────────────────────────────────


def triples(links: Links, base: str = BASE_IRI, registry: Registry | None = None) -> Iterator[ox.Triple]:
    """The triples of graph/links, each once: what no source states and no table of the registry says.

    One skos:prefLabel for each resource; the bodies of provinces that are named; vp:draftOf; vp:sameTaskAs, both ways;
    vp:principalTask of each of several that are one, and vp:hasStatus with the reports that tell of the others;
    vp:carriesOut of an order that another text gives as well; vp:shareOf of what a part of a group is reported to do;
    vp:candidate of a task that may be one of several; vp:resultDocument, and vp:resultCandidate with the sentences that
    speak for it.
    """
    from kg import registry_graph
    from kg.registry import load

    registry = registry or load()
    found: dict[ox.Triple, None] = {}
    named = {t.subject for t in registry_graph.triples(base, registry) if t.predicate.value == SKOS.prefLabel}
    for iri, label in links.labels.items():
        if node(iri) not in named:
            body = _local_body(iri, label, base, registry)
            found |= dict.fromkeys(
                registry_graph.agency_triples(body, base, registry) if body else [_label(iri, label)]
            )
    for draft, option in links.drafts.items():
        found[_link(draft, VP.draftOf, option.iri)] = None
    for one, other in links.same_tasks:
        found[_link(one, VP.sameTaskAs, other)] = None
        found[_link(other, VP.sameTaskAs, one)] = None
    for predicate, pairs in (
        (VP.principalTask, links.tasks.principal),
        (VP.hasStatus, links.tasks.reports),
        (VP.carriesOut, links.tasks.carried),
        (VP.shareOf, links.tasks.shares),
    ):
        found |= dict.fromkeys(_link(one, predicate, other) for one, other in pairs)
    for task, options in links.open_tasks:
        for option in options:
            found |= dict.fromkeys(_candidate(task, option, Iris(base)))
    for result in links.results:
        found |= dict.fromkeys(_result(result, Iris(base)))
    return iter(found)


def _local_body(iri: str, label: str, base: str, registry: Registry) -> Agency | None:
    """The body of a province that this is, as the registry's two tables make it."""
    bodies = (body for body in registry.agencies_named(label) if body.kind == "provincial-body")
    return next((body for body in bodies if same_names.agency_iri(body, Iris(base)) == iri), None)


def _result(result: Result, iris: Iris) -> Iterator[ox.Triple]:
    """A document that came of a task, or may have: weighed, with its reason and the sentences; direct where sure."""
    option = Option(result.document, result.reason, result.reason_en)
    candidate = _candidate_iri(result.task, option, iris)
    if result.sure:
        yield _link(result.task, VP.resultDocument, result.document)
    yield from _candidate(result.task, option, iris, VP.resultCandidate, chosen=result.sure)
    for evidence in result.evidence:
        yield _link(candidate, VP.evidence, evidence)


def _candidate_iri(task: str, option: Option, iris: Iris) -> str:
    return iris.of("candidate", f"links/{digits(f'{task} {option.iri}', 12)}")


def _candidate(
    task: str, option: Option, iris: Iris, predicate: str = VP.candidate, *, chosen: bool = False
) -> Iterator[ox.Triple]:
    import pyoxigraph as ox

    candidate = _candidate_iri(task, option, iris)
    yield _link(task, predicate, candidate)
    yield _link(candidate, RDF.type, VP.Candidate)
    yield _link(candidate, VP.option, option.iri)
    yield ox.Triple(node(candidate), node(VP.chosen), ox.Literal(chosen))
    yield ox.Triple(node(candidate), node(VP.reason), ox.Literal(option.reason, language="vi"))
    yield ox.Triple(node(candidate), node(VP.reason), ox.Literal(option.reason_en, language="en"))


def _link(subject: str, predicate: str, object_: str) -> ox.Triple:
    import pyoxigraph as ox

    return ox.Triple(node(subject), node(predicate), node(object_))


def _label(iri: str, label: str) -> ox.Triple:
    import pyoxigraph as ox

    return ox.Triple(node(iri), node(SKOS.prefLabel), ox.Literal(label, language="vi"))
