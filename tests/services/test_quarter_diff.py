"""Two closed quarters compared, or one and now."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from edi_tui.domain.errors import EdiError, NotFoundError
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.records import ObjectiveDraft, UpdateDraft
from edi_tui.domain.words import Status
from edi_tui.services import records
from edi_tui.services.closing import ClosingTerms, close_quarter
from edi_tui.services.quarter_diff import compare
from edi_tui.services.register import Register
from tests.conftest import NOW
from tests.services.closing import Q2, Q3, due, edited, filled, on

ALL_THE_SAME = ClosingTerms(despite="No time")
JANUARY = NOW + timedelta(days=60)


@pytest.fixture
def moved(register: Register) -> Register:
    """A register that was closed at the end of Q2, went on, and was closed at the end of Q3."""
    close_quarter(filled(register), Q2, ALL_THE_SAME)
    edited(register, "OBJ-001", due=due(date(2027, 6, 30)))
    edited(register, "OBJ-001", due=due(date(2027, 7, 1)))
    edited(register, "OBJ-002", owner="MEM-001")
    records.add(register, ObjectiveDraft(title="Publish the gap", owner="MEM-001"))
    said = UpdateDraft(subject="OBJ-001", on=date(2026, 11, 20), status=Status.OFF_TRACK)
    records.add(register, said)
    later = on(register, JANUARY)
    close_quarter(later, Q3, ALL_THE_SAME)
    return later


def test_two_closed_quarters_are_compared_as_they_were(moved: Register) -> None:
    found = compare(moved, Q2, Q3)
    texts = [one.text for one in found.sentences]
    assert texts[:2] == [
        "1 objective moved from at risk to off track.",
        "1 objective is new.",
    ]
    assert "1 due date moved a second time, 92 days in all." in texts
    assert "1 objective has another owner." in texts
    assert (found.rules, found.frameworks) == ((), ())
    assert {one.ref for one in found.records} == {"OBJ-001", "OBJ-002", "OBJ-003", "UPD-003"}
    before = found
    edited(moved, "OBJ-001", title="Something else")
    assert compare(moved, Q2, Q3) == before


def test_a_quarter_is_compared_with_now(moved: Register) -> None:
    assert compare(moved, Q3).records == ()
    edited(moved, "OBJ-002", title="Something else")
    found = compare(moved, Q3)
    assert [one.ref for one in found.records] == ["OBJ-002"]
    assert found.after.name == "now, 20 Jan 2027"


def test_quarters_that_are_open_or_in_the_wrong_order_are_refused(moved: Register) -> None:
    with pytest.raises(EdiError, match="2026/27 Q3 is not before 2026/27 Q2"):
        compare(moved, Q3, Q2)
    with pytest.raises(NotFoundError, match="2026/27 Q1 is not closed"):
        compare(moved, Quarter(2026, 1), Q2)
