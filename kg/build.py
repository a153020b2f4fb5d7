"""From sources to a release: extract, keep, link, load, publish.

The folder of sources is written first, then the store, then the release. A kill in between leaves each of them whole,
and the next run goes on where it ended: a source whose bytes were read by the same extractor is not read again, a graph
that was made from the same facts and links is not written again.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kg import extraction, releases, remote_release
from kg.config import Config
from kg.errors import StoreError, UsageError
from kg.extraction import Extracted
from kg.graphs import load
from kg.iris import Iris, source_slug
from kg.remote_store import RemoteStore
from kg.sources import Record, Sources, describe, same_name
from kg.store import Store
from kg.stores import opened

if TYPE_CHECKING:
    from kg.releases import Release

State = Literal["loaded", "unchanged", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input."""

    where: str
    state: State
    reason: str = ""
    slug: str = ""


@dataclass(slots=True)
class Report:
    """What became of all inputs, in their order, and the release that came of it, where one was needed."""

    outcomes: list[Outcome] = field(default_factory=list)
    ignored: list[Path] = field(default_factory=list)  # files of no known format
    release: Release | None = None

    def count(self, state: State) -> int:
        """How many inputs came to this."""
        return sum(1 for outcome in self.outcomes if outcome.state == state)


def build(
    config: Config,
    paths: Sequence[str | Path],
    *,
    workers: int | None = None,
    told: Callable[[Outcome], None] = lambda outcome: None,
) -> Report:
    """Loads all sources under `paths` and publishes a release; `told` hears of each as soon as it is kept.

    A source that fails leaves what was loaded of it before; where none was ever loaded, nothing is published. Raises
    UsageError where there is nothing to read.
    """
    from loaders.read import expand

    report = Report()
    inputs = expand(paths, report.ignored)
    first = next(inputs, None)
    if first is None:
        raise UsageError(_nothing(paths, report.ignored))
    with opened(config) as store:
        _check_owner(config, store)
        sources = Sources(config.data)
        version = extraction.extractor()
        records = sources.records()
        known = {r.origin: r for r in records if r.extractor == version}
        texts = {r.text: r.slug for r in reversed(records)}
        digests = {origin: record.file_digest for origin, record in known.items()}
        seen: dict[str, tuple[Record, str]] = {}
        for found in extraction.extract_all(itertools.chain((first,), inputs), digests, workers):
            outcome = keep(config, sources, found, seen, known, texts, version)
            report.outcomes.append(outcome)
            told(outcome)
        if sources.records() or len(store):  # else nothing was ever loaded, and there is nothing to show
            load(config, store)
            report.release = publish(config, store)
    return report


_NAMED = 8  # sources that a message lists
_READ = "give files or folders of .txt, .html, .docx, .pdf or .jsonl"


def _nothing(paths: Sequence[str | Path], ignored: Sequence[Path]) -> str:
    named = ", ".join(map(str, paths))
    if ignored:
        others = f"{ignored[0].name}{', …' if len(ignored) > 1 else ''}"
        return f"{named}: no source in it, only files of other formats ({others}); {_READ}"
    return f"{named}: nothing to read in it; {_READ}"


def keep(
    config: Config,
    sources: Sources,
    found: Extracted,
    seen: dict[str, tuple[Record, str]],
    known: Mapping[str, Record],
    texts: dict[str, str],
    version: str,
) -> Outcome:
    """Keeps what was extracted of one input among the sources. `seen` are those of this run by slug, and where from;
    `known` those that need no reading, by their origin; `texts` the slugs by the digest of their text. Of two texts of
    one name, and of two names of one text, the first counts, at every run."""
    if found.error is not None:
        return Outcome(found.where, "failed", found.error)
    if found.source is None or found.facts is None:
        same = known[found.origin]
        return _twin(found, same.slug, same.text, seen) or _as_before(found, same, seen)
    url = found.facts.article.url
    slug = source_slug(found.source.name, url)
    iri = Iris(config.base_iri).source(found.source.name, url)
    today = datetime.date.today().isoformat()
    record = describe(
        found.source,
        found.facts,
        slug=slug,
        iri=iri,
        origin=found.origin,
        suffix=found.suffix,
        version=version,
        today=today,
    )
    twin = _twin(found, slug, record.text, seen)
    if twin is not None:
        return twin
    before = sources.record(slug)
    copied = sources.record(texts.get(record.text, slug)) if before is None else None
    if copied is not None and copied.text == record.text:
        where = seen[copied.slug][1] if copied.slug in seen else copied.origin
        return Outcome(found.where, "unchanged", f"the same text as {where}", copied.slug)
    if before is not None and before.origin != record.origin and before.text != record.text:
        return Outcome(found.where, "failed", same_name(found.where, slug, before.origin), slug)
    kept = sources.put(record, found.original, found.source.text, extraction.dump(found.facts), before)
    seen[slug] = kept, found.where
    texts.setdefault(kept.text, slug)
    return Outcome(found.where, "loaded" if before is None or _differ(before, kept) else "unchanged", slug=slug)


def _twin(found: Extracted, slug: str, text: str, seen: Mapping[str, tuple[Record, str]]) -> Outcome | None:
    """What becomes of an input whose name one before it has; None where none has."""
    if slug not in seen:
        return None
    other, where = seen[slug]
    if other.text == text:
        return Outcome(found.where, "unchanged", f"the same text as {where}", slug)
    reason = f"{found.where}: would have the same name ({slug}) as {where}, which is another text; rename one"
    return Outcome(found.where, "failed", reason, slug)


def _as_before(found: Extracted, record: Record, seen: dict[str, tuple[Record, str]]) -> Outcome:
    seen[record.slug] = record, found.where
    return Outcome(found.where, "unchanged", slug=record.slug)


def _differ(before: Record, now: Record) -> bool:
    return (before.original, before.text, before.facts) != (now.original, now.text, now.facts)


# ── releases ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def publish(config: Config, store: Store | RemoteStore) -> Release | None:
    """Publishes a release of the store, unless the current one holds just that."""
    if isinstance(store, RemoteStore):
        if store.notes.published == store.notes.change:
            return None
        store.publish()
        return remote_release.current(store.endpoint, config.data, config.base_iri)
    try:
        if releases.current(store.data).sequence == store.sequence:
            return None
    except StoreError:
        pass  # none yet, or one that is damaged: a new one takes its place
    created = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    release = releases.publish(store, created, partial(_describe, config, created))
    releases.tidy(store.data)
    return release


def _describe(config: Config, created: str, folder: Path, number: int) -> Mapping[str, int]:
    """Writes what a release has beside its store: the search index and the VoID description; its counts by kind."""
    import pyoxigraph as ox

    from kg import search, stats

    store = ox.Store.read_only(str(folder / "store"))
    search.make_index(store, folder / "search.db")
    counts = stats.counts(store)
    (folder / "void.ttl").write_bytes(stats.void(store, config.base_iri, number, created))
    return counts


def remove(config: Config, name: str) -> Record:
    """Takes a source and its facts out, and publishes a release. Raises UsageError where the name is not of one."""
    sources = Sources(config.data)
    with opened(config) as store:
        _check_owner(config, store)
        found = sources.find(name)
        if not found:
            names = [record.name for record in sources.records()]
            more = ", …" if len(names) > _NAMED else ""
            raise UsageError(f"{name}: no such source; loaded are {', '.join(names[:_NAMED]) or 'none'}{more}")
        if len(found) > 1:
            raise UsageError(f"{name}: several sources: {', '.join(record.iri for record in found)}; give one IRI")
        if isinstance(store, RemoteStore):  # the server first: a source that it alone had would have no owner
            store.replace([], remove=[found[0].iri])
        sources.remove(found[0].slug)
        load(config, store)
        publish(config, store)
    return found[0]


def _check_owner(config: Config, store: Store | RemoteStore) -> None:
    """Raises StoreError where a server holds sources that are not kept here: loading would take them out."""
    if isinstance(store, RemoteStore):
        iris = Iris(config.base_iri)
        store.check_owner(iris.of("source", record.slug) for record in Sources(config.data).records())
