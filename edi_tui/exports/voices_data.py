"""What a status paper says of the board, of networks and of challenges, as JSON values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from edi_tui.domain.columns import row_plain
from edi_tui.domain.concerns import ageing, raised_by
from edi_tui.domain.coverage import SeatCoverage
from edi_tui.domain.rows import ChallengeRow, ConcernRow, Row
from edi_tui.domain.rules.challenges import waiting
from edi_tui.exports.challenge_section import put
from edi_tui.exports.concern_section import heard_by_network
from edi_tui.exports.waiver_section import printed
from edi_tui.services.report import StatusReport


def voices_data(report: StatusReport) -> dict[str, Any]:
    """Return the parts of a status report that are neither objectives nor actions."""
    raised = raised_by(report.now.concerns, report.as_at)
    return {
        "board": [_seat(seat) for seat in report.board.seats],
        "challenges": [_challenge(row, report) for row in put(report)],
        "concerns": [_concern(row, report) for row in raised],
        "heard": _heard(report),
        "waivers": [row_plain(row) for row in printed(report)],
    }


def _seat(seat: SeatCoverage) -> dict[str, Any]:
    return {
        "ref": seat.member.ref,
        "objectives": [row.ref for row in seat.objectives],
        "objective": seat.objective.value,
        "smart": seat.smart.value,
        "mid_year": seat.mid_year.value,
        "appraisal": seat.appraisal.value,
        "sponsorship": seat.sponsorship.value,
        "evidence": seat.evidence.value,
    }


def _challenge(row: ChallengeRow, report: StatusReport) -> dict[str, Any]:
    """Return a challenge without what became of it after the day of the report."""
    plain = _until(row, ("answered_on", "closed_on"), report.as_at)
    if _later(row.answered_on, report.as_at):
        plain["answer"] = ""
    return {**plain, "waiting": waiting(row, report.as_at)}


def _concern(row: ConcernRow, report: StatusReport) -> dict[str, Any]:
    """Return a concern without what became of it after the day of the report."""
    age = ageing(row, report.as_at)
    plain = _until(row, ("board_on", "answered_on", "fed_back_on"), report.as_at)
    if _later(row.board_on, report.as_at):
        plain["paper"] = ""
    if _later(row.answered_on, report.as_at):
        plain |= {"answer": "", "changed": ""}
    days = {"to_board": age.to_board, "to_answer": age.to_answer, "to_feedback": age.to_feedback}
    return {**plain, "state": age.state.value, "open_days": age.open_days, "days": days}


def _until(row: Row, names: Iterable[str], day: date) -> dict[str, Any]:
    """Return a row as JSON values, without those of some of its days that are later."""
    later = {name: None for name in names if _later(getattr(row, name), day)}
    return {**row_plain(row), **later}


def _later(on: date | None, day: date) -> bool:
    return on is not None and on > day


def _heard(report: StatusReport) -> list[dict[str, Any]]:
    return [
        {
            "network": network.ref,
            "on": found.on.isoformat(),
            "score": None if found.score is None else float(found.score),
            "trend": None if found.hidden else found.trend.value,
        }
        for network, found in heard_by_network(report)
    ]
