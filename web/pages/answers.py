"""The answer of a saved query as a table: names next to what they name, words in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kg import places
from kg.folding import key
from kg.queries import SavedQuery
from web import formats, units
from web.links import Ref
from web.pages.cells import value as number_of
from web.tables import Cell, Column, Row, Table, Width
from web.view import View

if TYPE_CHECKING:
    import pyoxigraph as ox


def answer(view: View, query: SavedQuery, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> Table:
    """The rows of a query under the names of its variables."""
    t = view.wording
    merged = [at for at, name in enumerate(names) if _names_next(at, rows)]
    shown = [at for at in range(len(names)) if at not in merged]
    columns = tuple(Column(_column(view, names[at]), _width(names[at], [row[at] for row in rows])) for at in shown)
    lines = []
    for row in rows:
        line = []
        for at in shown:
            cell = _cell(view, row[at], names[at])
            if at - 1 in merged and row[at - 1] is not None:
                cell = named(view, row[at - 1].value) if row[at] is None else replace(cell, to=row[at - 1].value)
            line.append(cell)
        lines.append(Row(tuple(line), iri=next((row[at].value for at in merged if row[at] is not None), None)))
    return Table(query.name, t.pick(query.summary) or query.name, columns, tuple(lines), t("query.empty"))


_NUMBERS = {"integer", "decimal", "double"}
_PERIODS = ("ky", "thoi_han", "chu_ky")  # columns of periods, or of times as they are printed
_WORDS = (
    "loai",
    "quan_he",
    "tinh_trang",
    "trang_thai",
    "vai_tro",
    "nhan_dinh",
    "dieu_can_lam_ro",
)  # columns whose words the queries give
_BODIES = (
    "chu_tri",
    "phoi_hop",
    "co_quan",
    "co_quan_ban_hanh",
    "soan_thao",
    "trach_nhiem",
    "co_quan_do",
    "co_quan_cu",
    "co_quan_moi",
    "van_ban_hoac_co_quan",
)  # columns of bodies by their names
_DOCUMENTS = ("van_ban", "van_ban_giao", "van_ban_ket_qua")  # columns of documents by their numbers
_WIDE = ("nhiem_vu", "trich_dan", "chi_tieu", "ten", "trich_yeu", "noi_dung", "ly_do", "tieu_de")


def _width(name: str, terms: Sequence[Any]) -> Width:
    kinds = {term.datatype.value.rpartition("#")[2] for term in terms if hasattr(term, "datatype")}
    if kinds and kinds <= _NUMBERS and not any(term is not None and not hasattr(term, "datatype") for term in terms):
        return "number"
    return "narrow" if kinds == {"date"} else "wide" if name in _WIDE else "normal"


def _names_next(at: int, rows: Sequence[Sequence[Any]]) -> bool:
    """Whether a column holds the resources whose names stand in the next one."""
    import pyoxigraph as ox

    if not rows or at + 1 >= len(rows[0]):
        return False
    named = all(row[at] is None or isinstance(row[at], ox.NamedNode) for row in rows)
    texts = all(row[at + 1] is None or isinstance(row[at + 1], ox.Literal) for row in rows)
    return named and texts and any(row[at] is not None and row[at + 1] is not None for row in rows)


def _column(view: View, name: str) -> str:
    """A result's column in words: from the table, else the variable's own words."""
    from web.wording import table

    known = table().get(f"variable.{name}")
    return known[view.lang] if known else name.replace("_", " ").strip().capitalize()


def _cell(view: View, term: ox.NamedNode | ox.Literal | None, name: str) -> Cell:
    import pyoxigraph as ox

    if term is None:
        return Cell()
    if isinstance(term, ox.NamedNode):
        return named(view, term.value)
    value = getattr(term, "value", str(term))
    kind = term.datatype.value.rpartition("#")[2] if isinstance(term, ox.Literal) else ""
    if kind in ("date", "gYear", "gYearMonth"):
        return Cell(view.day(value))
    if kind in _NUMBERS:
        return Cell(view.number(value), value=number_of(value))
    if value.startswith(f"{view.site.base}id/"):
        return named(view, value)
    if name in _BODIES and value:
        return _named(view, value, view.catalogue.bodies_named)
    if name in _DOCUMENTS and value:
        return _named(view, value, view.catalogue.documents_named)
    if name == "don_vi" and view.lang == "en":
        return Cell(units.english(value))
    if name == "chuc_vu" and (role := view.catalogue.roles_named.get(key(value))):
        return Cell(refs=(view.ref(role),))
    if name in _PERIODS:
        period = view.period(value)
        return Cell(period if period != value else view.time(value))
    if name == "dieu_khoan":
        return Cell(places.read_aloud(value, view.lang))
    if name == "ly_do":
        return Cell(view.dated(value))
    if name == "so_sanh":
        return Cell(formats.comparator(value))
    if name == "phan_viec":
        return Cell(_SHARE.sub(lambda share: _of_share(view, share), value))
    if name in _WORDS:
        return Cell("; ".join(view.wording.of("answer", word) for word in value.split("; ")))
    return Cell(value)


_SHARE = re.compile(r"(?<![^ ])([^;()]+) \(phần việc của ([^()]*)\)")


def _of_share(view: View, share: re.Match[str]) -> str:
    """How what some bodies of a group do stands, as the pages of tasks say it."""
    return view.wording("state.share", status=view.wording.of("answer", share[1]), who=share[2])


def _named(view: View, value: str, known: Mapping[str, tuple[str, ...]]) -> Cell:
    """Resources by their names, each leading to its page and named in the page's language; as it stands where one is
    not known, or several bear its name."""
    found = [known.get(key(name), ()) for name in value.split("; ")]
    if all(len(of) == 1 for of in found):
        return Cell(refs=tuple(view.ref(iri) for of in found for iri in of))
    return Cell(value)


def named(view: View, iri: str) -> Cell:
    """A resource as a cell: by its name, or by its kind where it has none."""
    kind = view.site.iris.kind(iri)
    if kind is None:
        return Cell(view.site.terms.label(iri, view.wording))
    plain = iri.partition("#")[0]
    if plain in view.catalogue.labels:
        ref = view.ref(plain)
        return Cell(refs=(Ref(iri, ref.label, ref.kind, ref.lang),))
    return Cell(refs=(Ref(iri, view.wording.of("kind", kind), kind, view.lang),))
