"""An order: a clause that gives work, and what one leaves behind for the clauses after it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model import TaskStatus
from loaders.reading import DocumentMention, Period
from loaders.tasks.issuing import Announced
from loaders.tasks.letters import Letter
from loaders.words.flat import Pattern


@dataclass(frozen=True, slots=True)
class Order:
    """A clause that gives work: where the work is said, who has to do it, on whose word."""

    trigger: int
    start: int
    end: int
    assignees: tuple[str, ...] = ()
    directed_by: str | None = None
    mandate: str | None = None
    helpers: tuple[str, ...] = ()  # with whom, as the line that opens the list says
    status: TaskStatus | None = None
    deadline: Period | None = None
    sure: float = 0.9
    passive: bool = False  # "được đề nghị …": who asks is not said in the clause
    told: bool = False  # in a page's account of the document that orders it
    giver: bool = False  # an order in so many words: the clauses after it go on from it


@dataclass(slots=True)
class Context:
    """What the last order said, for the clauses that go on from it: "Bên cạnh đó, cần …", "Tổ công tác cũng …"."""

    unit: int = -9
    block: int = -1
    assignees: tuple[str, ...] = ()
    directed_by: str | None = None
    mandate: str | None = None
    deadline: Period | None = None
    orders: bool = False
    last: tuple[int, tuple[str, ...]] = (-1, ())  # the paragraph in which a further body was told to act, and which


@dataclass(slots=True)
class Course:
    """How far the reading of a source has come: what was ordered, who was heard, which lines open a list of work."""

    context: Context = field(default_factory=Context)
    leads: dict[int, Order] = field(default_factory=dict)  # by the index of the unit
    speaker: tuple[int, str] | None = None  # the unit where somebody was last heard, and who
    bearer: tuple[int, int | None, tuple[str, ...]] = (-9, None, ())  # whose duties a unit told, and its heading
    provisions: bool = False  # whether the unit gives a document's provisions
    promised: tuple[int, Order] | None = None  # the unit where somebody last undertook something, and what
    latest: tuple[int, tuple[str, ...]] = (-1, ())  # the block where a list last named who acts, and who
    issued: DocumentMention | None = None  # the document that the unit goes on to tell
    announced: Announced | None = None  # what the article is about, where nobody else is heard
    letter: Letter | None = None  # the text without a number that the unit may go on to tell
    answering: bool = False  # whether the unit is an answer in an interview
    reported: bool = False  # whether the unit closes with who said it

    @property
    def ordering(self) -> bool:
        """Whether orders are being told: somebody has given one, or a document that gives them is told."""
        return (
            self.context.orders
            or self.provisions
            or self.issued is not None
            or self.announced is not None
            or self.letter is not None
        )


OF_DUTY = frozenset(("co trach nhiem", "co nhiem vu", "co nghia vu", "chiu trach nhiem"))
MUSTS = frozenset(("phai", "can", "can phai"))

BEHIND = Pattern(  # which of them are meant, by what they have not done: "các xã chưa gửi báo cáo khẩn trương …"
    r"(?:(?:(?:còn|vẫn|hiện|đang)\s+)*(?:chưa|chậm|có kết quả thấp|đạt thấp)\s[^.;:]{3,160}?"
    r"|(?:đạt|có (?:kết quả|tỷ lệ|tỉ lệ|chỉ số|điểm|mức)\s[^.;:,]{0,60}?)\s?(?:dưới|thấp)\b[^.;:,]{0,60}?"
    r"|(?:không hoàn thành|không đạt|để xảy ra)\s[^.;:,]{3,80}?"
    r"|(?:(?:còn|có|vẫn|để)\s+)+(?:nhiệm vụ|việc|hồ sơ|văn bản|nội dung)\s(?:quá hạn|chậm|tồn đọng)[^.;:]{0,80}?)\s"
    r"(?=(?:(?:cần|(?<!lẽ ra )(?<!đáng lẽ )(?<!đáng ra )phải)\s+)?(?:khẩn trương|nghiêm túc|sớm(?! nhất)|tập trung"
    r"|kịp thời|chủ động|tích cực|quyết liệt)\s|(?:cần|(?<!lẽ ra )(?<!đáng lẽ )(?<!đáng ra )phải)\s)"
)

NEGATED = Pattern(
    r"\b(?:(?:(?<!hàng )không|chưa)(?: được)?|(?:không|chẳng) còn|chẳng|điều kiện|nếu"
    r"|(?:không|chưa|chẳng)(?: có)? ai(?: \w+)?"  # "không ai (bắt) …"
    r"|(?<!không )có nên)\s*$",
    "không|chưa|chẳng|điều kiện|nếu|có nên",
)
UNREAL = Pattern(  # what is only supposed, or denied: "Giả sử Sở X được giao …", "… bác bỏ tin yêu cầu các trường …"
    r"\b(?:giả sử|giả như|giá như|giá mà|ví như|chẳng hạn|bác bỏ|phủ nhận|tin đồn)\b[^;:.]*$"
    r"|\b(?:(?:không|chưa|chẳng) bao giờ|hiếm khi|ít khi|tại sao|vì sao)\s[^,;:.]*$"
    r"|\b(?:không|chưa|chẳng) (?:có )?(?:\w+ ){1,3}nào\s[^,;:.]*$",  # "chưa có quy định nào buộc các trường phải …"
    "giả|giá|ví như|chẳng hạn|bác bỏ|phủ nhận|tin đồn|nào|bao giờ|hiếm khi|ít khi|tại sao|vì sao",
)
