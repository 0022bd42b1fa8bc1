"""Rows with sensible defaults, and views of them, for tests of rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from edi_tui.domain.board_seats import counts, individual
from edi_tui.domain.progress import Computed
from edi_tui.domain.rows import (
    ActionRow,
    AppraisalRow,
    ChallengeRow,
    ConcernRow,
    EngagementRow,
    EvidenceRow,
    FrameworkRow,
    HeardScoreRow,
    MeasureRow,
    MemberRow,
    NetworkRow,
    ObjectiveRow,
    ReadingRow,
    Row,
    SponsorshipRow,
    UpdateRow,
)
from edi_tui.domain.rules.known import Known
from edi_tui.domain.rules.rule import Remark, Rule
from edi_tui.domain.rules.view import View, grouped
from edi_tui.domain.text import folded
from edi_tui.domain.words import (
    Direction,
    EvidenceKind,
    Level,
    NetworkState,
    Precision,
    Scope,
    Seat,
    SponsorKind,
    Standing,
    Status,
)
from edi_tui.reference.bank_holidays import bank_holidays
from edi_tui.reference.metrics import metrics
from edi_tui.reference.smart_words import smart_words

AS_AT = date(2026, 11, 21)
"""The day of every view: a Saturday in 2026/27 Q3."""

_OBJECTIVE = ObjectiveRow(
    ref="OBJ-001",
    version=1,
    title="Raise the share of ethnic minority staff in bands 8a and above from 14% to 18%",
    level=Level.CORPORATE,
    scope=Scope.INDIVIDUAL,
    owner="Chief People Officer",
    owner_ref="MEM-001",
    start_on=date(2026, 4, 1),
    due_on=date(2027, 3, 31),
    due_text="31 March 2027",
    due_precision=Precision.DAY,
    status=Status.ON_TRACK,
    computed=Computed(Status.ON_TRACK),
    progress="",
    updated_on=AS_AT,
    forecast_on=None,
    plan="",
)
_MEASURE = MeasureRow(
    ref="MEA-001",
    version=1,
    name="Ethnic minority staff in bands 8a and above",
    objective="OBJ-001",
    unit="%",
    direction=Direction.UP,
    baseline=Decimal(14),
    baseline_on=date(2026, 3, 31),
    target=Decimal(18),
)
_ACTION = ActionRow(
    ref="ACT-001",
    version=1,
    text="Mixed panels",
    outcome="",
    lead="Head of Recruitment",
    supporting=(),
    objective="OBJ-001",
    plan_ref="",
    due_on=date(2026, 12, 31),
    due_text="31 December 2026",
    due_precision=Precision.DAY,
    status=Status.ON_TRACK,
    computed=Computed(Status.ON_TRACK),
    progress="",
    updated_on=AS_AT,
    forecast_on=None,
    plan="",
)
_MEMBER = MemberRow(
    ref="MEM-001",
    version=1,
    name="Amara Cole",
    role="Chief People Officer",
    seat=Seat.EXECUTIVE,
    standing=Standing.SUBSTANTIVE,
    voting=True,
    from_on=None,
    to_on=None,
)
_EVIDENCE = EvidenceRow(
    ref="EVI-001",
    version=1,
    title="Workforce data",
    kind=EvidenceKind.DATA,
    file_name="",
    sha256="",
    size=None,
    link="",
    note="x",
    dated_on=None,
    expires_on=None,
    supports=("OBJ-001",),
)
_READING = ReadingRow(
    ref="REA-001",
    version=1,
    measure="Ethnic minority staff in bands 8a and above",
    measure_ref="MEA-001",
    as_at=date(2026, 3, 31),
    group="",
    value=Decimal(14),
    numerator=None,
    denominator=None,
    note="",
)
_UPDATE = UpdateRow(
    ref="UPD-001",
    version=1,
    subject="OBJ-001",
    on=date(2026, 10, 1),
    status=Status.ON_TRACK,
    narrative="",
    forecast_on=None,
)
_NETWORK = NetworkRow(
    ref="NET-001",
    version=1,
    name="Disability Network",
    characteristic="Disability",
    state=NetworkState.ACTIVE,
    chair="Network chair",
    meets="monthly",
)
_SPONSORSHIP = SponsorshipRow(
    ref="SPO-001",
    version=1,
    network="Disability Network",
    network_ref="NET-001",
    member="Chief People Officer",
    member_ref="MEM-001",
    kind=SponsorKind.EXECUTIVE,
    appointed="",
    from_on=date(2026, 4, 1),
    to_on=None,
    ended_on=None,
    achieves="",
    changed="",
    handover="",
    objective="",
)


def objective(**changes: Any) -> ObjectiveRow:
    return replace(_OBJECTIVE, **changes)


def measure(**changes: Any) -> MeasureRow:
    return replace(_MEASURE, **changes)


def action(**changes: Any) -> ActionRow:
    return replace(_ACTION, **changes)


def member(**changes: Any) -> MemberRow:
    return replace(_MEMBER, **changes)


def evidence(**changes: Any) -> EvidenceRow:
    return replace(_EVIDENCE, **changes)


def reading(**changes: Any) -> ReadingRow:
    return replace(_READING, **changes)


def update(**changes: Any) -> UpdateRow:
    return replace(_UPDATE, **changes)


def network(**changes: Any) -> NetworkRow:
    return replace(_NETWORK, **changes)


def sponsorship(**changes: Any) -> SponsorshipRow:
    return replace(_SPONSORSHIP, **changes)


def view(*rows: Row, **changes: Any) -> View:
    """Return a view of rows of any kind, with every index that it follows from."""
    objectives = _of(rows, ObjectiveRow)
    running = [row for row in objectives if not row.status.closed]
    told: dict[str, Any] = {
        "as_at": AS_AT,
        "known": Known(words=smart_words(), metrics=metrics(), bank_holidays=bank_holidays()),
        "members": {row.ref: row for row in _of(rows, MemberRow)},
        "objectives": {row.ref: row for row in objectives},
        "networks": {row.ref: row for row in _of(rows, NetworkRow)},
        "actions": _of(rows, ActionRow),
        "measures": _of(rows, MeasureRow),
        "evidence": _of(rows, EvidenceRow),
        "sponsorships": _of(rows, SponsorshipRow),
        "measures_of": grouped(_of(rows, MeasureRow), "objective"),
        "readings_of": grouped(_of(rows, ReadingRow), "measure_ref"),
        "actions_of": grouped(_of(rows, ActionRow), "objective"),
        "evidence_of": grouped(_of(rows, EvidenceRow), "supports"),
        "terms_of": grouped(_of(rows, SponsorshipRow), "network_ref", "objective"),
        "concerns": _of(rows, ConcernRow),
        "challenges": _of(rows, ChallengeRow),
        "frameworks": _of(rows, FrameworkRow),
        "engagements_of": grouped(_of(rows, EngagementRow), "network_ref"),
        "heard_of": grouped(_of(rows, HeardScoreRow), "network_ref"),
        "appraisals_of": grouped(_of(rows, AppraisalRow), "member_ref"),
        "objectives_of": grouped(filter(individual, filter(counts, objectives)), "owner_ref"),
        "collective": [row for row in objectives if counts(row) and not individual(row)],
        "same_title": {
            row.ref: [each for each in running if folded(each.title) == folded(row.title)]
            for row in running
        },
    }
    return View(**(told | changes))


def remarks(rule: Rule[Any], row: Row, seen: View) -> list[Remark]:
    """Return what a rule remarks on a row, nothing where it does not look at it."""
    return list(rule.judge(row, seen)) if rule.looks_at(row) else []


def says(rule: Rule[Any], row: Row, seen: View) -> list[str]:
    """Return which sentences a rule says of a row."""
    return [remark.says for remark in remarks(rule, row, seen)]


def said(rule: Rule[Any], row: Row, seen: View) -> Remark:
    """Return the only remark of a rule on a row."""
    (remark,) = remarks(rule, row, seen)
    return remark


def _of(rows: Iterable[Row], sort: type[Any]) -> list[Any]:
    return [row for row in rows if isinstance(row, sort)]
