from __future__ import annotations

import pytest

from edi_tui.domain.errors import FileRefusedError
from edi_tui.domain.kinds import Kind
from edi_tui.imports.grid import Cell, Grid, Row, Table
from edi_tui.imports.guess import guess_kind


def grid(*headings: str) -> Grid:
    return Grid("plan.csv", "00", (Table("file", (Row(1, tuple(map(Cell, headings))),)),))


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["Action", "Outcome", "Due by", "Progress review", "RAG rating", "Lead"], Kind.ACTION),
        (["Objective", "Level", "Owner", "Due", "Measure", "Target"], Kind.OBJECTIVE),
        (["Name", "Role", "Seat", "Standing", "Voting", "From", "To"], Kind.MEMBER),
        (["Name", "Characteristic", "State", "Chair", "Meets"], Kind.NETWORK),
        (["Network", "Member", "Kind", "From", "To", "Achieves"], Kind.SPONSORSHIP),
        (["Objective", "Action", "Deadline", "Lead", "RAG"], Kind.ACTION),
    ],
)
def test_the_kind_is_told_from_the_headings(headings: list[str], expected: Kind) -> None:
    assert guess_kind([grid(*headings)], {}) is expected


def test_all_tables_count_together() -> None:
    assert guess_kind([grid("Name", "From"), grid("Name", "Chair", "Meets")], {}) is Kind.NETWORK


def test_a_choice_counts_where_the_kind_has_the_field() -> None:
    assert guess_kind([grid("Promise", "Due", "Lead")], {"Promise": "text"}) is Kind.ACTION
    assert guess_kind([grid("Promise", "Due", "Lead")], {"Promise": "title"}) is Kind.OBJECTIVE


def test_as_many_fields_of_two_kinds_are_refused() -> None:
    headings = ["Objective", "Action", "Timeframe", "Measure", "Owner"]
    with pytest.raises(FileRefusedError, match=r"actions or objectives.*--as actions"):
        guess_kind([grid(*headings)], {})


def test_no_known_heading_is_refused_with_those_found() -> None:
    with pytest.raises(FileRefusedError, match=r"“Fruit”, “Colour”.*--as actions.*--map"):
        guess_kind([grid("Fruit", "Colour")], {})
