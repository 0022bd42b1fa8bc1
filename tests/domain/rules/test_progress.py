"""Rules on progress."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rules.known import Known
from edi_tui.domain.rules.progress import RULES
from edi_tui.domain.rules.rule import Remark
from edi_tui.domain.thresholds import Thresholds
from edi_tui.domain.words import Direction, Standing, Status
from tests.domain.rules.judged import found, levels, stood
from tests.domain.rules.rows import AS_AT, action, measure, member, objective, view

_YESTERDAY = date(2026, 11, 20)
_LONG_AGO = date(2026, 6, 30)
_DUE = date(2027, 3, 31)


@pytest.mark.parametrize(
    ("due", "said"),
    [(AS_AT, []), (None, []), (_YESTERDAY, [("ACT-001", "warn"), ("OBJ-001", "warn")])],
)
def test_what_is_past_its_due_date_is_overdue(
    due: date | None, said: list[tuple[str, str]]
) -> None:
    seen = view(stood(objective(due_on=due)), stood(action(due_on=due)))
    assert sorted(levels("P1", seen)) == said


def test_an_overdue_finding_names_the_day_and_the_words_it_was_read_from() -> None:
    (finding,) = found("P1", view(stood(objective(due_on=_YESTERDAY, due_text="Nov 20"))))
    assert finding.value == "Nov 20"
    assert finding.message == "It was due on 20 Nov 2026, 1 day before this report."


@pytest.mark.parametrize("status", [status for status in Status if status.closed])
def test_what_is_closed_is_not_nagged_about_its_dates(status: Status) -> None:
    row = stood(
        objective(
            status=status,
            due_on=_LONG_AGO,
            forecast_on=_DUE,
            updated_on=None,
            progress="Now expected on 1 May 2028.",
        )
    )
    for rule in ("P1", "P2", "P3", "P4", "P5"):
        assert found(rule, view(row)) == []


@pytest.mark.parametrize(
    ("due", "forecast", "said"),
    [
        (_DUE, _DUE, []),
        (_DUE, date(2027, 4, 1), [("OBJ-001", "warn")]),
        (_DUE, None, []),
        (_YESTERDAY, _DUE, []),
    ],
)
def test_a_forecast_after_the_due_date_is_said_until_it_is_overdue(
    due: date, forecast: date | None, said: list[tuple[str, str]]
) -> None:
    assert levels("P2", view(stood(objective(due_on=due, forecast_on=forecast)))) == said


@pytest.mark.parametrize(
    ("updated", "message"),
    [
        (date(2026, 7, 1), None),
        (_LONG_AGO, "Nobody has said how it is going since 30 Jun 2026."),
        (None, "Nobody has ever said how it is going."),
    ],
)
def test_silence_of_a_whole_quarter_is_said(updated: date | None, message: str | None) -> None:
    said = [finding.message for finding in found("P3", view(stood(objective(updated_on=updated))))]
    assert said == ([message] if message else [])


def test_a_status_that_is_rosier_than_the_facts_is_a_warning_until_a_reason_is_given() -> None:
    row = stood(objective(due_on=_YESTERDAY, forecast_on=_DUE))
    (finding,) = found("P4", view(row))
    assert finding.level == "warn"
    assert finding.value == "On track"
    assert finding.message == (
        "It is declared On track, but the facts say off track: overdue by 1 day as at "
        "21 Nov 2026; forecast 31 Mar 2027, 131 days after it is due."
    )
    told = stood(objective(due_on=_YESTERDAY, reason="The paper is printed."))
    (finding,) = found("P4", view(told))
    assert finding.level == "note"
    assert finding.message.endswith("because: The paper is printed.")


@pytest.mark.parametrize("status", [Status.OFF_TRACK, Status.NO_UPDATE])
def test_whoever_says_the_worst_or_nothing_claims_nothing(status: Status) -> None:
    assert found("P4", view(stood(objective(due_on=_YESTERDAY, status=status)))) == []


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("We now expect to finish on 1 April 2027.", "1 April 2027"),
        ("Procurement ends in May 2027.", "May 2027"),
        ("The board will see it in Q1 2027/28.", "Q1 2027/28"),
        ("Now 30/06/2027.", "30/06/2027"),
        ("The panel meets on 2 April.", "2 April"),
        ("Finished by 31 March 2027.", None),
        ("Finished in March 2027.", None),
        ("We met on 2 October 2026.", None),
        ("We met on 30 October.", None),
        ("The 2027/28 plan is drafted.", None),
        ("This may slip.", None),
        ("", None),
    ],
)
def test_a_note_that_speaks_of_a_day_after_the_due_date_contradicts_it(
    note: str, words: str | None
) -> None:
    row = stood(objective(progress=note))
    assert [finding.value for finding in found("P5", view(row))] == ([words] if words else [])


def test_a_forecast_that_admits_the_delay_ends_the_contradiction() -> None:
    row = stood(objective(progress="Now 1 May 2027.", forecast_on=date(2027, 5, 1)))
    assert found("P5", view(row)) == []


def test_a_note_without_a_due_date_contradicts_nothing() -> None:
    row = stood(objective(progress="Now 1 May 2027.", due_on=None))
    assert found("P5", view(row)) == []


@pytest.mark.parametrize(
    ("status", "direction", "latest", "said"),
    [
        (Status.COMPLETE, Direction.UP, "17.9", [("OBJ-001", "fail")]),
        (Status.COMPLETE, Direction.UP, "18", []),
        (Status.EMBEDDED, Direction.DOWN, "18.1", [("OBJ-001", "fail")]),
        (Status.EMBEDDED, Direction.DOWN, "18", []),
        (Status.COMPLETE, Direction.UP, None, []),
        (Status.ON_TRACK, Direction.UP, "10", []),
        (Status.CLOSED_NOT_MET, Direction.UP, "10", []),
    ],
)
def test_what_is_complete_below_its_target_must_not_go_out_like_that(
    status: Status, direction: Direction, latest: str | None, said: list[tuple[str, str]]
) -> None:
    value = Decimal(latest) if latest else None
    read = measure(direction=direction, latest=value, latest_on=AS_AT)
    assert levels("P6", view(objective(status=status), read)) == said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),
        ({"from_on": date(2026, 10, 1), "to_on": date(2026, 10, 1)}, []),
        ({"from_on": date(2026, 10, 2)}, [("OBJ-001", "warn")]),
        ({"to_on": date(2026, 9, 30)}, [("OBJ-001", "warn")]),
        ({"standing": Standing.VACANT}, [("OBJ-001", "warn")]),
    ],
)
def test_an_owner_who_held_no_seat_on_the_day_of_the_update_is_named(
    changes: dict[str, object], said: list[tuple[str, str]]
) -> None:
    row = objective(updated_on=date(2026, 10, 1))
    assert levels("P7", view(row, member(**changes))) == said


@pytest.mark.parametrize(
    "changes",
    [{"updated_on": None}, {"owner_ref": ""}, {"status": Status.COMPLETE}],
)
def test_without_an_update_or_an_owner_nobody_was_missing(changes: dict[str, object]) -> None:
    left = member(to_on=date(2020, 1, 1))
    assert found("P7", view(objective(**changes), left)) == []


@pytest.mark.parametrize(
    ("latest", "tolerance", "said"),
    [
        # Half of the way of 4 points is done on 29 September 2026: 15.99 is asked for.
        ("15.6", 10, []),
        ("15.5", 10, [("MEA-001", "warn")]),
        ("15.5", 20, []),
        ("16", 10, []),
    ],
)
def test_a_measure_is_behind_its_path_by_more_than_the_organisation_tolerates(
    latest: str, tolerance: int, said: list[tuple[str, str]]
) -> None:
    read = measure(latest=Decimal(latest), latest_on=date(2026, 9, 29))
    known = Known(thresholds=Thresholds(tolerance=Decimal(tolerance)))
    assert levels("P12", view(objective(), read, known=known)) == said


def test_what_is_behind_its_path_says_what_the_path_asks_for() -> None:
    read = measure(latest=Decimal(15), latest_on=date(2026, 9, 29))
    (finding,) = found("P12", view(objective(), read))
    assert finding.value == "15% on 29 Sep 2026"
    assert "16.0% by then (OBJ-001)" in finding.message


@pytest.mark.parametrize("changes", [{"status": Status.COMPLETE}, {"ref": "OBJ-002"}])
def test_a_measure_without_a_running_objective_has_no_path(changes: dict[str, object]) -> None:
    read = measure(latest=Decimal(15), latest_on=date(2026, 9, 29))
    assert found("P12", view(objective(**changes), read)) == []


def test_what_decided_it_is_quoted_and_the_days_are_told() -> None:
    late = stood(objective(due_on=_YESTERDAY, due_text=""))
    ahead = stood(objective(forecast_on=date(2027, 4, 2), reason="Held at gate X. "))
    noted = stood(objective(progress="Now 1 May 2027."))
    done = objective(status=Status.COMPLETE)
    read = measure(latest=Decimal("17.5"), latest_on=_YESTERDAY)
    gone = member(to_on=date(2020, 1, 1))
    said = {
        "P1": (late, view(late)),
        "P2": (ahead, view(ahead)),
        "P3": (stood(objective(updated_on=_LONG_AGO)), view()),
        "P4": (ahead, view(ahead)),
        "P5": (noted, view(noted)),
        "P6": (done, view(done, read)),
        "P7": (objective(), view(gone)),
    }
    assert {
        rule.id: list(rule.judge(said[rule.id][0], said[rule.id][1]))
        for rule in RULES
        if rule.id in said and rule.of is Kind.OBJECTIVE
    } == {
        "P1": [Remark("overdue", "20 Nov 2026", {"due": "20 Nov 2026", "days": "1 day"})],
        "P2": [Remark("late", "2 Apr 2027", {"due": "31 Mar 2027", "days": "2 days"})],
        "P3": [Remark("stale", "30 Jun 2026")],
        "P4": [
            Remark(
                "explained",
                "On track",
                {
                    "stands": "at risk",
                    "because": "forecast 2 Apr 2027, 2 days after it is due",
                    "reason": "Held at gate X",
                },
            )
        ],
        "P5": [Remark("later", "1 May 2027", {"day": "1 May 2027", "due": "31 Mar 2027"})],
        "P6": [
            Remark(
                "below",
                "17.5%",
                {"target": "18%", "measure": read.name, "ref": "MEA-001"},
            )
        ],
        "P7": [Remark("not-there", "Chief People Officer", {"day": "21 Nov 2026"})],
    }


def test_actions_are_judged_by_the_same_rules_as_objectives() -> None:
    kinds = {rule.id: [each.of for each in RULES if each.id == rule.id] for rule in RULES}
    assert {name for name, of in kinds.items() if of == [Kind.OBJECTIVE, Kind.ACTION]} == {
        f"P{n}" for n in range(1, 6)
    }


@pytest.mark.parametrize("due", [None, _YESTERDAY])
def test_the_due_date_as_it_stands_is_what_is_overdue(due: date | None) -> None:
    row = replace(stood(objective(due_on=_YESTERDAY)), due_on=due)
    assert levels("P1", view(row)) == ([("OBJ-001", "warn")] if due else [])


def test_each_measure_below_its_target_is_said() -> None:
    row = objective(status=Status.COMPLETE)
    reads = [
        measure(ref=f"MEA-00{n}", latest=Decimal(value), latest_on=AS_AT)
        for n, value in enumerate((17, 18, 16), 1)
    ]
    assert [finding.value[:3] for finding in found("P6", view(row, *reads))] == ["16%", "17%"]


def test_what_is_complete_without_a_measure_is_below_no_target() -> None:
    assert found("P6", view(objective(status=Status.COMPLETE))) == []


@pytest.mark.parametrize(("latest", "said"), [("17.6", []), ("17.59", [("MEA-001", "warn")])])
def test_a_tenth_of_the_way_is_tolerated_at_the_end_of_the_path(
    latest: str, said: list[tuple[str, str]]
) -> None:
    read = measure(latest=Decimal(latest), latest_on=_YESTERDAY, target_on=_YESTERDAY)
    assert levels("P12", view(objective(), read)) == said


@pytest.mark.parametrize(("start", "said"), [(1, []), (0, ["OBJ-001"]), (None, ["OBJ-001"])])
def test_nobody_is_asked_about_what_is_yet_to_start(start: int | None, said: list[str]) -> None:
    begins = None if start is None else AS_AT + timedelta(days=start)
    row = stood(objective(start_on=begins, updated_on=None, status=Status.NO_UPDATE))
    assert [finding.ref for finding in found("P3", view(row))] == said
    assert row.computed.status is Status.NO_UPDATE


def test_a_measure_that_was_never_read_is_not_behind() -> None:
    assert found("P12", view(objective(), measure(latest=None))) == []


def test_an_action_is_asked_about_whatever_its_objective_says() -> None:
    row = stood(action(updated_on=None, status=Status.NO_UPDATE))
    assert [finding.ref for finding in found("P3", view(row))] == [row.ref]
