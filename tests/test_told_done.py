"""Work that prose tells as done comes to the order that it answers: surely where bearer and product are its own, as a
candidate with the reason where they may be.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from lxml import html

from kg import linking, queries, trace_view
from kg.build import build
from kg.config import BASE_IRI, Config
from kg.iris import Iris, RecordIris
from kg.model import Facts
from kg.reader import Reader
from kg.trace import trace
from kg.vocabulary import PREFIXES
from loaders.extract import extract
from loaders.read import read_bytes
from web.app import close, create_app

ORDER = """THỦ TƯỚNG CHÍNH PHỦ
Số: 14/CT-TTg
Hà Nội, ngày 05 tháng 3 năm 2026
CHỈ THỊ
Về việc bảo vệ rừng ngập mặn
1. Bộ Nông nghiệp và Môi trường nghiên cứu, xây dựng, ban hành sổ tay hướng dẫn trồng cây đước trên bãi bồi trước ngày \
30/6/2026.
2. Bộ Tài chính ban hành Thông tư quy định mức chi trả dịch vụ môi trường rừng ngập mặn trong quý II năm 2026.
3. Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương công bố ranh giới rừng ngập mặn trên địa bàn trước ngày \
30/9/2026.
4. Các bộ, ngành, địa phương rà soát dự án lấn biển ảnh hưởng tới rừng ngập mặn trước ngày 31/12/2026.
5. Bộ Quốc phòng hoàn thành việc bàn giao đất rừng ngập mặn ven đảo cho địa phương trước ngày 30/8/2026.
"""
AT = "Chỉ thị số 14/CT-TTg"
GUIDE, FEES, BORDERS, PROJECTS, LAND = range(5)


def notice(body: str) -> str:
    return (
        "VĂN PHÒNG CHÍNH PHỦ\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n-------\n"
        "Số: 301/TB-VPCP\nHà Nội, ngày 20 tháng 10 năm 2026\n\nTHÔNG BÁO\n"
        f"Kết luận của Phó Thủ tướng tại cuộc họp về tình hình thực hiện {AT} về rừng ngập mặn\n\n"
        f"Phó Thủ tướng kết luận như sau:\n1. {body}\n2. Bộ Công an báo cáo trước ngày 30/11/2026.\n"
    )


def press(body: str) -> str:
    opening = f"Theo {AT} của Thủ tướng Chính phủ, rừng ven biển phải được giữ."
    return f"Rừng ngập mặn hồi sinh\n20/11/2026 08:00\n{opening}\n{body}\n"


def facts(name: str, text: str) -> Facts:
    return extract(read_bytes(text.encode(), name))


def came(
    text: str, *, states: bool = True
) -> tuple[list[tuple[int, str]], list[tuple[int, str]], list[tuple[int, str]]]:
    """What a text reports, by the place of the order: as its state, as a share of its group, as a candidate. Without
    `states`, what it orders as well.
    """
    order, told = facts("lenh.txt", ORDER), facts("bao.txt", text)
    same = linking.link([order, told]).tasks
    assert linking.link([told, order]).tasks == same
    iris = Iris(BASE_IRI)
    orders, reports = (
        [RecordIris(iris, iris.source(one.source)).of("task", task.evidence) for task in one.tasks]
        for one in (order, told)
    )
    told_of = zip(reports, told.tasks, strict=True)
    status = {iri: task.status or "" for iri, task in told_of if task.status or not states}
    return (  # what is sure, what is a share, what is open
        sorted((orders.index(b), status[a]) for a, b in same.principal if a in status),
        sorted((orders.index(b), status[a]) for a, b in same.shares if a in status),
        sorted((orders.index(o.iri), o.reason) for a, options in same.undecided if a in status for o in options),
    )


SURE = [
    (
        notice(
            "Đánh giá cao Bộ Nông nghiệp và Môi trường đã ban hành sổ tay hướng dẫn trồng cây đước trên bãi bồi vào "
            "ngày 18 tháng 6 năm 2026."
        ),
        GUIDE,
    ),
    (
        notice(
            "Thông tư quy định mức chi trả dịch vụ môi trường rừng ngập mặn đã được Bộ Tài chính ban hành kịp thời."
        ),
        FEES,
    ),
    (
        press(
            "Thủ tướng ghi nhận Bộ Tài chính đã ban hành Thông tư quy định mức chi trả dịch vụ môi trường rừng ngập "
            "mặn ngày 20/6/2026."
        ),
        FEES,
    ),
    (
        press(
            f"Thực hiện {AT}, đến nay Bộ Quốc phòng đã hoàn thành việc bàn giao đất rừng ngập mặn ven đảo cho địa "
            "phương."
        ),
        LAND,
    ),
    (notice("Tất cả 34 tỉnh, thành phố đã công bố ranh giới rừng ngập mặn trên địa bàn."), BORDERS),
    (
        notice("Ngày 12/6/2026, Bộ Tài chính ban hành Thông tư quy định mức chi trả dịch vụ môi trường rừng ngập mặn."),
        FEES,
    ),
    (
        notice(
            "Thông tư quy định mức chi trả dịch vụ môi trường rừng ngập mặn được Bộ Tài chính ban hành ngày 12/6/2026."
        ),
        FEES,
    ),
    (
        notice(
            "Bộ Quốc phòng đã phối hợp với Bộ Công an hoàn tất việc bàn giao đất rừng ngập mặn ven đảo cho địa phương."
        ),
        LAND,
    ),
    (notice("Đến nay 34/34 tỉnh, thành phố đã công bố ranh giới rừng ngập mặn trên địa bàn."), BORDERS),
    (
        press(
            f"Triển khai nhiệm vụ nêu tại {AT}, các tỉnh, thành phố đã công bố ranh giới rừng ngập mặn trên địa bàn."
        ),
        BORDERS,
    ),
]


@pytest.mark.parametrize(("text", "order"), SURE, ids=range(len(SURE)))
def test_work_told_as_done_comes_to_its_order(text: str, order: int) -> None:
    assert came(text) == ([(order, "done")], [], [])


SHARES = [
    (notice("Đến nay 21/34 tỉnh, thành phố đã công bố ranh giới rừng ngập mặn trên địa bàn."), BORDERS),
    # of all provinces, where ministries were ordered as well
    (press(f"Thực hiện {AT}, các tỉnh đã hoàn thành rà soát dự án lấn biển ảnh hưởng tới rừng ngập mặn."), PROJECTS),
    (notice("UBND tỉnh Cà Mau đã công bố ranh giới rừng ngập mặn trên địa bàn."), BORDERS),
]


@pytest.mark.parametrize(("text", "order"), SHARES, ids=range(len(SHARES)))
def test_work_that_a_part_of_the_group_has_done_is_its_share(text: str, order: int) -> None:
    assert came(text) == ([], [(order, "done")], [])


ABROAD = ORDER.replace("trên địa bàn trước", "trên địa bàn, trên Cổng thông tin điện tử và bản đồ số quốc gia trước")


def test_the_share_of_a_part_may_be_told_in_the_first_words_of_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "ORDER", ABROAD)
    said = "tỉnh, thành phố đã công bố ranh giới rừng ngập mặn."
    assert came(notice(f"Đến nay 21/34 {said}")) == ([], [(BORDERS, "done")], [])
    sure, shares, offered = came(notice(f"Đến nay 34/34 {said}"))  # of all it would close the task
    assert (sure, shares, [place for place, _ in offered]) == ([], [], [BORDERS])


OPEN = [
    (
        notice("Bộ Tài chính đã trình dự thảo Thông tư quy định mức chi trả dịch vụ môi trường rừng ngập mặn."),
        FEES,
        "mới báo cáo một bước",
    ),
    (
        notice("Bộ Tài chính đã ban hành Kế hoạch quy định mức chi trả dịch vụ môi trường rừng ngập mặn."),
        FEES,
        "loại văn bản khác nhau",
    ),
]


@pytest.mark.parametrize(("text", "order", "why"), OPEN, ids=range(len(OPEN)))
def test_what_may_answer_an_order_is_offered_with_the_reason(text: str, order: int, why: str) -> None:
    sure, shares, ((place, reason),) = came(text)
    assert (sure, shares, place) == ([], [], order) and why in reason


LATER = [
    # by "nêu trên", and by its first words
    (
        notice("Bộ Quốc phòng khẩn trương hoàn thành việc bàn giao đất rừng nêu trên, chậm nhất ngày 15/12/2026."),
        LAND,
    ),
    (
        notice(
            "Ủy ban nhân dân các tỉnh An Giang, Cà Mau công bố ranh giới rừng ngập mặn, báo cáo Bộ Quốc phòng trước "
            "ngày 20/11/2026."
        ),
        BORDERS,
    ),
]


@pytest.mark.parametrize(("text", "order"), LATER, ids=range(len(LATER)))
def test_a_later_time_that_a_conclusion_sets_is_offered_at_the_task(text: str, order: int) -> None:
    sure, shares, ((place, reason),) = came(text, states=False)
    assert (sure, shares, place) == ([], [], order) and "thời hạn mới" in reason


@pytest.mark.parametrize(
    "text",
    [
        # another body
        notice("Bộ Y tế khẩn trương hoàn thành việc bàn giao đất rừng nêu trên, chậm nhất ngày 15/12/2026."),
        # no later than the first time
        notice("Bộ Quốc phòng hoàn thành việc bàn giao đất rừng nêu trên trước ngày 15/8/2026."),
        # in no text that looks back on the directive
        press("Bộ Quốc phòng phải hoàn thành việc bàn giao đất rừng nêu trên trước ngày 15/12/2026."),
        # of other work
        notice("Bộ Quốc phòng hoàn thành việc rà phá bom mìn nêu trên trước ngày 15/12/2026."),
    ],
)
def test_what_sets_no_later_time(text: str) -> None:
    assert came(text, states=False) == ([], [], [])


SAME_DAY = "công bố ranh giới các khu rừng ngập mặn trước ngày 30/9/2026"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (press(f"Theo {AT}, các địa phương phải {SAME_DAY}."), ([(BORDERS, "")], [], [])),
        (
            press(f"Theo {AT}, các địa phương phải {SAME_DAY}, song đến nay vẫn còn 6 tỉnh chưa thực hiện."),
            ([], [(BORDERS, "overdue")], []),
        ),
        # by another day
        (press(f"Theo {AT}, các địa phương phải {SAME_DAY.replace('30/9', '30/11')}."), ([], [], [])),
    ],
)
def test_the_press_tells_of_an_order_in_other_words_with_its_day(text: str, found: object) -> None:
    assert came(text, states=False) == found


NOTHING = [
    # another body, on another matter
    notice("Bộ Y tế đã ban hành sổ tay hướng dẫn sơ cứu người bị rắn cắn."),
    # to be done, not done
    notice("Khi Bộ Tài chính đã ban hành Thông tư quy định mức chi trả, các địa phương thực hiện ngay."),
    # on a day to come
    notice("Thông tư quy định mức chi trả dịch vụ được Bộ Tài chính ban hành trước ngày 30/12/2026."),
    # not done
    press(f"Thực hiện {AT}, Bộ Tài chính chưa ban hành Thông tư quy định mức chi trả."),
    # a figure, and nobody knows which
    press(f"Thực hiện {AT}, Bộ Tài chính đã ban hành nhiều thông tư, chính sách về dịch vụ môi trường rừng ngập mặn."),
    notice("Bộ Quốc phòng đã hoàn thành 38 nhiệm vụ, đang triển khai 12 nhiệm vụ bàn giao đất rừng ngập mặn."),
    # finished work of no mandate
    "Tin vắn\nBộ Tài chính đã ban hành Thông tư quy định mức chi trả dịch vụ môi trường rừng ngập mặn.\n",
]


@pytest.mark.parametrize("text", NOTHING, ids=range(len(NOTHING)))
def test_what_answers_no_order(text: str) -> None:
    assert came(text) == ([], [], [])
    assert not [task for task in facts("bao.txt", text).tasks if "Bộ Tài chính" in task.assignees]


def test_each_of_several_bodies_has_done_its_own() -> None:
    said = (
        "Bộ Y tế đã khai trương trạm cấp cứu ven biển, Bộ Nội vụ đã công bố số máy trực đêm; Bộ Công an đã ban hành "
        "Quy chế tuần tra rừng."
    )
    done = [task for task in facts("tb.txt", notice(said)).tasks if task.status]
    assert [(task.text, task.assignees) for task in done] == [
        ("khai trương trạm cấp cứu ven biển", ("Bộ Y tế",)),
        ("công bố số máy trực đêm", ("Bộ Nội vụ",)),
        ("ban hành Quy chế tuần tra rừng", ("Bộ Công an",)),
    ]
    assert done[1].evidence[0].quote == "Bộ Nội vụ đã công bố số máy trực đêm"


@pytest.mark.parametrize(
    ("said", "text", "status", "day"),
    [
        ("Bộ Y tế đã cơ bản hoàn thành bản đồ trạm cấp cứu ven biển.", "hoàn thành bản đồ trạm cấp cứu ven biển",
         "in-progress", "2026-10-20"),
        ("Bộ Y tế đã hoàn thành trạm cấp cứu ven biển tại 12/28 xã.", "hoàn thành trạm cấp cứu ven biển tại 12/28 xã",
         "in-progress", "2026-10-20"),
        ("Hoan nghênh Bộ Y tế đã khai trương trạm cấp cứu ven biển vào ngày 02/9/2026; giao Bộ Y tế duy trì hoạt động "
         "của trạm đến ngày 31/12/2026.", "khai trương trạm cấp cứu ven biển", "done", "2026-09-02"),
    ],
)  # fmt: skip
def test_what_is_done_in_part_and_when_it_was_done(said: str, text: str, status: str, day: str) -> None:
    told = [task for task in facts("tb.txt", notice(said)).tasks if task.status]
    assert [(task.text, task.status, task.status_date) for task in told] == [(text, status, day)]
    assert said.startswith("Hoan") == any("duy trì" in task.text for task in facts("tb.txt", notice(said)).tasks)


def test_the_table_of_a_document_tells_an_order_once_with_what_the_press_tells_of_it(tmp_path: Path) -> None:
    told = f"Theo {AT}, các địa phương phải {SAME_DAY}, song đến nay vẫn còn 6 tỉnh chưa thực hiện."
    for name, text in (("lenh", ORDER), ("tb", LATER[0][0]), ("bao", press(told))):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    build(Config(tmp_path / "data"), sorted(tmp_path.glob("*.txt")), workers=1)
    iris = Iris(BASE_IRI)
    land, borders = (
        RecordIris(iris, iris.source("lenh.txt")).of("task", facts("lenh.txt", ORDER).tasks[at].evidence)
        for at in (LAND, BORDERS)
    )
    app = create_app(Config(store=tmp_path / "data"))
    with app.test_client() as client:
        page = html.fromstring(client.get("/id/document/2026/14-ct-ttg?as_of=2026-12-01").data)
        desk = html.fromstring(client.get("/audit?id=14/CT-TTg&as_of=2026-12-20").data)
        exported = client.get("/audit?id=14/CT-TTg&as_of=2026-12-20&format=csv").data.decode("utf-8-sig")
        task = html.fromstring(client.get(f"{land.removeprefix(BASE_IRI.rstrip('/'))}?as_of=2026-12-01").data)
        address = "/queries/tasks-of-document?document=14/CT-TTg&lang="
        answered = [client.get(address + lang).get_data(as_text=True) for lang in ("vi", "en")]
        documents = csv.DictReader(io.StringIO(client.get("/documents?format=csv&lang=vi").data.decode("utf-8-sig")))
        (counted,) = [row["Nhiệm vụ"] for row in documents if row["Số/ký hiệu"].startswith("14/CT-TTg")]
    close(app)
    listed = [row for row in page.cssselect("#tasks tbody tr") if "công bố ranh giới" in row.text_content().casefold()]
    assert len(listed) == 1
    assert "Quá hạn" in listed[0].text_content() and "phần việc của 6 tỉnh" in listed[0].text_content()
    assert "còn 6 tỉnh chưa thực hiện" in listed[0].text_content()
    assert "301/TB-VPCP" in page.cssselect("main")[0].text_content()
    offered = " ".join(task.cssselect("main")[0].text_content().split())
    assert "thời hạn 15/12/2026" in offered and "có thể là thời hạn mới của nhiệm vụ" in offered
    chain = " ".join(desk.cssselect(".chain")[0].text_content().split())
    assert "Có thể cùng nhiệm vụ với" in chain and "Việc thực hiện được xem xét tại" in chain
    points = [point.text_content() for point in desk.cssselect("#findings li")]
    assert any(
        "phần việc của 6 tỉnh" in point for point in points if "công bố ranh giới rừng ngập mặn" in point.lower()
    )
    assert len([point for point in points if "bàn giao đất rừng" in point]) == 2  # as first given, and given again
    offers = [row for row in csv.DictReader(io.StringIO(exported)) if row["Quan hệ"] == "Có thể cùng nhiệm vụ với"]
    assert ["thời hạn mới" in row["Nhận định, lý do"] for row in offers] == [True]
    with Reader(tmp_path / "data", prefixes=PREFIXES) as reader:
        traced = trace_view.as_csv(trace(reader, "14/CT-TTg", base=BASE_IRI)).removeprefix("\ufeff")
        asked = queries.table(reader, queries.saved()["tasks-of-document"], {"document": "14/CT-TTg"})
    of_borders = [row for row in asked if "công bố ranh giới" in row["nhiem_vu"].value.casefold()]
    assert [(row["task"].value, row["phan_viec"].value) for row in of_borders] == [
        (borders, "Quá hạn (phần việc của 6 tỉnh)")
    ]
    assert "Overdue (share of 6 tỉnh)" in answered[1] and "Quá hạn (phần việc của 6 tỉnh)" in answered[0]
    assert int(counted) == len(list(asked)) == len(page.cssselect("#tasks tbody tr"))
    rows = [row for row in csv.DictReader(io.StringIO(traced)) if row["Quan hệ"] == "có thể cùng nhiệm vụ với"]
    assert ["thời hạn mới" in row["Lý do nhận định"] for row in rows] == [True]
