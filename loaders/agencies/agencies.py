"""The bodies that a text names, by their full names, with the offices that head them and the groups without a name.

First what is known (registry, places, groups), then what its head and name tell, then what only the article tells:
lists that share a head, abbreviations that it defines, "Bộ" or "UBND tỉnh" for a body named before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from functools import cache

from kg.model import Agency, Evidence
from loaders.agencies import acting_places, antecedents, brands, homes, registered, shared_heads
from loaders.agencies.bodies import Body
from loaders.agencies.survey import Survey
from loaders.officials import posts
from loaders.reading import AgencyMention, Reading, Unit
from loaders.words.flat import Flat, Stretches, flatten, fold_name

_PRIME_MINISTER = frozenset(("Thủ tướng", "Thủ tướng Chính phủ", "TTg", "Người đứng đầu Chính phủ"))
_AS_AGENCIES = frozenset(("Thủ tướng Chính phủ", "Chủ tịch nước"))
_OF_ANY = frozenset(("dang uy", "dang bo", "chi bo"))  # each body has one
_NO_BODIES = ("Chính phủ ", "Báo ", "Tạp chí ", "Thời báo ", "Nhật báo ")  # another country's, papers
_LEADS = re.compile(r"l(?:ã|a)nh (?:đ|d)(?:ạ|a)o (?=c(?:á|a)c |nh(?:ữ|u)ng )")
_COUNTED = re.compile(  # "bảy bộ gồm: Xây dựng; Quốc phòng", "3 sở: Nội vụ, Tài chính"
    r"\b(?:hai|ba|bon|nam|sau|bay|tam|chin|muoi|\d{1,2}) (?P<head>bo|so)(?:, (?:co quan|nganh))?"
    r"(?: (?:gom|la|bao gom))?(?=:)"
)
_HEADS = {"bo": "Bộ", "so": "Sở"}
_SPACE = re.compile(" ")
_SHARED = {"Bộ": re.compile(r"\bbo\b"), "Sở": re.compile(r"\bso\b"), "Vụ": re.compile(r"\bvu\b")}  # heads of lists
_LIST = re.compile(r"(?:, ?và |, ?va |, ?| và | va | & |; ?|: ?)")


def find(reading: Reading) -> tuple[AgencyMention, ...]:
    """The mentions of bodies, offices and groups, in order; none within another.

    An office names the body that it heads in `agency`. A group's name is its text as printed.
    """
    flat = flatten(reading)
    found = []
    for body in _past_leading(flat, _outermost(_all(flat))):
        start, end = flat.place(body.start, body.end)
        found.append(AgencyMention(start, end, body.name, body.kind, body.role, body.agency))
    return tuple(found)


def facts(reading: Reading) -> tuple[Agency, ...]:
    """The agencies that the source names, each once, with all places as evidence; offices but two and groups are none.

    Bodies that only get a copy ("Nơi nhận") are left out.
    """
    places_of: dict[str, list[Evidence]] = {}
    names: dict[str, str] = {}
    persons = Stretches((official.start, official.end) for official in reading.officials)
    units = iter(reading.units)
    unit = next(units, None)
    for mention in reading.agencies:
        while unit is not None and unit.end <= mention.start:
            unit = next(units, None)
        if (
            unit is None
            or unit.role == "byline"
            or (unit.role == "recipients" and _gets_copy(reading, unit, mention.start))
        ):
            continue
        if mention.name == "Chủ tịch nước" and persons.holds(mention.start):
            continue  # who holds it is meant
        heads = mention.kind == "office" and unit.role == "letterhead" and (mention.role or "").lower() == "chủ tịch"
        issuing = (
            [f"Chủ tịch {mention.agency}"] if heads and mention.agency else []
        )  # a chairman issues in his own name
        whole = ["Quốc hội"] if reading.folded.endswith(" cua quoc hoi", mention.start, mention.end) else []
        for name in (*issuing, *_counted(mention), *whole):
            key = fold_name(name)
            names.setdefault(key, name)
            places_of.setdefault(key, []).append(reading.evidence(mention.start, mention.end, unit.place))
    _of_officials(reading, names, places_of)
    return tuple(
        Agency(name=names[key], evidence=tuple(found), confidence=_confidence(names[key]))
        for key, found in places_of.items()
    )


def _of_officials(reading: Reading, names: dict[str, str], places_of: dict[str, list[Evidence]]) -> None:
    """Adds the bodies that only an official's post names: "tổng giám đốc Vietnam Airlines"."""
    text = reading.source.text
    for official in reading.officials:
        name = official.agency
        if not name or fold_name(name) in _OF_ANY or name.startswith(_NO_BODIES) or fold_name(name) in names:
            continue
        at = text.find(name, official.start, official.end)
        if at >= 0:
            names[fold_name(name)] = name
            places_of[fold_name(name)] = [reading.evidence(at, at + len(name))]


def _counted(mention: AgencyMention) -> Iterator[str]:
    """The agencies that a mention names: itself, the one that it is a post or a part of."""
    if mention.kind == "agency" or mention.name in _AS_AGENCIES:
        yield mention.name
        if whole := _whole(mention.name):
            yield whole
    if (
        mention.agency and fold_name(mention.agency) not in _OF_ANY and not mention.agency.startswith("Chính phủ ")
    ):  # another country's, named by its head only
        yield mention.agency


@cache
def _whole(name: str) -> str | None:
    """The committee or ministry that a body's name says it works for: "Tổ công tác giúp việc Ủy ban Quốc gia …"."""
    rest = name
    while " " in rest:
        rest = rest.partition(" ")[2]
        body = registered.named(rest)
        if body and body.kind in ("committee", "ministry") and fold_name(body.value) == fold_name(rest):
            return body.value
    return None


@cache
def _confidence(name: str) -> float:
    """How sure a name is: of the registry or of a place, or told by its head and a guess where it ends."""
    return 0.98 if registered.named(name) or name in _AS_AGENCIES or _OF_PLACE.match(name) else 0.9


_OF_PLACE = re.compile(
    r"(?:Tỉnh|Thành phố|Huyện|Quận|Thị xã|Thị trấn|Phường|Xã|Đặc khu|Ủy ban nhân dân|Hội đồng nhân dân|Sở|Công an) "
)


def _gets_copy(reading: Reading, unit: Unit, at: int) -> bool:
    """Whether a position in the part "Nơi nhận" is in its list, not in another column beside it."""
    for cell in reading.block(unit).cells:
        if cell.start <= at < cell.end:
            return reading.folded.startswith("noi nhan", cell.start)
    return True


def _all(flat: Flat) -> Iterator[Body]:
    survey = Survey(flat)
    named = survey.bodies()
    listed = list(_listed(flat, survey, named))
    named.update((body.start, body) for body in listed)
    shared = {body.start: body for body in shared_heads.find(flat, survey, named)}
    named.update(shared)
    antecedents.settled(flat, named)
    antecedents.unified(flat, named)
    taken = Stretches((body.start, body.end) for body in named.values())
    for body in list(antecedents.abbreviated(flat, list(named.values()), taken)):
        named[body.start] = body
    for body in list(antecedents.resolved(flat, named)):
        named[body.start] = body
    named = {start: body for start, body in named.items() if body.head is None or _governs(survey, body)}
    placed = {body.name for body in named.values() if body.name and not body.head}
    heads = {body.name for body in named.values() if body.head}
    alike = {head: {name for name in placed if name.startswith(f"{head} ")} for head in heads}
    for start, body in named.items():
        if body.head:
            named[start] = _at_home(survey, body, alike[body.name])
    yield from named.values()
    acting = list(acting_places.find(flat, survey, named))
    begun = Stretches((place.start, place.start + 1) for place in acting if place.start in survey.spots)
    for group in survey.groups:
        if any(group.start <= start < group.end for start in shared):
            continue
        if not begun.holds(flat.folded.rfind(" ", group.start, group.end) + 1):  # "các tỉnh Lai Châu, Sơn La"
            yield Body(group.start, group.end, flat.text[group.start : group.end], "group")
    yield from _offices(flat, posts.read(flat, survey.all_roles, named, survey.spots))
    yield from acting
    yield from brands.find(flat)


def _governs(survey: Survey, body: Body) -> bool:
    """Whether a body without its place is one of a province or commune ("UBND", "Tỉnh ủy")."""
    return body.type == registered.LOCAL


def _at_home(survey: Survey, body: Body, alike: Set[str]) -> Body:
    """ "UBND", "Tỉnh ủy" alone with the place that the article speaks of; a group where it speaks of none.

    `alike` are the bodies of that name whose place the article tells: where it is one, that is meant.
    """
    folded = fold_name(body.name)
    level = "thành phố" if folded.endswith("thanh uy") else "tỉnh" if folded.endswith("tinh uy") else None
    home = survey.homes.meant(body.start, level)
    if home is not None and level == "tỉnh" and not home.province:
        home = None  # a commune has no "Tỉnh ủy"
    if level is None and len(alike) == 1 and survey.homes.speaks_for is None:
        return Body(body.start, body.end, next(iter(alike)), type=body.type)
    printed = survey.flat.text[body.start : body.end]
    if home is None and survey.unnamed and body.name and printed[0].isupper():
        own = body.name if level else f"{body.name} {survey.unnamed}"
        return Body(body.start, body.end, own, type=body.type)
    if home is None or (printed.isupper() and len(printed) > 4 and survey.homes.speaks_for is None):
        return Body(body.start, body.end, survey.flat.text[body.start : body.end], "group")
    return Body(body.start, body.end, f"{body.name} {homes.suffix(body.name, home)}", type=body.type)


def _listed(flat: Flat, survey: Survey, named: dict[int, Body]) -> Iterator[Body]:
    """The bodies of a list that names their head once: "Bộ Tài chính, Công an", "các Sở: Nội vụ, Tài chính"."""
    begins = [(body.end, "Bộ") for body in named.values() if body.type in ("ministry", "ministerial-agency")]
    for group in survey.groups:
        if flat.text[group.end : group.end + 1] in (":", " "):
            said = (head for head, word in _SHARED.items() if word.search(flat.folded, group.start, group.end))
            begins += [(group.end, head) for head in list(said)[:1]]
    begins += [(found.end(), _HEADS[found["head"]]) for found in _COUNTED.finditer(flat.folded)]
    yield from _governments(flat, survey, named)
    done: set[int] = set()
    for begin, head in sorted(begins):
        at = begin
        opening = flat.text[at : at + 1] in (":", " ")
        while match := _LIST.match(flat.text, at) or (_SPACE.match(flat.text, at) if opening and at == begin else None):
            start = match.end()
            if start in named:
                at = named[start].end
                if named[start].type not in ("ministry", "ministerial-agency", registered.LOCAL, "government-agency"):
                    break
                continue
            field = registered.fields()[head].match(flat, start)
            if not field or not flat.text[start].isupper() or start in done:
                break
            body = registered.named(f"{head} {flat.text[start : field.end()]}")
            if body is None or start in survey.roles:
                break
            done.add(start)
            yield Body(start, field.end(), body.value, type=body.kind)
            at = field.end()


def _governments(flat: Flat, survey: Survey, named: dict[int, Body]) -> Iterator[Body]:
    """The further provinces of a list: "UBND thành phố Hà Nội, Thành phố Hồ Chí Minh"."""
    for body in list(named.values()):
        spot = survey.spot_of.get(body.start)
        if body.type != registered.LOCAL or spot is None or not spot.province:
            continue
        head = body.name[: body.name.rfind(spot.suffix)].strip() if spot.suffix in body.name else ""
        at = body.end
        while head and (match := _LIST.match(flat.text, at)):
            following = survey.spots.get(match.end())
            if following is None or not following.province or following.start in named:
                break
            yield Body(following.start, following.end, f"{head} {homes.suffix(head, following)}", type=registered.LOCAL)
            at = following.end


def _offices(flat: Flat, read: Iterable[posts.Post]) -> Iterator[Body]:
    """The posts that a body or the State has one of; a role alone is none."""
    last: tuple[int, str] = (-1, "")  # where the post before ends, and its name
    for post in read:
        name = flat.text[post.start : post.end]
        agency = post.agency if post.stated else None
        if post.unique and not post.foreign:
            if post.role in _PRIME_MINISTER:
                name = "Thủ tướng Chính phủ"
            elif post.role.startswith("Phó Thủ tướng"):
                name = "Phó Thủ tướng Chính phủ"
            elif post.role in ("Chủ tịch nước", "Tổng Bí thư"):
                name = post.role
            else:
                continue
        elif not post.stated or post.general:
            continue
        elif _HEADS_BOARD.match(name) and _APPOSED.fullmatch(flat.text, last[0], post.start):
            name = last[1]  # "Thủ tướng Chính phủ - Trưởng Ban Chỉ đạo yêu cầu …": one who holds both
        last = (post.end, name)
        yield Body(post.start, post.end, name, "office", role=post.role, agency=agency)


_HEADS_BOARD = re.compile(r"(?:Phó )?(?:Trưởng [Bb]an|Tổ trưởng|Chủ tịch Ủy ban Quốc gia|Chủ tịch Hội đồng)\b")
_APPOSED = re.compile(r"\s*(?:,|-|–)\s+")


def _past_leading(flat: Flat, found: Iterable[Body]) -> Iterator[Body]:
    """The bodies, groups without the verb before them: "Đảng ủy X lãnh đạo các đoàn thể …" names no leaders."""
    last = -2
    for body in found:
        verb = _LEADS.match(flat.lower, body.start) if body.kind == "group" and body.start == last + 1 else None
        last = body.end
        if verb:
            yield replace(body, start=verb.end(), name=flat.text[verb.end() : body.end])
        else:
            yield body


def _outermost(found: Iterable[Body]) -> list[Body]:
    """The bodies in order without those within another; of two that overlap the earlier."""
    kept: list[Body] = []
    for body in sorted(found, key=lambda body: (body.start, -body.end, body.kind != "office")):
        if not kept or body.start >= kept[-1].end:
            kept.append(body)
    return kept
