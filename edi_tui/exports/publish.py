"""Publishing: every closed quarter that the public may read, as one static site or as a paper."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path

from edi_tui.domain.quarters import Quarter
from edi_tui.exports.export import public_bytes
from edi_tui.exports.site import Published, site_files
from edi_tui.exports.write import refuse_register
from edi_tui.exports.write_folder import write_folder
from edi_tui.services.closed_quarters import head_now
from edi_tui.services.public_changes import public_changes
from edi_tui.services.public_content import PublicReport
from edi_tui.services.public_report import public_report, snapshot_report
from edi_tui.services.publishing import keep, refuse_unseen, standing_closings
from edi_tui.services.register import Register
from edi_tui.services.small_numbers import known_decisions


def publish(
    register: Register, target: Path, *, acknowledged: Collection[str] = ()
) -> list[PublicReport]:
    """Write the site and return the quarters that are in it, the newest first.

    In it are the newest closed quarter, and of those before it the ones in which an objective was
    published. An objective that is no longer opted in is in none of them. What is published is
    kept in the register once the pages lie ready, and then they are put in their place.

    Args:
        register: The register.
        target: The folder.
        acknowledged: References of records whose personal details or bare numbers may be published.

    Raises:
        NotFoundError: No quarter is closed.
        UnseenError: Something would be published that nobody has acknowledged.
        OutputExistsError: Something is in the folder that was not published, or it is the register.
        ExportError: It cannot be written; what was there is as it was.
    """
    refuse_register(register, target)
    head = head_now(register)
    reports = published_quarters(register, head.seq)
    refuse_unseen(reports, acknowledged)
    files = site_files(told_quarters(register, reports), str(head))
    write_folder(target, files, before=partial(keep, register, reports))
    return reports


def public_file(
    register: Register,
    quarter: Quarter,
    file_format: str,
    *,
    template: bytes | None = None,
    acknowledged: Collection[str] = (),
) -> tuple[bytes, PublicReport]:
    """Return the paper of a quarter for the public, and what is to be kept of its being given.

    Raises:
        NotFoundError: The quarter is not closed.
        UnseenError: Something would be published that nobody has acknowledged.
        ExportError: The format cannot hold a text, or the template lacks a style.
    """
    report = public_report(register, quarter)
    refuse_unseen([report], acknowledged)
    data = public_bytes(report, file_format, template=template)
    return data, report


def published_quarters(register: Register, until: int | None = None) -> list[PublicReport]:
    """Return the closed quarters that the public may read, the newest first.

    Args:
        register: The register.
        until: The last entry of the change log that counts; all of them without it.

    Raises:
        NotFoundError: No quarter was closed by then.
        CorruptError: What was frozen, or published, has been changed since.
    """
    standing, known = standing_closings(register, until), known_decisions(register)
    reports: list[PublicReport] = []
    for _, closing in sorted(standing.items()):
        new = [one for one in reports if one.closing.number not in one.known]
        earlier = [made for report in new for made in report.made]
        reports.append(snapshot_report(register, closing, known, earlier, until))
    newest = max(standing)
    return [one for one in reversed(reports) if one.objectives or one.quarter == newest]


def told_quarters(register: Register, reports: Sequence[PublicReport]) -> list[Published]:
    """Return reports, the newest first, with what changed in each."""
    before: PublicReport | None = None
    told: list[Published] = []
    for report in reversed(reports):
        told.append(Published(report, public_changes(register, before, report) if before else None))
        before = report
    return told[::-1]
