"""English names of bodies that sources name in Vietnamese only, put together from the words of bodies.csv.

"Các sở, ban, ngành có liên quan" is a list of nouns with what holds for all of them behind it; "Thủ trưởng các đơn vị"
a head with whom it heads; "Bộ trưởng Bộ Tư pháp" a head of a body that has a name. Other words leave a name as it is.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from kg.folding import fold

_SHORT = (("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan"))
_ANY = ("co quan", "doanh nghiep", "ca nhan", "can bo", "don vi", "nguoi", "chu dau tu", "chu so huu")
_ALL = re.compile(r"(?:tat ca |toan bo )?(?:cac|nhung|mot so) ")
_EACH = re.compile(r"moi ")
_NUMBER = re.compile(r"(\d+|hai|ba|bon|nam|sau) ")
_NUMBERS = {"hai": "two", "ba": "three", "bon": "four", "nam": "five", "sau": "six"}
_BETWEEN = re.compile(r", (?:va |hoac )?| va | hoac | - |/|; ")

Known = Callable[[str], str | None]


@cache
def table() -> dict[str, dict[str, tuple[str, ...]]]:
    """The words of each sort (noun, head, tail, name) by their folded form: in English of one and of several."""
    found: dict[str, dict[str, tuple[str, ...]]] = {"noun": {}, "head": {}, "tail": {}, "name": {}}
    with (Path(__file__).parent / "bodies.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found[row["as"]][fold(row["vi"])] = tuple(row["en"].split("|"))
    return found


def english(name: str, known: Known = lambda _: None, *, several: bool = False) -> str | None:
    """The English name of a body; None where a word of it is not in the table. `known` are bodies that have one.

    With `several` it is that of many, though no "các" says so.

    >>> english("Các sở, ban, ngành có liên quan"), english("Thủ trưởng các đơn vị"), english("6 tỉnh")
    ('departments, boards and agencies concerned', 'heads of units', '6 provinces')
    >>> english("Bộ trưởng Bộ Tư pháp", {"bo tu phap": "Ministry of Justice"}.get), english("Công ty Điện lực") is None
    ('Minister of Justice', True)
    """
    text = _folded(name)
    if text in table()["name"]:
        return table()["name"][text][0]
    return known(text) or _of_known(text, known) or _put(text, several)


def general(name: str) -> bool:
    """Whether a name is of any body of a sort rather than of one: in general words, or begun without a capital.

    >>> general("Cấp ủy, chính quyền Thành phố"), general("bên mua điện"), general("Doanh nghiệp có cột treo cáp")
    (True, True, True)
    >>> general("Sở Tư pháp"), general("Thành phố Hồ Chí Minh"), general("Cơ quan Cảnh sát điều tra"), general("Grab")
    (False, False, False, False)
    """
    if name[:1].islower() or _put(_folded(name)) is not None:
        return True
    begun = re.match(rf"(?:{'|'.join(_ANY)}) ", fold(name))
    return begun is not None and name[begun.end() : begun.end() + 1].islower()


def _folded(name: str) -> str:
    text = re.sub(r"\s+", " ", fold(name)).strip(" .,;")
    for short, long in _SHORT:
        text = re.sub(rf"\b{short}\b", long, text)
    return text


def _of_known(text: str, known: Known) -> str | None:
    """A head of a body that has a name."""
    for head in sorted(table()["head"], key=len, reverse=True):
        body = known(text.removeprefix(f"{head} ")) if text.startswith(f"{head} ") else None
        if body:
            several = re.search(r"\bcac\b", text.removeprefix(head)) is not None  # of bodies that are many
            one = table()["head"][head][several]
            return one.format(body.removeprefix("Ministry of ") if head == "bo truong" else the(body))
    return None


def the(body: str) -> str:
    """A body with the article that English wants before it."""
    return f"the {body}" if re.match(r"(?:Ministry|Department|Office|Authority|People's|Government)\b", body) else body


def _put(text: str, several: bool = False) -> str | None:
    """A name put together from general words."""
    if found := _ALL.match(text):
        return _put(text[found.end() :], True)
    if found := _EACH.match(text):
        rest = _put(text[found.end() :])
        return f"each {rest}" if rest else None
    if found := _NUMBER.match(text):
        rest = _put(text[found.end() :], True)
        return f"{_NUMBERS.get(found[1], found[1])} {rest}" if rest else None
    listed = [_part(part, several or bool(_BETWEEN.search(text))) for part in _BETWEEN.split(text)]
    if all(listed):
        parts = [part for part in listed if part]
        return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
    for tail in sorted(table()["tail"], key=len, reverse=True):
        if text.endswith(f" {tail}"):
            rest = _put(text.removesuffix(f" {tail}"), True)
            return table()["tail"][tail][0].format(rest) if rest else None
    return None


def _part(text: str, several: bool) -> str | None:
    """One of the bodies that a name lists."""
    text = _ALL.sub("", text) if (many := bool(_ALL.match(text))) else text
    noun = table()["noun"].get(text)
    if noun:
        return noun[several or many]
    for head in sorted(table()["head"], key=len, reverse=True):
        if text.startswith(f"{head} "):
            below = text.removeprefix(f"{head} ")
            many = several or many or bool(_ALL.match(below))
            rest = _put(below, many)
            return table()["head"][head][many].format(rest if many else f"the {rest}") if rest else None
    return None
