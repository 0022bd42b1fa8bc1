"""Several records named with commas are changed as one step."""

from __future__ import annotations

from tests.cli.conftest import Cli


def three(cli: Cli) -> None:
    for title in ("One", "Two", "Three"):
        cli("add", "objective", "--title", title)


def plans(cli: Cli) -> list[str]:
    return [row["plan"] for row in cli.json("list", "objectives")["rows"]]


def test_a_field_is_set_for_all(cli: Cli) -> None:
    three(cli)
    result = cli("edit", "OBJ-001,obj 3", "--plan", "Green plan")
    assert (result.stdout, result.stderr) == (
        "OBJ-001\nOBJ-003\n",
        "2 objectives changed, as one step.\n",
    )
    assert plans(cli) == ["Green plan", "", "Green plan"]
    changes = cli.json("history")["rows"]
    assert {change["summary"] for change in changes[:2]} == {"edit 2 objectives"}


def test_a_status_is_said_of_all(cli: Cli) -> None:
    three(cli)
    cli("update", "OBJ-001,OBJ-002", "--status", "on track", "--narrative", "Begun")
    rows = cli.json("list", "objectives")["rows"]
    assert [row["status"] for row in rows] == ["on_track", "on_track", "no_update"]
    result = cli("update", "OBJ-001,OBJ-002", "--narrative", "x")
    assert "Choose the status" in result.stderr


def test_what_cannot_be_changed_is_told_and_ends_with_1(cli: Cli) -> None:
    three(cli)
    cli("withdraw", "OBJ-002", "--reason", "double")
    result = cli("withdraw", "OBJ-001,OBJ-002", "--reason", "merged")
    assert result.exit_code == 1
    assert result.stdout == "OBJ-001\n"
    assert "OBJ-002 was left alone: It has been withdrawn since." in result.stderr
    assert [row["ref"] for row in cli.json("list", "objectives")["rows"]] == ["OBJ-003"]


def test_two_fields_at_once_are_refused(cli: Cli) -> None:
    three(cli)
    result = cli("edit", "OBJ-001,OBJ-002", "--plan", "x", "--baf", "SR4")
    assert "exactly one field" in result.stderr
    assert plans(cli) == ["", "", ""]
