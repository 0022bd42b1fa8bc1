"""The command that shows what has moved, and the files that check looks at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli


@pytest.fixture
def moved(filled: Cli) -> Cli:
    """A register whose objective was re-dated twice."""
    filled.done("edit", "OBJ-001", "--due", "30 June 2027")
    filled.done("edit", "OBJ-001", "--due", "30 September 2027")
    return filled


def test_drift_is_shown_with_what_was_agreed(moved: Cli) -> None:
    words = moved.done("drift")
    assert "OBJ-001  2 due dates moved (+183 days)" in words
    assert "Due at first: 31 Mar 2027" in words
    assert "30 Jun 2027" in words


def test_drift_of_one_objective_is_json_for_programs(moved: Cli) -> None:
    (found,) = moved.json("drift", "OBJ-001")["drift"]
    assert found["ref"] == "OBJ-001"
    assert (found["moves"], found["days"], found["carried"]) == (2, 183, 0)
    assert found["original"]["due"] == "31 Mar 2027"
    assert found["entries"][0] == {
        "what": "due",
        "ref": "OBJ-001",
        "on": "2026-11-21",
        "who": "tester",
        "was": "31 Mar 2027",
        "now": "30 Jun 2027",
        "days": 91,
    }


def test_an_objective_that_has_not_moved_is_only_shown_when_asked_for(filled: Cli) -> None:
    assert filled.json("drift")["drift"] == []
    assert "0 due dates moved" in filled.done("drift", "OBJ-001")
    assert filled.json("drift", "--as-at", "2026-01-01")["drift"] == []


def test_drift_of_what_is_no_objective_is_refused(filled: Cli) -> None:
    result = filled("drift", "NET-001")
    assert result.exit_code == 1
    assert "NET-001 is no objective" in result.output


def test_the_page_of_an_objective_says_how_far_its_proof_goes(filled: Cli) -> None:
    assert "Assurance" in filled.done("show", "OBJ-001")
    assert filled.json("show", "OBJ-001")["assurance"] == "none"


def test_check_looks_at_the_files_only_when_asked(filled: Cli, tmp_path: Path) -> None:
    file = tmp_path / "minutes.txt"
    file.write_text("The board agreed.", encoding="utf-8")
    filled.done("evidence", "add", str(file), "--supports", "OBJ-001")
    (copy,) = (path for path in filled.path.with_suffix(".evidence").rglob("*") if path.is_file())
    copy.unlink()
    rules = [
        {
            finding["rule"]
            for finding in json.loads(filled("check", "--json", *more).stdout)["findings"]
        }
        for more in ((), ("--files",))
    ]
    assert "E7" not in rules[0]
    assert "E7" in rules[1]


def test_an_update_that_is_rosier_than_the_facts_takes_a_reason(filled: Cli) -> None:
    filled.done("edit", "OBJ-001", "--due", "1 November 2026")
    refused = filled("update", "OBJ-001", "--status", "on_track")
    assert refused.exit_code == 1
    assert "Declared on track, but the facts say off track" in " ".join(refused.output.split())
    filled.done("update", "OBJ-001", "--status", "on_track", "--reason", "The paper is printed.")
    assert filled.json("show", "OBJ-001")["reason"] == "The paper is printed."


def test_one_objective_that_moved_once_is_told_in_the_singular(filled: Cli) -> None:
    filled.done("edit", "OBJ-001", "--due", "30 June 2027")
    result = filled("drift")
    assert "1 due date moved (+91 days), 0 targets lowered, 0 times rewritten" in result.stdout
    assert result.stderr == "1 objective has moved since it was agreed or first entered.\n"


def test_a_due_date_that_came_back_has_no_days_beside_it(moved: Cli) -> None:
    moved.done("edit", "OBJ-001", "--due", "31 March 2027")
    assert "3 due dates moved, 0 targets" in moved.done("drift")


def test_what_was_never_agreed_was_first_entered(moved: Cli) -> None:
    assert "First entered: Mixed panels for bands 8a and above" in moved.done("drift")
    for rule in ("M1", "D1"):
        waiver = ("--rule", rule, "--subject", "OBJ-001", "--reason", "An old one")
        moved.done("add", "waiver", *waiver)
    moved.done("agree", "OBJ-001")
    moved.done("edit", "OBJ-001", "--due", "31 December 2027")
    assert "Agreed: Mixed panels for bands 8a and above" in moved.done("drift", "OBJ-001")


def test_what_was_carried_forward_is_named(filled: Cli) -> None:
    filled.done("update", "OBJ-001", "--status", "carried_over", "--narrative", "Not done.")
    filled.done("add", "objective", "--title", "Mixed panels again", "--follows", "OBJ-001")
    assert "1 time carried forward from OBJ-001" in filled.done("drift")
    (found,) = filled.json("drift", "OBJ-002")["drift"]
    assert (found["carried"], found["carried_from"]) == (1, ["OBJ-001"])
    assert found["original"]["agreed_on"] is None
