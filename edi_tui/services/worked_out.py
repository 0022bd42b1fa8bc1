"""What filters ask for and only the domain can work out, kept while nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

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
from edi_tui.services.kept_answers import UpTo, kept_answers
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register
from edi_tui.services.views import view_of
from edi_tui.store.queries import board
from edi_tui.store.queries.holders import held_at
from edi_tui.store.queries.search.behind import behind_path_of
from edi_tui.store.queries.search.flags import Flags, flags_of
from edi_tui.store.queries.search.found import counted
from edi_tui.store.queries.search.kinds import WorkedOut
from edi_tui.store.queries.search.standing import stands_of
from edi_tui.store.queries.search.stands import Stands
from edi_tui.store.queries.search.touched import touched_since

AT_ONCE = 5_000
"""Most records of a kind that are gone through while somebody waits for a list."""
T = TypeVar("T")


class TooSoonError(Exception):
    """Something would take too long to work out while somebody waits; says what, in words."""


def worked_out(
    register: Register, kind: Kind, as_at: date, *, hurry: bool = False
) -> tuple[WorkedOut, list[str]]:
    """Return what works out, once for each entry of the change log, what a filter asks for.

    Args:
        register: The register.
        kind: The kind that is listed.
        as_at: The day that progress is read at.
        hurry: Whether to raise `TooSoonError` where there is too much to work out at once.

    Returns:
        What works it out, and the sentences that say what was left out for haste.
    """
    left_out: list[str] = []

    def glance() -> Stands | None:
        try:
            return _stands(register, kind, as_at, hurry)
        except TooSoonError as later:
            left_out.append(str(later))
            return None

    known = WorkedOut(
        values=lambda name: _values(register, kind, name, as_at, hurry),
        stands=lambda: _stands(register, kind, as_at, hurry),
        glance=glance,
        tagged=lambda tag: _tagged(register, tag, as_at, hurry),
        held=lambda: _held(register, kind, as_at),
    )
    return known, left_out


def _unless_many(register: Register, kind: Kind, hurry: bool, told: str) -> None:
    """Raise `TooSoonError`, with a sentence, where there are very many records of a kind."""
    if not hurry:
        return
    with register.reading() as session:
        count = counted(session, kind, withdrawn=False)
    if count > AT_ONCE:
        raise TooSoonError(told.format(kind.counted(count)))


def _values(
    register: Register, kind: Kind, name: str, as_at: date, hurry: bool
) -> Mapping[int, object]:
    kept = kept_answers(register, as_at).values
    if (kind, name) not in kept:
        _unless_many(register, kind, hurry, f"Working out the {name.replace('_', ' ')} of {{}}.")
        both = (
            row
            for gone in (False, True)
            for row in rows_of(register, kind, as_at=as_at, withdrawn=gone)
        )
        kept[kind, name] = {_number(row.ref): getattr(row, name) for row in both}
    return kept[kind, name]


def _held(register: Register, kind: Kind, as_at: date) -> Mapping[int, Row]:
    kept = kept_answers(register, as_at).held
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


def _stands(register: Register, kind: Kind, as_at: date, hurry: bool) -> Stands:
    """Return how records stand; after a change only what it touched is read again."""
    kept = kept_answers(register, as_at)
    known = kept.stands.get(kind)
    touched = _touched(register, known, kind, kept.head.seq)
    stands = known.value if known and touched is not None else Stands()
    if touched is None:
        _unless_many(register, kind, hurry, "Working out how {} stand.")
    if touched is None or touched:
        behind = flags_of(_behind(register, as_at)) if kind is Kind.OBJECTIVE else b""
        with register.reading() as session:
            stands = stands.but_for(stands_of(session, kind, as_at, behind, touched))
    kept.stands[kind] = UpTo(kept.head.seq, stands)
    return stands


def _behind(register: Register, as_at: date) -> frozenset[int]:
    """Return the objectives behind their path; after a change only what it touched is read."""
    kept = kept_answers(register, as_at)
    touched = _touched(register, kept.behind, Kind.OBJECTIVE, kept.head.seq)
    behind = kept.behind.value - touched if kept.behind and touched is not None else frozenset()
    if touched is None or touched:
        with register.reading() as session:
            tolerance = thresholds_of(board.organisation(session)).tolerance / 100
            behind |= frozenset(behind_path_of(session, as_at, tolerance, touched))
    kept.behind = UpTo(kept.head.seq, behind)
    return behind


def _touched(register: Register, known: UpTo[T] | None, kind: Kind, now: int) -> set[int] | None:
    """Return the records to work out again of what is known; None for all of them."""
    if known is None:
        return None
    if known.seq == now:
        return set()
    with register.reading() as session:
        touched = touched_since(session, known.seq)
    return None if touched is None else touched[kind]


def _tagged(register: Register, tag: Tag, as_at: date, hurry: bool) -> Flags:
    kept = kept_answers(register, as_at).tagged
    if tag not in kept:
        _unless_many(register, Kind.OBJECTIVE, hurry, f"Going through {{}} for “{tag.label}”.")
        view, told = view_of(register, as_at=as_at), _TOLD[tag]
        rows = (row for row in view.objectives.values() if told(row, view))
        kept[tag] = flags_of(_number(row.ref) for row in rows)
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


_TOLD: Mapping[Tag, Callable[[ObjectiveRow, View], bool]] = {
    Tag.UNSMART: _unsmart,
    Tag.SPONSOR_ONLY: _sponsors_only,
    Tag.DRIFTING: _drifting,
}


def _number(ref: str) -> int:
    target = read_ref(ref)
    assert target is not None
    return target[1]
