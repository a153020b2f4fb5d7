"""Groups without a name of their own, as printed: "các bộ, ngành, địa phương", "UBND các tỉnh, thành phố".

A group goes as far as its nouns and what marks them off ("có liên quan", "trực thuộc Trung ương"); a new "các" begins
another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kg.folding import UPPER
from loaders import tables
from loaders.words import marks
from loaders.words.choices import choice
from loaders.words.clauses import begins_work
from loaders.words.flat import Flat, Pattern, steady

_TRIMMED = re.compile(r"(?:,| của| thuộc| cua| thuoc| và| va| về| ve)+$")
_JOIN = r"(?:, ?và |, ?hoặc |, | và |/| - |-| hoặc |,)"
_LOCAL = (
    r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|tỉnh ủy|thành ủy|văn phòng ubnd|sở|công an|mttq"
    r"|đảng ủy|huyện ủy|quận ủy)"
)
_LEVELS = (
    r"(?:tỉnh/thành phố|tỉnh, ?thành phố|tỉnh và thành phố|tỉnh, ?thành|tỉnh thành|thành phố|tỉnh|quận, ?huyện|"
    r"quận huyện|huyện|quận|thị xã|thị trấn|phường, ?xã|xã, ?phường|phường xã|xã|phường|đặc khu|địa phương|cấp)"
)
_DEPARTMENT = r"(?:sở|cục|chi cục|phòng|trung tâm)"
_BRANCH = (
    r"(?:bảo hiểm xã hội|bhxh|thanh tra|kho bạc nhà nước|viện kiểm sát(?: nhân dân)?|vksnd|tòa án(?: nhân dân)?|tand"
    r"|liên đoàn lao động|hải quan|thi hành án dân sự)"
)
_PLACES = (
    rf"{_LEVELS}(?:{_JOIN}{_LEVELS})*(?: trực thuộc trung ương| thuộc tỉnh| thuộc thành phố| trên địa bàn(?: tỉnh)?)?"
)
_LEADERS = (
    r"(?:(?:các )?(?:đồng chí )?(?:phó )?(?:lãnh đạo|thủ trưởng|người đứng đầu|giám đốc|đại diện|chủ tịch|"
    r"bộ trưởng|thường trực|bí thư|(?:hiệu |viện |cục |vụ |chi cục )?trưởng|chánh văn phòng|chánh án|cán bộ|công chức"
    r"|ban thường vụ|ban chấp hành))"
)
_COUNCIL = r"(?:hội đồng nhân dân|hđnd)"
_DEPUTIES = (  # of a People's Council: "các Ban của HĐND tỉnh", "Tổ đại biểu và đại biểu HĐND tỉnh"
    rf"(?:(?:các |hai |ba )?ban (?:của )?{_COUNCIL}|(?:các )?tổ đại biểu(?: {_COUNCIL})?|(?:các )?đại biểu {_COUNCIL})"
    rf"(?:{_JOIN}(?:các )?đại biểu {_COUNCIL})?(?: (?:tỉnh|thành phố|xã|phường|đặc khu|các cấp))?"
)
_COMMITTEES = (  # of the Party: "các huyện, thành, thị ủy", "các tỉnh ủy, thành ủy"
    r"các (?:tỉnh|huyện|quận|thị|thành)(?:(?: ủy| uỷ)?(?:, ?và |, ?| và )(?:huyện|quận|thị|thành))* (?:ủy|uỷ)"
    r"(?:(?:, | và )(?:các )?đảng (?:ủy|uỷ)(?: trực thuộc(?: trung ương| tỉnh (?:ủy|uỷ)| thành (?:ủy|uỷ)))?)?"
)
_HEADED = r"(?:các )?bộ trưởng(?:, ?| và )(?:các )?thủ trưởng (?:các )?cơ quan ngang bộ"
_OF_GOVERNMENT = r"(?:(?:, | và )(?:(?:các )?thủ trưởng )?(?:các )?cơ quan thuộc chính phủ)?"


@dataclass(frozen=True, slots=True)
class Group:
    """A nameless group in a flat text."""

    start: int
    end: int


_CENTRAL = r"(?: trực thuộc trung ương)?"
_SMALL = r"(?:xã|phường|quận|huyện|thị xã|thị trấn|đặc khu)"
_OF_PLACES = (
    rf"{_LOCAL}(?:(?:, | và |/){_LOCAL})* (?:(?:tất cả )?các (?:{_PLACES}|cấp)|cùng cấp|cấp (?:tỉnh|huyện|xã)|"
    rf"tỉnh(?:, |/| và )thành phố{_CENTRAL}|{_SMALL}(?:(?:, |/| và ){_SMALL})+)"
    rf"(?:(?: |, )(?:cấp (?:tỉnh|huyện|xã)|(?!cấp){_LEVELS}{_CENTRAL}))?{_CENTRAL}"  # "công an các tỉnh cấp thẻ"
)
_MARKED = (
    r"(?:cơ quan|đơn vị|tổ chức|bộ, ngành)(?: (?:khác )?(?:có )?liên quan| ngang bộ| thuộc chính phủ|"
    r" được giao(?: chủ trì)?(?: nhiệm vụ)?| chức năng| có thẩm quyền)(?!\w)"
)


@cache
def _departments() -> Pattern:
    """Departments by their field in small letters, where no name is meant: "các sở y tế"."""
    fields = choice(_phrases("department_fields"), " ")
    return Pattern(rf"(?<!\w)(?:các|mỗi|từng) {_DEPARTMENT} (?:{fields})(?!\w)")


@cache
def _more() -> Pattern:
    """Further nouns of the group behind them: ", trường học"."""
    return Pattern(rf"(?:{_JOIN}(?:các )?(?:{_nouns()})(?!\w))+")


_PROVISION = (
    r"(?:(?:các )?(?:điểm [a-zđ](?:(?:,| và|, và) [a-zđ](?!\w))*|(?:khoản|điều) \d{1,3}|mục (?:\d{1,2}|[ivx]{1,5})"
    r"|phụ lục(?: (?:\d{1,2}|[ivx]{1,5})(?!\w))?)(?: kèm theo| đính kèm)?)(?!\w)"
)
_DOCUMENT_ITSELF = (
    r"(?:điều|quyết định|thông báo|công văn|kế hoạch|chỉ thị|công điện|văn bản|nghị quyết|chương trình|đề án"
    r"|nghị định|thông tư) này(?!\w)"
)
_UNDER_IT = rf"(?:theo|tại|trong) (?:{_PROVISION}(?: (?:của )?{_DOCUMENT_ITSELF})?|{_DOCUMENT_ITSELF})"
_LEADS = r"chủ trì(?: thực hiện| triển khai)?"
_TASKS = rf"(?:các )?nhiệm vụ(?: {_UNDER_IT})?"
_PART = r"(?:(?:chủ trì|phối hợp|(?:làm )?đầu mối)(?: thực hiện| triển khai)?|thực hiện|triển khai)"
_CHARGED = (  # "các đơn vị được giao chủ trì nhiệm vụ", "các sở được phân công phối hợp theo Kế hoạch này"
    rf"(?:được (?:giao|phân công|chỉ định)(?: (?:{_PART} )?(?:{_TASKS}|{_UNDER_IT})| {_LEADS})?|{_LEADS} {_TASKS})"
)
_NAMED_IN = (  # "các địa phương nêu tại điểm c khoản 1 Thông báo này"
    rf" (?:đã )?(?:nêu|nói|quy định|liệt kê) (?:tại|ở|trong) {_PROVISION}(?:(?:,| và|) {_PROVISION}){{0,3}}"
    rf"(?: {_DOCUMENT_ITSELF})?"
)


@cache
def _pattern() -> Pattern:
    noun = rf"(?:{_nouns()})(?!\w)"
    ends = rf"(?: (?:{_CHARGED}|{choice(_phrases('group_ends'), ' ')})(?!\w)){{0,3}}(?:{_NAMED_IN})?"
    plural = rf"(?:tất cả |toàn bộ |toàn thể )?(?:các|những|mọi|từng|mỗi) {noun}(?:{_JOIN}(?:các )?{noun})*{ends}"
    several = (
        rf"(?<!cấp )(?<!của )(?<!của bộ, )(?<!của sở, )(?!(?:tỉnh|huyện|xã|phường|thành phố|cấp|quận)(?:,| và|/))"
        rf"{noun}(?:{_JOIN}{noun})+{ends}"
    )
    fields = choice(_phrases("department_fields"), " ")
    heads_of = rf"(?:các|mỗi|từng) {_DEPARTMENT}:? (?:{fields})(?!\w)(?:(?:, | và |, và )(?:{fields})(?!\w))*"
    fielded = (  # "Sở Y tế các tỉnh, thành phố", "các chi cục thuế khu vực"
        rf"(?:(?:các )?{_DEPARTMENT} (?:{fields}) (?:(?:tất cả )?các (?:{_PLACES}|khu vực)|cấp (?:tỉnh|huyện|xã))"
        rf"|{_BRANCH} (?:(?:tất cả )?các (?:{_PLACES}|khu vực)|cấp (?:tỉnh|huyện)|khu vực(?! (?:\d|[ivx]+(?!\w))))"
        rf"|các {_DEPARTMENT} (?:{fields}) (?:{_PLACES}|khu vực))"
    )
    led = (  # "thủ trưởng các đơn vị", "giám đốc các sở y tế"
        rf"{_LEADERS}(?:(?:, | và |/){_LEADERS}){{0,2}} "
        rf"(?:{fielded}|{_OF_PLACES}|{heads_of}|{plural}|{several}|{_MARKED})"
    )
    one = "|".join(
        (
            fielded,
            _DEPUTIES,
            _COMMITTEES,
            f"{_HEADED}{_OF_GOVERNMENT}",
            r"(?:các )?bộ trưởng(?:, | và |, và )(?:các )?(?:trưởng|thủ trưởng) ngành(?!\w)",
            r"các bộ trưởng(?!\w)",
            led,
            r"(?<=, )thủ trưởng (?:cơ quan|đơn vị)(?=,| và )",
            r"giám đốc sở(?=[,;])",  # "Giám đốc Sở, Thủ trưởng các ban, ngành …"
            f"(?:các )?{_OF_PLACES}",
            plural,
            several,
            _MARKED,
        )
    )
    return Pattern(rf"(?<!\w)(?:{one})(?!\w)")


def _nouns() -> str:
    """The nouns as one alternation, the longest first, none that goes on as another word ("các trường hợp")."""
    others = {steady(word): value.split() for word, value in tables.printed_values("group_not").items()}
    nouns = _phrases("group_nouns")
    follows = {noun: others.get(noun) or others.get(noun.rsplit(" ", 1)[-1]) for noun in nouns}
    after = {noun: rf"(?! (?:{'|'.join(words)})(?!\w))" for noun, words in follows.items() if words}
    return choice(nouns, " ", after)


def _phrases(table: str) -> list[str]:
    return [steady(phrase).lower() for phrase in tables.printed(table)]


_HALVES = frozenset(("công", "dịch", "nghĩa", "nhiệm", "nghiệp", "phục", "chức", "đặc", "học", "thời", "tạp"))


def _in_word(flat: Flat, start: int) -> bool:
    """Whether what can begin a group is the end of another word: "Bộ Công an và UBND các tỉnh", "công vụ, cá nhân"."""
    if flat.lower.startswith("vụ", start):
        return flat.lower[max(0, start - 12) : start].rpartition(" ")[0].rpartition(" ")[2] in _HALVES
    if flat.lower.startswith("thanh tra ", start) and flat.text[start].islower():
        return True  # "… phối hợp thanh tra các tỉnh": a verb
    return flat.lower[start - 3 : start] == "bộ " and flat.lower.startswith("công an", start)


_LAST = re.compile(r"(?:, ?| và |/| - |-| hoặc )(?=[^,/-]*$)")


def _without_named(flat: Flat, start: int, end: int) -> int:
    """Where the group ends when its last noun is the head of a named body ("các bộ, ngành, Bộ Công an")."""
    following = flat.text[end : end + 2]
    if len(following) < 2 or following[0] != " " or not following[1].isupper():
        return end
    last = _LAST.search(flat.text[start:end])
    if last is None:
        return start if flat.text[start].isupper() and flat.lower[start] not in "cnmt" else end
    if flat.text[start + last.end()].isupper():
        end = start + last.start()
        return end if " " in flat.text[start:end] or "," in flat.text[start:end] else start
    return end


_NEXT_FIELD = re.compile(rf"(?:, | và |/)[{UPPER}]")


_GIVEN = re.compile(r" duoc (?:giao|phan cong|chi dinh)(?: (?:chu tri|nhiem vu))?")
_OWES = re.compile(  # a group that is told by it does something else: "Các đơn vị được giao soạn thảo có trách nhiệm …"
    r" (?:khan truong|nghiem tuc|chu dong|tich cuc|kip thoi|tap trung|va|thi|da|dang|chua|se)\b"
    r"|[^,.;:\n]*?(?: (?:co trach nhiem|chiu trach nhiem|phai|can)\b|:)"
)
_CLAUSE = re.compile(r"(?:; |\d, )$")  # "Trong tháng 8/2026, các sở …"
_HELPED = re.compile(r", (?:va )?phoi hop ")


def _without_given(flat: Flat, start: int, end: int) -> int:
    """Where a group at the head of a clause ends before what it is given to do: "Các sở được giao rà soát …"."""
    heads = flat.text[start].isupper() or _CLAUSE.search(flat.folded, max(0, start - 24), start) is not None
    at = flat.folded.rfind(" duoc ", start, end) if heads else -1
    if at < 0 or not _GIVEN.fullmatch(flat.folded, at, end) or _OWES.match(flat.folded, end):
        return end  # "chuyển cho đơn vị được giao xử lý": which one
    works = _HELPED.match(flat.folded, end) or begins_work(flat.folded, end + 1, len(flat.folded))
    return at if works else end


def _is_of_all(flat: Flat, start: int, end: int) -> bool:
    """Whether departments are those of all places, no list of one's own: "các phòng Tư pháp", "các sở y tế"."""
    if flat.text[start + 1 : end].islower():
        return True
    listed = _NEXT_FIELD.match(flat.text, end) is not None
    return flat.lower.startswith("các phòng ", start) and not listed


def find(flat: Flat) -> tuple[Group, ...]:
    """The groups, in order; none within another."""
    found: list[Group] = []
    after = 0
    for start, _, _ in marks.find(flat)[marks.GROUPS]:
        if start < after:
            continue
        match = None if _in_word(flat, start) else _pattern().match(flat, start)
        small = _departments().match(flat, start) if match else None
        if match:
            end = _without_given(flat, start, _without_named(flat, start, match.end()))
            if small and small.end() > end and _is_of_all(flat, start, small.end()):
                end = small.end()
                more = _more().match(flat, end)
                end = more.end() if more and flat.text[end : more.end()].islower() else end
            if end > start:
                found.append(Group(start, end))
                after = end
    return tuple(found)


def outside(flat: Flat, found: Iterable[Group], bodies: Iterable[tuple[int, int]]) -> list[Group]:
    """The groups without what belongs to a named body that begins within them; both are in order."""
    kept = []
    named = list(bodies)
    whole = frozenset(named)
    position = 0
    for group in found:
        while position < len(named) and named[position][1] <= group.start:
            position += 1
        end = group.end
        for start, stop in named[position:]:
            if start >= group.end:
                break
            if start < group.start:
                end = group.start
            elif stop > group.end:
                end = start
        end = group.start + len(_TRIMMED.sub("", flat.text[group.start : end].rstrip()))
        if (group.start, end) in whole:
            continue  # "Ban Thường vụ Thành ủy, Sở Nội vụ": two bodies
        if end > group.start and (end == group.end or " " in flat.text[group.start : end]):
            kept.append(Group(group.start, end))
    return kept
