"""A verb of ordering in its clause, as the steps of loaders.tasks.commands are asked about it, and their answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from loaders.reading import Unit
from loaders.tasks import requests, sent_orders
from loaders.tasks.orders import Order

Answer = Order | Literal["none"] | None  # "none": no order at all; None: the step does not know


@dataclass(slots=True)
class Call:
    """A verb of ordering in its clause: who gives the order, by which document, and where its words go on."""

    match: re.Match[str]
    unit: Unit
    end: int
    after: int  # behind the verb and a time that follows it
    begin: int  # behind the words that open what is ordered
    colon: bool  # whether a colon opens it
    who: re.Match[str] | None  # those whom the verb names
    giver: str | None
    mandate: str | None
    sent: sent_orders.Sent | None  # the letter by which the order goes out

    @property
    def verb(self) -> str:
        """The verb, folded."""
        return self.match.group()

    @property
    def trigger(self) -> int:
        """Where the verb begins."""
        return self.match.start()

    @property
    def past(self) -> int:
        """Where it ends."""
        return self.match.end()

    @property
    def asks(self) -> bool:
        """Whether the verb may ask a superior."""
        return self.verb in requests.ASKING

    def order(self, begin: int, names: tuple[str, ...] = (), sure: float = 0.9) -> Order:
        """The order to do what stands from `begin` on."""
        by = self.mandate
        return Order(
            self.trigger, begin, self.end, names, self.giver, sure=sure, giver=True, mandate=by, told=by is not None
        )
