"""Words of duty behind another verb: one that shares their object, or work before them that is a duty of its own."""

from __future__ import annotations

import re

from loaders.tasks import acting_bodies
from loaders.tasks.masked import Masked
from loaders.tasks.modal import Modal
from loaders.tasks.orders import Order
from loaders.words.clauses import ACTOR, work_verb

_ANSWERS_FOR = re.compile(r"(?:va\s+)?(?:chiu|co) trach nhiem\b")

_APART = re.compile(r"\s*,\s+(?:(?:con|va|trong khi(?: do)?|song song(?: do)?),?\s+)?(?:(?:cac|phia)\s+)?\Z")
_SUBJECT = 60  # characters from a semicolon to the words of duty behind it
_OBJECT = re.compile(rf"\b(?:phoi hop|voi|cung|gui|giup|cho)\s+(?:cac\s+)?[{ACTOR}]+\Z")  # a list of helpers goes on


def shares(page: Masked, last: Order | None, order: Order) -> bool:
    """Whether words of duty share their object with the verb before: "đề nghị X chỉ đạo và chịu trách nhiệm Z"."""
    verb = work_verb(page.mask, last.start, order.trigger) if last and order.trigger > last.start else None
    return (
        verb is not None
        and _ANSWERS_FOR.match(page.mask, order.trigger) is not None
        and page.mask[verb.end() : order.trigger].strip() == "va"
    )


def before(page: Masked, start: int, order: Order) -> int | None:
    """Where the duty ends that stands before an order in its clause: "Sở X trực tiếp làm Y, chịu trách nhiệm trước Z".

    None where a body and its work stand not right before the words of duty.
    """
    answers = _ANSWERS_FOR.match(page.mask, order.trigger) and page.mask.endswith(", ", start, order.trigger)
    acts = answers and acting_bodies.subject(page, start, order.trigger)
    return order.trigger - len(", ") if acts else None


def of_another(page: Masked, start: int, order: Order) -> int | None:
    """Where the clause of another body ends before an order's subject: "Sở X mở lớp, trong khi Sở Y chủ trì …"."""
    if order.giver:
        return None
    named = page.actors_in(start, order.start)
    comma = _APART.search(page.mask, start, named[-1][0]) if len(named) > 1 else None
    return comma.start() if comma and not _OBJECT.search(page.mask, start, comma.start()) else None


def before_semicolon(page: Masked, start: int, order: Order) -> int | None:
    """Where the work ends that a semicolon parts from an order's subject: "Các xã: rà soát hồ sơ; chủ tịch phải …"."""
    mark = page.mask.rfind(";", start, order.trigger)
    apart = mark > 0 and not order.giver and len(page.mask[mark : order.trigger]) < _SUBJECT
    return mark if apart and "." not in page.mask[mark : order.trigger] else None


def with_work_before(page: Masked, modal: Modal) -> Order | None:
    """The duty with the work before it: "Chủ tịch xã tổ chức thực hiện Quy chế và chịu trách nhiệm về kết quả"."""
    if modal.said != "chiu trach nhiem" or not modal.before.endswith(" va ") or page.reading.own is None:
        return None
    head = acting_bodies.HEAD.match(page.mask, page.after_marker(modal.unit), modal.at)
    if head is None or not page.begins_work(head.end(), modal.at):
        return None
    return Order(head.start("who"), head.end(), modal.end, page.names(head.start("who"), head.end("who")))
