"""Why the rules leave a reading undecided, in both languages; the wording stands in tables/reasons.txt."""

from __future__ import annotations

from kg.model import Candidate, Evidence
from kg.wording import day
from loaders import tables

LANGUAGES = ("vi", "en")


def candidate(kind: str, code: str, text: str, evidence: Evidence, **days: str) -> Candidate:
    """A reading left undecided for the reason of this code; `days` fill the places in its wording."""
    vi, en = (told(code, lang, **{name: day(value, lang) for name, value in days.items()}) for lang in LANGUAGES)
    return Candidate(kind, en, text, (evidence,), vi)


def among(kind: str, code: str, text: str, evidence: Evidence, bearers: list[str]) -> Candidate:
    """A reading left undecided between documents, given as their ids."""
    vi, en = (told(code, lang, bearers=_listed(bearers, lang)) for lang in LANGUAGES)
    return Candidate(kind, en, text, (evidence,), vi)


def told(code: str, lang: str, **values: str) -> str:
    """A wording of the table in a language.

    >>> told("other-year", "vi", day="19/02/2026")
    'Ngày ký 19/02/2026 không khớp với năm trong số, ký hiệu.'
    """
    return tables.printed_values("reasons")[f"{code}.{lang}"].format(**values)


def _listed(ids: list[str], lang: str) -> str:
    names = []
    for identity in ids:
        number, at, date = identity.partition("@")
        names.append(told("dated", lang, number=number, day=day(date, lang)) if at else number)
    return told("several", lang, all=", ".join(names[:-1]), last=names[-1]) if len(names) > 1 else "".join(names)
