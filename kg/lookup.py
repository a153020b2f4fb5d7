"""An index of entries by their names, blind to case, diacritics and punctuation until spelling has to decide."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from kg.folding import fold, key

_T = TypeVar("_T")
_WORDS = re.compile(r"[\w/&-]+")


class Names(Generic[_T]):
    """Entries by the folded key of each of their names; the order of the table is kept."""

    def __init__(self, entries: Iterable[_T], names: Callable[[_T], Iterable[str]]) -> None:
        self._names = names
        pairs = [(name, entry) for entry in entries for name in names(entry)]
        self._found: dict[str, list[_T]] = {}
        for folded, (_, entry) in zip(_keys([name for name, _ in pairs]), pairs, strict=True):
            bearers = self._found.setdefault(folded, [])
            if not bearers or bearers[-1] is not entry:
                bearers.append(entry)

    def named(self, name: str) -> tuple[_T, ...]:
        """All entries of this name, whatever its spelling."""
        return self.under(key(name))

    def under(self, folded: str) -> tuple[_T, ...]:
        """All entries under a folded key."""
        return tuple(self._found.get(folded, ()))

    def spelt(self, name: str) -> tuple[_T, ...]:
        """The entries spelt just so, where there are any; else all of this name."""
        found = self.named(name)
        return tuple(entry for entry in found if name in self._names(entry)) or found


def only(values: Iterable[_T]) -> _T | None:
    """The one value; None where there is none, or where there are several."""
    found = tuple(values)
    return found[0] if len(found) == 1 else None


def _keys(names: list[str]) -> list[str]:
    """`kg.folding.key` of each, folded all at once."""
    folded = fold(unicodedata.normalize("NFC", "\n".join(names)))
    return [" ".join(_WORDS.findall(line)) for line in folded.split("\n")] if names else []
