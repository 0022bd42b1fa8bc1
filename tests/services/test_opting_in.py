"""What is published is said of each objective, and can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import ObjectiveDraft
from edi_tui.domain.rows import ObjectiveRow
from edi_tui.services import records
from edi_tui.services.lists import history_of, rows_of
from edi_tui.services.register import Register
from edi_tui.services.search import search
from edi_tui.services.undo import undo


def opted_in(register: Register) -> None:
    """Add an objective and then publish it."""
    records.add(register, ObjectiveDraft(title="Raise the share"))
    found = records.get(register, "OBJ-001")
    assert isinstance(found.draft, ObjectiveDraft)
    told = replace(found.draft, published=True, summary="More of us will lead.")
    records.edit(register, "OBJ-001", told, version=found.version)


def the_row(register: Register) -> ObjectiveRow:
    (row,) = rows_of(register, Kind.OBJECTIVE)
    assert isinstance(row, ObjectiveRow)
    return row


def test_an_objective_is_private_until_somebody_says_otherwise(register: Register) -> None:
    records.add(register, ObjectiveDraft(title="Raise the share"))
    assert (the_row(register).published, the_row(register).summary) == (False, "")


def test_opting_in_is_logged_found_and_undone(register: Register) -> None:
    opted_in(register)
    assert (the_row(register).published, the_row(register).summary) == (
        True,
        "More of us will lead.",
    )
    after = history_of(register, "OBJ-001")[0].after
    assert (after["published"], after["summary"]) == (True, "More of us will lead.")
    assert search(register, Kind.OBJECTIVE, "published:yes").numbers == [1]
    undo(register)
    assert not the_row(register).published


def test_nothing_is_published_without_a_summary(register: Register) -> None:
    with pytest.raises(InvalidError, match="needs a summary"):
        records.add(register, ObjectiveDraft(title="Raise the share", published=True))
