"""How much query time one address may use."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable

_MANY = 4096  # addresses remembered


class Budget:
    """Query seconds that refill over time: an address may spend `seconds` in every `window` seconds."""

    def __init__(self, *, seconds: float, window: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.seconds, self.window, self._clock = seconds, window, clock
        self._spent: dict[str, tuple[float, float]] = {}  # seconds owed, and when that was reckoned
        self._lock = threading.Lock()

    def _owed(self, address: str) -> float:
        owed, at = self._spent.get(address, (0.0, 0.0))
        return max(0.0, owed - (self._clock() - at) * self.seconds / self.window)

    def wait(self, address: str) -> int:
        """The seconds that an address has to wait; 0 where it may ask."""
        with self._lock:
            over = self._owed(address) - self.seconds
        return max(0, math.ceil(over * self.window / self.seconds)) if over > 0 else 0

    def spend(self, address: str, seconds: float) -> None:
        """Puts a query's time to an address's account."""
        with self._lock:
            if len(self._spent) > _MANY:
                self._spent = {a: s for a, s in self._spent.items() if self._owed(a) > 0}
            self._spent[address] = self._owed(address) + seconds, self._clock()
