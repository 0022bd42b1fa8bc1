"""What a paper says of the closing of its quarter, and of the change log behind it."""

from __future__ import annotations

from collections.abc import Iterator

from edi_tui.domain.closing import Closing
from edi_tui.domain.due import format_date
from edi_tui.exports.wording import number_of
from edi_tui.services.report import StatusReport


def frozen_words(report: StatusReport) -> Iterator[str]:
    """Yield when the quarter was frozen, for which meeting, and every reason that was given."""
    closing = report.closing
    if closing is None:
        return
    if closing.meeting_on:
        yield f"For the meeting on {format_date(closing.meeting_on)}"
    yield f"Frozen when the quarter was {closing.told}"
    if closing.because:
        yield f"Re-issued, because: {closing.because}"
    if closing.despite:
        named = f" ({report.fails})" if report.fails else ""
        yield f"Closed although {_open(closing)} open{named}, because: {closing.despite}"


def _open(closing: Closing) -> str:
    return number_of(closing.fails, "finding that fails was", "findings that fail were")


def log_words(report: StatusReport) -> tuple[str, ...]:
    """Return the newest entry of the change log, and for a closed quarter its digest."""
    closing = report.closing
    when = "the quarter was closed" if closing else "this paper was made"
    digest = [f"Digest of everything that was frozen: {closing.digest}."] if closing else []
    return (
        f"Newest entry when {when}: {report.now.head}.",
        *digest,
        "The number counts the changes to the register, and what follows it is the beginning "
        "of a fingerprint of all of them. Keep this paper: if the register's history ever "
        "shows another fingerprint at that number, an earlier change was altered since.",
    )
