"""What a page says of itself in its markup: title, day of publication, publisher, address.

JSON-LD and meta elements go before visible lines, the visible headline goes before the window's title. Dates that only
stand in the prose are not the page's date.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from loaders.formats import datelines, headlines

_ARTICLE_TYPES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "WebPage", "GovernmentService")
_DATE_KEYS = (
    "article:published_time", "datepublished", "pubdate", "publishdate", "publish_date", "publish-date",
    "publication_date", "og:published_time", "date.issued", "dcterms.issued", "dc.date.issued", "dc.date",
    "dcterms.date", "sailthru.date", "parsely-pub-date", "date", "its_publication", "citation_publication_date",
)  # fmt: skip
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|time|datetime|publish|published|post-?date|article-?date|ngay-?dang|ngaydang|pubdate|"
    r"time-?post|post-?time|detail-?time|news-?date)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SITE_NAME = re.compile(r"\s+[|–—»-]+\s+|\s*[|»]\s*")
_SITE_TITLE = re.compile(r"(?:Cổng|Trang)\s+(?:thông\s+)?tin\b|Trang\s+chủ\b|Website\b|Trang\s+nhất\b", re.IGNORECASE)
_PAPER = re.compile(r"(?:Báo|Tạp chí|Đài|Sở|UBND|Bộ)\b|\S+\.(?:vn|com|net|org)\b")
_HALF = re.compile("[\ud800-\udfff]")  # of a character that JSON writes as two
_LONG_ENOUGH = 8


@dataclass(frozen=True, slots=True)
class PageMeta:
    """A page's word on itself; None where it gives none."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    headline: HtmlElement | None = None  # the element of the visible headline


def read(root: HtmlElement, markup: str) -> PageMeta:
    """What the page's markup tells; to be called before furniture is taken out of the tree."""
    named = _meta(root)
    articles = list(_json_ld(root))
    window = _text(root.find(".//title"))
    told = next(
        (t for t in (named.get("og:title"), *(_string(a.get("headline")) for a in articles), window) if t), None
    )
    heading = _headline(root, told)
    site = _publisher(named, articles)
    visible = _text(heading) if heading is not None else None
    title = visible or _title(told, site)
    if title and not visible and _is_site(title):
        title = None
    return PageMeta(
        title=title if title and headlines.is_headline(title) else None,
        published=_published(root, named, articles, heading, markup),
        publisher=site,
        url=_url(root, named),
        headline=heading,
    )


def _text(element: HtmlElement | None) -> str | None:
    return (" ".join(element.text_content().split()) or None) if element is not None else None


def _string(value: Any) -> str | None:
    """A string of JSON on one line, without halves of characters; None for what is none, or blank."""
    return " ".join(_HALF.sub("", value).split()) or None if isinstance(value, str) else None


def _meta(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        content = " ".join((element.get("content") or "").split())
        if key and content:
            found.setdefault(key.strip().lower(), content)
    return found


def _json_ld(root: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        try:
            stack: list[Any] = [json.loads(script.text, strict=False)]
        except (ValueError, RecursionError):
            continue  # a site's own slip in data that only helps
        while stack:
            value = stack.pop()
            if isinstance(value, list):
                stack.extend(reversed(value))
            elif isinstance(value, dict):
                kinds = value.get("@type")
                if any(kind in _ARTICLE_TYPES for kind in (kinds if isinstance(kinds, list) else [kinds])):
                    yield value
                stack.extend(v for k, v in value.items() if k in ("@graph", "mainEntity", "mainEntityOfPage"))


def _headline(root: HtmlElement, told: str | None) -> HtmlElement | None:
    """The first h1 that is no logo: where the page names its title, the one whose words that title has."""
    wanted = set() if told and _is_site(told) else set((told or "").lower().split())
    for element in root.iter("h1"):
        text = _text(element)
        if not text or len(text) < _LONG_ENOUGH or (not wanted and _is_site(text)):
            continue
        words = set(text.lower().split())
        if not wanted or len(words & wanted) >= 0.6 * len(words):
            return element
    return None


def _is_site(title: str) -> bool:
    """Whether a title is the site's name and no headline."""
    return _SITE_TITLE.match(title) is not None or (len(title.split()) < 6 and _PAPER.match(title) is not None)


def _title(told: str | None, site: str | None) -> str | None:
    """The window's title without the site's name behind it."""
    if not told:
        return None
    parts = [part for part in _SITE_NAME.split(told) if part]
    if len(parts) < 2:
        return told
    tail = parts[-1]
    named = site is not None and tail.casefold() in site.casefold()
    sitelike = re.match(r"(?:Báo|Tạp chí|Cổng|Trang|Đài|VnExpress|TTXVN|Bộ|Sở|UBND)\b|.*\.(?:vn|com|net|org)\b", tail)
    if named or (sitelike and "|" in told) or (sitelike and len(told) - len(tail) > 30):
        head = told[: told.rfind(tail)]
        return re.sub(r"[\s|–—»-]+$", "", head) or told
    return told


def _publisher(named: dict[str, str], articles: list[dict[str, Any]]) -> str | None:
    for article in articles:
        publisher = article.get("publisher")
        name = _string(publisher.get("name")) if isinstance(publisher, dict) else _string(publisher)
        if name:
            return name
    return (
        named.get("og:site_name")
        or named.get("publisher")
        or named.get("dc.publisher")
        or named.get("article:publisher_name")
    )


def _url(root: HtmlElement, named: dict[str, str]) -> str | None:
    canonical = [
        link.get("href") for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    ]
    for address in (*canonical, named.get("og:url")):
        if address and re.match(r"https?://\S+$", address.strip()):
            return str(address).strip()
    return None


def _published(
    root: HtmlElement, named: dict[str, str], articles: list[dict[str, Any]], heading: HtmlElement | None, markup: str
) -> str | None:
    told = [_string(article.get("datePublished")) for article in articles]
    told += [named.get(key) for key in _DATE_KEYS]
    told += [e.get("content") or e.get("datetime") for e in root.iterfind(".//*[@itemprop='datePublished']")]
    for value in told:
        found = datelines.day(value) if value else None
        if found:
            return found
    near = _near(root, heading)
    if near:
        return near
    return _by_htmldate(markup) if _has_date_markup(markup) else None


def _near(root: HtmlElement, heading: HtmlElement | None) -> str | None:
    """The date that stands nearest to the headline in an element for dates; without a headline, the only such one."""
    order = {element: index for index, element in enumerate(root.iter())}
    found: list[tuple[int, str]] = []
    for element in root.iter("time", "span", "div", "p", "li", "em", "i", "small", "td"):
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element.tag != "time" and not _DATE_CLASS.search(named):
            continue
        text = _text(element) or ""
        if element.tag != "time" and len(text) > 120:
            continue
        day = datelines.day(element.get("datetime") or "") or datelines.day(text)
        if day:
            found.append((order[element], day))
    if not found:
        return None
    if heading is None:
        days = {day for _, day in found}
        return days.pop() if len(days) == 1 else None
    at = order[heading]
    return min(found, key=lambda pair: (abs(pair[0] - at), pair[0]))[1]


def _has_date_markup(markup: str) -> bool:
    return (
        len(markup) < 2_000_000
        and re.search(r"<time|<abbr[^>]{0,200}(?:date|title)|(?:date|time)[^<>]{0,40}content=", markup) is not None
    )


def _by_htmldate(markup: str) -> str | None:
    from htmldate import find_date

    found = find_date(markup, extensive_search=False, original_date=True, deferred_url_extractor=True)
    return datelines.day(found) if found else None
