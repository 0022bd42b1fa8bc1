"""What a site for all staff and the public would hold, before it is made."""

from __future__ import annotations

from dataclasses import dataclass

from edi_tui.exports.publish import published_quarters
from edi_tui.services.public_content import PublicReport
from edi_tui.services.publishing import UnseenError, refuse_unseen
from edi_tui.services.register import Register
from edi_tui.services.unpublished import Unpublished, left_out


@dataclass(frozen=True, slots=True)
class Outlook:
    """What would be published, what not and why, and what stops it."""

    reports: tuple[PublicReport, ...]
    """The quarters that would be in it, the newest first."""
    left_out: tuple[Unpublished, ...]
    """The objectives and the networks that are not in it."""
    unseen: UnseenError | None
    """What somebody has to acknowledge first."""

    @property
    def newest(self) -> PublicReport:
        """The quarter that the public reads first."""
        return self.reports[0]


def outlook(register: Register) -> Outlook:
    """Return what a site would hold; nothing is written or kept.

    Raises:
        NotFoundError: No quarter is closed.
        CorruptError: What was frozen, or published, has been changed since.
    """
    reports = tuple(published_quarters(register))
    out = left_out(register, reports[0])
    try:
        refuse_unseen(reports, ())
    except UnseenError as error:
        return Outlook(reports, out, error)
    return Outlook(reports, out, None)
