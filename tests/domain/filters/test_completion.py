from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.filters.completion import MOST, completions
from edi_tui.domain.kinds import Kind

NAMES = {
    "owner": ["Chair", "Chief People Officer", "Chief Executive"],
    "quarters": ["2026/27 Q3"],
    "@": ["late", "mine"],
}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("sta", ["status:", "start_on:"]),
        ("bands st", ["status:", "start_on:"]),
        ("(ow", ["owner:", "owner_ref:"]),
        ("due.", ["due.before:", "due.after:", "due.on:", "due.by:"]),
        ("due.b", ["due.before:", "due.by:"]),
        ("latest.", ["latest.over:", "latest.under:"]),
        ("status:at", ['status:"at risk"']),
        ("status:", None),
        ("owner:chief", ['owner:"Chief People Officer"', 'owner:"Chief Executive"']),
        ('owner:"chief p', ['owner:"Chief People Officer"']),
        ("owner:people", ['owner:"Chief People Officer"']),
        ("due.before:eo", ["due.before:eom", "due.before:eoq", "due.before:eoy"]),
        ("due.by:2026", ['due.by:"2026/27 Q3"']),
        ("+s", ["+stale", "+sponsoronly"]),
        ("@l", ["@late"]),
        ("zzz:a", []),
        ("non-ex", []),
        ("", []),
        ("a ", []),
    ],
)
def test_what_may_stand_at_the_cursor_is_offered(text: str, whole: list[str] | None) -> None:
    found = [one.text for one in completions(text, len(text), Kind.OBJECTIVE, NAMES)]
    if whole is None:
        assert len(found) == 12
    elif whole:
        assert found[: len(whole)] == whole
    else:
        assert found == []


def test_a_choice_takes_the_place_of_the_piece_before_the_cursor() -> None:
    (choice,) = completions("+stale status:at_r and x", 18, Kind.OBJECTIVE, {})
    assert (choice.start, choice.end, choice.text) == (7, 18, 'status:"at risk"')
    assert choice.shown == "at risk"


@given(st.text(), st.integers(0, 50))
def test_any_text_has_few_choices_within_it(text: str, cursor: int) -> None:
    for kind in (Kind.OBJECTIVE, Kind.EVIDENCE):
        found = completions(text, cursor, kind, NAMES)
        assert len(found) <= MOST
        assert all(0 <= one.start <= one.end <= max(cursor, len(text)) for one in found)
