"""The digests of a register: what each owner is reminded of."""

from __future__ import annotations

from datetime import timedelta

from edi_tui.domain.digest import Digest, digest
from edi_tui.domain.kinds import Kind
from edi_tui.services.lists import Contents, contents
from edi_tui.services.owners import Owner, owner_named, owners
from edi_tui.services.register import Register


def digests(register: Register, *, days: int, owner: str = "") -> list[Digest]:
    """Return a digest for each owner, the seats of the board first, nobody's last.

    Args:
        register: The register.
        days: How many days are looked ahead.
        owner: The only owner wanted, as `owner_named` knows them; everyone without it.

    Raises:
        InvalidError: There is no such owner, or there are several.
    """
    now = contents(register, but=(Kind.UPDATE, Kind.COMMITMENT))
    wanted = [owner_named(register, now, owner)] if owner else owners(now)
    return [_digest(now, one, days) for one in wanted]


def _digest(now: Contents, owner: Owner, days: int) -> Digest:
    proof = [item for item in now.evidence if owner.refs.intersection(item.supports)]
    return digest(owner.role, owner.rows, proof, (now.as_at, now.as_at + timedelta(days=days)))
