"""The commands that read the change log and take steps of it back, and those of the bin."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Cli


@pytest.fixture
def changed(filled: Cli) -> Cli:
    """A register whose action has another lead and other words."""
    filled.done("edit", "ACT-1", "--lead", "Chair", "--text", "Publish all the data")
    return filled


def test_the_history_of_a_record_says_from_what_to_what(changed: Cli) -> None:
    said = changed.done("history", "ACT-1")
    assert "Action  Publish [-the -]{+all the +}data" in said or "{+all +}the data" in said
    assert "Lead    Head of HR → Chair" in said
    assert "Due     31/4/2016\n" in said


def test_undo_and_redo_say_what_they_did(changed: Cli) -> None:
    assert changed.done("undo", "--dry-run") == "Next to undo: edit ACT-001\n"
    result = changed("undo")
    assert result.stdout == "ACT-001\n"
    assert result.stderr == "Undone: edit ACT-001. To do it again: edi-tui redo\n"
    assert changed.json("show", "ACT-1")["lead"] == "Head of HR"
    assert "edit ACT-001 (undone)" in changed.done("history")
    result = changed("redo")
    assert (result.stdout, "Done again: edit ACT-001." in result.stderr) == ("ACT-001\n", True)
    assert changed.json("show", "ACT-1")["lead"] == "Chair"
    assert changed("redo").exit_code == 1


def test_a_step_is_undone_by_its_number(changed: Cli) -> None:
    changed.done("edit", "NET-1", "--chair", "Network chair")
    number = changed.json("history", "ACT-1")["rows"][0]["seq"]
    assert changed.done("undo", str(number)) == "ACT-001\n"
    again = changed("undo", str(number))
    assert (again.exit_code, "has been undone already" in again.stderr) == (1, True)
    assert changed("undo", "0").exit_code == 2
    assert changed("undo", "5", "--dry-run").exit_code == 2


def test_the_bin_lists_what_was_withdrawn_and_gives_it_back(changed: Cli) -> None:
    changed.done("withdraw", "ACT-1", "--reason", "twice")
    assert "twice" in changed.done("bin")
    assert changed.done("bin", "networks").count("\n") == 1
    (row,) = changed.json("bin", "actions")["rows"]
    assert (row["ref"], row["kind"], row["reason"]) == ("ACT-001", "action", "twice")
    assert changed.done("restore", "act 1") == "ACT-001\n"
    assert changed.json("bin")["rows"] == []
    assert changed("restore", "ACT-1").exit_code == 1
    assert changed("bin", "organisation").exit_code == 2
