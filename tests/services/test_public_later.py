"""What is said after a quarter was published keeps more of it from the public."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.errors import ConflictError, EdiError
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.records import (
    HeardScoreDraft,
    MemberDraft,
    NetworkDraft,
)
from edi_tui.domain.words import HeardFrom
from edi_tui.services import records
from edi_tui.services.closing import close_quarter
from edi_tui.services.public_content import HIDDEN, Number, PublicReport
from edi_tui.services.public_report import public_report as looked_at
from edi_tui.services.public_report import published_reports
from edi_tui.services.publishing import keep, refuse_unseen
from edi_tui.services.register import Register
from tests.services.closing import Q1, Q2, edited
from tests.services.public import ALL_THE_SAME, numbers, public_report


def told_again(register: Register, quarter: Quarter, **said: object) -> PublicReport:
    """Return what is told of a published quarter after something was edited."""
    public_report(register, quarter)
    edited(register, "OBJ-001" if "published" in said else "ORG-001", **said)
    return public_report(register, quarter)


def test_an_objective_that_is_taken_back_is_in_no_paper_and_counts_as_left_out(
    opted: Register,
) -> None:
    close_quarter(opted, Q2, ALL_THE_SAME)
    first = public_report(opted, Q2)
    again = told_again(opted, Q2, published=False)
    assert (again.objectives, again.unpublished) == ((), first.unpublished + 1)
    assert (again.hidden, again.untold, again.notes, again.log, again.personal) == (
        0,
        0,
        (),
        (),
        (),
    )
    edited(opted, "OBJ-001", published=True)
    assert public_report(opted, Q2) == first


def test_an_objective_that_was_taken_back_before_it_was_ever_published_stays_back(
    opted: Register,
) -> None:
    close_quarter(opted, Q2, ALL_THE_SAME)
    edited(opted, "OBJ-001", published=False)
    assert public_report(opted, Q2).objectives == ()
    edited(opted, "OBJ-001", published=True)
    assert numbers(public_report(opted, Q2))[2:] == [
        ("Band 2", Number(Decimal(30))),
        ("", Number(Decimal(54))),
    ]


def test_a_higher_threshold_hides_more_of_what_was_published_already(opted: Register) -> None:
    close_quarter(opted, Q2, ALL_THE_SAME)
    again = told_again(opted, Q2, suppress_below=Decimal(40))
    assert numbers(again) == [
        *((f"Band {n}", HIDDEN) for n in range(3)),
        ("", Number(Decimal(54))),
    ]
    assert again.threshold == 40
    assert again.hidden == len(again.log)
    assert "below 40" in " ".join(again.notes)


def test_a_threshold_that_is_raised_before_it_is_published_counts(opted: Register) -> None:
    close_quarter(opted, Q2, ALL_THE_SAME)
    edited(opted, "ORG-001", suppress_below=Decimal(40))
    first = public_report(opted, Q2)
    edited(opted, "ORG-001", suppress_below=None)
    assert (first.threshold, public_report(opted, Q2)) == (40, first)


def test_a_higher_threshold_hides_heard_scores_of_closed_quarters(register: Register) -> None:
    records.add(register, NetworkDraft(name="Race network", published=True))
    records.add(
        register,
        HeardScoreDraft(
            network="NET-001",
            on=date(2026, 8, 1),
            score=Decimal(2),
            heard_from=HeardFrom.MEMBERS,
            people=Decimal(30),
        ),
    )
    close_quarter(register, Q2, ALL_THE_SAME)
    assert public_report(register, Q2).networks[0].score == Number(Decimal(2))
    edited(register, "ORG-001", heard_people=Decimal(31))
    assert public_report(register, Q2).networks[0].score == HIDDEN


def test_whoever_is_named_after_the_closing_is_a_role_in_it_too(opted: Register) -> None:
    edited(opted, "OBJ-001", summary="Di Person asked for it.")
    close_quarter(opted, Q2, ALL_THE_SAME)
    assert public_report(opted, Q2).objectives[0].summary == "Di Person asked for it."
    records.add(opted, MemberDraft(name="Di Person", role="Vice Chair"))
    assert public_report(opted, Q2).objectives[0].summary == "Vice Chair asked for it."


def test_everything_that_the_public_may_have_been_given_can_be_made_again(opted: Register) -> None:
    closing = close_quarter(opted, Q2, ALL_THE_SAME)
    assert list(published_reports(opted, closing)) == []
    given = [public_report(opted, Q2), told_again(opted, Q2, suppress_below=Decimal(40))]
    given.append(told_again(opted, Q2, published=False))
    given.append(told_again(opted, Q2, suppress_below=None))
    assert list(published_reports(opted, closing)) == given[::-1]


def bared(register: Register) -> Register:
    """Return a register with a small number that was published before it was small."""
    close_quarter(register, Q1, ALL_THE_SAME)
    public_report(register, Q1)
    edited(register, "ORG-001", suppress_below=Decimal(40))
    close_quarter(register, Q2, ALL_THE_SAME)
    return register


def test_numbers_that_cannot_be_protected_stop_it_until_somebody_has_looked(
    opted: Register,
) -> None:
    edited(opted, "ORG-001", suppress_below=Decimal(2))
    report = looked_at(bared(opted), Q2)
    with pytest.raises(EdiError) as refused:
        refuse_unseen([report], ["OBJ-001"])
    said = str(refused.value)
    assert "MEA-001, 2026-06-30, group Band 0, number" in said
    assert ("--acknowledge MEA-001" in said, "number, 4" in said) == (True, False)
    refuse_unseen([report], ["mea-001"])


def test_details_and_numbers_of_one_record_are_told_at_once(opted: Register) -> None:
    edited(opted, "ORG-001", suppress_below=Decimal(2))
    edited(opted, "MEA-001", name="Share (ring 01632 960123)")
    with pytest.raises(EdiError) as refused:
        refuse_unseen([looked_at(bared(opted), Q2)], ["OBJ-001"])
    said = str(refused.value)
    assert "a telephone number" in said
    assert "group Band 0, number" in said


def test_numbers_of_what_is_taken_back_stop_nothing(opted: Register) -> None:
    edited(opted, "ORG-001", suppress_below=Decimal(2))
    register = bared(opted)
    edited(register, "OBJ-001", published=False)
    refuse_unseen([looked_at(register, Q2)], [])


def test_two_who_publish_at_once_are_told_apart(opted: Register) -> None:
    close_quarter(opted, Q1, ALL_THE_SAME)
    close_quarter(opted, Q2, ALL_THE_SAME)
    mine = looked_at(opted, Q2)
    public_report(opted, Q1)
    with pytest.raises(ConflictError, match="somebody else published"):
        keep(opted, [mine])
    assert public_report(opted, Q2).made
