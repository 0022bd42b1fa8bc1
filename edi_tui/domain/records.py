"""What a person says of each kind of record, before it is stored.

A draft is complete in itself: frozen, comparable, and without identity. References are
written as people write them (`MEM-004`, `HIA1`) and are settled when the draft is stored.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from edi_tui.domain.due import Due
from edi_tui.domain.fields import (
    Field,
    choice,
    day,
    due,
    flag,
    line,
    names,
    number,
    prose,
    reference,
    references,
)
from edi_tui.domain.kinds import Kind
from edi_tui.domain.words import (
    Appointment,
    Attendance,
    Direction,
    EngagementKind,
    EvidenceKind,
    Level,
    NetworkState,
    OrganisationKind,
    Scope,
    Seat,
    SponsorKind,
    Standing,
    Status,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The base of all drafts."""

    KIND: ClassVar[Kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationDraft(Draft):
    """The trust or integrated care board whose register this is."""

    KIND = Kind.ORGANISATION
    name: str = line("Name", required=True)
    ods: str = line("ODS code", "The code of the Organisation Data Service, such as RX1.")
    kind: OrganisationKind = choice("Kind", OrganisationKind.TRUST)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberDraft(Draft):
    """A seat on the board or in the executive team, and who holds it."""

    KIND = Kind.MEMBER
    name: str = line("Name", "Leave empty while the seat is vacant.")
    role: str = line("Role", "The post, such as Chief People Officer.", required=True)
    seat: Seat = choice("Seat", Seat.EXECUTIVE)
    standing: Standing = choice("Standing", Standing.SUBSTANTIVE)
    voting: bool = flag("Voting", default=True)
    from_on: date | None = day("From")
    to_on: date | None = day("To")


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveDraft(Draft):
    """What a member, or the whole board, will change."""

    KIND = Kind.OBJECTIVE
    title: str = prose(
        "Objective",
        "Say what will change, for whom, from what to what, by when. For example: raise the share "
        "of ethnic minority staff in bands 8a and above from 14% to 18% by 31 March 2028.",
        required=True,
    )
    level: Level = choice(
        "Level",
        Level.CORPORATE,
        "Corporate: the organisation's. Professional: the role's. Personal: the person's own.",
    )
    scope: Scope = choice(
        "Accountable", Scope.INDIVIDUAL, "One member, or the whole board together."
    )
    owner: str = reference("Owner", Kind.MEMBER, hint="The one board member who answers for it.")
    owner_text: str = line(
        "Owner as imported",
        "The owner's words in an imported plan that match no seat.",
        typed=False,
    )
    frameworks: tuple[str, ...] = references(
        "Framework items",
        Kind.FRAMEWORK_ITEM,
        hint="Codes with semicolons between, such as HIA1; WRES7.",
    )
    start_on: date | None = day("Start")
    due: Due = due("Due", "31 March 2027, end of March 2027, or Q4 2026/27.")
    plan: str = line("Plan", "The plan it comes from.")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureDraft(Draft):
    """What is counted, from what baseline to what target."""

    KIND = Kind.MEASURE
    name: str = line(
        "Measure",
        "What is counted, such as staff in bands 8a and above who are from an ethnic minority.",
        required=True,
    )
    objective: str = reference("Objective", Kind.OBJECTIVE)
    unit: str = line("Unit", "%, percentage points, ratio, count, score, £ or days.")
    direction: Direction = choice("Should move", Direction.UP)
    baseline: Decimal | None = number("Baseline")
    baseline_on: date | None = day("Baseline date")
    target: Decimal | None = number("Target")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingDraft(Draft):
    """The value of a measure as at a date."""

    KIND = Kind.READING
    measure: str = reference("Measure", Kind.MEASURE, required=True)
    as_at: date | None = day("As at", required=True)
    group: str = line("Group", "Empty for everyone, or a group such as White or BME.")
    value: Decimal | None = number("Value")
    numerator: Decimal | None = number("Numerator")
    denominator: Decimal | None = number("Denominator")
    note: str = prose("Note")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDraft(Draft):
    """A step of an action plan; it stands alone or serves an objective."""

    KIND = Kind.ACTION
    text: str = prose("Action", "What will be done.", required=True)
    outcome: str = prose("Outcome", "What will be different when it is done.")
    due: Due = due("Due", "31 March 2027, end of March 2027, or Q4 2026/27.")
    lead: str = line("Lead", "The one post that answers for it.")
    supporting: tuple[str, ...] = names("Supporting", "Others, with semicolons between.")
    objective: str = reference("Serves objective", Kind.OBJECTIVE)
    frameworks: tuple[str, ...] = references("Framework items", Kind.FRAMEWORK_ITEM)
    plan: str = line("Plan", "The plan it comes from.")
    plan_ref: str = line("Number in the plan")


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateDraft(Draft):
    """A dated entry on how an objective or action is going; never overwritten."""

    KIND = Kind.UPDATE
    subject: str = reference("About", Kind.OBJECTIVE, Kind.ACTION, required=True)
    on: date | None = day("Date", required=True)
    status: Status = choice("Status", Status.NO_UPDATE)
    narrative: str = prose("Progress", "What has been done and what difference it made.")
    forecast_on: date | None = day("Forecast", "When you now expect it to be done.")


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceDraft(Draft):
    """A file, link or note that proves something."""

    KIND = Kind.EVIDENCE
    title: str = line("Title", required=True)
    kind: EvidenceKind = choice("Kind", EvidenceKind.DOCUMENT)
    link: str = line("Link", "An address beginning https:// where it can be read.")
    note: str = prose("Note", "What it shows. Leave out names and anything about one person.")
    dated_on: date | None = day("Dated")
    expires_on: date | None = day("Good until", "When it should be looked at again.")
    supports: tuple[str, ...] = references(
        "Supports",
        Kind.OBJECTIVE,
        Kind.ACTION,
        Kind.NETWORK,
        Kind.SPONSORSHIP,
        Kind.ENGAGEMENT,
        hint="References with semicolons between, such as OBJ-004; NET-001.",
    )
    file_name: str = line("File", typed=False)
    sha256: str = line("SHA-256", typed=False)
    size: Decimal | None = number("Size in bytes", typed=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkDraft(Draft):
    """A staff network."""

    KIND = Kind.NETWORK
    name: str = line("Name", required=True)
    characteristic: str = line("For", "The characteristic or community it serves.")
    state: NetworkState = choice("State", NetworkState.ACTIVE)
    chair: str = line("Chair", "The office, not the person: Network chair.")
    meets: str = line("Meets", "How often, such as monthly.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SponsorshipDraft(Draft):
    """A board member's term as sponsor of a network, and what it achieves."""

    KIND = Kind.SPONSORSHIP
    network: str = reference("Network", Kind.NETWORK, required=True)
    member: str = reference("Sponsor", Kind.MEMBER, required=True)
    kind: SponsorKind = choice("Kind", SponsorKind.EXECUTIVE)
    appointed: Appointment = choice("How appointed", Appointment.NOT_SAID)
    from_on: date | None = day("From")
    to_on: date | None = day("Until", "The planned end of the term.")
    ended_on: date | None = day("Ended", "When it really ended.")
    achieves: str = prose(
        "What it achieves",
        "What changes because of the sponsorship. For example: the network's three concerns about "
        "adjustments are answered by the board within 60 days.",
    )
    objective: str = reference("Serves objective", Kind.OBJECTIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class EngagementDraft(Draft):
    """Something that a sponsor did with a network."""

    KIND = Kind.ENGAGEMENT
    network: str = reference("Network", Kind.NETWORK, required=True)
    member: str = reference("Board member", Kind.MEMBER, required=True)
    on: date | None = day("Date", required=True)
    kind: EngagementKind = choice("Kind", EngagementKind.MEETING)
    attendance: Attendance = choice("Attendance", Attendance.ATTENDED)
    note: str = prose("Note")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkItemDraft(Draft):
    """One entry of a framework: a high impact action, an indicator, or an own commitment."""

    KIND = Kind.FRAMEWORK_ITEM
    code: str = line("Code", required=True)
    framework: str = line("Framework", required=True)
    title: str = prose("Title", required=True)
    source: str = line("Source")
    valid_from: date | None = day("Valid from")
    valid_to: date | None = day("Valid to")
    checked_on: date | None = day("Checked on", "Empty while the wording is unconfirmed.")


DRAFTS: dict[Kind, type[Draft]] = {
    draft.KIND: draft
    for draft in (
        OrganisationDraft,
        MemberDraft,
        ObjectiveDraft,
        MeasureDraft,
        ReadingDraft,
        ActionDraft,
        UpdateDraft,
        EvidenceDraft,
        NetworkDraft,
        SponsorshipDraft,
        EngagementDraft,
        FrameworkItemDraft,
    )
}

_FIELDS: dict[Kind, tuple[Field, ...]] = {
    kind: tuple(
        dataclasses.replace(field.metadata["spec"], name=field.name)
        for field in dataclasses.fields(draft)
    )
    for kind, draft in DRAFTS.items()
}


def fields_of(draft: type[Draft]) -> tuple[Field, ...]:
    """Return the fields of a kind of draft, in the order in which people fill them in."""
    return _FIELDS[draft.KIND]
