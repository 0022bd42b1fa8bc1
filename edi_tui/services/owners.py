"""Who answers for something in a register, and the one of them whom somebody names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from edi_tui.domain.answering import NOBODY, Answered, answers, office_of
from edi_tui.domain.errors import InvalidError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.offices import same_office
from edi_tui.domain.rows import MemberRow
from edi_tui.domain.text import folded, quoted
from edi_tui.services.lists import Contents
from edi_tui.services.lookup import Lookup
from edi_tui.services.register import Register

_WRITE = "write a reference, a role, a name, or a lead as the plan has it."
_NEAR = 0.75
"""How alike names have to be: less takes one head of department for another."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody who answers for something."""

    role: str
    """A seat of the board, or the words of a plan; empty for what nobody is named for."""
    rows: tuple[Answered, ...]
    members: tuple[str, ...]
    """Who has that seat, by reference."""

    @property
    def refs(self) -> frozenset[str]:
        """What they answer for, and they themselves."""
        return frozenset((*self.members, *(row.ref for row in self.rows)))

    @property
    def name(self) -> str:
        """What they are called."""
        return self.role or NOBODY


def owners(now: Contents) -> list[Owner]:
    """Return everyone who answers for something, the seats of the board first, nobody last."""
    names = {folded(member.role): member.role for member in now.members}
    groups: dict[str, list[Answered]] = {key: [] for key in names}
    for row in _answered(now):
        office = office_of(row, now.members)
        groups.setdefault(folded(office), []).append(row)
        names.setdefault(folded(office), office)
    nobody = groups.pop("", [])
    found = [_owner(now, names[key], theirs) for key, theirs in groups.items() if theirs]
    return [*found, _owner(now, "", nobody)] if nobody else found


def owner_named(register: Register, now: Contents, words: str) -> Owner:
    """Return the owner whom words name: a member, or what else stands where an owner does.

    Args:
        register: The register.
        now: What stands in it.
        words: Reference, role or name of a member, or the words of a plan for a lead.

    Raises:
        InvalidError: They name nobody, or several.
    """
    with register.reading() as session:
        found = Lookup(session).find(Kind.MEMBER, words)
    members = [row for row in now.members if row.ref in map(Kind.MEMBER.ref, found)]
    if len(members) == 1:
        return _of_member(now, members[0])
    known = owners(now)
    owner = next((one for one in known if same_office(one.name, words)), None)
    if owner is None:
        raise InvalidError({"owner": _refusal(words, members, now, known)})
    return owner


def _answered(now: Contents) -> list[Answered]:
    return [*now.objectives, *now.actions, *now.challenges]


def _owner(now: Contents, role: str, rows: Sequence[Answered]) -> Owner:
    seated = tuple(row.ref for row in now.members if folded(row.role) == folded(role))
    return Owner(role, tuple(rows), seated)


def _of_member(now: Contents, member: MemberRow) -> Owner:
    rows = tuple(row for row in _answered(now) if answers(member, row))
    return Owner(member.role, rows, (member.ref,))


def _refusal(
    words: str, members: Sequence[MemberRow], now: Contents, known: Sequence[Owner]
) -> str:
    if members:
        choices = ", ".join(row.ref for row in members)
        return f"{quoted(words)} could be {choices}; write which one."
    names = [one.name for one in known]
    names += [name for row in now.members for name in (row.role, row.name)]
    by_words = {folded(name): name for name in names if name.strip()}
    near = get_close_matches(folded(words), by_words, n=1, cutoff=_NEAR)
    told = f"did you mean {quoted(by_words[near[0]])}?" if near else _WRITE
    return f"No board member and no lead is called {quoted(words)}; {told}"
