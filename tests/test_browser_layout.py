"""How pages stand in a real browser: on wide screens, on a telephone and on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
from tests.browsing import DECISION, address, browser, page, until

pytestmark = pytest.mark.browser
__all__ = ["address", "browser", "page"]


PAGES = (
    "/",
    "/documents",
    "/tasks",
    "/indicators",
    "/agencies",
    "/search?q=an+toàn",
    "/search?q=không+có+ở+đâu",
    DECISION,
    "/id/agency/bo-cong-an",
    "/source/2025-11-viec-qua-han",
    "/audit?id=142/QĐ-TTg",
    "/graph",
    "/queries",
    "/queries/tasks-of-document?document=142/QĐ-TTg",
    "/queries/unresolved-references",
    "/sparql",
    "/data",
    "/ontology",
    "/help",
    "/about",
)
WRONG = ("/không-có-trang-này", "/id/document/2024/99999-qd-ttg", "/tasks?due=xx", "/queries/none", "/graph?node=x/y")


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
    for path in (f"{path}{'&' if '?' in path else '?'}lang={lang}" for path in PAGES for lang in ("en", "vi")):
        page.goto(path, wait_until="load")
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, (path, wide)
        # where one is in the navigation is in sight, and no card names a column that says nothing
        shown = "(() => { const at = document.querySelector('.nav [aria-current]')?.getBoundingClientRect();"
        assert page.evaluate(f"{shown} return !at || (at.left >= 0 && at.right <= innerWidth) }})()"), path
        said = "[...document.querySelectorAll('td[data-label]')].filter(td => td.offsetHeight).map(td => td.innerText)"
        assert all(text.strip(" –\n") for text in page.evaluate(said)), path


def test_no_page_that_tells_of_a_fault_is_wider_than_a_telephone(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, viewport={"width": 390, "height": 844}) as context:
        opened = context.new_page()
        for path in (f"{path}{'&' if '?' in path else '?'}lang={lang}" for path in WRONG for lang in ("en", "vi")):
            answer = opened.goto(path, wait_until="load")
            assert answer and answer.status >= 400, path
            assert opened.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


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


def test_a_table_of_many_columns_is_printed_across_the_sheet_and_others_are_not(page: Page) -> None:
    for path, wide in (("/queries/tasks-of-document?document=142/QĐ-TTg", True), ("/tasks", False)):
        page.goto(path)
        box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(format="A4"))
        assert box and (float(box[1]) > float(box[2])) is wide, path


def test_the_printed_list_of_a_diagram_names_its_kinds(page: Page) -> None:
    page.goto(f"/graph?node={DECISION.removeprefix('/id/')}")
    page.emulate_media(media="print")
    assert page.locator("#list summary", has_text="Văn bản").first.is_visible()
    assert not page.locator("#legend").is_visible()


def test_a_way_that_was_found_is_all_in_the_frame(page: Page) -> None:
    page.goto(f"/graph?node={DECISION.removeprefix('/id/')}")
    until(page, "document.getElementById('canvas').dataset.ready === 'true'")
    page.fill("#way-to", "Bộ Công an")
    page.keyboard.press("Enter")
    until(page, "document.getElementById('way-said').textContent.trim() !== ''")
    page.wait_for_timeout(400)
    at = "document.getElementById('canvas').diagram.network.canvasToDOM(document.getElementById('canvas').diagram"
    width, height = (page.evaluate(f"document.getElementById('canvas').client{side}") for side in ("Width", "Height"))
    for end in ("document/2024/142-qd-ttg", "agency/bo-cong-an"):
        place = page.evaluate(f"{at}.network.getPosition('{end}'))")
        assert 0 < place["x"] < width and 0 < place["y"] < height, (end, place)
