"""Where the nodes of a view stand: in rows from top to bottom, so that what rests on something stands below it.

The same nodes and links give the same places, which is what makes a view's address reproduce it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 230, 124  # of a node's place
ROW = 6  # nodes side by side
GAP = 70  # between ranks


@dataclass(frozen=True, slots=True)
class Placed:
    """A node's place: its rank from the top and its coordinates."""

    rank: int
    x: int
    y: int


def place(nodes: Sequence[str], links: Iterable[tuple[str, str]]) -> dict[str, Placed]:
    """The place of each node; `links` go from what stands above to what stands below.

    >>> {name: p.rank for name, p in place(["a", "b", "c"], [("a", "b"), ("b", "c"), ("c", "a")]).items()}
    {'a': 0, 'b': 1, 'c': 2}
    """
    below: dict[str, list[str]] = defaultdict(list)
    above: dict[str, list[str]] = defaultdict(list)
    for upper, lower in dict.fromkeys(links):
        below[upper].append(lower)
        above[lower].append(upper)
    ranks = _ranks(nodes, below, above)
    rows: dict[int, list[str]] = defaultdict(list)
    for node in nodes:
        rows[ranks[node]].append(node)
    placed: dict[str, Placed] = {}
    y = 0
    for rank in sorted(rows):
        row = sorted(rows[rank], key=lambda node: (_middle(above[node], placed), nodes.index(node)))
        lines = -(-len(row) // ROW)
        across = -(-len(row) // lines)
        for at, node in enumerate(row):
            line, column = divmod(at, across)
            wide = min(across, len(row) - line * across)
            shift = WIDTH // 4 if line % 2 else 0
            placed[node] = Placed(rank, int((column - (wide - 1) / 2) * WIDTH) + shift, y + line * HEIGHT)
        y += lines * HEIGHT + GAP
    return placed


def _ranks(nodes: Sequence[str], below: dict[str, list[str]], above: dict[str, list[str]]) -> dict[str, int]:
    """The longest way down to each node; a cycle is opened at its first node."""
    ranks = dict.fromkeys(nodes, 0)
    waiting = {node: len(above[node]) for node in nodes}
    done: set[str] = set()
    while len(done) < len(nodes):
        ready = [node for node in nodes if node not in done and waiting[node] <= 0]
        if not ready:  # a cycle
            ready = [next(node for node in nodes if node not in done)]
        for node in ready:
            done.add(node)
            for lower in below[node]:
                if lower not in done:
                    ranks[lower] = max(ranks[lower], ranks[node] + 1)
                    waiting[lower] -= 1
    return ranks


def _middle(others: Sequence[str], placed: dict[str, Placed]) -> float:
    """The middle of the nodes that one hangs on."""
    known = [placed[node].x for node in others if node in placed]
    return sum(known) / len(known) if known else 0.0
