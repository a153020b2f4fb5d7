"""Scores of extracted facts against facts written by hand: precision, recall and F1 by kind, accuracy by attribute.

The measure is the facts format's own, so that its scorer gives the same figures; kg.pairing says what counts as right.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from kg.comparison import plain
from kg.errors import UsageError
from kg.pairing import KINDS, Judging, Pairing, Record, optional, pair, right

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
        self, name: str, kind: str, gold: list[Any], found: list[Any], pairing: Pairing, judging: Judging
    ) -> None:
        pairs = pair(gold, found, pairing)
        hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
        missed = [record for i, record in enumerate(gold) if i not in hit and not optional(record)]
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


def _line(record: Any) -> str:
    return json.dumps(record, ensure_ascii=False)


# ── files and report ─────────────────────────────────────────────────────────────────────────────────────────────────


def gold_files(folder: Path) -> dict[str, Record]:
    """The gold facts of a folder, by the stem of their file. Raises UsageError on what is none."""
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder of gold facts")
    found = {path.stem: _read(path) for path in sorted(folder.glob("*.json"))}
    if not found:
        raise UsageError(f"{folder}: holds no gold facts (*.json)")
    return found


def predicted_files(path: Path) -> dict[str, Record]:
    """Facts of a folder of JSON files, by stem, or of a JSON Lines file, by their source's stem."""
    if path.is_dir():
        return {file.stem: _read(file) for file in sorted(path.glob("*.json"))}
    if not path.is_file():
        raise UsageError(f"{path}: no such file or folder of facts")
    return by_stem(_facts(path, line) for line in _text(path).split("\n") if line.strip())


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


def _text(path: Path) -> str:
    """A file's text. Raises UsageError where it cannot be read as UTF-8."""
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read: {error}") from error


def _read(path: Path) -> Record:
    return _facts(path, _text(path))


def _facts(path: Path, text: str) -> Record:
    """The facts of a file's text. Raises UsageError where it is no JSON, or its lists hold no records."""
    try:
        value = json.loads(text)
    except ValueError as error:
        raise UsageError(f"{path}: not valid JSON: {error}") from error
    if not isinstance(value, Mapping) or not isinstance(value.get("source"), str):
        raise UsageError(f"{path}: no facts: an object with `source` is wanted")
    for kind in KINDS.keys() & value.keys():
        records = value[kind] or []
        of = str | Mapping if kind == "pillars" else Mapping
        if not isinstance(records, list) or not all(isinstance(record, of) for record in records):
            raise UsageError(f"{path}: `{kind}` is no list of records")
    return {key: told for key, told in value.items() if told is not None}
