"""The places that list records, each in a few lines."""

from __future__ import annotations

from typing import ClassVar

from edi_tui.domain.kinds import Kind
from edi_tui.tui.screens.place import PlaceScreen

_IMPORT = "or leave the program and bring in a plan with “edi-tui import PLAN.docx”"


class ObjectivesScreen(PlaceScreen):
    """What the board will change."""

    PLACE = "objectives"
    KINDS = (Kind.OBJECTIVE,)
    EMPTY: ClassVar[dict[Kind, str]] = {
        Kind.OBJECTIVE: f"No objectives yet. Press n to write the first, {_IMPORT}."
    }


class ActionsScreen(PlaceScreen):
    """The steps of the action plans, and what has been said of them."""

    PLACE = "actions"
    KINDS = (Kind.ACTION, Kind.UPDATE)
    EMPTY: ClassVar[dict[Kind, str]] = {
        Kind.ACTION: f"No actions yet. Press n to write the first, {_IMPORT}.",
        Kind.UPDATE: "Nothing said yet. Press u on an objective or action to say how it is going.",
    }


class MeasuresScreen(PlaceScreen):
    """What is counted, and the readings."""

    PLACE = "measures"
    KINDS = (Kind.MEASURE, Kind.READING)
    EMPTY: ClassVar[dict[Kind, str]] = {
        Kind.MEASURE: "No measures yet. Press n to say what will be counted, from what to what.",
        Kind.READING: "No readings yet. Press u on a measure to enter its value as at a date.",
    }


class NetworksScreen(PlaceScreen):
    """The staff networks, their sponsors, and what the sponsors did."""

    PLACE = "networks"
    KINDS = (Kind.NETWORK, Kind.SPONSORSHIP, Kind.ENGAGEMENT)
    EMPTY: ClassVar[dict[Kind, str]] = {
        Kind.NETWORK: "No networks yet. Press n to add the first.",
        Kind.SPONSORSHIP: "No sponsorships yet. Press n to say who sponsors which network.",
        Kind.ENGAGEMENT: "Nothing recorded yet. Press u on a network to record a meeting or event.",
    }


class EvidenceScreen(PlaceScreen):
    """What proves it."""

    PLACE = "evidence"
    KINDS = (Kind.EVIDENCE,)
    EMPTY: ClassVar[dict[Kind, str]] = {
        Kind.EVIDENCE: "No evidence yet. Press n here, or a on an objective, to attach the first."
    }


class BoardScreen(PlaceScreen):
    """The seats of the board, and the frameworks it answers to."""

    PLACE = "board"
    KINDS = (Kind.MEMBER, Kind.FRAMEWORK_ITEM)
    EMPTY: ClassVar[dict[Kind, str]] = {
        Kind.MEMBER: "No seats yet. Press n to add the first, or import a list of the board with "
        "“edi-tui import BOARD.csv --as members”."
    }


SCREENS: dict[str, type[PlaceScreen]] = {
    screen.PLACE: screen
    for screen in (
        ObjectivesScreen,
        ActionsScreen,
        MeasuresScreen,
        NetworksScreen,
        EvidenceScreen,
        BoardScreen,
    )
}
"""The screen of each place."""
