"""The places that list records; those with verbs of their own have a module of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import HeardScoreRow
from edi_tui.tui.screen import EdiScreen
from edi_tui.tui.screens.board import BoardScreen
from edi_tui.tui.screens.listing import Listed, Listing, WholeListing, Wish
from edi_tui.tui.screens.measures import MeasuresScreen
from edi_tui.tui.screens.objectives import ObjectivesScreen
from edi_tui.tui.screens.place import PlaceScreen
from edi_tui.tui.screens.quarters import QuartersScreen

if TYPE_CHECKING:
    from edi_tui.services.register import Register


class ActionsScreen(PlaceScreen):
    """The steps of the action plans, and what has been said of them."""

    PLACE = "actions"
    LISTS = (
        Listing(
            Kind.ACTION,
            "No actions yet. Press n to write the first, or 1 and then i to bring in a plan.",
        ),
        Listing(
            Kind.UPDATE,
            "Nothing said yet. Press u on an objective or action to say how it is going.",
        ),
    )


_HIDDEN = "–"
"""What stands in the place of a score that is not shown."""


@dataclass(frozen=True)
class HeardListing(WholeListing):
    """The heard scores, without those that so few gave that they would show single people."""

    def read(self, register: Register, wish: Wish, *, glance: bool = False) -> Listed:
        """Return what the list shows; runs in a thread."""
        from edi_tui.domain.heard import TOO_FEW

        listed = super().read(register, wish, glance=glance)
        told = {
            row.ref: {"score": (_HIDDEN, "dim")}
            for row in listed.filling.rows
            if isinstance(row, HeardScoreRow) and row.why_not
        }
        filling = replace(listed.filling, told=told)
        return replace(listed, filling=filling, note=f"{_HIDDEN} {TOO_FEW}" if told else "")


class NetworksScreen(PlaceScreen):
    """The staff networks, their sponsors, what the sponsors did, and what the networks raised."""

    PLACE = "networks"
    LISTS = (
        Listing(Kind.NETWORK, "No networks yet. Press n to add the first."),
        Listing(
            Kind.SPONSORSHIP, "No sponsorships yet. Press n to say who sponsors which network."
        ),
        Listing(
            Kind.ENGAGEMENT,
            "Nothing recorded yet. Press u on a network to record a meeting or event.",
        ),
        Listing(
            Kind.CONCERN,
            "No concerns yet. Press n to record what a network raised and what came of it.",
        ),
        HeardListing(
            Kind.HEARD_SCORE,
            "No heard scores yet. Press n to record how far a network feels heard, from 1 to 5.",
        ),
    )


class EvidenceScreen(PlaceScreen):
    """What proves it."""

    PLACE = "evidence"
    LISTS = (
        Listing(
            Kind.EVIDENCE,
            "No evidence yet. Press n here, or a on an objective, to attach the first.",
        ),
    )


SCREENS: dict[str, type[EdiScreen]] = {
    screen.PLACE: screen
    for screen in (
        ObjectivesScreen,
        ActionsScreen,
        MeasuresScreen,
        NetworksScreen,
        EvidenceScreen,
        BoardScreen,
        QuartersScreen,
    )
}
"""The screen of each place."""
