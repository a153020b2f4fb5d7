"""What a news text is called: its headline, or its first words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.folding import key
from kg.model import Block
from loaders.formats import datelines, official
from loaders.formats.blocks import MARKER

_SHORT_LINE = 5  # words of a rubric at most
_NO_HEADLINE = re.compile(
    r"(?:cổng|trang) (?:thông tin|tin) điện tử\b|\W*$|[^>»›\n]{2,40} [>»›] [^>»›\n]{2,60}(?: [>»›] |$)|"
    r"trang chủ\s*[/|]|(?:tin tức|trang chủ|đăng nhập|trang nhất|chuyên mục|home|menu|in trang|thống kê truy cập)\W*$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"Điều \d")
_LONGEST_HEADLINE = 260
_OPENING = 96  # characters of a text that stand in for a headline
_FEWEST_WORDS = 6
_SHORT_TEXT = 600  # characters


def find(text: str, blocks: Sequence[Block]) -> int | None:
    """The index of the block that is the headline of a news text: its first line, where it reads as one.

    A first line that ends as a sentence does is the lead of a text whose headline was lost, unless it is marked up as a
    heading or in capitals.
    """
    for index, block in enumerate(blocks[:4]):
        line = text[block.start : block.end]
        if _NO_HEADLINE.match(line) or block.kind in ("boilerplate", "caption") or datelines.day_of_line(line):
            continue
        if _is_rubric(text, blocks[index : index + 3]):
            continue
        later = next((b for b in blocks[index + 1 :] if b.kind != "boilerplate"), None)
        marked = block.kind in ("title", "heading") or (line.isupper() and len(line) <= _LONGEST_HEADLINE)
        reads_so = is_headline(line) or (marked and is_headline(f"{line.rstrip(' .')} …"))
        return index if later and block.kind != "row" and reads_so else None
    return None


def as_title(line: str) -> str:
    """A headline without line breaks and the full stop at its end."""
    return re.sub(r"(?<!\.)\.$", "", " ".join(line.split()))


def opening(text: str, blocks: Sequence[Block]) -> str | None:
    """The first words of a text, by which to call one that has no headline; None for a text of a few lines."""
    paragraphs = (block for block in blocks if block.kind == "paragraph")
    first = next((b for b in paragraphs if len(text[b.start : b.end].split()) >= _FEWEST_WORDS), None)
    if first is None or len(text) < _SHORT_TEXT:
        return None
    words = text[first.start : min(first.end, first.start + 4 * _OPENING)].split()
    told = " ".join(words)
    if len(told) <= _OPENING:
        return as_title(told)
    end = told.rfind(" ", 0, _OPENING)
    return f"{told[: end if end > 0 else _OPENING].rstrip(' ,;:–-')} …"


def _is_rubric(text: str, head: Sequence[Block]) -> bool:
    """Whether the first of three lines is the section that an article stands in: a headline and its day follow."""
    if len(head) < 3:
        return False
    first, second, third = (text[block.start : block.end] for block in head)
    short = len(first.split()) < _SHORT_LINE and len(second.split()) > _SHORT_LINE
    return short and is_headline(second) and datelines.day_of_line(third) is not None


def stands_at(title: str, text: str, blocks: Sequence[Block]) -> int | None:
    """The index of the block near the head that says the title, None where none does."""
    wanted = key(title)
    for index, block in enumerate(blocks[: datelines.HEAD]):
        if key(text[block.start : block.end]) == wanted:
            return index
    return None


def is_headline(line: str) -> bool:
    """Whether a line can be a headline: some words, no full stop at its end, no dateline.

    >>> is_headline("Bộ Công an lấy ý kiến về dự thảo Luật Dữ liệu"), is_headline("Sáng 3/6, Bộ đã họp.")
    (True, False)
    """
    line = " ".join(line.split())
    if not 8 <= len(line) <= _LONGEST_HEADLINE or len(line.split()) < 3:
        return False
    if MARKER.match(line) or _ARTICLE.match(line):  # "I. MỤC TIÊU": the head is missing, a part stands first
        return False
    if line.endswith((";", ",", ":", "|")) or re.search(r"(?<!\.)\.[\"'”’»)]*$", line):
        return False
    return not official.MOTTO.search(line) and datelines.day_of_line(line) is None and not official.NUMBER.match(line)
