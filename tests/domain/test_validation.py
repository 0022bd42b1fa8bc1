"""What must hold of a draft before it may be stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.due import Due
from edi_tui.domain.errors import InvalidError
from edi_tui.domain.fields import LINE, PROSE
from edi_tui.domain.records import (
    ActionDraft,
    Draft,
    EvidenceDraft,
    MemberDraft,
    NetworkDraft,
    ObjectiveDraft,
    ReadingDraft,
    SponsorshipDraft,
    UpdateDraft,
)
from edi_tui.domain.validation import validate
from edi_tui.domain.words import Precision, Standing, Status

_EARLIER, _LATER = date(2026, 4, 1), date(2026, 4, 2)
_TERM = SponsorshipDraft(network="NET-001", member="MEM-001")


def _due(day: date) -> Due:
    return Due(day, "", Precision.DAY)


def _reading(
    value: str | None, numerator: str | None = None, denominator: str | None = None
) -> ReadingDraft:
    numbers = (Decimal(text) if text else None for text in (value, numerator, denominator))
    first, second, third = numbers
    return ReadingDraft(
        measure="MEA-001", as_at=_EARLIER, value=first, numerator=second, denominator=third
    )


def _update(status: Status, narrative: str = "", forecast_on: date | None = None) -> UpdateDraft:
    return UpdateDraft(
        subject="OBJ-001",
        on=_EARLIER,
        status=status,
        narrative=narrative,
        forecast_on=forecast_on,
    )


@pytest.mark.parametrize(
    ("draft", "problems"),
    [
        (ActionDraft(), {"text": "Action is needed."}),
        (MemberDraft(name="A Person"), {"role": "Role is needed."}),
        (
            MemberDraft(role="Chair"),
            {"name": "Name is needed, unless the seat's standing is vacant."},
        ),
        (
            MemberDraft(),
            {
                "name": "Name is needed, unless the seat's standing is vacant.",
                "role": "Role is needed.",
            },
        ),
        (
            MemberDraft(name="A Person", role="Chair", from_on=_LATER, to_on=_EARLIER),
            {"to_on": "The end is before the start."},
        ),
        (
            ObjectiveDraft(title="Raise it", start_on=_LATER, due=_due(_EARLIER)),
            {"due": "Due is before the start, 2 Apr 2026."},
        ),
        (
            ReadingDraft(value=Decimal(1)),
            {"measure": "Measure is needed.", "as_at": "As at is needed."},
        ),
        (_reading(None), {"value": "Give a value, or both a numerator and a denominator."}),
        (_reading(None, "1"), {"value": "Give a value, or both a numerator and a denominator."}),
        (
            _reading(None, None, "2"),
            {"value": "Give a value, or both a numerator and a denominator."},
        ),
        (
            _reading("50", "1"),
            {"denominator": "A numerator and a denominator go together."},
        ),
        (
            _reading("50", None, "2"),
            {"denominator": "A numerator and a denominator go together."},
        ),
        (
            _update(Status.NO_UPDATE),
            {"status": "Choose a status, or say something under progress."},
        ),
        (
            EvidenceDraft(title="Survey"),
            {"note": "Attach a file, give a link, or write a note."},
        ),
        (
            EvidenceDraft(title="Survey", link="example.org"),
            {"link": "A link begins with https:// or http://."},
        ),
        (
            EvidenceDraft(title="Survey", link="file://https://example.org"),
            {"link": "A link begins with https:// or http://."},
        ),
        (
            EvidenceDraft(title="Survey", note="x", dated_on=_LATER, expires_on=_EARLIER),
            {"expires_on": "It ends before it is dated."},
        ),
        (
            replace(_TERM, from_on=_LATER, to_on=_EARLIER),
            {"to_on": "The end is before the start."},
        ),
        (
            replace(_TERM, from_on=_LATER, ended_on=_EARLIER),
            {"ended_on": "It ended before it started."},
        ),
        (
            SponsorshipDraft(),
            {"network": "Network is needed.", "member": "Sponsor is needed."},
        ),
        (
            NetworkDraft(name="n" * (LINE + 1)),
            {"name": "Name has 301 characters; at most 300 fit."},
        ),
        (
            ActionDraft(text="x" * (PROSE + 1)),
            {"text": "Action has 20,001 characters; at most 20,000 fit."},
        ),
        (
            ActionDraft(text="x", due=Due(text="q" * (PROSE + 1))),
            {"due": "Due has 20,001 characters; at most 20,000 fit."},
        ),
        (
            ActionDraft(text="x", supporting=("q" * PROSE, "r")),
            {"supporting": "Supporting has 20,003 characters; at most 20,000 fit."},
        ),
    ],
)
def test_a_broken_rule_is_a_sentence_beside_its_field(
    draft: Draft, problems: dict[str, str]
) -> None:
    with pytest.raises(InvalidError) as refusal:
        validate(draft)
    assert refusal.value.problems == problems


@pytest.mark.parametrize(
    "draft",
    [
        ActionDraft(text="Publish the data"),
        MemberDraft(name="A Person", role="Chair", from_on=_EARLIER, to_on=_EARLIER),
        MemberDraft(role="Chair", standing=Standing.VACANT),
        MemberDraft(name="A Person", role="Chair", to_on=_EARLIER),
        ObjectiveDraft(title="Raise it", start_on=_EARLIER, due=_due(_EARLIER)),
        ObjectiveDraft(title="Raise it", start_on=_LATER, due=Due(text="ongoing")),
        ObjectiveDraft(title="Raise it", due=_due(_EARLIER)),
        _reading("50"),
        _reading(None, "1", "2"),
        _reading("50", "1", "2"),
        _reading("0"),
        _update(Status.ON_TRACK),
        _update(Status.NO_UPDATE, "Panels are mixed."),
        _update(Status.NO_UPDATE, forecast_on=_LATER),
        EvidenceDraft(title="Survey", link="https://example.org"),
        EvidenceDraft(title="Survey", link="HTTP://example.org"),
        EvidenceDraft(title="Survey", note="What it shows."),
        EvidenceDraft(title="Survey", sha256="0" * 64),
        EvidenceDraft(
            title="Survey", note="x", supports=tuple(f"OBJ-{n:03d}" for n in range(1, 100))
        ),
        EvidenceDraft(title="Survey", note="x", dated_on=_EARLIER, expires_on=_LATER),
        replace(_TERM, from_on=_EARLIER, to_on=_LATER, ended_on=_EARLIER),
        NetworkDraft(name="n" * LINE),
        ActionDraft(
            text="x" * PROSE,
            due=Due(text="q" * PROSE),
            supporting=tuple(f"Team {n}" for n in range(500)),
        ),
    ],
)
def test_what_breaks_no_rule_may_be_stored(draft: Draft) -> None:
    validate(draft)


def test_a_field_that_is_missing_is_said_before_any_rule_of_the_record() -> None:
    draft = UpdateDraft(status=Status.NO_UPDATE)
    with pytest.raises(InvalidError) as refusal:
        validate(draft)
    assert refusal.value.problems == {
        "status": "Choose a status, or say something under progress.",
        "subject": "About is needed.",
        "on": "Date is needed.",
    }
