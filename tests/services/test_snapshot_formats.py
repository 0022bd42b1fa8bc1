"""Snapshots of every format that was ever written can still be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from edi_tui.domain.closing import closing_in
from edi_tui.exports.export import FORMATS, status_bytes
from edi_tui.services.frozen import FORMAT
from edi_tui.services.kept_quarter import thawed

KEPT = Path(__file__).parent / "kept"


def test_there_is_a_snapshot_of_every_format() -> None:
    """When the format changes, keep one of the new sort; those that are there stay as they are."""
    found = sorted(file.name for file in KEPT.iterdir())
    assert found == [f"format-{number}.jsonl" for number in range(1, FORMAT + 1)]


@pytest.mark.parametrize("file", sorted(KEPT.iterdir()), ids=lambda file: file.name)
def test_it_can_be_read_and_every_paper_made_of_it(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    closing = closing_in(json.loads(text.partition("\n")[0]), "0" * 64)
    frozen = thawed(text, closing)
    assert str(frozen.closing.quarter) == "2026/27 Q2"
    report = frozen.report
    assert [row.ref for row in report.now.objectives] == ["OBJ-001", "OBJ-002", "OBJ-003"]
    assert [row.computed.status.value for row in report.now.objectives] == [
        *("on_track", "off_track", "no_update"),
    ]
    assert (len(report.board.seats), len(report.before.objectives)) == (2, 3)
    assert report.drift["OBJ-001"].days == 91
    assert frozen.report.verdicts["OBJ-001"]["T"].value == "weak"
    assert frozen.findings
    for layout in FORMATS:
        assert status_bytes(report, layout)
