"""The site's words in Vietnamese and English, from wording.csv."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

LANGUAGES = ("vi", "en")


@cache
def table() -> dict[str, dict[str, str]]:
    """Each wording by its key and language."""
    with (Path(__file__).parent / "wording.csv").open(encoding="utf-8", newline="") as lines:
        return {row["key"]: {lang: row[lang] for lang in LANGUAGES} for row in csv.DictReader(lines)}


class Wording:
    """The words of one language: `wording("nav.tasks")`, with values for the places in braces.

    >>> Wording("vi")("count.tasks", n="12")
    '12 nhiệm vụ'
    >>> Wording("en")("count.tasks", n="1"), Wording("en")("count.tasks", n="12")
    ('1 task', '12 tasks')
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang if lang in LANGUAGES else "vi"

    def __call__(self, key: str, **values: object) -> str:
        """The wording of a key, of one or of several where it has a form for each ("{n} task|{n} tasks"), as `n` says.

        Raises KeyError for one that the table does not have.
        """
        one, _, several = table()[key][self.lang].partition("|")
        text = several if several and values.get("n") not in ("1", 1) else one
        return text.format(**values) if values else text

    def of(self, prefix: str, code: str | None) -> str:
        """The wording of a code, the code itself where there is none for it."""
        if not code:
            return ""
        found = table().get(f"{prefix}.{code}")
        return found[self.lang] if found else code

    def several(self, kind: str) -> str:
        """The name of a kind of resource over a list of them."""
        return self.of("kinds", kind) if f"kinds.{kind}" in table() else self.of("kind", kind)

    def pick(self, texts: Mapping[str, str]) -> str:
        """The text in this language among several."""
        return texts.get(self.lang) or texts.get("vi") or next(iter(texts.values()), "")
