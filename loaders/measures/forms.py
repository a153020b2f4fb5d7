"""The forms in which a sentence gives a number: after its indicator, before what it counts, in a bracket, as a rank."""

from __future__ import annotations

from loaders.measures import brackets, linked_values
from loaders.measures.counting import counted
from loaders.measures.ranks import leading, placed
from loaders.measures.statements import Context, Statement
from loaders.measures.stretches import Clause
from loaders.reading import Number
from loaders.tables import values
from loaders.words.flat import fold_name


def read(context: Context, clause: Clause) -> Statement | None:
    """What a clause says of its number; None where it names nothing that the number could measure."""
    said = brackets.read(context, clause) if clause.outer else linked_values.read(context, clause)
    if said is None:
        return None
    if _among_first(said.number):
        return leading(context, said)
    return placed(context, said) if said.link.kind == "rank" else said


def _among_first(number: Number) -> bool:
    """Whether a number is a place among so many: "nhóm 50 nước", but not "tối đa 3 cán bộ"."""
    if number.comparator != "<=" or not (counted(number) or number.unit == "hạng"):
        return False
    return not fold_name(number.text).startswith(tuple(values("comparators")))
