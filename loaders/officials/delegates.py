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
    """Adds the deputies, each with the delegation that the text names beside them."""
    flat = search.flat
    if "dai bieu" not in flat.folded and "dbqh" not in flat.folded:
        return
    assembly = "quoc hoi" in flat.folded
    for deputy in _DEPUTY.finditer(flat.folded):
        start = search.ranked(deputy.end())
        end = persons.vietnamese(flat, start)
        sits = _SITS_FOR.match(flat.folded, end) if end else None
        if end is None or sits is None or sits.group() == " (":
            place = places.province_at(flat, end + 2) if end and flat.text[end : end + 2] == " (" else None
        else:
            place = places.province_at(flat, sits.end())
        if end is None:
            continue
        if place is None:
            holder = search.person(start, end)
            if assembly and not holder.posts and flat.text[end : end + 2] not in (", ", " ("):
                holder.holds(_ROLE, _ASSEMBLY)  # "Đại biểu Lê Thị Hoa cho rằng …"
                search.found.append(Held(deputy.start(), end, holder, _ROLE))
            continue
        name, level, stop = place
        holder = search.person(start, end)
        holder.holds(_ROLE, f"Đoàn đại biểu Quốc hội {level} {name}")
        search.found.append(Held(deputy.start(), stop, holder, _ROLE))
