"""What imports left for a person to settle, and what may be accepted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from edi_tui.domain.desk import DeskItem, Matter
from edi_tui.domain.errors import NotFoundError
from edi_tui.domain.findings import Finding
from edi_tui.domain.text import folded
from edi_tui.services.desk_proposals import proposals
from edi_tui.services.desk_records import Records
from edi_tui.services.learned import SHORT, memory_in
from edi_tui.services.register import Register
from edi_tui.services.waiting import Waiting, waiting
from edi_tui.store import batches

if TYPE_CHECKING:
    from sqlmodel import Session

_SHARED = ("status-assumed", "link-unknown")
"""The rules of which one answer holds for every cell with the same words."""


def desk(register: Register) -> tuple[DeskItem, ...]:
    """Return what waits on the Desk, file by file in the order of each."""
    with register.reading() as session:
        return desk_in(session)


def item_of(register: Register, number: int) -> DeskItem:
    """Return one thing on the Desk.

    Raises:
        NotFoundError: There is nothing of that number.
    """
    return found_in(desk(register), [number])[0]


def found_in(items: Iterable[DeskItem], numbers: Iterable[int]) -> list[DeskItem]:
    """Return the things with some numbers, each once, in the order of the numbers.

    Raises:
        NotFoundError: There is nothing of one of the numbers.
    """
    waiting = {item.number: item for item in items}
    wanted = list(dict.fromkeys(numbers))
    if lost := next((number for number in wanted if number not in waiting), None):
        raise NotFoundError(
            f"There is nothing numbered {lost} on the Desk; it may have been settled already."
        )
    return [waiting[number] for number in wanted]


def open_findings(register: Register) -> list[Finding]:
    """Return what waits, as findings; a column that was not read is no fault of a record."""
    return [item.finding for item in desk(register) if item.matter is not Matter.HEADING]


def desk_in(session: Session) -> tuple[DeskItem, ...]:
    """Return what waits on the Desk, as part of a larger intent."""
    settled, memory = batches.settled(session), memory_in(session)
    found = [one for one in waiting(session) if one.key not in settled]
    records = Records(session, found)
    still = [one for one in found if records.leaves_open(one, memory)]
    return tuple(_item(group, records) for group in _together(still))


def _together(found: Iterable[Waiting]) -> list[list[Waiting]]:
    """Return the findings, those that one answer settles side by side."""
    groups: dict[object, list[Waiting]] = {}
    for one in found:
        groups.setdefault(_shared(one), []).append(one)
    return list(groups.values())


def _shared(one: Waiting) -> object:
    said = one.finding
    if one.matter is Matter.HEADING or not one.finding.ref:
        return one.key  # the same heading in several tables or files
    if said.rule in _SHARED and len(said.value) <= SHORT:
        return one.kind, said.rule, one.column, folded(said.value)
    return one.number


def _item(group: list[Waiting], records: Records) -> DeskItem:
    first = group[0]
    target = records.target(first)
    return DeskItem(
        number=first.number,
        matter=first.matter,
        kind=first.kind,
        finding=first.finding,
        what=records.name(first.finding.ref),
        target=target.ref if target else "",
        field=records.field(first),
        proposals=tuple(proposals(first, records)),
        keys=tuple(one.key for one in group),
        refs=tuple(dict.fromkeys(one.finding.ref for one in group if one.finding.ref)),
        cells=first.cells,
        headings=first.headings,
        column=first.column,
    )
