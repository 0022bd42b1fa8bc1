"""What was said after a quarter was closed and keeps more of it from the public."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

from edi_tui.domain.closing import Closing
from edi_tui.domain.rows import NetworkRow, ObjectiveRow
from edi_tui.domain.suppression.suppressed import Suppressed
from edi_tui.domain.thresholds import Thresholds, thresholds_of
from edi_tui.services.people import roles
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport
from edi_tui.store.queries.board import organisation
from edi_tui.store.queries.opted import not_opted_in, opted, organisations
from edi_tui.store.queries.people import ever_named

if TYPE_CHECKING:
    from sqlmodel import Session


R = TypeVar("R", ObjectiveRow, NetworkRow)


@dataclass(frozen=True, slots=True)
class Since:
    """What keeps more from the public than was frozen."""

    gone: frozenset[str]
    """The objectives and networks that are not opted in any more."""
    people: Mapping[str, str]
    """The role of everybody who was named since, by name."""
    thresholds: Thresholds


def since(register: Register, closing: Closing, until: int | None = None) -> Since:
    """Return what keeps more of a closed quarter from the public by now.

    Args:
        register: The register.
        closing: How it was closed.
        until: The last entry of the change log that counts; all of them without it.
    """
    found, steps = _since(register, closing)
    for at, take_back in steps:
        if until is None or at <= until:
            break
        found = take_back(found)
    return found


def ever_since(register: Register, closing: Closing) -> Iterator[Since]:
    """Yield what kept more of a closed quarter from the public: now, then before each change.

    The last is what held when the quarter was closed. Whatever the public was given of the quarter
    was made with one of these.
    """
    found, steps = _since(register, closing)
    yield found
    for _, take_back in steps:
        found = take_back(found)
        yield found


def _since(register: Register, closing: Closing) -> tuple[Since, list[_Step]]:
    """Return what holds now, and what takes each change since back, the newest first."""
    with register.reading() as session:
        seq, named = closing.head_seq, list(_named_since(session, closing.head_seq))
        found = Since(
            frozenset(not_opted_in(session)),
            {name: role for _, names in named for name, role in names.items()},
            thresholds_of(organisation(session)),
        )
        steps: list[_Step] = [(at, partial(_without_people, names=names)) for at, names in named]
        for at, ref, opted_in in opted(session, seq):
            steps.append((at, partial(_with_opting, ref=ref, gone=opted_in)))
        for at, before in organisations(session, seq):
            steps.append((at, partial(replace, thresholds=thresholds_of(before))))
    return found, sorted(steps, key=itemgetter(0), reverse=True)


def kept_back(report: StatusReport, found: Since, made: Iterable[Suppressed]) -> StatusReport:
    """Return a frozen report without the objectives and networks that are taken back.

    Its organisation hides as much as it did, as it does now, and as was decided in between.
    """
    now, then = report.now, thresholds_of(report.now.organisation)
    objectives = [_opted(row, found) for row in now.objectives]
    networks = [_opted(row, found) for row in now.networks]
    decided = max((one.threshold for one in made), default=0)
    below = max(then.suppress_below, found.thresholds.suppress_below, Decimal(decided))
    people = max(then.heard_people, found.thresholds.heard_people)
    told = replace(now.organisation, suppress_below=below, heard_people=people)
    left = replace(now, objectives=objectives, networks=networks, organisation=told)
    return replace(report, now=left)


def _opted(row: R, found: Since) -> R:
    return replace(row, published=False) if row.ref in found.gone else row


_Step = tuple[int, Callable[[Since], Since]]
"""An entry of the change log, and what takes it back."""


def _named_since(session: Session, after: int) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield the entries after one that named people for the first time, and their roles."""
    known: set[str] = set()
    for one in ever_named(session):
        new = {k: role for k, role in roles([(one.words, one.role)]).items() if k not in known}
        known |= new.keys()
        if new and one.seq > after:
            yield one.seq, new


def _without_people(found: Since, *, names: Collection[str]) -> Since:
    left = {name: role for name, role in found.people.items() if name not in names}
    return replace(found, people=left)


def _with_opting(found: Since, *, ref: str, gone: bool) -> Since:
    return replace(found, gone=found.gone | {ref} if gone else found.gone - {ref})
