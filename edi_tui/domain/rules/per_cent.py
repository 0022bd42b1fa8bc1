"""A change in per cent that can be read in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from edi_tui.domain.quantities import Quantity, Role
from edi_tui.domain.rows import MeasureRow, ObjectiveRow
from edi_tui.domain.rules.measurable import unit_of
from edi_tui.domain.rules.objective_rule import objective_rule
from edi_tui.domain.rules.rule import Remark, Rule
from edi_tui.domain.rules.view import View
from edi_tui.domain.rules.word_lists import Telling
from edi_tui.domain.rules.wording import Wording, wording_of
from edi_tui.domain.units import Unit, rounded, with_unit

_SAID = re.compile(r"\brelative(?:ly)?\b(?! likelihood)", re.IGNORECASE)
_MOVE = re.compile(
    r"\b(?:(?P<down>reduc|decreas|drop|fall|lower|cut|fewer|less\b|clos|narrow)"
    r"|increas|rais|rise|rising|improv|grow|higher|more\b|uplift|expand|lift|boost|widen|extend)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:.]|\b(?:and|to|while)\b", re.IGNORECASE)
_NEXT = re.compile(r"\W*(?:relative )?\w+")


@objective_rule("M6")
def per_cent_of_what(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Warn where a change in per cent may be of the share or in percentage points.

    6% more on 40% is 46% in percentage points and 42.4% of the share. A target that is one of
    the two says which is meant. A count has no percentage points: the words or a measure have to
    be of a share.
    """
    said = wording_of(row, view)
    change = _change(row, said)
    if change is None:
        return
    measures = view.measures_of.get(row.ref, ())
    shares = [measure for measure in measures if unit_of(measure, view) is Unit.PERCENT]
    if not (shares if measures else _of_share(said)):
        return
    start = _start(shares, said)
    if start is None:
        yield Remark("unclear", change.text)
        return
    both = _readings(start, change.value, down=_leads_down(row.title, change))
    if not any(measure.target in both for measure in shares):
        points, share = (with_unit(rounded(value, 1), Unit.PERCENT) for value in both)
        facts = {"start": with_unit(start, Unit.PERCENT), "points": points, "share": share}
        yield Remark("two-readings", change.text, facts)


def _change(row: ObjectiveRow, said: Wording) -> Quantity | None:
    for each in said.numbers:
        if each.role is Role.CHANGE and each.unit is Unit.PERCENT:
            return None if _SAID.search(row.title) else each
    return None


def _of_share(said: Wording) -> bool:
    start = said.baseline.unit if said.baseline else None
    return start is Unit.PERCENT or (start is None and Telling.SHARE in said.tells)


def _leads_down(title: str, change: Quantity) -> bool:
    """Tell which way a change leads, by the word after it or by the verb of its own clause."""
    after = _NEXT.match(title, change.end)
    move = _MOVE.search(after[0]) if after else None
    clauses = _CLAUSE.split(title[: change.start])
    before = (_MOVE.search(clause) for clause in reversed(clauses))
    move = move or next(filter(None, before), None) or _MOVE.search(title, change.end)
    return bool(move and move["down"])


def _start(shares: Sequence[MeasureRow], said: Wording) -> Decimal | None:
    kept = next((each.baseline for each in shares if each.baseline is not None), None)
    if kept is None and said.baseline and said.baseline.unit is Unit.PERCENT:
        return said.baseline.value
    return kept


def _readings(start: Decimal, change: Decimal, *, down: bool) -> tuple[Decimal, Decimal]:
    """Return where a change leads: in percentage points, and as a part of the share."""
    by = -change if down else change
    return start + by, start * (100 + by) / 100


RULES: tuple[Rule[Any], ...] = (per_cent_of_what,)
