"""A task as one source states it: what linking compares."""

from __future__ import annotations

from dataclasses import dataclass

from kg.products import Product


@dataclass(frozen=True, slots=True)
class Said:
    """A task as one source states it, its references resolved."""

    iri: str
    source: str
    words: tuple[str, ...]
    mandate: str | None
    doers: frozenset[str]
    deadline: str | None
    text_of: str | None  # the document whose own text the source is
    named: frozenset[str]  # the documents that the source names
    row: bool = False  # a row of a table
    product: Product | None = None  # the document that it is to bring forth
    status: str | None = None
    report: str | None = None  # of its state
    looks_back: frozenset[str] = frozenset()  # the documents on whose carrying out its source concludes
    recalls: tuple[str, ...] = ()  # by which it names work given before: "việc kết nối nêu trên", its first clause

    @property
    def orders(self) -> bool:
        """Whether the text gives the task itself, and does not tell how one stands."""
        return self.text_of is not None and self.status is None
