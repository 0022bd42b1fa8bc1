"""Tests of the status report as JSON."""

from __future__ import annotations

import json

from hypothesis import example, given

from edi_tui.exports.to_data import status_data, to_data
from edi_tui.services.report import StatusReport
from tests.exports.hostile import TEXTS, texts


def test_the_report_says_what_the_paper_says(report: StatusReport) -> None:
    found = json.loads(status_data(report))
    assert found["schema"] == 1
    assert found["kind"] == "status_paper"
    assert (found["quarter"], found["as_at"]) == ("2026/27 Q2", "2026-09-30")
    assert found["organisation"] == {
        "name": "Wessex Vale NHS Foundation Trust",
        "ods": "XWV",
        "kind": "ft",
    }
    assert found["head"] == str(report.now.head)
    assert found["counts"] == {
        "now": {
            "objectives": {"on_track": 1, "off_track": 1, "no_update": 1},
            "actions": {"complete": 1, "no_update": 1},
        },
        "before": {
            "quarter": "2026/27 Q1",
            "objectives": {"on_track": 1, "no_update": 2},
            "actions": {"no_update": 2},
        },
    }
    assert found["coverage"] == {
        "seats": 2,
        "covered": [{"ref": "MEM-002", "role": "Chief People Officer"}],
        "uncovered": [{"ref": "MEM-001", "role": "Chair"}],
        "vacant": [{"ref": "MEM-003", "role": "Medical Director"}],
        "collective": 1,
    }
    assert [row["ref"] for row in found["exceptions"]] == ["OBJ-002", "OBJ-003", "ACT-002"]
    assert found["exceptions"][0]["overdue_days"] == 30
    assert [row["ref"] for row in found["objectives"]] == ["OBJ-001", "OBJ-002", "OBJ-003"]
    assert found["actions"][0]["due_text"] == "31/4/2016"
    (term,) = found["sponsorships"]
    assert (term["held"], term["attended"]) == (2, 1)
    assert found["vacancies"][0] == {
        "network": "NET-001",
        "name": "Race network",
        "kind": "non_executive",
    }
    assert found["evidence"] == {
        "by_kind": {"data": 1},
        "objectives_without": ["OBJ-002", "OBJ-003"],
    }


@given(texts)
@example("".join(TEXTS))
@example("\ud800 \udfff")
def test_text_is_kept_exactly_and_cannot_steer_a_terminal(text: str) -> None:
    data = to_data({"text": text})
    assert json.loads(data) == {"text": text}
    steering = (*range(0x00, 0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x2028, 0x202E, 0x2066)
    assert not set(map(chr, steering)) & set(data.decode())
