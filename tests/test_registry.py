"""The registry: its tables are whole, and names find the body that bore them on the day."""

from __future__ import annotations

import csv
import datetime
from typing import get_args

import pytest

from kg.model import DocumentType
from kg.registry import FOLDER, Registry, load
from kg.tables import AgencyKind, Normative, RegistryError, System

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


def test_a_damaged_table_is_named(tmp_path):
    for path in TABLES:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "agencies.csv").write_text("id,name_vi\nx,y,z\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=r"agencies\.csv, line 2"):
        Registry(tmp_path)
