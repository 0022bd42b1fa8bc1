from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli

PLAN = (
    "Action,Lead,Due by,RAG\n"
    "Publish the data,Head of HR,31/6/2027,Complete\n"
    "Mixed panels,Head of Resourcing,31/6/2027,Green\n"
    ",Head of Nothing,1/5/2027,Complete\n"
)


@pytest.fixture
def brought(cli: Cli, tmp_path: Path) -> Cli:
    """A register with a plan in which four things wait."""
    path = tmp_path / "plan.csv"
    path.write_text(PLAN, encoding="utf-8")
    cli("import", str(path))
    return cli


def numbers(cli: Cli, matter: str) -> list[str]:
    """Return the numbers of what waits of one sort."""
    return [str(one["number"]) for one in cli.json("desk")["desk"] if one["matter"] == matter]


def test_the_desk_lists_what_waits_with_proposals_and_reasons(brought: Cli) -> None:
    lines = brought.done("desk").splitlines()
    assert lines[0].endswith("Date: ACT-001 Publish the data")
    assert lines[1] == "   plan.csv, row 2, Due by"
    assert "   1. 30 Jun 2027 (the last day of the month)" in lines
    (date, *_) = brought.json("desk")["desk"]
    assert date["proposals"][1] == {
        "words": "1 Jul 2027",
        "why": "the day after that month ends",
    }


def test_the_desk_says_under_each_thing_by_which_command_it_is_settled(brought: Cli) -> None:
    result = brought("desk")
    date, row, status = (numbers(brought, matter)[0] for matter in ("date", "row", "status"))
    assert f"   Accept with: edi-tui desk accept {date} --choice 1\n" in result.stdout
    assert f"   Accept with: edi-tui desk accept {status} --choice 1\n" in result.stdout
    assert f"   Add with: edi-tui desk add {row} FIELD=WORDS\n" in result.stdout
    assert "edi-tui desk correct NUMBER WORDS" in result.stderr


def test_what_may_be_a_choice_is_not_taken_for_a_second_number(brought: Cli) -> None:
    first, second = numbers(brought, "date")
    refused = brought("desk", "accept", first, "2")
    assert refused.exit_code == 2
    assert f"edi-tui desk accept {first} --choice 2" in refused.stderr
    assert brought("desk", "accept", first, second, "--choice", "2").exit_code == 2
    assert numbers(brought, "date") == [first, second]
    third = numbers(brought, "status")[0]
    assert brought.done("desk", "accept", first, second, third) == "ACT-001\nACT-002\n"


def test_words_that_do_not_fit_are_refused_without_naming_an_option(brought: Cli) -> None:
    refused = brought("desk", "correct", numbers(brought, "date")[0], "31 Feb 2027")
    assert refused.stderr == (
        "Please check: “31 Feb 2027” does not exist: the month has 28 days. Write 28 Feb 2027.\n"
    )
    refused = brought("desk", "add", numbers(brought, "row")[0])
    assert refused.stderr == "Please check: text: Action is needed.\n"


def test_an_empty_desk_says_so(cli: Cli) -> None:
    result = cli("desk")
    assert (result.stdout, result.stderr) == ("", "Nothing waits on the Desk.\n")


def test_everything_alike_is_accepted_at_once(brought: Cli) -> None:
    first = numbers(brought, "date")[0]
    assert brought.done("desk", "accept", first, "--like") == "ACT-001\nACT-002\n"
    rows = brought.json("list", "actions")["rows"]
    assert [row["due_on"] for row in rows] == ["2027-06-30", "2027-06-30"]
    assert numbers(brought, "date") == []


def test_another_choice_other_words_and_leaving_as_it_is(brought: Cli) -> None:
    first, second = numbers(brought, "date")
    brought.done("desk", "accept", first, "--choice", "2")
    brought.done("desk", "correct", second, "5 July 2027")
    rows = brought.json("list", "actions")["rows"]
    assert [row["due_on"] for row in rows] == ["2027-07-01", "2027-07-05"]
    brought.done("desk", "keep", *numbers(brought, "status"))
    brought.done("desk", "leave-out", *numbers(brought, "row"))
    assert brought.json("desk")["desk"] == []


def test_a_row_set_aside_is_added_with_the_field_that_it_lacked(brought: Cli) -> None:
    (row,) = numbers(brought, "row")
    assert brought("desk", "add", row).exit_code == 1
    assert brought.done("desk", "add", row, "text=Ask staff") == "ACT-003\n"
    added = brought.json("list", "actions")["rows"][-1]
    assert (added["text"], added["lead"], added["due_on"]) == (
        "Ask staff",
        "Head of Nothing",
        "2027-05-01",
    )
    assert added["status"] == "complete"


@pytest.mark.parametrize(
    "args", [("accept", "999"), ("correct", "999", "x"), ("keep", "999"), ("add", "999", "a=b")]
)
def test_what_is_not_on_the_desk_is_refused(brought: Cli, args: tuple[str, ...]) -> None:
    result = brought("desk", *args)
    assert result.exit_code == 1
    assert "There is nothing numbered 999 on the Desk" in result.stderr


def test_what_was_learned_is_listed_and_forgotten(brought: Cli) -> None:
    brought.done("desk", "accept", *numbers(brought, "status"))
    assert "“Green” means on track" in brought.done("learned")
    assert brought.json("learned")["learned"] == [
        {"ref": "LRN-001", "sort": "status", "of": "", "words": "Green", "meaning": "on_track"}
    ]
    assert brought.done("learned", "forget", "lrn 1") == "LRN-001\n"
    assert brought.json("learned")["learned"] == []
    assert brought("learned", "forget", "LRN-001").exit_code == 1
