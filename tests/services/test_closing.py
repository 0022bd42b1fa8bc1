"""Closing a quarter, issuing it again, and making its papers from what was frozen."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing as closing_down
from datetime import date, timedelta

import pytest

from edi_tui.domain.errors import CorruptError, EdiError, InvalidError, NotFoundError
from edi_tui.domain.records import ObjectiveDraft, UpdateDraft
from edi_tui.domain.ways import WAYS
from edi_tui.domain.words import QuarterState, Status
from edi_tui.exports.export import FORMATS, status_bytes
from edi_tui.services import records
from edi_tui.services.closed_quarters import closing_of, closings, frozen_quarter, verify
from edi_tui.services.closing import ClosingTerms, close_quarter, reissue_quarter
from edi_tui.services.frozen import text_of
from edi_tui.services.judged import rule_versions
from edi_tui.services.quarters import figures, quarter_states
from edi_tui.services.register import Register
from edi_tui.services.report import live_report, status_report
from edi_tui.services.undo import undo
from edi_tui.store.snapshots import content_of
from tests.conftest import NOW
from tests.services.closing import Q1, Q2, Q3, edited, filled, on

ALL_THE_SAME = ClosingTerms(despite="The committee meets on Tuesday")


def content(register: Register, number: int) -> str:
    """Return what was frozen."""
    with register.reading() as session:
        return content_of(session, number)


def test_a_closed_quarter_keeps_its_dates_reasons_and_who_closed_it(register: Register) -> None:
    wish = ClosingTerms(as_at=date(2026, 10, 5), meeting_on=date(2026, 12, 1), despite="No time")
    made = close_quarter(filled(register), Q2, wish)
    assert (made.quarter, made.as_at, made.meeting_on) == (Q2, wish.as_at, wish.meeting_on)
    assert (made.who, made.closed_on, made.closed_at) == (
        "tester",
        date(2026, 11, 21),
        "2026-11-21T09:00:00+00:00",
    )
    assert made.fails
    assert made.despite == "No time"
    assert closings(register) == [made]
    assert closing_of(register, Q2) == made


def test_open_failures_refuse_it_in_one_sentence_that_counts_and_names_them(
    register: Register,
) -> None:
    records.add(register, ObjectiveDraft(title="Sponsor the race network"))
    with pytest.raises(EdiError, match=r"2026/27 Q2 was not closed, because (\d+) findings at"):
        close_quarter(register, Q2, ClosingTerms())
    with pytest.raises(EdiError) as refused:
        close_quarter(register, Q2, ClosingTerms(despite="  "))
    assert "on OBJ-001" in str(refused.value)
    assert str(refused.value).count(".") == 1
    assert closings(register) == []


def test_where_nothing_fails_no_reason_is_kept(register: Register) -> None:
    made = close_quarter(register, Q2, ClosingTerms(despite="Not needed"))
    assert (made.fails, made.despite) == (0, "")


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        (ClosingTerms(as_at=date(2026, 6, 30)), "as_at"),
        (ClosingTerms(as_at=date(2026, 11, 22)), "as_at"),
        (ClosingTerms(meeting_on=date(2026, 6, 30)), "meeting"),
    ],
)
def test_a_date_that_cannot_be_is_refused(
    register: Register, wish: ClosingTerms, field: str
) -> None:
    with pytest.raises(InvalidError) as refused:
        close_quarter(register, Q2, wish)
    assert list(refused.value.problems) == [field]


def test_a_quarter_that_has_not_ended_or_is_closed_is_refused(register: Register) -> None:
    with pytest.raises(EdiError, match=r"2026/27 Q3 has not ended: it runs until 31 Dec 2026"):
        close_quarter(register, Q3, ClosingTerms())
    close_quarter(register, Q2, ClosingTerms())
    with pytest.raises(EdiError, match="Q2 is closed on 21 Nov 2026 by tester already"):
        close_quarter(register, Q2, ClosingTerms())


def test_a_correction_is_linked_to_what_it_replaces_and_needs_a_reason(register: Register) -> None:
    with pytest.raises(EdiError, match="2026/27 Q2 is not closed"):
        reissue_quarter(register, Q2, ClosingTerms(), because="Wrong")
    wish = ClosingTerms(as_at=date(2026, 10, 5), meeting_on=date(2026, 12, 1))
    first = close_quarter(register, Q2, wish)
    with pytest.raises(InvalidError):
        reissue_quarter(register, Q2, ClosingTerms(), because=" ")
    second = reissue_quarter(register, Q2, ClosingTerms(), because="A date was wrong")
    assert (second.replaces, second.because) == (first.number, "A date was wrong")
    assert second.previous == first.digest
    assert (second.as_at, second.meeting_on) == (first.as_at, first.meeting_on)
    assert closing_of(register, Q2) == second
    assert [one.problems for one in verify(register)] == [(), ()]


def test_undo_does_not_take_a_closing_back_and_says_so(register: Register) -> None:
    filled(register)
    close_quarter(register, Q2, ALL_THE_SAME)
    with pytest.raises(EdiError, match="a closed quarter stays closed"):
        undo(register)
    assert len(closings(register)) == 1
    edited(register, "OBJ-001", title="Raise it more")
    assert undo(register).refs == ("OBJ-001",)


@pytest.mark.parametrize("layout", FORMATS)
def test_papers_of_a_closed_quarter_are_the_same_bytes_after_the_register_moved_on(
    register: Register, layout: str
) -> None:
    filled(register)
    close_quarter(register, Q2, ALL_THE_SAME)
    first = status_bytes(status_report(register, Q2), layout)
    edited(register, "OBJ-001", title="Something else", owner="MEM-001")
    edited(register, "ORG-001", name="Another trust")
    said = UpdateDraft(subject="OBJ-002", on=date(2026, 9, 30), status=Status.OFF_TRACK)
    records.add(register, said)
    records.withdraw(register, "OBJ-002", "Wrong", version=1)
    later = on(register, NOW + timedelta(days=400))
    assert status_bytes(status_report(later, Q2), layout) == first
    assert status_bytes(live_report(later, Q2), layout) != first


def test_what_is_frozen_is_what_the_register_said(register: Register) -> None:
    filled(register)
    live = live_report(register, Q2)
    made = close_quarter(register, Q2, ALL_THE_SAME)
    kept = status_report(register, Q2)
    assert (kept.now.objectives, kept.now.members) == (live.now.objectives, live.now.members)
    assert (kept.before, kept.board, kept.drift) == (live.before, live.board, live.drift)
    assert kept.now.organisation == live.now.organisation
    assert kept.closing == made


def test_reading_back_and_writing_again_gives_the_same_text(register: Register) -> None:
    close_quarter(filled(register), Q2, ALL_THE_SAME)
    frozen = frozen_quarter(register, Q2)
    assert text_of(frozen) == content(register, 1)
    assert frozen.report.rules == rule_versions()
    assert set(WAYS) <= set(frozen.report.rules)
    assert set(frozen.frameworks) == {"EDI plan"}
    assert frozen.records["OBJ-001"]["says"]["title"] == "Raise the share"


def test_words_that_look_like_line_ends_or_markup_come_back_as_they_were(
    register: Register,
) -> None:
    said = "One\u2028two\u0085three\n[bold]four[/] \U0001f469\u200d\U0001f9bd \u202e=1+1"
    records.add(register, ObjectiveDraft(title="Raise it", done=said))
    kept = records.get(register, "OBJ-001").draft
    close_quarter(register, Q2, ALL_THE_SAME)
    (row,) = status_report(register, Q2).now.objectives
    assert isinstance(kept, ObjectiveDraft)
    assert row.done == kept.done


def test_the_content_is_canonical_and_holds_no_float(register: Register) -> None:
    close_quarter(filled(register), Q2, ALL_THE_SAME)

    def refuse(text: str) -> None:
        raise AssertionError(text)

    for line in content(register, 1).split("\n")[:-1]:
        read = json.loads(line, parse_float=refuse, parse_constant=refuse)
        again = json.dumps(read, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert again == line


def test_the_paper_of_a_closed_quarter_is_as_at_the_day_of_its_closing_alone(
    register: Register,
) -> None:
    close_quarter(register, Q2, ClosingTerms())
    with pytest.raises(InvalidError, match="closed as at 30 Sep 2026"):
        status_report(register, Q2, as_at=date(2026, 8, 1))
    assert status_report(register, Q2, as_at=Q2.end).closing


def test_a_quarter_that_is_not_closed_cannot_be_shown(register: Register) -> None:
    with pytest.raises(NotFoundError, match="2026/27 Q2 is not closed"):
        frozen_quarter(register, Q2)


def test_the_list_of_quarters_shows_which_are_closed_and_what_stood_then(
    register: Register,
) -> None:
    filled(register)
    close_quarter(register, Q2, ALL_THE_SAME)
    close_quarter(register, Q1, ALL_THE_SAME)
    states = dict(quarter_states(register))
    assert (states[Q2], states[Q1]) == (QuarterState.CLOSED, QuarterState.CLOSED)
    before = {one.quarter: one.objectives.counts for one in figures(register)}
    records.withdraw(register, "OBJ-001", "Wrong", version=1)
    after = {one.quarter: one.objectives.counts for one in figures(register)}
    assert after[Q2] == before[Q2]
    assert after[Q3] != before[Q3]


@pytest.fixture
def file(register: Register) -> Iterator[sqlite3.Connection]:
    """Two closed quarters, and their file in the hands of somebody who knows SQL."""
    filled(register)
    close_quarter(register, Q1, ALL_THE_SAME)
    close_quarter(register, Q2, ALL_THE_SAME)
    with closing_down(sqlite3.connect(register.path, isolation_level=None)) as connection:
        yield connection


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE snapshot SET who = 'me' WHERE number = 1", "never changed"),
        ("DELETE FROM snapshot WHERE number = 2", "never deleted"),
        ("REPLACE INTO snapshot SELECT * FROM snapshot WHERE number = 1", "follows the one"),
    ],
)
def test_the_database_refuses_to_touch_a_closed_quarter(
    file: sqlite3.Connection, statement: str, words: str
) -> None:
    with pytest.raises(sqlite3.DatabaseError, match=words):
        file.execute(statement)


def forced(connection: sqlite3.Connection, statement: str) -> None:
    """Run a statement with the triggers taken out, as somebody may who owns the file."""
    for name in ("freeze_snapshot", "keep_snapshot"):
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement)


@pytest.mark.parametrize(
    ("statement", "first", "second"),
    [
        ("UPDATE snapshot SET content = x'00' WHERE number = 1", "Since 21 Nov 2026 what", ""),
        ("UPDATE snapshot SET who = 'me' WHERE number = 1", "Since 21 Nov 2026 what", ""),
        (
            "UPDATE snapshot SET digest = 'a' WHERE number = 1",
            "made anew",
            "does not follow from the one before it",
        ),
        ("DELETE FROM snapshot WHERE number = 1", "It is gone", ""),
    ],
)
def test_verify_says_which_quarter_does_not_match(
    register: Register, file: sqlite3.Connection, statement: str, first: str, second: str
) -> None:
    assert [one.problems for one in verify(register)] == [(), ()]
    forced(file, statement)
    (one, other) = verify(register)
    assert (one.closing.quarter, other.closing.quarter) == (Q1, Q2)
    assert first in " ".join(one.problems)
    assert second in " ".join(other.problems)
    assert bool(other.problems) == bool(second)


def test_no_paper_is_made_from_what_was_changed(
    register: Register, file: sqlite3.Connection
) -> None:
    forced(file, "UPDATE snapshot SET content = x'00' WHERE number = 2")
    with pytest.raises(CorruptError, match="2026/27 Q2 on 21 Nov 2026 has been changed since"):
        status_report(register, Q2)
