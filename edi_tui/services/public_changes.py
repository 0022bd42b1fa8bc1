"""What changed from one published quarter to the next, in what the public may read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from edi_tui.domain.board_language import Sort, sentences
from edi_tui.domain.columns import status_words, words
from edi_tui.domain.kinds import Kind
from edi_tui.domain.quarter_side import Side
from edi_tui.domain.quarters import Quarter
from edi_tui.services.public_content import PublicObjective, PublicReport
from edi_tui.services.quarter_diff import compare_snapshots
from edi_tui.services.register import Register

_TOLD = (
    *(Sort.MOVED, Sort.CLOSED, Sort.REOPENED, Sort.CARRIED_OVER, Sort.SUPERSEDED),
    *(Sort.REDATED, Sort.LOWERED, Sort.OWNER),
)
"""What the public hears of; all else follows from what is not published."""
_LABELS = {
    "title": "Objective",
    "summary": "What it means",
    "hia": "High impact actions",
    "owner": "Who answers for it",
    "due_on": "Due",
}


@dataclass(frozen=True, slots=True)
class PublicChange:
    """A field of a published objective that says something else."""

    ref: str
    label: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class PublicChanges:
    """What changed since a quarter."""

    before: Quarter
    sentences: tuple[str, ...]
    fields: tuple[PublicChange, ...]


def public_changes(register: Register, before: PublicReport, after: PublicReport) -> PublicChanges:
    """Return what changed from a published quarter to a later one.

    Only objectives that are published in both are compared.

    Raises:
        CorruptError: What was frozen has been changed since.
    """
    then, now = ({row.ref: row for row in one.objectives} for one in (before, after))
    both = [ref for ref in now if ref in then]
    found = compare_snapshots(register, before.closing, after.closing)
    told = sentences(_only(found.before, both), _only(found.after, both), ())
    return PublicChanges(
        before.quarter,
        (
            *(one.text for one in told if one.sort in _TOLD),
            *_counted([ref for ref in now if ref not in then], "published for the first time"),
            *_counted([ref for ref in then if ref not in now], "no longer published"),
        ),
        tuple(change for ref in both for change in _fields(then[ref], now[ref])),
    )


def _only(side: Side, refs: Collection[str]) -> Side:
    """Return a side of a comparison with nothing in it but some objectives and their measures."""
    measures = {ref: row for ref, row in side.measures.items() if row.objective in refs}
    return replace(
        side,
        records={ref: side.records[ref] for ref in (*refs, *measures) if ref in side.records},
        deliveries={ref: side.deliveries[ref] for ref in refs if ref in side.deliveries},
        measures=measures,
        drift={ref: side.drift[ref] for ref in refs if ref in side.drift},
        findings=(),
        verdicts={},
    )


def _counted(refs: Collection[str], told: str) -> Iterator[str]:
    if refs:
        yield f"{Kind.OBJECTIVE.counted(len(refs))} {'is' if len(refs) == 1 else 'are'} {told}."


def _fields(then: PublicObjective, now: PublicObjective) -> Iterator[PublicChange]:
    for name, label in _LABELS.items():
        was, is_ = (words(getattr(row, name)) for row in (then, now))
        if was != is_:
            yield PublicChange(now.ref, label, was, is_)
    if then.status is not now.status:
        yield PublicChange(now.ref, "Status", status_words(then.status), status_words(now.status))
