"""The command that works out what recruitment a goal needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli

GOAL = ("trajectory", "--now", "24", "--goal", "30", "--turnover", "12", "--by", "21 Nov 2027")


@pytest.fixture
def nowhere(tmp_path: Path) -> Cli:
    """The commands, where there is no register."""
    return Cli(tmp_path / "none.db")


def measured(cli: Cli, *fields: str) -> Cli:
    """Return the commands, with an objective due 21 Nov 2027 and a measure of it."""
    cli.done("add", "objective", "--title", "Fair promotion", "--due", "21 Nov 2027")
    cli.done("add", "measure", "--name", "BME staff in 8a+", "--objective", "OBJ-1", *fields)
    return cli


def full(cli: Cli) -> Cli:
    percent = ("--unit", "%", "--baseline", "22", "--target", "30", "--turnover", "12")
    measured(cli, *percent, "--posts", "120", "--hires", "28.6")
    cli.done("add", "reading", "--measure", "MEA-1", "--as-at", "30 Sep 2026", "--value", "24")
    return cli


def test_a_goal_is_worked_out_without_a_register(nowhere: Cli) -> None:
    result = nowhere(*GOAL, "--posts", "120")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "Counted from                  21 Nov 2026",
        "Share now                     24.0%",
        "Goal                          30.0% by 21 Nov 2027, in 1.0 years",
        "Turnover                      12.0% a year",
        "Share of appointments needed  74.0%",
        "Posts                         120",
        "Short of the goal by          8 posts",
        "Appointments expected         14.4 a year, 3.6 a quarter",
        "Of these from the group       10.7 a year, 2.7 a quarter, 11 in all",
        "",
        "74.0% of appointments until 21 Nov 2027 have to be from the group.",
        "",
        "This assumes:",
        "  - 12.0% of the posts fall free each year, the same for every group.",
        "  - The number of posts stays the same, and every free post is filled.",
        "  - Appointments are spread evenly over the time left.",
        "  - One appointment moves the share by 0.8 percentage points.",
    ]


def test_posts_held_stand_for_the_share(nowhere: Cli) -> None:
    held = nowhere.json("trajectory", "--posts", "1200.5", "--held", "240.1", *GOAL[3:])
    assert (held["now"], held["posts"], held["held"]) == (20, 1200.5, 240.1)
    said = nowhere.done("trajectory", "--posts", "1200.5", "--held", "240.1", *GOAL[3:])
    assert "Posts                         1,200.5\n" in said


def test_one_post_is_singular(nowhere: Cli) -> None:
    said = nowhere.done("trajectory", "--posts", "120", "--held", "35", *GOAL[3:])
    assert "Short of the goal by          1 post\n" in said


def test_without_posts_no_people_are_counted(nowhere: Cli) -> None:
    said = nowhere.done(*GOAL)
    assert "Posts" not in said
    assert "From the group" not in said
    assert "One appointment" not in said


def test_turnovers_and_dates_are_compared(nowhere: Cli) -> None:
    others = ("--what-if-turnover", "0, 8;12", "--what-if-by", "21 Nov 2027; 21 Nov 2029")
    lines = nowhere.done(*GOAL, *others).splitlines()
    start = lines.index("Share of appointments needed at other turnovers and dates:")
    assert lines[start - 1 : start + 6] == [
        "",
        "Share of appointments needed at other turnovers and dates:",
        "Turnover    21 Nov 2027    21 Nov 2029",
        "    0.0%  cannot be met  cannot be met",
        "    8.0%          99.0%          51.1%",
        "   12.0%          74.0%          42.8%",
        "",
    ]


def test_a_comparison_of_turnovers_alone_keeps_the_date(nowhere: Cli) -> None:
    plain = nowhere.json(*GOAL, "--what-if-turnover", "8;12;8")
    assert [(cell["turnover"], cell["by"], cell["share_needed"]) for cell in plain["what_if"]] == [
        (8, "2027-11-21", 99),
        (12, "2027-11-21", 74),
    ]


def test_a_comparison_of_dates_alone_keeps_the_turnover(nowhere: Cli) -> None:
    plain = nowhere.json(*GOAL, "--what-if-by", "21 Nov 2027;;21 Nov 2029")
    assert [(cell["turnover"], cell["by"]) for cell in plain["what_if"]] == [
        (12, "2027-11-21"),
        (12, "2029-11-21"),
    ]
    assert plain["what_if"][1]["share_needed"] == 42.8366


def test_a_goal_that_is_met_is_compared_too(nowhere: Cli) -> None:
    met = ("trajectory", "--now", "24", "--goal", "24", "--turnover", "12", "--by", "21 Nov 2027")
    said = nowhere.done(*met, "--what-if-turnover", "0;10")
    assert "    0.0%  met already\n" in said
    assert "   10.0%        24.0%\n" in said


def test_programs_get_numbers_in_per_cent(nowhere: Cli) -> None:
    assert nowhere.json(*GOAL, "--posts", "121") == {
        "schema": 1,
        "kind": "trajectory",
        "measure": None,
        "start": "2026-11-21",
        "now": 24,
        "goal": 30,
        "posts": 121,
        "held": None,
        "hires": None,
        "years": 1,
        "by": "2027-11-21",
        "turnover": 12,
        "share_needed": 74,
        "reachable": True,
        "verdict": "74.0% of appointments until 21 Nov 2027 have to be from the group.",
        "met": False,
        "gap": 8,
        "appointments_per_year": 14.52,
        "appointments_per_quarter": 3.63,
        "needed": 11,
        "needed_per_year": 10.7448,
        "needed_per_quarter": 2.6862,
        "what_if": [],
        "assumptions": [
            "12.0% of the posts fall free each year, the same for every group.",
            "The number of posts stays the same, and every free post is filled.",
            "Appointments are spread evenly over the time left.",
            "One appointment moves the share by 0.8 percentage points.",
        ],
    }


def test_what_cannot_be_worked_out_is_null(nowhere: Cli) -> None:
    plain = nowhere.json("trajectory", *GOAL[1:5], "--turnover", "0", "--by", "21 Nov 2027")
    assert (plain["share_needed"], plain["reachable"], plain["gap"]) == (None, False, None)
    assert plain["needed_per_quarter"] is None


def test_a_goal_that_is_past_has_no_years_left(nowhere: Cli) -> None:
    said = nowhere.done(*GOAL[:-1], "31 Mar 2026", "--posts", "120")
    assert "Goal                          30.0% by 31 Mar 2026\n" in said
    assert "Share of appointments needed  cannot be met\n" in said
    assert "No time is left: the goal was due by 31 Mar 2026." in said
    assert "Of these" not in said


def test_a_measure_says_all_that_is_needed(cli: Cli) -> None:
    said = full(cli).done("trajectory", "mea 1")
    assert said.startswith("Measure                       MEA-001  BME staff in 8a+\n")
    assert "Share now                     24.0%\n" in said
    assert "Share of appointments needed  74.0%\n" in said
    assert "Share of appointments so far  28.6%\n" in said
    plain = cli.json("trajectory", "MEA-1")
    assert (plain["measure"], plain["hires"], plain["posts"]) == ("MEA-001", 28.6, 120)
    assert (plain["now"], plain["goal"], plain["turnover"]) == (24, 30, 12)
    assert (plain["start"], plain["by"]) == ("2026-11-21", "2027-11-21")


def test_without_readings_a_measure_stands_at_its_baseline(cli: Cli) -> None:
    percent = ("--unit", "per cent", "--baseline", "24", "--target", "30", "--turnover", "12")
    measured(cli, *percent, "--target-on", "21 Nov 2029")
    plain = cli.json("trajectory", "MEA-1")
    assert (plain["now"], plain["by"], plain["hires"]) == (24, "2029-11-21", None)
    assert "so far" not in cli.done("trajectory", "MEA-1")


def test_a_reading_of_nothing_is_not_the_baseline(cli: Cli) -> None:
    full(cli)
    cli.done("add", "reading", "--measure", "MEA-1", "--as-at", "31 Oct 2026", "--value", "0")
    assert cli.json("trajectory", "MEA-1")["now"] == 0


def test_an_option_goes_before_the_measure(cli: Cli) -> None:
    plain = full(cli).json("trajectory", "MEA-1", "--turnover", "8", "--by", "21 Nov 2029")
    assert (plain["turnover"], plain["by"], plain["goal"]) == (8, "2029-11-21", 30)


def test_posts_held_go_before_the_share_of_a_measure(cli: Cli) -> None:
    plain = full(cli).json("trajectory", "MEA-1", "--held", "33")
    assert (plain["now"], plain["held"], plain["gap"]) == (27.5, 33, 3)


def test_a_share_that_is_given_has_to_agree_with_the_posts_held(cli: Cli) -> None:
    result = full(cli)("trajectory", "MEA-1", "--held", "33", "--now", "24")
    assert result.exit_code == 1
    assert "--held: 33 of 120 posts is 27.5%, not 24.0%; give one or the other." in result.stderr


def test_posts_held_of_an_unknown_number_leave_the_share_of_the_measure(cli: Cli) -> None:
    percent = ("--unit", "%", "--baseline", "24", "--target", "30", "--turnover", "12")
    assert measured(cli, *percent).json("trajectory", "MEA-1", "--held", "33")["now"] == 24


def test_a_withdrawn_objective_lends_no_date(cli: Cli) -> None:
    full(cli).done("withdraw", "OBJ-1", "--reason", "Twice")
    result = cli("trajectory", "MEA-1")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[1:] == [
        "  --by: Give the date by which the goal is to be met, such as 31 March 2029."
    ]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (
            (),
            [
                "--goal: Give the share to be reached in %, such as 30.",
                "--turnover: Give the share of the posts that fall free in a year in %, "
                "such as 12.",
                "--by: Give the date by which the goal is to be met, such as 31 March 2029.",
            ],
        ),
        (GOAL[3:5], ["--turnover: Give", "--by: Give"]),
        ((*GOAL[3:5], *GOAL[7:]), ["--turnover: Give"]),
        (GOAL[3:], ["--held: Give the share now, or the posts and how many of them"]),
        (
            ("--now", "x", "--goal", "1,5", "--by", "31/4/2027"),
            ["--now: “x” is not a number", "--goal: “1,5”", "--by: “31/4/2027” does not exist"],
        ),
        (
            ("--turnover", "a", "--posts", "b", "--held", "c"),
            ["--turnover: “a”", "--posts: “b”", "--held: “c”"],
        ),
        ((*GOAL[1:], "--goal", "130"), ["--goal: The goal has to be between 0% and 100%; 130.0%"]),
        (
            (*GOAL[1:], "--what-if-turnover", "8;140"),
            ["--what-if-turnover: The turnover has to be between 0% and 100%; 140.0% is not."],
        ),
        (
            (*GOAL[1:], "--what-if-turnover", "8;q", "--what-if-by", "soon"),
            ["--what-if-turnover: “q”", "--what-if-by: “soon”"],
        ),
    ],
)
def test_what_is_missing_or_cannot_be_is_said(
    nowhere: Cli, args: tuple[str, ...], said: list[str]
) -> None:
    result = nowhere("trajectory", *args)
    assert (result.exit_code, result.stdout) == (1, "")
    lines = result.stderr.splitlines()
    assert lines[0] == "Please check:"
    assert len(lines) == len(said) + 1
    for line, words in zip(lines[1:], said, strict=True):
        assert line.strip().startswith(words)


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("ratio", "Refused: MEA-001 has to be a share of posts in %, but its unit is “ratio”.\n"),
        ("", "Refused: MEA-001 has to be a share of posts in %, but it has no unit.\n"),
    ],
)
def test_a_measure_has_to_be_a_percentage(cli: Cli, unit: str, said: str) -> None:
    result = measured(cli, "--unit", unit)("trajectory", "MEA-1")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", said)


def test_only_a_measure_has_a_trajectory(filled: Cli) -> None:
    result = filled("trajectory", "OBJ-1")
    assert result.exit_code == 1
    assert result.stderr == "Not found: OBJ-001 is no measure; give one such as MEA-004.\n"
    assert "no measure MEA-009" in filled("trajectory", "MEA-9").stderr
