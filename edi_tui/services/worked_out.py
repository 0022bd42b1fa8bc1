"""What filters ask for and only the domain can work out, kept while nothing changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from weakref import WeakKeyDictionary

from edi_tui.domain.filters.tags import Tag
from edi_tui.domain.findings import FindingLevel
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.rows import ObjectiveRow, Row
from edi_tui.domain.rules.judge import judge_record
from edi_tui.domain.rules.sponsorship_only import RULES as SPONSORSHIP_ONLY
from edi_tui.domain.rules.texts import Verdict
from edi_tui.domain.rules.view import View
from edi_tui.domain.thresholds import thresholds_of
from edi_tui.reference.rule_texts import rule_texts
from edi_tui.services.judgement import smart_of
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register
from edi_tui.services.views import view_of
from edi_tui.store.chain import Head, head_of
from edi_tui.store.queries import board
from edi_tui.store.queries.holders import held_at
from edi_tui.store.queries.search.behind import behind_path_of, measured_since
from edi_tui.store.queries.search.kinds import WorkedOut


@dataclass(slots=True)
class _Kept:
    """What has been worked out of a register as it was at one entry of the change log."""

    head: Head
    as_at: date
    values: dict[tuple[Kind, str], Mapping[int, object]] = field(default_factory=dict)
    tagged: dict[Tag, frozenset[int]] = field(default_factory=dict)
    held: dict[Kind, Mapping[int, Row]] = field(default_factory=dict)
    behind: frozenset[int] | None = None
    earlier: tuple[int, frozenset[int]] | None = None
    """What was behind at an earlier entry of the change log."""


_KEPT: WeakKeyDictionary[object, _Kept] = WeakKeyDictionary()
"""What was worked out last of each open register, by its engine."""


def worked_out(register: Register, kind: Kind, as_at: date) -> WorkedOut:
    """Return what works out, once for each entry of the change log, what a filter asks for."""
    return WorkedOut(
        values=lambda name: _values(register, kind, name, as_at),
        behind=lambda: _behind(register, as_at),
        tagged=lambda tag: _tagged(register, tag, as_at),
        held=lambda: _held(register, kind, as_at),
    )


def _kept(register: Register, as_at: date) -> _Kept:
    with register.reading() as session:
        head = head_of(session)
    kept = _KEPT.get(register.engine)
    if kept is None or kept.head != head or kept.as_at != as_at:
        earlier = _earlier(kept) if kept and kept.as_at == as_at else None
        kept = _KEPT[register.engine] = _Kept(head, as_at, earlier=earlier)
    return kept


def _earlier(kept: _Kept) -> tuple[int, frozenset[int]] | None:
    return kept.earlier if kept.behind is None else (kept.head.seq, kept.behind)


def _values(register: Register, kind: Kind, name: str, as_at: date) -> Mapping[int, object]:
    kept = _kept(register, as_at).values
    if (kind, name) not in kept:
        both = (
            row
            for gone in (False, True)
            for row in rows_of(register, kind, as_at=as_at, withdrawn=gone)
        )
        kept[kind, name] = {_number(row.ref): getattr(row, name) for row in both}
    return kept[kind, name]


def _held(register: Register, kind: Kind, as_at: date) -> Mapping[int, Row]:
    kept = _kept(register, as_at).held
    if kind not in kept:
        with register.reading() as session:
            numbers = held_at(session, kind, as_at).keys()
        both = (
            row
            for gone in (False, True)
            for row in rows_of(register, kind, as_at=as_at, withdrawn=gone, numbers=numbers)
        )
        kept[kind] = {_number(row.ref): row for row in both} if numbers else {}
    return kept[kind]


def _behind(register: Register, as_at: date) -> frozenset[int]:
    """Return the objectives behind their path; after a change only what it touched is read."""
    kept = _kept(register, as_at)
    if kept.behind is None:
        with register.reading() as session:
            tolerance = thresholds_of(board.organisation(session)).tolerance / 100
            earlier = kept.earlier
            touched = measured_since(session, earlier[0]) if earlier else None
            found = behind_path_of(session, as_at, tolerance, touched)
            same = earlier[1] - touched if earlier and touched is not None else frozenset()
            kept.behind, kept.earlier = found | same, None
    return kept.behind


def _tagged(register: Register, tag: Tag, as_at: date) -> frozenset[int]:
    kept = _kept(register, as_at).tagged
    if tag not in kept:
        view, told = view_of(register, as_at=as_at), _TOLD[tag]
        rows = (row for row in view.objectives.values() if told(row, view))
        kept[tag] = frozenset(_number(row.ref) for row in rows)
    return kept[tag]


def _unsmart(row: ObjectiveRow, view: View) -> bool:
    """Tell whether any letter of SMART is weak or missing in an objective that still runs."""
    wanting = (Verdict.WEAK, Verdict.MISSING)
    running = not row.status.closed
    return running and any(each.verdict in wanting for each in smart_of(row, view))


def _sponsors_only(row: ObjectiveRow, view: View) -> bool:
    """Tell whether an objective is nothing but sponsoring, and nobody waived the rule."""
    found = judge_record(row, view, SPONSORSHIP_ONLY, rule_texts())
    return any(finding.level is not FindingLevel.NOTE for finding in found)


def _drifting(row: ObjectiveRow, view: View) -> bool:
    drift = view.drift.get(row.ref)
    return drift is not None and drift.any and not row.status.closed


_TOLD = {
    Tag.UNSMART: _unsmart,
    Tag.SPONSOR_ONLY: _sponsors_only,
    Tag.DRIFTING: _drifting,
}


def _number(ref: str) -> int:
    target = read_ref(ref)
    assert target is not None
    return target[1]
