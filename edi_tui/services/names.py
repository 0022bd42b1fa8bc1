"""Names of people in a report: with the roles for a committee, replaced by them for all others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import TypeVar, cast

from edi_tui.domain.publishing.letters import replaced, squeezed
from edi_tui.domain.publishing.spellings import (
    alone,
    family_forms,
    of_another,
    spellings,
)
from edi_tui.domain.rows import MemberRow, ObjectiveRow, SponsorshipRow
from edi_tui.services.changes import Changes
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
        return Judged(
            board=swap.all(report.board),
            drift={ref: swap.all(each) for ref, each in report.drift.items()},
            verdicts=report.verdicts,
            rules=report.rules,
            fails=report.fails,
        )

    def compared() -> Changes | None:
        return swap.all(report.changes)

    return replace(
        report, now=now, before=before, closing=closing, judge=judged, compare=cache(compared)
    )


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
        """The roles by name, by letters that a text has to hold for any of these to be in it."""
        for name, role in known.items():
            for form in family_forms(name):
                self._known.setdefault(form, {})[name] = role
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
        letters = squeezed(text)
        near = tuple(form for form in self._known if form in letters)
        if not near:
            return text
        if near not in self._made:
            self._made[near] = _Roles({k: v for form in near for k, v in self._known[form].items()})
        return self._made[near].told(text)


class _Roles:
    """One pattern of several names, and the role that stands for each."""

    def __init__(self, roles: Mapping[str, str]) -> None:
        found = _patterns(roles, spellings)
        # Of two that fit at one place the longer is meant.
        told: dict[str, str] = {key: found[key] for key in sorted(found, key=len)[::-1]}
        told |= dict.fromkeys(_patterns(roles, of_another), "")
        told |= _patterns(roles, alone)
        self._roles = list(told.values())
        spelt = "|".join(f"({pattern})" for pattern in told)
        self._names = re.compile(rf"(?<![^\W_])(?:{spelt})(?![^\W_])", re.IGNORECASE)

    def told(self, text: str) -> str:
        return replaced(text, self._names, self._role)

    def _role(self, match: re.Match[str]) -> str:
        assert match.lastindex is not None
        return self._roles[match.lastindex - 1]


def _patterns(roles: Mapping[str, str], spelt: Callable[[str], Iterable[str]]) -> dict[str, str]:
    """Return the role of each pattern; of several with one pattern that of the first."""
    return {pattern: roles[name] for name in reversed(list(roles)) for pattern in spelt(name)}
