"""Where tasks begin and end in a sentence, whose they are behind "thì" and "nếu", and scraps that are none."""

from __future__ import annotations

import pytest

from loaders.extract import extract
from loaders.read import read_bytes

ORDERS = "Bộ Xây dựng yêu cầu các tỉnh rà soát bản đồ."
FIRST = ("rà soát bản đồ", ("các tỉnh",))


def tasks(text: str) -> list[tuple[str, tuple[str, ...]]]:
    found = extract(read_bytes(f"Tin kho bản đồ số\n{text}\n".encode(), "tin.txt")).tasks
    return [(task.text, task.assignees) for task in found]


WHOSE = [
    # one body does this, another that
    (f"{ORDERS} Sở Xây dựng thì tổng hợp số liệu, còn Sở Tài chính thì bố trí kinh phí trong quý III.",
     [FIRST, ("tổng hợp số liệu", ("Sở Xây dựng",)), ("bố trí kinh phí trong quý III", ("Sở Tài chính",))]),
    # a case behind a duty has its bearer, and is no part of it
    ("Theo Nghị định 45/2026/NĐ-CP, công chức trực kho không được từ chối đơn vì khác xã; nếu đơn thiếu, phải hướng "
     "dẫn một lần bằng phiếu.",
     [("không được từ chối đơn vì khác xã", ("công chức trực kho",)),
      ("hướng dẫn một lần bằng phiếu", ("công chức trực kho",))]),
    # who has to comply may be anybody
    ("Theo Sở Y tế Hà Nam, người có thẻ kho vẫn phải tuân thủ nội quy và đeo thẻ.",
     [("tuân thủ nội quy và đeo thẻ", ("người có thẻ kho",))]),
    ("Cục trưởng Cục Bản đồ Lê Quang Minh lưu ý các sàn này phải đăng ký với cơ quan thuế.",
     [("đăng ký với cơ quan thuế", ("các sàn này",))]),
    # what comes of it stands behind the work
    ("Giám đốc Sở Xây dựng Trần Văn An nói: \"Các xã phải đo lại ranh giới từng thửa theo lưới mới, có đủ số liệu "
     "thì tỉnh mới lập được bản đồ\".",
     [("đo lại ranh giới từng thửa theo lưới mới", ("Các xã",))]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), WHOSE, ids=[text[:40] for text, _ in WHOSE])
def test_whose_a_clause_is_and_where_it_ends(text: str, wanted: list[tuple[str, tuple[str, ...]]]) -> None:
    assert tasks(text) == wanted


SCRAPS = [
    "Theo Sở Y tế Hà Nam, người bệnh phải chờ lâu vì thiếu máy.",
    "Đo đạc này giúp cán bộ xã quen máy.",
    "Hợp tác này góp phần triển khai Kế hoạch 45/KH-UBND của tỉnh Hà Nam.",
    "Tại dự thảo Luật Bản đồ, Bộ Xây dựng đã đề xuất các quy định về ảnh thẻ, cấm thu ảnh của dân.",
]


@pytest.mark.parametrize("text", SCRAPS, ids=[text[:40] for text in SCRAPS])
def test_what_only_looks_like_a_task(text: str) -> None:
    assert tasks(f"{ORDERS} {text}") == [FIRST]


def test_what_a_draft_is_to_provide_for_is_a_proposal() -> None:
    assert tasks("Bộ Công an đề xuất bổ sung quy định xử phạt hành vi bán bản đồ.") == []


def test_how_it_stands_now_is_no_part_of_the_work() -> None:
    text = "Năm 2023, UBND tỉnh Hà Nam giao Sở Xây dựng mở cổng bản đồ; đến nay cổng đã chạy, có 2 triệu lượt xem."
    assert tasks(text) == [("mở cổng bản đồ", ("Sở Xây dựng",))]


def test_those_are_no_but() -> None:
    text = "Bộ Xây dựng yêu cầu các tỉnh thử cách đo mới đối với những vùng đất mới có dân."
    assert tasks(text) == [("thử cách đo mới đối với những vùng đất mới có dân", ("các tỉnh",))]


def test_what_comes_of_it_in_a_case_is_no_part_of_the_work() -> None:
    text = (
        "Theo chương trình, Quốc hội sẽ biểu quyết ngày 30/11/2027; nếu được thông qua, luật có hiệu lực từ năm 2028."
    )
    found = extract(read_bytes(f"Tin kho bản đồ số\n{text}\n".encode(), "tin.txt")).tasks
    assert [(task.text, task.deadline) for task in found] == [("biểu quyết ngày 30/11/2027", "2027-11-30")]


@pytest.mark.parametrize(
    ("said", "want"),
    [
        (
            "yêu cầu Cục Lâm nghiệp, trong quý I/2027, phải ban hành mã cây; các Sở Xây dựng, trong vòng sáu tháng "
            "tiếp theo, gắn mã cho cây trên phố",
            [
                ("ban hành mã cây", ("Cục Lâm nghiệp",), "2027-Q1"),
                ("gắn mã cho cây trên phố", ("Sở Xây dựng",), None),
            ],
        ),
        (
            "yêu cầu Cục Lâm nghiệp ban hành mã cây; mã này có rồi thì các Sở Xây dựng gắn mã cho cây trên phố",
            [("ban hành mã cây", ("Cục Lâm nghiệp",), None), ("gắn mã cho cây trên phố", ("Sở Xây dựng",), None)],
        ),
        (
            "giao Cục Lâm nghiệp ban hành mã cây; sau khi có mã, Sở Xây dựng Hà Nội gắn biển cho cây trên phố",
            [
                ("ban hành mã cây", ("Cục Lâm nghiệp",), None),
                ("gắn biển cho cây trên phố", ("Sở Xây dựng Hà Nội",), None),
            ],
        ),
    ],
)
def test_a_further_body_has_its_own_time_and_turn(
    said: str, want: list[tuple[str, tuple[str, ...], str | None]]
) -> None:
    text = f"Tin về cây xanh\nThứ trưởng Bộ Nông nghiệp và Môi trường Lê Công Hoan {said}.\n"
    found = extract(read_bytes(text.encode(), "tin.txt")).tasks
    assert [(task.text, task.assignees, task.deadline) for task in found] == want


@pytest.mark.parametrize(
    "often", ["hai tuần một lần", "mỗi tháng ít nhất một lần", "mỗi quý hai lần", "6 tháng một lần"]
)
def test_how_often_in_words_stands_before_the_work(often: str) -> None:
    text = (
        "Tin về cây xanh\nThứ trưởng Bộ Nông nghiệp và Môi trường Lê Công Hoan giao Cục Lâm nghiệp lập bản đồ rừng. "
        f"Sở Xây dựng {often} kiểm tra cây trên phố.\n"
    )
    found = extract(read_bytes(text.encode(), "tin.txt")).tasks
    assert [(task.assignees, task.recurrence) for task in found] == [
        (("Cục Lâm nghiệp",), None),
        (("Sở Xây dựng",), often),
    ]
