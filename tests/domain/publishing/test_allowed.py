"""What of a record the public may read."""

from __future__ import annotations

import pytest

from edi_tui.domain.kinds import Kind
from edi_tui.domain.publishing.allowed import ALLOWED, allowed
from tests.domain.rules.rows import member, objective


def test_of_a_member_nothing_but_the_role_is_told() -> None:
    assert allowed(member(role="Chair", name="Jo Bloggs")) == {"role": "Chair"}


def test_of_an_objective_no_name_and_no_word_of_progress_is_told() -> None:
    row = objective(title="Raise it", progress="Slow", owner="Jo Bloggs")
    assert allowed(row) == {
        "ref": "OBJ-001",
        "title": "Raise it",
        "summary": "",
        "hia": "",
        "due_on": row.due_on,
        "updated_on": row.updated_on,
    }


@pytest.mark.parametrize("kind", [Kind.APPRAISAL, Kind.CONCERN, Kind.CHALLENGE, Kind.EVIDENCE])
def test_of_what_is_confidential_there_is_no_public_side(kind: Kind) -> None:
    assert kind not in ALLOWED
