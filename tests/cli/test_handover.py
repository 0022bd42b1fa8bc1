"""The command that hands over what a leaver answers for."""

from __future__ import annotations

from tests.cli.conftest import Cli


def test_a_handover_is_shown_done_and_taken_back(filled: Cli) -> None:
    result = filled("handover", "MEM-1", "Jo Bloggs", "--dry-run")
    assert result.exit_code == 0
    assert "OBJ-001" in result.stdout
    assert result.stderr.endswith("MEM-001 to MEM-002. Nothing was changed.\n")
    assert filled.json("show", "OBJ-1")["owner_ref"] == "MEM-001"
    done = filled.json("handover", "MEM-1", "Jo Bloggs", "--on", "30 September 2026")
    assert (done["leaver"], done["successor"], done["on"]) == ("MEM-001", "MEM-002", "2026-09-30")
    assert [one["ref"] for one in done["passed"]] == ["OBJ-001", "SPO-001", "MEM-001"]
    assert filled.json("show", "OBJ-1")["owner_ref"] == "MEM-002"
    assert filled("undo").stderr.startswith("Undone: hand over MEM-001 to MEM-002 (3 changes).")
    assert filled.json("show", "OBJ-1")["owner_ref"] == "MEM-001"


def test_a_handover_that_makes_no_sense_changes_nothing(filled: Cli) -> None:
    assert filled("handover", "MEM-1", "MEM-1").exit_code == 1
    result = filled("handover", "MEM-1", "MEM-2", "--on", "31/4/2026")
    assert (result.exit_code, "--on" in result.stderr) == (1, True)
    assert filled("redo").exit_code == 1
