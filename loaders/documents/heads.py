"""The words that say which kind of document follows: "Nghị quyết số", "Kế hoạch hành động", "QĐ".

The names of kinds are the registry's (Decree 30/2020/NĐ-CP, Article 7; Law 64/2025/QH15, Article 4; Quy định 66-QĐ/TW).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg import registry
from kg.folding import fold
from kg.model import DocumentType

_HEAD_REACH = 48
_ABBREVIATED = {"nq": "nghi quyet", "nd": "nghi dinh", "qd": "quyet dinh", "ct": "chi thi", "tt": "thong tu",
                "kh": "ke hoach", "cv": "cong van", "cd": "cong dien", "kl": "ket luan", "tb": "thong bao",
                "vb": "van ban"}  # fmt: skip
_MORE_HEADS = (
    "bo luat", "van ban", "phuong an", "quy che phoi hop", "ke hoach phoi hop", "chuong trinh phoi hop",
    "thong bao ket luan", "tuyen bo chung", "chuong trinh hanh dong", "ke hoach hanh dong", "ke hoach thuc hien",
)  # fmt: skip


_PROGRAMME_HEADS = ("chien luoc", "chuong trinh", "de an", "ke hoach", "du an", "quy hoach")


@cache
def heads() -> dict[str, str]:
    """Folded words that name a kind of document, each with the registry's name of that kind."""
    found = {name: name for name in _MORE_HEADS}
    for form in registry.load().forms:
        for name in (form.name, *form.other_names):
            found.setdefault(fold(name), fold(form.name))
    return found


_LABEL = re.compile(r"(?:\bso|\bky hieu)?[\s:.]*$")  # "số", "số:", "số ký hiệu" between the head and the number
_LAW_INSIDE = re.compile(r"\b(?:phap|ky|quy)\s+$")  # "pháp luật số …"
_LAST_WORDS = re.compile(r"\w+(?:\s+\w+){0,3}$")
_HEAD_OF = re.compile(r"\b(?P<head>\w+\s+\w+)\s+cua\s+[^.;:(),]{2,40}?$")  # "Quyết định của Thủ tướng Chính phủ số"


def head_before(text: str, folded: str, start: int) -> tuple[str | None, int | None]:
    """The kind that the words right before a number say, and where they begin."""
    begin = max(0, start - _HEAD_REACH)
    window = folded[begin:start]
    label = _LABEL.search(window)
    window = window[: label.start()].rstrip() if label else window
    words = _LAST_WORDS.search(window)
    if not words:
        return None, None
    offset = words.start()
    while offset < len(window):
        head = " ".join(window[offset:].split())
        if head in heads() and not (head == "luat" and _LAW_INSIDE.search(window, 0, offset)):
            return head, begin + offset
        if head in _ABBREVIATED and text[begin + offset : begin + len(window)].isupper():
            return head, begin + offset
        space = re.compile(r"\s+").search(window, offset)
        if not space:
            break
        offset = space.end()
    if label and label.group().strip(" :."):
        of = _HEAD_OF.search(window)
        if of and " ".join(of["head"].split()) in heads():
            return " ".join(of["head"].split()), begin + of.start()
    return None, None


_NUMBERED = re.compile(
    r"(?P<head>NQ|N[ĐD]|Q[ĐD]|TT(?=\s?\d+/))(?<!\w\w\w)\s?(?=\d{1,4}(?:/(?:19|20)\d\d(?![\w/-]))?(?![\d/-]|[.,]\d))"
)


def abbreviated(text: str) -> Iterator[tuple[int, int, str]]:
    """The kinds that a text abbreviates before a number alone: start, end, folded.

    >>> [head for _, _, head in abbreviated("Theo NQ57 và QĐ 749 của Thủ tướng, không phải QĐ 06/QĐ-TTg")]
    ['nq', 'qd']
    """
    for match in _NUMBERED.finditer(text):
        yield *match.span("head"), fold(match["head"])


def full_head(head: str) -> str:
    """The folded name of the kind that a head says: "qd" is "quyet dinh", "ke hoach hanh dong" is "ke hoach"."""
    head = _ABBREVIATED.get(head, head)
    return heads().get(head, head)


@cache
def type_of_head(head: str) -> DocumentType | None:
    """The type of document that a head says, None where it says none."""
    return registry.load().type_of_word(full_head(head))


def symbol_of_head(head: str) -> str | None:
    """The symbol of the kind that a head says: "chi thi" is CT."""
    for form in registry.load().forms_by_word(full_head(head)):
        if form.symbols:
            return form.symbols[0]
    return None


@cache
def _automaton() -> tuple[AhoCorasick, tuple[str, ...]]:
    words = tuple(sorted({*heads(), *_PROGRAMME_HEADS}))
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), words


@lru_cache(maxsize=1)  # documents, then programmes of one source
def occurrences(folded: str) -> tuple[tuple[int, int, str], ...]:
    """Every place where a kind of document or programme is named: start, end, its folded name, in order.

    >>> [word for _, _, word in occurrences("de an 06, chien luoc du lieu va nghi dinh ve dinh danh")]
    ['de an', 'chien luoc', 'nghi dinh']
    """
    automaton, words = _automaton()
    return tuple(
        (start, end, words[index])
        for index, start, end in automaton.find_matches_as_indexes(folded)
        if not (start and folded[start - 1].isalnum()) and not folded[end : end + 1].isalnum()
    )
