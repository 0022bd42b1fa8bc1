"""Names of people in a report: with the roles for a committee, replaced by them for all others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from types import MappingProxyType
from typing import TypeVar, cast

from edi_tui.domain.publishing.spellings import family_words, folded_words, spellings
from edi_tui.domain.rows import MemberRow, ObjectiveRow, SponsorshipRow
from edi_tui.services.lists import Contents
from edi_tui.services.people import roles
from edi_tui.services.report import Deliveries, Judged, StatusReport

T = TypeVar("T")
KEEPER = "the register's keeper"
SOMEBODY = "somebody"
"""What stands for a name in the words of a role."""


def with_names(report: StatusReport) -> StatusReport:
    """Return a report that says beside each owner's and sponsor's role who it is."""
    named = {row.ref: f"{row.role} ({row.name})" for row in report.now.members if row.name}
    now = replace(
        report.now,
        objectives=[_owned(row, named) for row in report.now.objectives],
        sponsorships=[_sponsored(row, named) for row in report.now.sponsorships],
    )
    return replace(report, now=now)


def _owned(row: ObjectiveRow, named: Mapping[str, str]) -> ObjectiveRow:
    return replace(row, owner=named.get(row.owner_ref, row.owner))


def _sponsored(row: SponsorshipRow, named: Mapping[str, str]) -> SponsorshipRow:
    return replace(row, member=named.get(row.member_ref, row.member))


def without_names(
    report: StatusReport, later: Mapping[str, str] = MappingProxyType({})
) -> StatusReport:
    """Return a report in which the names that the register knows are roles, in every text.

    Known are all who ever held a seat or chaired a network, by their names in full.

    Args:
        report: The report.
        later: The roles of those who were named afterwards, by name.
    """
    known = {**later, **report.people(), **_seated(report.now)}
    # Roles are words that people typed, and there may be a name in them.
    nobody = _Swap(dict.fromkeys(known, SOMEBODY))
    swap = _Swap({name: nobody.all(role) for name, role in known.items()})
    now = replace(
        swap.all(report.now), members=[_unnamed(swap.all(row)) for row in report.now.members]
    )
    before = Deliveries(
        report.before.as_at,
        [swap.all(row) for row in report.before.objectives],
        [swap.all(row) for row in report.before.actions],
    )
    closing = report.closing and replace(swap.all(report.closing), who=KEEPER)

    def judged() -> Judged:
        return Judged(swap.all(report.board), {k: swap.all(v) for k, v in report.drift.items()})

    return replace(report, now=now, before=before, closing=closing, judge=judged)


def _unnamed(row: MemberRow) -> MemberRow:
    return replace(row, name="")


def _seated(now: Contents) -> dict[str, str]:
    """Return the roles of those who stand in a report, which they go by in it."""
    chairs = ((row.chair, f"the chair of the {row.name}") for row in now.networks)
    return roles((*chairs, *((row.name, row.role) for row in now.members)))


class _Swap:
    """Puts roles in the place of names in whatever holds text."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known: dict[str, dict[str, str]] = {}
        """The roles by pattern, by a word that a text has to hold for any of these to be in it."""
        for name, role in known.items():
            for word in family_words(name):
                roles = self._known.setdefault(word, {})
                roles |= {pattern: role for pattern in spellings(name) if pattern not in roles}
        self._made: dict[tuple[str, ...], _Roles] = {}

    def all(self, value: T) -> T:
        """Return a value with every text in it told by roles."""
        found: object = value
        if isinstance(value, str) and not isinstance(value, Enum):
            found = self._told(str(value))
        elif isinstance(value, list | tuple) and not hasattr(value, "_fields"):
            found = type(value)(map(self.all, value))
        elif is_dataclass(value) and not isinstance(value, type):
            said = {one.name: getattr(value, one.name) for one in fields(value) if one.init}
            told = {name: self.all(each) for name, each in said.items()}
            if any(told[name] is not each for name, each in said.items()):
                found = replace(value, **told)
        return cast("T", found)

    def _told(self, text: str) -> str:
        near = tuple(sorted(folded_words(text) & self._known.keys()))
        if not near:
            return text
        if near not in self._made:
            self._made[near] = _Roles({k: v for word in near for k, v in self._known[word].items()})
        return self._made[near].told(text)


class _Roles:
    """One pattern of several names, and the role that stands for each."""

    def __init__(self, roles: Mapping[str, str]) -> None:
        # Of two that fit at one place the longer is meant.
        longest_first = sorted(roles, key=len, reverse=True)
        self._roles = [roles[pattern] for pattern in longest_first]
        spelt = "|".join(f"({pattern})" for pattern in longest_first)
        self._names = re.compile(rf"(?<!\w)(?:{spelt})(?!\w)", re.IGNORECASE)

    def told(self, text: str) -> str:
        return self._names.sub(self._role, text)

    def _role(self, match: re.Match[str]) -> str:
        assert match.lastindex is not None
        return self._roles[match.lastindex - 1]
