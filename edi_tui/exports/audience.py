"""What papers for a committee, a board and the public have differently."""

from __future__ import annotations

from edi_tui.domain.words import Audience
from edi_tui.exports.errors import ExportError
from edi_tui.services.names import with_names, without_names
from edi_tui.services.report import StatusReport

_WORDS = {
    Audience.COMMITTEE: "For the committee, not for publication",
    Audience.BOARD: "For the board, not for publication",
    Audience.PUBLIC: "For all staff and the public",
}


def for_whom(audience: Audience) -> str:
    """Return the line that says whom a paper is for."""
    return _WORDS[audience]


def read_by(report: StatusReport, audience: Audience) -> StatusReport:
    """Return a report as a committee or a board reads it: with names, or with roles alone.

    Raises:
        ExportError: It is for the public, which reads a `public_report` and nothing else.
    """
    if audience is Audience.PUBLIC:
        raise ExportError("What the public reads is made from a public report alone.")
    return with_names(report) if audience is Audience.COMMITTEE else without_names(report)
