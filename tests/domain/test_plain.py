"""Drafts as JSON values."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.due import Due
from edi_tui.domain.plain import from_plain, to_plain
from edi_tui.domain.records import (
    DRAFTS,
    ActionDraft,
    Draft,
    MemberDraft,
    ReadingDraft,
    UpdateDraft,
    fields_of,
)
from edi_tui.domain.words import Precision, Status


@pytest.mark.parametrize(
    ("draft", "name", "value"),
    [
        (ActionDraft(text="Publish"), "text", "Publish"),
        (ActionDraft(), "outcome", ""),
        (ActionDraft(supporting=("OD", "HR")), "supporting", ["OD", "HR"]),
        (ActionDraft(), "supporting", []),
        (MemberDraft(voting=False), "voting", False),
        (MemberDraft(from_on=date(2026, 4, 1)), "from_on", "2026-04-01"),
        (MemberDraft(), "from_on", None),
        (UpdateDraft(status=Status.AT_RISK), "status", "at_risk"),
        (ReadingDraft(value=Decimal("28.60")), "value", "28.60"),
        (ReadingDraft(value=Decimal("1E+3")), "value", "1000"),
    ],
)
def test_each_value_becomes_plain_json(draft: Draft, name: str, value: object) -> None:
    plain = to_plain(draft)[name]
    assert plain == value
    assert type(plain) is type(value)


@pytest.mark.parametrize(
    ("due", "plain"),
    [
        (
            Due(date(2027, 6, 30), "end of June", Precision.MONTH),
            {"due_on": "2027-06-30", "due_text": "end of June", "due_precision": "month"},
        ),
        (
            Due(None, "31/4/2016"),
            {"due_on": None, "due_text": "31/4/2016", "due_precision": "none"},
        ),
    ],
)
def test_a_due_date_becomes_its_day_its_words_and_its_precision(
    due: Due, plain: dict[str, object]
) -> None:
    written = to_plain(ActionDraft(due=due))
    assert {name: value for name, value in written.items() if name.startswith("due")} == plain


@pytest.mark.parametrize("draft", DRAFTS.values())
def test_every_field_of_every_draft_is_written(draft: type[Draft]) -> None:
    plain = to_plain(draft())
    assert json.loads(json.dumps(plain)) == plain
    assert {name.removesuffix("_on") for name in plain} >= {
        field.name.removesuffix("_on") for field in fields_of(draft)
    }


@pytest.mark.parametrize(
    "draft",
    [
        ActionDraft(
            text="Publish",
            due=Due(date(2027, 6, 30), "end of June", Precision.MONTH),
            supporting=("OD", "HR"),
            frameworks=("HIA1",),
        ),
        MemberDraft(role="Chair", voting=False, from_on=date(2026, 4, 1)),
        UpdateDraft(subject="OBJ-001", on=date(2026, 4, 1), status=Status.AT_RISK),
        ReadingDraft(measure="MEA-001", value=Decimal("28.60")),
        *(draft() for draft in DRAFTS.values()),
    ],
)
def test_what_was_written_is_read_back(draft: Draft) -> None:
    plain = json.loads(json.dumps(to_plain(draft)))
    assert from_plain(plain, type(draft)()) == draft


def test_what_an_older_release_did_not_write_stays_as_it_is() -> None:
    stands = ActionDraft(text="Publish", outcome="Openness", plan="Race")
    assert from_plain({"text": "Brief", "gone": 1}, stands) == ActionDraft(
        text="Brief", outcome="Openness", plan="Race"
    )
