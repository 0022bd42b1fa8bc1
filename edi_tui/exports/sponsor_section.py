"""The section of a status paper about sponsors of staff networks."""

from __future__ import annotations

from edi_tui.domain.rows import SponsorshipRow
from edi_tui.domain.words import NetworkState
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.wording import number_of, on, said, sentence
from edi_tui.services.report import StatusReport


def sponsor_section(report: StatusReport) -> Section:
    """Return who sponsors which network, and which network has no sponsor."""
    terms = report.running
    vacant = sum(len(network.missing) for network in report.now.networks)
    open_networks = [row for row in report.now.networks if row.state is not NetworkState.CLOSED]
    return Section(
        "Sponsorships",
        (
            f"The register holds {number_of(len(open_networks), 'staff network')} and "
            f"{number_of(len(terms), 'sponsorship')} running at the date of this paper. "
            f"{sentence(number_of(vacant, 'place is', 'places are'))} vacant.",
        ),
        (
            Table(
                "Sponsorships",
                (
                    *map(Column, ("Network", "Sponsor", "Kind", "Since", "What it achieves")),
                    Column("Attended of held", right=True),
                ),
                tuple(map(_term, terms)),
                "No sponsorship runs at the date of this paper.",
            ),
            _vacancies(report),
        ),
    )


def _term(row: SponsorshipRow) -> tuple[str, ...]:
    return (
        row.network,
        row.member,
        row.kind.label,
        on(row.from_on),
        said(row.achieves),
        f"{row.attended} of {row.held}",
    )


def _vacancies(report: StatusReport) -> Table:
    return Table(
        "Networks without a sponsor",
        (Column("Network"), Column("What is missing")),
        tuple(
            (network.name, f"No {kind.label.lower()}")
            for network in report.now.networks
            for kind in network.missing
        ),
        "No network is without an executive or a non-executive sponsor."
        if report.now.networks
        else "The register holds no staff networks yet.",
    )
