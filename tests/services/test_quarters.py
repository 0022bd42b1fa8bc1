"""Which quarters there are, and what each comes to."""

from __future__ import annotations

from datetime import date

from edi_tui.domain.due import Due
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.records import ActionDraft, EvidenceDraft, ObjectiveDraft, UpdateDraft
from edi_tui.domain.words import Precision, QuarterState, Status
from edi_tui.services import records
from edi_tui.services.quarters import MOST, figures, quarter_states
from edi_tui.services.register import Register

Q1, Q2, Q3, Q4 = (Quarter(2026, number) for number in range(1, 5))


def due(day: date) -> Due:
    """Return a due date given to the day."""
    return Due(day, day.isoformat(), Precision.DAY)


def said(register: Register, subject: str, on: date, status: Status) -> None:
    """Store what was said of a record on a day."""
    records.add(register, UpdateDraft(subject=subject, on=on, status=status, reason="Checked"))


def test_an_empty_register_has_the_running_quarter_and_the_coming_one(register: Register) -> None:
    assert quarter_states(register) == [(Q4, QuarterState.COMING), (Q3, QuarterState.CURRENT)]


def test_the_quarters_go_back_to_the_first_thing_said(register: Register) -> None:
    records.add(register, ObjectiveDraft(title="Publish", agreed_on=date(2026, 7, 1)))
    assert [quarter for quarter, _ in quarter_states(register)] == [Q4, Q3, Q2]
    said(register, "OBJ-001", date(2026, 6, 30), Status.ON_TRACK)
    assert quarter_states(register)[2:] == [(Q2, QuarterState.OPEN), (Q1, QuarterState.OPEN)]
    records.withdraw(register, "UPD-001", reason="Wrong", version=1)
    assert quarter_states(register)[-1][0] == Q2


def test_a_mistyped_year_makes_no_thousands_of_quarters(register: Register) -> None:
    records.add(register, ObjectiveDraft(title="Publish", agreed_on=date(1026, 7, 1)))
    assert len(quarter_states(register)) == MOST


def test_each_quarter_counts_what_stood_at_its_end_and_what_happened_in_it(
    register: Register,
) -> None:
    records.add(register, ObjectiveDraft(title="Publish", due=due(date(2027, 1, 31))))
    records.add(register, ObjectiveDraft(title="Recruit", due=due(date(2026, 12, 31))))
    records.add(register, ActionDraft(text="Brief the chairs", due=due(date(2026, 9, 30))))
    records.add(register, EvidenceDraft(title="Minutes", note="x", dated_on=date(2026, 7, 1)))
    said(register, "OBJ-001", date(2026, 6, 30), Status.ON_TRACK)
    said(register, "ACT-001", date(2026, 8, 1), Status.ON_TRACK)
    said(register, "ACT-001", date(2026, 9, 1), Status.COMPLETE)
    said(register, "ACT-001", date(2026, 10, 2), Status.COMPLETE)
    coming, current, second, first = figures(register)
    assert [one.quarter for one in (coming, current, second, first)] == [Q4, Q3, Q2, Q1]
    assert coming.objectives.counts == {}
    assert [row.ref for row in coming.objectives.due] == ["OBJ-001"]
    assert [row.ref for row in current.objectives.due] == ["OBJ-002"]
    assert [row.ref for row in second.actions.due] == ["ACT-001"]
    assert first.objectives.counts == {Status.ON_TRACK: 1, Status.NO_UPDATE: 1}
    assert first.actions.counts == {Status.NO_UPDATE: 1}
    assert second.actions.counts[Status.NO_UPDATE] == 0
    assert [one.actions.closed for one in (coming, current, second, first)] == [0, 0, 1, 0]
    assert [one.evidence for one in (coming, current, second, first)] == [0, 0, 1, 0]
