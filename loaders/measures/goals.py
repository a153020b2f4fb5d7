"""Whether a number is one wanted or one measured: the words of its clause, then its sentence, its section, its time.

The rules are asked in the order of _RULES, from what is said of the number itself to what only its surroundings tell;
the first that knows an answer gives it.
"""

from __future__ import annotations

from collections.abc import Callable

from loaders.measures import clause_goals, goal_signs
from loaders.measures.cases import Answer, Case, Verdict
from loaders.measures.counting import counted
from loaders.measures.goal_signs import GOAL_TIME
from loaders.measures.small_counts import FEW, is_few, narrated
from loaders.measures.statements import Statement
from loaders.measures.surroundings import Sense, Surroundings
from loaders.measures.time_spans import TIMES
from loaders.reading import Period
from loaders.words.wording import Sentence


def judge(
    sentence: Sentence, said: Statement, surroundings: Surroundings, before: Sense | None, when: Period | None
) -> Verdict | None:
    """What a statement's number is; None where it is neither: a rule, a price, a forecast, a count of no account.

    `before` is what the number before it in its sentence is, `when` its own time where the sentence tells it.
    """
    case = Case(sentence, said, surroundings, before, when)
    for rule in _RULES:
        answer = rule(case)
        if answer is not None:
            return None if answer == "neither" else answer
    return None


# ── what the sentence and those around it tell: no strong word stands in the clause from here on ─────────────────────


def _work(case: Case) -> Answer:
    """ "Giảm 30% chi phí": work to be done."""
    if case.goal[0] or case.before is not None or case.section or case.said.link.kind != "change":
        return None
    return "neither" if case.sentence.content(case.opening, case.end) == case.said.link.verb else None


def _by_a_plan(case: Case) -> Answer:
    if case.when is not None or not goal_signs.by_a_plan(case.sentence, case.around, case.start):
        return None
    return case.unless_few("target", 0.75, told=case.said.verb != "")


def _said_by_a_plan(case: Case) -> Answer:
    """ "Theo đó, 100% xã có …", below the news that a plan was issued."""
    if not case.around.plan or case.before == "observation" or case.ahead is False:
        return None
    wanted = case.number.unit == "%" or case.number.comparator in (">=", "<=")
    told = case.measured[0] == 2 or case.wide_measured[0] == 2 or case.now
    return Verdict("target", 0.75) if wanted and not told else None


def _as_before(case: Case) -> Answer:
    """It is what the number before it in the sentence is."""
    if case.before is None or (case.ahead is not None and case.ahead != (case.before == "target")):
        return None
    bound = case.number.comparator in (">=", "<=")
    if case.before == "target" and case.now and not case.goal[0] and not bound:
        return case.unless_few("observation", 0.85)  # "…; hiện nay chỉ số này là 0,58 điểm"
    return case.unless_few(case.before, 0.88, told=case.said.verb != "")


def _goal_words_of_the_sentence(case: Case) -> Answer:
    if case.wide_goal[0] < 2 or (case.wide_measured[0] == 2 and case.wide_goal[1] <= case.wide_measured[1]):
        return None
    return case.unless_few("target", 0.9)


def _asked_by_the_plan(case: Case) -> Answer:
    """ "tập trung giúp hơn 900 hộ", in a plan's own text."""
    said = case.said
    asked = case.around.planning and said.verb != "" and case.section is None and case.ahead is None
    if not asked or case.measured[0] or case.wide_measured[0]:
        return None
    return Verdict("target", 0.7) if case.number.value >= FEW and counted(case.number) else None


def _as_in_the_sentence_before(case: Case) -> Answer:
    """It is what the last number of the sentence before is, unless its line or its time is another's."""
    earlier, after_goal = case.around.earlier, case.around.earlier == "target" and not case.goal[0]
    if after_goal and goal_signs.before_the_goal(case.around, case.said, case.when):
        return Verdict("observation", 0.8)
    another = case.listed and earlier == "observation"  # a new line among goals
    another = another or (after_goal and case.opens_a_paragraph and not (case.ahead or case.set_for))
    another = another or (after_goal and case.opens_an_order)
    another = another or (after_goal and goal_signs.of_an_earlier_time(case.sentence, case.around, case.when))
    if earlier is None or another or (case.ahead is not None and case.ahead != (earlier == "target")):
        return None
    return case.unless_few(earlier, 0.82)


def _past(case: Case) -> Answer:
    return case.unless_few("observation", 0.85) if case.ahead is False and not case.goal[0] else None


def _of_the_section(case: Case) -> Answer:
    """It is what the lines above promise."""
    if case.section is None:
        return None
    wanted = case.section == "target"
    sized = case.said.link.kind != "" or case.said.verb != "" or case.number.comparator != "="
    return case.unless_few(case.section, 0.92 if wanted else 0.8, told=wanted and sized)


def _to_come(case: Case) -> Answer:
    """Its time is to come: a goal where something is said to be so by then."""
    if not case.ahead or case.when is None:
        return None
    preposed = case.sentence.folded.startswith((*GOAL_TIME, "tu "), case.when.start)
    stated = preposed or case.goal[0] or case.wide_goal[0] or case.said.link.kind in ("equal", "from")
    return case.unless_few("target", 0.85 if preposed else 0.75) if stated else "neither"


def _planned(case: Case) -> Answer:
    """A bound, or a weak word for goals, in a plan's own text."""
    if not case.around.planning or case.wide_measured[0] == 2:
        return None
    wanted = case.goal[0] or case.number.comparator in (">=", "<=") or _is_rate(case)
    return Verdict("target", 0.8) if wanted and not is_few(case.said) else "neither"


def _is_rate(case: Case) -> bool:
    """ "…; tỷ lệ hồ sơ được số hóa đạt 100%"."""
    rate = case.said.indicator.startswith(("tỷ lệ", "tỉ lệ", "ty le", "ti le"))
    return rate and case.number.unit == "%" and case.said.link.kind == "equal" and case.ahead is not False


def _weak_goal_words(case: Case) -> Answer:
    """ "bảo đảm đến năm 2027 sáp nhập tối thiểu 5% đối với …"."""
    if not case.goal[0] or case.wide_measured[0] == 2:
        return None
    if case.is_share_at_least:
        return Verdict("target", 0.75)
    return case.unless_few("target", 0.7) if case.said.link.kind or case.said.verb else "neither"


def _under_orders(case: Case) -> Answer:
    """Under "Yêu cầu các sở:" a share is one to reach; any other number tells the size of work to be done."""
    said, orders = case.said, case.around.work and case.wide_measured[0] < 2
    if orders and case.is_share_at_least:
        return Verdict("target", 0.7)
    undone = said.verb and not case.measured[0] and not case.wide_measured[0] and not narrated(case.sentence, said)
    if undone and (case.sentence.unit.lead is not None or is_few(said)):
        return "neither"
    if not orders:
        return None
    return Verdict("target", 0.7) if case.number.unit == "%" and not said.clause.outer else "neither"


def _bound(case: Case) -> Answer:
    """A bound that nobody has reached yet is a goal where it is promised: "Bố trí ít nhất 15% ngân sách cho …"."""
    if case.is_share_at_least and case.is_set_aside:
        return Verdict("target", 0.7)
    if case.number.comparator not in (">=", "<=") or case.said.indicator.startswith("thứ hạng"):
        return None
    asked = case.number.unit not in TIMES or case.goal[0] or case.wide_goal[0] or case.around.work
    return Verdict("target", 0.7) if case.said.link.kind == "equal" and asked else "neither"


def _as_it_stands(case: Case) -> Answer:
    return case.unless_few("observation", 0.85 if case.measured[0] else 0.7)


_RULES: tuple[Callable[[Case], Answer], ...] = (
    *clause_goals.RULES,
    _work,
    _by_a_plan,
    _said_by_a_plan,
    _as_before,
    _goal_words_of_the_sentence,
    _asked_by_the_plan,
    _as_in_the_sentence_before,
    _past,
    _of_the_section,
    _to_come,
    _planned,
    _weak_goal_words,
    _under_orders,
    _bound,
    _as_it_stands,
)
