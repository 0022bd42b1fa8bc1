"""Offices as they are compared."""

from __future__ import annotations

import pytest

from edi_tui.domain.offices import same_office


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Internal audit", "internal  AUDIT", True),
        ("the People team", "People team", True),
        ("People team", "The people team.", True),
        ("Theatre staff", "atre staff", False),
        ("Chair", "Chief Executive", False),
        ("", "", False),
        ("Chair", "", False),
    ],
)
def test_an_office_is_known_by_its_name_with_or_without_an_article(
    one: str, other: str, same: bool
) -> None:
    assert same_office(one, other) is same
