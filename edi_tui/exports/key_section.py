"""The section of a status paper that explains its words and its rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from edi_tui.domain.columns import status_words, words
from edi_tui.domain.records import OrganisationDraft, fields_of
from edi_tui.domain.thresholds import Thresholds, thresholds_of
from edi_tui.domain.ways import is_way
from edi_tui.domain.words import Assurance, Audience, Status
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.wording import NONE, listed, number_of
from edi_tui.services.report import StatusReport

_MEANINGS = {
    Status.NOT_STARTED: "Work has not begun, and it is not due yet.",
    Status.ON_TRACK: "It is expected to be done by its due date.",
    Status.AT_RISK: "It may not be done by its due date, or is forecast for later.",
    Status.OFF_TRACK: "It will not be done by its due date, or that date has passed.",
    Status.COMPLETE: "It is done.",
    Status.EMBEDDED: "It is done and has become part of everyday work.",
    Status.ON_HOLD: "Work is paused by decision.",
    Status.CLOSED_NOT_MET: "Work has ended without achieving it.",
    Status.CARRIED_OVER: "It goes on as a new record in a later year.",
    Status.SUPERSEDED: "Another record has taken its place.",
    Status.WITHDRAWN: "It is no longer pursued.",
    Status.NO_UPDATE: "Nobody has reported on it, or not recently enough to rely on.",
}

_PROOF = {
    Assurance.NONE: "Nobody has said how it stands.",
    Assurance.ASSERTED: "Somebody has said how it stands; nothing proves it.",
    Assurance.EVIDENCED: "Evidence of it is in the register, and has not run out.",
    Assurance.VERIFIED: "Another office than those who did it has checked the evidence.",
    Assurance.INDEPENDENT: "Somebody who stands outside has checked the evidence.",
}

_RULES = (
    "Status is given in words. The letter before them is that of the BRAG scale: B blue, G green, "
    "A amber, R red, and a dash where that scale has no letter.",
    "Status is worked out as at the date of this paper, beginning with what was last declared. "
    "What is past its due date and not closed is off track. What is forecast later than it is due "
    "is at risk. What was declared on track or not started, with no update since the quarter "
    "before began, counts as no update: silence is never taken for progress. Where the status "
    "worked out differs from the one declared, both are shown with the reason.",
    "The quarter before is counted from the same records, by what had been reported when it "
    "ended. Evidence is counted as it stood when this paper was made.",
    "Direction is better or worse where the letter of the status is another than it was. What was "
    "not there is new, and what nobody had reported on has its first report; a status without a "
    "letter compares with nothing but itself, and silence is neither better nor worse.",
    f"{NONE} in a table means that the register holds nothing there.",
)
_VERSIONS = {
    Audience.COMMITTEE: "This version is for the committee: nothing is left out and no small "
    "numbers are suppressed. Owners and sponsors are given by role and name. Do not publish it as "
    "it is.",
    Audience.BOARD: "This version is for the board: nothing is left out and no small numbers are "
    "suppressed. Owners and sponsors are given by role. Do not publish it as it is.",
}


def key_section(report: StatusReport, audience: Audience) -> Section:
    """Return what every status means, how it is worked out, by which rules and thresholds."""
    return Section(
        "Key",
        (*_RULES, _VERSIONS[audience], versions_told(report.rules)),
        (status_table(), _assurance_table(), _thresholds(report.now.organisation)),
    )


def _assurance_table() -> Table:
    """Return what each word for the proof of an objective means."""
    return Table(
        "Assurance words",
        (Column("Assurance"), Column("What it means")),
        tuple((word.label, _PROOF[word]) for word in Assurance),
        "",
    )


def versions_told(rules: Mapping[str, int]) -> str:
    """Return by which versions of the rules a report was judged: the usual one, then the others."""
    ways = {name: number for name, number in rules.items() if is_way(name)}
    judged = {name: number for name, number in rules.items() if name not in ways}
    usual, count, others = _versions(judged)
    told = f"Judged by version {usual} of {number_of(count, 'rule')}"
    text = f"{told}, and by {listed(others)}." if others else f"{told}."
    if ways:
        usual, _, others = _versions(ways)
        told = f"Statuses and other results are worked out by version {usual} of each method"
        text += f" {told}, but of {listed(others)}." if others else f" {told}."
    return text


def _versions(numbers: Mapping[str, int]) -> tuple[int, int, list[str]]:
    """Return the usual version, how many are of it, and the others in words."""
    ((usual, count),) = Counter(numbers.values()).most_common(1)
    others = [f"{name} version {number}" for name, number in numbers.items() if number != usual]
    return usual, count, others


def _thresholds(organisation: OrganisationDraft) -> Table:
    """Return from which number on rules speak; when papers are due judges nothing."""
    numbers, usual = thresholds_of(organisation), Thresholds()
    return Table(
        "Thresholds",
        (Column("Threshold"), Column("Here", right=True), Column("Usual", right=True)),
        tuple(
            (field.label, *(words(getattr(each, field.name)) for each in (numbers, usual)))
            for field in fields_of(OrganisationDraft)
            if field.name in Thresholds.__slots__ and field.name != "paper_days"
        ),
        "",
    )


def status_table() -> Table:
    """Return what each status means."""
    return Table(
        "Status words",
        (Column("Status", status=True), Column("What it means")),
        tuple((status_words(status), _MEANINGS[status]) for status in Status),
        "",
    )
