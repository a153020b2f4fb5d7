"""Whether a number is one wanted or one measured, by what its own clause says of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.folding import fold
from loaders.measures import goal_signs
from loaders.measures.cases import REPORTED, Answer, Case, Verdict
from loaders.measures.counting import counted
from loaders.measures.dismissals import dismissed
from loaders.measures.small_counts import is_few
from loaders.measures.sums import GAIN, MEANS, is_money, is_sum
from loaders.measures.time_spans import TIMES
from loaders.words.flat import Pattern

_LATER = ("cham", "tre", "lui")
_NEEDS = re.compile(r"(?:can|phai)\b")
_MONEY = ("đồng", "usd", "dong")
_ENTERED = Pattern(r"\b(?:lọt|đã vào|lần đầu vào|đã đứng|hiện đứng|hiện nằm|đã nằm)\b[^,;]{0,25}$")
_AIMED = re.compile(r"\b(?:muc tieu|chi tieu)\s+\Z")
_EVERY_YEAR = re.compile(r"\b(?:moi|hang)\s+(?:nam|thang|ngay|quy)\b")


def _named_goal(case: Case) -> Answer:
    """ "cho rằng mục tiêu 80% hồ sơ được số hóa là khó đạt"."""
    left = case.said.clause.left[0]
    aimed = case.number.unit == "%" and _AIMED.search(case.sentence.folded, left, case.end)
    return Verdict("target", 0.85) if aimed else None


def _no_measure(case: Case) -> Answer:
    if case.is_share_at_least and case.set_for:
        return None  # "đề xuất tới năm 2020 tỷ lệ … tối thiểu 30%"
    return "neither" if dismissed(case.sentence, case.said, past=case.ahead is False, ahead=case.coming) else None


def _beside_a_result(case: Case) -> Answer:
    """A goal named beside what was measured: "vượt mục tiêu 80%"; by how much that is exceeded is measured."""
    if case.said.exceeds and case.before == "observation":
        return Verdict("observation", 0.85)
    return Verdict("target", 0.9) if case.said.beside else None


def _places(case: Case) -> Answer:
    """ "tại 16 địa phương"."""
    if not case.said.where or case.number.total is not None:
        return None
    return Verdict("target", 0.75) if case.coming else Verdict("observation", 0.7)


def _whole(case: Case) -> Answer:
    """ "giao 71 nhiệm vụ; đã hoàn thành 52"."""
    return Verdict("observation", 0.8) if case.goal[0] < 2 and goal_signs.is_whole(case.sentence, case.said) else None


def _sum(case: Case) -> Answer:
    """A sum of money is a fact, but "tạo 1.000 công ty trị giá 10 tỷ USD" goes on with a goal."""
    needs = case.goal[0] == 2 and _NEEDS.match(case.sentence.folded, case.goal[1]) is not None
    if case.section == "target" or (case.goal[0] == 2 and not needs):
        return None
    if not is_sum(case.said, accented=case.sentence.unit.accented):
        return None
    return Verdict("target" if case.before == "target" and case.said.vague else "observation", 0.8)


def _means(case: Case) -> Answer:
    """What a plan is to cost, and who pays it, in its own text: neither reached nor wanted."""
    if not case.around.planning or not is_money(case.number):
        return None
    told = case.measured[0] == 2 or case.wide_measured[0] == 2 or case.section is not None or case.ahead is False
    if told or case.goal[0] == 2:
        return None
    return "neither" if MEANS.match(fold(case.said.indicator)) else None


def _money(case: Case) -> Answer:
    """Money set aside, or gained, where no line above promises it."""
    if not is_money(case.number) or case.goal[0] == 2 or case.listed:
        return None
    gained = not case.ahead and GAIN.search(case.sentence.folded, case.start, case.end)
    return Verdict("observation", 0.75) if case.is_set_aside or gained else None


def _idle(case: Case) -> Answer:
    """A small count with nothing done to it, whose thing is only guessed."""
    said, spoken = case.said, case.before is not None or case.goal[0] or case.section
    return "neither" if not spoken and said.vague and not said.verb and is_few(said) else None


def _baseline(case: Case) -> Answer:
    """ "nâng từ 50% lên 80%": what a wanted value rises from."""
    wanted = case.goal[0] or case.before == "target" or case.section == "target"
    if case.said.link.kind == "from" and wanted and not case.ahead:
        return Verdict("observation", 0.7, baseline=True)
    return None


def _goal_words(case: Case) -> Answer:
    """A word for goals stands before it, and no later one for results."""
    if case.goal[0] < 2 or (case.measured[0] == 2 and case.goal[1] < case.measured[1]):
        return None
    usual = not case.section and _EVERY_YEAR.search(case.sentence.folded, case.opening, case.end)
    return case.unless_few("observation", 0.6) if usual else case.unless_few("target", 0.93)


def _late(case: Case) -> Answer:
    """ "tiến độ chậm 6 tháng"."""
    link = case.said.link
    delay = case.number.unit in TIMES and link.kind == "change" and case.sentence.folded.startswith(_LATER, link.verb)
    return Verdict("observation", 0.75) if delay and case.goal[0] < 2 else None


def _so_far(case: Case) -> Answer:
    """ "… được giao thu 12 tỷ đồng, đến ngày 30/11 thu 9 tỷ đồng": what was reached of the goal before it."""
    after_goal = case.before == "target" or case.around.earlier == "target"
    if (
        not after_goal
        or case.ahead
        or case.around.planning
        or case.section == "target"
        or case.number.comparator != "="
    ):
        return None
    bound = case.number.comparator != "="
    if bound or case.goal[0] or case.wide_goal[0] == 2 or not goal_signs.so_far(case.sentence, case.around, case.when):
        return None
    return case.unless_few("observation", 0.8)


def _told_to_reach(case: Case) -> Answer:
    """A body was told to reach it, or the words behind it say that it must be so by a time."""
    if goal_signs.ordered(case.sentence, case.said) or goal_signs.asked_for(case.sentence, case.said):
        return Verdict("target", 0.7)
    if goal_signs.commanded(case.sentence, case.said):
        return Verdict("target", 0.8)
    if case.measured[0] < 2 and goal_signs.due(case.sentence, case.said):
        return Verdict("target", 0.8)
    return Verdict("target", 0.88) if goal_signs.demanded(case.sentence, case.said, case.when) else None


def _entered(case: Case) -> Answer:
    """ "lọt vào tốp 5 …": a place among the first that is reached."""
    among = case.number.comparator == "<=" and case.goal[0] < 2 and case.wide_goal[0] < 2 and not case.ahead
    entered = among and case.sentence.search(_ENTERED, case.start, case.end)
    return Verdict("observation", 0.75) if entered and case.section is None else None


def _expected(case: Case) -> Answer:
    """What is expected is a goal where a time is set for it or a value is reached, else a forecast."""
    if case.number.total is not None and not case.set_for and counted(case.number):
        return None  # "93 trên tổng số 97 công chức cho biết sẽ dùng"
    later = case.measured[1] if case.measured[0] == 2 or not case.set_for else -1
    if not goal_signs.planned(case.sentence, case.said, case.goal[1], later):
        return None
    reached = case.said.link.kind in ("equal", "change") and not case.number.text.lower().endswith(_MONEY)
    return Verdict("target", 0.7) if case.set_for or reached else "neither"


def _measured_words(case: Case) -> Answer:
    """A word for results stands before it, a report tells it, or what follows says that it is so."""
    sentence, said, (strong, since) = case.sentence, case.said, case.measured
    if case.goal[0] < 2 and case.ahead is not True and REPORTED.search(sentence.folded, case.opening, case.end):
        strong, since = 2, max(since, case.start)
    if strong < 2 and (not case.happened or case.section == "target"):
        return None
    between = sentence.folded[since : said.start if said.verb else case.end].split()
    done = "hoan thanh" in sentence.folded[since : said.start]
    near = len(between) <= (3 if done or not said.verb else 1)
    return case.unless_few("observation", 0.93, told=near or (case.happened and said.verb == ""))


RULES: tuple[Callable[[Case], Answer], ...] = (
    _named_goal,
    _no_measure,
    _beside_a_result,
    _places,
    _whole,
    _means,
    _sum,
    _money,
    _idle,
    _baseline,
    _goal_words,
    _late,
    _so_far,
    _told_to_reach,
    _entered,
    _expected,
    _measured_words,
)
"""In the order in which they are asked."""
