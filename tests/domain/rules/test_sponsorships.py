"""A sponsorship says what it achieves, is lived and is handed over."""

from __future__ import annotations

from datetime import date

import pytest

from edi_tui.domain.rows import EngagementRow, SponsorshipRow
from edi_tui.domain.rules import networks
from edi_tui.domain.words import Attendance
from tests.domain.rules.board_rows import engagement, term
from tests.domain.rules.network_rows import days
from tests.domain.rules.rows import AS_AT, says, sponsorship, view


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (sponsorship(achieves=""), ["nothing"]),
        (sponsorship(achieves=" \n"), ["nothing"]),
        (sponsorship(achieves="Answers in 60 days"), []),
        (sponsorship(achieves="", from_on=AS_AT + days(1)), ["nothing"]),
        (sponsorship(achieves="", to_on=AS_AT), ["nothing"]),
        (sponsorship(achieves="", to_on=AS_AT - days(1)), []),
        (sponsorship(achieves="", void=True), []),
    ],
)
def test_a_sponsorship_says_what_it_achieves(row: SponsorshipRow, said: list[str]) -> None:
    assert says(networks.achieves_something, row, view(row)) == said


SINCE = date(2026, 4, 1)


@pytest.mark.parametrize(
    ("row", "entries", "said"),
    [
        (term(), [], ["inactive"]),
        (term(), [engagement(SINCE)], []),
        (term(), [engagement(SINCE - days(1))], ["inactive"]),
        (term(), [engagement(AS_AT)], []),
        (term(), [engagement(AS_AT, attendance=Attendance.DEPUTY)], ["inactive"]),
        (term(), [engagement(AS_AT, member_ref="MEM-002")], ["inactive"]),
        (term(), [engagement(AS_AT, member_ref="MEM-002"), engagement(SINCE)], []),
        (term(), [engagement(AS_AT, network_ref="NET-002")], ["inactive"]),
        (term(from_on=SINCE), [], ["inactive"]),
        (term(from_on=SINCE + days(1)), [], []),
        (term(from_on=None), [], ["inactive"]),
        (term(to_on=AS_AT - days(1)), [], []),
        (term(void=True), [], []),
    ],
)
def test_a_sponsor_does_something_in_two_whole_quarters(
    row: SponsorshipRow, entries: list[EngagementRow], said: list[str]
) -> None:
    assert says(networks.active, row, view(row, *entries)) == said


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (term(), []),
        (term(to_on=AS_AT + days(61)), []),
        (term(to_on=AS_AT + days(60)), ["ends-soon"]),
        (term(to_on=AS_AT), ["ends-soon"]),
        (term(to_on=AS_AT - days(1)), ["ended"]),
        (term(ended_on=AS_AT - days(365), to_on=AS_AT), ["ended"]),
        (term(ended_on=AS_AT - days(366)), []),
        (term(to_on=AS_AT, handover="Three concerns are open."), []),
        (term(to_on=AS_AT, handover=" "), ["ends-soon"]),
        (term(to_on=AS_AT, void=True), []),
    ],
)
def test_a_term_that_ends_is_handed_over(row: SponsorshipRow, said: list[str]) -> None:
    assert says(networks.handed_over, row, view(row)) == said
