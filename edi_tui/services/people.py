"""The people whom a register knows by name, and the role that stands for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from edi_tui.domain.kinds import Kind
from edi_tui.domain.plain import Plain
from edi_tui.domain.publishing.people import people_in
from edi_tui.services.register import Register
from edi_tui.store.queries.people import ever_named


def people_known(register: Register, until: int | None = None) -> dict[str, str]:
    """Return the role of everybody who ever held a seat or chaired a network, by name.

    Whoever was named for several has the last of these roles.

    Args:
        register: The register.
        until: The last entry of the change log that counts; all of them without it.
    """
    with register.reading() as session:
        return roles((one.words, one.role) for one in ever_named(session, until))


def people_among(records: Mapping[str, Plain]) -> dict[str, str]:
    """Return the roles of those who hold a seat or chair a network among frozen records."""
    return roles(
        (str(says["name"]), str(says["role"]))
        if ref.startswith(f"{Kind.MEMBER.prefix}-")
        else (str(says["chair"]), f"the chair of the {says['name']}")
        for ref, says in ((ref, record["says"]) for ref, record in records.items())
        if ref.startswith((f"{Kind.MEMBER.prefix}-", f"{Kind.NETWORK.prefix}-"))
    )


def roles(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the role that stands for each name in some words; of several the last."""
    return {name: role for words, role in named for name in people_in(words)}
