"""A trace as text, JSON or CSV, in Vietnamese or English."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg import places
from kg.trace import Link, Trace
from kg.trace_gather import Evidence, Node, Status
from kg.wording import day, number, period, word

_TASK_FIELDS = ("assignees", "cooperators", "deadline", "recurrence", "deliverable", "directed_by", "provision")
_TARGET_FIELDS = ("value", "period", "responsible", "scope", "agency", "provision")
_COMPARED = {">": ("trên", "over"), ">=": ("ít nhất", "at least"), "<": ("dưới", "under"), "<=": ("tối đa", "at most")}


def value(node: Node, lang: str) -> str:
    """A measure's value as it is printed, with what is needed to understand it."""
    fields = node.fields
    shown = str(fields.get("value_text") or number(str(fields.get("value", "")), lang))
    compared = _COMPARED.get(str(fields.get("comparator", "=")))
    unit = str(fields.get("unit", ""))
    unit = unit.removeprefix("%").strip() if shown.endswith("%") else unit  # "20%" of "% GRDP" is 20% GRDP
    if unit and unit.casefold() not in shown.casefold():
        shown = f"{shown}{'' if unit == '%' else ' '}{unit}"
    return f"{compared[lang == 'en']} {shown}" if compared and shown and "value_text" not in fields else shown


# ── text ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def tree(trace: Trace, lang: str = "vi") -> Iterator[str]:
    """The trace as lines of text."""
    yield heading(trace.node, lang)
    yield f"<{trace.node.iri}>"
    yield from _facts(trace.node, "", lang)
    for side, links, none in (("above", trace.above, "nothing above"), ("below", trace.below, "nothing below")):
        yield ""
        yield word(side, lang) if links else f"{word(side, lang)}: {word(none, lang)}"
        yield from _branches(links, "", lang)


def heading(node: Node, lang: str) -> str:
    """One line that names a resource: label, title, date and issuer."""
    fields = node.fields
    title = str(fields.get("title", ""))
    title = f" – {title}" if title and title != node.label else ""
    told = [day(str(fields["date"]), lang)] if "date" in fields else []
    told += [str(fields["issuer"])] if "issuer" in fields else []
    joined = ", ".join(told)
    return f"{node.label}{title}{f' ({joined})' if told else ''}"


def _branches(links: Iterable[Link], margin: str, lang: str) -> Iterator[str]:
    links = list(links)
    for i, link in enumerate(links):
        last = i == len(links) - 1
        again = f" ({word('seen', lang)})" if link.seen else ""
        shown = value(link.node, lang) if link.relation in ("target", "observation") else ""
        when = period(str(link.node.fields.get("period", "")), lang) if shown else ""
        name = f"{link.node.label}: {shown}" if shown else heading(link.node, lang)
        name = f"{name} ({when})" if when else name
        yield f"{margin}{'└─' if last else '├─'} {word(link.relation, lang)}: {name}{again}"
        inner = f"{margin}{'   ' if last else '│  '}"
        yield from _facts(link.node, f"{inner}   ", lang, mandate=link.relation in ("leads", "cooperates"))
        if any(link.reason):
            yield f"{inner}   {link.reason[lang == 'en']}"
        for evidence in link.evidence:
            yield f"{inner}   “{' '.join(evidence.quote.split())}” — {_source(evidence, lang)}"
        yield from _branches(link.links, inner, lang)


def _facts(node: Node, margin: str, lang: str, *, mandate: bool = True) -> Iterator[str]:
    """The lines of what is told of a task or measure."""
    names = (
        _TASK_FIELDS if node.kind == "task" else _TARGET_FIELDS[2:] if node.kind in ("target", "observation") else ()
    )
    told = [f"{word(name, lang)}: {_shown(node, name, lang)}" for name in names if _shown(node, name, lang)]
    if mandate and node.kind == "task" and "mandate" in node.fields:
        told.append(f"{word('mandate_of', lang)}: {node.fields['mandate']}")
    if told:
        yield margin + " · ".join(told)
    for n, status in enumerate(reversed(node.statuses)):
        quote = f": “{' '.join(status.evidence[0].quote.split())}”" if status.evidence else ""
        yield f"{margin}{word('status before' if n else 'status', lang)}: {_reported(status, lang)}{quote}"


def _reported(status: Status, lang: str) -> str:
    when = f" ({word('as of', lang)} {day(status.as_of, lang)})" if status.as_of else ""
    by = f", {word('by', lang)} {status.evidence[0].source_label}" if status.evidence else ""
    return f"{word(status.status, lang)}{when}{by}"


def _shown(node: Node, name: str, lang: str) -> str:
    found = (
        node.fields.get("deadline_text") or node.fields.get("deadline") if name == "deadline" else node.fields.get(name)
    )
    if name == "provision":
        return places.read_aloud(str(found or ""), lang)
    if name == "period":
        return period(str(found or ""), lang)
    if name == "recurrence" and found == node.fields.get("deadline_text"):
        return ""
    return "; ".join(found) if isinstance(found, tuple) else str(found or "")


def _source(evidence: Evidence, lang: str) -> str:
    told = [evidence.source_label]
    told += [day(evidence.source_date, lang)] if evidence.source_date else []
    told += [places.cited(evidence.place, lang)] if evidence.place else []
    return f"{', '.join(told)} [{word('chars', lang)} {evidence.start}–{evidence.end}]"


# ── JSON and CSV ─────────────────────────────────────────────────────────────────────────────────────────────────────


def as_json(trace: Trace) -> str:
    """The trace as JSON, names as in the facts format."""
    written = {
        **_node(trace.node),
        "release": trace.release,
        "above": [_link(link) for link in trace.above],
        "below": [_link(link) for link in trace.below],
    }
    return json.dumps(written, ensure_ascii=False, indent=1)


def _link(link: Link) -> dict[str, Any]:
    written: dict[str, Any] = {"relation": link.relation, **_node(link.node)}
    written["evidence"] = [_evidence(evidence) for evidence in link.evidence]
    written["links"] = [_link(on) for on in link.links]
    if any(link.reason):
        written["reason"] = {"vi": link.reason[0], "en": link.reason[1]}
    return written | ({"seen": True} if link.seen else {})


def _node(node: Node) -> dict[str, Any]:
    fields = {name: list(v) if isinstance(v, tuple) else v for name, v in node.fields.items()}
    written: dict[str, Any] = {"kind": node.kind, "iri": node.iri, "label": node.label, **fields}
    if node.statuses:
        written["statuses"] = [
            {"status": s.status, "as_of": s.as_of, "evidence": [_evidence(e) for e in s.evidence]}
            for s in node.statuses
        ]
    return written


def _evidence(evidence: Evidence) -> dict[str, Any]:
    written: dict[str, Any] = {
        "iri": evidence.iri,
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "source": evidence.source,
        "source_title": evidence.source_label,
        "source_date": evidence.source_date,
        "file_sha256": evidence.file_digest,
        "text_sha256": evidence.text_digest,
    }
    return written | ({"place": dict(evidence.place)} if evidence.place else {})


COLUMNS: dict[str, tuple[str, str]] = {
    "side": ("Hướng", "Side"),
    "level": ("Cấp", "Level"),
    "relation": ("Quan hệ", "Relation"),
    "kind": ("Loại", "Kind"),
    "label": ("Số/ký hiệu, tên hoặc nội dung", "Label"),
    "title": ("Trích yếu", "Title"),
    "date": ("Ngày ban hành", "Date"),
    "issuer": ("Cơ quan ban hành", "Issuer"),
    "assignees": ("Cơ quan chủ trì", "Lead"),
    "cooperators": ("Cơ quan phối hợp", "Cooperating"),
    "deadline_text": ("Thời hạn", "Deadline"),
    "due": ("Ngày đến hạn", "Due"),
    "recurrence": ("Định kỳ", "Recurrence"),
    "deliverable": ("Sản phẩm", "Deliverable"),
    "mandate": ("Văn bản giao nhiệm vụ", "Mandate"),
    "provision": ("Điều, khoản", "Provision"),
    "status": ("Tình trạng thực hiện", "Status"),
    "status_quote": ("Câu nêu tình trạng", "Sentence of the status"),
    "status_source": ("Nguồn nêu tình trạng", "Source of the status"),
    "status_file_sha256": ("SHA-256 của tệp gốc nêu tình trạng", "SHA-256 of the status's file"),
    "status_text_sha256": ("SHA-256 của phần chữ nêu tình trạng", "SHA-256 of the status's text"),
    "reason": ("Lý do nhận định", "Why it is told so"),
    "value": ("Giá trị", "Value"),
    "unit": ("Đơn vị", "Unit"),
    "period": ("Kỳ", "Period"),
    "quote": ("Trích dẫn nguồn", "Quote"),
    "source": ("Nguồn", "Source"),
    "source_date": ("Ngày của nguồn", "Source date"),
    "place": ("Vị trí", "Place"),
    "start": ("Từ ký tự", "Start"),
    "end": ("Đến ký tự", "End"),
    "file_sha256": ("SHA-256 của tệp gốc", "SHA-256 of the original file"),
    "text_sha256": ("SHA-256 của phần chữ đã đọc", "SHA-256 of the text as read"),
    "iri": ("IRI", "IRI"),
}
_SIDES = {"above": ("bên trên", "above"), "below": ("bên dưới", "below")}


def as_csv(trace: Trace, lang: str = "vi") -> str:
    """The trace as CSV with a byte order mark, as spreadsheets want it: one row for each quote of each link."""
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    english = lang == "en"
    rows.writerow([names[english] for names in COLUMNS.values()])
    for side, level, link in trace.rows():
        told = _told(link, lang) | {"side": _SIDES[side][english], "level": str(level)}
        for evidence in link.evidence or (None,):
            row = told | (_cited(evidence, lang) if evidence else {})
            rows.writerow([_cell(row.get(name, "")) for name in COLUMNS])
    return "\ufeff" + out.getvalue()


def _told(link: Link, lang: str) -> dict[str, str]:
    node = link.node
    told = {name: _shown(node, name, lang) for name in COLUMNS if name in node.fields}
    told |= {"relation": word(link.relation, lang), "kind": word(node.kind, lang), "label": node.label}
    told |= {"iri": node.iri, "value": value(node, lang), "reason": link.reason[lang == "en"]}
    if node.statuses:
        told["status"] = "; ".join(_reported(s, lang) for s in node.statuses)
        said = [e for s in node.statuses for e in s.evidence]
        told["status_quote"] = " … ".join(dict.fromkeys(e.quote for e in said))
        sources = {e.source: e for e in said}.values()  # each once, in the order of the reports
        told["status_source"] = "; ".join(_named(e, lang) for e in sources)
        told["status_file_sha256"] = "; ".join(e.file_digest for e in sources)
        told["status_text_sha256"] = "; ".join(e.text_digest for e in sources)
    return told


def _named(evidence: Evidence, lang: str) -> str:
    return f"{evidence.source_label}{f' ({day(evidence.source_date, lang)})' if evidence.source_date else ''}"


def _cited(evidence: Evidence, lang: str) -> dict[str, str]:
    return {
        "quote": evidence.quote,
        "source": evidence.source_label,
        "source_date": evidence.source_date or "",
        "place": places.cited(evidence.place, lang),
        "start": str(evidence.start),
        "end": str(evidence.end),
        "file_sha256": evidence.file_digest,
        "text_sha256": evidence.text_digest,
    }


def _cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def columns(lang: str) -> Mapping[str, str]:
    """The CSV's column names by field."""
    return {name: names[lang == "en"] for name, names in COLUMNS.items()}
