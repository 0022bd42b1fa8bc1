"""What each owner is reminded of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from edi_tui.domain.answering import NOBODY
from edi_tui.domain.digest import Call, Digest
from edi_tui.domain.due import Due
from edi_tui.domain.errors import InvalidError
from edi_tui.domain.records import (
    ActionDraft,
    ChallengeDraft,
    Draft,
    EvidenceDraft,
    MemberDraft,
    ObjectiveDraft,
    UpdateDraft,
)
from edi_tui.domain.words import Precision, Scope, Status
from edi_tui.services.digests import digests
from edi_tui.services.register import Register
from tests.conftest import holding


def due(year: int, month: int, day: int) -> Due:
    return Due(date(year, month, day), precision=Precision.DAY)


DRAFTS: tuple[Draft, ...] = (
    MemberDraft(role="Chief People Officer", name="Amara Cole"),
    MemberDraft(role="Chair", name="Jo Bloggs"),
    ObjectiveDraft(title="Late", owner="MEM-001", due=due(2026, 11, 1)),
    ObjectiveDraft(title="Soon", owner="MEM-001", due=due(2026, 12, 1)),
    ObjectiveDraft(title="Silent", owner="MEM-001", due=due(2028, 3, 31)),
    ObjectiveDraft(title="Done", owner="MEM-001", due=due(2026, 11, 1)),
    ObjectiveDraft(
        title="Running", owner="MEM-001", due=due(2028, 3, 31), review_on=date(2027, 2, 1)
    ),
    ObjectiveDraft(title="Together", scope=Scope.COLLECTIVE, due=due(2026, 12, 1)),
    ActionDraft(text="Publish", lead="Amara Cole", due=due(2026, 12, 2)),
    ActionDraft(text="Nobody's", due=due(2026, 12, 2)),
    ActionDraft(text="Other", lead="Head of HR", due=due(2026, 12, 2)),
    ChallengeDraft(
        question="Why?", asked_on=date(2026, 10, 1), answer_by=date(2026, 11, 19), owner="MEM-002"
    ),
    EvidenceDraft(title="Minutes", note="Seen", supports=("OBJ-005",)),
    UpdateDraft(subject="OBJ-004", on=date(2026, 10, 30), status=Status.COMPLETE),
    UpdateDraft(subject="OBJ-005", on=date(2026, 11, 20), status=Status.ON_TRACK),
)


@pytest.fixture
def busy(register: Register) -> Register:
    return holding(
        register,
        *(
            replace(draft, reason="It is done")
            if isinstance(draft, UpdateDraft) and draft.status is Status.COMPLETE
            else draft
            for draft in DRAFTS
        ),
    )


def told(found: Digest) -> list[tuple[Call, str]]:
    return [(one.call, one.ref) for one in found.reminders]


def test_an_owner_is_told_the_most_pressing_first_and_what_is_left_out(busy: Register) -> None:
    (found,) = digests(busy, days=30, owner="MEM-001")
    assert told(found) == [
        (Call.OVERDUE, "OBJ-001"),
        (Call.DUE, "OBJ-002"),
        (Call.DUE, "ACT-001"),
        (Call.SILENT, "OBJ-003"),
        (Call.REVIEW, "EVI-001"),
    ]
    assert (found.owner, found.closed, found.quiet) == ("Chief People Officer", 1, 1)


def test_everyone_is_told_by_role_and_nobodys_last(busy: Register) -> None:
    found = digests(busy, days=30)
    assert [one.owner for one in found] == [
        *("Chief People Officer", "Chair", "The whole board", "Head of HR", "")
    ]
    assert told(found[1]) == [(Call.OVERDUE, "CHA-001")]
    assert "overdue by 2 days" in found[1].reminders[0].why
    assert [one.ref for one in found[-1].reminders] == ["ACT-002"]


def test_a_longer_look_ahead_finds_reviews(busy: Register) -> None:
    (found,) = digests(busy, days=90, owner="Amara Cole")
    assert (Call.REVIEW, "OBJ-005") in told(found)
    assert found.quiet == 0


def test_a_stranger_is_refused(busy: Register) -> None:
    with pytest.raises(InvalidError, match="no lead is called “Head of Finance”; write a ref"):
        digests(busy, days=30, owner="Head of Finance")


def test_everyone_who_has_a_digest_can_be_asked_for_by_what_stands_over_it(busy: Register) -> None:
    for found in digests(busy, days=30):
        assert digests(busy, days=30, owner=(found.owner or NOBODY).upper()) == [found]


def test_who_is_nearly_named_is_proposed(busy: Register) -> None:
    for typed, meant in (
        ("Chief Peple Officer", "Chief People Officer"),
        ("hed of hr", "Head of HR"),
        ("Jo Blogs", "Jo Bloggs"),
    ):
        with pytest.raises(InvalidError, match=f"did you mean “{meant}”"):
            digests(busy, days=30, owner=typed)


def test_seats_of_one_role_share_a_digest_and_can_be_told_apart(busy: Register) -> None:
    holding(busy, MemberDraft(role="Chair", name="Sam Okoro"))
    (shared,) = digests(busy, days=30, owner="Chair")
    assert told(shared) == [(Call.OVERDUE, "CHA-001")]
    (own,) = digests(busy, days=30, owner="Sam Okoro")
    assert told(own) == []
    holding(busy, MemberDraft(role="Clerk", name="Sam Okoro"))
    with pytest.raises(InvalidError, match="could be MEM-003, MEM-004"):
        digests(busy, days=30, owner="Sam Okoro")
