"""Hypothesis strategies for facts: realistic Vietnamese names mixed with odd characters, records alike, none missing.

The stretches of one set of facts agree: one span has one quote (as it has in a text), the places are whatever records
were read with.
"""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

from hypothesis import strategies as st

from kg import model
from kg.facts import RECORDS
from kg.model import Article, Candidate, Evidence, Facts, Place

# what RDF and JSON can both hold: any code point but surrogates
ODD = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
WORDS = st.sampled_from(
    [
        "Bộ Công an", "Bộ Tài chính", "Bộ tài chính", "Bo Tai chinh", "Thủ tướng Chính phủ",
        "các bộ, ngành, địa phương",
        "Ủy ban nhân dân các tỉnh, thành phố", "Cục Tin học hóa", "Cục Tin học hoá", "Tổ công tác", "Tỉnh Phú Thọ",
        "Nguyễn Mạnh Hùng", "Nguyễn Mạnh Hưng", "Chiến lược dữ liệu quốc gia đến năm 2030", "Đề án 06",
        "tỷ lệ dịch vụ công trực tuyến", "chính phủ số", "xã hội số", "A; B", "A\\", "; ", "", "Bộ Y tế;",
    ]
)  # fmt: skip
NUMBERS = st.sampled_from(
    [
        "142/QĐ-TTg", "142/QD-TTg", "50/NQ-CP@2020-04-17", "50/NQ-CP@2021-05-20", "50/NQ-CP", "47/2020/NĐ-CP",
        "52-NQ/TW", "24/2018/QH14", "1528/QĐ-UBND", "66.7/2025/NQ-CP", "Luật Chính phủ số", "3954/UBND-VX",
    ]
)  # fmt: skip
NAMES = WORDS | NUMBERS | ODD
PERIODS = st.sampled_from(["2021", "2024-Q1", "2025-12", "2020-06-15", "2025-01-01/P9M", "2024-S1", "2023-02-29"]) | ODD
DATES = st.sampled_from(["2024-02-02", "2020-04-17", "2021-05-20", "2019", "2024-02", "2023-02-30", "0001-01-01"]) | ODD
PROVISIONS = st.sampled_from(
    ["Điều 2 / Khoản 1 / Điểm đ", "Điều 2 / Khoản 1 / Điểm d", "khoản 1 Điều 2", "Phụ lục II / 14", "Mục III", ""]
)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12) | (
    st.sampled_from([Decimal("86000000"), Decimal("30.080"), Decimal("1E+3"), Decimal("0.0"), Decimal("2361")])
)
CONFIDENCES = st.sampled_from([1.0, 0.93, 0.5, 0.0]) | st.floats(0, 1)
PARTS = st.none() | st.sampled_from(["1", "2a", "đ", "Mục II", "Phụ lục I"]) | ODD
PLACES = st.none() | st.builds(
    Place, PARTS, PARTS, PARTS, PARTS, PARTS, PARTS, st.none() | st.integers(min_value=1, max_value=900)
)


def _optional(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | strategy


def _literal(options: object) -> st.SearchStrategy[object]:
    return st.sampled_from(get_args(options))


def _lists(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


@st.composite
def _quotes(draw: st.DrawFn) -> list[tuple[int, int, str]]:
    """A few stretches of one text."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=8, max_size=40))
    found = []
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        found.append((start, end, text[start:end]))
    return found


_MEASURE = {
    "indicator": NAMES,
    "value": _optional(DECIMALS),
    "value_text": _optional(ODD),
    "unit": _optional(st.sampled_from(["%", "thẻ", "tỷ đồng"]) | ODD),
    "period": _optional(PERIODS),
    "comparator": _literal(model.Comparator),
    "upper": _optional(DECIMALS),
    "scope": _optional(ODD),
}
_FIELDS: dict[type[object], dict[str, st.SearchStrategy[object]]] = {
    model.Document: {
        "id": NUMBERS | NAMES,
        "type": _optional(_literal(model.DocumentType)),
        "date": _optional(DATES),
        "issuer": _optional(NAMES),
        "status": _literal(model.DocumentStatus),
        "title": _optional(ODD),
        "signer": _optional(NAMES),
        "signed_for": _optional(ODD),
        "effective": _optional(DATES),
        "expires": _optional(DATES),
        "issued_at": _optional(ODD),
    },
    model.Programme: {"name": NAMES},
    model.Agency: {"name": NAMES},
    model.Official: {"name": NAMES, "role": _optional(NAMES), "agency": _optional(NAMES)},
    model.Relation: {"subject": NAMES, "relation": _literal(model.RelationName), "object": NAMES},
    model.Task: {
        "text": ODD,
        "assignees": _lists(NAMES),
        "cooperators": _lists(NAMES),
        "mandate": _optional(NAMES),
        "provision": _optional(PROVISIONS | ODD),
        "directed_by": _optional(NAMES),
        "deadline": _optional(PERIODS),
        "deadline_text": _optional(ODD),
        "recurrence": _optional(ODD),
        "deliverable": _optional(ODD),
        "status": _optional(_literal(model.TaskStatus)),
        "status_date": _optional(DATES),
        "about": _lists(NAMES),
    },
    model.Target: _MEASURE
    | {
        "responsible": _lists(NAMES),
        "set_by": _optional(NAMES),
        "provision": _optional(PROVISIONS),
        "about": _lists(NAMES),
    },
    model.Observation: _MEASURE | {"total": _optional(DECIMALS), "agency": _optional(NAMES)},
    model.Pillar: {"name": NAMES},
    model.Provision: {"path": PROVISIONS | ODD, "title": _optional(ODD)},
}


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """Facts of one source, of all kinds."""
    stretches = st.sampled_from(draw(_quotes()))
    evidence = _lists(st.builds(lambda s, place: Evidence(*s, place), stretches, PLACES))
    common = {"evidence": evidence, "confidence": CONFIDENCES}
    lists = {}
    for name, kind in {**RECORDS, "pillars": model.Pillar}.items():
        # drawn from few, so that some are alike
        few = draw(st.lists(st.builds(kind, **_FIELDS[kind], **common), max_size=3))
        lists[name] = draw(_lists(st.sampled_from(few))) if few else ()
    return Facts(
        source=draw(st.sampled_from(["bai-bao.txt", "https://vi-du.vn/tin?id=1", "Quyết định 142.docx"]) | ODD),
        text_sha256=draw(ODD),
        article=draw(
            st.builds(
                Article,
                _optional(ODD),
                _optional(DATES),
                _optional(NAMES),
                _optional(NAMES),
                _optional(st.sampled_from(["https://vi-du.gov.vn/tin", "javascript:alert(1)", "http://[sai"]) | ODD),
            )
        ),
        **lists,
        recipients=draw(_lists(NAMES)),
        candidates=draw(
            _lists(st.builds(Candidate, kind=ODD, reason=ODD, text=NAMES, evidence=evidence, reason_vi=ODD))
        ),
        extractor=draw(st.sampled_from(["", "rules 0.1.0"]) | ODD),
    )
