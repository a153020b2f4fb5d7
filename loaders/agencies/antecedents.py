"""What a text calls by its head alone, or by an abbreviation that it defines: "Bộ", "tập đoàn", "VNPT".

A head takes the name of the last body before it that has this head; where the article names none, a board stands for
itself ("Tổ công tác"), and anything else names nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from kg.folding import UPPER
from loaders.agencies import past
from loaders.agencies.bodies import Body
from loaders.agencies.name_words import NameWords
from loaders.agencies.registered import LOCAL, countries
from loaders.agencies.registered import named as named_in_registry
from loaders.officials.persons import is_syllable, vietnamese
from loaders.words.clauses import begins_work
from loaders.words.flat import Flat, Stretches, fold_name

_DEFINED = re.compile(
    r" ?\((?:(?:sau đây|dưới đây) )?(?:(?:được )?(?:gọi|viết)(?: gọn| chung)?(?: tắt)?(?: là)?:? |viết tắt:? )?"
    rf"[\"“']?(?P<short>[{UPPER}][\w&.-]{{1,24}}(?: [\w&]+){{0,4}})[\"”']?(?: - [^()]{{1,40}}|[,;][^()]{{0,40}})?\)"
)
_SAID = re.compile(r"(?:sau đây|gọi|viết) ")
_ACRONYM = re.compile(rf"[{UPPER}][\w&.-]*[{UPPER}][\w&.-]*")
_WORD = re.compile(r"[\w&]+")
_BEFORE_CLAUSE = re.compile(r"(?:^|[\n.,;:\"“”!?-] ?|\b(?:va|thi|do|vi|ma|rang|nay|day|toi|khi|neu|de) )$")
_PLURAL = re.compile(r"\b(?:cac|nhung|mot|moi|nhieu|tung|cap|toan|can|noi|dong|tien|co|tru|\d+) $")
_PREDICATE = re.compile(
    r" (?:da|dang|se|can|phai|duoc|cung|vua|chua|khong|van|con|tiep tuc|chu tri|phoi hop|de nghi|yeu cau|cho biet|"
    r"khang dinh|nhan manh|thong bao|bao cao|trinh|ban hanh|chi dao|giao|dat|nay|"
    r"co (?:trach nhiem|ke hoach|nhiem vu|chu truong|the))\b"
)
_ANYWHERE = frozenset(("tap doan", "to cong tac", "ban chi dao", "uy ban", "tong cong ty", "hiep hoi", "tong cuc"))
_ALONE = frozenset(("to cong tac", "ban chi dao", "to giup viec", "ban soan thao"))  # stand for themselves
_NEVER = frozenset(
    ("phong", "vu", "hoi", "ban", "quy", "co quan", "to chuc", "dai hoc", "truong", "thu vien", "cau lac bo", "dai",
     "doan thanh nien", "lien minh", "nha xuat ban", "cong ty tnhh", "benh vien")
)  # fmt: skip
_PARTY_BODIES = frozenset(("ban can su dang", "dang doan"))
_NEAR = 40  # characters between a body of the Party and the post in the ministry that it is of
_OFFICE = re.compile(r"van phong $")
_PART = re.compile(  # "Thanh tra Bộ": that of the ministry named before
    r"(?<!\w)(?P<part>Thanh tra|Văn phòng|Đảng ủy|Đảng uỷ|Công đoàn|Đoàn Thanh niên|Van phong|Dang uy|Cong doan) $"
)
_LED_BY = re.compile(r"\b(?:truong|vien|pho) $")
_CHAIRED_BY = re.compile(r"\b(?:chu tich|uy vien)(?: thuong truc)? $")
_HAVE_PARTS = frozenset(("bo", "so", "cuc", "tong cuc"))
_OF_PRIME_MINISTER = re.compile(r" cua (?:thu tuong(?: chinh phu)?|chinh phu)\b(?! (?:ve|dien tu|so)\b)")
_BOARDS = frozenset(("ban chi dao", "hoi dong", "uy ban", "to cong tac"))
_CALLED_AGAIN = (
    "tong cong ty", "tong cuc", "to cong tac", "ban chi dao", "to giup viec", "ban quan ly", "tap doan", "trung tam",
    "hoi dong", "uy ban", "ngan hang", "hiep hoi", "cong ty", "hoc vien", "vien", "cuc", "bo", "so", "van phong",
    "ban soan thao",
)  # fmt: skip
_NOT_CALLED_SO = (  # by their head alone others are meant: "ngân hàng phải …" is no word for the State Bank
    "uy ban nhan dan", "hoi dong nhan dan", "uy ban mat tran", "bo chi", "bo tu", "ngan hang nha nuoc",
)  # fmt: skip
_LEVEL = re.compile(rf" (?:tỉnh|thành phố) (?=[{UPPER}])")


def defined(flat: Flat, named: Iterable[Body]) -> dict[str, Body]:
    """The abbreviations that the text puts in brackets after a body's name, each with the body."""
    found: dict[str, Body] = {}
    for body in named:
        match = _DEFINED.match(flat.text, body.end)
        if not match or body.head:
            continue
        short = match["short"]
        brand = body.type == "firm" and short.isalpha() and not is_syllable(short)  # "Ngân hàng … (Vietcombank)"
        if not (brand or _ACRONYM.fullmatch(short) or _SAID.search(match.group())):
            continue
        registered = named_in_registry(short)
        if registered and not _same_head(body.name, registered.value):
            continue
        letters = fold_name("".join(filter(str.isalpha, short)))
        initials = "".join(
            word[0] for word in _WORD.findall(fold_name(body.name).partition(" ")[2]) if word not in ("va", "&")
        )
        if letters != initials and short not in found:  # "Bộ Thông tin và Truyền thông (TT&TT)" names a field
            found[short] = body
    return found


def _same_head(one: str, other: str) -> bool:
    return fold_name(one).split()[0] == fold_name(other).split()[0]


def settled(flat: Flat, named: dict[int, Body]) -> None:
    """Makes one of a body and the registry's name that follows it in brackets: "Tập đoàn Điện lực VN (EVN)"."""
    for start in sorted(named):
        body = named.get(start)
        match = _DEFINED.match(flat.text, body.end) if body and not body.head else None
        inner = named.get(match.start("short")) if match else None
        if body is None or match is None or inner is None or inner.end != match.end("short") or inner.head:
            continue
        if _same_head(body.name, inner.name):  # else the body that it belongs to: "Vụ Pháp chế (VPCP)"
            del named[inner.start]
            named[start] = replace(body, name=inner.name, type=inner.type)


def unified(flat: Flat, named: dict[int, Body]) -> None:
    """Gives one name to a body that the text names with its place or country and without: "Sở Nội vụ (Hà Nội)"."""
    _shortened(flat, named)
    _levelled(named)
    longer: dict[str, set[str]] = {}
    names = {body.name for body in named.values() if body.kind == "agency" and not body.head}
    by_fold = {fold_name(name): name for name in sorted(names)}
    for folded, name in by_fold.items():
        cut = folded
        while " " in cut:
            cut = cut.rpartition(" ")[0].rstrip(",")
            if cut in by_fold:
                longer.setdefault(cut, set()).add(name)
    for start, body in list(named.items()):
        options = longer.get(fold_name(body.name), set())
        if len(options) != 1 or body.kind != "agency" or body.head:
            continue
        option = next(iter(options))
        more = option[len(body.name) :].lstrip(", ")
        if body.type in ("government", "national-assembly", "party"):
            continue
        subject = body.type == "board" and (option[len(body.name)] == "," or more.startswith("về "))
        dashed = body.type in ("unit", "department") and more.startswith("- ")
        managing = body.type == "board" and fold_name(body.name).startswith("ban quan ly ") and _PLACE.match(more)
        council = body.name.startswith("Ban ") and more.startswith("Hội đồng nhân dân ")
        placed = (
            dashed
            or council
            or managing
            or more == "Việt Nam"
            or (body.type in (LOCAL, "local", "society", "part") and _PLACE.match(more))
        )
        own = body.type == "board" and (
            ("letterhead" in flat.roles and _OF_PLACE.match(more)) or more.startswith(("Thành ủy ", "Tỉnh ủy "))
        )
        if subject or placed or own:
            named[start] = replace(body, name=option)
        elif more in countries().values():
            begin, end = flat.border(flat.line(start))
            theirs = [(at, other.end) for at, other in named.items() if other.name == option]
            said = re.finditer(rf"\b{re.escape(fold_name(more))}\b", flat.folded[begin:end])
            if any(not any(at <= begin + there.start() < stop for at, stop in theirs) for there in said):
                named[start] = replace(body, name=option)  # the line is about that country


def _levelled(named: dict[int, Body]) -> None:
    """Gives one name to a body told with the level of its place and without: "Sở Y tế (thành phố) Hà Nội"."""
    full: dict[str, set[str]] = {}
    for body in named.values():
        if _LEVEL.search(body.name):
            full.setdefault(_LEVEL.sub(" ", body.name), set()).add(body.name)
    for start, body in list(named.items()):
        options = full.get(body.name, set())
        if body.kind == "agency" and not body.head and len(options) == 1:  # "Công an tỉnh X", "Công an thành phố X"
            named[start] = replace(body, name=next(iter(options)))


def _shortened(flat: Flat, named: dict[int, Body]) -> None:
    """Gives a firm that is called by its proper name alone the full one that stood before: "Công ty Sao Mai"."""
    firms: list[Body] = []
    for start in sorted(named):
        body = named[start]
        if body.type != "firm" or body.head:
            continue
        head, _, proper = body.name.rpartition("Công ty ")
        full = [
            firm
            for firm in firms
            if not head and firm.name != body.name and firm.name.endswith(f" {proper}") and proper[:1].isupper()
        ]
        if full:
            named[start] = replace(body, name=full[0].name)
        else:
            firms.append(body)


_OF_PLACE = re.compile(r"(?:tỉnh|thành phố|xã|phường|huyện|đặc khu) ")  # whose board it is that a letterhead prints
_PLACE = re.compile(r"tỉnh |thành phố |quận |huyện |[A-ZĐ]")


def abbreviated(flat: Flat, named: Iterable[Body], taken: Stretches) -> Iterator[Body]:
    """The bodies that stand in the text by an abbreviation of its own."""
    shorts = defined(flat, named)
    if not shorts:
        return
    pattern = re.compile(
        rf"(?<![\w/&-])(?:{'|'.join(sorted(map(re.escape, shorts), key=len, reverse=True))})(?![\w/&-])"
    )
    for match in pattern.finditer(flat.text):
        body = shorts[match.group()]
        if not taken.holds(match.start()) and not (body.end <= match.start() <= body.end + 12):
            yield replace(body, start=match.start(), end=match.end(), head=None)


def resolved(flat: Flat, named: Mapping[int, Body]) -> Iterator[Body]:
    """The bodies called by their head alone, each by the name that it takes from the text; others are left out."""
    ordered = [named[start] for start in sorted(named)]
    last = {head: body for body in ordered if body.head is None and (head := _heads_of(body))}
    seen: dict[str, Body] = {}
    present = past.still_there(flat, ordered)
    ministries = (body for body in ordered if body.type in ("ministry", "ministerial-agency") and body.head is None)
    own = next((body for body in ministries if flat.roles[flat.line(body.start)] == "letterhead"), None)
    for body in ordered:
        if body.head is None:
            called = _heads_of(body)
            if called and not (called in seen and (body.name not in present or past.is_gone(flat, body, seen[called]))):
                seen[called] = body
            continue
        head = fold_name(body.head or "")
        if head in _PARTY_BODIES:
            whole_of = _beside(flat, body, ordered)
            if whole_of:
                yield replace(body, name=f"{body.name} {whole_of}", head=None)
            continue
        if head in _NEVER or not _stands_alone(flat, body, head):
            continue
        owner = _OF_PRIME_MINISTER.match(flat.folded, body.end) if head == "to cong tac" else None
        if owner:
            whole = "Thủ tướng Chính phủ" if "thu tuong" in owner.group() else "Chính phủ"
            named_so = replace(body, end=owner.end(), name=f"Tổ công tác của {whole}", type="board", head=None)
            seen[head] = named_so
            yield named_so
            continue
        told_later = flat.text[body.start].isupper() and head not in ("bo", "so")
        meant = seen.get(head) or (last.get(head) if told_later else None)
        office = _OFFICE.search(flat.folded, max(0, body.start - 10), body.start) if head in _BOARDS else None
        part = _PART.search(flat.text, max(0, body.start - 18), body.start) if head in _HAVE_PARTS else None
        if part and head == "bo":
            meant = own or meant
        if meant and office:
            yield Body(office.start(), body.end, f"Văn phòng {meant.name}", type="part")
        elif meant and part:
            yield Body(part.start(), body.end, f"{part['part']} {meant.name}", type="part")
        elif meant:
            yield replace(
                body, end=_without_place(flat, body.end, meant.name, head), name=meant.name, type=meant.type, head=None
            )
        elif head in _ALONE and not _PLURAL.search(flat.folded, max(0, body.start - 6), body.start):
            name = body.name[0].upper() + body.name[1:]
            if office:
                yield Body(office.start(), body.end, f"Văn phòng {name}", type="part")
            else:
                yield replace(body, name=name, type="alone", head=None)


def _without_place(flat: Flat, end: int, name: str, head: str) -> int:
    """Where a name ends of which all follows the head but its place: "Trung tâm giới thiệu việc làm" (tỉnh Nghệ An)."""
    more = name[len(head) :]
    for place in (None, *_PLACE.finditer(more)):
        told = fold_name(more[: place.start()].rstrip(" ,") if place else more)
        stop = end + len(told)
        if told and flat.folded.startswith(told, end) and not flat.folded[stop : stop + 1].isalnum():
            return stop
    return end


def _beside(flat: Flat, body: Body, ordered: list[Body]) -> str | None:
    """The ministry whose post follows a body of its Party: "Ủy viên Ban Cán sự Đảng, Thứ trưởng Bộ …"."""
    if flat.text[body.end : body.end + 1] not in (",", ";"):
        return None
    stop = min(flat.border(flat.line(body.start))[1], body.end + _NEAR)
    owners = ("ministry", "ministerial-agency", "government-agency")
    found = [b for b in ordered if body.end < b.start < stop and b.head is None and b.type in owners]
    return found[0].name if found else None


def _heads_of(body: Body) -> str | None:
    """The head by which a body may be called again."""
    return None if body.type in ("foreign", "part") or body.kind != "agency" else _head_of(fold_name(body.name))


@cache
def _head_of(name: str) -> str | None:
    if name.startswith(_NOT_CALLED_SO):
        return None
    return next((head for head in _CALLED_AGAIN if name.startswith(f"{head} ")), None)


def _stands_alone(flat: Flat, body: Body, head: str) -> bool:
    """Whether nothing follows that would be the body's name or another word's second half."""
    text, end = flat.text, body.end
    if _PLURAL.search(flat.folded, max(0, body.start - 8), body.start):
        return False
    if not text[body.start].isupper():
        if head not in _ANYWHERE and not _BEFORE_CLAUSE.search(flat.folded, max(0, body.start - 6), body.start):
            return False
        return _PREDICATE.match(flat.folded, end) is not None
    if text[end : end + 1] != " ":
        return not text[end : end + 1].isalnum()
    word = _WORD.match(flat.lower, end + 1)
    if vietnamese(flat, end + 1) is not None and _PART.search(text, max(0, body.start - 18), body.start):
        return True  # "Chánh Văn phòng Bộ Lê Văn An"
    if head in _ALONE and vietnamese(flat, end + 1) and _LED_BY.search(flat.folded, max(0, body.start - 8), body.start):
        return True  # "Phó Trưởng Ban Chỉ đạo Lê Văn An"
    chaired = head in _BOARDS and _CHAIRED_BY.search(flat.folded, max(0, body.start - 28), body.start)
    if chaired and vietnamese(flat, end + 1):
        return True  # "Phó Chủ tịch Thường trực Ủy ban Lê Văn An"
    if word is None or text[end + 1].isupper():
        return word is None
    if word.group() in ("và", "va", "này", "nay") or NameWords(flat).ends(end + 1, word.group()):
        return True
    # "Tổ công tác xác định …", "Văn phòng Bộ kiểm soát …"
    part = head in _HAVE_PARTS and _PART.search(text, max(0, body.start - 18), body.start) is not None
    return (head in _ANYWHERE or part) and begins_work(flat.folded, end + 1, len(flat.folded))
