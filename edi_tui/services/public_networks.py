"""The staff networks as the public may read of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from edi_tui.domain.heard import heard
from edi_tui.domain.publishing.allowed import allowed
from edi_tui.domain.rows import NetworkRow
from edi_tui.domain.thresholds import thresholds_of
from edi_tui.domain.words import HeardFrom, NetworkState, SponsorKind
from edi_tui.services.lists import Contents
from edi_tui.services.public_content import HIDDEN, NOTHING, Number, PublicNetwork
from edi_tui.services.report import StatusReport

NO_ROLE = "Not given"
"""What stands for an owner who is no seat of the board: the words may be a name."""


def roles_of(now: Contents) -> Mapping[str, str]:
    """Return the role of each member of the board, by reference."""
    return {row.ref: allowed(row)["role"] for row in now.members}


def opted_in_networks(now: Contents) -> list[NetworkRow]:
    """Return the networks that are published; a closed one has nobody to say anything of."""
    return [row for row in now.networks if row.published and not _is_closed(row)]


def unpublished_networks(now: Contents) -> int:
    """Return how many networks nobody has opted in, but for closed ones."""
    return sum(not (row.published or _is_closed(row)) for row in now.networks)


def _is_closed(row: NetworkRow) -> bool:
    return row.state is NetworkState.CLOSED


def public_networks(report: StatusReport) -> tuple[PublicNetwork, ...]:
    """Return the staff networks that were opted in, with roles for their sponsors."""
    now, roles = report.now, roles_of(report.now)
    sponsors = {
        (row.network_ref, row.kind): roles.get(row.member_ref, NO_ROLE) for row in report.running
    }
    found = []
    for row in opted_in_networks(now):
        asked, score = _heard(report, row.ref)
        found.append(
            PublicNetwork(
                **allowed(row),
                executive=sponsors.get((row.ref, SponsorKind.EXECUTIVE), ""),
                non_executive=sponsors.get((row.ref, SponsorKind.NON_EXECUTIVE), ""),
                asked_on=asked,
                score=score,
            )
        )
    return tuple(found)


def _heard(report: StatusReport, network: str) -> tuple[date | None, Number]:
    """Return how far a network felt heard; never by the answer of its chair alone."""
    set_by = thresholds_of(report.now.organisation)
    least = max(set_by.heard_people, set_by.suppress_below)
    scores = [
        row
        for row in report.now.heard_scores
        if row.network_ref == network
        and row.on <= report.as_at
        and row.heard_from is not HeardFrom.CHAIR
    ]
    found = heard(scores, least)
    if found is None:
        return None, NOTHING
    return found.on, HIDDEN if found.score is None else Number(found.score)
