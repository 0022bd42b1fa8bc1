"""A closed quarter as the public may read it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from edi_tui.domain.errors import CorruptError, EdiError, NotFoundError
from edi_tui.domain.records import (
    HeardScoreDraft,
    MeasureDraft,
    MemberDraft,
    NetworkDraft,
    ObjectiveDraft,
    ReadingDraft,
)
from edi_tui.domain.words import HeardFrom, NetworkState
from edi_tui.services import records
from edi_tui.services.closing import close_quarter, reissue_quarter
from edi_tui.services.public_content import HIDDEN, Number
from edi_tui.services.public_report import public_report as looked_at
from edi_tui.services.publishing import newest_closed, refuse_unseen
from edi_tui.services.register import Register
from tests.conftest import NOW, holding
from tests.services.closing import Q1, Q2, edited, on
from tests.services.public import ALL_THE_SAME, SUMMARY, numbers, public_report


def test_a_quarter_that_is_not_closed_is_not_published(opted: Register) -> None:
    with pytest.raises(NotFoundError, match="2026/27 Q2 is not closed"):
        public_report(opted, Q2)
    with pytest.raises(NotFoundError, match="No quarter is closed yet"):
        newest_closed(opted)


def test_only_what_was_opted_in_is_published(opted: Register) -> None:
    close_quarter(opted, Q2, ALL_THE_SAME)
    report = public_report(opted, newest_closed(opted))
    assert [(row.ref, row.owner, row.summary) for row in report.objectives] == [
        ("OBJ-001", "Chair", SUMMARY)
    ]
    assert report.unpublished == 1
    assert numbers(report) == [
        ("Band 0", HIDDEN),
        ("Band 1", HIDDEN),
        ("Band 2", Number(Decimal(30))),
        ("", Number(Decimal(54))),
    ]
    assert (report.hidden, report.threshold) == (len(report.log), 10)


def test_an_owner_in_the_words_of_a_plan_is_no_role(register: Register) -> None:
    records.add(
        register,
        ObjectiveDraft(title="Raise it", owner_text="Ada P", published=True, summary=SUMMARY),
    )
    close_quarter(register, Q2, ALL_THE_SAME)
    (objective,) = public_report(register, Q2).objectives
    assert objective.owner == "Not given"


def test_what_was_decided_stays_whatever_is_changed_afterwards(opted: Register) -> None:
    close_quarter(opted, Q2, ALL_THE_SAME)
    first = public_report(opted, Q2)
    edited(opted, "ORG-001", suppress_below=Decimal(2))
    assert public_report(opted, Q2) == first


def test_a_later_threshold_gives_nothing_away_of_an_earlier_quarter(opted: Register) -> None:
    close_quarter(opted, Q1, ALL_THE_SAME)
    first = public_report(opted, Q1)
    edited(opted, "ORG-001", suppress_below=Decimal(2))
    close_quarter(opted, Q2, ALL_THE_SAME)
    second = public_report(opted, Q2)
    assert second.threshold == 2
    assert numbers(second) == numbers(first)


def test_a_quarter_that_is_issued_again_is_decided_on_with_what_was_published(
    opted: Register,
) -> None:
    close_quarter(opted, Q2, ALL_THE_SAME)
    first = public_report(opted, Q2)
    reissue_quarter(opted, Q2, ALL_THE_SAME, because="The share was wrong")
    again = public_report(opted, Q2)
    assert numbers(again) == numbers(first)
    assert again.closing.replaces == first.closing.number


def test_what_was_published_cannot_be_changed_or_forgotten(opted: Register) -> None:
    close_quarter(opted, Q2, ALL_THE_SAME)
    public_report(opted, Q2)
    with closing(sqlite3.connect(opted.path)) as connection:
        for statement in ("DELETE FROM publication", "UPDATE publication SET who = ''"):
            with pytest.raises(sqlite3.IntegrityError, match="published"):
                connection.execute(statement)
        connection.execute("DROP TRIGGER freeze_publication")
        connection.execute("UPDATE publication SET content = X'00'")
        connection.commit()
    with pytest.raises(CorruptError, match="cannot be read"):
        public_report(opted, Q2)


def test_the_answer_of_a_chair_is_that_of_one_person(register: Register) -> None:
    records.add(register, NetworkDraft(name="Race network", chair="Cy Person", published=True))
    score = HeardScoreDraft(
        network="NET-001", on=date(2026, 9, 1), score=Decimal(2), heard_from=HeardFrom.CHAIR
    )
    records.add(register, score)
    records.add(
        register,
        replace(score, on=date(2026, 8, 1), heard_from=HeardFrom.MEMBERS, people=Decimal(30)),
    )
    close_quarter(register, Q2, ALL_THE_SAME)
    (network,) = public_report(register, Q2).networks
    assert (network.asked_on, network.score) == (date(2026, 8, 1), Number(Decimal(2)))


def test_personal_details_stop_it_until_somebody_has_looked(opted: Register) -> None:
    edited(opted, "OBJ-001", summary="Ring 01632 960123 or write to jo@wvh.nhs.uk.")
    edited(opted, "OBJ-002", title="Ring 01632 960124")
    later = on(opted, NOW + timedelta(minutes=1))
    close_quarter(later, Q2, ALL_THE_SAME)
    found = [looked_at(later, Q2)]
    with pytest.raises(EdiError) as refused:
        refuse_unseen(found, [])
    said = str(refused.value)
    assert "OBJ-001, Public summary: an e-mail address" in said
    assert "OBJ-001, Public summary: a telephone number" in said
    assert "--acknowledge OBJ-001" in said
    assert "OBJ-002" not in said
    assert "960123" not in said
    refuse_unseen(found, ["obj-001"])


def test_a_register_with_nothing_in_it_gives_a_report_with_nothing_in_it(
    register: Register,
) -> None:
    close_quarter(register, Q2, ALL_THE_SAME)
    report = public_report(register, Q2)
    assert (report.objectives, report.networks, report.hidden, report.log) == ((), (), 0, ())


def test_names_are_roles_also_of_those_who_left(opted: Register) -> None:
    records.add(opted, MemberDraft(name="Di Person", role="Vice Chair"))
    records.withdraw(opted, "MEM-002", "Left", version=1)
    edited(opted, "OBJ-001", summary="Di  Person and ADA PERSON’s idea, not that of Ada.")
    close_quarter(opted, Q2, ALL_THE_SAME)
    (objective,) = public_report(opted, Q2).objectives
    assert objective.summary == "Vice Chair and Chair’s idea, not that of Ada."


def test_looking_at_it_decides_nothing(opted: Register) -> None:
    close_quarter(opted, Q2, ALL_THE_SAME)
    first = looked_at(opted, Q2)
    with closing(sqlite3.connect(opted.path)) as connection:
        assert connection.execute("SELECT count(*) FROM publication").fetchone() == (0,)
    assert public_report(opted, Q2) == first
    assert looked_at(opted, Q2) == first


def test_what_is_looked_at_later_bears_in_mind_what_was_looked_at_before(opted: Register) -> None:
    close_quarter(opted, Q1, ALL_THE_SAME)
    edited(opted, "ORG-001", suppress_below=Decimal(2))
    close_quarter(opted, Q2, ALL_THE_SAME)
    first = looked_at(opted, Q1)
    second = looked_at(opted, Q2, earlier=first.made)
    assert numbers(second) == numbers(first)


def test_a_network_is_published_that_was_opted_in_and_not_taken_back(register: Register) -> None:
    holding(
        register,
        NetworkDraft(name="Race network", published=True),
        NetworkDraft(name="Faith network"),
        NetworkDraft(name="Old network", published=True, state=NetworkState.CLOSED),
    )
    close_quarter(register, Q2, ALL_THE_SAME)
    report = public_report(register, Q2)
    assert ([row.ref for row in report.networks], report.unpublished_networks) == (["NET-001"], 1)
    edited(register, "NET-001", published=False)
    report = public_report(register, Q2)
    assert (report.networks, report.unpublished_networks) == ((), 2)


def test_groups_that_nobody_can_tell_apart_are_left_out_and_logged(register: Register) -> None:
    day = date(2026, 6, 30)
    records.add(register, ObjectiveDraft(title="Raise it", published=True, summary=SUMMARY))
    records.add(register, MeasureDraft(name="Members", objective="OBJ-001", unit="members"))
    counts = {"women": 60, "men": 20, "young": 45, "old": 35, "not said": 0, "": 80}
    for group, count in counts.items():
        said = ReadingDraft(measure="MEA-001", as_at=day, group=group, value=Decimal(count))
        records.add(register, said)
    close_quarter(register, Q1, ALL_THE_SAME)
    report = public_report(register, Q1)
    shown = dict(numbers(report))
    assert shown.pop("") == Number(Decimal(80))
    assert set(shown.values()) == {HIDDEN}
    assert report.hidden == 5
    assert "MEA-001, 2026-06-30, women (RDG-001): its groups overlap" in report.log[0]


def test_a_small_number_of_things_is_published_beside_one_of_people(register: Register) -> None:
    records.add(register, ObjectiveDraft(title="Raise it", published=True, summary=SUMMARY))
    for unit in ("sessions", "recommendations", "members", "incidents"):
        records.add(register, MeasureDraft(name="Done", objective="OBJ-001", unit=unit))
    for number in range(1, 5):
        day, ref = date(2026, 6, 30), f"MEA-{number:03d}"
        records.add(register, ReadingDraft(measure=ref, as_at=day, value=Decimal(4)))
    close_quarter(register, Q1, ALL_THE_SAME)
    report = public_report(register, Q1)
    (objective,) = report.objectives
    shown = {
        one.unit: HIDDEN if figure.figure == HIDDEN else figure.number
        for one in objective.measures
        for figure in one.figures
    }
    four = Number(Decimal(4))
    assert shown == {
        "sessions": four,
        "recommendations": four,
        "members": HIDDEN,
        "incidents": HIDDEN,
    }
    assert (report.hidden, report.untold, len(report.log)) == (2, 1, 2)
    assert public_report(register, Q1) == report
