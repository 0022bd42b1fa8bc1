"""The section of a status paper about sponsors of staff networks."""

from __future__ import annotations

from edi_tui.domain.words import NetworkState
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.sponsors import Term, running_terms, vacancies
from edi_tui.exports.wording import number_of, on, said, sentence
from edi_tui.services.report import StatusReport


def sponsor_section(report: StatusReport) -> Section:
    """Return who sponsors which network, and which network has no sponsor."""
    terms = running_terms(report)
    open_networks = [row for row in report.now.networks if row.state is not NetworkState.CLOSED]
    return Section(
        "Sponsorships",
        (
            f"The register holds {number_of(len(open_networks), 'staff network')} and "
            f"{number_of(len(terms), 'sponsorship')} running at the date of this paper. "
            f"{sentence(number_of(len(vacancies(report)), 'place is', 'places are'))} vacant.",
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


def _term(term: Term) -> tuple[str, ...]:
    return (
        term.row.network,
        term.row.member,
        term.row.kind.label,
        on(term.row.from_on),
        said(term.row.achieves),
        f"{term.attended} of {term.held}",
    )


def _vacancies(report: StatusReport) -> Table:
    return Table(
        "Networks without a sponsor",
        (Column("Network"), Column("What is missing")),
        tuple(
            (place.network.name, f"No {place.kind.label.lower()}") for place in vacancies(report)
        ),
        "No network is without an executive or a non-executive sponsor."
        if report.now.networks
        else "The register holds no staff networks yet.",
    )
