"""Publishing: every closed quarter that the public may read, as one static site."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import ObjectiveRow
from edi_tui.exports.site import Published, site_files
from edi_tui.exports.write_folder import write_folder
from edi_tui.services.closed_quarters import closings
from edi_tui.services.lists import rows_of
from edi_tui.services.public_changes import public_changes
from edi_tui.services.public_content import PublicReport
from edi_tui.services.public_report import public_report
from edi_tui.services.publishing import newest_closed, refuse_personal
from edi_tui.services.register import Register


def publish(
    register: Register, target: Path, *, acknowledged: Collection[str] = ()
) -> list[PublicReport]:
    """Write the site and return the quarters that are in it, the newest first.

    In it are the newest closed quarter, and of those before it the ones in which an objective was
    published. An objective that is no longer opted in is in none of them.

    Args:
        register: The register.
        target: The folder.
        acknowledged: References of records whose personal details may be published.

    Raises:
        NotFoundError: No quarter is closed.
        EdiError: Personal details would be published that nobody has acknowledged.
        OutputExistsError: Something is in the folder that was not published.
        ExportError: It cannot be written; what was there is as it was.
    """
    looked_at = published_quarters(register, keep=False)
    refuse_personal((one for report in looked_at for one in report.personal), acknowledged)
    reports = published_quarters(register)
    before: PublicReport | None = None
    told: list[Published] = []
    for report in reversed(reports):
        told.append(Published(report, public_changes(register, before, report) if before else None))
        before = report
    write_folder(target, site_files(told[::-1]))
    return reports


def published_quarters(register: Register, *, keep: bool = True) -> list[PublicReport]:
    """Return the closed quarters that the public may read, the newest first.

    Args:
        register: The register.
        keep: Whether they are published now, not only looked at.
    """
    newest, gone = newest_closed(register), _taken_back(register)
    reports: list[PublicReport] = []
    for quarter in sorted({one.quarter for one in closings(register)}):
        earlier = [made for report in reports for made in report.made]
        report = public_report(register, quarter, keep=keep, earlier=earlier)
        reports.append(_without(report, gone))
    return [one for one in reversed(reports) if one.objectives or one.quarter == newest]


def _taken_back(register: Register) -> set[str]:
    """Return the objectives that nobody wants published any more."""
    rows = (
        row
        for withdrawn in (False, True)
        for row in rows_of(register, Kind.OBJECTIVE, withdrawn=withdrawn)
    )
    return {row.ref for row in rows if isinstance(row, ObjectiveRow) and not row.published}


def _without(report: PublicReport, refs: Collection[str]) -> PublicReport:
    left = tuple(row for row in report.objectives if row.ref not in refs)
    gone = len(report.objectives) - len(left)
    return replace(report, objectives=left, unpublished=report.unpublished + gone)
