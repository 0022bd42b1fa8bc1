"""Drift: what has moved since an objective was agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edi_tui.domain.drift import Drift
from edi_tui.domain.moves import Move
from edi_tui.domain.progress import in_days
from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.rules.objective_rule import objective_rule
from edi_tui.domain.rules.rule import Remark, Rule
from edi_tui.domain.rules.view import View

_OFTEN = 2
"""Carried forward from this number of times on, it is more than a note."""


@objective_rule("P8")
def re_dated(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Say how often the due date was moved; a warning from the organisation's threshold on."""
    drift = view.drift.get(row.ref)
    moves = drift.moves if drift else 0
    if drift is None or not moves:
        return
    facts = {"moves": times(moves), "now": _now(drift), "since": _since(drift)}
    often = moves >= view.known.thresholds.moves
    yield Remark("often" if often else "moved", drift.original.due, facts)


def _since(drift: Drift) -> str:
    return "it was agreed" if drift.original.agreed_on else "it was first entered"


def _now(drift: Drift) -> str:
    """Return how the due date lies to the one that was agreed."""
    if drift.due_on is None:
        return f"on no day now, {drift.original.due} at first"
    if not drift.days:
        return f"on {drift.original.due} again"
    later = "later" if drift.days > 0 else "sooner"
    return f"{in_days(abs(drift.days))} {later} than {drift.original.due}"


@objective_rule("P9")
def target_lowered(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Say which targets ask for less than was agreed."""
    drift = view.drift.get(row.ref)
    if drift is None:
        return
    for entry in drift.of(Move.TARGET):
        facts = {"was": entry.was, "ref": entry.ref, "since": _since(drift)}
        yield Remark("lowered", entry.now, facts)


@objective_rule("P10")
def rewritten(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Say whose wording is no longer the agreed one."""
    drift = view.drift.get(row.ref)
    if drift and drift.rewritten:
        facts = {"times": times(drift.rewritten), "since": _since(drift)}
        yield Remark("rewritten", drift.original.title, facts)


@objective_rule("P11")
def carried(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Say what was carried forward from objectives that were not met, and name them."""
    drift = view.drift.get(row.ref)
    if drift and drift.carried:
        said = "often" if drift.carried >= _OFTEN else "once"
        yield Remark(said, ", ".join(drift.carried_from), {"times": times(drift.carried)})


def times(number: int) -> str:
    """Return a number of times as people read it: `once`, `3 times`."""
    return "once" if number == 1 else f"{number:,} times"


RULES: tuple[Rule[Any], ...] = (re_dated, target_lowered, rewritten, carried)
