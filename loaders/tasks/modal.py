"""A modal in its clause: "cần", "có trách nhiệm", "được giao"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.reading import Unit
from loaders.tasks.orders import MUSTS, OF_DUTY, Order

NOTHING = re.compile(r"\s*(?:(?:nhu\s+)?sau(?:\s+day)?)?\s*[:.]*\s*$")  # "… có trách nhiệm sau đây:"


@dataclass(slots=True)
class Modal:
    """A modal in its clause: where it stands, in whose speech, and what follows it."""

    said: str  # as folded
    unit: Unit
    at: int
    end: int  # of the words that can say the work
    speaker: str | None
    goes_on: bool  # whether an order stands before it in the unit
    start: int  # where the work begins
    before: str  # the unit up to it
    works: bool = False  # whether a verb of work follows
    nothing: bool = False  # whether nothing follows but what opens a list

    @property
    def passive(self) -> bool:
        """Whether it is "được giao", "được yêu cầu"."""
        return self.said.startswith("duoc")

    @property
    def must(self) -> bool:
        """Whether it is "phải"."""
        return self.said.endswith("phai")

    @property
    def strong(self) -> bool:
        """Whether it says by itself that work follows: "có trách nhiệm", "được giao"."""
        return self.said not in (*MUSTS, "can tiep tuc")

    @property
    def of_duty(self) -> bool:
        """Whether it is "có trách nhiệm", "có nhiệm vụ"."""
        return self.said in OF_DUTY

    @property
    def begin(self) -> int:
        """Where the work begins, or the end of the words where the list below says it."""
        return self.end if self.nothing else self.start

    def order(self, whose: tuple[str, ...] = (), *, sure: float) -> Order:
        """The duty to do what stands behind it."""
        return Order(self.at, self.start, self.end, whose, sure=sure)
