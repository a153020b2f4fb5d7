"""Facts as JSON and back: the format that `kg facts` prints, that gold files are written in and that sources keep.

Reading back what was written gives the same facts. Hand-written files may leave out what they do not tell and may
carry keys that this module does not know (`accept`, `optional` …): these are passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from decimal import Decimal, InvalidOperation
from typing import Any, Final, Literal, NamedTuple, TypeVar, get_args, get_type_hints

from kg import model
from kg.errors import SourceError
from kg.model import Article, Candidate, Evidence, Fact, Facts, Pillar, Place

RECORDS: Final[dict[str, type[Fact]]] = {
    "documents": model.Document,
    "programmes": model.Programme,
    "agencies": model.Agency,
    "officials": model.Official,
    "relations": model.Relation,
    "tasks": model.Task,
    "targets": model.Target,
    "observations": model.Observation,
    "provisions": model.Provision,
}
"""The lists of records, by their key in JSON (and in `Facts`), with what they hold. Pillars are apart: names only."""

_Record = TypeVar("_Record", bound=Fact)


class _Field(NamedTuple):
    """A field of a record: its name, how its value is written, and the values that it is limited to."""

    name: str
    form: Literal["text", "names", "number"]
    required: bool
    choices: tuple[str, ...]


def _own_fields(kind: type[Fact]) -> tuple[_Field, ...]:
    common = {field.name for field in fields(Fact)}
    return tuple(_field(name, hint) for name, hint in get_type_hints(kind).items() if name not in common)


def _field(name: str, hint: Any) -> _Field:
    options = get_args(hint)
    choices = tuple(text for option in (hint, *options) for text in get_args(option) if isinstance(text, str))
    form: Literal["text", "names", "number"] = (
        "names" if hint == tuple[str, ...] else "number" if Decimal in options else "text"
    )
    return _Field(name, form, hint is str, choices)


_FIELDS: Final = {kind: _own_fields(kind) for kind in RECORDS.values()}


def records(facts: Facts) -> Iterator[Fact]:
    """All records of all kinds, pillars too, in the order of the format."""
    for name in (*RECORDS, "pillars"):
        yield from getattr(facts, name)


def settled(facts: Facts) -> Facts:
    """The same facts, with one place to each stretch of the text: the parts that any record gives for it, first first.

    A stretch of text stands in one place only; records of different kinds may have been read with and without it.
    """
    places: dict[tuple[int, int], Place] = {}
    for evidences in [record.evidence for record in records(facts)] + [c.evidence for c in facts.candidates]:
        for evidence in evidences:
            if evidence.place:
                known = places.setdefault((evidence.start, evidence.end), evidence.place)
                if known != evidence.place:
                    parts = {p.name: getattr(known, p.name) or getattr(evidence.place, p.name) for p in fields(Place)}
                    places[evidence.start, evidence.end] = Place(**parts)

    def settle(evidence: Evidence) -> Evidence:
        place = places.get((evidence.start, evidence.end))
        return evidence if place == evidence.place else replace(evidence, place=place)

    def settle_all(found: Iterable[_Record]) -> tuple[_Record, ...]:
        return tuple(replace(record, evidence=tuple(map(settle, record.evidence))) for record in found)

    lists: dict[str, Any] = {name: settle_all(getattr(facts, name)) for name in (*RECORDS, "pillars")}
    return replace(
        facts,
        **lists,
        candidates=tuple(replace(c, evidence=tuple(map(settle, c.evidence))) for c in facts.candidates),
    )


# ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def to_json(facts: Facts) -> dict[str, Any]:
    """The facts as JSON values. Every field is there; one that the text does not tell is null or empty."""
    written: dict[str, Any] = {
        "source": facts.source,
        "text_sha256": facts.text_sha256,
        "article": {field.name: getattr(facts.article, field.name) for field in fields(Article)},
    }
    for name in RECORDS:
        if name == "provisions":  # after the kinds that gold files have
            written["pillars"] = [pillar.name for pillar in facts.pillars]
        written[name] = [_record(record) for record in getattr(facts, name)]
    written["pillar_evidence"] = _pillar_evidence(facts.pillars)
    written["recipients"] = list(facts.recipients)
    written["candidates"] = [
        {
            "kind": c.kind,
            "reason": c.reason,
            "reason_vi": c.reason_vi,
            "text": c.text,
            "evidence": _evidence(c.evidence),
        }
        for c in facts.candidates
    ]
    written["extractor"] = facts.extractor
    return written


def _record(record: Fact) -> dict[str, Any]:
    written = {field.name: _value(getattr(record, field.name)) for field in _FIELDS[type(record)]}
    written["evidence"] = _evidence(record.evidence)
    written["confidence"] = record.confidence
    return written


def _value(value: object) -> object:
    if isinstance(value, Decimal):
        return number(value)
    return list(value) if isinstance(value, tuple) else value


def number(value: Decimal) -> int | float | str:
    """A number for JSON: an int where integral, else the shortest decimal; text where a float would not be exact.

    >>> number(Decimal("86000000")), number(Decimal("30.080"))
    (86000000, 30.08)
    """
    if value == value.to_integral_value():
        return int(value)
    near = float(value)
    return near if Decimal(repr(near)) == value else format(value.normalize(), "f")


def _evidence(found: tuple[Evidence, ...]) -> list[dict[str, Any]]:
    written = []
    for evidence in found:
        entry: dict[str, Any] = {"start": evidence.start, "end": evidence.end, "quote": evidence.quote}
        if evidence.place:
            parts = {field.name: getattr(evidence.place, field.name) for field in fields(Place)}
            entry["place"] = {name: part for name, part in parts.items() if part is not None}
        written.append(entry)
    return written


def _pillar_evidence(pillars: tuple[Pillar, ...]) -> dict[str, Any]:
    """By name; a list of entries where one name stands several times."""
    written: dict[str, list[dict[str, Any]]] = {}
    for pillar in pillars:
        entry = {"evidence": _evidence(pillar.evidence), "confidence": pillar.confidence}
        written.setdefault(pillar.name, []).append(entry)
    return {name: entries[0] if len(entries) == 1 else entries for name, entries in written.items()}


# ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def from_json(written: Mapping[str, Any]) -> Facts:
    """The facts of JSON values. Raises SourceError that names the list, the record and the value which are wrong."""
    source = _string(written.get("source"), "source") or ""
    try:
        lists: dict[str, Any] = {
            name: _read_records(written.get(name) or [], name, kind) for name, kind in RECORDS.items()
        }
        return Facts(
            source=source,
            text_sha256=_string(written.get("text_sha256"), "text_sha256") or "",
            article=_read_article(written.get("article") or {}),
            **lists,
            pillars=_read_pillars(written),
            recipients=_strings(written.get("recipients"), "recipients"),
            candidates=tuple(
                _read_candidate(entry, f"candidates[{i}]") for i, entry in enumerate(written.get("candidates") or [])
            ),
            extractor=_string(written.get("extractor"), "extractor") or "",
        )
    except _WrongValueError as error:
        raise SourceError(f"facts of {source or 'an unnamed source'}: {error}") from None


class _WrongValueError(ValueError):
    def __init__(self, where: str, value: object, wanted: str) -> None:
        super().__init__(f"{where} is {value!r}, not {wanted}")


def _read_article(written: Any) -> Article:
    entry = _mapping(written, "article")
    return Article(**{field.name: _string(entry.get(field.name), f"article.{field.name}") for field in fields(Article)})


def _read_records(written: Any, name: str, kind: type[Fact]) -> tuple[Fact, ...]:
    return tuple(_read_record(entry, f"{name}[{i}]", kind) for i, entry in enumerate(_list(written, name)))


def _read_record(written: Any, where: str, kind: type[Fact]) -> Fact:
    entry = _mapping(written, where)
    values: dict[str, Any] = {}
    for name, form, required, choices in _FIELDS[kind]:
        value = entry.get(name)
        at = f"{where}.{name}"
        if value is None:
            if required:
                raise _WrongValueError(at, value, "a text")
            continue
        if form == "names":
            values[name] = _strings(value, at)
        elif form == "number":
            values[name] = _decimal(value, at)
        else:
            values[name] = _string(value, at)
            if choices and value not in choices:
                raise _WrongValueError(at, value, "one of " + ", ".join(choices))
    return kind(**values, **_common(entry, where))


def _common(entry: Mapping[str, Any], where: str) -> dict[str, Any]:
    confidence = entry.get("confidence", 1.0)
    if isinstance(confidence, bool) or not isinstance(confidence, int | float | Decimal):
        raise _WrongValueError(f"{where}.confidence", confidence, "a number from 0 to 1")
    return {"evidence": _read_evidence(entry.get("evidence"), f"{where}.evidence"), "confidence": float(confidence)}


def _read_evidence(written: Any, where: str) -> tuple[Evidence, ...]:
    entries = [written] if isinstance(written, Mapping) else _list(written or [], where)
    found = []
    for i, value in enumerate(entries):
        entry = _mapping(value, f"{where}[{i}]")
        place = entry.get("place")
        found.append(
            Evidence(
                _whole(entry.get("start"), f"{where}[{i}].start"),
                _whole(entry.get("end"), f"{where}[{i}].end"),
                _string(entry.get("quote"), f"{where}[{i}].quote") or "",
                None if place is None else _read_place(_mapping(place, f"{where}[{i}].place"), f"{where}[{i}].place"),
            )
        )
    return tuple(found)


def _read_place(entry: Mapping[str, Any], where: str) -> Place:
    page = None if entry.get("page") is None else _whole(entry["page"], f"{where}.page")
    texts = {f.name: _string(entry.get(f.name), f"{where}.{f.name}") for f in fields(Place) if f.name != "page"}
    return Place(**texts, page=page)


def _read_pillars(written: Mapping[str, Any]) -> tuple[Pillar, ...]:
    known = {
        name: list(entry) if isinstance(entry, list) else [entry]
        for name, entry in _mapping(written.get("pillar_evidence") or {}, "pillar_evidence").items()
    }
    pillars = []
    for name in _strings(written.get("pillars"), "pillars"):
        where = f"pillar_evidence[{name!r}]"
        entries = known.get(name)
        pillars.append(Pillar(name, **_common(_mapping(entries.pop(0), where), where)) if entries else Pillar(name))
    return tuple(pillars)


def _read_candidate(written: Any, where: str) -> Candidate:
    entry = _mapping(written, where)
    texts = {
        name: _string(entry.get(name), f"{where}.{name}") or "" for name in ("kind", "reason", "reason_vi", "text")
    }
    return Candidate(**texts, evidence=_read_evidence(entry.get("evidence"), f"{where}.evidence"))


def _whole(value: object, where: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise _WrongValueError(where, value, "a whole number")


def _string(value: object, where: str) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise _WrongValueError(where, value, "a text")


def _strings(value: Any, where: str) -> tuple[str, ...]:
    return tuple(_string(entry, f"{where}[{i}]") or "" for i, entry in enumerate(_list(value or [], where)))


def _list(value: object, where: str) -> list[Any]:
    if isinstance(value, list | tuple):
        return list(value)
    raise _WrongValueError(where, value, "a list")


def _mapping(value: object, where: str) -> Mapping[str, Any]:
    if isinstance(value, Mapping):
        return value
    raise _WrongValueError(where, value, "an object")


def _decimal(value: object, where: str) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        raise _WrongValueError(where, value, "a number")
    try:
        found = value if isinstance(value, Decimal) else Decimal(str(value))
    except InvalidOperation:
        raise _WrongValueError(where, value, "a number") from None
    if not found.is_finite():
        raise _WrongValueError(where, value, "a number")
    return found
