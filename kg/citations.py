"""Documents as sources cite them, as they are known from all sources together, and what was found of each citation."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass, field

from kg import periods
from kg.iris import is_number, year_in
from kg.likeness import year_of_law
from kg.model import DocumentStatus
from kg.names import Choice, Option


@dataclass(frozen=True, slots=True)
class Citation:
    """A document as one source names it. `own` is the IRI that it has from that source alone."""

    source: str
    own: str
    id: str
    type: str | None = None
    date: str | None = None
    issuer: str | None = None  # by the registry's name, where it has one
    title: str | None = None
    status: DocumentStatus = "issued"
    published: datetime.date | None = None  # of the source
    own_text: bool = False  # the source is this document's text
    topic: frozenset[str] = frozenset()  # the words of what the source speaks of

    @property
    def number(self) -> str:
        """The number without the day that sets two apart; a name as it is."""
        return self.id.partition("@")[0] if is_number(self.id) else self.id

    @property
    def day(self) -> str | None:
        """The day of signing, where the source tells it."""
        date = self.date or (self.id.partition("@")[2] if is_number(self.id) else "")
        return date if date and len(date) == 10 and periods.check(date) else None

    @property
    def year(self) -> str | None:
        """The year of signing, from the number or the date."""
        if not is_number(self.id):
            return self.date[:4] if self.date and periods.check(self.date) else year_of_law(self.id)
        date = self.date or self.id.partition("@")[2]
        return year_in(self.id) or (date[:4] if date and periods.check(date) else None)


@dataclass(slots=True)
class Known:
    """A document that some source dates: its year and issuer, and what is told of it."""

    iri: str
    number: str
    year: str
    issuer: str | None
    type: str | None = None
    days: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # the sources of each day
    own_days: set[str] = field(default_factory=set)  # the days that its own text gives
    titles: set[tuple[str, ...]] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)

    @property
    def first(self) -> datetime.date:
        """The earliest day on which it may have been signed."""
        return datetime.date.fromisoformat(min(self.days)) if self.days else datetime.date(int(self.year), 1, 1)

    @property
    def said(self) -> str:
        """Its day, or year, as people write it."""
        return " / ".join("/".join(reversed(day.split("-"))) for day in sorted(self.days)) or f"năm {self.year}"


@dataclass(slots=True)
class Found:
    """What was found: for each source and IRI a choice; for each draft the document that it became."""

    choices: dict[tuple[str, str], Choice] = field(default_factory=dict)
    drafts: dict[str, Option] = field(default_factory=dict)

    def add(self, citation: Citation, choice: Choice) -> None:
        """Notes a choice; one that decides goes before one that does not, the first before others."""
        known = self.choices.setdefault((citation.source, citation.own), choice)
        if known.iri is None and choice.iri is not None:
            self.choices[citation.source, citation.own] = choice
