from __future__ import annotations

import gc
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.due import Due
from edi_tui.domain.records import MeasureDraft, MemberDraft, ObjectiveDraft, WaiverDraft
from edi_tui.domain.rules.texts import Verdict
from edi_tui.domain.words import Precision
from edi_tui.services import records
from edi_tui.services.judgement import check, findings_of, smart_of, smart_of_draft
from edi_tui.services.register import Register
from edi_tui.services.views import view_of
from tests.conftest import holding

MARCH = Due(date(2027, 3, 31), "31 March 2027", Precision.DAY)
KEPT = ObjectiveDraft(title="Raise the share of disabled staff", owner="MEM-001", due=MARCH)


@pytest.fixture
def kept(register: Register) -> Register:
    """A register with one objective and its measure."""
    return holding(
        register,
        MemberDraft(role="Chief People Officer", name="Amara Cole"),
        KEPT,
        MeasureDraft(
            name="Disabled staff",
            objective="OBJ-001",
            unit="%",
            baseline=Decimal(4),
            baseline_on=date(2026, 3, 31),
            target=Decimal(6),
        ),
    )


def verdicts(draft: ObjectiveDraft, register: Register, ref: str = "") -> dict[str, str]:
    found = smart_of_draft(draft, view_of(register), ref)
    return {criterion.letter: criterion.verdict.value for criterion in found}


def test_words_that_are_being_typed_are_judged(kept: Register) -> None:
    empty = verdicts(ObjectiveDraft(title=""), kept)
    assert empty == {"S": "missing", "M": "missing", "A": "not_assessed", "R": "missing",
                     "T": "missing"}  # fmt: skip
    vague = verdicts(ObjectiveDraft(title="Promote inclusion"), kept)
    assert (vague["S"], vague["M"], vague["T"]) == ("missing", "missing", "missing")
    counted = verdicts(ObjectiveDraft(title="Raise BME staff to 15% by March 2028"), kept)
    assert (counted["S"], counted["M"], counted["T"]) == ("weak", "weak", "weak")


def test_a_change_of_a_stored_objective_keeps_its_measures(kept: Register) -> None:
    assert verdicts(KEPT, kept, "OBJ-001")["M"] == "met"
    assert verdicts(KEPT, kept)["M"] == "missing"
    undated = replace(KEPT, due=Due())
    assert verdicts(undated, kept, "OBJ-001")["T"] == "missing"


def test_an_untouched_draft_is_judged_as_the_objective_is(kept: Register) -> None:
    view = view_of(kept)
    assert smart_of_draft(KEPT, view, "OBJ-001") == smart_of(view.objectives["OBJ-001"], view)


@pytest.mark.parametrize(
    ("owner", "found"),
    [
        ("MEM-001", True),
        ("mem 1", True),
        ("chief people officer", True),
        ("Amara Cole", True),
        ("MEM-002", False),
        ("OBJ-001", False),
        ("", False),
        ("Chief Nurse", False),
    ],
)
def test_an_owner_is_found_as_people_write_it(kept: Register, owner: str, found: bool) -> None:
    draft = replace(KEPT, owner=owner)
    letters = smart_of_draft(draft, view_of(kept))
    specific = next(criterion for criterion in letters if criterion.letter == "S")
    one = next(judged for judged in specific.rules if judged.rule == "S1")
    assert (one.verdict is Verdict.MET) is found


def test_the_search_for_garbage_is_on_again_after_a_check(kept: Register) -> None:
    assert gc.isenabled()
    assert check(kept).findings
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_the_findings_of_a_record_are_its_own(kept: Register) -> None:
    records.add(kept, replace(KEPT, title="Promote inclusion"))
    view = view_of(kept)
    found = findings_of(view.objectives["OBJ-001"], view)
    assert {finding.ref for finding in found} == {"OBJ-001"}
    assert [finding.level for finding in found] == sorted(finding.level for finding in found)[::-1]


def test_a_waived_rule_is_a_note_with_its_reason(kept: Register) -> None:
    records.add(kept, WaiverDraft(rule="D1", subject="OBJ-001", reason="Set by the regulator."))
    view = view_of(kept)
    notes = [each for each in findings_of(view.objectives["OBJ-001"], view) if each.rule == "D1"]
    assert {(note.level.value, note.waived) for note in notes} == {
        ("note", "Set by the regulator.")
    }
