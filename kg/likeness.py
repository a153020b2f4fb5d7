"""When two wordings say the same: abbreviations spelled out, spelling variants made one, words compared."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.folding import fold, key

if TYPE_CHECKING:
    from kg.registry import Registry

_WORD = re.compile(r"[\w&/]+")
# words that say how, not what: they do not set two titles or indicators apart
_EMPTY = frozenset(
    ["cac", "cho", "cua", "den", "duoc", "la", "mot", "nhung", "o", "tai", "theo", "trong", "tren", "va", "ve", "viec"]
)
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_LATIN_I = re.compile(r"\b([hklmst])y\b")
_DRAFT = re.compile(r"^(?:ban )?du thao\s+(?=(?:bo luat|luat|nghi|quyet|phap|thong|chi|chuong|chien|de an|ke|hien)\b)")
_LAW_OF_YEAR = re.compile(r"^((?:bo luat|luat|phap lenh|hien phap)\b.*?) (?:nam )?((?:19|20)\d\d)$")
_ISSUER = re.compile(r"^cua (?:[\w&-]+ ){1,8}?(?=ve |quy dinh |phe duyet |ban hanh )")
_OPENING = re.compile(r"^(?:(?:ve|v/v)(?: viec)? |quy dinh (?:chi tiet )?(?:ve )?|phe duyet |ban hanh )+")


class Wording:
    """Reads wordings by the registry's abbreviations and kinds of document."""

    def __init__(self, registry: Registry) -> None:
        self._expansions: dict[str, set[str]] = {}
        for row in registry.abbreviations:
            self._expansions.setdefault(key(row.short), set()).add(fold(row.long))
        forms = {fold(name) for form in registry.forms for name in (form.name, *form.other_names)}
        self._forms = sorted(forms, key=lambda form: (-len(form), form))
        self.spelled = lru_cache(maxsize=65536)(self._spelled)
        self.words = lru_cache(maxsize=65536)(self._words)
        self.subject = lru_cache(maxsize=65536)(self._subject)

    def _spelled(self, text: str) -> str:
        """A wording folded, its abbreviations spelled out where they stand for one thing, y and i made one."""
        words = []
        for word in _WORD.findall(_fold(text)):
            long = self._expansions.get(word, ())
            words.append(next(iter(long)) if len(long) == 1 else word)
        return _LATIN_I.sub(r"\1i", " ".join(words))

    def _words(self, text: str) -> tuple[str, ...]:
        """The words of a wording that say what it is about, in its order."""
        return tuple(word for word in self.spelled(text).split(" ") if word and word not in _EMPTY)

    def _subject(self, name: str) -> tuple[str, ...]:
        """What a document is about by its name or title: without "dự thảo", its kind, its issuer, "về", "phê duyệt".

        "Nghị quyết của Chính phủ về phát triển chính phủ số" and "Về phát triển Chính phủ số" have one subject, and so
        have "Luật Giao dịch điện tử năm 2005" and "Luật Giao dịch điện tử".
        """
        text = _LAW_OF_YEAR.sub(r"\1", _DRAFT.sub("", " ".join(_WORD.findall(_fold(name)))))
        form = next((form for form in self._forms if text.startswith(form + " ")), None)
        if form:
            text = text[len(form) + 1 :]
        return self.words(_OPENING.sub("", _ISSUER.sub("", text)))

    def abbreviated(self, name: str) -> bool:
        """Whether a name has an abbreviation in it that is spelled out elsewhere."""
        return any(len(self._expansions.get(word, ())) == 1 for word in _WORD.findall(_fold(name)))


def year_of_law(name: str) -> str | None:
    """The year by which a law is named.

    >>> year_of_law("Luật Giao dịch điện tử năm 2005"), year_of_law("Kế hoạch năm 2025")
    ('2005', None)
    """
    match = _LAW_OF_YEAR.match(" ".join(_WORD.findall(_fold(name))))
    return match[2] if match else None


def _fold(text: str) -> str:
    return fold(unicodedata.normalize("NFC", text))


def likeness(one: Collection[str], other: Collection[str]) -> float:
    """How much two wordings share, from 0 to 1: F1 over their words.

    >>> likeness(("du", "lieu", "quoc", "gia"), ("du", "lieu", "so"))
    0.5714285714285714
    """
    common = sum((Counter(one) & Counter(other)).values())
    return 2 * common / (len(one) + len(other)) if common else 0.0


def contained(one: Collection[str], other: Collection[str]) -> float:
    """How much of the shorter wording stands in the longer one, from 0 to 1."""
    return sum((Counter(one) & Counter(other)).values()) / max(1, min(len(one), len(other)))


def plain(name: str) -> bool:
    """Whether a name has no diacritics at all: as likely stripped as not.

    >>> plain("Nguyen Manh Hung"), plain("Nguyễn Mạnh Hùng")
    (True, False)
    """
    return name.casefold() == _fold(name)


def agree(one: str, other: str) -> bool:
    """Whether two spellings of one folded name may be the same: alike but for tone marks' place, or one is stripped.

    >>> agree("Cục Tin học hoá", "Cục Tin học hóa"), agree("Nguyễn Mạnh Hùng", "Nguyễn Mạnh Hưng")
    (True, False)
    """
    return key(one) == key(other) and (plain(one) or plain(other) or _marks(one) == _marks(other))


def _marks(name: str) -> list[tuple[str, ...]]:
    """The letters of each word with their marks, tone marks set apart from the vowel that they sit on."""
    words = []
    for word in re.findall(r"\w+", unicodedata.normalize("NFC", name).casefold()):
        letters = unicodedata.normalize("NFD", word)
        rest = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES))
        words.append((rest, *sorted(letter for letter in letters if letter in _TONES)))
    return words
