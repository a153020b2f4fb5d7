"""How to use the site, the words that it uses, and the vocabulary of the graph."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kg.folding import key
from kg.vocabulary import VP
from web.terms import short
from web.view import View


@dataclass(frozen=True, slots=True)
class Step:
    """Something that one can do here, and where."""

    title: str
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the site and what it means."""

    code: str
    name: str
    other: str  # in the other language
    text: str


@dataclass(frozen=True, slots=True)
class Help:
    """The help page: what staff and auditors do, and the words."""

    staff: tuple[Step, ...]
    audit: tuple[Step, ...]
    words: tuple[Word, ...]


_STAFF = {
    "find": "/documents",
    "due": "/tasks?due=quarter",
    "agency": "/agencies?scope=sources",
    "results": "/indicators?has=both",
    "export": "/tasks",
    "wrong": "/queries/unresolved-references",
}
_AUDIT = {
    "trace": "/audit",
    "quote": "/queries/evidence-of-fact",
    "findings": "/tasks?finding=past-due",
    "as_of": "/tasks",
    "again": "/data",
}
_WORDS = (
    "task", "mandate", "lead", "helpers", "deadline", "state", "finding", "past_due", "indicator", "target", "result",
    "pillar", "source", "quote", "as_of", "release", "triple", "undecided", "candidates", "signing",
)  # fmt: skip


def helping(view: View) -> Help:
    """The help page."""
    from web.wording import Wording

    t, other = view.wording, Wording("en" if view.lang == "vi" else "vi")

    def steps(of: str, named: dict[str, str]) -> tuple[Step, ...]:
        return tuple(Step(t(f"help.{of}.{name}"), t(f"help.{of}.{name}.text"), href) for name, href in named.items())

    words = tuple(Word(code, t(f"word.{code}"), other(f"word.{code}"), t(f"word.{code}.text")) for code in _WORDS)
    return Help(steps("staff", _STAFF), steps("audit", _AUDIT), words)


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property or value of the vocabulary."""

    name: str  # the last part of its IRI, which addresses lead to
    iri: str
    label: str
    other: str  # in the other language
    definition: str
    facts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]  # what it belongs to: a label, and names with addresses


@dataclass(frozen=True, slots=True)
class Section:
    """The terms of one kind."""

    name: str
    title: str
    terms: tuple[Term, ...]


_KINDS = {"Class": "classes", "ObjectProperty": "links", "DatatypeProperty": "values", "DataSet": "datasets"}
_ABOUT = ("subClassOf", "subPropertyOf", "domain", "range", "inverseOf")


def vocabulary(view: View) -> tuple[Section, ...]:
    """The vocabulary by kinds: classes, links, values, and the lists of values."""
    t, terms = view.wording, view.site.terms
    other = "en" if view.lang == "vi" else "vi"
    found: dict[str, list[Term]] = defaultdict(list)
    for iri, entry in terms.entries.items():
        kind = next((_KINDS[name] for name in entry.types if name in _KINDS), None) if iri.startswith(VP.BASE) else None
        scheme = next(iter(entry.leads.get("inScheme", ())), "")
        if kind is None and not scheme:
            continue
        facts = tuple(
            (t(f"vocabulary.{name}"), tuple((terms.label(to, t), _address(to)) for to in entry.leads[name]))
            for name in _ABOUT
            if entry.leads.get(name)
        )
        label = terms.label(iri, t)
        found[kind or scheme].append(
            Term(
                name=iri.removeprefix(VP.BASE) if iri.startswith(VP.BASE) else short(iri),
                iri=iri,
                label=label[:1].upper() + label[1:],
                other=entry.labels.get(other, ""),
                definition=t.pick(entry.definitions) if entry.definitions else "",
                facts=facts,
            )
        )
    named = {kind: t(f"vocabulary.{kind}") for kind in _KINDS.values()}
    lists = {scheme: terms.label(scheme, t) for scheme in found if scheme not in named}
    return tuple(
        Section(name.removeprefix(VP.BASE), title, tuple(sorted(found[name], key=lambda term: key(term.label))))
        for name, title in {**named, **dict(sorted(lists.items(), key=lambda pair: key(pair[1])))}.items()
        if found[name]
    )


def _address(iri: str) -> str:
    return f"#{iri.removeprefix(VP.BASE)}" if iri.startswith(VP.BASE) else ""
