"""What the audit desk shows, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.trace_gather import Evidence
from web.links import Ref
from web.pages.chain import Item, Run
from web.pages.filters import Filter
from web.tables import Badge, Table


@dataclass(frozen=True, slots=True)
class Found:
    """A finding as it is printed: numbered, with the numbers of its citations."""

    number: int
    text: str
    ref: Ref
    badges: tuple[Badge, ...]
    citations: tuple[int, ...]
    said: tuple[str, ...] = ()  # the sentences that tell how it stands


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation as it is printed: the quote, its place, and the number of its source."""

    number: int
    evidence: Evidence
    place: str
    source: int


@dataclass(frozen=True, slots=True)
class Cited:
    """A source of the citations: its number, its file, and what tells that the file and its text are the same."""

    number: int
    ref: Ref
    date: str
    file: str
    file_digest: str
    text_digest: str


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the audit desk shows. Without a `root` it asks what to trace."""

    asked: str
    filters: tuple[Filter, ...]
    root: Ref | None = None
    kind: str = ""
    subject: str = ""
    above: tuple[Run, ...] = ()
    below: tuple[Run, ...] = ()
    chosen: Item | None = None
    lost: bool = False  # the address names a link that is not in the chain
    counts: tuple[str, ...] = ()  # how many of each kind, in words
    findings: tuple[Found, ...] = ()
    more: tuple[Found, ...] = ()  # findings that are folded
    citations: tuple[Citation, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)  # of the citations, by their quotes
    sources: tuple[Cited, ...] = ()
    table: Table | None = None
    error: str = ""
    status: int = 200
    candidates: tuple[Ref, ...] = ()
    suggestions: tuple[tuple[Ref, str], ...] = ()

    def cited(self, item: Item) -> tuple[int, ...]:
        """The numbers of the citations that state a link of the chain."""
        numbers = self.numbers
        return tuple(
            dict.fromkeys(numbers[quote.iri] for quote in (*item.evidence, *item.said) if quote.iri in numbers)
        )
