"""What a text leaves open about the documents that it names: kept with its reason, not asserted and not dropped."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.iris import is_number
from kg.model import Candidate, Document, Evidence
from loaders import reasons
from loaders.documents import documents, one_article
from loaders.layout import letterhead
from loaders.reading import DocumentMention, Reading
from loaders.words.keyed import Keyed

_NUMBERED = re.compile(r"\d")
_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_BLANK = Keyed(  # an annex caption whose number and day were never filled in
    r"(?:ban\s+hanh\s+)?kem\s+theo\s+(?P<kind>quyet\s+dinh|nghi\s+quyet|ke\s+hoach|thong\s+bao|nghi\s+dinh|thong\s+tu)\s+so\s*[:.…_]*\s*/",
    "kem",
)


def of_documents(reading: Reading) -> tuple[Candidate, ...]:
    """The doubts about dates and numbers, in order of their place."""
    stated = {document.id: document for document in documents.facts(reading)}
    found = [
        *_second_days(reading, stated),
        *_second_issuers(reading, stated),
        *_years(reading),
        *_unfinished(reading),
        *_unsigned(reading),
        *_captions(reading),
        *_shared(reading),
    ]
    return tuple(sorted(found, key=lambda candidate: candidate.evidence[0].start))


def _shared(reading: Reading) -> Iterator[Candidate]:
    """A number that two documents of the source bear, cited without the date that would tell which is meant."""
    dated: dict[str, set[str]] = defaultdict(set)  # by number
    for mention in reading.documents:
        number, at, _ = mention.id.partition("@")
        if at:
            dated[number].add(mention.id)
    for mention in reading.documents:
        if documents.undecided(mention):
            number = mention.id.partition("@")[0]
            bearers = sorted(dated[number])
            yield reasons.among("documents", "no-date", number, _place(reading, mention), bearers)


def _mentions(reading: Reading) -> dict[str, list[DocumentMention]]:
    by_id: dict[str, list[DocumentMention]] = defaultdict(list)
    for mention in reading.documents:
        if not mention.anaphor and not documents.undecided(mention):
            by_id[mention.id].append(mention)
    return by_id


def _place(reading: Reading, mention: DocumentMention) -> Evidence:
    return reading.evidence(mention.start, mention.end)


def _second_days(reading: Reading, stated: Mapping[str, Document]) -> Iterator[Candidate]:
    """One document with two days of signing: one of them is misprinted."""
    for identity, mentions in _mentions(reading).items():
        usual = stated[identity].date
        for mention in mentions:
            if mention.date and usual and mention.date != usual:
                named, place = f"{identity}@{mention.date}", _place(reading, mention)
                yield reasons.candidate("documents", "second-day", named, place, day=mention.date, usual=usual)


def _second_issuers(reading: Reading, stated: Mapping[str, Document]) -> Iterator[Candidate]:
    """One number given to bodies of two places, and no days to tell their documents apart by."""
    for identity, mentions in _mentions(reading).items():
        usual = stated[identity].issuer
        for mention in mentions:
            place, other = one_article.place_of(mention.issuer), one_article.place_of(usual)
            if mention.issuer and usual and place and other and place != other:
                said = _place(reading, mention)
                yield reasons.candidate(
                    "documents", "second-issuer", identity, said, issuer=mention.issuer, usual=usual
                )


def _years(reading: Reading) -> Iterator[Candidate]:
    """A day of signing in another year than the number says."""
    for identity, mentions in _mentions(reading).items():
        year = _YEAR.search(identity)
        for mention in mentions:
            if year and mention.date and not mention.date.startswith(year[1]):
                named, place = f"{identity}@{mention.date}", _place(reading, mention)
                yield reasons.candidate("documents", "other-year", named, place, day=mention.date)


def _unfinished(reading: Reading) -> Iterator[Candidate]:
    """A number whose symbol neither the article nor its issuer tells: "Nghị định 137"."""
    for identity, mentions in _mentions(reading).items():
        first = mentions[0]
        if first.confidence <= 0.7 and not _NUMBERED.match(identity) and re.search(r" \d+(?:/\d{4})?$", identity):
            yield reasons.candidate("documents", "no-symbol", identity, _place(reading, first))


def _unsigned(reading: Reading) -> Iterator[Candidate]:
    """The source's own document, of which no number is printed: it may not be signed; one that a page reprints is."""
    own = reading.own
    if own and own.status != "draft" and not is_number(own.id) and letterhead.reprinted(reading.folded) is None:
        yield reasons.candidate("documents", "no-number", own.id, _place(reading, own))


def _captions(reading: Reading) -> Iterator[Candidate]:
    """A caption "Kèm theo Quyết định số /QĐ-TTg ngày tháng năm": the document that it is annexed to."""
    own = reading.own
    for caption in _BLANK.finditer(reading.folded):
        end = reading.folded.find(")", caption.end(), caption.end() + 120)
        end = end if end > 0 else caption.end()
        place = reading.evidence(caption.start(), end)
        yield reasons.candidate("documents", "blank-caption", own.id if own else "", place)
