"""The commands that show the frameworks and bring them up to date."""

from __future__ import annotations

from tests.cli.conftest import Cli


def test_the_frameworks_are_shown_with_what_serves_them(filled: Cli) -> None:
    lines = filled.done("frameworks").splitlines()
    assert lines[0] == "EDI plan"
    headings = ["Code", "Deadline", "Objectives", "Actions", "Through", "Note", "Item"]
    assert lines[1].split() == headings
    assert lines[2].split(maxsplit=4) == ["HIA1", "1", "0", "unconfirmed", "High impact action 1"]


def test_an_item_without_an_objective_is_told_in_words(filled: Cli) -> None:
    said = filled.done("frameworks")
    assert "Gaps\nNo objective serves HIA3 (High impact action 3). Link an objective to" in said
    assert "No objective serves, of EDI plan: HIA3, HIA4, HIA5, HIA6.\n" in said
    assert "serves HIA1" not in said


def test_an_item_that_is_served_through_another_is_no_finding(filled: Cli) -> None:
    filled.done("frameworks", "refresh")
    filled.done("add", "objective", "--title", "Close the gap", "--frameworks", "GPG")
    said = filled.done("frameworks")
    assert "\nHIA3 is served through GPG only.\n" in said
    assert "No objective serves HIA3 (" not in said
    assert "No objective serves, of Gender pay gap reporting" not in said


def test_an_item_that_has_ended_is_no_gap(filled: Cli) -> None:
    filled.done("edit", "HIA3", "--valid-to", "31 March 2026")
    said = filled.done("frameworks")
    (row,) = (line for line in said.splitlines() if line.startswith("HIA3 "))
    assert "  unconfirmed, ended  " in row
    assert "No objective serves HIA3" not in said


def test_an_item_that_has_not_begun_is_no_gap_either(filled: Cli) -> None:
    filled.done("edit", "HIA3", "--valid-from", "1 April 2027")
    said = filled.done("frameworks")
    (row,) = (line for line in said.splitlines() if line.startswith("HIA3 "))
    assert "  unconfirmed, not in force yet  " in row
    assert "No objective serves HIA3" not in said


def test_where_every_item_is_served_there_are_no_gaps(filled: Cli) -> None:
    for number in range(3, 7):
        filled.done("add", "objective", "--title", f"O{number}", "--frameworks", f"HIA{number}")
    result = filled("frameworks")
    assert "Gaps" not in result.stdout
    assert result.stderr == "An objective serves every item.\n"


def test_programs_get_the_references_and_the_findings(filled: Cli) -> None:
    filled.done("frameworks", "refresh")
    told = filled.json("frameworks")
    assert (told["schema"], told["kind"]) == (1, "frameworks")
    rows = {row["code"]: row for row in told["rows"]}
    assert (rows["HIA1"]["objectives"], rows["HIA1"]["through"]) == (["OBJ-001"], [])
    assert (rows["EDS3A"]["objectives"], rows["EDS3A"]["through"]) == ([], ["HIA1"])
    assert (rows["HIA4.1"]["deadline"], rows["HIA4.1"]["unconfirmed"]) == ("October 2023", True)
    assert (rows["WRES1"]["unconfirmed"], rows["WRES1"]["in_force"]) == (False, True)
    assert {"HIA3", "EDS3A", "WRES1"} <= set(told["gaps"])
    assert [finding["ref"] for finding in told["findings"]] == [f"FWK-00{n}" for n in range(3, 7)]


def test_refreshing_prints_the_codes_that_were_added(filled: Cli) -> None:
    result = filled("frameworks", "refresh")
    assert result.stdout.splitlines()[:2] == ["HIA1.1", "HIA1.2"]
    assert result.stderr == "78 added; 6 left as they were.\n"
    again = filled("frameworks", "refresh")
    assert (again.stdout, again.stderr) == ("", "0 added; 84 left as they were.\n")
