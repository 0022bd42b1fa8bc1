"""The section of a status paper about sponsors of staff networks."""

from __future__ import annotations

from collections.abc import Iterator

from edi_tui.domain.concerns import raised_by
from edi_tui.domain.due import format_date
from edi_tui.domain.role_activity import role_activity
from edi_tui.domain.rows import NetworkRow, SponsorshipRow
from edi_tui.domain.sponsorship import (
    TermState,
    Vacancy,
    closed_in_term,
    next_term,
    presence,
    seated,
    sponsoring_several,
    state_of,
    vacancy,
)
from edi_tui.domain.words import NetworkState, SponsorKind, Standing
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.wording import NONE, listed, number_of, on, said, sentence
from edi_tui.reference.sponsor_role import sponsor_role
from edi_tui.services.report import StatusReport


def sponsor_section(report: StatusReport) -> Section:
    """Return who sponsors which network, what came of it, and which network has no sponsor."""
    terms, places = report.running, list(vacant_places(report))
    open_networks = [row for row in report.now.networks if row.state is not NetworkState.CLOSED]
    return Section(
        "Sponsorships",
        (
            f"The register holds {number_of(len(open_networks), 'staff network')} and "
            f"{number_of(len(terms), 'sponsorship')} running at the date of this paper. "
            f"{sentence(number_of(len(places), 'place is', 'places are'))} vacant.",
            *_several(report),
        ),
        (_terms(report), _vacancies(report, places), _role(report)),
    )


def _several(report: StatusReport) -> list[str]:
    roles = {row.ref: row.role for row in report.now.members}
    found = sponsoring_several(report.now.sponsorships, report.as_at)
    return [
        f"{roles[member]} sponsors {number_of(len(networks), 'network')}: {listed(networks)}."
        for member, networks in found.items()
        if member in roles
    ]


def _terms(report: StatusReport) -> Table:
    columns = ("Network", "Sponsor", "Kind", "Since", "What it achieves", "What changed")
    return Table(
        "Sponsorships",
        (*map(Column, columns), Column("Attended of held", right=True)),
        tuple(_term(row, report) for row in report.running),
        "No sponsorship runs at the date of this paper.",
    )


def _term(row: SponsorshipRow, report: StatusReport) -> tuple[str, ...]:
    return (
        row.network,
        _sponsor(row, report),
        row.kind.label,
        on(row.from_on),
        said(row.achieves),
        _changed(row, report),
        _attended(row, report),
    )


def _attended(row: SponsorshipRow, report: StatusReport) -> str:
    found = presence(row, report.now.engagements, report.as_at)
    if found.rate is None:
        return "None held"
    return f"{found.attended} of {found.held} ({found.rate:.0%})"


def _sponsor(row: SponsorshipRow, report: StatusReport) -> str:
    standings = {member.ref: member.standing for member in report.now.members}
    standing = standings.get(row.member_ref, Standing.SUBSTANTIVE)
    interim = state_of(row, report.as_at, standing) is TermState.INTERIM
    return f"{row.member} ({standing.label.lower()})" if interim else row.member


def _changed(row: SponsorshipRow, report: StatusReport) -> str:
    """Return what changed because of a sponsorship, with the concerns closed in its term."""
    raised = raised_by(report.now.concerns, report.as_at)
    closed = closed_in_term(row, raised, report.as_at)
    concerns = f"Concerns closed: {', '.join(one.ref for one in closed)}" if closed else ""
    return "\n".join(filter(None, (row.changed.strip(), concerns))) or NONE


def vacant_places(report: StatusReport) -> Iterator[tuple[NetworkRow, Vacancy]]:
    """Yield the places of sponsors that nobody fills; a closed network needs none."""
    for network in report.now.networks:
        if network.state is not NetworkState.CLOSED:
            for kind in SponsorKind:
                found = vacancy(_of(network, report), kind, report.as_at)
                if found:
                    yield network, found


def _of(network: NetworkRow, report: StatusReport) -> list[SponsorshipRow]:
    members = {row.ref: row for row in report.now.members}
    terms = (row for row in report.now.sponsorships if row.network_ref == network.ref)
    return [seated(row, members, report.as_at) for row in terms]


def _vacancies(report: StatusReport, places: list[tuple[NetworkRow, Vacancy]]) -> Table:
    return Table(
        "Networks without a sponsor",
        (
            *map(Column, ("Network", "What is missing", "Since")),
            Column("Days", right=True),
            Column("Next sponsor"),
        ),
        tuple(_vacancy(network, found, report) for network, found in places),
        "No network is without an executive or a non-executive sponsor."
        if report.now.networks
        else "The register holds no staff networks yet.",
    )


def _vacancy(network: NetworkRow, found: Vacancy, report: StatusReport) -> tuple[str, ...]:
    coming = next_term(_of(network, report), found.kind, report.as_at)
    begins = f"{coming.member}, from {on(coming.from_on)}" if coming else NONE
    return (
        network.name,
        f"No {found.kind.label.lower()}",
        format_date(found.since) if found.since else "None on record",
        "Not known" if found.days is None else f"{found.days:,}",
        begins,
    )


def _role(report: StatusReport) -> Table:
    """Return which duties of the role description each sponsor has shown in four quarters."""
    return Table(
        "What sponsors do",
        (
            *map(Column, ("Network", "Sponsor")),
            Column("Duties shown", right=True),
            Column("Last"),
            Column("Not shown in the last year"),
        ),
        tuple(_shown(row, report) for row in report.running),
        "No sponsorship runs at the date of this paper.",
    )


def _shown(row: SponsorshipRow, report: StatusReport) -> tuple[str, ...]:
    duties = role_activity(row, report.now.engagements, sponsor_role(), report.as_at)
    done = [shown for shown in duties if shown.times]
    missing = "; ".join(shown.duty.name for shown in duties if not shown.times)
    last = max((shown.last_on for shown in done if shown.last_on), default=None)
    return (
        row.network,
        _sponsor(row, report),
        f"{len(done)} of {len(duties)}",
        on(last),
        missing or "All were shown",
    )
