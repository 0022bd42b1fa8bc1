"""Handing over what a leaver answers for, all of it in one step."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from edi_tui.domain.due import format_date
from edi_tui.domain.errors import EdiError, InvalidError
from edi_tui.domain.records import MemberDraft, SponsorshipDraft
from edi_tui.domain.words import Standing
from edi_tui.services.lookup import Lookup, member_named
from edi_tui.services.passing import Handover, filled
from edi_tui.services.register import Register
from edi_tui.store.changes import Changes, load

if TYPE_CHECKING:
    from sqlmodel import Session

__all__ = ["Handover", "hand_over", "preview"]


def preview(register: Register, leaver: str, successor: str, on: date | None = None) -> Handover:
    """Return what a handover would do.

    Args:
        register: The register.
        leaver: The board member who leaves: reference, role or name.
        successor: The board member who takes over.
        on: The leaver's last day; today without it.

    Raises:
        EdiError: The two are one, or the successor holds no seat on the day after.
        InvalidError: One of them is not a board member, or several have the name.
    """
    with register.reading() as session:
        return _planned(session, leaver, successor, on or register.today, register.today)


def hand_over(register: Register, leaver: str, successor: str, on: date | None = None) -> Handover:
    """Hand over all that a board member answers for, in one step that undo takes back.

    Open objectives, actions and challenges pass on the day after the last; running sponsorships
    end and the successor's begin; the leaver's seat gets its end date. Papers as at an earlier
    day keep the old name.

    Args:
        register: The register.
        leaver: The board member who leaves: reference, role or name.
        successor: The board member who takes over.
        on: The leaver's last day; today without it.

    Raises:
        EdiError: The two are one, the successor holds no seat on the day after, or there is
            nothing to hand over.
        InvalidError: One of them is not a board member, or several have the name.
    """
    day = on or register.today
    summary = preview(register, leaver, successor, day).summary
    with register.writing(summary) as changes:
        planned = _planned(changes.session, leaver, successor, day, register.today)
        _write(changes, planned)
        if not changes.count:
            raise EdiError(f"There is nothing of {planned.leaver.ref}'s to hand over.")
    return planned


def _write(changes: Changes, planned: Handover) -> None:
    for stored, draft in planned.writes:
        if stored is None:
            changes.add(draft)
        else:
            dated = None if isinstance(draft, MemberDraft | SponsorshipDraft) else planned.first
            changes.edit(stored.ref, draft, version=stored.version, as_from=dated)


def _planned(session: Session, leaver: str, successor: str, on: date, today: date) -> Handover:
    lookup = Lookup(session)
    planned = Handover(
        load(session, member_named(lookup, "leaver", leaver)),
        load(session, member_named(lookup, "successor", successor)),
        on,
    )
    _refuse(planned)
    return filled(session, planned, today)


def _refuse(planned: Handover) -> None:
    leaver, successor = planned.leaving, planned.coming
    if planned.leaver.ref == planned.successor.ref:
        raise EdiError(f"{planned.leaver.ref} cannot hand over to the same seat.")
    if leaver.from_on and leaver.from_on > planned.on:
        began = format_date(leaver.from_on)
        raise InvalidError({"on": f"{planned.leaver.ref} holds the seat from {began} only."})
    over = successor.to_on is not None and successor.to_on < planned.first
    if over or successor.standing is Standing.VACANT:
        day = format_date(planned.first)
        raise EdiError(f"Nobody holds {planned.successor.ref} ({successor.role}) on {day}.")
