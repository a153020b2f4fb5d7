"""From a source to its facts: the whole way on one page.

A function of text and registry alone: no clock, no network, nothing kept from one source to the next.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from kg import registry
from kg.folding import fold
from kg.model import Article, Facts, Source
from loaders import EXTRACTOR
from loaders.agencies import agencies, letterheads
from loaders.annexes import annexes
from loaders.confidence import calibrated
from loaders.documents import documents, doubts, pillars, programmes, unnumbered
from loaders.formats import casing, headlines
from loaders.layout import evenness, letterhead, run_in, structure
from loaders.layout.letterhead import Letterhead
from loaders.layout.pages import paged
from loaders.layout.units import units
from loaders.measures import measures, numbers, ordered_values
from loaders.officials import officials
from loaders.reading import DocumentMention, Reading
from loaders.relations import relations
from loaders.tasks import labelled, tasks
from loaders.times import dating, periods


def extract(source: Source) -> Facts:
    """All that the source states, each fact with its evidence.

    >>> from loaders.read import read_bytes
    >>> text = "Thủ tướng Chính phủ giao Bộ Công an trình Nghị định về định danh điện tử trước ngày 30/6/2021."
    >>> task = extract(read_bytes(text.encode(), "vi-du.txt")).tasks[0]
    >>> task.assignees, task.directed_by, task.deadline
    (('Bộ Công an',), 'Thủ tướng Chính phủ', '2021-06-30')
    """
    return calibrated(paged(facts(source), source))


def facts(source: Source) -> Facts:
    """The same with each fact's confidence as the rules say it of themselves."""
    given = source
    source, offsets = evenness.even(given)
    reading, head = read(source)
    assigned, set_in_tables, reported_in_tables = annexes.state(reading)
    particulars = labelled.state(reading)
    ordered, undecided = tasks.state(reading, particulars)
    targets, observations = measures.state(reading)
    observations, wanted = ordered_values.told_apart(observations, ordered)
    own, given_work = reading.own, ordered + particulars.tasks + assigned
    found = Facts(
        source=source.name,
        text_sha256=source.text_digest,
        article=_article(source, reading, head),
        documents=documents.facts(reading),
        programmes=programmes.facts(reading),
        agencies=agencies.facts(reading),
        officials=officials.facts(reading),
        relations=relations.state(reading, given_work),
        tasks=given_work,
        targets=targets + wanted + set_in_tables,
        observations=observations + reported_in_tables,
        pillars=pillars.find(reading),
        provisions=structure.provisions(reading.units, source) + annexes.provisions(assigned, set_in_tables)
        if own
        else (),
        recipients=structure.recipients(reading.units, source) if own else (),
        candidates=doubts.of_documents(reading) + undecided,
        extractor=EXTRACTOR,
    )
    return found if source is given else evenness.found_in(given, offsets, found)


def read(source: Source) -> tuple[Reading, Letterhead | None]:
    """The source with its units and all its mentions; its letterhead where it is a document's own text."""
    folded = fold(source.text)
    head = letterhead.find(source, folded)
    begins = None if head else letterhead.reprinted(folded)
    preamble = None if head or begins is not None else unnumbered.preamble(source, folded)
    official = head is not None or begins is not None or preamble is not None
    source = run_in.apart(source) if official else run_in.listed(source)
    cut = units(source, folded, official=official)
    if head:
        cut = structure.mark(cut, source, folded, head)
    reading = Reading(source, folded, cut, _today(source, folded, head))
    reading = replace(reading, told=dating.reference(reading))
    reading = replace(reading, periods=periods.find(reading))
    reading = replace(reading, numbers=numbers.find(reading))
    reading = replace(reading, agencies=agencies.find(reading))
    reading = replace(reading, officials=officials.find(reading))
    reading = replace(reading, documents=documents.find(reading))
    if head:
        reading = replace(reading, own=_own(reading, head))
        if reading.own is None:
            reading = unnumbered.blank(reading, head, _printed_above(reading, head), _letter_subject(source.title))
    elif preamble is not None:
        reading = unnumbered.named(reading, preamble)
    elif begins is not None:  # a page that gives a document's text in full
        reading = replace(reading, own=_reprinted(reading, begins))
    reading = replace(reading, programmes=programmes.find(reading))
    return reading, head


def _today(source: Source, folded: str, head: Letterhead | None) -> datetime.date | None:
    """The date against which the source's relative dates resolve."""
    day = (head.published if head else None) or source.published
    return datetime.date.fromisoformat(day) if day else None


# an office on a line of its own under its body, the motto maybe beside them
_OFFICE = re.compile(r"(?:[^\S\n]*(?:\t[^\n]*)?\n\s*| )v[ăa]n ph[òo]ng *(?=[\n\t*]|số\b|$)", re.IGNORECASE)


def _own(reading: Reading, head: Letterhead) -> DocumentMention | None:
    """The document whose own text the source is: the one that the letterhead numbers."""
    start, end = head.number
    numbered = next((d for d in reading.documents if d.start < end and start < d.end), None)
    if numbered is None:
        return None
    if head.encloses:
        return replace(numbered, date=head.published or numbered.date, title=None, status="issued")
    text = reading.source.text
    title = " ".join(text[slice(*head.title)].split()) if head.title else _letter_subject(reading.source.title)
    kind = registry.load().type_of_word(head.type_word) if head.type_word else None
    return replace(
        numbered,
        type=kind or numbered.type,
        date=head.published or numbered.date,
        issuer=_issuer(_printed_above(reading, head), numbered.issuer),
        title=title,
        status="issued",
    )


def _printed_above(reading: Reading, head: Letterhead) -> str | None:
    """The body that issues as the letterhead prints it above the number."""
    text, start = reading.source.text, head.number[0]
    first = letterheads.commission(text, start) or _heads_it(reading, start)
    if letterheads.tells_little(first):
        first = letterheads.above(text, start) or first
    return first


# above a letter's addressees: "V/v góp ý dự thảo Kế hoạch"
_REGARDING = re.compile(r"(?P<open>\()?V/v\s*:?\s*(?P<subject>.+?)(?(open)\))", re.IGNORECASE)


def _letter_subject(title: str | None) -> str | None:
    found = _REGARDING.fullmatch(title) if title else None
    return found["subject"] if found else None


def _heads_it(reading: Reading, number: int) -> str | None:
    """The body whose name a letterhead prints above the number: of several the lower one where it is a part."""
    text = reading.source.text
    bodies = [a for a in reading.agencies if a.end <= number and a.kind != "group"]
    bodies = [a for a in bodies if text[a.start : a.end].isupper()] or bodies
    if not bodies:
        return None
    bodies = [a for a in bodies if fold(a.name) not in letterhead.MOTTOES] or bodies
    name = letterhead.issuing([_mixed(reading, a.name) for a in bodies])
    if _OFFICE.match(text, bodies[-1].end, number):
        return f"Văn phòng {name}"
    return letterheads.lower(reading, number, name) or name


def _reprinted(reading: Reading, begins: int) -> DocumentMention | None:
    """The document that a page gives in full from `begins` on, with what the page tells of it anywhere."""
    own = next((d for d in reversed(reading.documents) if d.end <= begins), None)
    same = [d for d in reading.documents if own and d.id == own.id]
    return own and replace(
        own,
        issuer=next((d.issuer for d in same if d.issuer), None),
        date=next((d.date for d in same if d.date), None),
        title=next((d.title for d in same if d.title), None),
    )


def _mixed(reading: Reading, name: str) -> str:
    """A name that a letterhead prints in capitals as it is written elsewhere: by the registry, else in the text."""
    if not name.isupper():
        return name
    body = name.removeprefix("CHỦ TỊCH ")
    known = registry.load().full_name(body)
    if known:
        return known if body == name else f"Chủ tịch {known}"
    text = reading.source.text
    for found in re.finditer(re.escape(fold(name)).replace(r"\ ", r"\s+"), reading.folded):
        if not text[found.start() : found.end()].isupper():
            printed = " ".join(text[found.start() : found.end()].split())
            return printed[:1].upper() + printed[1:]
    return name.capitalize()


def _issuer(printed: str | None, told: str | None) -> str | None:
    """The issuer by its number where that names one body, else as the letterhead prints it."""
    if told and not re.match(r"(?:Ủy ban nhân dân|Hội đồng nhân dân)$", told):
        return told
    return printed or told


def _article(source: Source, reading: Reading, head: Letterhead | None) -> Article:
    if head is None:
        text_of = reading.own.id if reading.own else None
        printed = source.title
        title = casing.written(printed, source.text) if printed else headlines.opening(source.text, source.blocks)
        return Article(title, source.published, source.publisher, text_of, source.url)
    text = source.text
    spans = [span for span in (head.type_span, head.title) if span]
    title = " ".join(" ".join(text[a:b].split()) for a, b in spans) or source.title
    return Article(
        title=title,
        published=head.published or source.published,
        publisher=source.publisher,
        text_of=reading.own.id if reading.own else None,
        url=source.url,
    )
