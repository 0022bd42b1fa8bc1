"""What the public does not read, and why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import NetworkRow, ObjectiveRow
from edi_tui.domain.words import NetworkState
from edi_tui.services.lists import rows_of
from edi_tui.services.public_content import PublicReport
from edi_tui.services.register import Register


@dataclass(frozen=True, slots=True)
class Unpublished:
    """The records of one kind that the public does not read, by reference."""

    kind: Kind
    never: tuple[str, ...]
    """Those that nobody has opted in, or that were taken back."""
    since: tuple[str, ...]
    """Those that were opted in after the quarter was closed that the public reads."""


def left_out(register: Register, newest: PublicReport) -> tuple[Unpublished, ...]:
    """Return the objectives and the networks that are not in what the public reads."""
    return (
        unpublished(register, Kind.OBJECTIVE, {one.ref for one in newest.objectives}),
        unpublished(register, Kind.NETWORK, {one.ref for one in newest.networks}),
    )


def opted_in_late(register: Register, newest: PublicReport) -> str:
    """Return in a sentence what was opted in too late for what the public reads; mostly nothing."""
    late = [ref for one in left_out(register, newest) for ref in one.since]
    if not late:
        return ""
    return (
        f"Opted in since {newest.quarter} was closed, so not in it: {', '.join(late)}. They come "
        "with the next quarter that is closed, or with this one issued again: edi-tui quarter "
        f'reissue "{newest.quarter}" --because REASON.'
    )


def unpublished(register: Register, kind: Kind, told: Collection[str]) -> Unpublished:
    """Return what is not published of objectives, or of networks that are not closed.

    Args:
        register: The register.
        kind: An objective or a network.
        told: The references of those that are published.
    """
    never: list[str] = []
    since: list[str] = []
    for row in rows_of(register, kind):
        if isinstance(row, ObjectiveRow | NetworkRow) and row.ref not in told and not _over(row):
            (since if row.published else never).append(row.ref)
    return Unpublished(kind, tuple(never), tuple(since))


def _over(row: ObjectiveRow | NetworkRow) -> bool:
    return isinstance(row, NetworkRow) and row.state is NetworkState.CLOSED
