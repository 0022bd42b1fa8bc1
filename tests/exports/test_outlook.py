"""What a site would hold is told before it is made."""

from __future__ import annotations

import pytest

from edi_tui.domain.errors import NotFoundError
from edi_tui.exports.outlook import outlook
from edi_tui.services.closing import ClosingTerms, close_quarter
from edi_tui.services.register import Register
from edi_tui.store.publications import published
from tests.services.closing import Q2, edited

ALL_THE_SAME = ClosingTerms(despite="No time")


def test_what_is_left_out_is_told_apart_by_why(full: Register) -> None:
    edited(full, "OBJ-001", published=True, summary="More of us will lead.")
    close_quarter(full, Q2, ALL_THE_SAME)
    edited(full, "OBJ-003", published=True, summary="Soon.")
    found = outlook(full)
    objectives, networks = found.left_out
    assert [one.ref for one in found.newest.objectives] == ["OBJ-001"]
    assert (objectives.never, objectives.since) == (("OBJ-002",), ("OBJ-003",))
    assert networks.since == ()
    assert set(networks.never).isdisjoint(one.ref for one in found.newest.networks)
    assert found.unseen is None
    with full.reading() as session:
        assert not published(session)


def test_what_nobody_has_looked_at_is_named_without_being_repeated(full: Register) -> None:
    edited(full, "OBJ-001", published=True, summary="Ask ada@example.org.")
    close_quarter(full, Q2, ALL_THE_SAME)
    unseen = outlook(full).unseen
    assert unseen is not None
    assert list(unseen.refs) == ["OBJ-001"]
    assert list(unseen.found) == ["OBJ-001, Public summary: an e-mail address"]


def test_without_a_closed_quarter_there_is_none(full: Register) -> None:
    with pytest.raises(NotFoundError, match="No quarter is closed"):
        outlook(full)
