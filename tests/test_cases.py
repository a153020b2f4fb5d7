"""What is done in a case, and each time again, as officials say it."""

from __future__ import annotations

import pytest

from loaders.extract import extract
from loaders.read import read_bytes

SPEAKER = "Ông Lê Văn An, Giám đốc Sở Nội vụ, cho biết: "

Row = tuple[str, list[str]]


def rows(text: str) -> list[Row]:
    return [(task.text, list(task.assignees)) for task in extract(read_bytes(text.encode(), "thu.txt")).tasks]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        # who must do it, by a noun only, also at a place or by a verb that no table knows
        (
            "Cụ già neo đơn thì tổ lưu động phải đến tận giường.",
            [("Cụ già neo đơn thì tổ lưu động phải đến tận giường", ["tổ lưu động"])],
        ),
        (
            "Xã nào không đủ máy thì phòng văn hóa huyện phải cho mượn.",
            [("Xã nào không đủ máy thì phòng văn hóa huyện phải cho mượn", ["phòng văn hóa huyện"])],
        ),
        (
            "Đường truyền hỏng quá một ngày thì trưởng phòng công nghệ phải lên sở giải trình.",
            [
                (
                    "Đường truyền hỏng quá một ngày thì trưởng phòng công nghệ phải lên sở giải trình",
                    ["trưởng phòng công nghệ"],
                )
            ],
        ),
        # a named body needs no modal; one called by its head alone is the speaker's
        (
            "Hết quý I, huyện nào chưa nộp danh sách thì Sở báo cáo Chủ tịch UBND tỉnh.",
            [("Hết quý I, huyện nào chưa nộp danh sách thì Sở báo cáo Chủ tịch UBND tỉnh", ["Sở Nội vụ"])],
        ),
        # the case is long: the work without it
        (
            "Tới cuối tháng 9 mà còn thôn nào có hộ chưa được tổ công nghệ ghé tận nhà thì trưởng thôn phải báo lại.",
            [("trưởng thôn phải báo lại", ["trưởng thôn"])],
        ),
        # those of whom a sentence speaks
        (
            "Đối với ba huyện đã quét xong thì chuyển sang kiểm tra chéo.",
            [("Đối với ba huyện đã quét xong thì chuyển sang kiểm tra chéo", ["ba huyện đã quét xong"])],
        ),
        # what comes of something, how things were, what is no case: no task
        ("Có mạng chung thì các trường chia sẻ dữ liệu rất nhanh.", []),
        ("Nếu có cơ chế tốt thì Việt Nam sẽ tận dụng được thời cơ.", []),
        ("Trước đây hồ sơ thiếu thì công chức phải đi hỏi nhiều nơi.", []),
        ("Sự thật thì các sở phải chờ nhau khá lâu.", []),
        ("Nếu chậm thì cơ quan nhà nước sẽ mất niềm tin của dân.", []),
    ],
)
def test_what_is_done_in_a_case(said: str, wanted: list[Row]) -> None:
    assert rows(f'{SPEAKER}"{said}"\n') == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            SPEAKER + '"Cứ hai tuần một lần công chức hộ tịch đối chiếu sổ với công an."',
            [("Cứ hai tuần một lần công chức hộ tịch đối chiếu sổ với công an", ["công chức hộ tịch"])],
        ),
        (
            SPEAKER + '"Phần mềm thì mua rồi, mỗi tháng một lần Sở Y tế kiểm tra việc sao lưu."',
            [("mỗi tháng một lần Sở Y tế kiểm tra việc sao lưu", ["Sở Y tế"])],
        ),
        (SPEAKER + '"Mỗi tháng huyện phải trả hai nghìn sổ đỏ."', []),  # how things are
    ],
)
def test_what_is_done_again_and_again(text: str, wanted: list[Row]) -> None:
    assert rows(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a body undertakes it for a case; one that is only told of does not
        (
            "Nếu phát hiện vi phạm, Sở Công Thương sẽ xử phạt nghiêm cửa hàng.",
            [("xử phạt nghiêm cửa hàng", ["Sở Công Thương"])],
        ),
        (
            "Quá hạn nếu chủ hộ không kê khai, cơ quan chức năng sẽ thu hồi mã số.",
            [("thu hồi mã số", ["cơ quan chức năng"])],
        ),
        ("Khi Bộ Tài chính sẽ ban hành thông tư thì chưa ai rõ.", []),
        ("Nếu doanh nghiệp không kê khai, Tổng cục Thuế sẽ mất nguồn thu lớn.", []),
        ("Nếu dự luật được thông qua, người dân sẽ không phải nộp bản giấy.", []),
        (
            SPEAKER + "phần mềm đã chạy thử ở ba huyện và nếu thuận lợi, sẽ được mở cho toàn tỉnh trong quý I/2031.",
            [
                (
                    "phần mềm đã chạy thử ở ba huyện và nếu thuận lợi, sẽ được mở cho toàn tỉnh trong quý I/2031",
                    [],
                )
            ],
        ),
        # the own body by a noun, bound for a case
        (
            "Bà Trần Thị Bé, Phó Chủ tịch UBND huyện Na Hang, cho biết nếu có vốn thì huyện cam kết trong quý II/2031 "
            "xong đường truyền cho cả 9 xã.",
            [("trong quý II/2031 xong đường truyền cho cả 9 xã", ["Ủy ban nhân dân huyện Na Hang"])],
        ),
    ],
)
def test_what_is_undertaken_for_a_case(text: str, wanted: list[Row]) -> None:
    assert rows(text) == wanted
