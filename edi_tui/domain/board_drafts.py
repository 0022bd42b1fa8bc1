"""What a person says of the organisation and its board."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from edi_tui.domain.draft import Draft
from edi_tui.domain.fields import choice, day, flag, line, names, number, prose, reference
from edi_tui.domain.kinds import Kind
from edi_tui.domain.words import AppraisalOutcome, OrganisationKind, Seat, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationDraft(Draft):
    """The trust or integrated care board whose register this is."""

    KIND = Kind.ORGANISATION
    name: str = line("Name", required=True)
    ods: str = line("ODS code", "The code of the Organisation Data Service, such as RX1.")
    kind: OrganisationKind = choice("Kind", OrganisationKind.TRUST)
    sponsor_gap_days: Decimal | None = number(
        "Sponsor missing (days)", "How long a network may be without a sponsor; empty for 30."
    )
    concern_days: Decimal | None = number(
        "Concern open (days)", "How long a concern may wait for its answer; empty for 60."
    )
    heard_people: Decimal | None = number(
        "Heard score from (people)",
        "With fewer answers than this a heard score is not shown; empty for 10.",
    )
    moves: Decimal | None = number(
        "Due date moved (times)", "From how many moves on it is drift; empty for 3."
    )
    tolerance: Decimal | None = number(
        "Behind the path (%)",
        "How far behind the path to target is still on it, in % of the way; empty for 10.",
    )
    stretch: Decimal | None = number(
        "Appointments, times the usual",
        "From which multiple of the share so far a goal is a stretch; empty for 1.5.",
    )
    meetings: tuple[str, ...] = names(
        "Board meetings", "Days with semicolons between, such as 26 November 2026; 28 January 2027."
    )
    paper_days: Decimal | None = number(
        "Papers due (working days)", "How many working days before a meeting; empty for 5."
    )
    suppress_below: Decimal | None = number(
        "Hide numbers below",
        "In papers for the public, counts of people below this are hidden; empty for 10.",
    )
    cover_sheet: str = prose("Cover sheet", "Its fields, as TOML.", typed=False)


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
class AppraisalDraft(Draft):
    """A member's yearly assessment against an objective; confidential."""

    KIND = Kind.APPRAISAL
    member: str = reference("Board member", Kind.MEMBER, required=True)
    year: str = line("Year", "The financial year, such as 2026/27.", required=True)
    objective: str = reference("Objective", Kind.OBJECTIVE)
    mid_year_on: date | None = day("Mid-year review")
    appraised_on: date | None = day("Appraised")
    appraiser: str = line("Appraiser", "The office, such as Chair.")
    outcome: AppraisalOutcome = choice("Outcome", AppraisalOutcome.NOT_ASSESSED)
    submitted_on: date | None = day("Submitted", "When it went to NHS England, where it must.")
    note: str = prose("Note", "Confidential; it is in no paper.")
