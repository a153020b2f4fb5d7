"""Which body a post belongs to that its words leave to the context, by the kind of body that has such a post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.officials.tenures import Title
from loaders.words.flat import fold_name

if TYPE_CHECKING:
    from loaders.officials.holders import Search

_HEADED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("truong ban", ("ban ",)), ("chu tich", ("uy ban ", "hoi dong ")), ("to truong", ("to ",)), ("to pho", ("to ",)),
)  # fmt: skip
_HEADS_OF: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("tong cuc truong", ("tong cuc ",)), ("bo truong", ("bo ",)), ("thu truong", ("bo ",)),
    ("cuc truong", ("cuc ",)),
    ("vu truong", ("vu ",)), ("vien truong", ("vien ",)), ("hieu truong", ("truong ", "dai hoc ", "hoc vien ")),
    ("tong giam doc", ("tap doan ", "tong cong ty ", "cong ty ", "ngan hang ")),
    ("chu nhiem", ("uy ban ", "van phong ")),
    ("giam doc", ("so ", "trung tam ", "cong ty ", "vien ", "hoc vien ", "dai hoc ", "benh vien ")), *_HEADED,
)  # fmt: skip
# posts on a board, the longest first: those of its head, and those that any member has
_ON_BOARDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    *((post, ("ban ", "tieu ban ")) for post in ("truong ban", "truong ban thuong truc")),
    *((post, ("to ",)) for post in ("to truong", "to pho", "to truong thuong truc")),
    *(
        (post, ("ban ", "tieu ban ", "to ", "hoi dong ", "uy ban "))
        for post in ("uy vien", "uy vien thuong truc", "thanh vien", "thanh vien thuong truc", "thu ky", "chu tich")
    ),
)


def board_heads(role: str) -> tuple[str, ...]:
    """How the name of a board begins that has such a head; none for the posts of other bodies.

    >>> board_heads("Phó Trưởng ban Thường trực"), board_heads("Chủ tịch")
    (('ban ',), ())
    """
    said = fold_name(role)
    return next((heads for post, heads in _HEADED if post in said and post != "chu tich"), ())


def headed(search: Search, title: Title) -> str | None:
    """The body that the clause before speaks of and that has such a post."""
    head = next((heads for role, heads in _HEADED if role in fold_name(title.role)), None)
    if head is None:
        return None
    line = search.flat.line(title.start)
    begin = search.flat.border(max(0, line - 1))[0]  # or the sentence before it
    for start in sorted((start for start in search.bodies if begin <= start < title.start), reverse=True):
        if fold_name(search.bodies[start]).startswith(head):
            return search.bodies[start]
    return None


def spoken_of(search: Search, title: Title) -> str | None:
    """The body that the sentence speaks of and that has such a post: "Bộ Lâm nghiệp …, Bộ trưởng khi đó là …"."""
    role = fold_name(title.role)
    heads = next((heads for said, heads in _HEADS_OF if said in role), None)
    if heads is None:
        return None
    begin = search.flat.border(search.flat.line(title.start))[0]
    before = reversed(search.bodies_in(begin, title.start))
    return next((name for _, name in before if fold_name(name).startswith(heads)), None)


def told_before(search: Search, title: Title) -> str | None:
    """The body that another post of the sentence before is of: "… làm Giám đốc Sở Y tế; các Phó Giám đốc: …"."""
    begin = search.flat.border(search.flat.line(title.start))[0]
    before = [one.agency for one in search.titles if begin <= one.start < title.start and one.agency]
    return body_for(title.role, before[-1]) if before else None


def last_before(search: Search, end: int, head: str) -> str | None:
    """The body named last before a place whose name begins so: "Sở" of "Giám đốc Sở"."""
    return next((name for _, name in search.bodies_before(end) if name.startswith(head)), None)


def only_one(search: Search, title: Title) -> str | None:
    """The body that has such a post, where the text up to it names one such body alone."""
    said = fold_name(title.role)
    heads = next((heads for post, heads in _HEADS_OF if post in said), ())
    if len(heads) != 1:
        return None  # a "giám đốc" heads bodies of many kinds
    named: set[str] = set()
    for _, name in search.bodies_before(title.start):
        if name not in named and fold_name(name).startswith(heads):
            named.add(name)
            if len(named) > 1:
                return None
    return named.pop() if named else None


def of_board(search: Search, title: Title) -> str | None:
    """The board whose members a list names: "Kiện toàn Ban Chỉ đạo …, gồm các ông, bà có tên sau đây:"."""
    role = fold_name(title.role)
    heads = next((heads for said, heads in _ON_BOARDS if role.endswith(said)), None)
    units, line = search.reading.units, search.flat.line(title.start)
    lead = units[search.flat.units[line]].lead
    if heads is None or lead is None or lead not in search.flat.units:
        return None
    begin, stop = search.flat.border(search.flat.units.index(lead))
    return next((name for _, name in search.bodies_in(begin, stop) if fold_name(name).startswith(heads)), None)


def named_beside(search: Search, role: str, begin: int, stop: int) -> str | None:
    """The body with such a post that another body's name in a stretch holds: "Ban Cán sự Đảng Tổng cục …"."""
    said = fold_name(role)
    heads = next((heads for post, heads in _HEADS_OF if post in said), ())
    named = search.bodies_in(begin, stop)
    named += [(other.start, other.agency) for other in search.titles if other.agency and begin <= other.start < stop]
    for _, name in sorted(named):
        folded = f" {fold_name(name)}"
        for head in heads:
            if f" {head}" in folded:
                return name[folded.index(f" {head}") :]
    return None


def body_for(role: str, body: str | None) -> str | None:
    """A body, where it is of the kind that has such a post."""
    said = fold_name(role)
    heads = next((heads for post, heads in _HEADS_OF if post in said), None)
    return body if body and heads and fold_name(body).startswith(heads) else None
