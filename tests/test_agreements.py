"""What parties and countries take on: in a document that they sign, at talks."""

from __future__ import annotations

import pytest

from loaders.extract import extract
from loaders.read import read_bytes


def tasks(text: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    found = extract(read_bytes(f"Tin hợp tác đo biển\n{text}\n".encode(), "tin.txt")).tasks
    return [(task.text, task.assignees, task.mandate) for task in found]


SIGNED = [
    # the document stands in the sentence, by its kind
    ("Theo Bản ghi nhớ, có hiệu lực 3 năm, hai bộ thành lập tổ đo biển chung.",
     [("thành lập tổ đo biển chung", ("hai bộ",), None)]),
    ("Theo thỏa thuận vừa ký, hai bên sẽ chia sẻ dữ liệu tàu cá mỗi tuần.",
     [("chia sẻ dữ liệu tàu cá mỗi tuần", ("hai bên",), None)]),
    ("Theo nội dung biên bản, các đơn vị cùng mở lớp tập huấn cho 200 thuyền trưởng.",
     [("mở lớp tập huấn cho 200 thuyền trưởng", ("các đơn vị",), None)]),
    # a side of the talks, and a country that few papers name
    ("Tại hội đàm, phía Na Uy sẽ đón 15 kỹ sư sang học đo biển.",
     [("đón 15 kỹ sư sang học đo biển", ("Na Uy",), None)]),
    ("Ba Lan sẽ tiếp nhận 20 cán bộ đo đạc, đồng thời xem xét tài trợ một tàu khảo sát.",
     [("tiếp nhận 20 cán bộ đo đạc", ("Ba Lan",), None),
      ("xem xét tài trợ một tàu khảo sát", ("Ba Lan",), None)]),
    # how things are, a person by her first name, a country that plays
    ("Theo Bản ghi nhớ, hai bên là láng giềng lâu đời.", []),
    ("Hôm qua bà Lan sẽ tiếp nhận hồ sơ nếu trời tạnh.", []),
    ("Ba Lan sẽ gặp Bồ Đào Nha ở trận chung kết.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SIGNED, ids=[text[:40] for text, _ in SIGNED])
def test_what_parties_take_on(text: str, wanted: list[tuple[str, tuple[str, ...], str | None]]) -> None:
    assert tasks(text) == wanted
