"""What linking reads of one source's facts: the names it gives, the documents it cites, the tasks it states."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.citations import Citation
from kg.folding import fold
from kg.iris import Iris, RecordIris, is_number
from kg.likeness import Wording
from kg.model import Document, Evidence, Facts, Task
from kg.names import Names, references
from kg.products import Kinds
from kg.results import Described, Issued
from kg.said import Said
from kg.same_names import Named, When

if TYPE_CHECKING:
    from kg.registry import Registry


@dataclass(frozen=True, slots=True)
class SourceReferences:
    """What linking keeps of one source."""

    iri: str
    when: When
    labels: tuple[tuple[str, str], ...]  # what it calls each resource
    actors: frozenset[tuple[str, str]]  # agencies, offices and groups: IRI and name
    pillars: frozenset[tuple[str, str]]
    citations: tuple[Citation, ...]
    named: Mapping[str, frozenset[Named]]  # programmes, indicators, officials, by the kind of their IRI
    approved: frozenset[tuple[str, str]]  # documents with what they approve
    put_in_force: frozenset[tuple[str, str]]  # the same by their IRIs
    counted: frozenset[str]  # the indicators with a value that is no percentage
    tasks: tuple[Said, ...]
    described: tuple[Described, ...]  # the documents that it tells of
    issued: tuple[Issued, ...]  # what it says that documents were issued for


def read(facts: Facts, iris: Iris, wording: Wording, kinds: Kinds, registry: Registry) -> SourceReferences:
    """What linking needs of one source's facts."""
    names = Names(facts, iris)
    source = iris.source(facts.source, facts.article.url)
    published = _published(facts)
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for kind, name in references(facts):
        own = names.own(kind, name)
        found[iris.kind(own) or ""].add((own, name))
    return SourceReferences(
        iri=source,
        when=When(published, _since(facts)),
        labels=tuple(names.labels()),
        actors=frozenset(pair for kind in ("agency", "office", "group") for pair in found[kind]),
        pillars=frozenset(found["pillar"]),
        citations=tuple(_citations(facts, names, source, published, found["document"], wording, registry)),
        named={
            kind: frozenset(Named(source, own, name) for own, name in found[kind])
            for kind in ("programme", "indicator", "official")
        },
        approved=frozenset((r.subject, r.object) for r in facts.relations if r.relation == "approves"),
        put_in_force=frozenset(
            (names.own("instrument", r.subject), names.own("instrument", r.object))
            for r in facts.relations
            if r.relation == "approves"
        ),
        counted=frozenset(
            names.own("indicator", measure.indicator)
            for measure in (*facts.targets, *facts.observations)
            if measure.value is not None and not (measure.unit or "").startswith("%")
        ),
        tasks=tuple(_tasks(facts, names, source, wording, kinds)),
        described=tuple(_described(facts, names, wording, kinds)),
        issued=(*_carrying_out(facts, names, source, wording), *_reported(facts, names, source, wording)),
    )


def _published(facts: Facts) -> datetime.date | None:
    """The day that a source speaks on: of the document that it is the text of, else of its publication."""
    own = [d.date for d in facts.documents if facts.article.text_of is not None and d.id == facts.article.text_of]
    for date in (*own, facts.article.published):
        try:
            return datetime.date.fromisoformat(date or "")
        except ValueError:
            continue
    return None


def _since(facts: Facts) -> datetime.date | None:
    """The day of the latest issued document that a source names: it cannot be older."""
    days = (Citation("", "", d.id, date=d.date).day for d in facts.documents if d.status == "issued")
    return max((datetime.date.fromisoformat(day) for day in days if day), default=None)


def _citations(
    facts: Facts,
    names: Names,
    source: str,
    published: datetime.date | None,
    cited: set[tuple[str, str]],
    wording: Wording,
    registry: Registry,
) -> Iterator[Citation]:
    """The documents that a source names: those with a record, and those that only a mandate or relation names."""
    topic = frozenset(_topic(facts, wording))
    recorded = set()
    for document in facts.documents:
        own = names.document(document)
        recorded.add(own)
        issuer = registry.full_name(document.issuer, published) if document.issuer else None
        yield Citation(
            source,
            own,
            document.id,
            document.type,
            document.date,
            issuer or document.issuer,
            document.title,
            document.status,
            published,
            facts.article.text_of == document.id,
            topic,
        )
    for own, name in sorted(cited):
        if own not in recorded:
            yield Citation(source, own, name, published=published, topic=topic)


def _topic(facts: Facts, wording: Wording) -> Iterator[str]:
    """The words of what a source speaks of: its title, programmes, indicators and tasks."""
    texts = [facts.article.title, *(p.name for p in facts.programmes), *(p.name for p in facts.pillars)]
    texts += [measure.indicator for measure in (*facts.targets, *facts.observations)]
    texts += [task.text for task in facts.tasks]
    for text in texts:
        if text:
            yield from wording.words(text)


def _described(facts: Facts, names: Names, wording: Wording, kinds: Kinds) -> Iterator[Described]:
    """The documents that a source names, each with what it puts into force."""
    approved = defaultdict(list)
    for relation in facts.relations:
        if relation.relation == "approves":
            approved[relation.subject].append(relation.object)
    for document in facts.documents:
        own = names.document(document)
        issuer = names.own("actor", document.issuer) if document.issuer else None
        spelled = wording.spelled(document.issuer or "")
        titles = [document.title, *approved[document.id]]
        if not is_number(document.id):
            titles.append(document.id)
        for title in titles:
            put = {*kinds.of(document.type, title), *(kinds.named(title) if title else ())}
            subject = wording.subject(title) if title else ()
            issued = document.status == "issued"
            yield Described(own, frozenset(put), subject, issuer, spelled, document.date, issued)


def _carrying_out(facts: Facts, names: Names, source: str, wording: Wording) -> Iterator[Issued]:
    """The documents that a source says carry out, or rest on, others, with its words."""
    for relation in facts.relations:
        if relation.relation in ("implements", "based_on"):
            yield Issued(
                names.own("instrument", relation.subject),
                ordered_by=names.own("instrument", relation.object),
                evidence=_stretches(relation.evidence, names.iris, source),
                words=tuple(word for one in relation.evidence for word in wording.words(one.quote)),
                carries_out=relation.relation == "implements",
            )


def _reported(facts: Facts, names: Names, source: str, wording: Wording) -> Iterator[Issued]:
    """The documents by which a source says that tasks are done: "… tại Quyết định số 321/QĐ-BTC"."""
    iris = RecordIris(names.iris, source)
    numbered = [document for document in facts.documents if is_number(document.id) and document.status == "issued"]
    for task in facts.tasks:
        iri = iris.of("task", task.evidence)
        if task.status != "done":
            continue
        for document in numbered:
            stated = [one for one in task.evidence if _done_by(one, document)]
            if stated and document.id not in (task.mandate, facts.article.text_of):
                words = tuple(word for one in stated for word in wording.words(one.quote))
                evidence = _stretches(stated, names.iris, source)
                yield Issued(names.document(document), task=iri, evidence=evidence, words=words)


def _done_by(evidence: Evidence, document: Document) -> bool:
    """Whether a sentence names a document as that by which something is done, or a row names it in its cells."""
    quote, number = fold(" ".join(evidence.quote.split())), re.escape(fold(document.id.partition("@")[0]))
    if evidence.place is not None and evidence.place.row is not None:
        return re.search(rf"(?<![\w/]){number}\b", quote) is not None
    return re.search(rf"(?:\b(?:tai|bang|kem theo|ban hanh|ky)\s+|\()(?:\w+\s+){{0,3}}?{number}\b", quote) is not None


def _stretches(found: Iterable[Evidence], iris: Iris, source: str) -> tuple[str, ...]:
    return tuple(iris.evidence(source, one.start, one.end) for one in found)


def _tasks(facts: Facts, names: Names, source: str, wording: Wording, kinds: Kinds) -> Iterator[Said]:
    """The tasks of a source, with the references that it gives them itself."""
    iris = RecordIris(names.iris, source)
    named = frozenset(names.document(document) for document in facts.documents)
    text_of = names.own("document", facts.article.text_of) if facts.article.text_of else None
    looks_back = frozenset(names.own("instrument", r.object) for r in facts.relations if r.relation == "reviews")
    for task in facts.tasks:
        iri = iris.of("task", task.evidence)
        yield Said(
            iri,
            source,
            wording.words(_work(task)),
            names.own("instrument", task.mandate) if task.mandate is not None else None,
            frozenset(names.own("doer", name) for name in task.assignees),
            task.deadline,
            text_of,
            named,
            product=kinds.product(_work(task), task.deliverable),
            row=any(evidence.place and evidence.place.row for evidence in task.evidence),
            status=task.status,
            report=names.iris.record("status", source, iri) if task.status else None,
            looks_back=looks_back,
            recalls=_recalled(task, wording) if looks_back else (),
        )


def _work(task: Task) -> str:
    """What is to be done, without by when, how soon, and whom it is told of.

    >>> _work(Task("khẩn trương ban hành Khung kiến trúc, hoàn thành trước ngày 30/9", deadline_text="trước ngày 30/9"))
    'ban hành Khung kiến trúc'
    >>> _work(Task("công khai hồ sơ quá hạn trước 30/9", deadline_text="trước 30/9"))
    'công khai hồ sơ quá hạn'
    """
    text = unicodedata.normalize("NFC", task.text)
    due = unicodedata.normalize("NFC", task.deadline_text or "")
    if due and due in text:
        before, _, after = text.rpartition(due)
        text = f"{_DUE.sub('', before)} {after}"
    return _LIST.sub("", _SOON.sub("", text)).strip(" ,;.")


_SOON = re.compile(r"^(?:(?:khẩn trương|sớm|tập trung|đẩy nhanh|tiếp tục|nghiêm túc|chủ động)\s+)+", re.IGNORECASE)
_DUE = re.compile(
    r"[\s,;(]*(?:(?:phải |cần )?(?:hoàn thành|xong|thời hạn|(?<!quá )(?<!giới )hạn)(?: trong| trước| vào)?[\s:]*)?"
    r"(?:chậm nhất|muộn nhất)?"
    r"(?:\s*(?:là|đến|vào|trong|trước))?\s*$",
    re.IGNORECASE,
)


def _recalled(task: Task, wording: Wording) -> tuple[str, ...]:
    """The words by which a task names work given before: those of "việc … nêu trên", else its first clause."""
    work = _work(task)
    if again := _AGAIN.search(work):
        return wording.words(again[1])
    words = wording.words(re.split("[,;]", work)[0])
    return words if len(words) >= _TELLING else ()


_TELLING = 5  # words that tell one task from the next
_AGAIN = re.compile(  # "việc kết nối nêu trên"
    r"\b(?:việc|nhiệm vụ|nội dung|công việc)\s+([^,;.]{3,80}?)\s+(?:đã\s+)?(?:nêu|nói|kể)\s+trên\b", re.IGNORECASE
)
_LIST = re.compile(r"\s*[,;]?\s*(?:bao gồm|gồm)\b.*$", re.IGNORECASE | re.DOTALL)  # "…, gồm: Lai Châu, Sơn La"
