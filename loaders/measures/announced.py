"""Goals that an article tells as what a plan says: below the news of its issue, or with the plan as who speaks.

"UBND tỉnh vừa ban hành Kế hoạch …. Theo đó, 100% xã có …", "Đề án cũng xác định 80% hồ sơ …".
"""

from __future__ import annotations

import re

from loaders.measures.courses import Course
from loaders.measures.stretches import body
from loaders.measures.surroundings import PLANNING
from loaders.words.wording import Sentence

_ISSUES = re.compile(r"\b(?:ban hanh|ky|phe duyet|thong qua|cong bo|xay dung)\b[^.;:\n]{0,60}\Z")
_THEREBY = re.compile(
    r"(?:theo do|cu the|trong do"
    r"|theo (?:noi dung )?(?:ban )?(?:ke hoach|de an|chuong trinh|chien luoc)(?: nay| tren)?),"
)
_SAYS = re.compile(
    r"(?:ban |noi dung )?(?:ke hoach|de an|chuong trinh|chien luoc|nghi quyet|quyet dinh|chi thi)\b[^,.;:]{0,60}?"
    r"\b(?:neu|xac dinh|de ra|dat ra|yeu cau|huong toi|an dinh)\b"
)
_NEAR = 3  # how many units below the news of its issue a plan still speaks


def tells(sentence: Sentence, index: int, course: Course) -> bool:
    """Whether a sentence of an article tells what a plan says; takes note of the issue of one."""
    if sentence.reading.own is not None:
        return False
    folded, since = sentence.folded, body(sentence)
    told = index - course.announced <= _NEAR and _THEREBY.match(folded, since) is not None
    named = (*(d for d in sentence.documents if d.type in PLANNING), *sentence.programmes)
    if any(_ISSUES.search(folded, sentence.unit.start, one.start) for one in named):
        course.announced = index
    return told or _SAYS.match(folded, since, sentence.unit.end) is not None
