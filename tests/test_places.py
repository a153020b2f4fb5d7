"""Places as citations name them."""

import pytest

from kg.places import cited


@pytest.mark.parametrize(
    ("place", "vi", "en"),
    [
        # from the smallest part up in Vietnamese, from the largest down in English
        ({"article": "5", "clause": "2", "point": "a"}, "điểm a khoản 2 Điều 5", "Article 5, clause 2, point a"),
        # a law's chapters and sections hold articles, whose numbers stand once: they are not told
        ({"part": "Chương II", "article": "5"}, "Điều 5", "Article 5"),
        ({"part": "Mục 2", "article": "11", "clause": "1"}, "khoản 1 Điều 11", "Article 11, clause 1"),
        # a decision's article holds sections, and each of them a clause 4
        (
            {"part": "Mục II", "article": "1", "clause": "4"},
            "khoản 4 Mục II Điều 1",
            "Article 1, Section II, clause 4",
        ),
        # a plan has no articles: its clauses are told apart by its sections
        ({"part": "Mục III", "clause": "1", "point": "d"}, "điểm d khoản 1 Mục III", "Section III, clause 1, point d"),
        ({"part": "Phần thứ hai", "clause": "3"}, "khoản 3 Phần thứ hai", "Phần thứ hai, clause 3"),
        # an annex with its rows, and with text of its own
        ({"annex": "Phụ lục II", "row": "14"}, "Phụ lục II, STT 14", "Annex II, row 14"),
        ({"annex": "Phụ lục", "row": "3.1"}, "Phụ lục, STT 3.1", "Annex, row 3.1"),
        ({"annex": "II", "clause": "2"}, "khoản 2 Phụ lục II", "Annex II, clause 2"),
        ({"annex": "Biểu số 01", "row": "2"}, "Biểu số 01, STT 2", "Biểu số 01, row 2"),
        ({"row": "7"}, "STT 7", "row 7"),
        # a row is found by its number, whatever section or clause of the annex it stands under
        ({"annex": "Phụ lục I", "part": "Mục B", "clause": "1", "row": "3"}, "Phụ lục I, STT 3", "Annex I, row 3"),
        # the page comes last, and may be all that is known
        ({"part": "Mục II", "clause": "7", "page": "1"}, "khoản 7 Mục II, trang 1", "Section II, clause 7, page 1"),
        ({"page": "12"}, "trang 12", "page 12"),
        ({}, "", ""),
    ],
)
def test_cited(place: dict[str, str], vi: str, en: str) -> None:
    assert (cited(place, "vi"), cited(place, "en")) == (vi, en)
