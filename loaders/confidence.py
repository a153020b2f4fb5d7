"""How sure a fact is: the share of facts like it that were right where somebody marked them by hand.

The rules say how sure they are of a fact in a number of their own, which only orders the facts of one kind. The table
`calibration` says what share of the facts of that kind and number were in the gold facts, made fit for texts that no
rule was made from (tests.calibration).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import TypeVar

from kg.model import Fact, Facts
from loaders.tables import printed_values

KINDS = ("documents", "programmes", "agencies", "officials", "relations", "tasks", "targets", "observations")
_F = TypeVar("_F", bound=Fact)


def calibrated(facts: Facts) -> Facts:
    """The facts with the share of right ones in the place of what the rules say of themselves."""
    return replace(
        facts,
        documents=_all("documents", facts.documents),
        programmes=_all("programmes", facts.programmes),
        agencies=_all("agencies", facts.agencies),
        officials=_all("officials", facts.officials),
        relations=_all("relations", facts.relations),
        tasks=_all("tasks", facts.tasks),
        targets=_all("targets", facts.targets),
        observations=_all("observations", facts.observations),
    )


def _all(kind: str, facts: Iterable[_F]) -> tuple[_F, ...]:
    return tuple(replace(fact, confidence=share(kind, fact.confidence)) for fact in facts)


def share(kind: str, said: float) -> float:
    """The share of right facts of a kind among those of which the rules say as much.

    >>> share("tasks", 0.5) <= share("tasks", 0.97)
    True
    """
    begins, shares = steps()[kind]
    return shares[max(0, bisect_right(begins, said + 1e-9) - 1)]


@cache
def steps() -> dict[str, tuple[list[float], list[float]]]:
    """By kind: from which of the rules' numbers on a share holds, and the shares."""
    found: dict[str, tuple[list[float], list[float]]] = {kind: ([], []) for kind in KINDS}
    for key, value in printed_values("calibration").items():
        kind, said = key.split()
        found[kind][0].append(float(said))
        found[kind][1].append(float(value))
    return found
