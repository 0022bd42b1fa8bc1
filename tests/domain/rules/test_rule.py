"""A rule made of a function."""

from __future__ import annotations

from collections.abc import Iterator

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import NetworkRow
from edi_tui.domain.rules.rule import Remark, rule
from edi_tui.domain.rules.view import View
from tests.domain.rules.rows import network, says, view


def test_a_function_becomes_a_rule_with_its_id_and_kind() -> None:
    @rule("X1", Kind.NETWORK)
    def named(row: NetworkRow, view: View) -> Iterator[Remark]:
        yield Remark(row.name)

    assert (named.id, named.of) == ("X1", Kind.NETWORK)
    assert says(named, network(), view()) == ["Disability Network"]
