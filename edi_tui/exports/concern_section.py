"""The section of a status paper about what networks raised, and how far they feel heard."""

from __future__ import annotations

from collections.abc import Sequence

from edi_tui.domain.columns import words
from edi_tui.domain.concerns import Ageing, ConcernState, ageing, loops, raised_by
from edi_tui.domain.heard import TOO_FEW, Heard, heard
from edi_tui.domain.rows import ConcernRow, HeardScoreRow, NetworkRow
from edi_tui.domain.thresholds import thresholds_of
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.wording import number_of, on, said, sentence
from edi_tui.services.report import StatusReport


def concern_section(report: StatusReport) -> Section:
    """Return what networks raised and what was done, and whether they feel heard."""
    raised = raised_by(report.now.concerns, report.as_at)
    aged = [(row, ageing(row, report.as_at)) for row in raised]
    closed = [pair for pair in aged if pair[1].state is ConcernState.LOOP_CLOSED]
    waiting = [pair for pair in aged if pair[1].state is not ConcernState.LOOP_CLOSED]
    return Section(
        "You said, we did", (_summary(report),), (_done(closed), _open(waiting), _heard(report))
    )


def _summary(report: StatusReport) -> str:
    found = loops(report.now.concerns, report.as_at)
    if found.share_closed is None:
        return "Staff networks have raised no concerns that the register knows of."
    text = (
        f"Staff networks have raised {number_of(found.raised, 'concern')}; the loop is closed for "
        f"{found.closed} of them ({float(found.share_closed):.0%})."
    )
    if found.median_answer is not None:
        text += f" Half of the answers came within {_days(found.median_answer)}."
    return text


def _days(days: float) -> str:
    return f"{days:g} day{'s' * (days != 1)}"


def _done(closed: Sequence[tuple[ConcernRow, Ageing]]) -> Table:
    columns = ("Ref", "Network", "You said", "We did", "Raised", "Answered", "Network told")
    return Table(
        "Concerns closed",
        (*map(Column, columns), Column("Days", right=True)),
        tuple(
            (
                row.ref,
                row.network,
                row.text,
                said(row.changed or row.answer),
                on(row.raised_on),
                on(row.answered_on),
                on(row.fed_back_on),
                str(age.open_days),
            )
            for row, age in closed
        ),
        "No concern has come back to its network yet.",
    )


def _open(waiting: Sequence[tuple[ConcernRow, Ageing]]) -> Table:
    columns = ("Ref", "Network", "You said", "Theme", "Raised", "Taken to", "Where it stands")
    return Table(
        "Concerns still open",
        (*map(Column, columns), Column("Days open", right=True)),
        tuple(
            (
                row.ref,
                row.network,
                row.text,
                row.theme,
                on(row.raised_on),
                row.escalated_to.label,
                age.state.label,
                str(age.open_days),
            )
            for row, age in waiting
        ),
        "No concern is open.",
    )


def _heard(report: StatusReport) -> Table:
    columns = ("Network", "Asked", "Asked of", "Score of 5", "Time before", "A year ago", "Trend")
    return Table(
        "How far networks feel heard",
        tuple(map(Column, columns)),
        tuple(_score(row.name, found) for row, found in heard_by_network(report)),
        "No network has been asked how far it feels heard.",
    )


def heard_by_network(report: StatusReport) -> list[tuple[NetworkRow, Heard]]:
    """Return how far each network that was asked felt heard at the day of the report."""
    least = thresholds_of(report.now.organisation).heard_people
    found = ((row, heard(_scores(report, row.ref), least)) for row in report.now.networks)
    return [(row, score) for row, score in found if score]


def _scores(report: StatusReport, network: str) -> list[HeardScoreRow]:
    return [
        row
        for row in report.now.heard_scores
        if row.network_ref == network and row.on <= report.as_at
    ]


def _score(network: str, found: Heard) -> tuple[str, ...]:
    return (
        network,
        on(found.on),
        found.heard_from.label,
        sentence(TOO_FEW) if found.hidden else words(found.score),
        said(words(found.before)),
        said(words(found.year_ago)),
        "Not shown" if found.hidden else found.trend.label,
    )
