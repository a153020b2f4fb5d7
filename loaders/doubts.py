"""What a text leaves open about the documents that it names: kept with its reason, not asserted and not dropped."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kg.model import Candidate
from loaders import documents
from loaders.reading import DocumentMention, Reading

_NUMBERED = re.compile(r"\d")
_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_BLANK = re.compile(  # an annex caption whose number and day were never filled in
    r"(?:ban\s+hanh\s+)?kem\s+theo\s+(?P<kind>quyet\s+dinh|nghi\s+quyet|ke\s+hoach|thong\s+bao|nghi\s+dinh|thong\s+tu)\s+so\s*[:.…_]*\s*/"
)


def of_documents(reading: Reading) -> tuple[Candidate, ...]:
    """The doubts about dates and numbers, in order of their place."""
    found = [*_second_days(reading), *_years(reading), *_unfinished(reading), *_captions(reading), *_shared(reading)]
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
            reason = f"cited without its date, while this source names {' and '.join(bearers)}"
            yield _candidate(reading, mention, number, reason)


def _mentions(reading: Reading) -> dict[str, list[DocumentMention]]:
    by_id: dict[str, list[DocumentMention]] = defaultdict(list)
    for mention in reading.documents:
        if not mention.anaphor and not documents.undecided(mention):
            by_id[mention.id].append(mention)
    return by_id


def _candidate(reading: Reading, mention: DocumentMention, text: str, reason: str) -> Candidate:
    return Candidate("documents", reason, text, (reading.evidence(mention.start, mention.end),))


def _second_days(reading: Reading) -> Iterator[Candidate]:
    """One document with two days of signing: one of them is misprinted."""
    stated = {document.id: document for document in documents.facts(reading)}
    for identity, mentions in _mentions(reading).items():
        usual = stated[identity].date
        for mention in mentions:
            if mention.date and usual and mention.date != usual:
                reason = f"date of signing printed as {mention.date}, elsewhere in this source as {usual}"
                yield _candidate(reading, mention, f"{identity}@{mention.date}", reason)


def _years(reading: Reading) -> Iterator[Candidate]:
    """A day of signing in another year than the number says."""
    for identity, mentions in _mentions(reading).items():
        year = _YEAR.search(identity)
        for mention in mentions:
            if year and mention.date and not mention.date.startswith(year[1]):
                reason = f"date of signing {mention.date} does not fit the year in the number"
                yield _candidate(reading, mention, f"{identity}@{mention.date}", reason)


def _unfinished(reading: Reading) -> Iterator[Candidate]:
    """A number whose symbol neither the article nor its issuer tells: "Nghị định 137"."""
    for identity, mentions in _mentions(reading).items():
        first = mentions[0]
        if first.confidence <= 0.7 and not _NUMBERED.match(identity) and re.search(r" \d+(?:/\d{4})?$", identity):
            yield _candidate(reading, first, identity, "the number is not completed by anything in this source")


def _captions(reading: Reading) -> Iterator[Candidate]:
    """A caption "Kèm theo Quyết định số /QĐ-TTg ngày tháng năm": the document that it is annexed to."""
    own = reading.own
    for caption in _BLANK.finditer(reading.folded):
        end = reading.folded.find(")", caption.end(), caption.end() + 120)
        end = end if end > 0 else caption.end()
        reason = "annex caption without number and day; likely the document whose text this is"
        yield Candidate("documents", reason, own.id if own else "", (reading.evidence(caption.start(), end),))
