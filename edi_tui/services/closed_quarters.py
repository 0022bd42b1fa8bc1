"""Which quarters are closed, and whether what was frozen of them is still what it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from edi_tui.domain.closing import FIRST, Closing
from edi_tui.domain.due import format_date
from edi_tui.domain.errors import NotFoundError
from edi_tui.domain.quarters import Quarter
from edi_tui.services.frozen import Frozen
from edi_tui.services.kept_quarter import kept_quarter, matches
from edi_tui.services.register import Register
from edi_tui.store import snapshots
from edi_tui.store.chain import Head, head_of

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Verified:
    """A snapshot, and in words what is the matter with it; nothing where it is as it was."""

    closing: Closing
    problems: tuple[str, ...] = ()


def closings(register: Register) -> list[Closing]:
    """Return every snapshot of a quarter, in the order in which they were made."""
    with register.reading() as session:
        return snapshots.closings(session)


def closing_of(register: Register, quarter: Quarter) -> Closing:
    """Return how a quarter was closed, the last time where it was issued again.

    Raises:
        NotFoundError: It is not closed.
    """
    with register.reading() as session:
        found = snapshots.closing_of(session, quarter)
    if found is None:
        raise NotFoundError(
            f"{quarter} is not closed. Close it once it has ended: edi-tui quarter close "
            f'"{quarter}".'
        )
    return found


def frozen_quarter(register: Register, quarter: Quarter) -> Frozen:
    """Return a closed quarter as it was.

    Raises:
        NotFoundError: It is not closed.
        CorruptError: What was frozen has been changed since.
    """
    return kept_quarter(register, closing_of(register, quarter))


def head_now(register: Register) -> Head:
    """Return the newest entry of the change log."""
    with register.reading() as session:
        return head_of(session)


def knows(register: Register, head: str) -> bool:
    """Tell whether the change log has an entry, named as papers name it: `120:0f3a…`."""
    number, _, beginning = head.partition(":")
    if not (number.isdecimal() and number.isascii() and len(number) < 16 and beginning):
        return False
    with register.reading() as session:
        return snapshots.logged_hash(session, int(number)).startswith(beginning)


def verify(register: Register) -> list[Verified]:
    """Work every digest out again and follow the chain, in the order of making; mend nothing."""
    with register.reading() as session:
        kept = {one.number: one for one in snapshots.closings(session)}
        logged = {one.number: one for one in snapshots.logged(session)}
        found, previous = [], FIRST
        for number in sorted(kept.keys() | logged.keys()):
            closing = kept.get(number)
            if closing is None:
                found.append(Verified(logged[number], (_GONE,)))
            else:
                problems = _problems(session, closing, logged.get(number), previous)
                found.append(Verified(closing, tuple(problems)))
            previous = found[-1].closing.digest
    return found


_GONE = "It is gone, though the change log says that it was closed."


def _problems(
    session: Session, closing: Closing, logged: Closing | None, previous: str
) -> Iterator[str]:
    """Yield what is the matter with a snapshot, since the day on which it was made."""
    since = f"Since {format_date(closing.closed_on)}"
    try:
        same = matches(snapshots.content_of(session, closing.number), closing)
    except ValueError:
        same = False
    if not same:
        yield f"{since} what was frozen, or what is said of it, has been changed."
    if closing.previous != previous:
        yield "It does not follow from the one before it, which has been changed or taken out."
    if logged is None:
        yield "The change log does not say that it was closed."
    elif logged.digest != closing.digest:
        yield f"{since} it has been made anew: the change log knows it by another digest."
    if snapshots.logged_hash(session, closing.head_seq) != closing.head_hash:
        yield f"{since} the change log before it has been changed."
