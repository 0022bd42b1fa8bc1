"""What must hold of each kind of draft, beyond what its fields say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import singledispatch

from edi_tui.domain.assurance import read_kind_of_proof
from edi_tui.domain.due import format_date
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.meetings import MOST_PAPER_DAYS, meeting_day
from edi_tui.domain.offices import same_office
from edi_tui.domain.quarter_words import read_financial_year
from edi_tui.domain.records import (
    AppraisalDraft,
    ChallengeDraft,
    ConcernDraft,
    Draft,
    EvidenceDraft,
    HeardScoreDraft,
    MeasureDraft,
    MemberDraft,
    ObjectiveDraft,
    OrganisationDraft,
    ReadingDraft,
    SponsorshipDraft,
    UpdateDraft,
    WaiverDraft,
)
from edi_tui.domain.text import quoted
from edi_tui.domain.words import AppraisalOutcome, EvidenceKind, Standing, Status

Problems = dict[str, str]
"""A sentence for people by field name."""

_THRESHOLDS = (
    *("sponsor_gap_days", "concern_days", "heard_people", "moves"),
    *("tolerance", "stretch", "paper_days"),
)


def _given(problems: Mapping[str, str | None]) -> Problems:
    return {name: text for name, text in problems.items() if text}


def _in_order(earlier: date | None, later: date | None, text: str) -> str | None:
    return text if earlier and later and later < earlier else None


@singledispatch
def broken(draft: Draft) -> Problems:
    """Return a sentence for each field of a draft that breaks a rule of its kind."""
    return {}


@broken.register
def _member(member: MemberDraft) -> Problems:
    filled = member.standing is not Standing.VACANT
    return _given(
        {
            "name": None
            if member.name or not filled
            else "Name is needed, unless the seat's standing is vacant.",
            "to_on": _in_order(member.from_on, member.to_on, "The end is before the start."),
        }
    )


@broken.register
def _objective(objective: ObjectiveDraft) -> Problems:
    starts = format_date(objective.start_on) if objective.start_on else ""
    return _given(
        {
            "due": _in_order(
                objective.start_on, objective.due.on, f"Due is before the start, {starts}."
            ),
            "proof": _proof(objective.proof),
            "summary": "Say in plain English what it means: a published objective needs a summary."
            if objective.published and not objective.summary.strip()
            else None,
        }
    )


def _proof(kinds: tuple[str, ...]) -> str | None:
    unknown = next((words for words in kinds if read_kind_of_proof(words) is None), None)
    if unknown is None:
        return None
    known = "; ".join(kind.label.lower() for kind in EvidenceKind)
    return f"{quoted(unknown)} is no kind of evidence; choose from: {known}."


@broken.register
def _organisation(organisation: OrganisationDraft) -> Problems:
    numbers = {name: getattr(organisation, name) for name in _THRESHOLDS}
    days = _working_days(organisation.paper_days)
    return (
        _given({"meetings": _meetings(organisation.meetings), "paper_days": days})
        | {
            name: "It has to be more than 0; leave it empty for the usual number."
            for name, number in numbers.items()
            if number is not None and number <= 0
        }
        | _given(
            {
                "suppress_below": None
                if _whole_from(2, organisation.suppress_below)
                else "It is a whole number from 2 on; leave it empty for 10."
            }
        )
    )


def _meetings(words: tuple[str, ...]) -> str | None:
    unread = next((one for one in words if meeting_day(one) is None), None)
    return None if unread is None else f"{quoted(unread)} is no day; write 26 November 2026."


def _working_days(number: Decimal | None) -> str | None:
    if _whole_from(0, number) and (number or 0) <= MOST_PAPER_DAYS:
        return None
    return f"Working days are a whole number up to {MOST_PAPER_DAYS}."


@broken.register
def _measure(measure: MeasureDraft) -> Problems:
    return _given(
        {
            "posts": None if _whole_from(0, measure.posts) else "Posts are a whole number.",
            "turnover": _percentage(measure.turnover),
            "hires": _percentage(measure.hires),
        }
    )


def _percentage(number: Decimal | None) -> str | None:
    return None if number is None or 0 <= number <= 100 else "It is from 0 to 100, in %."


def _whole_from(least: int, number: Decimal | None) -> bool:
    return number is None or (number >= least and number == number.to_integral_value())


@broken.register
def _reading(reading: ReadingDraft) -> Problems:
    pair = (reading.numerator, reading.denominator)
    if reading.value is None and None in pair:
        return {"value": "Give a value, or both a numerator and a denominator."}
    if (pair[0] is None) != (pair[1] is None):
        return {"denominator": "A numerator and a denominator go together."}
    return {}


@broken.register
def _update(update: UpdateDraft) -> Problems:
    if update.status is Status.NO_UPDATE and not update.narrative and update.forecast_on is None:
        return {"status": "Choose a status, or say something under progress."}
    return {}


@broken.register
def _evidence(evidence: EvidenceDraft) -> Problems:
    link = evidence.link.lower()
    return _given(
        {
            "link": None
            if not link or link.startswith(("https://", "http://"))
            else "A link begins with https:// or http://.",
            "note": None
            if evidence.sha256 or link or evidence.note
            else "Attach a file, give a link, or write a note.",
            "expires_on": _in_order(
                evidence.dated_on, evidence.expires_on, "It ends before it is dated."
            ),
            "verified_by": _verifier(evidence),
            "verified_on": "Say when it was verified."
            if evidence.verified_by and evidence.verified_on is None
            else None,
        }
    )


def _verifier(evidence: EvidenceDraft) -> str | None:
    if not same_office(evidence.verified_by, evidence.submitted_by):
        return None
    return "The verifier has to be another office than the one that submitted it."


@broken.register
def _concern(concern: ConcernDraft) -> Problems:
    steps = {
        "raised_on": ("raised", concern.raised_on),
        "board_on": ("before the board", concern.board_on),
        "answered_on": ("answered", concern.answered_on),
        "fed_back_on": ("fed back", concern.fed_back_on),
    }
    return _given({"answer": _unsaid(concern)}) | _steps(steps)


def _unsaid(concern: ConcernDraft) -> str | None:
    if concern.answer:
        return None
    if concern.fed_back_on:
        return "Write the answer that was fed back."
    return "Write what was answered." if concern.answered_on else None


def _steps(steps: Mapping[str, tuple[str, date | None]]) -> Problems:
    """Return what is wrong with days that follow one another; those not known are passed over."""
    problems: Problems = {}
    before: tuple[str, date] | None = None
    for name, (step, day) in steps.items():
        if day is None:
            continue
        if before and day < before[1]:
            problems[name] = f"That is before it was {before[0]}, {format_date(before[1])}."
        else:
            before = step, day
    return problems


@broken.register
def _heard_score(score: HeardScoreDraft) -> Problems:
    in_range = score.score is None or 1 <= score.score <= 5
    return _given(
        {
            "score": None if in_range else "A score is from 1, not at all, to 5, fully.",
            "people": None
            if _whole_from(1, score.people)
            else "It is the number of people who answered: 1 or more.",
        }
    )


@broken.register
def _challenge(challenge: ChallengeDraft) -> Problems:
    steps = {
        "asked_on": ("asked", challenge.asked_on),
        "answered_on": ("answered", challenge.answered_on),
        "closed_on": ("closed", challenge.closed_on),
    }
    asked, unanswered = challenge.asked_on, challenge.answered_on is None
    return _given(
        {
            "answer_by": _in_order(asked, challenge.answer_by, "It is due before it was asked."),
            "answer": "Write what was answered."
            if challenge.answered_on and not challenge.answer
            else None,
            "answered_on": "Say when it was answered; only then can it be closed."
            if challenge.closed_on and unanswered
            else None,
        }
    ) | _steps(steps)


@broken.register
def _waiver(waiver: WaiverDraft) -> Problems:
    # Rules take time to load, and few drafts name one.
    from edi_tui.domain.rules.registry import RULES

    target, name = read_ref(waiver.subject), waiver.rule.upper()
    asked = [rule.of for rule in RULES if rule.id == name]
    if not asked or target is None or target[0] in asked:
        return {}
    looked_at = " and ".join(_several(kind) for kind in asked)
    return {
        "rule": f"{name} looks at {looked_at}, so it says nothing of {target[0].ref(target[1])}."
    }


def _several(kind: Kind) -> str:
    return kind.plural.replace("_", " ").replace("frameworks", "framework items")


@broken.register
def _appraisal(appraisal: AppraisalDraft) -> Problems:
    assessed = appraisal.outcome is not AppraisalOutcome.NOT_ASSESSED
    return _given(
        {
            "year": _financial_year(appraisal.year),
            "appraised_on": "Say when it was appraised."
            if assessed and appraisal.appraised_on is None
            else None,
        }
    )


def _financial_year(words: str) -> str | None:
    start = read_financial_year(words)
    wanted = "2026/27" if start is None else f"{start}/{(start + 1) % 100:02}"
    return None if words in ("", wanted) else f"Write the financial year like {wanted}."


@broken.register
def _sponsorship(term: SponsorshipDraft) -> Problems:
    return _given(
        {
            "to_on": _in_order(term.from_on, term.to_on, "The end is before the start."),
            "ended_on": _in_order(term.from_on, term.ended_on, "It ended before it started."),
        }
    )
