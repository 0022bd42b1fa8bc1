"""Whether a paper in CSV, which has no room for a manifest, is what a closed quarter gives."""

from __future__ import annotations

from collections.abc import Iterator

from edi_tui.domain.closing import Closing
from edi_tui.domain.words import Audience
from edi_tui.exports.export import public_bytes, status_bytes
from edi_tui.exports.public_data import PUBLIC_NAMES
from edi_tui.exports.sameness import may_be_alike
from edi_tui.exports.to_csv import STATUS_NAMES
from edi_tui.exports.verdict import Verdict, Verified, standing
from edi_tui.services.closed_quarters import closings
from edi_tui.services.kept_quarter import kept_quarter
from edi_tui.services.public_report import published_reports
from edi_tui.services.register import Register

_STATUS, _PUBLIC = (f"{','.join(names[:3])},".encode() for names in (STATUS_NAMES, PUBLIC_NAMES))
"""What papers in CSV begin with, which have no room for a manifest; other releases have other
columns after these."""
_NAMELESS = ("record", "ref", "due_on", "status_code", "declared_code")
"""The columns of such a paper in which nobody is named, so that every audience reads the same."""


def is_table(data: bytes) -> bool:
    """Tell whether a file begins as a paper in CSV does."""
    return data.startswith((_STATUS, _PUBLIC))


def recognised(register: Register, data: bytes) -> Verified:
    """Return what is said of a paper without a manifest: whether any closed quarter gives it."""
    made = closings(register)
    for closing in reversed(made):
        if data in _tables(register, closing, data):
            return standing(made, [closing], "to the last byte", None)
    return Verified(
        Verdict.NOT_RECOGNISED,
        "carries nothing that says what it was made from, as no CSV does, and no closed quarter "
        "of this register gives the same: its quarter may be open, or of another register, "
        "another release may have made it, or a program has saved the file anew or changed it. "
        "Another format of the paper says more.",
    )


def _tables(register: Register, closing: Closing, data: bytes) -> Iterator[bytes]:
    """Yield the papers in CSV that a snapshot gives, as far as a file may be one of them.

    To take the names out of a large paper takes long.
    """
    if data.startswith(_PUBLIC):
        yield from (public_bytes(given, "csv") for given in published_reports(register, closing))
        return
    report = kept_quarter(register, closing).report
    yield (named := status_bytes(report, "csv", Audience.COMMITTEE))
    if may_be_alike(data, named, _NAMELESS):
        yield status_bytes(report, "csv", Audience.BOARD)
