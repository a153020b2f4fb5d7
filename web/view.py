"""One reader's view: the language, the as-of date, and the release that a page is made from."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from flask import g, has_request_context, request

from kg import messages, places
from kg.errors import KgError
from kg.folding import key
from kg.identify import AmbiguousError, UnknownError
from kg.trace_gather import Evidence
from web import formats, times
from web.catalogue import Catalogue
from web.links import Ref
from web.site import Site, site
from web.wording import LANGUAGES, Wording

_AROUND = 280  # characters before and after a quote


@dataclass(frozen=True, slots=True)
class View:
    """What a page needs to know beside its address."""

    site: Site
    catalogue: Catalogue
    wording: Wording
    as_of: datetime.date

    @property
    def lang(self) -> str:
        """The language of the page."""
        return self.wording.lang

    def ref(self, iri: str) -> Ref:
        """A resource with its label in the page's language, where it has one."""
        return self.catalogue.ref(iri, self.lang)

    def refs(self, iris: list[str]) -> tuple[Ref, ...]:
        """Several resources by their labels."""
        return tuple(sorted({self.ref(iri) for iri in iris}, key=lambda ref: key(ref.label)))

    def own(self, ref: Ref | None) -> tuple[Ref, ...]:
        """A resource of the catalogue's rows in the page's language."""
        return () if ref is None else (self.ref(ref.iri),)

    def several(self, refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
        """Resources of the catalogue's rows in the page's language."""
        return refs if self.lang == "vi" else tuple(self.ref(ref.iri) for ref in refs)

    def unnamed(self, problem: AmbiguousError | UnknownError) -> tuple[str, tuple[Ref, ...]]:
        """What to say of a name that several resources bear, or none, and those to choose from."""
        things = problem.candidates if isinstance(problem, AmbiguousError) else problem.suggestions
        said = "ambiguous" if isinstance(problem, AmbiguousError) else "unknown" if things else "none_near"
        return self.wording(f"query.{said}"), tuple(self.ref(thing.iri) for thing in things)

    def said(self, error: KgError) -> str:
        """What an error says in the page's language."""
        from web.problems import on_site

        return on_site(messages.told(error, self.lang))

    def day(self, value: str | datetime.date | None) -> str:
        """A date as the language writes it."""
        return formats.day(value, self.lang)

    def dated(self, text: str) -> str:
        """A text with its dates as the language writes them."""
        return re.sub(r"\b\d{4}-\d\d-\d\d\b", lambda match: self.day(match[0]), text)

    def number(self, value: str | int | None) -> str:
        """A number as the language writes it."""
        return formats.number(value, self.lang)

    def period(self, value: str | None) -> str:
        """A period as the language writes it."""
        return formats.period(value, self.lang)

    def time(self, printed: str) -> str:
        """A deadline or recurrence as printed, in the page's language where its words are known."""
        return (times.english(printed) if self.lang == "en" else None) or printed

    def whole(self, table: str) -> bool:
        """Whether the address asks for all rows of a table: on the page, or as a file."""
        return table in (request.args.get("all"), request.args.get("table"))

    def around(self, evidence: Evidence) -> tuple[str, str, str] | None:
        """A quote with the rest of its paragraph before and after it, shortened; None where the text is not kept."""
        record = self.site.record(self.site.iris.slug(evidence.source))
        if record is None:
            return None
        text = self.site.sources.text(record)
        first, last = text.rfind("\n", 0, evidence.start) + 1, text.find("\n", evidence.end)
        before, after = text[first : evidence.start], text[evidence.end : last if last >= 0 else len(text)]
        if len(before) > _AROUND:
            before = f"… {before[-_AROUND:].partition(' ')[2]}"
        if len(after) > _AROUND:
            after = f"{after[:_AROUND].rpartition(' ')[0]} …"
        return (
            before.replace("\t", " | "),
            text[evidence.start : evidence.end].replace("\t", " | "),
            after.replace("\t", " | "),
        )

    def place(self, evidence: Evidence) -> str:
        """Where in its document a quote stands, as a citation names it."""
        return places.cited(evidence.place, self.lang)


def current() -> View:
    """The view of the request being served."""
    if "view" not in g:
        found = site()
        g.view = View(found, found.catalogue(), Wording(language()), as_of())
    view = g.view
    assert isinstance(view, View)
    return view


def language() -> str:
    """The reader's language: as the address says, else as they chose before, else the site's."""
    if not has_request_context():
        return "vi"
    for asked in (request.args.get("lang"), request.cookies.get("lang")):
        if asked in LANGUAGES:
            return str(asked)
    return site().config.lang


def as_of() -> datetime.date:
    """The day that states are told for: as the address says, else as they chose before, else today."""
    for asked in (request.args.get("as_of"), request.cookies.get("as_of")):
        day = read_day(asked or "")
        if day:
            return day
    return datetime.date.today()


def no_day() -> str:
    """What the address gives as the as-of date though it is none."""
    asked = request.args.get("as_of", "").strip()
    return asked[:40] if asked and read_day(asked) is None else ""


def read_day(text: str) -> datetime.date | None:
    """A day as people write it: 22/11/2026, 2026-11-22 or 22 Nov 2026; None where it is none.

    >>> read_day("2/3/2024"), read_day("2024-03-02"), read_day("2 Mar 2024"), read_day("31/2/2024")
    (datetime.date(2024, 3, 2), datetime.date(2024, 3, 2), datetime.date(2024, 3, 2), None)
    """
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %b %Y"):
        try:
            return datetime.datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    return None
