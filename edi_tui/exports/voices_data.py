"""What a status paper says of the board, of networks and of challenges, as JSON values."""

from __future__ import annotations

from typing import Any

from edi_tui.domain.columns import row_plain
from edi_tui.domain.concerns import ageing, raised_by
from edi_tui.domain.coverage import SeatCoverage
from edi_tui.domain.rows import ChallengeRow, ConcernRow
from edi_tui.domain.rules.challenges import waiting
from edi_tui.exports.challenge_section import put
from edi_tui.exports.concern_section import heard_by_network
from edi_tui.exports.coverage_section import appraisal_held
from edi_tui.services.report import StatusReport


def voices_data(report: StatusReport) -> dict[str, Any]:
    """Return the parts of a status report that are neither objectives nor actions."""
    raised = raised_by(report.now.concerns, report.as_at)
    return {
        "board": [_seat(seat) for seat in report.board.seats],
        "challenges": [_challenge(row, report) for row in put(report)],
        "concerns": [_concern(row, report) for row in raised],
        "heard": _heard(report),
        "waivers": [row_plain(row) for row in report.now.waivers],
    }


def _seat(seat: SeatCoverage) -> dict[str, Any]:
    return {
        "ref": seat.member.ref,
        "objectives": [row.ref for row in seat.objectives],
        "objective": seat.objective.value,
        "smart": seat.smart.value,
        "mid_year": seat.mid_year.value,
        "appraisal_held": appraisal_held(seat).value,
        "sponsorship": seat.sponsorship.value,
        "evidence": seat.evidence.value,
    }


def _challenge(row: ChallengeRow, report: StatusReport) -> dict[str, Any]:
    later = {"answer": "", "answered_on": None, "closed_on": None}
    open_yet = waiting(row, report.as_at)
    return {**row_plain(row), **(later if open_yet else {}), "waiting": open_yet}


def _concern(row: ConcernRow, report: StatusReport) -> dict[str, Any]:
    """Return a concern without what became of it after the day of the report."""
    age, plain = ageing(row, report.as_at), row_plain(row)
    for name in ("board_on", "answered_on", "fed_back_on"):
        on = getattr(row, name)
        if on and on > report.as_at:
            plain[name] = None
    if age.answered_within is None:
        plain["answer"] = ""
    days = {"to_board": age.to_board, "to_answer": age.to_answer, "to_feedback": age.to_feedback}
    return {**plain, "state": age.state.value, "open_days": age.open_days, "days": days}


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
