"""HTML pages: their main text as blocks, with tables as rows, and what the page says of itself.

Text is what a reader sees in the main part, entities decoded, white space as single spaces; a table's row is one line
with a tab between its cells. Menus, counters, share buttons, links to other news and footers are left out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NoReturn

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from kg.errors import SourceError
from kg.model import Block, Source
from loaders.formats import encoding, furniture, legacy, mainpart, pagemeta
from loaders.formats.blocks import Composer
from loaders.formats.htmlwalk import Piece, pieces
from loaders.layout.evenness import seen
from loaders.read import described

_META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^>]+encoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)", re.IGNORECASE)

# ── a page that was cut off ──────────────────────────────────────────────────────────────────────────────────────────

_HEAD = 4096
_LONGEST_LEAD = 2000
_TAG_BEGINS = re.compile(r"<(?:[a-zA-Z/!?]|\Z)")
_RAW = re.compile(r"<(/?)(script|style|textarea)\b([^>]*)>", re.IGNORECASE)
_CONTAINER = re.compile(r"<(/?)(main|article|table|div|section|ul|ol|blockquote|form)\b[^>]*?(/?)>", re.IGNORECASE)
_DOCUMENT = re.compile(r"<!doctype html|<html\b|<body\b", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)


def _refuse_truncated(markup: str, where: str) -> None:
    """Raises SourceError where the page ends before its end: the rest of its facts would be missing unnoticed.

    It ends within a tag, a comment or a script; or it is a whole document (doctype, html, body) that closes neither
    body nor html and leaves an element open whose end tag HTML does not let one leave out.
    """
    last = markup.rfind("<")
    if last > markup.rfind(">") and _TAG_BEGINS.match(markup, last):
        _cut(where, f"inside the tag {markup[last : last + 30]!r}", last)
    comment = markup.rfind("<!--")
    if comment > markup.rfind("-->"):
        _cut(where, "inside a comment", comment)
    raw = None
    for match in _RAW.finditer(markup):
        if not match[3].endswith("/"):
            raw = None if match[1] else match
    if raw:
        _cut(where, f"inside <{raw[2]}>", raw.start())
    ended = max((match.start() for match in _CLOSED.finditer(markup)), default=-1)
    if not _DOCUMENT.search(markup[:_HEAD]) or (ended >= 0 and not _CONTAINER.search(markup, ended)):
        return
    open_tags: list[tuple[str, int]] = []
    counts: dict[str, int] = {}
    for match in _CONTAINER.finditer(markup):
        tag = match[2].lower()
        if not match[1] and not match[3]:
            open_tags.append((tag, match.start()))
            counts[tag] = counts.get(tag, 0) + 1
        elif match[1] and counts.get(tag):
            while True:
                closed, _ = open_tags.pop()
                counts[closed] -= 1
                if closed == tag:
                    break
    if open_tags:
        tag, at = open_tags[0]
        _cut(where, f"before its end: body and html are not closed, nor is the <{tag}>", at)


def _cut(where: str, how: str, at: int) -> NoReturn:
    raise SourceError(f"{where}: the page is truncated, cut off {how} at character {at}; fetch it again")


# ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def read(data: bytes, where: str, charset: str | None = None) -> Source:
    """The source of a page; digests are left to the caller. `charset` is what the carrier (HTTP) said.

    Raises SourceError for a page that is cut off, has no text, or is in no encoding that can be told.
    """
    markup = encoding.decode(data, where, charset or _declared(data))
    _refuse_truncated(markup, where)
    root = _parse(markup, where)
    meta = pagemeta.read(root, markup)
    title = seen(meta.title) if meta.title else meta.title
    mainpart.drop_furniture(root)
    main = mainpart.find(root, markup)
    found = pieces(main)
    if meta.headline is not None and title and not _within(meta.headline, main):
        found = [Piece(text=title, kind="title"), *_between(meta.headline, main), *found]
    text, blocks = _compose(furniture.left_out(_in_unicode(found)))
    if not blocks:
        raise SourceError(
            f"{where}: there is no text in the page (it may be built by a script, or be pictures only); "
            "save the page as the browser shows it, or give the text"
        )
    source = Source(
        where,
        text,
        blocks,
        "text/html",
        title=title,
        published=meta.published,
        publisher=meta.publisher,
        url=meta.url,
    )
    return described(source)


def _declared(data: bytes) -> str | None:
    match = _META_CHARSET.search(data[:8192]) or _XML_CHARSET.match(data[:200])
    return match[1].decode("ascii", "ignore") if match else None


def _parse(markup: str, where: str) -> HtmlElement:
    # what libxml2 reads as a byte string in UTF-8 it never decodes by the page's own declaration
    clean = re.sub(r"[\x00-\x08\x0e-\x1f]", "", markup)
    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = document_fromstring(clean.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        raise SourceError(f"{where}: there is no text in the page, only markup; nothing to read") from None
    limit = next((entry for entry in parser.error_log if entry.type_name == "ERR_RESOURCE_LIMIT"), None)
    if limit is not None:  # libxml2 drops the rest of the page
        raise SourceError(
            f"{where}: the markup is too large or too deep to parse (line {limit.line}: {limit.message}); give the text"
        )
    return root


def _within(element: HtmlElement, ancestor: HtmlElement) -> bool:
    return element is ancestor or any(e is ancestor for e in element.iterancestors())


def _between(headline: HtmlElement, main: HtmlElement) -> list[Piece]:
    """What stands between the headline and the main part: the dateline and the lead; nothing where it is long."""
    found: list[Piece] = []
    element = headline
    while element.getparent() is not None and not _within(main, element):
        for sibling in element.itersiblings():
            inner = sibling
            while _within(main, inner):  # down to the main part, past what stands before it
                if inner is main:
                    return _short(found)
                for child in inner:
                    if _within(main, child):
                        inner = child
                        break
                    found.extend(_of(child))
            found.extend(_of(inner))
        element = element.getparent()
    return []  # the main part stands before the headline


def _of(element: HtmlElement) -> list[Piece]:
    return pieces(element) if isinstance(element.tag, str) else []


def _short(found: list[Piece]) -> list[Piece]:
    said = [piece for piece in found if piece.links < 0.5 * max(1, len(piece.text))]
    return said if sum(len(piece.text) for piece in said) <= _LONGEST_LEAD else []


def _in_unicode(found: list[Piece]) -> list[Piece]:
    """The pieces, converted where the page is set in a legacy font and its letters came as Latin-1 entities."""
    sample = " ".join(piece.text for piece in found[:200])
    name = legacy.repair(sample)[1]
    if not name:
        return found
    convert = legacy.from_tcvn3 if name == "TCVN3" else legacy.from_vni
    for piece in found:
        piece.text = convert(piece.text)
        if piece.cells is not None:
            piece.cells = tuple(replace(cell, text=convert(cell.text)) for cell in piece.cells)
    return found


def _compose(found: list[Piece]) -> tuple[str, tuple[Block, ...]]:
    composer = Composer()
    numbers: dict[int, int] = {}
    for piece in found:
        if piece.cells is None:
            composer.paragraph(piece.text, piece.kind, piece.level)
        else:
            if piece.table not in numbers:
                numbers[piece.table] = composer.table()
            composer.row(piece.cells, numbers[piece.table], header=piece.header)
    return composer.finish()
