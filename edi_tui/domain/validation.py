"""What must hold of a draft before it may be stored."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import singledispatch

from edi_tui.domain.due import Due, format_date
from edi_tui.domain.errors import InvalidError
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.records import (
    Draft,
    EvidenceDraft,
    MemberDraft,
    ObjectiveDraft,
    ReadingDraft,
    SponsorshipDraft,
    UpdateDraft,
    fields_of,
)
from edi_tui.domain.words import Standing, Status

Problems = dict[str, str]
"""A sentence for people by field name."""


def validate(draft: Draft) -> None:
    """Refuse a draft that breaks a rule of its fields.

    Raises:
        InvalidError: With one sentence for each field concerned.
    """
    problems = {**_rules(draft), **_field_problems(draft)}
    if problems:
        raise InvalidError(problems)


def _field_problems(draft: Draft) -> Problems:
    problems: Problems = {}
    for field in fields_of(type(draft)):
        value = getattr(draft, field.name)
        if field.required and value in ("", None, ()):
            problems[field.name] = f"{field.label} is needed."
        elif (length := len(_text(field, value))) > field.limit:
            problems[field.name] = (
                f"{field.label} has {length:,} characters; at most {field.limit:,} fit."
            )
    return problems


def _text(field: Field, value: object) -> str:
    """Return the text of a value, which has no end of its own as a date or a choice has."""
    if isinstance(value, Due):
        return value.text
    if field.kind is FieldKind.NAMES and isinstance(value, tuple):
        return "; ".join(value)
    return value if isinstance(value, str) else ""


def _given(problems: Mapping[str, str | None]) -> Problems:
    return {name: text for name, text in problems.items() if text}


def _in_order(earlier: date | None, later: date | None, text: str) -> str | None:
    return text if earlier and later and later < earlier else None


@singledispatch
def _rules(draft: Draft) -> Problems:
    return {}


@_rules.register
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


@_rules.register
def _objective(objective: ObjectiveDraft) -> Problems:
    starts = format_date(objective.start_on) if objective.start_on else ""
    return _given(
        {
            "due": _in_order(
                objective.start_on, objective.due.on, f"Due is before the start, {starts}."
            )
        }
    )


@_rules.register
def _reading(reading: ReadingDraft) -> Problems:
    pair = (reading.numerator, reading.denominator)
    if reading.value is None and None in pair:
        return {"value": "Give a value, or both a numerator and a denominator."}
    if (pair[0] is None) != (pair[1] is None):
        return {"denominator": "A numerator and a denominator go together."}
    return {}


@_rules.register
def _update(update: UpdateDraft) -> Problems:
    if update.status is Status.NO_UPDATE and not update.narrative and update.forecast_on is None:
        return {"status": "Choose a status, or say something under progress."}
    return {}


@_rules.register
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
        }
    )


@_rules.register
def _sponsorship(term: SponsorshipDraft) -> Problems:
    return _given(
        {
            "to_on": _in_order(term.from_on, term.to_on, "The end is before the start."),
            "ended_on": _in_order(term.from_on, term.ended_on, "It ended before it started."),
        }
    )
