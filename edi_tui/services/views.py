"""The view of a register that rules look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from weakref import WeakKeyDictionary

from edi_tui.domain.board_seats import counts, individual
from edi_tui.domain.crosswalk import gaps, unserved
from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import AppraisalRow, ObjectiveRow
from edi_tui.domain.rules.known import Known
from edi_tui.domain.rules.view import View, grouped
from edi_tui.domain.text import folded
from edi_tui.domain.thresholds import thresholds_of
from edi_tui.reference.bank_holidays import bank_holidays
from edi_tui.reference.metrics import metrics
from edi_tui.reference.smart_words import smart_words
from edi_tui.services.drift import ledger
from edi_tui.services.frameworks import served_in
from edi_tui.services.lists import Contents, contents, rows_of
from edi_tui.services.register import Register
from edi_tui.store.chain import Head, head_of

_UNSEEN = (Kind.UPDATE, Kind.COMMITMENT)
"""What no rule looks at: objectives and actions carry their latest update themselves."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A view, and what it was read from."""

    head: Head
    view: View


_KEPT: WeakKeyDictionary[object, _Kept] = WeakKeyDictionary()
"""The last view of each open register, by its engine."""


def view_of(register: Register, *, as_at: date | None = None) -> View:
    """Return what rules look at, the confidential appraisals included.

    It is read again only where the change log has grown or another day is asked for, so that
    walking through a long list costs one reading.
    """
    kept = kept_view(register, as_at=as_at)
    if kept is not None:
        return kept
    now = contents(register, as_at=as_at, but=_UNSEEN)
    view = view_around(register, now)
    _KEPT[register.engine] = _Kept(now.head, view)
    return view


def kept_view(register: Register, *, as_at: date | None = None) -> View | None:
    """Return what rules look at where it has been read already, None where it has not."""
    with register.reading() as session:
        head = head_of(session)
    kept = _KEPT.get(register.engine)
    fresh = kept and kept.head == head and kept.view.as_at == (as_at or register.today)
    return kept.view if kept and fresh else None


def view_around(register: Register, now: Contents) -> View:
    """Return what rules look at, in contents that have been read already."""
    appraisals = rows_of(register, Kind.APPRAISAL)
    known = [row for row in appraisals if isinstance(row, AppraisalRow)]
    drift = ledger(register, as_at=now.as_at, objectives=now.objectives, measures=now.measures)
    return replace(view_from(now, known), drift=drift)


def view_from(now: Contents, appraisals: Iterable[AppraisalRow] = ()) -> View:
    """Return what rules look at, from the contents of a register at a day."""
    day = now.as_at
    counting = [row for row in now.objectives if counts(row)]
    return View(
        as_at=day,
        organisation=now.organisation.kind,
        known=Known(thresholds_of(now.organisation), smart_words(), metrics(), bank_holidays()),
        members={row.ref: row for row in now.members},
        objectives={row.ref: row for row in now.objectives},
        networks={row.ref: row for row in now.networks},
        actions=now.actions,
        measures=now.measures,
        evidence=now.evidence,
        sponsorships=now.sponsorships,
        concerns=now.concerns,
        challenges=now.challenges,
        frameworks=now.frameworks,
        waivers=now.waivers,
        measures_of=grouped(now.measures, "objective"),
        readings_of=grouped((row for row in now.readings if row.as_at <= day), "measure_ref"),
        actions_of=grouped(now.actions, "objective"),
        evidence_of=grouped(now.evidence, "supports"),
        terms_of=grouped(now.sponsorships, "network_ref", "objective"),
        engagements_of=grouped((row for row in now.engagements if row.on <= day), "network_ref"),
        heard_of=grouped((row for row in now.heard_scores if row.on <= day), "network_ref"),
        same_title=_by_title(now.objectives),
        appraisals_of=grouped(appraisals, "member_ref"),
        objectives_of=grouped(filter(individual, counting), "owner_ref"),
        collective=[row for row in counting if not individual(row)],
        unserved=frozenset(one.item.ref for one in unserved(gaps(served_in(now), day))),
    )


def _by_title(objectives: Iterable[ObjectiveRow]) -> dict[str, list[ObjectiveRow]]:
    """Return the objectives that run under one title, case and stops aside, by each reference."""
    found: dict[str, list[ObjectiveRow]] = {}
    for row in objectives:
        if not row.status.closed:
            found.setdefault(folded(row.title), []).append(row)
    return {row.ref: rows for rows in found.values() if len(rows) > 1 for row in rows}
