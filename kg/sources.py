"""The truth that everything else can be made from again: each source's original bytes, its text, and the facts read.

`data/sources/` holds `records/<slug>.json`, one a source, which names by their sha-256 the files under `originals/`,
`texts/` and `facts/`. Those never change once written, so that a release can name them too; a record is replaced whole.
`by-hand.nq` holds what people wrote into the graph themselves.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.store_files import write

if TYPE_CHECKING:
    from kg.model import Facts, Source

_LONGEST_NAME = 150  # of a record's file, in bytes; a longer slug is cut and gets its digest


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one source without reading it: where it came from, and which files hold its content."""

    slug: str  # the last part of its IRI
    iri: str
    name: str  # as the facts name it
    origin: str  # the path, URL or archive entry that it was read from
    original: str  # sha-256 of the bytes as they came, with the file's suffix: a file under originals/
    text: str  # sha-256 of the text: a file under texts/
    facts: str  # sha-256 of the facts JSON: a file under facts/
    extractor: str  # name and version of what read it
    media_type: str = "text/plain"
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    added: str | None = None  # day on which this text came in, YYYY-MM-DD

    @property
    def files(self) -> tuple[str, str, str]:
        """Its files under the folder of sources."""
        return f"originals/{self.original}", f"texts/{self.text}.txt", f"facts/{self.facts}.json"

    @property
    def file_digest(self) -> str:
        """The sha-256 of the original bytes."""
        return self.original.partition(".")[0]


class Sources:
    """The folder `data/sources`. Reading needs no lock; writing is the store's writer's."""

    def __init__(self, data: Path) -> None:
        self.folder = data / "sources"

    def records(self) -> list[Record]:
        """All records in order of their slugs. Raises StoreError on one that cannot be read."""
        folder = self.folder / "records"
        if not folder.is_dir():
            return []
        return sorted((_record(path) for path in folder.glob("[!.]*.json")), key=lambda record: record.slug)

    def record(self, slug: str) -> Record | None:
        """The record of one source."""
        path = self._path(slug)
        return _record(path) if path.is_file() else None

    def find(self, name: str) -> list[Record]:
        """The sources that a person may mean by a name: its IRI, slug, path, URL, file name or stem."""
        wanted = {name, name.rstrip("/"), str(Path(name).resolve())}
        records = self.records()
        exact = [r for r in records if wanted & {r.iri, r.slug, r.origin, r.name, r.url}]
        return exact or [r for r in records if name in (Path(r.name).stem, Path(r.origin).name, Path(r.origin).stem)]

    def put(self, record: Record, original: bytes, text: str, facts: str, before: Record | None = None) -> Record:
        """Keeps a source; returns its record with the digests filled in. Whole or not at all, and on the disk.

        The day on which it came in is that of the record `before` where its text is the same.
        """
        content = text.encode("utf-8")
        suffix = record.original if record.original.startswith(".") else ""
        kept = replace(
            record,
            original=_digest(original) + suffix,
            text=_digest(content),
            facts=_digest(facts.encode("utf-8")),
        )
        if before is not None and before.text == kept.text:
            kept = replace(kept, added=before.added)
        try:
            self._keep(f"originals/{kept.original}", original)
            self._keep(f"texts/{kept.text}.txt", content)
            self._keep(f"facts/{kept.facts}.json", facts.encode("utf-8"))
            self._put(kept)
        except OSError as error:
            raise StoreError(f"{self.folder}: cannot keep {record.name}: {error.strerror or error}") from error
        return kept

    def _put(self, record: Record) -> None:
        path = self._path(record.slug)
        path.parent.mkdir(parents=True, exist_ok=True)
        fields = {name: value for name, value in asdict(record).items() if value is not None}
        write(path, json.dumps(fields, ensure_ascii=False, indent=1).encode("utf-8"))

    def _keep(self, name: str, content: bytes) -> None:
        path = self.folder / name
        if not path.is_file() or path.stat().st_size != len(content):
            path.parent.mkdir(parents=True, exist_ok=True)
            write(path, content)

    def reset(self, records: Iterable[Record]) -> None:
        """Makes these the records: of a release that is restored."""
        wanted = {record.slug: record for record in records}
        for record in wanted.values():
            self._put(record)
        for record in self.records():
            if record.slug not in wanted:
                self.remove(record.slug)

    def remove(self, slug: str) -> None:
        """Forgets a source; its files stay until `tidy`."""
        self._path(slug).unlink(missing_ok=True)

    def original(self, record: Record) -> bytes:
        """The bytes as they came."""
        return self._content(f"originals/{record.original}", record.file_digest)

    def text(self, record: Record) -> str:
        """The text that offsets refer to."""
        return self._content(f"texts/{record.text}.txt", record.text).decode("utf-8")

    def facts_json(self, record: Record) -> bytes:
        """The facts as extracted, before linking, as JSON."""
        return self._content(f"facts/{record.facts}.json", record.facts)

    def facts(self, record: Record) -> Facts:
        """The facts as extracted, before linking."""
        from kg.facts import from_json

        return from_json(json.loads(self.facts_json(record)))

    def _content(self, name: str, digest: str) -> bytes:
        try:
            content = (self.folder / name).read_bytes()
        except OSError as error:
            raise StoreError(f"{self.folder / name}: {error.strerror}; restore it from a backup") from error
        if _digest(content) != digest:
            raise StoreError(f"{self.folder / name}: its content is not what was written; restore it from a backup")
        return content

    def by_hand(self) -> bytes:
        """What people wrote into the graph, as N-Quads."""
        path = self.folder / "by-hand.nq"
        return path.read_bytes() if path.is_file() else b""

    def put_by_hand(self, lines: bytes) -> None:
        """Keeps what people wrote into the graph."""
        self.folder.mkdir(parents=True, exist_ok=True)
        write(self.folder / "by-hand.nq", lines)

    def tidy(self, others: Iterable[Record] = ()) -> int:
        """Deletes the files that neither a record nor one of `others` (the releases') names; how many."""
        named = {file for record in (*self.records(), *others) for file in record.files}
        gone = 0
        for part in ("originals", "texts", "facts"):
            for path in (self.folder / part).glob("*"):
                if f"{part}/{path.name}" not in named:
                    path.unlink()
                    gone += 1
        return gone

    def _path(self, slug: str) -> Path:
        name = slug
        if len(slug.encode()) > _LONGEST_NAME:
            name = f"{slug.encode()[:_LONGEST_NAME].decode(errors='ignore')}-{_digest(slug.encode())[:12]}"
        return self.folder / "records" / f"{name}.json"


def describe(
    source: Source, facts: Facts, *, slug: str, iri: str, origin: str, suffix: str, version: str, today: str
) -> Record:
    """The record of a source that was just read; `put` fills in the digests."""
    return Record(
        slug=slug,
        iri=iri,
        name=source.name,
        origin=origin,
        original=suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) else "",
        text=source.text_digest,
        facts="",
        extractor=version,
        media_type=source.media_type,
        title=facts.article.title or source.title,
        published=facts.article.published or source.published,
        publisher=facts.article.publisher or source.publisher,
        url=source.url,
        added=today,
    )


def same_name(where: str, slug: str, other: str) -> str:
    """What to say of two different texts that would have one name."""
    return (
        f"{where}: would have the same name ({slug}) as {other}, which is another text; "
        f"rename one, or `kg remove {slug}` first"
    )


def dump(records: Iterable[Record]) -> Iterator[str]:
    """The records as JSON Lines, as a release keeps them."""
    for record in records:
        yield json.dumps(asdict(record), ensure_ascii=False) + "\n"


def parse(lines: Iterable[str]) -> list[Record]:
    """The records of such lines."""
    return [Record(**json.loads(line)) for line in lines]


def _record(path: Path) -> Record:
    try:
        return Record(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise StoreError(f"{path}: not a readable record of a source ({error}); restore it from a backup") from error


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
