"""Tables as files: XLSX with typed cells, and CSV that spreadsheets open with Vietnamese letters intact."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any

from flask import Response, request

from kg.trace_gather import Evidence
from web.links import path
from web.tables import Row, Table
from web.view import View

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = ("xlsx", "csv")
_WIDTHS = {"narrow": 14, "normal": 28, "wide": 70, "number": 12}
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")  # characters that XML does not allow


def response(table: Table, view: View, form: str, filters: Sequence[tuple[str, str]] = ()) -> Response:
    """The table as a file to save."""
    content = xlsx(table, view, filters) if form == "xlsx" else csv_of(table, view)
    kind = XLSX if form == "xlsx" else "text/csv; charset=utf-8"
    name = f"{table.name}-{view.site.release.number}-{view.as_of.isoformat()}.{form}"
    return Response(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _cited(table: Table, view: View) -> dict[str, Callable[[Row], str]]:
    """The columns that quotes add, with what stands in them: the quote, its place, its source, and the digests of
    the source's file and text; then the same, but for its place, of the sentence that says how a task stands. None
    without quotes, nor one that the table has already.
    """
    t, own = view.wording, {column.label for column in table.columns}
    columns: dict[str, Callable[[Row], str]] = {}
    if any(row.evidence for row in table.rows):
        columns[t("column.quote")] = lambda row: _quoted(row.evidence)
        columns[t("column.place")] = lambda row: "; ".join(dict.fromkeys(filter(None, map(view.place, row.evidence))))
        columns[t("column.source")] = lambda row: _each(row.evidence, lambda quote: _source(quote, view))
        columns[t("fact.file_digest")] = lambda row: _each(row.evidence, lambda quote: quote.file_digest)
        columns[t("fact.digest")] = lambda row: _each(row.evidence, lambda quote: quote.text_digest)
    if any(row.said for row in table.rows):
        columns[t("column.said")] = lambda row: _quoted(row.said)
        columns[t("column.said_source")] = lambda row: _each(row.said, lambda quote: _source(quote, view))
        columns[t("column.said_file_digest")] = lambda row: _each(row.said, lambda quote: quote.file_digest)
        columns[t("column.said_digest")] = lambda row: _each(row.said, lambda quote: quote.text_digest)
    return {label: told for label, told in columns.items() if label not in own}


def _quoted(quotes: Iterable[Evidence]) -> str:
    return " … ".join(dict.fromkeys(quote.quote for quote in quotes))


def _each(quotes: Iterable[Evidence], told: Callable[[Evidence], str]) -> str:
    """What is told of each source, once, in the order in which the quotes name them."""
    return "; ".join(told(quote) for quote in {quote.source: quote for quote in quotes}.values())


def _source(quote: Evidence, view: View) -> str:
    return f"{quote.source_label}{f' ({view.day(quote.source_date)})' if quote.source_date else ''}"


def _header(table: Table, view: View) -> list[str]:
    t = view.wording
    numbered = [t("column.no")] if table.numbered else []
    return [*numbered, *(c.label for c in table.columns), *_cited(table, view), t("column.address")]


def _lines(table: Table, view: View) -> Iterable[list[object]]:
    base = view.site.base
    cited = _cited(table, view).values()
    for number, row in enumerate(table.rows, table.numbered or 0):
        values: list[object] = [number] if table.numbered else []
        for cell in row.cells:
            values.append(cell.value if cell.value is not None else cell.plain())
        values += [told(row) for told in cited]
        address = path(row.iri, base) if row.iri else None
        values.append(request.url_root.rstrip("/") + address if address else row.iri or "")
        yield values


def csv_of(table: Table, view: View) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheets need. A text that would start a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_header(table, view))
    for line in _lines(table, view):
        writer.writerow([_harmless(value) if isinstance(value, str) else value for value in line])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _harmless(text: str) -> str:
    """The text, shielded where a spreadsheet would calculate it.

    >>> _harmless("=1+1"), _harmless("-5,2"), _harmless("- Bộ Công an")
    ("'=1+1", '-5,2', "'- Bộ Công an")
    """
    if text[:1] in ("=", "+", "@", "\t", "\r") or re.match(r"-(?![\d,.]+%?$)", text):
        return f"'{text}"
    return text


def xlsx(table: Table, view: View, filters: Sequence[tuple[str, str]] = ()) -> bytes:
    """A workbook: the table, and a sheet that says what it is, of which release, and how it was filtered."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    t = view.wording
    book = Workbook(write_only=True)
    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", table.title)[:31] or "1")
    sheet.freeze_panes = "A2"
    widths = [6] if table.numbered else []
    widths += [*(_WIDTHS[column.width] for column in table.columns), *(50 for _ in _cited(table, view)), 40]
    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width

    def cell(value: Any, *, head: bool = False) -> object:
        if isinstance(value, str):
            value = _ILLEGAL.sub(" ", value)[:32_000]
        made = WriteOnlyCell(sheet, value=float(value) if isinstance(value, Decimal) else value)
        if isinstance(value, str):
            made.data_type = "s"  # a text that starts with = is a text
        elif hasattr(value, "isoformat"):
            made.number_format = "dd/mm/yyyy"
        made.alignment = Alignment(wrap_text=True, vertical="top")
        if head:
            made.font, made.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="0B5A6B")
        return made

    sheet.append([cell(name, head=True) for name in _header(table, view)])
    count = 0
    for count, line in enumerate(_lines(table, view), 1):  # noqa: B007
        sheet.append([cell(value) for value in line])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{count + 1}"
    about = book.create_sheet(t("export.about"))
    about.column_dimensions["A"].width, about.column_dimensions["B"].width = 28, 90
    release = view.site.release
    facts = [
        (t("export.table"), table.title),
        (t("export.rows"), count),
        (t("frame.as_of"), view.day(view.as_of)),
        (t("frame.release"), f"{release.number} ({view.day(release.created[:10])})"),
        (t("export.address"), request.url),
        *filters,
        *((t("export.note"), note) for note in table.notes),
    ]
    for name, value in facts:
        about.append([cell(name), cell(value)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
