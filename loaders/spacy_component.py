"""The spaCy component `vn_policy`: the facts of a text as spans of a spaCy document.

    nlp = spacy.blank("xx")        # or Vietnamese, without pyvi, which spaCy would otherwise want to have installed:
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    nlp.add_pipe("vn_policy")
    doc = nlp("Thủ tướng Chính phủ giao Bộ Công an trình Nghị định về định danh điện tử.")

The name is found by an entry point where the project is installed; elsewhere import this module first. A stretch of
the text becomes the span of the tokens that it touches, so that a name glued to its neighbour is not lost; the exact
stretch is `span._.vn_policy_quote`. spaCy keeps one extension value for all spans of the same tokens, therefore the
attributes of a span are looked up by its `id_`, and `doc.user_data` holds nothing but the facts: documents can be
written and read back (spaCy then makes tuples of lists), and passed between processes.

| attribute | holds |
|---|---|
| `doc.spans["vn_policy"]` | all spans in order of the text; labels DOCUMENT, PROGRAMME, AGENCY, OFFICIAL, TASK … |
| `doc.spans["documents"]`, `["tasks"]` … | those of one kind |
| `span.kb_id_`, `span._.vn_policy_id` | the document's id, the name, the task's text, the indicator |
| `span._.vn_policy_fact` | the record in the facts format; of a pillar its name, evidence and confidence |
| `span._.vn_policy_confidence` | how sure the reading is, from 0 to 1 |
| `span._.vn_policy_quote` | (start, end) of the quote in `doc.text`, in characters |
| `doc._.vn_policy_facts` | all facts, relations too, in the facts format; offsets refer to `doc.text` |
| `doc._.vn_policy_published` | the day of the text (YYYY-MM-DD), set by the caller before: relative dates need it |
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from kg.facts import to_json
from kg.model import Facts
from loaders import EXTRACTOR
from loaders.extract import extract
from loaders.read import from_text

NAME: Final = "vn_policy"
LABELS: Final = {
    "documents": "DOCUMENT",
    "programmes": "PROGRAMME",
    "agencies": "AGENCY",
    "officials": "OFFICIAL",
    "tasks": "TASK",
    "targets": "TARGET",
    "observations": "OBSERVATION",
    "pillars": "PILLAR",
}
NAMED: Final = ("documents", "programmes", "agencies", "officials", "pillars")  # whose spans are names, not clauses
_IDS: Final = {"documents": "id", "tasks": "text", "targets": "indicator", "observations": "indicator"}
_PIECE: Final = re.compile(r"\r\n?|[\x00-\x7f]?[^\x00-\x7f]*")  # nothing in ASCII composes with what precedes it


class Component:
    """Puts the facts of a document's text on the document. `set_ents` also fills `doc.ents`, with names only."""

    def __init__(self, spans_key: str = NAME, set_ents: bool = False) -> None:
        self.spans_key = spans_key
        self.set_ents = set_ents

    def __call__(self, doc: Doc) -> Doc:
        """The same document, its spans and facts set; spans of ours that it had before are replaced."""
        facts = facts_of(doc.text, doc._.vn_policy_published)
        doc.user_data[NAME] = facts
        groups = {kind: list(_spans(doc, kind, facts)) for kind in LABELS}
        for kind, spans in groups.items():
            doc.spans[kind] = spans
        every = [span for spans in groups.values() for span in spans]
        doc.spans[self.spans_key] = sorted(every, key=lambda span: (span.start, -span.end))
        if self.set_ents:
            names = [span for kind in NAMED for span in groups[kind]]
            doc.ents = filter_spans([*names, *doc.ents])
        return doc

    # Settings stand in the pipeline's config; there is nothing else to keep, but spaCy asks each component.

    def to_disk(self, path: Any, *, exclude: Any = ()) -> None:
        """Nothing to write."""

    def from_disk(self, path: Any, *, exclude: Any = ()) -> Component:
        """The component as the config made it."""
        return self

    def to_bytes(self, *, exclude: Any = ()) -> bytes:
        """Nothing to write."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: Any = ()) -> Component:
        """The component as the config made it."""
        return self


def create(nlp: Any, name: str, spans_key: str, set_ents: bool) -> Component:
    """The component for a pipeline; what the entry point names."""
    return Component(spans_key, set_ents)


Language.factory(
    NAME,
    default_config={"spans_key": NAME, "set_ents": False},
    assigns=["doc.spans", "doc._.vn_policy_facts", "span._.vn_policy_fact"],
    func=create,
)


def facts_of(text: str, published: str | None = None) -> dict[str, Any]:
    """The facts of a text in the facts format, offsets into `text` as it is given, whatever its normal form.

    >>> facts_of("Bộ Tài chính báo cáo.")["agencies"][0]["name"]
    'Bộ Tài chính'
    """
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if not text.strip():
        return to_json(Facts("", digest, extractor=EXTRACTOR))
    offsets = _Offsets(text)
    source = from_text(offsets.normal, "text")
    found = to_json(extract(replace(source, name="", published=published or source.published, text_digest=digest)))
    if offsets.normal != text:
        for entry in _evidence(found):
            entry["start"], entry["end"] = offsets.original(entry["start"], entry["end"])
            entry["quote"] = text[entry["start"] : entry["end"]]
    return found


class _Offsets:
    """A text in NFC with "\\n" line ends, and where its stretches stand in the text as given."""

    def __init__(self, text: str) -> None:
        self._given = [0]
        self._normal = [0]
        pieces = []
        for piece in _PIECE.findall(text) if "\r" in text or not unicodedata.is_normalized("NFC", text) else [text]:
            normal = "\n" if piece.startswith("\r") else unicodedata.normalize("NFC", piece)
            pieces.append(normal)
            self._given.append(self._given[-1] + len(piece))
            self._normal.append(self._normal[-1] + len(normal))
        self.normal = "".join(pieces)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch as given that the stretch of the normal text came from; pieces that changed are taken whole."""
        first, last = (bisect_right(self._normal, at) - 1 for at in (start, max(start, end - 1)))
        return self._at(first, start), self._at(last, end, closing=True)

    def _at(self, piece: int, offset: int, *, closing: bool = False) -> int:
        begins, ends = self._given[piece : piece + 2]
        if ends - begins == self._normal[piece + 1] - self._normal[piece]:
            return begins + offset - self._normal[piece]
        return ends if closing else begins


def _evidence(written: Any) -> Iterator[dict[str, Any]]:
    """Every evidence entry in facts."""
    if isinstance(written, dict):
        for key, value in written.items():
            yield from value if key == "evidence" else _evidence(value)
    elif isinstance(written, list):
        for value in written:
            yield from _evidence(value)


# ── spans ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _records(facts: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """The records of a kind; pillars, which are names in the format, with their evidence."""
    if kind != "pillars":
        found: list[dict[str, Any]] = facts[kind]
        return found
    entries = facts["pillar_evidence"]
    several = {name: list(entry) if isinstance(entry, list | tuple) else [entry] for name, entry in entries.items()}
    return [{"name": name} | several[name].pop(0) for name in facts["pillars"]]


def _spans(doc: Doc, kind: str, facts: dict[str, Any]) -> Iterator[Span]:
    """The spans of a kind, one for each stretch of evidence. Their ids tell kind, record and evidence by number."""
    key = _IDS.get(kind, "name")
    for i, record in enumerate(_records(facts, kind)):
        for j, entry in enumerate(record["evidence"]):
            yield doc.char_span(
                entry["start"],
                entry["end"],
                label=LABELS[kind],
                kb_id=record[key],
                span_id=f"{kind}/{i}/{j}",
                alignment_mode="expand",
            )


def _kind(span: Span) -> tuple[str, int, int] | None:
    """Kind, record and evidence of a span of ours; None of any other span."""
    found = re.fullmatch(r"([a-z]+)/(\d+)/(\d+)", span.id_)
    if not found or found[1] not in LABELS or NAME not in span.doc.user_data:
        return None
    return found[1], int(found[2]), int(found[3])


def _fact(span: Span) -> dict[str, Any] | None:
    place = _kind(span)
    return _records(span.doc.user_data[NAME], place[0])[place[1]] if place else None


def _quote(span: Span) -> tuple[int, int] | None:
    place, fact = _kind(span), _fact(span)
    if place is None or fact is None:
        return None
    entry = fact["evidence"][place[2]]
    return entry["start"], entry["end"]


def _id(span: Span) -> str | None:
    place, fact = _kind(span), _fact(span)
    return fact[_IDS.get(place[0], "name")] if place and fact else None


def _confidence(span: Span) -> float | None:
    fact = _fact(span)
    return fact["confidence"] if fact else None


Doc.set_extension("vn_policy_published", default=None, force=True)
Doc.set_extension("vn_policy_facts", getter=lambda doc: doc.user_data.get(NAME), force=True)
Span.set_extension("vn_policy_fact", getter=_fact, force=True)
Span.set_extension("vn_policy_id", getter=_id, force=True)
Span.set_extension("vn_policy_confidence", getter=_confidence, force=True)
Span.set_extension("vn_policy_quote", getter=_quote, force=True)
