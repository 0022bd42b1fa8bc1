"""Roles in few words."""

from __future__ import annotations

import pytest

from edi_tui.domain.brief_roles import brief_role, told_apart
from edi_tui.domain.words import Standing
from tests.domain.rules.rows import member


@pytest.mark.parametrize(
    ("role", "brief"),
    [
        ("Chair", "Chair"),
        ("Chief Nursing Officer", "Chief Nursing Officer"),
        ("Non-executive Director", "NED"),
        ("Non-Executive Director and Vice Chair", "NED, Vice Chair"),
        ("Non-executive Director and Senior Independent Director", "NED, SID"),
        ("Non-executive Director and Chair of the Audit Committee", "NED, Audit chair"),
        ("Associate non executive director", "Associate NED"),
        ("Chair of People and Culture Committee", "People and Culture chair"),
        ("Director of Strategy", "Director of Strategy"),
    ],
)
def test_a_role_is_shortened_as_boards_do(role: str, brief: str) -> None:
    assert brief_role(role) == brief


def test_seats_of_one_role_are_told_apart_by_their_holders() -> None:
    found = told_apart(
        [
            member(ref="MEM-001", role="Chair", name="Lee Ray"),
            member(ref="MEM-002", role="Non-executive Director", name="Ada Obi"),
            member(
                ref="MEM-003",
                role="Non-executive director",
                name="Jo Day",
                standing=Standing.INTERIM,
            ),
        ]
    )
    assert found == {
        "MEM-001": "Chair",
        "MEM-002": "NED, Ada Obi",
        "MEM-003": "NED, Jo Day (interim)",
    }
