"""Scores of extracted facts against facts written by hand: precision, recall and F1 by kind, accuracy by attribute.

The measure is the facts format's own, so that its scorer gives the same figures: records are paired one to one, the
best pair first; a kind says when two records may be one, an attribute when the found value counts as right.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from kg.comparison import as_text, bare, number_of, overlap, plain, same_agencies, same_agency, same_name
from kg.errors import UsageError

Record = Mapping[str, Any]
LONGEST_QUOTE = 1500  # characters; a longer quote shows nothing
SAME_TASK = 0.6

# ── what counts as right ─────────────────────────────────────────────────────────────────────────────────────────────


def answers(gold: Record, name: str) -> list[Any]:
    """The right values of a field: the gold one, and those that `accept_<field>` adds."""
    return [gold.get(name), *gold.get(f"accept_{name}", ())]


def right(gold: Record, found: Record, name: str, same: Callable[[Any, Any], bool]) -> bool:
    """Whether the found value is one of the right ones. An empty one is right only where one of those is empty."""
    value = found.get(name) or None
    return any(
        bool(same(answer, value)) if answer and value else not answer and value is None
        for answer in answers(gold, name)
    )


def _names(gold: Record, name: str) -> list[Any]:
    return [gold[name], *gold.get("accept", ())]


def _quotes(record: Record) -> list[str]:
    evidence = record.get("evidence") or []
    entries = evidence if isinstance(evidence, list) else [evidence]
    quotes = [entry.get("quote") for entry in entries] + list(record.get("accept_quotes", ()))
    return [bare(quote) for quote in quotes if quote]


def _near(gold: Record, found: Record) -> bool:
    """Whether a quote of one lies within a quote of the other."""
    pairs = ((a, b) for a in _quotes(gold) for b in _quotes(found) if max(len(a), len(b)) <= LONGEST_QUOTE)
    return any(a in b or b in a for a, b in pairs)


# ── pairing: how well two records go together, 0 where they cannot be one ────────────────────────────────────────────


def _pair_document(gold: Record, found: Record) -> float:
    def fit(name: object) -> float:
        if not same_name(name, found.get("id")):
            return 0.0
        numbers = number_of(name), number_of(found.get("id"))
        return 1 + (numbers[0] is not None and numbers[0] == numbers[1]) + overlap(name, found.get("id"))

    return max(fit(name) for name in _names(gold, "id"))


def _pair_programme(gold: Record, found: Record) -> float:
    return _pair_document({"id": gold["name"], "accept": gold.get("accept", ())}, {"id": found.get("name")})


def _pair_agency(gold: Record, found: Record) -> float:
    return float(any(same_agency(name, found.get("name")) for name in _names(gold, "name")))


def _pair_official(gold: Record, found: Record) -> float:
    return float(plain(as_text(gold["name"])) == plain(as_text(found.get("name"))))


def _pair_relation(gold: Record, found: Record) -> float:
    ends = all(any(same_name(answer, found.get(end)) for answer in answers(gold, end)) for end in ("subject", "object"))
    return float(ends and found.get("relation") in answers(gold, "relation"))


def _pair_task(gold: Record, found: Record) -> float:
    fit = max(overlap(text, found.get("text")) for text in _names(gold, "text"))
    if fit < SAME_TASK:
        return 0.0
    return fit + 0.01 * right(gold, found, "mandate", same_name) + 0.01 * right(gold, found, "assignees", same_agencies)


def _pair_measure(gold: Record, found: Record) -> float:
    value, wanted = found.get("value"), gold.get("value")
    if value is None:
        equal = wanted is None
    else:
        values = (w for w in (wanted, *gold.get("accept_values", ())) if w is not None)
        equal = wanted is None or any(abs(w - value) <= 1e-6 * max(1, abs(w)) for w in values)
    if not equal:
        return 0.0
    near = _near(gold, found)
    about = overlap(gold["indicator"], found.get("indicator"))
    periods = gold.get("period"), found.get("period")
    if not near and (about < 0.5 or (all(periods) and periods[0] != periods[1])):
        return 0.0
    return 0.2 + near + about + (periods[0] == periods[1])


def _pair_pillar(gold: Any, found: Any) -> float:
    return float(bare(as_text(gold)) == bare(as_text(found)))


# ── attributes: each with whether it is right ────────────────────────────────────────────────────────────────────────


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
    yield "indicator", overlap(gold["indicator"], found.get("indicator")) >= 0.5
    yield from _attributes(gold, found, _MEASURE)
    yield "comparator", (found.get("comparator") or "=") in [answer or "=" for answer in answers(gold, "comparator")]
    yield from _attributes(gold, found, (_Attribute("set_by", same_name),))


def _no_attributes(gold: Any, found: Any) -> Iterator[tuple[str, bool]]:
    return iter(())


_Pairing = Callable[[Any, Any], float]
_Judging = Callable[[Any, Any], Iterator[tuple[str, bool]]]
KINDS: dict[str, tuple[_Pairing, _Judging]] = {
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
_ARTICLE = ("title", "published", "publisher")


# ── the score ────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(slots=True)
class Score:
    """Counts over many sources. `misses` tells each record that is missed, extra, or wrong in an attribute."""

    paired: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    correct: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, gold: Record, found: Record) -> None:
        """Counts one source's facts against its gold ones; a kind that the gold file leaves out is not scored."""
        article = gold.get("article") or {}
        for attribute in _ARTICLE:
            if article.get(attribute):
                hit = right(article, found.get("article") or {}, attribute, lambda a, b: plain(str(a)) == plain(str(b)))
                self._judge(f"article.{attribute}", hit)
        for kind, (pairing, judging) in KINDS.items():
            if kind in gold:
                self._add_kind(name, kind, gold[kind], found.get(kind) or [], pairing, judging)

    def _add_kind(
        self, name: str, kind: str, gold: list[Any], found: list[Any], pairing: _Pairing, judging: _Judging
    ) -> None:
        pairs = pair(gold, found, pairing)
        hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
        missed = [record for i, record in enumerate(gold) if i not in hit and not _optional(record)]
        extra = [record for j, record in enumerate(found) if j not in used]
        self.paired[kind] += len(pairs)
        self.missed[kind] += len(missed)
        self.extra[kind] += len(extra)
        for i, j in pairs:
            for attribute, is_right in judging(gold[i], found[j]):
                self._judge(f"{kind}.{attribute}", is_right)
                if not is_right:
                    self.misses.append(f"{name} {kind}.{attribute}: wanted {_line(gold[i])} got {_line(found[j])}")
        self.misses += [f"{name} {kind} missed: {_line(record)}" for record in missed]
        self.misses += [f"{name} {kind} extra: {_line(record)}" for record in extra]

    def _judge(self, attribute: str, is_right: bool) -> None:
        self.asked[attribute] += 1
        self.correct[attribute] += is_right

    def result(self) -> dict[str, Any]:
        """The figures: by kind, by attribute, the mean F1 of the kinds, and the share of attributes that are right."""
        kinds = {kind: self._kind(kind) for kind in KINDS if self.paired[kind] + self.extra[kind] + self.missed[kind]}
        return {
            "macro_f1": sum(figures["f1"] for figures in kinds.values()) / len(kinds) if kinds else 0.0,
            "attribute_accuracy": self.correct.total() / self.asked.total() if self.asked else 0.0,
            "kinds": kinds,
            "attributes": {
                name: {"right": self.correct[name], "of": of, "accuracy": self.correct[name] / of}
                for name, of in sorted(self.asked.items())
            },
        }

    def _kind(self, kind: str) -> dict[str, float]:
        paired, gold, found = (
            self.paired[kind],
            self.paired[kind] + self.missed[kind],
            self.paired[kind] + self.extra[kind],
        )
        precision, recall = paired / found if found else 1.0, paired / gold if gold else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {"precision": precision, "recall": recall, "f1": f1, "gold": gold, "predicted": found}


def pair(gold: Sequence[Any], found: Sequence[Any], pairing: _Pairing) -> list[tuple[int, int]]:
    """One-to-one pairs of indices: the best first; of equal ones those that must be found, then in order."""
    fits = [(float(pairing(g, f)), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    fits = sorted((fit for fit in fits if fit[0] > 0), key=lambda fit: (-fit[0], _optional(gold[fit[1]]), *fit[1:]))
    hit: set[int] = set()
    used: set[int] = set()
    pairs = []
    for _, i, j in fits:
        if i not in hit and j not in used:
            hit.add(i)
            used.add(j)
            pairs.append((i, j))
    return pairs


def _optional(record: Any) -> bool:
    return isinstance(record, Mapping) and bool(record.get("optional"))


def _line(record: Any) -> str:
    return json.dumps(record, ensure_ascii=False)


# ── files and report ─────────────────────────────────────────────────────────────────────────────────────────────────


def gold_files(folder: Path) -> dict[str, Record]:
    """The gold facts of a folder, by the stem of their file. Raises UsageError on what is none."""
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder of gold facts")
    found = {path.stem: _read(path, path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))}
    if not found:
        raise UsageError(f"{folder}: holds no gold facts (*.json)")
    return found


def predicted_files(path: Path) -> dict[str, Record]:
    """Facts of a folder of JSON files, by stem, or of a JSON Lines file, by their source's stem."""
    if path.is_dir():
        return {file.stem: _read(file, file.read_text("utf-8")) for file in sorted(path.glob("*.json"))}
    if not path.is_file():
        raise UsageError(f"{path}: no such file or folder of facts")
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    return by_stem(_read(path, line) for line in lines)


def by_stem(facts: Iterable[Record]) -> dict[str, Record]:
    """Facts by their source's stem."""
    return {PurePath(record["source"]).stem: record for record in facts}


def score(gold: Mapping[str, Record], found: Mapping[str, Record]) -> Score:
    """The score of all gold files; one without facts counts as missed whole."""
    total = Score()
    for name, wanted in gold.items():
        facts = found.get(name) or found.get(PurePath(wanted["source"]).stem)
        if facts is None:
            total.misses.append(f"{name}: no facts of it")
        total.add(name, wanted, facts or {})
    return total


def report(result: Mapping[str, Any], baseline: Mapping[str, Any] | None = None) -> Iterator[str]:
    """The figures as lines of text; with a baseline each line ends with what it gained or lost."""
    yield f"{'kind':<14}{'gold':>6}{'found':>7}{'precision':>11}{'recall':>9}{'F1':>8}"
    for kind, v in result["kinds"].items():
        line = f"{kind:<14}{v['gold']:>6}{v['predicted']:>7}{v['precision']:>11.3f}{v['recall']:>9.3f}{v['f1']:>8.3f}"
        yield line + _change(v["f1"], baseline, "kinds", kind, "f1")
    for name, v in result["attributes"].items():
        line = f"  {name:<26}{v['right']:>4} of {v['of']:<4}{v['accuracy']:>8.3f}"
        yield line + _change(v["accuracy"], baseline, "attributes", name, "accuracy")
    macro, share = result["macro_f1"], result["attribute_accuracy"]
    yield f"macro F1 {macro:.3f}{_change(macro, baseline, 'macro_f1')}, " + (
        f"attribute accuracy {share:.3f}{_change(share, baseline, 'attribute_accuracy')}"
    )


def _change(value: float, baseline: Mapping[str, Any] | None, *path: str) -> str:
    if baseline is None:
        return ""
    before: Any = baseline
    for part in path:
        before = before.get(part) if isinstance(before, Mapping) else None
    if not isinstance(before, int | float):
        return "  (new)"
    change = value - before
    return f"  {change:+.3f}" if abs(change) >= 0.0005 else ""


def _read(path: Path, text: str) -> Record:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise UsageError(f"{path}: not valid JSON: {error}") from error
    if not isinstance(value, Mapping) or "source" not in value:
        raise UsageError(f"{path}: no facts: an object with `source` is wanted")
    return value
