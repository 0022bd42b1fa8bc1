"""Writing the calendar by command."""

from __future__ import annotations

from pathlib import Path

from icalendar import Calendar

from tests.cli.conftest import Cli


def test_a_calendar_is_written_and_replaced_only_when_asked(filled: Cli, tmp_path: Path) -> None:
    target = tmp_path / "edi.ics"
    filled.done("quarter", "close", "2026/27 Q2", "--meeting", "1 December 2026", "--despite", "x")
    result = filled("calendar", "-o", str(target))
    assert result.exit_code == 0
    assert result.stderr.endswith(f"4 entries.\nWritten to {target}.\n")
    first = target.read_bytes()
    assert [str(event["SUMMARY"]) for event in Calendar.from_ical(first).walk("VEVENT")] == [
        "Mid-year reviews from: Chief People Officer, 2026/27",
        "Mid-year reviews from: Chair, 2026/27",
        "Papers due: Committee meeting on 2026/27 Q2, 1 Dec 2026",
        "Due: Mixed panels for bands 8a and above",
    ]
    assert filled("calendar", "-o", str(target)).exit_code == 1
    filled.done("calendar", "-o", str(target), "--force")
    assert target.read_bytes() == first


def test_the_register_itself_is_never_written_over(filled: Cli) -> None:
    result = filled("calendar", "-o", str(filled.path), "--force")
    assert result.exit_code == 1
    assert "is the register itself" in result.stderr


def test_an_owner_that_is_not_there_is_said(filled: Cli) -> None:
    result = filled("calendar", "--owner", "MEM-009")
    assert result.exit_code == 1
    assert "--owner" in result.stderr
