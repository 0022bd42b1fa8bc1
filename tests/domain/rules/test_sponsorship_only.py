from __future__ import annotations

from typing import Any

import pytest

from edi_tui.domain.rules.sponsorship_only import sponsorship_only
from tests.domain.rules.rows import measure, objective, said, says, sponsorship, view

SPONSOR = "Be executive sponsor of the disability network and attend its meetings"
MEETINGS = measure(name="Network meetings attended", unit="count")
ANSWERED = measure(name="Concerns of the network answered by the board", unit="count")
ACHIEVES = sponsorship(objective="OBJ-001", achieves="Three concerns are answered")


@pytest.mark.parametrize(
    ("title", "value"),
    [
        (SPONSOR, "sponsor"),
        ("Sponsoring the women's network", "Sponsoring"),
        ("Champion LGBT+ inclusion", "Champion"),
        ("Be a visible ally", "ally"),
        ("Attend the race equality network", "Attend"),
        ("Sponsor the network; hold 4 meetings", "Sponsor"),
    ],
)
def test_sponsorship_alone_is_no_objective(title: str, value: str) -> None:
    remark = said(sponsorship_only, objective(title=title), view())
    assert (remark.says, remark.value) == ("only", value)


@pytest.mark.parametrize(
    "title",
    [
        "Raise the share of disabled staff from 4% to 6%",
        "Attend the board's away day",
        "Answer what the network raises",
        "As sponsor of the network, raise the declaration rate from 4% to 6%",
        "Sponsor 12 nurses into leadership posts",
    ],
)
def test_an_objective_that_says_what_changes_is_more(title: str) -> None:
    assert says(sponsorship_only, objective(title=title), view()) == []


@pytest.mark.parametrize(
    ("done", "rows", "expected"),
    [
        ("", [], ["only"]),
        ("", [MEETINGS], ["only"]),
        ("", [ANSWERED], ["achieves-nothing"]),
        ("Concerns are answered", [], ["not-measured"]),
        ("Concerns are answered", [MEETINGS], ["attendance-only"]),
        ("Concerns are answered", [ANSWERED], []),
        ("Concerns are answered", [MEETINGS, ANSWERED], []),
        ("", [ACHIEVES], ["not-measured"]),
        ("", [ACHIEVES, ANSWERED], []),
        ("", [sponsorship(objective="OBJ-001"), ANSWERED], ["achieves-nothing"]),
        ("", [sponsorship(achieves="x"), ANSWERED], ["achieves-nothing"]),
    ],
)
def test_it_needs_what_sponsorship_achieves_and_a_measure_of_it(
    done: str, rows: list[Any], expected: list[str]
) -> None:
    assert says(sponsorship_only, objective(title=SPONSOR, done=done), view(*rows)) == expected


def test_the_field_to_mend_is_named() -> None:
    remark = said(sponsorship_only, objective(title=SPONSOR), view(ANSWERED))
    assert remark.field == "done"
