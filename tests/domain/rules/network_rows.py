"""Networks and their sponsors, and what the rules remark on them."""

from __future__ import annotations

from datetime import date, timedelta

from edi_tui.domain.rows import NetworkRow, Row
from edi_tui.domain.rules.rule import Remark, Rule
from tests.domain.rules.board_rows import heard_score
from tests.domain.rules.rows import AS_AT, view


def days(count: int) -> timedelta:
    return timedelta(days=count)


def remarks(rule: Rule[NetworkRow], row: NetworkRow, *rows: Row) -> list[Remark]:
    return list(rule.judge(row, view(row, *rows)))


RAISED = AS_AT - days(61)
NOW = heard_score(date(2026, 9, 30), "3.0")
BEFORE = date(2026, 6, 30)
