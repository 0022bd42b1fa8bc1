from __future__ import annotations

from typing import Any

import pytest

from edi_tui.domain.rules.sponsorship_only import sponsorship_only
from tests.domain.rules.rows import measure, objective, said, says, sponsorship, view

SPONSOR = "Be executive sponsor of the disability network and attend its meetings"
MEETINGS = measure(name="Network meetings attended", unit="count")
ANSWERED = measure(name="Concerns of the network answered by the board", unit="count")
JOINED = measure(name="Members who joined", unit="count")
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
        ("Sponsor the LGBTQ+ network", "Sponsor"),
        ("Act as champion for the carers' network", "champion"),
        ("Implement executive sponsorship of each network", "sponsorship"),
        ("Provide executive sponsorship to the race network", "sponsorship"),
        ("Ensure executive sponsorship of each network", "sponsorship"),
        ("Continue to actively sponsor the network", "sponsor"),
        ("Every director sponsors a network", "sponsors"),
        ("As executive sponsor of the network, attend its meetings", "sponsor"),
        ("Board members attend network meetings", "attend"),
        ("Attend and support the network", "Attend"),
        ("Attend at least one network meeting a year", "Attend"),
        ("Chair the staff forum", "Chair"),
        ("Be an ally and meet the network's members", "ally"),
        ("Champion an open and inclusive culture", "Champion"),
        ("Sponsor the network and improve inclusion", "Sponsor"),
        ("Raise awareness and sponsor the network", "sponsor"),
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
        "Attend meetings of the board",
        "Attend the induction and write to the network",
        "Answer what the network raises",
        "As sponsor of the network, raise the declaration rate from 4% to 6%",
        "Sponsor 12 nurses into leadership posts",
        "Increase the diversity of committee chairs, working with our staff networks",
        "Publish the statement, with the Chief Executive as executive sponsor, by 31 March 2027",
        "Publish and deliver the strategy, with the Chief Executive as executive sponsor",
        "The Chair will publish the anti-racism statement and discuss it at the staff forum",
        "Reduce bullying of nurses, with the help of wellbeing champions",
        "Reduce bullying with the help of wellbeing champions",
        "Promote inclusion through allies",
        "Promote staff who champion inclusion",
        "Train wellbeing champions on every ward",
        "Reduce the number of champions who leave",
        "Sponsor the network and answer its concerns within a month",
        "Be executive sponsor of the network and publish what the board did with its concerns",
        "As executive sponsor of the network, raise membership from 120 to 200",
        "Sponsor the women's network by closing the pay gap",
        "The executive sponsor will publish the action plan",
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
        ("Every meeting has been attended", [ANSWERED], ["achieves-nothing"]),
        ("Meetings held; training completed", [ANSWERED], ["achieves-nothing"]),
        ("Every meeting has been attended", [MEETINGS], ["only"]),
        ("The sponsor attends", [ANSWERED], ["achieves-nothing"]),
        ("A ward where nobody feels alone", [ANSWERED], []),
        ("Publish what the meetings ask for", [ANSWERED], []),
        ("Meetings are held and concerns are answered", [ANSWERED], []),
        ("Members who attend meetings feel heard", [ANSWERED], []),
        ("Concerns raised at meetings are answered", [ANSWERED], []),
        ("90% of those who attend feel heard", [ANSWERED], []),
        ("Concerns are answered", [JOINED], []),
        (
            "",
            [sponsorship(objective="OBJ-001", achieves="All meetings attended"), ANSWERED],
            ["achieves-nothing"],
        ),
        ("", [ACHIEVES], ["not-measured"]),
        ("", [ACHIEVES, ANSWERED], []),
        ("", [sponsorship(objective="OBJ-001"), ANSWERED], ["achieves-nothing"]),
        ("", [sponsorship(achieves="x"), ANSWERED], ["achieves-nothing"]),
    ],
)
def test_it_needs_what_sponsorship_achieves_and_a_measure_of_it(
    done: str, rows: list[Any], expected: list[str]
) -> None:
    row = objective(title=SPONSOR, done=done)
    remarks = list(sponsorship_only.judge(row, view(*rows)))
    assert [(each.says, each.value) for each in remarks] == [(each, "sponsor") for each in expected]


def test_the_field_to_mend_is_named() -> None:
    remark = said(sponsorship_only, objective(title=SPONSOR), view(ANSWERED))
    assert remark.field == "done"
