"""Who holds which post in a text: posts and names brought together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.folding import UPPER
from loaders.agencies import letterheads, registered
from loaders.layout import letterhead
from loaders.officials import appointments, brands, delegates, persons, rosters, seats, titled
from loaders.officials.completed import join_misprints, tell_agencies, tell_committees
from loaders.officials.tenures import TENURE, Held, Person, Title
from loaders.reading import Reading
from loaders.words import marks
from loaders.words.flat import Flat, fold_name, steady

_IS = re.compile(  # "Tổng giám đốc là Lê Văn An", "Bộ trưởng lúc đó là ông …"
    rf"(?: (?:{TENURE}))?(?: của (?:Bộ|Sở|Cục|tỉnh|thành phố|Thành phố))?(?: (?:{TENURE}))? là "
    rf"(?=(?:ông |bà |đồng chí )?[{UPPER}])"
)
_AFTER = re.compile(r" - | – | (?:\([^()\n]{1,30}\) )?|, ?|: ?|\. ")
_SIGNED = re.compile(r"[\s|*_.]*(?:[\[(][^\]\n)]{0,30}[\])])?[\s|*_.]*")
_BEFORE = re.compile(r"(?:, | - | – |- | \(|\. |: |, (?:hiện )?là | là )(?:hiện là |nguyên là |hiện )?$")
_CHAIN = re.compile(r"(?:,? kiêm |, | và | - |; )(?:kiêm |đồng thời là |đồng thời |(?:nay|hiện|hiện nay) là )?")
_BULLET = re.compile(r"(?:\[[^\]\n]{1,30}\])?\W*(?:\d{1,2}\W+)?(?:(?:ông|bà|đồng chí|Ông|Bà|Đồng chí) )?")
_ACTS = re.compile(r" (?:làm|giữ chức|lam) ")  # "… và Bộ trưởng Bộ Công an làm Phó Trưởng ban" begins another
_CITED = re.compile(r"\b(?:cua|boi) $")
_GIVEN = re.compile(r"(?:làm|giữ chức(?: vụ| danh)?|lam|giu chuc(?: vu| danh)?) $")
_ACRONYM = re.compile(rf" [{UPPER}]{{3,}}$")
_MET = re.compile(
    r"\b(?:hop|lam viec|gap|trao doi)(?: (?!cua)[a-z]+){0,2} voi $"
)  # "tại cuộc họp với Phó Thủ tướng, Thống đốc …"
_JOINED = re.compile(r",? kiêm |, (?:kiêm )?| [-–] (?:kiêm )?")
_PLURAL = re.compile(
    r"\b(?:cac|nhung|moi|mot|lam|chuc|chuc danh|nhiem ky|tung|tu cach|bau|giu|hai|nhieu|vai tro|cap|nguyen|cuu|"
    r"cac dong chi) $"
)
_SYLLABLES_BEFORE = re.compile(rf"(?<= )(?:[{UPPER}][^\W\d_{UPPER}]* ){{1,3}}\Z")
_ENDS = re.compile(r"[,.;)\n|]|$| [-–]")
_GOES_ON = re.compile(rf" [^\W\d_{UPPER}]")
_HEADS_TOO = ("Thủ tướng", "Phó Thủ tướng", "Chủ tịch nước")  # who holds these heads committees and boards as well
_HEADED = ("Chủ tịch", "Phó Chủ tịch", "Trưởng ban", "Phó Trưởng ban")


class Search:
    """One flat text with its posts, the names in it, and who holds what."""

    def __init__(self, reading: Reading, flat: Flat) -> None:
        self.reading = reading
        self.flat = flat
        self.official = "letterhead" in flat.roles
        self.persons: dict[str, Person] = {}
        self.honorifics = {start: end for start, end, _ in marks.find(flat)[marks.HONORIFICS]}
        self.honorific_ends = {end: start for start, end in self.honorifics.items()}
        self.ends: dict[int, int] = {}
        for start, end in persons.scan(flat):
            self.ends.setdefault(end, self._begin(start))
        self.bodies: dict[int, str] = {}
        self.body_ends: dict[int, int] = {}
        for start, end, mention in titled.placed(self):
            if mention.kind == "agency":
                self.bodies[start], self.body_ends[start] = mention.name, end
        self._body_starts = sorted(self.bodies)
        self.titles = sorted(titled.read(self), key=lambda title: title.start)
        self._posts = frozenset(title.start for title in self.titles)
        self.found: list[Held] = []

    def run(self) -> None:
        """Finds the mentions that have a post and its holder side by side; persons and `found` are complete then."""
        for index, title in enumerate(self.titles):
            if not appointments.made(self, title) and not self._name_after(title):
                self._name_before(title, self.titles[index - 1] if index else None)
        for title, following in reversed(list(zip(self.titles, self.titles[1:], strict=False))):
            if title.person is None and following.person and self._signs_too(title, following):
                self.give(title, following.person, title.start, title.end)
                continue
            met = _MET.search(self.flat.folded, max(0, title.start - 40), title.start)
            lone = title.person is None and not title.general and not met
            if lone and following.after and following.person and _may_share(title, following):
                joined = _JOINED.fullmatch(self.flat.text, title.end, following.start)
                if joined and not self.is_plural(title) and title.foreign == following.foreign:
                    self.give(title, following.person, title.start, title.end)
        appointments.leaders(self)
        delegates.find(self)
        rosters.complete(self)
        join_misprints(self)
        tell_agencies(self)
        tell_committees(self)

    def _begin(self, start: int) -> int:
        """Where a name begins of which a later syllable looks like a family name: "ông Kao Kim Hourn"."""
        before = _SYLLABLES_BEFORE.search(self.flat.text, max(0, start - 30), start)
        return before.start() if before and before.start() - 1 in self.honorific_ends else start

    # ── posts ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _signed(self, title: Title) -> bool:
        """Whether the post stands in capitals in the block of signatures."""
        role = self.flat.roles[self.flat.line(title.start)]
        if role in ("title", "heading") or not self.official:
            return False
        return self.flat.text[title.start : title.end].isupper()

    def _signs_too(self, title: Title, following: Title) -> bool:
        """Whether who signs does so in two posts, one under the other: not in "KT. TRƯỞNG BAN", whose deputy signs."""
        begin = self.flat.border(self.flat.line(title.start))[0]
        return (
            following.after
            and self._signed(title)
            and self._signed(following)
            and not self.flat.text[begin : title.start].strip()
            and not self.flat.text[title.end : following.start].strip()
        )

    def bodies_in(self, begin: int, stop: int) -> list[tuple[int, str]]:
        """The bodies that begin in a stretch, in order."""
        first, last = bisect_left(self._body_starts, begin), bisect_left(self._body_starts, stop)
        return [(start, self.bodies[start]) for start in self._body_starts[first:last]]

    def bodies_before(self, stop: int) -> Iterator[tuple[int, str]]:
        """The bodies that begin before a place, the nearest first."""
        for index in range(bisect_left(self._body_starts, stop) - 1, -1, -1):
            yield self._body_starts[index], self.bodies[self._body_starts[index]]

    def is_plural(self, title: Title) -> bool:
        """Whether several holders are meant, or the post as such ("các Bộ trưởng", "chức Bộ trưởng")."""
        return _PLURAL.search(self.flat.folded, max(0, title.start - 14), title.start) is not None

    def ranked(self, start: int) -> int:
        """Where a name begins whose forms of address, ranks and degrees begin at a position."""
        while start in self.honorifics:
            start = self.honorifics[start]
            start += self.flat.text[start : start + 1] == " "
        return start

    # ── names beside posts ───────────────────────────────────────────────────────────────────────────────────────────

    def _name_after(self, title: Title) -> bool:
        """Finds the holder in what follows: "Bộ trưởng Bộ Công an, Đại tướng Tô Lâm"."""
        flat = self.flat
        signed = self._signed(title)
        gap = _SIGNED.match(flat.text, title.end) if signed else None
        gap = gap or _IS.match(flat.text, title.end) or _AFTER.match(flat.text, title.end)
        if gap is None or (self.is_plural(title) and not signed) or (title.general and not title.stated):
            return False
        if gap.group() == " " and title.agency and (above := self.body_ends.get(gap.end())):
            gap = _AFTER.match(flat.text, above)  # "Trưởng phòng X Sở Y Lê Văn An": of what it is a part
            if gap is None:
                return False
        start = gap.end()
        ranked = self.ranked(start)
        end = None
        if gap.group().endswith("là "):
            end = persons.any_name(flat, ranked) if title.foreign else persons.vietnamese(flat, ranked)
        elif signed or gap.group() == " " or gap.group().endswith(") "):
            end = persons.any_name(flat, ranked)
            if end is None and signed:
                ranked, end = self._beside_recipients(title)
            if end is None and title.foreign and gap.group() == " ":
                end = persons.syllables(flat, ranked)  # "Chủ tịch Trung Quốc Tập Cận Bình"
            apposed = self._apposed(title) if end and persons.vietnamese(flat, ranked) is None else None
            if apposed and not any(held.end == apposed[1] for held in self.found[-1:]):
                end = None  # "ông Phan Đức Lộc, tổng giám đốc Vietnam Airlines"
        elif ranked > start and gap.group() == ": " and not title.stated:  # "Trưởng ban: ông …"
            end = persons.vietnamese(flat, ranked)
            title.agency = title.agency or (seats.headed(self, title) if end else None)
        elif ranked > start:
            addressed = flat.folded.startswith(("ong ", "ba ", "anh ", "chi "), start)
            cited = _CITED.search(flat.folded, max(0, title.start - 6), title.start)
            if addressed and (self._apposed(title) or (cited and self._has_own_post(ranked))):
                return False  # "ông A - Chủ tịch X, ông B, Giám đốc Y", "theo đề nghị của Chủ tịch X, ông B, …"
            if not addressed or (title.stated and title.agency != "Chính phủ"):
                end = persons.vietnamese(flat, ranked) or persons.any_name(flat, ranked)
        elif gap.group() in (" - ", " – ", ": ") and (gap.group() == ": " or self._apposed(title) is None):
            end = persons.vietnamese(flat, start)
            if end and not (_ENDS.match(flat.text, end) or rosters.says(flat, end) or self._acts(title, end)):
                end = None
        if end is None and gap.group() == " " and not title.stated and not title.agency:
            ranked, end = brands.before_name(flat, title) or (ranked, None)
        if end is None or self._is_place(ranked, end):
            return False
        if title.agency is None and gap.group().endswith("là "):
            title.agency = seats.spoken_of(self, title)
        if title.agency is None and flat.text.startswith(" (", end):  # "Thứ trưởng Lê Văn An (Bộ Y tế)"
            title.agency = seats.body_for(title.role, self.bodies.get(end + 2))
        title.after = True
        self.give(title, self.person(ranked, end), title.start, end)
        return True

    def _beside_recipients(self, title: Title) -> tuple[int, int | None]:
        """The name below a post, where lines of recipients, "- Lưu: VT.", stand in the column beside both."""
        flat = self.flat
        for line in range(flat.line(title.start) + 1, len(flat.roles)):
            begin, stop = flat.border(line)
            if flat.roles[line] not in ("recipients", "signature"):
                break
            begin = max(begin, flat.text.rfind("\n", begin, stop) + 1)  # the cell on the right
            if not flat.text.startswith(("-", "(", "["), begin):  # "(đã ký)"
                return begin, stop if persons.vietnamese(flat, begin) == stop else None
        return title.end, None

    def _acts(self, title: Title, end: int) -> bool:
        """Whether the clause goes on after a name that a dash joins to a post: "Chủ tịch Ủy ban … - Lê An chủ trì"."""
        return title.stated and _GOES_ON.match(self.flat.text, end) is not None

    def _is_place(self, start: int, end: int) -> bool:
        """Whether the capitals name a country or a body, not a person."""
        words = self.flat.folded[start:end]
        printed = self.flat.text[start:end]
        return (
            (_ACRONYM.search(printed) is not None and not printed.isupper())  # "TGĐ Cổng TTĐT"
            or words.startswith(("viet nam", "ha noi", "hoa ky", "trung quoc", "nhat ban", "han quoc"))
            or " " not in words
        )

    def _apposed(self, title: Title) -> tuple[int, int] | None:
        """The name beside which the post stands: "ông Đỗ Công Anh, Phó Cục trưởng …"."""
        gap = _BEFORE.search(self.flat.text, max(0, title.start - 22), title.start)
        if gap is None or gap.group() == ". " or self.is_plural(title):
            return None
        end = gap.start()
        start = self.ends.get(end)
        start = self._foreign_before(end) if start is None else start
        if start is None or (gap.group().startswith(":") and not self._is_entry(start, title.end)):
            return None
        return start, end

    def _is_entry(self, start: int, end: int) -> bool:
        """Whether an entry of a list opens with the name and goes on with posts alone: "- Lê Văn An: nguyên …"."""
        begin = self.flat.border(self.flat.line(start))[0]
        return _BULLET.fullmatch(self.flat.text, begin, start) is not None and (
            _ENDS.match(self.flat.text, end) is not None or self.flat.text[end : end + 2] == " ("
        )

    def _name_before(self, title: Title, previous: Title | None) -> None:
        """Finds the holder in what stands before, also where a further post follows the first."""
        flat = self.flat
        if title.general and not title.stated:
            return
        name = self._apposed(title)
        if name:
            titled = previous is not None and previous.after and previous.start < name[0] <= previous.end + 40
            if titled and not title.stated and not _ENDS.match(flat.text, title.end):
                return
            brands.after(flat, title)
            if title.agency is None and self.flat.text.startswith(" là ", name[1]):
                title.agency = seats.spoken_of(self, title)
            self.give(title, self.person(*name), title.start if titled else name[0], title.end)
        elif (
            previous
            and previous.person
            and not previous.after
            and _CHAIN.fullmatch(flat.text, previous.end, title.start)
            and (not _ACTS.match(flat.text, title.end) or self._adds(previous, title))
            and not persons.coined(flat, title.end + 1)  # "…; Thứ trưởng Bộ … Lào Sonexay" is another
        ):
            self.give(title, previous.person, title.start, title.end)

    def _has_own_post(self, start: int) -> bool:
        """Whether a name is followed by a post of its own: "ông Lê Văn An, Giám đốc …"."""
        end = persons.vietnamese(self.flat, start)
        gap = _AFTER.match(self.flat.text, end) if end else None
        return gap is not None and gap.end() in self._posts

    def _adds(self, previous: Title, title: Title) -> bool:
        """Whether a comma alone joins a post to one told of a name, before the post that the person is given."""
        made = _GIVEN.search(self.flat.lower, max(0, previous.start - 20), previous.start)
        return made is None and self.flat.text[previous.end : title.start] == ", "

    def _foreign_before(self, end: int) -> int | None:
        """Where a foreign name that ends here begins; only a form of address shows it to be one."""
        begin = max(0, end - 40)
        for at in range(end - 3, begin, -1):
            if (
                at in self.honorific_ends
                and self.flat.text[at : at + 1] == " "
                and persons.any_name(self.flat, at + 1) == end
            ):
                return at + 1
        return None

    def person(self, start: int, end: int) -> Person:
        """The person whose name stands there; one who is named already where the names differ in capitals alone."""
        name = steady(self.flat.text[start:end])
        if name.isupper():
            name = " ".join(word.capitalize() for word in name.split())
        key = name.lower()
        if key not in self.persons and not self.flat.accented[self.flat.line(start)]:
            key = next((known for known in self.persons if fold_name(known) == fold_name(key)), key)
        return self.persons.setdefault(key, Person(name))

    def give(self, title: Title, person: Person, start: int, end: int) -> None:
        """Notes who holds a post, told at `start`–`end`; one who signs holds it in the body that issues."""
        title.person = person
        agency = title.agency
        if agency is None and self._signed(title):
            agency = self._issuer(seats.board_heads(title.role))
            if agency and "chanh van phong" in fold_name(title.role) and not agency.startswith("Văn phòng"):
                office = registered.named(f"Văn phòng {agency}")
                agency = office.value if office else f"Văn phòng {agency}"
        person.holds(title.role, agency)
        self.found.append(Held(start, end, person, title.role, agency))

    def _issuer(self, heads: tuple[str, ...]) -> str | None:
        """The body in whose name a document's own text speaks; of a board's head (`heads`) the board alone."""
        names = []
        for mention in self.reading.agencies:
            at = self.flat.at(mention.start)
            if at is None or self.flat.roles[self.flat.line(at)] != "letterhead" or mention.kind == "group":
                continue
            if mention.kind == "agency" or mention.agency:
                names.append(mention.agency or mention.name)
        boards = [name for name in names if heads and fold_name(name).startswith(heads)]
        if heads:
            return boards[-1] if boards else None
        if not names:
            return None
        name = letterhead.issuing(names)
        head = letterhead.find(self.reading.source, self.reading.folded)
        return (letterheads.lower(self.reading, head.number[0], name) if head else None) or name


def _may_share(title: Title, following: Title) -> bool:
    """Whether one person may hold two posts that stand side by side: a Prime Minister no ministry, but a committee."""
    return title.role not in _HEADS_TOO or following.role in _HEADED or title.role == "Phó Thủ tướng"
