"""Undo and redo without end, from the change log.

A step is one group of the change log: whatever one person did at one go. Undo takes back the
newest step of the person at work that stands, redo the newest undo of theirs after which they
changed nothing. Both write new entries, so that nothing ever leaves the log.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from edi_tui.domain.due import format_date
from edi_tui.domain.errors import ConflictError, EdiError
from edi_tui.domain.plain import from_plain
from edi_tui.domain.records import WaiverDraft
from edi_tui.domain.rows import ChangeRow
from edi_tui.domain.steps import TAKEN_BACK, Step
from edi_tui.services.lookup import Lookup
from edi_tui.services.refusals import refuse_twice
from edi_tui.services.register import Register
from edi_tui.services.standing import refuse_dangling, refuse_needed
from edi_tui.store import batches
from edi_tui.store.changes import Changes, Stored, load, side_of
from edi_tui.store.queries import steps

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Reverted:
    """A step that was undone, or done again."""

    name: str
    """What it is called: `edit OBJ-004`."""
    refs: tuple[str, ...]
    """The records that it changed, the one changed last first."""


def next_undo(register: Register) -> Step | None:
    """Return the step that undo takes back next, or None.

    Raises:
        EdiError: A quarter was closed in it.
    """
    with register.reading() as session:
        step = _undoable(session, register.who)
    if step is not None:
        _refuse_closing(step)
    return step


def next_redo(register: Register) -> Step | None:
    """Return the undo that redo takes back next, or None."""
    with register.reading() as session:
        return steps.last_undone(session, register.who)


def undo(register: Register, seq: int | None = None) -> Reverted:
    """Take back a step: what was added is withdrawn, what was changed or withdrawn is as before.

    Args:
        register: The register.
        seq: The number of any of its entries in the change log; the newest own step without it.

    Raises:
        EdiError: There is none, it is somebody else's, it closed a quarter, or it cannot be taken
            back.
        ConflictError: Something that it changed was changed again since.
        WithdrawnError: It would make a record point at one that no longer stands.
    """
    with register.reading() as session:
        step = _undoable(session, register.who) if seq is None else steps.step_at(session, seq)
    if step is None:
        raise EdiError(f"There is nothing of yours ({register.who}) left to undo.")
    _refuse_closing(step)
    _refuse_foreign(step, register.who)
    with register.writing(f"undo: {step.name}", undoes=step.group) as changes:
        _refuse_undone(changes.session, step)
        reverted = _revert(changes, step, "undo")
        batches.mark_undone(changes.session, step.group, undone=True)
    return reverted


def redo(register: Register) -> Reverted:
    """Do again what was undone last.

    Raises:
        EdiError: Nothing was undone, or something else was done since.
        ConflictError: Something that it changed was changed again since.
        WithdrawnError: It would make a record point at one that no longer stands.
    """
    step = next_redo(register)
    if step is None:
        raise EdiError("There is nothing to redo: nothing was undone, or you changed more since.")
    with register.writing(f"redo: {step.name}", undoes=step.group) as changes:
        _refuse_undone(changes.session, step)
        reverted = _revert(changes, step, "redo")
        batches.mark_undone(changes.session, step.undoes, undone=False)
    return reverted


def _undoable(session: Session, who: str) -> Step | None:
    step = steps.last_done(session, who)
    return None if step is None or step.founding else step


def _refuse_closing(step: Step) -> None:
    if step.closed:
        raise EdiError(
            f"{step.closed} was closed in that step, and a closed quarter stays closed. To correct "
            "it, issue it again (edi-tui quarter reissue); an earlier step of yours can be undone "
            "by its number in the history."
        )


def _refuse_foreign(step: Step, who: str) -> None:
    if step.undoes:
        raise EdiError(f"That entry is itself an undo or redo: {step.name}.")
    if step.founding:
        raise EdiError("The register itself was made in that step, so it cannot be undone.")
    if step.who != who:
        raise EdiError(
            f"“{step.name}” is {step.who}'s, and each person undoes their own changes. Change the "
            "record, or bring it back from the bin, instead."
        )


def _refuse_undone(session: Session, step: Step) -> None:
    if steps.is_undone(session, step.group):
        raise EdiError(f"“{step.name}” has been undone already, or done again.")


def _revert(changes: Changes, step: Step, verb: str) -> Reverted:
    session, spans = changes.session, step.spans()
    later = steps.first_since(session, spans.keys(), step.seq)
    if later is not None:
        raise ConflictError(_changed_since(step, later))
    before = {ref: load(session, ref) for ref in spans}
    for ref, (first, last) in spans.items():
        _put_back(changes, step, before[ref], first, last, verb)
    refuse_needed(session, [ref for ref, (first, _) in spans.items() if _adds(first)])
    lookup = Lookup(session)
    for ref, (first, _) in spans.items():
        if not _adds(first):
            _check(session, lookup, before[ref])
    return Reverted(step.name, tuple(spans))


def _put_back(
    changes: Changes, step: Step, before: Stored, first: ChangeRow, last: ChangeRow, verb: str
) -> None:
    """Make a record say what it said before the step; one that was added in it is withdrawn."""
    stands = {"withdrawn_reason": "", **side_of(before.draft, before.withdrawn_reason)}
    left = {"withdrawn_reason": "", **last.after}
    if any(stands.get(name, value) != value for name, value in left.items()):
        raise ConflictError(
            f"{before.ref} no longer says what “{step.name}” left, so that was not taken back."
        )
    if _adds(first):
        changes.put_back(before, before.draft, f"{TAKEN_BACK}{step.name}", verb=verb)
        return
    withdrawn = str(first.before.get("withdrawn_reason", ""))
    changes.put_back(before, from_plain(first.before, before.draft), withdrawn, verb=verb)


def _check(session: Session, lookup: Lookup, before: Stored) -> None:
    """Refuse what would leave a record standing that points at one that does not."""
    after = load(session, before.ref)
    if after.withdrawn_at:
        return
    refuse_dangling(lookup, before.ref, after.draft, None if before.withdrawn_at else before.draft)
    if isinstance(after.draft, WaiverDraft):
        refuse_twice(session, after.draft)


def _adds(entry: ChangeRow) -> bool:
    return not entry.before


def _changed_since(step: Step, later: ChangeRow) -> str:
    at = datetime.fromisoformat(later.at).astimezone()
    return (
        f"{later.ref} has been changed since by {later.who} ({later.summary}, "
        f"{format_date(at.date())} {at:%H:%M}), so “{step.name}” was left as it is."
    )
