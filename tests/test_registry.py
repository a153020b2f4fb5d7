"""The registry: its tables are whole, and names find the body that bore them on the day."""

from __future__ import annotations

import csv
import datetime
import unicodedata
from collections import defaultdict
from typing import get_args

import pytest

from kg.entries import AgencyKind, Normative, System
from kg.folding import key
from kg.model import DocumentType
from kg.registry import FOLDER, Registry, load
from kg.tables import RegistryError

TABLES = sorted(FOLDER.glob("*.csv"))
BEFORE, AFTER = datetime.date(2025, 2, 28), datetime.date(2025, 3, 1)


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load()


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_every_row_cites_its_source(path):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for number, row in enumerate(rows, 2):
        assert row["source"].strip(), f"{path.name}, line {number}"
        assert all(value == value.strip() for value in row.values()), f"{path.name}, line {number}"


def test_agencies_are_consistent(registry):
    ids = [agency.id for agency in registry.agencies]
    assert len(set(ids)) == len(ids)
    for agency in registry.agencies:
        assert agency.kind in get_args(AgencyKind), agency.id
        assert agency.parent is None or registry.by_id(agency.parent), f"{agency.id}: parent {agency.parent}"
        if agency.valid_from and agency.valid_to:
            assert agency.valid_from <= agency.valid_to, agency.id


def test_document_forms_are_consistent(registry):
    for form in registry.forms:
        assert form.type is None or form.type in get_args(DocumentType), form.name
        assert form.normative in get_args(Normative), form.name
        assert form.system in get_args(System), form.name


def test_issuers_name_their_agency_as_the_agencies_do(registry):
    for issuer in registry.issuers:
        if issuer.agency is not None:
            agency = registry.by_id(issuer.agency)
            assert agency, issuer.symbol
            assert agency.name == issuer.name
        assert all(registry.forms_by_symbol(symbol) for symbol in issuer.types), issuer.symbol


# Nghị quyết 08/2021/QH15: 18 ministries, 4 ministerial agencies; Nghị quyết 176/2025/QH15: 14 and 3.
@pytest.mark.parametrize(("on", "ministries", "agencies"), [(BEFORE, 18, 4), (AFTER, 14, 3)])
def test_structure_of_the_government(registry, on, ministries, agencies):
    kinds = [agency.kind for agency in registry.agencies if agency.valid(on)]
    assert (kinds.count("ministry"), kinds.count("ministerial-agency")) == (ministries, agencies)


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        # abbreviations, whatever their joints
        ("Bộ TT&TT", None, "Bộ Thông tin và Truyền thông"),
        ("BTTTT", BEFORE, "Bộ Thông tin và Truyền thông"),
        ("Bộ Thông tin - Truyền thông", None, "Bộ Thông tin và Truyền thông"),
        ("bo thong tin va truyen thong", None, "Bộ Thông tin và Truyền thông"),
        ("NHNN", None, "Ngân hàng Nhà nước Việt Nam"),
        # a ministry that is no more on the day, and one that is not yet
        ("Bộ TT&TT", AFTER, None),
        ("Bộ Nông nghiệp và Môi trường", BEFORE, None),
        ("Bộ Nông nghiệp và Môi trường", AFTER, "Bộ Nông nghiệp và Môi trường"),
        # two bodies share it: none is chosen
        ("TTCP", None, None),
        ("Bộ Phép thuật", None, None),
    ],
)
def test_agency_by_name_and_date(registry, name, on, expected):
    agency = registry.agency(name, on)
    assert (agency.name if agency else None) == expected


# Nghị quyết 202/2025/QH15: 63 provinces and cities became 34; three provinces became cities in 2026.
@pytest.mark.parametrize(
    ("on", "count", "cities"),
    [("2024-12-31", 63, 5), ("2025-01-01", 63, 6), ("2025-06-30", 63, 6), ("2025-07-01", 34, 6), ("2026-09-20", 34, 9)],
)
def test_provinces(registry, on, count, cities):
    found = [province for province in registry.provinces if province.valid(datetime.date.fromisoformat(on))]
    assert len(found) == count
    assert sum(province.unit == "thành phố" for province in found) == cities
    assert len({province.name for province in found}) == len({province.code for province in found}) == count


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        # one name, two units: before and after the merger
        ("Phú Thọ", "2025-06-30", ["tinh-phu-tho"]),
        ("tỉnh Phú Thọ", "2025-07-01", ["tinh-phu-tho-2025"]),
        ("Phú Thọ", None, ["tinh-phu-tho", "tinh-phu-tho-2025"]),
        # merged away, and untouched
        ("Vĩnh Phúc", "2025-07-01", []),
        ("Cao Bằng", None, ["tinh-cao-bang"]),
        # a new name and rank
        ("Thừa Thiên Huế", "2024-12-31", ["tinh-thua-thien-hue"]),
        ("Huế", "2025-01-01", ["thanh-pho-hue"]),
        ("TT-Huế", "2024-12-31", ["tinh-thua-thien-hue"]),
        ("thành phố Đồng Nai", "2026-04-29", []),
        ("thành phố Đồng Nai", "2026-04-30", ["thanh-pho-dong-nai"]),
        # shortened
        ("TP.HCM", "2025-07-01", ["thanh-pho-ho-chi-minh-2025"]),
        ("BR-VT", "2020-01-01", ["tinh-ba-ria-vung-tau"]),
        ("TP Hà Nội", None, ["thanh-pho-ha-noi"]),
    ],
)
def test_province_by_name_and_date(registry, name, on, expected):
    day = datetime.date.fromisoformat(on) if on else None
    assert [province.id for province in registry.provinces_named(name, day)] == expected
    assert [agency.id for agency in registry.agencies_named(name, day)] == expected


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("UBND tỉnh Phú Thọ", "2025-07-01", "Ủy ban nhân dân tỉnh Phú Thọ"),
        ("UBND TP.HCM", "2020-01-01", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        ("HĐND TP. Hồ Chí Minh", "2020-01-01", "Hội đồng nhân dân thành phố Hồ Chí Minh"),
        ("Sở TT&TT Bắc Ninh", "2024-05-01", "Sở Thông tin và Truyền thông tỉnh Bắc Ninh"),
        ("Thành ủy Hà Nội", None, "Thành ủy Hà Nội"),
        # the department ended before the province did
        ("Sở TT&TT Bắc Ninh", "2025-03-01", None),
        ("Sở Nông nghiệp và Môi trường tỉnh Hà Giang", "2025-02-28", None),
        # a city has no Tỉnh ủy, a province no Thành ủy
        ("Tỉnh ủy Hà Nội", None, None),
        ("UBND thành phố Cao Bằng", None, None),
        ("UBND tỉnh Không Có", None, None),
    ],
)
def test_local_bodies(registry, name, on, expected):
    agency = registry.agency(name, datetime.date.fromisoformat(on) if on else None)
    assert (agency.name if agency else None) == expected


def test_full_names_are_unique_on_every_day(registry):
    days = {day for agency in registry.agencies for day in (agency.valid_from, agency.valid_to) if day}
    for day in days:
        names = [key(agency.name) for agency in registry.agencies if agency.valid(day)]
        assert len(set(names)) == len(names), (day, {name for name in names if names.count(name) > 1})


def test_only_known_short_names_are_shared(registry):
    for day in (BEFORE, AFTER, datetime.date(2018, 1, 1)):
        bearers = defaultdict(set)
        for name, agency in registry.names():
            if agency.valid(day):
                bearers[key(name)].add(agency.id)
        assert {name for name, ids in bearers.items() if len(ids) > 1} == {"ttcp", "bct"}


def test_successions_are_consistent(registry):
    ids = {agency.id for agency in registry.agencies}
    for change in registry.successions:
        assert change.predecessor in ids, change
        assert change.successor in ids, change
        assert change.scope, change
        before, after = registry.by_id(change.predecessor), registry.by_id(change.successor)
        assert after.valid(change.date), change
        assert before.valid(change.date - datetime.timedelta(days=1)), change
        assert change.relation == "split" or not before.valid(change.date), change


def test_what_ended_says_who_took_over(registry):
    """Every ministry and province that ended has an heir."""
    for agency in registry.agencies:
        if agency.valid_to and agency.kind in ("ministry", "ministerial-agency", "province"):
            assert any(change.relation != "split" for change in registry.changes_of(agency.id)), agency.id


@pytest.mark.parametrize(
    ("identity", "on", "expected"),
    [
        # nothing happened yet
        ("bo-thong-tin-va-truyen-thong", "2025-02-28", ["bo-thong-tin-va-truyen-thong"]),
        # the ministry's work went three ways
        (
            "bo-thong-tin-va-truyen-thong",
            "2025-03-01",
            ["bo-khoa-hoc-va-cong-nghe", "bo-van-hoa-the-thao-va-du-lich", "bo-cong-an"],
        ),
        # a part left, the body stays
        ("bo-noi-vu", "2025-03-01", ["bo-noi-vu", "bo-dan-toc-va-ton-giao"]),
        # what left the heir on the very day of the merger was not the predecessor's
        (
            "bo-lao-dong-thuong-binh-va-xa-hoi",
            "2025-03-01",
            ["bo-noi-vu", "bo-y-te", "bo-giao-duc-va-dao-tao", "bo-nong-nghiep-va-moi-truong", "bo-cong-an"],
        ),
        # a chain of committees, as far as the day allows
        ("uy-ban-quoc-gia-ve-chinh-phu-dien-tu", "2021-09-24", ["uy-ban-quoc-gia-ve-chuyen-doi-so"]),
        ("tinh-binh-phuoc", "2026-04-30", ["thanh-pho-dong-nai"]),
    ],
)
def test_heirs(registry, identity, on, expected):
    found = registry.heirs(identity, datetime.date.fromisoformat(on))
    assert [heir.agency for heir in found] == expected


@pytest.mark.parametrize(
    ("symbol", "type_symbol", "expected"),
    [
        ("CP", "NQ", ["Chính phủ"]),
        ("TTg", "QĐ", ["Thủ tướng Chính phủ"]),
        ("QH15", None, ["Quốc hội"]),
        ("UBTVQH14", None, ["Ủy ban Thường vụ Quốc hội"]),
        ("VPCP", "TB", ["Văn phòng Chính phủ"]),
        # plenum or Politburo: both are kept, with what decides
        ("TW", "NQ", ["Bộ Chính trị", "Ban Chấp hành Trung ương"]),
        ("TW", "CT", ["Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương"]),
        ("KHONG", None, []),
    ],
)
def test_issuers(registry, symbol, type_symbol, expected):
    found = registry.issuers_of(symbol, type_symbol)
    assert [issuer.name for issuer in found] == expected
    assert len(found) < 2 or all(issuer.decided_by for issuer in found)


@pytest.mark.parametrize(
    ("symbol", "party", "expected"),
    [
        ("NQ", None, "resolution"),
        ("NĐ", None, "decree"),
        ("TTLT", None, "circular"),
        ("CĐ", None, "dispatch"),
        ("QyĐ", None, "regulation"),
        ("VBHN", None, "consolidated-text"),
        # the Party's "quy định" and "quyết định" share a symbol: undecided there, not with the State
        ("QĐ", False, "decision"),
        ("QĐ", True, None),
        # stripped of its diacritics: scheme or project cannot be told
        ("DA", None, None),
        ("ĐA", None, "scheme"),
    ],
)
def test_type_of_symbol(registry, symbol, party, expected):
    assert registry.type_of_symbol(symbol, party=party) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Nghị quyết", "resolution"),
        ("Luật", "law"),
        ("Bộ luật", "code"),
        ("thông báo kết luận", "notice"),
        ("công điện", "dispatch"),
        ("Công văn", "official-letter"),
        ("quy dinh", "regulation"),
        ("bài báo", None),
    ],
)
def test_type_of_word(registry, word, expected):
    assert registry.type_of_word(word) == expected


def test_every_type_of_the_model_has_a_word(registry):
    assert {form.type for form in registry.forms if form.type} == set(get_args(DocumentType))


def test_terms(registry):
    assert registry.expansions("CNTT") == ("công nghệ thông tin",)
    assert registry.expansions("xyz") == ()
    assert registry.pillar("Kinh tế số").id == "kinh-te-so"
    assert registry.unit("tỷ").factor == 1_000_000_000
    assert registry.unit("đồng").kind == "currency"
    assert registry.role("Bộ trưởng").order < registry.role("Thứ trưởng").order
    assert registry.role("Q").name == "quyền"


def test_pillars_and_groups_refer_to_what_there_is(registry):
    pillars = {pillar.id for pillar in registry.pillars}
    assert all(pillar.broader is None or pillar.broader in pillars for pillar in registry.pillars)
    kinds = set(get_args(AgencyKind)) | {f"local:{body.id}" for body in registry.local_bodies}
    for group in registry.groups:
        assert set(group.members) <= kinds, group.id
    for role in registry.roles:
        assert set(role.bodies) <= set(get_args(AgencyKind)), role.name
    bodies = {body.id for body in registry.local_bodies}
    assert all(body.successor is None or body.successor in bodies for body in registry.local_bodies)


@pytest.mark.parametrize(
    ("name", "on", "count"),
    [
        ("các bộ, cơ quan ngang bộ", BEFORE, 22),
        ("các bộ, cơ quan ngang bộ", AFTER, 17),
        ("các địa phương", BEFORE, 63),
        ("các bộ, ngành, địa phương", BEFORE, 22 + 8 + 63),
        ("các cơ quan thuộc Chính phủ", AFTER, 5),
        ("UBND các tỉnh, thành phố trực thuộc Trung ương", datetime.date(2025, 7, 1), 34),
    ],
)
def test_members_of_groups(registry, name, on, count):
    assert len(registry.members(registry.group(name), on)) == count


def test_a_name_finds_its_agency_however_it_is_typed(registry):
    """Folding, decomposition and capitals do not change what a name finds."""
    for name, agency in registry.names():
        for typed in (name.upper(), unicodedata.normalize("NFD", name), f"  {name} "):
            assert agency in registry.agencies_named(typed), typed


@pytest.mark.parametrize(
    ("table", "text", "message"),
    [
        ("agencies", "id,name_vi\nx,y,z\n", r"agencies\.csv: the column 'source' is missing"),
        ("pillars", "id,name_vi,name_en,short_names,broader,source\nx,y\n", r"pillars\.csv, line 2: not as many cells"),
        ("abbreviations", "", r"abbreviations\.csv: the column 'source' is missing"),
        (
            "roles",
            "name_vi,name_en,other_names,kind,bodies,order,source\nx,y,,king,,1,z\n",
            r"line 2: 'king' is none of",
        ),
        (
            "units",
            "name_vi,name_en,other_names,kind,factor,source\nx,y,,count,ten,z\n",
            r"line 2: 'ten' is not a number",
        ),
    ],
)
def test_a_damaged_table_is_named(tmp_path, table, text, message):
    (tmp_path / f"{table}.csv").write_text(text, encoding="utf-8")
    with pytest.raises(RegistryError, match=message):
        getattr(Registry(tmp_path), table)


def test_a_missing_or_misencoded_table_is_named(tmp_path):
    with pytest.raises(RegistryError, match=r"groups\.csv: the registry table cannot be read"):
        _ = Registry(tmp_path).groups
    (tmp_path / "groups.csv").write_bytes("id,name_vi\nbộ,y\n".encode("cp1258", "ignore") + b"\xff")
    with pytest.raises(RegistryError, match=r"groups\.csv: the registry table cannot be read"):
        _ = Registry(tmp_path).groups
