"""How rows are written out: as JSON values, and as columns of text for people.

Tables in the terminal, lists of the commands, spreadsheets and papers share these columns.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from edi_tui.domain.column import Column
from edi_tui.domain.due import format_date
from edi_tui.domain.kinds import Kind
from edi_tui.domain.progress import Computed
from edi_tui.domain.rows import DeliveryRow, HeardScoreRow, Row
from edi_tui.domain.words import Status, Word

_REF = Column("ref", "Ref", 8)
_DUE = Column("due", "Due", 12)
_STATUS = Column("status", "Status", 13)

COLUMNS: dict[Kind, tuple[Column, ...]] = {
    Kind.OBJECTIVE: (
        _REF,
        Column("title", "Objective"),
        Column("owner", "Owner", 18),
        Column("hia", "HIA", 6),
        _DUE,
        _STATUS,
    ),
    Kind.ACTION: (_REF, Column("text", "Action"), Column("lead", "Lead", 18), _DUE, _STATUS),
    Kind.MEASURE: (
        _REF,
        Column("name", "Measure"),
        Column("unit", "Unit", 8),
        Column("baseline", "Baseline", 9, right=True),
        Column("latest", "Latest", 9, right=True),
        Column("target", "Target", 9, right=True),
        Column("latest_on", "As at", 12),
    ),
    Kind.READING: (
        _REF,
        Column("measure", "Measure"),
        Column("group", "Group", 12),
        Column("as_at", "As at", 12),
        Column("value", "Value", 9, right=True),
        Column("numerator", "Number", 9, right=True),
        Column("denominator", "Out of", 9, right=True),
    ),
    Kind.UPDATE: (
        _REF,
        Column("subject", "About", 8),
        Column("on", "Date", 12),
        _STATUS,
        Column("narrative", "Progress"),
    ),
    Kind.NETWORK: (
        _REF,
        Column("name", "Network"),
        Column("executive_sponsor", "Executive", 16),
        Column("non_executive_sponsor", "Non-executive", 16),
        Column("state", "State", 8),
    ),
    Kind.SPONSORSHIP: (
        _REF,
        Column("member", "Sponsor", 16),
        Column("network", "Network", 16),
        Column("kind", "Kind", 21),
        Column("from_on", "From", 12),
        Column("ended_on", "Ended", 12),
        Column("achieves", "What it achieves"),
    ),
    Kind.ENGAGEMENT: (
        _REF,
        Column("on", "Date", 12),
        Column("network", "Network", 24),
        Column("kind", "Kind", 18),
        Column("member", "Board member"),
        Column("attendance", "Attendance", 11),
    ),
    Kind.EVIDENCE: (
        _REF,
        Column("title", "Evidence"),
        Column("kind", "Kind", 20),
        Column("supports", "Supports", 18),
        Column("dated_on", "Dated", 12),
    ),
    Kind.MEMBER: (
        _REF,
        Column("role", "Seat"),
        Column("holder", "Held by", 26),
        Column("objectives", "Objectives", 10, right=True),
        Column("sponsors", "Sponsors", 24),
    ),
    Kind.CONCERN: (
        _REF,
        Column("network", "Network", 24),
        Column("text", "You said"),
        Column("raised_on", "Raised", 12),
        Column("board_on", "Board", 12),
        Column("answered_on", "Answered", 12),
        Column("fed_back_on", "Fed back", 12),
    ),
    Kind.HEARD_SCORE: (
        _REF,
        Column("network", "Network"),
        Column("on", "Date", 12),
        Column("score", "Score", 6, right=True),
        Column("people", "People", 6, right=True),
        Column("heard_from", "Asked of", 14),
    ),
    Kind.CHALLENGE: (
        _REF,
        Column("question", "Question"),
        Column("asker", "Asked by", 22),
        Column("answer_by", "Answer due", 12),
        Column("answered_on", "Answered", 12),
        Column("closed_on", "Closed", 12),
    ),
    Kind.APPRAISAL: (
        _REF,
        Column("member", "Board member"),
        Column("year", "Year", 8),
        Column("objective", "Objective", 9),
        Column("mid_year_on", "Mid-year", 12),
        Column("appraised_on", "Appraised", 12),
        Column("outcome", "Outcome", 16),
    ),
    Kind.WAIVER: (
        _REF,
        Column("rule", "Rule", 6),
        Column("subject", "Record", 8),
        Column("reason", "Reason"),
    ),
    Kind.COMMITMENT: (
        _REF,
        Column("text", "Words"),
        Column("statement", "Statement", 24),
        Column("state", "State", 14),
    ),
    Kind.FRAMEWORK_ITEM: (
        Column("code", "Code", 10),
        Column("title", "Title"),
        Column("objectives", "Objectives", 10, right=True),
        Column("actions", "Actions", 8, right=True),
    ),
}
"""The columns of each list, in order; a list has at most one of width 0."""

_UPDATED = Column("updated_on", "Last update", 12)
_PROOF = Column("assurance", "Proof", 14)
MORE: dict[Kind, tuple[Column, ...]] = {
    Kind.OBJECTIVE: (
        Column("latest", "Latest", 8, right=True),
        Column("target", "Target", 8, right=True),
        _UPDATED,
        _PROOF,
        Column("forecast_on", "Forecast", 12),
    ),
    Kind.ACTION: (_UPDATED, Column("objective", "Serves", 8), Column("outcome", "Outcome", 30)),
    Kind.MEASURE: (
        Column("objective", "Objective", 9),
        Column("baseline_on", "Baseline as at", 14),
        Column("target_on", "Target by", 12),
    ),
}
"""Columns that a wide window shows beside those of the list."""


def cell(row: Row, name: str) -> str:
    """Return the words for one attribute of a row, as people read them."""
    if name == "due" and isinstance(row, DeliveryRow):
        return format_date(row.due_on) if row.due_on else row.due_text
    if name == "status" and isinstance(row, DeliveryRow):
        return status_words(row.computed.status)
    if name == "score" and isinstance(row, HeardScoreRow) and row.why_not:
        return row.why_not
    value = getattr(row, name)
    return status_words(value) if isinstance(value, Status) else words(value)


def headline(row: Row) -> str:
    """Return the words that people know a record by."""
    return cell(row, COLUMNS[row.KIND][1].name)


def status_words(status: Status) -> str:
    """Return a status as it is always shown: its letter and its words, `A At risk`."""
    return f"{status.letter} {status.label}"


def words(value: Any) -> str:
    """Return the words for any value of a row."""
    if value is None:
        return ""
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Word):
        return value.label
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return "; ".join(map(words, value)) if isinstance(value, tuple) else str(value)


def row_plain(row: Row) -> dict[str, Any]:
    """Return a row as JSON values: ISO dates, codes for words, numbers as numbers."""
    plain: dict[str, Any] = {}
    for field in dataclasses.fields(row):
        value = getattr(row, field.name)
        plain |= _computed(value) if isinstance(value, Computed) else {field.name: _json(value)}
    if isinstance(row, DeliveryRow):
        plain["hia"] = row.hia
    return plain


def _computed(value: Computed) -> dict[str, Any]:
    return {
        "computed_status": value.status.value,
        "computed_reason": value.reason,
        "overdue_days": value.overdue_days,
        "stale": value.stale,
    }


def number_plain(value: Decimal) -> int | float:
    """Return a number as JSON has it: whole where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


_JSON: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (Word, lambda value: value.value),
    (date, lambda value: value.isoformat()),
    (Decimal, number_plain),
    (tuple, lambda value: [_json(item) for item in value]),
)


def _json(value: Any) -> Any:
    return next((write(value) for kind, write in _JSON if isinstance(value, kind)), value)
