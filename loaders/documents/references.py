"""Numbered references: every place where the text prints a document's number, in any spelling.

The scan is one pass of a regular expression that starts at a digit; everything else looks at the few characters around
a hit. It reads the folded text, so that accented and stripped text are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg import registry
from kg.folding import UPPER, fold
from loaders.documents import symbols
from loaders.documents.heads import head_before, symbol_of_head
from loaders.documents.symbols import Symbol

_TRIGGER = re.compile(
    r"[0-9](?:(?:[a-e](?=[/-]))?\s?[/-]\s?(?=[a-z])|(?P<spaced> )(?=[a-z]{2,4}\s?[/-]\s?[a-z]))"  # "Số: 15 KH/TĐTN"
)
_SAID = re.compile(r"\bso\s*:?\s*\d{1,5}$")
_NUMBER = re.compile(  # ends at the trigger's digit
    r"(?<![\w/])(?<!\d[.,-])(?P<n>\d{1,5}[a-e]?(?:-20\d\d)?)(?:\s?[.]\s?(?P<sub>\d{1,2}))?(?:\s?/\s?(?P<y>(?:19|20)\d\d))?$"
)
_NUMBER_REACH = 20
_TOKEN = re.compile(r"[a-z][a-z0-9&]*")
_SEPARATOR = re.compile(r"\s?[/-]\s?(?=[a-z])|[.](?=[a-z])|\s(?=(?:cp|ttg|ubnd|hdnd|tw|qh1\d)\b)")
_TERM = re.compile(r"\s(?P<n>1\d)(?=\s+(?:ngay|cua)\b)")
_SHORTEST_CODE = 2  # characters of a body's symbol
_OWN = re.compile(rf"(?:(?:^|[\n\t|])[\s*_]*|[{UPPER}]{{2}} +)Số\s*:?\s*$")  # on a line of its own, or "SỞ NỘI VỤ Số: "
_LOST_POINT = re.compile(r"\d{1,3}\s\d{1,2}/(?:19|20)\d\d\s?/\s?nq\s?-\s?cp\b")  # "66 10/2025/NQ-CP"


@dataclass(frozen=True, slots=True)
class Reference:
    """A number as printed at `start`–`end`. `head` is the kind that the words before it say ("Nghị quyết số")."""

    start: int  # of the head, or of the number where it has none
    end: int
    number: str  # "17", "66.10"
    year: str | None
    symbol: Symbol
    head: str | None  # folded: "nghi quyet"
    number_start: int


def scan(text: str, folded: str) -> Iterator[Reference]:
    """The numbered references of a text, in order.

    >>> from kg.folding import fold
    >>> text = "Nghị định 47/2020-NĐCP và QĐ số 142/QD-TTg; giấy phép số 30/GP-TTĐT, điện thoại 024/3943, ngày 30/11."
    >>> [(found.symbol.number(found.number, found.year), found.head) for found in scan(text, fold(text))]
    [('47/2020/NĐ-CP', 'nghi dinh'), ('142/QĐ-TTg', 'qd')]
    """
    for trigger in _TRIGGER.finditer(folded):
        after_digit = trigger.start() + (2 if folded[trigger.start() + 1].isalpha() else 1)  # "36a/NQ-CP"
        tokens, separators, end = _tokens(text, folded, trigger.end(), folded[after_digit : trigger.end()])
        if not tokens:
            continue
        match = _NUMBER.search(folded, max(0, after_digit - _NUMBER_REACH), after_digit)
        if not match or (trigger["spaced"] and not _is_spaced(text, folded, trigger.end(), after_digit)):
            continue
        term = _TERM.match(folded, end) if fold(tokens[-1]) == "hdnd" else None
        if term:  # "31/NQ-HĐND 16 ngày 09/7/2019": the council's term
            tokens[-1], end = f"{tokens[-1]}{term['n']}", term.end()
        symbol = symbols.read(tokens, separators)
        start = match.start("n")
        head, head_start = head_before(text, folded, start)
        if symbol is None and head is None and len(tokens) > 1 and _OWN.search(text, max(0, start - 12), start):
            symbol = Symbol(None, "-".join(tokens))  # the number of a letter's own letterhead
            head = "cong van"
        if symbol is None and head and len(tokens) > 1:
            symbol = _mended(tokens, head) or _letter_of_any(tokens, head)
        symbol = symbol or _letter_of_one(tokens, head)
        if symbol is None or (symbol.kind is None and not _letter(symbol, head)) or _no_document(symbol.kind):
            continue
        number = match["n"] + (f".{match['sub']}" if match["sub"] else "")
        if head is None:
            lost = _LOST_POINT.match(folded, folded.rfind(" ", 0, start - 1) + 1) if start else None
            if lost:
                number = f"{lost.group().split()[0]}.{number}"
                start = lost.start()
                head, head_start = head_before(text, folded, start)
        yield Reference(start if head_start is None else head_start, end, number, match["y"], symbol, head, start)


def _is_spaced(text: str, folded: str, kind: int, after_digit: int) -> bool:
    """Whether a kind that a space parts from its number is one: in capitals, after "số"."""
    token = _TOKEN.match(folded, kind)
    printed = text[kind : token.end()] if token else ""
    return (
        printed[:1].isupper()
        and symbols.is_kind(printed)
        and _SAID.search(folded, max(0, after_digit - _NUMBER_REACH), after_digit) is not None
    )


def _tokens(text: str, folded: str, position: int, separator: str) -> tuple[list[str], list[str], int]:
    """The parts of the symbol from `position`, as printed, their separators, and where it ends."""
    tokens: list[str] = []
    separators: list[str] = []
    end = position
    while True:
        match = _TOKEN.match(folded, position)
        if not match:
            break
        printed = text[match.start() : match.end()]
        loose = any(char.isspace() for char in separator)
        known = symbols.is_kind(printed) if not tokens else symbols.is_issuer(printed)
        if not (known or (symbols.looks_like_code(printed) and not (loose and tokens))):
            break
        if not known and not tokens and not printed[0].isupper():
            break
        tokens.append(printed)
        separators.append(separator.strip() or "-")
        end = match.end()
        following = _SEPARATOR.match(folded, end)
        if not following:
            break
        separator, position = following.group(), following.end()
    return tokens, separators, end


def _letter(symbol: Symbol, head: str | None) -> bool:
    """Whether a symbol without a kind is a law's, or a letter's: two parts, or so called by the words before it."""
    if symbol.issuer.startswith(("QH", "UBTVQH")):
        return True
    return "-" in symbol.issuer or head in ("cong van", "van ban", "thong bao", "phieu chuyen")


def _mended(tokens: list[str], head: str) -> Symbol | None:
    """The symbol where its kind is misspelt, taken from the words before it: "Chỉ thị số 15/CTT-TTg"."""
    kind = symbol_of_head(head)
    if kind and symbols.is_issuer(tokens[-1]) and len(tokens) == 2:
        return symbols.read([kind, tokens[-1]], ["/", "-"])
    return None


def _letter_of_any(tokens: list[str], head: str) -> Symbol | None:
    """A letter's symbol of a body that the registry does not know: "Công văn số 112/SKHCN-CĐS"."""
    return Symbol(None, "-".join(tokens)) if head in ("cong van", "cv", "van ban") else None


def _letter_of_one(tokens: list[str], head: str | None) -> Symbol | None:
    """A letter's symbol that is its issuer's alone: "Công văn số 655/PGDĐT"."""
    code = tokens[0] if len(tokens) == 1 and head in ("cong van", "cv") else ""
    return Symbol(None, code) if len(code) > _SHORTEST_CODE and code.isupper() else None


@lru_cache(maxsize=1024)
def _no_document(kind: str | None) -> bool:
    """Contracts, minutes, invitations and the like have numbers too, but are no documents of policy."""
    stem = (kind or "").removesuffix("PH")
    return stem != "" and all(form.type is None for form in registry.load().forms_by_symbol(stem))
