"""What each staff network said and what was done, for the network itself."""

from __future__ import annotations

from edi_tui.domain.concerns import ConcernState, ageing, raised_by
from edi_tui.domain.rows import ConcernRow, NetworkRow
from edi_tui.exports.captions import caption
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.wording import on, said
from edi_tui.services.report import StatusReport


def said_sections(report: StatusReport) -> tuple[Section, ...]:
    """Return a section for each network, with what it raised up to the day of the report."""
    raised = raised_by(report.now.concerns, report.as_at)
    taken: set[str] = set()
    found = tuple(
        _network(report, row, [one for one in raised if one.network_ref == row.ref], taken)
        for row in report.now.networks
    )
    return found or (Section("No networks", ("The register knows no staff network.",)),)


def _network(
    report: StatusReport, network: NetworkRow, raised: list[ConcernRow], taken: set[str]
) -> Section:
    columns = tuple(map(Column, ("Raised", "You said", "We did", "Where it stands")))
    rows = tuple(_row(report, row) for row in raised)
    empty = "You have raised nothing that the register knows of."
    named = caption("Raised by", network.name, taken)
    return Section(network.name, (), (Table(named, columns, rows, empty),))


def _row(report: StatusReport, row: ConcernRow) -> tuple[str, ...]:
    state = ageing(row, report.as_at).state
    answered = state in (ConcernState.ANSWERED, ConcernState.LOOP_CLOSED)
    did = said(row.changed or row.answer) if answered else "Not answered yet"
    return on(row.raised_on), row.text, did, state.label
