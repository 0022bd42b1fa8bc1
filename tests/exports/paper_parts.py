"""The parts of a status paper that tests look into."""

from __future__ import annotations

from edi_tui.domain.words import Audience
from edi_tui.exports.paper import Section, Table
from edi_tui.exports.status_paper import status_paper
from edi_tui.services.report import StatusReport


def table_of(report: StatusReport, caption: str) -> Table:
    (table,) = (
        table for table in status_paper(report, Audience.BOARD).tables if table.caption == caption
    )
    return table


def column(table: Table, heading: str) -> list[str]:
    place = [column.heading for column in table.columns].index(heading)
    return [row[place] for row in table.rows]


def section_of(report: StatusReport, heading: str) -> Section:
    (section,) = (
        part for part in status_paper(report, Audience.BOARD).sections if part.heading == heading
    )
    return section
