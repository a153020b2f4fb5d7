"""Which part of a page is its article or document, and which elements are furniture: menus, boxes, share buttons.

Landmarks (main, article, articleBody) decide where the page has them and they hold most of its prose; elsewhere
trafilatura, in its fast mode, says which paragraphs are content and the element that holds them is taken, with
readability in its place where it finds nothing. The element is kept whole: tables and lists stay where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from lxml.html import HtmlElement

BLOCK_TAGS = frozenset(
    """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody td
    tfoot th thead tr ul
    """.split()  # noqa: SIM905
)
_FURNITURE_TAGS = frozenset(
    """
    script style noscript template iframe frame object embed applet svg canvas audio video map button select
    option input textarea datalist label nav aside footer dialog menu head title meta link
    """.split()  # noqa: SIM905
)
_FURNITURE_NAMES = frozenset(
    """
    related relate relatednews lienquan tinlienquan tinkhac tincungloai othernews morenews share sharing
    sharebox social socials comment comments binhluan breadcrumb breadcrumbs sidebar menu nav navbar navigation
    footer copyright pagination paging pager tags taglist hashtag hashtags advert advertisement ads adsbox
    banner popup modal login dangnhap newsletter subscribe rating danhgia counter visitor visitors thongke
    truycap toolbar suggest recommend recommended cookie topbar readmore xemthem docnhieu mostviewed mostread
    print-only catfish skip
    """.split()  # noqa: SIM905
)
_PAIRS = frozenset(
    """
    lien-quan tin-khac tin-cung tin-moi binh-luan other-news more-news latest-news hot-news most-viewed
    most-read doc-nhieu xem-nhieu xem-them read-more thong-ke truy-cap dang-nhap danh-gia tag-list list-tag
    box-tag author-box breadcrumb-nav in-trang gui-email
    """.split()  # noqa: SIM905
)
_FURNITURE_STEMS = ("related", "tinlienquan", "lienquan", "comment", "binhluan", "breadcrumb", "advert", "quangcao")
_NEVER_SHOWN = {"hidden", "d-none", "visually-hidden", "sr-only", "screen-reader-text", "is-hidden"}
_SHOWN_AGAIN = re.compile(r"\b(?:d|display)-(?:sm|md|lg|xl)-(?!none)|\b(?:sm|md|lg|xl):(?!hidden)")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_BODY_NAMES = re.compile(
    r"(?:^|[\s_-])(?:article-?body|article-?content|content-?detail|detail-?content|news-?content|post-?content|"
    r"entry-?content|fck_?detail|noidung|noi-?dung|bai-?viet|toan-?van|vanban-?content|main-?content-?detail)(?:$|[\s_-])",
    re.IGNORECASE,
)
_WIDE_SPAN = re.compile(r"\b(?:col|row)span\s*=\s*[\"']?\d{3,}[\"']?", re.IGNORECASE)
_LARGEST_FOR_GUIDES = 3_000_000  # characters of markup; trafilatura and readability are not linear
_ENOUGH = 120  # characters of prose that make a main part


def is_furniture(element: HtmlElement) -> bool:
    """Whether the element, by its tag, class, id or style, is no part of the text that a reader came for."""
    tag = element.tag
    if not isinstance(tag, str):
        return True  # a comment or a processing instruction
    if tag in _FURNITURE_TAGS:
        return True
    attributes = element.attrib
    if not attributes or tag in ("html", "body", "main", "article"):
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if attributes.get("role") in ("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu"):
        return True
    if _HIDDEN.search(attributes.get("style", "")):
        return True
    if "relatednews" in attributes.get("type", "").lower():
        return True
    named = " ".join(filter(None, (attributes.get("class"), attributes.get("id"))))
    return bool(named) and _names_furniture(named)


def _names_furniture(named: str) -> bool:
    tokens = named.split()[:12]
    if _NEVER_SHOWN & set(tokens) and not _SHOWN_AGAIN.search(named):
        return True
    for token in tokens:
        words = [word for word in _NOT_WORD.split(_CAMEL.sub("-", token).lower()) if word]
        if not words:
            continue
        if words[0] in ("has", "no", "with", "is", "not", "have") or words[-1] in ("page", "wrapper", "layout"):
            continue
        if any(word in _FURNITURE_NAMES or word.startswith(_FURNITURE_STEMS) for word in words):
            return True
        if any(f"{a}-{b}" in _PAIRS for a, b in pairwise(words)):
            return True
    return False


def drop_furniture(root: HtmlElement) -> None:
    """Takes the furniture out of the tree; an element that holds the headline or most of the prose is never taken."""
    total = prose(root)
    doomed = []
    stack = [root]
    while stack:
        element = stack.pop()
        for child in element:
            if is_furniture(child):
                doomed.append(child)
            else:
                stack.append(child)
    for element in doomed:
        named_only = isinstance(element.tag, str) and element.tag not in _FURNITURE_TAGS
        if named_only and (element.find(".//h1") is not None or prose(element) > 0.4 * total > 0):
            continue
        parent = element.getparent()
        if parent is not None:
            _remove(parent, element)


def _remove(parent: HtmlElement, element: HtmlElement) -> None:
    """Takes the element out and leaves the text after it in its place."""
    tail = element.tail
    if tail:
        before = element.getprevious()
        # a space: words on both sides of a dropped element are not one word
        if before is not None:
            before.tail = (before.tail or "") + " " + tail
        else:
            parent.text = (parent.text or "") + " " + tail
    parent.remove(element)


def prose(element: HtmlElement) -> int:
    """How many characters of text stand in the element outside links, scripts and styles."""
    total = 0
    for child in element.iter():
        if not isinstance(child.tag, str):
            continue
        if (
            child.tag not in ("a", "script", "style", "noscript", "template", "select", "button", "title")
            and child.text
        ):
            total += len(child.text.strip())
        if child is not element and child.tail:
            total += len(child.tail.strip())
    return total


def find(root: HtmlElement, markup: str) -> HtmlElement:
    """The element that holds the main text of the page; the body where nothing narrower can be told."""
    body = root.find(".//body")
    body = root if body is None else body
    total = prose(body)
    best = _landmark(body, total)
    if best is not None:
        return best
    if len(markup) <= _LARGEST_FOR_GUIDES:
        for guide in (_by_trafilatura, _by_readability):
            lines = guide(markup)
            weight = sum(map(len, lines))
            if weight >= _ENOUGH:
                found = _holder(body, lines)
                if found is not None:
                    return found
    return _densest(body, total)


def _landmark(body: HtmlElement, total: int) -> HtmlElement | None:
    marked = [e for e in body.iter() if isinstance(e.tag, str) and _is_landmark(e)]
    weighed = sorted(((prose(e), -i, e) for i, e in enumerate(marked)), key=lambda t: (t[0], t[1]))
    for weight, _, element in reversed(weighed):
        if weight < _ENOUGH and weight < 0.8 * total:
            break
        if element.tag == "article" and sum(e.tag == "article" for e in marked) > 1:
            others = sum(
                w for w, _, e in weighed if e.tag == "article" and e is not element and not _inside(e, element)
            )
            if others > weight:  # a list of teasers, none of which is the page's article
                continue
        if weight >= 0.5 * total:
            return _narrowed(element, weight)
    return None


def _is_landmark(element: HtmlElement) -> bool:
    if element.tag in ("main", "article"):
        return True
    if "articleBody" in (element.get("itemprop") or "") or element.get("role") == "main":
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(named) > 1 and _BODY_NAMES.search(named) is not None


def _narrowed(element: HtmlElement, weight: int) -> HtmlElement:
    """The innermost landmark within the landmark that holds nearly all of its prose."""
    while True:
        inside = (e for e in element.iterdescendants() if isinstance(e.tag, str) and _is_landmark(e))
        inner = next((e for e in inside if prose(e) >= 0.9 * weight), None)
        if inner is None:
            return element
        element, weight = inner, prose(inner)


def _inside(element: HtmlElement, other: HtmlElement) -> bool:
    return any(ancestor is other for ancestor in element.iterancestors())


def _by_trafilatura(markup: str) -> list[str]:
    import trafilatura

    narrow = _WIDE_SPAN.sub("", markup)  # it fills every cell that a merged one is said to cover
    try:
        text = trafilatura.extract(narrow, fast=True, include_comments=False, include_tables=True, deduplicate=False)
    except RecursionError:  # of a page that nests deeper than it can follow
        return []
    return _content_lines(text or "")


def _by_readability(markup: str) -> list[str]:
    import lxml.html
    from readability import Document
    from readability.readability import Unparseable

    try:
        summary = Document(markup).summary(html_partial=True)
    except (Unparseable, RecursionError):
        return []
    if not summary.strip():
        return []
    return _content_lines("\n".join(e.text_content() for e in _leaves(lxml.html.fromstring(summary))))


def _content_lines(text: str) -> list[str]:
    lines = (" ".join(line.lstrip("|-•* ").split()) for line in text.splitlines())
    return [line for line in lines if len(line) > 20]


def _leaves(root: HtmlElement) -> Iterator[HtmlElement]:
    """The innermost block elements: those without a block element inside."""
    for element in root.iter():
        if element.tag in BLOCK_TAGS and not any(child.tag in BLOCK_TAGS for child in element.iterdescendants()):
            yield element


def _holder(body: HtmlElement, lines: list[str]) -> HtmlElement | None:
    """The innermost element that holds nine tenths of the text that a guide called content."""
    wanted = {line[:60] for line in lines}
    weights: dict[HtmlElement, int] = {}
    for leaf in _leaves(body):
        text = " ".join(leaf.text_content().split())
        if len(text) > 20 and text[:60] in wanted:
            for ancestor in (leaf, *leaf.iterancestors()):
                weights[ancestor] = weights.get(ancestor, 0) + len(text)
                if ancestor is body:
                    break
    total = weights.get(body, 0)
    if total < _ENOUGH:
        return None
    return _descend(body, lambda element: weights.get(element, 0), total)


def _descend(element: HtmlElement, weight: Callable[[HtmlElement], int], total: int) -> HtmlElement:
    while True:
        inner = next((child for child in element if isinstance(child.tag, str) and weight(child) >= 0.9 * total), None)
        if inner is None or inner.tag in ("p", "table", "tbody", "tr", "ul", "ol", "li", "a", "span"):
            return element
        element = inner


def _densest(body: HtmlElement, total: int) -> HtmlElement:
    return _descend(body, prose, total) if total else body
