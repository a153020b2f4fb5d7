"""The way of a reader through the site in a real browser: from search to the marked sentence, the diagram, a query."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
from tests.browsing import DECISION, address, browser, page, until

pytestmark = pytest.mark.browser
__all__ = ["address", "browser", "page"]


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
    cut = "[...document.querySelectorAll('#result th *')].filter((head) => head.scrollWidth > head.clientWidth + 1)"
    assert page.evaluate(f"{cut}.length") == 0, "the head of a column is cut off"
    page.evaluate("document.querySelector('#editor .CodeMirror').CodeMirror.setValue('ASK {}')")
    page.click("#run")
    until(page, "/true/i.test(document.getElementById('result').innerText)")


def test_a_hidden_kind_is_shown_again_by_what_opens_it(page: Page) -> None:
    page.goto("/graph?node=document/2024/142-qd-ttg&bare=1&hide=task&hide=source")
    page.wait_for_selector("#canvas[data-ready] canvas")
    page.locator("#relations [data-kinds='task']").first.click()
    page.wait_for_selector("#legend [data-kind=task][aria-pressed=true]")
    assert "task/" in page.evaluate("document.getElementById('canvas').diagram.nodes.getIds().join()")
    assert "hide=source" in page.url and "hide=task" not in page.url


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
