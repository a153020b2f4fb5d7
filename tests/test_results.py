"""Documents that came of tasks: what a later source says was issued for a mandate is linked to the task it answers.

A decision that orders documents, and an article that tells what was issued, read and linked as any source is.
"""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient
from lxml import html

from kg import export, linking, queries, standing, trace_view
from kg.binding import bind
from kg.build import build
from kg.config import BASE_IRI, Config
from kg.iris import Iris
from kg.likeness import Wording
from kg.products import Kinds
from kg.reader import Reader
from kg.registry import load
from kg.results import Result
from kg.trace import trace
from kg.vocabulary import PREFIXES, VP
from loaders.extract import extract
from loaders.read import read_bytes
from web.app import close, create_app

ORDER = """THỦ TƯỚNG CHÍNH PHỦ
Số: 512/QĐ-TTg
Hà Nội, ngày 12 tháng 3 năm 2024
QUYẾT ĐỊNH
Phê duyệt Chương trình bảo vệ nguồn nước sạch
Điều 1. Phê duyệt Chương trình bảo vệ nguồn nước sạch.
Điều 2. Tổ chức thực hiện
1. Bộ Công an chủ trì xây dựng, trình Chính phủ ban hành Nghị định quy định về giám sát xả thải trên sông, hoàn thành \
trong năm 2024.
2. Bộ Nội vụ xây dựng Kế hoạch bồi dưỡng cán bộ quản lý nguồn nước trước ngày 30/9/2024.
3. Bộ Tài chính trình Thủ tướng Chính phủ ban hành Danh mục hồ chứa ưu tiên sửa chữa trong quý III/2024.
4. Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương ban hành Kế hoạch thực hiện Quyết định này trước 30/6/2024.
5. Bộ Y tế xây dựng hệ thống cảnh báo chất lượng nước theo Quyết định số 5/QĐ-TTg.
6. Bộ Khoa học và Công nghệ ban hành Thông tư hướng dẫn đo độ đục của nước.
7. Bộ Công Thương chủ trì, phối hợp với Bộ Quốc phòng ban hành Thông tư quy định van xả hồ thủy điện.
8. Ban hành Quy chế phối hợp trực gác đập lớn mùa mưa bão trong năm 2024.
"""
AT = "Quyết định số 512/QĐ-TTg"
RULES = "quy định về giám sát xả thải trên sông"
TRAINING = "Kế hoạch bồi dưỡng cán bộ quản lý nguồn nước"

POLICE, HOME, DAMS, PROVINCES, HEALTH, SCIENCE, TRADE, RULE = range(8)  # the tasks of the order
SURE, OPEN = True, False


def facts(name: str, text: str):
    return extract(read_bytes(text.encode(), name))


def linked(*told: str) -> list[tuple[int, str, bool, str]]:
    """What came of the order's tasks: the task's place in the order, the document, whether it is sure, and why."""
    order = facts("lenh.txt", ORDER)
    article = facts("bao.txt", "Chuyện nguồn nước\n" + "\n".join(told) + "\n")
    results = linking.link([order, article]).results
    assert linking.link([article, order]).results == results
    places = {iri: place for place, iri in enumerate(_tasks())}
    return [(places[one.task], _label(one), one.sure, one.reason) for one in results]


def _tasks() -> list[str]:
    from kg.iris import RecordIris

    iris = Iris(BASE_IRI)
    records = RecordIris(iris, iris.source("lenh.txt"))
    return [records.of("task", task.evidence) for task in facts("lenh.txt", ORDER).tasks]


def _label(result: Result) -> str:
    return result.document.rpartition("/document/")[2]


# each: what a source says, the task, the document, whether it is sure
SAID = [
    (
        f"Thực hiện nhiệm vụ được giao tại {AT} ngày 12/3/2024, Bộ Nội vụ đã ban hành Quyết định số 88/QĐ-BNV ngày "
        f"2/8/2024 phê duyệt {TRAINING}.",
        HOME, "2024/88-qd-bnv", SURE,
    ),
    (
        f"Theo phân công tại {AT}, Bộ Công an đã hoàn thành xây dựng và trình Chính phủ ban hành Nghị định số "
        f"77/2024/NĐ-CP ngày 9/9/2024 {RULES}.",
        POLICE, "2024/77-2024-nd-cp", SURE,
    ),
    (
        f"Ngày 9/9/2024, Chính phủ ban hành Nghị định số 77/2024/NĐ-CP {RULES}, hoàn thành nhiệm vụ giao Bộ Công an "
        f"tại {AT}.",
        POLICE, "2024/77-2024-nd-cp", SURE,
    ),
    (
        f"Bộ trưởng cho biết, triển khai {AT}, Bộ Nội vụ đã ký Quyết định số 88/QĐ-BNV ngày 2/8/2024 ban hành "
        f"{TRAINING}.",
        HOME, "2024/88-qd-bnv", SURE,
    ),
    (
        f"Triển khai {AT}, Bộ Tài chính đã trình Thủ tướng Chính phủ ban hành Quyết định số 900/QĐ-TTg ngày 1/9/2024 "
        "về danh mục hồ chứa ưu tiên sửa chữa.",
        DAMS, "2024/900-qd-ttg", SURE,
    ),
    (
        f"Nghị định số 77/2024/NĐ-CP ngày 9/9/2024 {RULES} được ban hành để thực hiện {AT}.",
        POLICE, "2024/77-2024-nd-cp", SURE,
    ),
    (
        f"Bộ Nội vụ đã hoàn thành nhiệm vụ xây dựng {TRAINING} được giao tại {AT} (Quyết định số 88/QĐ-BNV ngày "
        "2/8/2024).",
        HOME, "2024/88-qd-bnv", SURE,
    ),
    (  # a share of the group's task
        f"Thực hiện {AT}, UBND tỉnh Lào Cai đã ban hành Kế hoạch số 41/KH-UBND ngày 20/5/2024 triển khai Chương trình "
        "bảo vệ nguồn nước sạch.",
        PROVINCES, "2024/41-kh-ubnd-uy-ban-nhan-dan-tinh-lao-cai", OPEN,
    ),
    (  # the source does not say what it is about
        f"Thực hiện {AT}, Bộ Khoa học và Công nghệ đã ban hành Thông tư số 11/2024/TT-BKHCN.",
        SCIENCE, "2024/11-2024-tt-bkhcn", OPEN,
    ),
    (  # another ministry wrote on the same
        f"Thực hiện {AT}, Bộ Xây dựng đã ban hành Thông tư số 8/2024/TT-BXD hướng dẫn đo độ đục của nước.",
        SCIENCE, "2024/08-2024-tt-bxd", OPEN,
    ),
    (  # who is only to help with it
        f"Thực hiện {AT}, Bộ Quốc phòng đã ban hành Thông tư số 7/2024/TT-BQP quy định van xả hồ thủy điện.",
        TRADE, "2024/07-2024-tt-bqp", OPEN,
    ),
    (  # the order names nobody
        f"Thực hiện {AT}, Bộ Xây dựng đã ban hành Quyết định số 61/QĐ-BXD ngày 2/8/2024 ban hành Quy chế phối hợp trực "
        "gác đập lớn mùa mưa bão.",
        RULE, "2024/61-qd-bxd", OPEN,
    ),
    (  # the subject's words stand here and there in the sentence
        f"Thực hiện {AT}, Bộ Nội vụ đã ban hành Kế hoạch số 12/KH-BNV ngày 2/8/2024 về quản lý nguồn vốn, bồi dưỡng "
        "ngoại ngữ, tiếng nước ngoài cho cán bộ.",
        HOME, "2024/12-kh-bnv", OPEN,
    ),
    (  # only partly what was ordered
        f"Thực hiện {AT}, Bộ Nội vụ đã ban hành Quyết định số 89/QĐ-BNV ngày 2/8/2024 phê duyệt Kế hoạch bồi dưỡng cán "
        "bộ kiểm lâm và quản lý rừng.",
        HOME, "2024/89-qd-bnv", OPEN,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("said", "task", "document", "sure"), SAID, ids=[s[0][:40] for s in SAID])
def test_what_came_of_a_task(said: str, task: int, document: str, sure: bool) -> None:
    found = linked(said)
    assert [(one[0], one[1], one[2]) for one in found] == [(task, document, sure)]
    assert found[0][3]


NOTHING = [
    # another subject altogether
    f"Thực hiện {AT}, Bộ Xây dựng đã ban hành Thông tư số 8/2024/TT-BXD quy định chiều cao nhà ở.",
    # older than the order
    f"Thực hiện {AT}, Bộ Nội vụ đã ban hành Quyết định số 88/QĐ-BNV ngày 2/1/2023 phê duyệt {TRAINING}.",
    # of another mandate
    f"Thực hiện Chỉ thị số 9/CT-TTg, Bộ Nội vụ đã ban hành Quyết định số 88/QĐ-BNV ngày 2/8/2024 phê duyệt {TRAINING}.",
    # not issued yet
    f"Thực hiện {AT}, Bộ Nội vụ đang xây dựng dự thảo {TRAINING}.",
    # a document that is no product of the task's kind
    f"Thực hiện {AT}, Bộ Nội vụ đã có Công văn số 88/BNV-VP ngày 2/8/2024 về bồi dưỡng cán bộ quản lý nguồn nước.",
    # what a body outside the group issues to carry out the same
    f"Thực hiện {AT}, Bộ Xây dựng đã ban hành Kế hoạch số 14/KH-BXD ngày 20/5/2024 thực hiện Chương trình bảo vệ nguồn "
    "nước sạch.",
    # work that needs no document
    f"Thực hiện {AT}, Bộ Y tế đã ban hành Quyết định số 19/QĐ-BYT ngày 2/8/2024 công bố số điện thoại trực ban.",
]


@pytest.mark.parametrize("said", NOTHING)
def test_what_came_of_no_task(said: str) -> None:
    assert linked(said) == []


def test_finished_work_with_its_document_is_no_task_to_be_done() -> None:
    told = "\n".join(said for said, *_ in SAID)
    tasks = facts("bao.txt", f"Chuyện nguồn nước\n{told}\n").tasks
    assert [task.status for task in tasks] == ["done"]


def test_a_plan_ends_before_what_gave_the_work() -> None:
    (task,) = facts(
        "bao.txt", f"Chuyện nguồn nước\nBộ Nội vụ đã hoàn thành nhiệm vụ lập {TRAINING} giao tại {AT}.\n"
    ).tasks
    assert (task.text, task.mandate, task.status) == (f"lập {TRAINING}", "512/QĐ-TTg", "done")


@pytest.mark.parametrize(
    ("text", "deliverable", "kind", "subject"),
    [
        ("chủ trì soạn thảo, trình Chính phủ ban hành Nghị định về cấp nước", None, "nghi dinh", "cap nuoc"),
        ("xây dựng kế hoạch chống hạn; báo cáo kết quả", None, "ke hoach", "chong han"),
        ("tham mưu UBND tỉnh phê duyệt Đề án cấp nước nông thôn trước 30/6", None, "de an", "cap nuoc nong thon"),
        ("hoàn thiện cơ chế giá nước", "Nghị định của Chính phủ", "nghi dinh", "hoan thien co che gia nuoc"),
        ("triển khai Nghị định số 8/2024/NĐ-CP về cấp nước", None, None, ""),
        ("xây dựng hệ thống giám sát theo kế hoạch năm", None, None, ""),
        ("ban hành Báo cáo chất lượng nước", None, None, ""),
        ("rà soát, tổng hợp khó khăn", "Báo cáo", None, ""),
        # reviewed, studied, carried out, not made; and words that only look like making
        ("rà soát các nghị định về đất đai ven sông", None, None, ""),
        ("nghiên cứu Luật Tài nguyên nước", None, None, ""),
        ("hoàn thành kế hoạch nạo vét kênh năm nay", None, None, ""),
        ("thành lập tổ giúp việc về kế hoạch chống hạn", None, None, ""),
        ("triển khai chương trình hành động, kế hoạch nạo vét", None, None, ""),
        ("thiết lập đường dây nóng gắn với quy hoạch đê", None, None, ""),
        ("rà soát, cập nhật quy hoạch đê sông", None, "quy hoach", "quy hoach de song"),
        ("hoàn thành Đề án cấp nước trình Thủ tướng", None, "de an", "cap nuoc"),
    ],
)
def test_the_document_that_a_task_is_to_bring_forth(
    text: str, deliverable: str | None, kind: str | None, subject: str
) -> None:
    registry = load()
    product = Kinds(registry, Wording(registry)).product(text, deliverable)
    assert (product.kind if product else None) == kind
    assert product is None or tuple(subject.split()) in product.subjects


# ── where it is shown ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("results")
    (folder / "lenh.txt").write_text(ORDER, "utf-8")
    (folder / "bao.txt").write_text(f"Chuyện nguồn nước\n{SAID[0][0]}\n{SAID[7][0]}\n", "utf-8")
    build(Config(folder / "data"), [folder / "lenh.txt", folder / "bao.txt"], workers=1)
    return folder / "data"


def page(client: FlaskClient, iri: str) -> html.HtmlElement:
    return html.fromstring(client.get(iri.removeprefix(BASE_IRI.rstrip("/")), headers={"Accept": "text/html"}).data)


def test_only_what_is_sure_is_stated(reader: Reader) -> None:
    rows = reader.rows(f"SELECT ?t ?d {{ ?t <{VP.resultDocument}> ?d }}")
    assert [(row["t"], row["d"].rpartition("/")[2]) for row in rows] == [(_tasks()[HOME], "88-qd-bnv")]


def test_the_saved_query_tells_the_document_with_its_sentence(reader: Reader) -> None:
    rows = queries.table(reader, queries.saved()["results-of-tasks"], {"document": "512/QĐ-TTg"})
    told = {row["van_ban_ket_qua"].value: row for row in rows}
    assert {name: row["nhan_dinh"].value for name, row in told.items()} == {
        "88/QĐ-BNV": "Chắc chắn",
        "41/KH-UBND": "Có thể",
    }
    assert told["88/QĐ-BNV"]["trich_dan"].value == SAID[0][0].rstrip(".")
    assert {name: (row["task"].value, row["van_ban_giao"].value) for name, row in told.items()} == {
        "88/QĐ-BNV": (_tasks()[HOME], "512/QĐ-TTg"),
        "41/KH-UBND": (_tasks()[PROVINCES], "512/QĐ-TTg"),
    }
    assert {name: row["ngay_ban_hanh"].value for name, row in told.items()} == {
        "88/QĐ-BNV": "2024-08-02",
        "41/KH-UBND": "2024-05-20",
    }
    assert all(row["ly_do"].value and row["nguon"].value.endswith("/bao") for row in rows)
    assert not queries.table(reader, queries.saved()["results-of-tasks"], {"document": "88/QĐ-BNV"}).rows
    late = queries.table(reader, queries.saved()["tasks-past-due-without-result"], {"date": "2025-01-01"})
    assert {row["van_ban_ket_qua"].value if "van_ban_ket_qua" in row else "" for row in late} == {
        "",
        "88/QĐ-BNV",
        "41/KH-UBND (có thể)",
    }


@pytest.mark.parametrize(
    ("day", "told"), [("2024-10-15", {""}), ("2024-11-01", {""}), ("2024-11-02", {"", "88/QĐ-BNV"})]
)
def test_past_due_names_no_document_that_was_not_signed_by_then(late: Reader, day: str, told: set[str]) -> None:
    rows = queries.table(late, queries.saved()["tasks-past-due-without-result"], {"date": day})
    assert TRAINING in " ".join(row["nhiem_vu"].value for row in rows)
    points = {row["dieu_can_lam_ro"].value.partition(",")[0] for row in rows if "van_ban_ket_qua" in row}
    assert points <= {"Có văn bản kết quả ký sau thời hạn"}
    assert {row["van_ban_ket_qua"].value if "van_ban_ket_qua" in row else "" for row in rows} == told


@pytest.fixture(scope="module")
def late(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """The order, and a plan that was signed after its last day."""
    folder = tmp_path_factory.mktemp("late")
    (folder / "lenh.txt").write_text(ORDER, "utf-8")
    (folder / "bao.txt").write_text(f"Chuyện nguồn nước\n{SAID[0][0].replace('2/8/2024', '2/11/2024')}\n", "utf-8")
    build(Config(folder / "data"), [folder / "lenh.txt", folder / "bao.txt"], workers=1)
    with Reader(folder / "data", prefixes=PREFIXES) as opened:
        yield opened


def test_a_document_whose_day_nobody_tells_leaves_no_task_late_in_silence(tmp_path: Path) -> None:
    news = f"Chuyện nguồn nước\nTriển khai {AT}, Bộ Nội vụ đã ban hành Quyết định số 88/QĐ-BNV phê duyệt {TRAINING}.\n"
    for name, text in (("lenh", ORDER), ("bao", news)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    build(Config(tmp_path / "data"), sorted(tmp_path.glob("*.txt")), workers=1)
    app = create_app(Config(store=tmp_path / "data"))
    with app.test_client() as client:
        listed = html.fromstring(client.get("/tasks?finding=result-undated&as_of=2025-02-01").data)
    close(app)
    (row,) = [row for row in listed.cssselect("tbody tr") if TRAINING in row.text_content()]
    state = row.cssselect("td")[-1]
    assert "Có văn bản kết quả chưa rõ ký trong hay sau thời hạn" in state.text_content()
    assert state.cssselect(".t-caution") and not state.cssselect(".t-red")


@pytest.mark.parametrize(
    ("signed", "told"),
    [
        ([], "Đã qua thời hạn"),
        ([""], "Có văn bản kết quả chưa rõ ký trong hay sau thời hạn"),
        (["2024"], "Có văn bản kết quả chưa rõ ký trong hay sau thời hạn"),
        (["2024-09"], "Có văn bản kết quả ký trong hạn"),
        (["2024-10", "2024-11-02"], "Có văn bản kết quả ký sau thời hạn"),
        (["2024-11-02", "2023"], "Có văn bản kết quả ký trong hạn"),
        (["2026"], "Đã qua thời hạn"),  # not signed by then
    ],
)
def test_past_due_and_the_pages_tell_alike_how_far_the_day_of_a_result_is_known(signed: list[str], told: str) -> None:
    said_alike(signed, datetime.date(2024, 9, 30), told)


@pytest.mark.parametrize(
    ("due", "signed", "told"),
    [
        # the last of February in a leap year and in others, and the day before it
        ("2024-02-28", "2024-02-29", "Có văn bản kết quả ký sau thời hạn"),
        ("2024-02-28", "2024-02", "Có văn bản kết quả chưa rõ ký trong hay sau thời hạn"),
        ("2024-02-29", "2024-02", "Có văn bản kết quả ký trong hạn"),
        ("2023-02-28", "2023-02", "Có văn bản kết quả ký trong hạn"),
        ("2022-02-28", "2022-02", "Có văn bản kết quả ký trong hạn"),
        ("2020-02-28", "2020-02-29", "Có văn bản kết quả ký sau thời hạn"),
        ("2014-02-28", "2014-02", "Có văn bản kết quả ký trong hạn"),
        ("2016-02-28", "2016-02-29", "Có văn bản kết quả ký sau thời hạn"),
    ],
)
def test_a_month_of_february_ends_with_its_last_day(due: str, signed: str, told: str) -> None:
    said_alike([signed], datetime.date.fromisoformat(due), told)


def said_alike(signed: list[str], due: datetime.date, told: str) -> None:
    """Checks what the saved query and the pages say of a task with these days of resulting documents."""
    on = datetime.date(2025, 2, 1)
    text = f'''@prefix vp: <{VP.BASE}> . @prefix eli: <http://data.europa.eu/eli/ontology#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix oa: <http://www.w3.org/ns/oa#> .
        <x:t> vp:due "{due}"^^xsd:date ; <http://purl.org/dc/terms/description> "Lập danh mục" ;
          vp:evidence [ oa:hasSource <x:s> ] .'''
    types = {4: "gYear", 7: "gYearMonth", 10: "date"}
    for at, day in enumerate(signed):
        dated = f'<x:d{at}> eli:date_document "{day}"^^xsd:{types[len(day)]} .' if day else ""
        text += f"<x:t> vp:resultDocument <x:d{at}> . {dated}\n"
    store = ox.Store()
    store.load(text.encode(), ox.RdfFormat.TURTLE)
    query = queries.saved()["tasks-past-due-without-result"]
    bound = bind(query.text, {"date": [ox.Literal(on.isoformat(), datatype=ox.NamedNode(f"{PREFIXES['xsd']}date"))]})
    (row,) = store.query(bound)
    assert row["dieu_can_lam_ro"].value == f"{told}, chưa thấy báo cáo hoàn thành"
    first = standing.first_signed(signed, due, on)
    assert {"in-time": "ký trong hạn", "late": "ký sau", "undated": "chưa rõ"}.get(
        first.when if first else "", ""
    ) in told
    assert (first is None) == told.startswith("Đã qua")


def test_the_pages_of_task_and_document_tell_of_each_other(client: FlaskClient) -> None:
    task = page(client, _tasks()[HOME])
    (table,) = task.cssselect("#results table")
    text = " ".join(table.text_content().split())
    assert "88/QĐ-BNV" in text and "02/08/2024" in text and "Văn bản kết quả" in text
    assert "Thực hiện nhiệm vụ được giao tại" in " ".join(task.cssselect("#results")[0].text_content().split())
    document = page(client, f"{BASE_IRI}id/document/2024/88-qd-bnv").text_content()
    assert "Kết quả của nhiệm vụ" in document and TRAINING in document
    share = page(client, _tasks()[PROVINCES]).cssselect("#results")[0].text_content()
    assert "Có thể là văn bản kết quả" in share and "phần việc của cơ quan đó" in share


def test_trace_and_audit_lead_from_the_order_to_what_came_of_it(reader: Reader, client: FlaskClient) -> None:
    found = trace(reader, "512/QĐ-TTg", base=BASE_IRI)
    text = "\n".join(trace_view.tree(found))
    assert "văn bản kết quả: 88/QĐ-BNV" in text and "có thể là văn bản kết quả: 41/KH-UBND" in text
    desk = html.fromstring(client.get("/audit?id=512/QĐ-TTg", headers={"Accept": "text/html"}).data)
    chain = " ".join(desk.cssselect(".chain")[0].text_content().split())
    assert "Văn bản kết quả 88/QĐ-BNV" in chain and "Có thể là văn bản kết quả 41/KH-UBND" in chain
    assert SAID[0][0].rstrip(".") in desk.cssselect("#citations")[0].text_content()


@pytest.mark.parametrize(
    ("day", "said"), [("2024-08-01", ""), ("2024-09-30", ""), ("2024-10-01", "Có văn bản kết quả ký 02/08/2024")]
)
def test_a_task_whose_document_was_signed_in_time_is_not_late_in_silence(
    client: FlaskClient, reader: Reader, day: str, said: str
) -> None:
    task = html.fromstring(
        client.get(
            f"{_tasks()[HOME].removeprefix(BASE_IRI.rstrip('/'))}?as_of={day}", headers={"Accept": "text/html"}
        ).data
    )
    head = " ".join(badge.text_content() for badge in task.cssselect("header .badge"))
    listed = html.fromstring(client.get(f"/tasks?finding=past-due&as_of={day}").data)
    rows = [row for row in listed.cssselect("tbody tr") if TRAINING in row.text_content()]
    asked = queries.table(reader, queries.saved()["tasks-past-due-without-result"], {"date": day})
    points = [row["dieu_can_lam_ro"].value for row in asked if TRAINING in row["nhiem_vu"].value]
    assert bool(rows) == bool(points) == bool(said)
    assert not task.cssselect("header .t-red") and "Đã qua thời hạn" not in head
    if said:
        assert f"{said}, trong thời hạn; chưa thấy báo cáo hoàn thành" in head
        assert said in rows[0].text_content() and not rows[0].cssselect(".t-red")
        assert points == ["Có văn bản kết quả ký trong hạn, chưa thấy báo cáo hoàn thành"]
        desk = html.fromstring(client.get(f"/audit?id=512/QĐ-TTg&as_of={day}").data)
        (point,) = [one for one in desk.cssselect("#findings li") if TRAINING in one.text_content()]
        assert said in point.text_content() and not point.cssselect(".t-red")


def test_exports_carry_it(reader: Reader, tmp_path: Path) -> None:
    export.tables(reader, tmp_path)
    rows = list(csv.DictReader((tmp_path / "results.csv").open(encoding="utf-8")))
    assert sorted(row["sure"] for row in rows) == ["false", "true"]
    assert all(row["quotes"] and row["reason"] and row["source"].endswith("/bao") for row in rows)
    tasks = {row["id"]: row for row in csv.DictReader((tmp_path / "tasks.csv").open(encoding="utf-8"))}
    assert tasks[_tasks()[HOME]]["results"] == "88/QĐ-BNV" and not tasks[_tasks()[PROVINCES]]["results"]


def test_a_point_of_the_audit_tells_the_document_and_the_sentence_of_the_report(tmp_path: Path) -> None:
    notice = (
        "VĂN PHÒNG CHÍNH PHỦ\nSố: 77/TB-VPCP\nHà Nội, ngày 20 tháng 10 năm 2024\nTHÔNG BÁO\n"
        "Kết luận của Phó Thủ tướng tại cuộc họp về nguồn nước\n"
        "1. Bộ Tài chính chưa trình Thủ tướng Chính phủ ban hành Danh mục hồ chứa ưu tiên sửa chữa theo Quyết định số "
        "512/QĐ-TTg, đã quá hạn.\n2. Bộ Y tế rà soát chất lượng nước trước 30/12/2024.\n"
    )
    for name, text in (("lenh", ORDER), ("tb", notice), ("bao", f"Chuyện nguồn nước\n{SAID[1][0]}\n{SAID[4][0]}\n")):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    build(Config(tmp_path / "data"), sorted(tmp_path.glob("*.txt")), workers=1)
    app = create_app(Config(store=tmp_path / "data"))
    with app.test_client() as client:
        desk = html.fromstring(client.get("/audit?id=512/QĐ-TTg&as_of=2025-02-01").data)
        before = html.fromstring(client.get("/audit?id=512/QĐ-TTg&as_of=2024-08-31").data)
        exported = client.get("/audit?id=512/QĐ-TTg&as_of=2025-02-01&format=csv").data.decode("utf-8-sig")
    close(app)
    with Reader(tmp_path / "data", prefixes=PREFIXES) as reader:
        traced = trace_view.as_csv(trace(reader, "512/QĐ-TTg", base=BASE_IRI)).removeprefix("\ufeff")
    digests = {name: hashlib.sha256((tmp_path / f"{name}.txt").read_bytes()).hexdigest() for name in ("lenh", "tb")}
    for content in (exported, traced):
        (row,) = [
            row
            for row in csv.DictReader(io.StringIO(content))
            if "trong quý III/2024" in row["Trích dẫn nguồn"] and row["Câu nêu tình trạng"]
        ]
        assert row["Câu nêu tình trạng"].endswith("đã quá hạn")
        assert row["Nguồn nêu tình trạng"].endswith("(20/10/2024)")
        assert row["SHA-256 của tệp gốc"].partition(";")[0] == digests["lenh"]
        assert row["SHA-256 của tệp gốc nêu tình trạng"] == digests["tb"]
        assert len(row["SHA-256 của phần chữ đã đọc"]) >= 64 and len(row["SHA-256 của phần chữ nêu tình trạng"]) == 64
    points = [" ".join(point.text_content().split()) for point in desk.cssselect("#findings li")]
    (police,) = [point for point in points if "giám sát xả thải" in point]
    assert "Văn bản kết quả: 77/2024/NĐ-CP (09/09/2024)" in police
    assert "Văn bản kết quả:" not in before.cssselect("#findings")[0].text_content()  # not signed by then
    (dams,) = [point for point in points if "hồ chứa" in point]
    assert "Bộ Tài chính chưa trình Thủ tướng Chính phủ ban hành Danh mục" in dams
    cited = desk.cssselect("#citations")[0].text_content()
    assert "đã quá hạn" in cited and SAID[4][0].rstrip(".") in cited
