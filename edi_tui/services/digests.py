"""The digests of a register: what each owner is reminded of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from edi_tui.domain.answering import Answered, answers, office_of
from edi_tui.domain.digest import Digest, digest
from edi_tui.domain.kinds import Kind
from edi_tui.domain.text import folded
from edi_tui.services.lists import Contents, contents
from edi_tui.services.lookup import Lookup, member_named
from edi_tui.services.register import Register


def digests(register: Register, *, days: int, owner: str = "") -> list[Digest]:
    """Return a digest for each owner, the seats of the board first, nobody's last.

    Args:
        register: The register.
        days: How many days are looked ahead.
        owner: The only board member wanted: reference, role or name; everyone without it.

    Raises:
        InvalidError: There is no such board member, or there are several.
    """
    now = contents(register, but=(Kind.UPDATE, Kind.COMMITMENT))
    rows: list[Answered] = [*now.objectives, *now.actions, *now.challenges]
    if not owner:
        return [_digest(now, name, theirs, days) for name, theirs in _by_office(now, rows)]
    with register.reading() as session:
        ref = member_named(Lookup(session), "owner", owner)
    member = next(row for row in now.members if row.ref == ref)
    return [_digest(now, member.role, [row for row in rows if answers(member, row)], days)]


def _by_office(now: Contents, rows: Sequence[Answered]) -> list[tuple[str, list[Answered]]]:
    """Return what each office answers for, however its name is written."""
    names = {folded(member.role): member.role for member in now.members}
    groups: dict[str, list[Answered]] = {key: [] for key in names}
    for row in rows:
        office = office_of(row, now.members)
        groups.setdefault(folded(office), []).append(row)
        names.setdefault(folded(office), office)
    nobody = groups.pop("", [])
    found = [(names[key], theirs) for key, theirs in groups.items() if theirs]
    return [*found, ("", nobody)] if nobody else found


def _digest(now: Contents, owner: str, rows: Sequence[Answered], days: int) -> Digest:
    refs = {row.ref for row in rows}
    proof = [item for item in now.evidence if refs.intersection(item.supports)]
    return digest(owner, rows, proof, (now.as_at, now.as_at + timedelta(days=days)))
