"""What every page has around it: navigation, language, as-of date, footer; and the functions that templates use."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

from flask import Flask, request, url_for
from markupsafe import Markup, escape

from web import links, tables, view
from web.links import Ref
from web.trail import Crumb

NAVIGATION = (
    ("overview", "/"),
    ("documents", "/documents"),
    ("tasks", "/tasks"),
    ("agencies", "/agencies"),
    ("indicators", "/indicators"),
    ("graph", "/graph"),
    ("audit", "/audit"),
    ("queries", "/queries"),
    ("sparql", "/sparql"),
    ("help", "/help"),
)


def install(app: Flask) -> None:
    """Gives templates what they use."""
    app.context_processor(_context)
    app.jinja_env.filters["marked"] = marked
    app.jinja_env.filters["unbroken"] = unbroken
    app.jinja_env.filters["told"] = told
    app.jinja_env.filters["short"] = short
    app.jinja_env.globals.update(crumb=Crumb)


def _context() -> dict[str, Any]:
    now = view.current()
    return {
        "view": now,
        "t": now.wording,
        "lang": now.lang,
        "nav": NAVIGATION,
        "release": now.site.release,
        "here": here(),
        "href": href,
        "at": at,
        "with_query": with_query,
        "static": static,
        "first": tables.FIRST,
        "no_day": view.no_day(),
    }


def here() -> str:
    """The part of the navigation that the page belongs to."""
    path = request.path.rstrip("/")
    for name, address in NAVIGATION:
        if address != "/" and (path == address or path.startswith(f"{address}/")):
            return name
    if path.startswith("/ontology"):
        return "help"
    kind = path.removeprefix("/id/").partition("/")[0] if path.startswith("/id/") else ""
    lists = {
        "document": "documents", "provision": "documents", "programme": "documents", "task": "tasks",
        "agency": "agencies", "office": "agencies", "group": "agencies", "official": "agencies",
        "indicator": "indicators", "target": "indicators", "observation": "indicators",
    }  # fmt: skip
    return lists.get(kind, "" if path else "overview")


def href(target: Ref | str) -> str:
    """The address of a resource: its page here, else the IRI itself where a browser may follow it."""
    iri = target.iri if isinstance(target, Ref) else target
    base = view.current().site.base
    path = links.path(iri, base)
    return request.script_root + path if path else links.outside(iri) or "#"


def short(iri: str) -> str:
    """A resource as addresses of this site name it."""
    return links.short(iri, view.current().site.base)


def at(address: str, **query: Any) -> str:
    """An address of this site, with a query."""
    asked = urlencode({name: value for name, value in query.items() if value not in (None, "")})
    joined = f"{'&' if '?' in address else '?'}{asked}" if asked else ""
    return f"{request.script_root}{address}{joined}"


def with_query(**changes: Any) -> str:
    """This page's address with parts of its query changed, or taken out by None; a list stands for its items."""
    kept: list[tuple[str, Any]] = [
        (name, value) for name, value in request.args.items(multi=True) if name not in changes and value
    ]
    kept += [(name, value) for name, value in changes.items() if value not in (None, "", [])]
    return f"{request.script_root}{request.path}{f'?{urlencode(kept, doseq=True)}' if kept else ''}"


def static(name: str) -> str:
    """The address of a file under static/, which changes with the file."""
    return url_for("static", filename=name, v=_stamp(name))


def _stamp(name: str) -> str:
    from web.site import folder

    return format(int((folder() / "static" / name).stat().st_mtime), "x")


_WHOLE = re.compile(
    r"\b\d+(?:\.\d+)?[a-zđ]?(?:/(?:19|20)\d\d)?[-/][A-ZĐ][\w&]*(?:[-/][A-ZĐ][\w&]*)*"  # a document's number
    r"(?:@\d{4}-\d\d-\d\d)?"  # with its day
    r"|(?:[≥≤<>] )?\b\d[\d.,–/]* %"  # a share
    r"|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}\b"  # a day
    r"|\b(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|Mục|STT|Article|clause|point|Section|row) (?:\d+|[IVX]+|[a-zđ])\b"  # a place
)


def unbroken(text: str) -> Markup:
    """A text whose document numbers, shares, days and places stay on one line; the cells of a row have bars between.

    The bars are drawn: the text stays as its source has it.

    >>> unbroken("Nghị quyết 57-NQ/TW <1>")
    Markup('Nghị quyết <span class="number">57-NQ/TW</span> &lt;1&gt;')
    >>> unbroken("đạt ≥ 30,5 %")
    Markup('đạt <span class="number">≥ 30,5 %</span>')
    """
    out, last = Markup(""), 0
    for match in _WHOLE.finditer(text):
        out += escape(text[last : match.start()]) + Markup('<span class="number">') + match[0] + Markup("</span>")
        last = match.end()
    return Markup(str(out + escape(text[last:])).replace("\t", '<span class="cell-end">\t</span>'))


_MARKS = re.compile("[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE)


def told(text: str) -> Markup:
    """A text of a table or of facts: unbroken, smaller where it is all in capitals, and marked as Vietnamese where an
    English page has it as its source does."""
    shown = unbroken(text)
    shouted = len(text) > 24 and text.isupper()
    foreign = view.language() == "en" and _MARKS.search(text) is not None
    if not shouted and not foreign:
        return shown
    said = Markup(' lang="vi"') if foreign else Markup("")
    return (
        Markup("<span") + said + (Markup(' class="shouted">') if shouted else Markup(">")) + shown + Markup("</span>")
    )


def marked(snippet: str, marks: tuple[tuple[int, int], ...]) -> Markup:
    """A stretch of text with the words that were searched."""
    out, last = Markup(""), 0
    for start, end in marks:
        out += escape(snippet[last:start]) + Markup("<mark>") + escape(snippet[start:end]) + Markup("</mark>")
        last = end
    return out + escape(snippet[last:])
