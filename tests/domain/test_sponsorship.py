"""Tests of the terms of sponsors."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.records import DRAFTS, NetworkDraft
from edi_tui.domain.rows import EngagementRow, SponsorshipRow
from edi_tui.domain.sponsorship import (
    TermState,
    Vacancy,
    closed_in_term,
    current_terms,
    end_of,
    next_term,
    presence,
    seated,
    sponsoring_several,
    state_of,
    vacancies,
    vacancy,
)
from edi_tui.domain.words import Attendance, SponsorKind, Standing
from tests.domain.rules.board_rows import concern, engagement, term
from tests.domain.rules.rows import member

DAY = date(2026, 11, 21)
EXECUTIVE, OTHER = SponsorKind.EXECUTIVE, SponsorKind.NON_EXECUTIVE
LAST = date(2026, 5, 31)


@pytest.mark.parametrize(
    ("row", "state"),
    [
        (term(), TermState.IN_POST),
        (term(from_on=DAY), TermState.IN_POST),
        (term(from_on=DAY + timedelta(1)), TermState.CONFIRMED),
        (term(to_on=DAY), TermState.IN_POST),
        (term(to_on=DAY - timedelta(1)), TermState.ENDED),
        (term(ended_on=DAY - timedelta(1), to_on=date(2027, 1, 1)), TermState.ENDED),
        (term(from_on=None), TermState.IN_POST),
        (term(void=True), TermState.ENDED),
        (term(from_on=DAY + timedelta(1), void=True), TermState.ENDED),
    ],
)
def test_a_term_is_confirmed_in_post_or_ended(row: SponsorshipRow, state: TermState) -> None:
    assert state_of(row, DAY) is state


@pytest.mark.parametrize(
    ("standing", "state"),
    [
        (Standing.SUBSTANTIVE, TermState.IN_POST),
        (Standing.INTERIM, TermState.INTERIM),
        (Standing.ACTING, TermState.INTERIM),
    ],
)
def test_a_sponsor_whose_seat_is_filled_for_a_time_is_interim(
    standing: Standing, state: TermState
) -> None:
    assert state_of(term(), DAY, standing) is state


def test_the_states_of_a_term_are_in_words() -> None:
    assert {state.value: state.label for state in TermState} == {
        "confirmed": "Confirmed, not started",
        "in_post": "In post",
        "interim": "Interim",
        "ended": "Ended",
    }


def test_an_interim_member_s_term_that_is_over_has_ended() -> None:
    assert state_of(term(ended_on=LAST), DAY, Standing.INTERIM) is TermState.ENDED


def test_the_real_end_goes_before_the_planned_one() -> None:
    assert end_of(term(to_on=date(2027, 3, 31), ended_on=LAST)) == LAST
    assert end_of(term(to_on=date(2027, 3, 31))) == date(2027, 3, 31)


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        ([], (None, None, None)),
        ([term(kind=OTHER)], (None, None, None)),
        ([term(void=True)], (None, None, None)),
        ([term(from_on=DAY + timedelta(1))], (None, None, None)),
        ([term(ended_on=LAST)], (date(2026, 6, 1), None, 174)),
        ([term(ended_on=DAY - timedelta(1))], (DAY, None, 1)),
        ([term(to_on=LAST)], (date(2026, 6, 1), None, 174)),
        ([term(from_on=None, ended_on=LAST)], (date(2026, 6, 1), None, 174)),
    ],
)
def test_a_vacancy_counts_from_the_day_after_the_last_term(
    terms: list[SponsorshipRow], found: tuple[date | None, date | None, int | None]
) -> None:
    assert vacancy(terms, EXECUTIVE, DAY) == Vacancy(EXECUTIVE, *found)


@pytest.mark.parametrize("row", [term(), term(from_on=DAY), term(from_on=None), term(to_on=DAY)])
def test_a_place_that_is_filled_is_not_vacant(row: SponsorshipRow) -> None:
    assert vacancy([row], EXECUTIVE, DAY) is None
    assert vacancies([row], EXECUTIVE, DAY) == ()


def test_gaps_between_terms_are_counted_with_both_their_days() -> None:
    terms = [
        term(from_on=date(2026, 7, 1)),
        term(from_on=date(2025, 1, 1), ended_on=date(2025, 6, 30)),
        term(from_on=date(2025, 7, 2), ended_on=date(2026, 5, 31)),
    ]
    assert vacancies(terms, EXECUTIVE, DAY) == (
        Vacancy(EXECUTIVE, date(2025, 7, 1), date(2025, 7, 1), 1),
        Vacancy(EXECUTIVE, date(2026, 6, 1), date(2026, 6, 30), 30),
    )
    assert vacancy(terms, EXECUTIVE, DAY) is None


def test_terms_that_follow_each_other_or_overlap_leave_no_gap() -> None:
    long = term(from_on=date(2025, 1, 1), ended_on=date(2026, 9, 30))
    short = term(from_on=date(2025, 2, 1), ended_on=date(2025, 3, 1))
    after = term(from_on=date(2026, 10, 1))
    assert vacancies([long, short, after], EXECUTIVE, DAY) == ()


def test_a_confirmed_term_ends_no_vacancy_before_it_begins() -> None:
    terms = [term(ended_on=LAST), term(from_on=DAY + timedelta(1))]
    found = vacancy(terms, EXECUTIVE, DAY)
    assert found is not None
    assert found.days == 174


DAYS = st.dates(date(2024, 1, 1), date(2028, 1, 1))


@given(st.lists(st.tuples(DAYS, DAYS).map(sorted), min_size=1, max_size=6), DAYS)
def test_every_day_since_the_first_term_is_filled_or_in_one_vacancy(
    spans: list[list[date]], day: date
) -> None:
    terms = [term(from_on=first, to_on=last) for first, last in spans]
    found = [one for one in vacancies(terms, EXECUTIVE, day) if one.since]
    first = min(span[0] for span in spans)
    for offset in range((day - first).days + 1):
        on = first + timedelta(offset)
        gaps = sum(one.since <= on <= (one.until or day) for one in found if one.since)
        assert gaps == (0 if current_terms(terms, EXECUTIVE, on) else 1)
    assert all(one.days == ((one.until or day) - one.since).days + 1 for one in found if one.since)


def test_two_of_one_kind_at_once_are_both_current() -> None:
    first, second = term(), term(ref="SPO-002", member_ref="MEM-002")
    assert current_terms([first, second], EXECUTIVE, DAY) == [first, second]
    assert current_terms([first, term(kind=OTHER)], EXECUTIVE, DAY) == [first]


def test_the_next_term_is_the_one_that_begins_soonest() -> None:
    soon, late = term(from_on=date(2027, 1, 1)), term(from_on=date(2027, 2, 1))
    gone = term(from_on=date(2026, 12, 1), void=True)
    assert next_term([late, soon, gone, term()], EXECUTIVE, DAY) == soon
    assert next_term([late, soon], OTHER, DAY) is None
    assert next_term([term(from_on=DAY), term(from_on=None)], EXECUTIVE, DAY) is None


def test_a_member_who_sponsors_several_networks_is_named_with_them() -> None:
    terms = [
        term(),
        term(network="Disability Network", kind=OTHER),
        term(network="Women's Network", network_ref="NET-002"),
        term(network="Old network", network_ref="NET-003", ended_on=LAST),
        term(member_ref="MEM-002"),
    ]
    assert sponsoring_several(terms, DAY) == {"MEM-001": ("Disability Network", "Women's Network")}


@pytest.mark.parametrize(
    ("entry", "held", "attended"),
    [
        (engagement(date(2026, 4, 1)), 1, 1),
        (engagement(date(2026, 3, 31)), 0, 0),
        (engagement(DAY), 1, 1),
        (engagement(DAY + timedelta(1)), 0, 0),
        (engagement(DAY, member_ref="MEM-002"), 0, 0),
        (engagement(DAY, network_ref="NET-002"), 0, 0),
        (engagement(DAY, attendance=Attendance.APOLOGIES), 1, 0),
        (engagement(DAY, attendance=Attendance.DEPUTY), 1, 0),
        (engagement(DAY, attendance=Attendance.ABSENT), 1, 0),
    ],
)
def test_only_what_was_held_in_the_term_counts(
    entry: EngagementRow, held: int, attended: int
) -> None:
    found = presence(term(), [entry], DAY)
    assert (found.held, found.attended) == (held, attended)


def test_nothing_after_the_end_of_the_term_counts() -> None:
    row = term(ended_on=LAST)
    entries = [engagement(LAST), engagement(LAST + timedelta(1))]
    assert presence(row, entries, DAY).held == 1


def test_the_rate_of_attendance_is_undefined_where_nothing_was_held() -> None:
    assert presence(term(), [], DAY).rate is None
    missed = engagement(DAY, attendance=Attendance.ABSENT)
    assert presence(term(), [engagement(DAY), missed], DAY).rate == Decimal("0.5")
    assert presence(term(), [missed], DAY).rate == 0


def test_concerns_closed_in_the_term_are_what_it_changed() -> None:
    row = term(ended_on=LAST)
    closed = concern(fed_back_on=LAST)
    others = [
        concern(fed_back_on=LAST + timedelta(1)),
        concern(fed_back_on=date(2026, 3, 31)),
        concern(answered_on=LAST),
        concern(network_ref="NET-002", fed_back_on=LAST),
    ]
    assert closed_in_term(row, [closed, *others], DAY) == (closed,)
    assert closed_in_term(row, [closed], LAST - timedelta(1)) == ()


PERSONAL = (
    *("characteristic", "ethnicity", "race", "gender", "sex", "disability", "disabled", "religion"),
    *("belief", "orientation", "pregnancy", "age", "marital", "lived_experience", "ally"),
    *("born", "birth", "nationality", "health"),
)


def test_no_record_of_a_person_has_a_field_for_a_characteristic_of_theirs() -> None:
    fields = {
        f"{draft.__name__}.{field.name}"
        for draft in DRAFTS.values()
        for field in dataclasses.fields(draft)
        if not set(field.name.split("_")).isdisjoint(PERSONAL) or field.name in PERSONAL
    }
    assert fields == {f"{NetworkDraft.__name__}.characteristic"}


@pytest.mark.parametrize(("ended", "void"), [(-1, False), (0, True), (None, True)])
def test_a_term_of_a_vacant_seat_counts_only_where_it_was_over_before(
    ended: int | None, void: bool
) -> None:
    end = None if ended is None else DAY + timedelta(days=ended)
    row = term(member_ref="MEM-001", ended_on=end)
    seats = {"MEM-001": member(ref="MEM-001", standing=Standing.VACANT)}
    assert seated(row, seats, DAY).void is void
