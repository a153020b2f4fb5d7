"""Processor time of a piece of work, for tests of what may not grow with the square of the input. Other work on the
machine only ever adds to a measure: each is tried until it is below its bound, and fails only where no try was."""

import gc
import time
from collections.abc import Callable

TRIES = 6
LEAST = 0.02  # seconds; below it the clock says little


def _once(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        gc.enable()


def seconds(work: Callable[[], object], below: float) -> float:
    """The least processor time of a few runs, in seconds; no more are made once one is under `below`."""
    least = _once(work)
    for _ in range(TRIES - 1):
        if least < below:
            break
        least = min(least, _once(work))
    return least


def growth(prepared: Callable[[int], Callable[[], object]], small: int, large: int, below: float) -> float:
    """How many times as long the work for `large` takes as that for `small`, the least of each of a few runs.

    `prepared` gives the work for a size; what it does before is not measured. No more runs once under `below`.
    """
    few, many = prepared(small), prepared(large)
    _once(few)  # what is made at first use only: patterns, tables
    less = more = float("inf")
    for _ in range(TRIES):
        less, more = min(less, _once(few)), min(more, _once(many))
        if more < below * max(less, LEAST):
            break
    return more / max(less, LEAST)
