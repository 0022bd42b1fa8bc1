"""What recruitment a goal for a share of posts would need."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.goals import Goal
from edi_tui.domain.trajectory import share_needed, trajectory, whatif, years_between
from edi_tui.domain.units import rounded

D = Decimal
START = date(2026, 3, 31)
SHARES = st.decimals(0, 1, allow_nan=False, places=3)
TURNOVERS = st.decimals("0.01", 1, allow_nan=False, places=2)
YEARS = st.decimals("0.1", 20, allow_nan=False, places=1)


def goal(**changed: Any) -> Goal:
    """Return the goal of 24% to 30% in a year at a turnover of 12%, changed."""
    told: dict[str, Any] = {
        "share_now": D("0.24"),
        "share_goal": D("0.30"),
        "turnover_per_year": D("0.12"),
        "start": START,
        "by": date(2027, 3, 31),
    }
    return Goal(**(told | changed))


def known(share: Decimal | None) -> Decimal:
    assert share is not None
    return share


# Worked examples of the reference: 24% to 30% at 12%, very senior posts 12.7% to 28.6% at 10%.
@pytest.mark.parametrize(
    ("now", "to", "turnover", "years", "percent"),
    [
        ("0.24", "0.30", "0.12", 1, 74),
        ("0.24", "0.30", "0.12", 3, 43),
        ("0.127", "0.286", "0.10", 2, 96),
        ("0.127", "0.286", "0.10", 5, 52),
    ],
)
def test_the_worked_examples_are_reproduced(
    now: str, to: str, turnover: str, years: int, percent: int
) -> None:
    share = share_needed(D(now), D(to), D(turnover), D(years))
    found = trajectory(
        goal(
            share_now=D(now),
            share_goal=D(to),
            turnover_per_year=D(turnover),
            by=date(2026 + years, 3, 31),
        )
    )
    assert found.share_needed == share
    assert rounded(known(share) * 100, 0) == percent
    assert found.years == years
    assert (found.reachable, found.met) == (True, False)


def test_the_first_example_is_exact() -> None:
    found = trajectory(goal())
    assert found.share_needed == D("0.74")
    assert found.verdict == "74.0% of appointments until 31 Mar 2027 have to be from the group."
    assert found.assumptions == (
        "12.0% of the posts fall free each year, the same for every group.",
        "The number of posts stays the same, and every free post is filled.",
        "Appointments are spread evenly over the time left.",
    )


def test_without_posts_nobody_is_counted() -> None:
    found = trajectory(goal())
    assert (found.gap, found.needed) == (None, None)
    assert (found.appointments_per_year, found.appointments_per_quarter) == (None, None)
    assert (found.needed_per_year, found.needed_per_quarter) == (None, None)


def test_posts_turn_shares_into_people() -> None:
    found = trajectory(goal(posts=120))
    assert found.gap == 8  # 36 - 28.8
    assert (found.appointments_per_year, found.appointments_per_quarter) == (D("14.4"), D("3.6"))
    assert (found.needed_per_year, found.needed_per_quarter) == (D("10.656"), D("2.664"))
    assert found.needed == 11
    assert found.assumptions[-1] == "One appointment moves the share by 0.8 percentage points."
    assert len(found.assumptions) == 4


@pytest.mark.parametrize(("posts", "points"), [(12, "8.3"), (7, "14.3"), (D("1.5"), "66.7")])
def test_one_appointment_moves_the_share_by_one_of_all_posts(
    posts: Decimal | int, points: str
) -> None:
    said = f"One appointment moves the share by {points} percentage points."
    assert trajectory(goal(posts=posts)).assumptions[-1] == said


def test_the_headcount_example_is_reproduced() -> None:
    found = trajectory(goal(share_now=None, posts=120, held=15, share_goal=D("0.28")))
    assert found.gap == 19
    assert found.goal.now == D("0.125")


@pytest.mark.parametrize(
    ("posts", "held", "to", "gap"),
    [
        (120, 36, "0.30", 0),
        (120, 35, "0.30", 1),
        (120, D("35.5"), "0.30", 1),
        (120, 50, "0.30", 0),
        (D("118.5"), 30, "0.30", 6),
        (3, 1, "0.34", 1),
        (1, 0, "0", 0),
    ],
)
def test_the_gap_is_in_whole_posts_and_never_negative(
    posts: Decimal | int, held: Decimal | int, to: str, gap: int
) -> None:
    assert trajectory(goal(share_now=None, posts=posts, held=held, share_goal=D(to))).gap == gap


def test_what_division_leaves_in_the_last_digits_is_no_person() -> None:
    found = trajectory(
        goal(share_now=D("0.1"), share_goal=D("0.11"), turnover_per_year=D("0.15"), posts=120)
    )
    assert known(found.needed_per_year) > 3  # 3.000000000000000000000000001
    assert found.needed == 3


def test_people_are_needed_for_the_whole_time_left() -> None:
    found = trajectory(goal(posts=100, by=date(2029, 3, 31)))
    assert rounded(known(found.needed_per_year), 2) == D("5.14")
    assert found.needed == 16


@pytest.mark.parametrize(
    ("share_now", "to", "reachable"),
    [("0", "0.5", True), ("0", "0.501", False), ("0.24", "0.999", False), ("0.9", "0.95", True)],
)
def test_a_goal_that_needs_every_appointment_is_the_last_within_reach(
    share_now: str, to: str, reachable: bool
) -> None:
    found = trajectory(goal(share_now=D(share_now), share_goal=D(to), turnover_per_year=D("0.5")))
    assert found.reachable is reachable
    assert (known(found.share_needed) <= 1) is reachable


def test_a_goal_that_needs_every_appointment_says_so() -> None:
    found = trajectory(goal(share_now=D(0), share_goal=D("0.12")))
    assert found.verdict == "100.0% of appointments until 31 Mar 2027 have to be from the group."


def test_a_goal_out_of_reach_is_called_that() -> None:
    found = trajectory(goal(share_goal=D("0.40"), turnover_per_year=D("0.125")))
    assert (found.reachable, found.met) == (False, False)
    assert found.verdict == (
        "The goal cannot be met by recruitment at this turnover: at 12.5% a year, even if every "
        "appointment until 31 Mar 2027 were from the group, it would fall short."
    )


@pytest.mark.parametrize("turnover", ["0", "1e-40"])
def test_without_turnover_nobody_is_appointed(turnover: str) -> None:
    found = trajectory(goal(turnover_per_year=D(turnover), posts=120))
    assert (found.reachable, found.share_needed, found.needed) == (False, None, None)
    assert found.needed_per_year is None
    assert found.needed_per_quarter is None
    assert found.gap == 8
    assert found.verdict == (
        "No appointments are expected at a turnover of 0%, so the goal cannot be met."
    )


@pytest.mark.parametrize("by", [START, date(2025, 3, 31)])
def test_a_goal_that_is_past_leaves_no_time(by: date) -> None:
    found = trajectory(goal(by=by))
    assert found.years == 0
    assert (found.reachable, found.share_needed) == (False, None)
    said = {START: "31 Mar 2026"}.get(by, "31 Mar 2025")
    assert found.verdict == f"No time is left: the goal was due by {said}."


@pytest.mark.parametrize(
    ("to", "needed", "kept"),
    [
        ("0.24", "0.24", "24.0% of appointments until 31 Mar 2027 keep it met"),
        ("0.22", "0.0733", "7.3% of appointments until 31 Mar 2027 keep it met"),
        ("0.10", "0", "0.0% of appointments until 31 Mar 2027 keep it met"),
    ],
)
def test_a_goal_that_is_met_needs_what_keeps_it_met(to: str, needed: str, kept: str) -> None:
    found = trajectory(goal(share_goal=D(to)))
    assert (found.met, found.reachable) == (True, True)
    assert rounded(known(found.share_needed), 4) == D(needed)
    assert found.verdict == f"The goal is met already; {kept}."


@pytest.mark.parametrize("changed", [{"turnover_per_year": D(0)}, {"by": START}])
def test_a_goal_that_is_met_needs_no_time_or_turnover(changed: dict[str, Any]) -> None:
    found = trajectory(goal(share_goal=D("0.24"), **changed))
    assert (found.met, found.reachable, found.share_needed) == (True, True, None)
    assert found.verdict == "The goal is met already."


@pytest.mark.parametrize(
    ("changed", "problems"),
    [
        (
            {"share_now": D("-0.01")},
            {"now": "The share now has to be between 0% and 100%; -1.0% is not."},
        ),
        (
            {"share_now": D("1.01")},
            {"now": "The share now has to be between 0% and 100%; 101.0% is not."},
        ),
        (
            {"share_goal": D(30)},
            {"goal": "The goal has to be between 0% and 100%; 3,000.0% is not."},
        ),
        (
            {"share_goal": D("1.2"), "turnover_per_year": D("-0.1")},
            {
                "goal": "The goal has to be between 0% and 100%; 120.0% is not.",
                "turnover": "The turnover has to be between 0% and 100%; -10.0% is not.",
            },
        ),
        ({"posts": 0}, {"posts": "Give at least one post."}),
        ({"posts": D("0.9")}, {"posts": "Give at least one post."}),
        ({"posts": 10, "held": -1}, {"held": "The posts held cannot be fewer than none."}),
        ({"posts": 10, "held": 11}, {"held": "The group cannot hold 11 of 10 posts."}),
        (
            {"posts": 120, "held": 15},
            {"held": "15 of 120 posts is 12.5%, not 24.0%; give one or the other."},
        ),
        (
            {"share_now": D("0.2"), "posts": 10, "held": 3},
            {"held": "3 of 10 posts is 30.0%, not 20.0%; give one or the other."},
        ),
        *(
            (
                {"share_now": None} | counted,
                {"held": "Give the share now, or the posts and how many of them the group holds."},
            )
            for counted in ({}, {"posts": 10}, {"held": 3})
        ),
    ],
)
def test_numbers_that_cannot_be_are_refused(
    changed: dict[str, Any], problems: dict[str, str]
) -> None:
    with pytest.raises(InvalidError) as caught:
        goal(**changed)
    assert caught.value.problems == problems


@pytest.mark.parametrize(
    "told",
    [
        {"share_now": D(0)},
        {"share_now": D(1), "share_goal": D(0)},
        {"share_goal": D(1), "turnover_per_year": D(1)},
        {"posts": 1},
        {"posts": 120, "held": 29},
        {"posts": 120, "held": 28},
        {"posts": 10, "held": 0, "share_now": None},
        {"posts": 10, "held": 10, "share_now": None},
        {"held": 29},
    ],
)
def test_numbers_at_their_bounds_are_taken(told: dict[str, Any]) -> None:
    assert trajectory(goal(**told)).verdict


def test_posts_held_are_counted_where_they_are_known() -> None:
    assert trajectory(goal(posts=120, held=29)).gap == 7
    assert trajectory(goal(posts=120, held=28)).gap == 8
    assert goal(posts=120, held=29).now == D("0.24")
    assert goal(share_now=None, posts=120, held=29).now == D(29) / 120
    assert goal(share_now=None, posts=120, held=0).now == 0


def test_a_turnover_of_all_posts_leaves_the_goal_itself_to_appoint() -> None:
    assert share_needed(D("0.1"), D("0.3"), D(1), D(2)) == D("0.3")


@pytest.mark.parametrize(("turnover", "years"), [("0", 3), ("0.12", 0), ("0.12", -1), ("1", 0)])
def test_no_share_is_needed_of_no_appointments(turnover: str, years: int) -> None:
    assert share_needed(D("0.1"), D("0.3"), D(turnover), D(years)) is None


def test_a_share_below_nothing_is_told_as_it_is() -> None:
    assert share_needed(D("0.5"), D("0.1"), D("0.5"), D(1)) == D("-0.3")


@given(SHARES, SHARES, SHARES, TURNOVERS, YEARS)
def test_a_higher_goal_needs_a_larger_share(
    now: Decimal, one: Decimal, other: Decimal, turnover: Decimal, years: Decimal
) -> None:
    low, high = sorted((one, other))
    needed = [share_needed(now, to, turnover, years) for to in (low, high)]
    assert known(needed[0]) <= known(needed[1])


@given(SHARES, SHARES, TURNOVERS, YEARS, YEARS)
def test_more_years_ask_for_a_smaller_share_but_no_less_than_the_goal(
    one: Decimal, other: Decimal, turnover: Decimal, some: Decimal, more: Decimal
) -> None:
    now, to = sorted((one, other))
    needed = [
        rounded(known(share_needed(now, to, turnover, years)), 15) for years in sorted((some, more))
    ]
    assert needed[0] >= needed[1] >= to


@given(SHARES, SHARES, TURNOVERS, YEARS)
def test_appointing_the_share_needed_meets_the_goal(
    now: Decimal, to: Decimal, turnover: Decimal, years: Decimal
) -> None:
    share = known(share_needed(now, to, turnover, years))
    stay = (1 - turnover) ** years
    assert rounded(now * stay + share * (1 - stay), 15) == rounded(to, 15)


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        (START, date(2027, 3, 31), "1"),
        (START, date(2029, 3, 31), "3"),
        (START, START, "0"),
        (START, date(2026, 4, 1), "0.0027"),
        (START, date(2027, 3, 30), "0.9973"),
        (START, date(2026, 3, 30), "0"),
        (START, date(2020, 3, 31), "0"),
        (date(2027, 4, 1), date(2027, 10, 1), "0.5"),
        (date(2024, 2, 29), date(2025, 2, 28), "1"),
        (date(2024, 2, 29), date(2028, 2, 29), "4"),
        (date(2026, 1, 1), date(2028, 7, 2), "2.5"),
    ],
)
def test_years_are_whole_years_and_a_part(start: date, end: date, years: str) -> None:
    assert rounded(years_between(start, end), 4) == D(years)


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(-2000, 4000), st.integers(0, 400))
def test_a_later_day_is_never_fewer_years_away(start: date, days: int, more: int) -> None:
    end = start + timedelta(days=days)
    near, far = years_between(start, end), years_between(start, end + timedelta(days=more))
    assert 0 <= near <= far
    assert abs(near - max(D(days), D(0)) / D("365.25")) < D("0.01")


def test_what_if_is_a_row_for_each_turnover_and_a_column_for_each_date() -> None:
    turnovers, dates = (D("0.08"), D("0.12")), (date(2027, 3, 31), date(2029, 3, 31))
    table = whatif(goal(posts=120), turnovers, dates)
    assert [[cell.goal.by for cell in row] for row in table] == [list(dates)] * 2
    assert [{cell.goal.turnover_per_year for cell in row} for row in table] == [
        {turnover} for turnover in turnovers
    ]
    shares = [[rounded(known(cell.share_needed) * 100, 0) for cell in row] for row in table]
    assert shares == [[99, 51], [74, 43]]
    assert table[1][0] == trajectory(goal(posts=120))
