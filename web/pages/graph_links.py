"""Which relations are links of the diagram, and the neighbours of resources along them."""

from __future__ import annotations

from collections.abc import Iterable

from kg.standards import DCTERMS, ELI, ORG, PPLAN
from kg.vocabulary import VP
from web import evidence
from web.view import View

# each predicate that is an edge: its code, and which end stands above ("o": what the subject rests on)
EDGES: dict[str, tuple[str, str]] = {
    ELI.based_on: ("based_on", "o"),
    VP.implements: ("implements", "o"),
    VP.guides: ("guides", "o"),
    VP.reviews: ("reviews", "o"),
    VP.approves: ("approves", "s"),
    ELI.amends: ("amends", "o"),
    DCTERMS.replaces: ("replaces", "o"),
    ELI.repeals: ("repeals", "o"),
    VP.mandatedBy: ("mandated_by", "o"),
    PPLAN.isStepOfPlan: ("step_of", "o"),
    VP.setBy: ("set_by", "o"),
    VP.ofTask: ("of_task", "o"),
    VP.carriesOut: ("carries_out", "o"),
    VP.shareOf: ("share_of", "o"),
    VP.sameTaskAs: ("same_as", "s"),
    VP.resultDocument: ("result", "s"),
    VP.draftOf: ("draft_of", "o"),
    ELI.passed_by: ("issued_by", "s"),
    VP.draftedBy: ("drafted_by", "s"),
    VP.signer: ("signed_by", "s"),
    VP.leadAgency: ("led_by", "s"),
    VP.cooperatingAgency: ("helped_by", "s"),
    VP.directedBy: ("directed_by", "s"),
    VP.responsible: ("answered_by", "s"),
    VP.ofAgency: ("of_agency", "s"),
    VP.indicator: ("measures", "s"),
    VP.about: ("about", "s"),
    ELI.cites: ("cites", "o"),
    VP.textOf: ("text_of", "o"),
    ORG.subOrganizationOf: ("part_of", "o"),
    VP.succeeds: ("succeeds", "o"),
    VP.mergedInto: ("merged_into", "s"),
}
CODES = {code: predicate for predicate, (code, _) in EDGES.items()}
# relations that a view does not start with: they lead to much, or say little at first sight
LATER = {"cites", "cites.in", "part_of.in", "about", "about.in", "text_of.in", "directed_by", "measures.in"}
_VALUES = " ".join(f"<{predicate}>" for predicate in EDGES)
_NEXT = f"""SELECT ?x ?p ?y ?back WHERE {{
  {{ VALUES ?x {{ UNDEF }} VALUES ?p {{ {_VALUES} }} ?x ?p ?y BIND(0 AS ?back) }}
  UNION {{ VALUES ?x {{ UNDEF }} VALUES ?p {{ {_VALUES} }} ?y ?p ?x BIND(1 AS ?back) }}
}}"""


class Neighbours:
    """The neighbours of resources by relation, read for many at once."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._of: dict[str, dict[str, list[str]]] = {}

    def load(self, iris: Iterable[str]) -> None:
        """Reads the neighbours of these."""
        wanted = [iri for iri in iris if iri not in self._of]
        for iri in wanted:
            self._of[iri] = {}
        for row in evidence.asked(self.view.site.pages, _NEXT, wanted):
            if self.view.site.iris.kind(row["y"]) is None or (row["p"] == VP.sameTaskAs and row["back"] == "1"):
                continue
            code = EDGES[row["p"]][0] + (".in" if row["back"] == "1" else "")
            self._of[row["x"]].setdefault(code, []).append(row["y"])

    def of(self, iri: str) -> dict[str, list[str]]:
        """The neighbours of one by relation, in a fixed order."""
        self.load([iri])
        order = [code + end for code in CODES for end in ("", ".in")]
        found = self._of[iri]
        rows = self.view.catalogue.task_rows  # tasks in the order of their text
        return {
            code: sorted(found[code], key=lambda one: (rows[one].position if one in rows else -1, one))
            for code in order
            if code in found
        }
