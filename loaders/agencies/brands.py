"""Firms that a text names by their brands alone, in rows that it introduces: "các tập đoàn như Amazon, Grab"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from kg.folding import UPPER
from loaders.agencies.bodies import Body
from loaders.officials import persons
from loaders.words.flat import Flat
from loaders.words.keyed import Keyed

_INTRODUCED = Keyed(
    r"\b(?:tap doan|hang|cong ty|doanh nghiep|dn|nha mang)\b(?P<between>(?: [^\s.;:()]+){0,18}?) (?:nhu|gom):? ",
    " nhu | nhu: | gom | gom: ",
    "tap doan|hang|cong ty|doanh nghiep|dn|nha mang",
)
_BRAND = re.compile(rf"[{UPPER}][\w&]*(?:[-.&][{UPPER}\w]+)*(?: [{UPPER}][\w&]+){{0,2}}")
_JOINT = re.compile(r"(?:, | và | va | hay )")
_OTHER_KIND = re.compile(r"\b(?:trang|mang xa hoi|san pham|ung dung|nen tang|dich vu|nuoc|quoc gia|linh vuc nhu)\b")


def find(flat: Flat) -> Iterator[Body]:
    """The brands of such rows, from left to right; a row is read up to its first word that is no brand."""
    for opening in chain.from_iterable(_INTRODUCED.finditer(flat.folded, *line) for line in flat.lines()):
        if _OTHER_KIND.search(opening["between"]):
            continue
        at = opening.end()
        while (brand := _BRAND.match(flat.text, at)) and _is_brand(flat, brand):
            yield Body(brand.start(), brand.end(), brand.group(), type="firm")
            joint = _JOINT.match(flat.text, brand.end())
            if joint is None:
                break
            at = joint.end()


def _is_brand(flat: Flat, brand: re.Match[str]) -> bool:
    """Whether the capitals are a foreign or coined word, no person, no abbreviation and no word of the language."""
    first = re.split(r"[ &.-]", brand.group())[0]
    if persons.vietnamese(flat, brand.start()) is not None or first.isupper():
        return False
    return len(first) > 2 and not persons.is_syllable(first)
