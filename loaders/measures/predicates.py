"""The indicator stands before its value: "tỷ lệ hồ sơ trực tuyến đạt 45%", "tăng 14% so với năm 2019"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.folding import fold
from loaders.measures import bearer_rows, sums
from loaders.measures.counting import counted
from loaders.measures.links import Link
from loaders.measures.parts import of_part
from loaders.measures.ranks import CLIMBED, as_rank
from loaders.measures.statements import Context, Statement, joined, lowered
from loaders.measures.stretches import Clause
from loaders.measures.sums import is_money
from loaders.reading import Number
from loaders.words import compounds
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence

PLAN = re.compile(r"\s*(?:muc tieu|ke hoach|du toan|chi tieu|kich ban|dinh muc)\b")
_THAN = re.compile(r"\s*so\s+voi\b")
_GOES_ON = re.compile(r"\s+va\s+(?:duoc|da|dang|se|dat|xep|dung|la|vuot|vuon|nam|tro thanh|tang|giam|cao|thap)\b")
_MEAN = re.compile(r"(?:muc\s+|con so\s+)?(?:trung binh|binh quan)\b")
_MEAN_TOLD = re.compile(rf"(?:(?:cao|thap|nhieu|it|lon|nho) hon|vuot)\s+{_MEAN.pattern}")  # "cao hơn mức … là 0,6"
_LESS = re.compile(r"^(?:(?:cao|thấp|nhiều|ít|lớn|nhỏ|thap|nhieu|it|lon|nho) hơn |vượt )?(?:mức |con số )?")
_PART = Pattern(r"(?:của|đối với|trong|khối|mức(?! độ)|mức độ(?= \d)|cấp|ở|tại|khu vực|nhóm|vùng(?! phủ)|quý|riêng)\b")
_AGAIN = Pattern(  # "tỷ lệ này", "đưa con số ấy"
    r"(?!mức độ\b)(?:\w+\s+){0,4}?(?:con số|tỷ lệ|tỉ lệ)\s+(?:này|đó|ấy)$"
    r"|(?!mức độ\b)(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|chỉ tiêu|mục tiêu|con số|chỉ số|số|mức|kết quả)"
    r"\s+(?:này|đó|(?:nói |kể |nêu )?trên|ấy|vừa nêu)\b"
)
_HEADS_ALONE = ("tỷ lệ", "tỉ lệ", "tỷ trọng", "con số", "ty le", "ti le", "ty trong", "con so")
_FOREMOST = re.compile(  # of all those that the value before is of
    r"(?:noi|dia phuong|tinh|don vi|bo|huyen|xa|phuong|nganh|co quan|so)(?: co ty le| dat)?"
    r" (?:cao|thap|tot|kem|nhieu|it|nhanh|cham|dan dau)(?: nhat)?(?: ca nuoc)?"
)
_HELPED = re.compile(r"\w.{2,60}?\b(?P<helps>giúp|giup)(?: cho)? (?=\w+ \w+)")
_CALLED = re.compile(  # "Phú Lộc", "Phú Lộc đứng đầu"
    r"(?P<who>[A-ZĐ][^\W\d_]*(?: [A-ZĐÀ-Ỹ][^\W\d_]*){1,3})"
    r"(?: (?:đứng đầu|dẫn đầu|đứng cuối|xếp cuối|cao nhất|thấp nhất|đứng thứ \w+|dung dau|dan dau|cao nhat|thap nhat))?"
)
_LEADS = re.compile(
    r"(?P<who>[A-ZĐ](?:(?! là | có )[^,;:]){2,60}?)"
    r" (?:(?:đứng|dẫn|xếp|dung|dan|xep) (?:đầu|cuối|dau|cuoi)\b[^,;:]{0,40}"
    r"|(?:cao|thấp|tốt|kém|thap|tot|kem) (?:nhất|nhat)(?: (?:cả nước|toàn quốc|toàn tỉnh|ca nuoc|toan quoc))?)"
)
_OF_ALL = re.compile(  # "chỉ số … trung bình cả nước", of which each has its own
    r"\s+(?:trung bình|bình quân|chung|trung binh|binh quan)"
    r"(?: (?:của )?(?:cả nước|toàn quốc|toàn tỉnh|ca nuoc|toan quoc|toan tinh))?$"
)
_OF_WHICH = re.compile(
    r"\s*[,;]\s*(?:trong đó(?: có)?|riêng|nhất là|đặc biệt(?: là)?|cao nhất là|thấp nhất là),?\s+"
    r"(?P<who>(?:(?:các|những|một số|hai|ba|bốn)\s+)?(?:phường|xã|huyện|tỉnh|thành phố|quận|thị xã|sở|ngành)"
    r"\s+[A-ZĐÀ-Ỹ](?:(?! (?:có|với|tỷ lệ|đã)\b)[^;:.\d]){1,80}?)\s*\Z"
)
_BY = re.compile(
    r"\s*(?:theo\s+(?:quy|qui)\s+dinh|theo\s+ke\s+hoach|hien\s+nay|hien\s+tai|truoc\s+day|truoc\s+do|nhu\s+truoc"
    r"|(?:tinh\s+)?(?:chung|luy\s+ke|cong\s+don|tong\s+cong)|luy\s+ke)\s*"
)
_BEYOND = Pattern(
    r"\s*(?:vượt|đạt|hụt|(?:thấp|cao) hơn|so với)\s+(?:mức\s+)?(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán)\s*"
    r"|\s*(?:thấp|cao|nhiều|ít|lớn|nhỏ|dài|ngắn|nhanh|chậm) hơn(?: (?:mức )?(?:bình quân|trung bình)(?: chung)?"
    r"(?: của)?(?: (?:cả nước|toàn quốc|toàn tỉnh|toàn ngành|tỉnh|thành phố|vùng|khu vực))?)?\s*"
    r"|\s*(?:thấp|cao|nhiều|ít|lớn|nhỏ|dài|ngắn|nhanh|chậm) hơn (?:(?:năm|tháng|quý|kỳ) (?:trước|ngoái)|cùng kỳ)\s*"
)
_MONTHS = re.compile(
    r"(?:\d{1,2}|sau|chin|ba|muoi mot) thang(?: (?:dau|cuoi))?(?: nam)?(?: nay)?"
)  # "9 tháng năm nay đã vào …"
_HERE = ("tinh", "toan tinh", "thanh pho", "huyen", "xa", "phuong", "ca nuoc", "don vi", "nganh", "dia phuong")
_ACCORDING = re.compile(r"\s+theo\s*\Z")
_PREPOSED = re.compile(r"(?:trong|của|so với|tại|ở|trên|về|cho|tổng)\b", re.IGNORECASE)
_ANOTHER = Pattern(r"\s*(và|cùng với|là|thì|mà|đã|sẽ|đang|được|bị|nên|song|nhưng|vì|bởi|nhờ|khi|nếu|để|nhằm)\b")
_HAVING = Pattern(r"\b(?:đạt|có|với)\s*$")
_TURNED = re.compile(
    r"(?:.*\b(?:dự kiến|sẽ|đã|phấn đấu)\s+)?"
    r"(?:giảm|tăng(?! trưởng)|rút ngắn|cắt giảm|kéo dài|nâng(?: cao)?|hạ)\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
WORTH = ("trị giá", "định giá", "tri gia", "dinh gia")
_OF_THEN = re.compile(r"\s*(?:cua|trong|hoi|o)?\s*(?:cung ky|nam|quy|thang|ky)\b(?:[^,;.]{0,30})")
_KIND = 2  # words that name a kind
_MEASURES = ("số ", "tổng số ", "số lượng ", "tỷ lệ ", "tỉ lệ ", "tốc độ ", "lượng ", "mật độ ")
_NO_KIND = (
    "tỷ",
    "tỉ",
    "số",
    "tổng",
    "mức",
    "cả",
    "toàn",
    "bình",
    "trung",
    "cấp",
    "khối",
    "nhóm",
    "phí",
    "chỉ",
    "của",
    "ở",
)
_BARE = 3  # words of a name that tells nothing of whose it is
_LONGEST_COMPLEMENT = 20  # words
_SHORT_PART = 6  # words of a subject that only names a part of the indicator before it


def _behind_helper(base: str, *, accented: bool) -> str:
    """The indicator behind what makes it better: "mô hình giúp thời gian … rút ngắn", but not "trợ giúp"."""
    helped = _HELPED.match(base)
    if helped is None or compounds.holds(base, fold(base), *helped.span("helps"), accented=accented, behind=False):
        return base
    return base[helped.end() :]


def read(context: Context, clause: Clause, tie: Link, start: int, end: int) -> Statement | None:
    """The indicator stands before its value: "tỷ lệ hồ sơ trực tuyến đạt 45%", "tăng 14% so với năm 2019"."""
    sentence, previous = context.sentence, context.previous
    base, start, end = _subject(context, clause, start, end)
    shown = start if base else sentence.content(clause.left[0], clause.number.start)
    base = _with_the_name_before(context, clause, tie, base, start, end)
    again = sentence.match(_AGAIN, start, end) if context.base else None
    if again:
        base = joined(context.base, context.name(again.end(), end))
    if tie.kind == "from" and (turned := _TURNED.match(base)):
        base = base[turned.end() :]  # "giảm thời gian chờ từ 30 phút xuống 10 phút" is of the time
    base = _behind_helper(base, accented=sentence.unit.accented)
    worth = is_money(clause.number) and sentence.folded.startswith(WORTH[2:], tie.verb)
    if worth and not base and previous is not None:
        base = previous.base.removeprefix(previous.verb).strip()
    base = base or context.base
    if not base:
        return None
    how = sentence.folded.startswith("dong gop", tie.verb) or tie.kind == "change"
    indicator = joined(base, context.name(tie.verb, clause.left[1]).removesuffix(" từ")) if how else base
    if worth and not how:
        indicator = joined(lowered(sentence.printed(tie.verb, clause.left[1])), lowered(base))  # "trị giá …"
    first, last = _what_follows(sentence, clause)
    complement = _complement(context, clause, tie, first, last)
    number = _of_the_same_whole(clause, tie, base, previous) if not complement else clause.number
    stop = number.end
    if complement in ("GDP", "GRDP") and number.unit == "%":
        number, stop = replace(number, unit=f"% {complement}"), last
    elif (1 < len(complement.split()) <= _LONGEST_COMPLEMENT or complement.isupper()) and not _another(
        clause, sentence, first, last, previous
    ):
        indicator, stop = _with_complement(context, clause, tie, base, indicator, complement), last
        base = joined(base, complement) if tie.kind == "change" and complement.startswith("về ") else base
    if (
        previous is not None
        and previous.number.unit == "bậc"
        and number.unit in (None, "hạng")
        and base == previous.base
    ):
        number, tie = replace(number, unit="hạng"), replace(tie, kind="rank")  # "tụt 3 bậc xuống 57"
        base = indicator = as_rank(lowered(CLIMBED.sub("", base)))
    done = None if tie.kind else sentence.last("counting_verbs", start, end)
    verb = context.name(done, end) if done is not None else ""
    vague = (start >= end or not tie.kind) and not verb
    shown = min(shown, clause.number.start)
    return Statement(number, clause, tie, indicator, base, shown, stop, verb=verb, vague=vague, again=again is not None)


def _subject(context: Context, clause: Clause, start: int, end: int) -> tuple[str, int, int]:
    """What the stretch before a value names, and the part of the stretch that does."""
    for document in context.sentence.documents:
        by = _ACCORDING.search(context.sentence.folded, start, document.start) if start < document.start < end else None
        end = by.start() if by else end  # "việc cấp phép theo nghị định số 31 rút ngắn …"
    base = context.name(start, end)
    if base and len(base.split()) <= _BARE and context.sentence.search(_HAVING, clause.left[0], start):
        base = joined(base, sums.holder(context, start))  # "thị trường thương mại điện tử đạt quy mô 13 tỷ USD"
    if is_money(clause.number) and (spent := sums.told(context, clause, end) or sums.saved(context, clause, end)):
        base, start = spent
    return base, start, end


def _with_the_name_before(context: Context, clause: Clause, tie: Link, base: str, start: int, end: int) -> str:
    """The name of an indicator with what it leaves to the one before it; "" where it is only that one again."""
    sentence, previous = context.sentence, context.previous
    mean = _MEAN.match(sentence.folded, start, end)
    mean = mean or (_MEAN_TOLD.match(sentence.folded, start, end) if tie.kind == "equal" else None)
    if base and previous is not None and mean:
        base = of_part(previous.base, _LESS.sub("", base))
    elif base and context.base and sentence.match(_PART, start, end) and len(base.split()) <= _SHORT_PART:
        base = of_part(context.base, base)
    elif base and previous is not None and any((a.start, a.end) == (start, end) for a in sentence.agencies):
        base = of_part(previous.base, f"của {base}")  # "… của Bộ Công an đạt 95%, Bộ Y tế 88%"
    elif context.base and tie.kind in ("equal", "") and bearer_rows.is_country(base):
        base = of_part(context.base, f"của {base}")  # "… mới là 8,2%. Malaysia đã đạt 19,1%"
    elif previous is not None and previous.base and _is_firm(clause, tie, base, previous):
        base = of_part(previous.base, f"của {base}")  # "… thị phần với 54%; VinaPhone chiếm 22%"
    if previous is not None and clause.number.unit == previous.number.unit and previous.base:
        of_which = _OF_WHICH.match(sentence.printed(previous.number.end, end))
        base = of_part(previous.base, f"của {of_which['who']}") if of_which else base  # "…, riêng các xã A, B đạt 70%"
    named = previous is not None and clause.number.unit == previous.number.unit and _CALLED.fullmatch(base)
    if named and previous is not None and " của " in previous.base:
        base = of_part(previous.base, f"của {named['who']}")  # "… của huyện A là 55%, Nam Đông 61%"
    leads = _LEADS.fullmatch(base) if context.base and clause.number.unit == "%" else None
    if leads:
        base = of_part(_OF_ALL.sub("", context.base), f"của {leads['who']}")  # "…; riêng Bộ X đứng đầu với 54%"
    if base and context.base and _FOREMOST.fullmatch(sentence.folded, start, end):
        base = of_part(context.base, f"của {lowered(base)}")  # "…; nơi cao nhất đạt 88%"
    if previous is not None and sums.GAIN.fullmatch(sentence.folded, start, end):
        base = joined(base, previous.base)  # "chi phí tuân thủ giảm 30%, tiết kiệm 6.300 tỷ đồng"
    if previous is not None and _names_another_kind(clause, tie, base, previous):
        base = _of_its_kind(previous.base, base)  # "số thuê bao di động là 51,2 triệu, cố định 13,1 triệu"
    if previous is not None and base.startswith("có ") and previous.base.startswith(("tỷ lệ", "tỉ lệ")):
        base = joined(previous.base, base)  # "tỷ lệ lao động qua đào tạo đạt 70%, trong đó có bằng cấp đạt 30%"
    alone = not tie.kind and clause.number.unit == "%" and 0 < len(base.split()) <= _BARE
    done = alone and previous is not None and counted(previous.number) and sentence.first("action_verbs", start, end)
    if done and previous is not None:
        base = joined((previous.number.unit or "").lower(), base)  # "tiếp nhận 15.000 phản ánh, xử lý xong 97%"
    one_word = tie.kind == "equal" and clause.number.unit == "%" and len(base.split()) == 1
    if one_word and previous is not None and counted(previous.number):
        base = joined(base, "trong số", previous.base.removeprefix(previous.verb).strip())  # "5.000 học viên, nữ chiếm"
    if context.base and sentence.fullmatch(_BEYOND, start, end):
        base = joined(context.base, base)  # "…, vượt kế hoạch 5%", "…, cao hơn quý II 5 điểm phần trăm"
    if previous is not None and clause.number.unit == previous.number.unit and fold(base) in _HERE:
        base = previous.base  # "giao tỷ lệ … đạt 70%, hết quý III tỉnh đạt 66%"
    if previous is not None and base and " " not in base and previous.base.endswith(f" {lowered(base)}"):
        base = previous.base  # "ngành thuế được giao thu 12.600 tỷ đồng, đến ngày 30/11 thu đạt 9.812 tỷ đồng"
    by_rule = _BY.fullmatch(sentence.folded, start, end) is not None
    by_rule = by_rule or _MONTHS.fullmatch(sentence.folded, start, end) is not None
    return "" if context.base and (by_rule or base.lower() in _HEADS_ALONE) else base


def _of_its_kind(before: str, base: str) -> str:
    """The name before it with another kind in place of its own, or of both of them.

    >>> _of_its_kind("tỷ lệ giải quyết đúng và trước hạn", "quá hạn"), _of_its_kind("hồ sơ đúng hạn", "quá hạn")
    ('tỷ lệ giải quyết quá hạn', 'hồ sơ quá hạn')
    """
    kind = base.split()
    words = before.split()[: -len(kind)]
    if words and words[-1] in ("và", "hoặc"):
        words.pop()
        whole = words[-1:] == kind[-1:]  # "đúng hạn và trước hạn"
        words = words[: -len(kind) if whole else -1]
    return " ".join((*words, base))


def _is_firm(clause: Clause, tie: Link, base: str, previous: Statement) -> bool:
    """Whether one word with a capital is all that names whose share a number is."""
    share = clause.number.unit == previous.number.unit == "%" and tie.kind in ("equal", "have", "")
    return share and base[:1].isupper() and " " not in base and len(base) > _KIND


def _names_another_kind(clause: Clause, tie: Link, base: str, previous: Statement) -> bool:
    """Whether two words name only of which other kind a value is, of the things that the one before it tells."""
    number, words = clause.number, base.split()
    alike = number.unit in (None, previous.number.unit) and number.unit not in ("đồng", "USD", "lần")
    alike = alike and tie.kind in ("equal", "") and previous.link.kind == "equal" and clause.outer is None
    short = len(words) == _KIND and base.islower() and previous.base.startswith(_MEASURES)
    return alike and short and len(previous.base.split()) >= _KIND + _KIND and not base.startswith(_NO_KIND)


def _what_follows(sentence: Sentence, clause: Clause) -> tuple[int, int]:
    """The stretch after a value that may say what it is compared with, or a share of."""
    first, last = clause.right
    comma = sentence.folded.find(",", first, last)
    last = comma if comma >= 0 else last
    on = _GOES_ON.search(sentence.folded, first, last) if _THAN.match(sentence.folded, first, last) else None
    return first, on.start() if on else last


def _complement(context: Context, clause: Clause, tie: Link, first: int, last: int) -> str:
    """What that stretch says."""
    sentence = context.sentence
    if tie.kind == "from" and _OF_THEN.fullmatch(sentence.folded, first, last):
        return ""  # "cao hơn mức 16,5% của năm 2022"
    said = "" if counted(clause.number) else context.name(first, last)
    if tie.kind == "ratio" and not said:
        return next((sentence.printed(p.start, p.end) for p in sentence.times(first, last)), "")
    return said


def _of_the_same_whole(clause: Clause, tie: Link, base: str, previous: Statement | None) -> Number:
    """The number, a share of what the one before is: "chiếm 20% GDP, đến năm 2030 đạt 30%"."""
    number = clause.number
    if previous is None or tie.kind != "equal" or base != previous.base or number.unit != "%":
        return number
    whole = previous.number.unit or ""
    return replace(number, unit=whole) if whole.startswith("% ") else number


def _with_complement(context: Context, clause: Clause, tie: Link, base: str, indicator: str, complement: str) -> str:
    """The indicator with what its value is compared with, or a share of."""
    folded, previous, (first, last) = context.sentence.folded, context.previous, clause.right
    whole, about, _ = (previous.indicator if previous and not tie.kind else "").rpartition(" về ")
    if about and complement.startswith("về "):
        return joined(whole, complement)  # "tăng 56% về số lượng và 31% về giá trị"
    compared = tie.kind == "ratio" or PLAN.match(folded, first, last)
    than = "so với" if compared and not _THAN.match(folded, first, last) else ""
    if than and tie.kind == "change" and folded.startswith("vuot", clause.number.start):
        than = "vượt"
    takes = folded.startswith("chiem", tie.verb) and not _PREPOSED.match(complement)
    if tie.kind == "equal" and (takes or complement.startswith("tổng ")):
        than = "trong"
    if not tie.kind and not than and previous is not None and base == previous.base:
        return of_part(indicator, complement)
    return joined(indicator, than, complement)


def _another(clause: Clause, sentence: Sentence, first: int, last: int, previous: Statement | None) -> bool:
    """Whether what follows a value says something else of it; of a share that remains it says what that is."""
    found = sentence.match(_ANOTHER, first, last)
    rest = previous is not None and clause.number.unit == "%" and found is not None and found[1] in ("là", "la")
    return found is not None and not rest
