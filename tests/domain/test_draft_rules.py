"""Figures are in range, and the steps of a record in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.records import (
    AppraisalDraft,
    ChallengeDraft,
    ConcernDraft,
    Draft,
    EvidenceDraft,
    HeardScoreDraft,
    MeasureDraft,
    ObjectiveDraft,
    OrganisationDraft,
    WaiverDraft,
)
from edi_tui.domain.validation import validate
from edi_tui.domain.words import AppraisalOutcome

_EARLIER, _LATER = date(2026, 4, 1), date(2026, 4, 2)
_KINDS = (
    "document; organisational data; lived experience; minutes or paper; policy; review or audit"
)
_USUAL = "It has to be more than 0; leave it empty for the usual number."
_CONCERN = ConcernDraft(
    network="NET-001",
    raised_on=_EARLIER,
    theme="Adjustments",
    text="They take too long.",
    answer="A budget was agreed.",
)
_CHALLENGE = ChallengeDraft(
    asked_on=_EARLIER, question="What came of it?", answer="The share rose."
)
_EVIDENCE = EvidenceDraft(title="Survey", note="x", submitted_by="OD team")
_MEASURE = MeasureDraft(name="Share")
_SCORE = HeardScoreDraft(network="NET-001", on=_EARLIER, score=Decimal(3))
_APPRAISAL = AppraisalDraft(member="MEM-001", year="2026/27")
_FROM_TWO = "It is a whole number from 2 on; leave it empty for 10."
_NO_SUMMARY = "Say in plain English what it means: a published objective needs a summary."
_TRUST = OrganisationDraft(name="Trust")


@pytest.mark.parametrize(
    ("draft", "problems"),
    [
        (
            ObjectiveDraft(title="Raise the share", published=True, summary=" "),
            {"summary": _NO_SUMMARY},
        ),
        (replace(_TRUST, suppress_below=Decimal(1)), {"suppress_below": _FROM_TWO}),
        (replace(_TRUST, suppress_below=Decimal("7.5")), {"suppress_below": _FROM_TWO}),
        (
            ObjectiveDraft(title="Raise it", proof=("policy", "a hunch")),
            {"proof": f"“a hunch” is no kind of evidence; choose from: {_KINDS}."},
        ),
        (
            replace(_TRUST, moves=Decimal(0), stretch=Decimal("-1")),
            {"moves": _USUAL, "stretch": _USUAL},
        ),
        (replace(_MEASURE, posts=Decimal("1.5")), {"posts": "Posts are a whole number."}),
        (replace(_MEASURE, posts=Decimal(-1)), {"posts": "Posts are a whole number."}),
        (replace(_MEASURE, turnover=Decimal("-0.1")), {"turnover": "It is from 0 to 100, in %."}),
        (replace(_MEASURE, hires=Decimal("100.1")), {"hires": "It is from 0 to 100, in %."}),
        (
            replace(_EVIDENCE, verified_by="OD Team", verified_on=_LATER),
            {
                "verified_by": "The verifier has to be another office than the one that "
                "submitted it."
            },
        ),
        (
            replace(_EVIDENCE, verified_by="Internal audit"),
            {"verified_on": "Say when it was verified."},
        ),
        (
            replace(_CONCERN, raised_on=_LATER, board_on=_EARLIER),
            {"board_on": "That is before it was raised, 2 Apr 2026."},
        ),
        (
            replace(_CONCERN, answered_on=_EARLIER, answer=""),
            {"answer": "Write what was answered."},
        ),
        (
            WaiverDraft(rule="e1", subject="NET-001", reason="Because"),
            {"rule": "E1 looks at objectives and actions, so it says nothing of NET-001."},
        ),
        (
            WaiverDraft(rule="F1", subject="OBJ-001", reason="Because"),
            {"rule": "F1 looks at framework items, so it says nothing of OBJ-001."},
        ),
        (
            replace(_CONCERN, board_on=_LATER, answered_on=_EARLIER),
            {"answered_on": "That is before it was before the board, 2 Apr 2026."},
        ),
        (
            replace(_CONCERN, raised_on=_LATER, board_on=_EARLIER, fed_back_on=_EARLIER),
            {
                "board_on": "That is before it was raised, 2 Apr 2026.",
                "fed_back_on": "That is before it was raised, 2 Apr 2026.",
            },
        ),
        (
            replace(_CONCERN, answered_on=_LATER, fed_back_on=_EARLIER),
            {"fed_back_on": "That is before it was answered, 2 Apr 2026."},
        ),
        (
            replace(_CONCERN, answer="", fed_back_on=_LATER),
            {"answer": "Write the answer that was fed back."},
        ),
        (
            replace(_SCORE, score=Decimal("0.9")),
            {"score": "A score is from 1, not at all, to 5, fully."},
        ),
        (
            replace(_SCORE, score=Decimal("5.1")),
            {"score": "A score is from 1, not at all, to 5, fully."},
        ),
        (
            replace(_SCORE, people=Decimal(0)),
            {"people": "It is the number of people who answered: 1 or more."},
        ),
        (
            replace(_SCORE, people=Decimal("1.5")),
            {"people": "It is the number of people who answered: 1 or more."},
        ),
        (
            replace(_CHALLENGE, asked_on=_LATER, answer_by=_EARLIER),
            {"answer_by": "It is due before it was asked."},
        ),
        (
            replace(_CHALLENGE, asked_on=_LATER, answered_on=_EARLIER),
            {"answered_on": "That is before it was asked, 2 Apr 2026."},
        ),
        (
            replace(_CHALLENGE, answered_on=_LATER, closed_on=_EARLIER),
            {"closed_on": "That is before it was answered, 2 Apr 2026."},
        ),
        (
            replace(_CHALLENGE, answer="", answered_on=_LATER),
            {"answer": "Write what was answered."},
        ),
        (
            replace(_CHALLENGE, closed_on=_LATER),
            {"answered_on": "Say when it was answered; only then can it be closed."},
        ),
        (
            replace(_APPRAISAL, year="2026-27"),
            {"year": "Write the financial year like 2026/27."},
        ),
        (
            replace(_APPRAISAL, year="99/00"),
            {"year": "Write the financial year like 2099/00."},
        ),
        (replace(_APPRAISAL, year="soon"), {"year": "Write the financial year like 2026/27."}),
        (replace(_APPRAISAL, year=""), {"year": "Year is needed."}),
        (
            replace(_APPRAISAL, outcome=AppraisalOutcome.MET),
            {"appraised_on": "Say when it was appraised."},
        ),
    ],
)
def test_a_figure_or_a_step_out_of_place_is_a_sentence_beside_its_field(
    draft: Draft, problems: dict[str, str]
) -> None:
    with pytest.raises(InvalidError) as refusal:
        validate(draft)
    assert refusal.value.problems == problems


@pytest.mark.parametrize(
    "draft",
    [
        ObjectiveDraft(title="Raise it", proof=("Organisational data", "lived_experience")),
        _TRUST,
        replace(_TRUST, tolerance=Decimal("0.1")),
        _MEASURE,
        replace(_MEASURE, posts=Decimal(0), turnover=Decimal(0), hires=Decimal(100)),
        replace(_EVIDENCE, verified_by="Internal audit", verified_on=_LATER),
        replace(_EVIDENCE, submitted_by=""),
        _CONCERN,
        replace(_CONCERN, board_on=_EARLIER, answered_on=_EARLIER, fed_back_on=_EARLIER),
        replace(_CONCERN, board_on=_EARLIER, fed_back_on=_LATER),
        replace(_CONCERN, answer=""),
        replace(_SCORE, score=Decimal(1), people=Decimal(1)),
        replace(_SCORE, score=Decimal(5)),
        _CHALLENGE,
        replace(_CHALLENGE, answer_by=_EARLIER, answered_on=_EARLIER, closed_on=_EARLIER),
        replace(_CHALLENGE, answer=""),
        _APPRAISAL,
        replace(_APPRAISAL, outcome=AppraisalOutcome.MET, appraised_on=_LATER),
    ],
)
def test_figures_in_range_and_steps_in_order_may_be_stored(draft: Draft) -> None:
    validate(draft)
