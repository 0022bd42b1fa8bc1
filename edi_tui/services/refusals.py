"""What people may not say of a record, beyond the rules of its fields."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

from edi_tui.domain.assurance import lacking, read_kind_of_proof
from edi_tui.domain.due import format_date
from edi_tui.domain.errors import InvalidError
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.progress import DONE
from edi_tui.domain.records import Draft, ObjectiveDraft, UpdateDraft, WaiverDraft
from edi_tui.domain.rows import DeliveryRow, ObjectiveRow
from edi_tui.domain.text import quoted
from edi_tui.domain.words import Status
from edi_tui.reference.rule_texts import rule_texts
from edi_tui.store.queries import delivery, judgement
from edi_tui.store.queries.proof import items_of

if TYPE_CHECKING:
    from sqlmodel import Session

_PAST: dict[Kind, tuple[str, ...]] = {
    Kind.OBJECTIVE: ("agreed_on",),
    Kind.READING: ("as_at",),
    Kind.UPDATE: ("on",),
    Kind.EVIDENCE: ("verified_on",),
    Kind.CONCERN: ("raised_on", "board_on", "answered_on", "fed_back_on"),
    Kind.HEARD_SCORE: ("on",),
    Kind.CHALLENGE: ("asked_on", "answered_on", "closed_on"),
    Kind.APPRAISAL: ("mid_year_on", "appraised_on", "submitted_on"),
}
"""The fields that say when something happened, so that they cannot be after today."""


def refuse_untrue(draft: Draft, today: date) -> None:
    """Refuse what is said to have happened on a day to come, and a rule that there is not.

    Raises:
        InvalidError: With one sentence for each field concerned.
    """
    # What is dated after today would be in no list, since lists are read as at a day.
    days = {name: getattr(draft, name) for name in _PAST.get(draft.KIND, ())}
    problems = {name: _after(draft, day) for name, day in days.items() if day and day > today}
    if isinstance(draft, WaiverDraft) and draft.rule and draft.rule.upper() not in rule_texts():
        problems["rule"] = _unknown(draft.rule)
    if problems:
        raise InvalidError(problems)


def refuse_twice(session: Session, kept: WaiverDraft) -> None:
    """Refuse to set a rule aside for a record for which it was set aside already.

    Raises:
        InvalidError: It was, for the reason that the sentence tells.
    """
    same = [
        row
        for row in judgement.waivers(session)
        if row.subject == kept.subject and row.rule.upper() == kept.rule.upper()
    ]
    if len(same) > 1:
        told = f"{kept.rule} is set aside for {kept.subject} already, by {same[0].ref}: "
        raise InvalidError({"rule": f"{told}{quoted(same[0].reason)}. Change that one."})


def _after(draft: Draft, day: date) -> str:
    instead = "; use the forecast" if isinstance(draft, UpdateDraft) else ""
    return f"{format_date(day)} is after today{instead}."


def _unknown(rule: str) -> str:
    near = get_close_matches(rule.upper(), rule_texts(), n=1, cutoff=0)
    return f"There is no rule “{rule}”; check prints their ids. The nearest is {near[0]}."


def refuse_lost_due(before: Draft, after: Draft) -> None:
    """Refuse an edit by which an agreed objective would be due on no day any more.

    Raises:
        InvalidError: With the words that are no day.
    """
    if not isinstance(before, ObjectiveDraft) or not isinstance(after, ObjectiveDraft):
        return
    if before.agreed_on and before.due.on and not after.due.on:
        none = f"{quoted(after.due.text)} is none: " if after.due.text else ""
        said = f"An agreed objective keeps a due date; {none}write it like 31 March 2027."
        raise InvalidError({"due": said})


def refuse_unfounded(session: Session, update: Draft) -> None:
    """Refuse a stored update without a reason that says better than the facts do.

    Args:
        session: The transaction in which it was stored, which ends with the refusal.
        update: The update, its references settled.

    Raises:
        InvalidError: It is rosier than the facts, or closes an objective without the proof that
            was agreed.
    """
    if not isinstance(update, UpdateDraft) or update.reason.strip() or update.on is None:
        return
    row = _row(session, update.subject, update.on)
    if row.computed.reasons and row.computed.watermelon(update.status):
        raise InvalidError({"reason": _rosier(row, update.status)})
    if isinstance(row, ObjectiveRow) and update.status in DONE and row.proof:
        _refuse_unproved(session, row)


def _row(session: Session, ref: str, day: date) -> DeliveryRow:
    target = read_ref(ref)
    assert target is not None
    rows: Sequence[DeliveryRow]
    if target[0] is Kind.OBJECTIVE:
        rows = delivery.objectives(session, as_at=day, numbers=(target[1],))
    else:
        rows = delivery.actions(session, as_at=day, numbers=(target[1],))
    return rows[0]


def _rosier(row: DeliveryRow, status: Status) -> str:
    return (
        f"Declared {status.label.lower()}, but the facts say {row.computed.status.label.lower()}: "
        f"{row.computed.reason}. Say why, or choose another status."
    )


def _refuse_unproved(session: Session, row: ObjectiveRow) -> None:
    number = read_ref(row.ref)
    assert number is not None
    wanted = [kind for words in row.proof if (kind := read_kind_of_proof(words))]
    missing = lacking(wanted, items_of(session, "objective_id").get(number[1], []))
    if missing:
        kinds = ", ".join(kind.label.lower() for kind in missing)
        raise InvalidError(
            {
                "reason": f"The proof agreed for {row.ref} is missing: {kinds}. Attach it, "
                "or say why it is closed without."
            }
        )
