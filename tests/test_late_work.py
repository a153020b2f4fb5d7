"""How far the bearers of a task have come: late, done, under way, put off; and the lists in which texts say so."""

from __future__ import annotations

import pytest

from kg.model import Facts, Task
from loaders.extract import extract
from loaders.read import read_bytes

Told = tuple[str, tuple[str, ...], str | None, str | None, str | None]


def notice(body: str) -> Facts:
    text = (
        "ỦY BAN NHÂN DÂN TỈNH HÀ NAM\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 77/TB-UBND\n"
        f"Hà Nam, ngày 21 tháng 11 năm 2025\nTHÔNG BÁO\nVề hồ sơ cây xanh\n{body}\n"
    )
    return extract(read_bytes(text.encode(), "thong-bao.txt"))


def told(tasks: tuple[Task, ...]) -> list[Told]:
    return [(t.text, t.assignees, t.mandate, t.deadline, t.status) for t in tasks]


LATE = "I. TÌNH HÌNH\nTuy nhiên, còn một số nhiệm vụ chậm so với yêu cầu:\n- "


@pytest.mark.parametrize(
    ("entry", "want"),
    [
        (
            "Sở Xây dựng chưa lập xong bản đồ cây cổ thụ được giao tại Công văn số 1204/UBND-NC ngày 18/8/2025, "
            "thời hạn "
            "30/9/2025 (quá hạn 52 ngày).",
            ("lập xong bản đồ cây cổ thụ", ("Sở Xây dựng",), "1204/UBND-NC", "2025-09-30", "overdue"),
        ),
        (
            "Sở Tài chính chưa tham mưu phương án mua cây theo Thông báo số 198/TB-VP ngày 06/9/2025, quá hạn từ ngày "
            "15/10/2025.",
            ("tham mưu phương án mua cây", ("Sở Tài chính",), "198/TB-VP", "2025-10-15", "overdue"),
        ),
        (
            "07 xã chưa ban hành quyết định lập vườn ươm theo Kế hoạch số 70/KH-UBND.",
            ("ban hành quyết định lập vườn ươm", ("07 xã",), "70/KH-UBND", None, "overdue"),
        ),
        (
            "Việc kiểm kê cây trên các tuyến phố do Sở Y tế thực hiện đang trong giai đoạn nghiệm thu, cam kết hoàn "
            "thành "
            "trước 15/12/2025.",
            ("kiểm kê cây trên các tuyến phố", ("Sở Y tế",), None, "2025-12-15", "in-progress"),
        ),
        (
            "Sở Nội vụ: Đề án đội trồng cây, hạn 30/6/2025.",
            ("Đề án đội trồng cây", ("Sở Nội vụ",), None, "2025-06-30", "overdue"),
        ),
        (
            "Trình nghị quyết về phí chặt cây (Sở Tài chính), quá hạn 30 ngày.",
            ("Trình nghị quyết về phí chặt cây", ("Sở Tài chính",), None, None, "overdue"),
        ),
        (
            "Sở Y tế chậm ban hành hướng dẫn chăm cây.",
            ("ban hành hướng dẫn chăm cây", ("Sở Y tế",), None, None, "overdue"),
        ),
        (
            "UBND các xã Phù Vân, Liêm Tuyền vẫn chưa gửi báo cáo kiểm kê (hạn 15/9/2025).",
            ("gửi báo cáo kiểm kê", ("Ủy ban nhân dân xã Phù Vân", "Ủy ban nhân dân xã Liêm Tuyền"), None, "2025-09-15",
             "overdue"),
        ),
    ],
)  # fmt: skip
def test_entries_of_a_list_of_late_work(entry: str, want: Told) -> None:
    assert told(notice(LATE + entry).tasks) == [want]


@pytest.mark.parametrize(
    ("sentence", "want"),
    [
        (
            "Chủ tịch UBND tỉnh biểu dương Sở Tư pháp đã hoàn thành sớm việc số hóa sổ cây được giao tại Kế hoạch số "
            "70/KH-UBND ngày 05/5/2025.",
            ("số hóa sổ cây", ("Sở Tư pháp",), "70/KH-UBND", None, "done"),
        ),
        (
            "Sở Y tế đã ban hành hướng dẫn chăm cây, sớm 10 ngày so với thời hạn giao tại Quyết định số 12/QĐ-UBND.",
            ("ban hành hướng dẫn chăm cây", ("Sở Y tế",), "12/QĐ-UBND", None, "done"),
        ),
        (
            "Đến nay 03 sở (Sở Y tế, Sở Nội vụ, Sở Tư pháp) chưa gửi báo cáo theo Công văn số 88/UBND-NC ngày "
            "02/9/2025, "
            "hạn 15/10/2025.",
            ("gửi báo cáo", ("Sở Y tế", "Sở Nội vụ", "Sở Tư pháp"), "88/UBND-NC", "2025-10-15", "overdue"),
        ),
        (
            "Nhiệm vụ lập bản đồ cây giao Sở Xây dựng tại Kế hoạch số 12/KH-UBND ngày 05/5/2025, hạn 30/10/2025, "
            "đến nay "
            "chưa hoàn thành.",
            ("lập bản đồ cây", ("Sở Xây dựng",), "12/KH-UBND", "2025-10-30", "overdue"),
        ),
        (
            "Sở Y tế được UBND tỉnh giao tại Chỉ thị số 04/CT-UBND ngày 11/2/2025 đo tán cây trong tháng 6/2025, "
            "song mới xong "
            "3 phường.",
            ("đo tán cây trong tháng 6/2025", ("Sở Y tế",), "04/CT-UBND", "2025-06", "overdue"),
        ),
        (
            "Với Sở Xây dựng, nhiệm vụ làm sạch dữ liệu cây đã được UBND tỉnh cho lùi đến tháng 12/2025.",
            ("làm sạch dữ liệu cây", ("Sở Xây dựng",), None, "2025-12", "extended"),
        ),
    ],
)
def test_clauses_that_answer_a_task(sentence: str, want: Told) -> None:
    found = [
        (text, tuple(name.removesuffix(" tỉnh Hà Nam") for name in who), *rest)
        for text, who, *rest in told(notice(f"I. TÌNH HÌNH\n{sentence}").tasks)
    ]
    assert [(text.strip(), *rest) for text, *rest in found] == [want]


@pytest.mark.parametrize(
    "sentence",
    [
        "Các sở chưa chủ động tham mưu trồng cây; một số đơn vị chưa quan tâm chỉ đạo.",
        "Sở Y tế chưa có báo cáo tốt.",
        "Sở Nội vụ đã ban hành hướng dẫn chăm cây.",
        "Chất lượng hồ sơ cây chưa đồng đều theo Quyết định số 12/QĐ-UBND.",
    ],
)
def test_what_answers_no_task(sentence: str) -> None:
    assert not notice(f"I. TÌNH HÌNH\n{sentence}").tasks


def test_headings_tell_how_the_listed_work_stands() -> None:
    found = notice(
        "1. Các nhiệm vụ đã hoàn thành\n- Công bố danh mục cây cổ thụ (Sở Xây dựng).\n"
        "2. Nhiệm vụ đang triển khai:\n- Sở Y tế số hóa bệnh án cây, hạn 31/12/2025.\n"
    ).tasks
    assert told(found) == [
        ("Công bố danh mục cây cổ thụ", ("Sở Xây dựng",), None, None, "done"),
        ("số hóa bệnh án cây", ("Sở Y tế",), None, "2025-12-31", "in-progress"),
    ]


def test_those_behind_are_told_what_to_do() -> None:
    found = notice(
        "I. NHIỆM VỤ\n1. Yêu cầu các xã chưa gửi hồ sơ cây theo Quyết định số 12/QĐ-UBND khẩn trương gửi hồ sơ cây."
    ).tasks
    assert [(t.text, t.assignees, t.status) for t in found] == [("khẩn trương gửi hồ sơ cây", ("các xã",), None)]


@pytest.mark.parametrize(
    ("item", "work", "who", "until"),
    [
        (
            "Đồng ý cho Sở Nội vụ lùi thời hạn trình Đề án đội trồng cây từ tháng 10/2025 sang tháng 01/2026; đây "
            "là lần cuối.",
            "trình Đề án đội trồng cây", ("Sở Nội vụ",), "2026-01",
        ),
        (
            "Gia hạn đến ngày 31/3/2026 cho Sở Y tế hoàn thành hồ sơ cây.", "hoàn thành hồ sơ cây",
            ("Sở Y tế",), "2026-03-31",
        ),
        (
            "Thống nhất điều chỉnh thời hạn hoàn thành Dự án kho dữ liệu cây từ năm 2025 sang năm 2026 theo đề nghị "
            "của Sở Xây "
            "dựng.",
            "hoàn thành Dự án kho dữ liệu cây", ("Sở Xây dựng",), "2026",
        ),
        (
            "Cho phép Sở Tài chính kéo dài thời gian thực hiện nhiệm vụ kiểm kê cây xanh đến hết quý II/2026.",
            "kiểm kê cây xanh", ("Sở Tài chính",), "2026-Q2",
        ),
        (
            "Đồng ý với đề nghị của Sở Tư pháp về việc gia hạn thời gian báo cáo số hóa sổ cây đến ngày 15/12/2025.",
            "báo cáo số hóa sổ cây", ("Sở Tư pháp",), "2025-12-15",
        ),
        ("Gia hạn thời gian xây dựng bản đồ cây đến hết quý I/2026.", "xây dựng bản đồ cây", (), "2026-Q1"),
    ],
)  # fmt: skip
def test_work_that_is_put_off(item: str, work: str, who: tuple[str, ...], until: str) -> None:
    assert told(notice(f"I. NHIỆM VỤ\n1. {item}").tasks) == [(work, who, "77/TB-UBND", until, "extended")]


@pytest.mark.parametrize(
    "item",
    [
        "Sở Y tế trình phương án mua cây; không để tiếp tục lùi thời hạn sang năm 2026.",
        "Sở Y tế lập báo cáo xin gia hạn đến năm 2026.",
    ],
)
def test_what_is_not_granted_is_not_put_off(item: str) -> None:
    assert all(task.status is None for task in notice(f"I. NHIỆM VỤ\n1. {item}").tasks)


QUEUE = "I. KẾT QUẢ\n1. Nhiệm vụ quá hạn chưa hoàn thành (05 nhiệm vụ), cụ thể:\na) "


@pytest.mark.parametrize(
    ("entry", "want"),
    [
        (
            "Xây dựng Nghị quyết về phí trồng cây, do Sở Tài chính chủ trì, thời hạn hoàn thành 30/6/2025 theo Kế "
            "hoạch số "
            "12/KH-UBND ngày 15/01/2025. Lý do: chờ hướng dẫn của Bộ Tài chính.",
            ("Xây dựng Nghị quyết về phí trồng cây", ("Sở Tài chính",), "12/KH-UBND", "2025-06-30", "overdue"),
        ),
        (
            "Sở Y tế: Rà soát diện tích cây xanh (hạn ngày 31/7/2025, chậm 3 tháng).",
            ("Rà soát diện tích cây xanh", ("Sở Y tế",), None, "2025-07-31", "overdue"),
        ),
        (
            "Đề án vườn ươm tỉnh (Sở Xây dựng; thời hạn tháng 8/2025).",
            ("Đề án vườn ươm tỉnh", ("Sở Xây dựng",), None, "2025-08", "overdue"),
        ),
    ],
)
def test_entries_below_a_heading_of_late_work(entry: str, want: Told) -> None:
    assert told(notice(QUEUE + entry).tasks) == [want]


@pytest.mark.parametrize(
    ("sentence", "want"),
    [
        (
            "Còn 02 địa phương (huyện Bình Lục, huyện Thanh Liêm) chưa ban hành kế hoạch trồng cây theo Chỉ thị số "
            "05/CT-UBND.",
            ("ban hành kế hoạch trồng cây", ("huyện Bình Lục", "huyện Thanh Liêm"), "05/CT-UBND", None, None),
        ),
        (
            "Sở Y tế không hoàn thành nhiệm vụ số hóa vườn thuốc đúng hạn theo Kế hoạch số 12/KH-UBND.",
            ("số hóa vườn thuốc", ("Sở Y tế",), "12/KH-UBND", None, "overdue"),
        ),
        (
            "Sở Nội vụ còn nợ báo cáo quý II theo Công văn số 22/UBND-NC, đã quá hạn 20 ngày.",
            ("báo cáo quý II", ("Sở Nội vụ",), "22/UBND-NC", None, "overdue"),
        ),
        (
            "Trong số đó, Sở Tư pháp mới hoàn thành 60% khối lượng số hóa sổ cây theo Kế hoạch số 30/KH-UBND, trễ "
            "hạn 2 tháng.",
            ("số hóa sổ cây", ("Sở Tư pháp",), "30/KH-UBND", None, "overdue"),
        ),
        (
            "Sở Y tế đang kiểm kê cây thuốc theo Quyết định số 45/QĐ-UBND, dự kiến hoàn thành trong tháng 12/2025.",
            ("kiểm kê cây thuốc", ("Sở Y tế",), "45/QĐ-UBND", "2025-12", "in-progress"),
        ),
        (
            "Nhiệm vụ lập quy hoạch cây xanh giao tại Thông báo số 50/TB-UBND đã được Sở Xây dựng hoàn thành, vượt "
            "tiến độ.",
            ("lập quy hoạch cây xanh", ("Sở Xây dựng",), "50/TB-UBND", None, "done"),
        ),
    ],
)
def test_further_ways_to_say_how_far_a_task_has_come(sentence: str, want: Told) -> None:
    assert told(notice(f"I. TÌNH HÌNH\n{sentence}").tasks) == [want]


def test_the_day_on_which_a_status_holds() -> None:
    (task,) = notice(
        "I. TÌNH HÌNH\nTính đến ngày 15/11/2025, còn 4/18 sở, ngành chậm nộp hồ sơ cây theo Kế hoạch số 30/KH-UBND."
    ).tasks
    assert (task.assignees, task.status, task.status_date) == (("4/18 sở, ngành",), "overdue", "2025-11-15")


def test_what_others_have_done_is_what_the_rest_have_not() -> None:
    found = notice(
        "I. TÌNH HÌNH\nMới có 25/34 xã gửi báo cáo kiểm kê cây theo yêu cầu tại Công văn số 512/UBND-NC ngày 05/2/2025 "
        "(thời hạn báo cáo là ngày 28/02/2025); các xã Phù Vân, Liêm Tuyền và một số xã khác đến nay chưa báo cáo."
    ).tasks
    assert told(found) == [
        (
            "gửi báo cáo kiểm kê cây", ("các xã Phù Vân, Liêm Tuyền và một số xã khác",), "512/UBND-NC", "2025-02-28",
            "overdue",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Hiện còn 2/27 nhiệm vụ chậm tiến độ, gồm: lập bản đồ cây cổ thụ (Sở Xây dựng), thẩm định quy chế chăm cây "
        "(Sở Tư pháp).",
        "Còn hai việc chưa xong là lập bản đồ cây cổ thụ do Sở Xây dựng chủ trì và thẩm định quy chế chăm cây của "
        "Sở Tư pháp.",
    ],
)
def test_a_list_of_late_work_names_who_is_late(sentence: str) -> None:
    found = notice(f"I. ĐÁNH GIÁ CHUNG\n{sentence}\nII. NHIỆM VỤ\n1. Sở Y tế rà soát hồ sơ cây thuốc.").tasks
    assert [(task.text, task.assignees, task.status) for task in found] == [
        ("lập bản đồ cây cổ thụ", ("Sở Xây dựng",), "overdue"),
        ("thẩm định quy chế chăm cây", ("Sở Tư pháp",), "overdue"),
        ("rà soát hồ sơ cây thuốc", ("Sở Y tế",), None),
    ]
    assert found[0].evidence[0].quote.endswith(("(Sở Xây dựng)", "Sở Xây dựng chủ trì"))


@pytest.mark.parametrize(
    ("behind", "status"),
    [
        (" ở một số bộ", "in-progress"),
        (" tại 12/20 xã", "in-progress"),
        (" một phần", "in-progress"),
        (" khoảng 70%", "in-progress"),
        (" ở phần lớn các xã", "in-progress"),
        ("", "done"),
        (" ở 20/20 xã", "done"),
        (" 100%", "done"),
        (" tại tất cả các xã", "done"),
        (", một số bộ đang học theo", "done"),
    ],
)
def test_what_is_done_in_part_is_not_done(behind: str, status: str) -> None:
    text = f"Nhiệm vụ lập bản đồ cây theo Quyết định số 31/QĐ-TTg đã hoàn thành{behind}."
    (task,) = extract(read_bytes(f"Chuyện trồng cây\n{text}\n".encode(), "bao.txt")).tasks
    assert task.status == status


@pytest.mark.parametrize(
    ("sentence", "want"),
    [
        (
            "Trong 9 nhiệm vụ giao tại Thông báo số 12/TB-UBND ngày 05/3/2025, còn 3 nhiệm vụ quá hạn, gồm: (i) Sở Xây "
            "dựng chưa trình dự thảo Nghị quyết quy định về phí chặt cây, hạn tháng 6 năm 2025; (ii) thành phố Phủ Lý "
            "chậm phê duyệt dự án vườn ươm phía nam, lẽ ra phải xong trong quý II năm 2025; (iii) Sở Tài chính chưa "
            "gửi báo cáo tiền thuê cán bộ chăm cây.",
            [
                (
                    "trình dự thảo Nghị quyết quy định về phí chặt cây", ("Sở Xây dựng",), "12/TB-UBND", "2025-06",
                    "overdue",
                ),
                ("phê duyệt dự án vườn ươm phía nam", ("Thành phố Phủ Lý",), "12/TB-UBND", "2025-Q2", "overdue"),
                ("gửi báo cáo tiền thuê cán bộ chăm cây", ("Sở Tài chính",), "12/TB-UBND", None, "overdue"),
            ],
        ),
        (
            "Đến nay hai việc trễ hẹn là: Sở Y tế chưa bàn giao vườn thuốc nam, Sở Công Thương chậm ban hành đơn giá "
            "cây giống.",
            [
                ("bàn giao vườn thuốc nam", ("Sở Y tế",), None, None, "overdue"),
                ("ban hành đơn giá cây giống", ("Sở Công Thương",), None, None, "overdue"),
            ],
        ),
        ("Yêu cầu không để việc nào chậm tiến độ: Sở Y tế chưa có vườn thuốc thì mượn đất.", []),
    ],
)  # fmt: skip
def test_a_sentence_lists_late_work_itself(sentence: str, want: list[Told]) -> None:
    found = notice(f"I. TÌNH HÌNH\n{sentence}\n").tasks
    assert [one for one in told(found) if one[4] == "overdue"] == want
