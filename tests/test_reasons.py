"""Why readings and references stay undecided is told in Vietnamese and in English, whatever the reason."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.build import build
from kg.cli import main
from kg.config import Config
from kg.facts import from_json, to_json
from loaders import reasons, tables
from loaders.documents import doubts
from loaders.extract import extract
from tests.texts import reading
from web.app import close, create_app

ROOT = Path(__file__).parent.parent
TABLE = tables.printed_values("reasons")
WITHIN = {"dated", "several"}  # parts of other wordings


def calls(folder: str) -> Iterator[tuple[str, str, ast.Call]]:
    """Each call in a folder's modules: the module, the name that is called, the call."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield path.stem, ast.unparse(node.func), node


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_each_reason_has_both_languages_with_the_same_places() -> None:
    codes = {key.rpartition(".")[0] for key in TABLE}
    assert TABLE.keys() == {f"{code}.{lang}" for code in codes for lang in ("vi", "en")}
    for code in codes:
        assert places(TABLE[f"{code}.vi"]) == places(TABLE[f"{code}.en"]), code
        assert TABLE[f"{code}.vi"] != TABLE[f"{code}.en"] or code in WITHIN, code


def test_rules_give_the_reasons_of_the_table_and_no_others() -> None:
    given = {
        ast.literal_eval(call.args[1])
        for _, name, call in calls("loaders")
        if name in ("reasons.candidate", "reasons.among")
    }
    assert given == {key.rpartition(".")[0] for key in TABLE} - WITHIN
    assert {module for module, name, _ in calls("loaders") if name == "Candidate"} == {"reasons"}


def test_linking_gives_each_reason_in_both_languages() -> None:
    options = [(module, call) for module, name, call in calls("kg") if name == "Option"]
    assert len(options) > 10
    for module, call in options:
        assert len(call.args) == 3 and not call.keywords, f"{module}:{call.lineno}"


CASES = [
    # a day of signing that another place contradicts
    (
        "Nghị quyết số 99/NQ-CP ngày 02/6/2023. Nghị quyết số 99/NQ-CP ngày 02/6/2023. "
        "Báo ghi Nghị quyết số 99/NQ-CP ngày 02/7/2023.",
        "Ngày ký ghi là 02/07/2023, chỗ khác trong nguồn này ghi 02/06/2023.",
        "Its date of signing is printed as 2 Jul 2023, elsewhere in this source as 2 Jun 2023.",
    ),
    # two documents of one number, named once without a date
    (
        "Nghị quyết số 50/NQ-CP ngày 17/4/2020 và Nghị quyết số 50/NQ-CP ngày 20/5/2021 đều nói về dữ liệu. "
        "Nghị quyết số 50/NQ-CP còn hiệu lực.",
        "Viện dẫn không ghi ngày ban hành, trong khi nguồn này nêu 50/NQ-CP ngày 17/04/2020 và 50/NQ-CP ngày "
        "20/05/2021.",
        "Cited without its date, while this source names 50/NQ-CP of 17 Apr 2020 and 50/NQ-CP of 20 May 2021.",
    ),
]


@pytest.mark.parametrize(("text", "vi", "en"), CASES)
def test_reasons_are_filled_in(text: str, vi: str, en: str) -> None:
    (candidate,) = doubts.of_documents(reading(text))
    assert (candidate.reason_vi, candidate.reason) == (vi, en)


def test_one_bearer_and_several() -> None:
    place = reading("Nghị quyết 50.").evidence(0, 5)
    told = reasons.among("documents", "no-date", "x", place, ["1/QĐ-TTg@2020-01-02", "1/QĐ-BCA", "1/QĐ-BTC"])
    assert told.reason_vi.endswith("nêu 1/QĐ-TTg ngày 02/01/2020, 1/QĐ-BCA và 1/QĐ-BTC.")
    assert reasons.among("documents", "no-date", "x", place, ["1/QĐ-BCA"]).reason.endswith("names 1/QĐ-BCA.")


def test_facts_keep_both_languages() -> None:
    facts = extract(reading("Nghị định 113 thi hành Luật Lưu trữ còn thiếu hướng dẫn.").source)
    (candidate,) = facts.candidates
    assert candidate.reason_vi == "Nguồn này không nêu đầy đủ số, ký hiệu của văn bản."
    written = to_json(facts)
    assert written["candidates"][0]["reason_vi"] == candidate.reason_vi
    assert from_json(written) == facts
    del written["candidates"][0]["reason_vi"]  # as older files are
    assert from_json(written).candidates[0].reason == candidate.reason


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one article that cites a number which two documents bear, and one that no document is known by."""
    folder = tmp_path_factory.mktemp("reasons")
    article = folder / "bai.txt"
    article.write_text(
        "Hai nghị quyết cùng số\n\nNghị quyết số 50/NQ-CP ngày 17/4/2020 và Nghị quyết số 50/NQ-CP ngày 20/5/2021 của "
        "Chính phủ đều nói về dữ liệu.\n\nNghị quyết số 50/NQ-CP của Chính phủ còn hiệu lực.\n",
        "utf-8",
    )
    build(Config(folder / "data"), [article], workers=1)
    return folder / "data"


def test_the_site_tells_reasons_in_the_language_of_the_reader(store: Path) -> None:
    app = create_app(Config(store=store))
    try:
        site = app.test_client(use_cookies=False)
        for lang, said, other, kind in (
            ("vi", "Viện dẫn không ghi ngày ban hành", "Cited without", "Văn bản"),
            ("en", "Cited without its date", "Viện dẫn không", "Document"),
        ):
            headers = {"Accept": "text/html"}
            listed = site.get(f"/queries/unresolved-references?lang={lang}", headers=headers).get_data(as_text=True)
            assert said in listed and other not in listed
            address = re.search(r'href="(/id/undecided/[^"]+)"', listed)
            assert address
            shown = site.get(f"{address[1]}?lang={lang}", headers=headers).get_data(as_text=True)
            facts = shown.partition('class="facts"')[2].partition("</dl>")[0]
            assert said in facts and other not in facts and kind in facts
            rows = site.get(f"/api/queries/unresolved-references?lang={lang}", headers={"Accept": "text/csv"})
            assert said in rows.get_data(as_text=True) and other not in rows.get_data(as_text=True)
        assert "Viện dẫn không ghi" in site.get("/api/queries/unresolved-references").get_data(as_text=True)
    finally:
        close(app)


@pytest.mark.parametrize(("lang", "said"), [("vi", "Viện dẫn không ghi ngày"), ("en", "Cited without its date")])
def test_the_command_tells_reasons_in_its_language(
    store: Path, capfd: pytest.CaptureFixture[str], lang: str, said: str
) -> None:
    code = main(["--store", str(store), "--lang", lang, "query", "unresolved-references", "--format", "csv"])
    assert code == 0
    assert said in capfd.readouterr().out
