"""The way of a reader through the site in a real browser: from search to the marked sentence, the diagram, a query.

Every page visited must fetch from this machine only and write no error to the console.
"""

from __future__ import annotations

import os
import re
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.config import Config
from web.app import close, create_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--no-first-run",
]
DECISION = "/id/document/2024/142-qd-ttg"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        said = "no Chromium on this machine: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(said)
        pytest.skip(said)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(gold_store: Path) -> Iterator[str]:
    """The site served on a free port of this machine."""
    from werkzeug.serving import make_server

    app = create_app(Config(store=gold_store))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    close(app)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that fails the test for a request to elsewhere, a failed one, or an error on the console."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}, locale="vi-VN")
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    wrong: list[str] = []

    def watch(request: Any) -> None:
        if not request.url.startswith((f"{address}/", "data:", "blob:")):
            wrong.append(f"fetched {request.url}")

    opened.on("request", watch)
    opened.on("response", lambda r: wrong.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    opened.on("console", lambda m: wrong.append(f"{m.type}: {m.text}") if m.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    context.close()
    assert wrong == []


def until(page: Page, script: str) -> None:
    """Waits until a script gives true; asked from here, since pages forbid scripts that are made of text."""
    end = time.monotonic() + 10
    while not page.evaluate(script):
        assert time.monotonic() < end, f"still false: {script}"
        page.wait_for_timeout(50)


def test_from_search_to_the_sentence_the_diagram_and_a_query(page: Page) -> None:
    # search as one types, without accents, from the keyboard
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("142/qd", delay=15)
    page.wait_for_selector(".suggest li:has-text('142/QĐ-TTg')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{DECISION}")
    assert page.inner_text("h1") == "Quyết định 142/QĐ-TTg"

    # its task, with the sentence opened in place, then on its own page
    row = page.locator("#tasks tbody tr", has_text="Xây dựng Trung tâm dữ liệu quốc gia")
    row.locator("summary").click()
    assert "Trung tâm dữ liệu quốc gia" in row.locator("blockquote").inner_text()
    row.locator("a.in-cell").first.click()
    page.wait_for_url("**/id/task/**")
    assert "Bộ Công an" in page.inner_text("dl.facts >> nth=0")

    # the sentence marked in the source, in sight
    page.locator(".main-quotes figcaption a").first.click()
    page.wait_for_url("**/source/**")
    until(
        page,
        "() => { const lit = document.querySelector('.text .lit')?.getBoundingClientRect();"
        " return lit && lit.bottom > 0 && lit.top < innerHeight }",
    )
    # another fact chosen in the margin
    page.locator(".margin .to-mark").nth(3).click()
    assert page.locator(".margin .to-mark[aria-current]").count() == 1
    assert re.search(r"fact=task", page.url)

    # the decision in the diagram: expand a node, and come back by the address
    page.goto(DECISION)
    page.locator(".tools a", has_text="Mở trong sơ đồ liên kết").click()
    page.wait_for_selector("#canvas[data-ready] canvas")
    before = page.evaluate("document.getElementById('canvas').diagram.nodes.length")
    page.locator("#relations [data-open]").first.click()
    until(page, f"document.getElementById('canvas').diagram.nodes.length > {before}")
    assert "open=" in page.url
    after = page.evaluate("document.getElementById('canvas').diagram.nodes.getIds().sort().join()")
    page.reload()
    page.wait_for_selector("#canvas[data-ready] canvas")
    assert page.evaluate("document.getElementById('canvas').diagram.nodes.getIds().sort().join()") == after
    # a kind hidden by the legend
    page.locator("#legend [data-kind=task]").click()
    page.wait_for_selector("#legend [data-kind=task][aria-pressed=false]")
    assert "task/" not in page.evaluate("document.getElementById('canvas').diagram.nodes.getIds().join()")

    # in the other language it is the same view
    page.locator(".langs a", has_text="EN").click()
    page.wait_for_selector("html[lang=en] #canvas[data-ready] canvas")
    assert "open=" in page.url and "hide=task" in page.url
    page.locator(".langs a", has_text="VI").click()
    page.wait_for_selector("html[lang=vi] #canvas[data-ready] canvas")
    # labels are large enough to be read
    assert page.evaluate("document.getElementById('canvas').diagram.network.getScale()") >= 0.7

    # a query in the editor
    page.goto("/sparql")
    page.wait_for_selector("#editor .CodeMirror")
    page.select_option("#example", "tasks-of-document")
    page.wait_for_selector("#result table tbody tr")
    assert "Trung tâm dữ liệu quốc gia" in page.inner_text("#result")
    until(page, "/^\\d+ dòng trong [\\d,]+ giây$/.test(document.querySelector('.yasr_response_chip').innerText)")
    assert page.inner_text("#result .yasr_btnGroup").split() == ["Bảng", "Nguyên", "văn"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280  # a wide answer scrolls in its own place
    page.evaluate("document.querySelector('#editor .CodeMirror').CodeMirror.setValue('ASK {}')")
    page.click("#run")
    until(page, "/true/i.test(document.getElementById('result').innerText)")


def test_a_list_changes_without_a_page_load(page: Page) -> None:
    page.goto("/tasks")
    page.evaluate("window.same = true")
    page.select_option("#f-due", "recurring")
    page.wait_for_url("**due=recurring**")
    until(page, "!document.querySelector('[data-live][aria-busy]')")
    page.locator("th a", has_text="Cơ quan chủ trì").click()
    page.wait_for_url("**sort=lead**")
    assert page.evaluate("window.same") and "due=recurring" in page.url
    page.go_back()
    page.wait_for_url(re.compile(r"due=recurring(?!.*sort=lead)"))
    page.locator(".langs a", has_text="EN").click()
    page.wait_for_selector("html[lang=en]")
    assert "due=recurring" in page.url
    # another as-of date keeps what was chosen since the page came, too
    page.select_option("#f-role", "lead")
    page.wait_for_url("**role=lead**")
    page.fill("#as-of", "1/6/2025")
    page.press("#as-of", "Enter")
    page.wait_for_url("**as_of=1%2F6%2F2025**")
    assert "due=recurring" in page.url and "role=lead" in page.url


def test_what_is_typed_while_a_list_comes_stays(page: Page) -> None:
    held: list[Any] = []
    page.goto("/tasks")
    page.route("**/tasks?*", lambda route: held.append(route))
    agency = page.locator("select[name=agency] option", has_text="Bộ Công an").first.get_attribute("value")
    page.select_option("select[name=agency]", agency)
    page.fill("input[name=from]", "2025-01-01")
    assert len(held) == 1, "the answer to the first change is still on its way"
    held[0].continue_()
    until(page, "location.search.includes('agency=')")
    assert page.input_value("input[name=from]") == "2025-01-01"
    assert page.input_value("select[name=agency]") == agency


def test_the_audit_desk_changes_its_evidence_in_place(page: Page) -> None:
    page.goto("/audit?id=142/QĐ-TTg")
    page.evaluate("window.same = true")
    page.locator(".chain a.what", has_text="Trung tâm dữ liệu quốc gia").first.click()
    page.wait_for_selector(".proof mark:has-text('Trung tâm dữ liệu quốc gia')")
    assert page.evaluate("window.same") and "link=" in page.url


PAGES = ("/", "/tasks", "/documents", DECISION, "/id/agency/bo-cong-an", "/source/2025-11-viec-qua-han", "/audit?id=142/QĐ-TTg", "/graph", "/queries", "/sparql")  # fmt: skip  # noqa: E501


def test_tables_are_printed_as_tables(page: Page) -> None:
    """A sheet of A4 is narrow, but no telephone."""
    page.set_viewport_size({"width": 660, "height": 900})
    page.goto(DECISION)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('#tasks td')).display") == "table-cell"
    assert page.evaluate("document.querySelector('#tasks table').scrollWidth") <= 660


def test_tasks_folded_in_a_chain_stand_beside_those_shown_and_not_below_the_last(page: Page) -> None:
    """On paper, where the line that unfolds them is not printed, they would else be taken for its parts."""
    page.goto("/audit?id=142/QĐ-TTg")
    page.evaluate(
        "(() => { const last = [...document.querySelectorAll('.chain > ol:last-of-type > li')].at(-1);"
        " const more = document.createElement('li'); more.className = 'item more';"
        " more.innerHTML = '<details open><summary>…</summary><ol></ol></details>';"
        " more.querySelector('ol').append(last.cloneNode(true)); last.after(more); })()"
    )
    page.emulate_media(media="print")
    left = "getBoundingClientRect().left"
    assert page.evaluate(
        f"document.querySelector('.chain .more ol .line').{left} === "
        f"document.querySelector('.chain > ol:last-of-type > li > .line').{left}"
    )


def test_no_page_is_wider_than_a_telephone(browser: Browser, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for path in PAGES:
        page.goto(path, wait_until="load")
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, (path, wide)
        # where one is in the navigation is in sight, and no card names a column that says nothing
        shown = "(() => { const at = document.querySelector('.nav [aria-current]')?.getBoundingClientRect();"
        assert page.evaluate(f"{shown} return !at || (at.left >= 0 && at.right <= innerWidth) }})()"), path
        said = "[...document.querySelectorAll('td[data-label]')].filter(td => td.offsetHeight).map(td => td.innerText)"
        assert all(text.strip(" –\n") for text in page.evaluate(said)), path


def test_pages_work_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.fill("#find-large", "cong an")
    page.locator(".find.large button").click()
    page.wait_for_url("**/search?q=cong+an")
    page.locator(".hits a", has_text="Bộ Công an").first.click()
    page.wait_for_url("**/id/agency/bo-cong-an")
    page.goto("/tasks")
    page.select_option("#f-due", "recurring")
    page.locator(".filter-actions button").click()
    page.wait_for_url("**due=recurring**")
    page.goto(f"/graph?node={DECISION.removeprefix('/id/')}")
    assert page.locator("#list li").count() > 10
    context.close()


def test_the_exported_diagram_draws_itself_without_a_network(browser: Browser, address: str, tmp_path: Path) -> None:
    context = browser.new_context()
    answer = context.request.get(f"{address}/graph/export.html?node={DECISION.removeprefix('/id/')}")
    (tmp_path / "graph.html").write_bytes(answer.body())
    page = context.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((tmp_path / "graph.html").as_uri())
    page.wait_for_selector("#mynetwork canvas")
    assert page.evaluate("network.body.data.nodes.length") > 10
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == [] and errors == []
    context.close()


def test_the_sentence_of_a_task_stands_beside_its_facts(page: Page) -> None:
    page.goto("/tasks?mandate=document/2024/142-qd-ttg")
    page.locator("tbody td a.in-cell").first.click()
    facts, quotes = (page.locator(f".beside > {part}").bounding_box() for part in (".facts", ".main-quotes"))
    assert facts and quotes and quotes["x"] > facts["x"] + facts["width"] and abs(quotes["y"] - facts["y"]) < 20
    page.set_viewport_size({"width": 390, "height": 844})
    facts, quotes = (page.locator(f".beside > {part}").bounding_box() for part in (".facts", ".main-quotes"))
    assert facts and quotes and facts["y"] >= quotes["y"] + quotes["height"] - 1


def test_the_frame_of_a_diagram_holds_all_its_rows(page: Page) -> None:
    page.goto("/graph?node=document/2020/749-qd-ttg")
    page.wait_for_function("document.fonts.status === 'loaded'")
    tall = page.evaluate(
        "(() => { const y = JSON.parse(document.getElementById('view').textContent).nodes.map((n) => n.y);"
        " return Math.max(...y) - Math.min(...y) })()"
    )
    assert 700 < tall < 1100, "a drawing that is a little too tall for the frame"
    assert page.evaluate("document.getElementById('canvas').clientHeight") > tall * 0.75


@pytest.mark.parametrize("width", [390, 820, 1280])
@pytest.mark.parametrize("start", ["document/2024/142-qd-ttg", "document/2020/749-qd-ttg"])
def test_no_diagram_is_cut_at_its_sides(page: Page, width: int, start: str) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"/graph?node={start}")
    page.wait_for_selector("#canvas[data-ready]")
    page.wait_for_function("document.fonts.status === 'loaded'")
    page.wait_for_timeout(200)
    outside = """(() => {
      const canvas = document.getElementById("canvas"), { network, nodes } = canvas.diagram;
      const at = (x) => network.canvasToDOM({ x, y: 0 }).x;
      return nodes.getIds().map((id) => network.getBoundingBox(id))
        .filter((box) => at(box.left) < 0 || at(box.right) > canvas.clientWidth);
    })()"""
    assert page.evaluate(outside) == []
    page.set_viewport_size({"width": 600, "height": 844})
    until(page, f"!{outside}.length")


def test_a_card_names_its_further_texts(page: Page) -> None:
    """A row of a table is a card on a telephone; its first text needs no name, the others do."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/queries/tasks-of-document?document=142/QĐ-TTg")
    texts = "[...document.querySelector('tbody tr').querySelectorAll('.w-wide')]"
    before = f"{texts}.map(td => getComputedStyle(td, '::before').content)"
    first, *others = page.evaluate(before)
    assert first == "none" and others == ['"Trích dẫn nguồn: "']


def test_a_printed_list_says_what_it_leaves_out_and_for_which_day(page: Page) -> None:
    page.goto("/agencies?q=c&scope=registry&as_of=2025-06-01")
    page.emulate_media(media="print")
    text = page.inner_text("body")
    assert "Trang 1/" in text and "Trang sau" not in text
    assert "Bộ lọc: Từ khoá: c; Phạm vi: Chỉ có trong danh mục" in text
    assert "Tính đến ngày 01/06/2025" in text and "scope=registry" in text
    page.emulate_media(media="screen")
    assert "Bộ lọc: Từ khoá" not in page.inner_text("main")


def test_each_link_of_a_printed_chain_has_the_number_of_its_citation(page: Page) -> None:
    page.goto("/audit?id=142/QĐ-TTg")
    line = page.locator(".chain .line", has_text="Luật Công nghệ thông tin").first
    assert "[" not in line.inner_text()
    page.emulate_media(media="print")
    number = re.search(r"\[(\d+)\]", line.inner_text())
    assert number and "Luật Công nghệ thông tin" in page.locator(f"#c{number[1]} q").text_content()


def test_paper_is_white_whatever_the_screen(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, color_scheme="dark")
    page = context.new_page()
    page.goto("/tasks")
    colour = "getComputedStyle(document.documentElement).getPropertyValue('--red').trim().toUpperCase()"
    assert page.evaluate(colour) == "#F09095"
    page.emulate_media(media="print")
    assert page.evaluate(colour) == "#A4262C"
    context.close()


def test_the_keyboard_goes_down_the_head_of_a_telephone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/tasks")
    tops = []
    for _ in range(6):
        page.keyboard.press("Tab")
        tops.append(page.evaluate("document.activeElement.getBoundingClientRect().bottom"))
    assert tops[1:] == sorted(tops[1:]), tops  # after the link that skips the head


def test_the_editor_says_what_is_wrong_with_a_query(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, locale="vi-VN")
    page = context.new_page()
    page.goto("/sparql?q=SELECT%20*%20%7B%20%3Fs%20%3Fp")
    page.locator("#run").click()
    wrong = page.locator("#wrong")
    wrong.wait_for()
    assert wrong.inner_text().startswith("không đọc được truy vấn: dòng 1") and "{" not in wrong.inner_text()
    assert not page.locator("#result").is_visible()
    page.goto("/sparql?q=ASK%20%7B%7D")
    page.locator("#run").click()
    page.locator("#result .yasr").wait_for()
    assert not wrong.is_visible()
    context.close()
