"""What came of a task: reports are linked to the order that they tell of, and one rule says how it stands.

A decision with its annex, a notice that reports on it, and the press, each with facts written here.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient
from lxml import html

from kg import linking, queries, same_tasks, standing, trace_view
from kg.config import BASE_IRI
from kg.iris import Iris, RecordIris
from kg.model import Article, Document, Evidence, Facts, Place, Task, TaskStatus
from kg.reader import Reader
from kg.trace import trace
from kg.trace_gather import Status
from kg.vocabulary import VP
from tests import written
from web import findings
from web.catalogue import Catalogue

TREES = "Lập bản đồ số cây xanh đô thị trên nền dữ liệu dùng chung"
GUIDE = "Hướng dẫn cách tính tuổi cây cổ thụ trong vườn quốc gia"
PLANS = "Xây dựng kế hoạch trồng cây bóng mát trên địa bàn"
FEES = "Quy định mức phí chặt hạ cây xanh trong khu dân cư"
DECISION, NOTICE, NEWS = "qd-31.txt", "tb-77.txt", "bao.txt"
DAYS = {DECISION: "2025-02-03", NOTICE: "2025-10-20", NEWS: "2025-11-02"}
ORDER = Document("31/QĐ-TTg", "decision", "2025-02-03", "Thủ tướng Chính phủ")
SELF = Document("77/TB-VPCP", "notice", "2025-10-20", "Văn phòng Chính phủ")
PROVINCES = "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương"


def row(number: int, task: Task) -> tuple[Task, Place]:
    return task, Place(annex="Phụ lục", row=str(number))


# each source's tasks: a task, or a task with the annex row that it stands in
TOLD: dict[str, list[Task | tuple[Task, Place]]] = {
    DECISION: [
        Task(
            f"{TREES}, hoàn thành trước ngày 30/6/2025", ("Bộ Xây dựng",), mandate="31/QĐ-TTg", deadline="2025-06-30",
            deadline_text="trước ngày 30/6/2025",
        ),
        row(1, Task(TREES, ("Bộ Xây dựng",), mandate="31/QĐ-TTg", deadline="2025-06", deadline_text="Tháng 6/2025")),
        row(2, Task(GUIDE, ("Bộ Nông nghiệp và Môi trường",), mandate="31/QĐ-TTg", deadline="2025-Q3")),
        row(3, Task(PLANS, (PROVINCES,), mandate="31/QĐ-TTg", deadline="2025-07-15")),
        row(4, Task(FEES, ("Bộ Tài chính",), mandate="31/QĐ-TTg", deadline="2025-09-30")),
    ],
    NOTICE: [
        Task(TREES.lower(), ("Bộ Xây dựng",), deadline="2025-06-30", status="overdue", status_date="2025-10-15"),
        row(1, Task(GUIDE, ("Bộ Nông nghiệp và Môi trường",), mandate="77/TB-VPCP", deadline="2025-Q3", status="done",
                    status_date="2025-10-15")),
        Task(PLANS, ("Ủy ban nhân dân tỉnh Lào Cai",), status="done", status_date="2025-10-15"),
        Task(FEES, ("Bộ Xây dựng",), status="done", status_date="2025-10-15"),
        Task(f"Khẩn trương {TREES.lower()} trước ngày 30/11/2025", ("Bộ Xây dựng",), mandate="77/TB-VPCP",
             deadline="2025-11-30", deadline_text="trước ngày 30/11/2025"),
    ],
    NEWS: [
        Task(TREES.lower(), ("Bộ Xây dựng",), mandate="31/QĐ-TTg", status="done", status_date="2025-11-01"),
        Task("Sơn lại ghế đá ven hồ", ("Bộ Xây dựng",), deadline="2025-05"),
    ],
}  # fmt: skip
TEXTS = {
    name: "\n".join((one[0] if isinstance(one, tuple) else one).text for one in told) + "\n"
    for name, told in TOLD.items()
}


def facts(name: str) -> Facts:
    tasks, start = [], 0
    for one in TOLD[name]:
        task, place = one if isinstance(one, tuple) else (one, None)
        tasks.append(replace(task, evidence=(Evidence(start, start + len(task.text), task.text, place),)))
        start += len(task.text) + 1
    own = {DECISION: "31/QĐ-TTg", NOTICE: "77/TB-VPCP"}.get(name)
    documents = {DECISION: (ORDER,), NOTICE: (ORDER, SELF), NEWS: (ORDER,)}[name]
    return Facts(name, "", Article(name, DAYS[name], text_of=own), documents=documents, tasks=tuple(tasks))


def task(name: str, position: int) -> str:
    """The IRI of a source's task."""
    iris = Iris(BASE_IRI)
    source = iris.source(name)
    return RecordIris(iris, source).of("task", facts(name).tasks[position].evidence)


@pytest.fixture(scope="module")
def links() -> linking.Links:
    return linking.link([facts(name) for name in TOLD])


def test_a_clause_and_its_row_are_one_and_the_row_stands_for_both(links: linking.Links) -> None:
    assert (task(DECISION, 0), task(DECISION, 1)) in links.tasks.principal


def test_a_report_is_linked_to_the_order_that_it_tells_of(links: linking.Links) -> None:
    principal = dict(links.tasks.principal)
    assert principal[task(NOTICE, 0)] == principal[task(NEWS, 0)] == task(DECISION, 1)
    assert principal[task(NOTICE, 1)] == task(DECISION, 2)
    reported = {one for one, _ in links.tasks.reports}
    assert {task(DECISION, 0), task(DECISION, 1), task(DECISION, 2)} <= reported


@pytest.mark.parametrize(
    ("told", "order", "why"),
    [
        (3, 4, "cơ quan thực hiện khác nhau"),  # another body did the same elsewhere
    ],
)
def test_a_doubtful_report_closes_nothing(links: linking.Links, told: int, order: int, why: str) -> None:
    assert task(NOTICE, told) not in dict(links.tasks.principal)
    (option,) = dict(links.tasks.undecided)[task(NOTICE, told)]
    assert option.iri == task(DECISION, order) and why in option.reason
    assert task(DECISION, order) not in {one for one, _ in links.tasks.reports}


def test_what_one_of_a_group_did_is_its_share_and_closes_nothing(links: linking.Links) -> None:
    assert links.tasks.shares == ((task(NOTICE, 2), task(DECISION, 3)),)
    assert task(NOTICE, 2) not in {*dict(links.tasks.principal), *dict(links.tasks.undecided)}
    assert task(DECISION, 3) not in {one for one, _ in links.tasks.reports}


@pytest.mark.parametrize(
    ("bearers", "reported", "status", "share"),
    [
        (("các bộ, ngành, địa phương",), ("Bộ Y tế",), "overdue", True),
        (("các bộ, ngành, địa phương",), ("Tỉnh Lào Cai", "Tỉnh Sơn La"), "overdue", True),
        (("các bộ, ngành, địa phương",), ("07 địa phương",), "overdue", True),
        (("các sở, ban, ngành",), ("Sở Y tế",), "in-progress", True),
        ((PROVINCES,), ("Bộ Y tế",), "overdue", False),  # no part of the group
        (("các bộ, ngành",), ("các bộ, ngành",), "overdue", False),  # the group itself
        (("Bộ Y tế",), ("Bộ Y tế",), "overdue", False),
    ],
)
def test_a_report_of_a_part_marks_its_share_only(
    bearers: tuple[str, ...], reported: tuple[str, ...], status: TaskStatus, share: bool
) -> None:
    order = Task(PLANS, bearers, mandate="31/QĐ-TTg", evidence=(Evidence(0, len(PLANS), PLANS),))
    told = replace(order, assignees=reported, status=status, status_date="2025-10-15")
    found = linking.link(
        [
            Facts(DECISION, "", Article(DECISION, text_of="31/QĐ-TTg"), documents=(ORDER,), tasks=(order,)),
            Facts(NEWS, "", Article(NEWS), documents=(ORDER,), tasks=(told,)),
        ]
    ).tasks
    assert bool(found.shares) is share
    assert bool(found.reports) is (reported == bearers)


def test_an_order_given_anew_is_a_task_of_its_own_that_carries_out_the_first(links: linking.Links) -> None:
    assert (task(NOTICE, 4), task(DECISION, 1)) in links.tasks.carried
    assert task(NOTICE, 4) not in dict(links.tasks.principal)


def handed_on(**changes: str | None) -> same_tasks.Same:
    """What is found of an order and of the row of a plan that names it, given to a unit of the body ordered."""
    words = ("lap", "ban", "do", "so", "cay", "xanh", "do", "thi", "tren", "nen", "du", "lieu", "dung", "chung")
    order = same_tasks.Said(
        "task/order",
        "a",
        words,
        "document/31",
        frozenset({"agency/bo-xay-dung"}),
        "2025-Q2",
        "document/31",
        frozenset(),
    )
    plan = same_tasks.Said(
        "task/row", "b", words, "document/90", frozenset({"agency/vu-cay-xanh"}), "2025-06-30", "document/90",
        frozenset({"document/31"}), row=True,
    )  # fmt: skip
    text = changes.get("words")
    return same_tasks.find(
        [
            order,
            replace(
                plan,
                words=tuple(text.split()) if text else plan.words,
                deadline=changes.get("deadline", plan.deadline),
            ),
        ]
    )


def test_a_row_that_hands_an_order_on_to_a_unit_may_be_that_order() -> None:
    found = handed_on()
    assert not found.pairs and not found.carried
    [(task_iri, [option])] = found.undecided
    assert (task_iri, option.iri) == ("task/row", "task/order")
    assert "cơ quan thực hiện khác nhau" in option.reason


@pytest.mark.parametrize(
    "changes",
    [
        {"deadline": "2025-09-30"},
        {"deadline": None},
        {"words": "lap ban do so"},
        {"words": "lap danh muc cay co thu trong vuon quoc gia dung chung"},
    ],
)
def test_a_row_of_another_time_or_other_words_is_not_that_order(changes: dict[str, str | None]) -> None:
    found = handed_on(**changes)
    assert not found.pairs and not found.carried and not found.undecided


def test_the_order_of_the_sources_does_not_matter(links: linking.Links) -> None:
    assert linking.link([facts(name) for name in reversed(TOLD)]).tasks == links.tasks


# ── one rule ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("reports", "day", "state"),
    [
        ([], "2025-10-01", None),
        ([("done", "2025-10-02")], "2025-10-01", None),  # not known yet
        ([("done", "2025-09-01"), ("overdue", "2025-10-01")], "2025-10-01", "overdue"),  # the last one holds
        ([("overdue", "2025-10-01"), ("done", "2025-10-01")], "2025-10-01", "overdue"),  # the graver of one day
        ([("overdue", "2025"), ("done", "2025-03")], "2025-10-01", "done"),
        ([("planned", None)], "2025-10-01", "planned"),
    ],
)
def test_the_report_that_holds(reports: list[tuple[str, str | None]], day: str, state: str | None) -> None:
    for told in (reports, reports[::-1]):
        now = standing.at([Status(*one, ()) for one in told], datetime.date.fromisoformat(day))
        assert (now.status if now else None) == state


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written.store(tmp_path_factory.mktemp("standing"), TEXTS, {name: facts(name) for name in TEXTS})


@pytest.mark.parametrize("day", ["2025-06-30", "2025-07-01", "2025-10-14", "2025-10-15", "2025-11-01", "2026-01-01"])
def test_query_and_list_agree_on_every_day(reader: Reader, day: str) -> None:
    catalogue = Catalogue(reader, reader.release, Iris(BASE_IRI))
    as_of = datetime.date.fromisoformat(day)
    for name, code in (("tasks-past-due-without-result", "past-due"), ("tasks-reported-overdue", "reported-overdue")):
        asked = {row["task"].value for row in queries.table(reader, queries.saved()[name], {"date": day})}
        assert asked == {row.iri for row in catalogue.tasks if code in findings.of_row(row, as_of)}, name


def test_what_is_past_due_is_told_once_and_what_is_done_is_not(reader: Reader) -> None:
    query = queries.saved()["tasks-past-due-without-result"]
    told = {row["task"].value: row for row in queries.table(reader, query, {"date": "2025-10-20"})}
    assert told.keys() == {task(DECISION, n) for n in (1, 3, 4)} | {task(NEWS, 1)}
    assert told[task(DECISION, 1)]["tinh_trang"].value == "Quá hạn"
    assert told[task(DECISION, 1)]["tinh_den"].value == "2025-10-15"
    assert "tinh_trang" not in told[task(DECISION, 3)] or not told[task(DECISION, 3)]["tinh_trang"]


def test_an_overdue_task_is_told_with_its_mandate_day_source_and_sentence(reader: Reader) -> None:
    (told,) = queries.table(reader, queries.saved()["tasks-reported-overdue"], {"date": "2025-10-31"})
    assert (told["van_ban_giao"].value, told["tinh_den"].value) == ("31/QĐ-TTg", "2025-10-15")
    assert told["nguon"].value.endswith("/tb-77") and told["trich_dan"].value == TREES.lower()


def test_the_page_of_a_task_tells_who_says_how_it_stands(client: FlaskClient) -> None:
    address = task(DECISION, 1).removeprefix(BASE_IRI.rstrip("/"))
    page = client.get(f"{address}?as_of=2025-10-31", headers={"Accept": "text/html"}).get_data(as_text=True)
    assert "Quá hạn, theo Thông báo 77/TB-VPCP, tính đến 15/10/2025" in page
    assert "Chưa có nguồn nào báo cáo" not in page


def test_the_trace_tells_one_task_once_with_all_its_quotes(reader: Reader) -> None:
    found = trace(reader, "31/QĐ-TTg", base=BASE_IRI)
    told = [link for link in found.below if link.relation == "task"]
    assert [link.node.iri for link in told] == [task(DECISION, n) for n in (1, 2, 3, 4)]
    assert len(told[0].evidence) == 3  # the row, the clause, the press
    text = "\n".join(trace_view.tree(found))
    assert "đã hoàn thành (tính đến 01/11/2025), theo bao.txt" in text
    assert f"“{TREES.lower()}”" in text


def test_the_page_of_a_document_tells_each_task_once(client: FlaskClient) -> None:
    page = html.fromstring(client.get("/id/document/2025/31-qd-ttg", headers={"Accept": "text/html"}).data)
    rows = page.cssselect("#tasks tbody tr")
    told = [
        " ".join(row.cssselect("a.in-cell")[0].text_content().split()) for row in rows if row.cssselect("a.in-cell")
    ]
    assert told == [TREES, GUIDE, PLANS, FEES]
    listed = html.fromstring(client.get("/documents?q=31", headers={"Accept": "text/html"}).data)
    (counted,) = [row for row in listed.cssselect("tbody tr") if "31/QĐ-TTg" in row.text_content()]
    assert "4" in [cell.text_content().strip() for cell in counted.cssselect("td")]


def test_a_doubtful_report_stands_on_both_pages_with_what_is_in_doubt(client: FlaskClient) -> None:
    for iri in (task(NOTICE, 3), task(DECISION, 4)):
        page = client.get(iri.removeprefix(BASE_IRI.rstrip("/")), headers={"Accept": "text/html"}).get_data(
            as_text=True
        )
        assert "Có thể cùng nhiệm vụ với" in page and "cơ quan thực hiện khác nhau" in page


@pytest.mark.parametrize(("clause", "line"), [("first", "second"), ("second", "first")])
def test_a_share_is_of_the_task_that_stands_for_clause_and_row(clause: str, line: str) -> None:
    """However their names are sorted."""
    order, group = f"{BASE_IRI}id/document/2025/31-qd-ttg", f"{BASE_IRI}id/group/cac-tinh-thanh-pho"
    words = tuple(PLANS.lower().split())
    said = same_tasks.Said(clause, DECISION, words, order, frozenset([group]), None, order, frozenset())
    told = same_tasks.Said(
        "told", NEWS, words, order, frozenset([f"{BASE_IRI}id/agency/tinh-lao-cai"]), None, None, frozenset([order]),
        status="done", report="report",
    )  # fmt: skip
    found = same_tasks.find([said, replace(said, iri=line, row=True), told])
    assert found.principal == ((clause, line),)
    assert found.shares == (("told", line),)


def test_a_share_stands_on_the_pages_of_both_and_below_the_task_of_the_group(
    client: FlaskClient, reader: Reader
) -> None:
    whole = client.get(task(DECISION, 3).removeprefix(BASE_IRI.rstrip("/")), headers={"Accept": "text/html"})
    states = " ".join(html.fromstring(whole.data).cssselect("#states")[0].text_content().split())
    assert "Đã hoàn thành (phần việc của Ủy ban nhân dân tỉnh Lào Cai)" in states and "15/10/2025" in states
    assert "Đã hoàn thành" not in html.fromstring(whole.data).cssselect("h1 ~ p")[0].text_content()
    share = client.get(task(NOTICE, 2).removeprefix(BASE_IRI.rstrip("/")), headers={"Accept": "text/html"})
    assert "Phần việc trong nhiệm vụ" in share.get_data(as_text=True)
    (link,) = [link for link in trace(reader, "31/QĐ-TTg", base=BASE_IRI).below if link.node.iri == task(DECISION, 3)]
    assert [(on.relation, on.node.iri) for on in link.links] == [("share", task(NOTICE, 2))]


def test_a_share_says_so_in_the_list_and_is_not_asked_who_ordered_it(client: FlaskClient) -> None:
    found = html.fromstring(client.get("/tasks?q=Lào Cai", headers={"Accept": "text/html"}).data)
    (row,) = found.cssselect("table.t-tasks tbody tr")
    assert "phần việc trong nhiệm vụ giao cho cả nhóm" in row.text_content()
    for finding in ("no-mandate", "no-deadline"):
        listed = client.get(f"/tasks?q=Lào Cai&finding={finding}", headers={"Accept": "text/html"}).data
        assert not html.fromstring(listed).cssselect("table.t-tasks tbody tr")


def test_workload_and_the_list_of_a_documents_tasks_count_a_task_once(reader: Reader) -> None:
    found = {row["co_quan"].value: row for row in queries.table(reader, queries.saved()["agency-workload"], {})}
    ministry = found["Bộ Xây dựng"]
    assert [ministry[name].value for name in ("so_chu_tri", "qua_han")] == ["4", "0"]  # the last report says done
    asked = queries.table(reader, queries.saved()["tasks-of-document"], {"document": "31/QĐ-TTg"})
    assert {row["task"].value for row in asked} == {task(DECISION, n) for n in (1, 2, 3, 4)}
    (trees,) = [row for row in asked if row["task"].value == task(DECISION, 1)]
    assert trees["tinh_trang"].value == "Đã hoàn thành"


def test_a_task_stands_once_among_those_due_and_has_the_deadline_of_its_order(reader: Reader) -> None:
    given = {"agency": "Bộ Xây dựng", "from": "2025-06-01", "to": "2025-06-30"}
    due = queries.table(reader, queries.saved()["tasks-due-of-agency"], given)
    assert [row["task"].value for row in due] == [task(DECISION, 1)]
    assert not queries.table(reader, queries.saved()["tasks-without-deadline"], {"document": "31/QĐ-TTg"}).rows


@pytest.mark.parametrize(
    "name",
    [
        "recurring-tasks",
        "tasks-by-pillar",
        "tasks-of-predecessor-agencies",
        "tasks-on-replaced-documents",
        "tasks-without-named-lead",
    ],
)
def test_what_only_tells_of_a_task_is_no_row_beside_it(name: str) -> None:
    said = """ a vp:Task ; vp:leadAgency <x:group> ; vp:mandatedBy <x:old> ; vp:recurrence "hằng năm" ; vp:about <x:p> ;
      <http://purl.org/dc/terms/description> "Đếm cây" ; vp:evidence [ oa:hasSource <x:s> ] ."""
    store = ox.Store()
    store.load(
        f"""@prefix vp: <{VP.BASE}> . @prefix oa: <http://www.w3.org/ns/oa#> . <x:order>{said} <x:told>{said}
        <x:told> vp:principalTask <x:order> . <x:new> <http://purl.org/dc/terms/replaces> <x:old> ;
          vp:documentStatus vp:document-issued . <x:group> vp:mergedInto <x:ministry> .""".encode(),
        ox.RdfFormat.TURTLE,
    )
    found = [row["task"].value for row in store.query(queries.saved()[name].text)]
    assert found == ["x:order"]


def test_the_trace_of_a_report_leads_to_the_document_that_orders_its_task(reader: Reader) -> None:
    (above,) = trace(reader, task(NOTICE, 0).removeprefix(f"{BASE_IRI}id/"), base=BASE_IRI).above
    assert (above.relation, above.node.label) == ("mandate", "31/QĐ-TTg")
    assert [quote.quote for quote in above.evidence] == [TREES]  # as the decision says it
