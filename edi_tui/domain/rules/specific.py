"""Specific: one owner, a concrete verb, a named population, one change at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from edi_tui.domain.due import format_date
from edi_tui.domain.leads import read_leads
from edi_tui.domain.quantities import Quantity
from edi_tui.domain.rows import MemberRow, ObjectiveRow
from edi_tui.domain.rules.objective_rule import objective_rule
from edi_tui.domain.rules.rule import Remark, Rule
from edi_tui.domain.rules.view import View
from edi_tui.domain.rules.word_lists import Telling
from edi_tui.domain.rules.wording import wording_of
from edi_tui.domain.words import Scope, Standing

_ALSO = re.compile(r"\b(?:and|plus)\b|[;,&]", re.IGNORECASE)


@objective_rule("S1")
def one_owner(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Ask for exactly one accountable owner who is on the board or executive team that day."""
    member = view.members.get(row.owner_ref)
    if row.scope is Scope.COLLECTIVE:
        yield Remark("whole-board")
    elif member is not None:
        yield _seated(member, view)
    elif row.owner_ref:
        yield Remark("gone", row.owner)
    elif read_leads(row.owner).rule == "lead-several":
        yield Remark("several", row.owner)
    elif row.owner:
        yield Remark("no-seat", row.owner)
    else:
        yield Remark("nobody")


def _seated(member: MemberRow, view: View) -> Remark:
    """Say whether a seat has someone in it on the day."""
    if member.standing is Standing.VACANT:
        return Remark("vacant", member.role)
    if member.from_on and member.from_on > view.as_at:
        return Remark("not-yet", member.role, {"day": format_date(member.from_on)})
    if member.to_on and member.to_on < view.as_at:
        return Remark("left", member.role, {"day": format_date(member.to_on)})
    return Remark("one", member.role)


@objective_rule("S2")
def concrete_verb(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Ask for a verb of a change that can be seen; a figure makes up for the lack of one."""
    said = wording_of(row, view)
    if Telling.CONCRETE in said.tells:
        yield Remark("concrete", said.tells[Telling.CONCRETE])
    elif Telling.VAGUE in said.tells:
        yield Remark("vague-figure" if said.targets else "vague", said.tells[Telling.VAGUE])
    elif said.targets:
        yield Remark("figure", said.targets[0].text)
    else:
        yield Remark("no-verb")


@objective_rule("S3")
def named_population(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Ask whom it is about: in its words, or in what its measures count."""
    named = wording_of(row, view).tells.get(Telling.POPULATION) or _counted(row, view)
    yield Remark("named" if named else "nobody-named", named)


def _counted(row: ObjectiveRow, view: View) -> str:
    """Return the first words for people in the names of what is measured."""
    names = (measure.name for measure in view.measures_of.get(row.ref, ()))
    tells = (view.known.words.found(name).get(Telling.POPULATION) for name in names)
    return next(filter(None, tells), "")


@objective_rule("S4")
def one_change(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Warn where one sentence holds two targets or two dates."""
    said = wording_of(row, view)
    if len(said.due) > 1:
        yield Remark("two-dates", " … ".join(said.due))
    pair = _pair(row.title, said.targets)
    if pair:
        yield Remark("two-targets", " … ".join(each.text for each in pair))


def _pair(title: str, aims: tuple[Quantity, ...]) -> tuple[Quantity, Quantity] | None:
    """Return the first two targets that words for `and` stand between."""
    pairs = pairwise(aims)
    return next((pair for pair in pairs if _ALSO.search(title, pair[0].end, pair[1].start)), None)


RULES: tuple[Rule[Any], ...] = (one_owner, concrete_verb, named_population, one_change)
