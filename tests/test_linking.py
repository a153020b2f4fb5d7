"""Linking: what references mean, found from all sources together; what stays open says between what."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal

import pyoxigraph as ox
import pytest
import strategies
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import facts as facts_format
from kg import linking, rdf, registry_graph
from kg.iris import Iris
from kg.model import (
    Agency,
    Article,
    Document,
    Evidence,
    Facts,
    Observation,
    Official,
    Pillar,
    Programme,
    Relation,
    Target,
    Task,
)
from kg.standards import RDF, SKOS
from kg.vocabulary import VP, node

BASE = "https://w3id.org/vnpolicy/"
IRIS = Iris(BASE)

STRATEGY = "Phê duyệt Chiến lược dữ liệu quốc gia đến năm 2030"
E_GOVERNMENT = "Về một số nhiệm vụ, giải pháp trọng tâm phát triển Chính phủ điện tử"


def source(name, published=None, text_of=None, title=None, **lists):
    return Facts(f"{name}.txt", "", Article(title, published, text_of=text_of), **lists)


def cites(name, *documents, published=None, **more):
    return source(name, published, documents=documents, **more)


def resolved(links, name, own):
    """What linking made of an IRI in one source: the IRI that is used, and the candidates."""
    resolution = links.get(f"{BASE}id/source/{name}")
    choice = resolution.choices.get(f"{BASE}id/{own}") if resolution else None
    final = resolution.iri(f"{BASE}id/{own}") if resolution else f"{BASE}id/{own}"
    return final.removeprefix(f"{BASE}id/"), [
        o.iri.removeprefix(f"{BASE}id/") for o in choice.options
    ] if choice else []


def reasons(links, name, own):
    choice = links.get(f"{BASE}id/source/{name}").choices[f"{BASE}id/{own}"]
    return {option.iri.rpartition("/id/")[2]: option.reason for option in choice.options}


# ── documents ────────────────────────────────────────────────────────────────────────────────────────────────────────

D142 = Document("142/QĐ-TTg", "decision", "2024-02-02", title=STRATEGY)
D50_2020 = Document("50/NQ-CP@2020-04-17", "resolution", "2020-04-17", title="Về chủ trương hội nhập quốc tế")
D50_2021 = Document("50/NQ-CP@2021-05-20", "resolution", "2021-05-20", title="Về kế hoạch phát triển kinh tế - xã hội")
U142, U50 = "document/undated/142-qd-ttg", "document/undated/50-nq-cp"
BARE_142, BARE_50 = Document("142/QĐ-TTg", "decision"), Document("50/NQ-CP", "resolution")

DOCUMENTS = [
    # (reason, facts of the sources, source, its own IRI, what it means, the candidates)
    (
        "the only document of the number that is known, signed before the article",
        [cites("a", D142), cites("b", BARE_142, published="2024-03-01")],
        ("b", U142, "document/2024/142-qd-ttg", ["document/2024/142-qd-ttg"]),
    ),
    (
        "signed after the article: not what it speaks of",
        [cites("a", D142), cites("b", BARE_142, published="2023-03-01")],
        ("b", U142, U142, ["document/2024/142-qd-ttg"]),
    ),
    (
        "two remain: open, with both listed",
        [cites("a", D50_2020, D50_2021), cites("b", BARE_50, published="2022-01-05")],
        ("b", U50, U50, ["document/2020/50-nq-cp", "document/2021/50-nq-cp"]),
    ),
    (
        "two remain where the article has no date",
        [cites("a", D50_2020, D50_2021), cites("b", BARE_50)],
        ("b", U50, U50, ["document/2020/50-nq-cp", "document/2021/50-nq-cp"]),
    ),
    (
        "time leaves one of two",
        [cites("a", D50_2020, D50_2021), cites("b", BARE_50, published="2020-12-18")],
        ("b", U50, "document/2020/50-nq-cp", ["document/2020/50-nq-cp", "document/2021/50-nq-cp"]),
    ),
    (
        "the title tells which of two",
        [
            cites("a", D50_2020, D50_2021),
            cites("b", replace(BARE_50, title="về kế hoạch phát triển kinh tế, xã hội"), published="2022-01-05"),
        ],
        ("b", U50, "document/2021/50-nq-cp", ["document/2020/50-nq-cp", "document/2021/50-nq-cp"]),
    ),
    (
        "what the source speaks of tells which of two",
        [
            cites("a", D50_2020, D50_2021),
            source("b", "2022-01-05", documents=(BARE_50,), title="Hội nhập quốc tế: chủ trương mới"),
        ],
        ("b", U50, "document/2020/50-nq-cp", ["document/2020/50-nq-cp", "document/2021/50-nq-cp"]),
    ),
    (
        "another title: not this one, though it is the only one known",
        [cites("a", D142), cites("b", replace(BARE_142, title="Về việc kiện toàn Ban Chỉ đạo phòng, chống thiên tai"))],
        ("b", U142, U142, ["document/2024/142-qd-ttg"]),
    ),
    (
        "numbers begin again every year: after many years a bare number tells nothing",
        [
            cites("a", Document("17/NQ-CP", "resolution", "2010-03-07")),
            cites("b", Document("17/NQ-CP"), published="2024-01-02"),
        ],
        ("b", "document/undated/17-nq-cp", "document/undated/17-nq-cp", ["document/2010/17-nq-cp"]),
    ),
    (
        "unless the source speaks of its subject",
        [
            cites("a", Document("17/NQ-CP", "resolution", "2010-03-07", title=E_GOVERNMENT)),
            source(
                "b", "2024-01-02", documents=(Document("17/NQ-CP"),),
                title="Nhiệm vụ, giải pháp trọng tâm phát triển CPĐT",
            ),
        ],
        ("b", "document/undated/17-nq-cp", "document/2010/17-nq-cp", ["document/2010/17-nq-cp"]),
    ),
    (
        "a mandate without a record of its own is a reference as well",
        [cites("a", D142), source("b", "2024-03-01", tasks=(Task("xây dựng kho dữ liệu", mandate="142/QĐ-TTg"),))],
        ("b", U142, "document/2024/142-qd-ttg", ["document/2024/142-qd-ttg"]),
    ),
    (
        "nobody knows its date",
        [cites("a", BARE_142), cites("b", BARE_142)],
        ("b", U142, U142, []),
    ),
    (
        "a normative number carries its year",
        [cites("a", Document("47/2020/NĐ-CP", "decree", "2020-04-09")), cites("b", Document("47/2020/NĐ-CP"))],
        ("b", "document/2020/47-2020-nd-cp", "document/2020/47-2020-nd-cp", []),
    ),
    (
        "of a people's committee's number the issuer is part",
        [
            cites("a", Document("17/KH-UBND", "plan", "2025-01-20", "UBND tỉnh Hà Nam")),
            cites("b", Document("17/KH-UBND", "plan", "2025-01-15", "UBND tỉnh Lào Cai")),
            cites("c", Document("17/KH-UBND", "plan", None, "Ủy ban nhân dân tỉnh Lào Cai"), published="2025-03-01"),
        ],
        (
            "c", "document/undated/17-kh-ubnd-uy-ban-nhan-dan-tinh-lao-cai",
            "document/2025/17-kh-ubnd-uy-ban-nhan-dan-tinh-lao-cai",
            ["document/2025/17-kh-ubnd-uy-ban-nhan-dan-tinh-lao-cai"],
        ),
    ),
    (
        "without the issuer it stays open",
        [
            cites("a", Document("17/KH-UBND", "plan", "2025-01-20", "UBND tỉnh Hà Nam")),
            cites("b", Document("17/KH-UBND", "plan", "2025-01-15", "UBND tỉnh Lào Cai")),
            cites("c", Document("17/KH-UBND", "plan"), published="2025-03-01"),
        ],
        (
            "c", "document/undated/17-kh-ubnd", "document/undated/17-kh-ubnd",
            [
                "document/2025/17-kh-ubnd-uy-ban-nhan-dan-tinh-ha-nam",
                "document/2025/17-kh-ubnd-uy-ban-nhan-dan-tinh-lao-cai",
            ],
        ),
    ),
    (
        "the day tells the issuer",
        [
            cites("a", Document("17/KH-UBND", "plan", "2025-01-20", "UBND tỉnh Hà Nam")),
            cites("b", Document("17/KH-UBND", "plan", "2025-01-15", "UBND tỉnh Lào Cai")),
            cites("c", Document("17/KH-UBND", "plan", "2025-01-15")),
        ],
        (
            "c", "document/2025/17-kh-ubnd", "document/2025/17-kh-ubnd-uy-ban-nhan-dan-tinh-lao-cai",
            ["document/2025/17-kh-ubnd-uy-ban-nhan-dan-tinh-lao-cai"],
        ),
    ),
    (
        "an abbreviated issuer and the full one are one",
        [
            cites("a", Document("17/KH-UBND", "plan", "2025-01-20", "UBND tỉnh Hà Nam")),
            cites("b", Document("17/KH-UBND", "plan", "2025-01-20", "Ủy ban nhân dân tỉnh Hà Nam")),
        ],
        (
            "a", "document/2025/17-kh-ubnd-ubnd-tinh-ha-nam", "document/2025/17-kh-ubnd-uy-ban-nhan-dan-tinh-ha-nam",
            ["document/2025/17-kh-ubnd-uy-ban-nhan-dan-tinh-ha-nam"],
        ),
    ),
    (
        "a day that one source misprints makes no second document",
        [
            cites("a", Document("140/KH-BCĐ", "plan", "2025-04-01")),
            cites("b", Document("140/KH-BCĐ", "plan", "2025-04-01")),
            cites("c", Document("140/KH-BCĐ", "plan", "2025-05-01")),
        ],
        ("c", "document/2025/140-kh-bcd", "document/2025/140-kh-bcd", ["document/2025/140-kh-bcd"]),
    ),
    (
        "two days and two subjects are two documents, and the day tells them apart",
        [
            cites("a", Document("01/QĐ-TW", "decision", "2021-01-05", title="Về thành lập Tiểu ban Văn kiện")),
            cites("b", Document("01/QĐ-TW", "decision", "2021-02-20", title="Phân công nhiệm vụ Ban Bí thư khóa mới")),
        ],
        ("b", "document/2021/01-qd-tw", "document/2021/01-qd-tw-2021-02-20", ["document/2021/01-qd-tw-2021-02-20"]),
    ),
    (
        "a law by its name is the numbered one of that subject",
        [
            cites("a", Document("20/2023/QH15", "law", "2023-06-22", title="Luật Giao dịch điện tử")),
            cites("b", Document("Luật Giao dịch điện tử", "law"), published="2024-01-05"),
        ],
        ("b", "document/undated/luat-giao-dich-dien-tu", "document/2023/20-2023-qh15", ["document/2023/20-2023-qh15"]),
    ),
    (
        "two laws of one name: the year tells",
        [
            cites("a", Document("20/2023/QH15", "law", "2023-06-22", title="Giao dịch điện tử")),
            cites("b", Document("51/2005/QH11", "law", "2005-11-29", title="Giao dịch điện tử")),
            cites("c", Document("Luật Giao dịch điện tử năm 2005", "law", "2005"), published="2024-01-05"),
        ],
        (
            "c", "document/2005/luat-giao-dich-dien-tu", "document/2005/51-2005-qh11",
            ["document/2005/51-2005-qh11", "document/2023/20-2023-qh15"],
        ),
    ),
    (
        "two laws of one name without a year stay open",
        [
            cites("a", Document("20/2023/QH15", "law", "2023-06-22", title="Giao dịch điện tử")),
            cites("b", Document("51/2005/QH11", "law", "2005-11-29", title="Giao dịch điện tử")),
            cites("c", Document("Luật Giao dịch điện tử", "law"), published="2024-01-05"),
        ],
        (
            "c", "document/undated/luat-giao-dich-dien-tu", "document/undated/luat-giao-dich-dien-tu",
            ["document/2005/51-2005-qh11", "document/2023/20-2023-qh15"],
        ),
    ),
    (
        "a law named without its year, when only one is known however old",
        [
            cites("a", Document("Bộ luật Hình sự năm 2015", "code")),
            cites("b", Document("Bộ luật hình sự", "code"), published="2025-01-09"),
        ],
        ("b", "document/undated/bo-luat-hinh-su", "document/2015/bo-luat-hinh-su", ["document/2015/bo-luat-hinh-su"]),
    ),
    (
        "a law of another year is not it",
        [
            cites("a", Document("Luật An ninh mạng", "law", "2018-06-12")),
            cites("b", Document("Luật An ninh mạng năm 2025", "law")),
        ],
        ("b", "document/2025/luat-an-ninh-mang", "document/2025/luat-an-ninh-mang", []),
    ),
    (
        "spelled out rather than abbreviated",
        [
            cites("a", Document("Luật Ban hành văn bản QPPL", "law")),
            cites("b", Document("Luật Ban hành văn bản quy phạm pháp luật", "law")),
        ],
        (
            "a", "document/undated/luat-ban-hanh-van-ban-qppl",
            "document/undated/luat-ban-hanh-van-ban-quy-pham-phap-luat",
            ["document/undated/luat-ban-hanh-van-ban-quy-pham-phap-luat"],
        ),
    ),
    (
        "what is too short to be a title rules nothing out",
        [cites("a", D142), cites("b", replace(BARE_142, title="chỉ đạo mới"))],
        ("b", U142, "document/2024/142-qd-ttg", ["document/2024/142-qd-ttg"]),
    ),
    (
        "a law that amends another is not that other",
        [
            cites("a", Document("59/2024/QH15", "law", "2024-11-28", title="Sửa đổi Luật Giao dịch điện tử")),
            cites("b", Document("Luật Giao dịch điện tử", "law"), published="2025-01-05"),
        ],
        ("b", "document/undated/luat-giao-dich-dien-tu", "document/undated/luat-giao-dich-dien-tu", []),
    ),
    (
        "two spellings of one name",
        [
            cites("a", Document("Nghị định về định danh và xác thực điện tử", "decree", status="draft")),
            cites("b", Document("dự thảo Nghị định về định danh, xác thực điện tử", "decree", status="draft")),
        ],
        (
            "b", "document/undated/du-thao-nghi-dinh-ve-dinh-danh-xac-thuc-dien-tu",
            "document/undated/nghi-dinh-ve-dinh-danh-va-xac-thuc-dien-tu",
            ["document/undated/nghi-dinh-ve-dinh-danh-va-xac-thuc-dien-tu"],
        ),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "sources", "expected"), DOCUMENTS, ids=[row[0] for row in DOCUMENTS])
def test_documents(why, sources, expected):
    name, own, meaning, candidates = expected
    links = linking.link(sources)
    assert resolved(links, name, own) == (meaning, candidates), why
    assert linking.link(sources[::-1]) == links


def test_reasons_are_told_in_words():
    links = linking.link([cites("a", D50_2020, D50_2021), cites("b", BARE_50, published="2020-12-18")])
    told = reasons(links, "b", U50)
    assert "ban hành sau ngày đăng bài (18/12/2020)" in told["document/2021/50-nq-cp"]
    assert "ban hành 17/04/2020" in told["document/2020/50-nq-cp"]
    assert "duy nhất" in told["document/2020/50-nq-cp"]


def test_a_misprint_is_flagged_where_it_stands():
    right = Document("140/KH-BCĐ", "plan", "2025-04-01")
    links = linking.link([cites("a", right), cites("b", right), cites("c", replace(right, date="2025-05-01"))])
    assert "in nhầm" in reasons(links, "c", "document/2025/140-kh-bcd")["document/2025/140-kh-bcd"]
    assert links.get(f"{BASE}id/source/a") is None
    # its own text is right against any number of others
    own = source("d", text_of="140/KH-BCĐ", documents=(replace(right, date="2025-05-01"),))
    links = linking.link([cites("a", right), cites("b", right), own])
    assert (
        resolved(links, "a", "document/2025/140-kh-bcd")[1] and not resolved(links, "d", "document/2025/140-kh-bcd")[1]
    )


def test_a_draft_is_linked_to_what_became_of_it():
    draft = Document("Nghị định về bảo vệ dữ liệu cá nhân", "decree", status="draft")
    issued = Document("13/2023/NĐ-CP", "decree", "2023-04-17", title="Bảo vệ dữ liệu cá nhân")
    links = linking.link([cites("a", draft, published="2020-12-18"), cites("b", issued)])
    own = f"{BASE}id/document/undated/nghi-dinh-ve-bao-ve-du-lieu-ca-nhan"
    assert {k: v.iri for k, v in links.drafts.items()} == {own: f"{BASE}id/document/2023/13-2023-nd-cp"}
    assert resolved(links, "a", own.removeprefix(f"{BASE}id/"))[0] == own.removeprefix(f"{BASE}id/")
    triple = ox.Triple(node(own), node(VP.draftOf), node(f"{BASE}id/document/2023/13-2023-nd-cp"))
    assert triple in set(linking.triples(links))
    # what came many years later is only a candidate
    late = linking.link([cites("a", draft, published="2016-12-18"), cites("b", issued)])
    assert not late.drafts and len(resolved(late, "a", own.removeprefix(f"{BASE}id/"))[1]) == 1
    # a document that was there before is not what became of it
    assert not linking.link([cites("a", draft, published="2024-01-01"), cites("b", issued)]).drafts


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def programme(name):
    return IRIS.programme(name).removeprefix(f"{BASE}id/")


NATIONAL = "Chương trình Chuyển đổi số quốc gia"
TO_2025 = "Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030"
PROGRAMMES = [
    # (reason, name in one source, names in another, what the first means)
    ("abbreviated and spelled out", "Chương trình CĐS quốc gia", [NATIONAL], NATIONAL),
    ("without diacritics", "Chuong trinh chuyen doi so quoc gia", [NATIONAL], NATIONAL),
    ("without its years", NATIONAL, [TO_2025], TO_2025),
    ("a shorter tail", "Chương trình Chuyển đổi số quốc gia đến năm 2025", [TO_2025], TO_2025),
    ("two periods: open", NATIONAL, [TO_2025, "Chương trình Chuyển đổi số quốc gia giai đoạn 2026-2030"], NATIONAL),
    ("of another first year", "Chương trình Chuyển đổi số quốc gia giai đoạn 2021-2025",
     ["Chương trình Chuyển đổi số quốc gia giai đoạn 2020-2025"],
     "Chương trình Chuyển đổi số quốc gia giai đoạn 2021-2025"),
    ("a name that may be anybody's", "Chiến lược phát triển", ["Chiến lược phát triển giai đoạn 2017-2025"],
     "Chiến lược phát triển"),
    ("another kind", "Chiến lược Chuyển đổi số quốc gia", [TO_2025], "Chiến lược Chuyển đổi số quốc gia"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "name", "others", "meant"), PROGRAMMES, ids=[row[0] for row in PROGRAMMES])
def test_programmes(why, name, others, meant):
    facts = [source("a", programmes=(Programme(name),)), source("b", programmes=tuple(map(Programme, others)))]
    final, candidates = resolved(linking.link(facts), "a", programme(name))
    assert final == programme(meant), why
    assert candidates == [programme(other) for other in others] or (meant == name and len(candidates) != 1)


def test_a_programme_called_by_the_number_of_its_decision():
    scheme = "Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử"
    facts = [
        source("a", programmes=(Programme("Đề án 06"),)),
        source("b", programmes=(Programme(scheme),), relations=(Relation("06/QĐ-TTg", "approves", scheme),)),
    ]
    assert resolved(linking.link(facts), "a", programme("Đề án 06"))[0] == programme(scheme)


AGENCIES = [
    # (reason, name, day of the source, its own IRI, what it means, how many candidates)
    ("before the merger of July 2025", "Tỉnh Phú Thọ", "2025-03-01", "agency/tinh-phu-tho", "agency/tinh-phu-tho", 2),
    ("after it", "Tỉnh Phú Thọ", "2025-08-01", "agency/tinh-phu-tho", "agency/tinh-phu-tho-2025", 2),
    ("no day: open, and neither of the two", "Tỉnh Phú Thọ", None, "agency/tinh-phu-tho",
     "agency/undated/tinh-phu-tho", 2),
    ("its bodies likewise", "UBND tỉnh Phú Thọ", "2025-08-01", "agency/ubnd-tinh-phu-tho",
     "agency/uy-ban-nhan-dan-tinh-phu-tho-2025", 2),
    ("a ministry named after its end", "Bộ Thông tin và Truyền thông", "2025-06-01",
     "agency/bo-thong-tin-va-truyen-thong", "agency/bo-thong-tin-va-truyen-thong", 0),
    ("a short name", "Bộ TT&TT", "2024-06-01", "agency/bo-tt-tt", "agency/bo-thong-tin-va-truyen-thong", 1),
    ("the name says it all", "Bộ Công an", None, "agency/bo-cong-an", "agency/bo-cong-an", 0),
    ("unknown to the registry", "Tổ công tác", "2024-06-01", "agency/to-cong-tac", "agency/to-cong-tac", 0),
    ("a group in other words", "các bộ, ngành và địa phương", None, "group/cac-bo-nganh-va-dia-phuong",
     "group/cac-bo-nganh-dia-phuong", 1),
    ("an office", "Thủ tướng Chính phủ", None, "office/thu-tuong-chinh-phu", "office/thu-tuong-chinh-phu", 0),
]  # fmt: skip


@pytest.mark.parametrize(
    ("why", "name", "day", "own", "meant", "candidates"), AGENCIES, ids=[row[0] for row in AGENCIES]
)
def test_agencies_by_date(why, name, day, own, meant, candidates):
    links = linking.link([source("a", day, agencies=(Agency(name),))])
    final, found = resolved(links, "a", own)
    assert (final, len(found)) == (meant, candidates), why


def test_the_documents_that_an_undated_source_names_tell_its_time():
    late = source(
        "a", documents=(Document("202/2025/QH15", "resolution", "2025-07-12"),), agencies=(Agency("Tỉnh Phú Thọ"),)
    )
    assert resolved(linking.link([late]), "a", "agency/tinh-phu-tho")[0] == "agency/tinh-phu-tho-2025"
    early = source(
        "a", documents=(Document("17/NQ-CP", "resolution", "2019-03-07"),), agencies=(Agency("Tỉnh Phú Thọ"),)
    )
    assert resolved(linking.link([early]), "a", "agency/tinh-phu-tho")[0] == "agency/undated/tinh-phu-tho"


def official(name):
    return IRIS.official(name).removeprefix(f"{BASE}id/")


def test_officials_without_diacritics():
    stripped = source("a", officials=(Official("Nguyen Manh Hung"),))
    full, other = (
        source("b", officials=(Official("Nguyễn Mạnh Hùng"),)),
        source("c", officials=(Official("Nguyễn Mạnh Hưng"),)),
    )
    own = official("Nguyen Manh Hung")
    assert resolved(linking.link([stripped, full]), "a", own)[0] == official("Nguyễn Mạnh Hùng")
    final, candidates = resolved(linking.link([stripped, full, other]), "a", own)
    assert final == own and set(candidates) == {official("Nguyễn Mạnh Hùng"), official("Nguyễn Mạnh Hưng")}
    # two full names are never taken for one
    assert linking.link([full, other]).resolutions == {}
    # the place of a tone mark is no difference
    hoa = source("d", officials=(Official("Lê Hoà"),)), source("e", officials=(Official("Lê Hòa"),))
    links = linking.link(hoa)
    assert resolved(links, "d", official("Lê Hoà"))[0] == resolved(links, "e", official("Lê Hòa"))[0]


INDICATORS = [
    # (one name, another, whether they are one)
    ("tỷ lệ DVCTT mức độ 4", "Tỉ lệ dịch vụ công trực tuyến mức độ 4", True),
    ("tỷ lệ hồ sơ trực tuyến toàn trình", "tỷ lệ hồ sơ trực tuyến", False),
    ("tỷ lệ dịch vụ công trực tuyến mức độ 4", "tỷ lệ dịch vụ công trực tuyến mức độ 3", False),
    ("ty le van ban dien tu", "tỷ lệ văn bản điện tử", True),
]


@pytest.mark.parametrize(("one", "other", "same"), INDICATORS)
def test_indicators(one, other, same):
    links = linking.link([source("a", targets=(Target(one),)), source("b", observations=(Observation(other),))])
    finals = {
        resolved(links, name, IRIS.indicator(text).removeprefix(f"{BASE}id/"))[0]
        for name, text in (("a", one), ("b", other))
    }
    assert (len(finals) == 1) == same


SHARES = [
    # (the unit of the first, the first's name, a percentage's, whether they are one)
    ("%", "hộ dân được dùng nước sạch", "Tỷ lệ hộ dân được dùng nước sạch", True),
    ("%", "hộ dân dùng nước sạch được cung cấp ở mức độ 2", "hộ dân dùng nước sạch mức độ 2", True),
    ("hộ", "hộ dân được dùng nước sạch", "Tỷ lệ hộ dân được dùng nước sạch", False),  # how many are no share
    ("%", "nước sạch", "tỷ lệ nước sạch", False),  # too little to tell
]


@pytest.mark.parametrize(("unit", "one", "other", "same"), SHARES)
def test_a_share_is_one_indicator_with_or_without_its_word(unit, one, other, same):
    wanted = source("a", targets=(Target(one, Decimal(70), unit=unit),))
    measured = source("b", observations=(Observation(other, Decimal(61), unit="%"),))
    links = linking.link([wanted, measured])
    finals = {
        resolved(links, name, IRIS.indicator(text).removeprefix(f"{BASE}id/"))[0]
        for name, text in (("a", one), ("b", other))
    }
    assert (len(finals) == 1) == same


def test_pillars_of_the_registry():
    links = linking.link([source("a", pillars=(Pillar("nền kinh tế số"),))])
    assert resolved(links, "a", "pillar/nen-kinh-te-so")[0] == "pillar/kinh-te-so"


# ── tasks ────────────────────────────────────────────────────────────────────────────────────────────────────────────

DUTY = "Xây dựng, hoàn thiện cơ sở dữ liệu quốc gia về dân cư, kết nối với các bộ, ngành, địa phương"
ORIGINAL = source(
    "goc",
    text_of="142/QĐ-TTg",
    documents=(D142,),
    tasks=(
        Task(DUTY, ("Bộ Công an",), mandate="142/QĐ-TTg", deadline="2025", evidence=(Evidence(0, 5, "a" * 5),)),
        Task("Báo cáo Thủ tướng Chính phủ hằng năm", ("Bộ Tài chính",), evidence=(Evidence(6, 9, "bbb"),)),
    ),
)
TASKS = [
    # (reason, the task as the press tells it, whether it is the first of the original)
    ("the same words", Task(DUTY, ("Bộ Công an",), mandate="142/QĐ-TTg"), True),
    ("the document is named elsewhere in the article", Task(DUTY.lower(), ("Bộ Công an",)), True),
    ("shortened", Task("xây dựng, hoàn thiện CSDL quốc gia về dân cư", ("Bộ Công an",)), True),
    ("another deadline", Task("hoàn thiện cơ sở dữ liệu quốc gia về dân cư", ("Bộ Công an",), deadline="2027"), False),
    ("another agency", Task("hoàn thiện cơ sở dữ liệu quốc gia về dân cư", ("Bộ Y tế",)), False),
    ("another task", Task("Ban hành kế hoạch mở dữ liệu", ("Bộ Công an",)), False),
    ("too short to be told by its words", Task("xây dựng cơ sở dữ liệu", ("Bộ Công an",)), False),
]


@pytest.mark.parametrize(("why", "task", "same"), TASKS, ids=[row[0] for row in TASKS])
def test_a_task_of_the_press_and_of_the_original(why, task, same):
    press = source("bao", "2024-03-01", documents=(BARE_142,), tasks=(replace(task, evidence=(Evidence(1, 3, "cc"),)),))
    links = linking.link([press, ORIGINAL])
    (told,), (first, _) = (_tasks(facts, links) for facts in (press, ORIGINAL))
    assert links.same_tasks == (((told, first),) if same else ()), why
    graph = set(linking.triples(links))
    for one, other in ((told, first), (first, told)):
        assert (ox.Triple(node(one), node(VP.sameTaskAs), node(other)) in graph) == same


def test_a_task_that_may_be_either_of_two_stays_open():
    twice = replace(
        ORIGINAL, tasks=(*ORIGINAL.tasks, replace(ORIGINAL.tasks[0], evidence=(Evidence(20, 25, "d" * 5),)))
    )
    press = source("bao", documents=(BARE_142,), tasks=(Task(DUTY, evidence=(Evidence(1, 3, "cc"),)),))
    links = linking.link([press, twice])
    assert links.same_tasks == ()
    ((task, options),) = links.open_tasks
    assert task in _tasks(press, links) and {o.iri for o in options} <= set(_tasks(twice, links)) and len(options) == 2
    candidates = [t.object for t in linking.triples(links) if t.predicate.value == VP.candidate]
    assert len(candidates) == 2


def _tasks(facts, links):
    """The IRIs of a source's tasks as its graph has them, in their order."""
    resolution = links.get(IRIS.source(facts.source))
    quads = list(rdf.quads(facts, resolution))
    order = {q.subject: int(q.object.value) for q in quads if q.predicate.value == VP.order}
    tasks = [q.subject for q in quads if q.predicate.value == RDF.type and q.object.value == VP.Task]
    return [task.value for task in sorted(tasks, key=order.__getitem__)]


# ── in the graph ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_references_in_the_graph_are_resolved_and_explained():
    sources = [cites("a", D50_2020, D50_2021), cites("b", BARE_50, published="2020-12-18")]
    links = linking.link(sources)
    quads = list(rdf.quads(sources[1], links.get(f"{BASE}id/source/b")))
    store = ox.Store()
    store.extend(quads)
    answer = store.query(
        f"PREFIX vp: <{VP.BASE}> SELECT * WHERE {{ GRAPH ?g {{ ?mention vp:refersTo ?document ; vp:candidate ?c . "
        "?c vp:option ?option ; vp:chosen ?chosen ; vp:reason ?reason FILTER(lang(?reason) = 'vi') }}"
    )
    found = {(row["document"].value, row["option"].value, row["chosen"].value) for row in answer}
    right, wrong = f"{BASE}id/document/2020/50-nq-cp", f"{BASE}id/document/2021/50-nq-cp"
    assert found == {(right, right, "true"), (right, wrong, "false")}
    assert rdf.facts(quads) == sources[1]


def test_every_resource_has_one_preferred_name_in_a_language():
    sources = [
        cites("a", D142, published="2024-02-05", agencies=(Agency("UBND tỉnh Hà Nam"), Agency("Tổ công tác"))),
        cites("b", Document("142/QD-TTg"), programmes=(Programme(NATIONAL), Programme(TO_2025))),
    ]
    links = linking.link(sources)
    told = [*linking.triples(links), *registry_graph.triples()]
    assert len(set(told)) == len(told)
    labels = {}
    for triple in told:
        if triple.predicate.value == SKOS.prefLabel:
            assert labels.setdefault((triple.subject, triple.object.language), triple.object) == triple.object
    assert labels[node(f"{BASE}id/document/2024/142-qd-ttg"), "vi"].value == "142/QĐ-TTg"
    assert labels[node(f"{BASE}id/agency/uy-ban-nhan-dan-tinh-ha-nam"), "en"].value
    named = {subject for subject, language in labels if language == "vi"}
    for facts in sources:
        quads = rdf.quads(facts, links.get(IRIS.source(facts.source)))
        mentioned = {q.object for q in quads if q.predicate.value in (VP.refersTo, VP.leadAgency, VP.indicator)}
        assert mentioned <= named


# ── properties ───────────────────────────────────────────────────────────────────────────────────────────────────────


@st.composite
def several(draw):
    """Facts of several sources that speak of the same things."""
    found = draw(st.lists(strategies.facts(), min_size=2, max_size=3))
    return [replace(f, source=f"{i}.txt", article=replace(f.article, url=None)) for i, f in enumerate(found)]


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(several(), st.randoms(use_true_random=False))
def test_the_order_of_the_sources_does_not_matter(sources, chance):
    shuffled = sources[:]
    chance.shuffle(shuffled)
    links = linking.link(sources)
    assert linking.link(shuffled) == links
    assert repr(linking.link(shuffled)) == repr(links)
    for facts in sources:
        assert rdf.facts(rdf.quads(facts, links.get(IRIS.source(facts.source)))) == facts_format.settled(facts)


def test_the_order_of_real_looking_sources_does_not_matter():
    sources = [facts for _, group, _ in DOCUMENTS for facts in group]
    sources = [replace(facts, source=f"{i}-{facts.source}") for i, facts in enumerate(sources)] + [ORIGINAL]
    links = linking.link(sources)
    for seed in range(5):
        shuffled = sources[:]
        random.Random(seed).shuffle(shuffled)
        assert linking.link(shuffled) == links
        assert list(linking.triples(linking.link(shuffled))) == list(linking.triples(links))
