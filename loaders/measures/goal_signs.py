"""Signs in a sentence that one of its numbers is wanted, ordered, expected, or what is already so."""

from __future__ import annotations

import re

from kg.periods import first_day, last_day
from loaders.measures.counting import counted
from loaders.measures.dismissals import REACH
from loaders.measures.senses import strength
from loaders.measures.statements import Statement
from loaders.measures.surroundings import PLANNING, Surroundings
from loaders.reading import Period
from loaders.words.flat import Pattern
from loaders.words.wording import Sentence

GOAL_TIME = ("den", "toi nam", "toi het", "toi cuoi", "vao", "trong", "tinh den", "truoc", "cham nhat", "muon nhat")
_OF_ALL_THAT = re.compile(r"\b(?:tong(?:\s+so)?|so\s+luong)(?:\s+[a-z]+){0,2}\s+\Z")  # "bằng 38% tổng số phải số hóa"
_TELLS = Pattern(r"\b(?:giao|yêu cầu|chỉ đạo|đề nghị|phân công)(?:\s+(?:nhiệm vụ\s+)?cho)?\s*$")
_IS_TOLD = Pattern(r"\bđược (?:giao|đề nghị|yêu cầu|phân công)\b")
_COMMANDS = Pattern(r"\b(?:yêu cầu|chỉ đạo|đề nghị)\b(?! của)")
_ASKED = Pattern(  # "tỉnh yêu cầu 70%", "mức được giao là 45%"
    r"\b(?:yêu cầu|đòi hỏi|ấn định|đặt ra|đề ra|được (?:giao|ấn định|đặt ra))"
    r"(?: (?:mức|là|phải|đạt|tỷ lệ|con số))*\s*$"
)
_EXPECTED = re.compile(r"(?:du kien|ky vong)\b")
_WILL = Pattern(r"\b(?:sẽ|dự kiến|kế hoạch)\b")
_WORK = ("nhiệm vụ", "việc", "công việc", "đầu việc", "nội dung", "chỉ tiêu", "mục tiêu")
_DONE = Pattern(r"\b(?:hoàn thành|xong|đang thực hiện|quá hạn|trong hạn|đúng tiến độ|chậm)\b")
_BY = Pattern(r"\s*(?:theo|tại|trong|với|thực hiện)\s")
_NEAR = 8  # how many words after a number the "sẽ" of its own clause stands at most
_BEHIND_BY = 8  # characters between the beginning of "theo [các] …" and the plan
_CLOSE = 80  # characters between a plan and the time that it sets
_YEAR_ONLY = len("2025")
_GOAL_YEARS = 5  # goals are set for years that end in 0 or 5
_REASON = re.compile(r"\b(?:boi|boi vi|boi le|do hien|trong khi)\s")
_UP_TO = ("den ngay", "den het ngay", "den het thang", "den thang", "den cuoi thang", "tinh den", "toi ngay")
_BY_THEN = ("truoc", "cham nhat", "muon nhat")
_UNTIL = ("den nam", "den het nam", "den cuoi nam", "toi nam")


def by_a_plan(sentence: Sentence, surroundings: Surroundings, start: int) -> bool:
    """Whether a clause tells what a plan wants by its last year: "Theo Đề án … đến năm 2030, tỷ trọng đạt 30%"."""
    if sentence.match(_BY, start, sentence.unit.end) is None:
        return False
    for plan in (*sentence.programmes, *(d for d in sentence.documents if d.type in PLANNING)):
        for period in sentence.periods:
            near = start <= plan.start <= start + _BEHIND_BY and plan.start < period.start <= plan.end + _CLOSE
            if near and "," not in sentence.folded[plan.end : period.start] and period.value:
                last = int(period.value[:4])
                return last > surroundings.year if surroundings.year else last % _GOAL_YEARS == 0
    return False


def is_whole(sentence: Sentence, said: Statement) -> bool:
    """Whether a count of work is one of which the text tells how much is done: "giao 71 nhiệm vụ; đã hoàn thành 52"."""
    number = said.number
    if not counted(number) or (number.unit or "").lower() not in _WORK:
        return False
    for other in sentence.numbers:
        if (
            number.end <= other.start
            and other.value <= number.value
            and (other.unit or "việc").lower() in (*_WORK, number.unit)
        ):
            return (
                strength("measured_words", sentence, number.end, other.start)[0] == 2
                or sentence.search(_DONE, number.end, min(other.end + _CLOSE, sentence.unit.end)) is not None
            )
    return False


def is_set(sentence: Sentence, said: Statement, when: Period | None) -> bool:
    """Whether a sentence says of a time that something will be so by then, in a source that has no date."""
    if when is None or not sentence.folded.startswith(GOAL_TIME, when.start):
        return False
    return sentence.search(_WILL, sentence.unit.start, said.number.start) is not None


def is_goal_year(sentence: Sentence, said: Statement, when: Period | None) -> bool:
    """Whether a number, in a source without a date, is for a year such as goals are set for: "đến năm 2030 đạt 2%"."""
    if when is None or when.value is None or len(when.value) != _YEAR_ONLY or int(when.value) % _GOAL_YEARS:
        return False
    if not sentence.folded.startswith(_UNTIL, when.start) or said.number.start < when.start:
        return False
    return strength("measured_words", sentence, sentence.unit.start, said.number.start)[0] < 2


def happened(sentence: Sentence, said: Statement) -> bool:
    """Whether what follows a number in its clause says that it is so: "06 bộ chưa ban hành", "77% đã hoàn thành"."""
    begin, end = said.clause.right
    comma = sentence.folded.find(",", begin, end)
    words = sentence.occurrences("measured_words", begin, comma if comma >= 0 else end)
    return any(sentence.folded[start:stop] in ("da", "dang", "chua") for start, stop, _ in words)


def demanded(sentence: Sentence, said: Statement, when: Period | None) -> bool:
    """Whether what follows a number says that it must be so by a time: "đến cuối năm, 50% hồ sơ phải số hóa"."""
    if when is None or not sentence.folded.startswith(GOAL_TIME, when.start):
        return False
    if counted(said.number) and said.number.comparator != ">=":
        return False
    begin, end = said.clause.right
    comma = sentence.folded.find(",", begin, end)
    words = sentence.occurrences("goal_words", begin, comma if comma >= 0 else end)
    must = [start for start, stop, _ in words if sentence.folded[start:stop] in ("phai", "can", "can phai")]
    return any(not _OF_ALL_THAT.search(sentence.folded, begin, start) for start in must)


def due(sentence: Sentence, said: Statement) -> bool:
    """Whether what follows a share says by when, in a month to come, it is so: "100% xã được kết nối trước 31/12"."""
    told, (begin, end) = sentence.reading.told, said.clause.right
    if said.number.unit != "%" or not told.year or not told.month:
        return False
    return any(
        one.value
        and sentence.folded.startswith(_BY_THEN, one.start)
        and (last_day(one.value).year, last_day(one.value).month) > (told.year, told.month)
        for one in sentence.times(begin, end)
    )


def ordered(sentence: Sentence, said: Statement) -> bool:
    """Whether a number is what a body was told to reach: "thành phố đã giao Sở X triển khai thêm 275 dịch vụ"."""
    end = said.number.start
    since = max(sentence.unit.start, end - REACH)
    told = sentence.search(_IS_TOLD, since, end)
    if told and any(body.end + 1 >= told.start() >= body.end for body in sentence.agencies):
        return strength("measured_words", sentence, told.end(), end)[0] < 2
    for body_told in reversed(sentence.agencies):
        if since <= body_told.start and body_told.end <= end and sentence.search(_TELLS, since, body_told.start):
            if _REASON.search(sentence.folded, body_told.end, end):
                return False  # "giao Trung tâm X cập nhật, bởi đến nay mới đồng bộ được 83% hồ sơ"
            return said.verb != "" and strength("measured_words", sentence, body_told.end, end)[0] < 2
    return False


def commanded(sentence: Sentence, said: Statement) -> bool:
    """Whether a bound is what an office or a body asks for: "Thủ tướng yêu cầu năm 2025 giảm ít nhất 30% thời gian"."""
    if said.number.unit != "%" or said.number.comparator != ">=":
        return False
    told = sentence.search(_COMMANDS, max(sentence.unit.start, said.number.start - REACH), said.number.start)
    by = told and any(one.end + 1 >= told.start() >= one.end for one in sentence.agencies)
    return told is not None and bool(by) and strength("measured_words", sentence, told.end(), said.number.start)[0] < 2


def asked_for(sentence: Sentence, said: Statement) -> bool:
    """Whether a share is one that somebody asks for, with nothing between: "tỉnh yêu cầu 70%"."""
    since = max(sentence.unit.start, said.number.start - REACH)
    return said.number.unit == "%" and sentence.search(_ASKED, since, said.number.start) is not None


def planned(sentence: Sentence, said: Statement, goal: int, measured: int) -> bool:
    """Whether a number is expected and not measured: "dự kiến giảm còn 12 ngày", "4 triệu hộ sẽ được phát thẻ"."""
    folded, (begin, end) = sentence.folded, said.clause.right
    if goal > measured and _EXPECTED.match(folded, goal):
        return True
    words = sentence.occurrences("goal_words", begin, end)
    return any(folded[start:stop] == "se" and len(folded[begin:start].split()) <= _NEAR for start, stop, _ in words)


def before_the_goal(surroundings: Surroundings, said: Statement, when: Period | None) -> bool:
    """Whether a number is what was reached on the way to the goal before it: "Năm 2023, tỷ lệ này là 47,5%"."""
    if not said.again or surroundings.goal is None:
        return False
    return when is None or when.value is None or when.value[:4] < surroundings.goal[:4]


def of_an_earlier_time(sentence: Sentence, surroundings: Surroundings, when: Period | None) -> bool:
    """Whether a number is of a time before that of the last goal, and no step on the way: "năm 2022 giữ vị trí 86"."""
    if when is None or when.value is None or surroundings.goal is None or surroundings.today is None:
        return False
    step = sentence.folded.startswith(GOAL_TIME, when.start)
    now = surroundings.today.year
    return not step and int(when.value[:4]) <= now and when.value[:4] < surroundings.goal[:4]


def so_far(sentence: Sentence, surroundings: Surroundings, when: Period | None) -> bool:
    """Whether a number tells what was reached of the goal before it: "giao năm 2023 thu 12 tỷ; đến 30/11 thu 9 tỷ".

    The day up to which it counts lies in the year of the goal, and before its end.
    """
    if when is None or when.value is None or len(when.value) <= _YEAR_ONLY:
        return False
    before = sentence.folded.endswith(("tinh den ", "tinh toi "), 0, when.start)
    if not before and not sentence.folded.startswith(_UP_TO, when.start):
        return False
    year, told = when.value[:_YEAR_ONLY], [one.value for one in sentence.times(sentence.unit.start, when.start)]
    later = (goal for goal in (surroundings.goal, *told) if goal and goal[:_YEAR_ONLY] == year)
    return any(last_day(goal) > last_day(when.value) for goal in later)


def ahead(surroundings: Surroundings, when: Period | None) -> bool | None:
    """Whether a time lies after the source's day, or its year; None where either is not known, or they are the same."""
    if when is None or when.value is None:
        return None
    if surroundings.today is not None and len(when.value) > _YEAR_ONLY:
        if last_day(when.value) <= surroundings.today:
            return False
        return True if first_day(when.value) > surroundings.today else None
    if surroundings.year is None:
        return None
    year = int(when.value[:4])
    return year > surroundings.year if year != surroundings.year else None
