"""What a person says of objectives, measures, actions and their progress."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from edi_tui.domain.draft import Draft
from edi_tui.domain.due import Due
from edi_tui.domain.fields import (
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
    sentence,
)
from edi_tui.domain.kinds import Kind
from edi_tui.domain.words import Direction, Level, Scope, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveDraft(Draft):
    """What a member, or the whole board, will change."""

    KIND = Kind.OBJECTIVE
    title: str = sentence(
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
    done: str = prose(
        "Done means",
        "What will be true when it is complete. For example: the March 2028 figure is 18% or more "
        "and the People Committee has seen it.",
    )
    proof: tuple[str, ...] = names(
        "Proof", "The kinds of evidence that will prove it: organisational data; minutes or paper."
    )
    resources: str = prose(
        "Resources", "People, money and others it depends on; write none where it needs nothing."
    )
    baf: str = line("BAF risk", "The risk of the board assurance framework, such as SR4.")
    review_on: date | None = day("Next review", "Within a quarter.")
    follows: str = reference(
        "Carries on from", Kind.OBJECTIVE, hint="Last year's objective, where it is carried over."
    )
    agreed_on: date | None = day("Agreed", typed=False)
    plan: str = line("Plan", "The plan it comes from.")
    published: bool = flag("Published", "Whether all staff and the public may read of it.")
    summary: str = prose(
        "Public summary",
        "What it means in plain English, for all staff and the public. For example: more of our "
        "senior managers will come from an ethnic minority, as our staff and patients do.",
    )


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
    metric: str = reference(
        "Metric", Kind.FRAMEWORK_ITEM, hint="The code of a national metric, such as WRES1 or HIA2d."
    )
    unit: str = line("Unit", "%, percentage points, ratio, count, score, £ or days.")
    direction: Direction = choice("Should move", Direction.UP)
    baseline: Decimal | None = number("Baseline")
    baseline_on: date | None = day("Baseline date")
    target: Decimal | None = number("Target")
    target_on: date | None = day("Target by", "Empty where it is the objective's due date.")
    posts: Decimal | None = number("Posts", "How many posts there are, for a share of staff.")
    turnover: Decimal | None = number(
        "Turnover (% a year)", "How many of the posts fall free in a year, in %."
    )
    hires: Decimal | None = number(
        "Appointments so far (%)", "The group's share of appointments in the last years."
    )


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
    text: str = sentence("Action", "What will be done.", required=True)
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
    reason: str = prose(
        "Reason",
        "Why the status is better than the dates, figures and evidence say; it is printed.",
    )
