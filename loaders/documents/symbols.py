"""The symbol of a document's number: its kind and its issuer, read from any spelling into the canonical one.

State documents write `number[/year]/KIND-ISSUER` (Decree 30/2020/NĐ-CP, Annex III; letters leave the kind out:
3954/UBND-VX), legal ones of the National Assembly `number/year/QH15`, Party documents `number-KIND/ISSUER`
(Hướng dẫn 36-HD/VPTW).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg import registry
from kg.folding import fold

# organs of the Party whose symbol does not end in TW (trung ương) or TU (tỉnh ủy, thành ủy); MTTW is the Front's
_PARTY = frozenset(("du", "duk", "duct", "dukdn", "hu", "qu", "tgv", "bcsd", "bcsdcp"))
_JOINT = ("ph", "lt")  # "phối hợp", "liên tịch": KHPH, QCPH, NQLT stand for the kind before them
_NUMBERED = re.compile(r"(?P<stem>qh|ubtvqh)(?P<term>[ivx]+|\d{1,2})$")
_CODE = re.compile(r"[A-ZĐÐÀ-Ỹ0-9&]{1,14}$")
_MIXED = re.compile(r"[A-ZĐÐÀ-Ỹ][a-zđ]{0,2}[A-ZĐÐÀ-Ỹ][A-Za-zĐđ0-9&]{0,10}$|[A-ZĐÐÀ-Ỹ]{2,}[a-zđ]{1,2}$")  # TTg, CTr, QĐi


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol in canonical spelling. `kind` is None for a letter (UBND-VX) and for laws (QH15)."""

    kind: str | None
    issuer: str
    party: bool = False

    def number(self, number: str, year: str | None = None) -> str:
        """The whole number: "17/NQ-CP", "47/2020/NĐ-CP", "52-NQ/TW", "24/2018/QH14"."""
        if self.party and self.kind:
            return f"{number}-{self.kind}/{self.issuer}"
        body = f"{self.kind}-{self.issuer}" if self.kind and self.issuer else self.kind or self.issuer
        return "/".join(part for part in (number, year, body) if part)


def read(tokens: list[str], separators: list[str]) -> Symbol | None:
    """The symbol that `tokens` spell, `separators` before each of them as printed; None where they spell none.

    >>> read(["NĐCP"], ["-"]).number("47", "2020")
    '47/2020/NĐ-CP'
    >>> read(["NQ", "TW"], ["/", "-"]).number("27"), read(["KH", "UBND"], ["/", "-"]).number("617")
    ('27-NQ/TW', '617/KH-UBND')
    >>> read(["tháng"], ["/"]) is None
    True
    """
    if len(tokens) == 1:
        term = _term(tokens[0])
        if term:
            return Symbol(None, term)
        glued = _split(fold(tokens[0]))
        if glued:
            return Symbol(*glued, party=_is_party(glued[1]))
        return None
    kind, rest = _kind(tokens[0]), [_issuer(token) for token in tokens[1:]]
    if kind:
        party = _is_party(rest[0]) or (separators[:2] == ["-", "/"] and not _is_state(rest[0]))
        return Symbol(kind, "-".join(rest), party)
    if _term(tokens[0]) or is_issuer(tokens[0]):
        party = _is_party(tokens[0])
        return Symbol(None, "-".join((_issuer(tokens[0]), *rest)), party)
    return None


@lru_cache(maxsize=4096)
def is_kind(token: str) -> bool:
    """Whether a token is the symbol of a kind of document: "NQ", "nđ", "TTr"."""
    return _kind(token) is not None


@lru_cache(maxsize=4096)
def is_issuer(token: str) -> bool:
    """Whether the registry knows a token as an issuer's symbol: "TTg", "BTTTT", "QH15"."""
    return _known_issuer(fold(token)) is not None or _term(token) is not None


@lru_cache(maxsize=4096)
def looks_like_code(token: str) -> bool:
    """Whether a token is written as symbols are: capitals, digits and "&", or as in TTg, TTr, CTr."""
    return bool(_CODE.match(token) or _MIXED.match(token))


def symbol_of(kind: str, issuer: str) -> Symbol:
    """The symbol of a kind of document and an issuer, both in canonical spelling."""
    return Symbol(kind, issuer, _is_party(issuer))


@lru_cache(maxsize=4096)
def _kind(token: str) -> str | None:
    if token in _kinds_as_printed():
        return token  # HĐ, a contract, is not HD, a guideline
    found = _kinds().get(fold(token))
    if found is None:
        folded = fold(token)
        if folded.endswith(_JOINT) and folded[:-2] in _kinds():
            return _kinds()[folded[:-2]] + token[-2:].upper()
    return found


@lru_cache(maxsize=4096)
def _issuer(token: str) -> str:
    term = _term(token)
    if term:
        return term
    return _known_issuer(fold(token)) or token.replace("Ð", "Đ")


@lru_cache(maxsize=4096)
def _term(token: str) -> str | None:
    """ "QH15", "UBTVQH15" from any spelling with its term."""
    found = _NUMBERED.match(fold(token))
    return f"{found['stem'].upper()}{found['term'].upper()}" if found else None


@lru_cache(maxsize=4096)
def _is_state(issuer: str) -> bool:
    """Whether only an organ of the State has this symbol; steering committees are set up by both."""
    return is_issuer(issuer) and not fold(issuer).startswith("bcd")


@lru_cache(maxsize=4096)
def _is_party(issuer: str) -> bool:
    folded = fold(issuer).partition("-")[0]
    return (folded.endswith(("tw", "tu")) and not folded.startswith("mt")) or folded in _PARTY


@cache
def _kinds() -> dict[str, str]:
    """Canonical symbols of kinds by their fold; where two fold alike (ĐA, DA) the one that issues policy."""
    found: dict[str, str] = {}
    for form in registry.load().forms:
        for symbol in form.symbols:
            if form.type or fold(symbol) not in found:
                found[fold(symbol)] = symbol
    return found


@cache
def _kinds_as_printed() -> frozenset[str]:
    return frozenset(symbol for form in registry.load().forms for symbol in form.symbols)


@lru_cache(maxsize=4096)
def _known_issuer(folded: str) -> str | None:
    for row in registry.load().issuers_of(folded):
        if fold(row.symbol) == folded:
            return row.symbol
    return None


@lru_cache(maxsize=4096)
def _split(glued: str) -> tuple[str, str] | None:
    """A kind and an issuer written without the hyphen between them: "NĐCP", "QĐTTg"."""
    for kind, symbol in sorted(_kinds().items(), key=lambda pair: -len(pair[0])):
        if glued.startswith(kind) and len(glued) > len(kind):
            issuer = _known_issuer(glued[len(kind) :])
            if issuer:
                return symbol, issuer
    return None
