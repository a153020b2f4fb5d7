"""How the name of a body goes on after its head, and where it ends.

Nothing marks the end. A name begins with a capital, goes on in small letters, and ends at punctuation, at a word that
begins the sentence's verb (tables/name_ends.txt), or where another body, person, place or post begins. Words that are
both, "đầu tư", go on with it where they stand in a phrase of tables/name_keeps.txt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from loaders.agencies import boards, known, name_closes, whole_names
from loaders.agencies.bodies import Head
from loaders.agencies.name_words import LETTERS, NameWords, objects, verbs
from loaders.words.abbreviations import spell_out
from loaders.words.flat import Flat, fold_name

_WORD = re.compile(r"(?P<gap>, | [-–—] | & | |/|-)(?P<word>[^\W_][\w.&]*[\w&]|[^\W_])")
_NO_VERB = frozenset(("Tổ chức", "Hội", "Quỹ"))  # a verb behind these is no part of a name
_LINKS = ("va", "&")
_DASHES = (" - ", " – ", " — ")
_MOST = 26  # words in a name
_LIST = re.compile(r"(?:, [^\W_][\w&]*(?: [^\W_][\w&]*){0,5}(?: \([A-ZĐ][\w&.-]{1,9}\))?){1,4},? (?:và|va|&) ")
_OVER_HEAD = re.compile(  # "Bệnh viện Đại học Y …", "Hiệp hội Ngân hàng Việt Nam" are one name
    r"benh vien (?:truong )?dai hoc [a-z]|(?:hiep hoi|(?:truong )?dai hoc|cong doan|cau lac bo) ngan hang\b"
    r"|(?:dai su quan|tong lanh su quan) [a-z]"
)
_OF_OFFICES = frozenset(("nha",))
_NUMBERED = frozenset(("quan khu", "binh doan", "quan doan", "bo tu lenh"))  # "Quân khu 7"
_ORDINAL = re.compile(r" \d{1,3}(?![\w/-]|[.,]\d)")
_CODE = re.compile(r" [A-ZĐ]{2,} $")
_ACRONYM = re.compile(r" ?\((?:sau đây gọi tắt là |gọi tắt là |viết tắt là )?[A-ZĐ][A-Za-zĐđ&.-]{1,12}\)")
_REGION = re.compile(r"(?:dong|nam|bac|tay|trung|dong nam|chau) (?:a|au|phi|my|dai duong)\b|thai binh duong\b")
_BY_FIELD = ("centre", "society", "firm", "local")  # rules under which small letters may come first


class _Word(NamedTuple):
    """A word of the text with what stands before it."""

    gap: str
    start: int
    end: int
    lower: str
    plain: str
    upper: bool
    digit: bool


class Tails:
    """The names of bodies in one flat text.

    `other` says whether another body, place, person or post begins at a position, `at_place` whether a place does.
    `alone` are the names that fill a line of their own (`name_closes.printed_alone`).
    """

    def __init__(
        self,
        flat: Flat,
        other: Callable[[int], bool],
        at_place: Callable[[int], bool],
        alone: Sequence[str] = (),
    ) -> None:
        self.flat = flat
        self.other = other
        self.at_place = at_place
        self._words = NameWords(flat)
        self._alone = alone
        self._firm = False  # whether the name being read is a firm's

    def end(self, head: Head, *, small: bool = False) -> int | None:
        """Where the name ends that goes on after `head`; None where no name follows.

        `small` allows a name without a capital, since a post stands before it ("vụ trưởng Vụ thanh toán").
        """
        if head.rule == "press":
            return None
        whole = whole_names.end(self.flat, head)
        if whole is not None:
            return whole
        level = boards.OF_LEVEL.match(self.flat.folded, head.end) if head.rule == "board" else None
        head = replace(head, end=level.end()) if level else head
        stop = self.flat.border(self.flat.line(head.start))[1]
        for name in self._alone:
            stops = not self.flat.text[head.start + len(name) :][:1].isalpha()
            if stops and self.flat.text.startswith(name, head.start, stop):
                return head.start + len(name)
        first = self._word(head.end, stop)
        if first is not None and first.plain in _LINKS:
            return None  # "Hợp tác xã và Tổ hợp tác"
        of_office = fold_name(head.name) in _OF_OFFICES  # "Nha Tổng Giám đốc …"
        if (
            first is None
            or first.gap != " "
            or (
                self.other(first.start)
                and head.rule != "firm"
                and not of_office
                and not _OVER_HEAD.match(self.flat.folded, head.start)
            )
        ):
            return None
        free = False  # verbs are part of the name: the field of a board
        counted = head.rule == "board" or fold_name(head.name) in _NUMBERED
        ordinal = boards.BY_NUMBER if head.rule == "board" else _ORDINAL
        numbered = ordinal.match(self.flat.folded, head.end) if counted else None
        if numbered and not boards.COUNTED.match(self.flat.text, numbered.end()):
            return numbered.end()
        if not first.upper and not (head.rule == "board" and first.plain == "ve"):
            if head.rule == "board" and boards.BOARD_FIELDS.match(self.flat.folded, head.end):
                free = True
            elif boards.MANAGING.match(self.flat.folded, head.start) and boards.MANAGED.match(
                self.flat.folded, head.end
            ):
                pass  # "Ban Quản lý các khu công nghiệp"
            elif not small or self._words.ends(first.start, first.lower):
                return self._to_proper(head, stop) if head.rule in _BY_FIELD else None
        end = self._run(head, first, stop, free)
        if (
            not first.upper
            and boards.MANAGING.match(self.flat.folded, head.start)
            and self.flat.text.count(" ", head.end, end) < 3
        ):
            return None  # "Ban Quản lý dự án": any
        while self.flat.folded[head.end : end].endswith((" ve", " va", ",")):
            end = self.flat.text.rfind(" ", head.end, end)
        end = name_closes.before_telling(self.flat, head, end)
        return end if end > head.end else None

    def _run(self, head: Head, first: _Word, stop: int, free: bool) -> int:
        """Where the name ends whose first word is given."""
        board = head.rule == "board"
        self._firm = head.rule == "firm"
        word: _Word | None = first
        at = end = head.end
        opening = self._opening(head, first)
        said: int | None = -1  # where the phrase ends that is that verb's object
        for count in range(_MOST):
            if word is None or (count and self.other(word.start)):
                break
            if word.gap == " " and word.plain in _LINKS:
                if not count or (
                    not (managed := boards.managed_too(self.flat, head.start, word.end))
                    and not self._joins(word, stop, free)
                ):
                    break
                at = managed or word.end
            elif word.gap == " " and word.plain == "ve" and board:
                if boards.NOT_ABOUT.match(self.flat.folded, word.end):
                    break
                free = True
                at = end = word.end
            else:
                if at == opening:
                    said = self._object(word, at)
                    if said is None:
                        break
                elif (
                    count
                    and word.end > max(said or -1, opening or -1)
                    and not self._goes_on(word, at, stop, free, board)
                ):
                    break
                coded = word.gap == "-" and self.flat.text[at - 1].isupper()  # "phòng, chống dịch COVID-19"
                if word.digit and not (("." in word.lower) or coded or (board and not count)):
                    break
                if board and word.plain == "quyet" and (number := boards.RESOLUTION.match(self.flat.text, word.end)):
                    return name_closes.with_field_too(self.flat, number.end())
                if count and word.upper and word.gap == " " and (land := name_closes.country(self.flat, at, head)):
                    return land
                at = end = word.end
                if word.digit and count:
                    break
                if board and (short := boards.SHORT.match(self.flat.text, at)):
                    at = short.end()  # "… khoa học - công nghệ (KH-CN), đổi mới sáng tạo"
                if board and word.plain == "an" and (number := boards.PROJECT.match(self.flat.text, end)):
                    return name_closes.with_field_too(self.flat, number.end())
            word = self._word(at, stop)
        return end

    def _opening(self, head: Head, first: _Word) -> int | None:
        """Where the verb ends that the name opens with, which has to have an object: "Vụ Quản lý doanh nghiệp"."""
        if boards.MANAGING.match(self.flat.folded, head.start):
            project = boards.PROJECTS.match(self.flat.folded, head.end)
            return project.end() if project else None
        return self._opening_verb(first)

    def _opening_verb(self, first: _Word) -> int | None:
        lower = self.flat.lower
        second = LETTERS.match(lower, first.end + 1) if lower[first.end : first.end + 1] == " " else None
        if second is None or self.flat.text[first.end + 1].isupper():
            return None
        said = f"{first.lower} {second.group()}"
        return second.end() if said in verbs() else None

    def _object(self, word: _Word, at: int) -> int | None:
        """Where a word ends, or the two, that may be the object of the verb that a name opens with; None for others."""
        if word.gap in (", ", *_DASHES) and not word.upper:
            return word.end if self._words.is_spanned(at) else None
        second = LETTERS.match(self.flat.lower, word.end + 1)
        if second is not None and f"{word.lower} {second.group()}" in objects():
            return second.end()
        ends = self._words.closes(word.start, word.lower)
        return None if ends and word.lower not in objects() else word.end

    def _goes_on(self, word: _Word, at: int, stop: int, free: bool, board: bool) -> bool:
        """Whether a word after the first is part of the name."""
        if word.gap in ("/", "-"):
            return word.upper or (word.digit and self.flat.text[at - 1].isupper())
        if word.gap in _DASHES and not word.upper and self._words.is_spanned(at):
            return True  # "khoa học - công nghệ"
        if word.gap in _DASHES:
            # "Phòng Kế hoạch - Tổng hợp", where the second half is a verb elsewhere
            return word.upper and (self._words.is_spanned(at) or not self._words.ends(word.start, word.lower))
        if word.gap == ", " and self._words.is_spanned(at):
            return True
        if word.gap == ", " and not self._listed(at, stop, free or not word.upper):
            return False
        if word.upper or not self._words.ends(word.start, word.lower):
            return True
        if board and word.plain == "nganh" and (field := self._word(word.end, stop)) and field.upper:
            return not self.other(field.start)  # "Hội đồng Khoa học ngành Thủy sản"
        return (free and word.plain in boards.FIELD_VERBS) or self._words.is_kept(word.start)

    def _joins(self, link: _Word, stop: int, free: bool) -> bool:
        """Whether the name goes on after "và"."""
        word = self._word(link.end, stop)
        if word is None or word.gap != " " or self.other(word.start):
            return False
        code = _CODE.search(self.flat.text, link.start - 14, link.start)
        if (
            code
            and spell_out(code.group().strip(), {}) == code.group().strip()
            and not _REGION.match(self.flat.folded, word.start)
        ):
            return False  # "… APEC và Đối thoại …", but "… ASEAN và Đông Á"
        if free and boards.SCHEME_TOO.match(self.flat.folded, word.start):
            return True
        if word.upper:
            return not (
                self._firm
                and name_closes.coined(self.flat.text, word.start)
                and name_closes.coined_before(self.flat.text, link.start)
            )
        if self._words.closes(word.start, word.lower):
            return False
        return free or self._is_short_field(word.start, stop)

    def _word(self, at: int, stop: int) -> _Word | None:
        match = _WORD.match(self.flat.text, at, stop)
        if match is None:
            return None
        start, end = match.span("word")
        printed = match["word"]
        lower, plain = self.flat.lower[start:end], self.flat.folded[start:end]
        return _Word(match["gap"], start, end, lower, plain, printed[0].isupper(), printed[0].isdigit())

    def _listed(self, at: int, stop: int, small: bool) -> bool:
        """Whether the commas from here on list parts of one name: ", Thể thao và Du lịch"."""
        flat = self.flat
        match = _LIST.match(flat.text, at, stop)
        if not match or (not small and match.group()[2].islower() and not flat.text[at - 1].islower()):
            return False
        for letters in LETTERS.finditer(flat.lower, match.start(), stop):
            start, word = letters.start(), letters.group()
            if len(word) > 2 and flat.text[start : letters.end()].isupper() and flat.text[start - 2 : start] == ", ":
                return False  # an abbreviation of its own: "…, WHO, UNICEF và …"
            other, upper = self.other(start), flat.text[start].isupper()
            verb = not upper and self._words.closes(start, word)
            if start >= match.end():
                return not other and not verb
            if flat.folded[start : letters.end()] in _LINKS:
                continue
            if other or (verb and not (small and flat.folded[start : letters.end()] in boards.FIELD_VERBS)):
                return False
        return False

    def _is_short_field(self, start: int, stop: int) -> bool:
        """Whether a short phrase follows that punctuation or a verb closes: "và công nghệ", not a clause."""
        at = start
        for _ in range(6):
            word = LETTERS.match(self.flat.lower, at, stop)
            if word is None or self.other(at):
                return True
            if at > start and self._words.closes(at, word.group()):
                return True
            linked = self.flat.folded[at : word.end()] in _LINKS
            at = word.end()
            if linked and self.other(at + 1):
                return True  # "… và thị trường bất động sản và Giám đốc Trung tâm …"
            if at >= stop or self.flat.text[at] != " ":
                return True
            at += 1
        return False

    # ── names in small letters ───────────────────────────────────────────────────────────────────────────────────────

    def _to_proper(self, head: Head, stop: int) -> int | None:
        """The end of a name in small letters that a proper name, a place or an acronym in brackets closes."""
        at, opened = head.end, False
        for count in range(9):
            word = self._word(at, stop)
            if word is None or word.gap not in (" ", ", "):
                break
            if self.other(word.start):
                if self.at_place(word.start) and count > 1 and word.gap == " ":
                    return at
                break
            if word.upper:
                if opened and head.name == "Cơ quan" and known.country_at(self.flat, at) is None:
                    return None  # "Cơ quan quản lý nhà nước về Dược": any
                return self._proper_end(word, stop)
            if word.plain not in _LINKS and self._words.closes(word.start, word.lower):
                if count or head.name in _NO_VERB or self._opening_verb(word) is None:
                    return None
                opened = True
            at = word.end
        else:
            count = 9
        return at if count > 1 and _ACRONYM.match(self.flat.text, at, stop) else None

    def _proper_end(self, word: _Word, stop: int) -> int:
        end = word.end
        while (following := self._word(end, stop)) and following.upper:
            if following.gap not in (" ", " - ", "-") or self.other(following.start):
                break
            end = following.end
        return end
