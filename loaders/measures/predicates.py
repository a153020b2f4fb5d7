"""The indicator stands before its value: "tỷ lệ hồ sơ trực tuyến đạt 45%", "tăng 14% so với năm 2019"."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.measures import sums
from loaders.measures.counting import counted
from loaders.measures.links import Link
from loaders.measures.parts import of_part
from loaders.measures.statements import Context, Statement, joined, lowered
from loaders.measures.stretches import Clause
from loaders.measures.sums import is_money
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence

PLAN = re.compile(r"\s*(?:muc tieu|ke hoach|du toan|chi tieu|kich ban|dinh muc)\b")
_THAN = re.compile(r"\s*so\s+voi\b")
_GOES_ON = re.compile(r"\s+va\s+(?:duoc|da|dang|se|dat|xep|dung|la|vuot|vuon|nam|tro thanh|tang|giam|cao|thap)\b")
_MEAN = re.compile(r"(?:muc\s+|con so\s+)?(?:trung binh|binh quan)\b")
_PART = Pattern(r"(?:của|đối với|trong|khối|mức|mức độ|cấp|ở|tại|khu vực|nhóm|vùng(?! phủ)|quý|riêng)\b")
_AGAIN = Pattern(r"(?!mức độ\b)(?:tỷ lệ|tỉ lệ|con số|chỉ số|số|mức|kết quả)\s+(?:này|đó|trên)\b")  # "tỷ lệ này"
_HEADS_ALONE = ("tỷ lệ", "tỉ lệ", "tỷ trọng", "con số", "ty le", "ti le", "ty trong")
_BY = re.compile(
    r"\s*(?:theo\s+(?:quy|qui)\s+dinh|theo\s+ke\s+hoach|hien\s+nay|hien\s+tai|truoc\s+day|truoc\s+do|nhu\s+truoc)\s*"
)
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
_BARE = 3  # words of a name that tells nothing of whose it is
_SHORT_PART = 6  # words of a subject that only names a part of the indicator before it


def read(context: Context, clause: Clause, tie: Link, start: int, end: int) -> Statement | None:
    """The indicator stands before its value: "tỷ lệ hồ sơ trực tuyến đạt 45%", "tăng 14% so với năm 2019"."""
    folded, previous = context.sentence.folded, context.previous
    for document in context.sentence.documents:
        by = _ACCORDING.search(folded, start, document.start) if start < document.start < end else None
        end = by.start() if by else end  # "việc cấp phép theo nghị định số 31 rút ngắn …"
    base = context.name(start, end)
    if base and len(base.split()) <= _BARE and context.sentence.search(_HAVING, clause.left[0], start):
        base = joined(base, sums.holder(context, start))  # "thị trường thương mại điện tử đạt quy mô 13 tỷ USD"
    if is_money(clause.number) and (spent := sums.told(context, clause, end) or sums.saved(context, clause, end)):
        base, start = spent
    shown = start if base else context.sentence.content(clause.left[0], clause.number.start)
    if base and previous is not None and _MEAN.match(folded, start, end):
        base = joined(previous.base, base.removeprefix("mức ").removeprefix("con số "))
    elif base and context.base and context.sentence.match(_PART, start, end) and len(base.split()) <= _SHORT_PART:
        base = of_part(context.base, base)
    elif base and previous is not None and any((a.start, a.end) == (start, end) for a in context.sentence.agencies):
        base = of_part(previous.base, f"của {base}")  # "… của Bộ Công an đạt 95%, Bộ Y tế 88%"
    if previous is not None and sums.GAIN.fullmatch(folded, start, end):
        base = joined(base, previous.base)  # "chi phí tuân thủ giảm 30%, tiết kiệm 6.300 tỷ đồng"
    if previous is not None and base.startswith("có ") and previous.base.startswith(("tỷ lệ", "tỉ lệ")):
        base = joined(previous.base, base)  # "tỷ lệ lao động qua đào tạo đạt 70%, trong đó có bằng cấp đạt 30%"
    alone = not tie.kind and clause.number.unit == "%" and 0 < len(base.split()) <= _BARE
    if (
        alone
        and previous is not None
        and counted(previous.number)
        and context.sentence.first("action_verbs", start, end)
    ):
        base = joined((previous.number.unit or "").lower(), base)  # "tiếp nhận 15.000 phản ánh, xử lý xong 97%"
    base = "" if _BY.fullmatch(folded, start, end) and context.base else base
    base = "" if context.base and base.lower() in _HEADS_ALONE else base
    again = context.sentence.match(_AGAIN, start, end) if context.base else None
    if again:
        base = joined(context.base, context.name(again.end(), end))
    if tie.kind == "from" and (turned := _TURNED.match(base)):
        base = base[turned.end() :]  # "giảm thời gian chờ từ 30 phút xuống 10 phút" is of the time
    worth = is_money(clause.number) and folded.startswith(WORTH[2:], tie.verb)
    if worth and not base and previous is not None:
        base = previous.base.removeprefix(previous.verb).strip()
    base = base or context.base
    if not base:
        return None
    indicator = base
    if worth:
        indicator = joined(lowered(context.sentence.printed(tie.verb, clause.left[1])), lowered(base))  # "trị giá …"
    if tie.kind == "change":
        indicator = joined(base, context.name(tie.verb, clause.left[1]).removesuffix(" từ"))
    if folded.startswith("dong gop", tie.verb):
        indicator = joined(base, context.name(tie.verb, clause.left[1]))
    first, last = clause.right
    comma = folded.find(",", first, last)
    last = comma if comma >= 0 else last
    on = _GOES_ON.search(folded, first, last) if _THAN.match(folded, first, last) else None
    last = on.start() if on else last
    stop = clause.number.end
    complement = "" if counted(clause.number) else context.name(first, last)
    if tie.kind == "from" and _OF_THEN.fullmatch(folded, first, last):
        complement = ""  # "cao hơn mức 16,5% của năm 2022"
    if tie.kind == "ratio" and not complement:
        complement = next((context.sentence.printed(p.start, p.end) for p in context.sentence.times(first, last)), "")
    number = clause.number
    going_on = previous is not None and not complement and tie.kind == "equal" and base == previous.base
    if going_on and number.unit == "%" and previous is not None and (previous.number.unit or "").startswith("% "):
        number = replace(number, unit=previous.number.unit)  # "chiếm 20% GDP, đến năm 2030 đạt 30%"
    if complement in ("GDP", "GRDP") and number.unit == "%":
        number, stop = replace(number, unit=f"% {complement}"), last
    elif (1 < len(complement.split()) <= 20 or complement.isupper()) and not _another(
        clause, context.sentence, first, last, previous
    ):
        stop = last
        compared = tie.kind == "ratio" or PLAN.match(folded, first, last)
        than = "so với" if compared and not _THAN.match(folded, first, last) else ""
        than = "vượt" if than and tie.kind == "change" and folded.startswith("vuot", clause.number.start) else than
        of = complement.startswith("tổng ") or (
            folded.startswith("chiem", tie.verb) and not _PREPOSED.match(complement)
        )
        than = "trong" if tie.kind == "equal" and of else than
        whole, about, _ = (previous.indicator if previous and not tie.kind else "").rpartition(" về ")
        other = about and complement.startswith("về ")  # "tăng 56% về số lượng và 31% về giá trị"
        part = not tie.kind and not than and previous is not None and base == previous.base
        plain = of_part(indicator, complement) if part else joined(indicator, than, complement)
        indicator = joined(whole, complement) if other else plain
        base = joined(base, complement) if tie.kind == "change" and complement.startswith("về ") else base
    vague = start >= end or not tie.kind
    shown = min(shown, clause.number.start)
    done = None if tie.kind else context.sentence.last("counting_verbs", start, end)
    verb = context.name(done, end) if done is not None else ""
    return Statement(
        number, clause, tie, indicator, base, shown, stop, verb=verb, vague=vague and not verb, again=again is not None
    )


def _another(clause: Clause, sentence: Sentence, first: int, last: int, previous: Statement | None) -> bool:
    """Whether what follows a value says something else of it; of a share that remains it says what that is."""
    found = sentence.match(_ANOTHER, first, last)
    rest = previous is not None and clause.number.unit == "%" and found is not None and found[1] in ("là", "la")
    return found is not None and not rest
