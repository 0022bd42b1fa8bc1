"""Who sponsors which network at the date of a report, and where nobody does."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from edi_tui.domain.rows import NetworkRow, SponsorshipRow
from edi_tui.domain.words import Attendance, NetworkState, SponsorKind
from edi_tui.services.report import StatusReport


@dataclass(frozen=True, slots=True)
class Term:
    """A sponsorship that runs at the date of the report."""

    row: SponsorshipRow
    held: int
    """Engagements of this sponsor with the network up to that date."""
    attended: int


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A network without one of its two sponsors."""

    network: NetworkRow
    kind: SponsorKind


def running_terms(report: StatusReport) -> list[Term]:
    """Return the sponsorships that run at the date of the report."""
    until = [entry for entry in report.now.engagements if entry.on <= report.as_at]
    held = Counter((entry.network_ref, entry.member_ref) for entry in until)
    attended = Counter(
        (entry.network_ref, entry.member_ref)
        for entry in until
        if entry.attendance is Attendance.ATTENDED
    )
    return [
        Term(row, held[row.network_ref, row.member_ref], attended[row.network_ref, row.member_ref])
        for row in report.now.sponsorships
        if row.current(report.as_at)
    ]


def vacancies(report: StatusReport) -> list[Vacancy]:
    """Return the networks, other than closed ones, that lack a sponsor of either kind.

    Each network should have an executive and a non-executive sponsor at any time.
    """
    filled = {(term.row.network_ref, term.row.kind) for term in running_terms(report)}
    return [
        Vacancy(network, kind)
        for network in report.now.networks
        for kind in SponsorKind
        if network.state is not NetworkState.CLOSED and (network.ref, kind) not in filled
    ]
