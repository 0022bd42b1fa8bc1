"""What only the domain can work out is kept, follows every change, and nobody waits for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from edi_tui.domain.due import Due
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    ActionDraft,
    EvidenceDraft,
    MemberDraft,
    ObjectiveDraft,
    OrganisationDraft,
    UpdateDraft,
)
from edi_tui.domain.words import Precision, Status
from edi_tui.services import records, worked_out
from edi_tui.services.register import Register, open_register
from edi_tui.services.search import search
from edi_tui.services.undo import undo
from edi_tui.services.worked_out import TooSoonError
from tests.conftest import NOW

ASKED = [f"status:{status.value}" for status in Status] + ["+overdue", "+stale", "+watermelon"]
PAST, AHEAD = (Due(date(year, 3, 31), "", Precision.DAY) for year in (2026, 2027))


def _as_kept(register: Register) -> dict[tuple[Kind, str], list[int]]:
    return {
        (kind, text): list(search(register, kind, text).numbers)
        for kind in (Kind.OBJECTIVE, Kind.ACTION)
        for text in ASKED
    }


def test_how_records_stand_follows_every_change(register: Register) -> None:
    told = UpdateDraft(subject="OBJ-001", on=register.today, status=Status.ON_TRACK)
    expired = EvidenceDraft(
        title="Minutes",
        link="https://a.example",
        supports=("OBJ-001",),
        expires_on=date(2026, 9, 1),
    )
    steps: list[Callable[[], object]] = [
        lambda: records.add(register, ObjectiveDraft(title="Raise it", due=AHEAD)),
        lambda: records.add(register, ActionDraft(text="Train them", due=PAST)),
        lambda: records.add(register, told),
        lambda: records.add(register, expired),
        lambda: records.add(register, replace(told, subject="ACT-001", status=Status.COMPLETE)),
        lambda: records.edit(
            register, "OBJ-001", ObjectiveDraft(title="Raise it", due=PAST), version=1
        ),
        lambda: records.withdraw(register, "UPD-002", "too early", version=1),
        lambda: records.withdraw(register, "EVI-001", "not ours", version=1),
        lambda: undo(register),
        lambda: records.add(register, MemberDraft(name="Ada Obi", role="Chair")),
    ]
    for step in steps:
        step()
        afresh = open_register(register.path, who="tester", now=lambda: NOW)
        assert _as_kept(register) == _as_kept(afresh)


@pytest.fixture
def many(register: Register, monkeypatch: pytest.MonkeyPatch) -> Register:
    """A register whose two objectives are too many to work anything out while somebody waits."""
    monkeypatch.setattr(worked_out, "AT_ONCE", 1)
    for title in ("Raise the risk", "Publish it"):
        records.add(register, ObjectiveDraft(title=title, due=PAST))
        records.add(register, ActionDraft(text=title))
    return register


def _at_risk(register: Register, ref: str) -> None:
    told = UpdateDraft(subject=ref, on=register.today, status=Status.AT_RISK, reason="as agreed")
    records.add(register, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("status:off_track", "Working out how 2 objectives stand."),
        ("+overdue raise", "Working out how 2 objectives stand."),
        ("+unsmart", "Going through 2 objectives for “not SMART yet”."),
        ("assurance:asserted", "Working out the assurance of 2 objectives."),
    ],
)
def test_nobody_waits_for_what_has_to_be_worked_out(many: Register, text: str, told: str) -> None:
    with pytest.raises(TooSoonError, match=told):
        search(many, Kind.OBJECTIVE, text, hurry=True)
    found = search(many, Kind.OBJECTIVE, text)
    assert search(many, Kind.OBJECTIVE, text, hurry=True) == found
    records.add(many, UpdateDraft(subject="OBJ-001", on=many.today, status=Status.COMPLETE))
    if "status" in text:
        assert list(search(many, Kind.OBJECTIVE, text, hurry=True).numbers) == [2]


def test_words_are_found_at_once_and_in_the_labels_of_statuses_later(many: Register) -> None:
    _at_risk(many, "OBJ-002")
    found = search(many, Kind.OBJECTIVE, "risk", hurry=True)
    assert list(found.numbers) == [1]
    assert found.left_out == "Working out how 2 objectives stand."
    whole = search(many, Kind.OBJECTIVE, "risk")
    assert list(whole.numbers) == [1, 2]
    assert not whole.left_out
    assert search(many, Kind.OBJECTIVE, "risk", hurry=True) == whole
    assert not search(many, Kind.OBJECTIVE, "publish", hurry=True).left_out


def test_everything_is_worked_out_again_where_a_threshold_changes(many: Register) -> None:
    search(many, Kind.OBJECTIVE, "+overdue")
    records.edit(
        many, "ORG-001", OrganisationDraft(name="Another", tolerance=Decimal(20)), version=1
    )
    with pytest.raises(TooSoonError):
        search(many, Kind.OBJECTIVE, "+overdue", hurry=True)
    assert list(search(many, Kind.OBJECTIVE, "+overdue").numbers) == [1, 2]
    later = search(many, Kind.OBJECTIVE, "+stale", as_at=many.today + timedelta(days=1))
    assert list(later.numbers) == [1, 2]
