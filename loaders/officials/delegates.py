"""Deputies of the National Assembly by their delegation: "đại biểu Lê Thị Hà (Đoàn ĐBQH tỉnh Lào Cai)", "… (Gia Lai)".

The brackets, or what a comma or a dash adds, name the province that a deputy sits for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.agencies import places
from loaders.officials import persons
from loaders.officials.tenures import Held

if TYPE_CHECKING:
    from loaders.officials.holders import Search

_DEPUTY = re.compile(r"\b(?:dai bieu(?: quoc hoi)?|dbqh|dai bieu qh) ")
_DELEGATION = r"(?:doan )?(?:dai bieu quoc hoi |dbqh )?"
_SITS_FOR = re.compile(
    rf"(?: \({_DELEGATION}| [-–] doan (?:dai bieu quoc hoi |dbqh )?|, doan (?:dai bieu quoc hoi |dbqh )?)"
    r"(?P<level>tinh |thanh pho |tp\.? ?)?"
)
_ROLE, _ASSEMBLY = "Đại biểu", "Quốc hội"


def find(search: Search) -> None:
    """Adds the deputies, each with the delegation that the text names beside them.

    Who is a deputy by no more than "đại biểu" sits in the National Assembly where others do whose delegation the text
    tells; else it may be a people's council, or a meeting of any kind.
    """
    flat = search.flat
    if "dai bieu" not in flat.folded and "dbqh" not in flat.folded:
        return
    bare: list[tuple[int, int, int, bool]] = []  # the deputy, the name, its end, and whether the assembly is printed
    seated = False
    for deputy in _DEPUTY.finditer(flat.folded):
        start = search.ranked(deputy.end())
        end = persons.vietnamese(flat, start)
        if end is None:
            continue
        sits = _SITS_FOR.match(flat.folded, end)
        if sits is not None and sits.group() != " (":
            place = places.province_at(flat, sits.end())
        else:
            place = places.province_at(flat, end + 2) if flat.text[end : end + 2] == " (" else None
        if place is None:
            bare.append((deputy.start(), start, end, deputy.group() != "dai bieu "))
            continue
        name, level, stop = place
        holder = search.person(start, end)
        holder.holds(_ROLE, f"Đoàn đại biểu Quốc hội {level} {name}")
        search.found.append(Held(deputy.start(), stop, holder, _ROLE))
        seated = True
    for begin, start, end, printed in bare:
        if not (printed or seated) or flat.text[end : end + 2] in (", ", " ("):
            continue
        holder = search.person(start, end)
        if not holder.posts:
            holder.holds(_ROLE, _ASSEMBLY)  # "Đại biểu Lê Thị Hoa cho rằng …"
            search.found.append(Held(begin, end, holder, _ROLE))
