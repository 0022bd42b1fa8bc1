"""How rows are written out."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.columns import COLUMNS, cell, row_plain, status_words, words
from edi_tui.domain.kinds import Kind
from edi_tui.domain.progress import Computed
from edi_tui.domain.rows import ROWS, ActionRow, ReadingRow, UpdateRow
from edi_tui.domain.words import Precision, Status

ACTION = ActionRow(
    ref="ACT-012",
    version=3,
    due_on=date(2027, 6, 30),
    due_text="end of June 2027",
    due_precision=Precision.MONTH,
    status=Status.ON_TRACK,
    computed=Computed(Status.AT_RISK, "forecast later", 4, 5, stale=True),
    progress="",
    updated_on=None,
    forecast_on=None,
    plan="",
    frameworks=("HIA1", "HIA6", "WRES7"),
    text="Publish the data",
    outcome="",
    lead="Head of HR",
    supporting=("OD", "FM"),
    objective="OBJ-004",
    plan_ref="2.1",
)
READING = ReadingRow(
    ref="RDG-001",
    version=1,
    measure="Share",
    measure_ref="MEA-001",
    as_at=date(2026, 3, 31),
    group="",
    value=Decimal("28.60"),
    numerator=Decimal("1250"),
    denominator=None,
    note="",
)
UPDATE = UpdateRow(
    ref="UPD-001",
    version=1,
    subject="ACT-012",
    on=date(2026, 10, 1),
    status=Status.OFF_TRACK,
    narrative="",
    forecast_on=None,
)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("ref", "ACT-012"),
        ("due", "30 Jun 2027"),
        ("status", "A At risk"),
        ("due_precision", "End of the month"),
        ("supporting", "OD; FM"),
        ("forecast_on", ""),
        ("version", "3"),
    ],
)
def test_a_cell_says_what_stands_as_people_read_it(name: str, said: str) -> None:
    assert cell(ACTION, name) == said


def test_a_due_date_without_a_day_shows_its_words() -> None:
    assert cell(replace(ACTION, due_on=None, due_text="31/4/2016"), "due") == "31/4/2016"


def test_the_status_of_an_update_is_the_one_declared() -> None:
    assert cell(UPDATE, "status") == "R Off track"


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.COMPLETE, "B Complete"),
        (Status.EMBEDDED, "B Embedded"),
        (Status.ON_TRACK, "G On track"),
        (Status.AT_RISK, "A At risk"),
        (Status.OFF_TRACK, "R Off track"),
        (Status.CLOSED_NOT_MET, "R Closed, not met"),
        (Status.NO_UPDATE, "- No update"),
        (Status.ON_HOLD, "- On hold"),
    ],
)
def test_a_status_is_never_shown_by_colour_or_letter_alone(status: Status, said: str) -> None:
    assert status_words(status) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, ""),
        ("", ""),
        ("text", "text"),
        (7, "7"),
        (True, "yes"),
        (False, "no"),
        (date(2026, 3, 1), "1 Mar 2026"),
        (Precision.YEAR, "End of the year"),
        (Decimal("28.60"), "28.6"),
        (Decimal("1250"), "1250"),
        (Decimal("1E+3"), "1000"),
        ((), ""),
        (("a", date(2026, 3, 1)), "a; 1 Mar 2026"),
    ],
)
def test_a_value_is_written_in_words(value: object, said: str) -> None:
    assert words(value) == said


def test_a_delivery_row_as_json_keeps_codes_dates_and_what_was_computed() -> None:
    plain = row_plain(ACTION)
    assert plain["due_on"] == "2027-06-30"
    assert plain["due_precision"] == "month"
    assert plain["status"] == "on_track"
    assert plain["supporting"] == ["OD", "FM"]
    assert plain["hia"] == "HIA1, HIA6"
    assert plain["updated_on"] is None
    assert {
        name: plain[name] for name in plain if name not in {f.name for f in fields(ACTION)}
    } == {
        "computed_status": "at_risk",
        "computed_reason": "forecast later",
        "overdue_days": 4,
        "stale": True,
        "hia": "HIA1, HIA6",
    }
    assert json.loads(json.dumps(plain)) == plain


def test_a_reading_as_json_has_numbers_as_numbers() -> None:
    plain = row_plain(READING)
    assert (plain["value"], plain["numerator"], plain["denominator"]) == (28.6, 1250, None)
    assert isinstance(plain["numerator"], int)
    assert plain["as_at"] == "2026-03-31"
    assert "hia" not in plain


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_column_is_of_an_attribute_and_at_most_one_takes_the_rest(kind: Kind) -> None:
    columns = COLUMNS[kind]
    names = {field.name for field in fields(ROWS[kind])}
    assert all(
        column.name in names | {"due"} or hasattr(ROWS[kind], column.name) for column in columns
    )
    assert sum(column.width == 0 for column in columns) <= 1
