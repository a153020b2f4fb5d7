"""The names of all that a release holds, in both languages, told apart where several bear one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from kg.folding import key
from kg.iris import Iris
from kg.same_names import agency_iri
from kg.standards import DCTERMS, ELI, FOAF, ORG, SCHEMA, SKOS
from kg.vocabulary import VP
from web import bodies, formats

Rows = Callable[[str], list[dict[str, str]]]
Terms = Callable[[str], Iterable[tuple[str, str, str, str]]]

# the properties that name a resource of each kind, the best first
_NAMES: dict[str, tuple[str, ...]] = {
    "document": (ELI.id_local, SKOS.prefLabel, SKOS.altLabel),
    "programme": (SKOS.prefLabel, DCTERMS.title),
    "official": (FOAF.name,),
    "publisher": (SCHEMA.name,),
    "source": (SCHEMA.headline, VP.sourceName),
    "provision": (VP.provisionPath,),
}
_BODIES = frozenset({"agency", "office", "group"})
_OTHER_NAMES = (SKOS.prefLabel, SKOS.altLabel, SCHEMA.name, DCTERMS.title)
_NAMING = (
    ELI.id_local, SKOS.prefLabel, SKOS.altLabel, FOAF.name, SCHEMA.name, SCHEMA.headline, VP.sourceName,
    VP.provisionPath,
)  # fmt: skip


class Naming:
    """The labels of resources by their IRIs and language. `coined` are the bodies that only texts name."""

    def __init__(self, rows: Rows, terms: Terms, iris: Iris) -> None:
        self._rows, self._terms, self._iris = rows, terms, iris
        self.coined: set[str] = set()
        self.labels: Mapping[str, Mapping[str, str]] = self._labels()

    def _labels(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, list[tuple[int, str, str]]]] = {}
        for row in self._terms(
            f"SELECT ?x ?p ?l {{ VALUES ?p {{ {' '.join(f'<{iri}>' for iri in _NAMING)} }} ?x ?p ?l }}"
        ):
            self._name(found, row)
        titled = f"SELECT ?x (<{DCTERMS.title}> AS ?p) ?l {{ ?x a <{VP.Programme}> ; <{DCTERMS.title}> ?l }}"
        for row in self._terms(titled):
            self._name(found, row)
        labels: dict[str, dict[str, str]] = {}
        for iri, by_language in found.items():
            best = {
                lang: min(names, key=lambda name: (name[0], name[1], name[2]))[2] for lang, names in by_language.items()
            }
            labels[iri] = {"vi": best.get("vi") or next(iter(best.values())), **best}
        self._tell_apart(labels)
        self._name_offered(labels)
        self._name_changes(labels)
        self._name_memberships(labels)
        self._translate(labels)
        return labels

    def _translate(self, labels: dict[str, dict[str, str]]) -> None:
        """Bodies that sources name in Vietnamese only get an English name where their words tell one."""
        from kg.registry import load

        of_kinds = {iri: kind for iri in labels if (kind := self._iris.kind(iri)) in _BODIES}
        known = {key(body.name): body.name_en for body in load().local_bodies}
        known |= {key(labels[iri]["vi"]): labels[iri]["en"] for iri in of_kinds if "en" in labels[iri]}
        self.coined = {iri for iri in of_kinds if "en" not in labels[iri]}
        for iri in self.coined:
            several = of_kinds[iri] == "group"
            name = bodies.english(labels[iri]["vi"], lambda text: known.get(key(text)), several=several)
            if name:
                labels[iri]["en"] = name

    def _name_offered(self, labels: dict[str, dict[str, str]]) -> None:
        """A body of the registry that a reference might mean, and none does, is in the store by its IRI alone: the
        registry names it, with the time of its being there."""
        from kg.registry import load

        query = f"""SELECT DISTINCT ?x ?name {{ ?m <{VP.candidate}> ?c ; <{VP.name}> ?name . ?c <{VP.option}> ?x
          FILTER NOT EXISTS {{ ?x a ?type }} }}"""
        for row in self._rows(query):
            if self._iris.kind(row["x"]) not in _BODIES or row["x"] in labels:
                continue
            for body in load().agencies_named(row["name"]):
                if agency_iri(body, self._iris) == row["x"]:
                    first, last = (str(day.year) if day else None for day in (body.valid_from, body.valid_to))
                    labels[row["x"]] = {
                        lang: f"{name}{_span(first, last, lang)}"
                        for lang, name in (("vi", body.name), ("en", body.name_en))
                    }

    def _name_changes(self, labels: dict[str, dict[str, str]]) -> None:
        """A change of organisation is named by the bodies that it leads from and to."""
        query = f"SELECT ?x ?a ?b {{ ?x <{ORG.originalOrganization}> ?a ; <{ORG.resultingOrganization}> ?b }}"
        for row in self._rows(query):
            before, after = labels.get(row["a"]), labels.get(row["b"])
            if before and after:
                labels[row["x"]] = {
                    lang: f"{before.get(lang, before['vi'])} → {after.get(lang, after['vi'])}" for lang in ("vi", "en")
                }

    def _name_memberships(self, labels: dict[str, dict[str, str]]) -> None:
        """An office that somebody holds is named by the person, the role and the body."""
        query = f"""SELECT ?x ?who ?role ?body {{ ?x <{ORG.member}> ?who
          OPTIONAL {{ ?x <{ORG.role}> ?role }} OPTIONAL {{ ?x <{ORG.organization}> ?body }} }}"""
        for row in self._rows(query):
            parts = [labels[row[name]] for name in ("who", "role", "body") if row.get(name) in labels]
            if parts:
                labels[row["x"]] = {
                    lang: ", ".join(part.get(lang, part["vi"]) for part in parts) for lang in ("vi", "en")
                }

    def _name(self, found: dict[str, dict[str, list[tuple[int, str, str]]]], row: tuple[str, str, str, str]) -> None:
        iri, predicate, label, lang = row
        names = _NAMES.get(self._iris.kind(iri) or "", _OTHER_NAMES)
        if predicate in names:
            size = f"{len(label):05}"
            found.setdefault(iri, {}).setdefault(lang or "vi", []).append((names.index(predicate), size, label))

    def _tell_apart(self, labels: dict[str, dict[str, str]]) -> None:
        """Tells apart by their dates what bears one name: several documents, several bodies."""
        dates = {row["x"]: row["d"] for row in self._rows(f"SELECT ?x ?d {{ ?x <{ELI.date_document}> ?d }}")}
        for iri in self._alike(labels, ("document",)):
            number = labels[iri]["vi"]
            for lang, unknown in (("vi", "không rõ ngày"), ("en", "date unknown")):
                labels[iri][lang] = f"{number} ({formats.day(dates.get(iri), lang) or unknown})"
        since, until = (
            {row["x"]: row["d"][:4] for row in self._rows(f"SELECT ?x ?d {{ ?x <{predicate}> ?d }}")}
            for predicate in (SCHEMA.foundingDate, SCHEMA.dissolutionDate)
        )
        for iri in self._alike(labels, ("agency", "office")):
            for lang in ("vi", "en"):
                if lang in labels[iri]:
                    labels[iri][lang] += _span(since.get(iri), until.get(iri), lang)

    def _alike(self, labels: Mapping[str, Mapping[str, str]], kinds: tuple[str, ...]) -> list[str]:
        """The resources of some kinds whose name another of them bears as well."""
        named = {iri: key(label["vi"]) for iri, label in labels.items() if self._iris.kind(iri) in kinds}
        several = {name for name, count in Counter(named.values()).items() if count > 1}
        return [iri for iri, name in named.items() if name in several]


def _span(first: str | None, last: str | None, lang: str) -> str:
    """The years of a body, as they follow its name.

    >>> _span("2007", "2025", "vi"), _span(None, "2025", "vi"), _span("2025", None, "en"), _span(None, None, "en")
    (' (2007–2025)', ' (đến 2025)', ' (from 2025)', '')
    """
    start, end = {"vi": ("từ", "đến"), "en": ("from", "until")}[lang]
    years = f"{first}–{last}" if first and last else f"{start} {first}" if first else f"{end} {last}" if last else ""
    return f" ({years})" if years else ""
