"""The findings on a task: what is open, and what a report has closed."""

import datetime

import pytest

from web import findings
from web.rows import Status

DAY = datetime.date(2026, 1, 1)
PAST = datetime.date(2025, 6, 30)


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({}, []),
        ({"due": PAST}, ["past-due"]),
        ({"due": DAY}, []),
        ({"due": PAST, "statuses": ["overdue"]}, ["past-due", "reported-overdue"]),
        ({"due": PAST, "statuses": ["done"]}, []),
        ({"due": PAST, "signed": ["2025-06-30"]}, ["past-due", "result-in-time"]),
        ({"due": PAST, "signed": ["2025-07-01"]}, ["past-due", "result-late"]),
        ({"due": PAST, "signed": ["2026-01-02"]}, ["past-due"]),  # not signed by then
        ({"due": PAST, "signed": ["2025-06"]}, ["past-due", "result-in-time"]),
        ({"due": PAST, "signed": ["2025-07", "2025-08-01"]}, ["past-due", "result-late"]),
        ({"due": PAST, "signed": ["2025"]}, ["past-due", "result-undated"]),
        ({"due": PAST, "signed": ["", "2025-07-01"]}, ["past-due", "result-undated"]),
        ({"due": PAST, "signed": ["", "2024"]}, ["past-due", "result-in-time"]),
        ({"due": PAST, "signed": ["2027"]}, ["past-due"]),
        ({"due": PAST, "signed": ["2025-06-30"], "statuses": ["done"]}, []),
        (
            {"due": PAST, "signed": ["2025-06-30"], "statuses": ["overdue"]},
            ["past-due", "result-in-time", "reported-overdue"],
        ),
        ({"due": DAY, "signed": ["2025-06-30"]}, []),
        ({"deadline": False, "leads": []}, ["no-deadline", "no-lead"]),
        ({"deadline": False, "leads": [], "statuses": ["done"]}, []),
        ({"deadline": False, "leads": [], "statuses": ["stopped"]}, []),
        (
            {"deadline": False, "leads": [], "statuses": ["done", "overdue"]},
            ["reported-overdue", "no-deadline", "no-lead"],
        ),
        ({"leads": ["các bộ, ngành, địa phương"]}, ["group-lead"]),
        ({"mandated": False, "statuses": ["done"]}, ["no-mandate"]),
    ],
)
def test_findings(given, codes):
    asked = {"leads": ["Bộ Tài chính"], "mandated": True, "deadline": True, "due": None} | given
    asked["statuses"] = [Status(code, f"2025-0{n}-15") for n, code in enumerate(given.get("statuses", []), 1)]
    assert findings.of(**asked, as_of=DAY) == codes


def test_a_report_of_a_later_day_is_not_known_yet():
    later = [Status("done", "2026-02-01")]
    told = findings.of(leads=["Bộ Tài chính"], mandated=True, deadline=True, due=PAST, statuses=later, as_of=DAY)
    assert told == ["past-due"]
