"""Rules that speak of objectives while they run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.rules.objective_rule import objective_rule
from edi_tui.domain.rules.rule import Remark
from edi_tui.domain.rules.view import View
from edi_tui.domain.words import Status
from tests.domain.rules.rows import objective, remarks, view


@pytest.mark.parametrize("status", Status)
def test_a_rule_on_objectives_speaks_until_they_are_closed(status: Status) -> None:
    @objective_rule("X1")
    def named(row: ObjectiveRow, view: View) -> Iterator[Remark]:
        yield Remark("named", row.title, {"day": str(view.as_at)})

    row, seen = objective(status=status), view()
    expected = [Remark("named", row.title, {"day": "2026-11-21"})]
    assert (named.id, named.of) == ("X1", Kind.OBJECTIVE)
    assert remarks(named, row, seen) == ([] if status.closed else expected)
