"""When a found record and one written by hand are one, and which attributes of it are right: a rule for each kind.

Records of a kind are paired one to one, the best pair first (`pair`); `KINDS` has the rules.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.comparison import as_text, bare, number_of, overlap, plain, same_agencies, same_agency, same_name

Record = Mapping[str, Any]
LONGEST_QUOTE = 1500  # characters; a longer quote shows nothing
SAME_TASK = 0.6
Pairing = Callable[[Any, Any], float]
Judging = Callable[[Any, Any], Iterator[tuple[str, bool]]]


def answers(gold: Record, name: str) -> list[Any]:
    """The right values of a field: the gold one, and those that `accept_<field>` adds."""
    return [gold.get(name), *_several(gold.get(f"accept_{name}"))]


def _several(accepted: Any) -> list[Any]:
    """Further answers: a list, one alone, or none.

    >>> _several(["Bộ Y tế", "Bộ Nội vụ"]), _several("Bộ Y tế"), _several(None)
    (['Bộ Y tế', 'Bộ Nội vụ'], ['Bộ Y tế'], [])
    """
    return accepted if isinstance(accepted, list) else [] if accepted is None else [accepted]


def right(gold: Record, found: Record, name: str, same: Callable[[Any, Any], bool]) -> bool:
    """Whether the found value is one of the right ones. An empty one is right only where one of those is empty."""
    value = found.get(name) or None
    return any(
        bool(same(answer, value)) if answer and value else not answer and value is None
        for answer in answers(gold, name)
    )


def _names(gold: Record, name: str) -> list[Any]:
    return [gold.get(name), *_several(gold.get("accept"))]


def _quotes(record: Record) -> list[str]:
    evidence = record.get("evidence") or []
    entries = evidence if isinstance(evidence, list) else [evidence]
    quotes = [entry.get("quote") for entry in entries if isinstance(entry, Mapping)]
    return [bare(as_text(quote)) for quote in (*quotes, *_several(record.get("accept_quotes"))) if quote]


def _near(gold: Record, found: Record) -> bool:
    """Whether a quote of one lies within a quote of the other."""
    pairs = ((a, b) for a in _quotes(gold) for b in _quotes(found) if max(len(a), len(b)) <= LONGEST_QUOTE)
    return any(a in b or b in a for a, b in pairs)


def _pair_document(gold: Record, found: Record) -> float:
    def fit(name: object) -> float:
        if not same_name(name, found.get("id")):
            return 0.0
        numbers = number_of(name), number_of(found.get("id"))
        return 1 + (numbers[0] is not None and numbers[0] == numbers[1]) + overlap(name, found.get("id"))

    return max(fit(name) for name in _names(gold, "id"))


def _pair_programme(gold: Record, found: Record) -> float:
    return _pair_document({"id": gold.get("name"), "accept": gold.get("accept")}, {"id": found.get("name")})


def _pair_agency(gold: Record, found: Record) -> float:
    return float(any(same_agency(name, found.get("name")) for name in _names(gold, "name")))


def _pair_official(gold: Record, found: Record) -> float:
    return float(plain(as_text(gold.get("name"))) == plain(as_text(found.get("name"))))


def _pair_relation(gold: Record, found: Record) -> float:
    ends = all(any(same_name(answer, found.get(end)) for answer in answers(gold, end)) for end in ("subject", "object"))
    return float(ends and found.get("relation") in answers(gold, "relation"))


def _pair_task(gold: Record, found: Record) -> float:
    fit = max(overlap(text, found.get("text")) for text in _names(gold, "text"))
    if fit < SAME_TASK:
        return 0.0
    return fit + 0.01 * right(gold, found, "mandate", same_name) + 0.01 * right(gold, found, "assignees", same_agencies)


def _number(value: Any) -> float | None:
    """A value of the facts format, which writes a number as text where JSON's would not be exact."""
    try:
        return None if value is None else float(value)
    except (TypeError, ValueError, OverflowError):
        return math.nan  # equal to none


def _pair_measure(gold: Record, found: Record) -> float:
    value, wanted = _number(found.get("value")), _number(gold.get("value"))
    if value is None:
        equal = wanted is None
    else:
        values = (w for w in (wanted, *map(_number, _several(gold.get("accept_values")))) if w is not None)
        equal = wanted is None or any(abs(w - value) <= 1e-6 * max(1, abs(w)) for w in values)
    if not equal:
        return 0.0
    near = _near(gold, found)
    about = overlap(gold.get("indicator"), found.get("indicator"))
    periods = gold.get("period"), found.get("period")
    if not near and (about < 0.5 or (all(periods) and periods[0] != periods[1])):
        return 0.0
    return 0.2 + near + about + (periods[0] == periods[1])


def _pair_pillar(gold: Any, found: Any) -> float:
    return float(bare(as_text(gold)) == bare(as_text(found)))


def _equal(answer: Any, value: Any) -> bool:
    return bool(answer == value)


def _attributes(gold: Record, found: Record, rules: Sequence[_Attribute]) -> Iterator[tuple[str, bool]]:
    for rule in rules:
        if rule.always or gold.get(rule.name):
            yield rule.name, right(gold, found, rule.name, rule.same)


@dataclass(frozen=True, slots=True)
class _Attribute:
    """A field that is scored: always, or where the gold record has it."""

    name: str
    same: Callable[[Any, Any], bool] = _equal
    always: bool = False


_DOCUMENT = (
    _Attribute("type", always=True),
    _Attribute("status", always=True),
    _Attribute("date"),
    _Attribute("issuer", same_agency),
)
_OFFICIAL = (
    _Attribute("role", lambda answer, value: plain(answer) in plain(value), always=True),
    _Attribute("agency", same_agency, always=True),
)
_TASK = (
    _Attribute("assignees", same_agencies, always=True),
    _Attribute("mandate", same_name, always=True),
    _Attribute("directed_by", same_agency),
    _Attribute("cooperators", same_agencies),
    _Attribute("deadline"),
    _Attribute("deliverable", lambda answer, value: overlap(answer, value) >= SAME_TASK),
    _Attribute("status"),
)
_MEASURE = (
    _Attribute("period"),
    _Attribute("unit", lambda answer, value: overlap(answer, value) >= 0.5),
)


def _of_measure(gold: Record, found: Record) -> Iterator[tuple[str, bool]]:
    yield "indicator", overlap(gold.get("indicator"), found.get("indicator")) >= 0.5
    yield from _attributes(gold, found, _MEASURE)
    yield "comparator", (found.get("comparator") or "=") in [answer or "=" for answer in answers(gold, "comparator")]
    yield from _attributes(gold, found, (_Attribute("set_by", same_name),))


def _no_attributes(gold: Any, found: Any) -> Iterator[tuple[str, bool]]:
    return iter(())


KINDS: dict[str, tuple[Pairing, Judging]] = {
    "documents": (_pair_document, lambda gold, found: _attributes(gold, found, _DOCUMENT)),
    "programmes": (_pair_programme, _no_attributes),
    "agencies": (_pair_agency, _no_attributes),
    "officials": (_pair_official, lambda gold, found: _attributes(gold, found, _OFFICIAL)),
    "relations": (_pair_relation, _no_attributes),
    "tasks": (_pair_task, lambda gold, found: _attributes(gold, found, _TASK)),
    "targets": (_pair_measure, _of_measure),
    "observations": (_pair_measure, _of_measure),
    "pillars": (_pair_pillar, _no_attributes),
}


def pair(gold: Sequence[Any], found: Sequence[Any], pairing: Pairing) -> list[tuple[int, int]]:
    """One-to-one pairs of indices: the best first; of equal ones those that must be found, then in order."""
    fits = [(float(pairing(g, f)), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    fits = sorted((fit for fit in fits if fit[0] > 0), key=lambda fit: (-fit[0], optional(gold[fit[1]]), *fit[1:]))
    hit: set[int] = set()
    used: set[int] = set()
    pairs = []
    for _, i, j in fits:
        if i not in hit and j not in used:
            hit.add(i)
            used.add(j)
            pairs.append((i, j))
    return pairs


def optional(record: Any) -> bool:
    """Whether a gold record may be left out without being missed."""
    return isinstance(record, Mapping) and bool(record.get("optional"))
