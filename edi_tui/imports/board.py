"""Drafts of what one row of a board list says: seats, networks, sponsors, own commitments."""

from __future__ import annotations

from edi_tui.domain.findings import FindingLevel
from edi_tui.domain.leads import read_leads
from edi_tui.domain.records import (
    FrameworkItemDraft,
    MemberDraft,
    NetworkDraft,
    SponsorshipDraft,
)
from edi_tui.domain.seats import seat_of
from edi_tui.domain.text import folded, shortened
from edi_tui.domain.words import Appointment, NetworkState, Seat, SponsorKind, Standing
from edi_tui.imports.reading import Reading
from edi_tui.imports.row_reader import RowReader

_SIDES = {
    "executive_sponsor": SponsorKind.EXECUTIVE,
    "non_executive_sponsor": SponsorKind.NON_EXECUTIVE,
}
_EXECUTIVE = (Seat.CHIEF_EXECUTIVE, Seat.EXECUTIVE)


def read_member(row: RowReader) -> Reading:
    """Read a seat; one that names nobody, or "Vacant", is vacant."""
    name = row.line("name") if read_leads(row.text("name")).lead else ""
    draft = MemberDraft(
        name=name,
        role=row.line("role"),
        seat=_seat(row),
        standing=row.word(Standing, "standing") or _standing(row, name),
        voting=row.flag("voting", default=True),
        from_on=row.day("from_on"),
        to_on=row.day("to_on"),
    )
    return Reading(draft)


def read_network(row: RowReader) -> Reading:
    """Read a network with the sponsors who are found on the board."""
    draft = NetworkDraft(
        name=row.line("name"),
        characteristic=row.line("characteristic"),
        state=row.word(NetworkState, "state") or NetworkState.ACTIVE,
        chair=row.line("chair"),
        meets=row.line("meets"),
        published=row.flag("published", default=False),
    )
    found = [(_sponsor(row, field), side) for field, side in _SIDES.items()]
    sponsors = (SponsorshipDraft(member=member, kind=side) for member, side in found if member)
    return Reading(draft, sponsors=tuple(sponsors))


def read_sponsorship(row: RowReader) -> Reading:
    """Read a term as sponsor; without a kind it is that of the sponsor's seat."""
    member = row.link(SponsorshipDraft, "member", needed=True)
    executive = row.around.seats.get(member) in _EXECUTIVE
    side = SponsorKind.EXECUTIVE if executive else SponsorKind.NON_EXECUTIVE
    draft = SponsorshipDraft(
        network=row.link(SponsorshipDraft, "network", needed=True),
        member=member,
        kind=row.word(SponsorKind, "kind") or side,
        appointed=row.word(Appointment, "appointed") or Appointment.NOT_SAID,
        from_on=row.day("from_on"),
        to_on=row.day("to_on"),
        achieves=row.text("achieves"),
    )
    return Reading(draft)


def read_framework_item(row: RowReader) -> Reading:
    """Read an item of a framework, such as a commitment of one's own.

    Without a framework it belongs to one that is called as the plan is.
    """
    draft = FrameworkItemDraft(
        code=row.line("code"),
        framework=row.line("framework") or row.around.plan,
        title=row.text("title"),
        source=row.line("source"),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
        checked_on=row.day("checked_on"),
        deadline=row.line("deadline"),
    )
    return Reading(draft)


def _seat(row: RowReader) -> Seat:
    """Return the kind of seat that the row names, by its own column or else by its role."""
    told = row.line("seat")
    seat = _named(told) or seat_of(told) or seat_of(row.line("role"))
    if seat is None:
        quoted = (
            f"“{shortened(told, 60)}” is no kind of seat" if told else "No kind of seat is given"
        )
        stands = f"{quoted}, so it stands as {Seat.EXECUTIVE.label.lower()}. Please check."
        labels = [seat.label for seat in Seat]
        row.say("seat-assumed", FindingLevel.WARN, stands, "seat", labels)
    return seat or Seat.EXECUTIVE


def _named(text: str) -> Seat | None:
    return next(
        (seat for seat in Seat if folded(text) in (folded(seat.value), folded(seat.label))), None
    )


def _standing(row: RowReader, name: str) -> Standing:
    return Standing.SUBSTANTIVE if name or not row.has("name") else Standing.VACANT


def _sponsor(row: RowReader, field: str) -> str:
    """Return the board member named as sponsor; words that name nobody are no finding."""
    named = read_leads(row.text(field)).lead
    return row.link(SponsorshipDraft, "member", column=field) if named else ""
