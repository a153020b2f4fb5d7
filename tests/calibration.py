"""Makes the table by which loaders.confidence says how sure a fact is, and shows how true it is on texts unseen.

    python -m tests.calibration      writes loaders/tables/calibration.txt, prints how it does on the measuring split

A fact is right where the gold facts state it; what its fields say is measured apart. By kind, the share of right facts
may not fall as the rules' own number rises (pool adjacent violators), small groups lean to the share of all, and the
odds are divided by a number for texts that no rule was made from: those for checking say how large it has to be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg import evaluate, pairing
from kg.facts import to_json
from loaders import confidence, extract
from loaders.confidence import KINDS
from loaders.tables import printed_values
from tests import scores

TABLE = scores.ROOT / "loaders" / "tables" / "calibration.txt"
MADE_FROM = "tuning"
UNSEEN = 8  # twice the least whole number with which, of the few texts for checking, 95 of 100 said over 0.9 are right
LEAN = 10  # facts that a group is given, right as often as all facts are
HIGHEST = 0.99


@dataclass(frozen=True, slots=True)
class Outcome:
    """One fact found: its kind, how sure it was said to be, whether the gold facts state it."""

    kind: str
    said: float
    right: bool


def outcomes(name: str, *, raw: bool) -> Iterator[Outcome]:
    """The facts found in a set. `raw` takes the rules' own numbers, else what is said of them in the end."""
    extracted = scores.extracted(name)
    for facts in evaluate.gold_files(scores.SETS[name][0]).values():
        source, found_facts = extracted[Path(facts["source"]).stem]
        if raw:
            found_facts = extract.facts(source)
        gold = scores.filled(facts, source)
        found: dict[str, Any] = scores.until(facts.get(scores.UNTIL), to_json(found_facts))
        for kind in KINDS:
            if kind in gold:
                pairs = {j for _, j in pairing.pair(gold[kind], found[kind], pairing.KINDS[kind][0])}
                for j, record in enumerate(found[kind]):
                    yield Outcome(kind, float(record["confidence"]), j in pairs)


def steps(seen: Iterable[Outcome]) -> dict[str, list[tuple[float, float]]]:
    """By kind: from which number on which share of facts is right, rising."""
    counts: defaultdict[str, defaultdict[float, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for outcome in seen:
        group = counts[outcome.kind][round(outcome.said, 2)]
        group[0] += 1
        group[1] += outcome.right
    found = {}
    everything = [group for groups in counts.values() for group in groups.values()]
    usual = sum(right for _, right in everything) / sum(n for n, _ in everything)
    for kind, groups in counts.items():
        blocks: list[list[float]] = []  # first number, facts, right ones
        for said in sorted(groups):
            blocks.append([said, groups[said][0] + LEAN, groups[said][1] + LEAN * usual])
            while len(blocks) > 1 and blocks[-2][2] / blocks[-2][1] >= blocks[-1][2] / blocks[-1][1]:
                _, n, right = blocks.pop()
                blocks[-1][1] += n
                blocks[-1][2] += right
        found[kind] = [(said, right / n) for said, n, right in blocks]
    return found


def made() -> Iterator[str]:
    """The lines of the table."""
    yield "# kind and the rules' own number = share of right facts from there on (made by tests.calibration)"
    for kind, found in sorted(steps(outcomes(MADE_FROM, raw=True)).items()):
        for said, share in found:
            fair = share / (1 - share) / UNSEEN if share < 1 else float("inf")
            yield f"{kind} {said:g} = {min(HIGHEST, fair / (1 + fair)):.2f}"


def reliability(name: str) -> Iterator[str]:
    """What was said of the facts of a set, and what came of it."""
    seen = list(outcomes(name, raw=False))
    yield f"{name}: said to be right, and right"
    for low, high in ((0.9, 1.0), (0.8, 0.9), (0.7, 0.8), (0.0, 0.7)):
        group = [outcome for outcome in seen if low < outcome.said <= high]
        if group:
            said = sum(outcome.said for outcome in group) / len(group)
            right = sum(outcome.right for outcome in group)
            yield f"  over {low:.1f}   {said:6.3f}   {right / len(group):6.3f}   ({right} of {len(group)})"


if __name__ == "__main__":
    TABLE.write_text("\n".join(made()) + "\n", "utf-8")
    scores.extracted.cache_clear()
    printed_values.cache_clear()
    confidence.steps.cache_clear()
    for each in ("measuring-1", "measuring-2", "checking"):
        print(*reliability(each), sep="\n")
