"""A value made quickly is the value that the dataclass makes."""

from __future__ import annotations

import dataclasses
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from kg.model import NOWHERE, Evidence
from kg.values import quick


@dataclass(frozen=True, slots=True)
class _Base:
    start: int
    sure: float = field(default=0.5, kw_only=True)


@quick
@dataclass(frozen=True, slots=True)
class Named(_Base):
    name: str = "tên"
    marks: list[int] = field(default_factory=list)


def test_fields_defaults_and_names() -> None:
    assert Named(1) == Named(start=1, name="tên", marks=[], sure=0.5)
    assert Named(1).marks is not Named(1).marks
    assert replace(Named(1, "Bộ"), sure=0.9) == Named(1, "Bộ", sure=0.9)
    assert pickle.loads(pickle.dumps(Named(2))) == Named(2)
    assert [one.name for one in dataclasses.fields(Named)] == ["start", "sure", "name", "marks"]


@pytest.mark.parametrize("wrong", [{}, {"start": 1, "other": 2}])
def test_what_is_missing_or_unknown_is_an_error(wrong: dict[str, int]) -> None:
    with pytest.raises(TypeError):
        Named(**wrong)  # type: ignore[arg-type]


def test_a_value_stays_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        Named(1).name = "khác"  # type: ignore[misc]


def test_what_is_done_after_making_is_done() -> None:
    assert Evidence(0, 2, "Bộ", NOWHERE).place is None
